//! Letters: what leaves, to whom, in which words and how often, on every database, with a server that can fail.

use anteroom_app::letters::{self, Typed};
use anteroom_app::requests;
use anteroom_app::requests::view::Asked;
use anteroom_app::settings::changes::Hand;
use anteroom_core::messages::{Carried, Letter, Why};
use anteroom_core::people::{System, address_key};
use anteroom_core::requests::kinds::Kind;
use anteroom_core::requests::{After, State};
use anteroom_core::{Span, limits};
use anteroom_store::PracticeTx;
use anteroom_store::messages::Fate;
use anteroom_store::people::Address;

use crate::house::{House, told};
use crate::office::{Office, hanging, with_key, with_mail};

/// Sends what is due.
async fn post(house: &House) {
    while letters::round(&house.app).await.expect("a round of letters") {}
}

/// A request whose receipt has left.
async fn asked(house: &House, words: &str) -> Asked {
    let asked = house.ask(words).await;
    post(house).await;
    asked
}

async fn answered(house: &House, asked: &Asked) {
    house.answer(asked.number, "Yes.", After::Wait).await;
    post(house).await;
}

async fn outbox(house: &House) -> letters::Outbox {
    letters::outbox(&house.app, &house.practice)
        .await
        .expect("an outbox")
}

fn subjects(office: &Office) -> Vec<String> {
    office.given().into_iter().map(|mail| mail.subject).collect()
}

async fn in_practice<T: Send + 'static>(
    house: &House,
    write: impl Fn(&mut PracticeTx<'_>) -> Result<T, anteroom_store::StoreError> + Send + 'static,
) -> T {
    let practice = house.app.store.practice(house.practice.id);
    practice.write(move |tx| write(tx)).await.expect("written")
}

#[tokio::test]
async fn a_patient_hears_that_the_request_arrived_and_that_an_answer_waits_each_with_a_link_of_its_own() {
    told(|house: House| async move {
        let (house, office) = with_mail(house).await;
        let one = asked(&house, "Can I come?").await;
        house.write(one.number, "Yes.", After::Wait).await;
        post(&house).await;
        assert_eq!(office.given().len(), 1, "not before it is irrevocable");
        house.pass(limits::UNDO).await;
        post(&house).await;
        assert_eq!(subjects(&office), ["arrived in \"en\"", "answer in \"en\""]);
        let given = office.given();
        for mail in &given {
            assert_eq!(mail.to, "paula@example.org");
            let token = mail
                .text
                .strip_prefix("https://desk.example/north/status/")
                .expect("a link");
            let opened = Asked {
                token: token.to_owned(),
                ..one.clone()
            };
            assert_eq!(house.status(&opened).await.number, one.number);
            for word in ["Paula", "Yes", "Can I come"] {
                assert!(!format!("{}{}", mail.subject, mail.text).contains(word), "{word}");
            }
        }
        assert_ne!(given[0].text, given[1].text);
        let box_ = outbox(&house).await;
        assert_eq!((box_.waiting, box_.unknown.len(), box_.failed.len()), (0, 0, 0));
    })
    .await;
}

#[tokio::test]
async fn without_mail_nothing_is_written_and_a_reply_that_was_taken_back_is_announced_to_nobody() {
    told(|house: House| async move {
        let one = asked(&house, "Can I come?").await;
        answered(&house, &one).await;
        assert_eq!(outbox(&house).await.waiting, 0);
        let (house, office) = with_mail(house).await;
        let two = asked(&house, "And tomorrow?").await;
        house.write(two.number, "No", After::Wait).await;
        let lines = house.page(two.number).await.lines;
        let entry = crate::house::last(&lines, anteroom_core::requests::EntryKind::Reply);
        requests::take_back(&house.app, &house.anna, two.number, entry)
            .await
            .expect("taken back");
        house.pass(limits::UNDO).await;
        post(&house).await;
        assert_eq!(subjects(&office), ["arrived in \"en\""]);
    })
    .await;
}

#[tokio::test]
async fn a_letter_is_in_the_language_of_its_person() {
    told(|house: House| async move {
        let (house, office) = with_mail(house).await;
        let form = anteroom_app::requests::view::Ask {
            language: "es".to_owned(),
            ..house.form("¿Puedo ir?")
        };
        requests::ask(&house.app, &house.practice, &form)
            .await
            .expect("asked");
        post(&house).await;
        assert_eq!(subjects(&office), ["arrived in \"es\""]);
    })
    .await;
}

#[tokio::test]
async fn a_sensitive_kind_is_told_quietly() {
    told(|house: House| async move {
        let (house, office) = with_mail(house).await;
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
        let form = anteroom_app::requests::view::Ask {
            kind: "private".to_owned(),
            ..house.form("I would rather not say")
        };
        requests::ask(&house.app, &house.practice, &form)
            .await
            .expect("asked");
        post(&house).await;
        assert_eq!(subjects(&office), ["arrived quietly in \"en\""]);
    })
    .await;
}

