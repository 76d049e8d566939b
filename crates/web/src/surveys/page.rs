//! The answers as managers see them: the score with its interval, the trend, each score's count, and what was said with who
//! sees to it. One doctor's figures can be looked at; nothing here sets doctors side by side.

use anteroom_app::surveys::{Filter, Group, Listed, Page, Question};
use anteroom_core::surveys::{self, Occasion, Score};
use askama::Template;
use axum::extract::State;
use axum::response::Response;

use super::trend::Trend;
use super::{answered_at, group_name};
use crate::Web;
use crate::errors::{Problem, show};
use crate::forms::{Fields, Query, encoded};
use crate::frame::Staff;
use crate::i18n::{Tongue, Words};
use crate::queue::counted;
use crate::seat::Seat;
use crate::today::nps::{ends, points};
use crate::today::{percent, whole};

/// A choice of a filter.
struct Choice {
    value: String,
    label: String,
    chosen: bool,
}

/// A part of the filter.
struct Part {
    name: &'static str,
    label: String,
    choices: Vec<Choice>,
}

/// A score and how often it was given.
struct Bar {
    score: String,
    count: String,
    /// Its share of the highest, in the drawing's units.
    y: String,
    height: String,
    x: String,
    class: &'static str,
}

/// An answer, ready to be read.
struct Answer {
    when: String,
    score: String,
    class: &'static str,
    group: String,
    comment: String,
    /// Where it came from: a door, a visit, a file; the doctor, the place.
    from: String,
    /// That they want to be called.
    call: bool,
    /// The request, and what became of it.
    closing: Option<Closing>,
}

struct Closing {
    number: i64,
    said: String,
    class: &'static str,
}

#[derive(Template)]
#[template(path = "surveys/page.html")]
struct AnswersPage {
    f: Staff,
    /// The score, and what it is sure of, in a sentence.
    points: String,
    sure: String,
    /// That there are few answers, or none.
    few: String,
    facts: Vec<(String, String)>,
    standing: &'static str,
    trend: Trend,
    bars: Vec<Bar>,
    parts: Vec<Part>,
    filtered: bool,
    comments: bool,
    answers: Vec<Answer>,
    empty: String,
    next: Option<String>,
    on: bool,
    complaints: String,
}

pub(super) async fn page(
    State(web): State<Web>,
    tongue: Tongue,
    seat: Seat,
    Query(query): Query,
) -> Result<Response, Problem> {
    let question = asked(&query);
    let page = anteroom_app::surveys::page(&web.app, &seat.desk, &question).await?;
    let f = Staff::new(&web, seat, &tongue, "");
    show(&answers_page(f, &question, &page))
}

fn asked(query: &Fields) -> Question {
    let said = |name: &str| Some(query.owned(name)).filter(|value| !value.is_empty());
    Question {
        filter: Filter {
            location: query.parsed("location"),
            doctor: said("doctor"),
            door: said("door"),
            label: said("group"),
        },
        comments: query.ticked("comments"),
        after: said("after"),
    }
}

fn answers_page(f: Staff, question: &Question, page: &Page) -> AnswersPage {
    let w = f.w;
    let tally = &page.tally;
    let (low, high) = ends(w, tally.interval());
    let few = match tally.n() {
        0 => w.t("survey-none"),
        _ if tally.is_few() => w.with("survey-few", "n", whole(tally.n())),
        _ => String::new(),
    };
    #[expect(clippy::cast_precision_loss, reason = "a target is between -100 and 100")]
    let target = page.target as f64;
    let standing = match tally.interval() {
        None => "",
        Some(interval) if interval.low >= target => "s-kept",
        Some(_) => "s-broken",
    };
    let open = i64::try_from(page.complaints.len()).unwrap_or(i64::MAX);
    AnswersPage {
        points: points(w, tally.points()),
        sure: if tally.n() == 0 {
            String::new()
        } else {
            w.with2("survey-sure", ("low", low), ("high", high))
        },
        few,
        facts: facts(w, page),
        standing,
        trend: Trend::new(&f, &page.months, page.target),
        bars: bars(page),
        parts: parts(w, &question.filter, page),
        filtered: *question != Question::default(),
        comments: question.comments,
        answers: page.answers.iter().map(|answer| told(&f, answer)).collect(),
        empty: if page.on {
            w.t("survey-empty-on")
        } else {
            w.t("survey-empty-off")
        },
        next: page.next.as_ref().map(|next| next_page(&f, question, next)),
        on: page.on,
        complaints: if open > 0 {
            w.with("survey-complaints", "n", open)
        } else {
            String::new()
        },
        f,
    }
}

