use std::sync::atomic::Ordering;

use anteroom_core::{Span, limits};
use axum::http::StatusCode;

use crate::gate::{Intake, Rate};
use crate::testing::{Form, House, Page, fields};
use crate::{WebConfig, guard};

/// A form that would be taken.
fn good() -> Form {
    fields(&[
        ("name", "Tom Whitfield"),
        ("email", "tom@example.org"),
        ("kind", "refill"),
        ("words", "My lisinopril runs out on Thursday"),
    ])
}

/// Sends the form five seconds after the page was opened.
async fn sent(house: &House, typed: &[(&str, &str)]) -> Page {
    let mut patient = house.browser();
    let mut form = patient.get("/harbor/ask").await.form();
    house.pass(Span::from_secs(5)).await;
    form.extend(good());
    form.extend(fields(typed));
    patient.send("/harbor/ask", &form).await
}

async fn waiting(house: &House) -> usize {
    let mut maria = house.signed_in("Maria Reyes", "harbor").await;
    maria
        .get("/desk/harbor/requests")
        .await
        .text
        .matches("data-row href")
        .count()
}

#[tokio::test]
async fn a_patient_asks_and_reads_who_answers_by_when_with_the_link_shown_once() {
    let house = House::harbor().await;
    let page = sent(&house, &[]).await;
    assert_eq!(page.status, StatusCode::SEE_OTHER, "{}", page.text);
    let mut patient = house.browser();
    let confirmed = patient.get(&page.to()).await;
    confirmed.holds(&[
        "Thank you",
        "A person answers by 10:48 am.",
        "My lisinopril runs out",
        "Keep this address",
    ]);
    assert_eq!(confirmed.headers["referrer-policy"], "no-referrer");
    confirmed.holds(&[&format!(
        "http://desk.example{}</a>",
        page.to().trim_end_matches("?asked=1")
    )]);
    assert_eq!(confirmed.headers["x-robots-tag"], "noindex");
    let again = patient.get(page.to().trim_end_matches("?asked=1")).await;
    assert!(!again.has("Keep this address"), "{}", again.text);
}

#[tokio::test]
async fn what_is_missing_is_named_at_its_field_and_what_was_typed_stays() {
    let house = House::harbor().await;
    let page = sent(
        &house,
        &[
            ("words", " "),
            ("email", ""),
            ("name", ""),
            ("about", "my <b>son</b>"),
        ],
    )
    .await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    page.holds(&[
        "Please look at 3 things",
        "<a href=\"#words\">Write what you need</a>",
        "<a href=\"#email\">Give a phone number or an e-mail address, so that we can answer</a>",
        "<a href=\"#name\">Write your name</a>",
        "id=\"words\"",
        "id=\"email\"",
        "value=\"my &#60;b&#62;son&#60;/b&#62;\"",
        "value=\"refill\" checked",
    ]);
    assert_eq!(waiting(&house).await, 0);
}

#[tokio::test]
async fn every_bad_field_is_named_and_kept() {
    let house = House::harbor().await;
    let long = "x".repeat(100_000);
    let name = "n".repeat(limits::NAME_MAX + 1);
    for (field, typed, said) in [
        ("words", long.as_str(), "at most 20000 characters"),
        ("name", name.as_str(), "at most 200 characters"),
        ("words", "a\0b", "holds a character that no keyboard types"),
        ("name", "a\0b", "holds a character that no keyboard types"),
        ("email", "tom@", "doesn’t look right"),
        ("phone", "call me", "doesn’t look right"),
        ("kind", "nosuch", "can’t be understood"),
        ("location", "nosuch", "can’t be understood"),
        (
            "location",
            "018bcfe5-687b-7fff-bfff-ffffffffffff",
            "can’t be understood",
        ),
    ] {
        let page = sent(&house, &[(field, typed)]).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{field}");
        page.holds(&[
            &format!("href=\"#{field}\""),
            said,
            "tom@example.org".get(..3).unwrap(),
        ]);
        if matches!(field, "words" | "name" | "email" | "phone") {
            assert!(page.has(typed), "{field} was not kept");
        }
    }
    assert_eq!(waiting(&house).await, 0);
}

#[tokio::test]
async fn the_same_form_sent_twice_is_one_request() {
    let house = House::harbor().await;
    let mut patient = house.browser();
    let mut form = patient.get("/harbor/ask").await.form();
    house.pass(Span::from_secs(5)).await;
    form.extend(good());
    for _ in 0..3 {
        assert_eq!(
            patient.send("/harbor/ask", &form).await.status,
            StatusCode::SEE_OTHER
        );
    }
    assert_eq!(waiting(&house).await, 1);
}

#[tokio::test]
async fn a_form_filled_in_by_a_program_comes_back_with_one_press_to_do() {
    let house = House::harbor().await;
    let mut patient = house.browser();
    let mut form = patient.get("/harbor/ask").await.form();
    form.extend(good());
    let page = patient.send("/harbor/ask", &form).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    page.holds(&["That was fast", "My lisinopril runs out"]);
    house.pass(Span::from_secs(5)).await;
    form.extend(page.form());
    form.insert(guard::TRAP.to_owned(), "https://spam.example".to_owned());
    let page = patient.send("/harbor/ask", &form).await;
    page.holds(&["A hidden field was filled in", "My lisinopril runs out"]);
    assert!(!page.has("spam.example"), "{}", page.text);
    assert_eq!(waiting(&house).await, 0);
    form.remove(guard::TRAP);
    assert_eq!(
        patient.send("/harbor/ask", &form).await.status,
        StatusCode::SEE_OTHER
    );
}

