//! Words that people type, cleaned and bounded before anything else sees them.

/// What is wrong with a typed field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// Nothing was typed.
    #[error("missing")]
    Missing,
    /// More characters than its limit.
    #[error("longer than {0} characters")]
    TooLong(usize),
    /// Fewer characters than its limit.
    #[error("shorter than {0} characters")]
    TooShort(usize),
    /// A NUL or another control character that no keyboard types.
    #[error("holds a control character")]
    Control,
    /// Somebody has it already.
    #[error("taken")]
    Taken,
    /// Not what the field asks for.
    #[error("not understood")]
    Shape,
}

/// One line: trimmed, white space squeezed, no control characters; empty stays empty. What would turn the sentence around it
/// the other way is left out.
pub fn line(typed: &str, limit: usize) -> Result<String, Fault> {
    if typed
        .chars()
        .any(|letter| letter.is_control() && !letter.is_whitespace())
    {
        return Err(Fault::Control);
    }
    within(squeeze(&straight(typed)), limit)
}

/// Without what opens or closes an embedding, override or isolate (UAX #9, 2.1 to 2.4): they reach beyond the name that holds
/// them. The marks U+200E and U+200F don't, and some names need them.
fn straight(text: &str) -> String {
    let turns = |letter: &char| matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    text.chars().filter(|letter| !turns(letter)).collect()
}

/// One line that must not be empty.
pub fn required_line(typed: &str, limit: usize) -> Result<String, Fault> {
    Some(line(typed, limit)?)
        .filter(|text| !text.is_empty())
        .ok_or(Fault::Missing)
}

/// Several lines: trimmed, line ends as `\n`, no control characters but tab; empty stays empty.
pub fn paragraphs(typed: &str, limit: usize) -> Result<String, Fault> {
    let text = typed.replace("\r\n", "\n").replace('\r', "\n");
    if text
        .chars()
        .any(|letter| letter.is_control() && letter != '\n' && letter != '\t')
    {
        return Err(Fault::Control);
    }
    within(text.trim().to_owned(), limit)
}

/// Several lines that must not be empty.
pub fn required_paragraphs(typed: &str, limit: usize) -> Result<String, Fault> {
    Some(paragraphs(typed, limit)?)
        .filter(|text| !text.is_empty())
        .ok_or(Fault::Missing)
}

fn within(text: String, limit: usize) -> Result<String, Fault> {
    if text.chars().nth(limit).is_some() {
        Err(Fault::TooLong(limit))
    } else {
        Ok(text)
    }
}

/// Trims, and leaves one space where there was white space.
pub fn squeeze(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// An e-mail address, as far as it can be told without sending to it: one `@`, something before, a dotted host after.
pub fn email(typed: &str) -> Result<String, Fault> {
    let text = required_line(typed, crate::limits::EMAIL_MAX)?;
    let (local, host) = text.rsplit_once('@').ok_or(Fault::Shape)?;
    let labels_hold = host
        .split('.')
        .all(|label| !label.is_empty() && !label.starts_with('-'));
    let plain = !text
        .chars()
        .any(|letter| letter.is_whitespace() || matches!(letter, '<' | '>' | ',' | ';'));
    if local.is_empty() || local.contains('@') || !host.contains('.') || !labels_hold || !plain {
        return Err(Fault::Shape);
    }
    Ok(text)
}

/// A phone number as people write it, with 7 to 15 digits (ITU-T E.164).
pub fn phone(typed: &str) -> Result<String, Fault> {
    let text = required_line(typed, crate::limits::PHONE_MAX)?;
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let allowed = |letter: char| letter.is_ascii_digit() || " +-./()x#".contains(letter);
    if !(7..=15).contains(&digits) || !text.chars().all(allowed) {
        return Err(Fault::Shape);
    }
    Ok(text)
}

/// A slug: lower-case letters, digits and single hyphens between them.
pub fn slug(typed: &str) -> Result<String, Fault> {
    let text = required_line(typed, crate::limits::SLUG_MAX)?;
    let part =
        |word: &str| !word.is_empty() && word.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit());
    if text.split('-').all(part) {
        Ok(text)
    } else {
        Err(Fault::Shape)
    }
}