fn facts(w: Words, page: &Page) -> Vec<(String, String)> {
    let count = |count: u64| counted(w, whole(count));
    let of = |count: u64| {
        let share = anteroom_core::promises::share(count, page.tally.n());
        w.with2(
            "survey-of",
            ("n", counted(w, whole(count))),
            ("share", percent(w, share)),
        )
    };
    vec![
        (w.t("nps-figure-answers"), count(page.tally.n())),
        (w.t("nps-figure-promoters"), of(page.tally.promoters)),
        (w.t("nps-figure-passives"), of(page.tally.passives)),
        (w.t("nps-figure-detractors"), of(page.tally.detractors)),
        (w.t("nps-figure-asked"), count(page.asked.asked)),
        (w.t("nps-figure-rate"), percent(w, page.asked.rate())),
        (w.t("nps-figure-target"), page.target.to_string()),
    ]
}

const fn class(group: surveys::Group) -> &'static str {
    match group {
        surveys::Group::Promoter => "kept",
        surveys::Group::Passive => "",
        surveys::Group::Detractor => "broken",
    }
}

/// The eleven scores as bars in a drawing of 330 by 80.
fn bars(page: &Page) -> Vec<Bar> {
    let most = page.scores.iter().copied().max().unwrap_or(0).max(1);
    let bar = |(score, count): (i64, &u64)| {
        let group = Score::new(score).map(Score::group)?;
        let height = anteroom_core::promises::share(*count, most)? * 80.0;
        Some(Bar {
            score: score.to_string(),
            count: count.to_string(),
            x: (score * 30 + 2).to_string(),
            y: format!("{:.1}", 80.0 - height),
            height: format!("{height:.1}"),
            class: class(group),
        })
    };
    (0..).zip(&page.scores).filter_map(bar).collect()
}

fn parts(w: Words, filter: &Filter, page: &Page) -> Vec<Part> {
    let location = filter.location.map(|id| id.to_string());
    let all = [
        ("location", &page.locations, location.as_deref()),
        ("doctor", &page.doctors, filter.doctor.as_deref()),
        ("door", &page.doors, filter.door.as_deref()),
        ("group", &page.labels, filter.label.as_deref()),
    ];
    let part = |(name, groups, chosen): (&'static str, &Vec<Group>, Option<&str>)| {
        if groups.is_empty() {
            return None;
        }
        let any = Choice {
            value: String::new(),
            label: w.t("survey-any"),
            chosen: chosen.is_none(),
        };
        let choices = groups.iter().map(|group| Choice {
            chosen: chosen == Some(group.value.as_str()),
            label: match (name, group.name.is_empty()) {
                ("door", _) => w.of("door-of", &group.value),
                (_, true) => group.value.clone(),
                (_, false) => group.name.clone(),
            },
            value: group.value.clone(),
        });
        Some(Part {
            name,
            label: w.of("survey-by", name),
            choices: std::iter::once(any).chain(choices).collect(),
        })
    };
    all.into_iter().filter_map(part).collect()
}

/// The same question from the last answer of this page on.
fn next_page(f: &Staff, question: &Question, next: &str) -> String {
    let filter = &question.filter;
    let location = filter.location.map(|id| id.to_string());
    let said = [
        ("location", location.as_deref()),
        ("doctor", filter.doctor.as_deref()),
        ("door", filter.door.as_deref()),
        ("group", filter.label.as_deref()),
        ("comments", question.comments.then_some("1")),
        ("after", Some(next)),
    ];
    let pairs = said
        .into_iter()
        .filter_map(|(name, value)| Some(format!("{name}={}", encoded(value?))));
    format!("{}/surveys?{}", f.base(), pairs.collect::<Vec<_>>().join("&"))
}

fn told(f: &Staff, answer: &Listed) -> Answer {
    let w = f.w;
    let group = answer.said.score.group();
    let from = match answer.occasion {
        Occasion::Request => w.with("survey-from-request", "door", w.of("door-of", &answer.door)),
        Occasion::Visit => w.t("survey-from-visit"),
        Occasion::Import => w.t("survey-from-import"),
    };
    let places = [&answer.doctor, &answer.location, &answer.label];
    let named = places.into_iter().filter(|name| !name.is_empty()).cloned();
    let from: Vec<String> = std::iter::once(from).chain(named).collect();
    Answer {
        when: answered_at(f, answer),
        score: answer.said.score.value().to_string(),
        class: class(group),
        group: group_name(w, group),
        comment: answer.said.comment.clone(),
        from: from.join(" · "),
        call: answer.said.call,
        closing: answer.closing.as_ref().map(|closing| Closing {
            number: closing.number,
            said: match (closing.waits, closing.member.is_empty()) {
                (true, true) => w.t("survey-waits"),
                (true, false) => w.with("survey-waits-for", "name", closing.member.clone()),
                (false, true) => w.t("survey-answered"),
                (false, false) => w.with("survey-answered-by", "name", closing.member.clone()),
            },
            class: if closing.waits { "risk" } else { "kept" },
        }),
    }
}
