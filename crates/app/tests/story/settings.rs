//! Settings: changed with what they were, by two at once, seen before they are saved, and undone where somebody ends.

use std::collections::BTreeMap;

use anteroom_app::hours::{Edit, NewException, PlaceKind, Wider, calendar, exception, foresee, save};
use anteroom_app::practices::{Founding, NewLocation};
use anteroom_app::requests::view::{Ask, Assignment};
use anteroom_app::settings::changes::{self, Hand, Noun};
use anteroom_app::settings::{meant::meant, numbers_of, put_numbers, words};
use anteroom_app::staff::roles;
use anteroom_app::{Failure, hours, kinds, lines, locations, practices, requests, teams};
use anteroom_core::access::Role;
use anteroom_core::requests::After;
use anteroom_core::text::Fault;
use anteroom_core::{Span, limits};

use crate::house::{House, at, member, missing, told};

/// Tells a tale on every database whose hours the recount doesn't know.
async fn alone<F, Fut>(tale: F)
where
    F: Fn(House) -> Fut + Copy + Send + 'static,
    Fut: Future<Output = ()> + Send,
{
    anteroom_store::testing::both(move |store| async move {
        let house = House::found(store).await;
        tale(house).await;
    })
    .await;
}

fn overtaken<T: std::fmt::Debug>(done: Result<T, Failure>) -> String {
    match done {
        Err(Failure::Overtaken(who)) => who.name,
        other => panic!("nobody was quicker: {other:?}"),
    }
}

fn fault<T: std::fmt::Debug>(done: Result<T, Failure>) -> (&'static str, Fault) {
    match done {
        Err(Failure::Invalid(faults)) => (faults[0].field, faults[0].fault),
        other => panic!("taken: {other:?}"),
    }
}

#[tokio::test]
async fn what_a_closure_would_mean_is_seen_without_it_and_is_what_it_means_once_saved() {
    alone(|house: House| async move {
        let (app, practice) = (&house.app, &house.practice);
        let asked = house.ask("Can I come?").await;
        let desk = (PlaceKind::Desk, practice.id.bytes());
        let typed = NewException {
            from: "2026-01-05T09:10".to_owned(),
            until: "2026-01-12".to_owned(),
            reason: "Flood".to_owned(),
            opens: false,
        };
        let (exception, reason) = exception(&typed).expect("it holds");
        let edit = Edit::Except(Wider::All, exception, reason);
        let hand = Hand::plain(house.anna.member.id);
        let seen = foresee(app, practice, &hand, &edit, desk).await.expect("seen");
        assert_eq!((seen.running, seen.later, seen.sooner, seen.late), (1, 1, 0, 0));
        let shut = seen.calendar.shut.expect("a week is long");
        assert_eq!(
            (shut.from, shut.until),
            (at("Mon 09:10"), Some(at("Mon+1 08:00")))
        );
        assert_eq!(house.status(&asked).await.answer_by, Some(at("Mon 09:30")));
        let now = calendar::one(app, practice, "desk").await.expect("a calendar");
        assert_eq!((now.shut, now.exceptions.len()), (None, 0));
        save(app, practice, &hand, &edit).await.expect("saved");
        assert_eq!(house.status(&asked).await.answer_by, Some(at("Mon+1 08:20")));
        let now = calendar::one(app, practice, "desk").await.expect("a calendar");
        assert_eq!(now.shut, seen.calendar.shut);
        assert_eq!(now.coming[0].reasons, ["Flood"]);
        let remove = Edit::Remove(desk, now.exceptions[0].id);
        save(app, practice, &hand, &remove).await.expect("removed");
        assert_eq!(house.status(&asked).await.answer_by, Some(at("Mon 09:30")));
        missing(save(app, practice, &hand, &remove).await);
        missing(calendar::one(app, practice, "nosuch").await);
    })
    .await;
}

#[tokio::test]
async fn a_practice_without_any_hours_left_is_told_that_nobody_is_promised_an_answer() {
    alone(|house: House| async move {
        let (app, practice) = (&house.app, &house.practice);
        house.ask("Can I come?").await;
        let desk = (PlaceKind::Desk, practice.id.bytes());
        let edit = Edit::Week(desk, Some(Vec::new()));
        let seen = foresee(app, practice, &Hand::operator(), &edit, desk)
            .await
            .expect("seen");
        assert_eq!(seen.never, 1);
        let shut = seen.calendar.shut.expect("for ever");
        assert_eq!((shut.from, shut.until), (house.now(), None));
    })
    .await;
}

