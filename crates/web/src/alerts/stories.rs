//! Words of danger, told through the pages: what the patient reads first, the ring, the list above the queue, the card.

use anteroom_core::access::Role;
use anteroom_core::{Span, limits};
use axum::http::StatusCode;

use crate::testing::{Browser, House, Page};

const DANGER: &str = "A & B: my father has chest pain. He can't breathe.";
const PAGE: &str = "/desk/harbor/requests/1000";

/// A house where somebody has written words of danger, and the job that rings has run.
async fn alarmed() -> (House, String) {
    let house = House::harbor().await;
    let (_, status) = house.asked(DANGER).await;
    house.pass(Span::from_secs(1)).await;
    (house, status)
}

async fn acknowledge(browser: &mut Browser<'_>, page: &Page) -> Page {
    let at = page
        .text
        .find("/desk/harbor/alerts/")
        .expect("a form that acknowledges");
    let to = page.text[at..].split('"').next().expect("its path").to_owned();
    browser.send(&to, &page.form_to(&to, &[])).await
}

#[tokio::test]
async fn the_page_after_words_of_danger_begins_with_the_numbers_in_every_language_the_readers_first() {
    let house = House::harbor().await;
    let (mut patient, path) = house.asked(DANGER).await;
    for query in ["?asked=1", ""] {
        let page = patient.get(&format!("{path}{query}")).await;
        page.holds(&[
            "role=\"alert\"",
            "<a href=\"tel:911\">911</a>",
            "Your message has reached the practice",
            "<div lang=\"es\">",
            "Su mensaje llegó al consultorio",
        ]);
        let at = |text: &str| page.text.find(text).expect(text);
        assert!(at("In danger now?") < at("¿Hay peligro ahora?"));
        assert!(at("¿Hay peligro ahora?") < at("<h1>"), "before anything else");
    }
    let spanish = patient.get(&format!("{path}?lang=es")).await;
    let at = |text: &str| spanish.text.find(text).expect(text);
    assert!(at("<div lang=\"es\">") < at("<div lang=\"en\">"));
}

#[tokio::test]
async fn words_on_the_status_page_bring_the_line_of_their_danger_and_harmless_ones_bring_none() {
    let house = House::harbor().await;
    let (mut patient, path) = house.asked("Is my referral ready?").await;
    let page = patient.get(&path).await;
    assert!(!page.has("role=\"alert\""));
    let to = format!("{path}/words");
    let sent = patient
        .send(&to, &page.form_to(&to, &[("words", "I want to kill myself")]))
        .await;
    let page = patient.get(&sent.to()).await;
    page.holds(&[
        "call or text, day and night:",
        "<a href=\"tel:988\">988</a>",
        "tel:911",
    ]);
    let at = |text: &str| page.text.find(text).expect(text);
    assert!(
        at("tel:988") < at("tel:911\">911</a></li>"),
        "the line of that danger comes first"
    );
    house.pass(limits::EMERGENCY_LINE).await;
    assert!(!patient.get(&path).await.has("tel:988"));
}

#[tokio::test]
async fn a_form_with_a_mistake_keeps_nobody_from_the_numbers() {
    let house = House::harbor().await;
    let mut patient = house.browser();
    let mut form = patient.get("/harbor/ask").await.form();
    house.pass(Span::from_secs(5)).await;
    form.insert("words".to_owned(), "he swallowed bleach".to_owned());
    let page = patient.send("/harbor/ask", &form).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    page.holds(&[
        "Your message is not sent yet",
        "tel:18002221222",
        "role=\"alert\"",
    ]);
    form.insert("words".to_owned(), "may I come on Tuesday?".to_owned());
    let page = patient.send("/harbor/ask", &form).await;
    assert!(!page.has("not sent yet"));
}

#[tokio::test]
async fn it_stands_above_every_list_with_its_words_marked_until_somebody_acknowledges() {
    let (house, _) = alarmed().await;
    let mut maria = house.signed_in("Maria Reyes", "harbor").await;
    for view in ["all", "mine", "snoozed", "resolved"] {
        maria
            .get(&format!("/desk/harbor/requests?view={view}"))
            .await
            .holds(&[
                "Words of danger: who sees to them?",
                "<mark>chest pain</mark>",
                "trouble breathing · chest pain",
                "Rung: Maria Reyes",
            ]);
    }
    let queue = maria.get("/desk/harbor/requests").await;
    let sent = acknowledge(&mut maria, &queue).await;
    assert_eq!((sent.status, sent.to().as_str()), (StatusCode::SEE_OTHER, PAGE));
    let queue = maria.get("/desk/harbor/requests").await;
    assert!(!queue.has("Words of danger"));
    maria.get(PAGE).await.holds(&[
        "Maria Reyes saw to the words of danger 10:18 am, after one second.",
        "<mark>chest pain</mark>",
    ]);
}

