//! Mail's settings and outbox, told through the pages.

use anteroom_core::Span;
use anteroom_core::access::Role;
use axum::http::StatusCode;

use crate::testing::{Browser, House, Page};

const PATH: &str = "/desk/harbor/settings/mail";

async fn house() -> House {
    let house = House::harbor().await;
    let harbor = house.practice("harbor").await;
    house.enrol(&harbor, "Ada Stone", Role::Administrator).await;
    house
}

const SERVER: [(&str, &str); 7] = [
    ("host", "smtp.example.org"),
    ("port", ""),
    ("security", "starttls"),
    ("user", "desk"),
    ("password", "hunter two"),
    ("from_name", "Harbor"),
    ("from_address", "desk@harbor.example"),
];

/// Sends the form with these fields instead.
async fn save(ada: &mut Browser<'_>, fields: &[(&str, &str)]) -> Page {
    let page = ada.get(PATH).await;
    let mut form = page.form_to(PATH, &SERVER);
    for (name, value) in fields {
        form.insert((*name).to_owned(), (*value).to_owned());
    }
    ada.send(PATH, &form).await
}

#[tokio::test]
async fn a_password_goes_in_and_never_comes_out() {
    let house = house().await;
    let mut ada = house.signed_in("Ada Stone", "harbor").await;
    ada.get("/desk/harbor/settings")
        .await
        .holds(&["No mail is set up"]);
    let saved = save(&mut ada, &[]).await;
    assert_eq!(saved.to(), "/desk/harbor/settings/mail?saved=1");
    let page = ada.get(PATH).await;
    page.holds(&["smtp.example.org", "value=\"587\"", "never shown"]);
    for path in [PATH, "/desk/harbor/settings/changes"] {
        let page = ada.get(path).await;
        assert!(!page.has("hunter"), "{path} shows the password");
    }
    ada.get("/desk/harbor/settings/changes")
        .await
        .holds(&["smtp.example.org"]);
    let kept = save(&mut ada, &[("password", ""), ("from_name", "The harbor")]).await;
    assert_eq!(kept.status, StatusCode::SEE_OTHER, "{}", kept.text);
}

#[tokio::test]
async fn a_kept_password_is_given_to_no_other_server() {
    let house = house().await;
    let mut ada = house.signed_in("Ada Stone", "harbor").await;
    save(&mut ada, &[]).await;
    for changed in [("host", "smtp.evil.example"), ("user", "another")] {
        let page = save(&mut ada, &[changed, ("password", "")]).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{changed:?}");
        page.holds(&["id=\"password-error\""]);
    }
}

#[tokio::test]
async fn what_can_not_be_a_mail_server_is_said_field_by_field() {
    let house = house().await;
    let mut ada = house.signed_in("Ada Stone", "harbor").await;
    for (field, value) in [
        ("host", "smtp.example.org:25"),
        ("host", ""),
        ("port", "x"),
        ("port", "0"),
        ("security", "none"),
        ("security", ""),
        ("from_name", ""),
        ("from_address", "no address"),
        ("password", ""),
    ] {
        let page = save(&mut ada, &[(field, value)]).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{field} {value:?}");
        page.holds(&[&format!("id=\"{field}-error\"")]);
    }
    let here = save(&mut ada, &[("host", "localhost"), ("security", "none")]).await;
    assert_eq!(here.status, StatusCode::SEE_OTHER);
    let mut maria = house.signed_in("Maria Reyes", "harbor").await;
    assert_eq!(maria.get(PATH).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_letter_that_nobody_knows_about_is_sent_again_or_said_to_have_arrived_by_one_press() {
    let house = house().await;
    let mut ada = house.signed_in("Ada Stone", "harbor").await;
    save(&mut ada, &[]).await;
    house.asked("My refill is late").await;
    ada.get(PATH).await.holds(&["One letter waits"]);
    let carried = async || {
        while anteroom_app::letters::round(&house.app)
            .await
            .expect("the mail goes")
        {}
    };
    carried().await;
    let page = ada.get(PATH).await;
    page.holds(&[
        "No letter waits",
        "Nobody knows whether these arrived",
        "Receipt of a request",
        "about #1000",
    ]);
    assert!(!page.has("tom@example.org"), "the outbox tells no address");
    ada.get("/desk/harbor").await.holds(&[
        "One letter may not have arrived.",
        "href=\"/desk/harbor/settings/mail#outbox\"",
    ]);
    let mut maria = house.signed_in("Maria Reyes", "harbor").await;
    assert!(!maria.get("/desk/harbor").await.has("may not have arrived"));
    let action = |page: &Page, what: &str| {
        let end = page.text.find(&format!("/{what}\"")).expect("a button");
        let start = page.text[..end].rfind('"').expect("a path") + 1;
        format!("{}/{what}", &page.text[start..end])
    };
    let again = action(&page, "again");
    let form = page.form_to(&again, &[]);
    assert_eq!(
        ada.send(&again, &form).await.to(),
        "/desk/harbor/settings/mail#outbox"
    );
    ada.get(PATH).await.holds(&["One letter waits"]);
    assert_eq!(
        ada.send(&again, &form).await.status,
        StatusCode::NOT_FOUND,
        "pressed twice"
    );
    house.pass(Span::from_secs(1)).await;
    carried().await;
    let page = ada.get(PATH).await;
    let arrival = action(&page, "arrival");
    ada.send(&arrival, &page.form_to(&arrival, &[])).await;
    ada.get(PATH).await.holds(&["Nothing needs a look"]);
    assert!(!ada.get("/desk/harbor").await.has("may not have arrived"));
}

#[tokio::test]
async fn a_test_letter_is_asked_for_and_mail_is_given_up_again() {
    let house = house().await;
    let mut ada = house.signed_in("Ada Stone", "harbor").await;
    save(&mut ada, &[]).await;
    let page = ada.get(PATH).await;
    let test = format!("{PATH}/test");
    let tested = ada.send(&test, &page.form_to(&test, &[])).await;
    ada.get(&tested.to())
        .await
        .holds(&["test letter is on its way", "One letter waits"]);
    let page = ada.get(PATH).await;
    let ending = format!("{PATH}/ending");
    ada.send(&ending, &page.form_to(&ending, &[])).await;
    let off = ada.get(PATH).await;
    assert!(!off.has(&test), "there is nothing to test any more");
    ada.get("/desk/harbor/settings")
        .await
        .holds(&["No mail is set up"]);
}
