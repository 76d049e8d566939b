//! Replies: the undo, who was first, calls, words that cross, and what reached nobody.

use anteroom_app::requests::view::{Assignment, Resolution};
use anteroom_app::{promises, requests};
use anteroom_core::requests::{After, EntryKind, NoReply, Refusal, State, Via};
use anteroom_core::{Span, limits};

use crate::house::{House, at, last, refusal, told, words};

#[tokio::test]
async fn a_reply_reaches_the_status_page_when_its_undo_is_over() {
    told(|house: House| async move {
        let asked = house.ask("Can I come today?").await;
        house.until("Mon 09:10").await;
        house.write(asked.number, "Yes, at eleven.", After::Wait).await;
        let page = house.page(asked.number).await;
        assert!(
            page.undo.is_some() && page.row.clock.is_some(),
            "it can be taken back, and the clock runs"
        );
        assert_eq!(page.lines[2].undo_until, Some(at("Mon 09:10:10")));
        house.until("Mon 09:10:09").await;
        assert_eq!(
            words(&house.status(&asked).await.lines, EntryKind::Reply),
            [""; 0]
        );
        house.until("Mon 09:10:10").await;
        let status = house.status(&asked).await;
        assert_eq!(words(&status.lines, EntryKind::Reply), ["Yes, at eleven."]);
        assert_eq!(
            (status.state, status.answer_by, status.answers.as_deref()),
            (State::Waiting, None, Some("Anna"))
        );
        assert_eq!(house.page(asked.number).await.row.clock, None);
    })
    .await;
}

#[tokio::test]
async fn an_answer_counts_from_when_it_was_irrevocable_though_nobody_worked_for_an_hour() {
    told(|house: House| async move {
        let asked = house.ask("Can I come today?").await;
        house.clock.set(at("Mon 09:10"));
        house.write(asked.number, "Yes.", After::Wait).await;
        house.clock.set(at("Mon 10:30"));
        assert_eq!(
            words(&house.status(&asked).await.lines, EntryKind::Reply),
            ["Yes."]
        );
        house.work().await;
        let (ended, _, open) = house.rows().await.clocks[0].ended.expect("it ended");
        assert_eq!(
            (ended, open),
            (at("Mon 09:10:10"), Span::from_minutes(10) + limits::UNDO)
        );
    })
    .await;
}

#[tokio::test]
async fn a_reply_that_is_taken_back_was_never_there() {
    told(|house: House| async move {
        let asked = house.ask("Can I come today?").await;
        house.write(asked.number, "Yes, Peter.", After::Close).await;
        let entry = house.page(asked.number).await.undo.expect("an undo");
        house.pass(Span::from_secs(9)).await;
        requests::take_back(&house.app, &house.anna, asked.number, entry)
            .await
            .expect("taken back");
        house.pass(Span::from_minutes(5)).await;
        let page = house.page(asked.number).await;
        assert_eq!((page.row.state, page.lines.len()), (State::Open, 2));
        assert!(page.row.clock.is_some());
        assert_eq!(
            words(&house.status(&asked).await.lines, EntryKind::Reply),
            [""; 0]
        );
        let late = requests::take_back(&house.app, &house.anna, asked.number, entry).await;
        assert_eq!(refusal(late), Refusal::NothingPending);
    })
    .await;
}

#[tokio::test]
async fn of_two_who_answer_at_once_one_is_told_who_was_first_and_sees_it() {
    told(|house: House| async move {
        let asked = house.ask("Can I come today?").await;
        let number = asked.number;
        let (one, other) = (
            house.say(number, "at ten").await,
            house.say(number, "at eleven").await,
        );
        let (anna, ben) = tokio::join!(
            requests::reply(&house.app, &house.anna, number, &one, Via::Phone, After::Wait),
            requests::reply(&house.app, &house.ben, number, &other, Via::Phone, After::Wait),
        );
        let first = if anna.is_ok() { &house.anna } else { &house.ben };
        let second = if anna.is_ok() { ben } else { anna };
        assert_eq!(
            refusal(second),
            Refusal::SpokeFirst {
                by: Some(first.member.id)
            }
        );
        let page = house.page(number).await;
        let replies: Vec<_> = page
            .lines
            .iter()
            .filter(|line| line.kind == EntryKind::Reply)
            .collect();
        assert_eq!(
            (replies.len(), replies[0].by.as_str()),
            (1, first.member.name.as_str())
        );
    })
    .await;
}

