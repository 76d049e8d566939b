//! A mailroom for the tales: a server that says what it was told to, and a pen that writes down what it was told.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};

use anteroom_app::letters::{
    self, Carrier, Doing, KeyFault, KeyFile, Mail, Mailroom, Pen, Server, Told, Typed, Written,
};
use anteroom_app::settings::changes::Hand;
use anteroom_core::messages::Carried;

use crate::house::House;

/// A server that says what it was told to say, and keeps what it was given.
#[derive(Default)]
pub struct Office {
    given: Mutex<Vec<Mail>>,
    says: Mutex<VecDeque<Carried>>,
}

impl Office {
    pub fn given(&self) -> Vec<Mail> {
        self.given.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    pub fn says(&self, carried: Carried) {
        let mut says = self.says.lock().unwrap_or_else(PoisonError::into_inner);
        says.push_back(carried);
    }
}

struct To(Arc<Office>);

impl Carrier for To {
    fn carry<'a>(&'a self, _: &'a Server, mail: &'a Mail) -> Doing<'a, Carried> {
        let mut given = self.0.given.lock().unwrap_or_else(PoisonError::into_inner);
        given.push(mail.clone());
        let mut says = self.0.says.lock().unwrap_or_else(PoisonError::into_inner);
        Box::pin(std::future::ready(says.pop_front().unwrap_or(Carried::Yes)))
    }
}

/// Writes down what it was told.
struct Plain;

impl Pen for Plain {
    fn write(&self, told: &Told) -> Written {
        let quiet = if told.sensitive { " quietly" } else { "" };
        Written {
            subject: format!("{}{quiet} in {:?}", told.letter, told.language),
            text: told.link.clone(),
        }
    }
}

struct Key(Arc<Mutex<[u8; 32]>>);

impl KeyFile for Key {
    fn open(&self) -> Result<Option<[u8; 32]>, KeyFault> {
        Ok(Some(*self.0.lock().unwrap_or_else(PoisonError::into_inner)))
    }

    fn make(&self) -> Result<[u8; 32], KeyFault> {
        Ok(*self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

/// The house with a mailroom; with mail set up.
pub async fn with_mail(house: House) -> (House, Arc<Office>) {
    let (house, office, _) = with_key(house).await;
    (house, office)
}

pub async fn with_key(house: House) -> (House, Arc<Office>, Arc<Mutex<[u8; 32]>>) {
    let (office, key): (Arc<Office>, _) = (Arc::default(), Arc::new(Mutex::new([7; 32])));
    let app = house.app.clone();
    let app = app.with_mail(room(Arc::new(To(office.clone())), key.clone()));
    let mut house = house;
    house.app = app;
    let typed = Typed {
        host: "smtp.example.org".to_owned(),
        security: "tls".to_owned(),
        user: "desk".to_owned(),
        password: "hunter two".to_owned(),
        from_name: "North".to_owned(),
        from_address: "desk@north.example".to_owned(),
        ..Typed::default()
    };
    letters::set(&house.app, &house.practice, &typed, Hand::operator())
        .await
        .expect("set up")
        .expect("a key");
    (house, office, key)
}

fn room(carrier: Arc<dyn Carrier>, key: Arc<Mutex<[u8; 32]>>) -> Mailroom {
    let public = Some("https://desk.example".to_owned());
    Mailroom::new(carrier, Arc::new(Plain), Arc::new(Key(key)), public)
}

/// The same house with a server that never says a word.
pub fn hanging(house: &House) -> House {
    let mut hung = house.clone();
    let key = Arc::new(Mutex::new([7; 32]));
    hung.app = house.app.clone().with_mail(room(Arc::new(Hangs), key));
    hung
}

struct Hangs;

impl Carrier for Hangs {
    fn carry<'a>(&'a self, _: &'a Server, _: &'a Mail) -> Doing<'a, Carried> {
        Box::pin(std::future::pending())
    }
}
