//! The doctors whom the practice's pages name: clinicians who work here and of whom somebody said so. It doesn't know where
//! they are shown.

use anteroom_core::access::Role;
use anteroom_core::ids::MemberId;
use anteroom_core::limits;
use anteroom_core::text::{self, Fault};
pub use anteroom_store::places::Doctor;
use anteroom_store::{StoreError, places as rows, staff};

use crate::failure::Faults;
use crate::practices::Practice;
use crate::settings::changes::{Hand, Noun, hold, note, version};
use crate::{App, Failure};

/// What stands of a doctor, as typed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Typed {
    /// Whether the pages name them at all.
    pub shown: bool,
    /// What stands after the name.
    pub title: String,
    /// Tags of languages, with commas or spaces between.
    pub languages: String,
    /// Whether they take new patients.
    pub accepting: bool,
    /// What stands of them, by language.
    pub words: Vec<(&'static str, &'static str, String)>,
}

/// A clinician, what the pages say of them, and the version that a form about it carries.
pub struct Clinician {
    /// The member.
    pub member: MemberId,
    /// Their name.
    pub name: String,
    /// What the pages say; nothing if they don't name them.
    pub doctor: Option<Doctor>,
    /// The version.
    pub version: String,
}

/// The doctors of the pages, by name.
pub async fn shown(app: &App, practice: &Practice) -> Result<Vec<Doctor>, Failure> {
    Ok(app.store.practice(practice.id).read(rows::doctors).await?)
}

/// All whom the pages could name: those who work here as clinicians, and those whom they name already.
pub async fn clinicians(app: &App, practice: &Practice) -> Result<Vec<Clinician>, Failure> {
    let practice = app.store.practice(practice.id);
    let read = practice.read(|tx| {
        let doctors = rows::doctors(tx)?;
        let mut clinicians = Vec::new();
        for member in staff::members(tx)? {
            let doctor = doctors.iter().find(|doctor| doctor.member == member.id).cloned();
            if doctor.is_some() || member.role == Role::Clinician {
                clinicians.push(Clinician {
                    version: version(tx, (Noun::Doctor, member.id.bytes()))?,
                    member: member.id,
                    name: member.name,
                    doctor,
                });
            }
        }
        Ok::<_, StoreError>(clinicians)
    });
    Ok(read.await?)
}

/// A language's tag as people type it: letters, with hyphens between.
fn tag(typed: &str) -> Result<String, Fault> {
    let tag = typed.to_ascii_lowercase();
    let plain = tag
        .split('-')
        .all(|part| (1..=8).contains(&part.len()) && part.bytes().all(|c| c.is_ascii_alphanumeric()));
    let fits =
        plain && (2..=limits::LANGUAGE_MAX).contains(&tag.len()) && tag.as_bytes()[0].is_ascii_alphabetic();
    if fits { Ok(tag) } else { Err(Fault::Shape) }
}

fn tags(typed: &str) -> Result<Vec<String>, Fault> {
    let mut tags = Vec::new();
    for typed in typed.split([',', ' ', ';']).filter(|typed| !typed.is_empty()) {
        let tag = tag(typed)?;
        if !tags.contains(&tag) {
            tags.push(tag);
        }
    }
    if tags.len() > limits::DOCTOR_LANGUAGES {
        return Err(Fault::TooLong(limits::DOCTOR_LANGUAGES));
    }
    Ok(tags)
}

/// Says what the pages say of a clinician, or that they don't name them.
pub async fn set(
    app: &App,
    practice: &Practice,
    hand: &Hand,
    member: MemberId,
    typed: &Typed,
) -> Result<(), Failure> {
    let mut faults = Faults::default();
    let title = faults.take("title", text::line(&typed.title, limits::LABEL_MAX));
    let languages = faults.take("languages", tags(&typed.languages));
    let mut words = Vec::new();
    for (field, language, typed) in &typed.words {
        let taken = faults.take(field, text::paragraphs(typed, limits::DOCTOR_WORDS));
        words.push(((*language).to_owned(), taken));
    }
    faults.settle()?;
    let after = Doctor {
        member,
        name: String::new(),
        title,
        languages,
        accepting: typed.accepting,
        words,
    };
    let (world, hand, shown) = (app.clone(), hand.clone(), typed.shown);
    app.store
        .practice(practice.id)
        .write(move |tx| {
            let of = (Noun::Doctor, member.bytes());
            hold(tx, of, &hand)?;
            let is_here = staff::members(tx)?.into_iter().any(|row| row.id == member);
            let before = rows::doctors(tx)?
                .into_iter()
                .find(|doctor| doctor.member == member);
            if !is_here {
                return Err(Failure::Missing);
            }
            let was = before.as_ref().map(told).unwrap_or_default();
            let is = if shown { told(&after) } else { Told::default() };
            if shown {
                rows::put_doctor(tx, &after)?;
            } else if before.is_some() {
                rows::delete_doctor(tx, member)?;
            }
            for ((field, was), (_, is)) in was.iter().zip(&is) {
                if was != is {
                    note(&world, tx, hand.by, of, &[(field, was, is)])?;
                }
            }
            Ok(())
        })
        .await
}

/// A doctor's fields in the order of the audit, with their values.
type Told = [(&'static str, String); 5];

fn told(doctor: &Doctor) -> Told {
    let yes = |yes: bool| if yes { "1" } else { "" }.to_owned();
    let words: Vec<&str> = doctor.words.iter().map(|(_, words)| words.as_str()).collect();
    [
        ("shown", yes(true)),
        ("title", doctor.title.clone()),
        ("languages", doctor.languages.join(" ")),
        ("accepting", yes(doctor.accepting)),
        ("about", words.join("\n")),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_are_tags_however_they_are_parted() {
        assert_eq!(
            tags("en, ES;fr  es"),
            Ok(vec!["en".to_owned(), "es".to_owned(), "fr".to_owned()])
        );
        assert_eq!(tags(""), Ok(Vec::new()));
        assert_eq!(tags("zh-Hant"), Ok(vec!["zh-hant".to_owned()]));
        for bad in ["é", "-", "1a", "spanish!", "abcdefghi"] {
            assert_eq!(tags(bad), Err(Fault::Shape), "{bad}");
        }
        assert!(tags("aa ab ac ad ae af ag ah ai aj ak al am").is_err());
    }
}
