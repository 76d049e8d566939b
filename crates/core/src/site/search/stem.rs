//! The stem of a word: what "dose", "doses" and "dosing" have in common.
//!
//! Decides lightly: endings of number, gender and the commonest forms of verbs, and nothing that makes two words of one. It must
//! not know what a word means, nor which words are alike.

use super::Language;

/// What is left of a word may not be shorter than this.
const LEAST: usize = 3;

/// The stem of a word in lower case without accents.
pub(super) fn stem(word: &str, language: Language) -> String {
    if !word.is_ascii() || word.starts_with(|first: char| first.is_ascii_digit()) {
        return word.to_owned();
    }
    match language {
        Language::English => english(word),
        Language::Spanish => spanish(word),
    }
}

/// The word without the first of these endings that it has, if enough is left.
fn without<'a>(word: &'a str, endings: &[&str], least: usize) -> Option<&'a str> {
    let stem = endings.iter().find_map(|ending| word.strip_suffix(ending))?;
    (stem.len() >= least).then_some(stem)
}

fn english(word: &str) -> String {
    let word = english_singular(word);
    let vowel = |stem: &str| stem.contains(['a', 'e', 'i', 'o', 'u', 'y']);
    let stem = without(&word, &["ing", "ed"], LEAST).filter(|stem| vowel(stem));
    let stem = stem.map_or(word.as_str(), single);
    let stem = without(stem, &["e"], LEAST).unwrap_or(stem);
    // "itchy" and "itching", "tooth" and "toothy".
    without(stem, &["y"], LEAST + 1).unwrap_or(stem).to_owned()
}

fn english_singular(word: &str) -> String {
    if let Some(stem) = without(word, &["ies"], LEAST) {
        return format!("{stem}y");
    }
    if let Some(stem) = word.strip_suffix("es")
        && ["ss", "sh", "ch", "x", "zz"]
            .iter()
            .any(|end| stem.ends_with(end))
    {
        return stem.to_owned();
    }
    let kept = ["ss", "us", "is"].iter().any(|end| word.ends_with(end));
    match word.strip_suffix('s') {
        Some(stem) if !kept && stem.len() >= LEAST => stem.to_owned(),
        _ => word.to_owned(),
    }
}

/// "vomitting" and "running" lose the letter that they doubled; "call" and "miss" had it.
fn single(stem: &str) -> &str {
    let bytes = stem.as_bytes();
    match bytes {
        [.., before, last] if before == last && !b"lsz".contains(last) && stem.len() > LEAST => {
            &stem[..stem.len() - 1]
        }
        _ => stem,
    }
}

/// What hangs on a verb: "bañarlo", "cambiarla".
const CLITICS: &[&str] = &[
    "melo", "mela", "selo", "sela", "los", "las", "les", "nos", "lo", "la", "le", "me", "te", "se",
];
const SPANISH_VERBS: &[&str] = &[
    "amientos", "imientos", "amiento", "imiento", "ieron", "iendo", "yendo", "aron", "ando", "ados", "adas",
    "idos", "idas", "aban", "aba", "ado", "ada", "ido", "ida", "ar", "er", "ir",
];

fn spanish(word: &str) -> String {
    let free = without(word, CLITICS, LEAST + 1)
        .filter(|verb| {
            ["ar", "er", "ir", "ando", "iendo"]
                .iter()
                .any(|end| verb.ends_with(end))
        })
        .unwrap_or(word);
    if let Some(stem) = without(free, SPANISH_VERBS, LEAST) {
        return stem.to_owned();
    }
    if let Some(stem) = without(free, &["ces"], LEAST - 1) {
        return format!("{stem}z");
    }
    let single = without(free, &["es", "os", "as", "s"], LEAST).unwrap_or(free);
    // An "n" of the plural: "aceptan", "duelen".
    let single = without(single, &["an", "en"], LEAST).unwrap_or(single);
    without(single, &["o", "a", "e"], LEAST)
        .unwrap_or(single)
        .to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn same(language: Language, words: &str) {
        let stems: Vec<String> = words
            .split_whitespace()
            .map(|word| stem(word, language))
            .collect();
        assert!(
            stems.windows(2).all(|pair| pair[0] == pair[1]),
            "{words}: {stems:?}"
        );
    }

    #[test]
    fn forms_of_one_word_have_one_stem() {
        for words in [
            "dose doses dosing dosed",
            "rash rashes",
            "allergy allergies",
            "cough coughs coughing coughed",
            "vomit vomits vomiting vomited vomitting",
            "vaccine vaccines",
            "itch itchy itching itches",
        ] {
            same(Language::English, words);
        }
        for words in [
            "vacuna vacunas vacunar vacunarlo vacunado vacunaron",
            "vomito vomita vomitando vomitar vomitaron",
            "estaciono estacionar estacionamiento",
            "nina ninas nino ninos",
            "luz luces",
            "aceptar acepta aceptan",
            "dolor dolores",
        ] {
            same(Language::Spanish, words);
        }
    }

    #[test]
    fn a_short_word_and_a_number_stay_as_they_are() {
        for word in ["is", "bus", "gas", "102", "tos", "ojo", "988"] {
            let [english, spanish] =
                [Language::English, Language::Spanish].map(|language| stem(word, language));
            assert_eq!(english, word);
            assert!(spanish.len() >= 2, "{spanish}");
        }
        assert_ne!(stem("illness", Language::English), stem("ill", Language::English));
    }
}
