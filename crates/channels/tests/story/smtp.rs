//! Mail through a real socket: what the server says, and what it leaves unsaid.

use std::sync::Arc;

use crate::office::{Fault, PostOffice, Stage};
use anteroom_app::letters::{Carrier, Mail, Server};
use anteroom_channels::egress::Wall;
use anteroom_channels::smtp::Smtp;
use anteroom_core::Time;
use anteroom_core::messages::{Carried, Security, Why};

fn smtp() -> Smtp {
    Smtp::new(Wall::new(vec!["127.0.0.0/8".parse().expect("a network")]))
}

fn mail() -> Mail {
    Mail {
        id: [7; 16].into(),
        to: "paula@example.org".to_owned(),
        subject: "Llegó su solicitud".to_owned(),
        text: "¡Hola!\n.\nhttps://desk.example/harbor/status/x\n".to_owned(),
        language: "es".to_owned(),
        at: Time::from_micros(1_767_600_000_000_000),
    }
}

async fn carried(office: &PostOffice) -> Carried {
    smtp().carry(&office.server(), &mail()).await
}

#[tokio::test]
async fn a_letter_arrives_as_it_was_written() {
    let office = PostOffice::open().await;
    assert_eq!(carried(&office).await, Carried::Yes);
    let taken = office.taken();
    assert_eq!(taken.len(), 1);
    assert_eq!(
        (taken[0].from.as_str(), taken[0].to.as_str()),
        ("desk@harbor.example", "paula@example.org")
    );
    assert_eq!(
        taken[0].text().trim_end(),
        "¡Hola!\r\n.\r\nhttps://desk.example/harbor/status/x"
    );
    assert_eq!(taken[0].link(), "https://desk.example/harbor/status/x");
    let id = taken[0].header("Message-ID").to_owned();
    assert_eq!(carried(&office).await, Carried::Yes);
    assert_eq!(
        office.taken()[1].header("Message-ID"),
        id,
        "the same letter is known again"
    );
}

#[tokio::test]
async fn name_and_password_are_given_where_they_are_set() {
    let office = PostOffice::open().await;
    let server = Server {
        sign_in: Some(("desk".to_owned(), "hunter two".to_owned())),
        ..office.server()
    };
    assert_eq!(smtp().carry(&server, &mail()).await, Carried::Yes);
    office.fails(Stage::SignIn, Fault::Says("535 no"));
    // The practice's own fault, mended meanwhile: not this patient's address.
    assert_eq!(smtp().carry(&server, &mail()).await, Carried::NotNow(Why::SignIn));
    assert!(!format!("{server:?}").contains("hunter"));
}

#[tokio::test]
async fn what_the_server_says_of_the_address_or_the_letter_is_for_good_or_for_now() {
    let office = PostOffice::open().await;
    let busy = Carried::NotNow(Why::Busy);
    let never = Carried::Never(Why::Refused);
    for (stage, said, expected) in [
        (Stage::Greeting, "421 later", busy),
        (Stage::Greeting, "554 no", Carried::NotNow(Why::Unreachable)),
        (Stage::Hello, "421 later", busy),
        (Stage::From, "451 later", busy),
        (Stage::From, "550 not you", Carried::NotNow(Why::SignIn)),
        (Stage::To, "450 later", busy),
        (Stage::To, "550 nobody here", never),
        (Stage::Data, "451 later", busy),
        (Stage::Data, "554 no", never),
        (Stage::Letter, "452 full", busy),
        (Stage::Letter, "554 spam", never),
    ] {
        office.fails(stage, Fault::Says(said));
        assert_eq!(carried(&office).await, expected, "{stage:?} {said}");
    }
}

#[tokio::test]
async fn a_line_that_breaks_before_the_letter_is_no_letter_and_after_it_nobody_knows() {
    let office = PostOffice::open().await;
    for stage in [Stage::Greeting, Stage::Hello, Stage::From, Stage::To, Stage::Data] {
        office.fails(stage, Fault::Cuts);
        assert_eq!(
            carried(&office).await,
            Carried::NotNow(Why::Unreachable),
            "{stage:?}"
        );
    }
    assert!(office.taken().is_empty());
    office.fails(Stage::Letter, Fault::Cuts);
    assert_eq!(carried(&office).await, Carried::Unknown);
    office.fails(Stage::Kept, Fault::Cuts);
    assert_eq!(carried(&office).await, Carried::Unknown);
    assert_eq!(office.taken().len(), 1, "kept once, and nobody was told");
}

#[tokio::test]
async fn a_server_that_says_nothing_is_given_up_in_time() {
    let office = PostOffice::open().await;
    for (stage, expected) in [
        (Stage::Greeting, Carried::NotNow(Why::Unreachable)),
        (Stage::To, Carried::NotNow(Why::Unreachable)),
        (Stage::Kept, Carried::Unknown),
    ] {
        office.fails(stage, Fault::Hangs);
        let hasty = smtp().waiting(std::time::Duration::from_millis(300));
        assert_eq!(
            hasty.carry(&office.server(), &mail()).await,
            expected,
            "{stage:?}"
        );
    }
}

#[tokio::test]
async fn nothing_is_said_to_a_server_without_the_encryption_that_was_asked_for() {
    let office = PostOffice::open().await;
    for security in [Security::StartTls, Security::Tls] {
        let server = Server {
            security,
            sign_in: Some(("desk".to_owned(), "hunter two".to_owned())),
            ..office.server()
        };
        let carried = smtp().carry(&server, &mail()).await;
        assert!(matches!(carried, Carried::NotNow(_)), "{security}: {carried:?}");
        if security == Security::StartTls {
            assert_eq!(carried, Carried::NotNow(Why::Encryption));
        }
    }
    assert!(office.taken().is_empty());
}

#[tokio::test]
async fn no_connection_is_opened_to_what_lies_inside() {
    let office = PostOffice::open().await;
    let walled: Arc<dyn Carrier> = Arc::new(Smtp::new(Wall::default()));
    assert_eq!(
        walled.carry(&office.server(), &mail()).await,
        Carried::NotNow(Why::Walled)
    );
    let elsewhere = Server {
        host: "no such host".to_owned(),
        ..office.server()
    };
    assert_eq!(
        smtp().carry(&elsewhere, &mail()).await,
        Carried::NotNow(Why::Unreachable)
    );
    let address = Mail {
        to: "no address".to_owned(),
        ..mail()
    };
    assert_eq!(
        smtp().carry(&office.server(), &address).await,
        Carried::Never(Why::NoAddress)
    );
    assert!(office.taken().is_empty());
}
