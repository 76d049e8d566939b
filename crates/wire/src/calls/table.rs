//! A table of calls of any system (CSV), by the names that somebody gives its columns.

use std::io::Read;

use super::{Dirt, Fate, Past, Told, withheld};
use crate::mapped::{Bad, Broken, Field, Kind, Map, Moment, NotATable, Row, Rows};

/// What the words of the outcome's column are read as.
const OUTCOMES: &[&str] = &[
    "answered",
    "abandoned",
    "callback",
    "voicemail",
    "text",
    "overflow",
    "after_hours",
];

/// The fields that a map of calls names.
pub const FIELDS: &[Field] = &[
    Field::needed("at").moment(),
    Field::needed("outcome").words(OUTCOMES),
    Field::needed("hold"),
    Field::optional("talk"),
    Field::optional("id"),
    Field::optional("line"),
    Field::optional("from"),
    Field::optional("by"),
];

/// The calls of a table, one by one.
pub struct Table<R> {
    rows: Rows<R>,
    numbered: bool,
    from: bool,
    by: bool,
}

impl<R: Read> Table<R> {
    /// Reads the header.
    pub fn open(bytes: R, map: &Map) -> Result<Self, NotATable> {
        Ok(Self {
            rows: Rows::open(bytes, map)?,
            numbered: map.has("id"),
            from: map.has("from"),
            by: map.has("by"),
        })
    }

    /// Why the rows ended before the file did, if so.
    pub fn broken(&self) -> Option<&Broken> {
        self.rows.broken()
    }

    fn told(&self, row: &Row) -> Result<Told, Bad> {
        row.needed("at")?;
        let at = row.moment("at")?;
        let at = at.ok_or_else(|| row.bad("at", Kind::Missing, "is empty"))?;
        row.needed("outcome")?;
        let fate = row.word("outcome")?.and_then(fate);
        let fate = fate.ok_or_else(|| row.bad("outcome", Kind::Word, "is no word that the map knows"))?;
        row.needed("hold")?;
        let hold = row.read("hold", seconds)?.unwrap_or(0);
        let talk = row.read("talk", seconds)?.unwrap_or(0);
        let text = |field: &str| row.text(field).unwrap_or_default().to_owned();
        let from = text("from");
        let hidden = withheld(&from);
        let key = if self.numbered {
            vec![row.needed("id")?.to_owned()]
        } else {
            vec![
                moment(at),
                hold.to_string(),
                talk.to_string(),
                from.clone(),
                text("line"),
                text("by"),
            ]
        };
        let dirt = [
            (Dirt::Negative, hold < 0 || talk < 0),
            (Dirt::Withheld, self.from && hidden),
            (
                Dirt::AnsweredByNobody,
                fate == Fate::Answered && self.by && row.text("by").is_none(),
            ),
        ];
        let past = Past {
            line: row.line(),
            key,
            at,
            hold: hold.max(0),
            talk: if fate == Fate::Answered { talk.max(0) } else { 0 },
            fate,
            on: text("line"),
            from: if hidden { String::new() } else { from },
            by: text("by"),
        };
        Ok(Told::Call(
            past,
            dirt.into_iter()
                .filter(|found| found.1)
                .map(|found| found.0)
                .collect(),
        ))
    }
}

fn moment(at: Moment) -> String {
    match at {
        Moment::Instant(at) => at.to_string(),
        Moment::Wall(at) => at.to_string(),
        Moment::Day(day) => day.to_string(),
    }
}

fn fate(word: &str) -> Option<Fate> {
    Some(match word {
        "answered" => Fate::Answered,
        "abandoned" => Fate::Abandoned,
        "callback" => Fate::Callback,
        "voicemail" => Fate::Voicemail,
        "text" => Fate::Text,
        "overflow" => Fate::Overflow,
        "after_hours" => Fate::AfterHours,
        _ => return None,
    })
}

/// A day: whoever holds for longer is a row that went wrong.
const LONGEST: i64 = 86_400;

