use anteroom_core::{Span, limits};
use axum::http::StatusCode;

use crate::WebConfig;
use crate::gate::Intake;
use crate::testing::{House, fields};

#[tokio::test]
async fn every_empty_list_says_what_would_fill_it() {
    let house = House::harbor().await;
    let mut maria = house.signed_in("Maria Reyes", "harbor").await;
    maria.get("/desk/harbor/requests").await.holds(&[
        "Nobody waits for us.",
        "No request is open",
        "appears here at once",
    ]);
    for view in ["mine", "team", "unowned", "waiting", "snoozed", "resolved"] {
        let page = maria.get(&format!("/desk/harbor/requests?view={view}")).await;
        assert_eq!(page.status, StatusCode::OK);
        page.holds(&["class=\"empty\"", "aria-current=\"true\""]);
    }
    assert_eq!(
        maria.get("/desk/harbor/requests?view=nosuch").await.status,
        StatusCode::NOT_FOUND
    );
}

#[tokio::test]
async fn the_request_that_runs_out_first_stands_on_top_with_its_clock() {
    let house = House::harbor().await;
    house.asked("The first one").await;
    house.pass(Span::from_minutes(25)).await;
    house.asked("The second one").await;
    let mut maria = house.signed_in("Maria Reyes", "harbor").await;
    let page = maria.get("/desk/harbor/requests").await;
    page.holds(&[
        "2 wait for us",
        "class=\"clock risk\"",
        "30 min",
        "Tom Whitfield",
        "web",
    ]);
    assert!(page.text.find("The first one") < page.text.find("The second one"));
    house.pass(Span::from_minutes(10)).await;
    maria
        .get("/desk/harbor/requests")
        .await
        .holds(&["class=\"clock late\"", "min late"]);
}

#[tokio::test]
async fn a_long_list_goes_on_on_a_next_page_without_repeating_or_losing_one() {
    let house = House::with(WebConfig {
        intake: Intake::OPEN,
        ..WebConfig::default()
    });
    let harbor = house.found("harbor", "24/7").await;
    house
        .enrol(&harbor, "Maria Reyes", anteroom_core::access::Role::FrontDesk)
        .await;
    let mut patient = house.browser();
    let rows = usize::try_from(limits::PAGE_ROWS).unwrap();
    for at in 0..rows + 7 {
        let mut form = patient.get("/harbor/ask").await.form();
        house.pass(Span::from_secs(4)).await;
        let words = format!("Request number {at:03}");
        form.extend(fields(&[
            ("name", "Tom"),
            ("email", "tom@example.org"),
            ("words", &words),
        ]));
        assert_eq!(
            patient.send("/harbor/ask", &form).await.status,
            StatusCode::SEE_OTHER
        );
    }
    let mut maria = house.signed_in("Maria Reyes", "harbor").await;
    let first = maria.get("/desk/harbor/requests").await;
    assert_eq!(first.text.matches("data-row href").count(), rows);
    let next = first
        .text
        .split("rel=\"next\"")
        .next()
        .unwrap()
        .rsplit("href=\"")
        .next()
        .unwrap();
    let next = next.trim_end_matches(['"', ' ']).replace("&#38;", "&");
    let second = maria.get(&next).await;
    assert_eq!(second.text.matches("data-row href").count(), 7);
    for at in 0..rows + 7 {
        let words = format!("Request number {at:03}");
        assert!(
            first.has(&words) != second.has(&words),
            "{words} is on both pages or on none"
        );
    }
    second.holds(&["First page"]);
}
