//! What a link's holder reads and answers. Reading records nothing, for programs that look into letters follow links, too. An
//! answer can be changed by its own link for a while; then it stands, whoever the link was passed on to.

use anteroom_core::danger::{self, Subject};
use anteroom_core::ids::{RequestId, SurveyId};
use anteroom_core::requests::kinds::OTHER;
use anteroom_core::requests::{Actor, Door, Opening, Refusal, Urgency};
use anteroom_core::surveys::{Said, Score, changes_until, comment};
use anteroom_core::text::{self, Fault};
use anteroom_core::{Time, limits};
use anteroom_store::requests::{self as requests_rows, Labels};
use anteroom_store::surveys::answers::{self, From, New};
use anteroom_store::surveys::{self as rows, Survey};
use anteroom_store::tokens::{self, Kind};
use anteroom_store::{PracticeTx, messages, practices};

use super::ask::noted;
use super::settings::owner;
use crate::failure::Faults;
use crate::practices::Practice;
use crate::requests::{Origin, Scene, open, said_on};
use crate::{App, Failure, secrets};

/// Where a link leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Link {
    /// To its question.
    Open(Asking),
    /// Nowhere any more.
    Expired,
}

/// A question, as its page asks it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asking {
    /// What was answered, if anything was.
    pub given: Option<Given>,
    /// Whether it can be answered, or answered otherwise.
    pub open: bool,
    /// Whether the address is not asked any more.
    pub declined: bool,
}

/// What was answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Given {
    /// The words, the score, the wish for a call.
    pub said: Said,
    /// Until when it can be changed.
    pub until: Time,
}

/// What is answered: only what is there changes anything.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Answered {
    /// From 0 to 10, as typed.
    pub score: Option<String>,
    /// In words, as typed, with whether a box was ticked that asks for a call.
    pub words: Option<(String, bool)>,
    /// The words beside that box: what who ticks it says.
    pub wish: String,
}

/// What a link leads to. Nothing is written.
pub async fn look(app: &App, practice: &Practice, token: &str) -> Result<Link, Failure> {
    let (world, hash) = (app.clone(), secrets::digest(token));
    app.store
        .practice(practice.id)
        .read(move |tx| {
            let now = world.now();
            let Some(survey) = behind(tx, hash, now)? else {
                return Ok(Link::Expired);
            };
            let given = answers::of_survey(tx, survey.id)?.map(|answer| Given {
                said: answer.said,
                until: changes_until(answer.at),
            });
            Ok(Link::Open(Asking {
                open: given.as_ref().is_none_or(|given| now < given.until),
                given,
                declined: rows::refused(tx, &survey.address_key)?,
            }))
        })
        .await
}

/// Whom a link asks; nothing once it ran out, and missing if it never was.
fn behind(tx: &mut PracticeTx<'_>, hash: [u8; 32], now: Time) -> Result<Option<Survey>, Failure> {
    let practice = tx.practice_id();
    let (id, until) =
        tokens::find_of(&mut tx.system(), hash, (Kind::Survey, practice))?.ok_or(Failure::Missing)?;
    if until <= now {
        return Ok(None);
    }
    Ok(Some(rows::find(tx, id.into())?.ok_or(Failure::Missing)?))
}

/// Whoever has the link answers. The page that follows is [`look`]'s.
pub async fn answer(app: &App, practice: &Practice, token: &str, typed: &Answered) -> Result<Link, Failure> {
    let hash = secrets::digest(token);
    let found = record(app, practice, typed, move |tx, now| behind(tx, hash, now)).await?;
    if !found {
        return Ok(Link::Expired);
    }
    look(app, practice, token).await
}

/// Answers for whoever was asked: how a world that is played answers. `false` if nobody was asked so.
pub async fn answer_as(
    app: &App,
    practice: &Practice,
    id: SurveyId,
    typed: &Answered,
) -> Result<bool, Failure> {
    record(app, practice, typed, move |tx, _| Ok(rows::find(tx, id)?)).await
}

/// The address of a link is not asked any more. `false` where the link ran out.
pub async fn decline(app: &App, practice: &Practice, token: &str) -> Result<bool, Failure> {
    let (world, hash) = (app.clone(), secrets::digest(token));
    app.store
        .practice(practice.id)
        .write(move |tx| {
            let Some(survey) = behind(tx, hash, world.now())? else {
                return Ok(false);
            };
            rows::refuse(tx, &survey.address_key, world.now())?;
            noted(&world, tx, (Actor::Person(survey.person), "decline"), survey.id)?;
            Ok(true)
        })
        .await
}

/// What was typed, found good.
#[derive(Debug, Clone)]
struct Typed {
    score: Option<Score>,
    words: Option<(String, bool)>,
    wish: String,
}

fn checked(typed: &Answered) -> Result<Typed, Failure> {
    let mut faults = Faults::default();
    let score = typed.score.as_ref().map(|typed| {
        let score = typed.trim().parse().ok().and_then(Score::new);
        score.ok_or(Fault::Shape)
    });
    let words = typed.words.as_ref();
    let words = words.map(|(typed, call)| comment(typed).map(|words| (words, *call)));
    let typed = Typed {
        score: faults.take("score", score.transpose()),
        words: faults.take("comment", words.transpose()),
        wish: faults.take("wish", text::line(&typed.wish, limits::LABEL_MAX)),
    };
    faults.settle()?;
    Ok(typed)
}

/// What came of writing an answer down.
enum Recorded {
    Taken,
    Expired,
    /// A request has to be opened, which needs a number.
    Number,
}

