//! The request page as it is shown: everything of it in words, and the drafts that a refused act left.

use anteroom_app::requests::view::{Line, Obligation, Page};
use anteroom_app::{Failure, presence, requests};
use anteroom_core::Time;
use anteroom_core::alerts::Piece;
use anteroom_core::requests::{EntryKind, NoReply, State as Standing, Via};
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use data_encoding::HEXLOWER;

use super::matters::Matters;
use super::notices::{Notice, notices};
use super::number;
use super::snooze::{self, Preset};
use super::walk::{From, Walk};
use crate::alerts::Danger;
use crate::drafts::Drafts;
use crate::errors::{Problem, show_as};
use crate::forms::{Fields, Mistakes, Query};
use crate::frame::{In, Staff, dial, first_name};
use crate::i18n::Tongue;
use crate::live;
use crate::people::beside::Beside;
use crate::queue::Listed;
use crate::seat::Seat;
use crate::when::machine;
use crate::{Web, appointments};

/// What was typed into one of the page's forms, and why it did not go.
#[derive(Default)]
pub(super) struct Draft {
    /// Which form.
    pub form: &'static str,
    pub fields: Fields,
    pub failure: Option<Failure>,
    /// The list that the request was opened from.
    pub from: From,
}

/// A line of the thread.
struct Entry {
    id: String,
    class: &'static str,
    by: String,
    at: String,
    machine: String,
    /// How it came or went.
    how: String,
    pieces: Vec<Piece>,
    thanks: bool,
}

/// A reply that can still be taken back.
struct Undo {
    entry: String,
    seconds: i64,
}

/// The second clock.
struct Second {
    title: String,
    due: String,
    owner: String,
    finding: String,
    met: String,
}

/// An option of a select, and whether it stands.
struct Choice {
    value: String,
    label: String,
    chosen: bool,
}

/// What can be done with a request as it stands.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each stands for forms of the page that are there or not"
)]
struct Can {
    /// Anything at all: it is neither joined to another nor closed for good.
    work: bool,
    /// What needs its words: the reader may see them all.
    say: bool,
    /// It waits, sleeps or is settled, and can be brought back.
    reopen: bool,
    close: bool,
}

impl Can {
    fn of(page: &Page) -> Self {
        let state = page.row.state;
        let work = page.merged_into.is_none() && state != Standing::Closed;
        let obliged = page
            .obligation
            .as_ref()
            .is_some_and(|second| second.met_at.is_none());
        let say = work && !page.withheld;
        Self {
            work,
            say,
            reopen: work && matches!(state, Standing::Waiting | Standing::Snoozed | Standing::Resolved),
            close: say && !obliged && state != Standing::Resolved,
        }
    }
}

#[derive(Template)]
#[template(path = "request.html")]
struct RequestPage {
    f: Staff,
    row: Listed,
    title: String,
    meta: Vec<String>,
    /// Contacts with what a phone dials; empty for an address.
    contacts: Vec<(String, String)>,
    notices: Vec<Notice>,
    danger: Danger,
    lines: Vec<Entry>,
    hidden: bool,
    undo: Option<Undo>,
    seen: i64,
    key: String,
    to: String,
    /// Whose page it is.
    me: String,
    /// Whether the request is theirs.
    mine: bool,
    members: Vec<Choice>,
    teams: Vec<Choice>,
    presets: Vec<Preset>,
    reasons: Vec<Choice>,
    needs_reason: bool,
    second: Option<Second>,
    same_person: Vec<(i64, String)>,
    earlier: String,
    can: Can,
    draft: Draft,
    mistakes: Mistakes,
    /// What was begun and not sent.
    drafts: Drafts,
    /// Who else is here.
    present: String,
    matters: Matters,
    /// The list beside it.
    walk: Option<Walk>,
    /// Whom it is about, and who must not be told.
    beside: Beside,
}

impl RequestPage {
    /// The words of a field that is kept: what was typed just now, else what was begun before.
    fn words(&self, form: &str, name: &str, field: &str) -> &str {
        let typed = self.typed(form, name);
        match self.drafts.of(field) {
            Some(kept) if typed.is_empty() => &kept.words,
            _ => typed,
        }
    }

    /// The instant of a field's draft, as its script names it; empty for none.
    fn known(&self, field: &str) -> String {
        self.drafts
            .of(field)
            .map_or_else(String::new, |kept| kept.at.to_string())
    }

    /// What was typed into a field of one of the forms.
    fn typed(&self, form: &str, field: &str) -> &str {
        if self.draft.form == form {
            self.draft.fields.text(field)
        } else {
            ""
        }
    }

