//! The figures that the product shows, counted again from the rows and the events.

use std::collections::{BTreeMap, BTreeSet};

use anteroom_app::promises;
use anteroom_app::requests::view::View;
use anteroom_core::promises::open::Counts;
use anteroom_core::requests::{Outcome, State};
use anteroom_core::{Span, Time, limits};
use anteroom_store::recount::Rows;

use super::{Told, in_force};
use crate::house::House;

pub(super) async fn counts_hold(house: &House, told: &Told, rows: &Rows) {
    let mut instants = BTreeSet::from([house.now()]);
    for at in rows.events.iter().map(|event| event.at) {
        instants.extend([at, at - Span::from_micros(1), at + Span::from_secs(5)]);
    }
    for at in instants.into_iter().filter(|at| *at <= house.now()) {
        let mut counts = Counts::default();
        for life in told.lives.values() {
            match life.stood_at(at) {
                None | Some((State::Closed, _)) => {}
                Some((_, true) | (State::New | State::Open, _)) => counts.open += 1,
                Some((State::Waiting, _)) => counts.waiting += 1,
                Some((State::Snoozed, _)) => counts.snoozed += 1,
                Some((State::Resolved, _)) => counts.resolved += 1,
            }
        }
        let shown = promises::open_report(&house.app, &house.practice, at)
            .await
            .expect("a report");
        assert_eq!(shown, counts, "counts at {at:?}");
    }
}

/// The smallest value with at least so many tenths of all at or below it; the unanswered are last.
fn rank(waits: &[Option<Span>], tenths: usize) -> Option<Span> {
    let at = (waits.len() * tenths).div_ceil(10).max(1) - 1;
    waits.get(at).copied().flatten()
}

pub(super) async fn report_holds(house: &House, rows: &Rows) {
    let report = promises::response_report(&house.app, &house.practice, Time::MIN, Time::MAX).await;
    let report = report.expect("a report");
    let (mut waits, mut in_time, mut running) = (Vec::new(), 0, 0);
    let mut ends: BTreeMap<Outcome, u64> = Outcome::ALL.iter().map(|outcome| (*outcome, 0)).collect();
    for clock in &rows.clocks {
        let Some((_, outcome, open)) = clock.ended else {
            running += 1;
            let hours = in_force(house, rows, clock.request, house.now());
            if hours.open_between(clock.started_at, house.now()) > clock.target {
                waits.push(None);
            }
            continue;
        };
        *ends.entry(outcome).or_default() += 1;
        match outcome {
            Outcome::Answered => {
                waits.push(Some(open));
                in_time += u64::from(open <= clock.target);
            }
            Outcome::Missed => waits.push(None),
            Outcome::Withdrawn => {}
        }
    }
    waits.sort_by_key(|wait| (wait.is_none(), *wait));
    assert_eq!(report.n, waits.len() as u64);
    assert_eq!(report.in_time, in_time);
    assert_eq!(report.running, running);
    let shown = [report.answered, report.missed, report.withdrawn];
    let counted = [Outcome::Answered, Outcome::Missed, Outcome::Withdrawn].map(|outcome| ends[&outcome]);
    assert_eq!(shown, counted, "answered, missed, withdrawn");
    assert_eq!((report.median, report.p90), (rank(&waits, 5), rank(&waits, 9)));
}

pub(super) async fn queue_holds(house: &House, rows: &Rows) {
    let queue = anteroom_app::requests::queue(&house.app, &house.anna, View::All, None)
        .await
        .expect("the queue");
    let mut waiting: Vec<_> = rows.requests.iter().filter(|request| request.waits).collect();
    waiting.sort_by_key(|request| (request.due_at, request.id));
    let shown: Vec<i64> = queue.rows.iter().map(|row| row.number).collect();
    let waiting: Vec<i64> = waiting.iter().map(|request| request.number).collect();
    let page = usize::try_from(limits::PAGE_ROWS)
        .expect("small")
        .min(waiting.len());
    assert_eq!(shown, waiting[..page], "the queue, the most urgent first");
    let counted = |view: View| {
        queue
            .counts
            .iter()
            .find(|(of, _)| *of == view)
            .expect("a count")
            .1
    };
    assert_eq!(counted(View::All), i64::try_from(waiting.len()).expect("a few"));
    for (view, state) in [
        (View::Waiting, State::Waiting),
        (View::Snoozed, State::Snoozed),
        (View::Resolved, State::Resolved),
    ] {
        let rows = rows
            .requests
            .iter()
            .filter(|request| request.state == state && !request.waits);
        assert_eq!(
            counted(view),
            i64::try_from(rows.count()).expect("a few"),
            "{view}"
        );
    }
}
