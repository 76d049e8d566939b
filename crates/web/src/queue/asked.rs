//! Which list a URL asks for: one of the house's own, a view that somebody keeps, or a filter as it stands there. It knows
//! how the three are written, and nothing of the rows.

use anteroom_app::requests::view::{Saved, View};
use anteroom_app::views;
use anteroom_core::ids::ViewId;
use anteroom_core::limits;
use anteroom_core::views::{Filter, PARTS, Sort};

use crate::Web;
use crate::errors::Problem;
use crate::forms::{Fields, encoded};
use crate::seat::Seat;

/// A list as it is asked for.
pub(crate) struct Asked {
    pub filter: Filter,
    /// The view that it comes from.
    pub saved: Option<Saved>,
    /// Where its page starts.
    pub after: Option<String>,
    /// Whether the page shows its parts.
    pub open: bool,
}

impl Asked {
    /// Reads the values after a question mark. What is no list is a page that isn't there, and so is somebody else's view.
    pub(crate) async fn read(web: &Web, seat: &Seat, query: &Fields) -> Result<Self, Problem> {
        let after = Some(query.owned("after")).filter(|after| !after.is_empty());
        if after
            .as_ref()
            .is_some_and(|after| after.len() > limits::URL_VALUE)
        {
            return Err(Problem::Missing);
        }
        let saved = match query.text("saved") {
            "" => None,
            id => {
                let id: ViewId = id.parse().map_err(|_| Problem::Missing)?;
                Some(views::find(&web.app, &seat.desk, id).await?)
            }
        };
        let filter = match &saved {
            Some(saved) => saved.filter.clone(),
            None if PARTS.iter().any(|part| query.ticked(part)) => {
                Filter::of(|part| query.text(part)).map_err(|_| Problem::Missing)?
            }
            None => match query.text("view") {
                "" => View::All.filter(),
                word => word.parse::<View>().map_err(|_| Problem::Missing)?.filter(),
            },
        };
        let open = query.ticked("filter") || filter.narrows() && View::of(&filter).is_none();
        Ok(Self {
            open: open || saved.is_some() || filter.sort != Sort::Due,
            filter,
            saved,
            after,
        })
    }

    /// Whether the values after a question mark name a list at all.
    pub(crate) fn is_named(query: &Fields) -> bool {
        let names = PARTS.iter().chain(&["view", "saved"]);
        names.into_iter().any(|name| query.ticked(name))
    }

    /// The house's own list that this is.
    pub(crate) fn view(&self) -> Option<View> {
        View::of(&self.filter).filter(|_| self.saved.is_none())
    }

    /// The list in a URL's query, from its first page on.
    pub(crate) fn query(&self) -> String {
        match (&self.saved, self.view()) {
            (Some(saved), _) => format!("saved={}", saved.id),
            (None, Some(view)) => format!("view={view}"),
            (None, None) => self.filter.query(),
        }
    }

    /// The same, with the page that is shown.
    pub(crate) fn page(&self) -> String {
        match &self.after {
            Some(after) => format!("{}&after={}", self.query(), encoded(after)),
            None => self.query(),
        }
    }
}
