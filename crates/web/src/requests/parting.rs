//! Joining, parting, splitting, linking and retagging, told through the pages.

use axum::http::StatusCode;

use crate::testing::{Browser, House, Page};

const PAGE: &str = "/desk/harbor/requests/1000";

async fn does(browser: &mut Browser<'_>, noun: &str, typed: &[(&str, &str)]) -> Page {
    let to = format!("{PAGE}/{noun}");
    let form = browser.get(PAGE).await.form_to(&to, typed);
    browser.send(&to, &form).await
}

#[tokio::test]
async fn what_was_joined_by_mistake_is_taken_apart_from_either_page() {
    let house = House::harbor().await;
    house.asked("My refill is late").await;
    house.asked("About my bill").await;
    let mut maria = house.signed_in("Maria Reyes", "harbor").await;
    assert_eq!(does(&mut maria, "merge", &[]).await.to(), PAGE);
    let separation = "/desk/harbor/requests/1001/separation";
    let page = maria.get(PAGE).await;
    page.holds(&[
        "About my bill",
        "Take #1001 off again",
        "Maria Reyes joined #1001 to it",
    ]);
    let form = page.form_to(separation, &[]);
    assert_eq!(
        maria.send(separation, &form).await.to(),
        "/desk/harbor/requests/1001"
    );
    let page = maria.get(PAGE).await;
    page.holds(&["Maria Reyes took #1001 off again"]);
    assert!(!page.has("<p class=\"said\">About my bill"));
    let again = maria.send(separation, &form).await;
    assert_eq!(again.status, StatusCode::CONFLICT);
    again.holds(&["It is not joined to that request."]);
    does(&mut maria, "merge", &[]).await;
    let joined = maria.get("/desk/harbor/requests/1001").await;
    joined.holds(&["Take it apart again"]);
    assert_eq!(
        maria
            .send(separation, &joined.form_to(separation, &[]))
            .await
            .status,
        StatusCode::SEE_OTHER
    );
}

#[tokio::test]
async fn another_matter_is_split_off_and_both_say_so() {
    let house = House::harbor().await;
    let (mut patient, path) = house.asked("My refill is late").await;
    let words = format!("{path}/words");
    let form = patient
        .get(&path)
        .await
        .form_to(&words, &[("words", "And my bill is wrong")]);
    patient.send(&words, &form).await;
    let mut maria = house.signed_in("Maria Reyes", "harbor").await;
    let page = maria.get(PAGE).await;
    page.holds(&["Split off another matter"]);
    let line = page
        .text
        .split("name=\"line\" value=\"")
        .nth(2)
        .unwrap()
        .split('"')
        .next()
        .unwrap()
        .to_owned();
    let none = does(&mut maria, "parts", &[("kind", "billing")]).await;
    assert_eq!(none.status, StatusCode::CONFLICT);
    none.holds(&["A split leaves words on both sides"]);
    let wrong = does(&mut maria, "parts", &[("kind", "nosuch"), ("line", &line)]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    for id in ["x", "018bcfe5-687b-7fff-bfff-ffffffffffff"] {
        let page = does(&mut maria, "parts", &[("kind", "billing"), ("line", id)]).await;
        assert_eq!(page.status, StatusCode::NOT_FOUND, "{id}");
    }
    let new = does(&mut maria, "parts", &[("kind", "billing"), ("line", &line)]).await;
    assert_eq!(new.to(), "/desk/harbor/requests/1001");
    let part = maria.get("/desk/harbor/requests/1001").await;
    part.holds(&["And my bill is wrong", "Maria Reyes split it off #1000", "· Bill"]);
    let rest = maria.get(PAGE).await;
    rest.holds(&["Maria Reyes split #1001 off"]);
    assert!(!rest.has("<p class=\"said\">And my bill"));
    patient
        .get(&path)
        .await
        .holds(&["And my bill is wrong", "My refill is late"]);
}

#[tokio::test]
async fn requests_are_linked_by_number_and_what_is_not_there_is_missing() {
    let house = House::harbor().await;
    let elm = house.found("elm", "24/7").await;
    house
        .enrol(&elm, "Nina Patel", anteroom_core::access::Role::FrontDesk)
        .await;
    house.asked("My refill is late").await;
    house.asked("About my bill").await;
    let mut maria = house.signed_in("Maria Reyes", "harbor").await;
    assert_eq!(does(&mut maria, "links", &[("other", "#1001")]).await.to(), PAGE);
    maria
        .get(PAGE)
        .await
        .holds(&["Has to do with", "#1001 <bdi>About my bill</bdi>"]);
    maria
        .get("/desk/harbor/requests/1001")
        .await
        .holds(&["#1000 <bdi>My refill is late</bdi>"]);
    for (other, status) in [
        ("1001", StatusCode::CONFLICT),
        ("1000", StatusCode::CONFLICT),
        ("1002", StatusCode::NOT_FOUND),
        ("", StatusCode::NOT_FOUND),
        ("\0", StatusCode::NOT_FOUND),
    ] {
        assert_eq!(
            does(&mut maria, "links", &[("other", other)]).await.status,
            status,
            "{other:?}"
        );
    }
    let removal = format!("{PAGE}/links/removal");
    let form = maria.get(PAGE).await.form_to(&removal, &[]);
    assert_eq!(maria.send(&removal, &form).await.to(), PAGE);
    maria
        .get(PAGE)
        .await
        .holds(&["Maria Reyes removed the link to #1001"]);
}

#[tokio::test]
async fn what_a_request_is_about_and_how_soon_is_said_anew() {
    let house = House::harbor().await;
    house.asked("My chest feels odd when I climb").await;
    let mut maria = house.signed_in("Maria Reyes", "harbor").await;
    assert_eq!(
        does(&mut maria, "tags", &[("kind", "clinical"), ("urgency", "urgent")])
            .await
            .to(),
        PAGE
    );
    maria.get(PAGE).await.holds(&[
        "Maria Reyes said that it is about: Health",
        "Maria Reyes said how soon: Urgent, today",
    ]);
    maria
        .get("/desk/harbor/requests")
        .await
        .holds(&["10 min", "urgent"]);
    let wrong = does(&mut maria, "tags", &[("kind", "nosuch"), ("urgency", "")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    let same = does(&mut maria, "tags", &[("kind", "clinical"), ("urgency", "urgent")]).await;
    assert_eq!(same.status, StatusCode::CONFLICT);
}
