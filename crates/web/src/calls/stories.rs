//! Calls as the desk sees them, and what a phone system posts.

use anteroom_app::calls::view::{self, Filter};
use anteroom_core::access::Role;
use anteroom_core::{Span, Time, limits};
use anteroom_wire::signatures;
use axum::body::Body;
use axum::http::{Request, StatusCode};
use tower::ServiceExt;

use crate::testing::{Browser, House, Page, fields};

const CALLS: &str = "/desk/harbor/calls";
const PHONES: &str = "/desk/harbor/settings/phones";

/// A practice with a connected phone system, and its secret.
async fn connected() -> (House, String) {
    let house = House::harbor().await;
    let harbor = house.practice("harbor").await;
    house.enrol(&harbor, "Ada Admin", Role::Administrator).await;
    let secret = secret(&mut house.signed_in("Ada Admin", "harbor").await).await;
    (house, secret)
}

/// Makes a secret, and reads it off the page that shows it once.
async fn secret(ada: &mut Browser<'_>) -> String {
    let to = format!("{PHONES}/secret");
    let form = ada.get(PHONES).await.form_to(&to, &[]);
    let page = ada.send(&to, &form).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.text);
    let start = page.text.find("<textarea class=\"input\" id=\"secret\"");
    let rest = &page.text[start.expect("the secret")..];
    let rest = rest.split_once('\n').expect("a line").1;
    rest.split('<').next().expect("its text").to_owned()
}

async fn post(house: &House, body: &str, signature: Option<String>) -> StatusCode {
    let mut request = Request::post("/hooks/harbor/calls").header("content-type", "application/json");
    if let Some(signature) = signature {
        request = request.header("anteroom-signature", signature);
    }
    let request = request.body(Body::from(body.to_owned())).expect("a request");
    house
        .router
        .clone()
        .oneshot(request)
        .await
        .expect("an answer")
        .status()
}

fn signed(house: &House, secret: &str, body: &str) -> String {
    let seconds = house.app.now().micros() / 1_000_000;
    signatures::sign(secret.as_bytes(), seconds, body.as_bytes())
}

async fn posts(house: &House, secret: &str, body: &str) {
    let signature = signed(house, secret, body);
    assert_eq!(post(house, body, Some(signature)).await, StatusCode::NO_CONTENT);
}

