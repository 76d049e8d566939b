//! One matter in two requests, and two in one: a merge is undone, a request is split, two are linked.

use anteroom_app::requests::{self, Part, Tags};
use anteroom_core::limits;
use anteroom_core::requests::{After, EntryKind, Refusal, State, Urgency};

use crate::house::{House, at, missing, refusal, told, words};

/// Two requests of Paula's, asked at nine and at ten past, and the second joined to the first at a quarter past.
async fn joined(
    house: &House,
) -> (
    anteroom_app::requests::view::Asked,
    anteroom_app::requests::view::Asked,
) {
    let first = house.ask("my knee").await;
    house.until("Mon 09:10").await;
    let second = house.ask("my bill").await;
    house.until("Mon 09:15").await;
    requests::merge(&house.app, &house.anna, first.number, second.number)
        .await
        .expect("joined");
    (first, second)
}

async fn due(house: &House, number: i64) -> Option<anteroom_core::Time> {
    house.page(number).await.row.clock.map(|clock| clock.due_at)
}

#[tokio::test]
async fn an_undone_merge_leaves_two_requests_as_they_were_and_each_word_with_its_own() {
    told(|house: House| async move {
        let (first, second) = joined(&house).await;
        house.until("Mon 09:16").await;
        house.write_on(&second, "the one of March").await;
        house.write_on(&first, "the left one").await;
        house.until("Mon 09:20").await;
        assert_eq!(house.page(first.number).await.joined, [second.number]);
        requests::unmerge(&house.app, &house.anna, second.number)
            .await
            .expect("apart");
        assert_eq!(due(&house, first.number).await, Some(at("Mon 09:30")));
        assert_eq!(due(&house, second.number).await, Some(at("Mon 09:40")));
        let page = house.page(first.number).await;
        assert_eq!(
            words(&page.lines, EntryKind::Patient),
            ["my knee", "the left one"]
        );
        assert_eq!(page.joined, Vec::<i64>::new());
        let page = house.page(second.number).await;
        assert_eq!(
            words(&page.lines, EntryKind::Patient),
            ["my bill", "the one of March"]
        );
        assert_eq!((page.row.state, page.merged_into), (State::New, None));
        house.answer(second.number, "It is paid.", After::Close).await;
        let link = house.status(&first).await;
        assert!(
            words(&link.lines, EntryKind::Reply).is_empty(),
            "it answers the other one"
        );
        house.answer(first.number, "Come in.", After::Close).await;
    })
    .await;
}

#[tokio::test]
async fn a_clock_that_the_survivor_took_over_goes_back_and_its_own_runs_again() {
    told(|house: House| async move {
        let first = house.ask("my knee").await;
        house.until("Mon 09:10").await;
        let second = house.ask("my bill").await;
        requests::merge(&house.app, &house.anna, second.number, first.number)
            .await
            .expect("joined");
        assert_eq!(due(&house, second.number).await, Some(at("Mon 09:30")));
        house.until("Mon 09:12").await;
        requests::unmerge(&house.app, &house.anna, first.number)
            .await
            .expect("apart");
        assert_eq!(due(&house, first.number).await, Some(at("Mon 09:30")));
        assert_eq!(due(&house, second.number).await, Some(at("Mon 09:40")));
    })
    .await;
}

#[tokio::test]
async fn words_that_came_while_no_clock_ran_start_one_on_their_own_side() {
    told(|house: House| async move {
        let (first, second) = (house.ask("one").await, house.ask("two").await);
        for number in [first.number, second.number] {
            house.answer(number, "Since when?", After::Wait).await;
        }
        requests::merge(&house.app, &house.anna, first.number, second.number)
            .await
            .expect("joined");
        house.until("Mon 09:30").await;
        house.write_on(&second, "since March").await;
        house.until("Mon 09:40").await;
        requests::unmerge(&house.app, &house.anna, second.number)
            .await
            .expect("apart");
        assert_eq!(due(&house, second.number).await, Some(at("Mon 10:00")));
        assert_eq!(due(&house, first.number).await, None);
        assert_eq!(house.state(second.number).await, State::Open);
    })
    .await;
}

