//! The site at the desk, told through the pages.

use anteroom_core::Span;
use axum::http::StatusCode;

use crate::site::stories::helped;
use crate::testing::{Browser, Page};

const SITE: &str = "/desk/harbor/site";

/// The first path on the page that begins so.
fn link(page: &Page, begin: &str) -> String {
    let start = page
        .text
        .find(&format!("\"{begin}"))
        .unwrap_or_else(|| panic!("no link to {begin}"));
    page.text[start + 1..].split('"').next().unwrap().to_owned()
}

async fn article(browser: &mut Browser<'_>, title: &str) -> String {
    let page = browser.get(SITE).await;
    let end = page
        .text
        .find(&format!("<bdi>{title}</bdi>"))
        .expect("the article is listed");
    let start = page.text[..end].rfind("href=\"").unwrap() + 6;
    page.text[start..].split('"').next().unwrap().to_owned()
}

#[tokio::test]
async fn anybody_here_writes_a_draft_and_a_manager_publishes_it() {
    let house = helped().await;
    let mut maria = house.signed_in("Maria Reyes", "harbor").await;
    let fever = article(&mut maria, "Fever").await;
    let english = format!("{fever}/en");
    let page = maria.get(&english).await;
    assert!(!page.has("/publication"), "Maria can't publish");
    let typed = [
        ("title", "Fever"),
        ("summary", "When to call."),
        ("body", "Call us **now**.\n\n<b>x</b>"),
        ("do", "preview"),
    ];
    let form = page.form_to(&english, &typed);
    let preview = maria.send(&english, &form).await;
    preview.holds(&["<strong>now</strong>", "&lt;b&gt;x&lt;/b&gt;", "Call us **now**."]);
    let form = preview.form_to(
        &english,
        &[("title", "Fever"), ("body", "Call us **now**."), ("do", "keep")],
    );
    assert_eq!(
        maria.send(&english, &form).await.to(),
        format!("{english}?saved=1")
    );
    maria
        .get(&english)
        .await
        .holds(&["The draft waits for a manager", "Version 2", "Maria Reyes"]);
    let mut tom = house.browser();
    tom.get("/harbor/help/fever").await.holds(&["Call at once"]);
    maria
        .get(&format!("{english}/2"))
        .await
        .holds(&["<ins>**now**.</ins>", "<del>## </del>"]);
    let mut dana = house.signed_in("Dana Brooks", "harbor").await;
    let page = dana.get(&english).await;
    let publication = format!("{english}/publication");
    let form = page.form_to(&publication, &[]);
    assert_eq!(dana.send(&publication, &form).await.status, StatusCode::SEE_OTHER);
    tom.get("/harbor/help/fever")
        .await
        .holds(&["<strong>now</strong>"]);
    let withdrawal = format!("{english}/withdrawal");
    let form = dana.get(&english).await.form_to(&withdrawal, &[]);
    dana.send(&withdrawal, &form).await;
    tom.get("/harbor/help/fever")
        .await
        .holds(&["not written in English yet"]);
}

#[tokio::test]
async fn an_article_of_a_megabyte_is_refused_with_the_limit_and_a_long_one_keeps_what_was_typed() {
    let house = helped().await;
    let mut maria = house.signed_in("Maria Reyes", "harbor").await;
    let english = format!("{}/en", article(&mut maria, "Fever").await);
    let page = maria.get(&english).await;
    let long = "y".repeat(20_001);
    let form = page.form_to(&english, &[("title", "Fever"), ("body", &long), ("do", "keep")]);
    let refused = maria.send(&english, &form).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    refused.holds(&["Text: at most 20000 characters", "yyyyyyyy"]);
    let huge = "y".repeat(1_000_000);
    let form = page.form_to(&english, &[("title", "Fever"), ("body", &huge), ("do", "keep")]);
    let refused = maria.send(&english, &form).await;
    assert_eq!(refused.status, StatusCode::PAYLOAD_TOO_LARGE);
    refused.holds(&["At most 256 kB"]);
}

