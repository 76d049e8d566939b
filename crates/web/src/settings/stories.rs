//! The settings, told through the pages.

use anteroom_app::practices::by_slug;
use anteroom_core::Span;
use anteroom_core::access::Role;
use axum::http::StatusCode;

use crate::testing::{Browser, House};

/// Harbor with its administrator Dana, its manager Ben and Maria at the front desk.
async fn harbor() -> House {
    let house = House::harbor().await;
    let harbor = by_slug(&house.app, "harbor").await.unwrap();
    house.enrol(&harbor, "Dana Brooks", Role::Administrator).await;
    house.enrol(&harbor, "Ben Ortiz", Role::Manager).await;
    house
}

/// Fills in the form of a page and sends it.
async fn filled(who: &mut Browser<'_>, path: &str, typed: &[(&str, &str)]) -> crate::testing::Page {
    let form = who.get(path).await.form_to(path, typed);
    who.send(path, &form).await
}

#[tokio::test]
async fn the_list_says_what_each_page_holds_and_shows_only_what_its_reader_may_open() {
    let house = harbor().await;
    let mut dana = house.signed_in("Dana Brooks", "harbor").await;
    dana.get("/desk/harbor/settings").await.holds(&[
        "<h1>Settings</h1>",
        "href=\"/desk/harbor/settings/hours\"",
        "Answered in 30 minutes, 90 % of the time; under 50 open.",
        "3 people work here.",
        "Nothing was changed yet",
        "aria-current=\"page\">Settings",
    ]);
    let mut ben = house.signed_in("Ben Ortiz", "harbor").await;
    let page = ben.get("/desk/harbor/settings").await;
    page.holds(&["settings/hours", "settings/kinds"]);
    assert!(
        !page.has("settings/members") && !page.has("settings/practice"),
        "{}",
        page.text
    );
    assert_eq!(
        ben.get("/desk/harbor/settings/members").await.status,
        StatusCode::NOT_FOUND
    );
    let mut maria = house.signed_in("Maria Reyes", "harbor").await;
    assert!(!maria.get("/desk/harbor").await.has("/settings"));
    dana.language = "es";
    dana.get("/desk/harbor/settings")
        .await
        .holds(&["<h1>Ajustes</h1>", "días feriados"]);
}

#[tokio::test]
async fn a_changed_fact_is_on_every_page_and_in_the_list_of_changes_with_what_it_was() {
    let house = harbor().await;
    let mut dana = house.signed_in("Dana Brooks", "harbor").await;
    let path = "/desk/harbor/settings/practice";
    let typed = [
        ("name", "Harbor Family Practice"),
        ("phone", "(512) 555-0199"),
        ("emergency_number", "911"),
        ("timezone", "America/Chicago"),
        ("country", "US"),
        ("locale", "en-US"),
    ];
    let page = filled(&mut dana, path, &typed).await;
    assert_eq!(page.to(), format!("{path}?saved=1"), "{}", page.text);
    dana.get(&page.to())
        .await
        .holds(&["Saved.", "Harbor Family Practice"]);
    house
        .browser()
        .get("/harbor")
        .await
        .holds(&["Harbor Family Practice", "(512) 555-0199"]);
    dana.get("/desk/harbor/settings/changes").await.holds(&[
        "<del>harbor practice</del> to <ins>Harbor Family Practice</ins>",
        "Time zone",
        "<bdi>Dana Brooks</bdi>",
    ]);
    let page = dana.get("/desk/harbor/settings/changes?noun=kind").await;
    page.holds(&["Nothing was changed yet"]);
    for odd in ["noun=patient", "before=x", "noun=%00"] {
        let path = format!("/desk/harbor/settings/changes?{odd}");
        assert_eq!(dana.get(&path).await.status, StatusCode::NOT_FOUND, "{odd}");
    }
}

