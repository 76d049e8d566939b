//! The pen: what letters say, in the languages of the pages. It is told no name of a person and no word of a request, and so
//! can't write any.

use anteroom_app::letters::{Pen, Told, Written};
use anteroom_core::messages::Letter;

use crate::i18n::{Lang, Words};

/// Writes letters in the words of the locales.
#[derive(Debug, Clone, Copy)]
pub struct LetterPen;

impl Pen for LetterPen {
    fn write(&self, told: &Told) -> Written {
        let lang = Lang::of_tag(&told.language)
            .or_else(|| Lang::of_tag(&told.locale))
            .unwrap_or(Lang::En);
        // Hours are in no letter, so that no country's way to write them is asked for.
        let w = Words::new(lang, "");
        let word = if told.sensitive && matches!(told.letter, Letter::Arrived | Letter::Answer) {
            "message"
        } else {
            told.letter.as_str()
        };
        let number = told.number.map(|number| number.to_string()).unwrap_or_default();
        let values = [
            ("practice", told.practice.as_str().into()),
            ("link", told.link.as_str().into()),
            ("emergency", told.emergency.as_str().into()),
            ("number", number.as_str().into()),
        ];
        let subject = w.all(&format!("letter-subject-{word}"), &values);
        let mut text = w.all(&format!("letter-text-{word}"), &values);
        if matches!(told.letter, Letter::Arrived | Letter::Answer) {
            text.push_str("\n\n");
            text.push_str(&w.all("letter-emergency", &values));
            if !told.phone.is_empty() {
                text.push_str("\n\n");
                text.push_str(&w.with("letter-phone", "phone", told.phone.as_str()));
            }
        } else if told.letter == Letter::Survey && !told.phone.is_empty() {
            text.push_str("\n\n");
            text.push_str(&w.with("letter-phone", "phone", told.phone.as_str()));
        }
        text.push_str("\n\n");
        text.push_str(&w.t("letter-end"));
        Written { subject, text }
    }
}

#[cfg(test)]
pub(crate) const WORDS: &str = "arrived answer message invitation reset ring test survey";

#[cfg(test)]
mod tests {
    use super::*;

    fn told(letter: Letter, language: &str) -> Told {
        Told {
            letter,
            language: language.to_owned(),
            locale: "en-US".to_owned(),
            sensitive: false,
            practice: "Harbor".to_owned(),
            phone: "(512) 555-0100".to_owned(),
            emergency: "911".to_owned(),
            link: "https://desk.example/x".to_owned(),
            number: Some(1042),
        }
    }

    #[test]
    fn a_letter_is_in_the_language_of_who_reads_it() {
        let spanish = LetterPen.write(&told(Letter::Answer, "es-MX"));
        assert_eq!(spanish.subject, "Harbor: tiene una respuesta");
        let english = LetterPen.write(&told(Letter::Answer, "en"));
        assert_eq!(english.subject, "Harbor: an answer is waiting for you");
        let practices_own = LetterPen.write(&told(Letter::Answer, "pl"));
        assert_eq!(practices_own, english);
    }

    #[test]
    fn every_letter_but_a_test_holds_its_link_and_who_writes_in_every_language() {
        for letter in Letter::ALL {
            for language in ["en", "es"] {
                let Written { subject, text } = LetterPen.write(&told(*letter, language));
                assert!(subject.contains("Harbor") || *letter == Letter::Ring, "{subject}");
                assert!(
                    !subject.contains("letter-") && !text.contains("letter-"),
                    "{text}"
                );
                assert!(
                    text.contains("https://desk.example/x") || *letter == Letter::Test,
                    "{text}"
                );
            }
        }
    }

    #[test]
    fn a_letter_about_a_sensitive_kind_says_neither_that_somebody_asked_nor_that_somebody_answered() {
        let sensitive = |letter| {
            LetterPen.write(&Told {
                sensitive: true,
                ..told(letter, "en")
            })
        };
        let (arrived, answer) = (sensitive(Letter::Arrived), sensitive(Letter::Answer));
        assert_eq!(arrived, answer);
        for word in ["request", "answer", "asked"] {
            let all = format!("{} {}", arrived.subject, arrived.text).to_lowercase();
            assert!(!all.contains(word), "{word} in {all}");
        }
    }
}
