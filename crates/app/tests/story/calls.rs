//! Calls: told in any order, owed an answer, and never doubled.

use anteroom_app::calls::view::{self, Filter};
use anteroom_app::calls::{self, ByHand, Event, How, What};
use anteroom_app::lines::{self, Facts};
use anteroom_app::requests::view::View;
use anteroom_app::settings::Hand;
use anteroom_app::{promises, requests};
use anteroom_core::calls::Outcome;
use anteroom_core::requests::{EntryKind, State, Urgency};
use anteroom_core::{Span, limits};

use crate::house::{House, at, told, words};

const NUMBER: &str = "+1 512 555 0142";

fn event(call: &str, when: &str, what: What) -> Event {
    Event {
        call: call.to_owned(),
        at: at(when),
        what,
        line: String::new(),
        caller: NUMBER.to_owned(),
    }
}

fn left(words: &str) -> What {
    What::Left(How::Voicemail, words.to_owned())
}

async fn heard(house: &House, events: &[Event]) -> Vec<i64> {
    calls::heard(&house.app, &house.practice, events)
        .await
        .expect("heard")
}

async fn queue(house: &House) -> Vec<requests::view::Row> {
    requests::queue(&house.app, &house.anna, View::All, None)
        .await
        .expect("a queue")
        .rows
}

async fn listed(house: &House) -> Vec<view::Listed> {
    view::list(&house.app, &house.practice, Filter::default(), None)
        .await
        .expect("a list")
        .rows
}

#[tokio::test]
async fn a_lost_caller_waits_in_the_queue_from_the_moment_they_were_lost() {
    told(|house: House| async move {
        heard(&house, &[event("1", "Mon 08:50", What::Queued)]).await;
        assert!(
            queue(&house).await.is_empty(),
            "the caller still waits on the phone"
        );
        heard(&house, &[event("1", "Mon 08:52", What::Ended)]).await;
        let row = queue(&house).await.remove(0);
        assert_eq!((row.subject.as_str(), row.state), (NUMBER, State::New));
        let clock = row.clock.expect("a clock");
        assert_eq!(clock.due_at, at("Mon 09:22"));
        let call = listed(&house).await.remove(0);
        assert_eq!(
            (call.outcome, call.hold, call.request),
            (Some(Outcome::Abandoned), Span::from_minutes(2), Some(row.number))
        );
    })
    .await;
}

#[tokio::test]
async fn whose_number_it_is_is_a_hint_and_a_shared_number_is_nobodys() {
    told(|house: House| async move {
        let mut form = house.form("My knee hurts");
        form.phone = "(512) 555-0142".to_owned();
        requests::ask(&house.app, &house.practice, &form)
            .await
            .expect("asked");
        heard(&house, &[event("1", "Mon 08:59", What::Ended)]).await;
        let row = queue(&house).await.into_iter().find(|row| row.subject == NUMBER);
        assert_eq!(row.expect("the call").person, "Paula Pratt");
        let mut other = house.form("Mine, too");
        other.phone = "(512) 555-0199".to_owned();
        requests::ask(&house.app, &house.practice, &other)
            .await
            .expect("asked");
        other.name = "Peter Pratt".to_owned();
        other.key = house.key();
        requests::ask(&house.app, &house.practice, &other)
            .await
            .expect("asked");
        let shared = Event {
            caller: "512-555-0199".to_owned(),
            ..event("2", "Mon 08:59", What::Ended)
        };
        heard(&house, &[shared]).await;
        let row = queue(&house)
            .await
            .into_iter()
            .find(|row| row.subject == "512-555-0199");
        assert_eq!(row.expect("the call").person, "");
    })
    .await;
}

#[tokio::test]
async fn a_second_call_of_a_number_raises_the_request_and_opens_no_other() {
    told(|house: House| async move {
        let opened = heard(&house, &[event("1", "Mon 08:58", What::Ended)]).await;
        house.until("Mon 09:05").await;
        let again = heard(
            &house,
            &[event("2", "Mon 09:04", left("Please call me, it is worse"))],
        )
        .await;
        assert_eq!((opened.len(), again.len()), (1, 0));
        let rows = queue(&house).await;
        let [row] = rows.as_slice() else {
            panic!("{rows:?}")
        };
        assert_eq!(row.urgency, Urgency::Urgent);
        let clock = row.clock.expect("a clock");
        assert_eq!(
            clock.due_at,
            at("Mon 09:08"),
            "the urgent target from the old start"
        );
        let page = house.page(row.number).await;
        assert_eq!(
            words(&page.lines, EntryKind::Patient),
            ["Please call me, it is worse"]
        );
        // Its words come again, and longer: they are said once more, and raise nothing.
        heard(
            &house,
            &[event("2", "Mon 09:04", left("Please call me, it is worse now"))],
        )
        .await;
        let page = house.page(row.number).await;
        assert_eq!(words(&page.lines, EntryKind::Patient).len(), 2);
        // A number that called after its request was resolved asks anew.
        house
            .answer(
                row.number,
                "We called you.",
                anteroom_core::requests::After::Close,
            )
            .await;
        heard(&house, &[event("3", "Mon 09:06", What::Ended)]).await;
        assert_eq!(queue(&house).await.len(), 1);
        assert_ne!(queue(&house).await[0].number, row.number);
    })
    .await;
}

