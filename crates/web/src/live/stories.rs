//! What screens hear of each other's work, and until when they may listen.

use std::future::poll_fn;
use std::pin::Pin;
use std::time::Duration;

use anteroom_app::staff::members;
use anteroom_core::access::Role;
use anteroom_core::requests::kinds::Kind;
use anteroom_core::{Span, limits};
use axum::body::Body;
use axum::http::{Request, StatusCode};
use hyper::body::Body as _;
use tokio::time::timeout;
use tower::ServiceExt;

use crate::testing::{Browser, House, Page};

const PAGE: &str = "/desk/harbor/requests/1000";
/// Longer than anything here takes, on a clock that runs by itself while all wait.
const LONG: Duration = Duration::from_mins(2);

/// A screen's stream.
struct Screen {
    body: Body,
    text: String,
}

impl Screen {
    async fn of(house: &House, browser: &Browser<'_>, after: &str) -> Self {
        let response = ask(house, browser, after).await;
        assert_eq!(response.status(), StatusCode::OK);
        assert_eq!(response.headers()["content-type"], "text/event-stream");
        assert!(!response.headers().contains_key("content-encoding"));
        Self {
            body: response.into_body(),
            text: String::new(),
        }
    }

    /// The data of the next event of this name; nothing once the stream has ended.
    async fn hears(&mut self, name: &str) -> Option<String> {
        let heard = timeout(LONG, async {
            loop {
                while let Some((event, rest)) = self.text.split_once("\n\n") {
                    let (event, rest) = (event.to_owned(), rest.to_owned());
                    self.text = rest;
                    if event.contains(&format!("event: {name}\n")) {
                        return Some(event);
                    }
                }
                let frame = poll_fn(|context| Pin::new(&mut self.body).poll_frame(context)).await?;
                let bytes = frame.expect("a frame").into_data().expect("data");
                self.text.push_str(std::str::from_utf8(&bytes).expect("UTF-8"));
            }
        });
        heard.await.unwrap_or_else(|_| panic!("no {name} came"))
    }

    /// Whether it ends, whatever it says until then.
    async fn ends(&mut self) -> bool {
        self.hears("nothing of this name").await.is_none()
    }
}

async fn ask(house: &House, browser: &Browser<'_>, after: &str) -> axum::response::Response {
    let cookies = browser
        .cookies
        .iter()
        .map(|(name, value)| format!("{name}={value}"));
    let request = Request::get(format!("/desk/harbor/live?after={after}"))
        .header("accept", "text/event-stream")
        .header("accept-encoding", "gzip")
        .header("accept-language", browser.language)
        .header("cookie", cookies.collect::<Vec<_>>().join("; "))
        .body(Body::empty());
    house.router.clone().oneshot(request.unwrap()).await.unwrap()
}

fn mark(page: &Page) -> String {
    let (_, rest) = page.text.split_once("data-after=\"").expect("a mark");
    rest.split('"').next().unwrap().to_owned()
}

async fn note(browser: &mut Browser<'_>, words: &str) {
    let to = format!("{PAGE}/notes");
    let form = browser.get(PAGE).await.form_to(&to, &[("words", words)]);
    assert_eq!(browser.send(&to, &form).await.status, StatusCode::SEE_OTHER);
}

/// Harbor with one request, where Maria and Jo sit at the front desk.
async fn harbor() -> House {
    let house = House::harbor().await;
    let harbor = anteroom_app::practices::by_slug(&house.app, "harbor")
        .await
        .unwrap();
    house.enrol(&harbor, "Jo Kim", Role::FrontDesk).await;
    house.asked("Is my referral ready?").await;
    house
}

#[tokio::test]
async fn what_one_person_does_the_others_screens_are_told_with_the_row_as_it_is_now() {
    let house = harbor().await;
    let mut jo = house.signed_in("Jo Kim", "harbor").await;
    let maria = house.signed_in("Maria Reyes", "harbor").await;
    tokio::time::pause();
    let mut screen = Screen::of(&house, &maria, "").await;
    screen
        .hears("again")
        .await
        .expect("its page may be older than the feed");
    note(&mut jo, "Asked Dr Shah").await;
    let changed = screen.hears("changed").await.expect("a change");
    assert!(
        changed.contains("\"1000\"") && changed.contains("Tom Whitfield"),
        "{changed}"
    );
    assert!(
        !changed.contains("Asked Dr Shah"),
        "a row has no words of the thread: {changed}"
    );
}

