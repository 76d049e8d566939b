//! "Was this helpful?": what readers say of an article, without who they are, and the work that a "no" makes.

use anteroom_core::ids::{ArticleId, OpinionId};
use anteroom_core::limits;
use anteroom_core::site::search::Language;
use anteroom_core::site::work::{Kind, Reason};
use anteroom_core::text::{self, Fault};
use anteroom_store::site::articles;
use anteroom_store::site::opinions::{self as rows, Opinion};

use super::noted;
use super::work::{Cause, raise};
use crate::failure::Faults;
use crate::practices::Practice;
use crate::requests::Scene;
use crate::requests::view::Desk;
use crate::{App, Failure};

/// What a reader says.
#[derive(Debug, Clone, Default)]
pub struct Typed {
    /// `yes` or `no`.
    pub helpful: String,
    /// Why not: a word of [`Reason`]; empty for none.
    pub reason: String,
    /// In words; empty for none.
    pub words: String,
}

/// Keeps what a reader says of an article that they read in a language. A "no" is work for its owner.
pub async fn give(
    app: &App,
    practice: &Practice,
    (slug, language): (&str, Language),
    typed: &Typed,
) -> Result<(), Failure> {
    let mut faults = Faults::default();
    let helpful = match typed.helpful.as_str() {
        "yes" => Ok(true),
        "no" => Ok(false),
        _ => Err(Fault::Missing),
    };
    let helpful = faults.take("helpful", helpful);
    let reason = match typed.reason.as_str() {
        "" => None,
        word => faults.take(
            "reason",
            word.parse::<Reason>().map(Some).map_err(|_| Fault::Shape),
        ),
    };
    let words = faults.take("words", text::paragraphs(&typed.words, limits::OPINION_WORDS));
    faults.settle()?;
    let (world, of, slug) = (app.clone(), practice.clone(), slug.to_owned());
    app.store
        .practice(practice.id)
        .write(move |tx| {
            let (article, _) = articles::of_slug(tx, &slug)?.ok_or(Failure::Missing)?;
            let live = articles::text_of(tx, article, language)?.live;
            let opinion = Opinion {
                id: world.id(),
                article,
                language,
                number: live.ok_or(Failure::Missing)?,
                helpful,
                reason: reason.filter(|_| !helpful),
                words: if helpful { String::new() } else { words.clone() },
                at: world.now(),
            };
            rows::insert(tx, &opinion, limits::OPINIONS)?;
            noted(&world, tx, None, ("article", article.bytes()), ("opinion", ""))?;
            if !helpful {
                let scene = Scene::load(&world, tx, &of)?;
                let key = format!("{article}.{language}");
                let cause = Cause::of_article(Kind::Opinion, &key, article, language.as_str());
                raise(&world, tx, &scene, &cause)?;
            }
            Ok(())
        })
        .await
}

/// Erases the words of an opinion: somebody wrote what doesn't belong there.
pub async fn erase(app: &App, desk: &Desk, article: ArticleId, id: OpinionId) -> Result<(), Failure> {
    let (world, by) = (app.clone(), desk.member.id);
    app.store
        .practice(desk.practice.id)
        .write(move |tx| {
            if !rows::erase(tx, article, id)? {
                return Err(Failure::Missing);
            }
            Ok(noted(
                &world,
                tx,
                Some(by),
                ("article", article.bytes()),
                ("erase", "opinion"),
            )?)
        })
        .await
}

/// What is known of each article by its readers: how many it helped, and how many not.
pub(super) fn counts(
    tx: &mut anteroom_store::PracticeTx<'_>,
) -> Result<std::collections::BTreeMap<ArticleId, (i64, i64)>, anteroom_store::StoreError> {
    let mut counts: std::collections::BTreeMap<ArticleId, (i64, i64)> = std::collections::BTreeMap::new();
    for (article, helpful, many) in rows::counts(tx)? {
        let of = counts.entry(article).or_default();
        *(if helpful { &mut of.0 } else { &mut of.1 }) = many;
    }
    Ok(counts)
}
