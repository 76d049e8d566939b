//! The harness of the pages' tests: a practice on an inline store, a clock that is set, and browsers that keep cookies
//! and fill in forms as people do.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicI64, AtomicU64, Ordering};

use anteroom_app::practices::{Administrator, Founding, Practice, found};
use anteroom_app::{App, Clock, Entropy, staff};
use anteroom_core::access::Role;
use anteroom_core::ids::MemberId;
use anteroom_core::{Span, Time};
use anteroom_store::{HookPoint, Sql, Store, StoreError};
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::header::{CONTENT_TYPE, COOKIE, LOCATION, SET_COOKIE};
use axum::http::{HeaderMap, Method, Request, StatusCode};
use tower::ServiceExt;

use crate::forms::encoded;
use crate::table::{build, routes};
use crate::{Web, WebConfig};

/// 2026-11-03T10:18 in New York: a Tuesday.
pub(crate) const TUESDAY: Time = Time::from_micros(1_793_719_080_000_000);
/// The password of everybody in the tests.
pub(crate) const PASSWORD: &str = "a horse that staples";

pub(crate) struct SetClock(AtomicI64);

impl Clock for SetClock {
    fn now(&self) -> Time {
        Time::from_micros(self.0.load(Ordering::SeqCst))
    }
}

fn writes(sql: &Sql) -> bool {
    ["INSERT", "UPDATE", "DELETE"]
        .iter()
        .any(|verb| sql.postgres().starts_with(verb))
}

/// Bytes that differ and nothing more.
struct Counter(AtomicU64);

impl Entropy for Counter {
    fn fill(&self, bytes: &mut [u8]) {
        for chunk in bytes.chunks_mut(8) {
            let next = self
                .0
                .fetch_add(1, Ordering::SeqCst)
                .wrapping_add(1)
                .wrapping_mul(0x9e37_79b9_7f4a_7c15);
            chunk.copy_from_slice(&(next ^ (next >> 31)).to_be_bytes()[..chunk.len()]);
        }
    }
}

/// The world of a test.
pub(crate) struct House {
    pub app: App,
    pub router: Router,
    pub web: Web,
    pub clock: Arc<SetClock>,
    /// While set, the database takes no write.
    pub busy: Arc<AtomicBool>,
    /// While set, the database can't be reached.
    pub away: Arc<AtomicBool>,
    /// What its mail server was given.
    pub letters: mail::Letters,
}

impl House {
    /// An installation without a practice.
    pub(crate) fn empty() -> Self {
        Self::with(WebConfig::default())
    }

