//! From a press to other people's screens: a served node, a thousand streams, and as many loads of the page as they cause. The
//! node is a process of its own, so that its memory is its own, too.

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use anteroom_app::practices::{Administrator, Founding, found};
use anteroom_app::requests::view::Ask;
use anteroom_app::{App, SystemClock, SystemEntropy, requests, staff};
use anteroom_core::access::Role;
use anyhow::{Context, bail};
use serde::Serialize;
use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpStream;
use tokio::task::JoinSet;
use tokio::time::{interval, sleep};

use crate::world;

const PRACTICES: usize = 50;
const SCREENS_EACH: usize = 20;
/// Requests that wait in each queue.
const OPEN_EACH: usize = 30;
/// Between two commits of the node: 20 a second.
const EVERY: Duration = Duration::from_millis(50);
const SECONDS: u64 = 30;
/// From the press to 99 of 100 screens, and what a screen costs at most.
const P99_MOST: Duration = Duration::from_millis(250);
const SCREEN_MOST: f64 = 30.0;
/// When a screen asks for its page after it heard of a change, as the page's script does.
const LOADS: (u64, u64) = (80, 500);

/// What was measured.
#[derive(Debug, Serialize)]
pub(super) struct Figures {
    screens: usize,
    commits: u64,
    /// Rows that reached a screen, of those that should have.
    heard: usize,
    expected: u64,
    /// From the press to another screen's row, in milliseconds.
    p50: f64,
    p99: f64,
    p99_most: f64,
    /// Whole pages that the screens asked for meanwhile, and the p99 of each, in milliseconds.
    loads: usize,
    load_p99: f64,
    /// The node's memory without screens and with all of them, in kB; nothing where the system doesn't tell.
    without: Option<u64>,
    with: Option<u64>,
    /// kB a screen.
    screen: Option<f64>,
    screen_most: f64,
}

/// One practice, as its screens share it.
struct Practice {
    slug: String,
    secrets: Vec<String>,
    pressed: Mutex<Instant>,
}

#[derive(Default)]
struct Seen {
    rows: Mutex<Vec<Duration>>,
    loads: Mutex<Vec<Duration>>,
    commits: AtomicU64,
}

#[expect(clippy::disallowed_methods, reason = "a bench measures")]
fn now() -> Instant {
    Instant::now()
}

fn keep(all: &Mutex<Vec<Duration>>, one: Duration) {
    all.lock().unwrap_or_else(PoisonError::into_inner).push(one);
}

/// Measures on a fresh SQLite file in the folder.
pub(super) async fn measure(folder: &Path) -> anyhow::Result<Figures> {
    let practices = Arc::new(settle(folder).await?);
    let (node, address) = serve(folder).await?;
    let node = Node(node);
    // A first page of each practice, so that what the node keeps for pages is there before its screens are.
    for practice in practices.iter() {
        page(&mut connect(address).await?, practice, 0).await?;
    }
    sleep(Duration::from_secs(2)).await;
    let without = node.memory();
    let seen = Arc::new(Seen::default());
    let mut screens = JoinSet::new();
    for (of, practice) in practices.iter().enumerate() {
        for seat in 0..practice.secrets.len() {
            let stream = listen(address, practice, seat).await?;
            let (practices, seen) = (Arc::clone(&practices), Arc::clone(&seen));
            screens.spawn(async move { watch(stream, address, &practices[of], seat, &seen).await });
        }
    }
    sleep(Duration::from_secs(5)).await;
    let with = node.memory();
    press(address, &practices, &seen).await?;
    sleep(Duration::from_secs(2)).await;
    screens.abort_all();
    Ok(figures(&seen, without, with))
}

/// Practices with requests that wait, and as many sessions as there will be screens.
async fn settle(folder: &Path) -> anyhow::Result<Vec<Practice>> {
    super::remove(folder, "screens");
    let store = super::open(&super::place_of(folder, "screens")).await?;
    let app = App::new(store, Arc::new(SystemClock), Arc::new(SystemEntropy));
    let mut practices = Vec::new();
    for number in 0..PRACTICES {
        let slug = format!("bench-{number}");
        let founding = Founding {
            name: slug.clone(),
            slug: slug.clone(),
            timezone: "UTC".to_owned(),
            hours: "24/7".to_owned(),
            ..Founding::default()
        };
        let practice = found(&app, &founding, None).await?;
        let login = format!("maria@{slug}.example");
        let password = "a horse that staples".to_owned();
        let typed = Administrator {
            name: "Maria Reyes".to_owned(),
            login: login.clone(),
            password: password.clone(),
        };
        staff::enrol(&app, &practice, &typed, Role::FrontDesk).await?;
        for one in 0..OPEN_EACH {
            let form = Ask {
                name: format!("Patient {one}"),
                email: format!("patient{one}@example.org"),
                words: "Could you tell me whether the results of last week are there?".to_owned(),
                language: "en".to_owned(),
                ..Ask::default()
            };
            requests::ask(&app, &practice, &form).await?;
        }
        let mut secrets = Vec::new();
        for _ in 0..SCREENS_EACH {
            let Ok(signed_in) = staff::sign_in(&app, &login, &password).await? else {
                bail!("a member of the bench can't sign in");
            };
            secrets.push(signed_in.token);
        }
        practices.push(Practice {
            slug,
            secrets,
            pressed: Mutex::new(now()),
        });
    }
    Ok(practices)
}

