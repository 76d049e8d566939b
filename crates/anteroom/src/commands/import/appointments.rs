//! `anteroom import appointments`: the table of a calendar becomes visits.

use std::path::PathBuf;

use anteroom_app::visits::{FIELDS, import};
use anteroom_wire::mapped::{Broken, Map, Rows};
use anyhow::{Context, bail};
use clap::Args;

use super::{bar, open, rows};
use crate::world;

/// A table of appointments (CSV, plain or xz)
#[derive(Debug, Args)]
pub struct Appointments {
    /// The file
    file: PathBuf,
    /// The practice that takes them
    #[arg(long)]
    practice: String,
    /// Which columns are what: patient (a record number), id and at; and, where the table has them, booked, status, cancelled,
    /// doctor, location, sensitive, name, born, left, left_on, heard. After a column, what its values mean:
    /// status=State:no-show=N:cancelled=X, at=Start:order=dmy, at=Start:format="%d.%m.%Y %H:%M", at=Start:zone=practice
    #[arg(long)]
    map: String,
}

impl Appointments {
    /// Does it, with a bar on standard error and the summary as JSON on standard output.
    pub async fn run(self, database: Option<&str>) -> anyhow::Result<()> {
        let Self { file, practice, map } = self;
        let map = Map::parse(&map, FIELDS).context("--map")?;
        let app = world::real(database).await?;
        let practice = world::practice(&app, &practice).await?;
        let bar = bar()?;
        let table = Rows::open(open(&file, &bar)?, &map);
        let mut table = table.with_context(|| format!("{} is no such table", file.display()))?;
        let summary = import(&app, &practice, &map, &mut table, rows(&bar)).await?;
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
