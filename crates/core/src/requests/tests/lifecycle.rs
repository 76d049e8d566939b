//! Where a request stands, and who may do what to it there.

use super::*;

#[test]
fn a_request_is_new_until_it_is_assigned_to_somebody() {
    let mut story = Story::asked("Mon 09:00");
    let team = TeamId([6; 16]);
    story
        .request
        .assign(None, Some(team), at("Mon 09:01"))
        .expect("given to a team");
    assert_eq!(story.request.state, State::New);
    story
        .request
        .assign(Some(ANNA), Some(team), at("Mon 09:02"))
        .expect("given to Anna");
    assert_eq!(story.request.state, State::Open);
    assert_eq!(
        story.request.assign(Some(ANNA), Some(team), at("Mon 09:03")),
        Err(Refusal::AlreadySo)
    );
}

#[test]
fn a_request_is_new_until_it_is_answered_and_then_the_answerers() {
    let mut story = Story::asked("Mon 09:00");
    story.request.note(EntryId([5; 16])).expect("a note");
    assert_eq!(story.request.state, State::New);
    story.writes("Mon 09:10", After::Wait);
    assert_eq!(
        (story.request.state, story.request.member),
        (State::Waiting, Some(ANNA))
    );
}

#[test]
fn an_answer_leaves_the_request_with_whom_it_was_given_to() {
    let mut story = Story::asked("Mon 09:00");
    story
        .request
        .assign(Some(BEN), None, at("Mon 09:01"))
        .expect("given to Ben");
    story.answers("Mon 09:10", After::Wait);
    assert_eq!(story.request.member, Some(BEN));
}

#[test]
fn a_reply_waits_for_the_patient_unless_it_keeps_open_or_closes() {
    let states = [
        (After::Wait, State::Waiting),
        (After::KeepOpen, State::Open),
        (After::Close, State::Resolved),
    ];
    for (after, state) in states {
        let mut story = Story::asked("Mon 09:00");
        story.answers("Mon 09:10", after);
        assert_eq!(story.request.state, state);
    }
}

#[test]
fn what_waits_for_the_patient_closes_itself_after_the_days_that_the_practice_sets() {
    let mut story = Story::asked("Mon 09:00");
    story.answers("Mon 09:10", After::Wait);
    let (rules, week) = (story.rules, at("Mon 09:10") + Span::from_days(7));
    let early = story.request.lapse(week - Span::from_micros(1), &rules);
    assert_eq!(early, Err(Refusal::AlreadySo));
    story.request.lapse(week, &rules).expect("it lapses");
    assert_eq!(
        (story.request.state, story.request.resolved_at),
        (State::Resolved, Some(week))
    );
}

#[test]
fn the_patients_words_bring_a_waiting_snoozed_or_resolved_request_back() {
    for after in [After::Wait, After::Close] {
        let mut story = Story::asked("Mon 09:00");
        story.answers("Mon 09:10", after);
        story.says("Tue 09:00");
        assert_eq!(story.request.state, State::Open);
        assert_eq!(
            (story.request.waiting_since, story.request.resolved_at),
            (None, None)
        );
    }
    let mut story = Story::asked("Mon 09:00");
    story
        .request
        .snooze(Snooze {
            at: at("Mon 09:05"),
            until: at("Wed 09:00"),
        })
        .expect("snoozed");
    story.says("Tue 09:00");
    assert_eq!(
        (story.request.state, story.request.snoozed_until),
        (State::Open, None)
    );
}

#[test]
fn words_to_a_request_resolved_thirty_days_ago_open_a_new_one() {
    let mut story = Story::asked("Mon 09:00");
    story.answers("Mon 09:10", After::Close);
    let month = at("Mon 09:10") + limits::REOPEN;
    let before = story.request.clone();
    assert_eq!(story.hear(month, false).1, Heard::Anew);
    assert_eq!(story.request, before, "the old one stays as it was");
    let (_, heard) = story.hear(month - Span::from_micros(1), false);
    assert!(matches!(heard, Heard::Here(_)), "{heard:?}");
    assert_eq!(story.request.state, State::Open);
}

