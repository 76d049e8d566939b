//! Another password, told through the pages.

use anteroom_core::access::Role;
use anteroom_core::limits;
use axum::http::StatusCode;

use crate::testing::{House, PASSWORD, Page};

/// The link that a page shows once.
fn link_of(page: &Page) -> String {
    let start = page.text.find("/reset/").expect("a link");
    let link = page.text[start..].chars();
    link.take_while(|letter| letter.is_ascii_graphic() && *letter != '<')
        .collect()
}

#[tokio::test]
async fn who_asks_for_another_password_reads_the_same_whoever_they_are() {
    let house = House::harbor().await;
    let mut somebody = house.browser();
    somebody.get("/desk/sign-in").await.holds(&["href=\"/reset\""]);
    somebody.get("/reset").await.holds(&["action=\"/reset\""]);
    let mut texts = Vec::new();
    for login in ["maria@harbor.example", "nobody@harbor.example", "no address", ""] {
        let page = somebody.post("/reset", &[("login", login)]).await;
        assert_eq!(page.status, StatusCode::OK, "{login}");
        texts.push(page.text);
    }
    assert!(
        texts.iter().all(|text| *text == texts[0]),
        "an answer tells who has an account"
    );
    assert!(!texts[0].contains("maria"));
}

#[tokio::test]
async fn an_administrator_makes_a_link_for_a_member_and_every_session_ends_with_it() {
    let house = House::harbor().await;
    let harbor = house.practice("harbor").await;
    let cleo = house.enrol(&harbor, "Cleo Diaz", Role::FrontDesk).await;
    house.enrol(&harbor, "Ada Stone", Role::Administrator).await;
    let mut signed_in = house.signed_in("Cleo Diaz", "harbor").await;
    let mut ada = house.signed_in("Ada Stone", "harbor").await;
    let token = ada.get("/desk/harbor").await.form()["token"].clone();
    let path = format!("/desk/harbor/settings/members/{cleo}/reset");
    let page = ada.post(&path, &[("token", &token)]).await;
    page.holds(&["shown this once", "http://desk.example/reset/"]);
    let link = link_of(&page);
    let mut browser = house.browser();
    assert_eq!(browser.get(&link).await.status, StatusCode::OK);
    let short = browser.post(&link, &[("password", "short")]).await;
    assert_eq!(short.status, StatusCode::UNPROCESSABLE_ENTITY);
    let new = "quite another phrase";
    let set = browser.post(&link, &[("password", new)]).await;
    assert_eq!(set.to(), "/desk/sign-in?reset=1");
    browser
        .get("/desk/sign-in?reset=1")
        .await
        .holds(&["Your password is changed"]);
    let ended = signed_in.get("/desk/harbor").await;
    assert!(ended.to().starts_with("/desk/sign-in"), "the old session goes on");
    for (password, status) in [
        (PASSWORD, StatusCode::UNPROCESSABLE_ENTITY),
        (new, StatusCode::SEE_OTHER),
    ] {
        let typed = [("login", "cleo@harbor.example"), ("password", password)];
        assert_eq!(house.browser().post("/desk/session", &typed).await.status, status);
    }
    let again = browser
        .post(&link, &[("password", "a third phrase of mine")])
        .await;
    assert_eq!(again.status, StatusCode::NOT_FOUND, "a link is good once");
    again.holds(&["leads nowhere any more", "href=\"/reset\""]);
}

#[tokio::test]
async fn a_link_of_an_hour_ago_leads_nowhere_and_one_for_another_practices_member_is_never_made() {
    let house = House::harbor().await;
    let harbor = house.practice("harbor").await;
    house.enrol(&harbor, "Ada Stone", Role::Administrator).await;
    let cleo = house.enrol(&harbor, "Cleo Diaz", Role::FrontDesk).await;
    let mut ada = house.signed_in("Ada Stone", "harbor").await;
    let token = ada.get("/desk/harbor").await.form()["token"].clone();
    let path = format!("/desk/harbor/settings/members/{cleo}/reset");
    let page = ada.post(&path, &[("token", &token)]).await;
    let link = link_of(&page);
    house.pass(limits::RESET_LINK).await;
    assert_eq!(house.browser().get(&link).await.status, StatusCode::NOT_FOUND);
    let elm = house.found("elm", "24/7").await;
    house.join(&elm, "cleo@harbor.example").await;
    let refused = ada.post(&path, &[("token", &token)]).await;
    refused.holds(&["No link was made", "another practice’s desk, too"]);
    assert!(!refused.has("/reset/"));
    let elsewhere = "/desk/harbor/settings/members/018bcfe5-687b-7fff-bfff-ffffffffffff/reset";
    let missing = ada.post(elsewhere, &[("token", &token)]).await;
    assert_eq!(missing.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_link_that_one_practice_handed_out_opens_no_desk_of_another_that_was_joined_since() {
    let house = House::harbor().await;
    let harbor = house.practice("harbor").await;
    house.enrol(&harbor, "Ada Stone", Role::Administrator).await;
    let cleo = house.enrol(&harbor, "Cleo Diaz", Role::FrontDesk).await;
    let mut ada = house.signed_in("Ada Stone", "harbor").await;
    let token = ada.get("/desk/harbor").await.form()["token"].clone();
    let path = format!("/desk/harbor/settings/members/{cleo}/reset");
    let page = ada.post(&path, &[("token", &token)]).await;
    let link = link_of(&page);
    let elm = house.found("elm", "24/7").await;
    house.join(&elm, "cleo@harbor.example").await;
    let typed = [("password", "what ada would like")];
    let set = house.browser().post(&link, &typed).await;
    assert_eq!(set.status, StatusCode::NOT_FOUND);
    let typed = [("login", "cleo@harbor.example"), ("password", typed[0].1)];
    let status = house.browser().post("/desk/session", &typed).await.status;
    assert_ne!(status, StatusCode::SEE_OTHER);
}