#[tokio::test]
async fn who_has_not_read_the_patients_last_words_is_told_to() {
    told(|house: House| async move {
        let asked = house.ask("Can I come today?").await;
        let say = house.say(asked.number, "Yes.").await;
        house.write_on(&asked, "Or better tomorrow?").await;
        let told = requests::reply(
            &house.app,
            &house.anna,
            asked.number,
            &say,
            Via::Writing,
            After::Wait,
        )
        .await;
        assert_eq!(refusal(told), Refusal::SpokeFirst { by: None });
        let closing = Resolution {
            reason: Some(NoReply::Spam),
            seen: say.seen,
        };
        let told = requests::resolve(&house.app, &house.anna, asked.number, closing).await;
        assert_eq!(refusal(told), Refusal::SpokeFirst { by: None });
    })
    .await;
}

#[tokio::test]
async fn calls_answer_at_once_and_attempts_do_not() {
    told(|house: House| async move {
        let asked = house.ask("Please call me").await;
        house.until("Mon 09:05").await;
        let say = house.say(asked.number, "voicemail").await;
        requests::attempt(&house.app, &house.anna, asked.number, &say)
            .await
            .expect("noted");
        assert!(house.page(asked.number).await.row.clock.is_some());
        let status = house.status(&asked).await;
        assert_eq!(
            words(&status.lines, EntryKind::Attempt),
            [""],
            "that it was tried, without the desk's words"
        );
        house.until("Mon 09:20").await;
        let say = house.say(asked.number, "told her to come").await;
        let call = requests::reply(
            &house.app,
            &house.anna,
            asked.number,
            &say,
            Via::Phone,
            After::Close,
        )
        .await;
        call.expect("spoken");
        let page = house.page(asked.number).await;
        assert_eq!(
            (page.row.state, page.row.clock, page.undo),
            (State::Resolved, None, None)
        );
    })
    .await;
}

#[tokio::test]
async fn notes_never_reach_the_patient() {
    told(|house: House| async move {
        let asked = house.ask("Please call me").await;
        let say = house.say(asked.number, "she called four times").await;
        requests::note(&house.app, &house.anna, asked.number, &say)
            .await
            .expect("noted");
        assert_eq!(house.page(asked.number).await.lines.len(), 3);
        assert_eq!(house.status(&asked).await.lines.len(), 2);
        assert_eq!(house.state(asked.number).await, State::New);
    })
    .await;
}

#[tokio::test]
async fn words_that_cross_a_reply_wait_for_their_own_answer() {
    told(|house: House| async move {
        let asked = house.ask("Can I come today?").await;
        house.until("Mon 09:10").await;
        house.write(asked.number, "Yes.", After::Close).await;
        house.pass(Span::from_secs(5)).await;
        house.write_on(&asked, "And bring my son?").await;
        house.pass(Span::from_secs(5)).await;
        let page = house.page(asked.number).await;
        assert_eq!(
            (page.row.state, page.row.clock.map(|clock| clock.due_at)),
            (State::Open, Some(at("Mon 09:40:05")))
        );
        house.answer(asked.number, "Of course.", After::Close).await;
        house.write(asked.number, "Until then.", After::Close).await;
        house.pass(Span::from_secs(5)).await;
        house.write_on(&asked, "At what time?").await;
        house.pass(Span::from_secs(5)).await;
        assert!(
            house.page(asked.number).await.row.clock.is_some(),
            "the reply before it does not answer it"
        );
    })
    .await;
}

