use axum::http::StatusCode;

use crate::testing::House;

#[tokio::test]
async fn the_first_page_is_the_set_up_then_the_one_practice_then_a_list() {
    let house = House::empty();
    assert_eq!(house.browser().get("/").await.to(), "/setup");
    house.found("harbor", "24/7").await;
    assert_eq!(house.browser().get("/").await.to(), "/harbor");
    house.found("elm", "24/7").await;
    let page = house.browser().get("/").await;
    page.holds(&["Which practice?", "href=\"/elm\"", "href=\"/harbor\""]);
}

#[tokio::test]
async fn a_patient_reads_who_to_call_in_an_emergency_and_when_an_answer_comes() {
    let house = House::empty();
    house.found("harbor", "Mon-Fri 08:00-17:00").await;
    let page = house.browser().get("/harbor").await;
    page.holds(&[
        "How can we help?",
        "In an emergency call <a href=\"tel:911\">911</a>",
        "href=\"/harbor/ask\"",
        "tel:5125550100",
        "Open now until 5 pm",
        "a person answers by 10:48 am",
    ]);
    let mut spanish = house.browser();
    spanish.language = "es";
    spanish
        .get("/harbor")
        .await
        .holds(&["Abierto ahora hasta 17:00", "lang=\"es\""]);
}

#[tokio::test]
async fn a_closed_practice_says_when_it_opens() {
    let house = House::empty();
    house.found("harbor", "Wed 08:00-17:00").await;
    house
        .browser()
        .get("/harbor")
        .await
        .holds(&["Closed now, opens tomorrow 8 am", "class=\"shut\""]);
}

#[tokio::test]
async fn a_practice_without_hours_takes_no_messages_and_offers_the_phone() {
    let house = House::empty();
    house.found("harbor", "").await;
    let mut patient = house.browser();
    let page = patient.get("/harbor").await;
    page.holds(&["We can’t take messages here yet", "tel:5125550100"]);
    assert!(!page.has("/harbor/ask"), "{}", page.text);
    let page = patient.get("/harbor/ask").await;
    assert_eq!(page.status, StatusCode::OK);
    page.holds(&["We can’t take messages here yet", "tel:5125550100"]);
    assert!(!page.has("<form"), "{}", page.text);
}

#[tokio::test]
async fn what_a_patient_chose_on_the_home_page_is_chosen_on_the_form() {
    let house = House::harbor().await;
    let mut patient = house.browser();
    patient
        .get("/harbor")
        .await
        .holds(&["href=\"/harbor/ask?kind=refill\""]);
    patient
        .get("/harbor/ask?kind=refill")
        .await
        .holds(&["value=\"refill\" checked"]);
}
