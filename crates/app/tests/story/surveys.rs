//! Surveys: who is asked and who is not, what follows from an answer, and what is brought in.

use std::collections::BTreeMap;
use std::sync::Arc;

use anteroom_app::requests::view::{Asked, Resolution};
use anteroom_app::settings::changes::Hand;
use anteroom_app::surveys::{self, Answered, Asking, FIELDS, Link, Question};
use anteroom_app::visits::{self, Entry, Whose};
use anteroom_app::{Failure, letters, promises, requests};
use anteroom_core::access::Role;
use anteroom_core::ids::PatientId;
use anteroom_core::people::relations::Relation;
use anteroom_core::people::{RelationKind, System, address_key};
use anteroom_core::promises::Standing;
use anteroom_core::requests::kinds::Kind;
use anteroom_core::requests::{After, Door, EntryKind, State};
use anteroom_core::surveys::Skip;
use anteroom_core::visits::{Status, Told};
use anteroom_core::{Span, limits};
use anteroom_store::PracticeTx;
use anteroom_store::people::Address;
use anteroom_wire::mapped::{Map, Rows};

use crate::house::{House, at, member, missing, told, words};
use crate::office::{Office, with_mail};

mod brought;
mod closing;

/// What a practice sets, but for what a tale sets itself.
pub(crate) async fn set(house: &House, fields: &[(&str, &str)]) -> Result<(), Failure> {
    let setting = surveys::setting(&house.app, &house.practice).await?;
    let mut typed: BTreeMap<&str, String> = setting.fields.into_iter().collect();
    typed.extend(fields.iter().map(|(name, value)| (*name, (*value).to_owned())));
    let typed = move |name: &str| typed.get(name).cloned().unwrap_or_default();
    surveys::set(&house.app, &house.practice, &Hand::operator(), typed).await
}

/// The house with mail, where everybody is asked at once at any hour.
pub(crate) async fn asking(house: House) -> (House, Arc<Office>) {
    let (house, office) = with_mail(house).await;
    let fields = [
        ("surveys.on", "1"),
        ("surveys.delay_hours", "0"),
        ("surveys.from", "0:00"),
        ("surveys.until", "24:00"),
    ];
    set(&house, &fields).await.expect("set");
    (house, office)
}

/// Sends what is due.
pub(crate) async fn post(house: &House) {
    while letters::round(&house.app).await.expect("a round of letters") {}
}

/// A request that was answered and is done.
pub(crate) async fn done(house: &House, form: anteroom_app::requests::view::Ask) -> Asked {
    let asked = requests::ask(&house.app, &house.practice, &form)
        .await
        .expect("asked");
    house.answer(asked.number, "Yes.", After::Close).await;
    post(house).await;
    asked
}

/// The secrets of the links that asked whoever has this address.
pub(crate) fn links(office: &Office, to: &str) -> Vec<String> {
    let asks = office.given().into_iter().filter(|mail| {
        let survey = mail.subject.starts_with("survey");
        survey && mail.to == to
    });
    asks.map(|mail| mail.text.rsplit('/').next().unwrap_or_default().to_owned())
        .collect()
}

pub(crate) const PAULA: &str = "paula@example.org";

/// Paula is asked; her link.
pub(crate) async fn paula(house: &House, office: &Office) -> String {
    done(house, house.form("Can I come?")).await;
    links(office, PAULA).pop().expect("a link")
}

pub(crate) fn score(score: &str) -> Answered {
    Answered {
        score: Some(score.to_owned()),
        ..Answered::default()
    }
}

pub(crate) fn said(words: &str, call: bool) -> Answered {
    Answered {
        words: Some((words.to_owned(), call)),
        wish: "Please call me".to_owned(),
        ..Answered::default()
    }
}

pub(crate) async fn answers(house: &House, link: &str, answered: &Answered) -> Result<Asking, Failure> {
    match surveys::answer(&house.app, &house.practice, link, answered).await? {
        Link::Open(asking) => Ok(asking),
        Link::Expired => Err(Failure::Missing),
    }
}

pub(crate) async fn look(house: &House, link: &str) -> Asking {
    match surveys::look(&house.app, &house.practice, link).await {
        Ok(Link::Open(asking)) => asking,
        other => panic!("the link leads nowhere: {other:?}"),
    }
}

pub(crate) async fn page(house: &House) -> surveys::Page {
    surveys::page(&house.app, &house.anna, &Question::default())
        .await
        .expect("a page")
}

