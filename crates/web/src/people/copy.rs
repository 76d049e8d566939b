//! "Copy for the chart": the thread of a request as plain text, in the practice's time: who, when, what. What colleagues noted
//! for each other stays at the desk, and so does a reply that can still be taken back.

use anteroom_app::requests;
use anteroom_app::requests::view::{Line, Page};
use anteroom_core::requests::EntryKind;
use askama::Template;
use axum::extract::State;
use axum::response::Response;

use crate::Web;
use crate::errors::{Problem, show};
use crate::frame::{In, Staff};
use crate::i18n::Tongue;
use crate::requests::number;
use crate::seat::Seat;

#[derive(Template)]
#[template(path = "people/copy.html")]
struct CopyPage {
    f: Staff,
    number: i64,
    text: String,
    chart: String,
}

pub(super) async fn copy(
    State(web): State<Web>,
    tongue: Tongue,
    seat: Seat,
    In((_, text)): In<(String, String)>,
) -> Result<Response, Problem> {
    let number = number(&text)?;
    let page = requests::copy(&web.app, &seat.desk, number).await?;
    let f = Staff::new(&web, seat, &tongue, "queue");
    show(&CopyPage {
        number,
        text: plain(&f, &page),
        chart: page.people.chart.clone().unwrap_or_default(),
        f,
    })
}

fn plain(f: &Staff, page: &Page) -> String {
    let w = f.w;
    let mut head = vec![format!(
        "{} #{}: {}",
        f.practice().name,
        page.row.number,
        page.row.subject
    )];
    if !page.row.person.is_empty() {
        head.push(w.with("copy-asked-by", "name", page.row.person.clone()));
    }
    if let Some(patient) = &page.people.patient {
        let mut about = patient.name.clone();
        if let Some(born) = patient.born {
            about = format!("{about}, {}", w.with("born", "date", born.to_string()));
        }
        if let Some(number) = &patient.record_number {
            about = format!("{about}, {}", w.with("record-is", "number", number.as_str()));
        }
        head.push(w.with("copy-about", "name", about));
    }
    head.push(w.with("copy-zone", "zone", f.practice().timezone.clone()));
    let mut parts = vec![head.join("\n")];
    parts.extend(page.lines.iter().filter_map(|line| said(f, line)));
    parts.join("\n\n") + "\n"
}

/// A line that both sides know of.
fn said(f: &Staff, line: &Line) -> Option<String> {
    let how = match line.kind {
        EntryKind::Patient => String::new(),
        EntryKind::Reply if line.undo_until.is_none() => f.w.of("entry-reply", line.via.as_str()),
        EntryKind::Attempt => f.w.t("entry-attempt"),
        EntryKind::Reply | EntryKind::Note | EntryKind::Automatic | EntryKind::Event => return None,
    };
    let by = if line.by.is_empty() {
        f.w.t("somebody")
    } else {
        line.by.clone()
    };
    let at = line.at.to_jiff().map_or_else(String::new, |at| {
        at.to_zoned_datetime(f.when.zone().clone())
            .strftime("%Y-%m-%d %H:%M")
            .to_string()
    });
    let how = if how.is_empty() { how } else { format!(" ({how})") };
    Some(format!("{at} {by}{how}:\n{}", line.body))
}