    /// Whether a fold is open: something was typed into it, or begun before.
    fn open(&self, form: &str) -> bool {
        let fields: &[&str] = match form {
            "spoken" => &["said"],
            "attempt" => &["tried"],
            "note" => &["note"],
            "obligation" => &["finding", "answer"],
            _ => &[],
        };
        self.draft.form == form || fields.iter().any(|field| self.drafts.of(field).is_some())
    }

    /// What is wrong with a field of one of the forms.
    fn mistake(&self, form: &str, field: &str) -> String {
        if self.draft.form == form {
            self.mistakes.at(field)
        } else {
            String::new()
        }
    }

    fn path(&self, noun: &str) -> String {
        format!("{}/requests/{}/{noun}", self.f.base(), self.row.number)
    }

    /// The team that has it; empty for none.
    fn team(&self) -> &str {
        let has = self.teams.iter().find(|team| team.chosen);
        has.map_or("", |team| team.value.as_str())
    }

    fn then(&self, word: &str) -> bool {
        self.draft.fields.text("then") == word
    }
}

pub(super) async fn show(
    State(web): State<Web>,
    tongue: Tongue,
    seat: Seat,
    In((_, text)): In<(String, String)>,
    Query(query): Query,
) -> Result<Response, Problem> {
    let number = number(&text)?;
    let mut draft = Draft {
        from: From::at(&query),
        ..Draft::default()
    };
    if let Some(words) = appointments::draft(&web, &seat, (number, query.text("booked"))).await? {
        draft.form = "reply";
        draft.fields = Fields::single("words", &words);
    }
    render(&web, &tongue, seat, number, (StatusCode::OK, draft)).await
}

/// The page as it is now, with a draft.
pub(super) async fn render(
    web: &Web,
    tongue: &Tongue,
    seat: Seat,
    number: i64,
    (status, draft): (StatusCode, Draft),
) -> Result<Response, Problem> {
    let page = requests::page(&web.app, &seat.desk, number).await?;
    let mut f = Staff::new(web, seat, tongue, "queue");
    f.shows = Some(number);
    let danger = Danger::load(web, &f, &page).await?;
    let presets = snooze::presets(web, &f).await?;
    let key = HEXLOWER.encode(&web.app.random::<16>());
    let drafts = Drafts::load(web, &f, number).await?;
    let others = presence::others(&web.app, &f.seat.desk).await?;
    let present = live::here(f.w, &others, number);
    let walk = Walk::load(web, &f, &draft.from, number).await?;
    let page = built((f, danger), &page, presets, key, draft);
    let page = RequestPage {
        drafts,
        present,
        walk,
        ..page
    };
    show_as(status, &page)
}

fn built(
    (f, danger): (Staff, Danger),
    page: &Page,
    presets: Vec<Preset>,
    key: String,
    draft: Draft,
) -> RequestPage {
    let w = f.w;
    let row = Listed::new(&f, &page.row);
    let owner = page.row.member.as_ref().map(|member| member.id);
    let member = |named: &anteroom_app::staff::Named| Choice {
        value: named.id.to_string(),
        label: named.name.clone(),
        chosen: owner == Some(named.id),
    };
    let team = |(id, name): &(anteroom_core::ids::TeamId, String)| Choice {
        value: id.to_string(),
        label: name.clone(),
        chosen: page.team.as_ref().is_some_and(|team| team.0 == *id),
    };
    let reason = |reason: &NoReply| Choice {
        value: reason.to_string(),
        label: w.of("reason", reason.as_str()),
        chosen: false,
    };
    RequestPage {
        title: if page.hidden {
            w.t("words-hidden")
        } else {
            row.subject.clone()
        },
        meta: meta(&f, page, &row),
        contacts: page
            .contacts
            .iter()
            .map(|contact| (contact.clone(), dialled(contact)))
            .collect(),
        notices: notices(&f, page, &draft),
        matters: Matters::new(&f, page),
        walk: None,
        beside: Beside::new(&f, page),
        lines: page
            .lines
            .iter()
            .filter_map(|line| entry(&f, &danger, line))
            .collect(),
        danger,
        hidden: page.hidden,
        undo: undo(page, f.when.now()),
        seen: page.version,
        key,
        to: first_name(&row.who).to_owned(),
        me: f.seat.desk.member.id.to_string(),
        mine: owner == Some(f.seat.desk.member.id),
        members: page.members.iter().map(member).collect(),
        teams: page.teams.iter().map(team).collect(),
        presets,
        reasons: NoReply::ALL.iter().map(reason).collect(),
        needs_reason: page.row.clock.is_some(),
        second: page.obligation.as_ref().map(|second| second_clock(&f, second)),
        same_person: page.same_person.clone(),
        earlier: if page.earlier > 0 {
            w.with("earlier", "n", page.earlier)
        } else {
            String::new()
        },
        can: Can::of(page),
        mistakes: mistakes(&f, &draft),
        row,
        draft,
        f,
        drafts: Drafts::default(),
        present: String::new(),
    }
}

