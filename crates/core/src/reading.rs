//! A text as plain words, each with its place in the original, and a word as it sounds.
//!
//! Decides what a word is and where a thought ends, whatever the case, accents, apostrophes or punctuation, and which spellings are
//! one sound. It must not know what any word means.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// What stands before a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Gap {
    /// A space, a hyphen, a smile.
    Space,
    /// A comma, a colon, a bracket, a new line, dots that trail off.
    Pause,
    /// A question mark.
    Question,
    /// A full stop, or an empty line; the beginning.
    Stop,
}

/// A word in lower case without accents and apostrophes, or a number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Token {
    pub word: String,
    pub span: Range<usize>,
    pub gap: Gap,
}

impl Token {
    /// Whether a thought ends before this word.
    pub(crate) fn begins(&self) -> bool {
        self.gap >= Gap::Question
    }

    /// The number it is, with its fraction.
    pub(crate) fn number(&self) -> Option<f64> {
        self.word
            .starts_with(|letter: char| letter.is_ascii_digit())
            .then(|| self.word.parse().ok())
            .flatten()
    }
}

/// The words of a text, in order.
pub(crate) fn tokens(text: &str) -> Vec<Token> {
    let mut reader = Reader {
        tokens: Vec::new(),
        open: None,
        gap: Gap::Stop,
    };
    let mut letters = text.char_indices().peekable();
    let mut before = ' ';
    while let Some((at, letter)) = letters.next() {
        let next = letters.peek().map_or(' ', |(_, next)| *next);
        reader.letter(at, letter, before, next);
        before = letter;
    }
    reader.close();
    joined(reader.tokens)
}

struct Reader {
    tokens: Vec<Token>,
    open: Option<Token>,
    gap: Gap,
}

impl Reader {
    fn letter(&mut self, at: usize, letter: char, before: char, next: char) {
        if is_combining_mark(letter) || matches!(letter, '\u{200b}'..='\u{200f}' | '\u{feff}' | '\u{ad}') {
            if let Some(open) = &mut self.open {
                open.span.end = at + letter.len_utf8();
            }
            return;
        }
        if letter.is_alphanumeric() && !matches!(letter, 'º' | 'ª') {
            self.push(at, letter);
        } else if self.open.is_some() && is_apostrophe(letter) && next.is_alphabetic() {
            // "can't" is one word, with whichever sign it is typed.
        } else if matches!(letter, '.' | ',') && self.fraction(next) {
            if let Some(open) = &mut self.open {
                open.word.push('.');
            }
        } else {
            let single = self.open.as_ref().is_some_and(|open| open.word.len() == 1);
            self.close();
            let gap = match letter {
                '.' if single && next.is_alphabetic() => Gap::Space,
                '.' | '…' if before == '.' || next == '.' || letter == '…' => Gap::Pause,
                '?' | '¿' => Gap::Question,
                '.' | '!' | '¡' | ';' | '\u{2029}' => Gap::Stop,
                '\n' if before == '\n' || before == '\r' && next == '\r' => Gap::Stop,
                ',' | ':' | '\n' | '(' | ')' | '"' => Gap::Pause,
                _ => Gap::Space,
            };
            self.gap = self.gap.max(gap);
        }
    }

    /// Whether a point or comma stands inside a number.
    fn fraction(&self, next: char) -> bool {
        next.is_ascii_digit()
            && self
                .open
                .as_ref()
                .is_some_and(|open| open.word.bytes().all(|byte| byte.is_ascii_digit()))
    }

    fn push(&mut self, at: usize, letter: char) {
        let end = at + letter.len_utf8();
        let number = |word: &str| word.starts_with(|first: char| first.is_ascii_digit());
        // "6wk" is a number and a word; "o2" is one word.
        let parts = self
            .open
            .as_ref()
            .is_some_and(|open| number(&open.word) && !letter.is_numeric());
        if parts {
            self.close();
        }
        let gap = self.gap;
        let open = self.open.get_or_insert_with(|| Token {
            word: String::new(),
            span: at..end,
            gap,
        });
        for plain in letter.nfkd().flat_map(char::to_lowercase) {
            if !is_combining_mark(plain) {
                open.word.push(plain);
            }
        }
        open.span.end = end;
    }

    fn close(&mut self) {
        if let Some(token) = self.open.take() {
            self.tokens.push(token);
            self.gap = Gap::Space;
        }
    }
}

const fn is_apostrophe(letter: char) -> bool {
    matches!(
        letter,
        '\'' | '`' | '´' | '\u{2018}' | '\u{2019}' | '\u{201b}' | '\u{2bc}' | '\u{2032}' | '\u{ff07}'
    )
}

/// Verbs that take a "not": with it they are one word, however it is written.
const WITH_NOT: &[(&str, &str)] = &[
    ("are", "arent"),
    ("can", "cant"),
    ("could", "couldnt"),
    ("did", "didnt"),
    ("do", "dont"),
    ("does", "doesnt"),
    ("had", "hadnt"),
    ("has", "hasnt"),
    ("have", "havent"),
    ("is", "isnt"),
    ("was", "wasnt"),
    ("were", "werent"),
    ("will", "wont"),
    ("would", "wouldnt"),
];

/// "can not", "can t" and "cannot" as "cant".
fn joined(tokens: Vec<Token>) -> Vec<Token> {
    let mut whole: Vec<Token> = Vec::with_capacity(tokens.len());
    for mut token in tokens {
        if token.word == "cannot" {
            "cant".clone_into(&mut token.word);
        }
        let not = token.gap == Gap::Space && matches!(token.word.as_str(), "not" | "t" | "nt");
        if let Some(last) = whole.last_mut().filter(|_| not)
            && let Some((_, with)) = WITH_NOT.iter().find(|(plain, with)| {
                last.word == *plain || token.word == "t" && with.strip_suffix('t') == Some(&last.word)
            })
        {
            (*with).clone_into(&mut last.word);
            last.span.end = token.span.end;
            continue;
        }
        whole.push(token);
    }
    whole
}

/// The word with each run of a letter as one, and in Spanish as it sounds.
pub(crate) fn sound(word: &str, spanish: bool) -> String {
    let mut folded = String::with_capacity(word.len());
    let mut letters = word.chars().peekable();
    let mut last = '\0';
    while let Some(letter) = letters.next() {
        let next = letters.peek().copied().unwrap_or('\0');
        let plain = match (letter, next) {
            _ if !spanish => letter,
            ('h', _) if last != 'c' => continue,
            ('v', _) => 'b',
            ('z', _) | ('c', 'e' | 'i') => 's',
            ('g', 'e' | 'i') => 'j',
            ('l', 'l') => 'y',
            ('c', 'h') => 'c',
            ('q' | 'c', _) => 'k',
            ('u', 'e' | 'i') if last == 'k' => continue,
            _ => letter,
        };
        if plain == 'y' && letter == 'l' {
            letters.next();
        }
        if plain != last {
            folded.push(plain);
        }
        last = plain;
    }
    folded
}
