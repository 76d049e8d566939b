//! The time zone of a place in the United States, from its state, its county where the state is divided, and its postal code
//! where the county is. It knows no coordinates: a point at sea or typed wrongly has a zone, too.
//!
//! Source: 49 CFR part 71 (standard time zone boundaries) and 15 U.S.C. 260a for who keeps no summer time. The tables were
//! checked against the zone boundaries of the IANA database at the points of all 41,000 postal codes: a county is entered with
//! the zone of most of its codes, and the codes that differ are listed by themselves. Names are those of the zone whose clocks
//! are the same since 2010: Detroit, Boise and Indianapolis have names of their own for the sake of their past only.

const NEW_YORK: &str = "America/New_York";
const CHICAGO: &str = "America/Chicago";
const DENVER: &str = "America/Denver";
const PHOENIX: &str = "America/Phoenix";
const LOS_ANGELES: &str = "America/Los_Angeles";
const ANCHORAGE: &str = "America/Anchorage";
const ADAK: &str = "America/Adak";
const HONOLULU: &str = "Pacific/Honolulu";
const PUERTO_RICO: &str = "America/Puerto_Rico";
const GUAM: &str = "Pacific/Guam";
const PAGO_PAGO: &str = "Pacific/Pago_Pago";
const MAJURO: &str = "Pacific/Majuro";
const MANILA: &str = "Asia/Manila";

/// The states and territories by the zone of most of their counties. `PH` is not one, but federal tables list their offices
/// there among them.
const STATES: &[(&str, &str)] = &[
    (
        NEW_YORK,
        "CT DC DE FL GA IN KY MA MD ME MI NC NH NJ NY OH PA RI SC VA VT WV",
    ),
    (CHICAGO, "AL AR IA IL KS LA MN MO MS ND NE OK SD TN TX WI"),
    (DENVER, "CO ID MT NM UT WY"),
    (PHOENIX, "AZ"),
    (LOS_ANGELES, "CA NV OR WA"),
    (ANCHORAGE, "AK"),
    (HONOLULU, "HI"),
    (PUERTO_RICO, "PR VI"),
    (GUAM, "GU MP"),
    (PAGO_PAGO, "AS"),
    (MAJURO, "MH"),
    (MANILA, "PH"),
];

/// FIPS numbers of the states and territories (ANSI INCITS 38:2009): a county's number begins with its state's.
const NUMBERS: &str = "AL 1 AK 2 AZ 4 AR 5 CA 6 CO 8 CT 9 DE 10 DC 11 FL 12 GA 13 HI 15 ID 16 IL 17 IN 18 IA 19 KS 20 KY 21 \
    LA 22 ME 23 MD 24 MA 25 MI 26 MN 27 MS 28 MO 29 MT 30 NE 31 NV 32 NH 33 NJ 34 NM 35 NY 36 NC 37 ND 38 OH 39 OK 40 OR 41 \
    PA 42 RI 44 SC 45 SD 46 TN 47 TX 48 UT 49 VT 50 VA 51 WA 53 WV 54 WI 55 WY 56 AS 60 GU 66 MP 69 PR 72 VI 78";

/// Counties whose zone isn't their state's: the state's FIPS number, the zone, the counties' FIPS numbers.
const COUNTIES: &[(u32, &str, &[u32])] = &[
    // AZ
    (4, DENVER, &[1]),
    // FL
    (12, CHICAGO, &[5, 13, 33, 59, 63, 91, 113, 131, 133]),
    // ID
    (16, LOS_ANGELES, &[9, 17, 21, 35, 49, 55, 57, 61, 69, 79]),
    // IN
    (
        18,
        CHICAGO,
        &[51, 73, 89, 91, 111, 123, 127, 129, 147, 149, 163, 173],
    ),
    // KS
    (20, DENVER, &[71, 75, 181, 199]),
    // KY
    (
        21,
        CHICAGO,
        &[
            1, 3, 7, 9, 27, 31, 33, 35, 39, 47, 53, 55, 57, 59, 61, 75, 83, 85, 87, 91, 99, 101, 105, 107,
            139, 141, 143, 145, 149, 157, 169, 171, 177, 183, 207, 213, 219, 221, 225, 227, 233,
        ],
    ),
    // MI
    (26, CHICAGO, &[43, 53, 71, 109]),
    // ND
    (38, DENVER, &[1, 7, 11, 25, 33, 37, 41, 87, 89]),
    // NE
    (
        31,
        DENVER,
        &[
            5, 7, 13, 29, 33, 45, 49, 57, 69, 75, 91, 101, 105, 123, 135, 157, 161, 165,
        ],
    ),
    // OR
    (41, DENVER, &[45]),
    // SD
    (
        46,
        DENVER,
        &[7, 19, 31, 33, 41, 47, 55, 63, 71, 81, 93, 102, 103, 105, 117, 137],
    ),
    // TN
    (
        47,
        NEW_YORK,
        &[
            1, 9, 11, 13, 19, 25, 29, 57, 59, 63, 65, 67, 73, 89, 91, 93, 105, 107, 121, 123, 129, 139, 143,
            145, 151, 155, 163, 171, 173, 179,
        ],
    ),
    // TX
    (48, DENVER, &[141, 229]),
];
/// Postal codes whose zone isn't their county's. Phenix City and its neighbours (AL) are Central by law and live by the clocks of
/// Columbus across the river; the Navajo Nation keeps summer time where the rest of Arizona doesn't.
const CODES: &[(&str, &[u32])] = &[
    // AK
    (ADAK, &[99546, 99547]),
    // AL
    (
        NEW_YORK,
        &[36854, 36863, 36867, 36868, 36869, 36870, 36874, 36877],
    ),
    // AZ
    (
        DENVER,
        &[
            86016, 86020, 86031, 86033, 86035, 86044, 86045, 86053, 86054, 86510, 86520,
        ],
    ),
    // AZ
    (
        PHOENIX,
        &[
            85920, 85924, 85925, 85927, 85930, 85932, 85936, 85938, 85940, 86512,
        ],
    ),
    // FL
    (CHICAGO, &[32465]),
    // ID
    (DENVER, &[83547, 83549, 83671]),
    // KY
    (CHICAGO, &[42757, 42764]),
    // ND
    (DENVER, &[58535, 58634, 58838]),
    // NE
    (DENVER, &[69211, 69216, 69218, 69219]),
    // NV
    (DENVER, &[89883]),
    // TN
    (CHICAGO, &[37338]),
];

