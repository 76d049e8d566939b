//! The roster, told through the pages.

use anteroom_app::lines;
use anteroom_app::settings::changes::Hand;
use anteroom_core::Span;
use anteroom_core::access::Role;
use anteroom_core::ids::{LineId, MemberId};
use axum::http::StatusCode;

use crate::testing::{Browser, House, Page};

const ROSTER: &str = "/desk/harbor/roster";
const NEW: &str = "/desk/harbor/roster/shifts/new";

/// Harbor with a main line, where Maria works and Dana manages.
struct Phones {
    house: House,
    main: LineId,
    maria: MemberId,
}

async fn phones() -> Phones {
    let house = House::empty();
    let harbor = house.found("harbor", "24/7").await;
    let maria = house.enrol(&harbor, "Maria Reyes", Role::FrontDesk).await;
    house.enrol(&harbor, "Dana Brooks", Role::Manager).await;
    let facts = lines::Facts {
        name: "Main line".to_owned(),
        number: "(512) 555-0100".to_owned(),
        location: String::new(),
    };
    let main = lines::set(&house.app, &harbor, &Hand::operator(), None, &facts).await;
    Phones {
        main: main.expect("a line"),
        house,
        maria,
    }
}

impl Phones {
    /// Maria's Tuesday from eight to five.
    async fn tuesdays(&self, dana: &mut Browser<'_>) -> Page {
        let (member, line) = (self.maria.to_string(), self.main.to_string());
        let typed = [
            ("member", member.as_str()),
            ("lines", line.as_str()),
            ("days", "tue"),
            ("hours", "8:00-17:00"),
            ("breaks", "12:00-12:30"),
        ];
        let form = dana.get(NEW).await.form_to(NEW, &typed);
        dana.send(NEW, &form).await
    }
}

/// Presses a button on the page of the roster.
async fn press(browser: &mut Browser<'_>, noun: &str) -> Page {
    let to = format!("{ROSTER}/{noun}");
    let form = browser.get(ROSTER).await.form_to(&to, &[]);
    browser.send(&to, &form).await
}

/// The first address on a page that begins so.
fn link(page: &Page, beginning: &str) -> String {
    let start = page.text.find(&format!("href=\"{beginning}")).expect("a link") + 6;
    page.text[start..].split('"').next().unwrap().to_owned()
}

#[tokio::test]
async fn a_line_is_unmeasured_until_it_has_a_shift_and_one_press_signs_in_on_it() {
    let phones = phones().await;
    let mut dana = phones.house.signed_in("Dana Brooks", "harbor").await;
    dana.get(ROSTER)
        .await
        .holds(&["Lines without a roster", "Main line"]);
    dana.get("/desk/harbor/definitions/coverage")
        .await
        .holds(&["No phone line has a roster yet"]);
    let saved = phones.tuesdays(&mut dana).await;
    assert_eq!(saved.to(), format!("{ROSTER}?week=2026-11-03&saved=1"));
    let mut maria = phones.house.signed_in("Maria Reyes", "harbor").await;
    let page = maria.get(ROSTER).await;
    page.holds(&[
        "Sign in on Main line",
        "Your shift ends at 5 pm.",
        "8 am – 5 pm",
        "Break 12 pm – 12:30 pm",
        "Nobody is signed in now.",
        "Nobody is planned from",
    ]);
    assert!(!page.has(NEW), "a front desk reads it");
    assert_eq!(press(&mut maria, "sign-in").await.to(), ROSTER);
    maria
        .get(ROSTER)
        .await
        .holds(&["Signed in now: Maria Reyes.", "Sign out of Main line"]);
    phones.house.pass(Span::from_minutes(12)).await;
    maria
        .get("/desk/harbor/definitions/coverage")
        .await
        .holds(&["0 min", "0 min of 12 min"]);
    dana.get("/desk/harbor/settings/changes?noun=roster")
        .await
        .holds(&["Maria Reyes: ", "Main line"]);
}

#[tokio::test]
async fn a_line_without_anybody_is_said_on_every_page_with_who_could_take_it_and_the_wall_names_nobody() {
    let phones = phones().await;
    let mut dana = phones.house.signed_in("Dana Brooks", "harbor").await;
    phones.tuesdays(&mut dana).await;
    let mut maria = phones.house.signed_in("Maria Reyes", "harbor").await;
    press(&mut maria, "sign-in").await;
    phones.house.pass(Span::from_minutes(2)).await;
    assert!(!dana.get("/desk/harbor/requests").await.has("Nobody holds"));
    press(&mut maria, "sign-out").await;
    phones.house.pass(Span::from_secs(59)).await;
    assert!(!dana.get("/desk/harbor/requests").await.has("Nobody holds"));
    phones.house.pass(Span::from_secs(61)).await;
    dana.get("/desk/harbor/requests")
        .await
        .holds(&["Nobody holds Main line now.", "Open the roster"]);
    dana.get("/desk/harbor").await.holds(&[
        "Nobody is on Main line since 10:20 am.",
        "On shift there, but not signed in: Maria Reyes.",
        "2 min",
        "2 min in phone hours, 0 min after hours",
    ]);
    let wall = dana.get("/desk/harbor/wall").await;
    wall.holds(&["Nobody is on Main line", "Somebody please sign in on it."]);
    assert!(!wall.has("Maria"), "patients see this screen");
    let definition = dana.get("/desk/harbor/definitions/coverage").await;
    definition.holds(&["nobody held it", "nobody is planned", "phone hours"]);
    press(&mut maria, "sign-in").await;
    assert!(!dana.get("/desk/harbor/requests").await.has("Nobody holds"));
}

