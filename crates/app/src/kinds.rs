//! Kinds of requests as a practice wants them: renamed, added, for clinicians only, with a second clock, retired.

use anteroom_core::limits;
use anteroom_core::requests::kinds::{Kind, OTHER};
use anteroom_core::requests::obligations::{Rule, Source};
use anteroom_core::text::{self, Fault};
use anteroom_store::practices as rows;

use crate::failure::Faults;
use crate::practices::Practice;
use crate::{App, Failure};

/// A kind as somebody sets it; what is not said stays as it is, or as a new kind begins.
#[derive(Debug, Clone, Default)]
pub struct Wish {
    /// Its fixed word, as a slug.
    pub code: String,
    /// What the practice calls it.
    pub name: Option<String>,
    /// Its words are for clinicians only.
    pub clinical_only: Option<bool>,
    /// It makes no reminder, survey, recall or stated reason without a confidential channel.
    pub sensitive: Option<bool>,
    /// Calendar days of its second clock; 0 takes it away.
    pub days: Option<u16>,
}

/// The most days that a second clock may have: a year; no law on records or complaints gives more.
const DAYS_MAX: u16 = 366;

/// Adds a kind or changes one. Requests keep their kind, and a second clock that runs keeps its due time.
pub async fn set(app: &App, practice: &Practice, wish: &Wish) -> Result<(), Failure> {
    let mut faults = Faults::default();
    let code = faults.take("code", text::slug(&wish.code));
    let name = wish
        .name
        .as_deref()
        .map(|name| text::required_line(name, limits::LABEL_MAX))
        .transpose();
    let name = faults.take("name", name);
    if wish.days.is_some_and(|days| days > DAYS_MAX) {
        faults.note("days", Fault::Shape);
    }
    faults.settle()?;
    let wish = Wish {
        code,
        name,
        ..wish.clone()
    };
    app.store
        .practice(practice.id)
        .write(move |tx| {
            let known = rows::kinds(tx)?.into_iter().find(|kind| kind.code == wish.code);
            let kind = wished(known, &wish).map_err(|fault| Failure::of("name", fault))?;
            Ok(rows::put_kind(tx, &kind)?)
        })
        .await
}

/// A new kind needs a name; the ones that come with the language have theirs there.
fn wished(known: Option<Kind>, wish: &Wish) -> Result<Kind, Fault> {
    let new = Kind {
        code: wish.code.clone(),
        name: String::new(),
        clinical_only: false,
        sensitive: false,
        obligation: None,
    };
    let mut kind = match (known, &wish.name) {
        (Some(known), _) => known,
        (None, Some(_)) => new,
        (None, None) => return Err(Fault::Missing),
    };
    if let Some(name) = &wish.name {
        kind.name.clone_from(name);
    }
    kind.clinical_only = wish.clinical_only.unwrap_or(kind.clinical_only);
    kind.sensitive = wish.sensitive.unwrap_or(kind.sensitive);
    match wish.days {
        Some(0) => kind.obligation = None,
        Some(days) => {
            let source = if kind.code == Source::Records.as_str() {
                Source::Records
            } else {
                Source::Complaint
            };
            kind.obligation = Some(Rule { source, days });
        }
        None => {}
    }
    Ok(kind)
}

/// Retires a kind: nobody is offered it any more. "other" stays, since a request that names no kind is of it.
pub async fn retire(app: &App, practice: &Practice, code: &str) -> Result<(), Failure> {
    if code == OTHER {
        return Err(Failure::of("code", Fault::Taken));
    }
    let (code, now) = (code.to_owned(), app.now());
    let retired = app
        .store
        .practice(practice.id)
        .write(move |tx| rows::retire_kind(tx, &code, now))
        .await?;
    if retired { Ok(()) } else { Err(Failure::Missing) }
}
