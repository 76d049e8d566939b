//! The roster: entered, lived and measured. A line has somebody or the desk is told; what is over stays as it was.

use anteroom_app::promises::{self, History};
use anteroom_app::roster::view::{self, Week};
use anteroom_app::roster::{
    self, TypedAnswering, TypedShift, add, answer, away, back, end, posts, replace, sign_in, sign_out,
};
use anteroom_app::settings::changes::{self, Hand, Noun};
use anteroom_app::staff::roles;
use anteroom_app::{Failure, hours, lines, live};
use anteroom_core::access::Role;
use anteroom_core::ids::{LineId, ShiftId};
use anteroom_core::promises::{Figures, Name, Promise, Standing, coverage};
use anteroom_core::roster::{Away, Counts, Need};
use anteroom_core::text::Fault;
use anteroom_core::{Span, limits};
use jiff::civil::date;

use crate::house::{House, at, member, missing};

mod on_call;

/// Tells a tale on every database.
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

fn fault<T: std::fmt::Debug>(done: Result<T, Failure>) -> (&'static str, Fault) {
    match done {
        Err(Failure::Invalid(faults)) => (faults[0].field, faults[0].fault),
        other => panic!("taken: {other:?}"),
    }
}

const WEEKDAYS: [&str; 5] = ["mon", "tue", "wed", "thu", "fri"];

impl House {
    async fn line(&self, name: &str) -> LineId {
        let facts = lines::Facts {
            name: name.to_owned(),
            number: "(512) 555-0100".to_owned(),
            location: String::new(),
        };
        let added = lines::set(&self.app, &self.practice, &Hand::operator(), None, &facts).await;
        added.expect("a line")
    }

    /// Anna at a line from eight to five on weekdays.
    fn annas(&self, line: LineId) -> TypedShift {
        TypedShift {
            member: self.anna.member.id.to_string(),
            lines: vec![line.to_string()],
            days: WEEKDAYS.map(str::to_owned).to_vec(),
            hours: "8:00-17:00".to_owned(),
            ..TypedShift::default()
        }
    }

    /// Enters a shift, and what its ids are, by day.
    async fn shift(&self, typed: &TypedShift) -> Vec<ShiftId> {
        let added = add(&self.app, &self.practice, &Hand::operator(), typed).await;
        added.expect("a shift")
    }

    async fn answered(&self, line: LineId) {
        let typed = TypedAnswering {
            name: "Night Owls".to_owned(),
            number: "512 555 0199".to_owned(),
            hours: String::new(),
        };
        let done = answer(&self.app, &self.practice, &Hand::operator(), line, &typed).await;
        done.expect("a service");
    }

    async fn coverage(&self) -> Promise {
        let promise = promises::one(&self.app, &self.practice, Name::Coverage).await;
        promise.expect("a promise")
    }

    async fn covered(&self) -> coverage::Now {
        match self.coverage().await.figures {
            Figures::Coverage(now) => now,
            other => panic!("not measured: {other:?}"),
        }
    }

    async fn week(&self) -> Week {
        view::week(&self.app, &self.anna, None).await.expect("a week")
    }

    /// Moves the clock, with the look of each minute on the way.
    async fn minutes(&self, minutes: i64) {
        for _ in 0..minutes {
            self.pass(Span::from_minutes(1)).await;
        }
    }
}

#[tokio::test]
async fn nothing_is_measured_until_a_line_has_a_shift_and_from_then_on_every_minute_is() {
    alone(|house: House| async move {
        let line = house.line("Main").await;
        house.line("Billing").await;
        assert_eq!(house.coverage().await.standing, Standing::NotMeasured);
        let history = promises::history(&house.app, &house.practice, Name::Coverage).await;
        assert_eq!(history.expect("a history"), History::NotMeasured);
        house.shift(&house.annas(line)).await;
        house.answered(line).await;
        sign_in(&house.app, &house.anna, line).await.expect("signed in");
        let now = house.covered().await;
        assert_eq!(now.standing(), Standing::Kept);
        assert_eq!(now.unmeasured, ["Billing"]);
        let only = &now.lines[0];
        assert_eq!((only.minutes, only.so_far), (168 * 60, Counts::default()));
        // It is Monday at nine: eight hours of today are left, and four whole days.
        assert_eq!(only.ahead.phone, (8 + 4 * 9) * 60);
        assert_eq!(now.next(), None);
        house.until("Mon 10:00").await;
        let so_far = house.covered().await.so_far();
        assert_eq!((so_far.phone, so_far.bare()), (60, 0));
    })
    .await;
}

