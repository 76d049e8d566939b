//! Hours change while clocks run, and a practice may have none.

use anteroom_app::practices::NewLocation;
use anteroom_app::requests::view::Ask;
use anteroom_app::{Failure, hours, practices, requests};
use anteroom_core::hours::{Change, Exception, HoursPlan, Schedule};
use anteroom_core::requests::{After, Refusal};
use anteroom_core::{Span, Time, limits};

use crate::house::{HOURS, House, at, found, refusal, told};

#[tokio::test]
async fn changed_hours_move_running_clocks_and_leave_ended_ones_alone() {
    told(|house: House| async move {
        house.until("Mon 16:30").await;
        let ended = house.ask("Can I come?").await;
        house.until("Mon 16:50").await;
        house.answer(ended.number, "Yes.", After::Wait).await;
        let running = house.ask("And my son?").await;
        assert_eq!(house.status(&running).await.answer_by, Some(at("Tue 08:20:10")));
        house.change_hours("Mon-Fri 08:00-18:00").await;
        assert_eq!(house.status(&running).await.answer_by, Some(at("Mon 17:20:10")));
        house.change_hours("Mon 16:45-16:55; Wed 10:00-12:00").await;
        assert_eq!(house.status(&running).await.answer_by, Some(at("Wed 10:25:10")));
        let open = house.rows().await.clocks[0].ended.expect("it ended").2;
        assert_eq!(open, Span::from_minutes(20) + limits::UNDO);
        house.until("Wed 10:00").await;
        house.answer(running.number, "He too.", After::Wait).await;
        let open = house.rows().await.clocks[1].ended.expect("it ended").2;
        assert_eq!(open, Span::from_minutes(5));
    })
    .await;
}

#[tokio::test]
async fn a_clock_that_changed_hours_move_out_of_its_warning_warns_again_in_time() {
    told(|house: House| async move {
        house.ask("Can I come?").await;
        let warned = async || house.rows().await.clocks[0].warned_at;
        house.until("Mon 09:20").await;
        assert_eq!(warned().await, Some(at("Mon 09:20")));
        house.change_hours("Mon-Fri 12:00-17:00").await;
        assert_eq!(warned().await, None, "it has twenty open minutes again");
        house.until("Mon 12:20").await;
        assert_eq!(warned().await, Some(at("Mon 12:20")));
    })
    .await;
}

#[tokio::test]
async fn more_running_clocks_than_fit_a_page_all_move() {
    told(|house: House| async move {
        house.until("Mon 16:50").await;
        let mut asked = Vec::new();
        for at in 0..60 {
            asked.push(house.ask(&format!("question {at}")).await);
        }
        house.change_hours("24/7").await;
        for one in &asked {
            assert_eq!(house.status(one).await.answer_by, Some(at("Mon 17:20")));
        }
        // The recount looks at one page of the queue.
        for one in &asked[40..] {
            house.write(one.number, "yes", After::Close).await;
        }
        house.pass(limits::UNDO).await;
    })
    .await;
}

#[tokio::test]
async fn a_practice_that_loses_its_hours_takes_no_new_request_and_still_hears_and_answers_the_old() {
    told(|house: House| async move {
        let asked = house.ask("Can I come?").await;
        house.change_hours("closed").await;
        let form = house.form("And my son?");
        let refused = requests::ask(&house.app, &house.practice, &form).await;
        assert_eq!(refusal(refused), Refusal::NoHours);
        house.answer(asked.number, "Yes.", After::Wait).await;
        let status = house.write_on(&asked, "When?").await;
        assert_eq!(status.answer_by, Some(Time::MAX));
    })
    .await;
}

#[tokio::test]
async fn a_practice_without_hours_takes_no_request_and_says_so() {
    told(|house: House| async move {
        let bare = found(&house.app, "bare", "").await;
        let facts = practices::facts(&house.app, &bare).await.expect("facts");
        assert_eq!((facts.door, facts.answer_by), (hours::Door::Unknown, None));
        let refused = requests::ask(&house.app, &bare, &house.form("Can I come?")).await;
        assert_eq!(refusal(refused), Refusal::NoHours);
        hours::change(&house.app, &bare, "24/7").await.expect("hours");
        requests::ask(&house.app, &bare, &house.form("Can I come?"))
            .await
            .expect("asked");
    })
    .await;
}

