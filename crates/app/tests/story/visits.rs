//! Visits: a calendar's table is taken in once however often it is read, each kind of dirt is counted, and the figures are what a
//! recount of the table by hand says.

use anteroom_app::promises::{self, History};
use anteroom_app::visits::{
    FIELDS, Filter, List, Summary, come_back, figures, hear, import, leave, list, no_shows, retention,
};
use anteroom_app::{Failure, people, settings};
use anteroom_core::Time;
use anteroom_core::promises::{Figures, Name, Standing};
use anteroom_core::visits::{Heard, Left};
use anteroom_wire::mapped::{Map, Rows};
use jiff::civil::date;

use crate::house::House;

mod hands;

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

/// Now is Monday, 5 January 2026, 9:00 UTC: the window is 5 July 2023 to 5 July 2024.
const MAP: &str = "patient=P,id=Id,booked=Made,at=At,status=State,doctor=Doc,location=Where,born=Born,left=Left,left_on=Since,\
                   heard=Heard,sensitive=Private";
const HEADER: &str = "P,Id,Made,At,State,Doc,Where,Born,Left,Since,Heard,Private\n";

async fn read(house: &House, map: &str, table: &str) -> Summary {
    let map = Map::parse(map, FIELDS).expect("a map");
    let rows = Rows::open(table.as_bytes(), &map).expect("a table");
    let summary = import(&house.app, &house.practice, &map, rows, |_| {}).await;
    summary.expect("an import")
}

async fn told(house: &House, rows: &str) -> Summary {
    read(house, MAP, &format!("{HEADER}{rows}")).await
}

fn instant(text: &str) -> Time {
    Time::from(text.parse::<jiff::Timestamp>().expect("an instant"))
}

/// A: came again. B: booked. C, D: neither, D by Dr. Ortiz. E: moved. F: grown up. G: only a no-show. H: too lately. I: too long ago.
const PRACTICE: &str = "\
A,a1,,2023-09-01 09:00,fulfilled,Dr. Lee,Main,2015-02-03,,,family,
A,a2,2024-09-01,2024-09-20 09:00,fulfilled,Dr. Lee,Main,,,,,
B,b1,,2024-01-10 09:00,fulfilled,Dr. Lee,Main,,,,,
B,b2,2025-12-20,2026-02-01 10:00,booked,Dr. Lee,Main,,,,,
C,c1,2023-07-20,2023-08-01 09:00,fulfilled,Dr. Lee,Main,,,,doctor,
C,c2,2024-01-01,2024-03-01 09:00,arrived,Dr. Lee,Main,,,,,
C,c3,2024-08-01,2024-10-01 09:00,noshow,Dr. Lee,Main,,,,,
C,c4,2025-12-01,2026-03-01 09:00,cancelled,Dr. Lee,Main,,,,,
D,d1,,2023-07-10 09:00,fulfilled,Dr. Ortiz,West,,,,,yes
E,e1,,2024-02-01 09:00,fulfilled,Dr. Lee,Main,,moved,2024-12-01,,
F,f1,,2024-02-01 09:00,fulfilled,Dr. Ortiz,West,2003-05-01,,,,
G,g1,2025-08-01,2025-08-01 09:00,noshow,Dr. Ortiz,West,,,,,
H,h1,,2025-06-01 09:00,fulfilled,Dr. Ortiz,West,,,,search,
I,i1,,2023-06-01 09:00,fulfilled,Dr. Ortiz,West,,,,,
";

