//! Words of danger: they ring a named person at once, climb until somebody acknowledges, and nothing else stops them.

use anteroom_app::alerts::settings::{self, LadderWish};
use anteroom_app::alerts::{self, Acknowledged, Told};
use anteroom_app::people::{self, view::TypedPatient};
use anteroom_app::requests::Part;
use anteroom_app::requests::view::{Ask, Desk, Resolution};
use anteroom_app::settings::changes::Hand;
use anteroom_app::{Failure, requests};
use anteroom_core::access::Role;
use anteroom_core::danger::{Help, Sign};
use anteroom_core::ids::AlertId;
use anteroom_core::requests::kinds::Kind;
use anteroom_core::requests::{After, NoReply};
use anteroom_core::{Span, limits};

use crate::house::{House, member, missing, told};

const DANGER: &str = "My refill is fine, but since noon I have chest pain. I can't breathe.";

/// The desk's ladder: Anna, Ben, every clinician, Mona; after hours Dora, then Mona.
struct Team {
    mona: Desk,
    dora: Desk,
}

async fn team(house: &House) -> Team {
    let team = Team {
        mona: member(&house.app, &house.practice, "Mona Moss", Role::Manager).await,
        dora: member(&house.app, &house.practice, "Dora Dale", Role::Clinician).await,
    };
    let step = |desk: &Desk| format!("member:{}", desk.member.id);
    let wish = LadderWish {
        open: vec![
            step(&house.anna),
            step(&house.ben),
            String::new(),
            "role:clinician".to_owned(),
            step(&team.mona),
        ],
        after_hours: vec![step(&team.dora), step(&team.mona)],
        minutes: "2".to_owned(),
    };
    set(house, &wish).await.expect("a ladder");
    team
}

async fn set(house: &House, wish: &LadderWish) -> Result<(), Failure> {
    settings::set_ladder(&house.app, &house.practice, &Hand::operator(), wish).await
}

async fn rings(house: &House, desk: &Desk) -> Vec<i64> {
    let ringing = alerts::ringing(&house.app, desk).await.expect("what rings");
    ringing.iter().map(|ringing| ringing.number).collect()
}

/// Who was rung for a request's last alert, each as often as named.
async fn rung(house: &House, number: i64) -> Vec<String> {
    let last = alerts_of(house, number).await.pop().expect("an alert");
    let names = last.rung.into_iter();
    names
        .flat_map(|(name, _, times)| {
            let first = name.split(' ').next().unwrap_or_default().to_owned();
            std::iter::repeat_n(first, usize::try_from(times).expect("few"))
        })
        .collect()
}

async fn alerts_of(house: &House, number: i64) -> Vec<Told> {
    let page = requests::page(&house.app, &house.ben, number)
        .await
        .expect("a page");
    page.alerts
}

async fn last_alert(house: &House, number: i64) -> AlertId {
    alerts_of(house, number).await.pop().expect("an alert").id
}

async fn acknowledge(house: &House, desk: &Desk, alert: AlertId) -> Acknowledged {
    alerts::acknowledge(&house.app, desk, alert)
        .await
        .expect("acknowledged")
}

#[tokio::test]
async fn words_of_danger_ring_at_once_and_climb_every_two_minutes_until_the_ladder_starts_again() {
    told(|house: House| async move {
        let team = team(&house).await;
        let asked = house.ask(DANGER).await;
        house.work().await;
        assert_eq!(rings(&house, &house.anna).await, [asked.number], "at once");
        assert_eq!(rings(&house, &house.ben).await, [0; 0]);
        let one = Span::from_micros(1);
        house.pass(limits::CLIMB - one).await;
        assert_eq!(rung(&house, asked.number).await, ["Anna"]);
        house.pass(one).await;
        assert_eq!(rung(&house, asked.number).await, ["Anna", "Ben"]);
        assert_eq!(rings(&house, &house.ben).await, [asked.number]);
        house.pass(limits::CLIMB).await;
        assert_eq!(rung(&house, asked.number).await, ["Anna", "Ben", "Ben", "Dora"]);
        house.pass(limits::CLIMB).await;
        assert_eq!(rings(&house, &team.mona).await, [asked.number]);
        let (live, beyond) = alerts::live(&house.app, &house.anna).await.expect("a list");
        assert_eq!((live.len(), live[0].rounds, beyond), (1, 0, 0));
        house.pass(limits::CLIMB).await;
        assert_eq!(
            rung(&house, asked.number).await,
            ["Anna", "Anna", "Ben", "Ben", "Dora", "Mona"]
        );
        let (live, _) = alerts::live(&house.app, &house.anna).await.expect("a list");
        assert_eq!(live[0].rounds, 1, "it has started again at the top");
    })
    .await;
}

