//! People, patients and what is to be scheduled: who may be told what, and who is one person.

use anteroom_app::appointments::{self, Filter, TypedWish};
use anteroom_app::people::view::{TypedPatient, TypedPoint, TypedRelation, Who};
use anteroom_app::requests::view::{Ask, Asked, Status};
use anteroom_app::{Failure, people, requests};
use anteroom_core::appointments::{Reason, Refusal as Schedule, State};
use anteroom_core::ids::{PatientId, PersonId};
use anteroom_core::people::{Refusal, RelationKind};
use anteroom_core::requests::{After, EntryKind};
use anteroom_core::{Span, limits};

use crate::house::{House, missing, told, words};

/// The number that the whole family has.
const NUMBER: &str = "(512) 555-0163";

async fn ask(house: &House, name: &str, about: &str, words: &str) -> Asked {
    let form = Ask {
        name: name.to_owned(),
        email: String::new(),
        phone: NUMBER.to_owned(),
        about: about.to_owned(),
        ..house.form(words)
    };
    requests::ask(&house.app, &house.practice, &form)
        .await
        .expect("asked")
}

async fn person(house: &House, asked: &Asked) -> PersonId {
    let page = house.page(asked.number).await;
    page.people.person.expect("somebody asked")
}

async fn patient(house: &House, name: &str, born: &str) -> PatientId {
    let typed = TypedPatient {
        name: name.to_owned(),
        born: born.to_owned(),
        record_number: String::new(),
    };
    people::add_patient(&house.app, &house.anna, &typed)
        .await
        .expect("added")
}

async fn relate(house: &House, pair: (PersonId, PatientId), kind: RelationKind, seen: Option<i64>) {
    let typed = TypedRelation {
        kind,
        verified: true,
        until: String::new(),
        seen,
    };
    people::relate(&house.app, &house.anna, pair, &typed)
        .await
        .expect("related");
}

fn people_refusal<T: std::fmt::Debug>(done: Result<T, Failure>) -> Refusal {
    match done {
        Err(Failure::People(refusal)) => refusal,
        other => panic!("not refused: {other:?}"),
    }
}

fn said(status: &Status) -> Vec<&str> {
    status.lines.iter().map(|line| line.body.as_str()).collect()
}

#[tokio::test]
async fn of_a_mother_of_three_on_one_number_nobody_reads_the_others_words() {
    told(|house: House| async move {
        let leo = ask(&house, "Luz Garza", "Leo", "Leo has a rash").await;
        let ana = ask(&house, "Luz Garza", "Ana", "Ana needs her shots").await;
        let grandmother = ask(&house, "Rosa Garza", "", "My own refill").await;
        let mother = person(&house, &leo).await;
        assert_eq!(person(&house, &ana).await, mother);
        assert_ne!(person(&house, &grandmother).await, mother);
        for name in ["Leo Garza", "Ana Garza", "Eva Garza"] {
            let child = patient(&house, name, "2019-05-03").await;
            relate(&house, (mother, child), RelationKind::Parent, None).await;
        }
        house.answer(leo.number, "Show us the rash.", After::Wait).await;
        house.answer(ana.number, "Come on Monday.", After::Wait).await;
        house
            .answer(grandmother.number, "It is ready.", After::Close)
            .await;
        let links = [
            (&leo, "Leo has a rash", "Show us the rash."),
            (&ana, "Ana needs her shots", "Come on Monday."),
            (&grandmother, "My own refill", "It is ready."),
        ];
        for (at, (link, ..)) in links.iter().enumerate() {
            let status = house.status(link).await;
            let shown = said(&status);
            for (of, (_, words, reply)) in links.iter().enumerate() {
                assert_eq!(shown.contains(words), of == at, "{words}");
                assert_eq!(shown.contains(reply), of == at, "{reply}");
            }
        }
        // The desk sees that a number is no proof, and no rule chooses among three children.
        let page = people::person(&house.app, &house.anna, mother, None)
            .await
            .expect("a page");
        assert_eq!(page.points[0].shared, 1);
        assert_eq!(page.requests.rows.len(), 2);
        assert_eq!(house.page(leo.number).await.people.patient, None);
    })
    .await;
}

