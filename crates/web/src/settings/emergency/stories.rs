//! The page of emergencies, told through its forms: the ladder, the numbers, added words, the card and the signature.

use anteroom_core::Span;
use anteroom_core::access::Role;
use axum::http::StatusCode;

use crate::testing::{Browser, House, Page};

const PAGE: &str = "/desk/harbor/settings/emergency";

/// Harbor with Maria at the front desk, Luis a clinician and Ada who administers.
async fn staffed() -> House {
    let house = House::harbor().await;
    let harbor = anteroom_app::practices::by_slug(&house.app, "harbor")
        .await
        .expect("harbor");
    house.enrol(&harbor, "Luis Ortega", Role::Clinician).await;
    house.enrol(&harbor, "Ada Admin", Role::Administrator).await;
    house
}

async fn does(browser: &mut Browser<'_>, noun: &str, typed: &[(&str, &str)]) -> Page {
    let to = format!("{PAGE}/{noun}");
    let form = browser.get(PAGE).await.form_to(&to, typed);
    browser.send(&to, &form).await
}

/// The value by which a member stands in the selects.
fn value_of(page: &Page, name: &str) -> String {
    let before = page
        .text
        .split(&format!(">{name}</option>"))
        .next()
        .expect("an option");
    let at = before.rfind("value=\"").expect("its value") + 7;
    before[at..].split('"').next().expect("its value").to_owned()
}

#[tokio::test]
async fn the_ladder_is_set_rings_in_its_order_and_each_change_is_kept() {
    let house = staffed().await;
    let mut ada = house.signed_in("Ada Admin", "harbor").await;
    let page = ada.get(PAGE).await;
    page.holds(&["While the desk is open nobody on this ladder works here"]);
    let luis = value_of(&page, "Luis Ortega");
    let typed = [
        ("open-0", luis.as_str()),
        ("open-1", "role:administrator"),
        ("minutes", "3"),
    ];
    let sent = does(&mut ada, "ladder", &typed).await;
    assert_eq!(sent.to(), format!("{PAGE}?saved=1"));
    house.asked("chest pain since noon").await;
    house.pass(Span::from_secs(1)).await;
    let ring = "/desk/harbor/requests/new";
    let mut doctor = house.signed_in("Luis Ortega", "harbor").await;
    doctor.get(ring).await.holds(&["#1000 must be acknowledged"]);
    assert!(!ada.get(ring).await.has("must be acknowledged"));
    house.pass(Span::from_minutes(3)).await;
    ada.get(ring).await.holds(&["#1000 must be acknowledged"]);
    ada.get("/desk/harbor/settings/changes").await.holds(&[
        "Emergencies</b> · While the desk is open",
        "Luis Ortega, administrator",
    ]);
}

