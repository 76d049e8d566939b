//! The pages of places and of the practice, as their readers meet them.

use anteroom_app::locations::{self, Facts};
use anteroom_app::places::import::import;
use anteroom_app::settings::changes::Hand;
use anteroom_app::settings::words;
use anteroom_core::Span;
use anteroom_core::access::Role;
use anteroom_wire::places::Places;
use axum::body::Body;
use axum::http::{Method, StatusCode};
use serde_json::Value;

use crate::testing::{Browser, House, Page};

/// Harbor by day, with a location in Austin and one in New York, and two places of somebody else's.
async fn harbor() -> House {
    let house = House::empty();
    let harbor = house.found("harbor", "Mon-Fri 08:00-17:00").await;
    house.enrol(&harbor, "Dana Brooks", Role::Administrator).await;
    house.enrol(&harbor, "Omar Shah", Role::Clinician).await;
    for (name, address, zone) in [
        (
            "North Office",
            "1200 Harbor St, New York, NY 10001",
            "America/New_York",
        ),
        ("Austin & West", "12 Elm St, Austin, TX 78701", "America/Chicago"),
    ] {
        let facts = Facts {
            name: name.to_owned(),
            address: address.to_owned(),
            timezone: zone.to_owned(),
            ..Facts::default()
        };
        let set = locations::set(&house.app, &harbor, &Hand::operator(), None, &facts).await;
        set.expect("the location is set");
    }
    house
}

const TABLE: &str = "key,name,street,city,state,zip,lat,lon,phone,mon,tue,wed,note\n\
    e1,East Clinic,1 River Rd,Newark,NJ,07102,40.7357,-74.1724,973-555-0101,800AM-430PM,800AM-430PM,800AM-430PM,\n\
    w1,West Clinic,9 Hill Rd,Jersey City,NJ,07302,40.7178,-74.0431,,800AM-430PM,by appointment,-,Ring twice.\n";
const MAP: &str = "id=key,name=name,street=street,city=city,state=state,postal=zip,latitude=lat,longitude=lon,phone=phone,\
    monday=mon,tuesday=tue,wednesday=wed,note=note";

async fn with_places(house: &House) {
    let harbor = house.practice("harbor").await;
    let map = anteroom_wire::places::map(Some(MAP)).expect("the map holds");
    let places = Places::open(TABLE.as_bytes(), &map).expect("the table has the columns");
    let done = import(&house.app, &harbor, places, |_| ())
        .await
        .expect("the table is read");
    assert_eq!(done.imported, 2, "{done:?}");
}

async fn machines(browser: &mut Browser<'_>, path: &str) -> Value {
    let page = browser.get(path).await;
    serde_json::from_str(&page.text).expect("JSON")
}

/// The links of a page to locations of the practice.
fn location_links(page: &Page) -> Vec<String> {
    let links = page.text.split("href=\"/harbor/locations/").skip(1);
    links
        .map(|rest| format!("/harbor/locations/{}", rest.split('"').next().unwrap()))
        .collect()
}

#[tokio::test]
async fn a_practices_pages_are_made_of_the_desks_facts_and_say_whether_each_door_is_open() {
    let house = harbor().await;
    let mut patient = house.browser();
    let home = patient.get("/harbor").await;
    home.holds(&[
        "Open now until 5 pm",
        "href=\"/harbor/locations\"",
        "href=\"/harbor/contact\"",
        "<meta name=\"description\" content=\"harbor practice: ask us",
        "<link rel=\"canonical\" href=\"http://desk.example/harbor\">",
        "hreflang=\"es\" href=\"http://desk.example/harbor?lang=es\"",
        "hreflang=\"x-default\" href=\"http://desk.example/harbor\"",
    ]);
    assert!(
        !home.has("/harbor/doctors") && !home.has("/harbor/bring"),
        "{}",
        home.text
    );
    let links = location_links(&home);
    assert_eq!(
        links.len(),
        2 + usize::from(links.contains(&"/harbor/locations/".to_owned()))
    );
    let office = patient.get(&links[0]).await;
    office.holds(&[
        "<h1>North Office</h1>",
        "Open now until 5 pm",
        "1200 Harbor St, New York, NY 10001",
        "search?query=1200%20Harbor",
        "8 am to 5 pm",
        "class=\"today\"",
        "Closed Wednesday, November 11: Veterans Day.",
        "tel:5125550100",
    ]);
    // A place without hours of its own has the desk's, which are those of the desk's clock: an hour earlier on its own.
    patient.get(&links[1]).await.holds(&[
        "Austin &#38; West",
        "Open now until 4 pm",
        "All times are those of America/New_York",
    ]);
    patient.language = "es";
    patient
        .get(&links[0])
        .await
        .holds(&["Abierto ahora hasta 17:00", "Horario", "hoy"]);
    let contact = patient.get("/harbor/contact").await;
    contact.holds(&[
        "<h1>Contacto</h1>",
        "tel:5125550100",
        "rel=\"canonical\" href=\"http://desk.example/harbor/contact?lang=es\"",
    ]);
}

