//! The commands as an administrator runs them: the built program against fresh databases, and its reports against a recount
//! that knows the log's file alone.

#![expect(
    clippy::disallowed_methods,
    reason = "a test of the program starts it and keeps its files"
)]

use std::fmt::Write as _;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};

use anteroom_store::testing::addresses;
use jiff::civil::{Date, DateTime};
use liblzma::read::XzDecoder;
use liblzma::write::XzEncoder;
use serde_json::Value;

#[path = "commands/calls.rs"]
mod calls;
#[path = "commands/demos.rs"]
mod demos;
#[path = "commands/members.rs"]
mod members;
#[path = "commands/places.rs"]
mod places;
#[path = "commands/plan.rs"]
mod plan;
#[path = "commands/surveys.rs"]
mod surveys;

const LOG: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/../../data/incidents/incident_event_log.csv.xz"
);
/// Rows of the log that a test reads, and some more up to the end of an incident.
const ROWS: usize = 3_000;

fn anteroom(database: &str, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_anteroom"));
    command
        .env_remove("ANTEROOM_DATABASE")
        .env("ANTEROOM_LOG", "info")
        .args(arguments);
    if !database.is_empty() {
        command.args(["--database", database]);
    }
    command
}

fn run(database: &str, arguments: &[&str]) -> Output {
    anteroom(database, arguments)
        .output()
        .expect("the program starts")
}

/// What a command that must succeed prints.
fn told(database: &str, arguments: &[&str]) -> String {
    let ran = run(database, arguments);
    let complaint = String::from_utf8_lossy(&ran.stderr).into_owned();
    assert!(
        ran.status.success(),
        "{arguments:?} ended with {}: {complaint}",
        ran.status
    );
    String::from_utf8(ran.stdout).expect("UTF-8")
}

/// What a command that must fail complains of, and what it printed before.
fn complaint(database: &str, arguments: &[&str]) -> (String, String) {
    let ran = run(database, arguments);
    assert!(!ran.status.success(), "{arguments:?} should fail");
    (
        String::from_utf8_lossy(&ran.stderr).into_owned(),
        String::from_utf8_lossy(&ran.stdout).into_owned(),
    )
}

fn json(text: &str) -> Value {
    serde_json::from_str(text).expect("JSON")
}

fn add_practice(database: &str) {
    told(
        database,
        &[
            "practice",
            "add",
            "clinic",
            "--name",
            "Clinic",
            "--timezone",
            "UTC",
            "--hours",
            "24/7",
        ],
    );
}

fn import(database: &str, file: &Path) -> Value {
    json(&told(
        database,
        &[
            "import",
            "incidents",
            file.to_str().expect("a path"),
            "--practice",
            "clinic",
        ],
    ))
}

fn report(database: &str, arguments: &[&str]) -> Value {
    let all = [
        &["report"],
        arguments,
        &["--practice", "clinic", "--format", "json"],
    ]
    .concat();
    json(&told(database, &all))
}

/// The first rows of the log, ended with an incident, header and all.
fn slice(rows: usize) -> String {
    let file = std::fs::File::open(LOG).expect("data/incidents/incident_event_log.csv.xz");
    let mut text = String::new();
    let mut number = String::new();
    for (at, line) in BufReader::new(XzDecoder::new(file)).lines().enumerate() {
        let line = line.expect("the log's text");
        let own = line.split(',').next().unwrap_or_default();
        if at > rows && own != number {
            break;
        }
        own.clone_into(&mut number);
        writeln!(text, "{line}").expect("a string grows");
    }
    text
}

fn kept(folder: &Path, name: &str, bytes: &[u8]) -> std::path::PathBuf {
    let file = folder.join(name);
    std::fs::write(&file, bytes).expect("a file of the test");
    file
}

/// An incident, told from the file alone by the rules in data/README.md.
struct Incident {
    opened: DateTime,
    closed: DateTime,
    replied: DateTime,
    target: i64,
    /// When it was in which state, in order.
    states: Vec<(DateTime, u32, String)>,
}

fn moment(text: &str) -> DateTime {
    let [day, month, rest] = text.split('/').collect::<Vec<_>>()[..] else {
        panic!("{text} is no date")
    };
    let [year, hour, minute] = rest.split([' ', ':']).collect::<Vec<_>>()[..] else {
        panic!("{text} has no time")
    };
    let number = |text: &str| text.parse::<i16>().expect("a number");
    let small = |text: &str| i8::try_from(number(text)).expect("a small number");
    let date = Date::new(number(year), small(month), small(day)).expect("a date");
    date.at(small(hour), small(minute), 0, 0)
}

