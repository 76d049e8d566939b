//! Two requests that are one.

use super::*;

/// Two requests of one patient, the first asked at nine.
fn two(second: &str) -> (Story, Story) {
    let (mut first, mut other) = (Story::asked("Mon 09:00"), Story::asked(second));
    other.request.id = RequestId([0x41; 16]);
    other.request.number = 1043;
    if let Some(clock) = &mut other.request.clock {
        clock.id = ClockId([10; 16]);
    }
    first.log.clear();
    other.log.clear();
    (first, other)
}

fn join(survivor: &mut Story, joined: &mut Story, time: &str) -> Result<Merged, Refusal> {
    let hours = (&survivor.hours, &joined.hours);
    let rules = &survivor.rules;
    let merged = merge(&mut survivor.request, &mut joined.request, at(time), rules, hours);
    if let Ok(merged) = &merged {
        survivor.log.extend(merged.survivor.iter().copied());
        joined.log.extend(merged.joined.iter().copied());
    }
    merged
}

#[test]
fn a_merge_keeps_the_older_running_clock_of_the_survivor() {
    let (mut older, mut younger) = two("Mon 09:10");
    let clock = older.clock();
    join(&mut older, &mut younger, "Mon 09:15").expect("joined");
    assert_eq!((older.clock(), younger.request.clock), (clock, None));
    let ended = Ended {
        at: at("Mon 09:15"),
        outcome: Outcome::Withdrawn,
        open: minutes(5),
    };
    assert_eq!(younger.ends(), [ended]);
}

#[test]
fn a_merge_takes_over_the_older_running_clock_of_the_one_that_is_joined() {
    let (mut older, mut younger) = two("Mon 09:10");
    let clock = older.clock();
    join(&mut younger, &mut older, "Mon 09:15").expect("joined");
    assert_eq!((younger.clock(), older.request.clock), (clock, None));
    assert!(younger.log.contains(&Change::ClockAdopted(clock)));
    assert_eq!(younger.ends().len(), 1);
}

#[test]
fn an_adopted_clock_counts_the_hours_of_the_survivors_location() {
    let (mut survivor, mut other) = two("Mon 09:10");
    survivor.answers("Mon 09:05", After::Wait);
    survivor.hours = open("Mon-Fri 12:00-20:00");
    join(&mut survivor, &mut other, "Mon 09:15").expect("joined");
    assert_eq!(
        (survivor.clock().started_at, survivor.clock().due_at),
        (at("Mon 09:10"), at("Mon 12:30"))
    );
}

#[test]
fn a_clock_that_is_adopted_into_other_hours_and_out_of_its_warning_warns_again() {
    let (mut survivor, mut other) = two("Mon 09:10");
    survivor.answers("Mon 09:05", After::Wait);
    let (rules, now) = (other.rules, at("Mon 09:30"));
    other
        .request
        .warn(now, &rules, &other.hours)
        .expect("it is due at 09:40");
    survivor.hours = open("Mon-Fri 12:00-20:00");
    let merged = join(&mut survivor, &mut other, "Mon 09:31").expect("joined");
    assert!(
        merged
            .survivor
            .contains(&Change::ClockCalmed(survivor.clock().id))
    );
    assert_eq!(survivor.clock().warned_at, None);
}

#[test]
fn the_one_that_is_joined_is_closed_and_says_where_it_went() {
    let (mut survivor, mut joined) = two("Mon 09:10");
    join(&mut survivor, &mut joined, "Mon 09:15").expect("joined");
    assert_eq!(
        (joined.request.state, joined.request.merged_into),
        (State::Closed, Some(survivor.request.id))
    );
    assert_eq!(
        joined.hear(at("Mon 09:20"), false).1,
        Heard::AtSurvivor(survivor.request.id)
    );
    let refused = joined.reply(ANNA, at("Mon 09:20"), Via::Phone, After::Wait).1;
    assert_eq!(refused, Err(Refusal::Merged(survivor.request.id)));
}

#[test]
fn words_that_wait_bring_a_survivor_back_to_the_desk() {
    for after in [After::Wait, After::Close] {
        let (mut survivor, mut joined) = two("Mon 09:10");
        survivor.answers("Mon 09:05", after);
        join(&mut survivor, &mut joined, "Mon 09:15").expect("joined");
        assert_eq!(survivor.request.state, State::Open);
    }
}

#[test]
fn what_the_practice_still_owes_is_not_lost_in_a_resolved_survivor() {
    let (mut survivor, mut joined) = two("Mon 09:10");
    survivor.answers("Mon 09:05", After::Close);
    joined.answers("Mon 09:12", After::KeepOpen);
    join(&mut survivor, &mut joined, "Mon 09:15").expect("joined");
    assert_eq!(
        (survivor.request.state, survivor.request.clock),
        (State::Open, None)
    );
}

#[test]
fn who_writes_to_the_survivor_has_to_read_what_joined_it() {
    let (mut survivor, mut joined) = two("Mon 09:10");
    let seen = survivor.request.version;
    join(&mut survivor, &mut joined, "Mon 09:15").expect("joined");
    let entry = EntryId(survivor.id());
    let reply = Reply {
        entry,
        by: BEN,
        at: at("Mon 09:16"),
        via: Via::Writing,
        after: After::Wait,
        seen,
    };
    assert_eq!(
        survivor.request.reply(&reply, &survivor.hours),
        Err(Refusal::SpokeFirst { by: None })
    );
}

#[test]
fn requests_of_two_people_or_of_nobody_known_are_never_joined() {
    let (paula, peter) = (Some(PersonId([7; 16])), Some(PersonId([6; 16])));
    for (one, other) in [(paula, peter), (paula, None), (None, paula), (None, None)] {
        let (mut survivor, mut joined) = two("Mon 09:10");
        (survivor.request.person, joined.request.person) = (one, other);
        let before = (survivor.request.clone(), joined.request.clone());
        let refused = join(&mut survivor, &mut joined, "Mon 09:15");
        assert_eq!(refused, Err(Refusal::OtherPerson));
        assert_eq!((survivor.request, joined.request), before);
    }
}

#[test]
fn what_cant_be_joined_stays_as_it_was() {
    let (mut survivor, mut joined) = two("Mon 09:10");
    let mut same = survivor.clone();
    assert_eq!(join(&mut survivor, &mut same, "Mon 09:15"), Err(Refusal::Same));
    joined.request.obliged = true;
    assert_eq!(
        join(&mut survivor, &mut joined, "Mon 09:15"),
        Err(Refusal::Obliged)
    );
    joined.request.obliged = false;
    joined.writes("Mon 09:14:55", After::Wait);
    let before = (survivor.request.clone(), joined.request.clone());
    assert_eq!(
        join(&mut survivor, &mut joined, "Mon 09:15"),
        Err(Refusal::ReplyPending)
    );
    assert_eq!((survivor.request, joined.request), before);
}
