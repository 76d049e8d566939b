//! The same form sent twice is one act, and the same form with other words loses none of them.

use anteroom_app::requests;
use anteroom_app::requests::view::{Ask, Say};
use anteroom_core::requests::{After, EntryKind, Refusal, Via};

use crate::house::{House, refusal, told, words};

#[tokio::test]
async fn the_same_form_sent_twice_is_one_request_and_both_answers_lead_to_it() {
    told(|house: House| async move {
        let form = house.form("Can I come?");
        let send = || requests::ask(&house.app, &house.practice, &form);
        let (first, second) = (send().await.expect("asked"), send().await.expect("asked again"));
        assert_eq!(first.number, second.number);
        assert_eq!(house.status(&first).await, house.status(&second).await);
        assert_eq!(house.rows().await.requests.len(), 1);
    })
    .await;
}

#[tokio::test]
async fn the_same_form_sent_twice_at_once_is_one_request() {
    told(|house: House| async move {
        let form = house.form("Can I come?");
        let send = || requests::ask(&house.app, &house.practice, &form);
        let (first, second) = tokio::join!(send(), send());
        assert_eq!(first.expect("asked").number, second.expect("asked").number);
        assert_eq!(house.rows().await.requests.len(), 1);
    })
    .await;
}

#[tokio::test]
async fn a_call_written_down_twice_is_one_request_and_with_other_words_another() {
    told(|house: House| async move {
        let form = house.form("asks for a letter");
        let start = || requests::start(&house.app, &house.anna, &form);
        let (first, second) = tokio::join!(start(), start());
        let first = first.expect("started");
        assert_eq!(first, second.expect("started again"));
        assert_eq!(first, start().await.expect("started once more"));
        assert_eq!(house.rows().await.requests.len(), 1);
        let other = Ask {
            words: "asks for two letters".to_owned(),
            ..form.clone()
        };
        let other = requests::start(&house.app, &house.anna, &other).await;
        assert_ne!(other.expect("started"), first);
    })
    .await;
}

#[tokio::test]
async fn the_same_form_with_other_words_or_another_wish_is_another_request() {
    told(|house: House| async move {
        let form = house.form("Can I come?");
        let others = [
            Ask {
                words: "Can I come today?".to_owned(),
                ..form.clone()
            },
            Ask {
                urgency: "urgent".to_owned(),
                ..form.clone()
            },
            Ask {
                phone: "+1 555 010 0000".to_owned(),
                ..form.clone()
            },
            Ask {
                interpreter: true,
                ..form.clone()
            },
            Ask {
                kind: "refill".to_owned(),
                ..form.clone()
            },
        ];
        let mut numbers = vec![
            requests::ask(&house.app, &house.practice, &form)
                .await
                .expect("asked")
                .number,
        ];
        for other in &others {
            numbers.push(
                requests::ask(&house.app, &house.practice, other)
                    .await
                    .expect("asked")
                    .number,
            );
        }
        numbers.dedup();
        assert_eq!(numbers.len(), 1 + others.len());
    })
    .await;
}

#[tokio::test]
async fn words_written_on_twice_are_one_line_and_other_words_another() {
    told(|house: House| async move {
        let asked = house.ask("Can I come?").await;
        let say = house.say_on("Or tomorrow?");
        let other = Say {
            words: "Or never?".to_owned(),
            ..say.clone()
        };
        for say in [&say, &say, &other, &say] {
            requests::write_on(&house.app, &house.practice, &asked.token, say)
                .await
                .expect("written");
        }
        let status = house.status(&asked).await;
        assert_eq!(
            words(&status.lines, EntryKind::Patient),
            ["Can I come?", "Or tomorrow?", "Or never?"]
        );
    })
    .await;
}

#[tokio::test]
async fn a_reply_sent_twice_is_one_and_with_other_words_its_writer_is_told_what_stands() {
    told(|house: House| async move {
        let asked = house.ask("Can I come?").await;
        let say = house.say(asked.number, "Yes.").await;
        let other = Say {
            words: "No.".to_owned(),
            ..say.clone()
        };
        let send = |say| {
            requests::reply(
                &house.app,
                &house.anna,
                asked.number,
                say,
                Via::Phone,
                After::Wait,
            )
        };
        send(&say).await.expect("spoken");
        send(&say).await.expect("the same");
        let told = send(&other).await;
        assert_eq!(
            refusal(told),
            Refusal::SpokeFirst {
                by: Some(house.anna.member.id)
            }
        );
        assert_eq!(
            words(&house.page(asked.number).await.lines, EntryKind::Reply),
            ["Yes."]
        );
    })
    .await;
}

#[tokio::test]
async fn notes_and_attempts_sent_twice_are_one_and_with_other_words_two() {
    told(|house: House| async move {
        let asked = house.ask("Can I come?").await;
        let say = house.say(asked.number, "called").await;
        let other = Say {
            words: "called twice".to_owned(),
            ..say.clone()
        };
        for say in [&say, &say, &other] {
            requests::note(&house.app, &house.anna, asked.number, say)
                .await
                .expect("noted");
            requests::attempt(&house.app, &house.anna, asked.number, say)
                .await
                .expect("noted");
        }
        let lines = house.page(asked.number).await.lines;
        assert_eq!(words(&lines, EntryKind::Note), ["called", "called twice"]);
        assert_eq!(words(&lines, EntryKind::Attempt), ["called", "called twice"]);
    })
    .await;
}
