//! Words that are for clinicians only: the front desk sees that somebody waits, gives it to a clinician, and no way that
//! requests go together opens the words to it.

use anteroom_app::requests::view::{Ask, Asked, Assignment, Desk, Page, Resolution, View};
use anteroom_app::{kinds, requests};
use anteroom_core::Span;
use anteroom_core::requests::kinds::Kind;
use anteroom_core::requests::obligations::Rule;
use anteroom_core::requests::{After, EntryKind, NoReply, Refusal, State, Via};

use crate::house::{House, last, refusal, told, words};

/// A practice with a kind for clinicians only, and a request of it.
async fn confided(house: &House) -> Asked {
    let kind = Kind {
        code: "therapy".to_owned(),
        name: "Therapy".to_owned(),
        clinical_only: true,
        sensitive: true,
        obligation: Some(Rule::COMPLAINT),
    };
    let practice = house.app.store.practice(house.practice.id);
    let add =
        practice.write(move |tx| anteroom_store::practices::insert_kinds(tx, std::slice::from_ref(&kind)));
    add.await.expect("a kind");
    confide(house, "I feel low").await
}

async fn confide(house: &House, words: &str) -> Asked {
    let form = Ask {
        kind: "therapy".to_owned(),
        about: "my wife".to_owned(),
        ..house.form(words)
    };
    requests::ask(&house.app, &house.practice, &form)
        .await
        .expect("asked")
}

async fn page_of(house: &House, desk: &Desk, number: i64) -> Page {
    requests::page(&house.app, desk, number).await.expect("a page")
}

/// Meets the second clock, so that the request can be joined.
async fn met(house: &House, asked: &Asked) {
    let say = house.say(asked.number, "We listen.").await;
    requests::answer_obligation(&house.app, &house.ben, asked.number, "heard", &say)
        .await
        .expect("met");
    house.pass(Span::from_secs(11)).await;
}

/// Whatever needs a request's words is refused to the front desk, and leaves it as it was.
async fn closed_to_the_front_desk(house: &House, number: i64) {
    let (app, anna) = (&house.app, &house.anna);
    let version = house.page(number).await.version;
    let say = house.say(number, "hello").await;
    let closing = Resolution {
        reason: Some(NoReply::Spam),
        seen: version,
    };
    let lines = page_of(house, &house.ben, number).await.lines;
    let entry = last(&lines, EntryKind::Patient);
    let until = house.now() + Span::from_hours(1);
    let mut done = vec![
        requests::take_back(app, anna, number, entry).await,
        requests::note(app, anna, number, &say).await,
        requests::attempt(app, anna, number, &say).await,
        requests::snooze(app, anna, number, until).await,
        requests::resolve(app, anna, number, closing).await,
        requests::not_just_thanks(app, anna, number, entry).await,
        requests::answer_obligation(app, anna, number, "x", &say).await,
    ];
    for via in [Via::Writing, Via::Phone, Via::InPerson] {
        done.push(requests::reply(app, anna, number, &say, via, After::Wait).await);
    }
    for done in done {
        assert_eq!(refusal(done), Refusal::CliniciansOnly);
    }
    assert_eq!(house.page(number).await.version, version);
}

#[tokio::test]
async fn who_may_not_read_a_request_may_give_it_away_and_nothing_else() {
    told(|house: House| async move {
        let asked = confided(&house).await;
        let number = asked.number;
        closed_to_the_front_desk(&house, number).await;
        let to = Assignment {
            member: Some(house.ben.member.id),
            team: None,
        };
        requests::assign(&house.app, &house.anna, number, to)
            .await
            .expect("given");
        assert_eq!(house.state(number).await, State::Open);
        let say = house.say(number, "Come by.").await;
        requests::reply(&house.app, &house.ben, number, &say, Via::Writing, After::Wait)
            .await
            .expect("a clinician answers");
        let entry = page_of(&house, &house.ben, number).await.undo.expect("an undo");
        assert_eq!(house.page(number).await.undo, None);
        let taken = requests::take_back(&house.app, &house.anna, number, entry).await;
        assert_eq!(refusal(taken), Refusal::CliniciansOnly);
    })
    .await;
}

#[tokio::test]
async fn lists_name_neither_the_words_nor_whom_they_are_about() {
    told(|house: House| async move {
        let asked = confided(&house).await;
        for (desk, about) in [(&house.anna, ""), (&house.ben, "my wife")] {
            let queue = requests::queue(&house.app, desk, View::All, None).await;
            assert_eq!(queue.expect("a queue").rows[0].about, about);
            assert_eq!(page_of(&house, desk, asked.number).await.row.about, about);
        }
    })
    .await;
}

#[tokio::test]
async fn the_front_desk_joins_no_request_that_it_may_not_read_to_one_that_it_may_nor_the_other_way() {
    told(|house: House| async move {
        let hidden = confided(&house).await;
        met(&house, &hidden).await;
        let open = house.ask("my back hurts").await;
        for (into, joined) in [(&open, &hidden), (&hidden, &open)] {
            let merged = requests::merge(&house.app, &house.anna, into.number, joined.number).await;
            assert_eq!(refusal(merged), Refusal::CliniciansOnly);
        }
        assert_eq!(house.page(open.number).await.same_person, []);
    })
    .await;
}

#[tokio::test]
async fn a_hidden_request_that_a_clinician_joined_to_an_open_one_stays_hidden() {
    told(|house: House| async move {
        let hidden = confided(&house).await;
        met(&house, &hidden).await;
        let open = house.ask("my back hurts").await;
        let third = house.ask("and my knee").await;
        house.pass(Span::from_secs(1)).await;
        requests::merge(&house.app, &house.ben, open.number, hidden.number)
            .await
            .expect("joined");
        house.pass(Span::from_secs(1)).await;
        house.write_on(&hidden, "I feel worse").await;
        house.write_on(&open, "it hurts more").await;
        let front = house.page(open.number).await;
        assert!(front.withheld && !front.hidden);
        assert_eq!(
            words(&front.lines, EntryKind::Patient),
            ["my back hurts", "it hurts more"]
        );
        assert!(words(&front.lines, EntryKind::Reply).is_empty());
        let clinician = page_of(&house, &house.ben, open.number).await;
        assert!(!clinician.withheld);
        assert_eq!(words(&clinician.lines, EntryKind::Patient).len(), 4);
        assert!(house.page(hidden.number).await.lines.is_empty());
        closed_to_the_front_desk(&house, open.number).await;
        for (into, joined) in [(&open, &third), (&third, &open)] {
            let merged = requests::merge(&house.app, &house.anna, into.number, joined.number).await;
            assert_eq!(refusal(merged), Refusal::CliniciansOnly);
        }
    })
    .await;
}

#[tokio::test]
async fn a_kind_that_is_retired_hides_its_words_as_before() {
    told(|house: House| async move {
        let asked = confided(&house).await;
        kinds::retire(&house.app, &house.practice, "therapy")
            .await
            .expect("retired");
        let page = house.page(asked.number).await;
        assert!(page.hidden && page.lines.is_empty());
        assert!(!page_of(&house, &house.ben, asked.number).await.hidden);
        closed_to_the_front_desk(&house, asked.number).await;
    })
    .await;
}
