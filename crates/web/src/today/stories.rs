//! The first page and the definitions, told through the pages.

use anteroom_core::Span;
use anteroom_core::promises::Name;
use axum::http::StatusCode;

use crate::testing::House;

#[tokio::test]
async fn the_first_page_says_whether_the_promises_are_kept_and_what_is_not_measured_yet() {
    let house = House::harbor().await;
    let mut maria = house.signed_in("Maria Reyes", "harbor").await;
    let page = maria.get("/desk/harbor").await;
    page.holds(&[
        "Two of two promises kept",
        "Tuesday 10:18 am · Open now · 6 more are not measured yet",
        "We answer within <em>30 minutes</em>.",
        "We keep open requests under <em>50</em>.",
        "The phones are not connected",
    ]);
    assert_eq!(page.text.matches("<article").count(), 8);
    assert_eq!(page.text.matches("Not measured").count(), 6);
    assert!(
        !page.has("class=\"todo\""),
        "nothing is to be done: {}",
        page.text
    );
}

#[tokio::test]
async fn a_clock_about_to_run_out_stands_under_now_with_what_to_do() {
    let house = House::harbor().await;
    house.asked("My refill is late").await;
    house.pass(Span::from_minutes(25)).await;
    let mut maria = house.signed_in("Maria Reyes", "harbor").await;
    let page = maria.get("/desk/harbor").await;
    page.holds(&[
        "class=\"todo\"",
        "Tom Whitfield",
        "My refill is late",
        "href=\"/desk/harbor/requests/1000\"",
    ]);
    page.holds(&["One clock is about to run out and would break the promise."]);
    house.pass(Span::from_minutes(10)).await;
    let page = maria.get("/desk/harbor").await;
    page.holds(&[
        "One of two promises kept",
        "Only 0\u{202f}% were answered in time today.",
        "s-broken",
    ]);
}

#[tokio::test]
async fn every_number_is_one_click_from_its_definition() {
    let house = House::harbor().await;
    let mut maria = house.signed_in("Maria Reyes", "harbor").await;
    let today = maria.get("/desk/harbor").await;
    for name in Name::ALL {
        let path = format!("/desk/harbor/definitions/{name}");
        today.holds(&[&format!("href=\"{path}\"")]);
        let page = maria.get(&path).await;
        assert_eq!(page.status, StatusCode::OK, "{name}");
        page.holds(&["What it means", "class=\"formula\""]);
    }
    maria
        .get("/desk/harbor/definitions/response")
        .await
        .holds(&["in time ÷ (answered + missed", "<dt>In time</dt>"]);
}

#[tokio::test]
async fn the_share_of_today_can_be_counted_again_from_the_clocks_beneath_it() {
    let house = House::harbor().await;
    house.asked("My refill is late").await;
    house.pass(Span::from_minutes(40)).await;
    house.asked("When are you open?").await;
    let mut maria = house.signed_in("Maria Reyes", "harbor").await;
    let today = maria.get("/desk/harbor").await;
    today.holds(&["href=\"/desk/harbor/definitions/response#rows\""]);
    let page = maria.get("/desk/harbor/definitions/response").await;
    page.holds(&[
        "The 2 clocks of today",
        "href=\"/desk/harbor/requests/1000\"",
        "run out",
        "running",
    ]);
    assert_eq!(page.text.matches("scope=\"row\"><a href=\"/desk").count(), 2);
}

#[tokio::test]
async fn the_last_weeks_of_a_promise_are_a_picture_and_a_table_whose_days_open_their_rows() {
    let house = House::harbor().await;
    house.asked("My refill is late").await;
    house.pass(Span::from_minutes(40)).await;
    house.asked("When are you open?").await;
    let mut maria = house.signed_in("Maria Reyes", "harbor").await;
    let page = maria.get("/desk/harbor/definitions/response").await;
    page.holds(&[
        "The last four weeks",
        "<svg",
        "promised: 90\u{202f}%",
        "href=\"?day=2026-11-03#rows\"",
    ]);
    let yesterday = maria
        .get("/desk/harbor/definitions/response?day=2026-11-02")
        .await;
    yesterday.holds(&["No clock started on Monday, November 2"]);
    let today = maria
        .get("/desk/harbor/definitions/response?day=2026-11-03")
        .await;
    today.holds(&["The 2 clocks of Tuesday, November 3", "run out"]);
    let page = maria.get("/desk/harbor/definitions/open").await;
    page.holds(&["promised: under 50", "<th scope=\"col\">Most at once</th>"]);
    assert!(!page.has("?day="), "the count of a day has no rows of clocks");
}

#[tokio::test]
async fn a_screen_that_patients_can_see_names_nobody_and_no_reason() {
    let house = House::harbor().await;
    house.asked("My refill is late").await;
    house.pass(Span::from_minutes(40)).await;
    let mut maria = house.signed_in("Maria Reyes", "harbor").await;
    maria
        .get("/desk/harbor")
        .await
        .holds(&["href=\"/desk/harbor/wall\""]);
    let page = maria.get("/desk/harbor/wall").await;
    page.holds(&[
        "One of two promises kept",
        "One request runs out soon, or has.",
        "<article",
    ]);
    for hidden in ["Tom Whitfield", "My refill is late", "#1000", "Maria"] {
        assert!(!page.has(hidden), "{hidden} is on the wall");
    }
}
