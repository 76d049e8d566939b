//! A text as the words that a search compares: each with its stem, and whether it says anything.
//!
//! Decides what of a text is words and which words are in every question ("how do I ..."). It must not know any article.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::LazyLock;

use crate::reading::tokens;

use super::Language;
use super::stem::stem;

/// A word of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Word {
    /// In lower case without accents.
    pub text: String,
    pub stem: String,
    /// Whether it stands in every sort of question and says nothing about this one.
    pub stop: bool,
    /// Where it stands, in bytes.
    pub span: Range<usize>,
}

impl Word {
    pub(super) fn is_number(&self) -> bool {
        self.text.starts_with(|first: char| first.is_ascii_digit())
    }
}

/// The words of a text, in order.
pub(super) fn words(text: &str, language: Language) -> Vec<Word> {
    let stops = &STOPS[language as usize];
    let word = |token: crate::reading::Token| {
        let lone = token.word.len() == 1 && token.word.starts_with(char::is_alphabetic);
        Word {
            stem: stem(&token.word, language),
            stop: lone || stops.contains(token.word.as_str()),
            text: token.word,
            span: token.span,
        }
    };
    tokens(text).into_iter().map(word).collect()
}

/// Whether a word stands in every sort of question, in either language.
pub(super) fn is_stop(word: &str) -> bool {
    STOPS.iter().any(|stops| stops.contains(word))
}

/// The beginning of a text, at most so many letters of it.
pub(super) fn start(text: &str, letters: usize) -> &str {
    text.char_indices()
        .nth(letters)
        .map_or(text, |(end, _)| &text[..end])
}

/// A markdown text without what nobody reads: where its links lead, and tags.
pub(super) fn readable(markdown: &str) -> String {
    let mut text = String::with_capacity(markdown.len());
    let mut rest = markdown;
    while let Some(at) = rest.find(['(', '<']) {
        let (before, from) = rest.split_at(at);
        text.push_str(before);
        let close = match from.as_bytes() {
            [b'(', ..] if before.ends_with(']') => from.find(')'),
            [b'<', next, ..] if next.is_ascii_alphabetic() || *next == b'/' => from.find('>'),
            _ => None,
        };
        text.push(' ');
        rest = &from[close.unwrap_or(0) + 1..];
    }
    text.push_str(rest);
    text
}

static STOPS: LazyLock<[BTreeSet<&'static str>; 2]> =
    LazyLock::new(|| [ENGLISH, SPANISH].map(|words| words.split_whitespace().collect()));

const ENGLISH: &str = "
    a about after again all already also always am an and any anybody anyone anything are arent around as ask at be because
    been before being but by call can cant could did didnt do does doesnt doing done dont each even ever every for from get gets
    getting give go goes going gonna good got guys had has hasnt have havent having he hello help her here hers hes hi him his how
    i id if ill im in into is isnt it its ive just keep keeps kind know let like little long lot many may maybe me mine more most much
    must my need needs never new no not now of off ok okay old on one only or other our ours out over own please put really right same
    say says see she should shes so some somebody someone something soon still such sure take takes than thank thanks that thats
    the their them then there these they theyre thing things think this those though to today too us use very want wants was wasnt
    way we well went were weve what whats when where which while who whose why will with without wont would year years yet you your
    yours
";

const SPANISH: &str = "
    a ahi ahora al algo alguien algun alguna algunas algunos alli aqui asi aun aunque ayer ayuda bien buen buena buenas buenos cada
    como con cual cuales cuando cuanta cuantas cuanto cuantos cuanta da dan dar de debe debo deben decir del demas desde despues dia
    dias donde dos el ella ellas ellos en entonces entre era es esa esas ese eso esos esta estaba estan estar estas este esto estos
    estoy favor fue gracias ha hace hacer haces hacia hago han hasta hay haya he hola hoy iba ir la las le les lleva llevo lo los
    luego mas me mi mis mismo mucha muchas mucho muchos muy nada ni no nos nosotros nuestra nuestro o os otra otro otros para pero
    poco por porque pues puede pueden puedo que quien quiere quiero quisiera sabe saber se sea ser si siempre sin sobre solo son soy
    su sus tambien tan tanto te tengo tener tiene tienen toda todas todavia todo todos tu tus un una unas uno unos usted ustedes va
    vamos van veces ver vez voy y ya yo
";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn where_a_link_leads_and_tags_are_not_words() {
        let text = readable("See [the fever page](fever-page) (a <b>hot</b> one), 3 < 5 <");
        let read: Vec<String> = words(&text, Language::English)
            .into_iter()
            .map(|word| word.text)
            .collect();
        assert_eq!(read.join(" "), "see the fever page a hot one 3 5");
    }

    #[test]
    fn what_stands_in_every_question_says_nothing() {
        let said = |text, language| {
            let words = words(text, language).into_iter().filter(|word| !word.stop);
            words.map(|word| word.stem).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(
            said("How do I make an appointment?", Language::English),
            "mak appointment"
        );
        assert_eq!(said("¿Dónde me estaciono?", Language::Spanish), "estacion");
    }

    #[test]
    fn a_text_is_cut_between_letters() {
        assert_eq!(start("niñoñ", 3), "niñ");
        assert_eq!(start("ab", 3), "ab");
    }
}
