//! Instants as people type them on a command line.

use anteroom_core::Time;
use anteroom_core::hours::zone_named;
use anyhow::{Context, bail};

/// Reads `2016-03-21T00:00:00Z`, or `2016-03-21 08:30` and `2016-03-21` on the practice's wall clock; a date alone is its
/// midnight.
pub fn instant(text: &str, zone: &str) -> anyhow::Result<Time> {
    if let Ok(at) = text.parse::<jiff::Timestamp>() {
        return Ok(Time::from(at));
    }
    let zone = zone_named(zone)?;
    let moment = match (
        text.parse::<jiff::civil::DateTime>(),
        text.parse::<jiff::civil::Date>(),
    ) {
        (Ok(moment), _) => moment,
        (_, Ok(date)) => date.to_datetime(jiff::civil::Time::midnight()),
        _ => bail!("{text:?} is no instant; write 2016-03-21T00:00:00Z, 2016-03-21 08:30 or 2016-03-21"),
    };
    let at = zone
        .to_zoned_datetime(moment)
        .with_context(|| format!("{text:?} is out of range"))?;
    Ok(Time::from(at.timestamp()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_alone_is_the_practices_midnight() {
        let wanted: jiff::Timestamp = "2016-03-21T04:00:00Z".parse().expect("an instant");
        assert_eq!(
            instant("2016-03-21", "America/New_York").expect("an instant"),
            Time::from(wanted)
        );
        assert_eq!(
            instant("2016-03-21 00:00", "America/New_York").expect("an instant"),
            Time::from(wanted)
        );
        assert_eq!(
            instant("2016-03-21T04:00:00Z", "UTC").expect("an instant"),
            Time::from(wanted)
        );
        assert!(instant("yesterday", "UTC").is_err());
    }
}
