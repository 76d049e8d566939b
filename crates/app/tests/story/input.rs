//! What people type that can't be taken: the field is named, and nothing of the rest is kept.

use anteroom_app::practices::{Administrator, Founding};
use anteroom_app::requests::view::{Ask, Say};
use anteroom_app::{Failure, hours, practices, requests, staff};
use anteroom_core::access::Role;
use anteroom_core::limits;
use anteroom_core::requests::{After, Via};
use anteroom_core::text::Fault;

use crate::house::{House, missing, told};

fn faults<T: std::fmt::Debug>(done: Result<T, Failure>) -> Vec<(&'static str, Fault)> {
    match done {
        Err(Failure::Invalid(faults)) => faults
            .into_iter()
            .map(|fault| (fault.field, fault.fault))
            .collect(),
        other => panic!("taken: {other:?}"),
    }
}

fn long(letters: usize) -> String {
    "x".repeat(letters)
}

/// The form with something else typed into one of its fields.
fn with(mut form: Ask, field: &str, typed: &str) -> Ask {
    let place = match field {
        "name" => &mut form.name,
        "email" => &mut form.email,
        "phone" => &mut form.phone,
        "about" => &mut form.about,
        "words" => &mut form.words,
        "kind" => &mut form.kind,
        "urgency" => &mut form.urgency,
        "location" => &mut form.location,
        "language" => &mut form.language,
        "key" => &mut form.key,
        other => panic!("no field {other}"),
    };
    typed.clone_into(place);
    form
}

#[tokio::test]
async fn every_field_of_the_ask_form_that_cant_be_taken_is_named() {
    told(|house: House| async move {
        let cases = [
            ("name", String::new(), Fault::Missing),
            ("name", " \u{a0} ".to_owned(), Fault::Missing),
            (
                "name",
                long(limits::NAME_MAX + 1),
                Fault::TooLong(limits::NAME_MAX),
            ),
            ("name", "Pa\0ula".to_owned(), Fault::Control),
            ("email", String::new(), Fault::Missing),
            ("email", "paula".to_owned(), Fault::Shape),
            ("phone", "call me".to_owned(), Fault::Shape),
            ("about", "\u{7}".to_owned(), Fault::Control),
            ("words", "\r\n".to_owned(), Fault::Missing),
            ("words", long(100_000), Fault::TooLong(limits::WORDS_MAX)),
            ("words", "a\0b".to_owned(), Fault::Control),
            ("kind", "surgery".to_owned(), Fault::Shape),
            ("urgency", "now".to_owned(), Fault::Shape),
            ("location", "here".to_owned(), Fault::Shape),
            ("location", house.practice.id.to_string(), Fault::Shape),
            ("language", long(36), Fault::TooLong(limits::LANGUAGE_MAX)),
            ("key", long(121), Fault::TooLong(limits::LABEL_MAX)),
        ];
        for (field, typed, fault) in cases {
            let form = with(house.form("Can I come?"), field, &typed);
            let refused = requests::ask(&house.app, &house.practice, &form).await;
            assert_eq!(faults(refused), [(field, fault)]);
        }
        assert_eq!(house.rows().await.requests.len(), 0);
    })
    .await;
}

#[tokio::test]
async fn all_fields_that_cant_be_taken_are_named_at_once() {
    told(|house: House| async move {
        let worst = Ask {
            name: "\0".to_owned(),
            ..Ask::default()
        };
        let refused = requests::ask(&house.app, &house.practice, &worst).await;
        let named: Vec<_> = faults(refused).into_iter().map(|(field, _)| field).collect();
        assert_eq!(named, ["email", "name", "words"]);
        let unreached = with(house.form("Can I come?"), "email", "");
        let started = requests::start(&house.app, &house.anna, &unreached).await;
        started.expect("a member needs no address");
    })
    .await;
}

#[tokio::test]
async fn the_longest_words_in_any_script_are_kept_letter_by_letter() {
    told(|house: House| async move {
        let words = "𝕬".repeat(limits::WORDS_MAX);
        let asked = house.ask(&words).await;
        assert_eq!(house.status(&asked).await.lines[0].body, words);
        let quotes = "'; DROP TABLE request; -- ?1 $1 \\ \" \u{202e} \u{200b}";
        let asked = house.ask(quotes).await;
        assert_eq!(house.status(&asked).await.lines[0].body, quotes);
    })
    .await;
}