#[tokio::test]
async fn the_share_of_those_who_come_back_is_what_a_hand_counts() {
    alone(|house: House| async move {
        let summary = told(&house, PRACTICE).await;
        assert_eq!((summary.read, summary.imported, summary.patients), (14, 14, 9));
        assert_eq!((summary.dirt.len(), summary.remarks.len()), (0, 0));
        settings::set(&house.app, house.practice.id, "retention.age", 21)
            .await
            .expect("set");
        let returns = retention(&house.app, &house.practice, house.now())
            .await
            .expect("figures");
        let report = &returns.report;
        // A, B, C and D count; E moved, F is 22.
        assert_eq!(
            (report.patients, report.returned, report.booked, report.lost()),
            (4, 1, 1, 2)
        );
        assert_eq!(report.out.get(&Left::Moved), Some(&1));
        assert_eq!(report.out.get(&Left::AgedOut), Some(&1));
        assert_eq!(report.share(), Some(0.5));
        let doctors: Vec<_> = returns
            .by_doctor
            .iter()
            .map(|(name, part)| (name.as_str(), part.patients, part.kept()))
            .collect();
        assert_eq!(doctors, [("Dr. Lee", 3, 2), ("Dr. Ortiz", 1, 0)]);
        // A came again after 12 months and 19 of 30 days; the curve has E and F in it until they left.
        assert_eq!(returns.curve.at(0.0).at_risk, 6);
        assert!((returns.curve.at(12.0).survival - 1.0).abs() < 1e-12);
        assert_eq!(returns.curve.at(12.5).at_risk, 4);
        assert!((returns.curve.at(13.0).survival - 0.75).abs() < 1e-12);
    })
    .await;
}

#[tokio::test]
async fn the_past_is_measured_with_what_stood_then() {
    alone(|house: House| async move {
        told(&house, PRACTICE).await;
        let then = async |at: &str| {
            let told = retention(&house.app, &house.practice, instant(at))
                .await
                .expect("figures");
            (told.report.patients, told.report.returned, told.report.booked)
        };
        // On 1 September 2025 the window is March 2023 to March 2024: A, B, C (of 1 March, 9:00, not yet), D, F and I; E had left.
        assert_eq!(then("2025-09-01T00:00:00Z").await, (6, 2, 0));
        // B's booking was made on 20 December; C's, which was called off nobody knows when, is held for none.
        assert_eq!(then("2025-12-19T00:00:00Z").await, (5, 1, 0));
        assert_eq!(then("2025-12-21T00:00:00Z").await, (5, 1, 1));
        assert_eq!(then("2025-03-02T00:00:00Z").await, (4, 2, 0));
    })
    .await;
}

#[tokio::test]
async fn a_table_that_is_read_again_changes_nothing_and_a_visit_that_moved_is_put_right() {
    alone(|house: House| async move {
        told(&house, PRACTICE).await;
        let again = told(&house, PRACTICE).await;
        assert_eq!((again.imported, again.changed, again.same, again.patients), (0, 0, 14, 0));
        let moved = told(
            &house,
            "C,c4,2025-12-01,2026-03-09 09:00,booked,Dr. Lee,Main,,,,,\nA,a2,2024-09-01,2024-09-20 09:00,noshow,Dr. Lee,Main,,,,,\n",
        )
        .await;
        assert_eq!((moved.imported, moved.changed, moved.same), (0, 2, 0));
        let returns = retention(&house.app, &house.practice, house.now()).await.expect("figures");
        let report = &returns.report;
        // C is booked now, A did not come again after all, and nobody set an age.
        assert_eq!((report.patients, report.returned, report.booked), (5, 0, 2));
    })
    .await;
}

#[tokio::test]
async fn each_kind_of_dirt_is_counted_and_listed_and_the_rest_is_taken_in() {
    alone(|house: House| async move {
        let long = "9".repeat(70);
        let rows = format!(
            "A,a1,,2025-01-02 09:00,fulfilled,,,,,,,\n\
             B,a1,,2025-01-02 09:00,fulfilled,,,,,,,\n\
             B,,,2025-01-02 09:00,fulfilled,,,,,,,\n\
             B,b1,,1/2/2025,fulfilled,,,,,,,\n\
             B,b2,,2025-01-02 09:00,here,,,,,,,\n\
             B,b3,,2027-01-02 09:00,fulfilled,,,,,,,\n\
             B,b4,,0025-01-02 09:00,fulfilled,,,,,,,\n\
             B,b5,,2025-01-02 09:00\n\
             ,,,,,,,,,,,\n\
             B,{long},,2025-01-02 09:00,fulfilled,,,,,,,\n\
             C,c1,2025-02-01,2025-01-02 09:00,fulfilled,,,,,,,\n\
             C,c2,,2025-01-03 09:00,booked,,,,,,,\n\
             C,c2,,2025-01-04 09:00,booked,,,,,,,\n\
             D,d1,,2025-01-02 09:00,fulfilled,,,2030-01-01,,,,\n\
             E,e1,,2025-01-02 09:00,fulfilled,,,,died,,,\n"
        );
        let summary = told(&house, &rows).await;
        let dirt: Vec<_> = summary
            .dirt
            .iter()
            .map(|(kind, count)| (kind.as_str(), *count))
            .collect();
        assert_eq!(
            dirt,
            [
                ("ahead", 1),
                ("empty", 1),
                ("far", 1),
                ("missing", 1),
                ("moment", 1),
                ("other_patient", 1),
                ("shape", 1),
                ("width", 1),
                ("word", 1),
            ]
        );
        let lines: Vec<u64> = {
            let mut lines: Vec<u64> = summary.rejected.iter().map(|one| one.line).collect();
            lines.sort_unstable();
            lines
        };
        assert_eq!(lines, [3, 4, 5, 6, 7, 8, 9, 10, 11]);
        let remarks: Vec<_> = summary
            .remarks
            .iter()
            .map(|(kind, count)| (kind.as_str(), *count))
            .collect();
        assert_eq!(
            remarks,
            [
                ("birth", 1),
                ("booked", 1),
                ("left", 1),
                ("no_outcome", 2),
                ("twice", 2)
            ]
        );
        assert_eq!((summary.imported, summary.changed), (5, 1));
        assert!(
            !format!("{summary:?}").contains(&long),
            "no cell of the table is quoted"
        );
    })
    .await;
}

