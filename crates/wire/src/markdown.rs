//! Markdown to HTML that is safe to show: no raw HTML, no pictures, no links but to where a patient may go, headings below
//! the page's own. It knows no page; where relative links begin is handed in.

#[expect(
    clippy::disallowed_types,
    reason = "the library's sets of names, whose order is never read"
)]
use std::collections::HashSet;
use std::sync::LazyLock;

use ammonia::{Builder, UrlRelative};
use pulldown_cmark::{CowStr, Event, HeadingLevel, LinkType, Options, Parser, Tag, TagEnd, html};

/// What may stand in an article.
const TAGS: [&str; 24] = [
    "a",
    "blockquote",
    "br",
    "code",
    "del",
    "em",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "li",
    "ol",
    "p",
    "pre",
    "strong",
    "table",
    "tbody",
    "td",
    "th",
    "thead",
    "tr",
    "ul",
];
/// Where a link may lead: the web, a letter, a phone.
const SCHEMES: [&str; 5] = ["http", "https", "mailto", "sms", "tel"];

/// The second lock: whatever stands in the words, nothing but these tags and links comes out.
#[expect(
    clippy::disallowed_types,
    reason = "the library's sets of names, whose order is never read"
)]
static CLEANER: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let mut cleaner = Builder::empty();
    cleaner
        .tags(TAGS.into_iter().collect())
        .tag_attributes([("a", HashSet::from(["href"])), ("ol", HashSet::from(["start"]))].into())
        .url_schemes(SCHEMES.into_iter().collect())
        .url_relative(UrlRelative::PassThrough)
        .link_rel(Some("noopener noreferrer nofollow"));
    cleaner
});

fn options() -> Options {
    Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_SMART_PUNCTUATION
}

/// One level below what was written: the page has the only title.
const fn below(level: HeadingLevel) -> HeadingLevel {
    match level {
        HeadingLevel::H1 | HeadingLevel::H2 => HeadingLevel::H2,
        HeadingLevel::H3 => HeadingLevel::H3,
        HeadingLevel::H4 => HeadingLevel::H4,
        HeadingLevel::H5 => HeadingLevel::H5,
        HeadingLevel::H6 => HeadingLevel::H6,
    }
}

/// A relative link from the folder `base`, which ends in a slash; any other as it is.
fn resolved(link: &str, base: &str) -> String {
    let has_scheme = link
        .split_once(':')
        .is_some_and(|(scheme, _)| !scheme.contains(['/', '?', '#']));
    if link.is_empty() || has_scheme || link.starts_with(['/', '#', '?']) {
        return link.to_owned();
    }
    let (mut folder, mut rest) = (base.trim_end_matches('/'), link);
    while let Some(above) = rest.strip_prefix("../") {
        folder = folder.rsplit_once('/').map_or("", |(above, _)| above);
        rest = above;
    }
    format!("{folder}/{}", rest.trim_start_matches("./"))
}

/// The HTML of an article. `base` is the folder from which its relative links lead, with a slash at its end.
pub fn html(markdown: &str, base: &str) -> String {
    let shown = Parser::new_ext(markdown, options()).filter_map(|event| match event {
        // What looks like a tag is read as the letters it is written in.
        Event::Html(raw) | Event::InlineHtml(raw) => Some(Event::Text(raw)),
        Event::Start(Tag::HtmlBlock) => Some(Event::Start(Tag::Paragraph)),
        Event::End(TagEnd::HtmlBlock) => Some(Event::End(TagEnd::Paragraph)),
        // A picture's words remain.
        Event::Start(Tag::Image { .. }) | Event::End(TagEnd::Image) => None,
        Event::Start(Tag::Heading { level, .. }) => Some(Event::Start(Tag::Heading {
            level: below(level),
            id: None,
            classes: Vec::new(),
            attrs: Vec::new(),
        })),
        Event::End(TagEnd::Heading(level)) => Some(Event::End(TagEnd::Heading(below(level)))),
        Event::Start(Tag::Link {
            dest_url, link_type, ..
        }) => Some(Event::Start(Tag::Link {
            dest_url: CowStr::from(match link_type {
                LinkType::Email => dest_url.to_string(),
                _ => resolved(&dest_url, base),
            }),
            link_type,
            title: CowStr::from(""),
            id: CowStr::from(""),
        })),
        other => Some(other),
    });
    let mut out = String::new();
    html::push_html(&mut out, shown);
    CLEANER.clean(&out).to_string()
}

