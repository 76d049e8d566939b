//! The commands, one file each.

#[cfg(feature = "bench")]
mod bench;
mod demo;
mod import;
mod practice;
mod report;
mod serve;

use clap::Subcommand;

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Serve the pages and do the work in the background
    Serve(serve::Serve),
    /// Add a practice, or change its hours
    #[command(subcommand)]
    Practice(practice::Practice),
    /// Bring in another desk's log
    #[command(subcommand)]
    Import(import::Import),
    /// Print a promise from the rows, for any time of the past
    #[command(subcommand)]
    Report(report::Report),
    /// Make a practice with people and requests to look around in
    Demo(demo::Demo),
    /// Measure an import against a bare loop that inserts the same rows
    #[cfg(feature = "bench")]
    Bench(bench::Bench),
}

impl Command {
    /// Does it.
    pub async fn run(self, database: Option<&str>) -> anyhow::Result<()> {
        match self {
            Self::Serve(serve) => serve.run(database).await,
            Self::Practice(practice) => practice.run(database).await,
            Self::Import(import) => import.run(database).await,
            Self::Report(report) => report.run(database).await,
            Self::Demo(demo) => demo.run(database).await,
            #[cfg(feature = "bench")]
            Self::Bench(bench) => bench.run().await,
        }
    }
}
