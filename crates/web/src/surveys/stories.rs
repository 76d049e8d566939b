//! The question by its link, and its answers at the desk, told through the pages.

use anteroom_app::letters::{self, Typed};
use anteroom_app::settings::changes::Hand;
use anteroom_core::access::Role;
use anteroom_core::{Span, limits};
use axum::http::StatusCode;

use crate::testing::{House, Page, fields};

const SETTINGS: &str = "/desk/harbor/settings/surveys";

/// Harbor with mail, where everybody is asked at once, and its manager Mona.
async fn asking() -> House {
    let house = House::harbor().await;
    let harbor = house.practice("harbor").await;
    house.enrol(&harbor, "Mona Moss", Role::Manager).await;
    let typed = Typed {
        host: "smtp.example.org".to_owned(),
        security: "tls".to_owned(),
        from_name: "Harbor".to_owned(),
        from_address: "desk@harbor.example".to_owned(),
        ..Typed::default()
    };
    let set = letters::set(&house.app, &harbor, &typed, Hand::operator()).await;
    set.expect("set up").expect("a key");
    {
        let mut mona = house.signed_in("Mona Moss", "harbor").await;
        let now = [
            ("surveys.on", "1"),
            ("surveys.delay_hours", "0"),
            ("surveys.from", "0:00"),
            ("surveys.until", "24:00"),
        ];
        let page = mona.get(SETTINGS).await;
        let mut form = page.form_to(SETTINGS, &standing());
        form.extend(fields(&now));
        let saved = mona.send(SETTINGS, &form).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.text);
    }
    house
}

/// What the form of the settings holds at first.
fn standing() -> [(&'static str, &'static str); 9] {
    [
        ("surveys.trigger", "requests"),
        ("surveys.delay_hours", "2"),
        ("surveys.cooldown_days", "90"),
        ("surveys.percent", "100"),
        ("surveys.from", "9:00"),
        ("surveys.until", "19:00"),
        ("surveys.target", "50"),
        ("surveys.question.en", ""),
        ("surveys.question.es", ""),
    ]
}

/// Tom asks, is answered, and gets a letter with a link: its path.
async fn asked(house: &House) -> String {
    house.asked("Can I come?").await;
    let mut maria = house.signed_in("Maria Reyes", "harbor").await;
    let page = maria.get("/desk/harbor/requests/1000").await;
    let form = page.form_to(
        "/desk/harbor/requests/1000/replies",
        &[("words", "Yes."), ("then", "close")],
    );
    let sent = maria.send("/desk/harbor/requests/1000/replies", &form).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text);
    house.pass(limits::UNDO).await;
    while letters::round(&house.app).await.expect("a round") {}
    let given = house.letters.lock().unwrap();
    let letter = given
        .iter()
        .find(|mail| mail.text.contains("/survey/"))
        .expect("a letter");
    assert!(letter.subject.contains("one question"), "{}", letter.subject);
    let link = letter
        .text
        .split_whitespace()
        .find(|word| word.contains("/survey/"));
    let link = link.expect("a link");
    link.trim_start_matches("http://desk.example").to_owned()
}

async fn press(house: &House, link: &str, which: &str, typed: &[(&str, &str)]) -> Page {
    let mut tom = house.browser();
    let page = tom.get(link).await;
    let action = format!("{link}/{which}");
    let form = page.form_to(&action, typed);
    tom.send(&action, &form).await
}

#[tokio::test]
async fn a_patient_answers_in_two_taps_without_a_script_and_says_why() {
    let house = asking().await;
    let link = asked(&house).await;
    let mut tom = house.browser();
    let page = tom.get(&link).await;
    page.holds(&[
        "Would you recommend harbor practice",
        "value=\"0\"",
        "value=\"10\"",
        "noindex",
    ]);
    assert_eq!(page.headers["referrer-policy"], "no-referrer");
    for word in ["Tom", "Can I come"] {
        assert!(!page.has(word), "{word}");
    }
    tom.get(&link).await.holds(&["Would you recommend"]);
    let sent = press(&house, &link, "score", &[("score", "3")]).await;
    assert_eq!((sent.status, sent.to()), (StatusCode::SEE_OTHER, link.clone()));
    let page = tom.get(&link).await;
    page.holds(&[
        "Your answer: 3 of 10",
        "Do you know somebody",
        "aria-pressed=\"true\"",
    ]);
    let words = [
        ("comment", "<script>alert(1)</script> Nobody called"),
        ("call", "1"),
    ];
    let sent = press(&house, &link, "words", &words).await;
    assert_eq!(sent.to(), format!("{link}?sent=1"));
    let mut mona = house.signed_in("Mona Moss", "harbor").await;
    let page = mona.get("/desk/harbor/surveys").await;
    page.holds(&[
        "&#60;script&#62;",
        "waits for Mona Moss",
        "Wants to be called",
        "Only one answer",
    ]);
    assert!(!page.has("<script>alert"));
    let request = page
        .text
        .split("/desk/harbor/requests/")
        .nth(2)
        .expect("a request");
    let number = request.split('"').next().unwrap();
    mona.get(&format!("/desk/harbor/requests/{number}"))
        .await
        .holds(&["3/10", "Nobody called", "Please call me about this"]);
    let today = mona.get("/desk/harbor").await;
    today.holds(&["one answer", "It comes first"]);
    mona.get("/desk/harbor/definitions/nps")
        .await
        .holds(&["0 to 6", "The last answers"]);
}

