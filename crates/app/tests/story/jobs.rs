//! Work for the background: claimed once, fenced, put off, given up.

use anteroom_app::jobs;
use anteroom_core::ids::JobId;
use anteroom_core::{Span, Time, limits};
use anteroom_store::jobs::{self as rows, Job};
use anteroom_store::{Store, StoreError, recount};

use crate::house::{House, missing, told};

async fn add(house: &House, kind: &'static str, at: Time) -> JobId {
    let (id, practice) = (house.app.id::<JobId>(), house.practice.id);
    let system = house.app.store.system();
    let added = system
        .write(move |tx| rows::insert(tx, id, kind, practice, [0; 16], at))
        .await;
    added.unwrap_or_else(|error: StoreError| panic!("{error}"));
    id
}

async fn claim(store: &Store, now: Time) -> Vec<Job> {
    let claimed = store
        .system()
        .write(move |tx| rows::claim(tx, now, now + limits::JOB_LEASE, 5))
        .await;
    claimed.unwrap_or_else(|error: StoreError| panic!("{error}"))
}

async fn row(house: &House, id: JobId) -> Option<recount::Job> {
    house
        .app
        .store
        .system()
        .read(move |tx| recount::job(tx, id))
        .await
        .expect("a row")
}

async fn finish(house: &House, job: &Job) -> bool {
    let job = job.clone();
    let done = house
        .app
        .store
        .system()
        .write(move |tx| rows::finish(tx, &job))
        .await;
    done.unwrap_or_else(|error: StoreError| panic!("{error}"))
}

#[tokio::test]
async fn two_workers_claim_disjoint_jobs() {
    told(|house: House| async move {
        let mut added = Vec::new();
        for _ in 0..8 {
            added.push(add(&house, "warn", house.now()).await);
        }
        let (one, other) = tokio::join!(
            claim(&house.app.store, house.now()),
            claim(&house.app.store, house.now())
        );
        let rest = claim(&house.app.store, house.now()).await;
        let mut claimed: Vec<_> = one.iter().chain(&other).chain(&rest).map(|job| job.id).collect();
        claimed.sort_unstable();
        assert_eq!(claimed, added, "each once");
        for job in one.iter().chain(&other).chain(&rest) {
            assert!(finish(&house, job).await);
        }
    })
    .await;
}

#[tokio::test]
async fn a_job_is_not_claimed_before_it_is_due_and_not_while_somebody_has_it() {
    told(|house: House| async move {
        let due = house.now() + Span::from_secs(30);
        let id = add(&house, "warn", due).await;
        assert_eq!(jobs::next(&house.app).await.expect("an instant"), Some(due));
        assert_eq!(claim(&house.app.store, due - Span::from_micros(1)).await, []);
        let job = claim(&house.app.store, due).await.remove(0);
        assert_eq!((job.id, job.attempt), (id, 1));
        let leased = claim(&house.app.store, due + limits::JOB_LEASE - Span::from_micros(1)).await;
        assert!(leased.iter().all(|other| other.id != id), "{leased:?}");
        assert!(finish(&house, &job).await);
    })
    .await;
}

#[tokio::test]
async fn a_worker_whose_lease_ran_out_can_neither_finish_nor_put_off_nor_give_up() {
    told(|house: House| async move {
        let id = add(&house, "warn", house.now()).await;
        let first = claim(&house.app.store, house.now()).await.remove(0);
        let second = claim(&house.app.store, house.now() + limits::JOB_LEASE).await;
        let second = second
            .into_iter()
            .find(|job| job.id == id)
            .expect("claimed again");
        assert_eq!(second.attempt, 2);
        assert!(!finish(&house, &first).await, "its attempt is over");
        let (late, now) = (first.clone(), house.now());
        let put_off = house
            .app
            .store
            .system()
            .write(move |tx| rows::retry(tx, &late, now, "late"))
            .await;
        assert_eq!(put_off, Ok(false));
        let given_up = house
            .app
            .store
            .system()
            .write(move |tx| rows::fail(tx, &first, "late"))
            .await;
        assert_eq!(given_up, Ok(false));
        assert!(finish(&house, &second).await);
        assert_eq!(row(&house, id).await, None);
    })
    .await;
}