#[test]
fn what_was_resolved_thirty_days_ago_is_closed_for_good() {
    let mut story = Story::asked("Mon 09:00");
    story.answers("Mon 09:10", After::Close);
    let (rules, month) = (story.rules, at("Mon 09:10") + limits::REOPEN);
    story.request.lapse(month, &rules).expect("it lapses");
    assert_eq!(story.request.state, State::Closed);
    assert_eq!(story.hear(month, false).1, Heard::Anew);
    assert_eq!(story.request.reopen(month), Err(Refusal::Closed));
    assert_eq!(
        story.reply(ANNA, month, Via::Phone, After::Wait).1,
        Err(Refusal::Closed)
    );
}

#[test]
fn of_two_people_who_answer_at_once_the_second_is_told_who_was_first() {
    let mut story = Story::asked("Mon 09:00");
    let seen = story.request.version;
    let (_, first) = story.reply(ANNA, at("Mon 09:10"), Via::Phone, After::Wait);
    first.expect("Anna was first");
    let entry = EntryId(story.id());
    let second = Reply {
        entry,
        by: BEN,
        at: at("Mon 09:11"),
        via: Via::Writing,
        after: After::Wait,
        seen,
    };
    let before = story.request.clone();
    let told = story.request.reply(&second, &story.hours);
    assert_eq!(told, Err(Refusal::SpokeFirst { by: Some(ANNA) }));
    assert_eq!(story.request, before, "nothing of Ben's reply stands");
    let again = Reply {
        seen: story.request.version,
        ..second
    };
    story
        .request
        .reply(&again, &story.hours)
        .expect("Ben has read it and answers all the same");
}

#[test]
fn who_answers_or_closes_without_having_read_the_patients_last_words_is_told_so() {
    let mut story = Story::asked("Mon 09:00");
    let seen = story.request.version;
    story.says("Mon 09:05");
    let entry = EntryId(story.id());
    let reply = Reply {
        entry,
        by: BEN,
        at: at("Mon 09:11"),
        via: Via::Writing,
        after: After::Wait,
        seen,
    };
    assert_eq!(
        story.request.reply(&reply, &story.hours),
        Err(Refusal::SpokeFirst { by: None })
    );
    let closing = Closing {
        at: at("Mon 09:11"),
        reason: Some(NoReply::Spam),
        seen,
    };
    assert_eq!(
        story.request.resolve(&closing, &story.hours),
        Err(Refusal::SpokeFirst { by: None })
    );
}

#[test]
fn notes_assignments_and_warnings_in_between_stop_nobody_from_answering() {
    let mut story = Story::asked("Mon 09:00");
    let seen = story.request.version;
    story.request.note(EntryId([5; 16])).expect("a note");
    story
        .request
        .assign(Some(BEN), None, at("Mon 09:01"))
        .expect("given to Ben");
    story
        .request
        .warn(at("Mon 09:20"), &story.rules, &story.hours)
        .expect("it warns");
    let entry = EntryId(story.id());
    let reply = Reply {
        entry,
        by: ANNA,
        at: at("Mon 09:21"),
        via: Via::Writing,
        after: After::Wait,
        seen,
    };
    assert!(story.request.reply(&reply, &story.hours).is_ok());
}

#[test]
fn while_a_reply_can_be_taken_back_nobody_adds_another_or_closes() {
    let mut story = Story::asked("Mon 09:00");
    story.writes("Mon 09:10", After::Wait);
    let (_, second) = story.reply(BEN, at("Mon 09:10:05"), Via::Writing, After::Wait);
    assert_eq!(second, Err(Refusal::ReplyPending));
    assert_eq!(
        story.closes("Mon 09:10:05", Some(NoReply::Spam)),
        Err(Refusal::ReplyPending)
    );
    let snooze = Snooze {
        at: at("Mon 09:10:05"),
        until: at("Tue 09:00"),
    };
    assert_eq!(story.request.snooze(snooze), Err(Refusal::ReplyPending));
}

#[test]
fn a_reply_that_is_taken_back_puts_the_request_back_where_it_stood() {
    let mut story = Story::asked("Mon 09:00");
    story.answers("Mon 09:10", After::Close);
    let entry = story.writes("Mon 10:00", After::Wait);
    story
        .request
        .take_back(entry, at("Mon 10:00:05"))
        .expect("taken back");
    assert_eq!(
        (story.request.state, story.request.waiting_since),
        (State::Resolved, None)
    );
    assert!(story.request.resolved_at.is_some());
}

