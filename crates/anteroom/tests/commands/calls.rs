//! Another phone system's log as an administrator brings it in, against a recount that knows the file alone.

use std::fmt::Write as _;
use std::io::{BufRead, BufReader};
use std::path::Path;

use anteroom_store::testing::addresses;
use liblzma::read::XzDecoder;
use serde_json::Value;

use super::{add_practice, complaint, json, kept, report, told};

const LOG: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../data/calls/01_January.txt.xz");
/// Rows of the log that a test reads: the first days of the year.
const ROWS: usize = 2_500;

#[expect(clippy::disallowed_methods, reason = "a test of the program reads the log")]
fn slice() -> String {
    let file = std::fs::File::open(LOG).expect("data/calls/01_January.txt.xz");
    let mut text = String::new();
    for line in BufReader::new(XzDecoder::new(file)).lines().take(ROWS + 1) {
        writeln!(text, "{}", line.expect("the log's text")).expect("a string grows");
    }
    text
}

/// What the file alone says, by the rules in data/README.md.
#[derive(Default)]
struct Recount {
    offered: i64,
    answered: i64,
    in_time: i64,
    short: i64,
    phantoms: i64,
    nobody: i64,
    never_queued: i64,
    holds: Vec<i64>,
}

fn recount(text: &str) -> Recount {
    let mut all = Recount::default();
    for line in text.lines().skip(1) {
        let fields: Vec<&str> = line.split('\t').collect();
        let hold: i64 = fields[11].parse().expect("seconds");
        match fields[12] {
            "PHANTOM" => all.phantoms += 1,
            "AGENT" => {
                all.answered += 1;
                all.in_time += i64::from(hold <= 60);
                all.nobody += i64::from(fields[16] == "NO_SERVER");
                all.holds.push(hold);
            }
            "HANG" => {
                all.short += i64::from(hold <= 60);
                all.never_queued += i64::from(hold == 0);
            }
            other => panic!("{other} is no outcome of the log"),
        }
        all.offered += i64::from(fields[12] != "PHANTOM");
    }
    all.holds.sort_unstable();
    all
}

fn import(database: &str, file: &Path, more: &[&str]) -> Value {
    let file = file.to_str().expect("a path");
    let all = [&["import", "calls", file, "--practice", "clinic"], more].concat();
    json(&told(database, &all))
}

fn share(part: i64, whole: i64) -> f64 {
    f64::from(i32::try_from(part).expect("small")) / f64::from(i32::try_from(whole).expect("small"))
}

#[tokio::test]
async fn an_imported_log_of_calls_is_held_to_the_last_call_and_its_dirt_is_counted() {
    addresses(async |database: String| {
        let folder = tempfile::tempdir().expect("a folder");
        let text = slice();
        let file = kept(folder.path(), "january.txt", text.as_bytes());
        let wanted = recount(&text);
        add_practice(&database);
        let first = import(&database, &file, &[]);
        assert_eq!(first["read"], Value::from(ROWS));
        assert_eq!(first["imported"], Value::from(wanted.offered));
        assert_eq!(first["no_call"], Value::from(wanted.phantoms));
        assert_eq!(
            first["dirt"]["answered_by_nobody"]["rows"],
            Value::from(wanted.nobody)
        );
        assert_eq!(
            first["dirt"]["never_queued"]["rows"],
            Value::from(wanted.never_queued)
        );
        let line = first["dirt"]["never_queued"]["lines"][0].as_u64();
        assert!(
            line.is_some_and(|line| line > 1),
            "dirt is listed by line: {first}"
        );

        let held = report(&database, &["hold", "--to", "1999-02-01"]);
        let rank = |part: usize| wanted.holds[(wanted.holds.len() * part).div_ceil(100) - 1];
        assert_eq!(held["offered"], Value::from(wanted.offered));
        assert_eq!(held["answered"], Value::from(wanted.answered));
        assert_eq!(held["abandoned"], Value::from(wanted.offered - wanted.answered));
        let close = |told: &Value, wanted: f64| {
            let told = told.as_f64().expect("a number");
            assert!((told - wanted).abs() < 1e-6, "{told} is not {wanted}");
        };
        close(&held["median_s"], share(rank(50), 1));
        close(&held["p90_s"], share(rank(90), 1));
        close(&held["mean_s"], share(wanted.holds.iter().sum(), wanted.answered));
        let within = &held["within"];
        assert_eq!(within["seconds"], Value::from(60));
        close(&within["of_answered"], share(wanted.in_time, wanted.answered));
        close(&within["of_offered"], share(wanted.in_time, wanted.offered));
        close(
            &within["of_offered_less_short"],
            share(wanted.in_time, wanted.offered - wanted.short),
        );

        let again = import(&database, &file, &[]);
        assert_eq!(
            (&again["imported"], &again["known"]),
            (&0.into(), &wanted.offered.into())
        );
        assert_eq!(
            report(&database, &["hold", "--to", "1999-02-01"]),
            held,
            "a second import changed something"
        );
        let open = report(&database, &["open"]);
        assert_eq!(
            open["not_closed"],
            Value::from(0),
            "calls long over open no requests"
        );
    })
    .await;
}

#[tokio::test]
async fn a_table_of_calls_is_read_by_the_names_that_its_columns_are_given() {
    addresses(async |database: String| {
        let folder = tempfile::tempdir().expect("a folder");
        let text = "Start;Result;Wait;Talk;CLI\n\
            2026-03-02 09:01:00;ANS;0:00:15;95;+15125550142\n\
            2026-03-02 09:02:00;HUP;75;;anonymous\n\
            2026-03-02 09:03:00;MAILBOX;20;;+15125550143\n\
            2026-03-02 25:03:00;ANS;20;3;+15125550143\n";
        let file = kept(folder.path(), "calls.csv", text.as_bytes());
        add_practice(&database);
        let map = "at=Start,outcome=Result:answered=ANS:abandoned=HUP:voicemail=MAILBOX,hold=Wait,talk=Talk,from=CLI";
        let summary = import(&database, &file, &["--map", map]);
        assert_eq!((&summary["read"], &summary["imported"]), (&4.into(), &3.into()));
        assert_eq!(summary["dirt"]["withheld"]["lines"], serde_json::json!([3]));
        assert_eq!(summary["rejected"][0]["line"], Value::from(5));
        assert_eq!(summary["unread"]["moment"], Value::from(1));
        let held = report(&database, &["hold"]);
        assert_eq!((&held["offered"], &held["answered"]), (&3.into(), &1.into()));
        assert_eq!(import(&database, &file, &["--map", map])["imported"], Value::from(0));

        let file = file.to_str().expect("a path");
        let (said, _) = complaint(&database, &["import", "calls", file, "--practice", "clinic"]);
        assert!(said.contains("no such log"), "{said}");
        let all = ["import", "calls", file, "--practice", "clinic", "--map", "at=Start"];
        let (said, _) = complaint(&database, &all);
        assert!(said.contains("say which column is outcome"), "{said}");
    })
    .await;
}