#[tokio::test]
async fn a_screen_whose_page_is_new_is_told_nothing_and_one_that_slept_loads_again() {
    let house = harbor().await;
    let mut jo = house.signed_in("Jo Kim", "harbor").await;
    let mut maria = house.signed_in("Maria Reyes", "harbor").await;
    tokio::time::pause();
    let mut first = Screen::of(&house, &maria, "").await;
    first.hears("again").await.expect("the feed is open");
    let page = maria.get("/desk/harbor/requests").await;
    let mut fresh = Screen::of(&house, &maria, &mark(&page)).await;
    fresh.hears("hello").await.expect("nothing was missed");
    note(&mut jo, "Asked Dr Shah").await;
    first.hears("changed").await.expect("a change");
    let mut late = Screen::of(&house, &maria, &mark(&page)).await;
    late.hears("again").await.expect("its page lacks the note");
}

#[tokio::test]
async fn the_front_desks_stream_holds_no_word_that_is_for_clinicians() {
    let house = harbor().await;
    let harbor = anteroom_app::practices::by_slug(&house.app, "harbor")
        .await
        .unwrap();
    house.enrol(&harbor, "Sam Shah", Role::Clinician).await;
    let walled = Kind {
        code: "other".to_owned(),
        name: "Therapy".to_owned(),
        clinical_only: true,
        sensitive: false,
        obligation: None,
    };
    let practice = house.app.store.practice(harbor.id);
    let wall = practice.write(move |tx| anteroom_store::practices::put_kind(tx, &walled));
    wall.await.unwrap();
    let (maria, sam) = (
        house.signed_in("Maria Reyes", "harbor").await,
        house.signed_in("Sam Shah", "harbor").await,
    );
    tokio::time::pause();
    let (mut front, mut clinic) = (
        Screen::of(&house, &maria, "").await,
        Screen::of(&house, &sam, "").await,
    );
    front.hears("again").await.expect("the feed is open");
    note(&mut sam.clone(), "Call back").await;
    let theirs = clinic.hears("changed").await.expect("a change");
    assert!(theirs.contains("Is my referral ready?"), "{theirs}");
    let hers = front.hears("changed").await.expect("a change");
    assert!(hers.contains("\"1000\"") && !hers.contains("referral"), "{hers}");
}

#[tokio::test]
async fn signing_out_ends_the_stream_at_once_and_only_that_sessions() {
    let house = harbor().await;
    let mut maria = house.signed_in("Maria Reyes", "harbor").await;
    let other = house.signed_in("Maria Reyes", "harbor").await;
    let (mut here, mut there) = (
        Screen::of(&house, &maria, "").await,
        Screen::of(&house, &other, "").await,
    );
    here.hears("again").await.expect("the feed is open");
    let form = maria.get("/desk/harbor").await.form_to("/desk/session/end", &[]);
    maria.send("/desk/session/end", &form).await;
    here.hears("end").await.expect("it says why");
    assert!(here.ends().await);
    tokio::time::pause();
    there.hears("beat").await.expect("the other session's goes on");
}

#[tokio::test]
async fn a_session_a_member_or_a_role_that_ended_elsewhere_loses_its_stream_with_the_next_beat() {
    let house = harbor().await;
    let harbor = anteroom_app::practices::by_slug(&house.app, "harbor")
        .await
        .unwrap();
    let maria = house.signed_in("Maria Reyes", "harbor").await;
    let jo = house.signed_in("Jo Kim", "harbor").await;
    let (mut hers, mut his) = (
        Screen::of(&house, &maria, "").await,
        Screen::of(&house, &jo, "").await,
    );
    hers.hears("again").await.expect("the feed is open");
    let secret = &maria.cookies[crate::seat::COOKIE_NAME];
    anteroom_app::staff::sign_out(&house.app, secret).await.unwrap();
    members::end(&house.app, &harbor, "jo@harbor.example")
        .await
        .unwrap();
    tokio::time::pause();
    assert!(hers.ends().await, "a session that ended on another node");
    assert!(his.ends().await, "somebody who works here no longer");
}

