//! One attempt of a letter. First a transaction that commits the attempt, with the link that the letter holds; then the
//! carrier; then a transaction that says what became of it. Whoever finds an attempt without an end says *unknown*, and
//! nobody sends it again but a person.

use anteroom_core::ids::{AccountId, EntryId, InvitationId, MessageId, PracticeId, RequestId, SurveyId};
use anteroom_core::messages::{Carried, Letter, Next, Why, after, mail_way};
use anteroom_core::people::{System, address_key};
use anteroom_core::{Span, Time, limits};
use anteroom_store::jobs::{self, Job, Lane};
use anteroom_store::messages::{self as rows, Fate, Held, To};
use anteroom_store::requests::queue;
use anteroom_store::tokens::{self, Kind};
use anteroom_store::{PracticeTx, StoreError, alerts, invitations, staff};

use super::mailroom::{Mail, Told};
use super::{SEND, Server, server};
use crate::practices::{self, Practice};
use crate::requests::{Scene, follow, survivor};
use crate::{App, Failure, secrets};

/// How long a letter waits that can't even be tried: while no mail is set up, or its hour is full.
const PUT_OFF: Span = Span::from_minutes(5);
/// How often the end of an attempt is written down while the database is busy: each try waits some seconds by itself.
const ENDINGS: usize = 5;
/// What a carrier may take beyond its own time before it is taken for hung.
const GRACE: std::time::Duration = std::time::Duration::from_secs(5);

/// Sends one letter that is due, or looks into one wish for another password; whether there was one. Many may run at once.
pub async fn round(app: &App) -> Result<bool, Failure> {
    let now = app.now();
    let until = now + limits::JOB_LEASE;
    let claimed = app
        .store
        .system()
        .write(move |tx| jobs::claim_in(tx, Lane::Mail, (now, until), 1))
        .await?;
    for job in &claimed {
        if let Err(failure) = perform(app, job).await {
            put_off(app, job, &failure).await?;
        }
    }
    Ok(!claimed.is_empty())
}

/// When the next letter is due.
pub async fn next(app: &App) -> Result<Option<Time>, Failure> {
    let system = app.store.system();
    Ok(system.read(|tx| jobs::next_in(tx, Lane::Mail, "")).await?)
}

async fn perform(app: &App, job: &Job) -> Result<(), Failure> {
    if job.kind != SEND {
        return crate::staff::resets::look_into(app, job).await;
    }
    let practice = practices::by_id(app, job.practice).await?;
    let turn = match app.mail.let_out(practice.id, app.now()) {
        Ok(turn) => turn,
        Err(later) => return retry(app, job, later, "room").await,
    };
    // Read before the transaction, which may run more than once and touches no file.
    let master = app.mail.keys.open().ok().flatten();
    let (world, of, claimed) = (app.clone(), practice.clone(), job.clone());
    let begun = app
        .store
        .practice(practice.id)
        .write(move |tx| begin(&world, tx, &of, &claimed, master.as_ref()))
        .await?;
    let Some(flight) = begun else {
        return Ok(());
    };
    let carried = carry(app, &flight).await;
    if matches!(
        carried,
        Carried::NotNow(Why::Unreachable | Why::SignIn | Why::Encryption | Why::Walled)
    ) {
        turn.rest_until(app.now() + limits::SERVER_REST);
    }
    end(app, &practice, job, &flight, carried).await
}

async fn carry(app: &App, flight: &Flight) -> Carried {
    let longest = u64::try_from(limits::LETTER_SPAN.micros()).unwrap_or(u64::MAX);
    let longest = std::time::Duration::from_micros(longest) + GRACE;
    let attempt = app.mail.carrier.carry(&flight.server, &flight.mail);
    let carried = tokio::time::timeout(longest, attempt).await;
    let carried = carried.unwrap_or(Carried::Unknown);
    tracing::info!(message = %flight.mail.id, ?carried, "a letter was tried");
    carried
}

/// A failure that is none of the letter's: the job comes again, and the letter with it, if its attempt was not begun.
async fn put_off(app: &App, job: &Job, failure: &Failure) -> Result<(), Failure> {
    tracing::warn!(job = %job.id, kind = %job.kind, attempt = job.attempt, %failure, "a letter's job failed");
    let doublings = u32::try_from(job.attempt.clamp(0, 10)).unwrap_or(0);
    retry(app, job, app.now() + Span::from_secs(1 << doublings), "failed").await
}