#[tokio::test]
async fn a_holiday_closes_each_place_by_its_own_midnight() {
    alone(|house: House| async move {
        let (app, practice) = (&house.app, &house.practice);
        let typed = NewLocation {
            name: "Auckland".to_owned(),
            timezone: "Pacific/Auckland".to_owned(),
            hours: "24/7".to_owned(),
            ..NewLocation::default()
        };
        let there = practices::add_location(app, practice, &typed)
            .await
            .expect("added");
        hours::change(app, practice, "24/7").await.expect("hours");
        hours::keep_holidays(app, practice, "us").await.expect("kept");
        let all = calendar::all(app, practice).await.expect("calendars");
        for one in &all {
            let day = &one.coming[0];
            assert_eq!(day.date.to_string(), "2026-01-19", "{}", one.zone);
            assert_eq!(day.holiday.as_deref(), Some("holiday-us-king"), "{}", one.zone);
        }
        // Auckland is thirteen hours ahead: its holiday is over when the desk's has half begun.
        house.until("Mon+1 11:30").await;
        house.pass(Span::from_days(7)).await;
        let facts = practices::facts(app, practice).await.expect("facts");
        let door = facts
            .locations
            .iter()
            .find(|place| place.id == there)
            .expect("it is listed")
            .door;
        assert!(matches!(door, hours::Door::Open(_)), "{door:?}");
        assert!(matches!(facts.door, hours::Door::Closed(_)), "{:?}", facts.door);
    })
    .await;
}

#[tokio::test]
async fn another_zone_moves_the_running_clocks_in_the_same_transaction() {
    alone(|house: House| async move {
        let (app, practice) = (&house.app, &house.practice);
        let asked = house.ask("Can I come?").await;
        let typed = Founding {
            name: "North".to_owned(),
            timezone: "America/New_York".to_owned(),
            ..Founding::default()
        };
        practices::change(app, practice, &Hand::operator(), &typed)
            .await
            .expect("changed");
        let moved = practices::by_slug(app, "north").await.expect("it is there");
        assert_eq!(
            (moved.name.as_str(), moved.timezone.as_str()),
            ("North", "America/New_York")
        );
        assert_eq!(house.status(&asked).await.answer_by, Some(at("Mon 13:30")));
        let odd = Founding {
            timezone: "Mars/Olympus".to_owned(),
            ..typed
        };
        let refused = practices::change(app, practice, &Hand::operator(), &odd).await;
        assert_eq!(fault(refused), ("timezone", Fault::Shape));
    })
    .await;
}

#[tokio::test]
async fn requests_of_a_location_that_is_retired_count_the_desks_hours() {
    alone(|house: House| async move {
        let (app, practice) = (&house.app, &house.practice);
        let typed = NewLocation {
            name: "East".to_owned(),
            hours: "Mon-Fri 12:00-17:00".to_owned(),
            ..NewLocation::default()
        };
        let east = practices::add_location(app, practice, &typed)
            .await
            .expect("added");
        practices::add_location(
            app,
            practice,
            &NewLocation {
                name: "West".to_owned(),
                ..NewLocation::default()
            },
        )
        .await
        .expect("added");
        let form = Ask {
            location: east.to_string(),
            ..house.form("Can I come?")
        };
        let asked = requests::ask(app, practice, &form).await.expect("asked");
        assert_eq!(house.status(&asked).await.answer_by, Some(at("Mon 12:30")));
        let hand = Hand::operator();
        locations::raise(app, practice, &hand, east)
            .await
            .expect("first already");
        locations::retire(app, practice, &hand, east)
            .await
            .expect("retired");
        assert_eq!(house.status(&asked).await.answer_by, Some(at("Mon 09:30")));
        missing(locations::retire(app, practice, &hand, east).await);
        let listed = locations::list(app, practice).await.expect("listed");
        assert_eq!(
            listed
                .iter()
                .map(|(row, _)| row.name.as_str())
                .collect::<Vec<_>>(),
            ["West"]
        );
    })
    .await;
}

