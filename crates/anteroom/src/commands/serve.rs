//! `anteroom serve`: the pages, and the work in the background.

use std::net::SocketAddr;
use std::time::Duration;

use anteroom_app::{App, jobs};
use anteroom_web::WebConfig;
use anyhow::Context;
use clap::{Args, ValueEnum};
use tokio::net::TcpListener;
use tokio::signal::unix::{SignalKind, signal};
use tokio::sync::watch;

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
    /// The address that browsers see, such as https://desk.example; with https, cookies are sent over it only
    #[arg(long, env = "ANTEROOM_PUBLIC")]
    public: Option<String>,
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
        let (stop, stopped) = watch::channel(false);
        let worker = (self.role != Role::Web).then(|| tokio::spawn(work(app.clone(), stopped.clone())));
        if self.role == Role::Worker {
            tracing::info!(database = app.store.kind(), "working");
            told_to_stop().await?;
        } else {
            self.pages(app).await?;
        }
        // Nobody listens where no worker runs.
        let _ = stop.send(true);
        if let Some(worker) = worker {
            worker.await.context("the worker ended")?;
        }
        Ok(())
    }

    async fn pages(&self, app: App) -> anyhow::Result<()> {
        let listener = TcpListener::bind(self.listen).await.with_context(|| format!("can't listen on {}", self.listen))?;
        let secure_cookies = self.public.as_deref().is_some_and(|public| public.starts_with("https://"));
        let config = WebConfig { public_base: self.public.clone(), secure_cookies, ..WebConfig::default() };
        tracing::info!(address = %listener.local_addr()?, database = app.store.kind(), "serving");
        let stop = async {
            if let Err(error) = told_to_stop().await {
                tracing::error!(%error, "can't hear signals");
            }
        };
        anteroom_web::serve(listener, app, config, stop).await.context("the server ended")
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

/// Does jobs as they come due, until told to stop. A database that is gone is waited for.
async fn work(app: App, mut stopped: watch::Receiver<bool>) {
    let mut sweeps = tokio::time::interval(SWEEP);
    while !*stopped.borrow() {
        tokio::select! {
            _ = sweeps.tick() => {
                if let Err(error) = jobs::sweep(&app).await {
                    tracing::warn!(%error, "can't sweep");
                }
            }
            () = rest(&app) => {}
            _ = stopped.changed() => {}
        }
    }
}

/// Does what is due, then waits for the next job, at most [`LOOK`].
async fn rest(app: &App) {
    match jobs::round(app).await {
        Ok(round) if round != jobs::Round::default() => {}
        Ok(_) => tokio::time::sleep(LOOK).await,
        Err(error) => {
            tracing::warn!(%error, "can't work");
            tokio::time::sleep(LOOK).await;
        }
    }
}
