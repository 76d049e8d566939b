//! Kinds of requests as a practice wants them: renamed, added, for clinicians only, with a second clock, retired.

use anteroom_core::limits;
use anteroom_core::requests::kinds::{Kind, OTHER};
use anteroom_core::requests::obligations::{Rule, Source};
use anteroom_core::text::{self, Fault};
use anteroom_store::StoreError;
use anteroom_store::practices as rows;

use crate::failure::Faults;
use crate::practices::Practice;
use crate::settings::changes::{Hand, Noun, hold, note, version};
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

/// Adds a kind or changes one, by command.
pub async fn set(app: &App, practice: &Practice, wish: &Wish) -> Result<(), Failure> {
    put(app, practice, &Hand::operator(), wish).await
}

/// Kinds have codes, no ids: the audit keeps them as the practice's, each by its field.
fn of(practice: &Practice) -> (Noun, [u8; 16]) {
    (Noun::Kind, practice.id.bytes())
}

/// The kinds in use, and the version that a form about them carries.
pub async fn list(app: &App, practice: &Practice) -> Result<(Vec<Kind>, String), Failure> {
    let of = of(practice);
    let practice = app.store.practice(practice.id);
    let listed = practice.read(move |tx| Ok::<_, StoreError>((rows::kinds(tx)?, version(tx, of)?)));
    Ok(listed.await?)
}

/// Adds a kind or changes one. Requests keep their kind, and a second clock that runs keeps its due time.
pub async fn put(app: &App, practice: &Practice, hand: &Hand, wish: &Wish) -> Result<(), Failure> {
    let mut faults = Faults::default();
    let code = faults.take("code", text::slug(&wish.code));
    let name = wish
        .name
        .as_deref()
        .map(|name| text::line(name, limits::LABEL_MAX))
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
    let (world, hand, of) = (app.clone(), hand.clone(), of(practice));
    app.store
        .practice(practice.id)
        .write(move |tx| {
            hold(tx, of, &hand)?;
            let all = rows::kinds(tx)?;
            let known = all.iter().find(|kind| kind.code == wish.code).cloned();
            if known.is_none() && all.len() >= limits::KINDS {
                return Err(Failure::of("code", Fault::TooLong(limits::KINDS)));
            }
            let kind = wished(known.clone(), &wish).map_err(|fault| Failure::of("name", fault))?;
            rows::put_kind(tx, &kind)?;
            let (field, after) = (format!("kind {}", kind.code), told(&kind));
            let before = known.as_ref().map_or_else(String::new, told);
            Ok(note(&world, tx, hand.by, of, &[(&field, &before, &after)])?)
        })
        .await
}

/// A kind as the audit keeps it.
fn told(kind: &Kind) -> String {
    let mut parts = vec![
        if kind.name.is_empty() {
            &kind.code
        } else {
            &kind.name
        }
        .clone(),
    ];
    parts.extend(kind.clinical_only.then(|| "clinical_only".to_owned()));
    parts.extend(kind.sensitive.then(|| "sensitive".to_owned()));
    parts.extend(kind.obligation.map(|rule| format!("{} d", rule.days)));
    parts.join(", ")
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
        (None, Some(name)) if !name.is_empty() => new,
        (None, _) => return Err(Fault::Missing),
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

/// Retires a kind, by command.
pub async fn retire(app: &App, practice: &Practice, code: &str) -> Result<(), Failure> {
    end(app, practice, &Hand::operator(), code).await
}

/// Retires a kind: nobody is offered it any more. "other" stays, since a request that names no kind is of it.
pub async fn end(app: &App, practice: &Practice, hand: &Hand, code: &str) -> Result<(), Failure> {
    if code == OTHER {
        return Err(Failure::of("code", Fault::Taken));
    }
    let (world, hand, of) = (app.clone(), hand.clone(), of(practice));
    let (code, now) = (code.to_owned(), app.now());
    app.store
        .practice(practice.id)
        .write(move |tx| {
            hold(tx, of, &hand)?;
            let known = rows::kinds(tx)?.into_iter().find(|kind| kind.code == code);
            let kind = known.ok_or(Failure::Missing)?;
            rows::retire_kind(tx, &code, now)?;
            let field = format!("kind {code}");
            Ok(note(&world, tx, hand.by, of, &[(&field, &told(&kind), "")])?)
        })
        .await
}

/// Moves a kind one place up in the lists that people choose from.
pub async fn raise(app: &App, practice: &Practice, hand: &Hand, code: &str) -> Result<(), Failure> {
    let (world, hand, of, code) = (app.clone(), hand.clone(), of(practice), code.to_owned());
    app.store
        .practice(practice.id)
        .write(move |tx| {
            let mut order: Vec<String> = rows::kinds(tx)?.into_iter().map(|kind| kind.code).collect();
            let at = order
                .iter()
                .position(|known| *known == code)
                .ok_or(Failure::Missing)?;
            let before = order.join(", ");
            order.swap(at, at.saturating_sub(1));
            rows::order_kinds(tx, &order)?;
            Ok(note(
                &world,
                tx,
                hand.by,
                of,
                &[("order", &before, &order.join(", "))],
            )?)
        })
        .await
}

/// A code that another kind has.
pub fn taken() -> Failure {
    Failure::of("code", Fault::Taken)
}