    pub(crate) fn with(config: WebConfig) -> Self {
        let busy = Arc::new(AtomicBool::new(false));
        let away = Arc::new(AtomicBool::new(false));
        let (refuses, gone) = (Arc::clone(&busy), Arc::clone(&away));
        let hook = move |point: HookPoint<'_>| match point {
            _ if gone.load(Ordering::SeqCst) => Err(StoreError::Unavailable("gone".to_owned())),
            HookPoint::Statement(sql) if refuses.load(Ordering::SeqCst) && writes(sql) => {
                Err(StoreError::Busy)
            }
            _ => Ok(()),
        };
        let store = Store::inline(Arc::new(hook)).expect("an inline store opens");
        let letters = mail::Letters::default();
        let clock = Arc::new(SetClock(AtomicI64::new(TUESDAY.micros())));
        let app = App::new(
            store,
            Arc::clone(&clock) as Arc<dyn Clock>,
            Arc::new(Counter(AtomicU64::new(0))),
        )
        .with_mail(mail::room(&letters));
        let web = Web::new(app.clone(), config);
        Self {
            router: build(&web, routes()),
            web,
            app,
            clock,
            busy,
            away,
            letters,
        }
    }

    /// An installation with Harbor, open day and night, where Maria works at the front desk.
    pub(crate) async fn harbor() -> Self {
        let house = Self::empty();
        let harbor = house.found("harbor", "24/7").await;
        house.enrol(&harbor, "Maria Reyes", Role::FrontDesk).await;
        house
    }

    pub(crate) async fn found(&self, slug: &str, hours: &str) -> Practice {
        let founding = Founding {
            name: format!("{slug} practice"),
            slug: slug.to_owned(),
            timezone: "America/New_York".to_owned(),
            hours: hours.to_owned(),
            phone: "(512) 555-0100".to_owned(),
            ..Founding::default()
        };
        found(&self.app, &founding, None)
            .await
            .expect("the practice is founded")
    }

    /// Adds a member, who signs in with `first name@practice.example`.
    pub(crate) async fn enrol(&self, practice: &Practice, name: &str, role: Role) -> MemberId {
        let login = login(name, &practice.slug);
        let typed = Administrator {
            name: name.to_owned(),
            login,
            password: PASSWORD.to_owned(),
        };
        staff::enrol(&self.app, practice, &typed, role)
            .await
            .expect("the member is enrolled")
    }

    /// A practice by its name in URLs.
    pub(crate) async fn practice(&self, slug: &str) -> Practice {
        let found = anteroom_app::practices::by_slug(&self.app, slug).await;
        found.expect("the practice is there")
    }

    /// Adds a login that has an account to another practice.
    pub(crate) async fn join(&self, practice: &Practice, login: &str) {
        let typed = staff::members::NewMember {
            name: "Somebody".to_owned(),
            login: login.to_owned(),
            role: Role::FrontDesk,
            password: None,
        };
        let joined = staff::members::add(&self.app, practice, &typed).await;
        joined.expect("the login joins");
    }

    /// Lets time pass, and does the work that falls due in it.
    pub(crate) async fn pass(&self, span: Span) {
        self.clock.0.fetch_add(span.micros(), Ordering::SeqCst);
        while anteroom_app::jobs::round(&self.app)
            .await
            .expect("the jobs run")
            .done
            > 0
        {}
    }

    /// Somebody with a browser and no cookies.
    pub(crate) fn browser(&self) -> Browser<'_> {
        Browser {
            house: self,
            cookies: BTreeMap::new(),
            language: "en-US",
        }
    }

    /// The streams of its screens.
    pub(crate) fn live(&self) -> &crate::live::Hub {
        &self.web.live
    }

    /// The seat of somebody signed in.
    pub(crate) async fn seat(&self, name: &str, slug: &str) -> crate::seat::Seat {
        let browser = self.signed_in(name, slug).await;
        let secret = &browser.cookies[crate::seat::COOKIE_NAME];
        crate::seat::Seat::of(&self.app, secret, slug).await
    }

    /// Somebody signed in.
    pub(crate) async fn signed_in(&self, name: &str, slug: &str) -> Browser<'_> {
        let mut browser = self.browser();
        let login = login(name, slug);
        let page = browser
            .post("/desk/session", &[("login", &login), ("password", PASSWORD)])
            .await;
        assert_eq!(page.status, StatusCode::SEE_OTHER, "{}", page.text);
        browser
    }

    /// A patient who has asked something, with the path of their status page.
    pub(crate) async fn asked(&self, words: &str) -> (Browser<'_>, String) {
        let mut patient = self.browser();
        let mut form = patient.get("/harbor/ask").await.form();
        self.pass(Span::from_secs(5)).await;
        form.extend(fields(&[
            ("name", "Tom Whitfield"),
            ("email", "tom@example.org"),
            ("words", words),
        ]));
        let sent = patient.send("/harbor/ask", &form).await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text);
        let path = sent.to().trim_end_matches("?asked=1").to_owned();
        (patient, path)
    }
}

fn login(name: &str, slug: &str) -> String {
    format!("{}@{slug}.example", crate::frame::first_name(name).to_lowercase())
}

pub(crate) mod mail {
    //! A mailroom whose server loses each letter: given out, and never answered. What it was given is kept.

    use std::sync::{Arc, Mutex};

    use anteroom_app::letters::{Carrier, Doing, KeyFault, KeyFile, Mail, Mailroom, Server};
    use anteroom_core::messages::Carried;

    pub(crate) type Letters = Arc<Mutex<Vec<Mail>>>;

    struct Loses(Letters);

    impl Carrier for Loses {
        fn carry<'a>(&'a self, _: &'a Server, mail: &'a Mail) -> Doing<'a, Carried> {
            self.0.lock().unwrap().push(mail.clone());
            Box::pin(std::future::ready(Carried::Unknown))
        }
    }

    struct Key;

    impl KeyFile for Key {
        fn open(&self) -> Result<Option<[u8; 32]>, KeyFault> {
            Ok(Some([7; 32]))
        }

        fn make(&self) -> Result<[u8; 32], KeyFault> {
            Ok([7; 32])
        }
    }

    pub(super) fn room(letters: &Letters) -> Mailroom {
        let public = Some("http://desk.example".to_owned());
        Mailroom::new(
            Arc::new(Loses(letters.clone())),
            Arc::new(crate::LetterPen),
            Arc::new(Key),
            public,
        )
    }
}

