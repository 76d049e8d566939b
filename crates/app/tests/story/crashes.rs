//! A crash at any statement and any commit: what stands is whole, and sending again makes one of it.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use anteroom_app::{Failure, jobs, letters, requests};
use anteroom_core::limits;
use anteroom_core::requests::{After, EntryKind, State, Via};
use anteroom_store::{Hook, HookPoint, Store, StoreError};

use crate::house::{House, words};
use crate::office::with_mail;
use crate::recount;

/// Points that are passed before the crash; none while it is [`CALM`].
#[derive(Clone)]
struct Storm(Arc<AtomicU64>);

const CALM: u64 = u64::MAX;

impl Storm {
    fn new() -> (Self, Hook) {
        let left = Arc::new(AtomicU64::new(CALM));
        let counted = left.clone();
        let hook = move |_: HookPoint<'_>| {
            let before = counted.load(Ordering::Relaxed);
            if before == CALM {
                return Ok(());
            }
            // Once crashed, everything fails until somebody starts the machine again.
            counted.store(before.saturating_sub(1), Ordering::Relaxed);
            if before <= 1 {
                Err(StoreError::Unavailable("crashed".to_owned()))
            } else {
                Ok(())
            }
        };
        (Self(left), Arc::new(hook))
    }

    fn after(&self, points: u64) {
        self.0.store(points, Ordering::Relaxed);
    }

    /// Whether it crashed; from here on it is calm.
    fn over(&self) -> bool {
        self.0.swap(CALM, Ordering::Relaxed) == 0
    }
}

/// Lives a tale with a crash at the first point, the second and so on, until one has none; how many there were.
async fn at_every_point(tale: impl AsyncFn(House, Storm, u64) -> bool) {
    for point in 1.. {
        let (storm, hook) = Storm::new();
        let house = House::found(Store::inline(hook).expect("a store")).await;
        let crashed = tale(house.clone(), storm, point).await;
        recount::holds(&house).await;
        if !crashed {
            assert!(point > 10, "only {point} points were passed");
            return;
        }
    }
}

#[tokio::test]
async fn a_patient_who_sends_again_after_a_crash_has_one_request() {
    at_every_point(async |house, storm, point| {
        let form = house.form("Can I come?");
        storm.after(point);
        let first = requests::ask(&house.app, &house.practice, &form).await;
        let crashed = storm.over();
        assert_eq!(first.is_err(), crashed);
        recount::holds(&house).await;
        let asked = requests::ask(&house.app, &house.practice, &form)
            .await
            .expect("asked again");
        assert_eq!(house.rows().await.requests.len(), 1);
        assert_eq!(
            words(&house.status(&asked).await.lines, EntryKind::Patient),
            ["Can I come?"]
        );
        crashed
    })
    .await;
}

#[tokio::test]
async fn a_reply_that_is_sent_again_after_a_crash_stands_once() {
    at_every_point(async |house, storm, point| {
        let asked = house.ask("Can I come?").await;
        let say = house.say(asked.number, "Yes.").await;
        let send = || {
            requests::reply(
                &house.app,
                &house.anna,
                asked.number,
                &say,
                Via::Writing,
                After::Close,
            )
        };
        storm.after(point);
        let first = send().await;
        let crashed = storm.over();
        assert_eq!(first.is_err(), crashed);
        recount::holds(&house).await;
        send().await.expect("sent again");
        house.pass(limits::UNDO).await;
        let page = house.page(asked.number).await;
        assert_eq!((page.row.state, page.row.clock), (State::Resolved, None));
        assert_eq!(words(&page.lines, EntryKind::Reply), ["Yes."]);
        crashed
    })
    .await;
}

#[tokio::test]
async fn a_reply_is_settled_once_and_at_its_own_instant_whenever_the_worker_crashes() {
    at_every_point(async |house, storm, point| {
        let asked = house.ask("Can I come?").await;
        house.write(asked.number, "Yes.", After::Wait).await;
        let irrevocable_at = house.now() + limits::UNDO;
        house.clock.set(irrevocable_at);
        storm.after(point);
        // What the worker says of itself while the machine goes down is nothing that counts.
        let _: Result<jobs::Round, Failure> = jobs::round(&house.app).await;
        let crashed = storm.over();
        recount::holds(&house).await;
        house.clock.set(irrevocable_at + limits::JOB_LEASE);
        house.work().await;
        let rows = house.rows().await;
        assert_eq!(rows.clocks[0].ended.map(|(at, ..)| at), Some(irrevocable_at));
        crashed
    })
    .await;
}

#[tokio::test]
async fn a_merge_is_whole_or_not_at_all() {
    at_every_point(async |house, storm, point| {
        let (older, younger) = (house.ask("one").await, house.ask("two").await);
        storm.after(point);
        let merge = || requests::merge(&house.app, &house.anna, younger.number, older.number);
        let first = merge().await;
        let crashed = storm.over();
        assert_eq!(first.is_err(), crashed);
        recount::holds(&house).await;
        // Refused where it landed before the crash.
        let again = merge().await;
        assert!(
            again.is_ok() || matches!(again, Err(Failure::Refused(_))),
            "{again:?}"
        );
        let page = house.page(younger.number).await;
        assert_eq!(words(&page.lines, EntryKind::Patient), ["one", "two"]);
        let joined = house.page(older.number).await;
        assert_eq!(joined.merged_into, Some(younger.number));
        crashed
    })
    .await;
}

#[tokio::test]
async fn words_after_a_month_that_are_sent_again_after_a_crash_open_one_request() {
    at_every_point(async |house, storm, point| {
        let asked = house.ask("Can I come?").await;
        house.answer(asked.number, "Yes.", After::Close).await;
        house.pass(limits::REOPEN).await;
        let say = house.say_on("It hurts again.");
        let send = || requests::write_on(&house.app, &house.practice, &asked.token, &say);
        storm.after(point);
        let first = send().await;
        let crashed = storm.over();
        assert_eq!(first.is_err(), crashed);
        recount::holds(&house).await;
        send().await.expect("sent again");
        assert_eq!(house.rows().await.requests.len(), 2);
        let lines = house.status(&asked).await.lines;
        assert_eq!(words(&lines, EntryKind::Patient), ["It hurts again."]);
        crashed
    })
    .await;
}

#[tokio::test]
async fn a_letter_is_given_out_once_at_most_and_never_forgotten_whenever_its_worker_crashes() {
    at_every_point(async |house, storm, point| {
        let (house, office) = with_mail(house).await;
        house.ask("Can I come?").await;
        storm.after(point);
        // What the worker says of itself while the machine goes down is nothing that counts.
        let _: Result<bool, Failure> = letters::round(&house.app).await;
        let crashed = storm.over();
        for _ in 0..3 {
            house.pass(limits::JOB_LEASE).await;
            while letters::round(&house.app).await.expect("a round of letters") {}
        }
        let outbox = letters::outbox(&house.app, &house.practice).await;
        let outbox = outbox.expect("an outbox");
        let given = office.given().len();
        assert!(given <= 1, "given out {given} times");
        assert_eq!((outbox.waiting, outbox.failed.len()), (0, 0));
        // Sent, or shown to a person: an attempt that was committed may be one that was never given out.
        assert!(given == 1 || outbox.unknown.len() == 1, "forgotten");
        crashed
    })
    .await;
}
