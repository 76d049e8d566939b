//! "Open in the chart": the address of a patient's chart in the practice's own record system, by a template with the record
//! number's place. It opens nothing and asks nothing of that system.

use std::fmt::Write;

use crate::limits;
use crate::text::{self, Fault};

/// Where the record number comes.
pub const PLACE: &str = "{record_number}";

/// A template that was found good.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Template(String);

impl Template {
    /// Reads a template: https alone, a plain host, one place for the record number after it, and nothing that an address
    /// doesn't hold as it stands (RFC 3986, 2).
    pub fn parse(typed: &str) -> Result<Self, Fault> {
        let text = text::required_line(typed, limits::CHART_URL_MAX)?;
        let rest = text.strip_prefix("https://").ok_or(Fault::Shape)?;
        let end = rest.find(['/', '?', '#']).ok_or(Fault::Shape)?;
        let (host, rest) = rest.split_at(end);
        let (name, port) = host.split_once(':').unwrap_or((host, "443"));
        let label = |label: &str| {
            !label.is_empty()
                && !label.starts_with('-')
                && label.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
        };
        let placed = rest.matches(PLACE).count() == 1;
        let plain = rest
            .replacen(PLACE, "", 1)
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || "-._~:/?#@!$&()*+,;=%".contains(c));
        if name.split('.').all(label) && port.parse::<u16>().is_ok() && placed && plain {
            Ok(Self(text))
        } else {
            Err(Fault::Shape)
        }
    }

    /// The address of one patient's chart.
    pub fn link(&self, record_number: &str) -> String {
        let mut escaped = String::with_capacity(record_number.len());
        for byte in record_number.bytes() {
            if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
                escaped.push(char::from(byte));
            } else {
                // Writing to a string can't fail.
                let _ = write!(escaped, "%{byte:02X}");
            }
        }
        self.0.replacen(PLACE, &escaped, 1)
    }

    /// As it was typed.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_record_number_stands_escaped_in_its_place() {
        let chart = Template::parse("https://chart.example:8443/p/{record_number}?tab=1").unwrap();
        assert_eq!(
            chart.link("A/1 ñ"),
            "https://chart.example:8443/p/A%2F1%20%C3%B1?tab=1"
        );
        let query = Template::parse("https://chart.example?mrn={record_number}").unwrap();
        assert_eq!(query.link("1&x=2"), "https://chart.example?mrn=1%26x%3D2");
    }

    #[test]
    fn what_could_lead_elsewhere_is_refused() {
        for bad in [
            "http://chart.example/{record_number}",
            "javascript:alert({record_number})",
            "https://{record_number}.example/",
            "https://chart.example",
            "https://chart.example/p",
            "https://chart.example/{record_number}/{record_number}",
            "https://user:pass@chart.example/{record_number}",
            "https://chart.example@evil.example/{record_number}",
            "https:///{record_number}",
            "https://chart..example/{record_number}",
            "https://chart.example:x/{record_number}",
            "https://chart.example/\"{record_number}",
            "https://chart.example/ {record_number}",
            "https://chärt.example/{record_number}",
            "https://chart.example/\\{record_number}",
            "https://chart.example/{other}{record_number}",
        ] {
            assert_eq!(Template::parse(bad), Err(Fault::Shape), "{bad}");
        }
        assert_eq!(Template::parse(""), Err(Fault::Missing));
    }
}
