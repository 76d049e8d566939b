//! Places: a table comes in once, own locations and listed ones answer one question, and the pages' facts grow old.

use anteroom_app::locations::{self, Facts};
use anteroom_app::places::doctors::{self, Typed};
use anteroom_app::places::import::{Summary, import};
use anteroom_app::places::{Answer, Key, Near, facts, near};
use anteroom_app::settings::changes::{self, Hand, Noun};
use anteroom_core::Span;
use anteroom_core::places::Opening;
use anteroom_core::places::facts::Fact;
use anteroom_core::text::Fault;
use anteroom_wire::places::{Places, map};

use crate::house::{House, missing};

/// Tells a tale on every database whose rows the recount doesn't know.
async fn alone<F, Fut>(tale: F)
where
    F: Fn(House) -> Fut + Copy + Send + 'static,
    Fut: Future<Output = ()> + Send,
{
    anteroom_store::testing::both(move |store| async move {
        let mut house = House::found(store).await;
        // Where postal codes are is known of one country.
        "US".clone_into(&mut house.practice.country);
        tale(house).await;
    })
    .await;
}

const MAP: &str =
    "id=key,name=name,state=state,postal=zip,latitude=lat,longitude=lon,hours=week,suspended=off:yes=Y:no=N";

async fn brought(house: &House, table: &str) -> Summary {
    let map = map(Some(MAP)).expect("the map holds");
    let places = Places::open(table.as_bytes(), &map).expect("the columns are there");
    let done = import(&house.app, &house.practice, places, |_| ()).await;
    done.expect("the table comes in")
}

async fn around(house: &House, code: &str) -> Vec<Near> {
    match near(&house.app, &house.practice, code, 5)
        .await
        .expect("an answer")
    {
        Answer::Near(near) => near,
        other => panic!("nothing is near: {other:?}"),
    }
}

#[tokio::test]
async fn a_table_is_written_once_and_again_only_where_it_says_something_else() {
    alone(|house: House| async move {
        let table = "key,name,state,zip,lat,lon,week,off\n\
            a,North,NY,10001,40.75,-73.99,24/7,N\n\
            b,South,NY,10001,40.70,-73.99,by appointment,N\n\
            c,Shut,NY,10001,40.7484,-73.9967,24/7,Y\n";
        let done = brought(&house, table).await;
        assert_eq!((done.read, done.imported, done.unchanged), (3, 3, 0));
        let done = brought(&house, table).await;
        assert_eq!((done.imported, done.unchanged), (0, 3));
        let done = brought(&house, &table.replace("North", "Northern")).await;
        assert_eq!((done.imported, done.unchanged), (1, 2));
        let places = around(&house, "10001").await;
        let names: Vec<&str> = places.iter().map(|place| place.name.as_str()).collect();
        assert_eq!(names, ["Northern", "South"], "what is suspended is not offered");
        assert_eq!(places[0].opening, Opening::Open(None));
        assert_eq!(places[1].opening, Opening::Unknown);
        let told = changes::list(&house.app, &house.practice, Some(Noun::Place), None).await;
        assert_eq!(
            told.expect("a list").rows.len(),
            2,
            "an import that changes nothing leaves no trace"
        );
    })
    .await;
}

#[tokio::test]
async fn a_location_is_a_place_by_its_own_facts_and_a_table_can_not_tell_it_otherwise() {
    alone(|house: House| async move {
        let (app, practice) = (&house.app, &house.practice);
        let mut office = Facts {
            name: "Pier Office".to_owned(),
            address: "10002 Harbor St, New York, NY 10001".to_owned(),
            ..Facts::default()
        };
        let hand = Hand::operator();
        let id = locations::set(app, practice, &hand, None, &office)
            .await
            .expect("it is set");
        let table = "key,name,state,zip,lat,lon,week,off\n\
            a,pier  office,NY,10001,41,-73.99,24/7,N\n\
            b,Newark,NJ,07102,40.7357,-74.1724,24/7,N\n";
        let done = brought(&house, table).await;
        assert_eq!((done.imported, done.rejected["own"]), (1, 1));
        let places = around(&house, "10001").await;
        assert_eq!(places[0].key, Key::Own(id));
        assert!(places[0].kilometres < 1e-9 && !places[0].exact);
        office.point = "40.7357 -74.1724".to_owned();
        locations::set(app, practice, &hand, Some(id), &office)
            .await
            .expect("it is moved");
        let places = around(&house, "07102").await;
        assert!(
            places[0].exact && places[0].key == Key::Own(id),
            "of two as near, the practice's own is first"
        );
        office.point = "91, 0".to_owned();
        let refused = locations::set(app, practice, &hand, Some(id), &office).await;
        assert!(
            matches!(refused, Err(anteroom_app::Failure::Invalid(faults)) if faults[0].fault == Fault::Shape)
        );
        for (typed, answer) in [("1000", Answer::NoCode), ("00000", Answer::NoSuchCode)] {
            assert_eq!(near(app, practice, typed, 5).await.expect("an answer"), answer);
        }
    })
    .await;
}

#[tokio::test]
async fn what_stands_of_a_doctor_grows_old_until_somebody_says_that_it_is_still_so() {
    alone(|house: House| async move {
        let (app, practice, hand) = (&house.app, &house.practice, Hand::operator());
        let anna = house.anna.member.id;
        let typed = Typed {
            shown: true,
            languages: "en es".to_owned(),
            words: vec![
                ("about.en", "en", "She listens.".to_owned()),
                ("about.es", "es", String::new()),
            ],
            ..Typed::default()
        };
        doctors::set(app, practice, &hand, anna, &typed)
            .await
            .expect("she is named");
        let shown = doctors::shown(app, practice).await.expect("a list");
        assert_eq!((shown.len(), shown[0].languages.join(" ").as_str()), (1, "en es"));
        assert_eq!(shown[0].words[0], ("en".to_owned(), "She listens.".to_owned()));
        house.pass(Span::from_days(366)).await;
        let old = async || {
            let all = facts::list(app, practice).await.expect("a list");
            all.into_iter()
                .filter(|held| held.stale && held.fact == Fact::Doctor)
                .count()
        };
        assert_eq!(old().await, 1);
        facts::hold(app, practice, &hand, Fact::Doctor, anna.bytes())
            .await
            .expect("it is so");
        assert_eq!(old().await, 0);
        missing(facts::hold(app, practice, &hand, Fact::Directory, practice.id.bytes()).await);
        let gone = Typed::default();
        doctors::set(app, practice, &hand, anna, &gone)
            .await
            .expect("she is named no more");
        assert!(doctors::shown(app, practice).await.expect("a list").is_empty());
    })
    .await;
}
