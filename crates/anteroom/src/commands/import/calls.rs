//! `anteroom import calls`: the logs of another phone system, file by file.

use std::path::PathBuf;

use anteroom_app::calls::imports;
use anteroom_wire::calls::log::Log;
use anteroom_wire::calls::table::{FIELDS, Table};
use anteroom_wire::mapped::{Broken, Map};
use anyhow::{Context, bail};
use clap::Args;
use serde::Serialize;

use super::{bar, open, rows};
use crate::world;

/// The log of a phone system (plain or xz): the "Anonymous Bank" log, tab separated, or with --map any table (CSV). Its clock
/// times are the practice's own
#[derive(Debug, Args)]
pub struct Calls {
    /// The files
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// The practice that takes them
    #[arg(long)]
    practice: String,
    /// Which column is which field: at=COL,outcome=COL:answered=VALUE,hold=COL and, where they are there,
    /// talk=COL,id=COL,line=COL,from=COL,by=COL. Hold and talk are seconds or h:mm:ss
    #[arg(long)]
    map: Option<String>,
}

/// What came of one file, on a line of its own.
#[derive(Serialize)]
struct Done<'a> {
    file: String,
    #[serde(flatten)]
    summary: &'a imports::Summary,
}

impl Calls {
    /// Brings them in, each with its summary as JSON on a line of standard output. A file that breaks off ends it.
    pub async fn run(self, database: Option<&str>) -> anyhow::Result<()> {
        let map = self
            .map
            .as_deref()
            .map(|map| Map::parse(map, FIELDS))
            .transpose()?;
        let app = world::real(database).await?;
        let practice = world::practice(&app, &self.practice).await?;
        for file in &self.files {
            let name = file.display();
            let bar = bar()?;
            let bytes = open(file, &bar)?;
            let told = rows(&bar);
            let (summary, broken) = if let Some(map) = &map {
                let table = Table::open(bytes, map);
                let mut table = table.with_context(|| format!("{name} is no such table"))?;
                let summary = imports::calls(&app, &practice, &mut table, told).await?;
                (summary, table.broken().cloned())
            } else {
                let log = Log::open(bytes);
                let mut log =
                    log.with_context(|| format!("{name} is no such log: name its columns with --map"))?;
                let summary = imports::calls(&app, &practice, &mut log, told).await?;
                (summary, log.broken().cloned())
            };
            bar.finish_and_clear();
            let done = Done {
                file: name.to_string(),
                summary: &summary,
            };
            world::say(&serde_json::to_string(&done)?)?;
            if let Some(Broken { line, why }) = broken {
                bail!("{name} can't be read after line {line}: {why}; import it again when it is whole");
            }
        }
        Ok(())
    }
}
