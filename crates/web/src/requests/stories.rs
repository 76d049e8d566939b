//! What staff do to a request, told through the pages.

use std::sync::atomic::Ordering;

use anteroom_core::access::Role;
use anteroom_core::{Span, limits};
use axum::http::StatusCode;

use crate::testing::{Browser, House, Page};

const PAGE: &str = "/desk/harbor/requests/1000";

async fn does(browser: &mut Browser<'_>, noun: &str, typed: &[(&str, &str)]) -> Page {
    let to = format!("{PAGE}/{noun}");
    let form = browser.get(PAGE).await.form_to(&to, typed);
    browser.send(&to, &form).await
}

#[tokio::test]
async fn a_reply_can_be_taken_back_for_ten_seconds_and_its_words_return_to_the_box() {
    let house = House::harbor().await;
    house.asked("Is my referral ready?").await;
    let mut maria = house.signed_in("Maria Reyes", "harbor").await;
    let sent = does(
        &mut maria,
        "replies",
        &[("words", "It should be ready by noon."), ("then", "close")],
    )
    .await;
    assert_eq!(sent.to(), PAGE);
    let page = maria.get(PAGE).await;
    page.holds(&["data-undo-seconds=\"10\"", "Take back", "goes out in a moment"]);
    let start = page.text.find("/retraction").unwrap();
    let to = page.text[..start].rsplit("action=\"").next().unwrap().to_owned() + "/retraction";
    let form = page.form_to(&to, &[]);
    let taken = maria.send(&to, &form).await;
    taken.holds(&["rows=\"4\"", "It should be ready by noon.</textarea>"]);
    assert!(!taken.has("goes out in a moment"), "{}", taken.text);
    let late = maria.send(&to, &form).await;
    assert_eq!(late.status, StatusCode::CONFLICT);
    late.holds(&["It is too late to take the reply back."]);
}