#[tokio::test]
async fn the_facts_as_data_are_those_of_the_page_and_nothing_in_them_ends_their_element() {
    let house = harbor().await;
    let harbor = house.practice("harbor").await;
    let evil = Facts {
        name: "</script><b>".to_owned(),
        address: "1 Elm St".to_owned(),
        ..Facts::default()
    };
    locations::set(&house.app, &harbor, &Hand::operator(), None, &evil)
        .await
        .expect("it is a name");
    let page = house.browser().get("/harbor/locations").await;
    let (_, rest) = page
        .text
        .split_once("<script type=\"application/ld+json\">")
        .expect("a block");
    let (block, _) = rest.split_once("</script>").expect("it ends");
    let data: Value = serde_json::from_str(block).expect("JSON");
    let things = data["@graph"].as_array().expect("things");
    assert_eq!(things.len(), 4);
    assert!(things.iter().all(|thing| thing["@type"] == "MedicalClinic"));
    assert_eq!(things[0]["telephone"], "(512) 555-0100");
    assert_eq!(things[0]["openingHoursSpecification"][0]["opens"], "08:00");
    assert_eq!(
        things[0]["openingHoursSpecification"][0]["dayOfWeek"]
            .as_array()
            .map(Vec::len),
        Some(5)
    );
    assert_eq!(things[1]["address"], "1200 Harbor St, New York, NY 10001");
    assert_eq!(things[3]["name"], "</script><b>");
    let policy = page.headers["content-security-policy"].to_str().unwrap();
    assert!(
        policy.contains("script-src 'self'") && !policy.contains("unsafe"),
        "{policy}"
    );
}

#[tokio::test]
async fn an_old_address_of_a_location_leads_to_the_new_one() {
    let house = harbor().await;
    let mut patient = house.browser();
    let links = location_links(&patient.get("/harbor/locations").await);
    let harbor = house.practice("harbor").await;
    let (row, _) = locations::list(&house.app, &harbor).await.unwrap().remove(0);
    let facts = Facts {
        name: "Pier".to_owned(),
        ..Facts::default()
    };
    locations::set(&house.app, &harbor, &Hand::operator(), Some(row.id), &facts)
        .await
        .expect("renamed");
    let page = patient.get(&links[0]).await;
    assert_eq!(page.status, StatusCode::PERMANENT_REDIRECT);
    assert!(page.to().starts_with("/harbor/locations/pier-"), "{}", page.to());
    patient
        .get(&page.to())
        .await
        .holds(&["<h1>Pier</h1>", "The address is not entered yet"]);
    assert_eq!(
        patient.get("/harbor/locations/pier-00000000").await.status,
        StatusCode::NOT_FOUND
    );
    let elm = house.found("elm", "24/7").await;
    assert_eq!(
        patient.get(&page.to().replace("harbor", &elm.slug)).await.status,
        StatusCode::NOT_FOUND
    );
}

#[tokio::test]
async fn the_places_near_a_postal_code_are_told_on_the_page_and_to_machines() {
    let house = harbor().await;
    with_places(&house).await;
    let mut patient = house.browser();
    patient
        .get("/harbor/find")
        .await
        .holds(&["Your ZIP code", "GeoNames", "CC BY 4.0"]);
    let page = patient.get("/harbor/find?near=10001").await;
    page.holds(&[
        "The 4 nearest to 10001",
        "North Office</a>",
        "0.0 miles",
        "Open now until 5 pm",
        "West Clinic",
        "We can’t tell whether it is open now: please call first",
        "Its hours today are given as “by appointment”.",
        "Ring twice.",
        "East Clinic",
        "Open now until 4:30 pm",
        "973-555-0101",
        "Please call before you go.",
    ]);
    let answer = machines(&mut patient, "/harbor/find?near=10001-1234&format=json&limit=3").await;
    let places = answer["places"].as_array().expect("places");
    assert_eq!(places.len(), 3);
    assert_eq!(places[0]["own"], true);
    assert_eq!(places[1]["external_id"], "w1");
    assert_eq!(places[1]["open_now"], Value::Null);
    assert_eq!(places[1]["distance_km"], 5.183);
    assert_eq!(places[2]["open_now"], true);
    assert_eq!(places[2]["timezone"], "America/New_York");
}

