//! What a phone system posts as a call goes on: JSON, one fact or a list of them.
//!
//! `{"call": "7f3a", "event": "answered", "at": "2026-11-24T15:04:05Z", "line": "+15125550100", "from": "+15125550142",
//! "by": "Maria Reyes"}`. Events are `arrived`, `queued`, `answered`, `ended`, and `left` with `how`: `callback`,
//! `voicemail`, `text` or `overflow`, and `words` where the caller's are known.

use jiff::Timestamp;
use serde::Deserialize;
use serde_json::Value;

use super::withheld;

/// Facts of one post: an hour of a busy line at once.
const FACTS: usize = 500;
/// A call's name in its own system.
const KEY: usize = 200;
/// The name of who answered, or of a line.
const NAME: usize = 200;

/// What happened to a call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Event {
    /// It reached the phone system.
    Arrived,
    /// The caller joined the queue.
    Queued,
    /// Somebody answered.
    Answered,
    /// The caller left by another way.
    Left(Way),
    /// It was over.
    Ended,
}

/// How a caller left the queue without hanging up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// To be called back.
    Callback,
    /// With words after the tone.
    Voicemail,
    /// To write instead.
    Text,
    /// To another desk.
    Overflow,
}

/// One fact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// The call's name in its own system.
    pub call: String,
    /// What happened.
    pub event: Event,
    /// When.
    pub at: Timestamp,
    /// The name or number of the line; empty if it isn't said.
    pub line: String,
    /// The caller's number; empty if it isn't said or was withheld.
    pub from: String,
    /// Who answered; empty if it isn't said.
    pub by: String,
    /// What the caller said; empty if it isn't known.
    pub words: String,
}

/// Why a post is not understood, by a word that quotes none of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Bad {
    /// It is no JSON.
    #[error("json")]
    Json,
    /// It says nothing, or more than a post may.
    #[error("count")]
    Count,
    /// Which call it is about isn't said.
    #[error("call")]
    Call,
    /// What happened isn't known.
    #[error("event")]
    Event,
    /// When it happened can't be read.
    #[error("at")]
    At,
}

#[derive(Deserialize)]
struct Told {
    #[serde(default)]
    call: Value,
    #[serde(default)]
    event: String,
    #[serde(default)]
    how: String,
    #[serde(default)]
    at: Value,
    #[serde(default)]
    line: Option<String>,
    #[serde(default)]
    from: Option<String>,
    #[serde(default)]
    by: Option<String>,
    #[serde(default)]
    words: Option<String>,
}

/// Reads a post. Either all of it is understood or none.
pub fn read(body: &[u8]) -> Result<Vec<Fact>, Bad> {
    let value: Value = serde_json::from_slice(body).map_err(|_| Bad::Json)?;
    let told = match value {
        Value::Array(values) => values,
        one => vec![one],
    };
    if !(1..=FACTS).contains(&told.len()) {
        return Err(Bad::Count);
    }
    told.into_iter().map(fact).collect()
}

fn fact(value: Value) -> Result<Fact, Bad> {
    let told: Told = serde_json::from_value(value).map_err(|_| Bad::Json)?;
    let call = match told.call {
        Value::String(text) => text.trim().to_owned(),
        Value::Number(number) => number.to_string(),
        _ => return Err(Bad::Call),
    };
    if !(1..=KEY).contains(&call.len()) {
        return Err(Bad::Call);
    }
    let event = match (told.event.as_str(), told.how.as_str()) {
        ("arrived", _) => Event::Arrived,
        ("queued", _) => Event::Queued,
        ("answered", _) => Event::Answered,
        ("ended", _) => Event::Ended,
        ("left", "callback") => Event::Left(Way::Callback),
        ("left", "voicemail") => Event::Left(Way::Voicemail),
        ("left", "text") => Event::Left(Way::Text),
        ("left", "overflow") => Event::Left(Way::Overflow),
        _ => return Err(Bad::Event),
    };
    let name = |text: Option<String>| text.map(|text| cut(text.trim(), NAME)).unwrap_or_default();
    let from = name(told.from);
    Ok(Fact {
        call,
        event,
        at: instant(&told.at).ok_or(Bad::At)?,
        line: name(told.line),
        from: if withheld(&from) { String::new() } else { from },
        by: name(told.by),
        words: told.words.unwrap_or_default(),
    })
}

/// The text's first letters.
fn cut(text: &str, letters: usize) -> String {
    text.chars()
        .filter(|letter| !letter.is_control())
        .take(letters)
        .collect()
}

/// RFC 3339 with its offset, or seconds since 1970.
fn instant(value: &Value) -> Option<Timestamp> {
    match value {
        Value::String(text) => text.parse().ok(),
        Value::Number(number) => {
            if let Some(whole) = number.as_i64() {
                return Timestamp::from_second(whole).ok();
            }
            let seconds = number.as_f64()?;
            let length = jiff::SignedDuration::try_from_secs_f64(seconds).ok()?;
            Timestamp::from_duration(length).ok()
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_post_is_one_fact_or_a_list() {
        let one = br#"{"call":"7f3a","event":"left","how":"voicemail","at":"2026-11-24T15:04:05.250Z",
            "line":"+15125550100","from":"+15125550142","words":"Please call me"}"#;
        let facts = read(one).expect("understood");
        assert_eq!(facts[0].event, Event::Left(Way::Voicemail));
        assert_eq!(facts[0].at.as_microsecond(), 1_795_532_645_250_000);
        assert_eq!(
            (facts[0].from.as_str(), facts[0].words.as_str()),
            ("+15125550142", "Please call me")
        );
        let list =
            br#"[{"call":7,"event":"queued","at":1795532645},{"call":7,"event":"ended","at":1795532645.5}]"#;
        let facts = read(list).expect("understood");
        assert_eq!((facts[0].call.as_str(), facts[1].event), ("7", Event::Ended));
        assert_eq!(facts[1].at.as_microsecond(), 1_795_532_645_500_000);
    }

    #[test]
    fn a_number_that_is_withheld_is_none() {
        for from in ["null", r#""""#, r#""anonymous""#, r#""Private""#, r#""+""#] {
            let body = format!(r#"{{"call":"1","event":"arrived","at":0,"from":{from}}}"#);
            assert_eq!(read(body.as_bytes()).expect("understood")[0].from, "", "{from}");
        }
    }

    #[test]
    fn what_cant_be_understood_is_said_by_a_word_and_never_quoted() {
        let wrong: [(&str, Bad); 10] = [
            ("", Bad::Json),
            ("{", Bad::Json),
            ("[]", Bad::Count),
            ("7", Bad::Json),
            (r#"{"event":"arrived","at":0}"#, Bad::Call),
            (r#"{"call":"","event":"arrived","at":0}"#, Bad::Call),
            (r#"{"call":"1","event":"danced","at":0}"#, Bad::Event),
            (r#"{"call":"1","event":"left","at":0}"#, Bad::Event),
            (r#"{"call":"1","event":"ended","at":"noon"}"#, Bad::At),
            (r#"{"call":"1","event":"ended","at":1e300}"#, Bad::At),
        ];
        for (body, why) in wrong {
            assert_eq!(read(body.as_bytes()), Err(why), "{body}");
        }
    }
}
