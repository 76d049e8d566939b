//! What time does to a request: snoozing, waiting, thanks, and words long after.

use anteroom_app::requests;
use anteroom_app::requests::view::Link;
use anteroom_core::requests::{After, EntryKind, Refusal, State};
use anteroom_core::{Span, limits};

use crate::house::{House, at, last, refusal, told, words};

#[tokio::test]
async fn a_snoozed_request_wakes_by_itself_and_its_clock_never_stopped() {
    told(|house: House| async move {
        let asked = house.ask("When is the result there?").await;
        let past = requests::snooze(&house.app, &house.anna, asked.number, house.now()).await;
        assert_eq!(refusal(past), Refusal::SnoozeInPast);
        requests::snooze(&house.app, &house.anna, asked.number, at("Mon 12:00"))
            .await
            .expect("snoozed");
        let page = house.page(asked.number).await;
        assert_eq!(
            (page.row.state, page.row.snoozed_until),
            (State::Snoozed, Some(at("Mon 12:00")))
        );
        house.until("Mon 10:00").await;
        requests::snooze(&house.app, &house.anna, asked.number, at("Mon 13:00"))
            .await
            .expect("for longer");
        house.until("Mon 12:00").await;
        let page = house.page(asked.number).await;
        assert_eq!(page.row.state, State::Snoozed);
        assert!(page.row.clock.is_some_and(|clock| clock.late()));
        house.until("Mon 13:00").await;
        assert_eq!(house.state(asked.number).await, State::Open);
        requests::snooze(&house.app, &house.anna, asked.number, at("Tue 13:00"))
            .await
            .expect("snoozed");
        house.write_on(&asked, "Hello?").await;
        assert_eq!(house.state(asked.number).await, State::Open);
        house.answer(asked.number, "On Friday.", After::Wait).await;
        requests::snooze(&house.app, &house.anna, asked.number, at("Fri 09:00"))
            .await
            .expect("snoozed");
        requests::reopen(&house.app, &house.anna, asked.number)
            .await
            .expect("brought back");
        assert_eq!(
            refusal(requests::reopen(&house.app, &house.anna, asked.number).await),
            Refusal::AlreadySo
        );
    })
    .await;
}

#[tokio::test]
async fn what_waits_for_the_patient_closes_itself_after_seven_days_and_for_good_a_month_later() {
    told(|house: House| async move {
        let asked = house.ask("Can I come?").await;
        house.answer(asked.number, "When?", After::Wait).await;
        let written = house.now() - limits::UNDO;
        house
            .until_instant(written + Span::from_days(7) - Span::from_micros(1))
            .await;
        assert_eq!(house.state(asked.number).await, State::Waiting);
        house.until_instant(written + Span::from_days(7)).await;
        assert_eq!(house.state(asked.number).await, State::Resolved);
        house.pass(limits::REOPEN).await;
        assert_eq!(house.state(asked.number).await, State::Closed);
    })
    .await;
}

#[tokio::test]
async fn the_patients_words_reopen_a_request_and_begin_the_wait_anew() {
    told(|house: House| async move {
        let asked = house.ask("Can I come?").await;
        house.answer(asked.number, "When?", After::Wait).await;
        house.pass(Span::from_days(4)).await;
        let status = house.write_on(&asked, "Tomorrow.").await;
        assert_eq!((status.state, status.number), (State::Open, asked.number));
        house
            .answer(asked.number, "Good. At what time?", After::Wait)
            .await;
        house.pass(Span::from_days(4)).await;
        assert_eq!(
            house.state(asked.number).await,
            State::Waiting,
            "the first wait is long over"
        );
        house.pass(Span::from_days(4)).await;
        assert_eq!(house.state(asked.number).await, State::Resolved);
        house.write_on(&asked, "At nine.").await;
        assert_eq!(house.state(asked.number).await, State::Open);
    })
    .await;
}

