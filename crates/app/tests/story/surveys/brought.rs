//! Answers that are brought in from a table.

use super::*;

const TABLE: &str = "When,How likely,Why,Doctor\n\
    2025-12-01,10,Kind people,Dr Shah\n\
    2025-12-01,10,Kind people,Dr Shah\n\
    2025-12-02 14:30,6,,Dr Lee\n\
    2025-12-03,9.0,,\n\
    2025-12-04,11,,\n\
    2025-12-04,-1,,\n\
    2025-12-04,8.5,,\n\
    2025-12-04,good,,\n\
    2025-12-04,,,\n\
    ,7,,\n\
    2025-13-01,7,,\n\
    1925-12-01,7,,\n\
    2036-12-01,7,,\n\
    2025-12-05,7\n";

async fn bring(house: &House, table: &str) -> surveys::Brought {
    let map = Map::parse(
        "at=When,score=How likely,comment=Why,group=Doctor",
        surveys::COLUMNS,
    )
    .expect("a map");
    let rows = Rows::open(table.as_bytes(), &map).expect("a table");
    surveys::bring_in(&house.app, &house.practice, rows, |_| {})
        .await
        .expect("brought in")
}

#[tokio::test]
async fn a_table_is_brought_in_once_with_each_kind_of_dirt_counted_and_listed() {
    told(|house: House| async move {
        let first = bring(&house, TABLE).await;
        assert_eq!((first.read, first.imported, first.known), (14, 4, 0));
        let dirt: Vec<_> = first.dirt.iter().map(|(kind, count)| (*kind, *count)).collect();
        assert_eq!(
            dirt,
            [
                ("date", 2),
                ("missing", 2),
                ("moment", 1),
                ("score", 3),
                ("shape", 1),
                ("width", 1)
            ]
        );
        let lines: Vec<u64> = first.rejected.iter().map(|bad| bad.line).collect();
        assert_eq!(lines, [6, 7, 8, 9, 10, 11, 12, 13, 14, 15]);
        let again = bring(&house, TABLE).await;
        assert_eq!(
            (again.imported, again.known),
            (0, 4),
            "the same table is the same answers"
        );
        let now = page(&house).await;
        assert_eq!((now.tally.promoters, now.tally.detractors), (3, 1));
        let groups: Vec<_> = now.labels.iter().map(|group| group.value.as_str()).collect();
        assert_eq!(groups, ["Dr Lee", "Dr Shah"]);
        assert_eq!(now.asked.rate(), None, "nobody was asked here");
    })
    .await;
}

#[tokio::test]
async fn a_filter_shows_one_groups_answers_and_its_own_figures() {
    told(|house: House| async move {
        bring(&house, TABLE).await;
        let question = Question {
            filter: surveys::Filter {
                label: Some("Dr Lee".to_owned()),
                ..surveys::Filter::default()
            },
            ..Question::default()
        };
        let page = surveys::page(&house.app, &house.anna, &question)
            .await
            .expect("a page");
        assert_eq!((page.tally.n(), page.answers.len()), (1, 1));
        assert_eq!(page.scores[6], 1);
        let words = Question {
            comments: true,
            ..Question::default()
        };
        let page = surveys::page(&house.app, &house.anna, &words)
            .await
            .expect("a page");
        assert_eq!(page.answers.len(), 2, "with words alone");
    })
    .await;
}
