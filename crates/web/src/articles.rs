//! The site at the desk: the list of its articles with what each needs, and the rooms beside it. Whoever works here writes;
//! what patients read, and where it stands, is set by who manages.

use anteroom_app::site::articles::{self as app, Listing};
use anteroom_app::site::work as site_work;
use anteroom_core::access::Right;
use anteroom_core::site::search::Language;
use askama::Template;
use axum::extract::State;
use axum::response::Response;

use crate::Web;
use crate::errors::{Problem, show};
use crate::frame::Staff;
use crate::i18n::{Tongue, Words};
use crate::people::Choice;
use crate::queue::counted;
use crate::seat::Seat;
use crate::table::{Needs, Route};

mod categories;
mod edit;
mod item;
mod rules;
mod versions;
mod work;

pub(crate) fn routes() -> Vec<Route> {
    let (work, manage) = (Needs::Desk(Right::Work), Needs::Desk(Right::Manage));
    vec![
        Route::get("/desk/{slug}/site", work, list),
        Route::get("/desk/{slug}/site/articles/new", work, item::new),
        Route::post("/desk/{slug}/site/articles/new", work, item::add),
        Route::get("/desk/{slug}/site/articles/{article}", work, item::show),
        Route::post("/desk/{slug}/site/articles/{article}", manage, item::save),
        Route::post(
            "/desk/{slug}/site/articles/{article}/opinions/{opinion}/erasure",
            work,
            item::erase,
        ),
        Route::get(
            "/desk/{slug}/site/articles/{article}/{language}",
            work,
            edit::form,
        ),
        Route::post(
            "/desk/{slug}/site/articles/{article}/{language}",
            work,
            edit::save,
        ),
        Route::post(
            "/desk/{slug}/site/articles/{article}/{language}/publication",
            manage,
            edit::publish,
        ),
        Route::post(
            "/desk/{slug}/site/articles/{article}/{language}/withdrawal",
            manage,
            edit::withdraw,
        ),
        Route::get(
            "/desk/{slug}/site/articles/{article}/{language}/{version}",
            work,
            versions::show,
        ),
        Route::get("/desk/{slug}/site/work", work, work::list),
        Route::post("/desk/{slug}/site/work/{task}/done", work, work::done),
        Route::post("/desk/{slug}/site/work/{task}/undone", work, work::undone),
        Route::post("/desk/{slug}/site/work/{task}/assignment", work, work::give),
        Route::post("/desk/{slug}/site/work/{task}/erasure", work, work::erase),
        Route::get("/desk/{slug}/site/categories", manage, categories::list),
        Route::get(
            "/desk/{slug}/site/categories/{category}",
            manage,
            categories::form,
        ),
        Route::post(
            "/desk/{slug}/site/categories/{category}",
            manage,
            categories::save,
        ),
        Route::post(
            "/desk/{slug}/site/categories/{category}/removal",
            manage,
            categories::remove,
        ),
        Route::get("/desk/{slug}/site/rules", manage, rules::form),
        Route::post("/desk/{slug}/site/rules", manage, rules::save),
    ]
}

/// A room of the site, above each of its pages.
pub(super) struct Tab {
    pub href: String,
    pub label: String,
    pub count: String,
    pub current: bool,
}

/// The rooms of the site that the reader may enter; `here` is the word of the one they are in.
pub(super) fn tabs(f: &Staff, here: &str, open: Option<i64>) -> Vec<Tab> {
    let w = f.w;
    let tab = |word: &str, path: &str, count: Option<i64>| Tab {
        href: format!("{}/site{path}", f.base()),
        label: w.of("site-tab", word),
        count: count.map_or_else(String::new, |count| counted(w, count)),
        current: word == here,
    };
    let mut tabs = vec![tab("articles", "", None), tab("work", "/work", open)];
    if f.manages() {
        tabs.push(tab("categories", "/categories", None));
        tabs.push(tab("rules", "/rules", None));
    }
    tabs
}

/// The name of a language of the site in the page's own.
pub(super) fn tongue(w: Words, language: Language) -> String {
    w.of("language", language.as_str())
}

/// Categories to choose from, each indented as it hangs.
pub(super) fn choices(
    w: Words,
    categories: &[(anteroom_app::site::Category, usize)],
    present: &str,
) -> Vec<(String, String)> {
    let choice = |(category, level): &(anteroom_app::site::Category, usize)| {
        let name = category.name(w.tag());
        (category.id.to_string(), format!("{}{name}", "– ".repeat(*level)))
    };
    let mut choices: Vec<(String, String)> = categories.iter().map(choice).collect();
    if present.is_empty() {
        choices.insert(0, (String::new(), w.t("close-choose")));
    }
    choices
}

/// Members to choose from.
pub(super) fn members(w: Words, all: &[anteroom_app::staff::Named], present: &str) -> Vec<Choice> {
    let mut choices = vec![Choice::new("", w.t("nobody"), present)];
    choices.extend(
        all.iter()
            .map(|member| Choice::new(&member.id.to_string(), member.name.clone(), present)),
    );
    choices
}

