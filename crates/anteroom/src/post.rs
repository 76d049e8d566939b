//! How letters leave this node: the key file, the doors in the egress wall, and the workers that carry them.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use anteroom_app::App;
use anteroom_app::letters::{self, Mailroom};
use anteroom_channels::egress::{Network, Wall};
use anteroom_channels::smtp::Smtp;
use anteroom_web::LetterPen;
use anyhow::Context;
use clap::Args;

use crate::keyfile::KeyPlace;

/// What letters need to know of this machine.
#[derive(Debug, Args)]
pub struct Post {
    /// The key file under which passwords of mail servers are sealed; beside a SQLite file if not named, and made at need
    #[arg(long, env = "ANTEROOM_KEY_FILE", value_name = "FILE")]
    key_file: Option<PathBuf>,
    /// Addresses and networks inside that mail may be sent to, such as 127.0.0.1 or 10.1.2.0/24; without it, only outside
    #[arg(long, env = "ANTEROOM_EGRESS", value_name = "NETWORK", value_delimiter = ',')]
    egress: Vec<Network>,
    /// Certificates of a network's own authority (PEM), trusted for mail servers beside those that browsers trust
    #[arg(long, env = "ANTEROOM_MAIL_CA", value_name = "FILE")]
    mail_ca: Option<PathBuf>,
}

impl Post {
    /// The mailroom of a node whose pages are seen at `public`, or by this machine's own browsers at `listen`.
    pub fn room(
        &self,
        database: Option<&str>,
        public: Option<&str>,
        listen: SocketAddr,
    ) -> anyhow::Result<Mailroom> {
        let mut smtp = Smtp::new(Wall::new(self.egress.clone()));
        if let Some(path) = &self.mail_ca {
            smtp = smtp
                .trusting(&certificates(path)?)
                .ok()
                .with_context(|| format!("{} holds no certificates in PEM form", path.display()))?;
        }
        // A link to this machine is of use to its own browsers alone; one to an address that is none, to nobody.
        let here = listen.ip().is_loopback().then(|| format!("http://{listen}"));
        let keys = KeyPlace::new(self.key_file.clone(), database);
        let public = public.map(str::to_owned).or(here);
        Ok(Mailroom::new(
            Arc::new(smtp),
            Arc::new(LetterPen),
            Arc::new(keys),
            public,
        ))
    }
}

#[expect(clippy::disallowed_methods, reason = "a file of the binary's configuration")]
fn certificates(path: &std::path::Path) -> anyhow::Result<Vec<u8>> {
    std::fs::read(path).with_context(|| format!("can't read {}", path.display()))
}

/// Letters that another node, or a reply that became irrevocable, made due are found at the latest after this long.
const LOOK: Duration = Duration::from_secs(1);

/// Sends what is due; how long to wait for the next letter.
pub async fn round(app: &App) -> Duration {
    match letters::round(app).await {
        Ok(true) => Duration::ZERO,
        Ok(false) => LOOK,
        Err(error) => {
            tracing::warn!(%error, "can't send letters");
            LOOK
        }
    }
}