/// The node, which ends with the bench.
struct Node(Child);

impl Node {
    /// What it holds in memory, in kB, as Linux tells it.
    #[expect(
        clippy::disallowed_methods,
        reason = "a bench looks at a process from outside"
    )]
    fn memory(&self) -> Option<u64> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.0.id())).ok()?;
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
        line.trim().trim_end_matches("kB").trim().parse().ok()
    }
}

impl Drop for Node {
    fn drop(&mut self) {
        // It may have ended by itself.
        drop(self.0.kill());
        drop(self.0.wait());
    }
}

#[expect(clippy::disallowed_methods, reason = "a bench serves the program that it is")]
async fn serve(folder: &Path) -> anyhow::Result<(Child, SocketAddr)> {
    let free = std::net::TcpListener::bind("127.0.0.1:0")?.local_addr()?;
    let program = std::env::current_exe()?;
    let node = Command::new(program)
        .args(["serve", "--listen", &free.to_string(), "--database"])
        .arg(super::place_of(folder, "screens").to_string())
        .env("ANTEROOM_LOG", "warn")
        .stdin(Stdio::null())
        .spawn()
        .context("can't start a node")?;
    for _ in 0..200 {
        if TcpStream::connect(free).await.is_ok() {
            return Ok((node, free));
        }
        sleep(Duration::from_millis(50)).await;
    }
    drop(Node(node));
    bail!("the node does not answer");
}

async fn connect(address: SocketAddr) -> anyhow::Result<BufReader<TcpStream>> {
    let socket = TcpStream::connect(address).await?;
    socket.set_nodelay(true)?;
    Ok(BufReader::with_capacity(2_048, socket))
}

async fn ask(
    socket: &mut BufReader<TcpStream>,
    practice: &Practice,
    seat: usize,
    (head, body): (&str, &str),
) -> anyhow::Result<()> {
    let text = format!(
        "{head} HTTP/1.1\r\nhost: bench\r\ncookie: anteroom_session={}\r\naccept-language: en\r\n\
         content-type: application/x-www-form-urlencoded\r\ncontent-length: {}\r\n",
        practice.secrets[seat],
        body.len()
    );
    let text = if head.ends_with("/live?after=") {
        format!("{text}accept: text/event-stream\r\n\r\n")
    } else {
        format!("{text}anteroom-live: 1\r\n\r\n{body}")
    };
    Ok(socket.get_mut().write_all(text.as_bytes()).await?)
}

/// The status of an answer and the length of its body.
async fn head(socket: &mut BufReader<TcpStream>) -> anyhow::Result<(String, usize)> {
    let (mut status, mut length) = (String::new(), 0);
    socket.read_line(&mut status).await?;
    let mut line = String::new();
    loop {
        line.clear();
        if socket.read_line(&mut line).await? == 0 {
            bail!("the node hung up");
        }
        if line == "\r\n" {
            return Ok((status, length));
        }
        if let Some(value) = line.to_ascii_lowercase().strip_prefix("content-length:") {
            length = value.trim().parse()?;
        }
    }
}

/// A whole page of the queue.
async fn page(socket: &mut BufReader<TcpStream>, practice: &Practice, seat: usize) -> anyhow::Result<String> {
    let get = format!("GET /desk/{}/requests", practice.slug);
    ask(socket, practice, seat, (&get, "")).await?;
    let (status, length) = head(socket).await?;
    if !status.contains(" 200 ") {
        bail!("a page of the queue answers {status}");
    }
    let mut bytes = vec![0; length];
    socket.read_exact(&mut bytes).await?;
    Ok(String::from_utf8(bytes)?)
}

async fn listen(
    address: SocketAddr,
    practice: &Practice,
    seat: usize,
) -> anyhow::Result<BufReader<TcpStream>> {
    let mut socket = connect(address).await?;
    let get = format!("GET /desk/{}/live?after=", practice.slug);
    ask(&mut socket, practice, seat, (&get, "")).await?;
    let (status, _) = head(&mut socket).await?;
    if !status.contains(" 200 ") {
        bail!("a stream answers {status}");
    }
    Ok(socket)
}

/// Notes when each row comes, and asks for the page a little later, as a page's script does.
async fn watch(
    mut stream: BufReader<TcpStream>,
    address: SocketAddr,
    practice: &Practice,
    seat: usize,
    seen: &Seen,
) -> anyhow::Result<()> {
    let (mut line, mut heard) = (String::new(), None);
    // Spread by the seat: no two of a practice at once.
    let (least, most) = LOADS;
    let wait = least + (most - least) * u64::try_from(seat)? / u64::try_from(SCREENS_EACH)?;
    loop {
        line.clear();
        if stream.read_line(&mut line).await? == 0 {
            bail!("a stream ended");
        }
        if line.trim_end() != "event: changed" {
            continue;
        }
        let pressed = *practice.pressed.lock().unwrap_or_else(PoisonError::into_inner);
        // Only the first word after a press is its own.
        if heard.replace(pressed) == Some(pressed) {
            continue;
        }
        keep(&seen.rows, pressed.elapsed());
        sleep(Duration::from_millis(wait)).await;
        let began = now();
        page(&mut connect(address).await?, practice, seat).await?;
        keep(&seen.loads, began.elapsed());
    }
}

