//! Words that start no clock, and words that a reply had no chance to answer.

use super::*;

#[test]
fn thanks_start_no_clock_and_reopen_nothing() {
    let mut story = Story::asked("Mon 09:00");
    story.answers("Mon 09:10", After::Close);
    let entry = story.thanks("Mon 09:30");
    assert_eq!(
        (story.request.state, story.request.clock),
        (State::Resolved, None)
    );
    assert_eq!(story.log.last(), Some(&Change::Thanked(entry)));
}

#[test]
fn thanks_for_a_request_that_was_closed_for_good_open_none() {
    let mut story = Story::asked("Mon 09:00");
    story.answers("Mon 09:10", After::Close);
    let month = at("Mon 09:10:10") + limits::REOPEN;
    let lapsed = story.request.lapse(month, &story.rules);
    story.note(lapsed).expect("closed for good");
    let (_, heard) = story.hear(month + minutes(1), true);
    assert!(matches!(heard, Heard::Here(_)), "{heard:?}");
    assert_eq!((story.request.state, story.request.clock), (State::Closed, None));
}

#[test]
fn thanks_leave_a_running_clock_alone() {
    let mut story = Story::asked("Mon 09:00");
    let clock = story.clock();
    story.thanks("Mon 09:10");
    assert_eq!((story.clock(), story.request.state), (clock, State::New));
}

#[test]
fn thanks_that_were_more_count_from_when_they_came() {
    let mut story = Story::asked("Mon 09:00");
    story.answers("Mon 09:10", After::Wait);
    let entry = story.thanks("Mon 09:30");
    let words = Words {
        entry,
        at: at("Mon 09:30"),
        thanks: false,
        clock: ClockId([4; 16]),
    };
    let undone = story.request.not_just_thanks(&words, &story.rules, &story.hours);
    story.note(undone).expect("they count");
    assert_eq!(
        (story.clock().started_at, story.clock().due_at),
        (at("Mon 09:30"), at("Mon 10:00"))
    );
    assert_eq!(story.request.state, State::Open);
}

#[test]
fn a_reply_that_was_written_after_thanks_answers_them_too() {
    let mut story = Story::asked("Mon 09:00");
    story.answers("Mon 09:10", After::Wait);
    let entry = story.thanks("Mon 09:30");
    story.writes("Mon 10:00", After::Wait);
    let words = Words {
        entry,
        at: at("Mon 09:30"),
        thanks: false,
        clock: ClockId([4; 16]),
    };
    let undone = story.request.not_just_thanks(&words, &story.rules, &story.hours);
    story.note(undone).expect("they count");
    story.settle(at("Mon 10:00:10")).expect("the undo is over");
    assert_eq!(story.request.clock, None);
    assert_eq!(
        story.ends()[1],
        answered(at("Mon 10:00:10"), minutes(30) + limits::UNDO)
    );
}

#[test]
fn words_that_cross_a_reply_start_a_clock_of_their_own() {
    let mut story = Story::asked("Mon 09:00");
    story.writes("Mon 09:10", After::Close);
    story.says("Mon 09:10:05");
    story.says("Mon 09:10:08");
    story.settle(at("Mon 09:11")).expect("the undo is over");
    assert_eq!(
        story.ends(),
        [answered(at("Mon 09:10:10"), minutes(10) + limits::UNDO)]
    );
    assert_eq!(story.starts(), [at("Mon 09:00"), at("Mon 09:10:05")]);
    assert_eq!(
        (story.clock().started_at, story.request.state),
        (at("Mon 09:10:05"), State::Open)
    );
}

#[test]
fn words_that_cross_a_reply_are_not_answered_by_it_when_no_clock_ran_before() {
    let mut story = Story::asked("Mon 09:00");
    story.answers("Mon 09:10", After::Wait);
    story.writes("Mon 09:20", After::Wait);
    story.says("Mon 09:20:05");
    story.settle(at("Mon 09:20:10")).expect("the undo is over");
    assert_eq!(story.ends().len(), 1, "only the first question was answered");
    assert_eq!(story.starts(), [at("Mon 09:00"), at("Mon 09:20:05")]);
    assert_eq!(story.clock().started_at, at("Mon 09:20:05"));
}

#[test]
fn words_that_crossed_a_reply_that_is_taken_back_join_the_clock_that_runs() {
    let mut story = Story::asked("Mon 09:00");
    let entry = story.writes("Mon 09:10", After::Close);
    story.says("Mon 09:10:05");
    let back = story.request.take_back(entry, at("Mon 09:10:06"));
    story.note(back).expect("taken back");
    assert_eq!(
        (story.clock().started_at, story.request.state),
        (at("Mon 09:00"), State::Open)
    );
}
