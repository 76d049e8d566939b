//! `anteroom jobs`: work for the background that was given up, and one more try for it.

use anteroom_app::{Failure, jobs};
use anteroom_core::ids::JobId;
use anyhow::bail;
use clap::{Args, Subcommand};

use crate::world;

/// Which jobs.
#[derive(Debug, Args)]
pub struct Jobs {
    #[command(subcommand)]
    what: Option<What>,
}

/// What to do with them, but for listing them.
#[derive(Debug, Subcommand)]
enum What {
    /// Try a job once more that was given up
    Retry {
        /// The job's id
        id: JobId,
    },
}

impl Jobs {
    /// Does it.
    pub async fn run(self, database: Option<&str>) -> anyhow::Result<()> {
        let app = world::app(database).await?;
        let Some(What::Retry { id }) = self.what else {
            let listed = jobs::given_up(&app).await?;
            if listed.is_empty() {
                return world::say("no job was given up");
            }
            for job in listed {
                world::say(&format!(
                    "{} {:<10} {:<20} {} attempts, last error: {}",
                    job.id, job.kind, job.practice, job.attempts, job.error
                ))?;
            }
            return Ok(());
        };
        match jobs::retry(&app, id).await {
            Err(Failure::Missing) => bail!("no job {id} was given up; `anteroom jobs` lists those that were"),
            done => done?,
        }
        world::say(&format!("a worker tries {id} once more"))
    }
}