#[tokio::test]
async fn a_verified_relation_that_leaves_no_choice_says_about_whom_the_next_request_is() {
    told(|house: House| async move {
        let first = ask(&house, "Luz Garza", "", "A question").await;
        let (mother, leo) = (
            person(&house, &first).await,
            patient(&house, "Leo Garza", "2019-05-03").await,
        );
        relate(&house, (mother, leo), RelationKind::Parent, None).await;
        let about = |asked: Asked| {
            let house = house.clone();
            async move { house.page(asked.number).await.people.patient.map(|one| one.id) }
        };
        assert_eq!(
            about(ask(&house, "Luz Garza", "my son Leo", "He coughs").await).await,
            Some(leo)
        );
        assert_eq!(
            about(ask(&house, "Luz Garza", "", "He coughs more").await).await,
            Some(leo)
        );
        assert_eq!(
            about(ask(&house, "Luz Garza", "my mother", "She fell").await).await,
            None
        );
        // On the 18th birthday the relation ends by itself.
        let born = patient(&house, "Max Garza", "2008-01-05").await;
        relate(&house, (mother, born), RelationKind::Parent, None).await;
        let page = people::person(&house.app, &house.anna, mother, None)
            .await
            .expect("a page");
        let ended = page.relations.iter().find(|one| one.related.patient.id == born);
        assert_eq!(
            ended.map(|one| one.standing),
            Some(anteroom_core::people::relations::Standing::Ended)
        );
    })
    .await;
}

#[tokio::test]
async fn a_court_order_keeps_what_the_practice_said_from_a_link_and_its_end_gives_it_back() {
    told(|house: House| async move {
        let asked = ask(&house, "Ray Garza", "Leo", "How is Leo?").await;
        let (father, leo) = (
            person(&house, &asked).await,
            patient(&house, "Leo Garza", "2019-05-03").await,
        );
        house
            .answer(asked.number, "We look into it.", After::KeepOpen)
            .await;
        relate(&house, (father, leo), RelationKind::NoAccess, None).await;
        assert_eq!(
            words(&house.status(&asked).await.lines, EntryKind::Reply).len(),
            1
        );
        assert!(!house.page(asked.number).await.people.barred.is_empty());
        requests::concern(&house.app, &house.anna, asked.number, Some(leo))
            .await
            .expect("about Leo");
        let status = house.status(&asked).await;
        assert!(status.withheld && status.answers.is_none());
        assert!(words(&status.lines, EntryKind::Reply).is_empty());
        assert!(house.page(asked.number).await.people.barred_here);
        let front = people::unrelate(&house.app, &house.anna, (father, leo), 1).await;
        assert_eq!(people_refusal(front), Refusal::OrderStands);
        people::unrelate(&house.app, &house.ben, (father, leo), 1)
            .await
            .expect("lifted by a clinician");
        assert!(!house.status(&asked).await.withheld);
    })
    .await;
}

#[tokio::test]
async fn two_pages_of_one_person_are_read_as_one_and_parted_only_while_their_requests_are_apart() {
    told(|house: House| async move {
        let one = ask(&house, "Luz Garza", "", "one").await;
        let two = ask(&house, "Lus Garza", "", "two").await;
        let (stays, double) = (person(&house, &one).await, person(&house, &two).await);
        let merge = requests::merge(&house.app, &house.anna, one.number, two.number).await;
        assert!(matches!(merge, Err(Failure::Refused(_))));
        people::join(&house.app, &house.anna, stays, double)
            .await
            .expect("joined");
        let again = people::join(&house.app, &house.anna, stays, double).await;
        assert_eq!(people_refusal(again), Refusal::Joined);
        let page = people::person(&house.app, &house.anna, double, None)
            .await
            .expect("a page");
        assert_eq!((page.person.id, page.requests.rows.len()), (stays, 2));
        let third = ask(&house, "Lus Garza", "", "three").await;
        assert_eq!(
            person(&house, &third).await,
            stays,
            "the old name leads to who stays"
        );
        requests::merge(&house.app, &house.anna, one.number, two.number)
            .await
            .expect("one person asked both");
        let parted = people::part(&house.app, &house.anna, stays, double).await;
        assert_eq!(people_refusal(parted), Refusal::ShareRequests);
    })
    .await;
}

