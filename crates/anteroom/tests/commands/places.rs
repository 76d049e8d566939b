//! Places from the command line: a real table of facilities, and what is nearest to a postal code.

use std::collections::BTreeMap;
use std::io::Read;
use std::path::Path;

use anteroom_store::testing::addresses;
use anteroom_wire::postal;
use liblzma::read::XzDecoder;
use serde_json::{Value, json};

use super::{add_practice, complaint, json as read, kept, told};

const FACILITIES: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/../../data/places/va_facilities_2020.csv.xz"
);
const CODES: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/../../data/places/geonames_US_postal.txt.xz"
);

fn import(database: &str, file: &Path, more: &[&str]) -> Value {
    let file = file.to_str().expect("a path");
    let arguments = [&["import", "places", file, "--practice", "clinic"], more].concat();
    read(&told(database, &arguments))
}

fn near(database: &str, code: &str, limit: &str) -> Value {
    let asked = [
        "places",
        "near",
        code,
        "--practice",
        "clinic",
        "--limit",
        limit,
        "--format",
        "json",
    ];
    read(&told(database, &asked))["places"].take()
}

#[tokio::test]
async fn a_table_of_facilities_comes_in_whole_once_and_the_nearest_are_those_that_others_found() {
    addresses(async |database: String| {
        add_practice(&database);
        let first = import(&database, FACILITIES.as_ref(), &[]);
        assert_eq!([&first["read"], &first["imported"]], [1_695, 1_695], "{first}");
        assert_eq!(first["rejected"], json!({}));
        // What is doubtful is counted; the table is a real one.
        let doubts = json!({
            "county": 1, "far": 1, "hours": 8, "no-hours": 102, "phone": 12, "postal": 2, "suspended": 1, "unplaced": 1,
        });
        assert_eq!(first["doubtful"], doubts);
        let kinds: BTreeMap<&str, usize> = first["told"].as_array().expect("a list").iter().fold(
            BTreeMap::new(),
            |mut kinds, row| {
                *kinds.entry(row["kind"].as_str().expect("a kind")).or_default() += 1;
                kinds
            },
        );
        assert_eq!(json!(kinds), doubts, "each is listed by its line");

        let again = import(&database, FACILITIES.as_ref(), &[]);
        assert_eq!([&again["imported"], &again["unchanged"]], [0, 1_695]);

        for (code, station, kilometres) in [
            ("10001", "630", 2.080),
            ("60601", "537GD", 0.901),
            ("94103", "0620V", 1.049),
            ("59001", "436GN", 71.507),
        ] {
            let place = near(&database, code, "1")[0].take();
            assert_eq!(place["external_id"], station, "near {code}");
            assert_eq!(place["distance_km"], kilometres, "near {code}");
        }
        let three = near(&database, "10001-4321", "3");
        let far: Vec<f64> = three.as_array().expect("places").iter().filter_map(|place| place["distance_km"].as_f64()).collect();
        assert!(far.len() == 3 && far.is_sorted(), "{far:?}");
        assert_eq!(three[0]["open_now"], true, "it never closes");
    })
    .await;
}

const TABLE: &str = "key;site;zip;state;lat;lon;tel;week\n\
    a;North;10001;NY;40.7500;-73.9900;212-555-0100;Mon-Fri 08:00-17:00\n\
    b;South;10001;NY;;;call us;by appointment\n\
    c;East;99999;NY;95;10;;24/7\n\
    ;Nameless;10001;NY;;;;\n\
    a;Twice;10001;NY;;;;\n\
    d;Date line;96950;MP;15.2;180.5;;\n\
    e;Short;10001\n";
const MAP: &str = "id=key,name=site,postal=zip,state=state,latitude=lat,longitude=lon,phone=tel,hours=week";

