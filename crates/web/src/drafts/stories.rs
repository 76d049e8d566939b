//! Words that were begun: kept while they are typed, found again, sent or thrown away.

use axum::body::Body;
use axum::http::{Request, StatusCode};
use tower::ServiceExt;

use crate::testing::{Browser, House};

const PAGE: &str = "/desk/harbor/requests/1000";

/// What a page's script saves, and what it is told.
async fn save(
    house: &House,
    browser: &mut Browser<'_>,
    field: &str,
    words: &str,
    knows: &str,
) -> (StatusCode, String) {
    let token = browser.get(PAGE).await.form()["token"].clone();
    let form = [
        ("token", token.as_str()),
        ("field", field),
        ("text", words),
        ("knows", knows),
    ];
    let pairs = form.map(|(name, value)| format!("{name}={}", crate::forms::encoded(value)));
    let request = Request::post(format!("{PAGE}/drafts"))
        .header("accept", "application/json")
        .header("content-type", "application/x-www-form-urlencoded")
        .header(
            "cookie",
            format!("anteroom_session={}", browser.cookies["anteroom_session"]),
        )
        .body(Body::from(pairs.join("&")));
    let answer = house.router.clone().oneshot(request.unwrap()).await.unwrap();
    let status = answer.status();
    let bytes = axum::body::to_bytes(answer.into_body(), 10_000).await.unwrap();
    (status, String::from_utf8(bytes.to_vec()).unwrap())
}

#[tokio::test]
async fn words_that_were_begun_come_back_after_signing_out_and_can_be_thrown_away_without_scripts() {
    let house = House::harbor().await;
    house.asked("Is my referral ready?").await;
    let mut maria = house.signed_in("Maria Reyes", "harbor").await;
    let (status, told) = save(&house, &mut maria, "reply", "It should be <ready> by", "").await;
    assert_eq!(status, StatusCode::OK);
    assert!(
        told.contains("Draft saved, 10:18") && told.contains("\"at\":\""),
        "{told}"
    );
    let (_, told) = save(&house, &mut maria, "note", "Ask Dr Shah", "").await;
    assert!(told.contains("Draft saved"), "{told}");
    let mut later = house.signed_in("Maria Reyes", "harbor").await;
    let page = later.get(PAGE).await;
    page.holds(&[
        "It should be &#60;ready&#62; by</textarea>",
        "Your draft from",
        "Ask Dr Shah</textarea>",
        "data-key=\"n\" open",
    ]);
    let mut form = page.form_to(
        &format!("{PAGE}/replies"),
        &[("words", "It should be"), ("then", "wait")],
    );
    form.insert("drop".to_owned(), "reply".to_owned());
    let dropped = later.send(&format!("{PAGE}/drafts"), &form).await;
    assert_eq!(
        (dropped.status, dropped.to()),
        (StatusCode::SEE_OTHER, PAGE.to_owned())
    );
    let page = later.get(PAGE).await;
    assert!(!page.has("It should be"));
    page.holds(&["Ask Dr Shah</textarea>"]);
}

#[tokio::test]
async fn a_draft_is_gone_once_it_is_sent_and_nobody_else_ever_sees_it() {
    let house = House::harbor().await;
    let harbor = anteroom_app::practices::by_slug(&house.app, "harbor")
        .await
        .unwrap();
    house
        .enrol(&harbor, "Jo Kim", anteroom_core::access::Role::FrontDesk)
        .await;
    house.asked("Is my referral ready?").await;
    let mut maria = house.signed_in("Maria Reyes", "harbor").await;
    let mut jo = house.signed_in("Jo Kim", "harbor").await;
    save(&house, &mut maria, "note", "Ask Dr Shah", "").await;
    assert!(!jo.get(PAGE).await.has("Ask Dr Shah"));
    let to = format!("{PAGE}/notes");
    let form = maria.get(PAGE).await.form_to(&to, &[("words", "Ask Dr Shah")]);
    maria.send(&to, &form).await;
    let page = maria.get(PAGE).await;
    page.holds(&["Ask Dr Shah"]);
    assert!(!page.has("Ask Dr Shah</textarea>") && !page.has("Your draft from"));
}

#[tokio::test]
async fn another_windows_words_give_way_and_it_is_said() {
    let house = House::harbor().await;
    house.asked("Is my referral ready?").await;
    let mut maria = house.signed_in("Maria Reyes", "harbor").await;
    save(&house, &mut maria, "reply", "From one window", "").await;
    let (_, told) = save(&house, &mut maria, "reply", "From the other", "").await;
    assert!(
        told.contains("It replaced what you wrote in another window."),
        "{told}"
    );
    let (_, told) = save(&house, &mut maria, "reply", "", "").await;
    assert!(told.contains("\"at\":null"), "{told}");
    let (_, told) = save(&house, &mut maria, "reply", "Typed on", "17").await;
    assert!(
        told.contains("was sent or thrown away in another window"),
        "{told}"
    );
}

#[tokio::test]
async fn what_is_no_field_too_long_or_nobodys_request_is_refused() {
    let house = House::harbor().await;
    house.asked("Is my referral ready?").await;
    let mut maria = house.signed_in("Maria Reyes", "harbor").await;
    let (status, _) = save(&house, &mut maria, "nonsense", "words", "").await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    let (status, _) = save(&house, &mut maria, "reply", &"z".repeat(20_001), "").await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    let token = maria.get(PAGE).await.form()["token"].clone();
    let page = maria
        .post(
            "/desk/harbor/requests/9999/drafts",
            &[("token", &token), ("field", "reply"), ("text", "x")],
        )
        .await;
    assert_eq!(page.status, StatusCode::NOT_FOUND);
}
