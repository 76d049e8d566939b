//! Two requests that are one.

use anteroom_app::requests::view::Ask;
use anteroom_app::{promises, requests};
use anteroom_core::requests::{After, EntryKind, Refusal, State};

use crate::house::{House, at, missing, refusal, told, words};

#[tokio::test]
async fn a_merge_keeps_the_older_clock_and_every_word() {
    told(|house: House| async move {
        let first = house.ask("my knee").await;
        house.until("Mon 09:10").await;
        let second = house.ask("my knee, the left one").await;
        house.until("Mon 09:15").await;
        requests::merge(&house.app, &house.anna, second.number, first.number)
            .await
            .expect("joined");
        let page = house.page(second.number).await;
        assert_eq!(page.row.clock.map(|clock| clock.due_at), Some(at("Mon 09:30")));
        assert_eq!(
            words(&page.lines, EntryKind::Patient),
            ["my knee", "my knee, the left one"]
        );
        let joined = house.page(first.number).await;
        assert_eq!(
            (joined.row.state, joined.merged_into),
            (State::Closed, Some(second.number))
        );
        assert_eq!(
            house.status(&first).await.answer_by,
            Some(at("Mon 09:30")),
            "the old link tells the survivor's promise"
        );
        house.write_on(&first, "and it clicks").await;
        let page = house.page(second.number).await;
        assert_eq!(words(&page.lines, EntryKind::Patient).len(), 3);
        let say = house.say(first.number, "come in").await;
        let refused = requests::note(&house.app, &house.anna, first.number, &say).await;
        assert!(matches!(refusal(refused), Refusal::Merged(_)));
        house.answer(second.number, "Come in.", After::Close).await;
    })
    .await;
}

#[tokio::test]
async fn words_are_not_lost_when_a_survivor_is_joined_to_another_one() {
    told(|house: House| async move {
        let (one, two, three) = (
            house.ask("one").await,
            house.ask("two").await,
            house.ask("three").await,
        );
        requests::merge(&house.app, &house.anna, two.number, one.number)
            .await
            .expect("joined");
        requests::merge(&house.app, &house.anna, three.number, two.number)
            .await
            .expect("joined");
        let page = house.page(three.number).await;
        assert_eq!(words(&page.lines, EntryKind::Patient), ["one", "two", "three"]);
        house.write_on(&one, "four").await;
        assert_eq!(
            words(&house.page(three.number).await.lines, EntryKind::Patient).len(),
            4
        );
    })
    .await;
}

#[tokio::test]
async fn what_is_owed_is_not_lost_in_a_resolved_survivor() {
    told(|house: House| async move {
        let (first, second) = (house.ask("one").await, house.ask("two").await);
        house.answer(first.number, "done", After::Close).await;
        house
            .answer(second.number, "we look into it", After::KeepOpen)
            .await;
        requests::merge(&house.app, &house.anna, first.number, second.number)
            .await
            .expect("joined");
        assert_eq!(house.state(first.number).await, State::Open);
    })
    .await;
}

#[tokio::test]
async fn what_two_people_asked_is_never_joined_and_neither_reads_the_others_words() {
    told(|house: House| async move {
        let paula = house.ask("my knee").await;
        let form = Ask {
            name: "Peter Pratt".to_owned(),
            ..house.form("my heart")
        };
        let peter = requests::ask(&house.app, &house.practice, &form)
            .await
            .expect("asked from the same address");
        for (into, joined) in [(&paula, &peter), (&peter, &paula)] {
            let merged = requests::merge(&house.app, &house.anna, into.number, joined.number).await;
            assert_eq!(refusal(merged), Refusal::OtherPerson);
        }
        let lines = house.status(&paula).await.lines;
        assert_eq!(words(&lines, EntryKind::Patient), ["my knee"]);
        let lines = house.status(&peter).await.lines;
        assert_eq!(words(&lines, EntryKind::Patient), ["my heart"]);
    })
    .await;
}

#[tokio::test]
async fn a_merge_that_cant_be_is_refused_whole() {
    told(|house: House| async move {
        let (first, second) = (house.ask("one").await, house.ask("two").await);
        let merge = |into, joined| requests::merge(&house.app, &house.anna, into, joined);
        assert_eq!(refusal(merge(first.number, first.number).await), Refusal::Same);
        missing(merge(first.number, 999_999).await);
        house.write(second.number, "wait", After::Wait).await;
        assert_eq!(
            refusal(merge(first.number, second.number).await),
            Refusal::ReplyPending
        );
        house.pass(anteroom_core::limits::UNDO).await;
        merge(first.number, second.number).await.expect("joined");
        assert!(matches!(
            refusal(merge(first.number, second.number).await),
            Refusal::Merged(_)
        ));
    })
    .await;
}

#[tokio::test]
async fn what_was_counted_before_a_merge_is_counted_so_for_ever() {
    told(|house: House| async move {
        let survivor = house.ask("one").await;
        house.until("Mon 09:05").await;
        house.answer(survivor.number, "Since when?", After::Wait).await;
        house.until("Mon 09:10").await;
        let joined = house.ask("two").await;
        let counts = || promises::open_report(&house.app, &house.practice, at("Mon 09:10"));
        let before = counts().await.expect("a report");
        assert_eq!((before.open, before.waiting), (1, 1));
        house.until("Mon 09:20").await;
        requests::merge(&house.app, &house.anna, survivor.number, joined.number)
            .await
            .expect("joined");
        assert_eq!(counts().await.expect("a report"), before);
    })
    .await;
}
