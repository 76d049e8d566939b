//! The log of a bank's call centre, a row a call, tab separated.
//!
//! Source: "Anonymous Bank", A. Mandelbaum, Technion; free for use with its source. Its clocks are wall clocks; `q_time` is
//! the hold, whatever they say.

use std::collections::BTreeSet;
use std::io::Read;

use csv::StringRecord;
use jiff::civil::{Date, Time};

use super::{Dirt, Fate, Past, Told};
use crate::mapped::{Bad, Broken, Kind, Moment, NotATable};

/// The columns, in their order.
const COLUMNS: [&str; 17] = [
    "vru+line",
    "call_id",
    "customer_id",
    "priority",
    "type",
    "date",
    "vru_entry",
    "vru_exit",
    "vru_time",
    "q_start",
    "q_exit",
    "q_time",
    "outcome",
    "ser_start",
    "ser_exit",
    "ser_time",
    "server",
];
const LINE: usize = 0;
const CALL: usize = 1;
const DATE: usize = 5;
const MENU: usize = 6;
const QUEUE: usize = 9;
const OUTCOME: usize = 12;
const SERVICE: usize = 13;
const SERVER: usize = 16;
/// What stands in the place of a name.
const NOBODY: &str = "NO_SERVER";
/// Spoken to for less is a phantom answer.
const SHORT: i64 = 10;

/// The rows of a log, one by one.
pub struct Log<R> {
    rows: csv::Reader<R>,
    record: StringRecord,
    broken: Option<Broken>,
}

/// Two clocks and the length that the log says they have.
struct Part {
    from: Time,
    to: Time,
    length: i64,
}

impl Part {
    /// Seconds by its clocks.
    fn clocked(&self) -> i64 {
        seconds(self.to) - seconds(self.from)
    }

    /// Neither clock was ever set.
    fn unset(&self) -> bool {
        seconds(self.from) == 0 && seconds(self.to) == 0
    }
}

fn seconds(time: Time) -> i64 {
    i64::from(time.hour()) * 3_600 + i64::from(time.minute()) * 60 + i64::from(time.second())
}

impl<R: Read> Log<R> {
    /// Reads the header.
    pub fn open(bytes: R) -> Result<Self, NotATable> {
        let mut rows = csv::ReaderBuilder::new()
            .flexible(true)
            .delimiter(b'\t')
            .quoting(false)
            .from_reader(bytes);
        let header = rows.headers()?.clone();
        let missing = COLUMNS
            .iter()
            .enumerate()
            .find(|(at, column)| header.get(*at).map(str::trim) != Some(column));
        match missing {
            Some((_, column)) => Err(NotATable::Column((*column).to_owned())),
            None => Ok(Self {
                rows,
                record: StringRecord::new(),
                broken: None,
            }),
        }
    }

    /// Why the rows ended before the file did, if so.
    pub fn broken(&self) -> Option<&Broken> {
        self.broken.as_ref()
    }

    fn bad(line: u64, column: usize, kind: Kind) -> Bad {
        Bad {
            line,
            kind,
            why: format!("{} can't be read", COLUMNS[column]),
        }
    }

    fn field(&self, line: u64, column: usize) -> Result<&str, Bad> {
        let text = self.record.get(column).map(str::trim);
        text.filter(|text| !text.is_empty())
            .ok_or_else(|| Self::bad(line, column, Kind::Missing))
    }

    fn clock(&self, line: u64, column: usize) -> Result<Time, Bad> {
        let mut parts = self.field(line, column)?.split(':').map(str::parse::<i8>);
        let mut part = || parts.next()?.ok();
        let time = part().zip(part()).zip(part());
        time.and_then(|((hour, minute), second)| Time::new(hour, minute, second, 0).ok())
            .ok_or_else(|| Self::bad(line, column, Kind::Moment))
    }

    fn part(&self, line: u64, column: usize) -> Result<Part, Bad> {
        let length = self.field(line, column + 2)?.parse();
        Ok(Part {
            from: self.clock(line, column)?,
            to: self.clock(line, column + 1)?,
            length: length.map_err(|_| Self::bad(line, column + 2, Kind::Shape))?,
        })
    }