/// `75`, `75.4`, `1:15`, `0:01:15`: seconds, their parts left out.
fn seconds(text: &str) -> Option<i64> {
    let (sign, text) = text.strip_prefix('-').map_or((1, text), |rest| (-1, rest));
    let whole = text.split_once('.').map_or(text, |(whole, _)| whole);
    let mut sum: i64 = 0;
    let parts: Vec<_> = whole.split(':').collect();
    if parts.len() > 3 {
        return None;
    }
    for part in parts {
        let digits = part.bytes().all(|byte| byte.is_ascii_digit());
        let value: i64 = part.parse().ok().filter(|_| digits)?;
        sum = sum.checked_mul(60)?.checked_add(value)?;
    }
    (sum <= LONGEST).then_some(sign * sum)
}

impl<R: Read> Iterator for Table<R> {
    type Item = Result<Told, Bad>;

    fn next(&mut self) -> Option<Self::Item> {
        match self.rows.next()? {
            Ok(row) => Some(self.told(&row)),
            Err(bad) => Some(Err(bad)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MAP: &str =
        "at=Start,outcome=Result:answered=ANS:abandoned=HUP,hold=Wait,talk=Talk,from=CLI,line=DDI,by=Agent";

    fn read(map: &str, text: &str) -> Vec<Result<Told, Bad>> {
        let map = Map::parse(map, FIELDS).expect("a map");
        Table::open(text.as_bytes(), &map).expect("a table").collect()
    }

    #[test]
    fn a_table_is_read_by_the_names_of_its_columns() {
        let text = "Start,Result,Wait,Talk,CLI,DDI,Agent\n\
            2026-11-03T09:01:00,ANS,0:01:15,95,+15125550142,Front,Maria\n\
            2026-11-03T09:02:00,HUP,30.9,,Anonymous,Front,\n\
            2026-11-03T09:03:00,voicemail,-4,,5125550143,,\n";
        let told = read(MAP, text);
        let calls: Vec<_> = told
            .iter()
            .map(|row| match row {
                Ok(Told::Call(call, dirt)) => {
                    (call.fate, call.hold, call.talk, call.from.as_str(), dirt.clone())
                }
                other => panic!("{other:?}"),
            })
            .collect();
        assert_eq!(calls[0], (Fate::Answered, 75, 95, "+15125550142", vec![]));
        assert_eq!(calls[1], (Fate::Abandoned, 30, 0, "", vec![Dirt::Withheld]));
        assert_eq!(
            calls[2],
            (Fate::Voicemail, 0, 0, "5125550143", vec![Dirt::Negative])
        );
    }

    #[test]
    fn a_cell_that_cant_be_read_is_named_by_line_and_column() {
        let text = "Start,Result,Wait,Talk,CLI,DDI,Agent\n\
            soon,ANS,1,1,5125550142,,\n\
            2026-11-03T09:01:00,LOST,1,1,5125550142,,\n\
            2026-11-03T09:01:00,ANS,long,1,5125550142,,\n\
            2026-11-03T09:01:00,ANS,,1,5125550142,,\n\
            2026-11-03T09:01:00,ANS,99:99:99,1,5125550142,,\n";
        let bad: Vec<_> = read(MAP, text)
            .into_iter()
            .map(|row| row.expect_err("bad"))
            .map(|bad| (bad.line, bad.kind))
            .collect();
        let kinds = [Kind::Moment, Kind::Word, Kind::Shape, Kind::Missing, Kind::Shape];
        assert_eq!(bad, (2..).zip(kinds).collect::<Vec<_>>());
    }

    #[test]
    fn without_an_id_a_call_is_known_by_what_it_says() {
        let text = "Start,Result,Wait,Talk,CLI,DDI,Agent\n\
            2026-11-03T09:01:00,ANS,15,95,5125550142,Front,Maria\n";
        let key = |rows: &[Result<Told, Bad>]| match &rows[0] {
            Ok(Told::Call(call, _)) => call.key.clone(),
            other => panic!("{other:?}"),
        };
        assert_eq!(key(&read(MAP, text)), key(&read(MAP, text)));
        assert_ne!(
            key(&read(MAP, text)),
            key(&read(MAP, &text.replace("09:01", "09:02")))
        );
    }
}
