//! People needed: what the practice's own weeks say, against the roster, and what brings too many open requests down.

use anteroom_app::calls::{self, Event};
use anteroom_app::lines;
use anteroom_app::plan::{Plan, plan};
use anteroom_app::promises::{self, History};
use anteroom_app::roster::{TypedShift, add};
use anteroom_app::settings::changes::Hand;
use anteroom_core::calls::What;
use anteroom_core::promises::people::{Half, gap};
use anteroom_core::promises::{Figures, Name, Promise, Standing};
use anteroom_core::{Span, Time};
use jiff::civil::{Date, date};

use crate::house::{House, at};

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

/// An instant of a later week.
fn week(week: i64, text: &str) -> Time {
    at(text) + Span::from_days(7 * week)
}

impl House {
    /// Anna on the phones from eight to five on weekdays.
    async fn one_on_shift(&self) {
        let facts = lines::Facts {
            name: "Front".to_owned(),
            number: "(512) 555-0100".to_owned(),
            location: String::new(),
        };
        let line = lines::set(&self.app, &self.practice, &Hand::operator(), None, &facts).await;
        let typed = TypedShift {
            member: self.anna.member.id.to_string(),
            lines: vec![line.expect("a line").to_string()],
            days: ["mon", "tue", "wed", "thu", "fri"].map(str::to_owned).to_vec(),
            hours: "8:00-17:00".to_owned(),
            ..TypedShift::default()
        };
        add(&self.app, &self.practice, &Hand::operator(), &typed)
            .await
            .expect("shifts");
    }

    /// So many requests at an instant.
    async fn asked(&self, when: Time, many: usize) {
        self.until_instant(when).await;
        for order in 0..many {
            self.ask(&format!("question {order}")).await;
        }
    }

    async fn people(&self) -> Promise {
        let promise = promises::one(&self.app, &self.practice, Name::People).await;
        promise.expect("a promise")
    }

    async fn plan(&self, day: Date) -> Plan {
        plan(&self.app, &self.practice, Some(day)).await.expect("a plan")
    }
}

fn half(halves: &[Half], at: Time) -> Half {
    *halves
        .iter()
        .find(|half| half.at == at)
        .expect("a half hour of the plan")
}

#[tokio::test]
async fn what_a_half_hour_needs_comes_from_its_own_weeks_and_the_roster_says_whether_it_is_there() {
    alone(|house: House| async move {
        assert_eq!(
            house.people().await.standing,
            Standing::NotMeasured,
            "without shifts"
        );
        house.one_on_shift().await;
        assert_eq!(
            house.people().await.standing,
            Standing::NotMeasured,
            "without a history"
        );
        for of in 0..3 {
            house.asked(week(of, "Mon 10:05"), 8).await;
            // Nobody is there on a Saturday: this waits for Monday's opening.
            house.asked(week(of, "Sat 12:00"), 2).await;
        }
        house.until_instant(week(3, "Mon 08:00")).await;
        let promise = house.people().await;
        let Figures::People(now) = &promise.figures else {
            panic!("{promise:?}")
        };
        let ten = half(now.next(), week(3, "Mon 10:00"));
        let requests = ten.requests.expect("known");
        assert!(
            (requests.mean - 8.0).abs() < 0.5 && requests.error > 0.5,
            "{requests:?}"
        );
        // Eight of ten minutes in half an hour are 2.7 people's work, and nobody is busy all of the time.
        assert_eq!((ten.needed, ten.missing()), (4, 3));
        assert_eq!(ten.calls, None, "no call was ever told");
        let opening = half(now.next(), week(3, "Mon 08:00"));
        assert!(
            (opening.requests.expect("known").mean - 2.0).abs() < 0.3,
            "{opening:?}"
        );
        assert_eq!(half(now.next(), week(3, "Mon 09:00")).missing(), 0);
        assert_eq!(promise.standing, Standing::Broken);
        // Two at once are a person's work for most of it: the second would be late too often.
        assert_eq!((opening.needed, opening.missing()), (2, 1));
        let found = gap(&now.next()[1..]).expect("a gap");
        assert_eq!(
            (found.from, found.to),
            (week(3, "Mon 10:00"), week(3, "Mon 10:30"))
        );

        // Later that day nothing is missing until the same half hour would come again.
        house.until_instant(week(3, "Mon 10:30")).await;
        assert_eq!(house.people().await.standing, Standing::Kept);
        let history = promises::history(&house.app, &house.practice, Name::People).await;
        let History::People(days) = history.expect("a history") else {
            panic!("no history")
        };
        let (day, today) = days.last().expect("today");
        assert_eq!(
            (*day, today.halves, today.short, today.missing),
            (date(2026, 1, 26), 5, 2, 4)
        );

        let sunday = house.plan(date(2026, 2, 1)).await;
        assert!(sunday.halves.is_empty(), "closed: {sunday:?}");
        let beyond = house.plan(date(2027, 2, 1)).await;
        assert_eq!(
            beyond.day,
            date(2026, 1, 26),
            "a day that can't be looked at is today"
        );
    })
    .await;
}

