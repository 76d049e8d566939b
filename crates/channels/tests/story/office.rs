//! A mail server for tests: it speaks enough SMTP on a real socket, keeps what it took, and fails where it is told to.

use std::collections::VecDeque;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex, PoisonError};

use anteroom_app::letters::Server;
use anteroom_core::messages::Security;
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;

/// Where in the talk something happens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Before the first word.
    Greeting,
    /// After EHLO.
    Hello,
    /// After AUTH.
    SignIn,
    /// After MAIL FROM.
    From,
    /// After RCPT TO.
    To,
    /// After DATA.
    Data,
    /// After the letter's last line, before it is kept.
    Letter,
    /// After the letter is kept, before that is said.
    Kept,
}

/// What happens there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// Another answer than yes.
    Says(&'static str),
    /// No answer, and the line stays open.
    Hangs,
    /// The line is cut.
    Cuts,
}

/// A letter that was taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Taken {
    /// The envelope's sender.
    pub from: String,
    /// The envelope's recipient.
    pub to: String,
    /// Head and body as they came.
    pub raw: String,
}

impl Taken {
    /// A header's value; empty if there is none.
    pub fn header(&self, name: &str) -> &str {
        let head = self.raw.split("\r\n\r\n").next().unwrap_or_default();
        let mut lines = head.split("\r\n");
        lines
            .find_map(|line| line.strip_prefix(name)?.strip_prefix(": "))
            .unwrap_or_default()
    }

    /// The body, with quoted-printable read (RFC 2045, 6.7) and soft breaks joined.
    pub fn text(&self) -> String {
        let body = self
            .raw
            .split_once("\r\n\r\n")
            .map_or("", |(_, body)| body)
            .replace("=\r\n", "");
        let mut bytes = Vec::with_capacity(body.len());
        let mut rest = body.as_bytes();
        while let Some((first, after)) = rest.split_first() {
            let code = after.get(..2).and_then(|hex| std::str::from_utf8(hex).ok());
            let code = code.and_then(|hex| u8::from_str_radix(hex, 16).ok());
            if let Some(code) = code.filter(|_| *first == b'=') {
                bytes.push(code);
                rest = &after[2..];
            } else {
                bytes.push(*first);
                rest = after;
            }
        }
        String::from_utf8_lossy(&bytes).replace(" \r\n", " ")
    }

    /// The first link in it.
    pub fn link(&self) -> String {
        let text = self.text();
        let mut words = text.split_whitespace();
        words
            .find(|word| word.starts_with("http"))
            .unwrap_or_default()
            .to_owned()
    }
}

#[derive(Default)]
struct Inner {
    taken: Vec<Taken>,
    faults: VecDeque<(Stage, Fault)>,
    always: Option<(Stage, Fault)>,
}

/// A mail server on this machine. It goes with the test.
#[derive(Clone)]
pub struct PostOffice {
    place: SocketAddr,
    inner: Arc<Mutex<Inner>>,
    count: watch::Receiver<usize>,
}