#[tokio::test]
async fn sick_is_two_presses_a_swap_names_who_and_both_can_be_taken_back() {
    let phones = phones().await;
    let harbor = phones.house.practice("harbor").await;
    let jo = phones.house.enrol(&harbor, "Jo Kim", Role::FrontDesk).await;
    let mut dana = phones.house.signed_in("Dana Brooks", "harbor").await;
    phones.tuesdays(&mut dana).await;
    let next = format!("{ROSTER}?week=2026-11-10");
    let day = link(&dana.get(&next).await, &format!("{ROSTER}/shifts/0"));
    let form = dana.get(&day).await.form_to(&day, &[("do", "sick")]);
    assert_eq!(
        dana.send(&day, &form).await.to(),
        format!("{ROSTER}?week=2026-11-10&saved=1")
    );
    dana.get(&next).await.holds(&["Sick: nobody stands in"]);
    let nobody = dana.get(&day).await.form_to(&day, &[("do", "swap")]);
    let refused = dana.send(&day, &nobody).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let jo = jo.to_string();
    let form = dana
        .get(&day)
        .await
        .form_to(&day, &[("do", "swap"), ("instead", &jo)]);
    dana.send(&day, &form).await;
    dana.get(&next).await.holds(&["Swapped: Jo Kim stands in"]);
    let mut jos = phones.house.signed_in("Jo Kim", "harbor").await;
    let own = format!("{ROSTER}/members/{jo}");
    jos.get(&own)
        .await
        .holds(&["My shifts", "You stand in for Maria Reyes", "8 h 30"]);
    let marias = format!("{ROSTER}/members/{}", phones.maria);
    assert_eq!(jos.get(&marias).await.status, StatusCode::NOT_FOUND);
    dana.get(&marias).await.holds(&["Shifts of Maria Reyes"]);
    let form = dana.get(&day).await.form_to(&day, &[("do", "back")]);
    dana.send(&day, &form).await;
    assert!(!dana.get(&next).await.has("stands in"));
    let end = format!("{day}/end");
    let form = dana.get(&day).await.form_to(&end, &[("from", "2026-11-10")]);
    dana.send(&end, &form).await;
    dana.get(&next).await.holds(&["No shifts this week."]);
    assert_eq!(dana.get(&day).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn duties_and_services_are_entered_and_what_is_wrong_is_said_at_its_field() {
    let phones = phones().await;
    let mut dana = phones.house.signed_in("Dana Brooks", "harbor").await;
    let wrong = dana.get(NEW).await.form_to(NEW, &[("hours", "late")]);
    let wrong = dana.send(NEW, &wrong).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    wrong.holds(&[
        "href=\"#member\"",
        "href=\"#days\"",
        "href=\"#hours\"",
        "value=\"late\"",
    ]);
    let to = format!("{ROSTER}/on-call");
    let maria = phones.maria.to_string();
    let typed = [
        ("member", maria.as_str()),
        ("from", "2026-11-03T17:00"),
        ("until", "2026-11-04T08:00"),
    ];
    let form = dana.get(&to).await.form_to(&to, &typed);
    assert_eq!(dana.send(&to, &form).await.to(), format!("{to}?saved=1"));
    dana.get(&to).await.holds(&[
        "Maria Reyes",
        "Tuesday, November 3, 5 pm – Wednesday, November 4, 8 am",
        "All lines",
    ]);
    let back = dana
        .get(&to)
        .await
        .form_to(&to, &[("from", "2026-11-05"), ("until", "2026-11-04")]);
    let back = dana.send(&to, &back).await;
    back.holds(&["href=\"#member\"", "href=\"#until\""]);
    let service = format!("{ROSTER}/answering/{}", phones.main);
    let typed = [
        ("name", "Night Owls"),
        ("number", "512 555 0199"),
        ("hours", "sat-sun 0:00-24:00"),
    ];
    let form = dana.get(&service).await.form_to(&service, &typed);
    dana.send(&service, &form).await;
    dana.get(ROSTER)
        .await
        .holds(&["Answering service: Night Owls 512 555 0199, sat-sun 0:00-24:00."]);
    // The form that was opened before that says so.
    let late = dana.send(&service, &form).await;
    assert_eq!(late.status, StatusCode::CONFLICT);
    late.holds(&["Dana Brooks"]);
}

#[tokio::test]
async fn a_week_is_copied_from_the_one_before_and_another_year_is_not_there() {
    let phones = phones().await;
    let mut dana = phones.house.signed_in("Dana Brooks", "harbor").await;
    let (member, line) = (phones.maria.to_string(), phones.main.to_string());
    let typed = [
        ("member", member.as_str()),
        ("lines", line.as_str()),
        ("days", "thu"),
        ("hours", "22:00-6:00"),
        ("until", "2026-11-08"),
    ];
    let form = dana.get(NEW).await.form_to(NEW, &typed);
    dana.send(NEW, &form).await;
    let next = format!("{ROSTER}?week=2026-11-09");
    let copy = format!("{ROSTER}/copy");
    let form = dana.get(&next).await.form_to(&copy, &[]);
    let copied = dana.send(&copy, &form).await;
    assert_eq!(copied.to(), format!("{next}&copied=1"));
    dana.get(&copied.to())
        .await
        .holds(&["One shift or duty was copied.", "10 pm – 6 am"]);
    assert_eq!(
        dana.get(&format!("{ROSTER}?week=2027-11-09")).await.status,
        StatusCode::NOT_FOUND
    );
    let mut spanish = phones.house.signed_in("Dana Brooks", "harbor").await;
    spanish.language = "es";
    spanish
        .get(&next)
        .await
        .holds(&["Turnos", "Copiar la semana anterior", "Semana siguiente"]);
}
