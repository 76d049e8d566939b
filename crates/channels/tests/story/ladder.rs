//! The ladder by mail, through a real socket: words of danger reach one person after the other until somebody acknowledges,
//! and no letter says anything of the patient.

use std::sync::Arc;

use crate::office::{Fault, PostOffice, Stage};
use anteroom_app::alerts::settings::{LadderWish, set_ladder};
use anteroom_app::letters::{self, Mailroom, NoKeyFile, Pen, Told, Typed, Written};
use anteroom_app::practices::{Administrator, Founding, Practice};
use anteroom_app::requests::view::Ask;
use anteroom_app::settings::changes::Hand;
use anteroom_app::staff::{self, Session};
use anteroom_app::{App, alerts, jobs, practices, requests};
use anteroom_channels::egress::Wall;
use anteroom_channels::smtp::Smtp;
use anteroom_core::access::Role;
use anteroom_core::ids::MemberId;
use anteroom_core::{Span, Time, limits};
use anteroom_sim::{SeededEntropy, SetClock};
use anteroom_store::Store;

/// 2026-01-05T09:00:00Z, a Monday.
const NINE: Time = Time::from_micros(1_767_603_600_000_000);
const PASSWORD: &str = "a horse that staples";

/// Writes the least that a ring has to say.
struct Plain;

impl Pen for Plain {
    fn write(&self, told: &Told) -> Written {
        let number = told.number.map(|number| format!("#{number}")).unwrap_or_default();
        Written {
            subject: format!("{} {number}", told.letter),
            text: format!("{number} must be acknowledged: {}", told.link),
        }
    }
}

/// A practice whose mail leaves through a post office of its own.
struct World {
    app: App,
    clock: Arc<SetClock>,
    office: PostOffice,
    practice: Practice,
}

impl World {
    async fn open() -> Self {
        let (clock, office) = (Arc::new(SetClock::at(NINE)), PostOffice::open().await);
        let store = Store::inline(Arc::new(|_| Ok(()))).expect("a store");
        let wall = Wall::new(vec!["127.0.0.0/8".parse().expect("a network")]);
        let public = Some("https://desk.example".to_owned());
        let mail = Mailroom::new(
            Arc::new(Smtp::new(wall)),
            Arc::new(Plain),
            Arc::new(NoKeyFile),
            public,
        );
        let app = App::new(store, clock.clone(), Arc::new(SeededEntropy::new(1))).with_mail(mail);
        let founding = Founding {
            name: "Harbor".to_owned(),
            slug: "harbor".to_owned(),
            timezone: "UTC".to_owned(),
            hours: "Mon-Fri 08:00-17:00".to_owned(),
            ..Founding::default()
        };
        let practice = practices::found(&app, &founding, None).await.expect("founded");
        let server = office.server();
        let typed = Typed {
            host: server.host,
            port: server.port.to_string(),
            security: server.security.to_string(),
            from_name: server.from_name,
            from_address: server.from_address,
            ..Typed::default()
        };
        let set = letters::set(&app, &practice, &typed, Hand::operator()).await;
        assert!(matches!(set, Ok(Ok(()))), "{set:?}");
        Self {
            app,
            clock,
            office,
            practice,
        }
    }

    async fn enrol(&self, name: &str, role: Role) -> MemberId {
        let typed = Administrator {
            name: name.to_owned(),
            login: format!("{}@harbor.example", name.to_lowercase()),
            password: PASSWORD.to_owned(),
        };
        let member = staff::enrol(&self.app, &self.practice, &typed, role).await;
        member.expect("enrolled")
    }

    /// Does what is due, and sends what that wrote.
    async fn pass(&self, span: Span) {
        self.clock.set(self.app.now() + span);
        while jobs::round(&self.app).await.expect("the jobs run").done > 0 {}
        while letters::round(&self.app).await.expect("the letters leave") {}
    }

    /// To whom letters went, in their order.
    fn reached(&self) -> Vec<String> {
        self.office.taken().into_iter().map(|letter| letter.to).collect()
    }

    async fn session(&self, login: &str) -> Session {
        let signed_in = staff::sign_in(&self.app, login, PASSWORD).await.expect("asked");
        let token = signed_in.expect("let in").token;
        let session = staff::session(&self.app, &token).await.expect("read");
        session.expect("a session")
    }
}

#[tokio::test]
async fn the_ladder_climbs_by_mail_past_a_server_that_is_busy_until_somebody_acknowledges() {
    let world = World::open().await;
    let (anna, ben) = (
        world.enrol("Anna", Role::FrontDesk).await,
        world.enrol("Ben", Role::Clinician).await,
    );
    let step = |id: MemberId| format!("member:{id}");
    let wish = LadderWish {
        open: vec![step(anna), step(ben), "role:front_desk".to_owned()],
        after_hours: vec![step(ben)],
        minutes: "2".to_owned(),
    };
    set_ladder(&world.app, &world.practice, &Hand::operator(), &wish)
        .await
        .expect("a ladder");
    let ask = Ask {
        name: "Paula Pratt".to_owned(),
        phone: "512 555 0100".to_owned(),
        words: "I have chest pain since noon".to_owned(),
        ..Ask::default()
    };
    let asked = requests::ask(&world.app, &world.practice, &ask)
        .await
        .expect("asked");
    world.pass(Span::from_secs(1)).await;
    assert_eq!(world.reached(), ["anna@harbor.example"], "at once");

    world.office.fails(Stage::To, Fault::Says("450 later"));
    world.pass(limits::CLIMB).await;
    assert_eq!(world.reached().len(), 1, "put off by the server");
    world.pass(limits::LETTER_PAUSE + Span::from_secs(30)).await;
    assert_eq!(
        world.reached(),
        ["anna@harbor.example", "ben@harbor.example"],
        "tried again before the next step"
    );
    for letter in world.office.taken() {
        let raw = letter.raw.to_lowercase();
        assert!(letter.text().contains(&format!("#{}", asked.number)), "{raw}");
        assert!(
            letter.link().starts_with("https://desk.example/desk/harbor"),
            "{raw}"
        );
        for secret in ["paula", "pratt", "chest", "pain", "noon"] {
            assert!(!raw.contains(secret), "{secret} stands in {raw}");
        }
    }

    let session = world.session("ben@harbor.example").await;
    let desk = staff::desk(&world.app, &session, "harbor").await.expect("a desk");
    let ringing = alerts::ringing(&world.app, &desk).await.expect("what rings");
    let done = alerts::acknowledge(&world.app, &desk, ringing[0].id).await;
    assert!(done.expect("acknowledged").first);
    world.pass(Span::from_hours(1)).await;
    assert_eq!(world.reached().len(), 2, "nobody is written to any more");
}
