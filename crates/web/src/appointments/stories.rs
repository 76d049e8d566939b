//! To schedule, told through the pages.

use anteroom_core::Span;
use axum::http::StatusCode;

use crate::testing::{Browser, House, Page};

const REQUEST: &str = "/desk/harbor/requests/1000";
const LIST: &str = "/desk/harbor/to-schedule";

/// Puts request 1000 on the list, and gives the path of its page there.
async fn listed(maria: &mut Browser<'_>) -> String {
    let to = format!("{REQUEST}/to-schedule");
    let form = maria
        .get(REQUEST)
        .await
        .form_to(&to, &[("what", "Flu shot"), ("can", "after school")]);
    assert_eq!(maria.send(&to, &form).await.to(), REQUEST);
    let page = maria.get(REQUEST).await;
    let start = page.text.find(&format!("{LIST}/")).expect("a link to the list");
    page.text[start..].split('"').next().unwrap().to_owned()
}

async fn does(browser: &mut Browser<'_>, page: &str, noun: &str, typed: &[(&str, &str)]) -> Page {
    let to = format!("{page}{noun}");
    let form = browser.get(page).await.form_to(&to, typed);
    browser.send(&to, &form).await
}

#[tokio::test]
async fn a_request_goes_on_the_list_in_one_act_and_the_thread_and_the_bar_say_so() {
    let house = House::harbor().await;
    house.asked("He needs his flu shot").await;
    let mut maria = house.signed_in("Maria Reyes", "harbor").await;
    maria.get(LIST).await.holds(&["Nothing is to be scheduled"]);
    let item = listed(&mut maria).await;
    maria.get(REQUEST).await.holds(&[
        "Put on the list to schedule",
        "To schedule <b>1</b>",
        "waits since",
    ]);
    maria.get(LIST).await.holds(&[
        "One visit is to be agreed on.",
        "Tom Whitfield",
        "Flu shot",
        "after school",
    ]);
    maria
        .get(&item)
        .await
        .holds(&["tom@example.org", "Nobody has tried yet."]);
    let to = format!("{REQUEST}/to-schedule");
    let form = maria.get(&to).await.form_to(&to, &[("what", "Flu shot")]);
    let twice = maria.send(&to, &form).await;
    assert_eq!(twice.status, StatusCode::CONFLICT);
    twice.holds(&["This request is on the list already."]);
    maria
        .get("/desk/harbor/requests")
        .await
        .holds(&["One request waits for us."]);
}

#[tokio::test]
async fn tries_are_written_down_and_a_booking_drafts_its_reply() {
    let house = House::harbor().await;
    house.asked("He needs his flu shot").await;
    let mut maria = house.signed_in("Maria Reyes", "harbor").await;
    let item = listed(&mut maria).await;
    let typed = [
        ("how", "phone"),
        ("outcome", "left_message"),
        ("words", "With grandma"),
    ];
    assert_eq!(does(&mut maria, &item, "/tries", &typed).await.to(), item);
    maria.get(&item).await.holds(&[
        "left a message",
        "With grandma",
        "By phone",
        "<bdi>Maria Reyes</bdi>",
    ]);
    maria
        .get(&format!("{LIST}?view=mine"))
        .await
        .holds(&["one try, 10:18 am: left a message"]);
    let past = does(&mut maria, &item, "/booking", &[("at", "2026-11-02T09:00")]).await;
    assert_eq!(past.status, StatusCode::CONFLICT);
    past.holds(&["That day is over. Choose today or later."]);
    let none = does(&mut maria, &item, "/booking", &[("at", "")]).await;
    assert_eq!(none.status, StatusCode::UNPROCESSABLE_ENTITY);
    let typed = [("at", "2026-11-12T09:30"), ("reply", "1")];
    let to = does(&mut maria, &item, "/booking", &typed).await.to();
    let page = maria.get(&to).await;
    page.holds(&[
        "booked for Thursday, November 12, 9:30 am",
        "Your visit is booked for Thursday, November 12 at 9:30 am.",
    ]);
    assert!(
        !maria.get(REQUEST).await.has("Your visit is booked"),
        "it is a draft alone"
    );
    maria
        .get(&format!("{LIST}?view=ended"))
        .await
        .holds(&["booked for Thursday, November 12, 9:30 am"]);
    maria.get(LIST).await.holds(&["Nothing is to be scheduled"]);
    does(&mut maria, &item, "/reopening", &[]).await;
    maria.get(LIST).await.holds(&["One visit is to be agreed on."]);
}