impl PostOffice {
    /// Opens one on a free port.
    pub async fn open() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let place = listener.local_addr().expect("an address");
        let inner: Arc<Mutex<Inner>> = Arc::default();
        let (counted, count) = watch::channel(0);
        let counted = Arc::new(counted);
        let kept = inner.clone();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let (kept, counted) = (kept.clone(), counted.clone());
                tokio::spawn(async move {
                    // A line that breaks off is the end of that talk and of nothing else.
                    drop(Talk { kept, counted }.run(stream).await);
                });
            }
        });
        Self { place, inner, count }
    }

    /// How a practice speaks to it.
    pub fn server(&self) -> Server {
        Server {
            host: self.place.ip().to_string(),
            port: self.place.port(),
            security: Security::None,
            sign_in: None,
            from_name: "Harbor".to_owned(),
            from_address: "desk@harbor.example".to_owned(),
        }
    }

    /// The next talk fails like this; many wait in line.
    pub fn fails(&self, stage: Stage, fault: Fault) {
        self.lock().faults.push_back((stage, fault));
    }

    /// Every talk fails like this from now on.
    pub fn always_fails(&self, fault: Option<(Stage, Fault)>) {
        self.lock().always = fault;
    }

    /// What it took so far.
    pub fn taken(&self) -> Vec<Taken> {
        self.lock().taken.clone()
    }

    /// What it took, once that is so many letters.
    pub async fn taken_at_least(&self, many: usize) -> Vec<Taken> {
        let mut count = self.count.clone();
        count
            .wait_for(|taken| *taken >= many)
            .await
            .expect("the server is open");
        self.taken()
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Inner> {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

struct Talk {
    kept: Arc<Mutex<Inner>>,
    counted: Arc<watch::Sender<usize>>,
}

/// The end of a talk: what was asked for, or a line that broke.
struct Over;

impl From<std::io::Error> for Over {
    fn from(_: std::io::Error) -> Self {
        Self
    }
}

impl Talk {
    async fn run(self, stream: TcpStream) -> Result<(), Over> {
        let mut line = BufReader::new(stream);
        let fault = {
            let mut inner = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
            inner.faults.pop_front().or(inner.always)
        };
        answer(&mut line, fault, Stage::Greeting, "220 post office").await?;
        let (mut from, mut to) = (String::new(), String::new());
        loop {
            let mut command = String::new();
            if line.read_line(&mut command).await? == 0 {
                return Err(Over);
            }
            let verb = command.split([' ', '\r']).next().unwrap_or_default();
            match verb.to_ascii_uppercase().as_str() {
                "EHLO" => {
                    let yes = "250-post office\r\n250-AUTH PLAIN LOGIN\r\n250 SMTPUTF8";
                    answer(&mut line, fault, Stage::Hello, yes).await?;
                }
                "AUTH" => answer(&mut line, fault, Stage::SignIn, "235 yes").await?,
                "MAIL" => {
                    from = angled(&command);
                    answer(&mut line, fault, Stage::From, "250 yes").await?;
                }
                "RCPT" => {
                    to = angled(&command);
                    answer(&mut line, fault, Stage::To, "250 yes").await?;
                }
                "DATA" => {
                    answer(&mut line, fault, Stage::Data, "354 go on").await?;
                    let raw = letter(&mut line).await?;
                    answer(&mut line, fault, Stage::Letter, "").await?;
                    self.keep(Taken {
                        from: from.clone(),
                        to: to.clone(),
                        raw,
                    });
                    answer(&mut line, fault, Stage::Kept, "250 taken").await?;
                }
                "QUIT" => {
                    line.get_mut().write_all(b"221 bye\r\n").await?;
                    return Ok(());
                }
                _ => line.get_mut().write_all(b"502 no\r\n").await?,
            }
        }
    }

    fn keep(&self, taken: Taken) {
        let mut inner = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        inner.taken.push(taken);
        // Nobody waits where the test is over.
        let _ = self.counted.send(inner.taken.len());
    }
}

fn angled(command: &str) -> String {
    let inside = command.split_once('<').and_then(|(_, rest)| rest.split_once('>'));
    inside.map_or("", |(inside, _)| inside).to_owned()
}

async fn letter(line: &mut BufReader<TcpStream>) -> Result<String, Over> {
    let mut raw = String::new();
    loop {
        let mut part = String::new();
        if line.read_line(&mut part).await? == 0 {
            return Err(Over);
        }
        if part == ".\r\n" {
            return Ok(raw);
        }
        raw.push_str(part.strip_prefix('.').unwrap_or(&part));
    }
}

/// Answers a stage: as it should, or as the fault has it. An answer of nothing is none.
async fn answer(
    line: &mut BufReader<TcpStream>,
    fault: Option<(Stage, Fault)>,
    stage: Stage,
    yes: &str,
) -> Result<(), Over> {
    let said = match fault.filter(|(at, _)| *at == stage).map(|(_, fault)| fault) {
        None => yes,
        Some(Fault::Says(said)) => said,
        Some(Fault::Cuts) => return Err(Over),
        Some(Fault::Hangs) => {
            // Until the other side gives up.
            let mut rest = String::new();
            while line.read_line(&mut rest).await? > 0 {
                rest.clear();
            }
            return Err(Over);
        }
    };
    if !said.is_empty() {
        line.get_mut().write_all(format!("{said}\r\n").as_bytes()).await?;
    }
    Ok(())
}