async fn retry(app: &App, job: &Job, at: Time, word: &'static str) -> Result<(), Failure> {
    let job = job.clone();
    let system = app.store.system();
    system.write(move |tx| jobs::retry(tx, &job, at, word)).await?;
    Ok(())
}

/// A letter whose attempt is committed.
struct Flight {
    server: Server,
    mail: Mail,
    held: Held,
}

/// What is to be done with a letter instead of sending it.
enum Instead {
    /// Later: nothing was tried.
    Later(Time, Why),
    /// Never.
    Never(Why),
}

/// Decides anew whether and to whom the letter goes, and commits its attempt; nothing if it doesn't go now.
fn begin(
    app: &App,
    tx: &mut PracticeTx<'_>,
    practice: &Practice,
    job: &Job,
    master: Option<&[u8; 32]>,
) -> Result<Option<Flight>, Failure> {
    let (id, now): (MessageId, _) = (job.subject.into(), app.now());
    let Some(held) = rows::load(tx, id)? else {
        jobs::finish(&mut tx.system(), job)?;
        return Ok(None);
    };
    if held.fate == Fate::Sending {
        // Whoever gave it out never came back.
        rows::lost(tx, id, now)?;
    }
    if held.fate != Fate::Held {
        jobs::finish(&mut tx.system(), job)?;
        return Ok(None);
    }
    let scene = Scene::load(app, tx, practice)?;
    match prepare(app, tx, &scene, (practice, id, &held), master)? {
        Ok((server, ready)) => {
            let mail = written(app, tx, practice, (id, &held), ready)?;
            let reached = secrets::digest(&address_key(System::Email, &mail.to));
            if !rows::begin(tx, id, job.attempt, now, reached)? {
                return Err(StoreError::Missing.into());
            }
            Ok(Some(Flight { server, mail, held }))
        }
        Err(Instead::Later(at, why)) if at <= held.keeps_until => {
            rows::defer(tx, id, at, why)?;
            jobs::retry(&mut tx.system(), job, at, why.as_str())?;
            Ok(None)
        }
        Err(Instead::Later(_, why) | Instead::Never(why)) => {
            let over = why == Why::Over;
            let fate = if over { Fate::Retracted } else { Fate::Failed };
            rows::drop_held(tx, id, (fate, why), now)?;
            jobs::finish(&mut tx.system(), job)?;
            if !over {
                failed(app, tx, &scene, &held)?;
            }
            Ok(None)
        }
    }
}

/// A letter that may go: to whom, about what, and how it is worded.
struct Ready {
    to: String,
    language: String,
    sensitive: bool,
    link: Link,
}

/// Where a letter leads.
enum Link {
    Nowhere,
    Desk(Option<i64>),
    Status(RequestId),
    Invitation(InvitationId, Time),
    Reset(AccountId),
    Survey(SurveyId),
}

type Prepared<T> = Result<Result<T, Instead>, Failure>;

fn prepare(
    app: &App,
    tx: &mut PracticeTx<'_>,
    scene: &Scene,
    (practice, id, held): (&Practice, MessageId, &Held),
    master: Option<&[u8; 32]>,
) -> Prepared<(Server, Ready)> {
    let now = scene.now;
    let later = |why| Ok(Err(Instead::Later(now + PUT_OFF, why)));
    if now > held.keeps_until {
        return later(Why::Busy);
    }
    let ready = match addressed(app, tx, scene, (id, held))? {
        Ok(ready) => ready,
        Err(instead) => return Ok(Err(instead)),
    };
    let Some(server) = server::load(tx, master)?.filter(|_| app.mail.public.is_some()) else {
        return later(Why::NotSet);
    };
    if held.letter.is_counted() && is_full(tx, &ready.to, now)? {
        if held.letter.waits_its_turn() {
            return later(Why::TooMany);
        }
        return Ok(Err(Instead::Never(Why::TooMany)));
    }
    tracing::debug!(practice = %practice.id, letter = %held.letter, "a letter is ready");
    Ok(Ok((server, ready)))
}

fn is_full(tx: &mut PracticeTx<'_>, to: &str, now: Time) -> Result<bool, StoreError> {
    let reached = secrets::digest(&address_key(System::Email, to));
    let since = now - Span::from_hours(1);
    Ok(rows::reached(tx, reached, since, limits::LETTERS_AN_HOUR)? >= limits::LETTERS_AN_HOUR)
}

