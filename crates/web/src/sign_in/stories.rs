//! Signing in and out, told through the pages.

use anteroom_core::access::Role;
use anteroom_core::{Span, limits};
use axum::http::StatusCode;

use crate::WebConfig;
use crate::testing::{House, PASSWORD};

#[tokio::test]
async fn a_member_signs_in_to_the_page_they_wanted_and_out_again() {
    let house = House::harbor().await;
    let mut maria = house.browser();
    let to = maria.get("/desk/harbor/requests?view=mine").await.to();
    let form = maria.get(&to).await.form();
    assert_eq!(form["next"], "/desk/harbor/requests?view=mine");
    let typed = [
        ("login", " Maria@Harbor.example "),
        ("password", PASSWORD),
        ("next", form["next"].as_str()),
    ];
    assert_eq!(
        maria.post("/desk/session", &typed).await.to(),
        "/desk/harbor/requests?view=mine"
    );
    assert_eq!(maria.get("/desk").await.to(), "/desk/harbor");
    assert_eq!(maria.get("/desk/sign-in").await.to(), "/desk");
    let page = maria.get("/desk/harbor").await;
    let old = maria.clone();
    let form = page.form_to("/desk/session/end", &[]);
    assert_eq!(maria.send("/desk/session/end", &form).await.to(), "/desk/sign-in");
    for mut left in [maria, old] {
        assert!(
            left.get("/desk/harbor").await.to().starts_with("/desk/sign-in"),
            "the session goes on"
        );
    }
}

#[tokio::test]
async fn the_sessions_cookie_is_for_the_desk_and_for_no_script() {
    let house = House::with(WebConfig {
        secure_cookies: true,
        ..WebConfig::default()
    });
    let harbor = house.found("harbor", "24/7").await;
    house.enrol(&harbor, "Maria Reyes", Role::FrontDesk).await;
    let typed = [("login", "maria@harbor.example"), ("password", PASSWORD)];
    let page = house.browser().post("/desk/session", &typed).await;
    let cookie = page.headers["set-cookie"].to_str().unwrap();
    assert!(cookie.starts_with("anteroom_session="), "{cookie}");
    assert!(
        cookie.ends_with("; Path=/desk; HttpOnly; SameSite=Lax; Secure"),
        "{cookie}"
    );
}

#[tokio::test]
async fn an_unknown_account_and_a_wrong_password_read_the_same() {
    let house = House::harbor().await;
    let wrong = |login: &'static str| {
        let mut browser = house.browser();
        async move {
            browser
                .post("/desk/session", &[("login", login), ("password", "wrong")])
                .await
        }
    };
    let known = wrong("maria@harbor.example").await;
    let unknown = wrong("nobody@harbor.example").await;
    assert_eq!(known.status, StatusCode::UNPROCESSABLE_ENTITY);
    let text = |text: &str| text.replace("maria@", "nobody@");
    assert_eq!(text(&known.text), text(&unknown.text));
    known.holds(&["don’t belong together", "value=\"maria@harbor.example\""]);
    for login in ["", "a\0b", "maria", &"m".repeat(100_000)] {
        let page = house
            .browser()
            .post("/desk/session", &[("login", login), ("password", "x")])
            .await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", login.len());
        page.holds(&["don’t belong together"]);
    }
}

#[tokio::test]
async fn too_many_wrong_passwords_lock_the_account_for_a_while_and_say_what_to_do() {
    let house = House::harbor().await;
    let mut maria = house.browser();
    for _ in 0..limits::WRONG_PASSWORDS {
        maria
            .post(
                "/desk/session",
                &[("login", "maria@harbor.example"), ("password", "wrong")],
            )
            .await;
    }
    let right = [("login", "maria@harbor.example"), ("password", PASSWORD)];
    let page = maria.post("/desk/session", &right).await;
    assert_eq!(page.status, StatusCode::TOO_MANY_REQUESTS);
    page.holds(&[
        "Too many wrong passwords",
        "Try again in 1 min",
        "ask your administrator",
    ]);
    house.pass(Span::from_minutes(1)).await;
    assert_eq!(
        maria.post("/desk/session", &right).await.status,
        StatusCode::SEE_OTHER
    );
}

#[tokio::test]
async fn words_written_while_the_session_ended_are_handed_back() {
    let house = House::harbor().await;
    house.asked("Hello").await;
    let mut stranger = house.browser();
    let path = "/desk/harbor/requests/1000/replies";
    let page = stranger
        .post(path, &[("words", "A long and careful answer")])
        .await;
    assert_eq!(page.status, StatusCode::FORBIDDEN);
    page.holds(&[
        "You were signed out meanwhile",
        "A long and careful answer</textarea>",
    ]);
    page.holds(&["name=\"next\" value=\"/desk/harbor/requests/1000\""]);
}

#[tokio::test]
async fn a_forged_session_is_a_stranger() {
    let house = House::harbor().await;
    for secret in ["", "x", "AAAAAAAAAAAAAAAAAAAAAAAAAA", &"y".repeat(5_000)] {
        let mut stranger = house.browser();
        stranger
            .cookies
            .insert("anteroom_session".to_owned(), secret.to_owned());
        assert!(
            stranger
                .get("/desk/harbor")
                .await
                .to()
                .starts_with("/desk/sign-in"),
            "{}",
            secret.len()
        );
    }
}