#[tokio::test]
async fn a_line_without_anybody_is_told_after_a_minute_with_who_could_take_it_and_told_off_again() {
    alone(|house: House| async move {
        let (main, billing) = (house.line("Main").await, house.line("Billing").await);
        house.shift(&house.annas(main)).await;
        let bens = TypedShift {
            member: house.ben.member.id.to_string(),
            ..house.annas(billing)
        };
        house.shift(&bens).await;
        let cleo = member(&house.app, &house.practice, "Cleo Cole", Role::FrontDesk).await;
        let cleos = TypedShift {
            member: cleo.member.id.to_string(),
            ..house.annas(billing)
        };
        house.shift(&cleos).await;
        for desk in [&house.ben, &cleo] {
            sign_in(&house.app, desk, billing).await.expect("signed in");
        }
        sign_in(&house.app, &house.anna, main).await.expect("signed in");
        house.until("Mon 10:00").await;
        let mut feed = live::Feed::open(&house.app, house.practice.id)
            .await
            .expect("a feed");
        assert_eq!(view::uncovered(&house.app, &house.anna).await.expect("read"), []);
        house.clock.set(at("Mon 10:00:20"));
        sign_out(&house.app, &house.anna, main).await.expect("signed out");
        house.until("Mon 10:01:30").await;
        assert_eq!(view::uncovered(&house.app, &house.anna).await.expect("read"), []);
        feed.look().await.expect("a look");
        house.until("Mon 10:02:30").await;
        let told = view::uncovered(&house.app, &house.anna).await.expect("read");
        assert_eq!(told, [("Main".to_owned(), at("Mon 10:01"))]);
        let news = feed.look().await.expect("a look");
        assert!(news.nouns.contains("roster"), "{news:?}");
        let now = house.covered().await;
        let (line, bare) = now.bare()[0];
        assert_eq!(
            (line.id, bare.since, bare.need),
            (main, at("Mon 10:01"), Need::Phone)
        );
        assert_eq!(bare.here, ["Anna Ames"]);
        assert_eq!(bare.elsewhere, ["Ben Boyd", "Cleo Cole"]);
        assert_eq!((now.standing(), now.so_far().phone_bare), (Standing::Broken, 1));
        // Whoever is alone on the other line can't leave it.
        sign_out(&house.app, &cleo, billing).await.expect("signed out");
        assert_eq!(house.covered().await.bare()[0].1.elsewhere, ["Cleo Cole"]);
        sign_in(&house.app, &house.anna, main).await.expect("signed in");
        assert_eq!(view::uncovered(&house.app, &house.anna).await.expect("read"), []);
        assert!(house.covered().await.bare().is_empty());
    })
    .await;
}

#[tokio::test]
async fn who_is_sick_leaves_a_gap_that_is_seen_days_before_and_a_swap_closes_it() {
    alone(|house: House| async move {
        let (app, practice, hand) = (&house.app, &house.practice, Hand::operator());
        let line = house.line("Main").await;
        let shifts = house.shift(&house.annas(line)).await;
        house.answered(line).await;
        sign_in(app, &house.anna, line).await.expect("signed in");
        let thursday = (shifts[3], date(2026, 1, 8));
        away(app, practice, &hand, thursday, (Away::Sick, None))
            .await
            .expect("sick");
        let now = house.covered().await;
        assert_eq!(now.standing(), Standing::AtRisk);
        let (name, gap) = now.next().expect("a gap");
        assert_eq!(
            (name, gap.from, gap.to),
            ("Main", at("Thu 08:00"), at("Thu 17:00"))
        );
        assert_eq!(now.ahead().phone_bare, 9 * 60);
        let ben = house.ben.member.id;
        let swap = (Away::Swap, Some(ben));
        away(app, practice, &hand, thursday, swap).await.expect("swapped");
        assert_eq!(house.covered().await.next(), None);
        let week = house.week().await;
        let cell = &week.lines[0].people[0].days[3][0];
        assert_eq!(cell.member.name, "Anna Ames");
        assert_eq!(
            cell.instead.as_ref().map(|one| one.name.as_str()),
            Some("Ben Boyd")
        );
        let mine = view::mine(app, &house.ben, ben).await.expect("his own");
        assert_eq!(mine.cells.len(), 1);
        assert_eq!(mine.hours[0].1, Span::from_hours(9));
        back(app, practice, &hand, thursday).await.expect("as ever");
        assert_eq!(house.covered().await.next(), None);
        missing(back(app, practice, &hand, thursday).await);
        let swap = away(app, practice, &hand, thursday, (Away::Swap, None)).await;
        assert_eq!(fault(swap), ("instead", Fault::Missing));
        let oneself = (Away::Swap, Some(house.anna.member.id));
        let swap = away(app, practice, &hand, thursday, oneself).await;
        assert_eq!(fault(swap), ("instead", Fault::Shape));
        // No day of that shift, and one that is over.
        missing(
            away(
                app,
                practice,
                &hand,
                (shifts[3], date(2026, 1, 9)),
                (Away::Off, None),
            )
            .await,
        );
        house.until("Fri 09:00").await;
        missing(away(app, practice, &hand, thursday, (Away::Off, None)).await);
        let told = changes::list(app, practice, Some(Noun::Roster), None)
            .await
            .expect("listed");
        let days: Vec<_> = told.rows.iter().filter(|row| row.field == "day").collect();
        assert_eq!(days.len(), 3);
        assert_eq!(days[1].before, "2026-01-08, Anna Ames: sick");
        assert_eq!(days[1].after, "2026-01-08, Anna Ames: swap → Ben Boyd");
    })
    .await;
}

