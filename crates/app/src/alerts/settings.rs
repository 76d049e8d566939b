//! The ladder, the numbers, the words and the cards as somebody sets them, and the signature under the rules. Each change is
//! kept with what was before and after; the core's own rules can't be changed.

use anteroom_core::access::Role;
use anteroom_core::alerts::{Course, Whom};
use anteroom_core::danger::{self, Help, Sign};
use anteroom_core::text::{self, Fault};
use anteroom_core::{Time, limits};
use anteroom_store::{PracticeTx, StoreError, alerts as rows, practices, staff};

use super::rules::{
    CRISIS, MINUTES, POISON, SIGNATURE, Signature, WORDS, ladder_of, write_signature, write_steps,
    write_words,
};
use crate::failure::Faults;
use crate::practices::Practice;
use crate::requests::view::Desk;
use crate::settings::Settings;
use crate::settings::changes::{By, Hand, Noun, hold, note, version};
use crate::staff::Named;
use crate::{App, Failure};

/// Everything that the page of emergencies shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Emergency {
    /// What is set.
    pub rules: super::Rules,
    /// Who can stand on a step.
    pub members: Vec<(Named, Role)>,
    /// The cards, one for each sign.
    pub cards: Vec<super::Card>,
    /// Who signed the rules last, and when; whoever works here no longer has no name here.
    pub signed: Option<(String, Time)>,
    /// Whether that signature stands under the rules as they are now.
    pub current: bool,
    /// The ladders on which nobody would be rung.
    pub unset: Vec<Course>,
    /// The last change, which a form sends back.
    pub version: String,
}

fn noun(tx: &PracticeTx<'_>) -> (Noun, [u8; 16]) {
    (Noun::Emergency, tx.practice_id().bytes())
}

/// What is set.
pub async fn emergency(app: &App, desk: &Desk) -> Result<Emergency, Failure> {
    let now = app.now();
    let practice = app.store.practice(desk.practice.id);
    let (rules, members, signed, unset, version) = practice
        .read(move |tx| {
            let rules = Settings::load(tx)?.alerts;
            let members = staff::members(tx)?;
            let signed = match &rules.signature {
                Some(signature) => {
                    let by = staff::member(tx, signature.by)?;
                    Some((by.map(|by| by.name).unwrap_or_default(), signature.at))
                }
                None => None,
            };
            let ladder = super::ring::ladder(tx, &rules, now)?;
            let unset = ladder.unset(&super::ring::works(tx)?);
            let of = noun(tx);
            Ok::<_, Failure>((rules, members, signed, unset, version(tx, of)?))
        })
        .await?;
    let named = members.into_iter().map(|member| {
        let (id, name) = (member.id, member.name);
        (Named { id, name }, member.role)
    });
    Ok(Emergency {
        members: named.collect(),
        cards: super::cards(app, &desk.practice, Sign::ALL).await?,
        current: rules.signed(),
        rules,
        signed,
        unset,
        version,
    })
}

/// A ladder as typed: a step a word, empty ones left out.
#[derive(Debug, Clone, Default)]
pub struct LadderWish {
    /// While the desk is open.
    pub open: Vec<String>,
    /// While it is closed.
    pub after_hours: Vec<String>,
    /// Minutes that each step has.
    pub minutes: String,
}

/// The numbers as typed; empty for none. The emergency number itself is one of the practice's own facts.
#[derive(Debug, Clone, Default)]
pub struct NumbersWish {
    /// The line for suicidal thoughts.
    pub crisis: String,
    /// Poison control.
    pub poison: String,
}

/// Puts a setting, and notes its change.
fn put(
    app: &App,
    tx: &mut PracticeTx<'_>,
    hand: &Hand,
    (name, before, after): (&str, &str, &str),
) -> Result<(), StoreError> {
    if before == after {
        return Ok(());
    }
    practices::put_setting(tx, name, after, app.now(), hand.who())?;
    let field = name.trim_start_matches("alert.");
    let of = noun(tx);
    note(app, tx, hand.by, of, &[(field, before, after)])
}

