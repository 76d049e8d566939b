//! The queue told through its pages: filters, kept views, and what is done to many.

use anteroom_core::access::Role;
use anteroom_core::{Span, limits};
use axum::http::StatusCode;

use crate::testing::{Browser, Form, House, Page, fields};

const QUEUE: &str = "/desk/harbor/requests";

/// A link of a page, by a text that stands in its address.
fn link(page: &Page, holds: &str) -> String {
    let links = page.text.split("href=\"").skip(1);
    let mut links = links.map(|rest| rest.split('"').next().unwrap().replace("&#38;", "&"));
    links
        .find(|link| link.contains(holds))
        .unwrap_or_else(|| panic!("no link with {holds}"))
}

/// The form of the bar with these rows chosen; a form of the tests has one value a name, so that it goes by hand.
async fn chosen(browser: &mut Browser<'_>, form: &Form, picks: &[&str]) -> Page {
    let pairs = form.iter().map(|(name, value)| (name.as_str(), value.as_str()));
    let pairs = pairs.chain(picks.iter().map(|pick| ("pick", *pick)));
    let body = pairs
        .map(|(name, value)| format!("{name}={}", crate::forms::encoded(value)))
        .collect::<Vec<_>>()
        .join("&");
    let kind = Some("application/x-www-form-urlencoded");
    browser
        .ask(
            axum::http::Method::POST,
            &format!("{QUEUE}/bulk"),
            body.into(),
            kind,
        )
        .await
}

async fn house() -> House {
    let house = House::harbor().await;
    let harbor = anteroom_app::practices::by_slug(&house.app, "harbor")
        .await
        .unwrap();
    house.enrol(&harbor, "Jo Kim", Role::FrontDesk).await;
    house
}