#[tokio::test]
async fn a_day_that_is_over_stays_as_it_was_measured_whatever_changes_later() {
    alone(|house: House| async move {
        let (app, practice, hand) = (&house.app, &house.practice, Hand::operator());
        let line = house.line("Main").await;
        let shifts = house.shift(&house.annas(line)).await;
        house.answered(line).await;
        sign_in(app, &house.anna, line).await.expect("signed in");
        house.until("Mon 12:00").await;
        sign_out(app, &house.anna, line).await.expect("signed out");
        house.until("Mon 12:30").await;
        sign_in(app, &house.anna, line).await.expect("signed in");
        house.until("Tue 08:00").await;
        sign_in(app, &house.anna, line).await.expect("signed in");
        let days = async || match promises::history(app, practice, Name::Coverage).await {
            Ok(History::Coverage(days)) => days,
            other => panic!("no history: {other:?}"),
        };
        let monday = async || days().await.into_iter().rev().nth(1).expect("yesterday").1;
        let was = monday().await;
        // From nine on it was measured; eight hours were phone hours, half an hour of them bare.
        assert_eq!((was.phone, was.phone_bare), (8 * 60, 30));
        assert_eq!((was.after, was.after_bare), (7 * 60, 0));
        end(app, practice, &hand, shifts[0], "").await.expect("ended");
        hours::change(app, practice, "24/7").await.expect("hours");
        house.minutes(3).await;
        assert_eq!(monday().await, was);
        assert_eq!(house.covered().await.so_far().phone_bare, 30 + 8 * 60);
        let gaps = promises::gaps_of(app, practice, Some(date(2026, 1, 5)))
            .await
            .expect("rows");
        let edges: Vec<_> = gaps.iter().map(|row| (row.gap.from, row.gap.to)).collect();
        assert_eq!(edges, [(at("Mon 12:00"), at("Mon 12:30"))]);
        let late = end(app, practice, &hand, shifts[1], "2026-01-05").await;
        assert_eq!(fault(late), ("from", Fault::Shape));
    })
    .await;
}

/// An id that nothing has.
const NOBODYS: &str = "018bcfe5-687b-7fff-bfff-ffffffffffff";