#[tokio::test]
async fn a_job_that_fails_is_put_off_twice_as_long_each_time_and_given_up_in_the_end() {
    told(|house: House| async move {
        let id = add(&house, "nonsense", house.now()).await;
        let mut waits = Vec::new();
        loop {
            jobs::round(&house.app).await.expect("a round");
            let job = row(&house, id).await.expect("not done");
            if job.state == "failed" {
                assert_eq!(
                    (job.attempt, job.error.as_str()),
                    (limits::JOB_ATTEMPTS, "missing")
                );
                break;
            }
            assert_eq!(job.state, "ready");
            waits.push(job.run_at.since(house.now()).micros() / 1_000_000);
            house.clock.set(job.run_at);
        }
        assert_eq!(waits, [2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 1024]);
        house.clock.set(house.now() + Span::from_days(1));
        house.work().await;
        assert_eq!(row(&house, id).await.expect("kept for a person").state, "failed");
    })
    .await;
}

#[tokio::test]
async fn a_job_that_was_given_up_is_listed_and_tried_once_more_on_demand() {
    told(|house: House| async move {
        let id = add(&house, "nonsense", house.now()).await;
        while row(&house, id).await.expect("kept").state != "failed" {
            house.clock.set(row(&house, id).await.expect("kept").run_at);
            jobs::round(&house.app).await.expect("a round");
        }
        let listed = jobs::given_up(&house.app).await.expect("listed");
        let wanted = jobs::GivenUp {
            id,
            kind: "nonsense".to_owned(),
            practice: "north".to_owned(),
            attempts: limits::JOB_ATTEMPTS,
            error: "missing".to_owned(),
        };
        assert_eq!(listed, [wanted]);
        jobs::retry(&house.app, id).await.expect("revived");
        missing(jobs::retry(&house.app, id).await);
        assert_eq!(jobs::given_up(&house.app).await.expect("listed"), []);
        jobs::round(&house.app).await.expect("a round");
        let listed = jobs::given_up(&house.app).await.expect("listed");
        assert_eq!(listed[0].attempts, limits::JOB_ATTEMPTS + 1);
    })
    .await;
}

#[tokio::test]
async fn the_look_at_the_promises_is_never_given_up() {
    told(|house: House| async move {
        // A look at a practice that is not there fails each time.
        let (id, nowhere) = (house.app.id::<JobId>(), house.app.id());
        let (system, now) = (house.app.store.system(), house.now());
        let added = system
            .write(move |tx| rows::insert(tx, id, "measure", nowhere, [0; 16], now))
            .await;
        assert_eq!(added, Ok::<_, StoreError>(()));
        for _ in 0..limits::JOB_ATTEMPTS + 2 {
            house
                .clock
                .set(row(&house, id).await.expect("kept").run_at.max(house.now()));
            let round = jobs::round(&house.app).await.expect("a round");
            assert_eq!(round.given_up, 0);
        }
        let kept = row(&house, id).await.expect("kept");
        assert_eq!(
            (kept.state.as_str(), kept.attempt),
            ("ready", limits::JOB_ATTEMPTS + 2)
        );
    })
    .await;
}

#[tokio::test]
async fn many_rounds_at_once_do_each_job_once() {
    told(|house: House| async move {
        let mut asked = Vec::new();
        for at in 0..12 {
            asked.push(house.ask(&format!("question {at}")).await.number);
        }
        for number in &asked {
            house
                .write(*number, "yes", anteroom_core::requests::After::Close)
                .await;
        }
        house.clock.set(house.now() + limits::UNDO);
        let work = || jobs::round(&house.app);
        let rounds = tokio::join!(work(), work(), work());
        let done = [rounds.0, rounds.1, rounds.2].map(|round| round.expect("a round").done);
        assert_eq!(done.iter().sum::<usize>(), asked.len());
        house.work().await;
    })
    .await;
}