#[tokio::test]
async fn the_second_of_two_who_change_one_thing_is_told_who_was_quicker() {
    told(|house: House| async move {
        let (app, practice) = (&house.app, &house.practice);
        let text = |text: &str| BTreeMap::from([("closed.en", text.to_owned())]);
        let (_, seen) = words::load(app, practice).await.expect("loaded");
        let anna = Hand::member(house.anna.member.id, &seen);
        let ben = Hand::member(house.ben.member.id, &seen);
        words::set(app, practice, &anna, &text("Anna's"))
            .await
            .expect("first");
        assert_eq!(
            overtaken(words::set(app, practice, &ben, &text("Ben's")).await),
            "Anna Ames"
        );
        let (now, seen) = words::load(app, practice).await.expect("loaded");
        assert_eq!(now.of("closed", "en"), Some("Anna's"));
        let ben = Hand::member(house.ben.member.id, &seen);
        words::set(app, practice, &ben, &text("Ben's"))
            .await
            .expect("having seen it");
        let list = changes::list(app, practice, Some(Noun::Words), None)
            .await
            .expect("listed");
        let told: Vec<_> = list
            .rows
            .iter()
            .map(|row| (row.name.as_str(), row.before.as_str(), row.after.as_str()))
            .collect();
        assert_eq!(
            told,
            [("Ben Boyd", "Anna's", "Ben's"), ("Anna Ames", "", "Anna's")]
        );
        words::set(app, practice, &Hand::operator(), &text(""))
            .await
            .expect("taken away");
        assert!(words::load(app, practice).await.expect("loaded").0.is_empty());
    })
    .await;
}

#[tokio::test]
async fn a_long_list_of_changes_is_read_page_by_page_and_each_once() {
    told(|house: House| async move {
        let (app, practice) = (&house.app, &house.practice);
        let count = limits::PAGE_ROWS + 5;
        for n in 1..=count {
            let numbers = BTreeMap::from([("open.under", 50 + n)]);
            put_numbers(app, practice.id, &Hand::operator(), &numbers)
                .await
                .expect("set");
        }
        let first = changes::list(app, practice, None, None).await.expect("listed");
        let rest = changes::list(app, practice, None, first.next)
            .await
            .expect("listed");
        assert_eq!(rest.next, None);
        let all: Vec<i64> = [first.rows, rest.rows]
            .concat()
            .iter()
            .map(|row| row.after.parse().expect("a number"))
            .collect();
        assert_eq!(all, (51..=50 + count).rev().collect::<Vec<_>>());
    })
    .await;
}

#[tokio::test]
async fn what_a_member_had_goes_back_to_nobody_when_they_end_and_what_a_team_had_when_it_is_dissolved() {
    told(|house: House| async move {
        let (app, practice) = (&house.app, &house.practice);
        let cleo = member(app, practice, "Cleo Cruz", Role::Administrator).await;
        let hand = Hand::plain(cleo.member.id);
        let inside = vec![house.anna.member.id];
        let team = teams::set(app, practice, &hand, None, ("Nurses", inside))
            .await
            .expect("added");
        let taken = teams::set(app, practice, &hand, None, ("Nurses", Vec::new())).await;
        assert_eq!(fault(taken), ("name", Fault::Taken));
        let mut asked = Vec::new();
        for words in ["one", "two", "three"] {
            asked.push(house.ask(words).await);
        }
        let to = Assignment {
            member: Some(house.ben.member.id),
            team: Some(team),
        };
        for one in &asked {
            requests::assign(app, &house.anna, one.number, to)
                .await
                .expect("assigned");
        }
        house.answer(asked[1].number, "Yes.", After::Wait).await;
        house.write(asked[2].number, "No.", After::Close).await;
        assert_eq!(
            roles::end(app, practice, &hand, house.ben.member.id)
                .await
                .expect("ended"),
            3
        );
        for one in &asked {
            let row = house.page(one.number).await.row;
            assert!(row.member.is_none(), "#{}", one.number);
        }
        assert_eq!(
            teams::retire(app, practice, &hand, team)
                .await
                .expect("dissolved"),
            3
        );
        missing(teams::retire(app, practice, &hand, team).await);
        missing(roles::end(app, practice, &hand, house.ben.member.id).await);
        teams::set(app, practice, &hand, None, ("Nurses", Vec::new()))
            .await
            .expect("its name is free again");
        house.pass(limits::UNDO).await;
    })
    .await;
}