#[tokio::test]
async fn the_draft_of_a_booking_speaks_the_patients_language() {
    let house = House::harbor().await;
    let mut patient = house.browser();
    patient.language = "es";
    let mut form = patient.get("/harbor/ask?lang=es").await.form();
    house.pass(Span::from_secs(5)).await;
    form.extend(crate::testing::fields(&[
        ("name", "Rosa Garza"),
        ("email", "rosa@example.org"),
        ("words", "Una cita, por favor"),
    ]));
    assert_eq!(
        patient.send("/harbor/ask", &form).await.status,
        StatusCode::SEE_OTHER
    );
    let mut maria = house.signed_in("Maria Reyes", "harbor").await;
    let item = listed(&mut maria).await;
    let typed = [("at", "2026-11-12T09:30"), ("reply", "1")];
    let to = does(&mut maria, &item, "/booking", &typed).await.to();
    maria.get(&to).await.holds(&["Su cita es el jueves"]);
}

#[tokio::test]
async fn the_second_of_two_who_do_something_at_once_is_told_and_tries_again() {
    let house = House::harbor().await;
    house.asked("He needs his flu shot").await;
    let mut maria = house.signed_in("Maria Reyes", "harbor").await;
    let item = listed(&mut maria).await;
    let old = maria.get(&item).await;
    does(&mut maria, &item, "/dropping", &[("reason", "not_needed")]).await;
    let to = format!("{item}/booking");
    let form = old.form_to(&to, &[("at", "2026-11-12T09:30")]);
    let late = maria.send(&to, &form).await;
    assert_eq!(late.status, StatusCode::CONFLICT);
    late.holds(&[
        "A colleague changed this meanwhile",
        "no visit is needed any more",
    ]);
    maria
        .get(REQUEST)
        .await
        .holds(&["Taken off the list to schedule"]);
}

#[tokio::test]
async fn one_is_put_on_the_list_by_hand_given_to_somebody_and_put_right() {
    let house = House::harbor().await;
    let mut maria = house.signed_in("Maria Reyes", "harbor").await;
    let new = "/desk/harbor/people/new";
    let form = maria
        .get(new)
        .await
        .form_to(new, &[("name", "Ida Berg"), ("language", "en")]);
    let ida = maria.send(new, &form).await.to();
    let id = ida.rsplit('/').next().unwrap();
    assert_eq!(
        maria.get(&format!("{LIST}/new")).await.to(),
        "/desk/harbor/people"
    );
    let new = format!("{LIST}/new");
    let typed = [("what", ""), ("can", "mornings"), ("day-1", "1")];
    let form = maria
        .get(&format!("{new}?person={id}"))
        .await
        .form_to(&new, &typed);
    let empty = maria.send(&new, &form).await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    empty.holds(&[
        "Fill in: What for",
        "mornings",
        "name=\"day-1\" value=\"1\" checked",
    ]);
    let form = empty.form_to(&new, &[("what", "Check-up"), ("part", "morning"), ("day-1", "1")]);
    let item = maria.send(&new, &form).await.to();
    maria
        .get(&item)
        .await
        .holds(&["Ida Berg", "Check-up", "Monday · In the morning"]);
    let typed = [("what", "Yearly check-up"), ("part", "any"), ("can", "")];
    does(&mut maria, &item, "", &typed).await;
    maria.get(&item).await.holds(&["Yearly check-up"]);
    let page = maria.get(&item).await;
    let at = page
        .text
        .find(">Maria Reyes</option>")
        .expect("Maria can have it");
    let member = page.text[..at]
        .rsplit("value=\"")
        .next()
        .unwrap()
        .split('"')
        .next()
        .unwrap();
    does(&mut maria, &item, "/assignment", &[("member", member)]).await;
    maria
        .get(&format!("{LIST}?view=mine"))
        .await
        .holds(&["Yearly check-up"]);
    maria.get(&ida).await.holds(&["Yearly check-up"]);
    for path in ["?view=nosuch", "?location=x", "?after=x", "/x"] {
        let page = maria.get(&format!("{LIST}{path}")).await;
        assert_eq!(page.status, StatusCode::NOT_FOUND, "{path}");
    }
}
