//! A practice renames, adds and retires kinds, and sets its numbers.

use anteroom_app::kinds::{self, Wish};
use anteroom_app::requests::view::Ask;
use anteroom_app::{Failure, practices, requests, settings};
use anteroom_core::Span;
use anteroom_core::text::Fault;

use crate::house::{House, at, told};

fn asking(kind: &str) -> Ask {
    Ask {
        name: "Paula Pratt".to_owned(),
        phone: "512 555 0100".to_owned(),
        words: "Please.".to_owned(),
        kind: kind.to_owned(),
        ..Ask::default()
    }
}

#[tokio::test]
async fn a_kind_is_renamed_added_with_a_second_clock_and_retired() {
    told(|house: House| async move {
        let (app, practice) = (&house.app, &house.practice);
        let wish = |code: &str, name: Option<&str>, days| Wish {
            code: code.to_owned(),
            name: name.map(str::to_owned),
            days,
            ..Wish::default()
        };
        kinds::set(app, practice, &wish("billing", Some("Money"), None))
            .await
            .expect("renamed");
        kinds::set(app, practice, &wish("forms", Some("Forms"), Some(5)))
            .await
            .expect("added");
        let nameless = kinds::set(app, practice, &wish("letters", None, None)).await;
        assert!(matches!(nameless, Err(Failure::Invalid(faults)) if faults[0].fault == Fault::Missing));
        let offered = practices::facts(app, practice).await.expect("facts").kinds;
        let named: Vec<_> = offered
            .iter()
            .map(|kind| (kind.code.as_str(), kind.name.as_str()))
            .collect();
        assert!(named.contains(&("billing", "Money")));
        assert_eq!(named.last(), Some(&("forms", "Forms")));
        let asked = requests::ask(app, practice, &asking("forms"))
            .await
            .expect("taken");
        let page = house.page(asked.number).await;
        assert_eq!(page.row.kind_name, "Forms");
        assert!(page.obligation.is_some(), "it has a second clock");
        kinds::retire(app, practice, "forms").await.expect("retired");
        let refused = requests::ask(app, practice, &asking("forms")).await;
        assert!(matches!(refused, Err(Failure::Invalid(faults)) if faults[0].field == "kind"));
        assert!(matches!(
            kinds::retire(app, practice, "forms").await,
            Err(Failure::Missing)
        ));
        assert!(kinds::retire(app, practice, "other").await.is_err());
    })
    .await;
}

#[tokio::test]
async fn another_target_holds_for_the_clocks_that_start_from_then_on() {
    told(|house: House| async move {
        let before = house.ask("Can I come?").await;
        settings::set(&house.app, house.practice.id, "response.minutes", 10)
            .await
            .expect("set");
        let after = house.ask("And my son?").await;
        let due = async |asked| house.status(asked).await.answer_by.expect("owed");
        assert_eq!(
            due(&before).await.since(due(&after).await),
            Span::from_minutes(20)
        );
        assert_eq!(due(&before).await, at("Mon 09:30"));
        for (name, value) in [
            ("response.minutes", 0),
            ("response.percent", 101),
            ("form.key", 1),
        ] {
            assert!(
                settings::set(&house.app, house.practice.id, name, value)
                    .await
                    .is_err(),
                "{name} {value}"
            );
        }
    })
    .await;
}
