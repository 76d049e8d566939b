use anteroom_core::access::Role;
use anteroom_core::limits;
use axum::body::Body;
use axum::http::{Method, StatusCode};
use tower::ServiceExt;

use super::*;
use crate::testing::{Browser, House, Page};

mod callers;

/// An id that nothing has.
const NOBODYS: &str = "018bcfe5-687b-7fff-bfff-ffffffffffff";

fn filled(path: &str, slug: &str) -> String {
    let parts = [
        ("{slug}", slug),
        ("{number}", "1000"),
        ("{token}", "nosuchtoken"),
        ("{secret}", "nosuchsecret"),
        ("{letter}", NOBODYS),
        ("{invitation}", NOBODYS),
        ("{entry}", NOBODYS),
        ("{bulk}", NOBODYS),
        ("{view}", NOBODYS),
        ("{person}", NOBODYS),
        ("{patient}", NOBODYS),
        ("{contact}", NOBODYS),
        ("{item}", NOBODYS),
        ("{alert}", NOBODYS),
        ("{promise}", "response"),
        ("{list}", "lost"),
        ("{place}", "desk"),
        ("{kind}", "billing"),
        ("{location}", "new"),
        ("{line}", "new"),
        ("{call}", NOBODYS),
        ("{shift}", NOBODYS),
        ("{date}", "2026-11-03"),
        ("{duty}", NOBODYS),
        ("{team}", "new"),
        ("{member}", NOBODYS),
        ("{exception}", NOBODYS),
        ("{article}", NOBODYS),
        ("{opinion}", NOBODYS),
        ("{language}", "en"),
        ("{version}", "1"),
        ("{task}", NOBODYS),
        ("{category}", NOBODYS),
        ("{*file}", "nosuch.css"),
    ];
    parts
        .iter()
        .fold(path.to_owned(), |path, (name, value)| path.replace(name, value))
}

async fn walk(browser: &mut Browser<'_>, route: &Route, slug: &str) -> Page {
    let path = filled(route.path, slug);
    if route.method == Method::POST {
        browser.post(&path, &[]).await
    } else {
        browser.get(&path).await
    }
}

/// Harbor with Maria, its administrator Dana and one request, and Elm with Nina.
async fn two_practices() -> House {
    let house = House::harbor().await;
    let harbor = anteroom_app::practices::by_slug(&house.app, "harbor").await;
    house
        .enrol(&harbor.unwrap(), "Dana Brooks", Role::Administrator)
        .await;
    let elm = house.found("elm", "24/7").await;
    house.enrol(&elm, "Nina Patel", Role::Administrator).await;
    house.asked("My refill is late").await;
    house
}

#[tokio::test]
async fn every_route_of_staff_sends_a_stranger_to_the_sign_in() {
    let house = two_practices().await;
    let guarded: Vec<_> = routes()
        .into_iter()
        .filter(|route| route.needs != Needs::Nothing)
        .collect();
    assert!(
        guarded.len() > 15,
        "the table has {} guarded routes",
        guarded.len()
    );
    for route in guarded {
        let page = walk(&mut house.browser(), &route, "harbor").await;
        assert_eq!(
            page.status,
            StatusCode::SEE_OTHER,
            "{} {}",
            route.method,
            route.path
        );
        assert!(
            page.to().starts_with("/desk/sign-in"),
            "{} {}: {}",
            route.method,
            route.path,
            page.to()
        );
    }
}

#[tokio::test]
async fn every_desk_that_is_somebody_elses_is_missing_to_the_byte() {
    let house = two_practices().await;
    let mut nina = house.signed_in("Nina Patel", "elm").await;
    for route in routes()
        .iter()
        .filter(|route| matches!(route.needs, Needs::Desk(_)))
    {
        let hidden = walk(&mut nina, route, "harbor").await;
        let missing = walk(&mut nina, route, "nosuch").await;
        assert_eq!(
            hidden.status,
            StatusCode::NOT_FOUND,
            "{} {}",
            route.method,
            route.path
        );
        assert_eq!(hidden.text, missing.text, "{} {}", route.method, route.path);
        assert_eq!(hidden.headers, missing.headers, "{} {}", route.method, route.path);
    }
}

