//! `anteroom import surveys`: answers that were asked for elsewhere.

use std::path::PathBuf;

use anteroom_app::surveys::{COLUMNS, bring_in};
use anteroom_wire::mapped::{Broken, Map, Rows};
use anyhow::{Context, bail};
use clap::Args;

use super::{bar, open, rows};
use crate::world;

/// A table of answers to "would you recommend us?" (CSV, plain or xz)
#[derive(Debug, Args)]
pub struct Surveys {
    /// The file
    file: PathBuf,
    /// The practice that takes them
    #[arg(long)]
    practice: String,
    /// Which columns are what: at and score, and where the table has them comment and group (a location's or a doctor's name).
    /// After a column, how its dates are written: at=Date:order=dmy, at=Date:format="%d.%m.%Y", at=Date:zone=practice
    #[arg(long)]
    map: String,
}

impl Surveys {
    /// Does it, with a bar on standard error and the summary as JSON on standard output.
    pub async fn run(self, database: Option<&str>) -> anyhow::Result<()> {
        let Self { file, practice, map } = self;
        let map = Map::parse(&map, COLUMNS).context("--map")?;
        let app = world::real(database).await?;
        let practice = world::practice(&app, &practice).await?;
        let bar = bar()?;
        let table = Rows::open(open(&file, &bar)?, &map);
        let mut table = table.with_context(|| format!("{} is no such table", file.display()))?;
        let brought = bring_in(&app, &practice, &mut table, rows(&bar)).await?;
        bar.finish_and_clear();
        world::say(&serde_json::to_string(&brought)?)?;
        if let Some(Broken { line, why }) = table.broken() {
            bail!(
                "{} can't be read after line {line}: {why}; import it again when it is whole",
                file.display()
            );
        }
        Ok(())
    }
}