#[tokio::test]
async fn a_map_that_names_only_the_no_shows_leaves_the_rest_to_the_day() {
    alone(|house: House| async move {
        let table = "PatientId,AppointmentID,ScheduledDay,AppointmentDay,No-show\n\
             29872499824296,5642903,2025-04-29T18:38:08Z,2025-04-29T00:00:00Z,No\n\
             558997776694438,5642503,2025-04-20T16:08:27Z,2025-04-29T00:00:00Z,Yes\n\
             558997776694438,5642504,2025-12-20T16:08:27Z,2026-02-01T00:00:00Z,No\n";
        let map = "patient=PatientId,id=AppointmentID,booked=ScheduledDay,at=AppointmentDay:zone=practice,status=No-show:no-show=Yes";
        let summary = read(&house, map, table).await;
        assert_eq!((summary.imported, summary.patients), (3, 2));
        let report = no_shows(&house.app, &house.practice, Time::MIN, house.now()).await.expect("a report");
        assert_eq!((report.all.appointments, report.all.no_shows), (2, 1));
        assert_eq!(report.by_lead[0].rate(), Some(0.0));
        assert_eq!((report.by_lead[4].appointments, report.by_lead[4].rate()), (1, Some(1.0)));
    })
    .await;
}

#[tokio::test]
async fn the_lists_behind_the_figures_hold_the_same_patients() {
    alone(|house: House| async move {
        told(&house, PRACTICE).await;
        settings::set(&house.app, house.practice.id, "retention.age", 21)
            .await
            .expect("set");
        let names = async |desk, of| {
            let filter = Filter {
                list: of,
                month: None,
            };
            let page = list(&house.app, desk, filter, None).await.expect("a list");
            page.rows.into_iter().map(|row| row.name).collect::<Vec<_>>()
        };
        assert_eq!(names(&house.ben, List::Lost).await, ["D", "C"]);
        assert_eq!(
            names(&house.anna, List::Lost).await,
            ["C"],
            "D's visit is for clinicians alone"
        );
        assert_eq!(names(&house.ben, List::Kept).await, ["A", "B"]);
        assert_eq!(names(&house.ben, List::Out).await, ["E", "F"]);
        assert_eq!(names(&house.ben, List::New).await, ["H"]);
        assert_eq!(names(&house.ben, List::Missed).await, ["G"]);
        let page = figures(&house.app, &house.anna)
            .await
            .expect("figures")
            .expect("visits");
        // The record begins in June 2023: from June 2024 on a first visit tells of a new patient.
        assert_eq!(page.new.iter().map(|month| month.patients).sum::<i64>(), 1);
        assert_eq!(page.new[7].heard, [(Some(Heard::Search), 1)]);
        assert_eq!((page.missed.all.appointments, page.missed.all.no_shows), (2, 1));
        assert_eq!(page.never, 1, "G never came");
    })
    .await;
}

