use std::io::Read;

use jiff::civil::date;
use jiff::tz::TimeZone;

use super::*;

const STATUS: &[&str] = &["fulfilled", "no-show", "cancelled"];
const FIELDS: [Field; 4] = [
    Field::needed("id"),
    Field::needed("at").moment(),
    Field::optional("status").words(STATUS),
    Field::optional("note"),
];

fn map(text: &str) -> Map {
    Map::parse(text, &FIELDS).expect("a map")
}

fn read(text: &str, bytes: &[u8]) -> Vec<Result<Row, Bad>> {
    Rows::open(bytes, &map(text)).expect("a table").collect()
}

fn new_york() -> TimeZone {
    TimeZone::get("America/New_York").expect("a zone")
}

/// When the first row of a table with this one cell was, in New York.
fn moment(says: &str, cell: &str) -> Option<String> {
    let bytes = format!("id,at\n1,\"{cell}\"\n");
    let rows = read(&format!("id=id,at=at{says}"), bytes.as_bytes());
    let at = rows[0].as_ref().expect("a row").moment("at").ok()??;
    Some(at.at(&new_york())?.to_string())
}

#[test]
fn a_row_is_read_by_the_names_of_its_fields() {
    let text = "No-show;AppointmentID;Day;Words\nYes;17;2016-04-29T18:38:08Z;\"two\nlines; and \"\"more\"\"\"\nNo;18;2016-04-30;\n";
    let rows = read(
        "id=AppointmentID,at=day,status=No-show:no-show=Yes:fulfilled=No,note=Words",
        text.as_bytes(),
    );
    let first = rows[0].as_ref().expect("a row");
    assert_eq!(first.needed("id"), Ok("17"));
    assert_eq!(first.word("status"), Ok(Some("no-show")));
    assert_eq!(first.text("note"), Some("two\nlines; and \"more\""));
    let second = rows[1].as_ref().expect("a row");
    assert_eq!((second.line(), second.text("note")), (4, None));
    assert_eq!(second.moment("at"), Ok(Some(Moment::Day(date(2016, 4, 30)))));
    assert_eq!(second.read("id", |id| id.parse::<u32>().ok()), Ok(Some(18)));
}

#[test]
fn a_map_says_what_is_wrong_with_it() {
    let why = |text: &str| Map::parse(text, &FIELDS).expect_err("no map").to_string();
    assert_eq!(why("id=A"), "say which column is at: at=COLUMN");
    assert_eq!(why("id=A,at=B,id=C"), "id is named twice");
    assert_eq!(
        why("id=A,when=B"),
        "there is no field when: the fields are id, at, status, note"
    );
    assert_eq!(
        why("id=A,at=B,status=C:gone=1"),
        "status can't be gone: fulfilled, no-show, cancelled"
    );
    assert!(why("id").starts_with("can't read id"));
    assert!(why("").starts_with("can't read"));
    assert!(why("id=A,at=B:order=ymd").contains("order=dmy"));
    assert!(Map::parse(&"x".repeat(9_000), &FIELDS).is_err());
}

#[test]
fn names_with_commas_colons_and_quotes_stand_in_quotes() {
    let rows = read(
        "id=\"Visit, id\",at=\"Start: local\":format=\"%d.%m.%Y, %H:%M\",note=\"a \"\"b\"\"=c\"",
        b"\"Visit, id\",Start: local,\"a \"\"b\"\"=c\"\n7,\"30.04.2016, 08:15\",x\n",
    );
    let row = rows[0].as_ref().expect("a row");
    assert_eq!(
        row.moment("at"),
        Ok(Some(Moment::Wall(date(2016, 4, 30).at(8, 15, 0, 0))))
    );
    assert_eq!(row.text("note"), Some("x"));
}

