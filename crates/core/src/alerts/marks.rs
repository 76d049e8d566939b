//! Where in a patient's words the danger stands: byte spans without a word of them, kept as one short text, and the words
//! cut at them for a page.

use std::ops::Range;

use crate::danger::Sign;

/// Where a sign stands in a line's words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// What it is a sign of.
    pub sign: Sign,
    /// The bytes of the line.
    pub span: Range<usize>,
}

/// The marks as a row keeps them: `chest_pain:3-13 breathing:20-33`.
pub fn write_marks(marks: &[Mark]) -> String {
    let written = marks
        .iter()
        .map(|Mark { sign, span }| format!("{sign}:{}-{}", span.start, span.end));
    written.collect::<Vec<_>>().join(" ")
}

/// The marks of a row. One that can't be read, such as a sign that a newer version knows, is passed over.
pub fn read_marks(text: &str) -> Vec<Mark> {
    text.split(' ').filter_map(read).collect()
}

fn read(text: &str) -> Option<Mark> {
    let (sign, span) = text.split_once(':')?;
    let (from, to) = span.split_once('-')?;
    Some(Mark {
        sign: sign.parse().ok()?,
        span: from.parse().ok()?..to.parse().ok()?,
    })
}

/// A piece of a line, and whether it is marked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// The words.
    pub text: String,
    /// They are a sign of danger.
    pub marked: bool,
}

/// The words cut at their marks, those that overlap or touch as one. A mark that doesn't fit the words is passed over: they
/// are never shown other than they were written.
pub fn pieces(words: &str, marks: &[Mark]) -> Vec<Piece> {
    let fits = |span: &&Range<usize>| words.get(span.start..span.end).is_some();
    let mut spans: Vec<&Range<usize>> = marks.iter().map(|mark| &mark.span).filter(fits).collect();
    spans.sort_by_key(|span| (span.start, span.end));
    let mut joined: Vec<Range<usize>> = Vec::with_capacity(spans.len());
    for span in spans {
        match joined.last_mut() {
            Some(last) if span.start <= last.end => last.end = last.end.max(span.end),
            _ => joined.push(span.clone()),
        }
    }
    let mut cut = Vec::new();
    let mut push = |text: &str, marked| {
        if !text.is_empty() {
            let text = text.to_owned();
            cut.push(Piece { text, marked });
        }
    };
    let mut at = 0;
    for span in joined {
        push(&words[at..span.start], false);
        push(&words[span.clone()], true);
        at = span.end;
    }
    push(&words[at..], false);
    cut
}

/// What a list shows of a text around its first mark: one line from a little before it, of about `limit` characters.
pub fn excerpt(words: &str, marks: &[Mark], limit: usize) -> Vec<Piece> {
    let mut cut = Vec::new();
    let mut left = limit;
    for (at, piece) in pieces(words, marks).into_iter().enumerate() {
        if left == 0 {
            break;
        }
        let letters = one_line(&piece.text);
        let before = at == 0 && !piece.marked;
        let kept = letters.len().min(if before { limit / 3 } else { left });
        let cut_off = kept < letters.len();
        let text: String = match (cut_off, before) {
            (true, true) => std::iter::once('…')
                .chain(letters[letters.len() - kept..].iter().copied())
                .collect(),
            (true, false) => letters[..kept].iter().copied().chain(['…']).collect(),
            (false, _) => letters.into_iter().collect(),
        };
        left -= kept;
        let marked = piece.marked;
        cut.push(Piece { text, marked });
    }
    cut
}

/// A text's letters on one line: breaks and runs of spaces are one space.
fn one_line(text: &str) -> Vec<char> {
    let mut line: Vec<char> = Vec::with_capacity(text.len());
    for letter in text.chars() {
        let letter = if letter.is_whitespace() { ' ' } else { letter };
        if letter != ' ' || line.last() != Some(&' ') {
            line.push(letter);
        }
    }
    line
}
