//! An answer and what follows from it: it is kept once, opens a request where somebody has to look, and is counted.

use super::*;

#[tokio::test]
async fn a_low_score_opens_a_request_for_the_person_who_is_named_and_its_comment_is_heard_there() {
    told(|house: House| async move {
        let (house, office) = asking(house).await;
        let mona = member(&house.app, &house.practice, "Mona Moss", Role::Manager).await;
        let owner = mona.member.id.to_string();
        set(&house, &[("surveys.owner", &owner)]).await.expect("set");
        let link = paula(&house, &office).await;
        answers(&house, &link, &score("3")).await.expect("answered");
        let number = page(&house).await.complaints[0];
        let opened = house.page(number).await;
        assert_eq!(opened.row.door, Door::Survey);
        assert_eq!(opened.row.member.expect("somebody").name, "Mona Moss");
        assert!(opened.row.clock.is_some(), "somebody waits for an answer");
        assert_eq!(words(&opened.lines, EntryKind::Patient), ["3/10"]);
        answers(&house, &link, &said("Nobody called back", true))
            .await
            .expect("said");
        answers(&house, &link, &said("Nobody called back", true))
            .await
            .expect("said twice");
        let lines = house.page(number).await.lines;
        assert_eq!(
            words(&lines, EntryKind::Patient),
            ["3/10", "Nobody called back\n\nPlease call me"]
        );
        let listed = page(&house).await.answers;
        let closing = listed[0].closing.as_ref().expect("a request");
        assert!(closing.waits && closing.member == "Mona Moss");
        house.answer(number, "I am sorry.", After::Close).await;
        post(&house).await;
        let closing = page(&house).await.answers[0].closing.clone().expect("a request");
        assert!(!closing.waits);
        assert_eq!(
            office.given().last().expect("a letter").to,
            PAULA,
            "she hears of the answer"
        );
        assert_eq!(links(&office, PAULA).len(), 1, "and is not asked about that");
    })
    .await;
}

#[tokio::test]
async fn a_high_score_opens_nothing_unless_a_call_is_wished_or_words_of_danger_are_among_it() {
    told(|house: House| async move {
        let (house, office) = asking(house).await;
        let link = paula(&house, &office).await;
        answers(&house, &link, &score("10")).await.expect("answered");
        answers(&house, &link, &said("All is well", false))
            .await
            .expect("said");
        assert_eq!(page(&house).await.complaints.len(), 0);
        answers(&house, &link, &said("I want to kill myself", false))
            .await
            .expect("said");
        let number = page(&house).await.complaints[0];
        let alarms = anteroom_app::alerts::duty(&house.app, &house.anna)
            .await
            .expect("a duty");
        assert_eq!(alarms.live.len(), 1, "it rings");
        let lines = house.page(number).await.lines;
        assert_eq!(
            words(&lines, EntryKind::Patient),
            ["10/10: I want to kill myself"]
        );
    })
    .await;
}

#[tokio::test]
async fn two_answers_from_one_link_are_one_and_the_later_counts_for_a_day() {
    told(|house: House| async move {
        let (house, office) = asking(house).await;
        let link = paula(&house, &office).await;
        for typed in ["9", "9", "2", "8"] {
            answers(&house, &link, &score(typed)).await.expect("answered");
        }
        let now = page(&house).await;
        assert_eq!((now.tally.n(), now.tally.passives), (1, 1));
        let lines = house.page(now.complaints[0]).await.lines;
        assert_eq!(
            words(&lines, EntryKind::Patient),
            ["2/10", "8/10"],
            "whoever looks reads both"
        );
        house.pass(limits::SURVEY_CHANGE).await;
        let asking = answers(&house, &link, &score("0")).await.expect("a page");
        assert!(!asking.open);
        assert_eq!(asking.given.expect("an answer").said.score.value(), 8);
        assert_eq!(page(&house).await.tally.passives, 1);
    })
    .await;
}