    /// `990131`: year, month, day of the last century.
    fn date(&self, line: u64) -> Result<Date, Bad> {
        let text = self.field(line, DATE)?;
        let part = |from: usize| text.get(from..from + 2)?.parse::<i8>().ok();
        let whole = text.len() == 6;
        let date = part(0).zip(part(2)).zip(part(4)).filter(|_| whole);
        date.and_then(|((year, month), day)| Date::new(1900 + i16::from(year), month, day).ok())
            .ok_or_else(|| Self::bad(line, DATE, Kind::Moment))
    }

    fn told(&self, line: u64) -> Result<Told, Bad> {
        if self.record.len() != COLUMNS.len() {
            return Err(Bad {
                line,
                kind: Kind::Width,
                why: "it has more or fewer columns than the header".to_owned(),
            });
        }
        let fate = match self.field(line, OUTCOME)? {
            "AGENT" => Fate::Answered,
            "HANG" => Fate::Abandoned,
            "PHANTOM" => return Ok(Told::NoCall(line)),
            _ => return Err(Self::bad(line, OUTCOME, Kind::Word)),
        };
        let (menu, queue, service) = (
            self.part(line, MENU)?,
            self.part(line, QUEUE)?,
            self.part(line, SERVICE)?,
        );
        let named = Some(self.field(line, SERVER)?).filter(|name| *name != NOBODY);
        let dirt = dirt(fate, (&menu, &queue, &service), named.is_some());
        let past = Past {
            line,
            key: vec![
                self.field(line, LINE)?.to_owned(),
                self.field(line, CALL)?.to_owned(),
                self.field(line, DATE)?.to_owned(),
            ],
            at: Moment::Wall(self.date(line)?.to_datetime(menu.from)),
            hold: queue.length.max(0),
            talk: if fate == Fate::Answered {
                service.length.max(0)
            } else {
                0
            },
            fate,
            // Its lines are trunks of the exchange, not numbers that people call.
            on: String::new(),
            from: String::new(),
            by: named
                .filter(|_| fate == Fate::Answered)
                .unwrap_or_default()
                .to_owned(),
        };
        Ok(Told::Call(past, dirt.into_iter().collect()))
    }
}

fn dirt(fate: Fate, (menu, queue, service): (&Part, &Part, &Part), named: bool) -> BTreeSet<Dirt> {
    let answered = fate == Fate::Answered;
    let parts = [menu, queue, service];
    let disagrees = |part: &&Part| part.clocked() != part.length;
    let found = [
        (Dirt::AnsweredByNobody, answered && !named),
        (Dirt::HungUpOnSomebody, !answered && named),
        (Dirt::NegativeMenu, menu.length < 0),
        (Dirt::ClocksDisagree, parts.iter().any(disagrees)),
        (
            Dirt::Backwards,
            parts[1..].iter().any(|part| part.clocked() < 0 && !part.unset()),
        ),
        (Dirt::NeverQueued, !answered && queue.length == 0),
        (Dirt::ShortService, answered && service.length < SHORT),
        (Dirt::Negative, queue.length < 0 || service.length < 0),
    ];
    found
        .into_iter()
        .filter(|found| found.1)
        .map(|found| found.0)
        .collect()
}