#[tokio::test]
async fn what_was_answered_as_one_stays_one() {
    told(|house: House| async move {
        let (first, second) = joined(&house).await;
        house.write(first.number, "Both are done.", After::Close).await;
        let undo = || requests::unmerge(&house.app, &house.anna, second.number);
        assert_eq!(refusal(undo().await), Refusal::ReplyPending);
        house.pass(limits::UNDO).await;
        assert_eq!(refusal(undo().await), Refusal::MovedOn);
        assert_eq!(
            refusal(requests::unmerge(&house.app, &house.anna, first.number).await),
            Refusal::NotJoined
        );
        missing(requests::unmerge(&house.app, &house.anna, 999_999).await);
    })
    .await;
}

#[tokio::test]
async fn what_was_joined_last_is_taken_off_first() {
    told(|house: House| async move {
        let (first, second) = joined(&house).await;
        let third = house.ask("my form").await;
        requests::merge(&house.app, &house.anna, first.number, third.number)
            .await
            .expect("joined");
        let undo = |number| requests::unmerge(&house.app, &house.anna, number);
        assert_eq!(refusal(undo(second.number).await), Refusal::JoinedLater);
        undo(third.number).await.expect("the last");
        undo(second.number).await.expect("then the one before");
        requests::merge(&house.app, &house.anna, second.number, third.number)
            .await
            .expect("they can be joined anew");
    })
    .await;
}

#[tokio::test]
async fn a_split_takes_words_to_a_request_of_their_own_from_the_moment_they_came() {
    told(|house: House| async move {
        let first = house.ask("my knee").await;
        house.until("Mon 09:10").await;
        house.write_on(&first, "and my bill is wrong").await;
        house.until("Mon 09:15").await;
        let lines = house.page(first.number).await.lines;
        let bill = crate::house::last(&lines, EntryKind::Patient);
        let part = Part {
            lines: vec![bill],
            kind: "billing".to_owned(),
            subject: String::new(),
        };
        let new = requests::split(&house.app, &house.anna, first.number, &part)
            .await
            .expect("split");
        assert_eq!(due(&house, first.number).await, Some(at("Mon 09:30")));
        assert_eq!(due(&house, new).await, Some(at("Mon 09:40")));
        let page = house.page(new).await;
        assert_eq!(words(&page.lines, EntryKind::Patient), ["and my bill is wrong"]);
        assert_eq!(
            (page.row.kind.as_str(), page.row.subject.as_str()),
            ("billing", "and my bill is wrong")
        );
        assert_eq!(page.asked_at, at("Mon 09:10"));
        let rest = house.page(first.number).await;
        assert_eq!(words(&rest.lines, EntryKind::Patient), ["my knee"]);
        assert_eq!(
            rest.happenings.last().and_then(|happening| happening.number),
            Some(new)
        );
        // The link still tells its own lines once, and what is answered to both.
        house.answer(first.number, "Come in.", After::Close).await;
        let status = house.status(&first).await;
        assert_eq!(status.answer_by, Some(at("Mon 09:40")), "the bill still waits");
        house.answer(new, "It is paid.", After::Close).await;
        let status = house.status(&first).await;
        assert_eq!(
            words(&status.lines, EntryKind::Patient),
            ["my knee", "and my bill is wrong"]
        );
        assert_eq!(
            words(&status.lines, EntryKind::Reply),
            ["Come in.", "It is paid."]
        );
    })
    .await;
}

#[tokio::test]
async fn the_oldest_words_take_the_clock_with_them_and_a_second_clock_begins_when_they_came() {
    told(|house: House| async move {
        let first = house.ask("send my records").await;
        house.until("Mon 09:10").await;
        house.write_on(&first, "and my knee").await;
        let lines = house.page(first.number).await.lines;
        let line = lines
            .iter()
            .find(|line| line.kind == EntryKind::Patient)
            .expect("a line");
        let part = Part {
            lines: vec![line.id],
            kind: "records".to_owned(),
            subject: "Records".to_owned(),
        };
        let new = requests::split(&house.app, &house.anna, first.number, &part)
            .await
            .expect("split");
        assert_eq!(due(&house, first.number).await, Some(at("Mon 09:40")));
        assert_eq!(due(&house, new).await, Some(at("Mon 09:30")));
        let page = house.page(new).await;
        let due_at = page.obligation.expect("a second clock").due_at;
        assert_eq!(due_at, at("Mon 00:00") + anteroom_core::Span::from_days(31));
        // Joined again they are one: the words come back with it, though its second clock has to be met first.
        let merged = requests::merge(&house.app, &house.anna, first.number, new).await;
        assert_eq!(refusal(merged), Refusal::Obliged);
    })
    .await;
}

