//! The help centre, told through the pages as patients read them.

use anteroom_app::App;
use anteroom_app::practices::Practice;
use anteroom_app::site::files::{self, File};
use anteroom_app::site::visits;
use anteroom_core::Span;
use anteroom_core::access::Role;
use anteroom_core::site::search::Language;
use anteroom_wire::articles::{ArticleFile, CategoryLine};
use axum::body::Body;
use axum::http::{Method, Request, StatusCode};
use tower::ServiceExt;

use crate::testing::{House, fields};

/// An article as a file says it.
pub(crate) fn file(language: Language, slug: &str, title: &str, body: &str) -> File {
    File {
        name: format!("{language}/{slug}.md"),
        language,
        position: 1,
        article: ArticleFile {
            slug: slug.to_owned(),
            category: "sick-child".to_owned(),
            title: title.to_owned(),
            summary: format!("{title}, in short."),
            body: body.to_owned(),
            sources: "https://www.example.org/source".to_owned(),
            ..ArticleFile::default()
        },
    }
}

/// Harbor with a help centre and a manager.
pub(crate) async fn helped() -> House {
    let house = House::harbor().await;
    let harbor = house.practice("harbor").await;
    house.enrol(&harbor, "Dana Brooks", Role::Manager).await;
    furnish(&house.app, &harbor).await;
    house
}

/// A help centre: fever in both languages, ear pain in English alone.
pub(crate) async fn furnish(app: &App, harbor: &Practice) {
    let line = CategoryLine {
        slug: "sick-child".to_owned(),
        names: vec![
            "When your child is sick".to_owned(),
            "Su hijo está enfermo".to_owned(),
        ],
    };
    files::add_categories(app, harbor, &[line]).await.unwrap();
    let articles = [
        file(
            Language::English,
            "fever",
            "Fever",
            "## Call at once\n\nIf your baby is **under three months**, call [us](../ask).\n\n<script>alert(1)</script>",
        ),
        file(
            Language::Spanish,
            "fever",
            "Fiebre",
            "## Llame ya\n\nSi su bebé tiene menos de tres meses.",
        ),
        file(
            Language::English,
            "ear-pain",
            "Ear pain",
            "Ears hurt at night. See [fever](fever).",
        ),
    ];
    let loaded = files::load(app, harbor, &articles).await.unwrap();
    assert_eq!((loaded.new, loaded.refused.len()), (3, 0));
}

#[tokio::test]
async fn patients_find_an_article_by_what_they_type_and_read_it_cleaned() {
    let house = helped().await;
    let mut tom = house.browser();
    tom.get("/harbor/help")
        .await
        .holds(&["When your child is sick", "/harbor/help/fever", "Ear pain"]);
    let found = tom.get("/harbor/help?q=fevr").await;
    found.holds(&["One answer", "href=\"/harbor/help/fever\"", "Fever"]);
    let page = tom.get("/harbor/help/fever").await;
    page.holds(&[
        "<h1>Fever</h1>",
        "<h2>Call at once</h2>",
        "<strong>under three months</strong>",
        "href=\"/harbor/ask\"",
        "&lt;script&gt;",
        "https://www.example.org/source",
        "Was this helpful?",
        "<meta name=\"description\" content=\"Fever, in short.\">",
        "Ear pain",
    ]);
    assert!(!page.has("<script>alert"));
}

#[tokio::test]
async fn a_script_is_given_the_hits_alone() {
    let house = helped().await;
    let request = Request::get("/harbor/help?q=fever").header("x-part", "1");
    let answer = house
        .router
        .clone()
        .oneshot(request.body(Body::empty()).unwrap())
        .await
        .unwrap();
    let bytes = axum::body::to_bytes(answer.into_body(), usize::MAX)
        .await
        .unwrap();
    let text = String::from_utf8(bytes.to_vec()).unwrap();
    assert!(
        text.contains("<mark>Fever</mark>") && !text.contains("<html"),
        "{text}"
    );
}