fn steps(typed: &[String], field: &'static str, faults: &mut Faults) -> Vec<Whom> {
    let typed = typed.iter().filter(|step| !step.is_empty());
    let steps: Result<Vec<Whom>, _> = typed.map(|step| step.parse::<Whom>()).collect();
    let steps = faults.take(field, steps.map_err(|_| Fault::Shape));
    if steps.len() > limits::LADDER_STEPS {
        faults.note(field, Fault::TooLong(limits::LADDER_STEPS));
    }
    steps
}

/// Names of the people on a ladder, for the list of changes.
fn said(steps: &[Whom], members: &[staff::Member]) -> String {
    let name = |step: &Whom| match step {
        Whom::Member(id) => members
            .iter()
            .find(|member| member.id == *id)
            .map_or_else(|| "–".to_owned(), |member| member.name.clone()),
        Whom::Role(role) => role.to_string(),
        Whom::OnCall => step.to_string(),
    };
    steps.iter().map(name).collect::<Vec<_>>().join(", ")
}

/// Sets who is rung, and how long each step has. `seen` is the version that the writer read.
pub async fn set_ladder(
    app: &App,
    practice: &Practice,
    hand: &Hand,
    wish: &LadderWish,
) -> Result<(), Failure> {
    let mut faults = Faults::default();
    let open = steps(&wish.open, "open", &mut faults);
    let after_hours = steps(&wish.after_hours, "after_hours", &mut faults);
    let minutes = wish.minutes.trim().parse::<i64>().ok();
    let minutes = minutes.filter(|minutes| (1..=limits::CLIMB_MINUTES_MAX).contains(minutes));
    let minutes = faults.take("minutes", minutes.ok_or(Fault::Shape));
    faults.settle()?;
    let (world, hand) = (app.clone(), hand.clone());
    app.store
        .practice(practice.id)
        .write(move |tx| {
            let of = noun(tx);
            hold(tx, of, &hand)?;
            let members = staff::members(tx)?;
            let known = |step: &Whom| match step {
                Whom::Member(id) => members.iter().any(|member| member.id == *id),
                Whom::Role(_) => true,
                // It is no step to be typed: the roster puts it there.
                Whom::OnCall => false,
            };
            let before = Settings::load(tx)?.alerts.ladder;
            for (course, now) in [(Course::Open, &open), (Course::AfterHours, &after_hours)] {
                if !now.iter().all(known) {
                    return Err(Failure::of(course.as_str(), Fault::Shape));
                }
                let was = before.steps(course);
                if was != now.as_slice() {
                    let steps = write_steps(now);
                    practices::put_setting(tx, ladder_of(course), &steps, world.now(), hand.who())?;
                    let change = (course.as_str(), said(was, &members), said(now, &members));
                    let fields = [(change.0, change.1.as_str(), change.2.as_str())];
                    note(&world, tx, hand.by, of, &fields)?;
                }
            }
            let was = before.climb.whole_minutes().to_string();
            Ok(put(&world, tx, &hand, (MINUTES, &was, &minutes.to_string()))?)
        })
        .await
}

/// Sets the numbers that a patient in danger is told to call beside the emergency number.
pub async fn set_numbers(
    app: &App,
    practice: &Practice,
    hand: &Hand,
    wish: &NumbersWish,
) -> Result<(), Failure> {
    let mut faults = Faults::default();
    let crisis = faults.take("crisis", number(&wish.crisis));
    let poison = faults.take("poison", number(&wish.poison));
    faults.settle()?;
    let (world, hand, of_practice) = (app.clone(), hand.clone(), practice.clone());
    app.store
        .practice(practice.id)
        .write(move |tx| {
            hold(tx, noun(tx), &hand)?;
            let rules = Settings::load(tx)?.alerts;
            for (name, help, now) in [
                (CRISIS, Help::Crisis988, &crisis),
                (POISON, Help::Poison, &poison),
            ] {
                put(&world, tx, &hand, (name, rules.number(help, &of_practice), now))?;
            }
            Ok(())
        })
        .await
}

/// A number to dial, or none. Short ones such as 988 are numbers, too.
fn number(typed: &str) -> Result<String, Fault> {
    let typed = text::line(typed, limits::PHONE_MAX)?;
    if typed.is_empty() || typed.chars().any(|letter| letter.is_ascii_digit()) {
        Ok(typed)
    } else {
        Err(Fault::Shape)
    }
}

