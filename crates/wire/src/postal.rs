//! Postal codes of the United States: where each one is. It gives the point of a code and the county it lies in, and knows no
//! place there.
//!
//! The points are built into the program, ten bytes each (`scripts/postal.mjs` packs them): 415 kB of which a look-up touches
//! a handful of pages, where a table in memory would take four times as much and a file beside the program could be missing.
//! Source: GeoNames (geonames.org), CC BY 4.0; pages that answer from it say so.

/// Records by code, ten bytes each; `scripts/postal.mjs` says how they are packed.
static US: &[u8] = include_bytes!("postal/us.bin");
/// Bytes of a record.
const RECORD: usize = 10;
/// Parts of a degree in the records.
const PARTS: f64 = 10_000.0;

/// Where a postal code is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Postal {
    /// Degrees north.
    pub latitude: f64,
    /// Degrees east.
    pub longitude: f64,
    /// The FIPS number of the county that most of it lies in; none for posts abroad.
    pub county: Option<u32>,
}

/// The five digits of a code as people type it: with spaces around it, or with the four digits of ZIP+4 after it. Nothing if
/// it is no code at all.
pub fn five(typed: &str) -> Option<&str> {
    let digits = |text: &str, count| text.len() == count && text.bytes().all(|digit| digit.is_ascii_digit());
    let typed = typed.trim();
    let (code, more) = typed.get(..5).zip(typed.get(5..))?;
    let plus = more.trim_start_matches(['-', ' ', '\u{2013}']);
    (digits(code, 5) && (more.is_empty() || digits(plus, 4))).then_some(code)
}

/// Where a code is; nothing if there is none such.
pub fn us(code: &str) -> Option<Postal> {
    let wanted: u64 = five(code)?.parse().ok()?;
    let (records, _) = US.as_chunks::<RECORD>();
    let at = records
        .binary_search_by_key(&wanted, |record| packed(record) >> 43)
        .ok()?;
    let record = records.get(at)?;
    let packed = packed(record);
    let county = u16::from_le_bytes([record[8], record[9]]);
    #[expect(clippy::cast_precision_loss, reason = "both have 22 bits at most")]
    let degrees = |bits: u64| bits as f64 / PARTS;
    Some(Postal {
        latitude: degrees((packed >> 22) & 0x1f_ffff) - 90.0,
        longitude: degrees(packed & 0x3f_ffff) - 180.0,
        county: (county != 0).then_some(county.into()),
    })
}

fn packed(record: &[u8; RECORD]) -> u64 {
    let mut bytes = [0; 8];
    bytes.copy_from_slice(&record[..8]);
    u64::from_le_bytes(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_where_the_table_has_it() {
        let near = |one: f64, other: f64| (one - other).abs() < 1e-9;
        let point = us("10001").unwrap();
        assert!(
            near(point.latitude, 40.7484) && near(point.longitude, -73.9967),
            "{point:?}"
        );
        assert_eq!(point.county, Some(36_061));
        let south = us("96598").unwrap();
        assert!(south.latitude < -77.0, "{south:?}");
        assert_eq!(us("09007").unwrap().county, None);
    }

    #[test]
    fn codes_are_read_as_people_type_them_and_nothing_else_is() {
        for typed in [
            "10001",
            " 10001 ",
            "10001-1234",
            "10001 1234",
            "10001\u{2013}1234",
            "100011234",
        ] {
            assert_eq!(five(typed), Some("10001"), "{typed}");
        }
        for typed in [
            "",
            "1000",
            "100011",
            "10001-12",
            "1000l",
            "10001x",
            "ABCDE",
            "10 001",
            "１０００１",
            "10001-1234-5",
        ] {
            assert_eq!(five(typed), None, "{typed}");
        }
    }

    #[test]
    fn a_code_that_does_not_exist_is_nowhere() {
        for code in ["00000", "99999", "10099", "92789"] {
            assert_eq!(us(code), None, "{code}");
        }
    }

    #[test]
    fn the_records_are_sorted_and_whole() {
        assert_eq!(US.len(), 41_488 * RECORD);
        let (records, rest) = US.as_chunks::<RECORD>();
        assert!(rest.is_empty());
        assert!(records.is_sorted_by_key(|record| packed(record) >> 43));
    }
}