#[tokio::test]
async fn a_split_leaves_words_on_both_sides_and_moves_none_twice() {
    told(|house: House| async move {
        let first = house.ask("one").await;
        house.write_on(&first, "two").await;
        house.write_on(&first, "three").await;
        let page = house.page(first.number).await;
        let ids: Vec<_> = page
            .lines
            .iter()
            .filter(|line| line.kind == EntryKind::Patient)
            .map(|line| line.id)
            .collect();
        let split = |number: i64, lines: &[_], kind: &str| {
            let part = Part {
                lines: lines.to_vec(),
                kind: kind.to_owned(),
                subject: String::new(),
            };
            let (app, anna) = (house.app.clone(), house.anna.clone());
            async move { requests::split(&app, &anna, number, &part).await }
        };
        assert_eq!(
            refusal(split(first.number, &[], "other").await),
            Refusal::NotInTwo
        );
        assert_eq!(
            refusal(split(first.number, &ids, "other").await),
            Refusal::NotInTwo
        );
        assert!(split(first.number, &ids[1..], "nosuch").await.is_err());
        let new = split(first.number, &ids[1..], "other").await.expect("split");
        missing(split(first.number, &ids[1..2], "other").await);
        assert_eq!(
            refusal(split(new, &ids[1..2], "other").await),
            Refusal::SplitBefore
        );
        requests::merge(&house.app, &house.anna, first.number, new)
            .await
            .expect("joined again");
        let page = house.page(first.number).await;
        assert_eq!(words(&page.lines, EntryKind::Patient), ["one", "two", "three"]);
        let status = house.status(&first).await;
        assert_eq!(words(&status.lines, EntryKind::Patient), ["one", "two", "three"]);
    })
    .await;
}

#[tokio::test]
async fn linked_requests_say_so_on_both_until_the_link_is_taken_away() {
    told(|house: House| async move {
        let (first, second) = (house.ask("one").await, house.ask("two").await);
        let link = |one, other| requests::link(&house.app, &house.ben, one, other);
        link(second.number, first.number).await.expect("linked");
        assert_eq!(
            house.page(first.number).await.links,
            [(second.number, "two".to_owned())]
        );
        assert_eq!(
            house.page(second.number).await.links,
            [(first.number, "one".to_owned())]
        );
        assert_eq!(
            refusal(link(first.number, second.number).await),
            Refusal::AlreadySo
        );
        assert_eq!(refusal(link(first.number, first.number).await), Refusal::Same);
        missing(link(first.number, 999_999).await);
        requests::unlink(&house.app, &house.anna, first.number, second.number)
            .await
            .expect("unlinked");
        assert!(house.page(second.number).await.links.is_empty());
        let again = requests::unlink(&house.app, &house.anna, first.number, second.number).await;
        assert_eq!(refusal(again), Refusal::AlreadySo);
    })
    .await;
}

#[tokio::test]
async fn what_becomes_urgent_is_due_sooner_and_nothing_is_ever_due_later() {
    told(|house: House| async move {
        let asked = house.ask("my knee").await;
        let say = |kind: Option<&str>, urgency| {
            let tags = Tags {
                kind: kind.map(str::to_owned),
                urgency,
            };
            requests::retag(&house.app, &house.anna, asked.number, tags)
        };
        say(Some("clinical"), Some(Urgency::Urgent))
            .await
            .expect("urgent");
        assert_eq!(due(&house, asked.number).await, Some(at("Mon 09:10")));
        assert_eq!(house.page(asked.number).await.row.kind, "clinical");
        say(None, Some(Urgency::CanWait)).await.expect("it can wait");
        assert_eq!(due(&house, asked.number).await, Some(at("Mon 09:10")));
        assert_eq!(
            refusal(say(None, Some(Urgency::CanWait)).await),
            Refusal::AlreadySo
        );
        say(Some("complaint"), None).await.expect("a complaint");
        assert!(house.page(asked.number).await.obligation.is_some());
        assert_eq!(refusal(say(Some("other"), None).await), Refusal::Obliged);
    })
    .await;
}