/// The fields of a form, by name.
pub(crate) type Form = BTreeMap<String, String>;

pub(crate) fn fields(fields: &[(&str, &str)]) -> Form {
    fields
        .iter()
        .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
        .collect()
}

/// Somebody's browser.
#[derive(Clone)]
pub(crate) struct Browser<'a> {
    house: &'a House,
    pub cookies: BTreeMap<String, String>,
    pub language: &'static str,
}

impl Browser<'_> {
    pub(crate) async fn get(&mut self, path: &str) -> Page {
        self.ask(Method::GET, path, Body::empty(), None).await
    }

    pub(crate) async fn post(&mut self, path: &str, typed: &[(&str, &str)]) -> Page {
        self.send(path, &fields(typed)).await
    }

    pub(crate) async fn send(&mut self, path: &str, form: &Form) -> Page {
        let pairs = form
            .iter()
            .map(|(name, value)| format!("{}={}", encoded(name), encoded(value)));
        let body = pairs.collect::<Vec<_>>().join("&");
        self.ask(
            Method::POST,
            path,
            Body::from(body),
            Some("application/x-www-form-urlencoded"),
        )
        .await
    }

    /// Any request at all.
    pub(crate) async fn ask(&mut self, method: Method, path: &str, body: Body, kind: Option<&str>) -> Page {
        let cookies: Vec<String> = self
            .cookies
            .iter()
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        let mut request = Request::builder()
            .method(method)
            .uri(path)
            .header("accept-language", self.language)
            .header("user-agent", "Mozilla/5.0 (a browser of the tests)")
            .header("host", "desk.example");
        if !cookies.is_empty() {
            request = request.header(COOKIE, cookies.join("; "));
        }
        if let Some(kind) = kind {
            request = request.header(CONTENT_TYPE, kind);
        }
        let response = self
            .house
            .router
            .clone()
            .oneshot(request.body(body).unwrap())
            .await
            .unwrap();
        let (parts, body) = response.into_parts();
        for cookie in parts.headers.get_all(SET_COOKIE) {
            let (name, rest) = cookie.to_str().unwrap().split_once('=').unwrap();
            self.cookies
                .insert(name.to_owned(), rest.split(';').next().unwrap().to_owned());
        }
        let bytes = to_bytes(body, usize::MAX).await.unwrap();
        let text = String::from_utf8_lossy(&bytes).into_owned();
        Page {
            status: parts.status,
            headers: parts.headers,
            text,
        }
    }
}

/// What came back.
#[derive(Debug, Clone)]
pub(crate) struct Page {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub text: String,
}

impl Page {
    /// Where it sends the browser.
    pub(crate) fn to(&self) -> String {
        self.headers
            .get(LOCATION)
            .map(|to| to.to_str().unwrap().to_owned())
            .unwrap_or_default()
    }

    /// The hidden fields of the page's forms; of two with one name the first.
    pub(crate) fn form(&self) -> Form {
        let mut form = Form::new();
        for input in self.text.split("<input type=\"hidden\" name=\"").skip(1) {
            let (name, rest) = input.split_once("\" value=\"").unwrap();
            form.entry(name.to_owned())
                .or_insert_with(|| rest.split('"').next().unwrap().to_owned());
        }
        form
    }

    /// The hidden fields of the page's first form to a path, with what is typed into it.
    pub(crate) fn form_to(&self, path: &str, typed: &[(&str, &str)]) -> Form {
        let start = self
            .text
            .find(&format!("action=\"{path}\""))
            .unwrap_or_else(|| panic!("no form to {path}"));
        let rest = &self.text[start..];
        let end = rest.find("</form>").unwrap();
        let form = Page {
            text: rest[..end].to_owned(),
            ..self.clone()
        };
        let mut form = form.form();
        form.extend(fields(typed));
        form
    }

    pub(crate) fn has(&self, text: &str) -> bool {
        self.text.contains(text)
    }

    /// Fails with the page unless it holds every text.
    #[track_caller]
    pub(crate) fn holds(&self, texts: &[&str]) -> &Self {
        for text in texts {
            let main = self
                .text
                .find("<main")
                .map_or(self.text.as_str(), |at| &self.text[at..]);
            assert!(
                self.has(text),
                "{text:?} is not on this page:\n{}",
                &main[..main.len().min(9_000)]
            );
        }
        self
    }
}
