use axum::http::StatusCode;

use crate::testing::{Form, House, PASSWORD, fields};

fn good() -> Form {
    fields(&[
        ("name", "Harbor Family Practice"),
        ("slug", "harbor"),
        ("timezone", "America/Chicago"),
        ("hours", "Mon-Fri 08:00-17:00"),
        ("phone", "(512) 555-0100"),
        ("country", "US"),
        ("locale", "en"),
        ("emergency_number", "911"),
        ("your_name", "Ana Ruiz"),
        ("login", "ana@harbor.example"),
        ("password", PASSWORD),
    ])
}

#[tokio::test]
async fn the_first_person_founds_the_practice_signs_in_and_the_set_up_is_gone() {
    let house = House::empty();
    let mut ana = house.browser();
    ana.get("/setup").await.holds(&[
        "Set up your practice",
        "America/New_York\" selected",
        "at least 15 characters",
    ]);
    let page = ana.send("/setup", &good()).await;
    assert_eq!(page.to(), "/desk/sign-in?founded=1", "{}", page.text);
    ana.get(&page.to()).await.holds(&["The practice is founded"]);
    let signed_in = ana
        .post(
            "/desk/session",
            &[("login", "ana@harbor.example"), ("password", PASSWORD)],
        )
        .await;
    assert_eq!(signed_in.to(), "/desk");
    assert_eq!(ana.get("/desk").await.to(), "/desk/harbor");
    ana.get("/desk/harbor").await.holds(&["Two of two promises kept"]);
    let gone = ana.get("/setup").await;
    assert_eq!(gone.status, StatusCode::NOT_FOUND);
    assert_eq!(gone.text, ana.get("/nosuch").await.text);
    assert_eq!(ana.send("/setup", &good()).await.text, gone.text);
}

#[tokio::test]
async fn what_cant_be_taken_is_named_and_what_was_typed_stays_but_the_password() {
    let house = House::empty();
    for (field, typed, said) in [
        ("name", "", "Fill in: Name of the practice"),
        ("slug", "Harbor!", "a to z, 0 to 9"),
        ("slug", "desk", "is taken already"),
        ("timezone", "Mars/Olympus", "No such time zone"),
        ("hours", "when we feel like it", "Write the hours such as"),
        ("phone", "call me", "doesn’t look right"),
        ("password", "short", "at least 15 characters"),
        ("login", "ana", "can’t be understood"),
        ("your_name", "a\0b", "no keyboard types"),
    ] {
        let mut form = good();
        form.insert(field.to_owned(), typed.to_owned());
        let page = house.browser().send("/setup", &form).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{field}");
        page.holds(&["class=\"errors\"", &format!("href=\"#{field}\""), said]);
        assert!(!page.has(PASSWORD), "the password is on the page");
        if field != "slug" {
            page.holds(&["value=\"harbor\""]);
        }
    }
}