#[tokio::test]
async fn who_is_rung_sees_it_on_every_page_of_the_desk_and_stops_it_there() {
    let (house, _) = alarmed().await;
    let mut maria = house.signed_in("Maria Reyes", "harbor").await;
    for path in ["/desk/harbor", "/desk/harbor/requests/new", PAGE] {
        maria
            .get(path)
            .await
            .holds(&["#1000 must be acknowledged, since", "aria-live=\"assertive\""]);
    }
    let page = maria.get("/desk/harbor/requests/new").await;
    acknowledge(&mut maria, &page).await;
    for path in ["/desk/harbor", "/desk/harbor/requests/new"] {
        assert!(!maria.get(path).await.has("must be acknowledged"), "{path}");
    }
}

#[tokio::test]
async fn the_request_shows_the_clinicians_questions_and_no_verdict() {
    let (house, _) = alarmed().await;
    let mut maria = house.signed_in("Maria Reyes", "harbor").await;
    let page = maria.get(PAGE).await;
    page.holds(&[
        "Words of danger: trouble breathing · chest pain",
        "data-key=\"!\"",
        "Can the person speak in whole sentences?",
        "whether it is an emergency a clinician decides",
        "A &#38; B: my father has <mark>chest pain</mark>",
    ]);
    let sent = acknowledge(&mut maria, &page).await;
    assert_eq!(sent.to(), PAGE);
    assert!(!maria.get(PAGE).await.has("whole sentences"));
}

#[tokio::test]
async fn a_second_one_who_acknowledges_reads_who_was_first() {
    let (house, _) = alarmed().await;
    let harbor = anteroom_app::practices::by_slug(&house.app, "harbor")
        .await
        .expect("harbor");
    house.enrol(&harbor, "Luis Ortega", Role::Clinician).await;
    let mut maria = house.signed_in("Maria Reyes", "harbor").await;
    let mut luis = house.signed_in("Luis Ortega", "harbor").await;
    let page = luis.get(PAGE).await;
    let theirs = maria.get(PAGE).await;
    acknowledge(&mut maria, &theirs).await;
    let late = acknowledge(&mut luis, &page).await;
    assert_eq!(late.to(), PAGE);
    luis.get(PAGE)
        .await
        .holds(&["Maria Reyes saw to the words of danger"]);
}

#[tokio::test]
async fn today_begins_with_what_nobody_has_acknowledged_and_says_what_has_to_be_set() {
    let (house, _) = alarmed().await;
    let harbor = anteroom_app::practices::by_slug(&house.app, "harbor")
        .await
        .expect("harbor");
    house.enrol(&harbor, "Ada Admin", Role::Administrator).await;
    house.enrol(&harbor, "Luis Ortega", Role::Clinician).await;
    let mut maria = house.signed_in("Maria Reyes", "harbor").await;
    let today = maria.get("/desk/harbor").await;
    today.holds(&["#1000 must be acknowledged"]);
    assert!(!today.has("#1000 speaks of danger"), "what rings is said once");
    assert!(!today.has("Nobody is named"), "who can't set it isn't asked to");
    let wall = maria.get("/desk/harbor/wall").await;
    wall.holds(&["A message may be an emergency. Please look at the desk now."]);
    assert!(!wall.has("#1000") && !wall.has("chest pain"));
    let mut ada = house.signed_in("Ada Admin", "harbor").await;
    let today = ada.get("/desk/harbor").await;
    let todo = &today.text[today.text.find("class=\"todo\"").expect("what to do")..];
    let first = todo.split("<li").nth(1).expect("a first thing to do");
    assert!(
        first.contains("#1000 speaks of danger, and nobody has"),
        "{first}"
    );
    assert!(!today.has("#1000 must be acknowledged"), "she is not rung");
    today.holds(&[
        "Nobody is named for words of danger.",
        "/desk/harbor/settings/emergency",
    ]);
    let mut luis = house.signed_in("Luis Ortega", "harbor").await;
    luis.get("/desk/harbor")
        .await
        .holds(&["wait for a clinician’s signature"]);
}

#[tokio::test]
async fn an_alert_that_is_none_or_another_practices_is_not_there() {
    let (house, _) = alarmed().await;
    let elm = house.found("elm", "24/7").await;
    house.enrol(&elm, "Nina Patel", Role::Administrator).await;
    let mut maria = house.signed_in("Maria Reyes", "harbor").await;
    let queue = maria.get("/desk/harbor/requests").await;
    let at = queue.text.find("/desk/harbor/alerts/").expect("a form");
    let path = queue.text[at..].split('"').next().expect("its path");
    let mut nina = house.signed_in("Nina Patel", "elm").await;
    let token = nina.get("/desk/elm/requests/new").await.form()["token"].clone();
    let elsewhere = path.replace("/desk/harbor/", "/desk/elm/");
    let page = nina.post(&elsewhere, &[("token", &token)]).await;
    assert_eq!(page.status, StatusCode::NOT_FOUND);
    let page = nina
        .post("/desk/elm/alerts/nonsense/acknowledgement", &[("token", &token)])
        .await;
    assert_eq!(page.status, StatusCode::NOT_FOUND);
}
