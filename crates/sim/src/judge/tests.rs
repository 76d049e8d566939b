use anteroom_core::ids::PracticeId;
use anteroom_core::requests::EntryKind;
use anteroom_store::recount::plants::{Plant, plant, stray};

use super::*;

/// Seeds that every change has to pass; `make proof` runs ten thousand.
const SEEDS: u64 = 20;
/// Days of each.
const LIVED: i64 = 2;

#[tokio::test]
async fn twenty_worlds_with_crashes_doubles_and_stepping_clocks_keep_every_promise() {
    let mut all = Verdict::default();
    for seed in 1..=SEEDS {
        match judge(seed, LIVED).await {
            Ok(verdict) => all.add(verdict),
            Err(broken) => panic!("seed {seed} breaks a promise each time: {broken:?}"),
        }
    }
    println!("{all:?}");
    assert_eq!(all.idle(), None);
}

#[tokio::test]
async fn the_same_seed_makes_the_same_world_with_the_same_faults() {
    let (one, other) = (judge(7, 1).await, judge(7, 1).await);
    assert_eq!(one, other);
    assert_ne!(one, judge(8, 1).await);
}

/// A world early on Tuesday, when what came at night waits; every promise holds.
async fn early() -> (Trial, Time) {
    let mut trial = Trial::begin(3, MONDAY).await.expect("a world");
    let early = MONDAY + Span::from_hours(31);
    trial.live_until(early).await.expect("it lives");
    trial.look(early).await.expect("every promise holds");
    (trial, early)
}

/// Plants a wrong row in the world's first practice, of one that `find` finds; which promise is found broken.
async fn broken(find: impl Fn(&recount::Rows) -> Option<Plant>) -> String {
    let (mut trial, early) = early().await;
    let practice = trial.store.practice(trial.worlds[0].house.practice.id);
    let rows = practice.read(recount::rows).await.expect("rows");
    let wrong = find(&rows).expect("a row to spoil");
    let planted = practice.write(move |tx| plant(tx, wrong)).await;
    assert_ne!(planted, Ok(0), "nothing was planted");
    trial.look(early).await.expect_err("a broken promise").promise
}

#[tokio::test]
async fn a_clock_that_is_gone_is_found() {
    let running = |rows: &recount::Rows| {
        rows.clocks
            .iter()
            .find(|clock| clock.ended.is_none())
            .map(|clock| clock.id)
    };
    let promise = broken(|rows| running(rows).map(Plant::NoClock)).await;
    assert_eq!(promise, "no request without its clock");
}

#[tokio::test]
async fn a_clock_that_runs_at_night_is_found() {
    let night = MONDAY + Span::from_hours(51);
    let running = |rows: &recount::Rows| {
        rows.clocks
            .iter()
            .find(|clock| clock.ended.is_none())
            .map(|clock| clock.id)
    };
    let promise = broken(|rows| running(rows).map(|id| Plant::Outside(id, night))).await;
    assert_eq!(promise, "a clock never runs outside hours");
}

#[tokio::test]
async fn a_message_with_two_fates_is_found() {
    let settled = |rows: &recount::Rows| {
        rows.entries
            .iter()
            .find(|entry| entry.settled_at.is_some())
            .map(|entry| entry.id)
    };
    let promise = broken(|rows| settled(rows).map(Plant::TwoFates)).await;
    assert_eq!(promise, "one fate a message");
}

#[tokio::test]
async fn a_miscounted_request_is_found() {
    let done = |rows: &recount::Rows| {
        rows.requests
            .iter()
            .find(|request| !request.waits)
            .map(|request| request.id)
    };
    let promise = broken(|rows| done(rows).map(Plant::Miscounted)).await;
    assert_eq!(promise, "counts equal a recount from events");
}

#[tokio::test]
async fn lost_words_are_found() {
    let words = |rows: &recount::Rows| {
        rows.entries
            .iter()
            .find(|entry| entry.kind == EntryKind::Patient)
            .map(|entry| entry.id)
    };
    let promise = broken(|rows| words(rows).map(Plant::Lost)).await;
    assert_eq!(promise, "nothing acknowledged is lost");
}

#[tokio::test]
async fn work_for_no_practice_is_found() {
    let (mut trial, early) = early().await;
    let nobody = PracticeId([7; 16]);
    let system = trial.store.system();
    let strayed = system.write(move |tx| stray(tx, nobody)).await;
    assert_ne!(strayed, Ok(0), "nothing was planted");
    let broken = trial.look(early).await.expect_err("a broken promise");
    assert_eq!(broken.promise, "no row without its practice");
}

#[test]
fn a_run_that_never_looked_at_something_says_so() {
    let mut verdict = Verdict {
        crashes: 1,
        doubles: 1,
        steps: 1,
        swaps: 1,
        checks: BTreeMap::from([("one", 1), ("another", 0)]),
        ..Verdict::default()
    };
    assert_eq!(verdict.idle(), Some("another"));
    verdict.checks.insert("another", 1);
    assert_eq!(verdict.idle(), None);
}

#[tokio::test]
async fn a_letter_that_went_out_twice_is_found() {
    let (mut trial, early) = early().await;
    let letter = *trial.post.book().keys().next().expect("a letter went out");
    while trial.post.book()[&letter] < 2 {
        trial.post.take(letter);
    }
    let broken = trial.look(early).await.expect_err("a broken promise");
    assert_eq!(broken.promise, "no letter goes out twice");
}