#[tokio::test]
async fn everybody_is_invited_in_the_same_words_whatever_they_answered() {
    let friend = "Do you know somebody who looks for a practice like ours?";
    let mut read = Vec::new();
    for score in ["0", "7", "10"] {
        let house = asking().await;
        let link = asked(&house).await;
        press(&house, &link, "score", &[("score", score)]).await;
        let page = house.browser().get(&link).await;
        page.holds(&[friend]);
        let about = page.text.split("<section class=\"word\">").nth(1).unwrap();
        read.push(about.split("</section>").next().unwrap().to_owned());
    }
    assert!(read.windows(2).all(|pair| pair[0] == pair[1]), "{read:?}");
}

#[tokio::test]
async fn a_press_without_a_score_or_outside_the_scale_says_what_to_do() {
    let house = asking().await;
    let link = asked(&house).await;
    for typed in [vec![], vec![("score", "11")], vec![("score", "x")]] {
        let page = press(&house, &link, "score", &typed).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        page.holds(&["Choose one of the numbers from 0 to 10."]);
    }
    let forged = house
        .browser()
        .post(&format!("{link}/score"), &[("score", "9")])
        .await;
    assert_eq!(
        forged.status,
        StatusCode::UNPROCESSABLE_ENTITY,
        "a form of ours is needed"
    );
}

#[tokio::test]
async fn an_expired_link_a_settled_answer_and_a_wrong_link_say_what_to_do_with_the_phone() {
    let house = asking().await;
    let link = asked(&house).await;
    press(&house, &link, "score", &[("score", "9")]).await;
    house.pass(limits::SURVEY_CHANGE).await;
    house
        .browser()
        .get(&link)
        .await
        .holds(&["can’t be changed any more", "tel:5125550100"]);
    house.pass(limits::SURVEY_LINK).await;
    let page = house.browser().get(&link).await;
    assert_eq!(page.status, StatusCode::GONE);
    page.holds(&["This question is closed", "tel:5125550100"]);
    let wrong = house.browser().get("/harbor/survey/nosuchlink").await;
    assert_eq!(wrong.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn who_does_not_want_to_be_asked_says_so_with_one_press() {
    let house = asking().await;
    let link = asked(&house).await;
    let sent = press(&house, &link, "no", &[]).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER);
    house
        .browser()
        .get(&link)
        .await
        .holds(&["We won’t ask at this address any more."]);
}

#[tokio::test]
async fn the_question_is_in_the_practices_own_words_and_in_the_language_of_who_reads() {
    let house = asking().await;
    let link = asked(&house).await;
    let mut mona = house.signed_in("Mona Moss", "harbor").await;
    let page = mona.get(SETTINGS).await;
    let mut form = page.form_to(SETTINGS, &standing());
    form.extend(fields(&[
        ("surveys.on", "1"),
        ("surveys.question.es", "¿Nos recomendaría a una amiga?"),
    ]));
    assert_eq!(
        mona.send(SETTINGS, &form).await.to(),
        format!("{SETTINGS}?saved=1")
    );
    let mut ana = house.browser();
    ana.language = "es-MX";
    ana.get(&link)
        .await
        .holds(&["¿Nos recomendaría a una amiga?", "nada probable"]);
    house
        .browser()
        .get(&link)
        .await
        .holds(&["Would you recommend harbor practice"]);
}

#[tokio::test]
async fn settings_that_can_not_be_are_named_and_nobody_is_asked_without_mail() {
    let house = House::harbor().await;
    let harbor = house.practice("harbor").await;
    house.enrol(&harbor, "Mona Moss", Role::Manager).await;
    let mut mona = house.signed_in("Mona Moss", "harbor").await;
    let page = mona.get(SETTINGS).await;
    page.holds(&["Nobody can be asked yet"]);
    let mut form = page.form_to(SETTINGS, &standing());
    form.extend(fields(&[("surveys.percent", "0"), ("surveys.until", "8:00")]));
    let back = mona.send(SETTINGS, &form).await;
    assert_eq!(back.status, StatusCode::UNPROCESSABLE_ENTITY);
    back.holds(&["from 1 to 100", "later than the beginning"]);
    mona.get("/desk/harbor/surveys")
        .await
        .holds(&["Nobody is asked at the moment"]);
    mona.get("/desk/harbor/settings")
        .await
        .holds(&["Nobody is asked"]);
    let mut maria = house.signed_in("Maria Reyes", "harbor").await;
    let hidden = maria.get("/desk/harbor/surveys").await;
    assert_eq!(hidden.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_letter_that_is_read_by_a_program_answers_nothing() {
    let house = asking().await;
    let link = asked(&house).await;
    for _ in 0..3 {
        house.browser().get(&link).await;
        house.browser().get(&format!("{link}?score=10")).await;
    }
    house.pass(Span::from_minutes(1)).await;
    let mut mona = house.signed_in("Mona Moss", "harbor").await;
    mona.get("/desk/harbor/surveys")
        .await
        .holds(&["Nobody has answered in the last 90 days."]);
}
