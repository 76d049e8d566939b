//! Words of danger climb the ladder by mail, until somebody acknowledges.

use anteroom_app::alerts;
use anteroom_app::alerts::settings::{LadderWish, set_ladder};
use anteroom_app::settings::changes::Hand;
use anteroom_app::staff::members::{self, NewMember};
use anteroom_core::access::Role;
use anteroom_core::{Span, limits};

use crate::house::{ADA, House, PASSWORD};

const DANGER: &str = "Since noon I have chest pain and can't breathe";

#[tokio::test]
async fn the_ladder_climbs_by_mail_without_a_word_of_the_patient_and_stops_when_somebody_acknowledges() {
    anteroom_store::testing::both(|store| async move {
        let house = House::with(store).await;
        let cleo = NewMember {
            name: "Cleo Diaz".to_owned(),
            login: "cleo@harbor.example".to_owned(),
            role: Role::Clinician,
            password: Some(PASSWORD.to_owned()),
        };
        let cleo = members::add(&house.app, &house.practice, &cleo)
            .await
            .expect("added");
        let ada = house.ada().await;
        let steps = [ada.member.id, cleo.member].map(|id| format!("member:{id}"));
        let wish = LadderWish {
            open: steps.to_vec(),
            after_hours: steps.to_vec(),
            minutes: "2".to_owned(),
        };
        set_ladder(&house.app, &house.practice, &Hand::operator(), &wish)
            .await
            .expect("a ladder");
        let asked = house.ask(DANGER).await;
        house.pass(Span::from_secs(1)).await;
        let rings = || {
            let taken = house.office.taken().into_iter();
            taken
                .filter(|letter| letter.header("Subject") == "ring")
                .collect::<Vec<_>>()
        };
        let to = || rings().into_iter().map(|letter| letter.to).collect::<Vec<_>>();
        assert_eq!(to(), [ADA], "at once");
        house.pass(limits::CLIMB).await;
        assert_eq!(to(), [ADA, "cleo@harbor.example"]);
        for letter in rings() {
            let link = format!("https://desk.example/desk/harbor/requests/{}", asked.number);
            assert_eq!(letter.link(), link);
            for word in ["chest", "breathe", "Paula"] {
                assert!(!letter.raw.contains(word), "{word} in a ring");
            }
        }
        let ringing = alerts::ringing(&house.app, &ada).await.expect("what rings");
        alerts::acknowledge(&house.app, &ada, ringing[0].id)
            .await
            .expect("acknowledged");
        for _ in 0..10 {
            house.pass(limits::CLIMB).await;
        }
        assert_eq!(to().len(), 2, "nobody is rung any more");
    })
    .await;
}