#[tokio::test]
async fn calls_are_expected_where_calls_came_and_say_how_long_they_take() {
    alone(|house: House| async move {
        house.one_on_shift().await;
        for of in 0..3 {
            for order in 0..12 {
                let from = week(of, "Tue 11:00") + Span::from_minutes(2 * order);
                let key = format!("call-{of}-{order}");
                let told = |what, seconds| Event {
                    call: key.clone(),
                    at: from + Span::from_secs(seconds),
                    what,
                    line: "Front".to_owned(),
                    caller: String::new(),
                };
                let parts = [
                    told(What::Arrived, 0),
                    told(What::Queued, 5),
                    told(What::Answered("Anna".to_owned()), 25),
                    told(What::Ended, 145),
                ];
                house.clock.set(from + Span::from_minutes(3));
                calls::heard(&house.app, &house.practice, &parts)
                    .await
                    .expect("heard");
            }
        }
        house.until_instant(week(3, "Tue 08:00")).await;
        let plan = house.plan(date(2026, 1, 27)).await;
        let eleven = half(&plan.halves, week(3, "Tue 11:00"));
        let calls = eleven.calls.expect("known");
        assert!((calls.mean - 12.0).abs() < 0.5, "{calls:?}");
        assert_eq!(plan.basis.call, Span::from_secs(120));
        assert!(eleven.needed >= 2 && eleven.requests.is_none(), "{eleven:?}");
        assert_eq!(
            half(&plan.halves, week(3, "Tue 12:00")).needed,
            1,
            "somebody is there while it is open"
        );
    })
    .await;
}

#[tokio::test]
async fn too_many_open_say_how_many_more_people_until_when_bring_them_down() {
    alone(|house: House| async move {
        house.one_on_shift().await;
        for of in 0..3 {
            house.asked(week(of, "Wed 14:00"), 2).await;
        }
        house.asked(week(3, "Mon 09:00"), 114).await;
        let today = promises::today(&house.app, &house.anna).await.expect("a page");
        let open = today.promises.iter().find(|promise| promise.name == Name::Open);
        let Some(Figures::Open(now)) = open.map(|promise| &promise.figures) else {
            panic!("{open:?}")
        };
        assert!(now.act && now.counts.open == 120, "{now:?}");
        let relief = now.relief.expect("an answer");
        // 71 of ten minutes are 11.8 hours of work; Anna has eight until five.
        assert!(
            (1..=2).contains(&relief.people) && relief.sure >= 0.9,
            "{relief:?}"
        );
        assert_eq!(relief.from, week(3, "Mon 09:00"));
        assert!(
            relief.to > week(3, "Mon 12:00") && relief.to <= week(3, "Mon 17:00"),
            "{relief:?}"
        );
        let plan = house.plan(date(2026, 1, 26)).await;
        assert_eq!(
            (plan.relief, plan.open),
            (Some(relief), (120, 50)),
            "the same answer on the plan's page"
        );
    })
    .await;
}
