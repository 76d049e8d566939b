//! Invitations, told through the pages.

use anteroom_core::access::Role;
use anteroom_core::limits;
use axum::http::StatusCode;

use crate::testing::{House, PASSWORD, Page, fields};

/// Harbor with its administrator Ada, signed in, and Elm with Nina.
async fn two_practices() -> House {
    let house = House::harbor().await;
    let harbor = house.practice("harbor").await;
    house.enrol(&harbor, "Ada Stone", Role::Administrator).await;
    let elm = house.found("elm", "24/7").await;
    house.enrol(&elm, "Nina Patel", Role::Administrator).await;
    house
}

/// The path of the link that a page shows.
fn handed(page: &Page) -> String {
    let start = page.text.find("/invitation/").expect("a link");
    let path: String = page.text[start..]
        .chars()
        .take_while(|letter| letter.is_ascii_graphic() && *letter != '<')
        .collect();
    path
}

async fn invited(house: &House, name: &str, login: &str) -> Page {
    let mut ada = house.signed_in("Ada Stone", "harbor").await;
    let path = "/desk/harbor/settings/invitations";
    let mut form = ada.get(path).await.form_to(path, &[]);
    form.extend(fields(&[("name", name), ("login", login), ("role", "clinician")]));
    ada.send(path, &form).await
}

#[tokio::test]
async fn who_is_invited_chooses_a_password_and_sits_at_the_desk() {
    let house = two_practices().await;
    let page = invited(&house, "Cleo Diaz", "cleo@example.org").await;
    assert_eq!(page.status, StatusCode::OK);
    page.holds(&["shown this once", "Cleo Diaz", "http://desk.example/invitation/"]);
    let link = handed(&page);
    let mut cleo = house.browser();
    let form = cleo.get(&link).await;
    form.holds(&["Join harbor practice", "cleo@example.org", "value=\"Cleo Diaz\""]);
    let short = cleo
        .post(&link, &[("name", "Cleo Diaz"), ("password", "short")])
        .await;
    assert_eq!(short.status, StatusCode::UNPROCESSABLE_ENTITY);
    let joined = cleo
        .post(&link, &[("name", "Cleo Diaz"), ("password", PASSWORD)])
        .await;
    assert_eq!(joined.to(), "/desk/harbor");
    cleo.get("/desk/harbor").await.holds(&["Cleo Diaz"]);
    let again = house.browser().get(&link).await;
    assert_eq!(again.status, StatusCode::NOT_FOUND);
    again.holds(&["leads nowhere any more"]);
}

#[tokio::test]
async fn who_has_an_account_joins_with_its_password_and_the_page_reads_the_same() {
    let house = two_practices().await;
    let known = invited(&house, "Nina Patel", "nina@elm.example").await;
    let new = invited(&house, "Nina Patel", "newcomer@elm.example").await;
    let plain = |page: &Page| {
        let link = handed(page);
        let main = page.text.split("<main").nth(1).expect("a page").to_owned();
        main.replace(&link, "LINK")
    };
    assert_eq!(
        plain(&known),
        plain(&new),
        "the administrator is told no difference"
    );
    let link = handed(&known);
    let mut nina = house.browser();
    let forms = [nina.get(&link).await, house.browser().get(&handed(&new)).await];
    let [one, two] = forms.map(|page| {
        let start = page.text.find("<main").expect("a page");
        page.text[start..]
            .replace("nina@", "x@")
            .replace("newcomer@", "x@")
            .split("/invitation/")
            .map(|part| part.split_once('"').map_or(part, |(_, rest)| rest).to_owned())
            .collect::<Vec<_>>()
    });
    assert_eq!(one, two, "nor is whoever opens the link");
    let wrong = nina
        .post(
            &link,
            &[("name", "Nina Patel"), ("password", "another long phrase")],
        )
        .await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    wrong.holds(&["don’t belong together"]);
    let right = [("name", "Nina Patel"), ("password", PASSWORD)];
    assert_eq!(nina.post(&link, &right).await.to(), "/desk/harbor");
    nina.get("/desk")
        .await
        .holds(&["harbor practice", "elm practice"]);
}

#[tokio::test]
async fn an_invitation_that_was_taken_back_or_ran_out_leads_nowhere() {
    let house = two_practices().await;
    let link = handed(&invited(&house, "Cleo Diaz", "cleo@example.org").await);
    let mut ada = house.signed_in("Ada Stone", "harbor").await;
    let list = ada.get("/desk/harbor/settings/invitations").await;
    list.holds(&["Cleo Diaz", "cleo@example.org"]);
    let start = list.text.find("/link\"").expect("a button");
    let action = list.text[..start].rsplit('"').next().expect("a path").to_owned();
    let form = list.form_to(&format!("{action}/link"), &[]);
    let renewed = handed(&ada.send(&format!("{action}/link"), &form).await);
    assert_ne!(renewed, link);
    let mut cleo = house.browser();
    assert_eq!(cleo.get(&link).await.status, StatusCode::NOT_FOUND);
    assert_eq!(cleo.get(&renewed).await.status, StatusCode::OK);
    let form = list.form_to(&format!("{action}/withdrawal"), &[]);
    let taken_back = ada.send(&format!("{action}/withdrawal"), &form).await;
    assert_eq!(taken_back.to(), "/desk/harbor/settings/invitations?saved=1");
    assert_eq!(cleo.get(&renewed).await.status, StatusCode::NOT_FOUND);
    let late = handed(&invited(&house, "Dan Ek", "dan@example.org").await);
    house.pass(limits::INVITATION_LINK).await;
    let typed = [("name", "Dan Ek"), ("password", PASSWORD)];
    assert_eq!(cleo.post(&late, &typed).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn whoever_works_here_is_not_invited_again() {
    let house = two_practices().await;
    let page = invited(&house, "Maria Reyes", "maria@harbor.example").await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    let bad = invited(&house, "", "no address").await;
    assert_eq!(bad.status, StatusCode::UNPROCESSABLE_ENTITY);
    let mut maria = house.signed_in("Maria Reyes", "harbor").await;
    let hidden = maria.get("/desk/harbor/settings/invitations").await;
    assert_eq!(
        hidden.status,
        StatusCode::NOT_FOUND,
        "the front desk invites nobody"
    );
}
