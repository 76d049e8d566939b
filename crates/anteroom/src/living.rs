//! Serving a demo: from a copy that is made anew at each start, under a clock that stands where the demo ends, with its
//! people at work. A database that is not marked as a demo never comes near that clock, and a marked one never near the
//! machine's.

use std::ffi::OsString;
use std::sync::Arc;
use std::time::Duration;

use anteroom_app::{App, Clock, Failure, SystemClock, SystemEntropy, demo};
use anteroom_core::Time;
use anteroom_sim::world::Ports;
use anteroom_sim::{Living, ShiftedClock};
use anteroom_store::{DatabaseUrl, Options, Store};
use anyhow::{Context, bail};
use tokio::sync::watch;

use crate::world;

/// What a demo is served from.
pub struct Lent {
    ports: Ports,
}

/// After a failure, such as a busy database, the people of the demo try again.
const REST: Duration = Duration::from_secs(2);

/// The copy of a demo to serve; nothing if the database is none. The demo itself is only read.
pub async fn lent(app: &App, database: Option<&str>) -> anyhow::Result<Option<Lent>> {
    let Some(until) = demo::until(app).await? else {
        return Ok(None);
    };
    let DatabaseUrl::Sqlite(file) = world::url(database)? else {
        bail!(
            "a demo is served from a file, which is copied at each start: make it with --database sqlite:FILE"
        );
    };
    let mut copy = OsString::from(file);
    copy.push(".live");
    app.store
        .copy_to(copy.as_ref())
        .await
        .context("can't copy the demo")?;
    let url = DatabaseUrl::Sqlite(copy.into());
    let store = Store::open(&url, Options::at(SystemClock.now())).await;
    let store = store.with_context(|| format!("can't open {url}"))?;
    let clock = Arc::new(ShiftedClock::at(Arc::new(SystemClock), until));
    let entropy = Arc::new(SystemEntropy);
    tracing::info!(%url, "a demo: its clock is not the machine's, and nothing in it is real or kept");
    Ok(Some(Lent {
        ports: Ports {
            store,
            clock,
            entropy,
            post: None,
        },
    }))
}

impl Lent {
    /// The use cases over the copy and its clock. No letter leaves a demo.
    pub fn app(&self) -> App {
        self.ports.boot()
    }

    /// Lets its people live until told to stop.
    pub async fn live(self, mut stopped: watch::Receiver<bool>) {
        let mut living = None;
        while !*stopped.borrow() {
            let rest = match act(&mut living, &self.ports).await {
                Ok(rest) => rest,
                Err(error) => {
                    tracing::warn!(%error, "the demo's people rest");
                    REST
                }
            };
            tokio::select! {
                () = tokio::time::sleep(rest) => {}
                told = stopped.changed() => if told.is_err() { return },
            }
        }
    }
}

async fn act(living: &mut Option<Living>, ports: &Ports) -> Result<Duration, Failure> {
    let at_work = match living {
        Some(living) => living,
        None => living.insert(Living::begin(ports.clone(), seed(ports.clock.now())).await?),
    };
    let rest = at_work.act().await?;
    Ok(Duration::from_micros(u64::try_from(rest.micros()).unwrap_or(0)))
}

/// The same demo lives in the same way each time.
fn seed(until: Time) -> u64 {
    until.micros().unsigned_abs() / 60_000_000
}