async fn in_practice<T: Send + 'static>(
    house: &House,
    write: impl Fn(&mut PracticeTx<'_>) -> Result<T, anteroom_store::StoreError> + Send + 'static,
) -> T {
    let practice = house.app.store.practice(house.practice.id);
    practice.write(move |tx| write(tx)).await.expect("written")
}

#[tokio::test]
async fn a_letter_asks_after_a_request_and_nobody_before_the_practice_says_so() {
    told(|house: House| async move {
        let (house, office) = with_mail(house).await;
        done(&house, house.form("Can I come?")).await;
        assert_eq!(links(&office, PAULA).len(), 0);
        let fields = [("surveys.on", "1"), ("surveys.delay_hours", "3")];
        set(&house, &fields).await.expect("set");
        let two = done(&house, house.form("And my mother?")).await;
        house.pass(Span::from_hours(2)).await;
        post(&house).await;
        assert_eq!(links(&office, PAULA).len(), 0, "three hours later");
        house.pass(Span::from_hours(1)).await;
        post(&house).await;
        let link = links(&office, PAULA).pop().expect("a link");
        let mail = office.given().pop().expect("a letter");
        for word in ["Paula", "mother", "Yes"] {
            assert!(!format!("{}{}", mail.subject, mail.text).contains(word), "{word}");
        }
        let asking = look(&house, &link).await;
        assert!(asking.open && asking.given.is_none());
        assert_eq!(
            house.state(two.number).await,
            State::Resolved,
            "reading it is nothing"
        );
    })
    .await;
}

#[tokio::test]
async fn letters_wait_for_the_hours_that_the_practice_allows() {
    told(|house: House| async move {
        let (house, office) = asking(house).await;
        let fields = [("surveys.from", "9:00"), ("surveys.until", "19:00")];
        set(&house, &fields).await.expect("set");
        house.until("Mon 19:30").await;
        done(&house, house.form("Can I come?")).await;
        house.until("Tue 08:59").await;
        post(&house).await;
        assert_eq!(links(&office, PAULA).len(), 0);
        house.until("Tue 09:00").await;
        post(&house).await;
        assert_eq!(links(&office, PAULA).len(), 1);
    })
    .await;
}

#[tokio::test]
async fn a_household_is_asked_once_in_the_time_that_the_practice_sets() {
    told(|house: House| async move {
        let (house, office) = asking(house).await;
        let form = |name: &str, email: &str| anteroom_app::requests::view::Ask {
            name: name.to_owned(),
            email: email.to_owned(),
            phone: "512 555 0100".to_owned(),
            ..house.form("Can I come?")
        };
        done(&house, form("Paula Pratt", PAULA)).await;
        done(&house, form("Paula Pratt", PAULA)).await;
        done(&house, form("Peter Pratt", "peter@example.org")).await;
        assert_eq!(links(&office, PAULA).len(), 1);
        assert_eq!(
            links(&office, "peter@example.org").len(),
            0,
            "they share a telephone"
        );
        let stranger = anteroom_app::requests::view::Ask {
            name: "Ada Stone".to_owned(),
            email: "ada@example.org".to_owned(),
            ..house.form("Can I come?")
        };
        done(&house, stranger).await;
        assert_eq!(links(&office, "ada@example.org").len(), 1);
        house.pass(Span::from_days(91)).await;
        done(&house, form("Peter Pratt", "peter@example.org")).await;
        assert_eq!(links(&office, "peter@example.org").len(), 1);
    })
    .await;
}

#[tokio::test]
async fn what_is_sensitive_is_not_asked_about_without_a_confidential_channel() {
    told(|house: House| async move {
        let (house, office) = asking(house).await;
        in_practice(&house, |tx| {
            let kind = Kind {
                code: "private".to_owned(),
                name: "Private".to_owned(),
                clinical_only: false,
                sensitive: true,
                obligation: None,
            };
            anteroom_store::practices::put_kind(tx, &kind)
        })
        .await;
        let form = |house: &House| anteroom_app::requests::view::Ask {
            kind: "private".to_owned(),
            ..house.form("I would rather not say")
        };
        let one = done(&house, form(&house)).await;
        assert_eq!(links(&office, PAULA).len(), 0);
        confide(&house, one.number, System::Email, "safe@example.org").await;
        done(&house, form(&house)).await;
        assert_eq!(
            (
                links(&office, PAULA).len(),
                links(&office, "safe@example.org").len()
            ),
            (0, 1)
        );
    })
    .await;
}