fn dialled(contact: &str) -> String {
    if contact.contains('@') {
        String::new()
    } else {
        dial(contact)
    }
}

fn mistakes(f: &Staff, draft: &Draft) -> Mistakes {
    match &draft.failure {
        Some(Failure::Invalid(faults)) => Mistakes::of(faults, f.w, |field| f.w.of("field", field)),
        _ => Mistakes::default(),
    }
}

fn meta(f: &Staff, page: &Page, row: &Listed) -> Vec<String> {
    let w = f.w;
    let mut meta = vec![
        w.with("asked-at", "when", f.when.moment(page.asked_at)),
        row.door.clone(),
    ];
    if !row.about.is_empty() {
        meta.push(w.with("about", "who", row.about.clone()));
    }
    if !row.language.is_empty() {
        meta.push(row.language.clone());
    }
    if page.interpreter {
        meta.push(w.t("interpreter"));
    }
    if row.clock.is_none() || row.snoozed {
        meta.push(row.standing.clone());
    }
    meta
}

fn undo(page: &Page, now: Time) -> Option<Undo> {
    let entry = page.undo?;
    let until = page.lines.iter().find(|line| line.id == entry)?.undo_until?;
    // Rounded up: the server decides what is too late.
    let seconds = (until.since(now).micros() + 999_999).div_euclid(1_000_000);
    (seconds > 0).then(|| Undo {
        entry: entry.to_string(),
        seconds,
    })
}

fn second_clock(f: &Staff, second: &Obligation) -> Second {
    Second {
        title: f.w.of("obligation", &second.rule),
        due: f.w.with(
            "obligation-due",
            "date",
            f.when.date(second.due_at - anteroom_core::Span::from_micros(1)),
        ),
        owner: second
            .owner
            .as_ref()
            .map(|owner| owner.name.clone())
            .unwrap_or_default(),
        finding: second.finding.clone(),
        met: second
            .met_at
            .map(|at| f.w.with("obligation-met", "when", f.when.moment(at)))
            .unwrap_or_default(),
    }
}

fn entry(f: &Staff, danger: &Danger, line: &Line) -> Option<Entry> {
    let w = f.w;
    let waits = line.undo_until.is_some();
    let (class, how, text) = match line.kind {
        EntryKind::Patient => ("entry in", String::new(), line.body.clone()),
        EntryKind::Reply if waits => ("entry out waits", w.t("entry-waits"), line.body.clone()),
        EntryKind::Reply => (
            "entry out",
            w.of("entry-reply", line.via.as_str()),
            line.body.clone(),
        ),
        EntryKind::Attempt => ("entry try", w.t("entry-attempt"), line.body.clone()),
        EntryKind::Note => ("entry note", w.t("entry-note"), line.body.clone()),
        EntryKind::Automatic => ("entry auto", String::new(), w.maybe("automatic", &line.body)?),
        EntryKind::Event => ("event", String::new(), happened(f, &line.body)?),
    };
    let by = match (line.by.is_empty(), line.kind) {
        (false, _) => line.by.clone(),
        (true, EntryKind::Patient) => w.t("somebody"),
        (true, _) => w.t("entry-automatic"),
    };
    Some(Entry {
        id: line.id.to_string(),
        class,
        by,
        at: f.when.moment(line.at),
        machine: machine(line.at),
        how,
        pieces: danger.cut(line.id, &text),
        thanks: line.thanks,
    })
}

/// What happened, in words; nothing for a line that no room knows.
fn happened(f: &Staff, body: &str) -> Option<String> {
    crate::appointments::told(f, body).or_else(|| crate::calls::told(f, body))
}

/// The ways in which words are spoken, for the form that writes them down.
const SPOKEN: [Via; 2] = [Via::Phone, Via::InPerson];

impl RequestPage {
    fn spoken(&self) -> Vec<Choice> {
        let choice = |via: Via| Choice {
            value: via.to_string(),
            label: self.f.w.of("spoken", via.as_str()),
            chosen: self.typed("spoken", "via") == via.as_str(),
        };
        SPOKEN.map(choice).into_iter().collect()
    }
}
