use proptest::prelude::*;

use super::*;
use crate::ids::LineId;

const TEN: Time = Time::from_micros(1_793_719_080_000_000);

fn at(seconds: i64) -> Time {
    TEN + Span::from_secs(seconds)
}

fn fact(seconds: i64, what: What) -> Fact {
    Fact {
        at: at(seconds),
        what,
        line: None,
        caller: None,
    }
}

fn told(facts: &[Fact]) -> Told {
    let mut told = Told::default();
    for fact in facts {
        told.hear(fact);
    }
    told
}

fn summed(facts: &[Fact], closed: bool) -> Summed {
    told(facts).sum(closed).expect("something was told")
}

fn answered(seconds: i64) -> Fact {
    fact(seconds, What::Answered("Maria".to_owned()))
}

fn left(seconds: i64, how: How) -> Fact {
    fact(seconds, What::Left(how, String::new()))
}

#[test]
fn a_hold_runs_from_the_queue_to_the_answer() {
    let call = summed(
        &[
            fact(0, What::Arrived),
            fact(12, What::Queued),
            answered(70),
            fact(200, What::Ended),
        ],
        false,
    );
    assert_eq!(call.outcome, Some(Outcome::Answered));
    assert_eq!(
        (call.hold, call.talk),
        (Span::from_secs(58), Span::from_secs(130))
    );
    assert_eq!((call.stage, call.owed_since), (Stage::Over, None));
}

#[test]
fn who_hangs_up_before_an_answer_is_owed_one_from_that_moment() {
    let call = summed(
        &[
            fact(0, What::Arrived),
            fact(5, What::Queued),
            fact(95, What::Ended),
        ],
        false,
    );
    assert_eq!(
        (call.outcome, call.hold),
        (Some(Outcome::Abandoned), Span::from_secs(90))
    );
    assert_eq!(call.owed_since, Some(at(95)));
}

#[test]
fn leaving_by_another_way_is_its_own_outcome_and_never_answered() {
    for (how, owed) in [
        (How::Callback, true),
        (How::Voicemail, true),
        (How::Text, true),
        (How::Overflow, false),
    ] {
        // The call that then reaches whoever asked for it is no answer of this one.
        let call = summed(
            &[
                fact(0, What::Queued),
                left(40, how),
                answered(600),
                fact(700, What::Ended),
            ],
            false,
        );
        assert_eq!(call.outcome, Some(how.outcome()));
        assert_eq!(call.hold, Span::from_secs(40));
        assert_eq!(call.owed_since.is_some(), owed, "{how}");
    }
}

#[test]
fn words_that_are_left_after_an_answer_are_still_owed_one() {
    let call = summed(
        &[
            fact(0, What::Queued),
            answered(5),
            left(60, How::Voicemail),
            fact(90, What::Ended),
        ],
        false,
    );
    assert_eq!(call.outcome, Some(Outcome::Answered));
    assert_eq!(call.owed_since, Some(at(60)));
}

#[test]
fn a_call_to_a_closed_line_is_offered_to_nobody_unless_somebody_takes_it() {
    let hung_up = summed(&[fact(0, What::Arrived), fact(9, What::Ended)], true);
    assert_eq!(hung_up.outcome, Some(Outcome::AfterHours));
    assert!(hung_up.after_hours && hung_up.owed_since.is_some());
    let spoke = summed(&[fact(0, What::Arrived), left(9, How::Voicemail)], true);
    assert_eq!(
        (spoke.outcome, spoke.after_hours),
        (Some(Outcome::Voicemail), true)
    );
    let taken = summed(&[fact(0, What::Arrived), answered(9)], true);
    assert_eq!(
        (taken.outcome, taken.after_hours),
        (Some(Outcome::Answered), false)
    );
    let queued = summed(&[fact(0, What::Queued), fact(9, What::Ended)], true);
    assert_eq!(
        (queued.outcome, queued.after_hours),
        (Some(Outcome::Abandoned), false)
    );
}

