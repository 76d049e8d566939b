use std::sync::atomic::Ordering;

use anteroom_core::{Span, limits};
use axum::http::StatusCode;

use crate::testing::{House, fields};

#[tokio::test]
async fn a_patient_reads_the_answer_once_it_cant_be_taken_back_and_writes_on() {
    let house = House::harbor().await;
    let (mut patient, path) = house.asked("Is my referral ready?").await;
    let mut maria = house.signed_in("Maria Reyes", "harbor").await;
    let page = maria.get("/desk/harbor/requests/1000").await;
    let form = page.form_to(
        "/desk/harbor/requests/1000/replies",
        &[("words", "Yes, since noon."), ("then", "close")],
    );
    assert_eq!(
        maria
            .send("/desk/harbor/requests/1000/replies", &form)
            .await
            .status,
        StatusCode::SEE_OTHER
    );
    assert!(!patient.get(&path).await.has("Yes, since noon."));
    house.pass(limits::UNDO).await;
    let page = patient.get(&path).await;
    page.holds(&[
        "Yes, since noon.",
        "Maria answered, 10:18 am.",
        "Maria, harbor practice",
    ]);

    let words = format!("{path}/words");
    let mut form = page.form_to(&words, &[("words", "And the MRI?")]);
    let sent = patient.send(&words, &form).await;
    assert_eq!(sent.to(), format!("{path}?sent=1"));
    patient
        .get(&sent.to())
        .await
        .holds(&["We have your words.", "And the MRI?"]);
    form.insert("words".to_owned(), "And the MRI?".to_owned());
    patient.send(&words, &form).await;
    assert_eq!(patient.get(&path).await.text.matches("And the MRI?").count(), 1);
    maria
        .get("/desk/harbor/requests")
        .await
        .holds(&["One request waits for us."]);
}

#[tokio::test]
async fn notes_and_attempts_words_never_reach_the_patient() {
    let house = House::harbor().await;
    let (mut patient, path) = house.asked("Call me back, please").await;
    let mut maria = house.signed_in("Maria Reyes", "harbor").await;
    let page = maria.get("/desk/harbor/requests/1000").await;
    for (noun, words) in [("notes", "He sounds confused"), ("attempts", "Voicemail full")] {
        let to = format!("/desk/harbor/requests/1000/{noun}");
        let form = page.form_to(&to, &[("words", words)]);
        assert_eq!(maria.send(&to, &form).await.status, StatusCode::SEE_OTHER);
    }
    maria
        .get("/desk/harbor/requests/1000")
        .await
        .holds(&["He sounds confused", "Voicemail full"]);
    let page = patient.get(&path).await;
    page.holds(&["We tried to call you"]);
    assert!(!page.has("confused") && !page.has("Voicemail"), "{}", page.text);
}

#[tokio::test]
async fn a_link_that_has_closed_offers_a_way_on() {
    let house = House::harbor().await;
    let (mut patient, path) = house.asked("Hello").await;
    let form = patient.get(&path).await.form();
    house.pass(limits::STATUS_LINK + Span::from_secs(1)).await;
    let page = patient.get(&path).await;
    assert_eq!(page.status, StatusCode::GONE);
    page.holds(&[
        "This link is no longer open",
        "href=\"/harbor/ask\"",
        "tel:5125550100",
    ]);
    assert!(!page.has("Hello"), "{}", page.text);
    let mut form = form;
    form.extend(fields(&[("words", "Still there?")]));
    let page = patient.send(&format!("{path}/words"), &form).await;
    assert!(
        page.has("Still there?") || page.status == StatusCode::GONE,
        "{}",
        page.text
    );
}

#[tokio::test]
async fn an_unknown_link_and_a_link_of_another_practice_have_the_same_bytes() {
    let house = House::harbor().await;
    house.found("elm", "24/7").await;
    let (mut patient, path) = house.asked("Hello").await;
    let elsewhere = patient.get(&path.replace("/harbor/", "/elm/")).await;
    let unknown = patient.get("/harbor/status/AAAAAAAAAAAAAAAAAAAAAAAAAA").await;
    assert_eq!(elsewhere.status, StatusCode::NOT_FOUND);
    assert_eq!(elsewhere.text, unknown.text);
    assert_eq!(elsewhere.headers, unknown.headers);
}

#[tokio::test]
async fn empty_or_endless_words_are_named_and_kept() {
    let house = House::harbor().await;
    let (mut patient, path) = house.asked("Hello").await;
    let words = format!("{path}/words");
    let long = "y".repeat(100_000);
    for (typed, said) in [
        (" ", "Write what you need"),
        (&long, "at most 20000"),
        ("a\0b", "no keyboard types"),
    ] {
        let form = patient.get(&path).await.form_to(&words, &[("words", typed)]);
        let page = patient.send(&words, &form).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{said}");
        page.holds(&[said, "href=\"#words\"", typed]);
    }
    let mut form = patient
        .get(&path)
        .await
        .form_to(&words, &[("words", "Kept words")]);
    form.insert("form".to_owned(), "1.2.3".to_owned());
    let page = patient.send(&words, &form).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    page.holds(&["Kept words", "press Send once more"]);
}

#[tokio::test]
async fn a_promise_that_was_missed_says_so_and_offers_the_phone() {
    let house = House::harbor().await;
    let (mut patient, path) = house.asked("Hello").await;
    house.pass(Span::from_minutes(40)).await;
    patient
        .get(&path)
        .await
        .holds(&["You should have had an answer by 10:48 am.", "tel:5125550100"]);
}

#[tokio::test]
async fn while_the_database_is_away_what_a_patient_writes_on_is_not_lost() {
    let house = House::harbor().await;
    let (mut patient, path) = house.asked("Is my referral ready?").await;
    let words = format!("{path}/words");
    let form = patient
        .get(&path)
        .await
        .form_to(&words, &[("words", "And the MRI?")]);
    house.away.store(true, Ordering::SeqCst);
    let page = patient.send(&words, &form).await;
    assert_eq!(page.status, StatusCode::SERVICE_UNAVAILABLE);
    assert_eq!(page.headers["referrer-policy"], "no-referrer");
    page.holds(&["And the MRI?</textarea>"]);
    house.away.store(false, Ordering::SeqCst);
    let again = page.form_to(&words, &[("words", "And the MRI?")]);
    assert_eq!(patient.send(&words, &again).await.status, StatusCode::SEE_OTHER);
    patient.get(&path).await.holds(&["And the MRI?"]);
}