#[tokio::test]
async fn what_cant_be_taken_comes_back_with_what_is_wrong_with_it() {
    let house = harbor().await;
    let mut dana = house.signed_in("Dana Brooks", "harbor").await;
    let path = "/desk/harbor/settings/practice";
    let typed = [
        ("name", " "),
        ("timezone", "Mars/Olympus"),
        ("phone", "(512) 555-0199"),
    ];
    let page = filled(&mut dana, path, &typed).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    page.holds(&[
        "No such time zone",
        "value=\"Mars/Olympus\"",
        "href=\"#name\"",
        "aria-invalid=\"true\"",
    ]);
    let page = dana.get("/desk/harbor/settings/changes").await;
    page.holds(&["Nothing was changed yet"]);
}

#[tokio::test]
async fn of_two_who_change_one_thing_at_once_the_second_sees_both_before_it_counts() {
    let house = harbor().await;
    let mut dana = house.signed_in("Dana Brooks", "harbor").await;
    let mut ben = house.signed_in("Ben Ortiz", "harbor").await;
    let path = "/desk/harbor/settings/words";
    let mine = ben
        .get(path)
        .await
        .form_to(path, &[("closed.en", "Ben's text"), ("do", "save")]);
    let page = filled(&mut dana, path, &[("closed.en", "Dana's text")]).await;
    assert_eq!(page.status, StatusCode::SEE_OTHER);
    let page = ben.send(path, &mine).await;
    assert_eq!(page.status, StatusCode::CONFLICT);
    page.holds(&[
        "Dana Brooks changed this 10:18 am, while you had it open",
        "It now says: Dana&#39;s text",
        "Ben&#39;s text</textarea>",
    ]);
    let again = page.form_to(path, &[("closed.en", "Ben's text")]);
    assert_eq!(ben.send(path, &again).await.status, StatusCode::SEE_OTHER);
    ben.get(path).await.holds(&["Ben&#39;s text</textarea>"]);
    ben.get("/desk/harbor/settings/changes")
        .await
        .holds(&["<del>Dana&#39;s text</del> to <ins>Ben&#39;s text</ins>"]);
}

#[tokio::test]
async fn hours_are_told_in_words_and_what_a_closure_would_mean_stands_before_it_is_saved() {
    let house = harbor().await;
    house.asked("My refill is late").await;
    let mut ben = house.signed_in("Ben Ortiz", "harbor").await;
    let path = "/desk/harbor/settings/hours/desk";
    ben.get(path)
        .await
        .holds(&["Open day and night, every day.", "November"]);
    let holidays = "/desk/harbor/settings/hours";
    let form = ben
        .get(holidays)
        .await
        .form_to(holidays, &[("holidays", "US"), ("do", "save")]);
    assert_eq!(ben.send(holidays, &form).await.status, StatusCode::SEE_OTHER);
    ben.get(holidays)
        .await
        .holds(&["Veterans Day", "Thanksgiving", "Further days stand on its page."]);
    assert!(
        !ben.get(holidays).await.has("Christmas"),
        "the list tells the next two"
    );
    let week = [
        ("mon", "8:00-12:00, 13:00-17:00"),
        ("tue", "8:00-17:00"),
        ("wed", "8:00-17:00"),
        ("thu", "8:00-17:00"),
        ("fri", "22:00-6:00"),
        ("sat", ""),
        ("sun", ""),
    ];
    let form = ben.get(path).await.form_to(path, &week);
    let page = ben.send(path, &form).await;
    assert_eq!(page.status, StatusCode::OK);
    page.holds(&[
        "How it would be: The desk",
        "Open Monday 8 am to 12 pm and 1 pm to 5 pm, Tuesday to Thursday 8 am to 5 pm, Friday 10 pm to 6 am the next day.",
        "One clock runs now and would stay as it is.",
        "value=\"save\"",
    ]);
    ben.get(path).await.holds(&["Open day and night, every day."]);
    let mut save = page.form_to(path, &week);
    save.insert("do".to_owned(), "save".to_owned());
    let page = ben.send(path, &save).await;
    assert_eq!(page.to(), format!("{path}?saved=1"), "{}", page.text);
    ben.get(path).await.holds(&[
        "Tuesday to Thursday 8 am to 5 pm",
        "Friday 10 pm to 6 am the next day",
    ]);
    let page = filled(
        &mut ben,
        path,
        &[("mon", "8 to 5"), ("tue", "9:00-10:00; Wed 8:00-9:00")],
    )
    .await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    page.holds(&[
        "Monday: write times such as",
        "Tuesday: write times such as",
        "value=\"8 to 5\"",
    ]);
}