#[tokio::test]
async fn what_only_a_manager_or_administrator_may_is_missing_to_the_byte_for_the_front_desk() {
    let house = two_practices().await;
    let mut maria = house.signed_in("Maria Reyes", "harbor").await;
    let nothing = maria.get("/desk/harbor/nosuch").await.text;
    let guarded = routes()
        .into_iter()
        .filter(|route| matches!(route.needs, Needs::Desk(Right::Manage | Right::Administer)));
    for route in guarded {
        let page = walk(&mut maria, &route, "harbor").await;
        assert_eq!(
            page.status,
            StatusCode::NOT_FOUND,
            "{} {}",
            route.method,
            route.path
        );
        assert_eq!(page.text, nothing, "{} {}", route.method, route.path);
    }
}

#[tokio::test]
async fn every_form_of_staff_refuses_a_post_without_its_sessions_token() {
    let house = two_practices().await;
    let mut dana = house.signed_in("Dana Brooks", "harbor").await;
    let before = dana.get("/desk/harbor/requests/1000").await.text;
    let forms = routes()
        .into_iter()
        .filter(|route| route.needs != Needs::Nothing && route.method == Method::POST);
    for route in forms {
        let path = filled(route.path, "harbor");
        for token in ["", "0", &"0".repeat(64)] {
            let page = dana
                .post(&path, &[("token", token), ("words", "x"), ("until", "hour")])
                .await;
            assert_eq!(page.status, StatusCode::FORBIDDEN, "{path} with {token:?}");
        }
    }
    let after = dana.get("/desk/harbor/requests/1000").await.text;
    let thread = |text: &str| text.matches("<li class=").count();
    assert_eq!(thread(&before), thread(&after));
}

/// Whether a browser posts there. Another system's posts are believed by their signature, see [`crate::calls`].
fn is_form(route: &Route) -> bool {
    route.method == Method::POST && !route.path.starts_with("/hooks/")
}

#[tokio::test]
async fn every_form_refuses_a_post_from_another_site_whatever_it_carries() {
    let house = two_practices().await;
    let dana = house.signed_in("Dana Brooks", "harbor").await;
    let secret = &dana.cookies[seat::COOKIE_NAME];
    for route in routes().iter().filter(|route| is_form(route)) {
        for (name, value) in [
            ("sec-fetch-site", "cross-site"),
            ("origin", "https://evil.example"),
        ] {
            let request = axum::http::Request::post(filled(route.path, "harbor"))
                .header("cookie", format!("{}={secret}", seat::COOKIE_NAME))
                .header("content-type", "application/x-www-form-urlencoded")
                .header(name, value)
                .body(Body::from(format!(
                    "token={}&words=x",
                    crate::seal::session_token(secret)
                )));
            let answer = house.router.clone().oneshot(request.unwrap()).await.unwrap();
            assert_eq!(answer.status(), StatusCode::FORBIDDEN, "{} by {name}", route.path);
        }
    }
}

#[tokio::test]
async fn every_form_refuses_another_encoding_another_type_and_too_much() {
    let house = two_practices().await;
    let mut dana = house.signed_in("Dana Brooks", "harbor").await;
    for route in routes().iter().filter(|route| is_form(route)) {
        let path = filled(route.path, "harbor");
        let form = Some("application/x-www-form-urlencoded");
        let cases = [
            (Body::from("words=%ff%fe"), form, StatusCode::BAD_REQUEST),
            (Body::from("w%ffrds=x"), form, StatusCode::BAD_REQUEST),
            (
                Body::from("{}"),
                Some("application/json"),
                StatusCode::UNSUPPORTED_MEDIA_TYPE,
            ),
            (Body::from("a=b"), None, StatusCode::UNSUPPORTED_MEDIA_TYPE),
            (
                Body::from(vec![b'a'; limits::FORM_BYTES + 1]),
                form,
                StatusCode::PAYLOAD_TOO_LARGE,
            ),
            (
                Body::from("a=1&".repeat(limits::FORM_FIELDS + 1)),
                form,
                StatusCode::PAYLOAD_TOO_LARGE,
            ),
        ];
        for (body, kind, status) in cases {
            // Set-up is over where a practice is: it isn't there, whatever is sent to it.
            let page = dana.ask(Method::POST, &path, body, kind).await;
            assert_eq!(page.status, status, "{path} as {kind:?}");
            page.holds(&["<h1>", "</html>"]);
        }
    }
}

