//! `anteroom serve`: the pages, and the work in the background.

use std::net::{IpAddr, SocketAddr};
use std::time::Duration;

use anteroom_app::{App, jobs};
use anteroom_core::limits;
use anteroom_web::{Intake, Patience, WebConfig};
use anyhow::Context;
use clap::{Args, ValueEnum};
use futures_util::future::OptionFuture;
use tokio::net::TcpListener;
use tokio::signal::unix::{SignalKind, signal};
use tokio::sync::watch;

use crate::living;
use crate::post::{self, Post};
use crate::world;

/// A node.
#[derive(Debug, Args)]
pub struct Serve {
    /// Where to listen
    #[arg(long, env = "ANTEROOM_LISTEN", default_value = "127.0.0.1:8080")]
    listen: SocketAddr,
    /// What this node does
    #[arg(long, env = "ANTEROOM_ROLE", value_enum, default_value = "all")]
    role: Role,
    /// The address that browsers see, such as https://desk.example; with https, browsers use no other way to it
    #[arg(long, env = "ANTEROOM_PUBLIC", value_parser = public)]
    public: Option<String>,
    /// Proxies in front, by address: X-Forwarded-For is believed from them and from nobody else
    #[arg(
        long = "proxy",
        env = "ANTEROOM_PROXIES",
        value_name = "ADDR",
        value_delimiter = ','
    )]
    proxies: Vec<IpAddr>,
    /// How many forms are taken from one address and for one practice; `open` is for tests and measuring
    #[arg(
        long,
        env = "ANTEROOM_INTAKE",
        value_enum,
        default_value = "guarded",
        hide = true
    )]
    intake: Guard,
    /// Whether the people of a demo write and answer while it is served; `still` is for tests and pictures
    #[arg(
        long = "demo",
        env = "ANTEROOM_DEMO",
        value_enum,
        default_value = "living",
        hide = true
    )]
    people: People,
    #[command(flatten)]
    post: Post,
}

/// Whether the people of a demo do anything by themselves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum People {
    /// They do
    Living,
    /// They don't
    Still,
}

/// Whether forms are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Guard {
    /// At the usual rates
    Guarded,
    /// Without a limit
    Open,
}

/// The address that browsers see: a scheme, a host and perhaps a port, for paths are put behind it and origins held to it.
fn public(typed: &str) -> Result<String, String> {
    let hint = "give it as http://HOST[:PORT] or https://HOST[:PORT], without a path";
    let place = typed
        .strip_prefix("https://")
        .or_else(|| typed.strip_prefix("http://"))
        .ok_or(hint)?;
    let (host, port) = match place.rsplit_once(':') {
        Some((host, port)) if !port.ends_with(']') => (host, port.parse::<u16>().map_err(|_| hint)?),
        _ => (place, 1),
    };
    let in_brackets = host.strip_prefix('[').and_then(|host| host.strip_suffix(']'));
    let known = match in_brackets {
        Some(address) => address.parse::<std::net::Ipv6Addr>().is_ok(),
        None => host.split('.').all(|label| {
            !label.is_empty()
                && label
                    .bytes()
                    .all(|letter| letter.is_ascii_alphanumeric() || letter == b'-')
        }),
    };
    if known && port > 0 {
        Ok(typed.to_ascii_lowercase())
    } else {
        Err(hint.to_owned())
    }
}

/// As many connections as there may be, and no more than half of the files that this process may open: the database needs
/// some, too, and one that can open none answers nobody.
fn connections() -> usize {
    let files = rustix::process::getrlimit(rustix::process::Resource::Nofile).current;
    let half = files
        .and_then(|files| usize::try_from(files / 2).ok())
        .unwrap_or(limits::CONNECTIONS);
    half.clamp(1, limits::CONNECTIONS)
}

/// What a node does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Role {
    /// Both
    All,
    /// Serve pages
    Web,
    /// Work in the background
    Worker,
}

/// Jobs that another node added are found at the latest after this long.
const LOOK: Duration = Duration::from_secs(1);
/// How often what ran out is swept.
const SWEEP: Duration = Duration::from_mins(10);

impl Serve {
    /// Runs until it is told to stop; what was begun is finished first.
    pub async fn run(self, database: Option<&str>) -> anyhow::Result<()> {
        let app = world::app(database).await?;
        let lent = living::lent(&app, database).await?;
        let is_demo = lent.is_some();
        // Nothing of a demo is real: no letter of it leaves.
        let app = match &lent {
            Some(lent) => lent.app(),
            None => app.with_mail(self.post.room(database, self.public.as_deref(), self.listen)?),
        };
        let (stop, stopped) = watch::channel(false);
        let worker = (self.role != Role::Web).then(|| tokio::spawn(work(app.clone(), stopped.clone())));
        let people = lent
            .filter(|_| self.role == Role::All && self.people == People::Living)
            .map(|lent| lent.live(stopped.clone()));
        let serving = async {
            let served = if self.role == Role::Worker {
                tracing::info!(database = app.store.kind(), "working");
                told_to_stop().await
            } else {
                self.pages(app, is_demo).await
            };
            // Nobody listens where no worker runs.
            let _ = stop.send(true);
            served
        };
        // The demo's people are of this task: they stop before it ends.
        let (served, _) = tokio::join!(serving, OptionFuture::from(people));
        served?;
        if let Some(worker) = worker {
            worker.await.context("the worker ended")?;
        }
        Ok(())
    }