#[tokio::test]
async fn what_is_no_postal_code_is_said_beside_the_field_and_kept_in_it() {
    let house = harbor().await;
    let mut patient = house.browser();
    for (typed, said) in [
        ("1000", "Type the five digits"),
        ("%3Cscript%3E", "Type the five digits"),
        ("00000", "We don’t know that ZIP code"),
    ] {
        let page = patient.get(&format!("/harbor/find?near={typed}")).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        page.holds(&[said, "aria-invalid=\"true\""]);
        assert!(!page.has("<script>"), "{}", page.text);
        let page = patient
            .get(&format!("/harbor/find?near={typed}&format=json"))
            .await;
        assert_eq!(page.headers["content-type"], "application/problem+json");
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    }
    patient
        .get("/harbor/find?near=32%0001")
        .await
        .holds(&["Type the five digits"]);
    let house = House::harbor().await;
    assert_eq!(
        house.browser().get("/harbor/find").await.status,
        StatusCode::NOT_FOUND
    );
}

#[tokio::test]
async fn the_point_of_a_location_is_set_by_hand_and_outranks_its_postal_code() {
    let house = harbor().await;
    let mut dana = house.signed_in("Dana Brooks", "harbor").await;
    let harbor = house.practice("harbor").await;
    let (row, _) = locations::list(&house.app, &harbor).await.unwrap().remove(0);
    let path = format!("/desk/harbor/settings/locations/{}", row.id);
    let typed = [
        ("name", "North Office"),
        ("address", "1200 Harbor St"),
        ("timezone", ""),
        ("phone", ""),
    ];
    let mut form = dana.get(&path).await.form_to(&path, &typed);
    form.insert("point".to_owned(), "40.7, west".to_owned());
    dana.send(&path, &form)
        .await
        .holds(&["Write latitude and longitude", "40.7, west"]);
    form.insert("point".to_owned(), "40.7484, -73.9867".to_owned());
    assert_eq!(dana.send(&path, &form).await.status, StatusCode::SEE_OTHER);
    dana.get(&path).await.holds(&["value=\"40.7484, -73.9867\""]);
    let answer = machines(&mut house.browser(), "/harbor/find?near=10001&format=json").await;
    assert_eq!(answer["places"][0]["distance_km"], 0.842);
    house
        .browser()
        .get(&location_links(&house.browser().get("/harbor").await)[0])
        .await
        .holds(&[
            "https://www.openstreetmap.org/directions?to=40.7484%2C-73.9867",
            "&quot;latitude&quot;:40.7484".replace("&quot;", "\"").as_str(),
        ]);
}