#[tokio::test]
async fn the_marks_stand_on_the_words_and_the_patients_page_names_the_numbers() {
    told(|house: House| async move {
        let asked = house.ask(DANGER).await;
        let page = house.page(asked.number).await;
        let told = &page.alerts[0];
        assert_eq!(told.signs(), [Sign::Breathing, Sign::ChestPain]);
        let line = page
            .lines
            .iter()
            .find(|line| line.id == told.entry)
            .expect("the line");
        let marked: Vec<&str> = told
            .marks
            .iter()
            .map(|mark| &line.body[mark.span.clone()])
            .collect();
        assert_eq!(marked, ["chest pain", "can't breathe"]);
        let status = house.status(&asked).await;
        let helps: Vec<Help> = status.danger.iter().map(|line| line.help).collect();
        assert_eq!(helps, [Help::Emergency]);
        house.pass(limits::EMERGENCY_LINE).await;
        assert_eq!(house.status(&asked).await.danger, []);
        house.write_on(&asked, "me quiero morir").await;
        let danger = house.status(&asked).await.danger;
        let numbers: Vec<(Help, &str)> = danger
            .iter()
            .map(|line| (line.help, line.number.as_str()))
            .collect();
        assert_eq!(numbers, [(Help::Emergency, "911")], "no country, no other line");
    })
    .await;
}

#[tokio::test]
async fn words_without_danger_say_nothing_anywhere() {
    told(|house: House| async move {
        let asked = house.ask("May I come on Tuesday instead of Monday?").await;
        house.work().await;
        assert_eq!(alerts_of(&house, asked.number).await, []);
        assert_eq!(house.status(&asked).await.danger, []);
        let (live, _) = alerts::live(&house.app, &house.anna).await.expect("a list");
        assert_eq!(live, []);
    })
    .await;
}

#[tokio::test]
async fn after_hours_those_on_call_are_rung() {
    told(|house: House| async move {
        let team = team(&house).await;
        house.until("Mon 22:00").await;
        let asked = house.ask(DANGER).await;
        house.work().await;
        assert_eq!(rung(&house, asked.number).await, ["Dora"]);
        house.pass(limits::CLIMB).await;
        assert_eq!(rings(&house, &team.mona).await, [asked.number]);
        assert_eq!(rings(&house, &house.anna).await, [0; 0]);
    })
    .await;
}

#[tokio::test]
async fn who_acknowledges_stops_it_for_all_and_a_second_one_changes_nothing() {
    told(|house: House| async move {
        let team = team(&house).await;
        let asked = house.ask(DANGER).await;
        house.work().await;
        house.pass(Span::from_secs(40)).await;
        let alert = last_alert(&house, asked.number).await;
        let (one, other) = tokio::join!(
            acknowledge(&house, &house.anna, alert),
            acknowledge(&house, &house.ben, alert)
        );
        assert_eq!((one.number, other.number), (asked.number, asked.number));
        assert!(one.first != other.first, "one of them was first");
        house.pass(Span::from_hours(1)).await;
        for desk in [&house.anna, &house.ben, &team.mona] {
            assert_eq!(rings(&house, desk).await, [0; 0]);
        }
        assert_eq!(rung(&house, asked.number).await, ["Anna"]);
        let told = alerts_of(&house, asked.number).await.remove(0);
        let (name, _, took) = told.acknowledged.expect("acknowledged");
        assert_eq!(took, Span::from_secs(40));
        assert_eq!(name, if one.first { "Anna Ames" } else { "Ben Boyd" });
        assert!(!acknowledge(&house, &team.mona, alert).await.first);
    })
    .await;
}

#[tokio::test]
async fn no_reply_no_snooze_and_no_closing_acknowledges_by_the_way() {
    told(|house: House| async move {
        team(&house).await;
        let asked = house.ask(DANGER).await;
        house.work().await;
        house.answer(asked.number, "Please call 911.", After::Close).await;
        assert_eq!(rings(&house, &house.anna).await, [asked.number]);
        let other = house.ask(DANGER).await;
        let closing = Resolution {
            reason: Some(NoReply::Spam),
            seen: house.page(other.number).await.version,
        };
        requests::resolve(&house.app, &house.anna, other.number, closing)
            .await
            .expect("closed");
        house.pass(limits::CLIMB).await;
        assert_eq!(rings(&house, &house.ben).await, [asked.number, other.number]);
    })
    .await;
}

