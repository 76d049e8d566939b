//! The worker is late: a reply whose undo is over is irrevocable all the same, and whoever acts next finds it so. The clock
//! is set here, and nothing due is done until it says so.

use anteroom_app::requests::view::{Asked, Resolution};
use anteroom_app::{promises, requests};
use anteroom_core::requests::{After, EntryKind, Outcome, Refusal, State, Via};
use anteroom_core::{Span, Time, limits};

use crate::house::{House, at, last, refusal, told, words};

/// When the reply of [`answered`] became irrevocable.
fn irrevocable_at() -> Time {
    at("Mon 09:10") + limits::UNDO
}

/// Asked at nine, answered at ten past, and half an hour later nobody has worked yet.
async fn answered(house: &House, after: After) -> Asked {
    let asked = house.ask("Can I come today?").await;
    house.clock.set(at("Mon 09:10"));
    house.write(asked.number, "Yes.", after).await;
    house.clock.set(at("Mon 09:40"));
    asked
}

/// That the first clock was answered when the undo was over, and that the worker finds nothing left to do.
async fn settled_in_time(house: &House) {
    let before = house.rows().await;
    let (ended, outcome, open) = before.clocks[0].ended.expect("it ended");
    assert_eq!(
        (ended, outcome, open),
        (
            irrevocable_at(),
            Outcome::Answered,
            Span::from_minutes(10) + limits::UNDO
        )
    );
    house.work().await;
    let after = house.rows().await;
    assert_eq!(after.events, before.events, "nothing is left to do");
    assert_eq!(after.requests, before.requests);
}

#[tokio::test]
async fn another_reply_is_taken_as_soon_as_the_first_is_irrevocable() {
    told(|house: House| async move {
        let asked = answered(&house, After::Wait).await;
        house.write(asked.number, "Bring your card.", After::Wait).await;
        settled_in_time(&house).await;
        let page = house.page(asked.number).await;
        assert!(page.undo.is_some(), "the second can still be taken back");
        house.clock.set(house.now() + limits::UNDO);
        let say = house.say(asked.number, "At eleven.").await;
        requests::reply(
            &house.app,
            &house.ben,
            asked.number,
            &say,
            Via::Phone,
            After::Wait,
        )
        .await
        .expect("spoken");
        house.work().await;
        let lines = house.status(&asked).await.lines;
        assert_eq!(
            words(&lines, EntryKind::Reply),
            ["Yes.", "Bring your card.", "At eleven."]
        );
    })
    .await;
}

#[tokio::test]
async fn words_after_an_irrevocable_reply_have_not_crossed_it_and_start_their_own_clock() {
    told(|house: House| async move {
        let asked = answered(&house, After::Wait).await;
        let status = house.write_on(&asked, "And my son?").await;
        assert_eq!(
            (status.state, status.answer_by),
            (State::Open, Some(at("Mon 10:10")))
        );
        settled_in_time(&house).await;
    })
    .await;
}

#[tokio::test]
async fn what_was_answered_is_closed_without_a_reason_snoozed_and_joined() {
    told(|house: House| async move {
        let asked = answered(&house, After::Wait).await;
        let seen = house.page(asked.number).await.version;
        let closing = Resolution { reason: None, seen };
        requests::resolve(&house.app, &house.anna, asked.number, closing)
            .await
            .expect("closed");
        settled_in_time(&house).await;
    })
    .await;
    told(|house: House| async move {
        let asked = answered(&house, After::Wait).await;
        requests::snooze(&house.app, &house.anna, asked.number, at("Mon 11:00"))
            .await
            .expect("snoozed");
        settled_in_time(&house).await;
    })
    .await;
    told(|house: House| async move {
        let asked = answered(&house, After::Close).await;
        let other = house.ask("Or tomorrow?").await;
        requests::merge(&house.app, &house.anna, other.number, asked.number)
            .await
            .expect("joined");
        settled_in_time(&house).await;
        let due_at = house.page(other.number).await.row.clock.map(|clock| clock.due_at);
        assert_eq!(due_at, Some(at("Mon 10:10")));
    })
    .await;
}

#[tokio::test]
async fn a_note_settles_what_is_overdue_and_taking_back_comes_too_late() {
    told(|house: House| async move {
        let asked = answered(&house, After::Wait).await;
        let before = house.rows().await;
        let entry = last(&house.page(asked.number).await.lines, EntryKind::Reply);
        let late = requests::take_back(&house.app, &house.anna, asked.number, entry).await;
        assert_eq!(refusal(late), Refusal::NothingPending);
        let after = house.rows().await;
        assert_eq!(after.events, before.events, "what is refused changes nothing");
        let say = house.say(asked.number, "she sounded glad").await;
        requests::note(&house.app, &house.anna, asked.number, &say)
            .await
            .expect("noted");
        settled_in_time(&house).await;
    })
    .await;
}

#[tokio::test]
async fn a_request_counts_as_answered_from_when_its_reply_was_irrevocable() {
    told(|house: House| async move {
        let asked = answered(&house, After::Wait).await;
        let say = house.say(asked.number, "she sounded glad").await;
        requests::note(&house.app, &house.anna, asked.number, &say)
            .await
            .expect("noted");
        let counted = async |at| {
            let counts = promises::open_report(&house.app, &house.practice, at).await;
            counts.expect("a report")
        };
        let running = counted(irrevocable_at() - Span::from_micros(1)).await;
        assert_eq!((running.open, running.waiting), (1, 0));
        let ended = counted(irrevocable_at()).await;
        assert_eq!((ended.open, ended.waiting), (0, 1));
    })
    .await;
}

#[tokio::test]
async fn a_reply_that_reached_nobody_lets_its_clock_run_again_though_nobody_worked() {
    told(|house: House| async move {
        let asked = answered(&house, After::Close).await;
        let entry = last(&house.page(asked.number).await.lines, EntryKind::Reply);
        requests::undelivered(&house.app, &house.practice, asked.number, entry)
            .await
            .expect("known");
        house.work().await;
        let page = house.page(asked.number).await;
        assert_eq!(
            (page.row.state, page.row.clock.map(|clock| clock.due_at)),
            (State::Open, Some(at("Mon 09:30")))
        );
    })
    .await;
}

#[tokio::test]
async fn hours_that_change_before_the_worker_looks_leave_an_answer_as_it_was() {
    told(|house: House| async move {
        answered(&house, After::Wait).await;
        house.change_hours("Mon-Fri 09:08-17:00").await;
        settled_in_time(&house).await;
    })
    .await;
}