#[tokio::test]
async fn who_is_to_be_reached_by_telephone_alone_is_not_asked_even_if_they_said_so_after_the_letter_was_made()
{
    told(|house: House| async move {
        let (house, office) = asking(house).await;
        set(&house, &[("surveys.delay_hours", "5")]).await.expect("set");
        let one = done(&house, house.form("Can I come?")).await;
        confide(&house, one.number, System::Phone, "5125550177").await;
        house.pass(Span::from_hours(6)).await;
        post(&house).await;
        assert_eq!(links(&office, PAULA).len(), 0);
    })
    .await;
}

/// The person of a request asks to be reached here and nowhere else.
async fn confide(house: &House, number: i64, system: System, address: &'static str) {
    let (app, now) = (house.app.clone(), house.now());
    in_practice(house, move |tx| {
        let request = anteroom_store::requests::load_number(tx, number)?;
        let person = request.and_then(|request| request.person).expect("a person");
        let key = address_key(system, address);
        let point = Address {
            system,
            address,
            key: &key,
        };
        anteroom_store::people::add_point(tx, app.id(), person, (&point, true), now)
    })
    .await;
}

#[tokio::test]
async fn a_request_that_is_open_again_is_not_asked_about_and_neither_is_one_that_asked_for_nothing() {
    told(|house: House| async move {
        let (house, office) = asking(house).await;
        set(&house, &[("surveys.delay_hours", "5")]).await.expect("set");
        let one = done(&house, house.form("Can I come?")).await;
        house.write_on(&one, "But when?").await;
        house.pass(Span::from_hours(6)).await;
        post(&house).await;
        assert_eq!(links(&office, PAULA).len(), 0);
        let spam = anteroom_app::requests::view::Ask {
            email: "spam@example.org".to_owned(),
            name: "Sam Spam".to_owned(),
            ..house.form("Buy")
        };
        let spam = requests::ask(&house.app, &house.practice, &spam)
            .await
            .expect("asked");
        let say = Resolution {
            reason: Some(anteroom_core::requests::NoReply::Spam),
            seen: house.page(spam.number).await.version,
        };
        requests::resolve(&house.app, &house.anna, spam.number, say)
            .await
            .expect("closed");
        house.pass(Span::from_hours(6)).await;
        post(&house).await;
        assert_eq!(links(&office, "spam@example.org").len(), 0);
    })
    .await;
}

#[tokio::test]
async fn the_draw_takes_its_share_and_the_same_people_however_often_it_is_asked() {
    told(|house: House| async move {
        let (house, office) = asking(house).await;
        let fields = [("surveys.percent", "30"), ("surveys.cooldown_days", "1")];
        set(&house, &fields).await.expect("set");
        let address = |at: usize| format!("p{at}@example.org");
        for round in 0..2 {
            for person in 0..40 {
                let form = anteroom_app::requests::view::Ask {
                    name: format!("Person {person}"),
                    email: address(person),
                    ..house.form(&format!("Question {round}"))
                };
                done(&house, form).await;
            }
        }
        let asked: Vec<usize> = (0..40).map(|at| links(&office, &address(at)).len()).collect();
        let drawn = asked.iter().filter(|times| **times > 0).count();
        assert!((4..=20).contains(&drawn), "{drawn} of 40");
        assert!(
            asked.iter().all(|times| *times <= 1),
            "a household rests: {asked:?}"
        );
    })
    .await;
}

#[tokio::test]
async fn settings_that_make_no_sense_are_named_field_by_field_and_changes_are_noted() {
    told(|house: House| async move {
        let wrong = [
            ("surveys.percent", "0"),
            ("surveys.delay_hours", "ten"),
            ("surveys.from", "20:00"),
            ("surveys.until", "8:00"),
            ("surveys.target", "101"),
        ];
        let Err(Failure::Invalid(faults)) = set(&house, &wrong).await else {
            panic!("taken");
        };
        let fields: Vec<_> = faults.iter().map(|fault| fault.field).collect();
        for field in [
            "surveys.percent",
            "surveys.delay_hours",
            "surveys.until",
            "surveys.target",
        ] {
            assert!(fields.contains(&field), "{field}: {fields:?}");
        }
        assert!(set(&house, &[("surveys.owner", "nobody")]).await.is_err());
        let mona = member(&house.app, &house.practice, "Mona Moss", Role::Manager).await;
        let owner = mona.member.id.to_string();
        let fields = [
            ("surveys.owner", owner.as_str()),
            ("surveys.question.es", "¿Nos recomendaría?"),
        ];
        set(&house, &fields).await.expect("set");
        let list = anteroom_app::settings::changes::list(&house.app, &house.practice, None, None);
        let rows = list.await.expect("a list").rows;
        let row = rows
            .iter()
            .find(|row| row.field == "surveys.owner")
            .expect("noted");
        assert_eq!((row.before.as_str(), row.after.as_str()), ("", "Mona Moss"));
        let setting = surveys::setting(&house.app, &house.practice)
            .await
            .expect("a setting");
        assert_eq!(setting.rules.question("es"), Some("¿Nos recomendaría?"));
        assert_eq!(setting.fields.len(), FIELDS.len());
    })
    .await;
}