#[tokio::test]
async fn text_in_a_path_or_query_that_is_no_utf8_is_refused_and_a_nul_finds_nothing() {
    let house = two_practices().await;
    let mut maria = house.signed_in("Maria Reyes", "harbor").await;
    for path in [
        "/%ff",
        "/%ff/ask",
        "/harbor/status/%ff",
        "/harbor/ask?kind=%ff",
        "/desk/%ff/requests",
    ] {
        assert_eq!(maria.get(path).await.status, StatusCode::BAD_REQUEST, "{path}");
    }
    let nothing = maria.get("/nosuch").await.text;
    for path in [
        "/%00",
        "/harbor/status/%00",
        "/harbor/status/a%00b",
        "/desk/harbor/requests/%00",
        "/desk/harbor/requests/1000%00",
        "/desk/harbor/requests/99",
        "/desk/harbor/requests/x",
        "/desk/harbor/requests?view=%00",
        "/desk/harbor/requests?after=%00",
        "/desk/harbor/requests?after=1.x",
        "/desk/harbor/definitions/nosuch",
        "/HARBOR",
        "/assets/../Cargo.toml",
        "/a/b/c/d",
    ] {
        let page = maria.get(path).await;
        assert_eq!(page.status, StatusCode::NOT_FOUND, "{path}");
        assert_eq!(page.text, nothing, "{path}");
    }
}

#[tokio::test]
async fn a_path_asked_in_another_way_says_which_ways_there_are() {
    let house = two_practices().await;
    let page = house
        .browser()
        .ask(Method::DELETE, "/harbor/ask", Body::empty(), None)
        .await;
    assert_eq!(page.status, StatusCode::METHOD_NOT_ALLOWED);
    let allow = page.headers["allow"].to_str().unwrap();
    assert!(allow.contains("GET") && allow.contains("POST"), "{allow}");
    page.holds(&["This can’t be done here"]);
}

#[tokio::test]
async fn every_answer_carries_the_headers_that_keep_others_out() {
    let house = two_practices().await;
    let mut maria = house.signed_in("Maria Reyes", "harbor").await;
    for path in [
        "/harbor",
        "/harbor/ask",
        "/desk/sign-in",
        "/desk/harbor",
        "/nosuch",
        "/robots.txt",
    ] {
        let page = maria.get(path).await;
        let policy = page.headers["content-security-policy"].to_str().unwrap();
        assert!(
            policy.starts_with("default-src 'none'") && !policy.contains("unsafe"),
            "{path}: {policy}"
        );
        assert_eq!(page.headers["x-content-type-options"], "nosniff", "{path}");
        assert_eq!(page.headers["referrer-policy"], "same-origin", "{path}");
        assert_eq!(page.headers["cache-control"], "no-store", "{path}");
    }
    let asset = maria.get(crate::assets::path("desk.css")).await;
    assert!(!asset.headers.contains_key("strict-transport-security"));
    assert_eq!(asset.headers["cache-control"], crate::assets::CACHE_CONTROL);
}

/// Our own address, and names that look like addresses and that nobody goes to.
const OURS: [&str; 3] = [
    "http://desk.example",
    "\"@context\":\"https://schema.org\"",
    "xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"",
];

