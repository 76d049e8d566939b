//! The event log of a service desk's incidents: CSV, one row an event, the rows of an incident together.
//!
//! Source: UCI Machine Learning Repository 498, "Incident management process enriched event log", CC BY 4.0. Its times
//! are wall-clock times without a zone, as day/month/year; `?` stands for nothing.

use std::io::Read;

use csv::StringRecord;
use jiff::civil::{Date, DateTime, Time};

/// What an incident was at an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum IncidentState {
    /// Nobody has taken it up.
    New,
    /// Somebody works on it.
    Active,
    /// It waits for somebody else at the desk's side.
    AwaitingOthers,
    /// It waits for who asked.
    AwaitingUserInfo,
    /// Done, and can be reopened.
    Resolved,
    /// Done for good.
    Closed,
    /// The log's `-100`: the event changed no state.
    Unchanged,
}

/// One event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// Its line in the file; the header is line 1.
    pub line: u64,
    /// The incident's number.
    pub number: String,
    /// The state from this event on.
    pub state: IncidentState,
    /// Orders events of one instant.
    pub mod_count: u32,
    /// When it happened.
    pub updated_at: DateTime,
    /// When the incident was opened.
    pub opened_at: DateTime,
    /// When it was closed for good.
    pub closed_at: Option<DateTime>,
    /// Who asked.
    pub caller: Option<String>,
    /// What it was about.
    pub subject: String,
    /// 1 high to 3 low.
    pub urgency: u8,
    /// What this event says, for people: the state, the group, the resolver.
    pub told: String,
}

/// A row that can't be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bad {
    /// Its line in the file.
    pub line: u64,
    /// Why, for people; it quotes no more than the column's name.
    pub why: String,
}

/// Why a file is no such log at all.
#[derive(Debug, thiserror::Error)]
pub enum NotALog {
    /// A column is missing in the header.
    #[error("the header has no column {0}")]
    Column(&'static str),
    /// The bytes can't be read.
    #[error("the file can't be read: {0}")]
    Read(#[from] csv::Error),
}

/// Where a file ended before its end: cut off, or damaged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Broken {
    /// The last line that was reached.
    pub line: u64,
    /// Why.
    pub why: String,
}

/// The columns that are read.
const COLUMNS: [&str; 12] = [
    "number",
    "incident_state",
    "sys_mod_count",
    "sys_updated_at",
    "opened_at",
    "closed_at",
    "caller_id",
    "category",
    "subcategory",
    "urgency",
    "assignment_group",
    "assigned_to",
];

/// The rows of a log, one by one.
pub struct Log<R> {
    rows: csv::Reader<R>,
    places: [usize; 12],
    record: StringRecord,
    broken: Option<Broken>,
}

impl<R: Read> Log<R> {
    /// Reads the header.
    pub fn open(bytes: R) -> Result<Self, NotALog> {
        let mut rows = csv::ReaderBuilder::new().flexible(true).from_reader(bytes);
        let header = rows.headers()?.clone();
        let mut places = [0; 12];
        for (place, column) in places.iter_mut().zip(COLUMNS) {
            *place = header
                .iter()
                .position(|name| name.trim() == column)
                .ok_or(NotALog::Column(column))?;
        }
        Ok(Self {
            rows,
            places,
            record: StringRecord::new(),
            broken: None,
        })
    }

    /// Why the rows ended before the file did, if so.
    pub fn broken(&self) -> Option<&Broken> {
        self.broken.as_ref()
    }