/// An article in the list.
struct Row {
    href: String,
    title: String,
    /// Each language with its state in words, and the class of it.
    states: Vec<(String, &'static str)>,
    owner: String,
    review: String,
    late: bool,
    opinions: String,
}

/// A category with its articles.
struct Group {
    name: String,
    rows: Vec<Row>,
}

/// Something that an article needs: the words, and how many need it.
struct Need {
    said: String,
    class: &'static str,
}

#[derive(Template)]
#[template(path = "site/list.html")]
struct ListPage {
    f: Staff,
    tabs: Vec<Tab>,
    said: String,
    needs: Vec<Need>,
    groups: Vec<Group>,
    /// Whether there is a category to put an article in.
    can_add: bool,
}

/// How a language of an article stands, in words.
pub(super) fn state(w: Words, titles: &[app::Titled], language: Language) -> (String, &'static str) {
    let name = tongue(w, language);
    let found = titles.iter().find(|one| one.language == language);
    match found.map(|one| (one.versions.live.is_some(), one.versions.has_draft())) {
        None => (w.with("article-state-none", "language", name), "s-broken"),
        Some((true, false)) => (w.with("article-state-live", "language", name), "s-kept"),
        Some((true, true)) => (w.with("article-state-changed", "language", name), "s-risk"),
        Some((false, _)) => (w.with("article-state-draft", "language", name), "s-unmeasured"),
    }
}

fn row(f: &Staff, listing: &Listing, row: &app::Row) -> Row {
    let w = f.w;
    let (yes, no) = row.opinions;
    let own = row.titles.iter().find(|one| one.language.as_str() == w.tag());
    let title = own.or(row.titles.first()).map_or("", |one| one.title.as_str());
    Row {
        href: format!("{}/site/articles/{}", f.base(), row.article.id),
        title: title.to_owned(),
        states: Language::ALL
            .iter()
            .map(|language| state(w, &row.titles, *language))
            .collect(),
        owner: row.owner.clone(),
        review: w.with("article-review", "day", f.when.day(row.article.review_on)),
        late: row.article.review_on < listing.today,
        opinions: if yes + no > 0 {
            w.with2("article-opinions", ("yes", yes), ("no", no))
        } else {
            String::new()
        },
    }
}

/// What the articles need, each said once with how many.
fn needs(f: &Staff, listing: &Listing) -> Vec<Need> {
    let w = f.w;
    let many = |holds: &dyn Fn(&app::Row) -> bool| {
        i64::try_from(listing.rows.iter().filter(|row| holds(row)).count()).unwrap_or(i64::MAX)
    };
    let live = |row: &app::Row, language: Language| {
        row.titles
            .iter()
            .any(|one| one.language == language && one.versions.live.is_some())
    };
    let published = |row: &app::Row| Language::ALL.iter().any(|language| live(row, *language));
    let late = many(&|row| published(row) && row.article.review_on < listing.today);
    let drafts = many(&|row| row.titles.iter().any(|one| one.versions.has_draft()));
    let gaps = many(&|row| published(row) && !Language::ALL.iter().all(|language| live(row, *language)));
    let nobodys = many(&|row| row.owner.is_empty());
    let said = [
        (late, w.with("article-need-review", "n", late), "s-broken"),
        (gaps, w.with("article-need-language", "n", gaps), "s-risk"),
        (drafts, w.with("article-need-draft", "n", drafts), "s-risk"),
        (
            nobodys,
            w.with("article-need-owner", "n", nobodys),
            "s-unmeasured",
        ),
    ];
    let some = said.into_iter().filter(|(many, _, _)| *many > 0);
    some.map(|(_, said, class)| Need { said, class }).collect()
}

async fn list(State(web): State<Web>, tongue: Tongue, seat: Seat) -> Result<Response, Problem> {
    let listing = app::list(&web.app, &seat.desk).await?;
    let open = site_work::open(&web.app, &seat.desk).await?;
    let f = Staff::new(&web, seat, &tongue, "site");
    let group = |(category, _): &(anteroom_app::site::Category, usize)| Group {
        name: category.name(f.w.tag()).to_owned(),
        rows: listing
            .rows
            .iter()
            .filter(|one| one.article.category == category.id)
            .map(|one| row(&f, &listing, one))
            .collect(),
    };
    let groups: Vec<Group> = listing.categories.iter().map(group).collect();
    let many = i64::try_from(listing.rows.len()).unwrap_or(i64::MAX);
    show(&ListPage {
        tabs: tabs(&f, "articles", Some(open)),
        said: f.w.with("article-count", "n", many),
        needs: needs(&f, &listing),
        can_add: !groups.is_empty(),
        groups: groups
            .into_iter()
            .filter(|group| !group.rows.is_empty())
            .collect(),
        f,
    })
}

#[cfg(test)]
mod stories;