#[tokio::test]
async fn a_closure_that_covers_all_hours_is_said_loudly_moves_the_clocks_and_can_be_removed() {
    let house = harbor().await;
    house.asked("My refill is late").await;
    let mut ben = house.signed_in("Ben Ortiz", "harbor").await;
    let (page, path) = (
        "/desk/harbor/settings/hours/desk",
        "/desk/harbor/settings/hours/desk/exceptions",
    );
    let typed = [
        ("from", "2026-11-03T10:00"),
        ("until", "2026-11-13"),
        ("reason", "Water in the cellar"),
        ("everywhere", "1"),
    ];
    let form = ben.get(page).await.form_to(path, &typed);
    let seen = ben.send(path, &form).await;
    seen.holds(&[
        "s-broken",
        "You are closed from 10:18 am until November 13 12 am: 9 days",
        "Whoever asks in that time is promised no answer before",
        "One running clock would move: 1 would run out later, 0 sooner.",
        ": Water in the cellar.",
        "<span class=\"why\"><bdi>Water in the cellar</bdi></span>",
    ]);
    let mut save = seen.form_to(path, &typed);
    save.insert("do".to_owned(), "save".to_owned());
    assert_eq!(ben.send(path, &save).await.status, StatusCode::SEE_OTHER);
    let listed = ben.get(page).await;
    listed.holds(&["Closed Tuesday, November 3 10 am until Friday, November 13. Water in the cellar"]);
    ben.get("/desk/harbor/settings/hours").await.holds(&[
        "You are closed from",
        "Whoever asks in that time is promised no answer before",
    ]);
    let removal = listed
        .text
        .split("action=\"")
        .find(|part| part.contains("/removal\""))
        .unwrap();
    let removal = removal.split('"').next().unwrap().to_owned();
    let form = listed.form_to(&removal, &[]);
    assert_eq!(ben.send(&removal, &form).await.status, StatusCode::SEE_OTHER);
    assert!(!ben.get(page).await.has("Water in the cellar"));
    ben.get("/desk/harbor/settings/changes?noun=hours")
        .await
        .holds(&["was <del>2026-11-03 10:00 – 2026-11-13 00:00: Water in the cellar</del>"]);
    assert_eq!(ben.send(&removal, &form).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn numbers_show_what_they_would_have_meant_before_they_are_saved() {
    let house = harbor().await;
    house.asked("My refill is late").await;
    house.pass(Span::from_minutes(20)).await;
    let mut ben = house.signed_in("Ben Ortiz", "harbor").await;
    let path = "/desk/harbor/settings/promises";
    let numbers = [
        ("response.minutes", "15"),
        ("response.urgent_minutes", "10"),
        ("response.warning_minutes", "5"),
        ("response.percent", "95"),
        ("waiting.days", "14"),
        ("open.under", "40"),
        ("open.act_above", "80"),
        ("open.handling_minutes", "8"),
        ("hold.seconds", "60"),
        ("hold.percent", "90"),
        ("people.busy_percent", "85"),
        ("people.away_percent", "10"),
        ("retention.percent", "80"),
        ("retention.age", "120"),
    ];
    let page = filled(&mut ben, path, &numbers).await;
    page.holds(&[
        "What these numbers would have meant in the last 30 days",
        "Of one clock, 0\u{202f}% would have been in time; by the numbers of then it was –.",
    ]);
    assert!(ben.get(path).await.has("value=\"30\""));
    let mut save = page.form_to(path, &numbers);
    save.insert("do".to_owned(), "save".to_owned());
    assert_eq!(ben.send(path, &save).await.status, StatusCode::SEE_OTHER);
    ben.get("/desk/harbor")
        .await
        .holds(&["<em>15 minutes</em>", "<em>40</em>"]);
    let mut odd = page.form_to(path, &numbers);
    odd.insert("open.act_above".to_owned(), "10".to_owned());
    odd.insert("response.percent".to_owned(), "101".to_owned());
    let page = ben.send(path, &odd).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    page.holds(&["Help has to come above", "id=\"response.percent-error\""]);
}

#[tokio::test]
async fn a_kind_is_added_renamed_moved_up_and_retired() {
    let house = harbor().await;
    let mut ben = house.signed_in("Ben Ortiz", "harbor").await;
    let list = "/desk/harbor/settings/kinds";
    let typed = [
        ("code", "forms"),
        ("name", "School forms"),
        ("days", "5"),
        ("sensitive", "1"),
    ];
    let page = filled(&mut ben, "/desk/harbor/settings/kinds/new", &typed).await;
    assert_eq!(page.to(), format!("{list}?saved=1"), "{}", page.text);
    ben.get(list)
        .await
        .holds(&["School forms", "5 days to answer in writing"]);
    house.browser().get("/harbor/ask").await.holds(&["School forms"]);
    let page = filled(&mut ben, "/desk/harbor/settings/kinds/new", &typed).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    let page = filled(
        &mut ben,
        "/desk/harbor/settings/kinds/forms",
        &[("name", "Forms"), ("days", "x")],
    )
    .await;
    page.holds(&["Days: write a number up to 366"]);
    let rise = "/desk/harbor/settings/kinds/forms/rise";
    let form = ben.get(list).await.form_to(rise, &[]);
    ben.send(rise, &form).await;
    let listed = ben.get(list).await.text;
    assert!(
        listed.find("kinds/forms\"") < listed.find("kinds/other\""),
        "{listed}"
    );
    let retire = "/desk/harbor/settings/kinds/forms/retirement";
    let form = ben
        .get("/desk/harbor/settings/kinds/forms")
        .await
        .form_to(retire, &[]);
    assert_eq!(ben.send(retire, &form).await.status, StatusCode::SEE_OTHER);
    assert!(!ben.get(list).await.has("School forms"));
    assert!(
        !ben.get("/desk/harbor/settings/kinds/other")
            .await
            .has("/retirement")
    );
}

#[tokio::test]
async fn a_member_who_ends_hands_back_what_they_have_and_the_last_administrator_stays() {
    let house = harbor().await;
    house.asked("My refill is late").await;
    let mut dana = house.signed_in("Dana Brooks", "harbor").await;
    let mut maria = house.signed_in("Maria Reyes", "harbor").await;
    let request = maria.get("/desk/harbor/requests/1000").await;
    let take = "/desk/harbor/requests/1000/assignment";
    let me = request
        .text
        .split("<option value=\"")
        .find(|part| part.contains(">Maria Reyes"))
        .unwrap();
    let me = me.split('"').next().unwrap().to_owned();
    let form = request.form_to(take, &[("member", &me)]);
    assert_eq!(maria.send(take, &form).await.status, StatusCode::SEE_OTHER);
    let list = dana.get("/desk/harbor/settings/members").await;
    list.holds(&["maria@harbor.example", "Front desk"]);
    let sheet = |name: &str| {
        let row = list
            .text
            .split("<a href=\"")
            .find(|part| part.contains(&format!("<bdi>{name}</bdi>")))
            .unwrap();
        row.split('"').next().unwrap().to_owned()
    };
    let path = sheet("Maria Reyes");
    let ending = format!("{path}/ending");
    let form = dana.get(&path).await.form_to(&ending, &[]);
    let ended = dana.send(&ending, &form).await;
    dana.get(&ended.to())
        .await
        .holds(&["One request went back to nobody"]);
    assert!(maria.get("/desk/harbor").await.to().starts_with("/desk/sign-in"));
    dana.get("/desk/harbor/requests?view=unowned")
        .await
        .holds(&["My refill is late"]);
    let path = sheet("Dana Brooks");
    let ending = format!("{path}/ending");
    let form = dana.get(&path).await.form_to(&ending, &[]);
    let refused = dana.send(&ending, &form).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    refused.holds(&["Somebody has to stay administrator"]);
}

#[tokio::test]
async fn teams_locations_and_lines_are_added_and_given_up() {
    let house = harbor().await;
    let mut dana = house.signed_in("Dana Brooks", "harbor").await;
    for (room, typed, name) in [
        ("teams", &[("name", "Nurses")][..], "Nurses"),
        ("locations", &[("name", "East"), ("address", "1 Main St")], "East"),
        (
            "lines",
            &[("name", "Main line"), ("number", "(512) 555-0123")],
            "Main line",
        ),
    ] {
        let list = format!("/desk/harbor/settings/{room}");
        let page = filled(&mut dana, &format!("{list}/new"), typed).await;
        assert_eq!(page.to(), format!("{list}?saved=1"), "{}", page.text);
        let page = dana.get(&list).await;
        let row = page
            .text
            .split("<a href=\"")
            .find(|part| part.contains(&format!("<bdi>{name}</bdi>")));
        let one = row
            .unwrap_or_else(|| panic!("{}", page.text))
            .split('"')
            .next()
            .unwrap()
            .to_owned();
        if room != "teams" {
            let hours = one.replace(room, "hours");
            dana.get(&hours)
                .await
                .holds(&[name, "It has no hours of its own and follows the desk’s."]);
        }
        let retire = format!("{one}/retirement");
        let form = dana.get(&one).await.form_to(&retire, &[]);
        assert_eq!(
            dana.send(&retire, &form).await.status,
            StatusCode::SEE_OTHER,
            "{room}"
        );
        assert_eq!(dana.get(&one).await.status, StatusCode::NOT_FOUND, "{room}");
        assert_eq!(
            dana.send(&retire, &form).await.status,
            StatusCode::CONFLICT,
            "{room}"
        );
    }
}

#[tokio::test]
async fn a_practices_own_words_are_read_where_patients_read_and_in_their_language() {
    let house = harbor().await;
    let mut ben = house.signed_in("Ben Ortiz", "harbor").await;
    let path = "/desk/harbor/settings/words";
    let typed = [
        ("acknowledgement.en", "Thank you for writing to Harbor."),
        ("acknowledgement.es", "Gracias por escribir a Harbor."),
        ("closed.en", "Call the nurse line at night."),
        ("signature.en", "Your team at Harbor"),
    ];
    assert_eq!(
        filled(&mut ben, path, &typed).await.to(),
        format!("{path}?saved=1")
    );
    let (mut tom, status) = house.asked("My refill is late").await;
    tom.get(&status)
        .await
        .holds(&["Thank you for writing to Harbor."]);
    let mut maria = house.signed_in("Maria Reyes", "harbor").await;
    let replies = "/desk/harbor/requests/1000/replies";
    let form = maria
        .get("/desk/harbor/requests/1000")
        .await
        .form_to(replies, &[("words", "It is ready.")]);
    assert_eq!(maria.send(replies, &form).await.status, StatusCode::SEE_OTHER);
    house.pass(Span::from_secs(20)).await;
    let page = tom.get(&status).await;
    page.holds(&["It is ready.", "Your team at Harbor"]);
    assert!(!page.has("nurse line"), "it is open");
    let harbor = by_slug(&house.app, "harbor").await.unwrap();
    anteroom_app::hours::change(&house.app, &harbor, "Wed 08:00-09:00")
        .await
        .unwrap();
    tom.get(&status).await.holds(&["Call the nurse line at night."]);
    tom.get("/harbor").await.holds(&["Call the nurse line at night."]);
    tom.get(&format!("{status}?lang=es"))
        .await
        .holds(&["Gracias por escribir a Harbor."]);
    let page = tom.get("/harbor").await;
    assert!(!page.has("nurse line"), "there is none in Spanish: {}", page.text);
}
