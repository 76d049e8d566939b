//! `anteroom places`: the places nearest to a postal code, as the practice's page tells them.

use anteroom_app::places::told::Told;
use anteroom_app::places::{self, Answer, Near};
use anteroom_core::limits;
use anyhow::bail;
use clap::{Subcommand, ValueEnum};

use crate::world;

/// What to ask.
#[derive(Debug, Subcommand)]
pub enum Places {
    /// The places nearest to a postal code, the practice's own and imported ones
    Near {
        /// The postal code
        code: String,
        /// Whose places
        #[arg(long)]
        practice: String,
        /// How many
        #[arg(long, default_value_t = 3)]
        limit: usize,
        /// How it is printed
        #[arg(long, value_enum, default_value = "text")]
        format: Format,
    },
}

/// How it is printed.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum Format {
    /// Lines for people
    Text,
    /// For machines
    Json,
}

impl Places {
    /// Asks, and prints the answer.
    pub async fn run(self, database: Option<&str>) -> anyhow::Result<()> {
        let Self::Near {
            code,
            practice,
            limit,
            format,
        } = self;
        if !(1..=limits::PLACES_NEAR).contains(&limit) {
            bail!("--limit is 1 to {}", limits::PLACES_NEAR);
        }
        let app = world::app(database).await?;
        let practice = world::practice(&app, &practice).await?;
        if !places::can_ask(&practice) {
            bail!("postal codes are known of the United States only, and this practice is not there");
        }
        let near = match places::near(&app, &practice, &code, limit).await? {
            Answer::NoCode => bail!("{code} is no postal code: write five digits, such as 10001"),
            Answer::NoSuchCode => bail!("there is no postal code {code} whose place is known"),
            Answer::Near(near) => near,
        };
        match format {
            Format::Json => world::say(&serde_json::to_string(&Told::new(&near))?),
            Format::Text if near.is_empty() => {
                world::say("No place is known: import some, or write addresses with their postal codes.")
            }
            Format::Text => near.iter().try_for_each(|place| world::say(&line(place))),
        }
    }
}

fn line(place: &Near) -> String {
    let open = match place.opening.is_open() {
        Some(true) => "open now",
        Some(false) => "closed now",
        None => "hours not known",
    };
    let facts = [place.address.as_str(), &place.phone, open];
    let facts: Vec<&str> = facts.into_iter().filter(|fact| !fact.is_empty()).collect();
    format!(
        "{:>9.3} km  {}  ({})",
        place.kilometres,
        place.name,
        facts.join("; ")
    )
}