#[tokio::test]
async fn words_of_danger_in_a_voicemail_ring() {
    told(|house: House| async move {
        heard(
            &house,
            &[event(
                "1",
                "Mon 08:59",
                left("I have chest pain and can't breathe"),
            )],
        )
        .await;
        let row = queue(&house).await.remove(0);
        let page = house.page(row.number).await;
        assert!(!page.alerts.is_empty(), "somebody is rung");
    })
    .await;
}

#[tokio::test]
async fn a_call_to_a_closed_line_is_an_open_request_and_no_part_of_the_promise() {
    told(|house: House| async move {
        let line = Facts {
            name: "Front desk".to_owned(),
            number: "(512) 555-0100".to_owned(),
            location: String::new(),
        };
        lines::set(&house.app, &house.practice, &Hand::operator(), None, &line)
            .await
            .expect("a line");
        house.until("Mon 20:00").await;
        let of_line = |when: &str, what: What| Event {
            line: "+15125550100".to_owned(),
            ..event("1", when, what)
        };
        heard(
            &house,
            &[
                of_line("Mon 19:58", What::Arrived),
                of_line("Mon 19:59", What::Ended),
            ],
        )
        .await;
        let call = listed(&house).await.remove(0);
        assert_eq!(
            (call.outcome, call.line.as_str()),
            (Some(Outcome::AfterHours), "Front desk")
        );
        let row = queue(&house).await.remove(0);
        assert_eq!(row.clock.expect("a clock").due_at, at("Tue 08:30"));
        let (_, report) =
            promises::hold_report(&house.app, &house.practice, at("Mon 00:00"), at("Tue 00:00"))
                .await
                .expect("a report");
        assert_eq!((report.offered, report.after_hours), (0, 1));
    })
    .await;
}

#[tokio::test]
async fn a_call_whose_end_never_comes_is_ended_by_a_look_and_once() {
    told(|house: House| async move {
        heard(&house, &[event("1", "Mon 09:00", What::Queued)]).await;
        house.pass(limits::CALL_LASTS).await;
        assert!(queue(&house).await.is_empty());
        house.pass(Span::from_minutes(2)).await;
        assert_eq!(listed(&house).await[0].outcome, Some(Outcome::Lost));
        assert_eq!(queue(&house).await.len(), 1);
        house.pass(Span::from_minutes(2)).await;
        assert_eq!(queue(&house).await.len(), 1);
        // The answer was told late: the caller waits for nothing.
        heard(
            &house,
            &[event("1", "Mon 09:01", What::Answered("Anna Ames".to_owned()))],
        )
        .await;
        assert_eq!(listed(&house).await[0].outcome, Some(Outcome::Answered));
        assert!(queue(&house).await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn a_call_that_somebody_writes_down_counts_like_any_other() {
    told(|house: House| async move {
        let typed = ByHand {
            outcome: "answered".to_owned(),
            hold: "45".to_owned(),
            talk: "3".to_owned(),
            key: house.key(),
            ..ByHand::default()
        };
        let one = calls::log(&house.app, &house.anna, &typed)
            .await
            .expect("written");
        let again = calls::log(&house.app, &house.anna, &typed)
            .await
            .expect("written");
        assert_eq!(one, again);
        let (_, report) =
            promises::hold_report(&house.app, &house.practice, at("Mon 00:00"), at("Tue 00:00"))
                .await
                .expect("a report");
        assert_eq!((report.offered, report.in_time), (1, 1));
        assert_eq!(report.mean, Some(Span::from_secs(45)));
        assert!(queue(&house).await.is_empty(), "answered live has no clock");
        let page = view::now(&house.app, &house.practice).await.expect("a page");
        assert_eq!(page.today.answered, 1);
        assert_eq!(page.halves[17].answered, 1, "it began before nine");
    })
    .await;
}
