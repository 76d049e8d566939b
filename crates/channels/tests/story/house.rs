//! Harbor, with Ada and a mail server on this machine: what every tale here begins with.

use std::sync::Arc;

use crate::office::PostOffice;
use anteroom_app::letters::{self, KeyFault, KeyFile, Mailroom, Pen, Told, Typed, Written};
use anteroom_app::practices::{self, Administrator, Founding, Practice};
use anteroom_app::requests::view::{Ask, Asked, Desk};
use anteroom_app::settings::changes::Hand;
use anteroom_app::{App, jobs, requests, staff};
use anteroom_channels::egress::Wall;
use anteroom_channels::smtp::Smtp;
use anteroom_core::{Span, Time};
use anteroom_sim::{SeededEntropy, SetClock};
use anteroom_store::Store;

struct Plain;

impl Pen for Plain {
    fn write(&self, told: &Told) -> Written {
        Written {
            subject: told.letter.to_string(),
            text: told.link.clone(),
        }
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

pub struct House {
    pub app: App,
    pub clock: Arc<SetClock>,
    pub practice: Practice,
    pub office: PostOffice,
}

pub const ADA: &str = "ada@harbor.example";
pub const PASSWORD: &str = "a horse that staples";

impl House {
    /// Harbor with Ada, its administrator, and mail to a server on this machine.
    pub async fn with(store: Store) -> Self {
        let clock = Arc::new(SetClock::at(Time::from_micros(1_767_603_600_000_000)));
        let office = PostOffice::open().await;
        let wall = Wall::new(vec!["127.0.0.0/8".parse().expect("a network")]);
        let public = Some("https://desk.example".to_owned());
        let room = Mailroom::new(Arc::new(Smtp::new(wall)), Arc::new(Plain), Arc::new(Key), public);
        let app = App::new(store, clock.clone(), Arc::new(SeededEntropy::new(1))).with_mail(room);
        let founding = Founding {
            name: "Harbor".to_owned(),
            slug: "harbor".to_owned(),
            timezone: "UTC".to_owned(),
            hours: "24/7".to_owned(),
            ..Founding::default()
        };
        let ada = Administrator {
            name: "Ada Stone".to_owned(),
            login: ADA.to_owned(),
            password: PASSWORD.to_owned(),
        };
        let practice = practices::found(&app, &founding, Some(&ada)).await;
        let practice = practice.expect("founded");
        let server = office.server();
        let typed = Typed {
            host: server.host,
            port: server.port.to_string(),
            security: server.security.to_string(),
            user: "desk".to_owned(),
            password: "hunter two".to_owned(),
            from_name: server.from_name,
            from_address: server.from_address,
        };
        letters::set(&app, &practice, &typed, Hand::operator())
            .await
            .expect("set up")
            .expect("a key");
        Self {
            app,
            clock,
            practice,
            office,
        }
    }

    pub async fn pass(&self, span: Span) {
        self.clock.set(self.app.now() + span);
        while jobs::round(&self.app).await.expect("a round of jobs").done > 0 {}
        while letters::round(&self.app).await.expect("a round of letters") {}
    }

    pub async fn ada(&self) -> Desk {
        let begun = staff::sign_in(&self.app, ADA, PASSWORD).await.expect("tried");
        let session = staff::session(&self.app, &begun.expect("signed in").token).await;
        let session = session.expect("read").expect("a session");
        staff::desk(&self.app, &session, "harbor").await.expect("a desk")
    }

    /// Paula asks.
    pub async fn ask(&self, words: &str) -> Asked {
        let ask = Ask {
            name: "Paula Pratt".to_owned(),
            email: "paula@example.org".to_owned(),
            words: words.to_owned(),
            ..Ask::default()
        };
        requests::ask(&self.app, &self.practice, &ask)
            .await
            .expect("asked")
    }
}