#[tokio::test]
async fn scores_outside_the_scale_words_without_a_score_and_long_comments_are_refused() {
    told(|house: House| async move {
        let (house, office) = asking(house).await;
        let link = paula(&house, &office).await;
        for typed in ["11", "-1", "", "ten", "3.5", "99999999999999999999"] {
            let refused = answers(&house, &link, &score(typed)).await;
            assert!(
                matches!(refused, Err(Failure::Invalid(_))),
                "{typed}: {refused:?}"
            );
        }
        assert!(matches!(
            answers(&house, &link, &said("Well", false)).await,
            Err(Failure::Invalid(_))
        ));
        answers(&house, &link, &score("7")).await.expect("answered");
        let long = "x".repeat(limits::SURVEY_COMMENT + 1);
        assert!(matches!(
            answers(&house, &link, &said(&long, false)).await,
            Err(Failure::Invalid(_))
        ));
        answers(&house, &link, &said("<script>alert(1)</script>", false))
            .await
            .expect("words");
        assert_eq!(
            page(&house).await.answers[0].said.comment,
            "<script>alert(1)</script>"
        );
    })
    .await;
}

#[tokio::test]
async fn a_link_that_ran_out_or_never_was_or_is_another_practices_answers_nothing() {
    told(|house: House| async move {
        let (house, office) = asking(house).await;
        let link = paula(&house, &office).await;
        missing(surveys::look(&house.app, &house.practice, "nosuchlink").await);
        let other = crate::house::found(&house.app, "south", "24/7").await;
        missing(surveys::answer(&house.app, &other, &link, &score("9")).await);
        house.pass(limits::SURVEY_LINK).await;
        let late = surveys::answer(&house.app, &house.practice, &link, &score("9")).await;
        assert_eq!(late.expect("known"), Link::Expired);
        assert_eq!(page(&house).await.tally.n(), 0);
    })
    .await;
}

#[tokio::test]
async fn who_does_not_want_to_be_asked_is_not_asked_at_that_address_again() {
    told(|house: House| async move {
        let (house, office) = asking(house).await;
        let link = paula(&house, &office).await;
        assert!(
            surveys::decline(&house.app, &house.practice, &link)
                .await
                .expect("declined")
        );
        assert!(look(&house, &link).await.declined);
        house.pass(Span::from_days(200)).await;
        done(&house, house.form("Can I come?")).await;
        assert_eq!(links(&office, PAULA).len(), 1);
    })
    .await;
}

#[tokio::test]
async fn the_promise_is_measured_once_somebody_answers_and_says_how_many_did() {
    told(|house: House| async move {
        let (house, office) = asking(house).await;
        set(&house, &[("surveys.target", "40")]).await.expect("set");
        let nps = anteroom_core::promises::Name::Nps;
        let one = || promises::one(&house.app, &house.practice, nps);
        let standing = async || one().await.expect("a promise").standing;
        assert_eq!(
            standing().await,
            Standing::NotMeasured,
            "asked, and nobody answered"
        );
        let address = |at: i64| format!("p{at}@example.org");
        for person in 0..20 {
            let form = anteroom_app::requests::view::Ask {
                name: format!("Person {person}"),
                email: address(person),
                ..house.form("Can I come?")
            };
            done(&house, form).await;
            if person < 10 {
                let link = links(&office, &address(person)).pop().expect("a link");
                answers(&house, &link, &score("10")).await.expect("answered");
            }
        }
        assert_eq!(
            standing().await,
            Standing::Kept,
            "ten of ten: the low end is above 44"
        );
        let from = at("Mon 00:00");
        let (tally, asked) = promises::nps_report(
            &house.app,
            &house.practice,
            from,
            house.now() + Span::from_secs(1),
        )
        .await
        .expect("a report");
        assert_eq!((tally.promoters, tally.n()), (10, 10));
        assert_eq!((asked.asked, asked.answered), (20, 10));
        house.pass(limits::NPS_WINDOW).await;
        assert_eq!(standing().await, Standing::NotMeasured, "that was long ago");
    })
    .await;
}

#[tokio::test]
async fn a_practice_without_hours_keeps_the_answer_though_no_reply_could_be_due() {
    told(|house: House| async move {
        let (house, office) = asking(house).await;
        let link = paula(&house, &office).await;
        house.change_hours("closed").await;
        answers(&house, &link, &score("1")).await.expect("answered");
        let now = page(&house).await;
        assert_eq!((now.tally.detractors, now.complaints.len()), (1, 0));
    })
    .await;
}