#[tokio::test]
async fn thanks_reopen_nothing_until_a_member_says_that_they_were_more() {
    told(|house: House| async move {
        let asked = house.ask("Can I come?").await;
        house.answer(asked.number, "Yes.", After::Close).await;
        house.until("Mon 10:00").await;
        house.write_on(&asked, "Thank you! 🙏").await;
        let page = house.page(asked.number).await;
        assert_eq!((page.row.state, page.row.clock), (State::Resolved, None));
        let entry = last(&page.lines, EntryKind::Patient);
        assert!(page.lines.iter().any(|line| line.id == entry && line.thanks));
        house.until("Mon 10:05").await;
        requests::not_just_thanks(&house.app, &house.anna, asked.number, entry)
            .await
            .expect("more");
        let page = house.page(asked.number).await;
        assert_eq!(
            (page.row.state, page.row.clock.map(|clock| clock.due_at)),
            (State::Open, Some(at("Mon 10:30")))
        );
        let again = requests::not_just_thanks(&house.app, &house.anna, asked.number, entry).await;
        assert_eq!(refusal(again), Refusal::AlreadySo);
    })
    .await;
}

#[tokio::test]
async fn words_after_a_month_open_a_linked_request_to_which_the_link_leads_from_then_on() {
    told(|house: House| async move {
        let asked = house.ask("Can I come?").await;
        house.answer(asked.number, "Yes.", After::Close).await;
        house.pass(Span::from_days(31)).await;
        assert_eq!(house.state(asked.number).await, State::Closed);
        house.write_on(&asked, "Thanks!").await;
        assert_eq!(house.rows().await.requests.len(), 1, "thanks open none");
        let status = house.write_on(&asked, "It hurts again.").await;
        assert_ne!(status.number, asked.number);
        assert_eq!(words(&status.lines, EntryKind::Patient), ["It hurts again."]);
        let page = house.page(status.number).await;
        assert_eq!((page.linked_to, page.row.state), (Some(asked.number), State::New));
        assert!(page.row.clock.is_some());
        let further = house.write_on(&asked, "Since Sunday.").await;
        assert_eq!((further.number, further.lines.len()), (status.number, 3));
        assert_eq!(
            house.page(asked.number).await.lines.len(),
            4,
            "the old one has its words and the thanks"
        );
    })
    .await;
}

#[tokio::test]
async fn the_same_words_sent_twice_at_once_after_a_month_open_one_request() {
    told(|house: House| async move {
        let asked = house.ask("Can I come?").await;
        house.answer(asked.number, "Yes.", After::Close).await;
        house.pass(Span::from_days(31)).await;
        let say = house.say_on("It hurts again.");
        let (app, practice, token) = (&house.app, &house.practice, asked.token.as_str());
        let send = || requests::write_on(app, practice, token, &say);
        let (one, other) = tokio::join!(send(), send());
        assert!(one.is_ok() && other.is_ok(), "{one:?} {other:?}");
        send().await.expect("sent again");
        let rows = house.rows().await;
        assert_eq!((rows.requests.len(), rows.requests[1].version), (2, 1));
    })
    .await;
}

#[tokio::test]
async fn a_link_runs_out_after_ninety_days_and_says_so() {
    told(|house: House| async move {
        let asked = house.ask("Can I come?").await;
        house
            .until_instant(house.now() + limits::STATUS_LINK - Span::from_micros(1))
            .await;
        assert_eq!(house.status(&asked).await.number, asked.number);
        house.pass(Span::from_micros(1)).await;
        let link = requests::status(&house.app, &house.practice, &asked.token).await;
        assert!(matches!(link, Ok(Link::Expired)), "{link:?}");
        let say = house.say_on("Hello?");
        let link = requests::write_on(&house.app, &house.practice, &asked.token, &say).await;
        assert!(matches!(link, Ok(Link::Expired)), "{link:?}");
        assert_eq!(house.page(asked.number).await.lines.len(), 2);
    })
    .await;
}