/// The first line of the words, cut at a word's end to `limit` characters: what a list shows of a request. Like every line of
/// ours it turns nothing around it.
pub fn summary(words: &str, limit: usize) -> String {
    let line = words
        .lines()
        .find(|line| !line.trim().is_empty())
        .unwrap_or_default();
    let first = squeeze(&straight(line));
    if first.chars().count() <= limit {
        return first;
    }
    let cut: String = first.chars().take(limit.saturating_sub(1)).collect();
    let end = cut
        .rfind(' ')
        .filter(|at| *at > cut.len() / 2)
        .unwrap_or(cut.len());
    format!("{}…", &cut[..end])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_nul_is_refused_wherever_it_is_typed() {
        assert_eq!(line("a\0b", 10), Err(Fault::Control));
        assert_eq!(paragraphs("a\0b", 10), Err(Fault::Control));
    }

    #[test]
    fn a_name_cant_turn_the_sentence_around_it() {
        assert_eq!(
            line("Tom\u{202e}gnp.\u{2066}x\u{2069}\u{202c}", 10),
            Ok("Tomgnp.x".to_owned())
        );
        assert_eq!(required_line("\u{202e} \u{2069}", 10), Err(Fault::Missing));
        assert_eq!(line("נעה\u{200f} (a)", 10), Ok("נעה\u{200f} (a)".to_owned()));
        assert_eq!(
            paragraphs("a\u{2067}b\u{2069}", 10),
            Ok("a\u{2067}b\u{2069}".to_owned())
        );
    }

    #[test]
    fn only_white_space_is_nothing() {
        assert_eq!(required_line(" \t ", 10), Err(Fault::Missing));
        assert_eq!(required_paragraphs("\r\n \n", 10), Err(Fault::Missing));
    }

    #[test]
    fn a_limit_counts_characters_not_bytes() {
        assert_eq!(line("ñandú", 5), Ok("ñandú".to_owned()));
        assert_eq!(line("ñandúes", 5), Err(Fault::TooLong(5)));
        assert_eq!(
            paragraphs(&"x".repeat(100_000), 20_000),
            Err(Fault::TooLong(20_000))
        );
    }

    #[test]
    fn line_ends_of_every_system_become_one() {
        assert_eq!(paragraphs("a\r\nb\rc\n", 10), Ok("a\nb\nc".to_owned()));
    }

    #[test]
    fn addresses_that_could_be_sent_to_pass() {
        for good in [
            "tom@example.org",
            "t.o'm+x@mail.example.co.uk",
            "josé@correo.example",
        ] {
            assert_eq!(email(good).as_deref(), Ok(good));
        }
        for bad in [
            "tom",
            "tom@",
            "@example.org",
            "tom@example",
            "a b@example.org",
            "<tom@example.org>",
            "t@-x.org",
        ] {
            assert_eq!(email(bad), Err(Fault::Shape), "{bad}");
        }
    }

    #[test]
    fn phone_numbers_pass_as_people_write_them() {
        for good in ["(512) 555-0100", "+49 30 901820", "5550100"] {
            assert_eq!(phone(good).as_deref(), Ok(good));
        }
        for bad in ["555", "call me", "1234567890123456"] {
            assert_eq!(phone(bad), Err(Fault::Shape), "{bad}");
        }
    }

    #[test]
    fn a_slug_is_lower_case_words_and_single_hyphens() {
        assert_eq!(slug("harbor-family"), Ok("harbor-family".to_owned()));
        for bad in ["Harbor", "a--b", "-a", "a/b", "é"] {
            assert_eq!(slug(bad), Err(Fault::Shape), "{bad}");
        }
    }

    #[test]
    fn a_summary_ends_at_a_word() {
        assert_eq!(
            summary("\n  My refill of lisinopril is late\nThanks", 20),
            "My refill of…"
        );
        assert_eq!(summary("Short", 20), "Short");
        assert_eq!(summary("\u{202e}trohS", 20), "trohS");
    }
}
