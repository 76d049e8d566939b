//! The figures of the first page and the reports, against counts by hand.

use anteroom_app::promises::{open_report, response_report, response_split, today};
use anteroom_app::requests;
use anteroom_app::requests::view::{Ask, Resolution};
use anteroom_core::promises::open::Counts;
use anteroom_core::promises::response::Split;
use anteroom_core::promises::{Figures, Name, Standing};
use anteroom_core::requests::{After, NoReply, Via};
use anteroom_core::{Span, Time};

use crate::house::{House, at, told};

/// Anna speaks to who asked.
async fn call(house: &House, number: i64) {
    let say = house.say(number, "said").await;
    let spoken = requests::reply(&house.app, &house.anna, number, &say, Via::Phone, After::Wait).await;
    spoken.expect("spoken");
}

#[tokio::test]
async fn the_response_promise_of_a_day_is_what_a_hand_counts() {
    told(|house: House| async move {
        let mut asked = Vec::new();
        for words in ["five", "ten", "thirty", "forty", "spam", "missed", "never"] {
            asked.push(house.ask(words).await.number);
        }
        house.until("Mon 09:01").await;
        let close = async |number: i64| {
            let closing = Resolution {
                reason: Some(NoReply::Spam),
                seen: house.page(number).await.version,
            };
            requests::resolve(&house.app, &house.anna, number, closing)
                .await
                .expect("closed");
        };
        close(asked[4]).await;
        for (number, time) in [
            (asked[0], "Mon 09:05"),
            (asked[1], "Mon 09:10"),
            (asked[2], "Mon 09:30"),
        ] {
            house.until(time).await;
            call(&house, number).await;
        }
        house.until("Mon 09:40").await;
        call(&house, asked[3]).await;
        close(asked[5]).await;
        let inside = house.ask("inside").await;
        let report = response_report(&house.app, &house.practice, at("Mon 00:00"), at("Tue 00:00")).await;
        let report = report.expect("a report");
        // 5, 10, 30 and 40 minutes, one missed, one run out and still running; withdrawn and inside stand beside.
        assert_eq!((report.n, report.answered, report.missed), (6, 4, 1));
        assert_eq!((report.withdrawn, report.running, report.in_time), (1, 2, 3));
        assert_eq!(report.share_in_time(), Some(0.5));
        assert_eq!(report.response_rate(), Some(0.5));
        assert_eq!((report.median, report.p90), (Some(Span::from_minutes(30)), None));
        let later = response_report(&house.app, &house.practice, at("Mon 09:40"), Time::MAX).await;
        assert_eq!(
            later.expect("a report").running,
            1,
            "a clock belongs to the span it started in"
        );
        let page = today(&house.app, &house.anna).await.expect("the first page");
        let Figures::Response(figures) = &page.promises[0].figures else {
            panic!("{:?}", page.promises[0])
        };
        assert_eq!(
            (figures.report, page.promises[0].standing),
            (report, Standing::Broken)
        );
        assert_eq!(figures.days, [None, None, None, None, None, None, Some(0.5)]);
        let pressing: Vec<_> = page.pressing.iter().map(|row| row.number).collect();
        assert_eq!(pressing, [asked[6]], "what is late, not what has time");
        call(&house, inside.number).await;
    })
    .await;
}

#[tokio::test]
async fn the_open_promise_counts_what_waits_for_the_practice_at_any_instant() {
    told(|house: House| async move {
        let (one, two, three) = (
            house.ask("one").await,
            house.ask("two").await,
            house.ask("three").await,
        );
        house.until("Mon 10:00").await;
        requests::snooze(&house.app, &house.anna, three.number, at("Tue 10:00"))
            .await
            .expect("snoozed");
        house.answer(one.number, "yes", After::Wait).await;
        house.until("Mon 11:00").await;
        house.answer(two.number, "yes", After::Close).await;
        let counts = async |time| {
            open_report(&house.app, &house.practice, at(time))
                .await
                .expect("a report")
        };
        let open = |open| Counts {
            open,
            ..Counts::default()
        };
        assert_eq!(counts("Mon 08:59").await, Counts::default());
        assert_eq!(counts("Mon 09:00").await, open(3));
        assert_eq!(
            counts("Mon 10:00").await,
            open(3),
            "a snoozed one's clock runs, and the undo is not over"
        );
        assert_eq!(
            counts("Mon 10:30").await,
            Counts {
                waiting: 1,
                ..open(2)
            }
        );
        assert_eq!(
            counts("Mon 11:30").await,
            Counts {
                waiting: 1,
                resolved: 1,
                ..open(1)
            }
        );
        house.until("Mon 11:30").await;
        let page = today(&house.app, &house.anna).await.expect("the first page");
        let promise = page
            .promises
            .iter()
            .find(|promise| promise.name == Name::Open)
            .expect("the promise");
        let Figures::Open(now) = &promise.figures else {
            panic!("{promise:?}")
        };
        assert_eq!(
            (now.counts.open, now.hour_ago, promise.standing),
            (1, 2, Standing::Kept)
        );
        assert_eq!(now.hours, [0, 0, 0, 0, 0, 0, 0, 0, 0, 3, 3, 2, 1]);
        assert!((now.cleared_a_day - 2.0 / 7.0).abs() < 1e-9);
        house.answer(three.number, "yes", After::Wait).await;
    })
    .await;
}

#[tokio::test]
async fn a_promise_whose_door_is_not_set_up_is_not_measured() {
    told(|house: House| async move {
        let page = today(&house.app, &house.anna).await.expect("the first page");
        assert_eq!(
            page.promises
                .iter()
                .map(|promise| promise.name)
                .collect::<Vec<_>>(),
            Name::ALL
        );
        assert_eq!(anteroom_core::promises::kept(&page.promises), (2, 2));
    })
    .await;
}

#[tokio::test]
async fn the_response_promise_splits_by_door_kind_urgency_and_language_into_parts_that_add_up() {
    told(|house: House| async move {
        let asked = |kind: &str, urgency: &str, language: &str| Ask {
            name: "Paula Pratt".to_owned(),
            phone: "512 555 0100".to_owned(),
            words: "Please.".to_owned(),
            kind: kind.to_owned(),
            urgency: urgency.to_owned(),
            language: language.to_owned(),
            ..Ask::default()
        };
        for ask in [
            asked("refill", "urgent", "en"),
            asked("refill", "", "es"),
            asked("billing", "", "en"),
        ] {
            let taken = requests::ask(&house.app, &house.practice, &ask)
                .await
                .expect("taken");
            house
                .until(if ask.kind == "billing" {
                    "Mon 10:00"
                } else {
                    "Mon 09:20"
                })
                .await;
            call(&house, taken.number).await;
        }
        let span = (Time::MIN, Time::MAX);
        let whole = response_report(&house.app, &house.practice, span.0, span.1)
            .await
            .expect("a report");
        for (by, wanted) in [
            (Split::Door, vec![("web", 3, 1)]),
            (Split::Kind, vec![("billing", 1, 0), ("refill", 2, 1)]),
            (Split::Urgency, vec![("normal", 2, 1), ("urgent", 1, 0)]),
            (Split::Language, vec![("en", 2, 0), ("es", 1, 1)]),
        ] {
            let parts = response_split(&house.app, &house.practice, span, by)
                .await
                .expect("parts");
            let seen: Vec<_> = parts
                .iter()
                .map(|(label, part)| (label.as_str(), part.n, part.in_time))
                .collect();
            assert_eq!(seen, wanted, "{by}");
            assert_eq!(parts.iter().map(|(_, part)| part.n).sum::<u64>(), whole.n);
        }
    })
    .await;
}
