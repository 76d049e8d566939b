//! "The response clock": a test for each of its sentences.

use super::*;

#[test]
fn the_clock_starts_when_the_patients_words_reach_us() {
    let story = Story::asked("Mon 09:00");
    assert_eq!(story.clock().started_at, at("Mon 09:00"));
    assert_eq!(story.clock().due_at, at("Mon 09:30"));
}

#[test]
fn further_words_join_a_clock_that_runs() {
    let mut story = Story::asked("Mon 09:00");
    story.says("Mon 09:20");
    assert_eq!(story.starts(), [at("Mon 09:00")]);
    assert_eq!(story.clock().due_at, at("Mon 09:30"));
}

#[test]
fn words_after_an_answer_start_a_clock_of_their_own() {
    let mut story = Story::asked("Mon 09:00");
    story.answers("Mon 09:05", After::Wait);
    story.says("Mon 10:00");
    assert_eq!(story.starts(), [at("Mon 09:00"), at("Mon 10:00")]);
    assert_eq!(story.clock().started_at, at("Mon 10:00"));
}

#[test]
fn it_counts_open_minutes_only() {
    let mut story = Story::asked("Fri 16:50");
    assert_eq!(story.clock().due_at, at("Mon 08:20") + Span::from_days(7));
    story.hours = office();
    let monday = at("Mon 08:15") + Span::from_days(7);
    let (_, done) = story.reply(ANNA, monday, Via::Phone, After::Wait);
    done.expect("a talk");
    assert_eq!(story.ends(), [answered(monday, minutes(25))]);
}

#[test]
fn words_that_come_at_night_have_all_their_minutes_from_the_opening_on() {
    assert_eq!(Story::asked("Mon 23:00").clock().due_at, at("Tue 08:30"));
}

#[test]
fn it_counts_the_hours_that_it_is_handed_those_of_the_requests_location() {
    let late = open("Mon-Fri 12:00-20:00");
    let story = Story::of(&opening(1), late, Rules::default(), at("Mon 09:00"));
    assert_eq!(story.clock().due_at, at("Mon 12:30"));
}

#[test]
fn it_keeps_the_target_in_force_at_its_start() {
    let mut story = Story::asked("Mon 09:00");
    story.rules.target = minutes(5);
    story.says("Mon 09:01");
    story.answers("Mon 09:20", After::Wait);
    story.says("Mon 11:00");
    assert_eq!(story.clock().due_at, at("Mon 11:05"));
    assert_eq!(
        story.ends(),
        [answered(at("Mon 09:20:10"), minutes(20) + limits::UNDO)]
    );
}

#[test]
fn an_urgent_request_has_ten_minutes() {
    let urgent = Opening {
        urgency: Urgency::Urgent,
        ..opening(1)
    };
    let story = Story::of(&urgent, office(), Rules::default(), at("Mon 09:00"));
    assert_eq!(story.clock().due_at, at("Mon 09:10"));
    let later = Opening {
        urgency: Urgency::CanWait,
        ..opening(1)
    };
    let story = Story::of(&later, office(), Rules::default(), at("Mon 09:00"));
    assert_eq!(story.clock().due_at, at("Mon 09:30"));
}

#[test]
fn a_written_reply_ends_it_when_it_is_irrevocable_and_not_before() {
    let mut story = Story::asked("Mon 09:00");
    story.writes("Mon 09:10", After::Wait);
    assert!(story.request.clock.is_some() && story.ends().is_empty());
    assert_eq!(story.settle(at("Mon 09:10:09")), Err(Refusal::NothingPending));
    story.settle(at("Mon 09:10:10")).expect("the undo is over");
    assert_eq!(
        story.ends(),
        [answered(at("Mon 09:10:10"), minutes(10) + limits::UNDO)]
    );
    assert_eq!(story.request.clock, None);
}

#[test]
fn it_ends_at_that_instant_however_late_that_is_noticed() {
    let mut story = Story::asked("Mon 09:00");
    story.writes("Mon 09:10", After::Wait);
    story.settle(at("Tue 12:00")).expect("the undo is over");
    assert_eq!(
        story.ends(),
        [answered(at("Mon 09:10:10"), minutes(10) + limits::UNDO)]
    );
}

#[test]
fn a_reply_that_is_taken_back_ends_nothing() {
    let mut story = Story::asked("Mon 09:00");
    let entry = story.writes("Mon 09:10", After::Wait);
    let back = story.request.take_back(entry, at("Mon 09:10:09"));
    story.note(back).expect("taken back");
    assert_eq!(story.settle(at("Mon 09:11")), Err(Refusal::NothingPending));
    assert_eq!(
        (story.clock().started_at, story.request.state),
        (at("Mon 09:00"), State::Open)
    );
}

