use jiff::civil::date;

use super::*;

const TODAY: Date = date(2026, 11, 3);
const JO: MemberId = MemberId([1; 16]);

fn item() -> ToSchedule {
    ToSchedule::new(ToScheduleId([9; 16]), None)
}

#[test]
fn who_tries_what_is_nobodys_has_it_and_each_try_counts() {
    let mut item = item();
    item.tried(JO).unwrap();
    item.tried(MemberId([2; 16])).unwrap();
    assert_eq!((item.tries, item.member, item.version), (2, Some(JO), 3));
    item.tries = limits::TRIES;
    assert_eq!(item.tried(JO), Err(Refusal::TooManyTries));
}

#[test]
fn a_visit_is_booked_for_today_or_later_and_only_once() {
    let mut item = item();
    let at = |day: Date| day.at(9, 30, 0, 0);
    assert_eq!(
        item.book(at(TODAY.yesterday().unwrap()), TODAY),
        Err(Refusal::InPast)
    );
    assert_eq!(item.book(at(TODAY), TODAY), Ok(()));
    assert_eq!(item.state, State::Booked);
    assert_eq!(item.book(at(TODAY), TODAY), Err(Refusal::Done));
    assert_eq!(item.drop(Reason::Twice), Err(Refusal::Done));
    assert_eq!(item.tried(JO), Err(Refusal::Done));
    assert_eq!(item.give(None), Err(Refusal::Done));
}

#[test]
fn what_was_booked_or_dropped_comes_back_to_the_list_with_its_tries() {
    let mut item = item();
    assert_eq!(item.reopen(), Err(Refusal::AlreadyOpen));
    item.tried(JO).unwrap();
    item.drop(Reason::Unreached).unwrap();
    item.reopen().unwrap();
    assert_eq!((item.state, item.reason, item.tries), (State::Open, None, 1));
    assert_eq!(item.version, 4);
}

#[test]
fn days_are_kept_as_they_were_named() {
    let days = Days::of([Weekday::Monday, Weekday::Sunday]);
    assert!(days.has(Weekday::Monday) && days.has(Weekday::Sunday) && !days.has(Weekday::Friday));
    assert_eq!(Days::from_bits(days.bits()), days);
    assert!(Days::default().any() && Days::from_bits(128).any());
}
