//! The list that a request was opened from, beside it: who stands before and after, and the way back. What the URL doesn't
//! say, the page that a form was sent from does; without either there is no list.

use anteroom_app::requests::{self, neighbours};
use axum::http::request::Parts;
use axum::http::{HeaderMap, Uri, header};

use crate::Web;
use crate::errors::Problem;
use crate::forms::{Fields, encoded};
use crate::frame::Staff;
use crate::queue::asked::Asked;
use crate::queue::{Listed, Ticking};
use crate::seat::Seat;

/// The list beside a request.
pub(crate) struct Walk {
    pub rows: Vec<Listed>,
    pub ticking: Ticking,
    /// Whose place this is.
    pub here: i64,
    pub before: Option<String>,
    pub after: Option<String>,
    /// The list's own page.
    pub back: String,
    /// The request's own page beside this list, for who asks for it again.
    pub again: String,
}

/// What names a list in an address, with the request's place in it.
#[derive(Debug, Clone, Default)]
pub(crate) struct From(Fields);

impl From {
    /// Of a request's page, or of the page that a form of it was sent from.
    pub(crate) fn of(parts: &Parts) -> Self {
        Self::read(&parts.uri, &parts.headers)
    }

    /// Of a request's page.
    pub(crate) fn at(query: &Fields) -> Self {
        Self(query.clone())
    }

    fn read(uri: &Uri, headers: &HeaderMap) -> Self {
        let own = Fields::of_query(uri.query().unwrap_or_default()).unwrap_or_default();
        if Asked::is_named(&own) {
            return Self(own);
        }
        let referer = headers.get(header::REFERER).and_then(|value| value.to_str().ok());
        let sent = referer
            .and_then(|text| text.parse::<Uri>().ok())
            .filter(|sent| page_of(sent.path()) == page_of(uri.path()))
            .and_then(|sent| Fields::of_query(sent.query()?).ok())
            .filter(Asked::is_named);
        Self(sent.unwrap_or_default())
    }

    /// The list after a question mark, for the way back to the request's page; empty without one.
    pub(crate) async fn query(&self, web: &Web, seat: &Seat) -> String {
        if !Asked::is_named(&self.0) {
            return String::new();
        }
        match Asked::read(web, seat, &self.0).await {
            Ok(asked) => format!("?{}{}", asked.page(), self.place()),
            Err(_) => String::new(),
        }
    }

    fn place(&self) -> String {
        match self.0.text("place") {
            "" => String::new(),
            place => format!("&place={}", encoded(place)),
        }
    }
}

/// `/desk/{slug}/requests/{number}` of the path of one of its forms.
fn page_of(path: &str) -> &str {
    let end = path.match_indices('/').nth(4).map_or(path.len(), |(at, _)| at);
    &path[..end]
}

impl Walk {
    /// The list of an address; nothing where it names none, or one that isn't there any more.
    pub(crate) async fn load(
        web: &Web,
        f: &Staff,
        from: &From,
        number: i64,
    ) -> Result<Option<Self>, Problem> {
        if !Asked::is_named(&from.0) {
            return Ok(None);
        }
        let asked = match Asked::read(web, &f.seat, &from.0).await {
            Ok(asked) => asked,
            Err(Problem::Missing) => return Ok(None),
            Err(problem) => return Err(problem),
        };
        let list = requests::list(
            &web.app,
            &f.seat.desk,
            &asked.filter,
            asked.after.as_deref(),
            false,
        );
        let listing = list.await?;
        let place = Some(from.0.text("place")).filter(|place| !place.is_empty());
        let (before, after) = neighbours(&listing.rows, asked.filter.sort, number, place);
        let rows: Vec<Listed> = listing
            .rows
            .iter()
            .map(|row| Listed::new(f, row).within(&asked.page(), row))
            .collect();
        let href = |number: Option<i64>| {
            let row = rows.iter().find(|row| Some(row.number) == number);
            row.map(|row| row.href.clone())
        };
        Ok(Some(Self {
            before: href(before),
            after: href(after),
            rows,
            ticking: Ticking::new(f.w),
            here: number,
            back: format!("{}/requests?{}", f.base(), asked.page()),
            again: format!("?{}{}", asked.page(), from.place()),
        }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_of_a_form_is_its_request() {
        assert_eq!(
            page_of("/desk/harbor/requests/1000/replies"),
            "/desk/harbor/requests/1000"
        );
        assert_eq!(
            page_of("/desk/harbor/requests/1000"),
            "/desk/harbor/requests/1000"
        );
    }

    #[test]
    fn a_list_is_taken_from_the_address_or_from_the_same_requests_page() {
        let from = |uri: &str, referer: &str| {
            let mut headers = HeaderMap::new();
            headers.insert(header::REFERER, referer.parse().unwrap());
            From::read(&uri.parse().unwrap(), &headers).0.owned("view")
        };
        let form = "/desk/harbor/requests/1000/replies";
        assert_eq!(from("/desk/harbor/requests/1000?view=mine", ""), "mine");
        assert_eq!(
            from(form, "https://desk.example/desk/harbor/requests/1000?view=team"),
            "team"
        );
        assert_eq!(
            from(form, "https://desk.example/desk/harbor/requests/1001?view=team"),
            ""
        );
        assert_eq!(
            from(form, "https://desk.example/desk/harbor/requests/1000?lang=es"),
            ""
        );
    }
}
