//! `anteroom report all`: the first page of the desk for a terminal, at any instant of the past.

use anteroom_app::App;
use anteroom_core::promises::{Promise, Standing, kept};
use anteroom_web::printed;
use clap::Args;
use serde::Serialize;

use super::{Format, instant};
use crate::world;

/// All promises, as the first page tells them
#[derive(Debug, Args)]
pub struct All {
    /// The practice
    #[arg(long)]
    practice: String,
    /// As of this instant: 2026-11-17T10:42, on the practice's wall clock, or one with its zone; now if not said
    #[arg(long)]
    at: Option<String>,
    /// Sentences or JSON
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
}

#[derive(Debug, Serialize)]
struct AllJson {
    at: String,
    kept: usize,
    measured: usize,
    promises: Vec<PromiseJson>,
}

#[derive(Debug, Serialize)]
struct PromiseJson {
    name: &'static str,
    standing: &'static str,
}

impl From<&Promise> for PromiseJson {
    fn from(promise: &Promise) -> Self {
        let standing: Standing = promise.standing;
        Self {
            name: promise.name.as_str(),
            standing: standing.as_str(),
        }
    }
}

impl All {
    pub(super) async fn print(&self, app: &App) -> anyhow::Result<()> {
        let practice = world::practice(app, &self.practice).await?;
        let at = instant(self.at.as_ref(), &practice, app.now())?;
        let app = app.at(at);
        match self.format {
            Format::Text => world::say(&printed(&app, &practice).await?),
            Format::Json => {
                let promises = anteroom_app::promises::all(&app, &practice).await?;
                let (kept, measured) = kept(&promises);
                let told = AllJson {
                    at: at.to_jiff().map(|at| at.to_string()).unwrap_or_default(),
                    kept,
                    measured,
                    promises: promises.iter().map(PromiseJson::from).collect(),
                };
                world::say(&serde_json::to_string(&told)?)
            }
        }
    }
}
