use super::*;

fn at(text: &str) -> Time {
    Time::from(text.parse::<jiff::Timestamp>().expect("an instant"))
}

fn chicago() -> TimeZone {
    TimeZone::get("America/Chicago").expect("a zone")
}

fn chance() -> Chance {
    Chance {
        occasion: Occasion::Request,
        sensitive: false,
        way: Some(Confidential(false)),
        declined: false,
        asked_at: None,
        draw: [0; 8],
    }
}

fn on() -> Rules {
    Rules {
        on: true,
        ..Rules::default()
    }
}

const NOW: Time = Time::from_micros(1_793_719_080_000_000);

#[test]
fn a_score_is_from_nought_to_ten() {
    assert_eq!(Score::new(0).map(Score::group), Some(Group::Detractor));
    assert_eq!(Score::new(6).map(Score::group), Some(Group::Detractor));
    assert_eq!(Score::new(7).map(Score::group), Some(Group::Passive));
    assert_eq!(Score::new(8).map(Score::group), Some(Group::Passive));
    assert_eq!(Score::new(9).map(Score::group), Some(Group::Promoter));
    assert_eq!(Score::new(10).map(Score::group), Some(Group::Promoter));
    for outside in [-1, 11, 100, i64::MIN, i64::MAX] {
        assert_eq!(Score::new(outside), None, "{outside}");
    }
}

#[test]
fn nobody_is_asked_before_the_practice_says_so_and_only_after_what_it_says() {
    assert_eq!(asks(&Rules::default(), &chance(), NOW), Err(Skip::Off));
    assert_eq!(asks(&on(), &chance(), NOW), Ok(()));
    let visit = Chance {
        occasion: Occasion::Visit,
        ..chance()
    };
    assert_eq!(asks(&on(), &visit, NOW), Err(Skip::OtherTrigger));
    let both = Rules {
        trigger: Trigger::Both,
        ..on()
    };
    assert_eq!(asks(&both, &visit, NOW), Ok(()));
    assert!(!Trigger::Both.has(Occasion::Import));
}

#[test]
fn what_is_sensitive_is_asked_about_by_a_confidential_channel_alone() {
    let sensitive = Chance {
        sensitive: true,
        ..chance()
    };
    assert_eq!(asks(&on(), &sensitive, NOW), Err(Skip::Sensitive));
    let confidential = Chance {
        way: Some(Confidential(true)),
        ..sensitive
    };
    assert_eq!(asks(&on(), &confidential, NOW), Ok(()));
    let phone_alone = Chance {
        way: None,
        ..chance()
    };
    assert_eq!(asks(&on(), &phone_alone, NOW), Err(Skip::NoWay));
}

#[test]
fn who_said_no_is_left_alone_and_a_household_for_as_long_as_the_practice_says() {
    let declined = Chance {
        declined: true,
        ..chance()
    };
    assert_eq!(asks(&on(), &declined, NOW), Err(Skip::Declined));
    let asked = |days| Chance {
        asked_at: Some(NOW - Span::from_days(days)),
        ..chance()
    };
    assert_eq!(asks(&on(), &asked(89), NOW), Err(Skip::Rests));
    assert_eq!(asks(&on(), &asked(90), NOW), Ok(()));
}

#[test]
fn the_draw_is_told_by_a_digest_and_takes_the_share_that_the_practice_wants() {
    assert!(is_drawn([0; 8], 1) && !is_drawn([0; 8], 0));
    assert!(is_drawn([0xff; 8], 100) && !is_drawn([0xff; 8], 99));
    let half = (1_u64 << 63) - 1;
    assert!(is_drawn(half.to_be_bytes(), 50) && !is_drawn((half + 1).to_be_bytes(), 50));
}

#[test]
fn who_was_left_out_has_another_chance_in_the_next_period() {
    let cooldown = Span::from_days(90);
    let begins = Time::from_micros(cooldown.micros() * 230);
    assert_eq!(period(begins, cooldown), 230);
    assert_eq!(period(begins - Span::from_micros(1), cooldown), 229);
    assert_eq!(period(begins + cooldown, cooldown), 231);
}

#[test]
fn letters_wait_for_the_morning_of_the_practices_own_clock() {
    let rules = Rules::default();
    let due = |text: &str| rules.due_at(at(text), &chicago());
    // 15:00 and two hours are 17:00.
    assert_eq!(due("2026-11-03T21:00:00Z"), at("2026-11-03T23:00:00Z"));
    // 18:30 and two hours are after seven: tomorrow at nine.
    assert_eq!(due("2026-11-04T00:30:00Z"), at("2026-11-04T15:00:00Z"));
    // 05:00 and two hours are before nine: today at nine.
    assert_eq!(due("2026-11-03T11:00:00Z"), at("2026-11-03T15:00:00Z"));
    // Seven in the evening sharp is too late.
    assert_eq!(due("2026-11-03T23:00:00Z"), at("2026-11-04T15:00:00Z"));
}

#[test]
fn a_night_with_two_ones_or_none_still_ends_in_an_hour_that_is_allowed() {
    let early = Hours {
        from: 2 * 60 + 30,
        until: 3 * 60,
    };
    // On 8 March 2026 the clock in Chicago goes from two to three: half past two is half past three then.
    let first = early.first(at("2026-03-08T07:00:00Z"), &chicago());
    assert_eq!(first, at("2026-03-08T08:30:00Z"));
}

#[test]
fn low_scores_wishes_for_a_call_and_words_of_danger_ask_for_somebody() {
    let said = |score, call| Said {
        score: Score::new(score).expect("a score"),
        comment: String::new(),
        call,
    };
    assert!(said(6, false).asks_for_somebody(false));
    assert!(!said(7, false).asks_for_somebody(false));
    assert!(said(10, true).asks_for_somebody(false));
    assert!(said(10, false).asks_for_somebody(true));
}

#[test]
fn the_line_of_an_answer_begins_with_its_score_and_ends_with_the_wish_for_a_call() {
    let of = |score, comment: &str, call| Said {
        score: Score::new(score).expect("a score"),
        comment: comment.to_owned(),
        call,
    };
    assert_eq!(of(3, "", false).line("Call me"), "3/10");
    assert_eq!(
        of(3, "Nobody came", true).line("Call me"),
        "3/10: Nobody came\n\nCall me"
    );
    let before = of(3, "", false);
    assert_eq!(of(3, "", false).news(&before, "Call me"), "");
    assert_eq!(
        of(3, "Nobody came", false).news(&before, "Call me"),
        "Nobody came"
    );
    assert_eq!(of(3, "", true).news(&before, "Call me"), "Call me");
    assert_eq!(of(8, "", false).news(&before, "Call me"), "8/10");
}

#[test]
fn an_answer_that_is_brought_in_is_neither_of_the_future_nor_older_than_the_question() {
    assert!(can_be_answered_at(at("2003-12-01T00:00:00Z"), NOW));
    assert!(!can_be_answered_at(at("1970-01-01T00:00:00Z"), NOW));
    assert!(!can_be_answered_at(NOW + Span::from_secs(1), NOW));
}

#[test]
fn a_comment_of_many_pages_is_refused_and_script_is_words() {
    assert_eq!(
        comment(&"x".repeat(limits::SURVEY_COMMENT + 1)),
        Err(Fault::TooLong(limits::SURVEY_COMMENT))
    );
    assert_eq!(
        comment(" <script>alert(1)</script> "),
        Ok("<script>alert(1)</script>".to_owned())
    );
}