#[tokio::test]
async fn a_clock_counts_the_hours_of_its_requests_location() {
    told(|house: House| async move {
        let typed = NewLocation {
            name: "Evening clinic".to_owned(),
            hours: "Mon-Fri 12:00-20:00".to_owned(),
            ..NewLocation::default()
        };
        let evening = practices::add_location(&house.app, &house.practice, &typed)
            .await
            .expect("a location");
        let plan = HoursPlan::parse("UTC", &typed.hours).expect("hours");
        let schedule = Schedule::compile(&plan).expect("a schedule");
        house
            .locations
            .lock()
            .expect("nobody panicked")
            .insert(evening, schedule);
        let form = Ask {
            location: evening.to_string(),
            ..house.form("Can I come?")
        };
        let asked = requests::ask(&house.app, &house.practice, &form)
            .await
            .expect("asked");
        assert_eq!(house.status(&asked).await.answer_by, Some(at("Mon 12:30")));
        let other = house.ask("At the desk").await;
        assert_eq!(house.status(&other).await.answer_by, Some(at("Mon 09:30")));
        house.until("Mon 09:10").await;
        requests::merge(&house.app, &house.anna, other.number, asked.number)
            .await
            .expect("joined");
        assert_eq!(house.status(&asked).await.answer_by, Some(at("Mon 09:30")));
        house.until("Mon 18:00").await;
        let form = Ask {
            location: evening.to_string(),
            ..house.form("Tonight?")
        };
        let late = requests::ask(&house.app, &house.practice, &form)
            .await
            .expect("asked");
        house.answer(late.number, "Yes.", After::Wait).await;
        house.change_hours("Mon-Fri 10:00-11:00").await;
        assert_eq!(house.status(&other).await.answer_by, Some(at("Mon 10:30")));
    })
    .await;
}

/// Enters a closure or opening, and keeps the hours from then on for the recount: the week's with all that were entered.
async fn except(house: &House, entered: &mut Vec<Exception>, (from, to): (&str, &str), change: Change) {
    house.clock.set(house.now() + Span::from_micros(1));
    let opens = change == Change::Open;
    let typed = hours::NewException {
        from: from.to_owned(),
        until: to.to_owned(),
        reason: String::new(),
        opens,
    };
    hours::except(&house.app, &house.practice, &typed)
        .await
        .expect("an exception");
    let [from, to] = [from, to].map(|moment| moment.parse().expect("a moment"));
    entered.push(Exception { from, to, change });
    let plan = HoursPlan {
        exceptions: entered.clone(),
        ..HoursPlan::parse("UTC", HOURS).expect("hours")
    };
    let schedule = Schedule::compile(&plan).expect("a schedule");
    house
        .hours
        .lock()
        .expect("nobody panicked")
        .push((house.now(), schedule));
}

#[tokio::test]
async fn a_closure_or_opening_that_is_entered_while_clocks_run_moves_them() {
    told(|house: House| async move {
        house.until("Mon 16:50").await;
        let asked = house.ask("Can I come?").await;
        assert_eq!(house.status(&asked).await.answer_by, Some(at("Tue 08:20")));
        let mut entered = Vec::new();
        let tuesday = at("Tue 12:00").to_jiff().expect("an instant").to_string()[..10].to_owned();
        let wednesday = at("Wed 12:00").to_jiff().expect("an instant").to_string()[..10].to_owned();
        let midnights = [&tuesday, &wednesday].map(|day| format!("{day}T00:00"));
        except(
            &house,
            &mut entered,
            (&midnights[0], &midnights[1]),
            Change::Close,
        )
        .await;
        assert_eq!(house.status(&asked).await.answer_by, Some(at("Wed 08:20")));
        let half_hour = [format!("{tuesday}T08:30"), format!("{tuesday}T09:00")];
        except(&house, &mut entered, (&half_hour[0], &half_hour[1]), Change::Open).await;
        assert_eq!(house.status(&asked).await.answer_by, Some(at("Tue 08:50")));
    })
    .await;
}

#[tokio::test]
async fn a_closure_that_ends_before_it_begins_names_its_end() {
    told(|house: House| async move {
        let [from, until] = ["2026-12-27", "2026-12-24"].map(str::to_owned);
        let typed = hours::NewException {
            from,
            until,
            ..hours::NewException::default()
        };
        let refused = hours::except(&house.app, &house.practice, &typed).await;
        assert!(matches!(refused, Err(Failure::Invalid(faults)) if faults[0].field == "until"));
        let refused = hours::keep_holidays(&house.app, &house.practice, "Atlantis").await;
        assert!(matches!(refused, Err(Failure::Invalid(faults)) if faults[0].field == "country"));
    })
    .await;
}