#[tokio::test]
async fn a_stale_or_forged_form_loses_no_words_and_goes_with_one_more_press() {
    let house = House::harbor().await;
    let mut patient = house.browser();
    let mut form = patient.get("/harbor/ask").await.form();
    let fresh = form[guard::TOKEN].clone();
    house.pass(limits::FORM_LIFE + Span::from_secs(1)).await;
    form.extend(good());
    for token in [
        fresh.as_str(),
        "",
        "1.2.3",
        &fresh.replace('a', "b"),
        &"x".repeat(10_000),
        "\0",
    ] {
        form.insert(guard::TOKEN.to_owned(), token.to_owned());
        let page = patient.send("/harbor/ask", &form).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{token}");
        page.holds(&[
            "press Send once more",
            "My lisinopril runs out",
            "tom@example.org",
        ]);
        form.extend(page.form());
    }
    house.pass(Span::from_secs(5)).await;
    assert_eq!(
        patient.send("/harbor/ask", &form).await.status,
        StatusCode::SEE_OTHER
    );
    assert_eq!(waiting(&house).await, 1);
}

#[tokio::test]
async fn a_flood_is_told_to_wait_with_its_words_and_the_phone() {
    let slow = Rate {
        burst: 2,
        every: Span::from_secs(60),
    };
    let house = House::with(WebConfig {
        intake: Intake {
            address: slow,
            practice: slow,
        },
        ..WebConfig::default()
    });
    house.found("harbor", "24/7").await;
    assert_eq!(sent(&house, &[]).await.status, StatusCode::SEE_OTHER);
    assert_eq!(sent(&house, &[]).await.status, StatusCode::SEE_OTHER);
    let page = sent(&house, &[]).await;
    assert_eq!(page.status, StatusCode::TOO_MANY_REQUESTS);
    page.holds(&["My lisinopril runs out", "or call us", "tel:5125550100"]);
    assert!(page.headers.contains_key("retry-after"));
}

#[tokio::test]
async fn a_busy_database_takes_no_form_and_loses_none() {
    let house = House::harbor().await;
    let mut patient = house.browser();
    let mut form = patient.get("/harbor/ask").await.form();
    house.pass(Span::from_secs(5)).await;
    form.extend(good());
    house.busy.store(true, Ordering::SeqCst);
    let page = patient.send("/harbor/ask", &form).await;
    assert_eq!(page.status, StatusCode::SERVICE_UNAVAILABLE);
    assert!(page.headers.contains_key("retry-after"));
    page.holds(&["My lisinopril runs out", "press Send again", "tel:5125550100"]);
    house.busy.store(false, Ordering::SeqCst);
    form.extend(page.form());
    assert_eq!(
        patient.send("/harbor/ask", &form).await.status,
        StatusCode::SEE_OTHER
    );
    assert_eq!(waiting(&house).await, 1);
}

#[tokio::test]
async fn while_the_database_is_away_no_typed_word_is_lost() {
    let house = House::harbor().await;
    let mut patient = house.browser();
    let mut form = patient.get("/harbor/ask").await.form();
    house.pass(Span::from_secs(5)).await;
    form.extend(good());
    form.insert("words".to_owned(), "My <b>lisinopril</b> runs out".to_owned());
    house.away.store(true, Ordering::SeqCst);
    let page = patient.send("/harbor/ask", &form).await;
    assert_eq!(page.status, StatusCode::SERVICE_UNAVAILABLE);
    assert!(page.headers.contains_key("retry-after"));
    page.holds(&[
        "action=\"/harbor/ask\"",
        "My &#60;b&#62;lisinopril&#60;/b&#62; runs out</textarea>",
        "value=\"Tom Whitfield\"",
        "value=\"tom@example.org\"",
    ]);
    house.away.store(false, Ordering::SeqCst);
    let again = page.form_to("/harbor/ask", &[("words", "My lisinopril runs out")]);
    assert_eq!(
        patient.send("/harbor/ask", &again).await.status,
        StatusCode::SEE_OTHER
    );
    assert_eq!(waiting(&house).await, 1);
}

#[tokio::test]
async fn while_the_database_is_away_words_of_danger_are_met_with_numbers_all_the_same() {
    let house = House::harbor().await;
    let mut patient = house.browser();
    let mut form = patient.get("/harbor/ask").await.form();
    form.extend(good());
    house.away.store(true, Ordering::SeqCst);
    let harmless = patient.send("/harbor/ask", &form).await;
    assert!(!harmless.has("class=\"alarm\""));
    form.insert("words".to_owned(), "My father has crushing chest pain".to_owned());
    let page = patient.send("/harbor/ask", &form).await;
    assert_eq!(page.status, StatusCode::SERVICE_UNAVAILABLE);
    page.holds(&[
        "In danger now?",
        "¿Hay peligro ahora?",
        "tel:911",
        "tel:112",
        "crushing chest pain</textarea>",
    ]);
    let at = |text: &str| page.text.find(text).expect(text);
    assert!(at("class=\"alarm\"") < at("<h1>"), "the numbers come first");
}

#[tokio::test]
async fn a_link_may_choose_the_kind_and_nothing_else_on_the_form() {
    let house = House::harbor().await;
    let link = "/harbor/ask?kind=refill&words=Call+900-555&email=evil@example.org&name=Eve&interpreter=1";
    let page = house.browser().get(link).await;
    page.holds(&["value=\"refill\" checked"]);
    for planted in [
        "900-555",
        "evil@example.org",
        "Eve",
        "name=\"interpreter\" value=\"1\" checked",
    ] {
        assert!(!page.has(planted), "{planted} was taken from the link");
    }
}