#[tokio::test]
async fn the_second_of_two_repliers_is_told_who_was_first_and_loses_no_word() {
    let house = House::harbor().await;
    let harbor = anteroom_app::practices::by_slug(&house.app, "harbor")
        .await
        .unwrap();
    house.enrol(&harbor, "Jo Kim", Role::FrontDesk).await;
    house.asked("Is my referral ready?").await;
    let mut maria = house.signed_in("Maria Reyes", "harbor").await;
    let mut jo = house.signed_in("Jo Kim", "harbor").await;
    let to = format!("{PAGE}/replies");
    let (hers, his) = (maria.get(PAGE).await, jo.get(PAGE).await);
    let form = his.form_to(
        &to,
        &[("words", "Yes, it is."), ("via", "phone"), ("then", "close")],
    );
    assert_eq!(jo.send(&to, &form).await.status, StatusCode::SEE_OTHER);
    let form = hers.form_to(&to, &[("words", "It will be ready by noon."), ("then", "open")]);
    let page = maria.send(&to, &form).await;
    assert_eq!(page.status, StatusCode::CONFLICT);
    page.holds(&[
        "Jo Kim answered first",
        "Yes, it is.",
        "It will be ready by noon.</textarea>",
        "\"open\" selected",
    ]);
    let form = page.form_to(&to, &[("words", "It will be ready by noon.")]);
    assert_eq!(maria.send(&to, &form).await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn a_reply_and_a_note_are_forms_of_their_own() {
    let house = House::harbor().await;
    house.asked("Hello").await;
    let mut maria = house.signed_in("Maria Reyes", "harbor").await;
    assert_eq!(
        does(&mut maria, "notes", &[("words", "Ask Dr Shah")]).await.to(),
        PAGE
    );
    let page = maria.get(PAGE).await;
    page.holds(&[
        "class=\"entry note\"",
        "the patient can’t see this",
        "Ask Dr Shah",
        "Reply to Tom",
        "Send to Tom",
    ]);
    page.holds(&["Nobody yet"]);
}

#[tokio::test]
async fn empty_and_endless_words_are_named_in_their_own_form_and_kept() {
    let house = House::harbor().await;
    house.asked("Hello").await;
    let mut maria = house.signed_in("Maria Reyes", "harbor").await;
    let long = "z".repeat(100_000);
    for (noun, id) in [("replies", "reply"), ("notes", "note"), ("attempts", "tried")] {
        for (typed, said) in [
            ("", "Fill in: The text"),
            (long.as_str(), "The text: at most 20000 characters"),
            ("a\0b", "The text holds a character that no keyboard types"),
        ] {
            let page = does(&mut maria, noun, &[("words", typed)]).await;
            assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{noun} {said}");
            page.holds(&[&format!("id=\"{id}-error\">{said}"), typed]);
        }
    }
}

#[tokio::test]
async fn closing_while_the_patient_waits_asks_why_and_the_queue_moves_on() {
    let house = House::harbor().await;
    house.asked("Hello").await;
    let mut maria = house.signed_in("Maria Reyes", "harbor").await;
    let page = does(&mut maria, "closure", &[]).await;
    assert_eq!(page.status, StatusCode::CONFLICT);
    page.holds(&["Say why none is needed, or answer."]);
    assert_eq!(
        does(&mut maria, "closure", &[("reason", "no_answer_needed")])
            .await
            .to(),
        PAGE
    );
    maria
        .get("/desk/harbor/requests?view=resolved")
        .await
        .holds(&["One request is resolved.", "resolved"]);
    assert_eq!(does(&mut maria, "reopening", &[]).await.to(), PAGE);
    maria
        .get("/desk/harbor/requests")
        .await
        .holds(&["One request waits for us."]);
}

#[tokio::test]
async fn a_snooze_is_an_hour_the_next_morning_monday_or_a_time_in_the_practices_zone() {
    let house = House::empty();
    let harbor = house.found("harbor", "Mon-Fri 07:30-17:00").await;
    house.enrol(&harbor, "Maria Reyes", Role::FrontDesk).await;
    house.asked("Hello").await;
    let mut maria = house.signed_in("Maria Reyes", "harbor").await;
    maria
        .get(PAGE)
        .await
        .holds(&["Next morning: tomorrow 7:30 am", "Next Monday: Monday 7:30 am"]);
    for (typed, said) in [
        (("until", "hour"), "snoozed until 11:18 am"),
        (("until", "tomorrow"), "snoozed until tomorrow 7:30 am"),
        (("until", "monday"), "snoozed until Monday 7:30 am"),
        (("at", "2026-11-05T13:15"), "snoozed until Thursday 1:15 pm"),
    ] {
        assert_eq!(does(&mut maria, "snooze", &[typed]).await.to(), PAGE, "{typed:?}");
        maria.get("/desk/harbor/requests").await.holds(&[said]);
        maria.get(PAGE).await.holds(&[said]);
    }
    for typed in [
        ("at", ""),
        ("at", "yesterday"),
        ("at", "2020-01-01T00:00"),
        ("until", "never"),
        ("at", "a\0b"),
    ] {
        let page = does(&mut maria, "snooze", &[typed]).await;
        assert_eq!(page.status, StatusCode::CONFLICT, "{typed:?}");
        page.holds(&["Choose a time later than now."]);
    }
}

#[tokio::test]
async fn a_request_is_given_to_a_colleague_and_to_nobody_unknown() {
    let house = House::harbor().await;
    let harbor = anteroom_app::practices::by_slug(&house.app, "harbor")
        .await
        .unwrap();
    let jo = house.enrol(&harbor, "Jo Kim", Role::FrontDesk).await;
    let elm = house.found("elm", "24/7").await;
    let stranger = house.enrol(&elm, "Nina Patel", Role::FrontDesk).await;
    house.asked("Hello").await;
    let mut maria = house.signed_in("Maria Reyes", "harbor").await;
    assert_eq!(
        does(&mut maria, "assignment", &[("member", &jo.to_string())])
            .await
            .to(),
        PAGE
    );
    maria
        .get("/desk/harbor/requests")
        .await
        .holds(&["aria-label=\"Jo Kim\""]);
    for id in [
        stranger.to_string().as_str(),
        "018bcfe5-687b-7fff-bfff-ffffffffffff",
        "nobody",
        "\0",
    ] {
        assert_eq!(
            does(&mut maria, "assignment", &[("member", id)]).await.status,
            StatusCode::NOT_FOUND,
            "{id}"
        );
    }
}

#[tokio::test]
async fn a_second_message_of_the_same_person_is_offered_as_one_and_joined() {
    let house = House::harbor().await;
    house.asked("My refill is late").await;
    house.asked("I forgot: it is lisinopril").await;
    let mut maria = house.signed_in("Maria Reyes", "harbor").await;
    maria
        .get(PAGE)
        .await
        .holds(&["Also from this person", "#1001 I forgot: it is lisinopril"]);
    assert_eq!(does(&mut maria, "merge", &[]).await.to(), PAGE);
    maria.get(PAGE).await.holds(&["I forgot: it is lisinopril"]);
    let joined = maria.get("/desk/harbor/requests/1001").await;
    joined.holds(&[
        "This request was joined to #1000",
        "href=\"/desk/harbor/requests/1000\"",
    ]);
    assert!(
        !joined.has("class=\"composer\""),
        "a joined request has no composer"
    );
}

#[tokio::test]
async fn thanks_start_no_clock_until_somebody_says_it_asks_for_more() {
    let house = House::harbor().await;
    let (mut patient, path) = house.asked("Is my referral ready?").await;
    let mut maria = house.signed_in("Maria Reyes", "harbor").await;
    does(&mut maria, "replies", &[("words", "Yes."), ("then", "close")]).await;
    house.pass(limits::UNDO + Span::from_secs(1)).await;
    let words = format!("{path}/words");
    let form = patient
        .get(&path)
        .await
        .form_to(&words, &[("words", "Thank you!")]);
    patient.send(&words, &form).await;
    maria
        .get("/desk/harbor/requests")
        .await
        .holds(&["Nobody waits for us."]);
    let page = maria.get(PAGE).await;
    page.holds(&["Taken as thanks"]);
    let start = page.text.find("/words/").unwrap();
    let id = &page.text[start + 7..start + 7 + 36];
    assert_eq!(does(&mut maria, &format!("words/{id}"), &[]).await.to(), PAGE);
    maria
        .get("/desk/harbor/requests")
        .await
        .holds(&["One request waits for us."]);
}

#[tokio::test]
async fn a_complaint_is_closed_only_with_its_finding_and_reply() {
    let house = House::harbor().await;
    let mut patient = house.browser();
    let mut form = patient.get("/harbor/ask").await.form();
    house.pass(Span::from_secs(5)).await;
    form.extend(crate::testing::fields(&[
        ("name", "Tom Whitfield"),
        ("email", "tom@example.org"),
        ("kind", "complaint"),
        ("words", "I waited two hours"),
    ]));
    patient.send("/harbor/ask", &form).await;
    let mut maria = house.signed_in("Maria Reyes", "harbor").await;
    let page = maria.get(PAGE).await;
    page.holds(&["<h2>Complaint</h2>", "Reply by December 3", "What was found"]);
    assert!(
        !page.has("value=\"close\""),
        "a complaint can't be closed in passing"
    );
    let page = does(
        &mut maria,
        "obligation",
        &[("words", "We are sorry."), ("finding", "")],
    )
    .await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    page.holds(&["id=\"finding-error\"", "We are sorry."]);
    let typed = [("words", "We are sorry."), ("finding", "Two doctors were ill")];
    assert_eq!(does(&mut maria, "obligation", &typed).await.to(), PAGE);
    maria
        .get(PAGE)
        .await
        .holds(&["Two doctors were ill", "Answered 10:18 am"]);
}

#[tokio::test]
async fn staff_write_down_what_somebody_says_on_the_phone_and_no_clock_runs() {
    let house = House::harbor().await;
    let mut maria = house.signed_in("Maria Reyes", "harbor").await;
    let new = "/desk/harbor/requests/new";
    let typed = [
        ("name", "Rosa Delgado"),
        ("words", "Wants her results"),
        ("kind", "clinical"),
        ("urgency", "urgent"),
    ];
    let form = maria.get(new).await.form_to(new, &typed);
    assert_eq!(maria.send(new, &form).await.to(), PAGE);
    maria
        .get(PAGE)
        .await
        .holds(&["Rosa Delgado", "Wants her results"]);
    let queue = maria.get("/desk/harbor/requests").await;
    queue.holds(&["Rosa Delgado", "class=\"clock none\""]);
    let form = maria
        .get(new)
        .await
        .form_to(new, &[("name", ""), ("words", "Kept words")]);
    let page = maria.send(new, &form).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    page.holds(&["href=\"#name\"", "Kept words"]);
}

#[tokio::test]
async fn a_busy_database_sends_no_reply_and_keeps_its_words() {
    let house = House::harbor().await;
    house.asked("Hello").await;
    let mut maria = house.signed_in("Maria Reyes", "harbor").await;
    let to = format!("{PAGE}/replies");
    let form = maria
        .get(PAGE)
        .await
        .form_to(&to, &[("words", "A careful answer")]);
    house.busy.store(true, Ordering::SeqCst);
    let page = maria.send(&to, &form).await;
    assert_eq!(page.status, StatusCode::SERVICE_UNAVAILABLE);
    page.holds(&["The desk is very busy", "A careful answer</textarea>"]);
}

#[tokio::test]
async fn a_word_that_no_form_of_ours_sends_is_refused_at_its_field_and_changes_nothing() {
    let house = House::harbor().await;
    house.asked("Is my referral ready?").await;
    let mut maria = house.signed_in("Maria Reyes", "harbor").await;
    for (noun, field, said) in [
        ("replies", "via", "How it was said can’t be understood"),
        ("replies", "then", "What comes then can’t be understood"),
        ("closure", "reason", "The reason can’t be understood"),
    ] {
        let page = does(&mut maria, noun, &[("words", "Yes, it is."), (field, "zzz")]).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{field}");
        page.holds(&[said]);
        assert!(!page.has("data-undo-seconds"), "{field}");
        if noun == "replies" {
            page.holds(&["Yes, it is.</textarea>"]);
        }
    }
    let form = maria
        .get("/desk/harbor/requests/new")
        .await
        .form_to("/desk/harbor/requests/new", &[("urgency", "zzz")]);
    let page = maria.send("/desk/harbor/requests/new", &form).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    page.holds(&["href=\"#urgency\""]);
    maria
        .get("/desk/harbor/requests")
        .await
        .holds(&["One request waits for us."]);
}