#[tokio::test]
async fn a_members_role_teams_and_signature_are_set_and_the_last_administrator_stays_one() {
    told(|house: House| async move {
        let (app, practice) = (&house.app, &house.practice);
        let typed = anteroom_app::practices::Administrator {
            name: "Dana Brooks".to_owned(),
            login: "dana@north.example".to_owned(),
            password: "a horse that staples".to_owned(),
        };
        let dana = anteroom_app::staff::enrol(app, practice, &typed, Role::Administrator)
            .await
            .expect("enrolled");
        let hand = Hand::plain(dana);
        let team = teams::set(app, practice, &hand, None, ("Nurses", Vec::new()))
            .await
            .expect("added");
        let wish = roles::Wish {
            name: "Anna A.".to_owned(),
            role: Role::Manager,
            teams: vec![team],
            signature: "Anna, nurse".to_owned(),
        };
        roles::set(app, practice, &hand, house.anna.member.id, &wish)
            .await
            .expect("set");
        let sheet = roles::sheet(app, practice, house.anna.member.id)
            .await
            .expect("there");
        assert_eq!(
            (sheet.known.member.role, sheet.known.teams),
            (Role::Manager, vec![team])
        );
        let asked = house.ask("Can I come?").await;
        house.answer(asked.number, "Yes.", After::Wait).await;
        let signed = house
            .status(&asked)
            .await
            .lines
            .last()
            .map(|line| line.signature.clone());
        assert_eq!(signed.as_deref(), Some("Anna, nurse"));
        let less = roles::Wish {
            name: "Dana".to_owned(),
            teams: Vec::new(),
            ..wish
        };
        assert_eq!(
            fault(roles::set(app, practice, &hand, dana, &less).await),
            ("role", Fault::Taken)
        );
        assert_eq!(
            fault(roles::end(app, practice, &hand, dana).await),
            ("role", Fault::Taken)
        );
    })
    .await;
}

#[tokio::test]
async fn other_numbers_are_judged_by_the_clocks_of_last_month_before_they_count() {
    told(|house: House| async move {
        let (app, practice) = (&house.app, &house.practice);
        for minutes in [5, 20, 25] {
            let asked = house.ask("Can I come?").await;
            house.pass(Span::from_minutes(minutes)).await;
            house.answer(asked.number, "Yes.", After::Wait).await;
        }
        let (mut numbers, seen) = numbers_of(app, practice).await.expect("numbers");
        numbers.insert("response.minutes", 10);
        let found = meant(app, practice, &numbers).await.expect("judged");
        assert_eq!((found.was.n, found.was.in_time), (3, 3));
        assert_eq!((found.would.n, found.would.in_time, found.cut), (3, 1, false));
        assert_eq!(
            numbers_of(app, practice).await.expect("numbers").0["response.minutes"],
            30
        );
        let hand = Hand::member(house.anna.member.id, &seen);
        put_numbers(app, practice.id, &hand, &numbers).await.expect("set");
        assert_eq!(
            overtaken(put_numbers(app, practice.id, &hand, &numbers).await),
            "Anna Ames"
        );
        assert_eq!(
            numbers_of(app, practice).await.expect("numbers").0["response.minutes"],
            10
        );
    })
    .await;
}

#[tokio::test]
async fn a_line_follows_its_location_and_kinds_keep_their_order() {
    alone(|house: House| async move {
        let (app, practice) = (&house.app, &house.practice);
        let hand = Hand::operator();
        let typed = NewLocation {
            name: "East".to_owned(),
            hours: "Sat 09:00-12:00".to_owned(),
            ..NewLocation::default()
        };
        let east = practices::add_location(app, practice, &typed)
            .await
            .expect("added");
        let facts = lines::Facts {
            name: "Main".to_owned(),
            number: "(512) 555-0100".to_owned(),
            location: east.to_string(),
        };
        let line = lines::set(app, practice, &hand, None, &facts)
            .await
            .expect("added");
        let told = calendar::one(app, practice, &line.to_string())
            .await
            .expect("its hours");
        assert_eq!(told.follows, calendar::Follows::Location("East".to_owned()));
        assert_eq!(told.week.len(), 1);
        let odd = lines::Facts {
            location: practice.id.to_string(),
            ..facts
        };
        assert_eq!(
            fault(lines::set(app, practice, &hand, Some(line), &odd).await),
            ("location", Fault::Shape)
        );
        kinds::raise(app, practice, &hand, "clinical")
            .await
            .expect("raised");
        kinds::raise(app, practice, &hand, "clinical")
            .await
            .expect("first already");
        let (all, _) = kinds::list(app, practice).await.expect("listed");
        assert_eq!(
            all.iter()
                .take(3)
                .map(|kind| kind.code.as_str())
                .collect::<Vec<_>>(),
            ["clinical", "scheduling", "refill"]
        );
    })
    .await;
}