/// To whom the letter goes as things stand now, and where it leads.
fn addressed(
    app: &App,
    tx: &mut PracticeTx<'_>,
    scene: &Scene,
    (id, held): (MessageId, &Held),
) -> Prepared<Ready> {
    let ready = |to: String, link: Link| Ready {
        to,
        language: held.language.clone(),
        sensitive: false,
        link,
    };
    let over = Ok(Err(Instead::Never(Why::Over)));
    match &held.to {
        Some(To::Contact(_)) if held.letter == Letter::Survey => {
            Ok(match crate::surveys::addressed(tx, scene, id)? {
                Some(asked) => Ok(Ready {
                    language: asked.language,
                    ..ready(asked.to, Link::Survey(asked.survey))
                }),
                None => Err(Instead::Never(Why::Over)),
            })
        }
        Some(To::Contact(_)) => match held.request {
            Some(request) => to_patient(app, tx, scene, (held, request)),
            None => over,
        },
        Some(To::Member(member)) => {
            let Some(login) = rows::login(tx, *member)? else {
                return over;
            };
            let link = match held.letter {
                Letter::Ring if !still_rings(tx, held.number)? => return over,
                Letter::Ring => Link::Desk(held.number),
                _ => Link::Nowhere,
            };
            Ok(Ok(ready(login, link)))
        }
        Some(To::Login(login)) => {
            let account = staff::account(&mut tx.system(), login)?;
            let Some(account) = account else {
                return over;
            };
            Ok(Ok(ready(login.clone(), Link::Reset(account.id))))
        }
        Some(To::Invited(id, login)) => {
            let Some(open) = invitations::open(tx, *id, scene.now)? else {
                return over;
            };
            Ok(Ok(ready(login.clone(), Link::Invitation(*id, open.expires_at))))
        }
        None => over,
    }
}

/// Whether anything of a request, or of what it was joined to since, still has to be acknowledged: who comes late for
/// nothing comes later the next time.
fn still_rings(tx: &mut PracticeTx<'_>, number: Option<i64>) -> Result<bool, Failure> {
    let Some(listed) = number.map(|number| queue::one(tx, number)).transpose()?.flatten() else {
        return Ok(false);
    };
    let thread = survivor(tx, listed.id)?;
    Ok(!alerts::live_of_request(tx, thread.id, 1)?.is_empty())
}

/// A letter about a request. A reply is made irrevocable first, if that is not done yet: what was told can't be taken back.
fn to_patient(
    app: &App,
    tx: &mut PracticeTx<'_>,
    scene: &Scene,
    (held, request): (&Held, RequestId),
) -> Prepared<Ready> {
    if let Some(entry) = held.entry {
        let thread = survivor(tx, request)?;
        let thread = scene.settled(app, tx, thread)?;
        let pending = thread.pending.filter(|pending| pending.entry == entry);
        if let Some(pending) = pending {
            return Ok(Err(Instead::Later(pending.irrevocable_at, Why::Busy)));
        }
    }
    let none = Ok(Err(Instead::Never(Why::NoAddress)));
    let Some(about) = rows::about(tx, request)? else {
        return none;
    };
    // Chosen anew: the person may have asked to be reached elsewhere since.
    let Some(way) = mail_way(&rows::ways(tx, about.person, request)?) else {
        return none;
    };
    let Some((to, _)) = rows::address(tx, way)? else {
        return none;
    };
    Ok(Ok(Ready {
        to,
        language: about.language,
        sensitive: about.sensitive,
        link: Link::Status(request),
    }))
}

/// The letter's words, with a link of its own, made in this transaction.
fn written(
    app: &App,
    tx: &mut PracticeTx<'_>,
    practice: &Practice,
    (id, held): (MessageId, &Held),
    ready: Ready,
) -> Result<Mail, StoreError> {
    let public = app.mail.public.as_deref().unwrap_or_default();
    let path = linked(app, tx, practice, &ready.link)?;
    let told = Told {
        letter: held.letter,
        language: ready.language.clone(),
        locale: practice.locale.clone(),
        sensitive: ready.sensitive,
        practice: practice.name.clone(),
        phone: practice.phone.clone(),
        emergency: practice.emergency_number.clone(),
        link: format!("{public}{path}"),
        number: held.number,
    };
    let words = app.mail.pen.write(&told);
    Ok(Mail {
        id,
        to: ready.to,
        subject: words.subject,
        text: words.text,
        language: if ready.language.is_empty() {
            practice.locale.clone()
        } else {
            ready.language
        },
        at: held.created_at,
    })
}

