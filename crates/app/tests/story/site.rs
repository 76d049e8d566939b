//! A practice keeps a help centre: files read in and read again, addresses that move, what the site could not answer, and the
//! promise that it answers.

use anteroom_app::Failure;
use anteroom_app::promises::{self, History};
use anteroom_app::site::files::{self, File};
use anteroom_app::site::opinions::{self, Typed};
use anteroom_app::site::visits::{self, Deed, Search, Visitor};
use anteroom_app::site::work::{self, View};
use anteroom_app::site::{self, Found, articles};
use anteroom_core::Span;
use anteroom_core::access::Role;
use anteroom_core::promises::{Figures, Name, Standing};
use anteroom_core::site::search::Language;
use anteroom_core::site::work::Kind;
use anteroom_core::text::Fault;
use anteroom_wire::articles::{ArticleFile, CategoryLine};

use crate::house::{House, member, told};

fn file(language: Language, slug: &str, title: &str, body: &str) -> File {
    File {
        name: format!("{language}/{slug}.md"),
        language,
        position: 1,
        article: ArticleFile {
            slug: slug.to_owned(),
            category: "sick".to_owned(),
            title: title.to_owned(),
            body: body.to_owned(),
            ..ArticleFile::default()
        },
    }
}

async fn furnish(house: &House, articles: &[File]) -> files::Loaded {
    let line = CategoryLine {
        slug: "sick".to_owned(),
        names: vec!["Sick".to_owned(), "Enfermo".to_owned()],
    };
    let (app, practice) = (&house.app, &house.practice);
    files::add_categories(app, practice, &[line])
        .await
        .expect("the category");
    files::load(app, practice, articles)
        .await
        .expect("the files are read")
}

fn fever() -> Vec<File> {
    vec![
        file(Language::English, "fever", "Fever", "Call us."),
        file(Language::Spanish, "fever", "Fiebre", "Llámenos."),
    ]
}

fn visitor(of: u8) -> Visitor {
    Visitor {
        address: Some([192, 0, 2, of].into()),
        agent: "Mozilla/5.0 (a phone)".to_owned(),
    }
}

#[tokio::test]
async fn a_file_read_twice_changes_nothing_and_what_the_desk_wrote_stays() {
    told(|house: House| async move {
        let (app, practice) = (&house.app, &house.practice);
        let loaded = furnish(&house, &fever()).await;
        assert_eq!((loaded.new, loaded.same), (2, 0));
        let loaded = furnish(&house, &fever()).await;
        assert_eq!((loaded.new, loaded.same), (0, 2));
        let other = file(Language::English, "fever", "Fever", "Call us at once.");
        assert_eq!(furnish(&house, std::slice::from_ref(&other)).await.changed, 1);
        let Found::Here(read) = site::read(app, practice, "fever", Language::English)
            .await
            .expect("read")
        else {
            panic!("it has not moved");
        };
        assert_eq!(read.text.body, "Call us at once.");
        let desk = member(app, practice, "Mona Adler", Role::Manager).await;
        let mut text = read.text.clone();
        text.body = "Maria's words.".to_owned();
        let number = articles::write(app, &desk, (read.id, Language::English, 2), &text)
            .await
            .expect("written");
        assert_eq!(number, 3);
        let again = articles::write(app, &desk, (read.id, Language::English, 3), &text).await;
        assert_eq!(again.expect("the same words"), 3);
        assert_eq!(furnish(&house, &[other]).await.kept, 1);
        let huge = file(Language::English, "huge", "Huge", &"x".repeat(1_000_000));
        let odd = File {
            article: ArticleFile {
                category: "nosuch".to_owned(),
                ..fever()[0].article.clone()
            },
            ..fever()[0].clone()
        };
        let refused = furnish(&house, &[huge, odd]).await.refused;
        let faults: Vec<_> = refused
            .iter()
            .map(|(_, fault)| (fault.field, fault.fault))
            .collect();
        assert_eq!(
            faults,
            [("body", Fault::TooLong(20_000)), ("category", Fault::Missing)]
        );
    })
    .await;
}

#[tokio::test]
async fn an_address_that_moved_leads_on_for_good_even_back() {
    told(|house: House| async move {
        let (app, practice) = (&house.app, &house.practice);
        furnish(&house, &fever()).await;
        let desk = member(app, practice, "Mona Adler", Role::Manager).await;
        let listing = articles::list(app, &desk).await.expect("the list");
        let article = listing.rows[0].article.clone();
        let typed = |slug: &str| articles::Typed {
            slug: slug.to_owned(),
            category: article.category.to_string(),
            ..articles::Typed::default()
        };
        for (seen, slug) in [(1, "temperature"), (2, "hot"), (3, "fever")] {
            articles::set(app, &desk, (article.id, seen), &typed(slug))
                .await
                .expect("moved");
        }
        for old in ["temperature", "hot"] {
            let found = site::read(app, practice, old, Language::English)
                .await
                .expect("found");
            assert_eq!(found, Found::Moved("fever".to_owned()));
        }
        let seen = articles::set(app, &desk, (article.id, 3), &typed("late")).await;
        assert!(matches!(seen, Err(Failure::Overtaken(_))));
        let library = site::library(app, practice).await.expect("the library");
        assert_eq!(library.entries()[0].slug, "fever");
        assert_eq!(library.search("fiebre", Language::English).len(), 1);
        articles::withdraw(app, &desk, (article.id, Language::Spanish))
            .await
            .expect("withdrawn");
        articles::withdraw(app, &desk, (article.id, Language::English))
            .await
            .expect("withdrawn");
        assert!(
            site::library(app, practice)
                .await
                .expect("the library")
                .is_empty()
        );
        let gone = site::read(app, practice, "fever", Language::English).await;
        assert!(matches!(gone, Err(Failure::Missing)));
    })
    .await;
}