#[tokio::test]
async fn lists_go_on_where_the_page_ended() {
    alone(|house: House| async move {
        let rows: String = (0..120).fold(String::new(), |rows, n| {
            rows + &format!("P{n:03},v{n},,2024-01-{:02} 09:00,fulfilled,,,,,,,\n", n % 28 + 1)
        });
        told(&house, &rows).await;
        let filter = Filter {
            list: List::Lost,
            month: None,
        };
        let (mut seen, mut after) = (Vec::new(), None::<String>);
        loop {
            let page = list(&house.app, &house.anna, filter, after.as_deref())
                .await
                .expect("a page");
            seen.extend(page.rows.into_iter().map(|row| (row.at, row.name)));
            after = page.next;
            if after.is_none() {
                break;
            }
        }
        assert_eq!(seen.len(), 120);
        assert!(seen.windows(2).all(|pair| pair[0].0 <= pair[1].0));
        seen.dedup();
        assert_eq!(seen.len(), 120, "nobody twice");
        let wrong = list(&house.app, &house.anna, filter, Some("nonsense")).await;
        assert!(matches!(wrong, Err(Failure::Missing)));
    })
    .await;
}

#[tokio::test]
async fn who_leaves_is_out_from_that_day_on_and_in_again_when_they_come_back() {
    alone(|house: House| async move {
        told(&house, PRACTICE).await;
        let filter = Filter {
            list: List::Lost,
            month: None,
        };
        let page = list(&house.app, &house.ben, filter, None).await.expect("a list");
        let c = page.rows.iter().find(|row| row.name == "C").expect("C").patient;
        let tomorrow = leave(&house.app, &house.anna, c, Left::Died, Some(date(2026, 1, 6))).await;
        assert!(matches!(tomorrow, Err(Failure::Invalid(_))));
        leave(&house.app, &house.anna, c, Left::Transferred, None)
            .await
            .expect("left");
        let twice = leave(&house.app, &house.anna, c, Left::Died, None).await;
        assert!(matches!(twice, Err(Failure::People(_))));
        let report = async || {
            let told = retention(&house.app, &house.practice, house.now()).await;
            told.expect("figures").report
        };
        assert_eq!(report().await.out.get(&Left::Transferred), Some(&1));
        hear(&house.app, &house.anna, c, Some(Heard::Nearby))
            .await
            .expect("heard");
        let shown = people::patient(&house.app, &house.anna, c, None)
            .await
            .expect("a page")
            .visits;
        assert_eq!(
            (shown.heard, shown.left.map(|left| left.reason)),
            (Some(Heard::Nearby), Some(Left::Transferred))
        );
        assert_eq!(shown.visits.len(), 4);
        come_back(&house.app, &house.anna, c).await.expect("back");
        assert_eq!(report().await.out.get(&Left::Transferred), None);
        let never = come_back(&house.app, &house.anna, c).await;
        assert!(matches!(never, Err(Failure::People(_))));
    })
    .await;
}

#[tokio::test]
async fn the_promise_warns_before_it_breaks_and_remembers_its_months() {
    alone(|house: House| async move {
        let promise = async || {
            promises::one(&house.app, &house.practice, Name::Retention)
                .await
                .expect("a promise")
        };
        assert_eq!(promise().await.standing, Standing::NotMeasured);
        told(&house, PRACTICE).await;
        settings::set(&house.app, house.practice.id, "retention.percent", 40)
            .await
            .expect("set");
        let shown = promise().await;
        let Figures::Retention(now) = &shown.figures else {
            panic!("{shown:?}");
        };
        // A, B, C, D and F; D's visit of 10 July 2023 leaves the window within a month.
        assert_eq!((now.report.patients, now.report.kept(), now.leaving), (5, 2, 1));
        assert_eq!(shown.standing, Standing::Kept);
        settings::set(&house.app, house.practice.id, "retention.percent", 50)
            .await
            .expect("set");
        assert_eq!(promise().await.standing, Standing::Broken);
        let past = promises::history(&house.app, &house.practice, Name::Retention)
            .await
            .expect("a history");
        let History::Retention { months, .. } = past else {
            panic!("{past:?}");
        };
        assert_eq!(
            months.last().map(|(_, report)| report.clone()),
            Some(now.report.clone())
        );
        assert!(months.len() >= 12, "{months:?}");
    })
    .await;
}