#[tokio::test]
async fn a_table_of_ones_own_is_read_by_a_map_and_what_is_wrong_in_it_is_listed_by_line() {
    addresses(async |database: String| {
        let folder = tempfile::tempdir().expect("a folder");
        let file = kept(folder.path(), "sites.csv", TABLE.as_bytes());
        add_practice(&database);
        let done = import(&database, &file, &["--map", MAP]);
        assert_eq!([&done["read"], &done["imported"]], [7, 4], "{done}");
        assert_eq!(done["rejected"], json!({ "missing": 1, "twice": 1, "width": 1 }));
        let doubts = json!({ "degrees": 2, "hours": 1, "no-hours": 1, "phone": 3, "placed": 1, "postal": 1, "unplaced": 2 });
        assert_eq!(done["doubtful"], doubts);
        let places = near(&database, "10001", "10");
        let names: Vec<&str> = places.as_array().expect("places").iter().filter_map(|place| place["name"].as_str()).collect();
        assert_eq!(names, ["South", "North"], "what has no place is not offered");
        assert_eq!(places[0]["distance_km"], 0.0);
        assert_eq!(places[0]["open_now"], Value::Null, "by appointment is neither open nor closed");
        assert_eq!(places[0]["phone"], "");
    })
    .await;
}

#[tokio::test]
async fn what_is_no_postal_code_or_no_map_is_refused_with_what_to_write() {
    let folder = tempfile::tempdir().expect("a folder");
    let database = format!("sqlite:{}", folder.path().join("clinic.sqlite").display());
    add_practice(&database);
    for (code, said) in [
        ("1000", "five digits"),
        ("00000", "there is no postal code 00000"),
    ] {
        let (said_there, printed) = complaint(&database, &["places", "near", code, "--practice", "clinic"]);
        assert!(said_there.contains(said) && printed.is_empty(), "{said_there}");
    }
    let printed = told(&database, &["places", "near", "10001", "--practice", "clinic"]);
    assert!(printed.starts_with("No place is known"), "{printed}");
    for (map, said) in [
        ("name=STA_NO", "id=COLUMN"),
        ("id=StationNo,name=StationName,colour=X", "no field colour"),
    ] {
        let (said_there, _) = complaint(
            &database,
            &[
                "import",
                "places",
                FACILITIES,
                "--practice",
                "clinic",
                "--map",
                map,
            ],
        );
        assert!(said_there.contains(said), "{said_there}");
    }
    let wrong = [
        "import",
        "places",
        FACILITIES,
        "--practice",
        "clinic",
        "--map",
        "id=Nosuch,name=StationName",
    ];
    let (said, _) = complaint(&database, &wrong);
    assert!(said.contains("no column Nosuch"), "{said}");
}

#[test]
fn the_points_in_the_program_are_those_of_their_source() {
    #[expect(clippy::disallowed_methods, reason = "the test reads the source")]
    let packed = std::fs::File::open(CODES).unwrap_or_else(|error| panic!("{CODES}: {error}"));
    let mut text = String::new();
    XzDecoder::new(packed).read_to_string(&mut text).expect("UTF-8");
    let mut seen = BTreeMap::new();
    for line in text.lines() {
        let cells: Vec<&str> = line.split('\t').collect();
        seen.entry(cells[1]).or_insert((cells[9], cells[10], cells[6]));
    }
    assert_eq!(seen.len(), 41_488);
    for (code, (latitude, longitude, county)) in seen {
        let found = postal::us(code).unwrap_or_else(|| panic!("{code} is missing"));
        let near = |told: &str, has: f64| (told.parse::<f64>().expect("degrees") - has).abs() < 1e-9;
        assert!(
            near(latitude, found.latitude) && near(longitude, found.longitude),
            "{code}: {found:?}"
        );
        let number = found.county.map(|county| format!("{:03}", county % 1_000));
        // Posts abroad and the Marshall Islands have no county.
        assert_eq!(
            number.as_deref(),
            Some(county).filter(|county| !county.is_empty() && code != "96960" && code != "96970"),
            "{code}"
        );
    }
}
