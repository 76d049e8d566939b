//! Hints between nodes: after its commits a node tells the others which practices changed, and listens on a connection of its
//! own. What is lost with a connection is found by the readers' next look.

use std::collections::BTreeSet;
use std::future::poll_fn;
use std::sync::{Arc, OnceLock, Weak};
use std::time::Duration;

use anteroom_core::ids::PracticeId;
use anteroom_core::limits;
use deadpool_postgres::Pool;
use tokio::sync::mpsc;
use tokio_postgres::{AsyncMessage, Config, NoTls};

use super::super::dialect;
use super::super::hints::Hints;

/// Practices that wait to be told of; where there are more, their readers look by themselves.
const WAITING: usize = 1_024;
/// How long a node gathers what it tells.
const GATHER: Duration = Duration::from_millis(10);
/// How long it waits before it listens again after the connection broke.
const AGAIN: Duration = Duration::from_secs(1);

/// Both directions; each begins when it is first used.
pub(super) struct Between {
    config: Config,
    telling: OnceLock<mpsc::Sender<PracticeId>>,
    listening: OnceLock<()>,
}

impl Between {
    pub(super) fn new(config: Config) -> Self {
        Self {
            config,
            telling: OnceLock::new(),
            listening: OnceLock::new(),
        }
    }

    /// Tells other nodes, soon. A hint that finds no room is dropped.
    pub(super) fn tell(&self, pool: &Pool, practice: PracticeId) {
        let telling = self.telling.get_or_init(|| {
            let (sender, waiting) = mpsc::channel(WAITING);
            tokio::spawn(tell(pool.clone(), waiting));
            sender
        });
        let _ = telling.try_send(practice);
    }

    /// Listens to other nodes until the hints are dropped.
    pub(super) fn listen(&self, hints: &Arc<Hints>) {
        self.listening.get_or_init(|| {
            tokio::spawn(listen(self.config.clone(), Arc::downgrade(hints)));
        });
    }
}

async fn tell(pool: Pool, mut waiting: mpsc::Receiver<PracticeId>) {
    while let Some(first) = waiting.recv().await {
        tokio::time::sleep(GATHER).await;
        let mut practices = BTreeSet::from([first]);
        while let Ok(next) = waiting.try_recv() {
            practices.insert(next);
        }
        let Ok(client) = pool.get().await else { continue };
        let Ok(statement) = client.prepare_cached(dialect::POSTGRES_TELL).await else {
            continue;
        };
        for practice in practices {
            if let Err(error) = client.execute(&statement, &[&practice.to_string()]).await {
                tracing::debug!(%error, "other nodes were not told of a commit");
            }
        }
    }
}

async fn listen(config: Config, hints: Weak<Hints>) {
    while hints.strong_count() > 0 {
        if let Err(error) = hear(&config, &hints).await {
            tracing::warn!(%error, "can't listen to other nodes; their changes come a little later");
        }
        tokio::time::sleep(AGAIN).await;
    }
}

/// Hears until the connection breaks, or nobody is left who wants to.
async fn hear(config: &Config, hints: &Weak<Hints>) -> Result<(), tokio_postgres::Error> {
    let (client, mut connection) = config.connect(NoTls).await?;
    let listening = async {
        client.batch_execute(dialect::POSTGRES_LISTEN).await?;
        // Whatever was told while nobody listened.
        if let Some(hints) = hints.upgrade() {
            hints.signal_all();
        }
        std::future::pending::<Result<(), tokio_postgres::Error>>().await
    };
    let hearing = async {
        let rest = Duration::from_micros(limits::FEED_WINDOW.micros().unsigned_abs());
        loop {
            let message =
                tokio::time::timeout(rest, poll_fn(|context| connection.poll_message(context))).await;
            let Some(hints) = hints.upgrade() else {
                return Ok(());
            };
            match message {
                Ok(Some(Ok(AsyncMessage::Notification(told)))) => {
                    if let Ok(practice) = told.payload().parse() {
                        hints.signal(practice);
                    }
                }
                Ok(Some(Ok(_))) | Err(_) => {}
                Ok(Some(Err(error))) => return Err(error),
                Ok(None) => return Ok(()),
            }
        }
    };
    tokio::select! {
        ended = listening => ended,
        ended = hearing => ended,
    }
}