#[tokio::test]
async fn a_doctor_is_named_once_somebody_says_so_and_no_more_once_they_left() {
    let house = harbor().await;
    let mut dana = house.signed_in("Dana Brooks", "harbor").await;
    let list = dana.get("/desk/harbor/settings/doctors").await;
    list.holds(&["Omar Shah", "Not on the website"]);
    assert!(!list.has("Dana Brooks</bdi></a>"), "{}", list.text);
    let (_, rest) = list
        .text
        .split_once("/desk/harbor/settings/doctors/")
        .expect("a link");
    let path = format!(
        "/desk/harbor/settings/doctors/{}",
        rest.split('"').next().unwrap()
    );
    let typed = [
        ("shown", "1"),
        ("title", "MD, FAAP"),
        ("languages", "en, spanish!"),
        ("accepting", "1"),
        ("about.en", "Omar likes kites.\nAnd listens."),
        ("about.es", ""),
    ];
    let mut form = dana.get(&path).await.form_to(&path, &typed);
    dana.send(&path, &form)
        .await
        .holds(&["Write languages by their short names"]);
    assert_eq!(
        house.browser().get("/harbor/doctors").await.status,
        StatusCode::NOT_FOUND
    );
    form.insert("languages".to_owned(), "en, es, tlh".to_owned());
    assert_eq!(dana.send(&path, &form).await.status, StatusCode::SEE_OTHER);
    let mut patient = house.browser();
    patient.get("/harbor").await.holds(&["href=\"/harbor/doctors\""]);
    patient.get("/harbor/doctors").await.holds(&[
        "Omar Shah",
        "MD, FAAP",
        "<p>Omar likes kites.</p>",
        "Speaks English, Spanish, tlh",
        "Takes new patients",
        "\"@type\":\"Physician\"",
        "\"isAcceptingNewPatients\":true",
    ]);
    dana.get("/desk/harbor/settings/changes")
        .await
        .holds(&["Doctor", "Omar likes kites."]);
    form = dana.get(&path).await.form_to(&path, &[]);
    assert_eq!(dana.send(&path, &form).await.status, StatusCode::SEE_OTHER);
    assert_eq!(patient.get("/harbor/doctors").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn what_to_bring_is_a_page_once_it_is_worded() {
    let house = harbor().await;
    let harbor = house.practice("harbor").await;
    let mut patient = house.browser();
    assert_eq!(patient.get("/harbor/bring").await.status, StatusCode::NOT_FOUND);
    let texts = [("bring.en", "Your insurance card\nThe vaccination book".to_owned())].into();
    words::set(&house.app, &harbor, &Hand::operator(), &texts)
        .await
        .expect("worded");
    patient
        .get("/harbor/bring")
        .await
        .holds(&["<li>Your insurance card</li>", "<li>The vaccination book</li>"]);
    patient.get("/harbor").await.holds(&["href=\"/harbor/bring\""]);
}

#[tokio::test]
async fn a_fact_that_nobody_looked_at_for_a_year_is_shown_until_somebody_says_it_is_still_so() {
    let house = harbor().await;
    let day = Span::from_days(1);
    house.pass(day).await;
    let mut dana = house.signed_in("Dana Brooks", "harbor").await;
    let page = dana.get("/desk/harbor/settings/facts").await;
    page.holds(&["North Office: Address and phone", "It is still so"]);
    assert!(!page.has("Please look again"), "{}", page.text);
    house.pass(Span::from_days(366)).await;
    let mut dana = house.signed_in("Dana Brooks", "harbor").await;
    dana.get("/desk/harbor/settings")
        .await
        .holds(&["4 facts were not looked at for a year."]);
    let page = dana.get("/desk/harbor/settings/facts").await;
    page.holds(&["Please look again"]);
    let (_, rest) = page
        .text
        .split_once("action=\"/desk/harbor/settings/facts/location/")
        .expect("a form");
    let path = format!(
        "/desk/harbor/settings/facts/location/{}",
        rest.split('"').next().unwrap()
    );
    let form = page.form_to(&path, &[]);
    assert_eq!(dana.send(&path, &form).await.status, StatusCode::SEE_OTHER);
    dana.get("/desk/harbor/settings")
        .await
        .holds(&["3 facts were not looked at for a year."]);
    for nobodys in [
        "location/018bcfe5-687b-7fff-bfff-ffffffffffff",
        "weather/018bcfe5-687b-7fff-bfff-ffffffffffff",
    ] {
        let page = dana
            .send(&format!("/desk/harbor/settings/facts/{nobodys}"), &form)
            .await;
        assert_eq!(page.status, StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn the_list_of_pages_names_what_there_is_and_no_page_of_the_desk() {
    let house = harbor().await;
    let mut robot = house.browser();
    let index = robot.get("/sitemap.xml").await;
    index.holds(&[
        "<sitemapindex",
        "<loc>http://desk.example/harbor/sitemap.xml</loc>",
    ]);
    let list = robot.get("/harbor/sitemap.xml").await;
    assert_eq!(list.headers["content-type"], "application/xml; charset=utf-8");
    list.holds(&[
        "/harbor</loc>",
        "/harbor/ask</loc>",
        "/harbor/find</loc>",
        "/harbor/contact</loc>",
        "north-office-",
    ]);
    assert!(
        !list.has("/desk/") && !list.has("/status/") && !list.has("doctors"),
        "{}",
        list.text
    );
    for address in list.text.split("<loc>http://desk.example").skip(1) {
        let path = address.split("</loc>").next().unwrap();
        assert_eq!(robot.get(path).await.status, StatusCode::OK, "{path}");
    }
    robot
        .get("/robots.txt")
        .await
        .holds(&["Disallow: /desk", "Sitemap: http://desk.example/sitemap.xml"]);
    let refused = robot.ask(Method::POST, "/sitemap.xml", Body::empty(), None).await;
    assert_eq!(refused.status, StatusCode::METHOD_NOT_ALLOWED);
}
