//! The hours of one day as tables write them: `800AM-430PM`, `8:00 am - 12:00 pm, 1 pm - 5 pm`, `08:00-17:00`, `24/7`, `-`. It
//! reads what can be read in one way only; all else is kept as the words that it is. It knows no week and no zone.

/// Minutes of a day.
const DAY: u16 = 24 * 60;
/// Openings of one day: one an hour.
const OPENINGS: usize = 24;

/// What a table says of a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Day {
    /// Shut.
    Shut,
    /// Open from one minute after midnight to another, in order.
    Open(Vec<(u16, u16)>),
    /// Words that are no hours, as they stand there; nothing where nothing stands.
    Said(String),
}

impl Day {
    /// What a cell says.
    ///
    /// An end at 12 am is kept as words: people write it for noon and for midnight alike. So is an end that is not after its
    /// start, and a clock that doesn't say which half of the day it means.
    pub fn read(cell: &str) -> Self {
        let plain: String = cell
            .to_lowercase()
            .chars()
            .filter(|letter| !letter.is_whitespace() && *letter != '.')
            .map(|letter| {
                if matches!(letter, '\u{2013}' | '\u{2014}') {
                    '-'
                } else {
                    letter
                }
            })
            .collect();
        match plain.as_str() {
            "" | "null" => Self::Said(String::new()),
            "-" | "closed" => Self::Shut,
            "24/7" | "24hours" | "00:00-24:00" => Self::Open(vec![(0, DAY)]),
            times => spans(times).map_or_else(|| Self::Said(cell.trim().to_owned()), Self::Open),
        }
    }

    /// The words of a day of which nothing else is known.
    pub fn words(&self) -> Option<&str> {
        match self {
            Self::Said(words) => Some(words),
            Self::Shut | Self::Open(_) => None,
        }
    }
}

fn spans(times: &str) -> Option<Vec<(u16, u16)>> {
    let spans: Option<Vec<(u16, u16)>> = times
        .split([',', '&', ';'])
        .take(OPENINGS + 1)
        .map(span)
        .collect();
    spans.filter(|spans| spans.len() <= OPENINGS && spans.windows(2).all(|pair| pair[0].1 < pair[1].0))
}

fn span(text: &str) -> Option<(u16, u16)> {
    let (from, to) = text.split_once('-').or_else(|| text.split_once("to"))?;
    let (from, to) = (Clock::read(from)?, Clock::read(to)?);
    let midnight = Clock {
        half: true,
        minute: 0,
    };
    let fits = from.half == to.half && from.minute < to.minute && to != midnight;
    fits.then_some((from.minute, to.minute))
}

/// A time of day.
#[derive(PartialEq, Eq)]
struct Clock {
    /// Whether it says which half of the day it means.
    half: bool,
    minute: u16,
}

impl Clock {
    /// `8am`, `830am`, `8:30am`; or, of twenty-four hours, `08:30`.
    fn read(text: &str) -> Option<Self> {
        let morning = text.strip_suffix("am");
        let face = morning.or_else(|| text.strip_suffix("pm"));
        let (hours, minutes) = if let Some(parts) = face.unwrap_or(text).split_once(':') {
            parts
        } else {
            // Digits alone are a time only beside am or pm: the last two are minutes where there are three or four.
            let digits = face?;
            let hours = digits.len().checked_sub(2).filter(|at| *at > 0);
            digits.split_at_checked(hours.unwrap_or(digits.len()))?
        };
        let number = |text: &str, most: u16| {
            let plain = (1..=2).contains(&text.len()) && text.bytes().all(|digit| digit.is_ascii_digit());
            text.parse::<u16>().ok().filter(|value| plain && *value <= most)
        };
        let minutes = if minutes.is_empty() {
            0
        } else {
            number(minutes, 59).filter(|_| minutes.len() == 2)?
        };
        let minute = if face.is_some() {
            let hours = number(hours, 12).filter(|hours| *hours > 0)? % 12;
            let noon = if morning.is_some() { 0 } else { 12 };
            (hours + noon) * 60 + minutes
        } else {
            number(hours, 24)? * 60 + minutes
        };
        (minute <= DAY).then_some(Self {
            half: face.is_some(),
            minute,
        })
    }
}

#[cfg(test)]
mod tests;