#[tokio::test]
async fn a_stranger_who_types_her_name_and_phone_is_told_nothing_of_her_requests() {
    told(|house: House| async move {
        let (house, office) = with_mail(house).await;
        let form = |email: &str| anteroom_app::requests::view::Ask {
            email: email.to_owned(),
            phone: "512 555 0100".to_owned(),
            ..house.form("Can I come?")
        };
        let ask = async |email: &str| {
            let asked = requests::ask(&house.app, &house.practice, &form(email)).await;
            asked.expect("asked")
        };
        let hers = ask("paula@example.org").await;
        ask("stranger@example.org").await;
        post(&house).await;
        answered(&house, &hers).await;
        let to: Vec<_> = office.given().into_iter().map(|mail| mail.to).collect();
        assert_eq!(
            to,
            ["paula@example.org", "stranger@example.org", "paula@example.org"]
        );
    })
    .await;
}

#[tokio::test]
async fn the_confidential_channel_outranks_the_address_that_was_given_even_after_the_letter_was_made() {
    told(|house: House| async move {
        let (house, office) = with_mail(house).await;
        let one = asked(&house, "Can I come?").await;
        house.write(one.number, "Yes.", After::Wait).await;
        confide(&house, one.number, System::Email, "safe@example.org").await;
        house.pass(limits::UNDO).await;
        post(&house).await;
        assert_eq!(office.given().last().expect("a letter").to, "safe@example.org");
    })
    .await;
}