#[test]
fn several_values_may_mean_one_word_and_a_word_means_itself() {
    let bytes = b"id,at,s\n1,2016-04-29,NS\n2,2016-04-29,did not come\n3,2016-04-29,Cancelled\n4,2016-04-29,?\n5,2016-04-29,\n";
    let rows = read("id=id,at=at,status=s:no-show=ns:no-show=did not come", bytes);
    let words: Vec<_> = rows.iter().flatten().map(|row| row.word("status")).collect();
    assert_eq!(
        words[..3],
        [Ok(Some("no-show")), Ok(Some("no-show")), Ok(Some("cancelled"))]
    );
    assert_eq!(
        words[3].clone().expect_err("no word").why,
        "s is no word that the map knows"
    );
    assert_eq!(words[4], Ok(None));
}

#[test]
fn times_are_read_in_several_forms_and_with_the_practices_zone() {
    for (says, cell, at) in [
        ("", "2016-04-29T18:38:08Z", "2016-04-29T18:38:08Z"),
        ("", "2016-04-29T18:38:08+02:00", "2016-04-29T16:38:08Z"),
        ("", "2016-04-29 18:38", "2016-04-29T22:38:00Z"),
        ("", "2016-04-29T18:38:08.123", "2016-04-29T22:38:08.123Z"),
        ("", "2016-04-29", "2016-04-29T04:00:00Z"),
        ("", "20160429", "2016-04-29T04:00:00Z"),
        ("", "20160429183808", "2016-04-29T22:38:08Z"),
        ("", "20160429183808-0500", "2016-04-29T23:38:08Z"),
        ("", "2016/4/29 7:05", "2016-04-29T11:05:00Z"),
        (":order=dmy", "29/4/2016 01:16", "2016-04-29T05:16:00Z"),
        (":order=mdy", "4/29/2016 6:38:08 PM", "2016-04-29T22:38:08Z"),
        (":order=mdy", "4/29/2016 12:00 am", "2016-04-29T04:00:00Z"),
        (":format=%d-%b-%y", "29-Apr-16", "2016-04-29T04:00:00Z"),
        (":zone=practice", "2016-04-29T00:00:00Z", "2016-04-29T04:00:00Z"),
        // The clock skips from 2:00 to 3:00, and shows 1:30 twice in autumn.
        ("", "2016-03-13 02:30", "2016-03-13T07:30:00Z"),
        ("", "2016-11-06 01:30", "2016-11-06T05:30:00Z"),
    ] {
        assert_eq!(moment(says, cell).as_deref(), Some(at), "{cell}");
    }
}

#[test]
fn a_date_that_could_be_two_days_or_none_is_not_guessed() {
    for (says, cell) in [
        ("", "3/4/2016"),
        ("", "29/4/2016"),
        (":order=mdy", "29/4/2016"),
        (":order=dmy", "29/4/16"),
        (":order=mdy", "4/29/2016 13:00 PM"),
        ("", "2016-02-30"),
        ("", "2016-04"),
        ("", "tomorrow"),
        ("", "20161399"),
        (":format=%d-%b-%y", "2016-04-29"),
    ] {
        assert_eq!(moment(says, cell), None, "{cell}");
    }
}

#[test]
fn each_bad_row_is_named_by_line_kind_and_column_and_never_quoted() {
    let mut bytes = b"id,at,s\n1,2016-04-29,\n\n,,\n2,2016-04-29\n3,2016-04-29,,extra\n,2016-04-29,\n4,secret,\n5,2016-04-29,secret\n".to_vec();
    bytes.extend(b"6\xff,2016-04-29,\n7\0,2016-04-29,\n8,2016-04-29,\n");
    let rows = read("id=id,at=at,status=s", &bytes);
    let bad: Vec<_> = rows
        .into_iter()
        .filter_map(|row| {
            let row = match row {
                Err(bad) => return Some(bad),
                Ok(row) => row,
            };
            let whole = row.needed("id").map(drop);
            let whole = whole.and_then(|()| row.moment("at").map(drop));
            whole.and_then(|()| row.word("status").map(drop)).err()
        })
        .map(|bad| (bad.line, bad.kind.as_str(), bad.why))
        .collect();
    let wanted = [
        // A row begins with the blank lines before it.
        (3, "empty", "nothing stands in it"),
        (5, "width", "it has fewer columns than the header"),
        (6, "width", "it has more columns than the header"),
        (7, "missing", "id is empty"),
        (8, "moment", "at is no date or time as the map says"),
        (9, "word", "s is no word that the map knows"),
        (10, "bytes", "it is not UTF-8"),
        (11, "bytes", "it holds a byte that is no text"),
    ]
    .map(|(line, kind, why)| (line, kind, why.to_owned()));
    assert_eq!(bad, wanted);
}