fn linked(
    app: &App,
    tx: &mut PracticeTx<'_>,
    practice: &Practice,
    link: &Link,
) -> Result<String, StoreError> {
    let now = app.now();
    let mut mint = |kind: Kind, subject: [u8; 16], until: Time| {
        mint(app, tx, (kind, practice.id, subject), (now, until))
    };
    Ok(match link {
        Link::Nowhere => format!("/desk/{}", practice.slug),
        Link::Desk(number) => match number {
            Some(number) => format!("/desk/{}/requests/{number}", practice.slug),
            None => format!("/desk/{}", practice.slug),
        },
        Link::Status(request) => {
            let secret = mint(Kind::Status, request.bytes(), now + limits::STATUS_LINK)?;
            format!("/{}/status/{secret}", practice.slug)
        }
        Link::Invitation(id, until) => {
            format!("/invitation/{}", mint(Kind::Invitation, id.bytes(), *until)?)
        }
        Link::Reset(account) => {
            let until = now + limits::RESET_LINK;
            format!("/reset/{}", mint(Kind::Reset, account.bytes(), until)?)
        }
        Link::Survey(survey) => {
            let secret = mint(Kind::Survey, survey.bytes(), now + limits::SURVEY_LINK)?;
            format!("/{}/survey/{secret}", practice.slug)
        }
    })
}

/// A new link: its secret is given back, its digest is the row.
pub(crate) fn mint(
    app: &App,
    tx: &mut PracticeTx<'_>,
    of: (Kind, PracticeId, [u8; 16]),
    (now, until): (Time, Time),
) -> Result<String, StoreError> {
    let (secret, hash) = secrets::fresh(app);
    tokens::mint(&mut tx.system(), hash, of, now, until)?;
    Ok(secret)
}

/// Says what became of an attempt. What was seen is written down even where another worker took the letter for lost.
async fn end(
    app: &App,
    practice: &Practice,
    job: &Job,
    flight: &Flight,
    carried: Carried,
) -> Result<(), Failure> {
    let mut done = Ok(());
    for _ in 0..ENDINGS {
        let (world, of, job) = (app.clone(), practice.clone(), job.clone());
        let held = flight.held.clone();
        let write = move |tx: &mut PracticeTx<'_>| ended(&world, tx, &of, (&job, &held), carried);
        done = app.store.practice(practice.id).write(write).await;
        match &done {
            Err(failure) if failure.is_busy() => {}
            _ => break,
        }
    }
    done
}

fn ended(
    app: &App,
    tx: &mut PracticeTx<'_>,
    practice: &Practice,
    (job, held): (&Job, &Held),
    carried: Carried,
) -> Result<(), Failure> {
    let (id, now): (MessageId, _) = (job.subject.into(), app.now());
    let (fate, why) = match after(carried, held.tries + 1, now, held.keeps_until) {
        Next::Again(at, why) => {
            if rows::again(tx, id, job.attempt, at, why)? {
                jobs::retry(&mut tx.system(), job, at, why.as_str())?;
            }
            return Ok(());
        }
        Next::Sent => (Fate::Sent, None),
        Next::Unknown => (Fate::Unknown, None),
        Next::Failed(why) => (Fate::Failed, Some(why)),
    };
    let ended = rows::end(tx, id, job.attempt, (fate, why), now)?;
    jobs::finish(&mut tx.system(), job)?;
    if ended && fate == Fate::Failed {
        let scene = Scene::load(app, tx, practice)?;
        failed(app, tx, &scene, held)?;
    }
    Ok(())
}

/// A letter will never go. Where it was the last way of a reply, the patient was not answered, and the clock runs on.
fn failed(app: &App, tx: &mut PracticeTx<'_>, scene: &Scene, held: &Held) -> Result<(), Failure> {
    let reply: Option<(RequestId, EntryId)> = held.request.zip(held.entry);
    match reply {
        Some((request, entry)) if !rows::any_alive(tx, entry)? => {
            follow::lost_reply(app, tx, scene, request, entry)
        }
        _ => Ok(()),
    }
}