impl<R: Read> Iterator for Log<R> {
    type Item = Result<Told, Bad>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.broken.is_some() {
            return None;
        }
        let line = self.rows.position().line();
        match self.rows.read_record(&mut self.record) {
            Ok(false) => None,
            Ok(true) => {
                let line = self.record.position().map_or(line, csv::Position::line);
                Some(self.told(line))
            }
            Err(error) => {
                let line = error.position().map_or(line, csv::Position::line);
                let csv::ErrorKind::Utf8 { .. } = error.kind() else {
                    self.broken = Some(Broken {
                        line,
                        why: error.to_string(),
                    });
                    return None;
                };
                Some(Err(Bad {
                    line,
                    kind: Kind::Bytes,
                    why: "it is not UTF-8".to_owned(),
                }))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(rows: &str) -> Vec<Result<Told, Bad>> {
        let text = format!("{}\n{rows}", COLUMNS.join("\t"));
        Log::open(text.as_bytes()).expect("a log").collect()
    }

    /// A row of words, for the eye.
    fn row(words: &str) -> String {
        format!("{}\n", words.split(' ').collect::<Vec<_>>().join("\t"))
    }

    const CLEAN: &str = "AA0101 33118 27997683 2 PS 990101 6:55:20 6:55:26 6 6:55:26 6:55:43 17 AGENT 6:55:43 6:56:37 54 MICHAL";

    #[test]
    fn a_row_becomes_a_call_whose_hold_is_its_q_time() {
        let told = read(&row(CLEAN));
        let Ok(Told::Call(call, dirt)) = &told[0] else {
            panic!("{told:?}")
        };
        assert_eq!(
            (call.line, call.hold, call.talk, call.fate),
            (2, 17, 54, Fate::Answered)
        );
        assert_eq!(
            call.at,
            Moment::Wall(jiff::civil::date(1999, 1, 1).at(6, 55, 20, 0))
        );
        assert_eq!((call.by.as_str(), dirt.as_slice()), ("MICHAL", &[][..]));
    }

    #[test]
    fn each_kind_of_dirt_is_named_and_survived() {
        let rows = [
            (
                "17 AGENT 6:55:43 6:56:37 54 MICHAL",
                "17 AGENT 6:55:43 6:56:37 54 NO_SERVER",
                Dirt::AnsweredByNobody,
            ),
            ("6 6:55:26", "-6 6:55:26", Dirt::NegativeMenu),
            ("6:55:43 17", "6:55:43 19", Dirt::ClocksDisagree),
            ("6:55:43 17", "6:55:20 17", Dirt::Backwards),
            ("6:56:37 54", "6:55:47 4", Dirt::ShortService),
            ("6:55:43 17", "6:55:43 -17", Dirt::Negative),
        ];
        for (from, to, kind) in rows {
            let text = CLEAN.replace(from, to);
            assert_ne!(text, CLEAN, "{kind:?}");
            let told = read(&row(&text));
            let Ok(Told::Call(call, dirt)) = &told[0] else {
                panic!("{told:?}")
            };
            assert!(dirt.contains(&kind), "{kind:?}: {dirt:?}");
            assert_eq!(call.fate, Fate::Answered);
            assert!(call.hold >= 0);
        }
        let hang =
            "AA0101 33117 0 0 PS 990101 0:34:12 0:34:23 11 0:00:00 0:00:00 0 HANG 0:00:00 0:00:00 0 DORIT";
        let told = read(&row(hang));
        let Ok(Told::Call(call, dirt)) = &told[0] else {
            panic!("{told:?}")
        };
        assert_eq!(dirt.as_slice(), [Dirt::HungUpOnSomebody, Dirt::NeverQueued]);
        assert_eq!((call.hold, call.by.as_str()), (0, ""));
    }

    #[test]
    fn what_the_log_calls_a_phantom_is_no_call() {
        assert_eq!(
            read(&row(&CLEAN.replace("AGENT", "PHANTOM"))),
            [Ok(Told::NoCall(2))]
        );
    }

    #[test]
    fn a_row_that_cant_be_read_is_named_by_line_and_column() {
        let bad = [
            CLEAN.replace("990101", "991301"),
            CLEAN.replace("990101", "é9010"),
            CLEAN.replace("6:55:20", "6:61:20"),
            CLEAN.replace(" 17 ", " x "),
            CLEAN.replace("AGENT", "ROBOT"),
            "AA0101 1".to_owned(),
        ];
        let rows: String = bad.iter().map(|text| row(text)).collect();
        let kinds: Vec<_> = read(&(rows + &row(CLEAN)))
            .into_iter()
            .map(|row| row.map_err(|bad| (bad.line, bad.kind)))
            .collect();
        let expected = [
            Kind::Moment,
            Kind::Moment,
            Kind::Moment,
            Kind::Shape,
            Kind::Word,
            Kind::Width,
        ];
        for ((line, kind), got) in (2..).zip(expected).zip(&kinds) {
            assert_eq!(got.as_ref().err(), Some(&(line, kind)));
        }
        assert!(kinds[6].is_ok());
    }

    #[test]
    fn another_table_is_no_such_log() {
        assert!(matches!(
            Log::open("a\tb\n".as_bytes()),
            Err(NotATable::Column(column)) if column == "vru+line"
        ));
    }
}