    fn event(&self, line: u64) -> Result<Event, &'static str> {
        let field = |column: usize| {
            let text = self
                .places
                .get(column)
                .and_then(|place| self.record.get(*place))
                .map(str::trim);
            text.filter(|text| !text.is_empty()).ok_or(COLUMNS[column])
        };
        let known = |column: usize| field(column).ok().filter(|text| *text != "?");
        let number = field(0)?;
        if number.chars().count() > NUMBER_MAX || number == "?" {
            return Err(COLUMNS[0]);
        }
        let state = state(field(1)?).ok_or(COLUMNS[1])?;
        let moment = |column: usize| field(column).and_then(|text| moment(text).ok_or(COLUMNS[column]));
        let words = |columns: [usize; 2]| {
            columns
                .into_iter()
                .filter_map(known)
                .collect::<Vec<_>>()
                .join(" · ")
        };
        let told = [field(1).ok(), known(10), known(11)];
        Ok(Event {
            line,
            number: number.to_owned(),
            state,
            mod_count: field(2)?.parse().map_err(|_| COLUMNS[2])?,
            updated_at: moment(3)?,
            opened_at: moment(4)?,
            closed_at: known(5).map(|_| moment(5)).transpose()?,
            caller: known(6).map(str::to_owned),
            subject: words([7, 8]),
            urgency: urgency(known(9)).ok_or(COLUMNS[9])?,
            told: told.into_iter().flatten().collect::<Vec<_>>().join(" · "),
        })
    }
}

/// Longer numbers are no numbers of this log.
const NUMBER_MAX: usize = 40;

impl<R: Read> Iterator for Log<R> {
    type Item = Result<Event, Bad>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.broken.is_some() {
            return None;
        }
        let line = self.rows.position().line();
        match self.rows.read_record(&mut self.record) {
            Ok(false) => None,
            Ok(true) => {
                let line = self.record.position().map_or(line, csv::Position::line);
                Some(self.event(line).map_err(|column| Bad {
                    line,
                    why: format!("{column} can't be read"),
                }))
            }
            Err(error) => {
                let line = error.position().map_or(line, csv::Position::line);
                let why = match error.kind() {
                    csv::ErrorKind::Io(error) => {
                        self.broken = Some(Broken {
                            line,
                            why: error.to_string(),
                        });
                        return None;
                    }
                    csv::ErrorKind::Utf8 { .. } => "not UTF-8",
                    _ => "not a row of this log",
                };
                Some(Err(Bad {
                    line,
                    why: why.to_owned(),
                }))
            }
        }
    }
}

fn state(text: &str) -> Option<IncidentState> {
    Some(match text {
        "New" => IncidentState::New,
        "Active" => IncidentState::Active,
        "Awaiting Vendor" | "Awaiting Problem" | "Awaiting Evidence" => IncidentState::AwaitingOthers,
        "Awaiting User Info" => IncidentState::AwaitingUserInfo,
        "Resolved" => IncidentState::Resolved,
        "Closed" => IncidentState::Closed,
        "-100" => IncidentState::Unchanged,
        _ => return None,
    })
}

/// `1 - High` to `3 - Low`; nothing said is the middle.
fn urgency(text: Option<&str>) -> Option<u8> {
    let Some(text) = text else { return Some(2) };
    text.split(' ')
        .next()?
        .parse()
        .ok()
        .filter(|urgency| (1..=3).contains(urgency))
}

