use jiff::civil::date;

use super::*;

const TODAY: Date = date(2026, 11, 3);
const MOTHER: PersonId = PersonId([1; 16]);
const LEO: PatientId = PatientId([2; 16]);
const ANA: PatientId = PatientId([3; 16]);

fn relation(kind: RelationKind, patient: PatientId, verified: bool) -> Relation {
    Relation {
        person: MOTHER,
        patient,
        kind,
        verified,
        valid_until: None,
    }
}

fn until(relation: Relation, until: Date) -> Relation {
    Relation {
        valid_until: Some(until),
        ..relation
    }
}

#[test]
fn a_parents_relation_ends_at_the_18th_birthday() {
    let parent = |birth| usual_end(RelationKind::Parent, Some(birth));
    assert_eq!(parent(date(2010, 5, 3)), Some(date(2028, 5, 3)));
    assert_eq!(parent(date(2008, 2, 29)), Some(date(2026, 3, 1)));
    assert_eq!(usual_end(RelationKind::Parent, None), None);
    for kind in [
        RelationKind::Own,
        RelationKind::Guardian,
        RelationKind::Carer,
        RelationKind::NoAccess,
    ] {
        assert_eq!(usual_end(kind, Some(date(2010, 5, 3))), None, "{kind}");
    }
}

#[test]
fn on_the_birthday_itself_the_parent_has_no_access_any_more() {
    let parent = until(relation(RelationKind::Parent, LEO, true), TODAY);
    assert_eq!(parent.standing(TODAY), Standing::Ended);
    assert_eq!(parent.standing(TODAY.yesterday().unwrap()), Standing::Verified);
}

#[test]
fn no_access_wins_over_everything_while_its_order_holds() {
    let order = relation(RelationKind::NoAccess, LEO, false);
    let parent = relation(RelationKind::Parent, LEO, true);
    assert_eq!(strongest([parent, order], TODAY), Some(order));
    assert_eq!(strongest([order, parent], TODAY), Some(order));
    let over = until(order, TODAY);
    assert_eq!(strongest([over, parent], TODAY), Some(parent));
    assert_eq!(strongest([], TODAY), None);
}

#[test]
fn the_front_desk_neither_lifts_nor_shortens_a_court_order() {
    let order = relation(RelationKind::NoAccess, LEO, true);
    let dated = until(order, date(2027, 1, 1));
    let parent = relation(RelationKind::Parent, LEO, true);
    let earlier = until(order, date(2026, 12, 1));
    for (old, new) in [
        (order, None),
        (order, Some(parent)),
        (order, Some(dated)),
        (dated, Some(earlier)),
    ] {
        let changed = |role| may_change(Some(&old), new.as_ref(), role);
        assert_eq!(changed(Role::FrontDesk), Err(Refusal::OrderStands), "{new:?}");
        assert_eq!(changed(Role::Clinician), Ok(()));
    }
    for (old, new) in [
        (None, Some(order)),
        (Some(parent), Some(order)),
        (Some(parent), None),
        (Some(dated), Some(order)),
        (Some(order), Some(order)),
    ] {
        assert_eq!(may_change(old.as_ref(), new.as_ref(), Role::FrontDesk), Ok(()));
    }
}

#[test]
fn a_rule_names_the_patient_only_where_one_verified_relation_leaves_no_choice() {
    let leo = (relation(RelationKind::Parent, LEO, true), "Leo Garza");
    let rule = |relations: &[(Relation, &str)], about: &str| by_rule(relations, about, TODAY);
    assert_eq!(rule(&[leo], ""), Some(LEO));
    assert_eq!(rule(&[leo], "my son LEO"), Some(LEO));
    assert_eq!(
        rule(&[leo], "my daughter Ana"),
        None,
        "it speaks of somebody else"
    );
    assert_eq!(rule(&[], ""), None);
    let unverified = (relation(RelationKind::Parent, LEO, false), "Leo Garza");
    assert_eq!(rule(&[unverified], ""), None);
    let ended = (until(leo.0, TODAY), "Leo Garza");
    assert_eq!(rule(&[ended], ""), None);
    let ana = (relation(RelationKind::Parent, ANA, false), "Ana Garza");
    assert_eq!(rule(&[leo, ana], ""), None, "the second child may be meant");
    let ana_of_age = (until(ana.0, TODAY), "Ana Garza");
    assert_eq!(rule(&[leo, ana_of_age], ""), Some(LEO));
    let barred = (relation(RelationKind::NoAccess, ANA, false), "Ana Garza");
    assert_eq!(rule(&[leo, barred], ""), None);
    assert_eq!(rule(&[barred], ""), None);
}