/// Writes it down; `false` if there is nobody who was asked. A number for people is taken only where a request is opened.
async fn record<F>(app: &App, practice: &Practice, typed: &Answered, asked: F) -> Result<bool, Failure>
where
    F: Fn(&mut PracticeTx<'_>, Time) -> Result<Option<Survey>, Failure> + Clone + Send + 'static,
{
    let typed = checked(typed)?;
    let store = app.store.practice(practice.id);
    let (world, of, once, who) = (app.clone(), practice.clone(), typed.clone(), asked.clone());
    let first = store.write(move |tx| write(&world, tx, &of, (&once, &who), None));
    let mut recorded = first.await?;
    if let Recorded::Number = recorded {
        let (world, of) = (app.clone(), practice.clone());
        let again = store.write_numbered(1, move |tx, number| {
            write(&world, tx, &of, (&typed, &asked), Some(number))
        });
        recorded = again.await?;
    }
    Ok(!matches!(recorded, Recorded::Expired))
}

type Who<'a> = &'a dyn Fn(&mut PracticeTx<'_>, Time) -> Result<Option<Survey>, Failure>;

fn write(
    app: &App,
    tx: &mut PracticeTx<'_>,
    practice: &Practice,
    (typed, asked): (&Typed, Who<'_>),
    number: Option<i64>,
) -> Result<Recorded, Failure> {
    let now = app.now();
    let Some(survey) = asked(tx, now)? else {
        return Ok(Recorded::Expired);
    };
    let before = answers::of_survey(tx, survey.id)?;
    if before
        .as_ref()
        .is_some_and(|answer| changes_until(answer.at) <= now)
    {
        return Ok(Recorded::Taken);
    }
    let Some(said) = said(before.as_ref().map(|answer| &answer.said), typed) else {
        return Err(Failure::of("score", Fault::Missing));
    };
    if before.as_ref().is_some_and(|answer| answer.said == said) {
        return Ok(Recorded::Taken);
    }
    let scene = Scene::load(app, tx, practice)?;
    let added = &scene.settings.alerts.added;
    let danger = !danger::scan(&said.comment, &Subject::default(), added).is_empty();
    let opened = before.as_ref().and_then(|answer| answer.request);
    let opens = opened.is_none() && said.asks_for_somebody(danger);
    if opens && number.is_none() {
        return Ok(Recorded::Number);
    }
    let id = if let Some(answer) = &before {
        answers::change(tx, answer.id, &said)?;
        answer.id
    } else {
        let id = app.id();
        if !answers::insert(tx, &new(&survey, &said, (id, now)))? {
            return Err(Failure::Missing);
        }
        id
    };
    if let (Some(request), Some(before)) = (opened, &before) {
        let news = said.news(&before.said, &typed.wish);
        if !news.is_empty() {
            // Closed for good since: the answer itself still says it.
            said_on(app, tx, &scene, request, &news)?;
        }
    } else if let Some(number) = number.filter(|_| opens)
        && let Some(request) = complain(app, tx, &scene, (&survey, number), &said.line(&typed.wish))?
    {
        answers::opened(tx, id, request)?;
    }
    noted(app, tx, (Actor::Person(survey.person), "answer"), survey.id)?;
    Ok(Recorded::Taken)
}

/// What is said now, of what was said before and what was typed; nothing while there is no score.
fn said(before: Option<&Said>, typed: &Typed) -> Option<Said> {
    let score = typed.score.or(before.map(|before| before.score))?;
    let (comment, call) = match (&typed.words, before) {
        (Some((comment, call)), _) => (comment.clone(), *call),
        (None, Some(before)) => (before.comment.clone(), before.call),
        (None, None) => (String::new(), false),
    };
    Some(Said { score, comment, call })
}

fn new<'a>(survey: &'a Survey, said: &'a Said, (id, at): (anteroom_core::ids::AnswerId, Time)) -> New<'a> {
    New {
        id,
        from: From::Survey(survey.id),
        occasion: survey.occasion,
        at,
        said,
        location: survey.location,
        doctor: &survey.doctor,
        door: &survey.door,
        label: "",
    }
}

/// Opens a request with the answer, for the person who sees to such; nothing where the practice has no hours, so that no
/// answer could be due: the answer is kept all the same.
fn complain(
    app: &App,
    tx: &mut PracticeTx<'_>,
    scene: &Scene,
    (survey, number): (&Survey, i64),
    line: &str,
) -> Result<Option<RequestId>, Failure> {
    let places = practices::locations(tx)?;
    let location = survey
        .location
        .filter(|id| places.iter().any(|place| place.id == *id));
    let opening = Opening {
        id: app.id(),
        number,
        person: Some(survey.person),
        patient: survey.patient,
        urgency: Urgency::Normal,
        location,
        door: Door::Survey,
        obliged: false,
    };
    let subject = text::summary(line, limits::SUBJECT);
    let labels = Labels {
        kind: OTHER,
        door: Door::Survey,
        subject: &subject,
        about: "",
        language: &survey.language,
        interpreter: false,
        linked_to: None,
        external_id: None,
    };
    let origin = Origin {
        door: Door::Survey,
        actor: None,
    };
    match open(app, tx, scene, (&opening, &labels, None), line, origin) {
        Ok(_) => {}
        Err(Failure::Refused(Refusal::NoHours)) => return Ok(None),
        Err(failure) => return Err(failure),
    }
    if let Some(contact) = messages::given(tx, survey.person, &survey.address_key)? {
        messages::put_reach(tx, opening.id, contact)?;
    }
    if let Some(owner) = owner(tx, &scene.settings.surveys)? {
        let mut request = requests_rows::load(tx, opening.id)?.ok_or(Failure::Missing)?;
        let before = request.version;
        let changes = request.assign(Some(owner), None, scene.now)?;
        scene.save(app, tx, before, &request, &changes, (Actor::System, "assign"))?;
    }
    Ok(Some(opening.id))
}
