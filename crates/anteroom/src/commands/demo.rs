//! `anteroom demo`: a practice to look around in, made in memory and kept whole or not at all.

use std::sync::Arc;

use anteroom_app::practices;
use anteroom_sim::Wish;
use anteroom_store::{DatabaseUrl, Store};
use anyhow::{Context, bail};
use clap::Args;
use indicatif::{ProgressBar, ProgressStyle};

use crate::{instants, world};

/// A practice to look around in.
#[derive(Debug, Args)]
pub struct Demo {
    /// The same seed and instant make the same practice
    #[arg(long, default_value = "1")]
    seed: u64,
    /// The instant up to which things happened; the last Tuesday at 10:42 if not said
    #[arg(long)]
    at: Option<String>,
    /// How many days happened
    #[arg(long, default_value = "60", value_parser = clap::value_parser!(u16).range(1..=366))]
    days: u16,
    /// How many contacts came on an average weekday
    #[arg(long, default_value = "480", value_parser = clap::value_parser!(u32).range(10..=2_000))]
    contacts: u32,
}

impl Demo {
    /// Makes it and prints who can sign in.
    pub async fn run(self, database: Option<&str>) -> anyhow::Result<()> {
        let url = world::url(database)?;
        let app = world::app(database).await?;
        if practices::any(&app).await? || anteroom_app::demo::until(&app).await?.is_some() {
            bail!("the demo wants a database of its own; this one has a practice already");
        }
        let until = match &self.at {
            Some(text) => instants::instant(text, "UTC")?,
            None => anteroom_sim::tuesday(app.now()),
        };
        let wish = Wish {
            seed: self.seed,
            until,
            days: i64::from(self.days),
            contacts: self.contacts,
        };
        // A file is written once, when all is done: no disk is waited for, and who stops it leaves an empty place behind.
        let store = match &url {
            DatabaseUrl::Sqlite(_) => Store::inline(Arc::new(|_| Ok(())))?,
            DatabaseUrl::Postgres(_) => app.store.clone(),
        };
        drop(app);
        let bar = ProgressBar::new(u64::from(self.days) + 1).with_style(
            ProgressStyle::with_template("{bar:30} {pos} of {len} days  {elapsed}").context("a bar")?,
        );
        let demo = anteroom_sim::demo(store.clone(), wish, |_| bar.inc(1)).await?;
        bar.finish_and_clear();
        if let DatabaseUrl::Sqlite(file) = &url {
            store
                .copy_to(file)
                .await
                .with_context(|| format!("can't keep the demo in {url}"))?;
        }
        world::say(&format!(
            "A demo practice with {} requests in {} days, all invented.",
            demo.requests, self.days
        ))?;
        world::say(&format!("Patients: /{}   Staff: /desk/{}", demo.slug, demo.slug))?;
        for sign_in in demo.sign_ins {
            let (name, role) = (sign_in.name, sign_in.role.as_str().replace('_', " "));
            world::say(&format!(
                "{}  {}  ({name}, {role})",
                sign_in.login, sign_in.password
            ))?;
        }
        Ok(())
    }
}
