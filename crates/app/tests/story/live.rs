//! The live feed, who is present, and drafts: what other people's screens are told, and what a writer finds again.

use anteroom_app::drafts::{self, Field};
use anteroom_app::live::{Feed, News};
use anteroom_app::presence::{self, Doing};
use anteroom_app::requests;
use anteroom_app::requests::view::Desk;
use anteroom_core::requests::After;
use anteroom_core::{Span, Time, limits};

use crate::house::{House, missing, told};

/// As [`told`], for tales of more requests than the recount's one page of the queue holds.
async fn crowded<F, Fut>(tale: F)
where
    F: Fn(House) -> Fut + Copy + Send + 'static,
    Fut: Future<Output = ()> + Send,
{
    anteroom_store::testing::both(move |store| async move {
        let house = House::found(store).await;
        tale(house).await;
    })
    .await;
}

async fn feed(house: &House) -> Feed {
    Feed::open(&house.app, house.practice.id).await.expect("a feed")
}

async fn news(feed: &mut Feed) -> News {
    feed.look().await.expect("a look")
}

#[tokio::test]
async fn the_feed_tells_each_change_once_however_often_it_reads_the_last_seconds_again() {
    told(|house: House| async move {
        house.ask("Before").await;
        let mut feed = feed(&house).await;
        assert!(news(&mut feed).await.is_empty(), "what was before is not told");
        let asked = house.ask("Can I come today?").await;
        let first = news(&mut feed).await;
        assert_eq!(first.requests.len(), 1);
        let (id, version) = first.requests.first_key_value().expect("one");
        assert!(news(&mut feed).await.is_empty(), "it is told once");
        house.pass(Span::from_secs(5)).await;
        house.write(asked.number, "Yes.", After::Wait).await;
        let second = news(&mut feed).await;
        assert!(second.requests[id] > *version);
        house.pass(limits::FEED_WINDOW).await;
        assert!(!news(&mut feed).await.requests.is_empty(), "the end of the undo");
        assert!(news(&mut feed).await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn more_than_the_feed_tells_apart_makes_every_screen_load_again() {
    crowded(|house: House| async move {
        let mut feed = feed(&house).await;
        let many = usize::try_from(limits::FEED_ROWS).expect("a count");
        for _ in 0..=many / 2 {
            house.ask("Hello").await;
        }
        assert!(news(&mut feed).await.all);
        assert!(news(&mut feed).await.is_empty());
    })
    .await;
}

async fn here(house: &House, desk: &Desk) -> Vec<(i64, String, Doing)> {
    let others = presence::others(&house.app, desk).await.expect("a read");
    others
        .into_iter()
        .map(|one| (one.number, one.name, one.doing))
        .collect()
}

#[tokio::test]
async fn a_colleague_is_seen_looking_and_writing_and_is_gone_by_herself() {
    told(|house: House| async move {
        let number = house.ask("Can I come today?").await.number;
        let mut feed = feed(&house).await;
        let say = async |doing| {
            presence::say(&house.app, &house.anna, number, doing)
                .await
                .expect("said");
        };
        say(Some(Doing::Looking)).await;
        assert_eq!(
            here(&house, &house.ben).await,
            [(number, "Anna Ames".to_owned(), Doing::Looking)]
        );
        assert_eq!(
            here(&house, &house.anna).await,
            [],
            "nobody is told of themselves"
        );
        let present = news(&mut feed).await.present.expect("a change");
        assert_eq!(present.len(), 1);
        say(Some(Doing::Writing)).await;
        assert_eq!(here(&house, &house.ben).await[0].2, Doing::Writing);
        assert!(news(&mut feed).await.present.is_some());
        house.pass(Span::from_secs(20)).await;
        say(Some(Doing::Writing)).await;
        assert!(news(&mut feed).await.is_empty(), "still the same");
        house.pass(limits::PRESENT).await;
        assert_eq!(here(&house, &house.ben).await, []);
        assert_eq!(news(&mut feed).await.present, Some(Vec::new()));
        say(Some(Doing::Looking)).await;
        say(None).await;
        assert_eq!(here(&house, &house.ben).await, []);
        missing(presence::say(&house.app, &house.anna, 999_999, Some(Doing::Looking)).await);
    })
    .await;
}

async fn keep(house: &House, number: i64, words: &str, knows: Option<Time>) -> drafts::Kept {
    drafts::keep(&house.app, &house.anna, number, Field::Reply, (words, knows))
        .await
        .expect("kept")
}

async fn drafted(house: &House, desk: &Desk, number: i64) -> Vec<String> {
    let found = drafts::of(&house.app, desk, number).await.expect("a read");
    found.into_iter().map(|draft| draft.body).collect()
}

#[tokio::test]
async fn a_draft_is_its_writers_alone_and_goes_when_it_is_sent() {
    told(|house: House| async move {
        let number = house.ask("Can I come today?").await.number;
        let first = keep(&house, number, "Yes, at", None).await;
        house.pass(Span::from_secs(1)).await;
        let second = keep(&house, number, "Yes, at eleven.", first.at).await;
        assert!(!second.overwrote && second.at > first.at);
        assert_eq!(drafted(&house, &house.anna, number).await, ["Yes, at eleven."]);
        assert_eq!(drafted(&house, &house.ben, number).await, [""; 0]);
        house.write(number, "Yes, at eleven.", After::Wait).await;
        assert_eq!(drafted(&house, &house.anna, number).await, [""; 0]);
        let late = keep(&house, number, "Yes, at eleven.", second.at).await;
        assert_eq!(late.at, None, "what comes late brings nothing back");
        assert_eq!(drafted(&house, &house.anna, number).await, [""; 0]);
    })
    .await;
}

#[tokio::test]
async fn of_two_windows_the_last_words_stay_and_it_is_said() {
    told(|house: House| async move {
        let number = house.ask("Can I come today?").await.number;
        let one = keep(&house, number, "From one window", None).await;
        house.pass(Span::from_secs(1)).await;
        let other = keep(&house, number, "From the other", None).await;
        assert!(!one.overwrote && other.overwrote);
        assert_eq!(drafted(&house, &house.anna, number).await, ["From the other"]);
        let none = keep(&house, number, " \n", other.at).await;
        assert_eq!(none.at, None);
        assert_eq!(drafted(&house, &house.anna, number).await, [""; 0]);
    })
    .await;
}

#[tokio::test]
async fn drafts_have_bounds_of_length_age_and_number() {
    crowded(|house: House| async move {
        let number = house.ask("Can I come today?").await.number;
        let long = "z".repeat(limits::WORDS_MAX + 1);
        let refused = drafts::keep(&house.app, &house.anna, number, Field::Reply, (&long, None)).await;
        assert!(refused.is_err());
        keep(&house, number, "Kept", None).await;
        house.pass(limits::DRAFT + Span::from_hours(1)).await;
        assert_eq!(drafted(&house, &house.anna, number).await, [""; 0], "swept");
        let most = usize::try_from(limits::DRAFTS).expect("a count");
        let mut numbers = Vec::new();
        for _ in 0..=most {
            let number = house.ask("Hello").await.number;
            keep(&house, number, "Begun", None).await;
            house.clock.set(house.now() + Span::from_secs(1));
            numbers.push(number);
        }
        assert_eq!(
            drafted(&house, &house.anna, numbers[0]).await,
            [""; 0],
            "the oldest went"
        );
        assert_eq!(drafted(&house, &house.anna, numbers[1]).await, ["Begun"]);
        assert_eq!(drafted(&house, &house.anna, numbers[most]).await, ["Begun"]);
    })
    .await;
}

#[tokio::test]
async fn a_changed_row_is_as_its_readers_role_may_see_it() {
    told(|house: House| async move {
        let asked = house.ask("I feel low").await;
        let mut feed = feed(&house).await;
        house.pass(Span::from_secs(1)).await;
        house.write(asked.number, "We listen.", After::Wait).await;
        let ids: Vec<_> = news(&mut feed).await.requests.into_keys().collect();
        let rows = requests::rows(&house.app, &house.anna, ids.clone())
            .await
            .expect("rows");
        assert_eq!((rows.len(), rows[0].number), (1, asked.number));
        assert_eq!(rows[0].subject, "I feel low");
        let practice = house.app.store.practice(house.practice.id);
        let kind = anteroom_core::requests::kinds::Kind {
            code: rows[0].kind.clone(),
            name: "Therapy".to_owned(),
            clinical_only: true,
            sensitive: true,
            obligation: None,
        };
        let walled = practice.write(move |tx| anteroom_store::practices::put_kind(tx, &kind));
        walled.await.expect("a wall");
        let rows = requests::rows(&house.app, &house.anna, ids.clone())
            .await
            .expect("rows");
        assert_eq!(rows[0].subject, "", "the front desk reads no word of it");
        let rows = requests::rows(&house.app, &house.ben, ids).await.expect("rows");
        assert_eq!(rows[0].subject, "I feel low");
    })
    .await;
}
