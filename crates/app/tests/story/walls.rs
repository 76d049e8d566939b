//! Another practice's numbers, ids and links are as good as not there, in every use case.

use anteroom_app::requests::view::{Ask, Assignment, Resolution, Say, View};
use anteroom_app::{Failure, FieldFault, promises, requests, staff};
use anteroom_core::access::Role;
use anteroom_core::requests::{After, NoReply, Refusal, Via};
use anteroom_core::text::Fault;
use anteroom_core::{Span, Time};

use crate::house::{House, found, last, member, missing, refusal, told};

#[tokio::test]
async fn no_act_of_one_practice_reaches_a_request_of_another() {
    told(|house: House| async move {
        let app = &house.app;
        let south = found(app, "south", "24/7").await;
        let sam = member(app, &south, "Sam South", Role::Administrator).await;
        for words in ["one", "two", "three"] {
            house.ask(words).await;
        }
        let number = house.rows().await.requests[2].number;
        let own = requests::ask(app, &south, &house.form("mine"))
            .await
            .expect("asked")
            .number;
        let say = Say {
            words: "hello".to_owned(),
            key: "k".to_owned(),
            seen: i64::MAX,
        };
        let entry = last(
            &house.page(number).await.lines,
            anteroom_core::requests::EntryKind::Patient,
        );
        let closing = Resolution {
            reason: Some(NoReply::Spam),
            seen: i64::MAX,
        };
        missing(requests::page(app, &sam, number).await);
        for via in [Via::Writing, Via::Phone] {
            missing(requests::reply(app, &sam, number, &say, via, After::Wait).await);
        }
        missing(requests::take_back(app, &sam, number, entry).await);
        missing(requests::note(app, &sam, number, &say).await);
        missing(requests::attempt(app, &sam, number, &say).await);
        missing(requests::assign(app, &sam, number, Assignment::default()).await);
        missing(requests::snooze(app, &sam, number, Time::MAX).await);
        missing(requests::resolve(app, &sam, number, closing).await);
        missing(requests::reopen(app, &sam, number).await);
        missing(requests::not_just_thanks(app, &sam, number, entry).await);
        missing(requests::answer_obligation(app, &sam, number, "x", &say).await);
        missing(requests::merge(app, &sam, number, own).await);
        missing(requests::merge(app, &sam, own, number).await);
        missing(requests::undelivered(app, &south, number, entry).await);
        // Of their own request, another practice's lines, members and teams.
        missing(requests::not_just_thanks(app, &sam, own, entry).await);
        assert_eq!(
            refusal(requests::take_back(app, &sam, own, entry).await),
            Refusal::NothingPending
        );
        let team = staff::add_team(app, &house.practice, "Nurses", vec![])
            .await
            .expect("a team");
        let theirs = Assignment {
            member: Some(house.anna.member.id),
            team: None,
        };
        missing(requests::assign(app, &sam, own, theirs).await);
        let theirs = Assignment {
            member: None,
            team: Some(team),
        };
        missing(requests::assign(app, &sam, own, theirs).await);
        let queue = requests::queue(app, &sam, View::All, None)
            .await
            .expect("a queue");
        assert_eq!(queue.rows.iter().map(|row| row.number).collect::<Vec<_>>(), [own]);
        assert_eq!(house.rows().await.requests[2].version, 1, "nothing was changed");
    })
    .await;
}

#[tokio::test]
async fn links_locations_and_figures_stay_with_their_practice() {
    told(|house: House| async move {
        let app = &house.app;
        let south = found(app, "south", "24/7").await;
        let asked = house.ask("one").await;
        missing(requests::status(app, &south, &asked.token).await);
        missing(requests::write_on(app, &south, &asked.token, &house.say_on("hello")).await);
        let typed = anteroom_app::practices::NewLocation {
            name: "East".to_owned(),
            ..Default::default()
        };
        let east = anteroom_app::practices::add_location(app, &house.practice, &typed)
            .await
            .expect("a location");
        let form = Ask {
            location: east.to_string(),
            ..house.form("there, please")
        };
        let refused = requests::ask(app, &south, &form).await;
        let unknown = vec![FieldFault {
            field: "location",
            fault: Fault::Shape,
        }];
        assert!(
            matches!(refused, Err(Failure::Invalid(named)) if named == unknown),
            "as one that nobody has"
        );
        let later = house.now() + Span::from_days(1);
        let report = promises::response_report(app, &south, Time::MIN, Time::MAX)
            .await
            .expect("a report");
        assert_eq!(report, anteroom_core::promises::response::Report::default());
        let open = promises::open_report(app, &south, later).await.expect("a report");
        assert_eq!(open.not_closed(), 0);
    })
    .await;
}

#[tokio::test]
async fn the_same_key_at_two_practices_is_two_requests() {
    told(|house: House| async move {
        let south = found(&house.app, "south", "24/7").await;
        let form = house.form("Can I come?");
        requests::ask(&house.app, &house.practice, &form)
            .await
            .expect("asked");
        let other = requests::ask(&house.app, &south, &form).await.expect("asked");
        missing(requests::status(&house.app, &house.practice, &other.token).await);
        assert_eq!(house.rows().await.requests.len(), 1);
    })
    .await;
}
