//! The plan's page, told as its readers see it.

use anteroom_app::lines;
use anteroom_app::roster::{TypedShift, add};
use anteroom_app::settings::changes::Hand;
use anteroom_core::Span;
use anteroom_core::access::Role;
use axum::http::StatusCode;

use crate::testing::House;

impl House {
    /// Somebody on the phones of Harbor, day and night on Tuesdays.
    async fn rostered(&self) {
        let harbor = self.practice("harbor").await;
        let sam = self.enrol(&harbor, "Sam Shift", Role::FrontDesk).await;
        let facts = lines::Facts {
            name: "Front".to_owned(),
            number: "(512) 555-0100".to_owned(),
            location: String::new(),
        };
        let line = lines::set(&self.app, &harbor, &Hand::operator(), None, &facts).await;
        let typed = TypedShift {
            member: sam.to_string(),
            lines: vec![line.expect("a line").to_string()],
            days: vec!["tue".to_owned()],
            hours: "0:00-24:00".to_owned(),
            ..TypedShift::default()
        };
        add(&self.app, &harbor, &Hand::operator(), &typed)
            .await
            .expect("a shift");
    }
}

#[tokio::test]
async fn without_shifts_and_a_history_the_plan_says_what_is_missing_and_shows_what_is_known() {
    let house = House::harbor().await;
    let mut maria = house.signed_in("Maria Reyes", "harbor").await;
    let page = maria.get("/desk/harbor/plan").await;
    page.holds(&[
        "No shifts are entered yet",
        "Nothing is known yet of what comes in",
        "aria-current=\"page\">Tuesday</a>",
        "How it is reckoned",
        "href=\"/desk/harbor/definitions/people\"",
    ]);
    assert_eq!(
        page.text.matches("<th scope=\"row\">").count(),
        48,
        "a half hour each, day and night"
    );
    let page = maria.get("/desk/harbor/plan?day=yesterday").await;
    page.holds(&["aria-current=\"page\">Tuesday</a>"]);
    let page = maria.get("/desk/harbor/plan?day=2026-11-05").await;
    page.holds(&["aria-current=\"page\">Thursday</a>"]);
    let page = maria.get("/desk/harbor/plan?lang=es").await;
    page.holds(&["Personas necesarias", "Todavía no hay turnos"]);
}

#[tokio::test]
async fn with_shifts_and_two_weeks_the_plan_and_the_first_page_say_whether_there_are_enough() {
    let house = House::harbor().await;
    house.rostered().await;
    for _ in 0..3 {
        for order in 0..2 {
            house.asked(&format!("question {order}")).await;
        }
        house.pass(Span::from_days(7)).await;
    }
    let mut maria = house.signed_in("Maria Reyes", "harbor").await;
    let page = maria.get("/desk/harbor/plan").await;
    page.holds(&[
        "half hour lacks somebody",
        "± 0.",
        "s-broken",
        "One is missing",
        "<svg",
    ]);
    let today = maria.get("/desk/harbor").await;
    today.holds(&[
        "There are <em>enough people</em> for the next hours.",
        "href=\"/desk/harbor/plan\"",
        "One person is missing from 10 am to 10:30 am.",
        "Open the plan",
    ]);
    let means = maria.get("/desk/harbor/definitions/people").await;
    means.holds(&[
        "The next open hours",
        "One is missing",
        "A request takes",
        "Lacked somebody",
    ]);
}

#[tokio::test]
async fn the_plan_is_for_who_works_at_the_desk() {
    let house = House::harbor().await;
    let mut stranger = house.browser();
    let page = stranger.get("/desk/harbor/plan").await;
    assert_ne!(page.status, StatusCode::OK, "{}", page.text);
}
