//! What stands above a request's thread: why an act did not go, where else the words are, and who must not hear them.

use anteroom_app::Failure;
use anteroom_app::requests::view::Page;
use anteroom_core::requests::Refusal;

use super::page::Draft;
use crate::errors::{Problem, refused};
use crate::frame::Staff;
use crate::people::beside::notices as barred;

/// Something that is said above the thread.
pub(super) struct Notice {
    pub class: &'static str,
    pub title: String,
    pub text: String,
    pub href: String,
    pub link: String,
}

/// What is said above the thread: why an act did not go, and where else the words are.
pub(super) fn notices(f: &Staff, page: &Page, draft: &Draft) -> Vec<Notice> {
    let w = f.w;
    let plain = |class, title, text| Notice {
        class,
        title,
        text,
        href: String::new(),
        link: String::new(),
    };
    let elsewhere = |key: &str, number: i64| Notice {
        class: "",
        title: w.with(key, "number", number.to_string()),
        text: String::new(),
        href: format!("{}/requests/{number}", f.base()),
        link: w.with("open-number", "number", number.to_string()),
    };
    let mut notices: Vec<_> = barred(f, page)
        .into_iter()
        .map(|said| plain(said.class, said.title, said.text))
        .collect();
    if page.withheld && !page.hidden {
        notices.push(plain("", w.t("hidden-title"), w.t("hidden-help")));
    }
    match &draft.failure {
        Some(Failure::Refused(Refusal::SpokeFirst { by })) => {
            let who = by.and_then(|by| page.members.iter().find(|member| member.id == by));
            let title = match (by, who) {
                (Some(_), Some(member)) => w.with("spoke-first-by", "name", member.name.clone()),
                (Some(_), None) => w.t("spoke-first-somebody"),
                (None, _) => w.t("spoke-first-patient"),
            };
            notices.push(plain("s-risk", title, w.of("refusal", "spoke-first")));
        }
        Some(busy) if busy.is_busy() => {
            let (title, help) = Problem::Busy.said(w);
            notices.push(plain("s-risk", title, help));
        }
        Some(Failure::Refused(refusal)) => notices.push(plain("s-risk", refused(w, *refusal), String::new())),
        _ => {}
    }
    notices.extend(page.merged_into.map(|into| elsewhere("merged-into", into)));
    notices.extend(page.linked_to.map(|before| elsewhere("linked-to", before)));
    notices
}
