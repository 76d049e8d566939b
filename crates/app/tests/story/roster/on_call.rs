//! Duties on call and answering services, and a week made like the one before.

use anteroom_app::roster::view;
use anteroom_app::roster::{
    TypedAnswering, TypedDuty, TypedShift, add_duty, answer, away, copy_week, end_duty,
};
use anteroom_app::settings::changes::Hand;
use anteroom_core::roster::{Away, Held, Need};
use anteroom_core::text::Fault;
use jiff::civil::date;

use super::{alone, fault};
use crate::house::{House, at, missing};

#[tokio::test]
async fn a_week_is_copied_with_who_really_did_it_and_once() {
    alone(|house: House| async move {
        let (app, practice, hand) = (&house.app, &house.practice, Hand::operator());
        let line = house.line("Main").await;
        let typed = TypedShift {
            until: "2026-01-11".to_owned(),
            ..house.annas(line)
        };
        let shifts = house.shift(&typed).await;
        let duty = TypedDuty {
            member: house.ben.member.id.to_string(),
            line: String::new(),
            from: "2026-01-05T17:00".to_owned(),
            until: "2026-01-12T08:00".to_owned(),
        };
        add_duty(app, practice, &hand, &duty).await.expect("a duty");
        let tuesday = (shifts[1], date(2026, 1, 6));
        let ben = Some(house.ben.member.id);
        away(app, practice, &hand, tuesday, (Away::Swap, ben))
            .await
            .expect("swapped");
        let next = date(2026, 1, 14);
        let copied = copy_week(app, practice, &hand, next).await.expect("copied");
        assert_eq!(copied, 6);
        assert_eq!(copy_week(app, practice, &hand, next).await.expect("copied"), 0);
        let week = view::week(app, &house.anna, Some(next)).await.expect("a week");
        let people: Vec<_> = week.lines[0]
            .people
            .iter()
            .map(|one| {
                (
                    one.member.name.as_str(),
                    one.days.iter().filter(|day| !day.is_empty()).count(),
                )
            })
            .collect();
        assert_eq!(people, [("Anna Ames", 4), ("Ben Boyd", 1)]);
        assert_eq!(week.duties.len(), 2);
        // What goes on by itself is not entered a second time.
        house
            .shift(&TypedShift {
                days: vec!["sat".to_owned()],
                ..house.annas(line)
            })
            .await;
        assert_eq!(copy_week(app, practice, &hand, next).await.expect("copied"), 0);
        missing(copy_week(app, practice, &hand, date(2026, 1, 1)).await);
    })
    .await;
}

#[tokio::test]
async fn after_hours_a_duty_or_a_service_holds_the_line_and_whoever_is_on_call_is_rung_first() {
    alone(|house: House| async move {
        let (app, practice, hand) = (&house.app, &house.practice, Hand::operator());
        let line = house.line("Main").await;
        house.shift(&house.annas(line)).await;
        let night = house.covered().await.next().expect("a gap").1;
        assert_eq!((night.from, night.need), (at("Mon 17:00"), Need::AfterHours));
        let duty = TypedDuty {
            member: house.ben.member.id.to_string(),
            line: line.to_string(),
            from: "2026-01-05T17:00".to_owned(),
            until: "2026-01-06T08:00".to_owned(),
        };
        let id = add_duty(app, practice, &hand, &duty).await.expect("a duty");
        assert_eq!(
            house.covered().await.next().expect("a gap").1.from,
            at("Tue 17:00")
        );
        house.answered(line).await;
        assert_eq!(house.covered().await.next(), None);
        // Nobody stands on the ladder after hours; the roster does.
        let emergency = anteroom_app::alerts::settings::emergency(app, &house.anna).await;
        let unset = emergency.expect("the page").unset;
        assert_eq!(unset.len(), 2, "at nine nobody is on call");
        house.until("Mon 20:00").await;
        let asked = house.ask("My chest hurts and I can't breathe").await;
        house.work().await;
        let rung = anteroom_app::alerts::ringing(app, &house.ben)
            .await
            .expect("rung");
        assert_eq!(rung.len(), 1, "{asked:?}");
        let others = anteroom_app::alerts::ringing(app, &house.anna)
            .await
            .expect("rung");
        assert!(others.is_empty());
        end_duty(app, practice, &hand, id).await.expect("ended");
        missing(end_duty(app, practice, &hand, id).await);
        let week = house.week().await;
        assert!(!week.duties[0].now);
        let seen = &week.lines[0].week.stretches;
        let evening = seen
            .iter()
            .find(|one| one.held == Held::OnCall)
            .expect("her evening");
        assert_eq!((evening.from, evening.to), (at("Mon 17:00"), at("Mon 20:00")));
        let late = TypedDuty {
            from: "2026-01-04T17:00".to_owned(),
            ..duty.clone()
        };
        assert_eq!(
            fault(add_duty(app, practice, &hand, &late).await),
            ("from", Fault::Shape)
        );
        let long = TypedDuty {
            until: "2027-01-06T08:00".to_owned(),
            ..duty
        };
        assert_eq!(
            fault(add_duty(app, practice, &hand, &long).await),
            ("until", Fault::Shape)
        );
        let none = TypedAnswering::default();
        answer(app, practice, &hand, line, &none).await.expect("ended");
        assert_eq!(
            house.covered().await.next().expect("a gap").1.from,
            at("Mon 20:01")
        );
    })
    .await;
}
