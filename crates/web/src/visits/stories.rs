//! Visits, told through the pages.

use anteroom_app::practices::Practice;
use anteroom_app::visits::{Entry, Whose, take};
use anteroom_core::access::Role;
use anteroom_core::visits::{Heard, Status, Told};
use anteroom_core::{Span, Time};
use axum::http::StatusCode;

use crate::testing::{Browser, House, TUESDAY};

const VISITS: &str = "/desk/harbor/visits";

fn entry(name: &str, days_ago: i64, status: Status) -> Entry {
    let starts = TUESDAY - Span::from_days(days_ago);
    Entry {
        whose: Whose::Record {
            number: format!("R-{name}"),
            name: name.to_owned(),
            born: None,
        },
        id: format!("{name}-{days_ago}"),
        told: Told {
            status: Some(status),
            starts,
            booked: Some((starts - Span::from_days(3)).min(TUESDAY - Span::from_hours(1))),
            ended: None,
        },
        doctor: "Dr. Lee".to_owned(),
        location: "Main Street".to_owned(),
        sensitive: false,
        left: None,
        heard: None,
    }
}

async fn known(house: &House, entries: Vec<Entry>) -> Practice {
    let practice = house.practice("harbor").await;
    let taken = take(&house.app, &practice, entries)
        .await
        .expect("visits are taken in");
    assert!(!taken.outcomes.is_empty());
    practice
}

/// Ana came again, Ben is booked, Cal is not back, Dee's only visit was private, Eve is new, Fay stayed away.
fn harbor() -> Vec<Entry> {
    let private = Entry {
        sensitive: true,
        ..entry("Dee Diaz", 600, Status::Fulfilled)
    };
    let new = Entry {
        heard: Some(Heard::Family),
        ..entry("Eve Evans", 40, Status::Fulfilled)
    };
    vec![
        entry("Old Oates", 1_200, Status::Fulfilled),
        entry("Ana Alba", 700, Status::Fulfilled),
        entry("Ana Alba", 300, Status::Fulfilled),
        entry("Ben Bell", 700, Status::Fulfilled),
        entry("Ben Bell", -20, Status::Booked),
        entry("Cal Cole", 890, Status::Fulfilled),
        private,
        new,
        entry("Fay Ford", 30, Status::NoShow),
    ]
}

async fn does(
    browser: &mut Browser<'_>,
    page: &str,
    noun: &str,
    typed: &[(&str, &str)],
) -> crate::testing::Page {
    let to = format!("{page}{noun}");
    let form = browser.get(page).await.form_to(&to, typed);
    browser.send(&to, &form).await
}

#[tokio::test]
async fn a_practice_without_visits_is_told_how_they_come() {
    let house = House::harbor().await;
    let mut maria = house.signed_in("Maria Reyes", "harbor").await;
    maria.get(VISITS).await.holds(&[
        "No visits are known yet",
        "anteroom import appointments FILE --practice harbor",
    ]);
    maria
        .get("/desk/harbor/definitions/retention")
        .await
        .holds(&["Not measured", "18 to 30 months back"]);
}

#[tokio::test]
async fn the_page_says_who_comes_back_and_each_figure_leads_to_its_patients() {
    let house = House::harbor().await;
    known(&house, harbor()).await;
    let mut maria = house.signed_in("Maria Reyes", "harbor").await;
    let page = maria.get(VISITS).await;
    page.holds(&[
        "50\u{202f}% came back or have a visit booked. We promise 80\u{202f}%.",
        "Of patients whose last visit was from May 3, 2024 to May 3, 2025.",
        "Of 4 patients,",
        "The curve counts visits alone and not bookings",
        "By doctor",
        "Dr. Lee",
        "By location",
        "Main Street",
        "family or friends: 1",
        "2 to 3 days before",
    ]);
    let card = maria.get("/desk/harbor").await;
    card.holds(&["4 patients", "1 came again", "1 booked", "Call them back"]);
    let lost = maria.get(&format!("{VISITS}/lost")).await;
    lost.holds(&["Cal Cole", "last month to call", "have no visit booked"]);
    maria.get(&format!("{VISITS}/kept")).await.holds(&[
        "Ana Alba",
        "came again on",
        "Ben Bell",
        "booked for",
    ]);
    maria
        .get(&format!("{VISITS}/missed"))
        .await
        .holds(&["Fay Ford", "booked 3 days before"]);
    maria
        .get("/desk/harbor/definitions/retention")
        .await
        .holds(&["Have a visit booked", "Not counted: died"]);
    maria
        .get(&format!("{VISITS}/out"))
        .await
        .holds(&["There are none"]);
}