#[tokio::test]
async fn an_open_screen_by_itself_lets_no_session_go_on() {
    let house = harbor().await;
    let maria = house.signed_in("Maria Reyes", "harbor").await;
    let half = Span::from_micros(limits::SESSION.micros() / 2 + 1);
    for (passed, status) in [(half, StatusCode::OK), (half, StatusCode::SEE_OTHER)] {
        house.pass(passed).await;
        let request = Request::get("/desk/harbor/requests")
            .header("anteroom-live", "1")
            .header(
                "cookie",
                format!("anteroom_session={}", maria.cookies["anteroom_session"]),
            )
            .body(Body::empty());
        let answer = house.router.clone().oneshot(request.unwrap()).await.unwrap();
        assert_eq!(answer.status(), status);
    }
}

#[tokio::test]
async fn whoever_asks_for_a_page_where_the_stream_is_finds_none() {
    let house = harbor().await;
    let mut maria = house.signed_in("Maria Reyes", "harbor").await;
    assert_eq!(maria.get("/desk/harbor/live").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_practice_has_so_many_screens_and_one_feed_that_ends_after_the_last() {
    let house = harbor().await;
    let maria = house.signed_in("Maria Reyes", "harbor").await;
    let mut screens = Vec::new();
    for _ in 0..limits::LIVE_SCREENS {
        screens.push(Screen::of(&house, &maria, "").await);
    }
    let full = ask(&house, &maria, "").await;
    assert_eq!(full.status(), StatusCode::SERVICE_UNAVAILABLE);
    assert_eq!(house.live().counts(), (1, limits::LIVE_SCREENS));
    tokio::time::pause();
    screens.truncate(1);
    screens[0].hears("beat").await.expect("a beat");
    screens[0].hears("beat").await.expect("a beat");
    assert_eq!(house.live().counts(), (1, 1), "who has gone is forgotten");
    drop(screens);
    let over = Duration::from_micros(2 * limits::LIVE_LINGER.micros().unsigned_abs());
    tokio::time::sleep(over).await;
    assert_eq!(house.live().counts(), (0, 0), "nobody reads for nobody");
}

#[tokio::test]
async fn a_colleague_who_writes_is_seen_on_the_page_and_told_on_screens() {
    let house = harbor().await;
    let mut jo = house.signed_in("Jo Kim", "harbor").await;
    let mut maria = house.signed_in("Maria Reyes", "harbor").await;
    tokio::time::pause();
    let mut screen = Screen::of(&house, &maria, "").await;
    screen.hears("again").await.expect("the feed is open");
    let token = jo.get(PAGE).await.form()["token"].clone();
    let to = format!("{PAGE}/presence");
    let say = async |jo: &mut Browser<'_>, doing: &str| {
        let page = jo.post(&to, &[("token", &token), ("doing", doing)]).await;
        page.status
    };
    assert_eq!(say(&mut jo, "writing").await, StatusCode::NO_CONTENT);
    let present = screen.hears("present").await.expect("a change");
    let present = if present.contains("Jo Kim") {
        present
    } else {
        screen.hears("present").await.unwrap()
    };
    assert!(
        present.contains("Jo Kim is writing") && present.contains("\"1000\""),
        "{present}"
    );
    maria.get(PAGE).await.holds(&["Jo Kim is writing"]);
    assert!(
        !jo.get(PAGE).await.has("is writing"),
        "nobody is told of themselves"
    );
    assert_eq!(say(&mut jo, "gone").await, StatusCode::NO_CONTENT);
    assert!(!maria.get(PAGE).await.has("is writing"));
    assert_eq!(say(&mut jo, "dancing").await, StatusCode::UNPROCESSABLE_ENTITY);
}
