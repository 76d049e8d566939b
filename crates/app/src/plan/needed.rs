//! The people that a half hour needs for all promises at once: callers by the hold, requests by the response, nobody busy beyond
//! the cap. What the practice's numbers make impossible needs as many as the work itself.

use anteroom_capacity::staffing::{self, Rules, Work};
use anteroom_core::Span;
use anteroom_core::promises::people::{Basis, Expected};

use crate::requests::Scene;

/// The shares that can be reckoned with: a promise of all or none is none that a number of people keeps.
const SHARES: (f64, f64) = (0.01, 0.99);

pub(super) fn seconds(span: Span) -> f64 {
    #[expect(
        clippy::cast_precision_loss,
        reason = "lengths of a desk stay far below 2^52 microseconds"
    )]
    let micros = span.micros() as f64;
    micros / 1e6
}

/// How many people a half hour needs in which the desk is open: one at least.
pub(super) fn needed(
    scene: &Scene,
    basis: &Basis,
    calls: Option<Expected>,
    requests: Option<Expected>,
) -> i64 {
    let settings = &scene.settings;
    let mean = |expected: Option<Expected>| expected.map_or(0.0, |expected| expected.mean);
    let target = settings.rules.target - basis.request;
    let calls = Work {
        arrivals: mean(calls),
        handling: seconds(basis.call),
        answer: settings.hold.threshold.clamp(SHARES.0, SHARES.1),
        within: seconds(settings.hold.within),
        patience: Some(seconds(basis.patience)),
    };
    let requests = Work {
        arrivals: mean(requests),
        handling: seconds(basis.request),
        answer: settings.response_threshold.clamp(SHARES.0, SHARES.1),
        within: seconds(target).max(0.0),
        patience: None,
    };
    let rules = Rules {
        occupancy: basis.rules.occupancy.clamp(SHARES.0, SHARES.1),
        shrinkage: basis.rules.away.clamp(0.0, SHARES.1),
        least: 1,
    };
    let told = staffing::needed(&calls, &requests, &rules);
    told.map_or_else(
        |_| i64::from(anteroom_capacity::limits::PEOPLE),
        |told| i64::from(told.people),
    )
}