#[tokio::test]
async fn visits_for_clinicians_alone_are_counted_for_all_and_named_to_them_alone() {
    let house = House::harbor().await;
    let practice = known(&house, harbor()).await;
    house.enrol(&practice, "Ben Boyd", Role::Clinician).await;
    let mut maria = house.signed_in("Maria Reyes", "harbor").await;
    let lost = maria.get(&format!("{VISITS}/lost")).await;
    assert!(!lost.has("Dee Diaz"));
    lost.holds(&["Visits that are for clinicians alone are not in this list."]);
    let mut ben = house.signed_in("Ben Boyd", "harbor").await;
    let lost = ben.get(&format!("{VISITS}/lost")).await;
    lost.holds(&["Dee Diaz", "call only as they asked"]);
    let path = lost
        .text
        .split("href=\"")
        .find(|part| part.contains("Dee Diaz"))
        .expect("a link");
    let path = path.split('"').next().expect("an address").to_owned();
    ben.get(&path)
        .await
        .holds(&["took place", "call only as they asked"]);
    let hers = maria.get(&path).await;
    hers.holds(&["No visits are known."]);
}

#[tokio::test]
async fn a_patient_leaves_comes_back_and_heard_of_us_somewhere() {
    let house = House::harbor().await;
    known(&house, harbor()).await;
    let mut maria = house.signed_in("Maria Reyes", "harbor").await;
    let lost = maria.get(&format!("{VISITS}/lost")).await;
    let path = lost
        .text
        .split("href=\"")
        .find(|part| part.contains("Cal Cole"))
        .expect("a link");
    let cal = path.split('"').next().expect("an address").to_owned();
    let left = does(
        &mut maria,
        &cal,
        "/departure",
        &[("left", "moved"), ("left-on", "2025-09-01")],
    )
    .await;
    assert_eq!(left.to(), format!("{cal}#visits"));
    maria
        .get(&cal)
        .await
        .holds(&["No longer a patient: moved away, since September 1, 2025."]);
    maria
        .get(&format!("{VISITS}/out"))
        .await
        .holds(&["Cal Cole", "moved away"]);
    maria.get(VISITS).await.holds(&["66\u{202f}%", "moved away: 1"]);
    assert_eq!(
        does(&mut maria, &cal, "/return", &[]).await.to(),
        format!("{cal}#visits")
    );
    let tomorrow = does(
        &mut maria,
        &cal,
        "/departure",
        &[("left", "died"), ("left-on", "2026-11-04")],
    )
    .await;
    assert_eq!(tomorrow.status, StatusCode::UNPROCESSABLE_ENTITY);
    tomorrow.holds(&["value=\"2026-11-04\""]);
    let nonsense = does(
        &mut maria,
        &cal,
        "/departure",
        &[("left", "vanished"), ("left-on", "")],
    )
    .await;
    assert_eq!(nonsense.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(
        does(&mut maria, &cal, "/heard", &[("heard", "nearby")])
            .await
            .to(),
        format!("{cal}#visits")
    );
    maria
        .get(&cal)
        .await
        .holds(&["Heard of us from: lives or works nearby"]);
    assert_eq!(
        does(&mut maria, &cal, "/heard", &[("heard", "")]).await.to(),
        format!("{cal}#visits")
    );
    maria.get(&cal).await.holds(&["How they heard of us"]);
}

#[tokio::test]
async fn addresses_that_nobody_made_are_missing_pages() {
    let house = House::harbor().await;
    known(&house, harbor()).await;
    let mut maria = house.signed_in("Maria Reyes", "harbor").await;
    for path in [
        "/nobody",
        "/lost?after=x",
        "/lost?month=soon",
        "/new?month=9999-12-31",
    ] {
        let page = maria.get(&format!("{VISITS}{path}")).await;
        assert_eq!(page.status, StatusCode::NOT_FOUND, "{path}");
    }
    let eve = Time::to_jiff(TUESDAY - Span::from_days(40)).expect("an instant");
    let month = format!("{VISITS}/new?month={}", &eve.to_string()[..10]);
    maria.get(&month).await.holds(&["Eve Evans", "family or friends"]);
    maria
        .get(&format!("{VISITS}/new?month=2026-11-01"))
        .await
        .holds(&["There are none"]);
}
