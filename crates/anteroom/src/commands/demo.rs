//! `anteroom demo`: a practice to look around in.

use anteroom_app::practices;
use anyhow::bail;
use clap::Args;

use crate::{instants, world};

/// A practice to look around in.
#[derive(Debug, Args)]
pub struct Demo {
    /// The same seed and instant make the same practice
    #[arg(long, default_value = "1")]
    seed: u64,
    /// The instant up to which things happened; now if not said
    #[arg(long)]
    at: Option<String>,
}

impl Demo {
    /// Makes it and prints who can sign in.
    pub async fn run(self, database: Option<&str>) -> anyhow::Result<()> {
        let app = world::app(database).await?;
        if practices::any(&app).await? {
            bail!("the demo wants a database of its own; this one has a practice already");
        }
        let now = match &self.at {
            Some(text) => instants::instant(text, "UTC")?,
            None => app.now(),
        };
        let demo = anteroom_sim::demo(app.store.clone(), self.seed, now).await?;
        world::say(&format!(
            "A demo practice with {} requests, all invented.",
            demo.requests
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