/// Paula's son, about whom she speaks by a relation that Anna verified.
async fn leo(house: &House, number: i64) -> PatientId {
    let child = anteroom_app::people::view::TypedPatient {
        name: "Leo Pratt".to_owned(),
        ..Default::default()
    };
    let patient = anteroom_app::people::add_patient(&house.app, &house.anna, &child)
        .await
        .expect("a patient");
    let (member, now) = (house.anna.member.id, house.now());
    in_practice(house, move |tx| {
        let request = anteroom_store::requests::load_number(tx, number)?;
        let relation = Relation {
            person: request.and_then(|request| request.person).expect("a person"),
            patient,
            kind: RelationKind::Parent,
            verified: true,
            valid_until: None,
        };
        anteroom_store::people::relations::insert(tx, &relation, Some((member, now)))
    })
    .await;
    patient
}

#[tokio::test]
async fn after_a_visit_whoever_speaks_for_the_patient_by_a_verified_relation_is_asked_once() {
    told(|house: House| async move {
        let (house, office) = asking(house).await;
        set(&house, &[("surveys.trigger", "visits")]).await.expect("set");
        let one = done(&house, house.form("Can Leo come?")).await;
        assert_eq!(links(&office, PAULA).len(), 0, "not after a request");
        let patient = leo(&house, one.number).await;
        let visit = surveys::Visit {
            id: [7; 16],
            patient,
            location: None,
            doctor: "Dr Shah".to_owned(),
            sensitive: false,
        };
        let visited = async |visit: &surveys::Visit| {
            let asked = surveys::visited(&house.app, &house.practice, visit).await;
            asked.expect("looked into")
        };
        let nobodys = anteroom_app::people::view::TypedPatient {
            name: "Ada Stone".to_owned(),
            ..Default::default()
        };
        let nobodys = anteroom_app::people::add_patient(&house.app, &house.anna, &nobodys).await;
        let alone = surveys::Visit {
            patient: nobodys.expect("a patient"),
            ..visit.clone()
        };
        assert_eq!(visited(&alone).await, Err(Skip::NoWay), "nobody speaks for her");
        let sensitive = surveys::Visit {
            sensitive: true,
            ..visit.clone()
        };
        assert_eq!(visited(&sensitive).await, Err(Skip::Sensitive));
        assert_eq!(visited(&visit).await, Ok(()));
        assert_eq!(visited(&visit).await, Err(Skip::Rests), "once");
        house.pass(limits::UNDO).await;
        post(&house).await;
        let link = links(&office, PAULA).pop().expect("a link");
        answers(&house, &link, &score("9")).await.expect("answered");
        assert_eq!(page(&house).await.answers[0].doctor, "Dr Shah");
    })
    .await;
}

#[tokio::test]
async fn a_calendar_that_tells_of_yesterday_asks_once_and_not_about_what_is_long_over() {
    told(|house: House| async move {
        let (house, office) = asking(house).await;
        set(&house, &[("surveys.trigger", "visits")]).await.expect("set");
        let one = done(&house, house.form("Can Leo come?")).await;
        let patient = leo(&house, one.number).await;
        let told = |id: &str, days: i64, status: Status| Entry {
            whose: Whose::Patient(patient),
            id: id.to_owned(),
            told: Told {
                status: Some(status),
                starts: house.now() - Span::from_days(days),
                booked: None,
                ended: None,
            },
            doctor: "Dr Lee".to_owned(),
            location: String::new(),
            sensitive: false,
            left: None,
            heard: None,
        };
        let sent = async |entries: Vec<Entry>| {
            visits::take(&house.app, &house.practice, entries)
                .await
                .expect("taken");
            house.pass(limits::UNDO).await;
            post(&house).await;
            links(&office, PAULA).len()
        };
        let over = vec![told("v1", 10, Status::Fulfilled), told("v2", 1, Status::NoShow)];
        assert_eq!(sent(over).await, 0, "one is long over, to the other nobody came");
        let yesterday = vec![told("v3", 1, Status::Fulfilled)];
        assert_eq!(sent(yesterday.clone()).await, 1);
        assert_eq!(sent(yesterday).await, 1, "told twice");
    })
    .await;
}
