use jiff::civil::date;

use super::*;

/// 2026-03-10 12:00 in New York.
const NOW: &str = "2026-03-10T16:00:00Z";

fn at(text: &str) -> Time {
    Time::from(text.parse::<jiff::Timestamp>().expect("an instant"))
}

fn told(starts: &str) -> Told {
    Told {
        status: None,
        starts: at(starts),
        booked: None,
        ended: None,
    }
}

fn judged(told: Told) -> Result<(Visit, Vec<Remark>), Dirt> {
    let zone = TimeZone::get("America/New_York").expect("a zone");
    judge(&told, at(NOW), &zone)
}

#[test]
fn what_is_over_has_taken_place_and_the_rest_is_booked_where_nothing_is_said() {
    let status = |starts| judged(told(starts)).map(|(visit, _)| visit.status);
    assert_eq!(status("2026-03-09T16:00:00Z"), Ok(Status::Fulfilled));
    assert_eq!(status("2026-03-10T20:00:00Z"), Ok(Status::Fulfilled));
    assert_eq!(status("2026-03-11T16:00:00Z"), Ok(Status::Booked));
}

#[test]
fn a_visit_to_come_has_no_outcome_yet() {
    for status in [
        Status::Fulfilled,
        Status::NoShow,
        Status::Arrived,
        Status::CheckedIn,
    ] {
        let ahead = Told {
            status: Some(status),
            ..told("2026-03-11T16:00:00Z")
        };
        assert_eq!(judged(ahead).map(drop), Err(Dirt::Ahead));
    }
}

#[test]
fn years_in_which_nobody_has_visits_are_refused() {
    assert_eq!(judged(told("1899-12-31T16:00:00Z")).map(drop), Err(Dirt::Far));
    assert_eq!(judged(told("2099-01-01T16:00:00Z")).map(drop), Err(Dirt::Far));
    assert_eq!(judged(told("2027-03-01T16:00:00Z")).map(drop), Ok(()));
}

#[test]
fn the_lead_counts_the_days_of_the_practices_calendar() {
    let lead = |booked: &str| {
        let told = Told {
            booked: Some(at(booked)),
            ..told("2026-03-06T14:00:00Z")
        };
        judged(told).map(|(visit, remarks)| (visit.lead_days, remarks))
    };
    // 23:30 of the evening before in New York, and the same day in UTC.
    assert_eq!(lead("2026-03-06T04:30:00Z"), Ok((Some(1), vec![])));
    // Later on the very day: somebody wrote it down after the visit began.
    assert_eq!(lead("2026-03-06T20:00:00Z"), Ok((Some(0), vec![])));
    assert_eq!(lead("2026-03-07T12:00:00Z"), Ok((None, vec![Remark::Booked])));
}

#[test]
fn a_booking_stands_from_its_making_to_its_hour_or_until_it_is_called_off() {
    let held = |status, ended: Option<&str>| {
        let told = Told {
            status: Some(status),
            booked: Some(at("2026-02-01T12:00:00Z")),
            ended: ended.map(at),
            ..told("2026-03-06T14:00:00Z")
        };
        judged(told).map(|(visit, _)| visit.held).expect("a visit")
    };
    let (made, hour) = (at("2026-02-01T12:00:00Z"), at("2026-03-06T14:00:00Z"));
    for status in [Status::Booked, Status::Fulfilled, Status::NoShow, Status::Pending] {
        assert_eq!(held(status, None), (made, hour));
    }
    let off = at("2026-02-20T12:00:00Z");
    assert_eq!(held(Status::Cancelled, Some("2026-02-20T12:00:00Z")), (made, off));
    for status in [
        Status::Cancelled,
        Status::Proposed,
        Status::Waitlist,
        Status::EnteredInError,
    ] {
        assert_eq!(held(status, None), (made, made));
    }
}

#[test]
fn what_is_over_without_a_word_of_what_came_of_it_is_remarked() {
    let booked = Told {
        status: Some(Status::Booked),
        ..told("2026-03-09T16:00:00Z")
    };
    assert_eq!(
        judged(booked).map(|(_, remarks)| remarks),
        Ok(vec![Remark::NoOutcome])
    );
}

#[test]
fn nobody_is_born_after_a_visit_or_is_older_than_anybody() {
    assert!(can_be_born(date(2026, 3, 10), date(2026, 3, 10)));
    assert!(!can_be_born(date(2026, 3, 11), date(2026, 3, 10)));
    assert!(!can_be_born(date(1890, 3, 11), date(2026, 3, 10)));
}