/// A field, what is wrong with it, and how it comes to be so.
type Edit = (&'static str, Fault, fn(&mut TypedShift));

#[tokio::test]
async fn what_is_typed_of_a_shift_is_taken_or_said_to_be_wrong() {
    alone(|house: House| async move {
        let (app, practice, hand) = (&house.app, &house.practice, Hand::operator());
        let line = house.line("Main").await;
        let of = |change: fn(&mut TypedShift)| {
            let mut typed = house.annas(line);
            change(&mut typed);
            typed
        };
        let wrong: [Edit; 9] = [
            ("member", Fault::Missing, |one| one.member.clear()),
            ("member", Fault::Shape, |one| NOBODYS.clone_into(&mut one.member)),
            ("lines", Fault::Missing, |one| one.lines.clear()),
            ("lines", Fault::Shape, |one| one.lines = vec![NOBODYS.to_owned()]),
            ("days", Fault::Missing, |one| one.days.clear()),
            ("hours", Fault::Shape, |one| "late".clone_into(&mut one.hours)),
            ("breaks", Fault::Shape, |one| {
                "18:00-19:00".clone_into(&mut one.breaks);
            }),
            ("from", Fault::Shape, |one| "2026-01-04".clone_into(&mut one.from)),
            ("until", Fault::Shape, |one| {
                "2026-02-02".clone_into(&mut one.from);
                "2026-02-01".clone_into(&mut one.until);
            }),
        ];
        for (field, what, edit) in wrong {
            let done = add(app, practice, &hand, &of(edit)).await;
            assert_eq!(fault(done), (field, what));
        }
        assert_eq!(house.coverage().await.standing, Standing::NotMeasured);
        let typed = of(|one| {
            "12:00-12:30, 15:00-15:15".clone_into(&mut one.breaks);
            "2026-01-09".clone_into(&mut one.until);
        });
        let shifts = house.shift(&typed).await;
        let gap = house.covered().await.next().expect("a gap").1;
        assert_eq!(gap.from, at("Mon 12:00"));
        // From Wednesday on it is another one, an hour longer and without breaks.
        let other = of(|one| {
            one.days = vec!["wed".to_owned()];
            "8:00-18:00".clone_into(&mut one.hours);
            "2026-01-07".clone_into(&mut one.from);
        });
        let new = replace(app, practice, &hand, shifts[2], &other)
            .await
            .expect("replaced");
        let week = house.week().await;
        let cells = &week.lines[0].people[0].days[2];
        assert_eq!((cells.len(), cells[0].shift), (1, new[0]));
        assert_eq!(cells[0].to, at("Wed 18:00"));
        missing(replace(app, practice, &hand, shifts[2], &other).await);
        let past = view::day(app, &house.anna, (new[0], date(2026, 1, 8))).await;
        missing(past);
    })
    .await;
}

#[tokio::test]
async fn signing_in_twice_is_once_ends_by_itself_and_is_ones_own() {
    alone(|house: House| async move {
        let (app, line) = (&house.app, house.line("Main").await);
        house.shift(&house.annas(line)).await;
        for _ in 0..2 {
            sign_in(app, &house.anna, line).await.expect("signed in");
        }
        let mine = posts(app, &house.anna).await.expect("posts");
        assert_eq!(
            (mine[0].since, mine[0].on_shift),
            (Some(at("Mon 09:00")), Some(at("Mon 17:00")))
        );
        let his = posts(app, &house.ben).await.expect("posts");
        assert_eq!((his[0].since, his[0].on_shift), (None, None));
        house
            .until_instant(at("Mon 17:00") + limits::SIGNED_IN_LATE)
            .await;
        assert_eq!(posts(app, &house.anna).await.expect("posts")[0].since, None);
        missing(sign_in(app, &house.anna, LineId([7; 16])).await);
        // Somebody else's own shifts are for who manages the desk.
        missing(view::mine(app, &house.ben, house.anna.member.id).await);
        let dana = member(app, &house.practice, "Dana Dill", Role::Manager).await;
        let seen = view::mine(app, &dana, house.anna.member.id).await.expect("hers");
        assert_eq!(seen.kept, (Span::from_hours(8), Span::from_hours(9)));
    })
    .await;
}

#[tokio::test]
async fn whoever_leaves_the_practice_leaves_the_roster_with_the_same_minute() {
    alone(|house: House| async move {
        let line = house.line("Main").await;
        house.shift(&house.annas(line)).await;
        house.answered(line).await;
        sign_in(&house.app, &house.anna, line).await.expect("signed in");
        house.until("Mon 12:00").await;
        let ended = roles::end(
            &house.app,
            &house.practice,
            &Hand::operator(),
            house.anna.member.id,
        )
        .await;
        ended.expect("she leaves");
        house.minutes(2).await;
        let now = house.covered().await;
        assert_eq!(now.bare()[0].1.since, at("Mon 12:00"));
        assert_eq!(now.so_far().phone_bare, 2);
        let week = house.week().await;
        assert!(week.lines[0].signed_in.iter().all(|(_, on_shift)| !on_shift));
        assert!(roster::posts(&house.app, &house.ben).await.is_ok());
    })
    .await;
}
