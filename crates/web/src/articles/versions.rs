//! A version of an article beside another: what was taken out and what was put in, word by word.

use anteroom_app::site::articles as app;
use anteroom_core::access::Right;
use anteroom_core::site::articles::Text;
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use similar::{ChangeTag, TextDiff};

use super::edit::named;
use super::{Tab, tabs, tongue as tongue_of};
use crate::Web;
use crate::errors::{Problem, show as shown};
use crate::frame::{In, Staff};
use crate::i18n::Tongue;
use crate::seat::Seat;

/// Words that stayed, went or came.
struct Piece {
    text: String,
    /// `del`, `ins` or nothing.
    tag: &'static str,
}

/// A field of the article.
struct Part {
    name: String,
    pieces: Vec<Piece>,
}

#[derive(Template)]
#[template(path = "site/version.html")]
struct VersionPage {
    f: Staff,
    tabs: Vec<Tab>,
    title: String,
    language: String,
    tag: &'static str,
    back: String,
    /// Who wrote it, when, and what it is compared with.
    said: String,
    beside: String,
    parts: Vec<Part>,
    /// The version, where a manager can publish it; 0 where patients read it or the reader can't.
    publishes: i64,
    live: bool,
}

/// What changed from one text to the other, neighbours of one sort as one piece.
fn pieces(before: &str, after: &str) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    for change in TextDiff::from_words(before, after).iter_all_changes() {
        let tag = match change.tag() {
            ChangeTag::Equal => "",
            ChangeTag::Delete => "del",
            ChangeTag::Insert => "ins",
        };
        match pieces.last_mut() {
            Some(last) if last.tag == tag => last.text.push_str(change.value()),
            _ => pieces.push(Piece {
                text: change.value().to_owned(),
                tag,
            }),
        }
    }
    pieces
}

fn parts(f: &Staff, before: &Text, after: &Text) -> Vec<Part> {
    let fields = [
        ("title", &before.title, &after.title),
        ("summary", &before.summary, &after.summary),
        ("body", &before.body, &after.body),
        ("keywords", &before.keywords, &after.keywords),
        ("sources", &before.sources, &after.sources),
    ];
    let told = fields
        .into_iter()
        .filter(|(_, before, after)| !before.is_empty() || !after.is_empty());
    told.map(|(field, before, after)| Part {
        name: f.w.of("article-field", field),
        pieces: pieces(before, after),
    })
    .collect()
}

pub(super) async fn show(
    State(web): State<Web>,
    tongue: Tongue,
    seat: Seat,
    In((_, article, language, number)): In<(String, String, String, String)>,
) -> Result<Response, Problem> {
    let of = named(&article, &language)?;
    let number = number.parse().map_err(|_| Problem::Missing)?;
    let found = app::version(&web.app, &seat.desk, of, Some(number)).await?;
    let version = found.shown.ok_or(Problem::Missing)?;
    let f = Staff::new(&web, seat, &tongue, "site");
    let w = f.w;
    let live = found.versions.live == Some(number);
    let by = if version.by.is_empty() {
        w.t("article-by-file")
    } else {
        version.by.clone()
    };
    let empty = Text::default();
    let before = found.before.as_ref().map_or(&empty, |before| &before.text);
    let page = VersionPage {
        tabs: tabs(&f, "articles", None),
        title: version.text.title.clone(),
        language: tongue_of(w, of.1),
        tag: of.1.as_str(),
        back: format!("{}/site/articles/{article}/{language}", f.base()),
        said: w.with2(
            "article-version-by",
            ("name", by),
            ("when", f.when.moment(version.at)),
        ),
        beside: found.before.as_ref().map_or_else(
            || w.t("article-version-first"),
            |before| w.with("article-version-beside", "n", before.number),
        ),
        parts: parts(&f, before, &version.text),
        publishes: if !live && f.seat.desk.role.may(Right::Manage) {
            number
        } else {
            0
        },
        live,
        f,
    };
    shown(&page)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_versions_are_told_apart_word_by_word() {
        let told: Vec<String> = pieces("Call us at once.", "Call your doctor at once.")
            .into_iter()
            .map(|piece| format!("{}[{}]", piece.tag, piece.text))
            .collect();
        assert_eq!(told, ["[Call ]", "del[us]", "ins[your doctor]", "[ at once.]"]);
    }

    #[test]
    fn the_longest_texts_are_compared_in_the_blink_of_an_eye() {
        let long = "fever and water ".repeat(1_250);
        let other = "cough or syrup ".repeat(1_330);
        assert!(pieces(&long, &other).len() > 1);
    }
}
