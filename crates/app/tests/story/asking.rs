//! A patient asks, and the desk sees it.

use anteroom_app::requests;
use anteroom_app::requests::view::{Ask, View};
use anteroom_core::Span;
use anteroom_core::requests::{EntryKind, State, Urgency};

use crate::house::{House, at, told, words};

#[tokio::test]
async fn what_a_patient_asks_stands_in_the_queue_with_its_clock_and_on_the_status_page() {
    told(|house: House| async move {
        let asked = house.ask("My knee is swollen.\nCan I come today?").await;
        house.until("Mon 09:05").await;
        let queue = requests::queue(&house.app, &house.anna, View::All, None)
            .await
            .expect("a queue");
        let row = &queue.rows[0];
        assert_eq!(
            (row.number, row.state, row.subject.as_str()),
            (asked.number, State::New, "My knee is swollen.")
        );
        assert_eq!(row.person, "Paula Pratt");
        let clock = row.clock.expect("a clock");
        assert_eq!(
            (clock.left, clock.due_at, clock.warns()),
            (Span::from_minutes(25), at("Mon 09:30"), false)
        );
        let status = house.status(&asked).await;
        assert_eq!(
            (status.number, status.answer_by),
            (asked.number, Some(at("Mon 09:30")))
        );
        assert_eq!(
            words(&status.lines, EntryKind::Patient),
            ["My knee is swollen.\nCan I come today?"]
        );
        let page = house.page(asked.number).await;
        let kinds: Vec<_> = page.lines.iter().map(|line| line.kind).collect();
        assert_eq!(
            kinds,
            [EntryKind::Patient, EntryKind::Automatic],
            "the words, then that they were taken"
        );
        assert_eq!(page.contacts, ["paula@example.org"]);
    })
    .await;
}

#[tokio::test]
async fn the_queue_is_sorted_by_what_runs_out_first() {
    told(|house: House| async move {
        let first = house.ask("first").await;
        house.until("Mon 09:10").await;
        let urgent = Ask {
            urgency: "urgent".to_owned(),
            ..house.form("today, please")
        };
        let urgent = requests::ask(&house.app, &house.practice, &urgent)
            .await
            .expect("asked");
        house.until("Mon 09:15").await;
        let queue = requests::queue(&house.app, &house.anna, View::All, None)
            .await
            .expect("a queue");
        let shown: Vec<_> = queue.rows.iter().map(|row| (row.number, row.urgency)).collect();
        assert_eq!(
            shown,
            [(urgent.number, Urgency::Urgent), (first.number, Urgency::Normal)]
        );
        assert!(
            queue.rows[0].clock.is_some_and(|clock| clock.warns()),
            "its ten minutes are the warning"
        );
        house.until("Mon 09:31").await;
        let queue = requests::queue(&house.app, &house.anna, View::All, None)
            .await
            .expect("a queue");
        let late: Vec<_> = queue
            .rows
            .iter()
            .map(|row| row.clock.map(|clock| clock.late()))
            .collect();
        assert_eq!(late, [Some(true), Some(true)]);
    })
    .await;
}

#[tokio::test]
async fn every_page_of_a_long_queue_follows_the_one_before_without_gap_or_double() {
    told(|house: House| async move {
        let mut asked = Vec::new();
        for at in 0..53 {
            asked.push(house.ask(&format!("question {at}")).await.number);
            house.clock.set(house.now() + Span::from_secs(i64::from(at % 2)));
        }
        let first = requests::queue(&house.app, &house.anna, View::All, None)
            .await
            .expect("a page");
        let next = first.next.as_deref().expect("another page");
        let second = requests::queue(&house.app, &house.anna, View::All, Some(next))
            .await
            .expect("a page");
        assert_eq!(
            (first.rows.len(), second.rows.len(), &second.next),
            (50, 3, &None)
        );
        let shown = first.rows.iter().chain(&second.rows).map(|row| row.number);
        assert_eq!(shown.collect::<Vec<_>>(), asked);
        // The recount looks at one page.
        for number in &asked[40..] {
            house
                .answer(*number, "yes", anteroom_core::requests::After::Close)
                .await;
        }
    })
    .await;
}

#[tokio::test]
async fn words_of_a_kind_that_is_for_clinicians_only_are_hidden_from_the_front_desk() {
    told(|house: House| async move {
        let kind = anteroom_core::requests::kinds::Kind {
            code: "therapy".to_owned(),
            name: "Therapy".to_owned(),
            clinical_only: true,
            sensitive: true,
            obligation: None,
        };
        let practice = house.app.store.practice(house.practice.id);
        let add = practice
            .write(move |tx| anteroom_store::practices::insert_kinds(tx, std::slice::from_ref(&kind)));
        add.await.expect("a kind");
        let form = Ask {
            kind: "therapy".to_owned(),
            ..house.form("I feel low")
        };
        let asked = requests::ask(&house.app, &house.practice, &form)
            .await
            .expect("asked");
        let front = house.page(asked.number).await;
        assert!(front.hidden && front.lines.is_empty() && front.row.subject.is_empty());
        let clinician = requests::page(&house.app, &house.ben, asked.number)
            .await
            .expect("a page");
        assert_eq!(words(&clinician.lines, EntryKind::Patient), ["I feel low"]);
        let other = house.ask("my back hurts").await;
        let beside = house.page(other.number).await.same_person;
        assert_eq!(
            beside,
            [],
            "what a member can't read they are not offered to join"
        );
    })
    .await;
}

#[tokio::test]
async fn a_second_message_of_the_same_person_is_offered_as_one_request() {
    told(|house: House| async move {
        let first = house.ask("my knee").await;
        let second = house.ask("my knee again").await;
        let form = Ask {
            name: "Peter Pratt".to_owned(),
            ..house.form("mine too")
        };
        let husband = requests::ask(&house.app, &house.practice, &form)
            .await
            .expect("asked");
        let page = house.page(second.number).await;
        assert_eq!(page.same_person, [(first.number, "my knee".to_owned())]);
        assert_eq!(page.earlier, 1);
        assert_eq!(
            house.page(husband.number).await.same_person,
            [],
            "an address is a hint, not a person"
        );
    })
    .await;
}

#[tokio::test]
async fn what_a_member_writes_down_has_no_clock_and_no_acknowledgement() {
    told(|house: House| async move {
        let form = Ask {
            email: String::new(),
            ..house.form("asks for a letter")
        };
        let number = requests::start(&house.app, &house.anna, &form)
            .await
            .expect("started");
        let page = house.page(number).await;
        assert_eq!((page.row.state, page.row.clock), (State::New, None));
        assert_eq!(page.lines.len(), 1);
        house
            .answer(
                number,
                "the letter is ready",
                anteroom_core::requests::After::Close,
            )
            .await;
    })
    .await;
}