/// The words alone, a line each paragraph: what is searched, and what two versions are compared by.
pub fn plain(markdown: &str) -> String {
    let mut out = String::new();
    for event in Parser::new_ext(markdown, options()) {
        match event {
            Event::Text(text) | Event::Code(text) => out.push_str(&text),
            Event::SoftBreak | Event::HardBreak | Event::End(TagEnd::TableCell) => out.push(' '),
            Event::End(TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::Item | TagEnd::TableRow)
                if !out.ends_with('\n') =>
            {
                out.push('\n');
            }
            _ => {}
        }
    }
    out.trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    const BASE: &str = "/harbor/help/";

    #[test]
    fn an_article_reads_as_it_was_written_below_the_pages_title() {
        assert_eq!(
            html("# Fever\n\nGive *water*.\n\n### When\n- **Now**\n- Later", BASE),
            "<h2>Fever</h2>\n<p>Give <em>water</em>.</p>\n<h3>When</h3>\n<ul>\n<li><strong>Now</strong></li>\n\
             <li>Later</li>\n</ul>\n"
        );
    }

    #[test]
    fn no_script_style_frame_or_picture_comes_through_and_raw_html_is_read_as_its_letters() {
        for bad in [
            "<script>alert(1)</script>",
            "a <img src=x onerror=alert(1)> b",
            "<iframe src=https://evil.example></iframe>",
            "<style>body{display:none}</style>",
            "[x](javascript:alert(1))",
            "[x](JaVaScRiPt:alert(1))",
            "[x](data:text/html,<script>alert(1)</script>)",
            "[x](vbscript:x)",
            "![a](https://evil.example/pixel.png)",
            "<a href=\"https://evil.example\" onclick=\"x()\">x</a>",
            "<div class=\"act\" style=\"x\">x</div>",
            "[a]: https://evil.example/p.png\n![a]",
        ] {
            let shown = html(bad, BASE);
            for sign in [
                "<script",
                "<img",
                "<iframe",
                "<style",
                "<div",
                "<a href=\"javascript",
                "href=\"data",
                "href=\"vb",
            ] {
                assert!(!shown.contains(sign), "{bad} gave {shown}");
            }
            assert!(!shown.contains("<a href=\"JaVa"), "{bad} gave {shown}");
            let attributes = shown
                .split('<')
                .filter(|tag| tag.split('>').next().is_some_and(|tag| tag.contains("on")));
            assert_eq!(
                attributes
                    .filter(|tag| tag.contains("onclick=") || tag.contains("onerror="))
                    .count(),
                0,
                "{shown}"
            );
        }
        assert_eq!(
            html("![A smiling child](x.png)", BASE),
            "<p>A smiling child</p>\n"
        );
        assert!(html("<b>bold</b>", BASE).contains("&lt;b&gt;bold&lt;/b&gt;"));
    }

    #[test]
    fn a_link_leads_to_another_article_the_ask_form_a_phone_or_outside() {
        let href = |link: &str| {
            let shown = html(&format!("[x]({link})"), BASE);
            let (_, rest) = shown.split_once("href=\"").unwrap_or_default();
            rest.split('"').next().unwrap_or_default().to_owned()
        };
        assert_eq!(href("fever"), "/harbor/help/fever");
        assert_eq!(href("../ask"), "/harbor/ask");
        assert_eq!(href("../../../etc"), "/etc");
        assert_eq!(href("/harbor"), "/harbor");
        assert_eq!(href("#now"), "#now");
        assert_eq!(href("tel:988"), "tel:988");
        assert_eq!(href("sms:988"), "sms:988");
        assert_eq!(
            href("https://www.cdc.gov/vaccines"),
            "https://www.cdc.gov/vaccines"
        );
        assert!(html("<tom@example.org>", BASE).contains("href=\"mailto:tom@example.org\""));
        assert!(html("[x](https://example.org)", BASE).contains("rel=\"noopener noreferrer nofollow\""));
    }

    #[test]
    fn the_words_alone_hold_no_sign_of_markdown() {
        assert_eq!(
            plain(
                "## Fever\n\nGive **water**,\nnot [tea](tea).\n\n- One\n- Two\n\n| a | b |\n|---|---|\n| c | d |"
            ),
            "Fever\nGive water, not tea.\nOne\nTwo\na b c d"
        );
    }

    #[test]
    fn whatever_is_written_ends_and_stays_small() {
        for bad in [
            "*".repeat(20_000),
            "[".repeat(20_000),
            "> ".repeat(10_000),
            "`".repeat(20_000),
            "- ".repeat(10_000),
        ] {
            assert!(html(&bad, BASE).len() < 40 * bad.len());
        }
    }
}
