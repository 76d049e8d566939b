//! Two people at once: every pair of acts, in both orders, on requests that are joined, split, answered or on their way to
//! be; and long tales of them. What always holds: a refused act changes nothing, an act is one version, a clock runs on one
//! request only, and words that nobody answered wait under a clock that started no later than they came.

use proptest::prelude::*;

use super::*;

mod joins;
mod world;

use world::World;

/// Something that somebody does; the numbers are requests of the world.
#[derive(Debug, Clone, Copy)]
enum Act {
    Say(usize),
    Thanks(usize),
    Reply(usize, Via, After),
    TakeBack(usize),
    Note(usize),
    Assign(usize),
    Snooze(usize),
    Reopen(usize),
    Resolve(usize, Option<NoReply>),
    Lapse(usize),
    Warn(usize),
    Merge(usize, usize),
    Unmerge(usize),
    Split(usize),
    Link(usize, usize),
    Unlink(usize, usize),
    Retag(usize, Urgency),
    Revert(usize),
}

const ACTS: &[Act] = &[
    Act::Say(0),
    Act::Say(1),
    Act::Thanks(0),
    Act::Reply(0, Via::Writing, After::Wait),
    Act::Reply(0, Via::Phone, After::KeepOpen),
    Act::Reply(1, Via::Writing, After::Close),
    Act::Reply(2, Via::Phone, After::Close),
    Act::TakeBack(0),
    Act::Note(1),
    Act::Assign(0),
    Act::Snooze(0),
    Act::Snooze(1),
    Act::Reopen(0),
    Act::Resolve(0, None),
    Act::Resolve(0, Some(NoReply::NoAnswerNeeded)),
    Act::Resolve(1, Some(NoReply::Spam)),
    Act::Lapse(0),
    Act::Lapse(1),
    Act::Warn(0),
    Act::Merge(0, 1),
    Act::Merge(1, 0),
    Act::Merge(0, 2),
    Act::Unmerge(0),
    Act::Unmerge(1),
    Act::Unmerge(2),
    Act::Split(0),
    Act::Split(1),
    Act::Link(0, 1),
    Act::Unlink(0, 1),
    Act::Retag(0, Urgency::Urgent),
    Act::Retag(1, Urgency::CanWait),
    Act::Revert(0),
    Act::Revert(1),
];

/// How the world stands when two people act: each tale begins with the two requests just asked.
const PRELUDES: &[&[Act]] = &[
    &[],
    &[Act::Merge(0, 1)],
    &[Act::Merge(1, 0)],
    &[Act::Say(0), Act::Split(0)],
    &[Act::Reply(0, Via::Phone, After::Wait)],
    &[
        Act::Reply(0, Via::Phone, After::Close),
        Act::Reply(1, Via::Phone, After::Wait),
        Act::Merge(0, 1),
    ],
    &[Act::Reply(0, Via::Writing, After::Close)],
    &[Act::Merge(0, 1), Act::Say(0), Act::Say(1)],
    &[
        Act::Reply(0, Via::Phone, After::Wait),
        Act::Merge(0, 1),
        Act::Say(0),
    ],
    &[
        Act::Reply(0, Via::Phone, After::Wait),
        Act::Reply(1, Via::Phone, After::Wait),
        Act::Merge(0, 1),
        Act::Say(1),
        Act::Say(0),
    ],
    &[Act::Resolve(0, Some(NoReply::NoAnswerNeeded))],
    &[Act::Say(1), Act::Merge(0, 1), Act::Split(0)],
];

#[test]
fn every_pair_of_acts_holds_in_both_orders() {
    let (mut tales, mut done) = (0, 0);
    for prelude in PRELUDES {
        for pause in [0, 5, 3_600] {
            let mut start = World::new();
            for act in *prelude {
                start
                    .perform(*act)
                    .unwrap_or_else(|refusal| panic!("{prelude:?}: {act:?}: {refusal}"));
                start.now = start.now + Span::from_secs(60);
                start.holds();
            }
            for first in ACTS {
                for second in ACTS {
                    let mut world = start.clone();
                    done += usize::from(world.perform(*first).is_ok());
                    world.holds();
                    world.now = world.now + Span::from_secs(pause);
                    done += usize::from(world.perform(*second).is_ok());
                    world.holds();
                    tales += 1;
                }
            }
        }
    }
    assert_eq!(tales, PRELUDES.len() * 3 * ACTS.len() * ACTS.len());
    assert!(done > tales / 2, "enough acts are done: {done} in {tales} tales");
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(2_000) })]

    #[test]
    fn long_tales_of_joining_splitting_and_parting_hold(
        acts in prop::collection::vec((prop::sample::select(ACTS), prop::sample::select(vec![0, 5, 10, 600, 4_000, 90_000])), 1..30),
    ) {
        let mut world = World::new();
        for (act, pause) in acts {
            world.now = world.now + Span::from_secs(pause);
            // A refusal is an answer as good as any: what holds is looked at either way.
            let _ = world.perform(act);
            world.holds();
        }
    }
}
