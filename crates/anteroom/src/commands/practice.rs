//! `anteroom practice`: practices from the command line.

use anteroom_app::hours::NewException;
use anteroom_app::practices::{self, Founding};
use anteroom_app::{App, Failure, hours};
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
    /// Close for once, all locations; running clocks follow at once
    Close(Exception),
    /// Open for once where the week says closed, all locations
    Open(Exception),
    /// Keep a country's public holidays, US or DE, or none
    Holidays {
        /// Its name in URLs
        slug: String,
        /// US, DE, or none
        #[arg(long)]
        country: String,
    },
}

/// A one-off closure or opening on the practice's wall clock.
#[derive(Debug, Args)]
pub struct Exception {
    /// The practice's name in URLs
    slug: String,
    /// Its first moment: 2026-12-24, or 2026-12-24T12:00
    #[arg(long)]
    from: String,
    /// The first moment after it: 2026-12-27 reopens on that morning
    #[arg(long)]
    until: String,
    /// Why, for people
    #[arg(long, default_value = "")]
    reason: String,
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
            Self::Close(exception) => except(&app, exception, false).await,
            Self::Open(exception) => except(&app, exception, true).await,
            Self::Holidays { slug, country } => {
                let practice = world::practice(&app, &slug).await?;
                let country = if country.eq_ignore_ascii_case("none") {
                    ""
                } else {
                    country.as_str()
                };
                named(hours::keep_holidays(&app, &practice, country).await)?;
                world::say(&format!("{} keeps other holidays", practice.name))
            }
            Self::Hours { slug, hours } => {
                let practice = world::practice(&app, &slug).await?;
                named(hours::change(&app, &practice, &hours).await)?;
                world::say(&format!("{} has other hours", practice.name))
            }
        }
    }
}

async fn except(app: &App, typed: Exception, opens: bool) -> anyhow::Result<()> {
    let practice = world::practice(app, &typed.slug).await?;
    let Exception {
        from, until, reason, ..
    } = typed;
    named(
        hours::except(
            app,
            &practice,
            &NewException {
                from,
                until,
                reason,
                opens,
            },
        )
        .await,
    )?;
    let done = if opens { "opens" } else { "closes" };
    world::say(&format!("{} {done} for once", practice.name))
}

/// Names the flags whose values can't be taken.
pub(super) fn named<T>(done: Result<T, Failure>) -> anyhow::Result<T> {
    match done {
        Err(Failure::Invalid(faults)) => {
            let told: Vec<_> = faults
                .iter()
                .map(|fault| format!("{}: {}", fault.field, fault.fault))
                .collect();
            bail!("{}", told.join("; "))
        }
        done => Ok(done?),
    }
}