#[test]
fn a_call_that_ends_before_it_begins_took_no_time() {
    let backwards = summed(
        &[fact(50, What::Queued), answered(20), fact(10, What::Ended)],
        false,
    );
    assert_eq!(backwards.outcome, Some(Outcome::Answered));
    assert_eq!((backwards.hold, backwards.talk), (Span::ZERO, Span::ZERO));
    let lost = summed(&[fact(50, What::Arrived), fact(10, What::Ended)], false);
    assert_eq!((lost.outcome, lost.hold), (Some(Outcome::Abandoned), Span::ZERO));
}

#[test]
fn a_gap_is_bridged_by_what_is_known() {
    // Nothing but an answer: it was taken at once.
    let only = summed(&[answered(30)], false);
    assert_eq!((only.started_at, only.hold), (at(30), Span::ZERO));
    assert_eq!(only.stage, Stage::Talking);
    // No queue was told: the caller waited from the first ring.
    let unqueued = summed(&[fact(0, What::Arrived), answered(30)], false);
    assert_eq!(unqueued.hold, Span::from_secs(30));
}

#[test]
fn a_call_goes_from_ringing_over_waiting_and_talking_to_its_end() {
    let mut told = Told::default();
    let mut stages = Vec::new();
    for fact in [
        fact(0, What::Arrived),
        fact(5, What::Queued),
        answered(20),
        fact(80, What::Ended),
    ] {
        assert!(told.hear(&fact), "news");
        assert!(!told.hear(&fact), "no news");
        stages.push(told.sum(false).expect("told").stage);
    }
    assert_eq!(
        stages,
        [Stage::Ringing, Stage::Waiting, Stage::Talking, Stage::Over]
    );
}

#[test]
fn a_call_whose_end_never_comes_is_swept_and_a_late_end_still_counts() {
    let mut call = told(&[fact(0, What::Arrived), fact(5, What::Queued)]);
    call.swept = Some(at(9_000));
    let swept = call.sum(false).expect("told");
    assert_eq!((swept.outcome, swept.stage), (Some(Outcome::Lost), Stage::Over));
    assert_eq!(swept.owed_since, Some(at(5)));
    call.hear(&answered(30));
    assert_eq!(call.sum(false).expect("told").outcome, Some(Outcome::Answered));
}

fn what() -> impl Strategy<Value = What> {
    let how = prop::sample::select(How::ALL);
    prop_oneof![
        Just(What::Arrived),
        Just(What::Queued),
        Just(What::Ended),
        prop::sample::select(vec!["", "Dana", "Luis"]).prop_map(|by| What::Answered(by.to_owned())),
        (how, prop::sample::select(vec!["", "Call me", "Please"]))
            .prop_map(|(how, words)| What::Left(how, words.to_owned())),
    ]
}

fn facts() -> impl Strategy<Value = Vec<Fact>> {
    let line = prop::option::of((0_u8..3).prop_map(|line| LineId([line; 16])));
    let caller = prop::option::of(prop::sample::select(vec!["5125550100", "+15125550100"]));
    let fact = (-50_i64..50, what(), line, caller).prop_map(|(seconds, what, line, caller)| Fact {
        at: at(seconds),
        what,
        line,
        caller: caller.map(str::to_owned),
    });
    prop::collection::vec(fact, 1..9)
}

proptest! {
    #[test]
    fn any_order_of_the_facts_and_any_repetition_end_in_the_same_call(
        (facts, again) in facts().prop_flat_map(|facts| {
            let doubled: Vec<_> = facts.iter().chain(&facts).cloned().collect();
            (Just(facts), Just(doubled).prop_shuffle())
        }),
        closed: bool,
    ) {
        let (once, shuffled) = (told(&facts), told(&again));
        prop_assert_eq!(&once, &shuffled);
        let call = once.sum(closed).expect("told");
        prop_assert_eq!(Some(call), shuffled.sum(closed));
        prop_assert!(call.hold >= Span::ZERO && call.talk >= Span::ZERO);
        prop_assert_eq!(call.stage == Stage::Over, call.over_at.is_some());
    }
}
