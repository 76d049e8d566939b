use proptest::prelude::*;

use super::*;

fn id() -> impl Strategy<Value = [u8; 16]> {
    any::<[u8; 16]>()
}

fn filter() -> impl Strategy<Value = Filter> {
    let owner = prop_oneof![
        Just(Owner::Me),
        Just(Owner::Nobody),
        id().prop_map(|id| Owner::Member(id.into()))
    ];
    let team = prop_oneof![Just(Team::Mine), id().prop_map(|id| Team::Of(id.into()))];
    let code = "[a-z0-9-]{1,40}".prop_map(|text| Code::new(&text).expect("a slug"));
    let who = (
        prop::sample::select(Pile::ALL),
        prop::option::of(owner),
        prop::option::of(team),
        prop::sample::select(Sort::ALL),
    );
    let what = (
        prop::option::of(code.clone()),
        prop::option::of(prop::sample::select(Urgency::ALL)),
        prop::option::of(code),
        prop::option::of(prop::sample::select(Door::ALL)),
        prop::option::of(id().prop_map(LocationId)),
        any::<(bool, bool)>(),
    );
    (who, what).prop_map(
        |((pile, owner, team, sort), (kind, urgency, language, door, location, (danger, overdue)))| Filter {
            pile,
            owner,
            team,
            kind,
            urgency,
            language,
            door,
            location,
            danger,
            overdue,
            sort,
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(500) })]

    #[test]
    fn a_filter_reads_back_from_its_own_url_and_needs_no_escape(filter in filter()) {
        let query = filter.query();
        prop_assert!(query.len() <= limits::FILTER);
        prop_assert!(query.bytes().all(|letter| letter.is_ascii_alphanumeric() || b"-_=&".contains(&letter)));
        prop_assert_eq!(Filter::read(&query), Ok(filter));
    }

    #[test]
    fn no_text_breaks_the_reading(text in ".{0,700}") {
        if let Ok(filter) = Filter::read(&text) {
            prop_assert_eq!(Filter::read(&filter.query()), Ok(filter));
        }
    }
}

#[test]
fn what_is_no_value_of_a_part_is_no_filter() {
    for text in [
        "state=closed",
        "owner=maria",
        "team=0",
        "kind=a%20b",
        "urgency=yesterday",
        "door=window",
        "location=1",
        "danger=no",
        "overdue=1",
        "sort=name",
        "view=mine",
        "state",
    ] {
        assert_eq!(Filter::read(text), Err(NotAFilter), "{text}");
    }
    assert_eq!(Filter::read("kind="), Ok(Filter::default()));
}

fn group(member: Option<MemberId>, kind: &str, count: i64) -> Group {
    Group {
        member,
        team: None,
        kind: kind.to_owned(),
        urgency: Urgency::Normal,
        language: "en".to_owned(),
        door: Door::Web,
        location: None,
        danger: false,
        overdue: false,
        count,
    }
}

#[test]
fn a_facet_counts_what_each_choice_would_show_beside_the_other_parts() {
    let (me, other) = (MemberId([1; 16]), MemberId([2; 16]));
    let groups = [
        group(Some(me), "refill", 3),
        group(Some(other), "refill", 2),
        group(None, "billing", 4),
    ];
    let viewer = Viewer {
        member: me,
        teams: &[],
    };
    let filter = Filter {
        kind: Code::new("refill"),
        ..Filter::default()
    };
    let kinds = filter.facet("kind", &groups, viewer);
    assert_eq!(kinds, [("billing".to_owned(), 4), ("refill".to_owned(), 5)]);
    let mut owners = filter.facet("owner", &groups, viewer);
    owners.sort();
    assert_eq!(
        owners,
        [(me.to_string(), 3), (other.to_string(), 2), ("me".to_owned(), 3)]
    );
}
