//! A letter as its bytes (RFC 5322): plain text in UTF-8, flowed (RFC 3676), with a Message-ID that stays the same at each
//! attempt. Headers are built by the library, so that no text of ours can become one.

use anteroom_app::letters::{Mail, Server};
use lettre::Address;
use lettre::message::header::{ContentType, HeaderName, HeaderValue};
use lettre::message::{Mailbox, Message, SinglePart};

/// The longest line before it is broken: RFC 3676, 4.2 asks for less than 79 characters.
const LINE: usize = 72;

/// From and to; nothing if either is no address that a server could take.
pub(super) fn addresses(server: &Server, mail: &Mail) -> Option<(Address, Address)> {
    Some((server.from_address.parse().ok()?, mail.to.parse().ok()?))
}

/// The letter, ready to be given out; nothing if an address is none.
pub(super) fn formatted(server: &Server, mail: &Mail) -> Option<Vec<u8>> {
    let (from, to) = addresses(server, mail)?;
    let name = Some(one_line(&server.from_name)).filter(|name| !name.is_empty());
    let domain = from.domain().to_owned();
    let plain = ContentType::parse("text/plain; charset=utf-8; format=flowed").ok()?;
    let header =
        |name: &'static str, value: String| HeaderValue::new(HeaderName::new_from_ascii_str(name), value);
    let message = Message::builder()
        .from(Mailbox::new(name, from))
        .to(Mailbox::new(None, to))
        .subject(one_line(&mail.subject))
        .date(at(mail))
        .message_id(Some(format!("<{}@{domain}>", mail.id)))
        // No person wrote it, and none should be answered by a machine (RFC 3834).
        .raw_header(header("Auto-Submitted", "auto-generated".to_owned()))
        .raw_header(header("Content-Language", one_line(&mail.language)))
        .singlepart(SinglePart::builder().header(plain).body(flowed(&mail.text)));
    Some(message.ok()?.formatted())
}

fn at(mail: &Mail) -> std::time::SystemTime {
    let since = u64::try_from(mail.at.micros()).unwrap_or(0);
    std::time::UNIX_EPOCH + std::time::Duration::from_micros(since)
}

/// Without anything that ends a line or a header.
fn one_line(text: &str) -> String {
    let plain = text.replace(|letter: char| letter.is_control(), " ");
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Breaks long lines softly: a space at the end says that the line goes on. What stands in one word, as a link, stays whole.
fn flowed(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for line in text.lines() {
        let mut length = 0;
        for (at, word) in line.split(' ').enumerate() {
            let width = word.chars().count();
            if at > 0 {
                out.push(' ');
                if length + width >= LINE {
                    out.push_str("\r\n");
                    length = 0;
                }
            }
            // What a reader or a server on the way could take for something else is set off (RFC 3676, 4.4).
            if length == 0 && (word.starts_with('>') || word == "From") {
                out.push(' ');
            }
            out.push_str(word);
            length += width + 1;
        }
        while out.ends_with(' ') {
            out.pop();
        }
        out.push_str("\r\n");
    }
    // The last line is ended by whoever gives the letter out.
    out.truncate(out.trim_end().len());
    out
}

#[cfg(test)]
mod tests {
    use anteroom_core::Time;
    use anteroom_core::messages::Security;

    use super::*;

    fn server() -> Server {
        Server {
            host: "localhost".to_owned(),
            port: 25,
            security: Security::None,
            sign_in: None,
            from_name: "Harbor Clínica".to_owned(),
            from_address: "desk@harbor.example".to_owned(),
        }
    }

    fn mail(subject: &str, text: &str) -> Mail {
        Mail {
            id: [7; 16].into(),
            to: "paula@example.org".to_owned(),
            subject: subject.to_owned(),
            text: text.to_owned(),
            language: "es".to_owned(),
            at: Time::from_micros(1_767_600_000_000_000),
        }
    }

    fn text(server: &Server, mail: &Mail) -> String {
        String::from_utf8(formatted(server, mail).expect("a letter")).expect("ASCII")
    }

    #[test]
    fn the_same_letter_has_the_same_bytes_at_each_attempt() {
        let letter = text(&server(), &mail("Hello", "Text"));
        assert_eq!(letter, text(&server(), &mail("Hello", "Text")));
        for line in [
            "Message-ID: <07070707-0707-0707-0707-070707070707@harbor.example>",
            "Date: Mon, 05 Jan 2026 08:00:00 +0000",
            "To: paula@example.org",
            "Auto-Submitted: auto-generated",
            "Content-Type: text/plain; charset=utf-8; format=flowed",
        ] {
            assert!(letter.contains(&format!("{line}\r\n")), "{line} in {letter}");
        }
        assert!(!letter.contains("Reply-To"));
    }

    #[test]
    fn no_text_becomes_a_header() {
        let letter = text(
            &Server {
                from_name: "A\r\nBcc: x@example.org\u{7}".to_owned(),
                ..server()
            },
            &mail("B\r\nBcc: y@example.org\r\n\r\nbody", "C"),
        );
        let (head, _) = letter.split_once("\r\n\r\n").expect("a head");
        let names = head.split("\r\n").filter(|line| !line.starts_with(' '));
        assert!(
            !names.clone().any(|line| line.to_lowercase().starts_with("bcc")),
            "{head}"
        );
        assert!(names.count() < 12, "{head}");
        let bad = Mail {
            to: "x@example.org\r\nBcc: z@example.org".to_owned(),
            ..mail("", "")
        };
        assert_eq!(formatted(&server(), &bad), None);
    }

    #[test]
    fn long_lines_are_broken_softly_and_a_link_stays_whole() {
        let link = format!("https://desk.example/harbor/status/{}", "x".repeat(80));
        let long = "word ".repeat(40);
        let broken = flowed(&format!("{long}end\n\n{link}\nFrom here\n"));
        assert!(broken.contains(&format!("\r\n{link}\r\n")), "{broken}");
        assert!(broken.contains("\r\n From here"), "{broken}");
        let lines: Vec<_> = broken.split("\r\n").collect();
        assert!(lines[0].ends_with("word ") && lines[0].len() < 79, "{lines:?}");
        let joined = broken.replace(" \r\n", " ");
        assert!(joined.starts_with(&format!("{long}end\r\n")), "{joined}");
    }
}
