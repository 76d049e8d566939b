//! What somebody who looks for a person typed: a name, a number, an address or a birth date. And the words by which a name is
//! found again, whatever its capitals and accents.

use jiff::civil::Date;

use super::{System, address_key};
use crate::limits;
use crate::text::Fault;

/// What is looked for. Words, numbers and addresses are beginnings: "mar gar" finds María García López.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wanted {
    /// Patients born on a day.
    Born(Date),
    /// An e-mail address.
    Email(String),
    /// The digits of a phone number, or a record number, which the whole text may be.
    Number {
        /// The digits alone, as [`address_key`] keeps them.
        digits: String,
        /// The text as a record number.
        record: String,
    },
    /// Words of a name; the text may also be a record number.
    Words {
        /// At most [`limits::SEARCH_WORDS`] of them, each the beginning of one of the name's.
        words: Vec<String>,
        /// The text as a record number.
        record: String,
    },
}

/// Reads what was typed. `month_first`: whether 5/3/2019 is the third of May.
pub fn wanted(typed: &str, month_first: bool) -> Result<Wanted, Fault> {
    let text = crate::text::line(typed, limits::NAME_MAX)?;
    let letters = text.chars().filter(|letter| letter.is_alphanumeric()).count();
    if letters < limits::SEARCH_LEAST {
        return Err(Fault::TooShort(limits::SEARCH_LEAST));
    }
    if let Some(born) = birth_date(&text, month_first) {
        return Ok(Wanted::Born(born));
    }
    if text.contains('@') {
        return Ok(Wanted::Email(address_key(System::Email, &text)));
    }
    let record = record_key(&text);
    let number = text
        .chars()
        .all(|letter| letter.is_ascii_digit() || " +-./()".contains(letter));
    if number {
        let digits = address_key(System::Phone, &text);
        return Ok(Wanted::Number { digits, record });
    }
    let mut words = name_words(&text);
    words.truncate(limits::SEARCH_WORDS);
    Ok(Wanted::Words { words, record })
}

/// A birth date as people write it: 2019-05-03, or 5/3/2019 in the country's order.
pub fn birth_date(text: &str, month_first: bool) -> Option<Date> {
    if let Ok(date) = text.parse::<Date>() {
        return Some(date);
    }
    let parts: Vec<i16> = text
        .split(['/', '.', '-'])
        .map(|part| part.trim().parse().ok())
        .collect::<Option<_>>()?;
    let [first, second, year] = parts[..] else {
        return None;
    };
    // With two digits nobody can tell a child from a great-grandparent.
    if !(1850..=2200).contains(&year) {
        return None;
    }
    let (month, day) = if month_first {
        (first, second)
    } else {
        (second, first)
    };
    Date::new(year, month.try_into().ok()?, day.try_into().ok()?).ok()
}

/// The key under which a record number is found again: upper case, without white space.
pub fn record_key(text: &str) -> String {
    text.split_whitespace().collect::<String>().to_uppercase()
}

/// The words of a name by which it is found, each once: lower case, without accents or punctuation, at most
/// [`limits::NAME_WORDS`].
pub fn name_words(name: &str) -> Vec<String> {
    let mut words = Vec::new();
    for part in name.split(|letter: char| letter.is_whitespace() || matches!(letter, '-' | ',' | '/')) {
        let word: String = part
            .chars()
            .filter(|letter| !letter.is_ascii_punctuation() && *letter != '’')
            .flat_map(char::to_lowercase)
            .map(plain)
            .filter(|letter| !('\u{300}'..='\u{36f}').contains(letter))
            .collect();
        if !word.is_empty() && !words.contains(&word) && words.len() < limits::NAME_WORDS {
            words.push(word);
        }
    }
    words
}

/// A Latin letter without its accent: how people type the names of others.
const fn plain(letter: char) -> char {
    match letter {
        'à'..='å' | 'ā' | 'ă' | 'ą' => 'a',
        'ç' | 'ć' | 'ĉ' | 'ċ' | 'č' => 'c',
        'ď' | 'đ' => 'd',
        'è'..='ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' => 'e',
        'ĝ' | 'ğ' | 'ġ' | 'ģ' => 'g',
        'ì'..='ï' | 'ĩ' | 'ī' | 'ĭ' | 'į' | 'ı' => 'i',
        'ł' | 'ĺ' | 'ļ' | 'ľ' => 'l',
        'ñ' | 'ń' | 'ņ' | 'ň' => 'n',
        'ò'..='ö' | 'ø' | 'ō' | 'ŏ' | 'ő' => 'o',
        'ŕ' | 'ŗ' | 'ř' => 'r',
        'ś' | 'ŝ' | 'ş' | 'š' | 'ș' => 's',
        'ţ' | 'ť' | 'ț' => 't',
        'ù'..='ü' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' => 'u',
        'ý' | 'ÿ' => 'y',
        'ź' | 'ż' | 'ž' => 'z',
        other => other,
    }
}

/// The end of the range of texts that begin with `prefix`, compared byte by byte.
pub fn range_end(prefix: &str) -> String {
    format!("{prefix}\u{10ffff}")
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_name_is_found_without_its_accents_capitals_and_punctuation() {
        assert_eq!(name_words("María García-López"), ["maria", "garcia", "lopez"]);
        assert_eq!(name_words("  Sean O’Brien, Jr."), ["sean", "obrien", "jr"]);
        assert_eq!(name_words("Jose\u{301} José"), ["jose"]);
        assert_eq!(name_words("王小明 نور"), ["王小明", "نور"]);
        assert_eq!(
            name_words(&"a b c d e f g h i j ".repeat(20)).len(),
            limits::NAME_WORDS
        );
    }

    #[test]
    fn a_date_is_read_in_the_countrys_order() {
        assert_eq!(wanted("5/3/2019", true), Ok(Wanted::Born(date(2019, 5, 3))));
        assert_eq!(wanted("5/3/2019", false), Ok(Wanted::Born(date(2019, 3, 5))));
        assert_eq!(wanted("2019-05-03", true), Ok(Wanted::Born(date(2019, 5, 3))));
        assert_eq!(birth_date("13/13/2019", true), None);
        assert_eq!(birth_date("5/3/19", true), None);
    }

    #[test]
    fn a_number_may_be_a_phone_or_a_record() {
        let number = |text| match wanted(text, true) {
            Ok(Wanted::Number { digits, record }) => (digits, record),
            other => panic!("{other:?}"),
        };
        assert_eq!(number("(512) 555-0123").0, "5125550123");
        assert_eq!(number("48 213").1, "48213");
        let record = wanted("mrn-12", true);
        assert!(matches!(record, Ok(Wanted::Words { record, .. }) if record == "MRN-12"));
    }

    #[test]
    fn less_than_two_letters_finds_nobody() {
        for typed in ["", " a ", "?", "--"] {
            assert_eq!(
                wanted(typed, true),
                Err(Fault::TooShort(limits::SEARCH_LEAST)),
                "{typed}"
            );
        }
        assert_eq!(wanted("a\0b", true), Err(Fault::Control));
    }

    #[test]
    fn what_begins_with_a_prefix_lies_before_its_end() {
        for word in ["ma", "maria", "ma\u{10fffe}"] {
            assert!("ma" <= word && word < range_end("ma").as_str());
        }
        assert!("mb" > range_end("ma").as_str());
    }
}