#[tokio::test]
async fn who_is_to_be_reached_by_telephone_alone_gets_no_letter_and_their_clock_runs_on() {
    told(|house: House| async move {
        let (house, office) = with_mail(house).await;
        let one = asked(&house, "Can I come?").await;
        house.write(one.number, "Yes.", After::Wait).await;
        confide(&house, one.number, System::Phone, "5125550177").await;
        house.pass(limits::UNDO).await;
        post(&house).await;
        assert_eq!(office.given().len(), 1, "the receipt, and nothing after it");
        assert_eq!(outbox(&house).await.failed[0].why, Some(Why::NoAddress));
        let page = house.page(one.number).await;
        assert!(page.row.clock.is_some(), "somebody has to call");
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
async fn an_address_that_is_refused_for_good_resumes_the_clock_of_its_reply_from_its_old_start() {
    told(|house: House| async move {
        let (house, office) = with_mail(house).await;
        let one = asked(&house, "Can I come?").await;
        let due = house.page(one.number).await.row.clock.expect("a clock").due_at;
        house.pass(Span::from_minutes(5)).await;
        office.says(Carried::Never(Why::Refused));
        answered(&house, &one).await;
        let page = house.page(one.number).await;
        assert_eq!(page.row.clock.map(|clock| clock.due_at), Some(due));
        assert_eq!(page.row.state, State::Open);
        let failed = outbox(&house).await.failed;
        assert_eq!(
            (failed.len(), failed[0].why, failed[0].number),
            (1, Some(Why::Refused), Some(one.number))
        );
        letters::send_again(&house.app, &house.anna, failed[0].id)
            .await
            .expect("sent again");
        post(&house).await;
        assert_eq!(outbox(&house).await.failed.len(), 0);
        assert_eq!(office.given().len(), 3);
    })
    .await;
}

#[tokio::test]
async fn a_busy_server_is_asked_again_later_and_the_letter_is_known_by_its_id() {
    told(|house: House| async move {
        let (house, office) = with_mail(house).await;
        office.says(Carried::NotNow(Why::Busy));
        office.says(Carried::NotNow(Why::Unreachable));
        house.ask("Can I come?").await;
        post(&house).await;
        assert_eq!(office.given().len(), 1);
        house.pass(limits::LETTER_PAUSE).await;
        post(&house).await;
        assert_eq!(office.given().len(), 2);
        house.pass(limits::LETTER_PAUSE).await;
        post(&house).await;
        assert_eq!(office.given().len(), 2, "twice as late");
        house.pass(limits::LETTER_PAUSE).await;
        post(&house).await;
        let given = office.given();
        assert_eq!(given.len(), 3);
        assert!(given.iter().all(|mail| mail.id == given[0].id));
        assert_ne!(given[0].text, given[2].text, "each attempt has a link of its own");
        assert_eq!(outbox(&house).await.waiting, 0);
    })
    .await;
}

#[tokio::test]
async fn a_server_that_never_answers_is_given_up_after_a_day_and_the_clock_runs_on() {
    told(|house: House| async move {
        let (house, office) = with_mail(house).await;
        let one = asked(&house, "Can I come?").await;
        for _ in 0..limits::LETTER_TRIES {
            office.says(Carried::NotNow(Why::Unreachable));
        }
        answered(&house, &one).await;
        for _ in 0..26 {
            house.pass(Span::from_hours(1)).await;
            post(&house).await;
        }
        let failed = outbox(&house).await.failed;
        assert_eq!(failed[0].why, Some(Why::Unreachable));
        assert!(house.page(one.number).await.row.clock.is_some());
    })
    .await;
}

#[tokio::test]
async fn a_worker_that_never_came_back_leaves_a_letter_of_which_nobody_knows_and_nobody_sends_it_again() {
    told(|house: House| async move {
        let (house, office) = with_mail(house).await;
        house.ask("Can I come?").await;
        // The attempt is committed; whoever carries the letter is gone before it can say more.
        let hung = hanging(&house);
        let crashed = tokio::time::timeout(std::time::Duration::from_millis(500), letters::round(&hung.app));
        assert!(crashed.await.is_err(), "it hangs");
        post(&house).await;
        assert!(office.given().is_empty(), "it is leased");
        house.pass(limits::JOB_LEASE).await;
        post(&house).await;
        house.pass(limits::LETTER_KEEPS).await;
        post(&house).await;
        assert!(office.given().is_empty(), "sent blindly");
        let unknown = outbox(&house).await.unknown;
        assert_eq!(unknown.len(), 1);
        letters::arrived(&house.app, &house.anna, unknown[0].id)
            .await
            .expect("said so");
        assert!(outbox(&house).await.unknown.is_empty());
        let twice = letters::send_again(&house.app, &house.anna, unknown[0].id).await;
        crate::house::missing(twice);
    })
    .await;
}

#[tokio::test]
async fn many_workers_at_once_send_each_letter_once() {
    told(|house: House| async move {
        let (house, office) = with_mail(house).await;
        for at in 0..8 {
            let form = anteroom_app::requests::view::Ask {
                email: format!("p{at}@example.org"),
                ..house.form("Can I come?")
            };
            requests::ask(&house.app, &house.practice, &form)
                .await
                .expect("asked");
        }
        let mut workers = Vec::new();
        for _ in 0..6 {
            let app = house.app.clone();
            workers.push(tokio::spawn(async move {
                while letters::round(&app).await.unwrap_or(true) {
                    tokio::task::yield_now().await;
                }
            }));
        }
        for worker in workers {
            worker.await.expect("worked");
        }
        house.pass(Span::from_minutes(1)).await;
        post(&house).await;
        let mut ids: Vec<_> = office.given().into_iter().map(|mail| mail.id).collect();
        ids.sort_unstable();
        let many = ids.len();
        ids.dedup();
        assert_eq!((ids.len(), many), (8, 8));
    })
    .await;
}

#[tokio::test]
async fn an_address_gets_so_many_letters_an_hour_and_an_answer_waits_for_the_next() {
    told(|house: House| async move {
        let (house, office) = with_mail(house).await;
        let most = usize::try_from(limits::LETTERS_AN_HOUR).expect("a small number");
        let one = asked(&house, "one").await;
        for _ in 0..most + 2 {
            asked(&house, "more").await;
        }
        assert_eq!(office.given().len(), most);
        answered(&house, &one).await;
        assert_eq!((office.given().len(), outbox(&house).await.waiting), (most, 1));
        house.pass(Span::from_hours(1)).await;
        post(&house).await;
        assert_eq!(
            subjects(&office).last().map(String::as_str),
            Some("answer in \"en\"")
        );
    })
    .await;
}

#[tokio::test]
async fn a_lost_key_file_holds_letters_back_until_the_password_is_entered_again() {
    told(|house: House| async move {
        let (house, office, key) = with_key(house).await;
        *key.lock().expect("nobody panicked") = [8; 32];
        house.ask("Can I come?").await;
        post(&house).await;
        assert!(office.given().is_empty());
        let now = letters::mail_settings(&house.app, &house.practice)
            .await
            .expect("settings");
        assert!(now.lost && now.has_password && now.host == "smtp.example.org");
        let typed = Typed {
            host: now.host,
            security: now.security,
            user: now.user,
            password: "hunter two".to_owned(),
            from_name: now.from_name,
            from_address: now.from_address,
            ..Typed::default()
        };
        letters::set(&house.app, &house.practice, &typed, Hand::operator())
            .await
            .expect("set up")
            .expect("a key");
        house.pass(Span::from_minutes(5)).await;
        post(&house).await;
        assert_eq!(office.given().len(), 1);
    })
    .await;
}

#[tokio::test]
async fn no_secret_of_a_letter_rests_in_the_rows() {
    told(|house: House| async move {
        let (house, office) = with_mail(house).await;
        office.says(Carried::Unknown);
        house.ask("Can I come?").await;
        let id = {
            post(&house).await;
            office.given()[0].id
        };
        let held = in_practice(&house, move |tx| anteroom_store::messages::load(tx, id)).await;
        let held = held.expect("a message");
        assert_eq!(
            (held.letter, held.fate, held.tries),
            (Letter::Arrived, Fate::Unknown, 1)
        );
        let link = &office.given()[0].text;
        let secret = link.rsplit('/').next().expect("a secret").to_owned();
        assert!(!format!("{held:?}").contains(&secret));
    })
    .await;
}