/// Adds words of the practice's own for a sign.
pub async fn add_words(
    app: &App,
    practice: &Practice,
    hand: &Hand,
    sign: &str,
    words: &str,
) -> Result<(), Failure> {
    let sign = sign
        .parse::<Sign>()
        .map_err(|_| Failure::of("sign", Fault::Shape))?;
    let words = words.to_owned();
    change_words(app, practice, hand, move |added| {
        danger::add(added, sign, &words).map_err(|fault| Failure::of("words", fault))
    })
    .await
}

/// Takes words of the practice's own away; the core's stay.
pub async fn remove_words(app: &App, practice: &Practice, hand: &Hand, words: &str) -> Result<(), Failure> {
    let words = words.to_owned();
    change_words(app, practice, hand, move |added| {
        let before = added.len();
        added.retain(|own| own.words != words);
        if added.len() < before {
            Ok(())
        } else {
            Err(Failure::Missing)
        }
    })
    .await
}

async fn change_words<F>(app: &App, practice: &Practice, hand: &Hand, change: F) -> Result<(), Failure>
where
    F: Fn(&mut Vec<danger::Added>) -> Result<(), Failure> + Send + 'static,
{
    let (world, hand) = (app.clone(), hand.clone());
    app.store
        .practice(practice.id)
        .write(move |tx| {
            hold(tx, noun(tx), &hand)?;
            let mut added = Settings::load(tx)?.alerts.added;
            let before = write_words(&added);
            change(&mut added)?;
            Ok(put(&world, tx, &hand, (WORDS, &before, &write_words(&added)))?)
        })
        .await
}

/// Words the card of a sign; without words it has those again that come with the language.
pub async fn set_card(
    app: &App,
    practice: &Practice,
    hand: &Hand,
    sign: &str,
    questions: &str,
) -> Result<(), Failure> {
    let mut faults = Faults::default();
    let sign = sign
        .parse::<Sign>()
        .map_err(|_| Failure::of("sign", Fault::Shape))?;
    let questions = faults.take("questions", text::paragraphs(questions, limits::CARD_MAX));
    faults.settle()?;
    let (world, hand) = (app.clone(), hand.clone());
    app.store
        .practice(practice.id)
        .write(move |tx| {
            hold(tx, noun(tx), &hand)?;
            let own = rows::cards(tx)?.into_iter().find(|(of, _)| *of == sign);
            let before = own.map(|(_, questions)| questions).unwrap_or_default();
            rows::put_card(tx, sign, &questions)?;
            let field = format!("card {sign}");
            let fields = [(field.as_str(), before.as_str(), questions.as_str())];
            Ok(note(&world, tx, hand.by, noun(tx), &fields)?)
        })
        .await
}

/// A clinician signs the rules as they were read: `digest` is what stood on the page. Nobody else's name counts.
pub async fn sign(app: &App, desk: &Desk, digest: &str) -> Result<(), Failure> {
    if desk.role != Role::Clinician {
        return Err(Failure::Missing);
    }
    let (world, desk, digest) = (app.clone(), desk.clone(), digest.to_owned());
    app.store
        .practice(desk.practice.id)
        .write(move |tx| {
            let rules = Settings::load(tx)?.alerts;
            if rules.digest() != digest {
                return Err(Failure::of("digest", Fault::Taken));
            }
            let signature = Signature {
                by: desk.member.id,
                at: world.now(),
                version: danger::VERSION.to_owned(),
                digest: digest.clone(),
            };
            let before = rules
                .signature
                .as_ref()
                .map(|signature| signature.version.clone());
            let now = world.now();
            practices::put_setting(
                tx,
                SIGNATURE,
                &write_signature(&signature),
                now,
                Some(desk.member.id),
            )?;
            let after = format!("{} {}", danger::VERSION, desk.member.name);
            let of = noun(tx);
            let fields = [("signature", before.as_deref().unwrap_or_default(), after.as_str())];
            Ok(note(&world, tx, By::Member(desk.member.id), of, &fields)?)
        })
        .await
}
