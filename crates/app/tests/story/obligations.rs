//! The second clock: records and complaints.

use anteroom_app::requests;
use anteroom_app::requests::view::{Ask, Asked, Resolution};
use anteroom_core::requests::{After, EntryKind, NoReply, Refusal, State, Via};
use anteroom_core::{Span, limits};

use crate::house::{House, at, refusal, told, words};

async fn records(house: &House) -> Asked {
    let form = Ask {
        kind: "records".to_owned(),
        ..house.form("my records, please")
    };
    requests::ask(&house.app, &house.practice, &form)
        .await
        .expect("asked")
}

#[tokio::test]
async fn records_are_due_in_thirty_days_and_close_with_their_finding_and_reply_only() {
    told(|house: House| async move {
        let asked = records(&house).await;
        // Asked on 5 January: 4 February is the thirtieth day, and its end is the last moment.
        let due_at = at("Thu 00:00") + Span::from_days(28);
        let number = asked.number;
        let second = house.page(number).await.obligation.expect("a second clock");
        assert_eq!((second.due_at, second.met_at), (due_at, None));
        let closing = Resolution {
            reason: Some(NoReply::Spam),
            seen: house.page(number).await.version,
        };
        let refused = requests::resolve(&house.app, &house.anna, number, closing).await;
        assert_eq!(refusal(refused), Refusal::Obliged);
        let say = house.say(number, "done").await;
        let refused = requests::reply(&house.app, &house.anna, number, &say, Via::Phone, After::Close).await;
        assert_eq!(refusal(refused), Refusal::Obliged);
        house.answer(number, "We look for them.", After::Wait).await;
        house.pass(Span::from_days(20)).await;
        assert_eq!(
            house.state(number).await,
            State::Waiting,
            "it does not close itself"
        );
        let other = house.ask("and my knee").await;
        let joined = requests::merge(&house.app, &house.anna, other.number, number).await;
        assert_eq!(refusal(joined), Refusal::Obliged);
        let say = house.say(number, "Here they are.").await;
        let met = requests::answer_obligation(&house.app, &house.ben, number, "40 pages", &say).await;
        met.expect("met");
        requests::answer_obligation(&house.app, &house.ben, number, "40 pages", &say)
            .await
            .expect("met once");
        house.pass(limits::UNDO).await;
        let page = house.page(number).await;
        let second = page.obligation.expect("a second clock");
        assert_eq!(
            (page.row.state, second.finding.as_str()),
            (State::Resolved, "40 pages")
        );
        assert_eq!(second.owner.map(|owner| owner.id), Some(house.ben.member.id));
        assert_eq!(words(&page.lines, EntryKind::Reply).len(), 2);
        let say = house.say(number, "And one more.").await;
        let again = requests::answer_obligation(&house.app, &house.ben, number, "1 page", &say).await;
        assert_eq!(refusal(again), Refusal::AlreadySo);
    })
    .await;
}

#[tokio::test]
async fn a_finding_whose_reply_is_taken_back_meets_nothing() {
    told(|house: House| async move {
        let asked = records(&house).await;
        let say = house.say(asked.number, "Here they are.").await;
        let met = requests::answer_obligation(&house.app, &house.anna, asked.number, "40 pages", &say).await;
        met.expect("met");
        let entry = house.page(asked.number).await.undo.expect("an undo");
        requests::take_back(&house.app, &house.anna, asked.number, entry)
            .await
            .expect("taken back");
        let page = house.page(asked.number).await;
        assert_eq!(page.obligation.expect("a second clock").met_at, None);
        let closing = Resolution {
            reason: Some(NoReply::Spam),
            seen: page.version,
        };
        let refused = requests::resolve(&house.app, &house.anna, asked.number, closing).await;
        assert_eq!(refusal(refused), Refusal::Obliged);
    })
    .await;
}

#[tokio::test]
async fn later_words_to_records_that_were_closed_for_good_start_their_own_thirty_days() {
    told(|house: House| async move {
        let asked = records(&house).await;
        let say = house.say(asked.number, "Here they are.").await;
        let met = requests::answer_obligation(&house.app, &house.anna, asked.number, "40 pages", &say).await;
        met.expect("met");
        // Seven weeks later, on Monday 23 February.
        house.until("Mon+7 09:00").await;
        assert_eq!(house.state(asked.number).await, State::Closed);
        house.write_on(&asked, "and those of last year").await;
        let anew = house.status(&asked).await.number;
        assert_ne!(anew, asked.number);
        let page = house.page(anew).await;
        let second = page.obligation.expect("a second clock");
        let due_at = at("Tue+7 00:00") + Span::from_days(30);
        assert_eq!(
            (second.rule.as_str(), second.due_at, second.met_at),
            ("records", due_at, None)
        );
        let closing = Resolution {
            reason: Some(NoReply::NoAnswerNeeded),
            seen: page.version,
        };
        let refused = requests::resolve(&house.app, &house.anna, anew, closing).await;
        assert_eq!(refusal(refused), Refusal::Obliged);
        let say = house.say(anew, "Here, too.").await;
        requests::answer_obligation(&house.app, &house.anna, anew, "20 pages", &say)
            .await
            .expect("met");
    })
    .await;
}