#[tokio::test]
async fn what_staff_and_patients_add_is_checked_as_well() {
    told(|house: House| async move {
        let asked = house.ask("Can I come?").await;
        let (app, anna, number) = (&house.app, &house.anna, asked.number);
        let fine = house.say(number, "fine").await;
        for (words, fault) in [
            (String::new(), Fault::Missing),
            (long(100_000), Fault::TooLong(limits::WORDS_MAX)),
            ("a\0b".to_owned(), Fault::Control),
        ] {
            let say = Say {
                words,
                ..fine.clone()
            };
            let named = vec![("words", fault)];
            assert_eq!(
                faults(requests::reply(app, anna, number, &say, Via::Writing, After::Wait).await),
                named
            );
            assert_eq!(faults(requests::note(app, anna, number, &say).await), named);
            assert_eq!(faults(requests::attempt(app, anna, number, &say).await), named);
            assert_eq!(
                faults(requests::write_on(app, &house.practice, &asked.token, &say).await),
                named
            );
            assert_eq!(
                faults(requests::answer_obligation(app, anna, number, "x", &say).await),
                named
            );
        }
        let finding = requests::answer_obligation(app, anna, number, "", &fine).await;
        assert_eq!(faults(finding), [("finding", Fault::Missing)]);
        assert_eq!(
            faults(hours::change(app, &house.practice, "Mon 25:00").await),
            [("hours", Fault::Shape)]
        );
        missing(requests::queue(app, anna, anteroom_app::requests::view::View::All, Some("x.y")).await);
        missing(requests::page(app, anna, i64::MIN).await);
        missing(requests::status(app, &house.practice, &long(100_000)).await);
        missing(requests::status(app, &house.practice, "").await);
        assert_eq!(house.page(number).await.lines.len(), 2);
    })
    .await;
}

#[tokio::test]
async fn a_founding_names_every_field_that_cant_be_taken() {
    told(|house: House| async move {
        let bad = Founding {
            slug: "Two Words".to_owned(),
            timezone: "Mars/Olympus".to_owned(),
            hours: "whenever".to_owned(),
            phone: "none".to_owned(),
            ..Founding::default()
        };
        let nobody = Administrator {
            name: "\0".to_owned(),
            login: "x".to_owned(),
            password: "short".to_owned(),
        };
        let refused = practices::found(&house.app, &bad, Some(&nobody)).await;
        let mut named: Vec<_> = faults(refused).into_iter().map(|(field, _)| field).collect();
        named.sort_unstable();
        let all = [
            "login",
            "name",
            "password",
            "phone",
            "slug",
            "timezone",
            "your_name",
        ];
        assert_eq!(named, all, "hours can't be read without a zone");
    })
    .await;
}

#[tokio::test]
async fn a_founding_that_cant_be_founds_nothing() {
    told(|house: House| async move {
        let app = &house.app;
        let good = Founding {
            name: "South".to_owned(),
            slug: "south".to_owned(),
            timezone: "UTC".to_owned(),
            ..Founding::default()
        };
        for (slug, hours, named) in [
            ("north", "", ("slug", Fault::Taken)),
            ("desk", "", ("slug", Fault::Taken)),
            ("south", "whenever", ("hours", Fault::Shape)),
        ] {
            let (slug, hours) = (slug.to_owned(), hours.to_owned());
            let founding = Founding {
                slug,
                hours,
                ..good.clone()
            };
            assert_eq!(faults(practices::found(app, &founding, None).await), [named]);
        }
        missing(practices::set_up(app, &good, &admin()).await);
        assert_eq!(practices::list(app, "", 10).await.expect("a list").len(), 1);
        let login = admin();
        let enrol = || staff::enrol(app, &house.practice, &login, Role::FrontDesk);
        enrol()
            .await
            .expect("the set-up that was refused left no account");
        assert_eq!(faults(enrol().await), [("login", Fault::Taken)]);
    })
    .await;
}

fn admin() -> Administrator {
    Administrator {
        name: "Ada Admin".to_owned(),
        login: "ada@example.org".to_owned(),
        password: "a long enough phrase".to_owned(),
    }
}
