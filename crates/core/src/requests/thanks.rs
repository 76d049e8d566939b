//! Words that only say thank you: they start no clock and reopen nothing.
//!
//! When in doubt it is more than thanks: a question that was taken for politeness would wait for nobody.

/// Every word that a message of thanks may be made of, in English, Spanish and German. One of [`CORE`] must be among
/// them, or nothing but emoji.
const POLITE: &[&str] = &[
    "a",
    "again",
    "all",
    "alles",
    "appreciate",
    "appreciated",
    "awesome",
    "bien",
    "buen",
    "buena",
    "bunch",
    "bye",
    "cheers",
    "cool",
    "dank",
    "danke",
    "day",
    "dear",
    "de",
    "dia",
    "día",
    "dir",
    "doctor",
    "dr",
    "ein",
    "es",
    "everyone",
    "excelente",
    "fine",
    "for",
    "fuer",
    "für",
    "genial",
    "good",
    "got",
    "gracias",
    "great",
    "guten",
    "have",
    "help",
    "helpful",
    "herzlichen",
    "hilfe",
    "i",
    "ihnen",
    "ihre",
    "is",
    "it",
    "kind",
    "la",
    "las",
    "listo",
    "lo",
    "lot",
    "lots",
    "lovely",
    "mil",
    "mucha",
    "muchas",
    "muchisimas",
    "muchísimas",
    "much",
    "muy",
    "nice",
    "nochmals",
    "of",
    "ok",
    "okay",
    "os",
    "perfect",
    "perfecto",
    "perfekt",
    "por",
    "prima",
    "quick",
    "received",
    "reply",
    "schön",
    "schoen",
    "schönen",
    "sehr",
    "sí",
    "so",
    "su",
    "sure",
    "super",
    "tag",
    "team",
    "thank",
    "thanks",
    "that",
    "thx",
    "ty",
    "tú",
    "u",
    "usted",
    "ustedes",
    "vale",
    "very",
    "vielen",
    "welcome",
    "wonderful",
    "y",
    "ya",
    "you",
    "your",
    "ayuda",
    "todo",
    "tu",
    "the",
];

/// The words that make it thanks or a bare acknowledgement.
const CORE: &[&str] = &[
    "thank",
    "thanks",
    "thx",
    "ty",
    "cheers",
    "appreciate",
    "appreciated",
    "gracias",
    "danke",
    "dank",
    "ok",
    "okay",
    "perfect",
    "perfecto",
    "perfekt",
    "great",
    "vale",
    "genial",
    "super",
    "prima",
    "excelente",
    "listo",
    "awesome",
];

/// Longer than this, words are read by a person whatever they are.
const LONGEST: usize = 120;

/// Whether the words say thank you and nothing else. A question mark, a digit or any other word makes them more.
pub fn only_thanks(words: &str) -> bool {
    let words = words.trim();
    if words.is_empty() || words.chars().nth(LONGEST).is_some() || words.contains(['?', '¿']) {
        return false;
    }
    if words.chars().any(char::is_numeric) {
        return false;
    }
    let lower = words.to_lowercase();
    let mut core = false;
    let mut spoken = false;
    for word in lower
        .split(|letter: char| !letter.is_alphabetic())
        .filter(|word| !word.is_empty())
    {
        if !POLITE.contains(&word) {
            return false;
        }
        spoken = true;
        core |= CORE.contains(&word);
    }
    // Nothing but signs: a smile is thanks, "..." or "!!!" might be a cry.
    core || (!spoken && words.chars().any(is_emoji))
}

/// Whether the letter is a picture (the emoji blocks of Unicode), not punctuation.
fn is_emoji(letter: char) -> bool {
    matches!(u32::from(letter), 0x1F300..=0x1FAFF | 0x2600..=0x27BF | 0x2B50)
}

#[cfg(test)]
mod tests {
    use super::only_thanks;

    #[test]
    fn thanks_in_three_languages_and_smiles_are_only_thanks() {
        for words in [
            "Thanks",
            "thank you so much!",
            "Ok, thanks again.",
            "THX",
            "👍",
            "❤️🙏",
            "Gracias",
            "¡Muchas gracias!",
            "Vielen Dank",
            "Danke schön :)",
            "Great, thank you for your help",
            "ok",
            "Perfecto, gracias 😊",
        ] {
            assert!(only_thanks(words), "{words}");
        }
    }

    #[test]
    fn anything_more_than_thanks_is_more() {
        for words in [
            "Thanks, but it still hurts",
            "Thank you. When can I come?",
            "ok?",
            "Thanks, see you at 10",
            "No thanks, cancel it",
            "",
            "...",
            "!!!",
            "help",
            "Gracias, pero no llegó",
            "good day",
            "please call",
            "thanks for nothing",
            "😡 nobody called",
            "Danke, aber es tut weh",
        ] {
            assert!(!only_thanks(words), "{words}");
        }
    }
}
