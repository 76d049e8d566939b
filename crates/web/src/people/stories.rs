//! People and patients, told through the pages.

use anteroom_core::access::Role;
use axum::http::StatusCode;

use crate::testing::{Browser, House, Page};

const NEW: &str = "/desk/harbor/patients/new";
const REQUEST: &str = "/desk/harbor/requests/1000";

/// The path of who asked request 1000.
async fn person_of(browser: &mut Browser<'_>) -> String {
    let page = browser.get(REQUEST).await;
    let start = page
        .text
        .find("/desk/harbor/people/")
        .expect("a link to the person");
    page.text[start..].split(['"', '#']).next().unwrap().to_owned()
}

/// Sends a form of a page.
async fn does(browser: &mut Browser<'_>, page: &str, noun: &str, typed: &[(&str, &str)]) -> Page {
    let to = format!("{page}{noun}");
    let form = browser.get(page).await.form_to(&to, typed);
    browser.send(&to, &form).await
}

/// Adds a patient of a person, and gives the path of the patient's page.
async fn patient(browser: &mut Browser<'_>, person: &str, name: &str, kind: &str) -> String {
    let id = person.rsplit('/').next().unwrap();
    let form = browser
        .get(&format!("{NEW}?person={id}"))
        .await
        .form_to(NEW, &[("name", name), ("born", "2019-05-03"), ("kind", kind)]);
    let added = browser.send(NEW, &form).await;
    assert_eq!(added.to(), format!("{person}#relations"), "{}", added.text);
    let page = browser.get(person).await;
    let at = page
        .text
        .find(&format!("<bdi>{name}</bdi>"))
        .expect("the patient");
    let link = page.text[..at].rsplit("href=\"").next().unwrap();
    link.split('"').next().unwrap().to_owned()
}

fn id(path: &str) -> &str {
    path.rsplit('/').next().unwrap()
}

#[tokio::test]
async fn somebody_is_found_by_name_number_record_and_birth_date() {
    let house = House::harbor().await;
    house.asked("Hello").await;
    let mut maria = house.signed_in("Maria Reyes", "harbor").await;
    let form = maria.get(NEW).await.form_to(
        NEW,
        &[
            ("name", "José García-López"),
            ("born", "2019-05-03"),
            ("record-number", "MRN 48213"),
        ],
    );
    let leo = maria.send(NEW, &form).await.to();
    maria
        .get(&leo)
        .await
        .holds(&["José García-López", "record MRN 48213"]);
    for (q, found) in [
        ("gar jos", "José García-López"),
        ("lopez", "José García-López"),
        ("mrn48213", "José García-López"),
        ("5/3/2019", "José García-López"),
        ("whit", "Tom Whitfield"),
        ("TOM@example", "Tom Whitfield"),
    ] {
        let q = crate::forms::encoded(q);
        maria
            .get(&format!("/desk/harbor/people?q={q}"))
            .await
            .holds(&[found]);
    }
    let nobody = maria.get("/desk/harbor/people?q=zz").await;
    nobody.holds(&["Nobody is found"]);
    let short = maria.get("/desk/harbor/people?q=z").await;
    assert_eq!(short.status, StatusCode::UNPROCESSABLE_ENTITY);
    short.holds(&["The search: at least 2 characters", "aria-invalid"]);
}

#[tokio::test]
async fn a_record_number_is_one_patients_and_a_birth_date_is_no_later_than_today() {
    let house = House::harbor().await;
    let mut maria = house.signed_in("Maria Reyes", "harbor").await;
    let add = async |maria: &mut Browser<'_>, name: &str, born: &str, number: &str| {
        let typed = [("name", name), ("born", born), ("record-number", number)];
        let form = maria.get(NEW).await.form_to(NEW, &typed);
        maria.send(NEW, &form).await
    };
    assert_eq!(
        add(&mut maria, "Ana", "", "7 7").await.status,
        StatusCode::SEE_OTHER
    );
    let taken = add(&mut maria, "Leo", "", "77").await;
    assert_eq!(taken.status, StatusCode::UNPROCESSABLE_ENTITY);
    taken.holds(&["Record number is taken already", "value=\"Leo\""]);
    let unborn = add(&mut maria, "Leo", "2026-11-04", "").await;
    unborn.holds(&["The birth date can’t be understood, or lies in the future"]);
    assert_eq!(
        add(&mut maria, "", "", "").await.status,
        StatusCode::UNPROCESSABLE_ENTITY
    );
}