/// One step of a call, `seconds` from now.
fn step(house: &House, call: &str, event: &str, seconds: i64) -> String {
    let at = house.app.now() + Span::from_secs(seconds);
    let at = at.to_jiff().expect("an instant");
    format!(r#"{{"call":"{call}","at":"{at}","from":"+15125550142",{event}}}"#)
}

#[tokio::test]
async fn a_connected_phone_system_tells_a_call_step_by_step_and_the_page_follows() {
    let (house, secret) = connected().await;
    let mut maria = house.signed_in("Maria Reyes", "harbor").await;
    maria.get(CALLS).await.holds(&["No calls yet"]);
    posts(&house, &secret, &step(&house, "1", r#""event":"arrived""#, -90)).await;
    posts(&house, &secret, &step(&house, "1", r#""event":"queued""#, -80)).await;
    let page = maria.get(CALLS).await;
    page.holds(&["Waiting", "1:20", "s-broken"]);
    let answered = r#""event":"answered","by":"Maria Reyes""#;
    posts(&house, &secret, &step(&house, "1", answered, -60)).await;
    let page = maria.get(CALLS).await;
    page.holds(&["One call today", "100\u{202f}%"]);
    assert!(!page.has("1:20"), "nobody waits any more");
    posts(&house, &secret, &step(&house, "1", r#""event":"ended""#, 0)).await;
    maria.get(&format!("{CALLS}/list")).await.holds(&[
        "+15125550142",
        "0:20",
        "1:00",
        "Maria Reyes",
        "Answered",
    ]);
    maria.get("/desk/harbor").await.holds(&["of one call today"]);
    maria.get("/desk/harbor/definitions/hold").await.holds(&[
        "Calls offered",
        "Nine of ten held at most",
        "0:20",
    ]);
}

#[tokio::test]
async fn a_post_that_isnt_to_be_believed_gets_the_answer_of_a_page_that_isnt_there() {
    let (house, secret) = connected().await;
    let body = step(&house, "1", r#""event":"arrived""#, 0);
    let right = signed(&house, &secret, &body);
    let tampered = body.replace("+1512", "+1513");
    assert_eq!(post(&house, &body, None).await, StatusCode::NOT_FOUND);
    assert_eq!(
        post(&house, &tampered, Some(right.clone())).await,
        StatusCode::NOT_FOUND
    );
    let other = signed(&house, "another secret", &body);
    assert_eq!(post(&house, &body, Some(other)).await, StatusCode::NOT_FOUND);
    house.pass(limits::POST_WINDOW + Span::from_secs(1)).await;
    assert_eq!(post(&house, &body, Some(right)).await, StatusCode::NOT_FOUND);
    let huge = format!("{body}{}", " ".repeat(limits::POST_BYTES));
    let right = signed(&house, &secret, &huge);
    assert_eq!(
        post(&house, &huge, Some(right)).await,
        StatusCode::PAYLOAD_TOO_LARGE
    );
    let mut maria = house.signed_in("Maria Reyes", "harbor").await;
    maria.get(CALLS).await.holds(&["No calls yet"]);

    // Without a secret nothing is believed at all.
    let mut ada = house.signed_in("Ada Admin", "harbor").await;
    let to = format!("{PHONES}/ending");
    let form = ada.get(PHONES).await.form_to(&to, &[]);
    ada.send(&to, &form).await;
    let right = signed(&house, &secret, &body);
    assert_eq!(post(&house, &body, Some(right)).await, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn the_old_secret_works_until_the_new_one_is_used() {
    let (house, old) = connected().await;
    let mut ada = house.signed_in("Ada Admin", "harbor").await;
    let new = secret(&mut ada).await;
    assert_ne!(old, new);
    assert!(!ada.get(PHONES).await.has(&new), "it is shown once");
    posts(&house, &old, &step(&house, "1", r#""event":"arrived""#, 0)).await;
    ada.get(PHONES).await.holds(&["The old secret still works"]);
    posts(&house, &new, &step(&house, "1", r#""event":"queued""#, 0)).await;
    let late = step(&house, "1", r#""event":"ended""#, 0);
    let signature = signed(&house, &old, &late);
    assert_eq!(post(&house, &late, Some(signature)).await, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn what_cant_be_understood_is_kept_for_somebody_to_see_and_never_asked_for_again() {
    let (house, secret) = connected().await;
    posts(&house, &secret, "no json").await;
    posts(&house, &secret, &step(&house, "1", r#""event":"danced""#, 0)).await;
    let a_year = -365 * 86_400;
    posts(&house, &secret, &step(&house, "1", r#""event":"ended""#, a_year)).await;
    let mut ada = house.signed_in("Ada Admin", "harbor").await;
    ada.get(PHONES)
        .await
        .holds(&["Not readable as JSON", "An unknown step", "far from now"]);
    house.pass(limits::POST_KEPT + Span::from_minutes(2)).await;
    let mut ada = house.signed_in("Ada Admin", "harbor").await;
    assert!(!ada.get(PHONES).await.has("An unknown step"));
}

#[tokio::test]
async fn a_missed_call_is_a_request_whose_clock_runs_from_the_moment_the_caller_was_lost() {
    let (house, secret) = connected().await;
    posts(&house, &secret, &step(&house, "1", r#""event":"queued""#, -400)).await;
    posts(&house, &secret, &step(&house, "1", r#""event":"ended""#, -300)).await;
    let mut maria = house.signed_in("Maria Reyes", "harbor").await;
    maria.get("/desk/harbor/requests").await.holds(&[
        "One request waits for us.",
        "+15125550142",
        "phone",
        // Thirty minutes less the five since the caller hung up.
        "25 min",
    ]);
    maria
        .get("/desk/harbor/requests/1000")
        .await
        .holds(&["Hung up: +15125550142, after 1:40 on hold"]);

    // The same number calls again: the request is raised, and not doubled.
    let voicemail = r#""event":"left","how":"voicemail","words":"My chest hurts""#;
    posts(&house, &secret, &step(&house, "2", voicemail, 0)).await;
    maria
        .get("/desk/harbor/requests")
        .await
        .holds(&["One request waits for us.", "Urgent"]);
    maria.get("/desk/harbor/requests/1000").await.holds(&[
        "Voicemail: +15125550142",
        "My <mark",
        "chest hurts",
    ]);
    let list = maria.get(&format!("{CALLS}/list?outcome=voicemail")).await;
    list.holds(&["Voicemail", "#1000"]);
    assert!(!list.has("0:00</td><td>–</td><td><bdi></bdi></td><td><span class=\"state shape s-broken\""));
}

#[tokio::test]
async fn an_end_that_overtakes_its_answer_is_taken_back_when_the_answer_comes() {
    let (house, secret) = connected().await;
    posts(&house, &secret, &step(&house, "1", r#""event":"queued""#, -60)).await;
    posts(&house, &secret, &step(&house, "1", r#""event":"ended""#, 0)).await;
    let mut maria = house.signed_in("Maria Reyes", "harbor").await;
    maria
        .get("/desk/harbor/requests")
        .await
        .holds(&["One request waits for us."]);
    let answered = r#""event":"answered","by":"Maria Reyes""#;
    posts(&house, &secret, &step(&house, "1", answered, -40)).await;
    assert!(!maria.get("/desk/harbor/requests").await.has("One request waits"));
    maria
        .get("/desk/harbor/requests/1000")
        .await
        .holds(&["somebody had answered this call", "resolved"]);
}

#[tokio::test]
async fn a_call_whose_end_never_comes_is_swept_and_its_caller_is_answered_for() {
    let (house, secret) = connected().await;
    posts(&house, &secret, &step(&house, "1", r#""event":"queued""#, 0)).await;
    house.pass(limits::CALL_LASTS + Span::from_minutes(2)).await;
    let mut maria = house.signed_in("Maria Reyes", "harbor").await;
    maria
        .get(&format!("{CALLS}/list"))
        .await
        .holds(&["End unknown", "#1000"]);
    maria
        .get("/desk/harbor/requests")
        .await
        .holds(&["One request waits for us."]);
}

#[tokio::test]
async fn a_call_is_written_down_by_hand_once_and_one_that_nobody_answered_becomes_a_request() {
    let house = House::harbor().await;
    let mut maria = house.signed_in("Maria Reyes", "harbor").await;
    let new = format!("{CALLS}/new");
    let typed = [
        ("caller", "(512) 555-0142"),
        ("outcome", "abandoned"),
        ("hold", "75"),
        ("notes", "Sounded upset"),
    ];
    let form = maria.get(&new).await.form_to(&new, &typed);
    let page = maria.send(&new, &form).await.to();
    assert_eq!(
        maria.send(&new, &form).await.to(),
        page,
        "the same form twice is one call"
    );
    maria.get(&page).await.holds(&[
        "(512) 555-0142",
        "1:15",
        "Hung up",
        "Sounded upset",
        "Open request #1000",
    ]);
    let wrong = fields(&[
        ("caller", "x"),
        ("outcome", "danced"),
        ("hold", "-1"),
        ("token", &form["token"]),
    ]);
    let back = maria.send(&new, &wrong).await;
    assert_eq!(back.status, StatusCode::UNPROCESSABLE_ENTITY);
    back.holds(&["caller-error", "outcome-error", "hold-error"]);

    // Answered live has no clock and opens nothing.
    let form = maria
        .get(&new)
        .await
        .form_to(&new, &[("outcome", "answered"), ("talk", "3")]);
    let page = maria.send(&new, &form).await.to();
    maria
        .get(&page)
        .await
        .holds(&["Number withheld", "Maria Reyes", "3:00"]);
    maria
        .get("/desk/harbor/requests")
        .await
        .holds(&["One request waits for us."]);
}

#[tokio::test]
async fn notes_of_two_at_once_are_never_written_over() {
    let house = House::harbor().await;
    let mut maria = house.signed_in("Maria Reyes", "harbor").await;
    let new = format!("{CALLS}/new");
    let form = maria.get(&new).await.form_to(&new, &[("outcome", "answered")]);
    let call = maria.send(&new, &form).await.to();
    let notes = format!("{call}/notes");
    let seen = |notes: &'static str, seen: &'static str| [("notes", notes), ("seen", seen)];
    let form = maria.get(&call).await.form_to(&notes, &seen("First\nof all", ""));
    assert_eq!(maria.send(&notes, &form).await.to(), call);
    let late = maria.get(&call).await.form_to(&notes, &seen("Second", ""));
    let back = maria.send(&notes, &late).await;
    assert_eq!(back.status, StatusCode::CONFLICT);
    back.holds(&["Somebody else wrote here meanwhile", "First\nof all", "Second"]);
    let both = maria
        .get(&call)
        .await
        .form_to(&notes, &seen("First, second", "First\r\nof all"));
    assert_eq!(maria.send(&notes, &both).await.to(), call);
    maria.get(&call).await.holds(&["First, second"]);
}

#[tokio::test]
async fn the_wall_shows_how_many_wait_and_names_nobody() {
    let (house, secret) = connected().await;
    posts(&house, &secret, &step(&house, "1", r#""event":"queued""#, -30)).await;
    let mut maria = house.signed_in("Maria Reyes", "harbor").await;
    let wall = maria.get(&format!("{CALLS}/wall")).await;
    wall.holds(&["Waiting", "0:30", "People on"]);
    assert!(!wall.has("555"), "a number on a screen that patients see");
}

#[tokio::test]
async fn a_filter_that_nobody_could_have_made_is_a_page_that_isnt_there() {
    let house = House::harbor().await;
    let mut maria = house.signed_in("Maria Reyes", "harbor").await;
    for query in [
        "day=2026-02-30",
        "day=x",
        "outcome=danced",
        "before=x",
        "before=1.x",
    ] {
        let page = maria.get(&format!("{CALLS}/list?{query}")).await;
        assert_eq!(page.status, StatusCode::NOT_FOUND, "{query}");
    }
    for query in [
        "day=-009999-01-01",
        "day=9999-12-31",
        "day=2026-11-03&outcome=text",
    ] {
        let page = maria.get(&format!("{CALLS}/list?{query}")).await;
        assert_eq!(page.status, StatusCode::OK, "{query}");
    }
    let unknown = format!("{CALLS}/018bcfe5-687b-7fff-bfff-ffffffffffff");
    assert_eq!(maria.get(&unknown).await.status, StatusCode::NOT_FOUND);
    assert_eq!(
        maria.get(&format!("{CALLS}/1000")).await.status,
        StatusCode::NOT_FOUND
    );
    assert_eq!(maria.get(&format!("{CALLS}/week")).await.status, StatusCode::OK);
}

/// A day of the bank's log: the seconds since its midnight at which a call came, was queued, answered and over.
const DAY: &str = include_str!("../../../../data/calls/day.tsv");

/// The steps of the day, as a phone system posts them, moved to today.
fn day(house: &House) -> (Vec<String>, usize) {
    let midnight = house.app.now() - Span::from_hours(25);
    let at = |seconds: &str| {
        let seconds = seconds.parse().expect("seconds");
        (midnight + Span::from_secs(seconds))
            .to_jiff()
            .expect("an instant")
    };
    let mut steps = Vec::new();
    let mut calls = 0;
    for row in DAY.lines().filter(|row| !row.starts_with('#')) {
        let [call, arrived, queued, answered, over] = row.split('\t').collect::<Vec<_>>()[..] else {
            panic!("{row} is no call")
        };
        calls += 1;
        let mut step = |event: &str, seconds: &str| {
            if !seconds.is_empty() {
                let at = at(seconds);
                steps.push(format!(r#"{{"call":"{call}","event":"{event}","at":"{at}"}}"#));
            }
        };
        step("arrived", arrived);
        step("queued", queued);
        step("answered", answered);
        step("ended", over);
    }
    (steps, calls)
}

/// What the calls come to: when each began, what became of it, how long it was held and spoken to.
async fn told(house: &House) -> Vec<(Time, Option<&'static str>, Span, Span)> {
    let harbor = house.practice("harbor").await;
    let mut all = Vec::new();
    let mut before = None;
    loop {
        let page = view::list(&house.app, &harbor, Filter::default(), before).await;
        let page = page.expect("a page");
        let row = |call: &view::Listed| {
            let outcome = call.outcome.map(anteroom_core::calls::Outcome::as_str);
            (call.started_at, outcome, call.hold, call.talk)
        };
        all.extend(page.rows.iter().map(row));
        before = page.next;
        if before.is_none() {
            all.sort_unstable();
            return all;
        }
    }
}

#[tokio::test]
async fn a_replayed_day_shuffled_and_doubled_ends_in_the_same_calls_and_the_same_work() {
    let (straight, one) = connected().await;
    let (steps, calls) = day(&straight);
    for steps in steps.chunks(20) {
        posts(&straight, &one, &format!("[{}]", steps.join(","))).await;
    }
    let (tangled, two) = connected().await;
    let mut shuffled: Vec<&String> = steps.iter().chain(&steps).collect();
    // Fisher and Yates, by a seed.
    let mut seed: u64 = 0x9e37_79b9_7f4a_7c15;
    for at in (1..shuffled.len()).rev() {
        seed = seed
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        let bound = u64::try_from(at).expect("small") + 1;
        shuffled.swap(at, usize::try_from((seed >> 33) % bound).expect("small"));
    }
    for chunk in shuffled.chunks(50) {
        let steps: Vec<&str> = chunk.iter().map(|step| step.as_str()).collect();
        posts(&tangled, &two, &format!("[{}]", steps.join(","))).await;
    }
    let told_straight = told(&straight).await;
    assert_eq!(told_straight.len(), calls);
    assert_eq!(told_straight, told(&tangled).await);
    let lost = told_straight
        .iter()
        .filter(|call| call.1 == Some("abandoned"))
        .count();
    assert!(lost > 0, "somebody hung up on such a day");
    for house in [&straight, &tangled] {
        let mut maria = house.signed_in("Maria Reyes", "harbor").await;
        let queue: Page = maria.get("/desk/harbor/requests").await;
        queue.holds(&[&format!("{lost} wait for us")]);
    }
}