/// The IANA name of the zone; nothing if the state is none that is known. `county` is its five-digit FIPS number; where it
/// isn't known, a divided state has no answer, unless the postal code alone gives one.
pub fn zone(state: &str, county: Option<u32>, postal: &str) -> Option<&'static str> {
    let state = state.trim().to_ascii_uppercase();
    let usual = STATES
        .iter()
        .find(|(_, states)| states.split(' ').any(|known| known == state))?
        .0;
    let code: Option<u32> = postal.get(..5).and_then(|code| code.parse().ok());
    let own = code.and_then(|code| CODES.iter().find(|(_, codes)| codes.contains(&code)));
    if let Some((zone, _)) = own {
        return Some(zone);
    }
    let Some(county) = county else {
        return undivided(&state).then_some(usual);
    };
    let (of, number) = (county / 1_000, county % 1_000);
    let other = COUNTIES
        .iter()
        .find(|(state, _, counties)| *state == of && counties.contains(&number));
    Some(other.map_or(usual, |(_, zone, _)| zone))
}

/// Whether a county lies in that state; nothing if the state has no number, as abroad.
pub fn lies_in(county: u32, state: &str) -> Option<bool> {
    let state = state.trim().to_ascii_uppercase();
    let mut words = NUMBERS.split_whitespace();
    let mut pairs = std::iter::from_fn(|| words.next().zip(words.next()));
    let number = pairs.find(|(name, _)| *name == state)?.1;
    Some(number == (county / 1_000).to_string())
}

/// Whether the whole state keeps one time, but for the postal codes listed.
fn undivided(state: &str) -> bool {
    !"AZ FL ID IN KS KY MI ND NE OR SD TN TX"
        .split(' ')
        .any(|divided| divided == state)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::hours::zone_named;

    #[test]
    fn a_divided_state_asks_its_county_and_a_divided_county_its_postal_code() {
        assert_eq!(zone("TX", Some(48_201), "77030"), Some(CHICAGO));
        assert_eq!(zone("TX", Some(48_141), "79930"), Some(DENVER));
        assert_eq!(zone("IN", Some(18_089), "46307"), Some(CHICAGO));
        assert_eq!(zone("AZ", Some(4_001), "86503"), Some(DENVER));
        assert_eq!(zone("AZ", Some(4_001), "85936"), Some(PHOENIX));
        assert_eq!(zone("AK", Some(2_016), "99546"), Some(ADAK));
        assert_eq!(zone("KY", None, "42757"), Some(CHICAGO));
    }

    #[test]
    fn a_divided_state_without_a_county_is_not_guessed_at() {
        assert_eq!(zone("TX", None, "79930"), None);
        assert_eq!(zone("NY", None, ""), Some(NEW_YORK));
        assert_eq!(zone("ny ", None, "nonsense"), Some(NEW_YORK));
        assert_eq!(zone("XX", Some(48_141), "79930"), None);
        assert_eq!(zone("", None, ""), None);
    }

    #[test]
    fn a_countys_number_tells_its_state() {
        assert_eq!(lies_in(23_003, "PR"), Some(false));
        assert_eq!(lies_in(23_003, "me"), Some(true));
        assert_eq!(lies_in(1_001, "AL"), Some(true));
        assert_eq!(lies_in(72_013, "PR"), Some(true));
        assert_eq!(lies_in(23_003, "PH"), None);
        assert_eq!(lies_in(23_003, "1"), None);
    }

    #[test]
    fn every_zone_is_one_that_clocks_know_and_every_state_stands_once() {
        let named = STATES.iter().map(|row| row.0);
        let named = named.chain(COUNTIES.iter().map(|row| row.1));
        for name in named.chain(CODES.iter().map(|row| row.0)) {
            assert!(zone_named(name).is_ok(), "{name}");
        }
        let mut states: Vec<&str> = STATES.iter().flat_map(|row| row.1.split(' ')).collect();
        states.sort_unstable();
        let before = states.len();
        states.dedup();
        assert_eq!(
            (before, states.len()),
            (58, 58),
            "50 states, DC, six territories and associates, and Manila"
        );
    }
}