/// Writes notes, one practice after the other.
async fn press(address: SocketAddr, practices: &[Practice], seen: &Seen) -> anyhow::Result<()> {
    let mut writers = BTreeMap::new();
    for (at, practice) in practices.iter().enumerate() {
        let mut socket = connect(address).await?;
        let page = page(&mut socket, practice, 0).await?;
        let (_, rest) = page
            .split_once("name=\"token\" value=\"")
            .context("a page without a token")?;
        let token = rest.split('"').next().unwrap_or_default().to_owned();
        writers.insert(at, (socket, token));
    }
    let mut turn = interval(EVERY);
    let count = SECONDS * 1_000 / u64::try_from(EVERY.as_millis())?;
    for number in 0..count {
        turn.tick().await;
        let at = usize::try_from(number)? % practices.len();
        let practice = &practices[at];
        let (socket, token) = writers.get_mut(&at).context("a writer")?;
        let post = format!(
            "POST /desk/{}/requests/{}/notes",
            practice.slug,
            1_000 + usize::try_from(number)? / practices.len() % OPEN_EACH
        );
        let form = format!("token={token}&key=k{number}&seen=1000&words=Noted");
        *practice.pressed.lock().unwrap_or_else(PoisonError::into_inner) = now();
        ask(socket, practice, 0, (&post, &form)).await?;
        let (status, length) = head(socket).await?;
        socket.read_exact(&mut vec![0; length]).await?;
        if !status.contains(" 303 ") {
            bail!("a note answers {status}");
        }
        seen.commits.fetch_add(1, Ordering::Relaxed);
    }
    Ok(())
}

fn figures(seen: &Seen, without: Option<u64>, with: Option<u64>) -> Figures {
    let sorted = |all: &Mutex<Vec<Duration>>| {
        let mut all = all.lock().unwrap_or_else(PoisonError::into_inner).clone();
        all.sort_unstable();
        all
    };
    let (rows, loads) = (sorted(&seen.rows), sorted(&seen.loads));
    let screens = PRACTICES * SCREENS_EACH;
    let commits = seen.commits.load(Ordering::Relaxed);
    #[expect(clippy::cast_precision_loss, reason = "kB of a bench stay far below 2^52")]
    let each = |(without, with): (u64, u64)| with.saturating_sub(without) as f64 / screens as f64;
    Figures {
        screens,
        commits,
        heard: rows.len(),
        expected: commits * SCREENS_EACH as u64,
        p50: part(&rows, 50),
        p99: part(&rows, 99),
        p99_most: P99_MOST.as_secs_f64() * 1e3,
        loads: loads.len(),
        load_p99: part(&loads, 99),
        screen: without.zip(with).map(each),
        without,
        with,
        screen_most: SCREEN_MOST,
    }
}

/// The nearest rank, in milliseconds.
fn part(sorted: &[Duration], percent: usize) -> f64 {
    let rank = (sorted.len() * percent).div_ceil(100);
    let found = sorted.get(rank.saturating_sub(1));
    found.map_or(f64::INFINITY, |one| one.as_secs_f64() * 1e3)
}

pub(super) fn tell(figures: &Figures) -> anyhow::Result<()> {
    let Figures {
        screens,
        commits,
        heard,
        expected,
        p50,
        p99,
        p99_most,
        loads,
        load_p99,
        screen_most,
        ..
    } = figures;
    world::say(&format!(
        "\nfrom a press to another screen, {screens} screens of {PRACTICES} practices, {commits} commits in {SECONDS} s:\n\
         p50 {p50:.0} ms, p99 {p99:.0} ms, at most {p99_most:.0}; {heard} of {expected} rows came; \
         {loads} pages were loaded meanwhile, p99 {load_p99:.0} ms"
    ))?;
    let memory = figures
        .screen
        .map_or("not known on this system".to_owned(), |each| {
            format!("{each:.1} kB")
        });
    world::say(&format!("memory a screen: {memory}, at most {screen_most:.0} kB"))
}

pub(super) fn judge(figures: &Figures) -> anyhow::Result<()> {
    if figures.p99 > figures.p99_most {
        bail!(
            "a change takes too long to other screens: p99 {:.0} ms",
            figures.p99
        );
    }
    // Two commits that meet in one look of the feed are one word to the screens.
    if figures.heard * 100 < usize::try_from(figures.expected)? * 98 {
        bail!(
            "{} of {} rows reached their screens",
            figures.heard,
            figures.expected
        );
    }
    if figures.screen.is_some_and(|each| each > figures.screen_most) {
        bail!("a screen takes too much memory");
    }
    Ok(())
}