#[test]
fn at_the_instant_at_which_a_reply_is_irrevocable_it_cant_be_taken_back() {
    let mut story = Story::asked("Mon 09:00");
    let entry = story.writes("Mon 09:10", After::Wait);
    assert_eq!(
        story.request.take_back(entry, at("Mon 09:10:10")),
        Err(Refusal::NothingPending)
    );
}

#[test]
fn words_spoken_on_the_phone_or_in_person_end_it_at_once() {
    for via in [Via::Phone, Via::InPerson] {
        let mut story = Story::asked("Mon 09:00");
        story.speaks("Mon 09:12", via);
        assert_eq!(story.ends(), [answered(at("Mon 09:12"), minutes(12))]);
        assert_eq!(story.request.pending, None);
    }
}

#[test]
fn a_call_back_that_reaches_a_voicemail_is_an_attempt_and_ends_nothing() {
    let mut story = Story::asked("Mon 09:00");
    let entry = EntryId([5; 16]);
    assert_eq!(story.request.attempt(entry), Ok(vec![Change::Attempted(entry)]));
    assert_eq!(
        (story.clock().started_at, story.request.state),
        (at("Mon 09:00"), State::New)
    );
}

#[test]
fn no_act_of_the_system_ends_it_an_acknowledgement_is_not_even_an_act() {
    let mut story = Story::asked("Mon 09:00");
    let rules = story.rules;
    let clock = story.clock();
    story
        .request
        .warn(at("Mon 09:20"), &rules, &story.hours)
        .expect("it warns");
    let refused = [
        story
            .request
            .lapse(at("Mon 09:20") + Span::from_days(400), &rules),
        story.request.wake(at("Sun 09:20")),
        story
            .request
            .settle(at("Sun 09:20"), ClockId([3; 16]), &rules, &story.hours),
        story.request.retime(at("Mon 09:20"), &story.rules, &story.hours),
    ];
    assert!(refused.iter().all(Result::is_err), "{refused:?}");
    assert_eq!(
        story.request.clock,
        Some(Clock {
            warned_at: Some(at("Mon 09:20")),
            ..clock
        })
    );
}

#[test]
fn a_reply_that_reached_nobody_lets_it_run_again_from_its_old_start() {
    let mut story = Story::asked("Mon 09:00");
    let clock = story.clock();
    story.answers("Mon 09:10", After::Wait);
    let failed = story
        .request
        .undelivered(clock, at("Mon 11:00"), &story.rules, &story.hours);
    story.note(failed).expect("it runs again");
    assert_eq!(story.clock(), clock);
    assert_eq!(story.request.state, State::Open);
    story.speaks("Mon 11:30", Via::Phone);
    assert_eq!(story.ends()[1], answered(at("Mon 11:30"), minutes(150)));
}

#[test]
fn the_clock_of_later_words_joins_one_that_runs_again() {
    let mut story = Story::asked("Mon 09:00");
    let clock = story.clock();
    story.answers("Mon 09:10", After::Wait);
    story.says("Mon 09:30");
    let failed = story
        .request
        .undelivered(clock, at("Mon 09:40"), &story.rules, &story.hours);
    story.note(failed).expect("it runs again");
    assert_eq!(story.clock(), clock);
    let joined = Ended {
        at: at("Mon 09:40"),
        outcome: Outcome::Withdrawn,
        open: minutes(10),
    };
    assert_eq!(story.ends()[1], joined);
}

#[test]
fn a_clock_that_ran_out_of_a_reply_joins_an_older_one_that_came_with_a_merge() {
    let mut story = Story::asked("Mon 09:00");
    let clock = story.clock();
    story.answers("Mon 09:10", After::Wait);
    let older = Clock {
        id: ClockId([77; 16]),
        started_at: at("Mon 08:30"),
        due_at: at("Mon 09:00"),
        ..clock
    };
    story.request.clock = Some(older);
    story.log.clear();
    let failed = story
        .request
        .undelivered(clock, at("Mon 09:20"), &story.rules, &story.hours);
    story.note(failed).expect("its words wait again");
    assert_eq!(story.clock(), older);
    assert_eq!(
        story.ends(),
        [Ended {
            at: at("Mon 09:20"),
            outcome: Outcome::Withdrawn,
            open: minutes(20)
        }]
    );
}

