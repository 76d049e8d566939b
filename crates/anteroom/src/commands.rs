//! The commands, one file each.

#[cfg(feature = "bench")]
mod bench;
mod demo;
mod import;
mod jobs;
mod member;
mod places;
mod plan;
mod practice;
mod report;
mod serve;
#[cfg(feature = "simulate")]
mod simulate;

use clap::Subcommand;

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Serve the pages and do the work in the background
    Serve(serve::Serve),
    /// Add a practice, or change its hours
    #[command(subcommand)]
    Practice(practice::Practice),
    /// Add, list, unlock and end members, or give them another password
    #[command(subcommand)]
    Member(member::Member),
    /// List the jobs that were given up
    Jobs(jobs::Jobs),
    /// Bring in another desk's log
    #[command(subcommand)]
    Import(import::Import),
    /// Ask which places are nearest
    #[command(subcommand)]
    Places(places::Places),
    /// Reckon how many people a queue needs, and what so many make of it
    #[command(subcommand)]
    Plan(plan::Plan),
    /// Print a promise from the rows, for any time of the past
    #[command(subcommand)]
    Report(report::Report),
    /// Make a practice with people and requests to look around in
    Demo(demo::Demo),
    /// Judge worlds with crashes, doubles and stepping clocks, seed by seed
    #[cfg(feature = "simulate")]
    Simulate(simulate::Simulate),
    /// Measure an import against a bare loop that inserts the same rows
    #[cfg(feature = "bench")]
    Bench(bench::Bench),
}

impl Command {
    /// What it logs where nobody says how much. The machines of a world that is played have nothing to tell.
    pub const fn log(&self) -> &'static str {
        match self {
            Self::Demo(_) => "error",
            #[cfg(feature = "simulate")]
            Self::Simulate(_) => "off",
            _ => "info",
        }
    }

    /// Does it.
    pub async fn run(self, database: Option<&str>) -> anyhow::Result<()> {
        match self {
            Self::Serve(serve) => serve.run(database).await,
            Self::Practice(practice) => practice.run(database).await,
            Self::Member(member) => member.run(database).await,
            Self::Jobs(jobs) => jobs.run(database).await,
            Self::Import(import) => import.run(database).await,
            Self::Places(places) => places.run(database).await,
            Self::Plan(plan) => plan.run(),
            Self::Report(report) => report.run(database).await,
            Self::Demo(demo) => demo.run(database).await,
            #[cfg(feature = "simulate")]
            Self::Simulate(simulate) => simulate.run().await,
            #[cfg(feature = "bench")]
            Self::Bench(bench) => bench.run().await,
        }
    }
}