#[tokio::test]
async fn no_page_has_a_script_style_or_handler_inline_or_an_address_elsewhere() {
    let house = two_practices().await;
    let (_, status) = house.asked("See <b>my</b> knee").await;
    let mut dana = house.signed_in("Dana Brooks", "harbor").await;
    let mut pages = Vec::new();
    for route in routes().iter().filter(|route| route.method == Method::GET) {
        pages.push((route.path, walk(&mut dana, route, "harbor").await));
    }
    let thread = dana.get(&status).await;
    thread.holds(&["What was said", "&#60;b&#62;my&#60;/b&#62;"]);
    pages.push(("a patient's thread", thread));
    for (path, mut page) in pages {
        page.text = OURS.iter().fold(page.text, |text, ours| text.replace(ours, ""));
        for foreign in [
            "<style",
            " style=",
            "<script>",
            " onclick=",
            " onload=",
            "javascript:",
            "//",
        ] {
            let text = page.text.replace("https://", "");
            assert!(!text.contains(foreign), "{path} holds {foreign}");
        }
        assert!(
            !page.has("http://") && !page.has("https://"),
            "{path} names another host"
        );
    }
}

#[tokio::test]
async fn over_https_a_browser_is_told_to_come_back_that_way() {
    let house = House::with(WebConfig {
        secure_cookies: true,
        ..WebConfig::default()
    });
    let page = house.browser().get("/nosuch").await;
    assert_eq!(page.headers["strict-transport-security"], "max-age=31536000");
}

async fn broken() -> Response {
    panic!("secret detail")
}

#[tokio::test]
async fn a_handler_that_panics_is_a_plain_page_without_details() {
    let house = House::empty();
    let web = Web::new(house.app.clone(), WebConfig::default());
    let router = build(&web, vec![Route::get("/broken", Needs::Nothing, broken)]);
    let house = House { router, ..house };
    let page = house.browser().get("/broken").await;
    assert_eq!(page.status, StatusCode::INTERNAL_SERVER_ERROR);
    page.holds(&["Something broke on our side"]);
    assert!(!page.has("secret"), "{}", page.text);
}

#[tokio::test]
async fn a_slash_too_many_is_forgiven_and_leads_nowhere_else() {
    let house = House::harbor().await;
    let mut patient = house.browser();
    assert_eq!(patient.get("/harbor/").await.to(), "/harbor");
    assert_eq!(patient.get("/desk/harbor/").await.to(), "/desk/harbor");
    for path in [
        "//evil.example/",
        "/\\evil.example/",
        "/harbor\\/",
        "/a//evil.example/",
        "/harbor//",
        "//",
        "/desk/harbor/requests///",
    ] {
        assert_eq!(patient.get(path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
}

#[tokio::test]
async fn a_stylesheet_is_compressed_and_a_page_with_its_tokens_is_not() {
    let house = House::harbor().await;
    let ask = async |path: &str| {
        let request = axum::http::Request::builder()
            .uri(path)
            .header("accept-encoding", "gzip");
        let response = house
            .router
            .clone()
            .oneshot(request.body(Body::empty()).unwrap())
            .await
            .unwrap();
        response.headers().get("content-encoding").cloned()
    };
    assert_eq!(ask(crate::assets::path("desk.css")).await.unwrap(), "gzip");
    assert_eq!(ask("/harbor/ask").await, None);
}

#[tokio::test]
async fn a_language_that_is_asked_for_is_kept() {
    let house = House::harbor().await;
    let mut patient = house.browser();
    patient
        .get("/harbor")
        .await
        .holds(&["lang=\"en\"", "How can we help?"]);
    patient
        .get("/harbor?lang=es")
        .await
        .holds(&["lang=\"es\"", "¿En qué podemos ayudar?"]);
    patient.get("/harbor").await.holds(&["¿En qué podemos ayudar?"]);
    let page = patient.get("/nosuch").await;
    page.holds(&["Esta página no está aquí"]);
    let mut german = house.browser();
    german.language = "de";
    german.get("/harbor").await.holds(&["How can we help?"]);
}
