//! `anteroom import places`: a table of places becomes places beside the practice's own.

use std::path::PathBuf;

use anteroom_app::places::import::import;
use anteroom_wire::mapped::Broken;
use anteroom_wire::places::{self as tables, Places as Table};
use anyhow::{Context, bail};
use clap::Args;

use super::{bar, open, rows};
use crate::world;

/// A table of places (CSV, plain or xz)
#[derive(Debug, Args)]
pub struct Places {
    /// The file
    file: PathBuf,
    /// The practice that takes them
    #[arg(long)]
    practice: String,
    /// Which columns are what, such as id=Key,name=Site,postal=Zip,monday=Mon; without it the file is the facilities table of
    /// the US Department of Veterans Affairs
    #[arg(long)]
    map: Option<String>,
}

impl Places {
    /// Does it, with a bar on standard error and the summary as JSON on standard output.
    pub async fn run(self, database: Option<&str>) -> anyhow::Result<()> {
        let Self { file, practice, map } = self;
        let map = tables::map(map.as_deref()).context("--map")?;
        let app = world::real(database).await?;
        let practice = world::practice(&app, &practice).await?;
        let bar = bar()?;
        let table = Table::open(open(&file, &bar)?, &map);
        let mut table = table.with_context(|| format!("{} is no such table", file.display()))?;
        let summary = import(&app, &practice, &mut table, rows(&bar)).await?;
        bar.finish_and_clear();
        world::say(&serde_json::to_string(&summary)?)?;
        if let Some(Broken { line, why }) = table.broken() {
            bail!(
                "{} can't be read after line {line}: {why}; import it again when it is whole",
                file.display()
            );
        }
        Ok(())
    }
}
