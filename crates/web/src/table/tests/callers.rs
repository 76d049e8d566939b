//! Who may knock at which route: every route by every kind of caller, and with the ids of somebody else's rows.

use std::collections::BTreeSet;

use anteroom_app::hours::{NewException, except};
use anteroom_app::people::{self, view::TypedPatient};
use anteroom_app::practices::Practice;
use anteroom_app::settings::changes::Hand;
use anteroom_app::staff::invitations::{self, Invite};
use anteroom_app::views::{self, Wish};
use anteroom_app::{App, appointments, calls, lines, locations, roster, teams};
use anteroom_core::ids::MemberId;
use anteroom_core::views::Filter;

use super::*;

/// Everybody who may knock, with their practice: nobody, each role at Harbor, and who runs another practice.
const CALLERS: [(Option<Role>, &str, &str); 6] = [
    (None, "", ""),
    (Some(Role::FrontDesk), "Maria Reyes", "harbor"),
    (Some(Role::Clinician), "Cleo Brown", "harbor"),
    (Some(Role::Manager), "Mona Moss", "harbor"),
    (Some(Role::Administrator), "Dana Brooks", "harbor"),
    (None, "Nina Patel", "elm"),
];

/// A team, a place, a line and a closure, and the ids of the first three.
async fn settled(app: &App, harbor: &Practice) -> BTreeSet<String> {
    let hand = Hand::operator();
    let team = teams::set(app, harbor, &hand, None, ("Billing", Vec::new())).await;
    let main = locations::Facts {
        name: "Main Street".to_owned(),
        address: "1 Main Street".to_owned(),
        ..locations::Facts::default()
    };
    let main = locations::set(app, harbor, &hand, None, &main).await;
    let line = lines::Facts {
        name: "Front".to_owned(),
        number: "(512) 555-0101".to_owned(),
        ..lines::Facts::default()
    };
    let line = lines::set(app, harbor, &hand, None, &line).await;
    let closed = NewException {
        from: "2026-12-24".to_owned(),
        until: "2026-12-25".to_owned(),
        reason: "Christmas".to_owned(),
        opens: false,
    };
    except(app, harbor, &closed).await.expect("a closure");
    let ids = [
        team.expect("a team").to_string(),
        main.expect("a place").to_string(),
        line.expect("a line").to_string(),
    ];
    ids.into()
}

/// Somebody on shift and on call, and the ids of both.
async fn rostered(app: &App, harbor: &Practice, member: MemberId) -> BTreeSet<String> {
    let hand = Hand::operator();
    let line = lines::list(app, harbor).await.expect("lines").remove(0).0.id;
    let shift = roster::TypedShift {
        member: member.to_string(),
        lines: vec![line.to_string()],
        days: vec!["tue".to_owned()],
        hours: "8:00-17:00".to_owned(),
        ..roster::TypedShift::default()
    };
    let shifts = roster::add(app, harbor, &hand, &shift).await.expect("a shift");
    let duty = roster::TypedDuty {
        member: member.to_string(),
        line: String::new(),
        from: "2026-11-03T17:00".to_owned(),
        until: "2026-11-04T08:00".to_owned(),
    };
    let duty = roster::add_duty(app, harbor, &hand, &duty).await.expect("a duty");
    [shifts[0].to_string(), duty.to_string()].into()
}

/// An article in its category, which helped nobody.
async fn sited(app: &App, harbor: &Practice) {
    use anteroom_app::site::opinions::{self, Typed};
    use anteroom_core::site::search::Language;

    crate::site::stories::furnish(app, harbor).await;
    let no = Typed {
        helpful: "no".to_owned(),
        ..Typed::default()
    };
    let said = opinions::give(app, harbor, ("fever", Language::English), &no).await;
    said.expect("an opinion");
}

/// Harbor with something of every noun, and the ids of it all as its administrator's pages show them.
async fn filled_harbor() -> (House, BTreeSet<String>) {
    let house = two_practices().await;
    let (app, harbor) = (&house.app, house.practice("harbor").await);
    house.enrol(&harbor, "Cleo Brown", Role::Clinician).await;
    house.enrol(&harbor, "Mona Moss", Role::Manager).await;
    house.asked("I have chest pain").await;
    let dana = house.seat("Dana Brooks", "harbor").await.desk;
    let mut ids = settled(app, &harbor).await;
    sited(app, &harbor).await;
    ids.extend(rostered(app, &harbor, dana.member.id).await);
    let invite = Invite {
        name: "Ines Soto".to_owned(),
        login: "ines@harbor.example".to_owned(),
        role: Role::Administrator,
    };
    invitations::invite(app, &dana, &invite).await.expect("invited");
    let wish = Wish {
        name: "Mine".to_owned(),
        shared: true,
    };
    let view = views::save(app, &dana, &Filter::default(), &wish).await;
    let child = TypedPatient {
        name: "Leo Whitfield".to_owned(),
        ..TypedPatient::default()
    };
    let child = people::add_patient(app, &dana, &child).await.expect("a patient");
    let visit = appointments::TypedWish {
        what: "Check-up".to_owned(),
        ..appointments::TypedWish::default()
    };
    let visit = appointments::add_from(app, &dana, 1000, &visit)
        .await
        .expect("a visit");
    let call = calls::ByHand {
        outcome: "answered".to_owned(),
        ..calls::ByHand::default()
    };
    let call = calls::log(app, &dana, &call).await.expect("a call");
    ids.insert(call.to_string());
    ids.insert(view.expect("a view").to_string());
    ids.extend([child.to_string(), visit.to_string(), dana.member.id.to_string()]);
    let mut dana = house.signed_in("Dana Brooks", "harbor").await;
    for path in [
        "requests",
        "requests/1000",
        "requests/1001",
        "requests/1001/about",
        "settings/members",
        "settings/invitations",
        "settings/hours/desk",
        "settings/changes",
        "site",
        "site/work",
        "site/categories",
    ] {
        let page = dana.get(&format!("/desk/harbor/{path}")).await;
        assert_eq!(page.status, StatusCode::OK, "{path}");
        let words = page
            .text
            .split(|letter: char| !(letter.is_ascii_alphanumeric() || letter == '-'));
        ids.extend(words.filter(|word| is_id(word)).map(str::to_owned));
    }
    assert!(ids.len() > 12, "{ids:?}");
    (house, ids)
}

