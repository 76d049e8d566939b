//! Visits that no table tells of: booked from the list of those to schedule, or taken in by another part of the product.

use anteroom_app::appointments::{self, TypedWish};
use anteroom_app::people;
use anteroom_app::people::view::{TypedPatient, TypedPerson};
use anteroom_app::visits::{Entry, Outcome, Whose, retention, take};
use anteroom_core::visits::{Dirt, Heard, Remark, Status, Told};
use anteroom_core::{Span, Time};
use jiff::civil::datetime;

use super::{PRACTICE, alone, told};
use crate::house::{House, at};

#[tokio::test]
async fn what_is_booked_from_the_list_keeps_a_patient_until_it_is_taken_back() {
    alone(|house: House| async move {
        let typed = TypedPatient {
            name: "Tom Whitfield".to_owned(),
            record_number: "C".to_owned(),
            ..TypedPatient::default()
        };
        let patient = people::add_patient(&house.app, &house.anna, &typed)
            .await
            .expect("a patient");
        told(&house, PRACTICE).await;
        let typed = TypedPerson {
            name: "Sarah Whitfield".to_owned(),
            language: "en".to_owned(),
            interpreter: false,
        };
        let person = people::add_person(&house.app, &house.anna, &typed, &[])
            .await
            .expect("a person");
        let wish = TypedWish {
            what: "Check-up".to_owned(),
            ..TypedWish::default()
        };
        let item = appointments::add(&house.app, &house.anna, (person, Some(patient)), &wish)
            .await
            .expect("listed");
        let booked = async || {
            let told = retention(&house.app, &house.practice, house.now())
                .await
                .expect("figures");
            told.report.booked
        };
        assert_eq!(booked().await, 1);
        let when = datetime(2026, 2, 3, 9, 30, 0, 0);
        appointments::book(&house.app, &house.anna, (item, 1), when)
            .await
            .expect("booked");
        assert_eq!(
            booked().await,
            2,
            "the patient of the list is the calendar's by their record number"
        );
        house.pass(Span::from_hours(1)).await;
        appointments::reopen(&house.app, &house.anna, (item, 2))
            .await
            .expect("open again");
        assert_eq!(booked().await, 1);
        appointments::book(&house.app, &house.anna, (item, 3), when)
            .await
            .expect("booked");
        assert_eq!(booked().await, 2);
        // The calendar tells of the same hour now: it is one visit, not two.
        told(
            &house,
            "C,c9,2026-01-05,2026-02-03 09:30,booked,Dr. Lee,Main,,,,,\n",
        )
        .await;
        let shown = people::patient(&house.app, &house.anna, patient, None)
            .await
            .expect("a page")
            .visits;
        let standing = shown.visits.iter().filter(|visit| visit.status == Status::Booked);
        assert_eq!(standing.count(), 1);
        assert_eq!(booked().await, 2);
    })
    .await;
}

#[tokio::test]
async fn visits_of_known_patients_are_taken_in_by_hand_of_a_program() {
    alone(|house: House| async move {
        let typed = TypedPatient {
            name: "Tom Whitfield".to_owned(),
            ..TypedPatient::default()
        };
        let patient = people::add_patient(&house.app, &house.anna, &typed)
            .await
            .expect("a patient");
        let entry = |id: &str, starts: Time, status| Entry {
            whose: Whose::Patient(patient),
            id: id.to_owned(),
            told: Told {
                status,
                starts,
                booked: None,
                ended: None,
            },
            doctor: String::new(),
            location: String::new(),
            sensitive: false,
            left: None,
            heard: Some(Heard::Family),
        };
        let week = house.now() + Span::from_days(7);
        let entries = vec![
            entry("1", at("Mon 08:00"), None),
            entry("2", week, Some(Status::Fulfilled)),
            entry("3", week, None),
        ];
        let taken = take(&house.app, &house.practice, entries).await.expect("taken");
        let outcomes: Vec<_> = taken.outcomes.iter().map(|(outcome, _)| *outcome).collect();
        assert_eq!(
            outcomes,
            [Outcome::New, Outcome::Refused(Dirt::Ahead), Outcome::New]
        );
        assert_eq!(taken.patients, 0);
        assert!(
            taken
                .outcomes
                .iter()
                .all(|(_, remarks)| !remarks.contains(&Remark::NoOutcome))
        );
        let none = take(&house.app, &house.practice, Vec::new())
            .await
            .expect("nothing");
        assert!(none.outcomes.is_empty());
    })
    .await;
}