#[test]
fn closing_without_a_reply_asks_why() {
    let mut story = Story::asked("Mon 09:00");
    assert_eq!(story.closes("Mon 09:05", None), Err(Refusal::ReasonNeeded));
    let changes = story.closes("Mon 09:05", Some(NoReply::Spam)).expect("closed");
    assert_eq!(changes[0], Change::NoReply(NoReply::Spam));
    assert_eq!(
        (story.request.state, story.request.clock),
        (State::Resolved, None)
    );
}

#[test]
fn closing_without_a_reply_is_withdrawn_up_to_the_last_microsecond_and_missed_after() {
    let due = at("Mon 09:30");
    for (closed, outcome) in [
        (due, Outcome::Withdrawn),
        (due + Span::from_micros(1), Outcome::Missed),
    ] {
        let mut story = Story::asked("Mon 09:00");
        let closing = Closing {
            at: closed,
            reason: Some(NoReply::NoAnswerNeeded),
            seen: 1,
        };
        let done = story.request.resolve(&closing, &story.hours);
        story.note(done).expect("closed");
        let ended = story.ends()[0];
        assert_eq!(
            (ended.outcome, ended.at, ended.open),
            (outcome, closed, closed.since(at("Mon 09:00")))
        );
    }
}

#[test]
fn closing_after_an_answer_asks_nothing() {
    let mut story = Story::asked("Mon 09:00");
    story.answers("Mon 09:10", After::KeepOpen);
    assert!(story.closes("Mon 09:20", None).is_ok());
}

#[test]
fn snooze_notes_and_waiting_never_stop_it() {
    let mut story = Story::asked("Mon 09:00");
    let clock = story.clock();
    story.request.note(EntryId([5; 16])).expect("a note");
    story
        .request
        .snooze(Snooze {
            at: at("Mon 09:05"),
            until: at("Mon 12:00"),
        })
        .expect("snoozed");
    assert_eq!(story.request.clock, Some(clock));
    assert!(
        story.request.waits_for_practice(),
        "a snoozed request with a running clock counts as open"
    );
    story.writes("Mon 09:06", After::Wait);
    assert_eq!(
        (story.request.state, story.request.clock),
        (State::Waiting, Some(clock))
    );
    assert!(story.request.waits_for_practice());
}

#[test]
fn in_time_is_up_to_thirty_minutes_exactly() {
    for (replied, late) in [("Mon 09:29:50", false), ("Mon 09:29:51", true)] {
        let mut story = Story::asked("Mon 09:00");
        let target = story.clock().target;
        story.answers(replied, After::Wait);
        assert_eq!(story.ends()[0].open > target, late, "{replied}");
    }
    let story = Story::asked("Mon 09:00");
    let closed = |time| story.clock().closed(time, &story.hours).outcome;
    assert_eq!(closed(at("Mon 09:30")), Outcome::Withdrawn);
    assert_eq!(closed(at("Mon 09:30") + Span::from_micros(1)), Outcome::Missed);
}

#[test]
fn changed_hours_move_the_due_time_of_a_running_clock() {
    let mut story = Story::asked("Mon 16:50");
    assert_eq!(story.clock().due_at, at("Tue 08:20"));
    let longer = open("Mon-Fri 08:00-18:00");
    let moved = story.moves("Mon 16:55", &longer).expect("it moves");
    assert_eq!(moved, [Change::ClockMoved(story.clock())]);
    assert_eq!(
        (story.clock().started_at, story.clock().due_at),
        (at("Mon 16:50"), at("Mon 17:20"))
    );
    assert_eq!(story.moves("Mon 16:56", &longer), Err(Refusal::AlreadySo));
}

#[test]
fn whatever_is_answered_and_still_open_stands_below_every_clock_and_the_urgent_of_it_first() {
    let mut ordinary = Story::asked("Mon 09:00");
    assert_eq!(ordinary.request.queued_at(), at("Mon 09:30"));
    ordinary.answers("Mon 09:10", After::KeepOpen);
    let mut urgent = ordinary.request.clone();
    urgent.urgency = Urgency::Urgent;
    assert_eq!(
        (ordinary.request.due_at(), urgent.due_at()),
        (Time::MAX, Time::MAX)
    );
    assert!(at("Mon 17:00") < urgent.queued_at());
    assert!(urgent.queued_at() < ordinary.request.queued_at());
}