fn is_id(word: &str) -> bool {
    let lengths: Vec<usize> = word.split('-').map(str::len).collect();
    lengths == [8, 4, 4, 4, 12]
        && word
            .chars()
            .all(|letter| letter.is_ascii_hexdigit() || letter == '-')
}

/// The parts of a path that hold an id.
fn id_of(path: &str) -> Option<&'static str> {
    [
        "{letter}",
        "{invitation}",
        "{entry}",
        "{bulk}",
        "{view}",
        "{person}",
        "{patient}",
        "{contact}",
        "{item}",
        "{alert}",
        "{member}",
        "{exception}",
        "{location}",
        "{line}",
        "{team}",
        "{call}",
        "{shift}",
        "{duty}",
        "{article}",
        "{opinion}",
        "{task}",
        "{category}",
    ]
    .into_iter()
    .find(|part| path.contains(part))
}

fn desk_routes() -> Vec<(Route, Right)> {
    let of_desk = |route: Route| match route.needs {
        Needs::Desk(right) => Some((route, right)),
        Needs::Nothing | Needs::SignedIn => None,
    };
    routes().into_iter().filter_map(of_desk).collect()
}

/// A post as its page would send it, with nothing typed.
async fn post(browser: &mut Browser<'_>, path: &str) -> Page {
    let token = crate::seal::session_token(&browser.cookies[seat::COOKIE_NAME]);
    browser.post(path, &[("token", &token)]).await
}

#[tokio::test]
async fn every_route_lets_in_who_holds_its_right_and_is_missing_to_the_byte_for_everybody_else() {
    let (house, _) = filled_harbor().await;
    for (role, name, slug) in CALLERS {
        let mut browser = match name {
            "" => house.browser(),
            _ => house.signed_in(name, slug).await,
        };
        let nothing = browser.get("/desk/nosuch").await;
        for (route, right) in desk_routes() {
            let page = walk(&mut browser, &route, "harbor").await;
            let of = format!("{name} {} {}", route.method, route.path);
            let post = route.method == Method::POST;
            match role {
                None if name.is_empty() => assert_eq!(page.status, StatusCode::SEE_OTHER, "{of}"),
                Some(role) if role.may(right) && post => {
                    assert_eq!(page.status, StatusCode::FORBIDDEN, "{of}: no token");
                }
                Some(role) if role.may(right) => {
                    let known = [StatusCode::OK, StatusCode::SEE_OTHER, StatusCode::NOT_FOUND];
                    assert!(known.contains(&page.status), "{of}: {}", page.status);
                    // A stream is none for who asks for a page.
                    let may_miss = id_of(route.path).is_some() || route.path.ends_with("/live");
                    assert!(may_miss || page.status != StatusCode::NOT_FOUND, "{of}");
                }
                _ => {
                    assert_eq!(page.status, StatusCode::NOT_FOUND, "{of}");
                    assert_eq!(page.text, nothing.text, "{of}");
                }
            }
        }
    }
}

#[tokio::test]
async fn an_id_of_another_practice_is_as_missing_as_one_that_nothing_has() {
    let (house, ids) = filled_harbor().await;
    let elm = house.practice("elm").await;
    house.enrol(&elm, "Otto Elm", Role::FrontDesk).await;
    let mut nina = house.signed_in("Nina Patel", "elm").await;
    let mut asked = 0;
    for (route, _) in desk_routes() {
        let Some(part) = id_of(route.path) else {
            continue;
        };
        let nobodys = filled(&route.path.replace(part, NOBODYS), "elm");
        let missing = match route.method {
            Method::POST => post(&mut nina, &nobodys).await,
            _ => nina.get(&nobodys).await,
        };
        assert!(missing.status.is_client_error(), "{nobodys}: {}", missing.status);
        for id in &ids {
            let path = filled(&route.path.replace(part, id), "elm");
            let page = match route.method {
                Method::POST => post(&mut nina, &path).await,
                _ => nina.get(&path).await,
            };
            assert_eq!(page.status, missing.status, "{} {path}", route.method);
            assert_eq!(
                page.text.replace(id, NOBODYS),
                missing.text,
                "{} {path}",
                route.method
            );
            asked += 1;
        }
    }
    assert!(asked > 300, "{asked} ways");
}

#[tokio::test]
async fn a_form_with_its_token_and_nothing_typed_never_breaks_whoever_sends_it() {
    let (house, _) = filled_harbor().await;
    for (role, name, slug) in CALLERS {
        let Some(role) = role else {
            continue;
        };
        let mut browser = house.signed_in(name, slug).await;
        for (route, right) in desk_routes() {
            if route.method != Method::POST {
                continue;
            }
            let path = filled(route.path, "harbor");
            let page = post(&mut browser, &path).await;
            let of = format!("{name} POST {path}: {}", page.status);
            if role.may(right) {
                assert!(!page.status.is_server_error(), "{of}");
                assert_ne!(page.status, StatusCode::FORBIDDEN, "{of}");
            } else {
                assert_eq!(page.status, StatusCode::NOT_FOUND, "{of}");
            }
        }
    }
}