#[tokio::test]
async fn a_filter_is_shown_kept_shared_and_let_go() {
    let house = house().await;
    house.asked("My refill is late").await;
    let mut maria = house.signed_in("Maria Reyes", "harbor").await;
    let mut jo = house.signed_in("Jo Kim", "harbor").await;
    maria
        .get(QUEUE)
        .await
        .holds(&["?view=all&amp;filter=1", "data-pick=\"1000\""]);
    let page = maria.get(&format!("{QUEUE}?owner=nobody&urgency=normal")).await;
    page.holds(&[
        "One request fits this filter.",
        "Normal (1)",
        "Nobody yet (1)",
        "My refill is late",
    ]);
    let page = maria.get(&format!("{QUEUE}?kind=billing")).await;
    page.holds(&["Nothing fits this filter"]);
    for wrong in ["owner=maria", "sort=name", "door=window", "saved=1"] {
        let page = maria.get(&format!("{QUEUE}?{wrong}")).await;
        assert_eq!(page.status, StatusCode::NOT_FOUND, "{wrong}");
    }
    let page = maria.get(&format!("{QUEUE}?overdue=yes&sort=newest")).await;
    let typed = [("name", "Late ones"), ("filter", "overdue=yes&sort=newest")];
    let form = page.form_to("/desk/harbor/views", &typed);
    let kept = maria.send("/desk/harbor/views", &form).await.to();
    assert!(kept.starts_with("/desk/harbor/requests?saved="), "{kept}");
    maria
        .get(&kept)
        .await
        .holds(&["aria-current=\"true\"><bdi>Late ones</bdi>"]);
    assert_eq!(jo.get(&kept).await.status, StatusCode::NOT_FOUND);
    assert!(!jo.get(QUEUE).await.has("Late ones"));
    let path = kept.replace("requests?saved=", "views/");
    let form = maria
        .get(&kept)
        .await
        .form_to(&path, &[("name", "Too late"), ("shared", "1")]);
    assert_eq!(maria.send(&path, &form).await.to(), kept);
    let seen = jo.get(&kept).await;
    seen.holds(&["Too late", "Maria Reyes"]);
    assert!(
        !seen.has(&format!("action=\"{path}\"")),
        "only its owner changes it"
    );
    let token = jo.get(QUEUE).await.form()["token"].clone();
    for act in [path.clone(), format!("{path}/deletion")] {
        let page = jo
            .send(&act, &fields(&[("token", &token), ("name", "Mine")]))
            .await;
        assert_eq!(page.status, StatusCode::NOT_FOUND, "{act}");
    }
    let deletion = format!("{path}/deletion");
    let form = maria.get(&kept).await.form_to(&deletion, &[]);
    assert_eq!(maria.send(&deletion, &form).await.to(), QUEUE);
    assert_eq!(maria.get(&kept).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn what_is_done_to_many_is_reported_and_taken_back() {
    let house = house().await;
    for words in ["The first one", "The second one"] {
        house.asked(words).await;
    }
    let mut maria = house.signed_in("Maria Reyes", "harbor").await;
    let bulk = format!("{QUEUE}/bulk");
    let page = maria.get(&format!("{QUEUE}?view=unowned")).await;
    let form = page.form_to(&bulk, &[("do", "close"), ("reason", "")]);
    let nothing = maria.send(&bulk, &form).await.to();
    maria.get(&nothing).await.holds(&["Choose some requests first"]);
    let picks: Vec<&str> = page
        .text
        .split("name=\"pick\" value=\"")
        .skip(1)
        .map(|rest| rest.split('"').next().unwrap())
        .collect();
    let refused = chosen(&mut maria, &form, &picks).await;
    let refused = maria.get(&refused.to()).await;
    refused.holds(&[
        "No request was closed.",
        "These stay as they were",
        "Say why none is needed",
    ]);
    assert!(!refused.has("data-undo-seconds"), "there is nothing to take back");
    let form = page.form_to(&bulk, &[("do", "close"), ("reason", "spam")]);
    let done = chosen(&mut maria, &form, &picks).await.to();
    assert!(
        done.starts_with("/desk/harbor/requests?view=unowned&bulk="),
        "{done}"
    );
    let report = maria.get(&done).await;
    report.holds(&[
        "2 requests were closed.",
        "data-undo-seconds=\"30\"",
        "Every request has somebody",
    ]);
    let back = format!("{bulk}/{}/retraction", done.split("bulk=").nth(1).unwrap());
    let mut jo = house.signed_in("Jo Kim", "harbor").await;
    assert_eq!(jo.get(&done).await.status, StatusCode::NOT_FOUND, "it is Maria's");
    let form = report.form_to(&back, &[]);
    let undone = maria.send(&back, &form).await.to();
    maria.get(&undone).await.holds(&[
        "It was taken back from 2 requests.",
        "The first one",
        "The second one",
    ]);
    house.pass(limits::BULK_UNDO).await;
    assert_eq!(maria.send(&back, &form).await.status, StatusCode::CONFLICT);
}

#[tokio::test]
async fn a_form_that_names_what_is_not_there_does_nothing() {
    let house = house().await;
    house.asked("The first one").await;
    let mut maria = house.signed_in("Maria Reyes", "harbor").await;
    let bulk = format!("{QUEUE}/bulk");
    let page = maria.get(QUEUE).await;
    for (name, value, pick) in [
        ("do", "burn", "1000.1"),
        ("do", "assign", "1001.1"),
        ("do", "assign", "1000"),
        ("do", "assign", "\0"),
        ("in", "view=nosuch", "1000.1"),
        ("member", "018bcfe5-687b-7fff-bfff-ffffffffffff", "1000.1"),
        ("member", "maria", "1000.1"),
    ] {
        let mut form = page.form_to(&bulk, &[("do", "assign")]);
        form.insert(name.to_owned(), value.to_owned());
        let answer = chosen(&mut maria, &form, &[pick]).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{name}={value} {pick:?}");
    }
    maria
        .get("/desk/harbor/requests/1000")
        .await
        .holds(&["Nobody yet"]);
}

#[tokio::test]
async fn from_a_list_the_next_request_is_a_link_away_and_stays_so_after_an_act() {
    let house = house().await;
    for words in ["The first one", "The second one", "The third one"] {
        house.asked(words).await;
        house.pass(Span::from_secs(30)).await;
    }
    let mut maria = house.signed_in("Maria Reyes", "harbor").await;
    let queue = maria.get(&format!("{QUEUE}?view=unowned")).await;
    let second = link(&queue, "/requests/1001?");
    let page = maria.get(&second).await;
    page.holds(&[
        "class=\"split three\"",
        "rel=\"prev\"",
        "rel=\"next\"",
        "Back to the list",
    ]);
    assert!(link(&page, "/requests/1000?").contains("view=unowned"));
    // What asks for the page again by itself gets the list with it.
    page.holds(&["data-live=\"/desk/harbor/requests/1001?view=unowned&#38;place="]);
    let closure = "/desk/harbor/requests/1001/closure";
    let form = page.form_to(closure, &[("reason", "spam")]);
    let pairs = form
        .iter()
        .map(|(name, value)| format!("{name}={}", crate::forms::encoded(value)));
    let body = pairs.collect::<Vec<_>>().join("&");
    let secret = &maria.cookies[crate::seat::COOKIE_NAME];
    let request = axum::http::Request::post(closure)
        .header("cookie", format!("{}={secret}", crate::seat::COOKIE_NAME))
        .header("content-type", "application/x-www-form-urlencoded")
        .header("host", "desk.example")
        .header("referer", format!("http://desk.example{second}"))
        .body(axum::body::Body::from(body))
        .unwrap();
    let answer = tower::ServiceExt::oneshot(house.router.clone(), request)
        .await
        .unwrap();
    let to = answer.headers()["location"].to_str().unwrap().to_owned();
    assert!(to.contains("view=unowned") && to.contains("&place="), "{to}");
    // It has left the list; its neighbours are still where they were.
    let page = maria.get(&to).await;
    page.holds(&[
        "rel=\"prev\" data-key=\"k\" href=\"/desk/harbor/requests/1000?",
        "rel=\"next\" data-key=\"j\" href=\"/desk/harbor/requests/1002?",
    ]);
    let plain = maria.get("/desk/harbor/requests/1000").await;
    assert!(!plain.has("split three"), "without a list there is none");
}

#[tokio::test]
async fn names_of_any_length_and_letters_stay_whole_and_turn_nothing_around_them() {
    let house = house().await;
    let long = "W".repeat(limits::NAME_MAX);
    for name in [long.as_str(), "مريم العبدالله", "👩‍👩‍👧‍👦 Zoë"] {
        let mut patient = house.browser();
        let mut form = patient.get("/harbor/ask").await.form();
        house.pass(Span::from_secs(5)).await;
        form.extend(fields(&[
            ("name", name),
            ("email", "w@example.org"),
            ("words", "Hello"),
        ]));
        assert_eq!(
            patient.send("/harbor/ask", &form).await.status,
            StatusCode::SEE_OTHER
        );
    }
    let mut maria = house.signed_in("Maria Reyes", "harbor").await;
    let page = maria.get(QUEUE).await;
    for name in [long.as_str(), "مريم العبدالله", "👩‍👩‍👧‍👦 Zoë"] {
        page.holds(&[&format!("<bdi>{name}</bdi>")]);
    }
}