#[tokio::test]
async fn a_ladder_that_cant_be_comes_back_as_it_was_typed() {
    let house = staffed().await;
    let mut ada = house.signed_in("Ada Admin", "harbor").await;
    for (field, value) in [
        ("open-0", "member:nobody"),
        ("minutes", "99"),
        ("minutes", "soon"),
    ] {
        let page = does(&mut ada, "ladder", &[("minutes", "2"), (field, value)]).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{field} {value}");
    }
    let stranger = "member:018bcfe5-687b-7fff-bfff-ffffffffffff";
    let page = does(
        &mut ada,
        "ladder",
        &[("minutes", "2"), ("after_hours-0", stranger)],
    )
    .await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn two_who_set_it_at_once_notice_each_other() {
    let house = staffed().await;
    let mut ada = house.signed_in("Ada Admin", "harbor").await;
    let to = format!("{PAGE}/numbers");
    let stale = ada
        .get(PAGE)
        .await
        .form_to(&to, &[("crisis", "1 800 273 8255"), ("poison", "")]);
    let sent = does(
        &mut ada,
        "numbers",
        &[("crisis", "988"), ("poison", "1-800-555-0199")],
    )
    .await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER);
    let page = ada.send(&to, &stale).await;
    assert_eq!(page.status, StatusCode::CONFLICT);
    page.holds(&["Ada Admin", "1 800 273 8255"]);
    let page = does(&mut ada, "numbers", &[("crisis", "none"), ("poison", "")]).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn words_of_the_practices_own_are_added_found_and_removed_and_only_a_clinician_signs() {
    let house = staffed().await;
    let mut ada = house.signed_in("Ada Admin", "harbor").await;
    let mut luis = house.signed_in("Luis Ortega", "harbor").await;
    let page = luis.get(PAGE).await;
    page.holds(&["Nobody has signed version", "as Luis Ortega", "chest pain"]);
    assert!(
        !page.has("/settings/emergency/words\""),
        "a clinician reads and signs"
    );
    assert_eq!(
        does(&mut luis, "signature", &[]).await.status,
        StatusCode::SEE_OTHER
    );
    luis.get(PAGE).await.holds(&["Luis Ortega signed version"]);
    let typed = [("words", "the blue hour"), ("sign", "breathing")];
    assert_eq!(
        does(&mut ada, "words", &typed).await.status,
        StatusCode::SEE_OTHER
    );
    assert_eq!(
        does(&mut ada, "words", &typed).await.status,
        StatusCode::UNPROCESSABLE_ENTITY,
        "there already"
    );
    ada.get(PAGE).await.holds(&[
        "the blue hour",
        "a signature is missing",
        "Only a clinician can sign",
    ]);
    house.asked("It is the Blue Hour again").await;
    let mut maria = house.signed_in("Maria Reyes", "harbor").await;
    maria
        .get("/desk/harbor/requests")
        .await
        .holds(&["<mark>the Blue Hour</mark>"]);
    let sent = does(&mut ada, "words/removal", &[]).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER);
    luis.get(PAGE)
        .await
        .holds(&["Luis Ortega signed version", "s-kept"]);
}

#[tokio::test]
async fn what_was_signed_is_what_was_read() {
    let house = staffed().await;
    let mut ada = house.signed_in("Ada Admin", "harbor").await;
    let mut luis = house.signed_in("Luis Ortega", "harbor").await;
    let to = format!("{PAGE}/signature");
    let stale = luis.get(PAGE).await.form_to(&to, &[]);
    does(
        &mut ada,
        "words",
        &[("words", "grey spells"), ("sign", "unconscious")],
    )
    .await;
    let page = luis.send(&to, &stale).await;
    assert_eq!(page.status, StatusCode::CONFLICT);
    page.holds(&["The words have changed while you read"]);
    let token = ada.get(PAGE).await.form()["token"].clone();
    let page = ada.post(&to, &[("token", &token), ("digest", "x")]).await;
    assert_eq!(page.status, StatusCode::NOT_FOUND, "an administrator can't sign");
}

#[tokio::test]
async fn a_card_holds_the_practices_own_questions_until_it_is_emptied() {
    let house = staffed().await;
    let mut ada = house.signed_in("Ada Admin", "harbor").await;
    let to = format!("{PAGE}/cards");
    let mut form = ada
        .get(PAGE)
        .await
        .form_to(&to, &[("questions", "Where is it?\nSince when?")]);
    form.insert("sign".to_owned(), "chest_pain".to_owned());
    assert_eq!(ada.send(&to, &form).await.status, StatusCode::SEE_OTHER);
    house.asked("chest pain").await;
    let mut maria = house.signed_in("Maria Reyes", "harbor").await;
    let request = "/desk/harbor/requests/1000";
    maria
        .get(request)
        .await
        .holds(&["<li>Where is it?</li>", "<li>Since when?</li>"]);
    let mut form = ada.get(PAGE).await.form_to(&to, &[("questions", "")]);
    form.insert("sign".to_owned(), "chest_pain".to_owned());
    ada.send(&to, &form).await;
    maria.get(request).await.holds(&["Is the pain there now?"]);
}

#[tokio::test]
async fn the_front_desk_opens_no_page_of_it() {
    let house = staffed().await;
    let mut maria = house.signed_in("Maria Reyes", "harbor").await;
    assert_eq!(maria.get(PAGE).await.status, StatusCode::NOT_FOUND);
    let mut luis = house.signed_in("Luis Ortega", "harbor").await;
    let token = luis.get(PAGE).await.form()["token"].clone();
    for noun in ["ladder", "numbers", "words", "words/removal", "cards"] {
        let page = luis.post(&format!("{PAGE}/{noun}"), &[("token", &token)]).await;
        assert_eq!(page.status, StatusCode::NOT_FOUND, "{noun}");
    }
}