#[tokio::test]
async fn two_who_write_at_once_lose_nothing() {
    let house = helped().await;
    let mut maria = house.signed_in("Maria Reyes", "harbor").await;
    let mut dana = house.signed_in("Dana Brooks", "harbor").await;
    let english = format!("{}/en", article(&mut maria, "Fever").await);
    let old = maria.get(&english).await;
    let form = dana.get(&english).await.form_to(
        &english,
        &[("title", "Fever"), ("body", "Dana's words"), ("do", "keep")],
    );
    dana.send(&english, &form).await;
    let form = old.form_to(
        &english,
        &[("title", "Fever"), ("body", "Maria's words"), ("do", "keep")],
    );
    let late = maria.send(&english, &form).await;
    assert_eq!(late.status, StatusCode::CONFLICT);
    late.holds(&["Dana Brooks wrote a newer version", "Maria&#39;s words"]);
    let form = late.form_to(&english, &[("title", "Fever"), ("body", "Both"), ("do", "keep")]);
    assert_eq!(maria.send(&english, &form).await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn an_address_that_moves_leads_on_and_is_nobody_elses() {
    let house = helped().await;
    let mut dana = house.signed_in("Dana Brooks", "harbor").await;
    let fever = article(&mut dana, "Fever").await;
    let form = dana.get(&fever).await.form_to(&fever, &[]);
    let category = {
        let page = dana.get(&fever).await;
        let start = page.text.find("id=\"category\"").unwrap();
        link(
            &Page {
                text: page.text[start..].to_owned(),
                ..page.clone()
            },
            "0",
        )
    };
    let mut form = form;
    for (name, value) in [
        ("slug", "high-temperature"),
        ("category", &category),
        ("months", "6"),
        ("review_on", "2027-01-01"),
    ] {
        form.insert(name.to_owned(), value.to_owned());
    }
    assert_eq!(dana.send(&fever, &form).await.to(), format!("{fever}?saved=1"));
    let mut tom = house.browser();
    let moved = tom.get("/harbor/help/fever").await;
    assert_eq!(moved.status, StatusCode::PERMANENT_REDIRECT);
    assert_eq!(moved.to(), "/harbor/help/high-temperature");
    tom.get("/harbor/help/high-temperature")
        .await
        .holds(&["<h1>Fever</h1>"]);
    let ear = article(&mut dana, "Ear pain").await;
    let mut form = dana.get(&ear).await.form_to(
        &ear,
        &[("slug", "fever"), ("category", &category), ("months", "12")],
    );
    form.insert("review_on".to_owned(), "2027-01-01".to_owned());
    let taken = dana.send(&ear, &form).await;
    assert_eq!(taken.status, StatusCode::UNPROCESSABLE_ENTITY);
    taken.holds(&["Address is taken already"]);
}

#[tokio::test]
async fn a_category_that_would_hang_beneath_itself_is_refused() {
    let house = helped().await;
    let mut dana = house.signed_in("Dana Brooks", "harbor").await;
    let list = format!("{SITE}/categories");
    let new = format!("{list}/new");
    let top = link(&dana.get(&list).await, &format!("{list}/0"));
    let top_id = top.rsplit('/').next().unwrap().to_owned();
    let form = dana
        .get(&new)
        .await
        .form_to(&new, &[("name_en", "Fevers"), ("parent", &top_id)]);
    assert_eq!(dana.send(&new, &form).await.to(), list);
    let page = dana.get(&list).await;
    let end = page.text.find("<bdi>Fevers</bdi>").unwrap();
    let below = page.text[..end]
        .rsplit('/')
        .next()
        .unwrap()
        .split('"')
        .next()
        .unwrap()
        .to_owned();
    let form = dana
        .get(&top)
        .await
        .form_to(&top, &[("name_en", "Sick"), ("parent", &below)]);
    let refused = dana.send(&top, &form).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    refused.holds(&["beneath itself", "value=\"Sick\""]);
    let removal = format!("{top}/removal");
    let form = dana.get(&top).await.form_to(&removal, &[]);
    dana.send(&removal, &form)
        .await
        .holds(&["Something is in this category"]);
    let below = format!("{list}/{below}");
    let removal = format!("{below}/removal");
    let form = dana.get(&below).await.form_to(&removal, &[]);
    assert_eq!(dana.send(&removal, &form).await.to(), list);
}

#[tokio::test]
async fn site_work_is_given_done_undone_and_erased() {
    let house = helped().await;
    house.browser().get("/harbor/help?q=xylophone").await;
    house.pass(Span::from_minutes(1)).await;
    let mut maria = house.signed_in("Maria Reyes", "harbor").await;
    let list = format!("{SITE}/work");
    let page = maria.get(&list).await;
    page.holds(&["“xylophone”", "once", "Dana Brooks", "Due Tuesday, November 17"]);
    let done = link(&page, &format!("{list}/0"));
    let task = done.rsplit_once('/').unwrap().0.to_owned();
    let me = {
        let at = page.text.find(">Maria Reyes</option>").unwrap();
        page.text[..at]
            .rsplit("value=\"")
            .next()
            .unwrap()
            .split('"')
            .next()
            .unwrap()
            .to_owned()
    };
    let assignment = format!("{task}/assignment");
    let form = page.form_to(&assignment, &[("member", &me), ("due", "2026-11-01")]);
    maria.send(&assignment, &form).await;
    let mine = maria.get(&format!("{list}?view=mine")).await;
    mine.holds(&["xylophone", "one of them past its day", "s-broken"]);
    let done = format!("{task}/done");
    let form = mine.form_to(&done, &[]);
    maria.send(&done, &form).await;
    maria.get(&list).await.holds(&["Nothing to do about the site"]);
    // The same form again is one that was overtaken.
    assert_eq!(maria.send(&done, &form).await.status, StatusCode::CONFLICT);
    let page = maria.get(&format!("{list}?view=done")).await;
    let undone = format!("{task}/undone");
    let form = page.form_to(&undone, &[]);
    maria.send(&undone, &form).await;
    let page = maria.get(&list).await;
    let erasure = format!("{task}/erasure");
    let form = page.form_to(&erasure, &[]);
    maria.send(&erasure, &form).await;
    let page = maria.get(&format!("{list}?view=done")).await;
    page.holds(&["Words that were erased"]);
    assert!(!page.has("xylophone"));
    for path in ["?view=nosuch", "?after=x"] {
        assert_eq!(
            maria.get(&format!("{list}{path}")).await.status,
            StatusCode::NOT_FOUND
        );
    }
}

/// How many things stand on the list.
fn work_kinds(page: &Page) -> usize {
    page.text.matches("/assignment\"").count()
}

#[tokio::test]
async fn an_article_past_its_review_date_is_work_until_somebody_says_that_it_is_right() {
    let house = helped().await;
    house.pass(Span::from_days(366)).await;
    let mut dana = house.signed_in("Dana Brooks", "harbor").await;
    let list = format!("{SITE}/work");
    let page = dana.get(&list).await;
    page.holds(&[
        "An article is past its review date",
        "Fever",
        "Ear pain",
        "still right",
    ]);
    // The practice's own facts have not been looked at for a year, either.
    page.holds(&[
        "A fact to look at again",
        "Name, phone and zone of the practice",
        "Hours",
    ]);
    dana.get(SITE).await.holds(&["2 are past their review dates"]);
    for _ in 0..3 {
        let page = dana.get(&list).await;
        let task = link(&page, &format!("{list}/0"));
        let done = format!("{}/done", task.rsplit_once('/').unwrap().0);
        let form = page.form_to(&done, &[]);
        dana.send(&done, &form).await;
    }
    assert_eq!(work_kinds(&dana.get(&list).await), 1);
    house.pass(Span::from_days(1)).await;
    let mut dana = house.signed_in("Dana Brooks", "harbor").await;
    assert_eq!(
        work_kinds(&dana.get(&list).await),
        1,
        "what was looked at is believed for another year"
    );
}

#[tokio::test]
async fn the_rules_of_the_site_are_a_managers_and_say_what_is_wrong() {
    let house = helped().await;
    let mut dana = house.signed_in("Dana Brooks", "harbor").await;
    let rules = format!("{SITE}/rules");
    let form = dana.get(&rules).await.form_to(&rules, &[("site.percent", "0")]);
    let wrong = dana.send(&rules, &form).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    wrong.holds(&["can’t be understood", "value=\"0\""]);
    let form = wrong.form_to(&rules, &[("site.percent", "75")]);
    assert_eq!(dana.send(&rules, &form).await.to(), format!("{rules}?saved=1"));
    dana.get("/desk/harbor/definitions/site")
        .await
        .holds(&["75\u{202f}%"]);
    let mut maria = house.signed_in("Maria Reyes", "harbor").await;
    assert_eq!(maria.get(&rules).await.status, StatusCode::NOT_FOUND);
}
