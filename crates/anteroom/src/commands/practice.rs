//! `anteroom practice`: practices from the command line.

use anteroom_app::practices::{self, Founding};
use anteroom_app::{Failure, hours};
use anyhow::bail;
use clap::{Args, Subcommand};

use crate::world;

/// What to do with practices.
#[derive(Debug, Subcommand)]
pub enum Practice {
    /// Add a practice
    Add(Add),
    /// Give a practice other weekly hours; running clocks follow at once
    Hours {
        /// Its name in URLs
        slug: String,
        /// Such as "Mon-Fri 08:00-17:00; Sat 09:00-12:00", or 24/7
        #[arg(long)]
        hours: String,
    },
}

/// A practice to add.
#[derive(Debug, Args)]
pub struct Add {
    /// Its name in URLs: lower-case letters, digits and hyphens
    slug: String,
    /// Its name
    #[arg(long)]
    name: String,
    /// The zone of its desk, such as America/New_York
    #[arg(long)]
    timezone: String,
    /// Such as "Mon-Fri 08:00-17:00; Sat 09:00-12:00", or 24/7; without hours it takes no requests
    #[arg(long, default_value = "")]
    hours: String,
    /// Its main phone number
    #[arg(long, default_value = "")]
    phone: String,
    /// ISO 3166-1 alpha-2
    #[arg(long, default_value = "US")]
    country: String,
    /// Its own language, BCP 47
    #[arg(long, default_value = "en-US")]
    locale: String,
    /// What to dial in an emergency
    #[arg(long, default_value = "911")]
    emergency_number: String,
}

impl Practice {
    /// Does it.
    pub async fn run(self, database: Option<&str>) -> anyhow::Result<()> {
        let app = world::app(database).await?;
        match self {
            Self::Add(add) => {
                let founding = Founding {
                    name: add.name,
                    slug: add.slug,
                    timezone: add.timezone,
                    hours: add.hours,
                    phone: add.phone,
                    country: add.country,
                    locale: add.locale,
                    emergency_number: add.emergency_number,
                };
                let practice = named(practices::found(&app, &founding, None).await)?;
                world::say(&format!("{} is founded at /{}", practice.name, practice.slug))
            }
            Self::Hours { slug, hours } => {
                let practice = world::practice(&app, &slug).await?;
                named(hours::change(&app, &practice, &hours).await)?;
                world::say(&format!("{} has other hours", practice.name))
            }
        }
    }
}

/// Names the flags whose values can't be taken.
fn named<T>(done: Result<T, Failure>) -> anyhow::Result<T> {
    match done {
        Err(Failure::Invalid(faults)) => {
            let told: Vec<_> = faults.iter().map(|fault| format!("{}: {}", fault.field, fault.fault)).collect();
            bail!("{}", told.join("; "))
        }
        done => Ok(done?),
    }
}
