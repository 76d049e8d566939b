//! A typed name and address are a hint, never proof: whoever types somebody else's reads nothing that they wrote, not even
//! once the desk took both requests for one.

use anteroom_app::requests;
use anteroom_app::requests::view::{Asked, Line};
use anteroom_core::requests::{After, EntryKind, Refusal, State, Via};
use anteroom_core::{Span, limits};

use crate::house::{House, last, refusal, told, words};

fn written(lines: &[Line]) -> Vec<&str> {
    words(lines, EntryKind::Patient)
}

async fn join(house: &House, survivor: &Asked, joined: &Asked) {
    requests::merge(&house.app, &house.anna, survivor.number, joined.number)
        .await
        .expect("joined");
    house.pass(Span::from_secs(1)).await;
}

/// What the practice said to the holder of a link.
async fn answers(house: &House, asked: &Asked) -> Vec<String> {
    let lines = house.status(asked).await.lines;
    let replies = words(&lines, EntryKind::Reply).into_iter();
    replies.map(str::to_owned).collect()
}

async fn reads(house: &House, asked: &Asked) -> Vec<String> {
    let lines = house.status(asked).await.lines;
    written(&lines).into_iter().map(str::to_owned).collect()
}

/// A stranger's request is joined to the victim's, or hers to his.
async fn stranger_and_victim(house: &House, hers_goes_on: bool) {
    let victim = house.ask("my test was positive").await;
    house
        .answer(victim.number, "The clinic for it is at the back.", After::Wait)
        .await;
    house.write_on(&victim, "when is it open?").await;
    house.pass(Span::from_minutes(1)).await;
    let stranger = house.ask("what about me?").await;
    let before = (
        house.status(&victim).await.number,
        house.status(&stranger).await.number,
    );
    let (survivor, joined) = if hers_goes_on {
        (&victim, &stranger)
    } else {
        (&stranger, &victim)
    };
    house.pass(Span::from_secs(1)).await;
    join(house, survivor, joined).await;
    let (hers, his) = (["my test was positive", "when is it open?"], ["what about me?"]);
    assert_eq!(
        (reads(house, &victim).await, reads(house, &stranger).await),
        (hers.map(str::to_owned).to_vec(), his.map(str::to_owned).to_vec())
    );
    assert!(answers(house, &stranger).await.is_empty(), "said to her before");
    assert_eq!(
        answers(house, &victim).await,
        ["The clinic for it is at the back."]
    );
    assert_eq!(
        before,
        (
            house.status(&victim).await.number,
            house.status(&stranger).await.number
        )
    );
    house
        .answer(survivor.number, "Please call us.", After::Wait)
        .await;
    assert_eq!(answers(house, &stranger).await, ["Please call us."]);
    assert_eq!(
        answers(house, &victim).await,
        ["The clinic for it is at the back.", "Please call us."]
    );
    for (asked, more) in [(&victim, "I will"), (&stranger, "tell me more")] {
        house.write_on(asked, more).await;
        assert_eq!(house.state(survivor.number).await, State::Open);
        assert!(house.status(asked).await.answer_by.is_some());
        house.pass(Span::from_secs(1)).await;
    }
    assert_eq!(
        reads(house, &victim).await,
        ["my test was positive", "when is it open?", "I will"]
    );
    assert_eq!(reads(house, &stranger).await, ["what about me?", "tell me more"]);
    let page = house.page(survivor.number).await;
    assert_eq!(written(&page.lines).len(), 5, "the desk reads the whole thread");
}

#[tokio::test]
async fn a_stranger_who_typed_her_name_and_number_reads_none_of_her_words() {
    told(|house: House| async move { stranger_and_victim(&house, true).await }).await;
}

#[tokio::test]
async fn nor_does_one_whose_request_hers_was_joined_to() {
    told(|house: House| async move { stranger_and_victim(&house, false).await }).await;
}