fn recount(text: &str) -> Vec<Incident> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let header = reader.headers().expect("a header").clone();
    let rows: Vec<csv::StringRecord> = reader.records().map(|row| row.expect("a row")).collect();
    let field = |row: &csv::StringRecord, name: &str| {
        let at = header.iter().position(|column| column == name).expect("a column");
        row.get(at).expect("a field").to_owned()
    };
    let incidents = rows
        .chunk_by(|one, next| field(one, "number") == field(next, "number"))
        .map(|rows| {
            let updated = |row| moment(&field(row, "sys_updated_at"));
            let count = |row| field(row, "sys_mod_count").parse::<u32>().expect("a count");
            let mut states: Vec<_> = rows
                .iter()
                .map(|row| (updated(row), count(row), field(row, "incident_state")))
                .collect();
            states.sort();
            let opened = moment(&field(&rows[0], "opened_at"));
            let replied = states
                .iter()
                .find(|(_, _, state)| state != "New")
                .expect("a reply")
                .0;
            let urgent = field(&rows[rows.len() - 1], "urgency").starts_with('1');
            let closed = moment(&field(&rows[0], "closed_at"));
            Incident {
                opened,
                closed,
                replied: replied.max(opened),
                target: if urgent { 10 } else { 30 },
                states,
            }
        });
    incidents.collect()
}

impl Incident {
    fn minutes(&self) -> i64 {
        self.replied.duration_since(self.opened).as_mins()
    }

    /// The state that a practice sees at an instant: `open`, `waiting_on_patient` or `resolved`; nothing if it is not there.
    fn at(&self, at: DateTime) -> Option<&'static str> {
        let mut before = self
            .states
            .iter()
            .filter(|(from, _, state)| *from <= at && state != "-100");
        let state = before.next_back().map_or("New", |(_, _, state)| state);
        (self.opened <= at && at < self.closed).then_some(match state {
            "Awaiting User Info" => "waiting_on_patient",
            "Resolved" | "Closed" => "resolved",
            _ => "open",
        })
    }
}

#[tokio::test]
async fn an_imported_log_says_in_every_report_what_a_recount_of_the_file_says() {
    addresses(async |database: String| {
        let folder = tempfile::tempdir().expect("a folder");
        let text = slice(ROWS);
        let file = kept(folder.path(), "log.csv", text.as_bytes());
        let events = text.lines().count() - 1;
        add_practice(&database);
        let first = import(&database, &file);
        assert_eq!(
            (&first["read"], &first["imported"]),
            (&events.into(), &events.into())
        );

        let incidents = recount(&text);
        let mut waits: Vec<i64> = incidents.iter().map(Incident::minutes).collect();
        waits.sort_unstable();
        let rank = |part: usize| waits[(waits.len() * part).div_ceil(100) - 1];
        let in_time = incidents.iter().filter(|one| one.minutes() <= one.target).count();
        let response = report(&database, &["response"]);
        let wanted = [waits.len(), waits.len(), in_time].map(Value::from);
        assert_eq!(
            [&response["n"], &response["answered"], &response["in_time"]],
            wanted.each_ref()
        );
        assert_eq!(
            [&response["median_minutes"], &response["p90_minutes"]],
            [&Value::from(rank(50)), &Value::from(rank(90))]
        );

        for at in [
            "2016-02-29T12:00:00",
            "2016-03-02T09:30:00",
            "2016-03-07T00:00:00",
            "2016-03-21T00:00:00",
        ] {
            let open = report(&database, &["open", "--at", &format!("{at}Z")]);
            let at: DateTime = at.parse().expect("an instant");
            let states: Vec<&str> = incidents.iter().filter_map(|one| one.at(at)).collect();
            assert!(!states.is_empty(), "nothing is there at {at}");
            for state in ["open", "waiting_on_patient", "resolved"] {
                let count = states.iter().filter(|one| **one == state).count();
                assert_eq!(open[state], Value::from(count), "{state} at {at}");
            }
            assert_eq!(open["not_closed"], Value::from(states.len()), "at {at}");
        }

        let again = import(&database, &file);
        assert_eq!((&again["read"], &again["imported"]), (&events.into(), &0.into()));
        assert_eq!(
            report(&database, &["response"]),
            response,
            "a second import changed something"
        );
    })
    .await;
}

#[tokio::test]
async fn a_log_with_bad_rows_brings_in_the_good_and_lists_the_bad_by_line() {
    addresses(async |database: String| {
        let folder = tempfile::tempdir().expect("a folder");
        let mut lines: Vec<Vec<u8>> = slice(60).lines().map(|line| line.as_bytes().to_vec()).collect();
        lines[4] = b"INC0000045,Gone".to_vec();
        lines[8] = b"INC\xff".to_vec();
        let read = lines.len() - 1;
        let file = kept(folder.path(), "log.csv", &lines.join(&b'\n'));
        add_practice(&database);
        let summary = import(&database, &file);
        assert_eq!(
            (&summary["read"], &summary["imported"]),
            (&read.into(), &(read - 2).into())
        );
        let rejected = summary["rejected"].as_array().expect("a list");
        let rejected: Vec<_> = rejected
            .iter()
            .map(|one| (one["line"].as_u64(), one["why"].as_str()))
            .collect();
        assert_eq!(
            rejected,
            [
                (Some(5), Some("incident_state can't be read")),
                (Some(9), Some("not UTF-8"))
            ]
        );
    })
    .await;
}

