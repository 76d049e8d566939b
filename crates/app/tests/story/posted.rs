//! Letters whose matter changes while they wait: words that moved to another request, an alert
//! that somebody saw to, an account that opens another desk.

use anteroom_app::alerts::settings::{LadderWish, set_ladder};
use anteroom_app::practices::Administrator;
use anteroom_app::settings::changes::Hand;
use anteroom_app::staff::members::{self, NewMember};
use anteroom_app::staff::resets;
use anteroom_app::{alerts, letters, requests, staff};
use anteroom_core::access::Role;
use anteroom_core::ids::MemberId;
use anteroom_core::limits;
use anteroom_core::requests::{After, EntryKind};

use crate::house::{House, found, last, told};
use crate::office::with_mail;

/// Sends what is due.
async fn post(house: &House) {
    while letters::round(&house.app).await.expect("a round of letters") {}
}

const IRIS: &str = "iris@north.example";

/// Somebody who signs in.
async fn iris(house: &House) -> MemberId {
    let iris = Administrator {
        name: "Iris Ito".to_owned(),
        login: IRIS.to_owned(),
        password: "a horse that staples".to_owned(),
    };
    let enrolled = staff::enrol(&house.app, &house.practice, &iris, Role::FrontDesk).await;
    enrolled.expect("enrolled")
}

#[tokio::test]
async fn a_way_to_another_password_passes_no_practices_server_once_the_account_opens_two_desks() {
    told(|house: House| async move {
        let (house, office) = with_mail(house).await;
        iris(&house).await;
        let ask = async || {
            resets::ask(&house.app, IRIS, "en").await.expect("asked");
            post(&house).await;
            post(&house).await;
        };
        ask().await;
        assert_eq!(office.given().len(), 1);
        let south = found(&house.app, "south", "24/7").await;
        let joins = NewMember {
            name: "Iris Ito".to_owned(),
            login: IRIS.to_owned(),
            role: Role::FrontDesk,
            password: None,
        };
        members::add(&house.app, &south, &joins).await.expect("joined");
        ask().await;
        assert_eq!(office.given().len(), 1);
    })
    .await;
}

#[tokio::test]
async fn words_that_became_a_request_of_their_own_are_answered_where_they_were_asked() {
    told(|house: House| async move {
        let (house, office) = with_mail(house).await;
        let one = house.ask("my knee").await;
        post(&house).await;
        house.write_on(&one, "and my bill is wrong").await;
        let lines = house.page(one.number).await.lines;
        let part = requests::Part {
            lines: vec![last(&lines, EntryKind::Patient)],
            kind: "billing".to_owned(),
            subject: String::new(),
        };
        let bill = requests::split(&house.app, &house.anna, one.number, &part).await;
        let before = office.given().len();
        house
            .answer(bill.expect("split"), "It is paid.", After::Wait)
            .await;
        post(&house).await;
        let given = office.given();
        assert_eq!(given.len(), before + 1);
        assert_eq!(given[before].to, given[0].to);
    })
    .await;
}

#[tokio::test]
async fn a_ring_that_waited_is_not_sent_once_somebody_has_acknowledged() {
    told(|house: House| async move {
        let (house, office) = with_mail(house).await;
        let app = &house.app;
        let iris = iris(&house).await;
        let iris = format!("member:{iris}");
        let wish = LadderWish {
            open: vec![iris.clone()],
            after_hours: vec![iris],
            minutes: "2".to_owned(),
        };
        set_ladder(app, &house.practice, &Hand::operator(), &wish)
            .await
            .expect("a ladder");
        let asked = house.ask("I have chest pain").await;
        post(&house).await;
        let before = office.given().len();
        house.work().await;
        post(&house).await;
        assert_eq!(office.given().len(), before + 1, "rung by mail");
        house.pass(limits::CLIMB).await;
        let page = house.page(asked.number).await;
        let alert = page.alerts[0].id;
        alerts::acknowledge(app, &house.ben, alert)
            .await
            .expect("acknowledged");
        post(&house).await;
        assert_eq!(office.given().len(), before + 1, "nobody comes for nothing");
        let outbox = letters::outbox(&house.app, &house.practice)
            .await
            .expect("an outbox");
        assert_eq!((outbox.waiting, outbox.failed.len()), (0, 0));
    })
    .await;
}