#[tokio::test]
async fn an_article_speaks_the_readers_language_or_says_that_it_does_not_yet() {
    let house = helped().await;
    let mut rosa = house.browser();
    rosa.language = "es";
    rosa.get("/harbor/help").await.holds(&[
        "Su hijo está enfermo",
        "Fiebre",
        "<li lang=\"en\"><a href=\"/harbor/help/ear-pain\">",
    ]);
    let fever = rosa.get("/harbor/help/fever").await;
    fever.holds(&["<h1>Fiebre</h1>", "¿Le sirvió esto?"]);
    rosa.get("/harbor/help/ear-pain").await.holds(&[
        "Esto todavía no está escrito en español",
        "<article lang=\"en\">",
        "Ear pain",
    ]);
}

#[tokio::test]
async fn words_of_danger_in_the_search_show_whom_to_call_first() {
    let house = helped().await;
    let mut tom = house.browser();
    let page = tom.get("/harbor/help?q=my%20baby%20is%20not%20breathing").await;
    page.holds(&["role=\"alert\"", "tel:911", "Nobody here reads what you look up"]);
    assert!(!tom.get("/harbor/help?q=fever").await.has("Nobody here reads"));
}

#[tokio::test]
async fn who_says_that_it_did_not_help_makes_work_and_leaves_no_name() {
    let house = helped().await;
    let mut tom = house.browser();
    let path = "/harbor/help/fever";
    let to = format!("{path}/opinion");
    let form = tom.get(path).await.form_to(&to, &[("helpful", "yes")]);
    let early = tom.send(&to, &form).await;
    assert_eq!(early.status, StatusCode::UNPROCESSABLE_ENTITY);
    house.pass(Span::from_secs(5)).await;
    assert_eq!(
        tom.send(&to, &form).await.to(),
        format!("{path}?said=yes#opinion")
    );
    let mut no = form.clone();
    no.extend(fields(&[
        ("helpful", "no"),
        ("reason", "short"),
        ("words", "How long it lasts"),
    ]));
    let said = tom.send(&to, &no).await;
    assert_eq!(said.to(), format!("{path}?said=no#opinion"));
    tom.get(&said.to()).await.holds(&["Somebody here reads it"]);
    let mut maria = house.signed_in("Maria Reyes", "harbor").await;
    maria.get("/desk/harbor/site/work").await.holds(&[
        "An article didn’t help",
        "Fever",
        "Dana Brooks",
        "Due Tuesday, November 10",
    ]);
}