    async fn pages(&self, app: App, is_demo: bool) -> anyhow::Result<()> {
        let listener = TcpListener::bind(self.listen)
            .await
            .with_context(|| format!("can't listen on {}", self.listen))?;
        let secure_cookies = self
            .public
            .as_deref()
            .is_some_and(|public| public.starts_with("https://"));
        let connections = connections();
        let config = WebConfig {
            public_base: self.public.clone(),
            secure_cookies,
            intake: match self.intake {
                Guard::Guarded => Intake::default(),
                Guard::Open => Intake::OPEN,
            },
            proxies: self.proxies.clone(),
            is_demo,
            patience: Patience {
                connections,
                ..Patience::default()
            },
        };
        tracing::info!(address = %listener.local_addr()?, database = app.store.kind(), connections, "serving");
        let stop = async {
            if let Err(error) = told_to_stop().await {
                tracing::error!(%error, "can't hear signals");
            }
        };
        anteroom_web::serve(listener, app, config, stop)
            .await
            .context("the server ended")
    }
}

async fn told_to_stop() -> anyhow::Result<()> {
    let mut terminate = signal(SignalKind::terminate())?;
    let mut interrupt = signal(SignalKind::interrupt())?;
    tokio::select! {
        _ = terminate.recv() => {}
        _ = interrupt.recv() => {}
    }
    Ok(())
}

/// Does jobs as they come due, and sweeps, until told to stop. A database that is gone is waited for.
async fn work(app: App, stopped: watch::Receiver<bool>) {
    let app = &app;
    let sweeps = again(stopped.clone(), || sweep(app));
    // Each carries one letter at a time, so that a slow server holds up no more than its own.
    let carriers = (0..limits::LETTERS_AT_ONCE).map(|_| again(stopped.clone(), || post::round(app)));
    let carried = futures_util::future::join_all(carriers);
    tokio::join!(sweeps, carried, again(stopped.clone(), || round(app)));
}

/// Acts, rests as long as the act says, and acts again, until told to stop: a rest is cut short, an act never is.
async fn again<F>(mut stopped: watch::Receiver<bool>, mut act: impl FnMut() -> F)
where
    F: Future<Output = Duration>,
{
    while !*stopped.borrow() {
        let rest = act().await;
        tokio::select! {
            () = tokio::time::sleep(rest) => {}
            told = stopped.changed() => if told.is_err() { return },
        }
    }
}

/// Does what is due; how long to wait for the next job.
async fn round(app: &App) -> Duration {
    match jobs::round(app).await {
        Ok(round) if round != jobs::Round::default() => Duration::ZERO,
        Ok(_) => LOOK,
        Err(error) => {
            tracing::warn!(%error, "can't work");
            LOOK
        }
    }
}

/// Sweeps what ran out; how long to wait for the next time.
async fn sweep(app: &App) -> Duration {
    if let Err(error) = jobs::sweep(app).await {
        tracing::warn!(%error, "can't sweep");
    }
    SWEEP
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn who_is_told_to_stop_while_at_work_finishes_it_and_begins_no_more() {
        let (stop, stopped) = watch::channel(false);
        let done = std::cell::Cell::new(0);
        let worked = again(stopped, || async {
            stop.send(true).expect("the worker listens");
            tokio::task::yield_now().await;
            done.set(done.get() + 1);
            Duration::ZERO
        });
        worked.await;
        assert_eq!(done.get(), 1);
    }

    #[test]
    fn the_public_address_is_a_scheme_a_host_and_perhaps_a_port() {
        for good in [
            "https://desk.example",
            "http://localhost:8080",
            "https://192.0.2.1",
            "https://[2001:db8::1]",
            "https://[2001:db8::1]:8443",
        ] {
            assert_eq!(public(good).as_deref(), Ok(good));
        }
        assert_eq!(
            public("https://Desk.Example").as_deref(),
            Ok("https://desk.example")
        );
        for bad in [
            "desk.example",
            "ftp://desk.example",
            "https://",
            "https://desk.example/",
            "https://desk.example/desk",
            "https://desk.example?x",
            "https://tom@desk.example",
            "https://desk.example:0",
            "https://desk.example:x",
            "https://desk..example",
            "https://2001:db8::1",
            "https://desk example",
        ] {
            assert!(
                public(bad).is_err_and(|hint| hint.contains("without a path")),
                "{bad}"
            );
        }
    }

    #[test]
    fn a_node_leaves_files_for_its_database() {
        let many = connections();
        assert!((1..=limits::CONNECTIONS).contains(&many), "{many}");
    }
}