#[tokio::test]
async fn a_second_hit_on_the_same_request_rings_anew_and_one_acknowledgement_covers_what_was_read() {
    told(|house: House| async move {
        team(&house).await;
        let asked = house.ask(DANGER).await;
        house.work().await;
        let first = last_alert(&house, asked.number).await;
        acknowledge(&house, &house.anna, first).await;
        house.pass(Span::from_minutes(30)).await;
        house.write_on(&asked, "Thanks, but the chest pain is back").await;
        house.work().await;
        assert_eq!(rings(&house, &house.anna).await, [asked.number]);
        house.pass(Span::from_secs(5)).await;
        let read = last_alert(&house, asked.number).await;
        house.write_on(&asked, "and now I can't breathe").await;
        house.work().await;
        let (live, _) = alerts::live(&house.app, &house.anna).await.expect("a list");
        assert_eq!(live.len(), 1, "one row of one request");
        assert_eq!(live[0].signs, [Sign::Breathing, Sign::ChestPain]);
        assert_eq!(live[0].words.len(), 2);
        acknowledge(&house, &house.anna, read).await;
        assert_eq!(
            rings(&house, &house.anna).await,
            [asked.number],
            "what nobody has read goes on ringing"
        );
        let last = last_alert(&house, asked.number).await;
        acknowledge(&house, &house.anna, last).await;
        assert_eq!(rings(&house, &house.anna).await, [0; 0]);
    })
    .await;
}

#[tokio::test]
async fn a_merge_leads_the_alert_to_the_request_that_goes_on() {
    told(|house: House| async move {
        team(&house).await;
        let joined = house.ask(DANGER).await;
        let survivor = house.ask("It is me again about the refill").await;
        house.work().await;
        requests::merge(&house.app, &house.anna, survivor.number, joined.number)
            .await
            .expect("joined");
        assert_eq!(rings(&house, &house.anna).await, [survivor.number]);
        let alert = last_alert(&house, survivor.number).await;
        let (live, _) = alerts::live(&house.app, &house.anna).await.expect("a list");
        assert_eq!((live[0].id, live[0].row.number), (alert, survivor.number));
        house.pass(limits::CLIMB).await;
        assert_eq!(rings(&house, &house.ben).await, [survivor.number]);
        let done = acknowledge(&house, &house.ben, alert).await;
        assert_eq!((done.number, done.first), (survivor.number, true));
        assert_eq!(
            house.status(&survivor).await.danger,
            [],
            "another link's words stay there"
        );
        assert_eq!(house.status(&joined).await.danger.len(), 1);
    })
    .await;
}

#[tokio::test]
async fn words_that_become_a_request_of_their_own_take_their_alert_with_them() {
    told(|house: House| async move {
        team(&house).await;
        let asked = house.ask("My bill is wrong").await;
        house.write_on(&asked, DANGER).await;
        house.work().await;
        let alert = last_alert(&house, asked.number).await;
        let part = Part {
            lines: vec![alerts_of(&house, asked.number).await[0].entry],
            kind: "clinical".to_owned(),
            ..Part::default()
        };
        let number = requests::split(&house.app, &house.anna, asked.number, &part)
            .await
            .expect("split");
        assert_eq!(rings(&house, &house.anna).await, [number]);
        assert_eq!(last_alert(&house, number).await, alert);
        assert_eq!(alerts_of(&house, asked.number).await, []);
        assert_eq!(house.status(&asked).await.danger.len(), 1, "the link's own words");
        let done = acknowledge(&house, &house.anna, alert).await;
        assert_eq!((done.number, done.first), (number, true));
    })
    .await;
}

#[tokio::test]
async fn who_left_is_passed_over_and_an_empty_ladder_rings_who_has_to_set_it() {
    told(|house: House| async move {
        let team = team(&house).await;
        let (anna, now) = (house.anna.member.id, house.now());
        let practice = house.app.store.practice(house.practice.id);
        let left = practice.write(move |tx| anteroom_store::staff::end_member(tx, anna, now));
        assert_eq!(left.await, Ok::<_, anteroom_store::StoreError>(true));
        let asked = house.ask(DANGER).await;
        house.work().await;
        assert_eq!(rung(&house, asked.number).await, ["Ben"]);
        let empty = LadderWish {
            minutes: "1".to_owned(),
            ..LadderWish::default()
        };
        set(&house, &empty).await.expect("no ladder");
        let duty = alerts::duty(&house.app, &team.mona).await.expect("a duty");
        assert_eq!(duty.unset.len(), 2);
        house.pass(limits::CLIMB).await;
        assert_eq!(rings(&house, &team.mona).await, [asked.number]);
    })
    .await;
}

