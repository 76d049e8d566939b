//! Letters from a practice to a real mail server: through the outbox, over a socket, with the link that opens the page.

use crate::office::{Fault, Stage};
use anteroom_app::requests::view::{Link, Say};
use anteroom_app::staff::invitations::{self, Invite};
use anteroom_app::staff::{self, resets};
use anteroom_app::{jobs, letters, requests};
use anteroom_core::access::Role;
use anteroom_core::requests::{After, Via};
use anteroom_core::{Span, limits};

use crate::house::{ADA, House, PASSWORD};

fn secret(link: &str) -> &str {
    link.rsplit('/').next().expect("a secret")
}

#[tokio::test]
async fn a_patient_opens_the_page_by_the_link_of_the_letter_that_an_answer_waits() {
    anteroom_store::testing::both(|store| async move {
        let house = House::with(store).await;
        let asked = house.ask("Can I come?").await;
        let desk = house.ada().await;
        let say = Say {
            words: "Yes, at noon.".to_owned(),
            key: "one".to_owned(),
            seen: requests::page(&house.app, &desk, asked.number)
                .await
                .expect("a page")
                .version,
        };
        requests::reply(&house.app, &desk, asked.number, &say, Via::Writing, After::Wait)
            .await
            .expect("replied");
        house.pass(limits::UNDO).await;
        let taken = house.office.taken_at_least(2).await;
        assert!(taken.iter().all(|letter| letter.to == "paula@example.org"));
        assert!(
            taken
                .iter()
                .all(|letter| !letter.raw.contains("noon") && !letter.raw.contains("Paula"))
        );
        let link = taken[1].link();
        assert!(link.starts_with("https://desk.example/harbor/status/"), "{link}");
        let status = requests::status(&house.app, &house.practice, secret(&link)).await;
        let Ok(Link::Open(status)) = status else {
            panic!("the link leads nowhere: {status:?}");
        };
        assert_eq!(status.lines.last().expect("a line").body, "Yes, at noon.");
    })
    .await;
}

#[tokio::test]
async fn a_server_that_takes_a_letter_and_cuts_the_line_gets_it_once_however_long_one_waits() {
    anteroom_store::testing::both(|store| async move {
        let house = House::with(store).await;
        house.office.fails(Stage::Kept, Fault::Cuts);
        house.ask("Can I come?").await;
        for _ in 0..30 {
            house.pass(Span::from_hours(1)).await;
        }
        assert_eq!(house.office.taken().len(), 1);
        let outbox = letters::outbox(&house.app, &house.practice)
            .await
            .expect("an outbox");
        assert_eq!((outbox.unknown.len(), outbox.failed.len()), (1, 0));
    })
    .await;
}

#[tokio::test]
async fn an_invitation_by_mail_is_accepted_once_and_its_other_link_with_it() {
    anteroom_store::testing::both(|store| async move {
        let house = House::with(store).await;
        let wish = Invite {
            name: "Cleo Diaz".to_owned(),
            login: "cleo@example.org".to_owned(),
            role: Role::Clinician,
        };
        let ada = house.ada().await;
        let invited = invitations::invite(&house.app, &ada, &wish)
            .await
            .expect("invited");
        assert!(invited.mailed);
        house.pass(Span::from_secs(1)).await;
        let taken = house.office.taken_at_least(1).await;
        let (mailed, shown) = (taken[0].link(), invited.path);
        assert_eq!(taken[0].to, "cleo@example.org");
        assert_ne!(secret(&mailed), secret(&shown), "each has a secret of its own");
        let accept =
            async |link: &str| invitations::accept(&house.app, secret(link), "Cleo Diaz", PASSWORD).await;
        accept(&mailed).await.expect("accepted");
        for used in [&mailed, &shown] {
            assert!(accept(used).await.is_err(), "{used} is good once");
        }
    })
    .await;
}

#[tokio::test]
async fn another_password_is_mailed_to_who_has_an_account_and_to_nobody_else() {
    anteroom_store::testing::both(|store| async move {
        let house = House::with(store).await;
        for login in [" Ada@Harbor.example ", "nobody@harbor.example", "no address"] {
            resets::ask(&house.app, login, "en").await.expect("asked");
        }
        house.pass(Span::from_secs(1)).await;
        house.pass(Span::from_secs(1)).await;
        let taken = house.office.taken();
        assert_eq!(taken.len(), 1);
        assert_eq!(taken[0].to, ADA);
        let link = taken[0].link();
        assert!(link.starts_with("https://desk.example/reset/"), "{link}");
        let before = staff::sign_in(&house.app, ADA, PASSWORD).await.expect("tried");
        let session = before.expect("signed in").token;
        resets::set(&house.app, secret(&link), "quite another phrase")
            .await
            .expect("set");
        assert!(
            resets::set(&house.app, secret(&link), "a third phrase of hers")
                .await
                .is_err()
        );
        assert_eq!(staff::session(&house.app, &session).await.expect("read"), None);
        assert!(
            staff::sign_in(&house.app, ADA, PASSWORD)
                .await
                .expect("tried")
                .is_err()
        );
        let new = staff::sign_in(&house.app, ADA, "quite another phrase").await;
        assert!(new.expect("tried").is_ok());
    })
    .await;
}

#[tokio::test]
async fn a_server_that_is_gone_holds_up_no_other_work() {
    anteroom_store::testing::both(|store| async move {
        let house = House::with(store).await;
        house.office.always_fails(Some((Stage::Greeting, Fault::Cuts)));
        for _ in 0..5 {
            house.ask("Can I come?").await;
        }
        house.pass(Span::from_secs(1)).await;
        let outbox = letters::outbox(&house.app, &house.practice)
            .await
            .expect("an outbox");
        assert_eq!((outbox.waiting, outbox.failed.len()), (5, 0));
        assert!(jobs::given_up(&house.app).await.expect("a list").is_empty());
        house.office.always_fails(None);
        for _ in 0..10 {
            house.pass(limits::LETTER_PAUSE).await;
        }
        assert_eq!(house.office.taken().len(), 5);
    })
    .await;
}
