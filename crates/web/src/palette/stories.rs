//! What is found from one field, as a page.

use axum::http::StatusCode;

use crate::testing::House;

#[tokio::test]
async fn a_request_is_found_by_its_number_a_person_by_name_and_a_page_by_its_name() {
    let house = House::harbor().await;
    house.asked("Is my referral ready?").await;
    let mut maria = house.signed_in("Maria Reyes", "harbor").await;
    for typed in ["1000", "%231000"] {
        maria
            .get(&format!("/desk/harbor/palette?q={typed}"))
            .await
            .holds(&[
                "href=\"/desk/harbor/requests/1000\"",
                "Is my referral ready?",
                "1 found",
            ]);
    }
    maria
        .get("/desk/harbor/palette?q=whitf")
        .await
        .holds(&["Tom Whitfield", "href=\"/desk/harbor/people/"]);
    maria
        .get("/desk/harbor/palette?q=queu")
        .await
        .holds(&["href=\"/desk/harbor/requests\""]);
    maria.get("/desk/harbor/palette").await.holds(&["name=\"q\""]);
}

#[tokio::test]
async fn two_of_one_name_are_told_apart_by_what_they_asked_last() {
    let house = House::harbor().await;
    house.asked("Is my referral ready?").await;
    house.pass(anteroom_core::Span::from_hours(24)).await;
    house.asked("And the MRI?").await;
    let mut maria = house.signed_in("Maria Reyes", "harbor").await;
    let last = "asks · last asked 10:18 am, #1001";
    maria.get("/desk/harbor/palette?q=whitf").await.holds(&[last]);
    maria.get("/desk/harbor/people?q=whitf").await.holds(&[last]);
}

#[tokio::test]
async fn every_room_of_the_desk_is_found_by_its_name() {
    let house = House::harbor().await;
    let mut maria = house.signed_in("Maria Reyes", "harbor").await;
    for (typed, path) in [
        ("today", ""),
        ("schedule", "/to-schedule"),
        ("people", "/people"),
        ("calls", "/calls"),
        ("roster", "/roster"),
        ("site", "/site"),
    ] {
        let href = format!("href=\"/desk/harbor{path}\" data-kind=\"Page\"");
        maria
            .get(&format!("/desk/harbor/palette?q={typed}"))
            .await
            .holds(&[&href]);
    }
    let page = maria.get("/desk/harbor/palette?q=settings").await;
    assert!(!page.has("data-kind=\"Page\""), "what isn't hers isn't found");
}

#[tokio::test]
async fn nothing_found_says_what_else_to_try_and_nonsense_breaks_nothing() {
    let house = House::harbor().await;
    let mut maria = house.signed_in("Maria Reyes", "harbor").await;
    let long = "z".repeat(250);
    for typed in ["qqqq", "x", "%00", "%25", "99999999999999999999", long.as_str()] {
        let page = maria.get(&format!("/desk/harbor/palette?q={typed}")).await;
        assert_eq!(page.status, StatusCode::OK, "{typed}");
        page.holds(&["Nothing found."]);
    }
    let endless = "z".repeat(2_000);
    let page = maria.get(&format!("/desk/harbor/palette?q={endless}")).await;
    assert_eq!(page.status, StatusCode::NOT_FOUND);
}