/// `29/2/2016 01:16`: day, month, year, hour, minute.
fn moment(text: &str) -> Option<DateTime> {
    let (date, time) = text.split_once(' ')?;
    let mut parts = date.split('/');
    let [day, month, year] = [parts.next()?, parts.next()?, parts.next()?];
    let (hour, minute) = time.split_once(':')?;
    let date = Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()?;
    let time = Time::new(hour.parse().ok()?, minute.parse().ok()?, 0, 0).ok()?;
    parts.next().is_none().then(|| DateTime::from_parts(date, time))
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEADER: &str = "number,incident_state,sys_mod_count,sys_updated_at,opened_at,closed_at,caller_id,category,\
                          subcategory,urgency,assignment_group,assigned_to\n";

    fn read(rows: &str) -> Vec<Result<Event, Bad>> {
        Log::open(format!("{HEADER}{rows}").as_bytes())
            .expect("a log")
            .collect()
    }

    #[test]
    fn a_row_becomes_an_event_and_a_question_mark_nothing() {
        let rows =
            read("INC1,Active,3,29/2/2016 01:23,29/2/2016 01:16,?,?,Category 55,?,2 - Medium,Group 56,?\n");
        let event = rows[0].as_ref().expect("an event");
        assert_eq!(event.state, IncidentState::Active);
        assert_eq!(event.updated_at.to_string(), "2016-02-29T01:23:00");
        assert_eq!((event.closed_at, event.caller.as_deref()), (None, None));
        assert_eq!(
            (event.subject.as_str(), event.told.as_str()),
            ("Category 55", "Active · Group 56")
        );
        assert_eq!(event.line, 2);
    }

    #[test]
    fn each_bad_row_is_named_by_line_and_column_and_the_good_ones_are_read() {
        let good = "INC1,New,0,1/3/2016 00:00,1/3/2016 00:00,?,Caller 1,?,?,?,?,?\n";
        let bad = [
            "INC2,Gone,0,1/3/2016 00:00,1/3/2016 00:00,?,?,?,?,?,?,?\n",
            "INC2,New,x,1/3/2016 00:00,1/3/2016 00:00,?,?,?,?,?,?,?\n",
            "INC2,New,0,30/2/2016 00:00,1/3/2016 00:00,?,?,?,?,?,?,?\n",
            "INC2,New,0,1/3/2016 00:00,?,?,?,?,?,?,?,?\n",
            "INC2\n",
            "?,New,0,1/3/2016 00:00,1/3/2016 00:00,?,?,?,?,?,?,?\n",
        ];
        let rows = read(&(bad.concat() + good));
        let why: Vec<(u64, String)> = rows
            .iter()
            .filter_map(|row| row.clone().err())
            .map(|b| (b.line, b.why))
            .collect();
        let columns = [
            "incident_state",
            "sys_mod_count",
            "sys_updated_at",
            "opened_at",
            "incident_state",
            "number",
        ];
        let wanted: Vec<(u64, String)> = (2..)
            .zip(columns)
            .map(|(line, column)| (line, format!("{column} can't be read")))
            .collect();
        assert_eq!(why, wanted);
        assert_eq!(rows.iter().filter(|row| row.is_ok()).count(), 1);
    }

    #[test]
    fn bytes_that_are_no_text_are_a_bad_row_and_not_the_end() {
        let mut bytes = HEADER.as_bytes().to_vec();
        bytes.extend(b"INC\xff,New,0,1/3/2016 00:00,1/3/2016 00:00,?,?,?,?,?,?,?\n");
        bytes.extend(b"INC1,New,0,1/3/2016 00:00,1/3/2016 00:00,?,?,?,?,?,?,?\n");
        let rows: Vec<_> = Log::open(bytes.as_slice()).expect("a log").collect();
        assert_eq!(rows[0].as_ref().map_err(|bad| bad.why.as_str()), Err("not UTF-8"));
        assert!(rows[1].is_ok());
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
        let text = format!("{HEADER}INC1,New,0,1/3/2016 00:00,1/3/2016 00:00,?,Caller 1,?,?,?,?,?\nINC2,Ne");
        let mut log = Log::open(Damaged(text.as_bytes())).expect("a log");
        assert_eq!(log.by_ref().flatten().count(), 1);
        assert_eq!(log.by_ref().count(), 0);
        assert_eq!(
            log.broken(),
            Some(&Broken {
                line: 3,
                why: "cut off".to_owned()
            })
        );
        assert_eq!(Log::open(HEADER.as_bytes()).expect("a log").broken(), None);
    }

    #[test]
    fn a_file_without_the_columns_is_no_log() {
        assert!(matches!(
            Log::open("a,b\n1,2\n".as_bytes()),
            Err(NotALog::Column("number"))
        ));
    }
}