#[tokio::test]
async fn a_log_that_is_cut_off_or_damaged_brings_in_what_came_before_and_ends_with_an_error() {
    addresses(async |database: String| {
        let folder = tempfile::tempdir().expect("a folder");
        add_practice(&database);
        let mut packer = XzEncoder::new(Vec::new(), 6);
        packer.write_all(slice(1_000).as_bytes()).expect("packed");
        let whole = packer.finish().expect("packed");
        let cut = kept(folder.path(), "cut.csv.xz", &whole[..whole.len() * 2 / 3]);
        let mut bytes = whole.clone();
        let middle = bytes.len() / 2;
        bytes[middle..middle + 64].fill(0);
        let damaged = kept(folder.path(), "damaged.csv.xz", &bytes);
        for file in [cut, damaged] {
            let file = file.to_str().expect("a path").to_owned();
            let (said, summary) =
                complaint(&database, &["import", "incidents", &file, "--practice", "clinic"]);
            assert!(said.contains("can't be read after line"), "{said}");
            assert!(json(&summary)["read"].as_u64() < Some(1_000), "{summary}");
        }
        let none = kept(folder.path(), "none.csv.xz", b"number,incident_state\n");
        let none = none.to_str().expect("a path").to_owned();
        let (said, _) = complaint(&database, &["import", "incidents", &none, "--practice", "clinic"]);
        assert!(said.contains("none.csv.xz is no such log"), "{said}");
        // The whole file adds what is missing.
        let whole = import(&database, &kept(folder.path(), "whole.csv.xz", &whole));
        assert_eq!(whole["rejected"], Value::Array(Vec::new()));
        let n = recount(&slice(1_000)).len();
        assert_eq!(report(&database, &["response"])["n"], Value::from(n));
    })
    .await;
}

#[tokio::test]
async fn a_command_that_lacks_something_says_what_to_do() {
    addresses(async |database: String| {
        let (said, _) = complaint(&database, &["report", "open", "--practice", "nowhere"]);
        assert!(said.contains("anteroom practice add nowhere"), "{said}");
        let (said, _) = complaint("", &["report", "open", "--practice", "nowhere"]);
        assert!(said.contains("--database sqlite:FILE"), "{said}");
        let (said, _) = complaint("mysql:nothing", &["report", "open", "--practice", "nowhere"]);
        assert!(said.contains("sqlite:FILE or postgres://"), "{said}");
        add_practice(&database);
        let (said, _) = complaint(
            &database,
            &["import", "incidents", "no-such-file.csv", "--practice", "clinic"],
        );
        assert!(said.contains("can't open no-such-file.csv"), "{said}");
        let (said, _) = complaint(
            &database,
            &["report", "open", "--practice", "clinic", "--at", "yesterday"],
        );
        assert!(said.contains("write 2016-03-21"), "{said}");
    })
    .await;
}

/// A server that a test started; it doesn't outlive the test.
struct Serving(Child);

impl Drop for Serving {
    fn drop(&mut self) {
        // It has ended already where the test went well.
        drop(self.0.kill());
        drop(self.0.wait());
    }
}

#[tokio::test]
async fn a_server_that_is_told_to_stop_ends_cleanly() {
    addresses(async |database: String| {
        let mut command = anteroom(&database, &["serve", "--listen", "127.0.0.1:0"]);
        let child = command
            .env("NO_COLOR", "1")
            .stderr(Stdio::piped())
            .stdout(Stdio::null())
            .spawn();
        let mut serving = Serving(child.expect("the server starts"));
        let mut log = BufReader::new(serving.0.stderr.take().expect("its log"));
        let mut line = String::new();
        while !line.contains("serving") {
            line.clear();
            assert!(
                log.read_line(&mut line).expect("a line of the log") > 0,
                "it ended before it served"
            );
        }
        let address = line
            .split("address=")
            .nth(1)
            .and_then(|rest| rest.split_whitespace().next())
            .expect("an address");
        let mut patient = std::net::TcpStream::connect(address).expect("it answers");
        write!(
            patient,
            "GET / HTTP/1.1\r\nhost: {address}\r\nconnection: close\r\n\r\n"
        )
        .expect("asked");
        let mut answer = String::new();
        patient.read_to_string(&mut answer).expect("answered");
        assert!(answer.starts_with("HTTP/1.1 "), "{answer}");
        let stopped = Command::new("kill")
            .args(["-TERM", &serving.0.id().to_string()])
            .status();
        assert!(stopped.expect("the signal is sent").success());
        let mut rest = String::new();
        log.read_to_string(&mut rest).expect("the rest of the log");
        let ended = serving.0.wait().expect("it ends");
        assert!(ended.success(), "it ended with {ended}: {rest}");
    })
    .await;
}