#[tokio::test]
async fn each_link_of_a_chain_of_merges_shows_its_own_words_and_what_was_said_since() {
    told(|house: House| async move {
        let (one, two, three) = (
            house.ask("one").await,
            house.ask("two").await,
            house.ask("three").await,
        );
        house.answer(two.number, "to two alone", After::KeepOpen).await;
        join(&house, &two, &one).await;
        house.answer(two.number, "to one and two", After::KeepOpen).await;
        house
            .answer(three.number, "to three alone", After::KeepOpen)
            .await;
        join(&house, &three, &two).await;
        house.answer(three.number, "to all", After::Wait).await;
        assert_eq!(answers(&house, &one).await, ["to one and two", "to all"]);
        assert_eq!(
            answers(&house, &two).await,
            ["to two alone", "to one and two", "to all"]
        );
        assert_eq!(answers(&house, &three).await, ["to three alone", "to all"]);
        for (asked, more) in [(&one, "four"), (&two, "five"), (&three, "six")] {
            house.write_on(asked, more).await;
            house.pass(Span::from_secs(1)).await;
        }
        assert_eq!(reads(&house, &one).await, ["one", "four"]);
        assert_eq!(reads(&house, &two).await, ["two", "five"]);
        assert_eq!(reads(&house, &three).await, ["three", "six"]);
        let page = house.page(three.number).await;
        assert_eq!(
            written(&page.lines),
            ["one", "two", "three", "four", "five", "six"]
        );
    })
    .await;
}

#[tokio::test]
async fn thanks_through_a_joined_requests_link_can_be_heard_as_more_than_that() {
    told(|house: House| async move {
        let (one, two) = (house.ask("one").await, house.ask("two").await);
        house.write_on(&one, "Thank you!").await;
        join(&house, &two, &one).await;
        house.answer(two.number, "Come in.", After::Close).await;
        house.write_on(&one, "Thanks").await;
        assert_eq!(house.state(two.number).await, State::Resolved);
        let entry = last(&house.page(two.number).await.lines, EntryKind::Patient);
        requests::not_just_thanks(&house.app, &house.anna, two.number, entry)
            .await
            .expect("heard");
        assert_eq!(house.state(two.number).await, State::Open);
        let again = requests::not_just_thanks(&house.app, &house.anna, two.number, entry).await;
        assert_eq!(refusal(again), Refusal::AlreadySo);
        house.answer(two.number, "Oh!", After::Close).await;
        let lines = house.page(two.number).await.lines;
        let early = lines.iter().find(|line| line.body == "Thank you!");
        requests::not_just_thanks(&house.app, &house.anna, two.number, early.expect("it").id)
            .await
            .expect("words from before the merge, too");
        assert_eq!(house.state(two.number).await, State::Open);
    })
    .await;
}

#[tokio::test]
async fn words_sent_twice_around_a_merge_are_one_line() {
    told(|house: House| async move {
        let (one, two) = (house.ask("one").await, house.ask("two").await);
        let say = house.say_on("and more");
        let send = || requests::write_on(&house.app, &house.practice, &one.token, &say);
        send().await.expect("written");
        join(&house, &two, &one).await;
        send().await.expect("the same");
        assert_eq!(reads(&house, &one).await, ["one", "and more"]);
    })
    .await;
}

#[tokio::test]
async fn words_long_after_a_merge_open_a_new_request_that_shows_its_own_only() {
    told(|house: House| async move {
        let victim = house.ask("my test was positive").await;
        let stranger = house.ask("what about me?").await;
        join(&house, &victim, &stranger).await;
        house.answer(victim.number, "Please call us.", After::Close).await;
        house.pass(limits::REOPEN + Span::from_days(1)).await;
        house.write_on(&stranger, "and now?").await;
        house.write_on(&stranger, "hello?").await;
        assert_eq!(reads(&house, &stranger).await, ["and now?", "hello?"]);
        assert_eq!(
            reads(&house, &victim).await,
            ["my test was positive"],
            "hers leads where it led"
        );
        let anew = house.status(&stranger).await.number;
        assert_eq!(house.page(anew).await.linked_to, Some(victim.number));
        let say = house.say(anew, "Yes?").await;
        requests::reply(&house.app, &house.anna, anew, &say, Via::Phone, After::Close)
            .await
            .expect("answered");
    })
    .await;
}