#[test]
fn a_clock_of_a_practice_that_never_opens_any_more_runs_on_without_a_due_time() {
    let mut story = Story::asked("Mon 09:00");
    let never = Schedule::compile(&HoursPlan::never(office().zone().clone())).expect("a schedule");
    story.moves("Mon 09:05", &never).expect("it moves");
    assert_eq!(story.request.due_at(), Time::MAX);
    story.hours = never;
    story.writes("Mon 09:10", After::Wait);
    story.says("Mon 09:10:05");
    story
        .settle(at("Mon 09:10:10"))
        .expect("a reply is settled whatever the hours are");
    assert_eq!(
        (story.clock().started_at, story.clock().due_at),
        (at("Mon 09:10:05"), Time::MAX)
    );
}

#[test]
fn a_clock_that_changed_hours_move_out_of_its_warning_warns_again() {
    let mut story = Story::asked("Mon 09:00");
    let (rules, office) = (story.rules, office());
    let clock = story.clock().id;
    story
        .request
        .warn(at("Mon 09:20"), &rules, &office)
        .expect("it warns");
    let later = open("Mon-Fri 12:00-17:00");
    let moved = story.moves("Mon 09:25", &later).expect("it moves");
    assert_eq!(
        moved,
        [Change::ClockMoved(story.clock()), Change::ClockCalmed(clock)]
    );
    assert_eq!(
        story.request.warn(at("Mon 12:19"), &rules, &later),
        Err(Refusal::AlreadySo)
    );
    assert_eq!(
        story.request.warn(at("Mon 12:20"), &rules, &later),
        Ok(vec![Change::ClockWarned(clock)])
    );
}

#[test]
fn a_clock_that_changed_hours_leave_in_its_warning_warns_no_more() {
    let mut story = Story::asked("Mon 09:00");
    let (rules, office) = (story.rules, office());
    story
        .request
        .warn(at("Mon 09:20"), &rules, &office)
        .expect("it warns");
    let shorter = open("Mon-Fri 08:00-09:25, 12:00-17:00");
    let moved = story.moves("Mon 09:21", &shorter).expect("it moves");
    assert_eq!(moved, [Change::ClockMoved(story.clock())]);
    assert_eq!(
        story.request.warn(at("Mon 12:00"), &rules, &shorter),
        Err(Refusal::AlreadySo)
    );
}

#[test]
fn changed_hours_leave_an_ended_clock_alone() {
    let mut story = Story::asked("Mon 09:00");
    story.answers("Mon 09:10", After::Wait);
    assert_eq!(
        story.moves("Mon 09:15", &open("Mon-Fri 12:00-18:00")),
        Err(Refusal::AlreadySo)
    );
    assert_eq!(
        story.ends(),
        [answered(at("Mon 09:10:10"), minutes(10) + limits::UNDO)]
    );
}

#[test]
fn a_request_that_staff_start_has_none() {
    let mut story = Story::started();
    assert_eq!((story.request.clock, story.starts()), (None, vec![]));
    story.answers("Mon 09:10", After::Wait);
    assert_eq!(story.ends(), []);
    story.says("Mon 10:00");
    assert_eq!(story.clock().started_at, at("Mon 10:00"));
}

#[test]
fn it_warns_once_ten_open_minutes_before_it_runs_out() {
    let mut story = Story::asked("Fri 16:45");
    let (rules, monday) = (story.rules, at("Mon 08:15") + Span::from_days(7));
    assert_eq!(story.clock().due_at, monday);
    let warns_at = at("Mon 08:05") + Span::from_days(7);
    assert_eq!(story.clock().warns_at(&rules, &story.hours), warns_at);
    let early = warns_at - Span::from_micros(1);
    assert_eq!(
        story.request.warn(early, &rules, &story.hours),
        Err(Refusal::AlreadySo)
    );
    let id = story.clock().id;
    assert_eq!(
        story.request.warn(warns_at, &rules, &story.hours),
        Ok(vec![Change::ClockWarned(id)])
    );
    assert_eq!(
        story.request.warn(monday, &rules, &story.hours),
        Err(Refusal::AlreadySo)
    );
}

#[test]
fn a_practice_without_hours_cant_take_requests() {
    let never = Schedule::compile(&HoursPlan::never(office().zone().clone())).expect("a schedule");
    let words = Words {
        entry: EntryId([8; 16]),
        at: at("Mon 09:00"),
        thanks: false,
        clock: ClockId([9; 16]),
    };
    let refused = Request::ask(&opening(1), &words, &Rules::default(), &never);
    assert_eq!(refused, Err(Refusal::NoHours));
}
