use std::sync::Arc;

use anteroom_app::promises;
use anteroom_core::promises::{Figures, Name};
use anteroom_store::Store;

use super::practice::{Size, found};
use super::*;
use crate::SeededEntropy;

/// 2026-11-02T06:00:00Z: a Monday's midnight in the world's zone.
const MONDAY: Time = Time::from_micros(1_793_599_200_000_000);

/// A small practice with everything that a demo has.
const WHOLE: Size = Size {
    contacts: 60,
    clerks: 2,
    doctors: 2,
    families: 30,
    phones: 4,
    years: true,
    sign_in: false,
};

async fn begun(seed: u64) -> (World, Arc<SetClock>) {
    let clock = Arc::new(SetClock::at(MONDAY));
    let ports = Ports {
        store: Store::inline(Arc::new(|_| Ok(()))).expect("a store"),
        clock: clock.clone(),
        entropy: Arc::new(SeededEntropy::new(seed)),
        post: Some(crate::post::Post::calm()),
    };
    let house = found(&ports.boot(), "Harbor", "harbor", WHOLE)
        .await
        .expect("founded");
    let mut world = World::new(ports, house, WHOLE, seed, MONDAY).expect("a world");
    let last = world.today().saturating_add(jiff::ToSpan::days(16));
    world.open(last).await.expect("opened");
    (world, clock)
}

#[tokio::test]
async fn a_practice_that_lives_is_called_visited_asked_and_looked_up() {
    let (mut world, clock) = begun(7).await;
    let until = MONDAY + Span::from_days(15) + Span::from_hours(10);
    world.play_until(&clock, until).await.expect("lived");
    let desk = world.house.clerks[0].clone();
    let today = promises::today(&world.app, &desk).await.expect("the first page");
    let measured = today
        .promises
        .iter()
        .filter(|promise| promise.figures != Figures::NotMeasured);
    assert_eq!(measured.count(), 8, "{:?}", today.promises);
    let of = |name: Name| {
        let promise = today.promises.iter().find(|promise| promise.name == name);
        promise.map(|promise| &promise.figures)
    };
    let Some(Figures::Nps(score)) = of(Name::Nps) else {
        panic!("no score: {today:?}");
    };
    assert!(score.tally.n() > 0, "nobody answered: {score:?}");
}