#[tokio::test]
async fn an_opinion_with_words_of_danger_is_kept_and_answered_with_whom_to_call() {
    let house = helped().await;
    let mut tom = house.browser();
    let (path, to) = ("/harbor/help/fever", "/harbor/help/fever/opinion");
    let form = tom
        .get(path)
        .await
        .form_to(to, &[("helpful", "no"), ("words", "He is not breathing")]);
    house.pass(Span::from_secs(5)).await;
    let page = tom.send(to, &form).await;
    assert_eq!(page.status, StatusCode::OK);
    page.holds(&[
        "tel:911",
        "Nobody here reads what you look up",
        "Somebody here reads it",
    ]);
    let long = "x".repeat(301);
    let mut form = tom
        .get(path)
        .await
        .form_to(to, &[("helpful", "no"), ("words", &long)]);
    house.pass(Span::from_secs(5)).await;
    let page = tom.send(to, &form).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    page.holds(&["at most 300 characters", "<details open>"]);
    form.insert("website".to_owned(), "x".to_owned());
    assert_eq!(tom.send(to, &form).await.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn a_search_in_vain_becomes_work_and_what_was_only_typed_on_does_not() {
    let house = helped().await;
    let mut tom = house.browser();
    tom.get("/harbor/help?q=xylophone+lessons")
        .await
        .holds(&["We found nothing that fits.", "href=\"/harbor/ask\""]);
    for typed in ["zeppe", "zeppel", "zeppelin ride"] {
        let request = Request::get(format!("/harbor/help?q={}", crate::forms::encoded(typed)))
            .header("x-part", "1")
            .header("user-agent", "Mozilla/5.0 (another)");
        house
            .router
            .clone()
            .oneshot(request.body(Body::empty()).unwrap())
            .await
            .unwrap();
    }
    house.pass(Span::from_minutes(1)).await;
    let mut maria = house.signed_in("Maria Reyes", "harbor").await;
    let page = maria.get("/desk/harbor/site/work").await;
    page.holds(&["A search found nothing", "xylophone lessons", "zeppelin ride"]);
    assert!(!page.has("“zeppe”") && !page.has("“zeppel”"));
}

#[tokio::test]
async fn an_ask_form_that_comes_back_suggests_what_may_answer_and_is_never_in_the_way() {
    let house = helped().await;
    let harbor = house.practice("harbor").await;
    // Beside articles about everything else, a word tells one of them.
    let other = |number: u8| {
        let title = format!("Matter {number}");
        file(
            Language::English,
            &format!("matter-{number}"),
            &title,
            "More of it here.",
        )
    };
    let others: Vec<File> = (1..40).map(other).collect();
    files::load(&house.app, &harbor, &others).await.unwrap();
    let mut tom = house.browser();
    let form = tom.get("/harbor/ask").await;
    form.holds(&[
        "data-suggest=\"/harbor/ask/suggestions\"",
        "Look through all answers",
    ]);
    let part = tom
        .post(
            "/harbor/ask/suggestions",
            &[("words", "She has a fever since last night")],
        )
        .await;
    assert_eq!(part.status, StatusCode::OK);
    part.holds(&["This may already answer it", "/harbor/help/fever"]);
    let none = tom
        .post(
            "/harbor/ask/suggestions",
            &[("words", "Hello, this is Tom again")],
        )
        .await;
    assert!(!none.has("This may already answer it"));
    let danger = tom
        .post("/harbor/ask/suggestions", &[("words", "He can't breathe, help")])
        .await;
    danger.holds(&["tel:911"]);
}

#[tokio::test]
async fn the_site_answers_counts_visits_that_sent_nothing_and_no_program() {
    let house = helped().await;
    let harbor = house.practice("harbor").await;
    let mut maria = house.signed_in("Maria Reyes", "harbor").await;
    let mut tom = house.browser();
    tom.get("/harbor/help/fever").await;
    tom.get("/harbor/help?q=fever").await;
    let robot = Request::get("/harbor/help/fever").header("user-agent", "curl/8.5");
    house
        .router
        .clone()
        .oneshot(robot.body(Body::empty()).unwrap())
        .await
        .unwrap();
    house.pass(Span::from_minutes(1)).await;
    maria.get("/desk/harbor/definitions/site").await.holds(&[
        "100\u{202f}%",
        "of one visit in 28 days",
        "Visits by day",
    ]);
    // The same browser writes after all: that visit was not answered.
    house.asked("My refill is late").await;
    visits::flush(&house.app).await.unwrap();
    maria
        .get("/desk/harbor/definitions/site")
        .await
        .holds(&["0\u{202f}%", "of one visit in 28 days"]);
    maria.get("/desk/harbor").await.holds(&[
        "The site answered 0\u{202f}% of its visits",
        "href=\"/desk/harbor/site\"",
    ]);
    // Half an hour later it is another visit.
    house.pass(Span::from_minutes(31)).await;
    tom.get("/harbor/help/fever").await;
    house.pass(Span::from_minutes(1)).await;
    maria
        .get("/desk/harbor/definitions/site")
        .await
        .holds(&["50\u{202f}%", "of 2 visits in 28 days"]);
    drop(harbor);
}

#[tokio::test]
async fn what_is_not_published_is_not_there() {
    let house = helped().await;
    let mut tom = house.browser();
    for path in [
        "/harbor/help/nosuch",
        "/harbor/help/FEVER",
        "/harbor/help/a%00b",
        "/nosuch/help",
    ] {
        assert_eq!(tom.get(path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    let page = tom
        .ask(Method::GET, "/harbor/help/%ff", Body::empty(), None)
        .await;
    assert_eq!(page.status, StatusCode::BAD_REQUEST);
    let other = House::harbor().await;
    other
        .browser()
        .get("/harbor/help")
        .await
        .holds(&["Nothing is written here yet"]);
}