#[tokio::test]
async fn what_the_site_could_not_answer_is_one_thing_to_do_however_often_it_comes_up() {
    told(|house: House| async move {
        let (app, practice) = (&house.app, &house.practice);
        furnish(&house, &fever()).await;
        let desk = member(app, practice, "Mona Adler", Role::Manager).await;
        let no = Typed {
            helpful: "no".to_owned(),
            reason: "short".to_owned(),
            words: String::new(),
        };
        for _ in 0..3 {
            opinions::give(app, practice, ("fever", Language::English), &no)
                .await
                .expect("said");
        }
        for (who, words) in [(1, "frenulum cut"), (2, "cut frenulum!"), (3, "me@example.org")] {
            let search = Search {
                words,
                language: Language::English,
                found: false,
                sent: true,
            };
            visits::searched(app, practice, &visitor(who), search);
        }
        visits::flush(app).await.expect("written");
        let page = work::list(app, &desk, View::Open, None).await.expect("the list");
        let told: Vec<_> = page
            .rows
            .iter()
            .map(|(row, title)| (row.item.kind, row.count, title.as_str()))
            .collect();
        assert_eq!(told, [(Kind::Opinion, 3, "Fever"), (Kind::Search, 2, "")]);
        assert!(
            page.rows.iter().all(|(row, _)| !row.member.is_empty()),
            "each has an owner"
        );
        let first = &page.rows[0].0.item;
        work::done(app, &desk, (first.id, first.version))
            .await
            .expect("done");
        opinions::give(app, practice, ("fever", Language::English), &no)
            .await
            .expect("said");
        let page = work::list(app, &desk, View::Open, None).await.expect("the list");
        assert_eq!(page.rows[0].0.count, 1, "it comes up anew");
        let undone = work::undone(app, &desk, (first.id, first.version + 1)).await;
        undone.expect("stays done beside the new one");
        assert_eq!(
            work::list(app, &desk, View::Open, None)
                .await
                .expect("the list")
                .open,
            2
        );
    })
    .await;
}

#[tokio::test]
async fn the_promise_counts_visits_by_what_they_did_and_forgets_who_came() {
    told(|house: House| async move {
        let (app, practice) = (&house.app, &house.practice);
        let unmeasured = promises::one(app, practice, Name::Site)
            .await
            .expect("the promise");
        assert_eq!(unmeasured.standing, Standing::NotMeasured);
        furnish(&house, &fever()).await;
        for who in 1..=10 {
            assert_eq!(visits::note(app, practice, &visitor(who), Deed::Read), who == 1);
            visits::note(app, practice, &visitor(who), Deed::Read);
        }
        for who in 1..=5 {
            visits::note(app, practice, &visitor(who), Deed::Send);
        }
        visits::note(app, practice, &visitor(99), Deed::Send);
        visits::flush(app).await.expect("written");
        let promise = promises::one(app, practice, Name::Site)
            .await
            .expect("the promise");
        let Figures::Site(now) = &promise.figures else {
            panic!("it is measured")
        };
        assert_eq!((now.visits().all, now.visits().answered), (10, 5));
        assert_eq!(promise.standing, Standing::Broken);
        house.pass(Span::from_hours(24)).await;
        for who in 1..=10 {
            visits::note(app, practice, &visitor(who), Deed::Read);
        }
        house.pass(Span::from_secs(10)).await;
        let promise = promises::one(app, practice, Name::Site)
            .await
            .expect("the promise");
        let Figures::Site(now) = &promise.figures else {
            panic!("it is measured")
        };
        assert_eq!((now.visits().all, now.visits().answered), (20, 15));
        let History::Site { days, .. } = promises::history(app, practice, Name::Site)
            .await
            .expect("its past")
        else {
            panic!("it has a past")
        };
        let last: Vec<_> = days
            .iter()
            .rev()
            .take(3)
            .map(|(_, share, visits)| (*share, visits.all))
            .collect();
        assert_eq!(last, [(Some(0.75), 10), (Some(0.5), 10), (None, 0)]);
        assert_eq!(days.len(), 28);
    })
    .await;
}