#[tokio::test]
async fn a_reply_that_reached_nobody_lets_the_clock_run_again_also_after_a_merge() {
    told(|house: House| async move {
        let asked = house.ask("Can I come today?").await;
        house.until("Mon 09:05").await;
        house.answer(asked.number, "Yes.", After::Close).await;
        let reply = last(&house.page(asked.number).await.lines, EntryKind::Reply);
        house.until("Mon 10:00").await;
        let counts = || promises::open_report(&house.app, &house.practice, at("Mon 09:30"));
        let before = counts().await.expect("a report");
        assert_eq!((before.open, before.resolved), (0, 1));
        requests::undelivered(&house.app, &house.practice, asked.number, reply)
            .await
            .expect("known");
        let told = counts().await.expect("a report");
        assert_eq!(told, before, "what was counted then is counted so for ever");
        let page = house.page(asked.number).await;
        assert_eq!(
            (page.row.state, page.row.clock.map(|clock| clock.due_at)),
            (State::Open, Some(at("Mon 09:30")))
        );
        requests::undelivered(&house.app, &house.practice, asked.number, reply)
            .await
            .expect("known already");

        let second = house.ask("And my son?").await;
        house.answer(second.number, "He too.", After::Close).await;
        let reply = last(&house.page(second.number).await.lines, EntryKind::Reply);
        house.answer(asked.number, "Do come.", After::Close).await;
        requests::merge(&house.app, &house.anna, asked.number, second.number)
            .await
            .expect("joined");
        requests::undelivered(&house.app, &house.practice, second.number, reply)
            .await
            .expect("known");
        let page = house.page(asked.number).await;
        assert_eq!(
            (page.row.state, page.row.clock.map(|clock| clock.due_at)),
            (State::Open, Some(at("Mon 10:30")))
        );
    })
    .await;
}

#[tokio::test]
async fn a_request_is_given_to_people_and_teams_who_are_there() {
    told(|house: House| async move {
        let asked = house.ask("Can I come today?").await;
        let members = vec![house.ben.member.id];
        let team = anteroom_app::staff::add_team(&house.app, &house.practice, "Nurses", members)
            .await
            .expect("a team");
        let to = Assignment {
            member: None,
            team: Some(team),
        };
        requests::assign(&house.app, &house.anna, asked.number, to)
            .await
            .expect("given");
        assert_eq!(house.state(asked.number).await, State::New);
        let mine = |desk| requests::queue(&house.app, desk, anteroom_app::requests::view::View::Team, None);
        assert_eq!(mine(&house.ben).await.expect("a queue").rows.len(), 1);
        assert_eq!(mine(&house.anna).await.expect("a queue").rows.len(), 0);
        let to = Assignment {
            member: Some(house.ben.member.id),
            team: Some(team),
        };
        requests::assign(&house.app, &house.anna, asked.number, to)
            .await
            .expect("given");
        assert_eq!(house.state(asked.number).await, State::Open);
        assert_eq!(house.status(&asked).await.answers.as_deref(), Some("Ben"));
    })
    .await;
}

#[tokio::test]
async fn closing_without_a_reply_asks_why_and_is_withdrawn_or_missed() {
    told(|house: House| async move {
        let (early, late) = (house.ask("Buy our pens").await, house.ask("Hello?").await);
        let close = async |number: i64, reason| {
            let resolution = Resolution {
                reason,
                seen: house.page(number).await.version,
            };
            requests::resolve(&house.app, &house.anna, number, resolution).await
        };
        assert_eq!(refusal(close(early.number, None).await), Refusal::ReasonNeeded);
        close(early.number, Some(NoReply::Spam)).await.expect("closed");
        house.until("Mon 09:31").await;
        close(late.number, Some(NoReply::NoAnswerNeeded))
            .await
            .expect("closed");
        assert_eq!(refusal(close(late.number, None).await), Refusal::AlreadySo);
        let outcomes = house
            .rows()
            .await
            .clocks
            .into_iter()
            .map(|clock| clock.ended.expect("ended").1.as_str());
        assert_eq!(outcomes.collect::<Vec<_>>(), ["withdrawn", "missed"]);
    })
    .await;
}
