//! `anteroom practice`: practices from the command line.

use anteroom_app::hours::NewException;
use anteroom_app::kinds::Wish;
use anteroom_app::practices::{self, Founding};
use anteroom_app::{App, Failure, hours, kinds, settings};
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
    /// Add a kind of request, rename it, change what it brings with it, or retire it
    Kind(Kind),
    /// Set a number of a promise, such as response.minutes 20
    Set {
        /// The practice's name in URLs
        slug: String,
        /// Which number
        #[arg(value_parser = settings::NUMBERS.iter().map(|(name, _)| *name).collect::<Vec<_>>())]
        name: String,
        /// Its value
        value: i64,
    },
    /// Keep a country's public holidays, US or DE, or none
    Holidays {
        /// Its name in URLs
        slug: String,
        /// US, DE, or none
        #[arg(long)]
        country: String,
    },
}

/// A kind of request: a new one, or what to change of a known one.
#[derive(Debug, Args)]
pub struct Kind {
    /// The practice's name in URLs
    slug: String,
    /// The kind's fixed word, such as billing
    code: String,
    /// What the practice calls it
    #[arg(long)]
    name: Option<String>,
    /// Whether its words are for clinicians only
    #[arg(long)]
    clinical_only: Option<bool>,
    /// Whether it makes no reminder, survey or stated reason without a confidential channel
    #[arg(long)]
    sensitive: Option<bool>,
    /// Calendar days of its second clock; 0 takes it away
    #[arg(long)]
    days: Option<u16>,
    /// Offer it no more; its requests keep it
    #[arg(long, conflicts_with_all = ["name", "clinical_only", "sensitive", "days"])]
    retire: bool,
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
        let app = world::real(database).await?;
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
            Self::Kind(kind) => set_kind(&app, kind).await,
            Self::Set { slug, name, value } => {
                let practice = world::practice(&app, &slug).await?;
                named(settings::set(&app, practice.id, &name, value).await)?;
                world::say(&format!("{}: {name} is {value}", practice.name))
            }
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

async fn set_kind(app: &App, kind: Kind) -> anyhow::Result<()> {
    let practice = world::practice(app, &kind.slug).await?;
    let Kind {
        code,
        name,
        clinical_only,
        sensitive,
        days,
        retire,
        ..
    } = kind;
    if retire {
        match kinds::retire(app, &practice, &code).await {
            Err(Failure::Missing) => bail!("{} has no kind {code:?} in use", practice.name),
            done => named(done)?,
        }
        return world::say(&format!("{} offers {code} no more", practice.name));
    }
    let wish = Wish {
        code: code.clone(),
        name,
        clinical_only,
        sensitive,
        days,
    };
    named(kinds::set(app, &practice, &wish).await)?;
    world::say(&format!("{} has the kind {code}", practice.name))
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