#[tokio::test]
async fn a_confidential_channel_is_the_only_one_that_the_desk_is_shown_to_use() {
    let house = House::harbor().await;
    house.asked("Hello").await;
    let mut maria = house.signed_in("Maria Reyes", "harbor").await;
    let tom = person_of(&mut maria).await;
    let typed = [("address", "(512) 555-0188"), ("confidential", "1")];
    assert_eq!(
        does(&mut maria, &tom, "/contacts", &typed).await.to(),
        format!("{tom}#reach")
    );
    maria
        .get(&tom)
        .await
        .holds(&["confidential channel only", "not to be used", "tel:5125550188"]);
    let request = maria.get(REQUEST).await;
    request.holds(&["(512) 555-0188", "confidential channel"]);
    assert!(!request.has("tom@example.org"), "the other address is not shown");
    let wrong = does(&mut maria, &tom, "/contacts", &[("address", "call me")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    wrong.holds(&["phone number doesn’t look right", "value=\"call me\""]);
    let again = does(&mut maria, &tom, "/contacts", &[("address", "512 555 0188")]).await;
    again.holds(&["is taken already"]);
}

#[tokio::test]
async fn an_address_that_others_use_says_so() {
    let house = House::harbor().await;
    house.asked("Hello").await;
    let mut maria = house.signed_in("Maria Reyes", "harbor").await;
    for name in ["Rosa Garza", "Luz Garza"] {
        let new = "/desk/harbor/people/new";
        let typed = [("name", name), ("email", "tom@example.org"), ("language", "es")];
        let form = maria.get(new).await.form_to(new, &typed);
        let page = maria.send(new, &form).await.to();
        maria.get(&page).await.holds(&[name, "Spanish"]);
    }
    let tom = person_of(&mut maria).await;
    maria
        .get(&tom)
        .await
        .holds(&["3 people use this number or address", "same number or address"]);
}

#[tokio::test]
async fn a_parents_relation_ends_at_the_18th_birthday_and_is_verified_by_whoever_says_so() {
    let house = House::harbor().await;
    house.asked("Hello").await;
    let mut maria = house.signed_in("Maria Reyes", "harbor").await;
    let tom = person_of(&mut maria).await;
    let leo = patient(&mut maria, &tom, "Leo Whitfield", "parent").await;
    maria
        .get(&tom)
        .await
        .holds(&["Leo Whitfield", "not verified", "until May 3, 2037"]);
    let typed = [
        ("kind", "parent"),
        ("verified", "1"),
        ("until", "2037-05-03"),
        ("do", "keep"),
    ];
    does(&mut maria, &tom, "/relations", &typed).await;
    maria
        .get(&leo)
        .await
        .holds(&["Tom Whitfield", "verified by Maria Reyes, 10:18 am"]);
    house.asked("He coughs").await;
    let second = maria.get("/desk/harbor/requests/1001").await;
    second.holds(&[&format!("href=\"{leo}\""), "Leo Whitfield", "born May 3, 2019"]);
}

#[tokio::test]
async fn no_access_is_shown_loudly_and_only_a_clinician_lifts_it() {
    let house = House::harbor().await;
    let harbor = anteroom_app::practices::by_slug(&house.app, "harbor")
        .await
        .unwrap();
    house.enrol(&harbor, "Nina Shah", Role::Clinician).await;
    let (mut patient_browser, status) = house.asked("How is Leo?").await;
    let mut maria = house.signed_in("Maria Reyes", "harbor").await;
    let tom = person_of(&mut maria).await;
    let leo = patient(&mut maria, &tom, "Leo Whitfield", "no_access").await;
    let loud = "Tom Whitfield has no access to Leo Whitfield, by court order";
    maria.get(&tom).await.holds(&[loud]);
    maria.get(&leo).await.holds(&[loud]);
    maria
        .get(REQUEST)
        .await
        .holds(&["By court order Tom Whitfield has no access to Leo Whitfield"]);
    let about = format!("{REQUEST}/about");
    let form = maria.get(&about).await.form_to(&about, &[("patient", id(&leo))]);
    assert_eq!(maria.send(&about, &form).await.to(), REQUEST);
    maria
        .get(REQUEST)
        .await
        .holds(&[loud, "What you write here is not shown to them"]);
    let replies = format!("{REQUEST}/replies");
    let form = maria
        .get(REQUEST)
        .await
        .form_to(&replies, &[("words", "Leo is fine"), ("via", "phone")]);
    maria.send(&replies, &form).await;
    let link = patient_browser.get(&status).await;
    link.holds(&["How is Leo?", "Please call us"]);
    for told in ["Leo is fine", "Leo Whitfield", "Maria"] {
        assert!(!link.has(told), "{told}");
    }
    let slip = does(
        &mut maria,
        &tom,
        "/relations",
        &[("kind", "parent"), ("do", "keep")],
    )
    .await;
    assert_eq!(slip.status, StatusCode::CONFLICT);
    slip.holds(&["A court order can be lifted or shortened by a clinician or manager only."]);
    let removed = does(
        &mut maria,
        &tom,
        "/relations",
        &[("do", "remove"), ("kind", "no_access")],
    )
    .await;
    assert_eq!(removed.status, StatusCode::CONFLICT);
    let mut nina = house.signed_in("Nina Shah", "harbor").await;
    let lifted = does(
        &mut nina,
        &tom,
        "/relations",
        &[("kind", "parent"), ("do", "keep")],
    )
    .await;
    assert_eq!(lifted.status, StatusCode::SEE_OTHER);
    patient_browser.get(&status).await.holds(&["Leo is fine"]);
}

#[tokio::test]
async fn two_who_change_one_person_at_once_read_each_other() {
    let house = House::harbor().await;
    house.asked("Hello").await;
    let mut maria = house.signed_in("Maria Reyes", "harbor").await;
    let tom = person_of(&mut maria).await;
    let (first, second) = (maria.get(&tom).await, maria.get(&tom).await);
    let form = first.form_to(&tom, &[("name", "Thomas Whitfield"), ("language", "es")]);
    assert_eq!(maria.send(&tom, &form).await.status, StatusCode::SEE_OTHER);
    let form = second.form_to(&tom, &[("name", "Tommy Whitfield"), ("language", "en")]);
    let page = maria.send(&tom, &form).await;
    assert_eq!(page.status, StatusCode::CONFLICT);
    page.holds(&[
        "A colleague changed this meanwhile",
        "<bdi>Thomas Whitfield</bdi>",
        "value=\"Tommy Whitfield\"",
    ]);
}

#[tokio::test]
async fn a_duplicate_is_joined_and_undone_and_an_old_address_leads_to_who_stays() {
    let house = House::harbor().await;
    house.asked("Hello").await;
    let mut maria = house.signed_in("Maria Reyes", "harbor").await;
    let tom = person_of(&mut maria).await;
    let new = "/desk/harbor/people/new";
    let typed = [
        ("name", "Tom Witfield"),
        ("phone", "(512) 555-0144"),
        ("language", "en"),
    ];
    let form = maria.get(new).await.form_to(new, &typed);
    let double = maria.send(new, &form).await.to();
    let find = maria.get(&format!("{tom}?find=witf")).await;
    find.holds(&["Tom Witfield", "It is the same person: join"]);
    let to = format!("{tom}/joining");
    let form = find.form_to(&to, &[]);
    assert_eq!(maria.send(&to, &form).await.to(), format!("{tom}#one"));
    assert_eq!(maria.get(&double).await.to(), tom);
    maria.get(&tom).await.holds(&["(512) 555-0144", "joined", "Undo"]);
    does(&mut maria, &tom, "/parting", &[]).await;
    let back = maria.get(&double).await;
    assert_eq!(back.status, StatusCode::OK);
    let (to, other) = (format!("{tom}/joining"), id(&tom).to_owned());
    let mut form = find.form_to(&to, &[]);
    form.insert("other".to_owned(), other);
    maria.send(&to, &form).await.holds(&["That is the same page."]);
}

#[tokio::test]
async fn the_chart_opens_by_a_template_that_only_a_manager_sets() {
    let house = House::harbor().await;
    let harbor = anteroom_app::practices::by_slug(&house.app, "harbor")
        .await
        .unwrap();
    house.enrol(&harbor, "Dana Cole", Role::Administrator).await;
    house.asked("Hello").await;
    let mut maria = house.signed_in("Maria Reyes", "harbor").await;
    let settings = "/desk/harbor/settings/chart";
    assert_eq!(maria.get(settings).await.status, StatusCode::NOT_FOUND);
    let mut dana = house.signed_in("Dana Cole", "harbor").await;
    for bad in [
        "http://chart.example/{record_number}",
        "javascript:alert(1)",
        "https://chart.example/",
    ] {
        let form = dana.get(settings).await.form_to(settings, &[("chart", bad)]);
        let page = dana.send(settings, &form).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{bad}");
    }
    let good = "https://chart.example/p/{record_number}";
    let form = dana.get(settings).await.form_to(settings, &[("chart", good)]);
    assert_eq!(dana.send(settings, &form).await.status, StatusCode::SEE_OTHER);
    let form = maria.get(NEW).await.form_to(
        NEW,
        &[("name", "Leo"), ("record-number", "A/1"), ("request", "1000")],
    );
    assert_eq!(maria.send(NEW, &form).await.to(), REQUEST);
    let page = maria.get(REQUEST).await;
    page.holds(&[
        "href=\"https://chart.example/p/A%2F1\" rel=\"noopener noreferrer\"",
        "data-key=\"o\"",
    ]);
}

#[tokio::test]
async fn the_copy_for_the_chart_holds_what_was_said_and_no_note() {
    let house = House::harbor().await;
    house.asked("Is my referral ready?").await;
    let mut maria = house.signed_in("Maria Reyes", "harbor").await;
    for (noun, words) in [
        ("notes", "Between us"),
        ("attempts", "Voicemail"),
        ("replies", "Yes, it is."),
    ] {
        let to = format!("{REQUEST}/{noun}");
        let form = maria
            .get(REQUEST)
            .await
            .form_to(&to, &[("words", words), ("via", "phone")]);
        maria.send(&to, &form).await;
    }
    let copy = maria.get(&format!("{REQUEST}/copy")).await;
    copy.holds(&[
        "Asked by Tom Whitfield",
        "2026-11-03 10:18 Tom Whitfield:\nIs my referral ready?",
        "Maria Reyes (tried by phone, reached nobody):\nVoicemail",
        "Maria Reyes (reply by phone):\nYes, it is.",
        "readonly",
    ]);
    assert!(!copy.has("Between us"), "{}", copy.text);
}

#[tokio::test]
async fn people_of_another_practice_are_not_there() {
    let house = House::harbor().await;
    let elm = house.found("elm", "24/7").await;
    house.enrol(&elm, "Nina Patel", Role::Administrator).await;
    house.asked("Hello").await;
    let mut maria = house.signed_in("Maria Reyes", "harbor").await;
    let tom = person_of(&mut maria).await;
    let leo = patient(&mut maria, &tom, "Leo", "parent").await;
    let mut nina = house.signed_in("Nina Patel", "elm").await;
    for path in [&tom, &leo] {
        let there = path.replace("/harbor/", "/elm/");
        assert_eq!(nina.get(&there).await.status, StatusCode::NOT_FOUND, "{there}");
    }
    let page = nina.get("/desk/elm/people?q=whitfield").await;
    page.holds(&["Nobody is found"]);
    let new = "/desk/elm/people/new";
    let form = nina
        .get(new)
        .await
        .form_to(new, &[("name", "Ida"), ("language", "en")]);
    let ida = nina.send(new, &form).await.to();
    for (noun, field, theirs) in [("/relations", "patient", &leo), ("/joining", "other", &tom)] {
        let mut form = nina
            .get(&ida)
            .await
            .form_to(&format!("{ida}/contacts"), &[("kind", "parent")]);
        form.insert(field.to_owned(), id(theirs).to_owned());
        let page = nina.send(&format!("{ida}{noun}"), &form).await;
        assert_eq!(page.status, StatusCode::NOT_FOUND, "{noun}");
    }
}

#[tokio::test]
async fn odd_names_break_no_page() {
    let house = House::harbor().await;
    let mut maria = house.signed_in("Maria Reyes", "harbor").await;
    let new = "/desk/harbor/people/new";
    let endless = "W".repeat(200);
    for name in [endless.as_str(), "نور الهدى", "🎉🎉", "<b>Bob</b>", "a'b\"c"] {
        let form = maria
            .get(new)
            .await
            .form_to(new, &[("name", name), ("language", "en")]);
        let page = maria.send(new, &form).await.to();
        let shown = maria.get(&page).await;
        assert_eq!(shown.status, StatusCode::OK, "{name}");
        assert!(!shown.has("<b>Bob</b>"));
        shown.holds(&["<h1><bdi>"]);
    }
    maria
        .get(&format!(
            "/desk/harbor/people?q={}",
            crate::forms::encoded("الهدى")
        ))
        .await
        .holds(&["نور الهدى"]);
}