#[tokio::test]
async fn words_for_clinicians_only_ring_the_front_desk_without_a_word_of_them() {
    told(|house: House| async move {
        team(&house).await;
        let kind = Kind {
            code: "therapy".to_owned(),
            name: "Therapy".to_owned(),
            clinical_only: true,
            sensitive: true,
            obligation: None,
        };
        let practice = house.app.store.practice(house.practice.id);
        let add = practice
            .write(move |tx| anteroom_store::practices::insert_kinds(tx, std::slice::from_ref(&kind)));
        add.await.expect("a kind");
        let form = Ask {
            kind: "therapy".to_owned(),
            ..house.form("I want to kill myself")
        };
        let asked = requests::ask(&house.app, &house.practice, &form)
            .await
            .expect("asked");
        house.work().await;
        let ringing = alerts::ringing(&house.app, &house.anna).await.expect("rings");
        assert_eq!((ringing[0].number, ringing[0].signs.len()), (asked.number, 0));
        let (live, _) = alerts::live(&house.app, &house.anna).await.expect("a list");
        assert!(live[0].signs.is_empty() && live[0].words.is_empty());
        let page = house.page(asked.number).await;
        assert!(page.alerts[0].marks.is_empty());
        assert_eq!(alerts_of(&house, asked.number).await[0].signs(), [Sign::Suicide]);
        assert!(acknowledge(&house, &house.anna, page.alerts[0].id).await.first);
    })
    .await;
}

#[tokio::test]
async fn what_a_member_writes_down_for_a_patient_is_looked_at_as_well() {
    told(|house: House| async move {
        team(&house).await;
        let form = house.form("Caller says her father has chest pain");
        let number = requests::start(&house.app, &house.anna, &form)
            .await
            .expect("started");
        house.work().await;
        assert_eq!(rings(&house, &house.anna).await, [number]);
    })
    .await;
}

#[tokio::test]
async fn an_alert_of_another_practice_is_not_there() {
    told(|house: House| async move {
        let asked = house.ask(DANGER).await;
        let alert = last_alert(&house, asked.number).await;
        let elsewhere = crate::house::found(&house.app, "south", crate::house::HOURS).await;
        let nina = member(&house.app, &elsewhere, "Nina North", Role::Administrator).await;
        missing(alerts::acknowledge(&house.app, &nina, alert).await);
        let (live, _) = alerts::live(&house.app, &nina).await.expect("a list");
        assert_eq!(live, []);
    })
    .await;
}

#[tokio::test]
async fn words_of_the_practices_own_ring_and_wait_for_a_clinicians_signature() {
    told(|house: House| async move {
        let team = team(&house).await;
        let hand = Hand::operator();
        let (app, practice) = (&house.app, &house.practice);
        let emergency = settings::emergency(app, &team.dora).await.expect("the page");
        settings::sign(app, &team.dora, &emergency.rules.digest())
            .await
            .expect("signed");
        missing(settings::sign(app, &team.mona, &emergency.rules.digest()).await);
        let unsigned = async || alerts::duty(app, &team.mona).await.expect("a duty").unsigned;
        assert!(!unsigned().await);
        settings::add_words(app, practice, &hand, "breathing", "the blue hour")
            .await
            .expect("added");
        assert!(unsigned().await, "other words than were signed");
        let asked = house.ask("She is in the Blue Hour again").await;
        house.work().await;
        assert_eq!(rings(&house, &house.anna).await, [asked.number]);
        let stale = settings::sign(app, &team.dora, &emergency.rules.digest()).await;
        assert!(matches!(stale, Err(Failure::Invalid(_))), "{stale:?}");
        settings::remove_words(app, practice, &hand, "the blue hour")
            .await
            .expect("removed");
        assert!(!unsigned().await, "as they were signed");
        missing(settings::remove_words(app, practice, &hand, "chest pain").await);
    })
    .await;
}

#[tokio::test]
async fn a_fever_rings_once_somebody_says_that_the_patient_is_a_newborn() {
    told(|house: House| async move {
        team(&house).await;
        let asked = house.ask("She has a fever of 38.6 since this morning").await;
        house.work().await;
        assert_eq!(alerts_of(&house, asked.number).await, []);
        let typed = TypedPatient {
            name: "Nell Pratt".to_owned(),
            born: "2025-12-08".to_owned(),
            record_number: String::new(),
        };
        let newborn = people::add_patient(&house.app, &house.anna, &typed)
            .await
            .expect("added");
        let older = TypedPatient {
            born: "2019-12-08".to_owned(),
            name: "Otto Pratt".to_owned(),
            ..typed
        };
        let brother = people::add_patient(&house.app, &house.anna, &older)
            .await
            .expect("added");
        let concern = |patient| requests::concern(&house.app, &house.anna, asked.number, Some(patient));
        concern(brother).await.expect("said");
        house.work().await;
        assert_eq!(rings(&house, &house.anna).await, [0; 0]);
        concern(newborn).await.expect("said");
        house.work().await;
        assert_eq!(rings(&house, &house.anna).await, [asked.number]);
        assert_eq!(
            alerts_of(&house, asked.number).await[0].signs(),
            [Sign::InfantFever]
        );
        house.write_on(&asked, "still fever").await;
        house.work().await;
        assert_eq!(
            alerts_of(&house, asked.number).await.len(),
            2,
            "the next words know it at once"
        );
    })
    .await;
}