#[test]
fn a_mark_at_the_beginning_and_utf_16_are_read_as_the_same_text() {
    let text = "Größe 😀,at,note\r\n1,2016-04-29,😀 ä\r\n";
    let mut marked = vec![0xef, 0xbb, 0xbf];
    marked.extend(text.bytes());
    let wide = |mark: [u8; 2], bytes: fn(u16) -> [u8; 2]| -> Vec<u8> {
        mark.into_iter()
            .chain(text.encode_utf16().flat_map(bytes))
            .collect()
    };
    for bytes in [
        text.as_bytes().to_vec(),
        marked,
        wide([0xff, 0xfe], u16::to_le_bytes),
        wide([0xfe, 0xff], u16::to_be_bytes),
    ] {
        let rows = read("id=Größe 😀,at=at,note=note", &bytes);
        assert_eq!(rows[0].as_ref().expect("a row").text("note"), Some("😀 ä"));
        let single = Rows::open(Slow(&bytes), &map("id=Größe 😀,at=at,note=note")).expect("a table");
        assert_eq!(single.flatten().count(), 1);
    }
}

/// Gives a byte at a time.
struct Slow<'a>(&'a [u8]);

impl Read for Slow<'_> {
    fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
        let one = into.len().min(1);
        self.0.read(&mut into[..one])
    }
}

#[test]
fn a_header_without_the_columns_or_with_two_of_one_is_no_table() {
    let open = |text: &str| {
        Rows::open(text.as_bytes(), &map("id=Id,at=At"))
            .err()
            .map(|why| why.to_string())
    };
    assert_eq!(open("id,when\n").as_deref(), Some("the header has no column At"));
    assert_eq!(open("").as_deref(), Some("the header has no column Id"));
    assert_eq!(
        open("id,ID,at\n").as_deref(),
        Some("the header has more than one column Id")
    );
    assert_eq!(open("Id,ID,at\n"), None);
    let wide = "x,".repeat(3_000);
    assert_eq!(open(&wide).as_deref(), Some("the header has too many columns"));
}

/// Gives its bytes, then fails for ever.
struct Damaged<'a>(&'a [u8]);

impl Read for Damaged<'_> {
    fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
        match self.0.read(into)? {
            0 => Err(std::io::Error::new(std::io::ErrorKind::UnexpectedEof, "cut off")),
            read => Ok(read),
        }
    }
}

#[test]
fn a_file_that_is_cut_off_gives_its_whole_rows_then_ends_and_says_so() {
    let long = "x".repeat(200);
    let whole = format!("1,2016-04-29,{long}\n").repeat(1_000);
    let text = format!("id,at,note\n{whole}1000,20");
    let mut rows = Rows::open(Damaged(text.as_bytes()), &map("id=id,at=at")).expect("a table");
    assert_eq!(rows.by_ref().flatten().count(), 1_000);
    assert_eq!(rows.broken().map(|broken| broken.line), Some(1_002));
    assert_eq!(rows.next(), None);
}

#[test]
fn a_quote_that_never_closes_ends_the_reading_at_a_bound() {
    let text = format!(
        "id,at\n1,2016-04-29\n2,\"2016{}",
        "\n3,2016-04-29".repeat(400_000)
    );
    let mut rows = Rows::open(text.as_bytes(), &map("id=id,at=at")).expect("a table");
    assert_eq!(rows.by_ref().count(), 1);
    let why = rows
        .broken()
        .map(|broken| broken.why.as_str())
        .unwrap_or_default();
    assert!(why.contains("a quote may not be closed"), "{why}");
}