#[test]
fn a_reply_that_is_taken_back_leaves_whoever_waits_since_at_the_desk() {
    for after in [After::Wait, After::Close] {
        let mut story = Story::asked("Mon 09:00");
        story.answers("Mon 09:05", after);
        let thanks = story.thanks("Mon 09:06");
        let reply = story.writes("Mon 09:10", After::Wait);
        let words = Words {
            entry: thanks,
            ..story.words(at("Mon 09:06"), false)
        };
        let (rules, hours) = (story.rules, story.hours.clone());
        story
            .request
            .not_just_thanks(&words, &rules, &hours)
            .expect("it asked for more");
        story
            .request
            .take_back(reply, at("Mon 09:10:05"))
            .expect("taken back");
        assert_eq!(story.request.state, State::Open);
        assert_eq!(story.clock().started_at, at("Mon 09:06"));
    }
}

#[test]
fn a_reply_that_is_taken_back_brings_a_snoozed_request_to_the_desk_rather_than_asleep_for_ever() {
    let mut story = Story::asked("Mon 09:00");
    story
        .request
        .snooze(Snooze {
            at: at("Mon 09:05"),
            until: at("Wed 09:00"),
        })
        .expect("snoozed");
    let entry = story.writes("Mon 10:00", After::Wait);
    story
        .request
        .take_back(entry, at("Mon 10:00:05"))
        .expect("taken back");
    assert_eq!(
        (story.request.state, story.request.snoozed_until),
        (State::Open, None)
    );
}

#[test]
fn another_reply_than_the_one_on_its_way_cant_be_taken_back() {
    let mut story = Story::asked("Mon 09:00");
    story.writes("Mon 09:10", After::Wait);
    let other = EntryId([99; 16]);
    assert_eq!(
        story.request.take_back(other, at("Mon 09:10:05")),
        Err(Refusal::NothingPending)
    );
}

#[test]
fn a_snooze_ends_in_the_future_and_wakes_when_it_is_over() {
    let mut story = Story::asked("Mon 09:00");
    let past = Snooze {
        at: at("Mon 09:05"),
        until: at("Mon 09:05"),
    };
    assert_eq!(story.request.snooze(past), Err(Refusal::SnoozeInPast));
    story
        .request
        .snooze(Snooze {
            until: at("Mon 12:00"),
            ..past
        })
        .expect("snoozed");
    assert_eq!(story.request.wake(at("Mon 11:59:59")), Err(Refusal::AlreadySo));
    story
        .request
        .snooze(Snooze {
            at: at("Mon 10:00"),
            until: at("Mon 13:00"),
        })
        .expect("for longer");
    assert_eq!(story.request.wake(at("Mon 12:00")), Err(Refusal::AlreadySo));
    story.request.wake(at("Mon 13:00")).expect("it wakes");
    assert_eq!(
        (story.request.state, story.request.snoozed_until),
        (State::Open, None)
    );
}

#[test]
fn records_and_complaints_cant_be_closed_without_their_reply() {
    let obliged = Opening {
        obliged: true,
        ..opening(1)
    };
    let mut story = Story::of(&obliged, office(), Rules::default(), at("Mon 09:00"));
    assert_eq!(
        story.closes("Mon 09:05", Some(NoReply::Spam)),
        Err(Refusal::Obliged)
    );
    assert_eq!(
        story.reply(ANNA, at("Mon 09:06"), Via::Writing, After::Close).1,
        Err(Refusal::Obliged)
    );
    story.answers("Mon 09:10", After::Wait);
    let rules = story.rules;
    let lapse = story.request.lapse(at("Mon 09:10") + Span::from_days(60), &rules);
    assert_eq!(lapse, Err(Refusal::AlreadySo), "it does not close itself either");
}

#[test]
fn nothing_closes_itself_while_a_reply_can_still_be_taken_back() {
    let mut story = Story::asked("Mon 09:00");
    story.writes("Mon 09:10", After::Wait);
    let rules = story.rules;
    let week = at("Mon 09:10") + Span::from_days(8);
    assert_eq!(story.request.lapse(week, &rules), Err(Refusal::ReplyPending));
}

#[test]
fn reopening_brings_a_request_back_to_the_desk_without_a_clock() {
    let mut story = Story::asked("Mon 09:00");
    story.answers("Mon 09:10", After::Close);
    story.request.reopen(at("Mon 10:00")).expect("reopened");
    assert_eq!((story.request.state, story.request.clock), (State::Open, None));
    assert_eq!(story.request.reopen(at("Mon 10:00")), Err(Refusal::AlreadySo));
}