#[tokio::test]
async fn the_confidential_channel_is_the_only_one_that_is_used() {
    told(|house: House| async move {
        let asked = ask(&house, "Luz Garza", "", "one").await;
        let luz = person(&house, &asked).await;
        let typed = TypedPoint {
            address: "luz@example.org".to_owned(),
            confidential: true,
        };
        people::add_point(&house.app, &house.anna, luz, &typed)
            .await
            .expect("added");
        assert_eq!(house.page(asked.number).await.contacts, ["luz@example.org"]);
        let found = people::find(&house.app, &house.anna, "luz@", None)
            .await
            .expect("found");
        assert!(matches!(found.rows[..], [ref row] if matches!(row.who, Who::Person(id, _) if id == luz)));
    })
    .await;
}

#[tokio::test]
async fn a_visit_is_tried_booked_and_told_to_its_thread_and_counts_in_no_promise() {
    told(|house: House| async move {
        let asked = ask(&house, "Luz Garza", "", "A flu shot, please").await;
        let typed = TypedWish {
            what: "Flu shot".to_owned(),
            ..TypedWish::default()
        };
        let add = || appointments::add_from(&house.app, &house.anna, asked.number, &typed);
        let id = add().await.expect("on the list");
        assert!(matches!(add().await, Err(Failure::Appointment(Schedule::Twice))));
        let open = async || {
            appointments::open(&house.app, &house.anna)
                .await
                .expect("a count")
        };
        assert_eq!(open().await, 1);
        let day = |text: &str| text.parse().expect("a day and time");
        let late = appointments::book(&house.app, &house.anna, (id, 1), day("2026-01-04T09:00")).await;
        assert!(matches!(late, Err(Failure::Appointment(Schedule::InPast))));
        appointments::book(&house.app, &house.anna, (id, 1), day("2026-01-12T09:00"))
            .await
            .expect("booked");
        let second = appointments::drop(&house.app, &house.ben, (id, 1), Reason::NotNeeded).await;
        assert!(matches!(second, Err(Failure::Appointment(Schedule::Changed))));
        let page = house.page(asked.number).await;
        assert_eq!(
            words(&page.lines, EntryKind::Event),
            ["schedule-open", "schedule-booked 2026-01-12T09:00:00"]
        );
        assert!(page.row.clock.is_some(), "a booking is no answer");
        assert!(words(&house.status(&asked).await.lines, EntryKind::Event).is_empty());
        assert_eq!(open().await, 0);
        appointments::reopen(&house.app, &house.anna, (id, 2))
            .await
            .expect("again");
        house.answer(asked.number, "Come by.", After::Close).await;
        house.pass(limits::REOPEN + Span::from_days(1)).await;
        appointments::drop(&house.app, &house.anna, (id, 3), Reason::Unreached)
            .await
            .expect("dropped, though its request is closed for good");
        let ended = Filter {
            ended: true,
            ..Filter::default()
        };
        let list = appointments::list(&house.app, &house.anna, ended, None)
            .await
            .expect("a list");
        assert_eq!(list.rows[0].item.state, State::Dropped);
        missing(appointments::item(&house.app, &house.anna, [7; 16].into()).await);
    })
    .await;
}

#[tokio::test]
async fn who_read_and_changed_somebody_is_written_down_without_a_word_of_theirs() {
    told(|house: House| async move {
        let asked = ask(&house, "Luz Garza", "", "one").await;
        let (luz, leo) = (
            person(&house, &asked).await,
            patient(&house, "Leo Garza", "2019-05-03").await,
        );
        people::person(&house.app, &house.anna, luz, None)
            .await
            .expect("read");
        let typed = TypedPoint {
            address: "luz@example.org".to_owned(),
            confidential: true,
        };
        people::add_point(&house.app, &house.anna, luz, &typed)
            .await
            .expect("added");
        relate(&house, (luz, leo), RelationKind::Parent, None).await;
        let store = house.app.store.practice(house.practice.id);
        let of_luz = store
            .read(move |tx| anteroom_store::recount::deeds(tx, "person", luz.bytes()))
            .await
            .expect("deeds");
        let of_leo = store
            .read(move |tx| anteroom_store::recount::deeds(tx, "patient", leo.bytes()))
            .await
            .expect("deeds");
        let actions =
            |deeds: &[(String, String)]| -> Vec<String> { deeds.iter().map(|deed| deed.0.clone()).collect() };
        assert_eq!(actions(&of_luz), ["read", "add", "relate"]);
        assert_eq!(actions(&of_leo), ["add", "relate"]);
        for (_, fields) in of_luz.iter().chain(&of_leo) {
            for word in ["Garza", "luz@", "2019", "555"] {
                assert!(!fields.contains(word), "{fields}");
            }
        }
    })
    .await;
}
