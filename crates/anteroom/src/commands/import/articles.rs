//! `anteroom import articles DIR`: a help centre's articles as files, a folder a language. What can't be taken is told by its
//! name, and the rest is taken.

use std::path::{Path, PathBuf};

use anteroom_app::site::files::{self, File, Loaded};
use anteroom_core::limits;
use anteroom_core::site::search::Language;
use anteroom_wire::articles::categories;
use anyhow::{Context, bail};
use clap::Args;

use crate::world;

/// The folder, and where to.
#[derive(Debug, Args)]
pub struct Articles {
    /// The folder: categories.tsv, and en/ and es/ with a file an article
    folder: PathBuf,
    /// The practice that takes them
    #[arg(long)]
    practice: String,
}

/// Bytes of a file: the longest words in letters of four bytes, and a head beside them.
const FILE_BYTES: u64 = (limits::ARTICLE_WORDS * 4 + 16_384) as u64;

impl Articles {
    /// Does it; the summary as JSON on standard output, with what was refused and why.
    pub async fn run(self, database: Option<&str>) -> anyhow::Result<()> {
        let app = world::real(database).await?;
        let practice = world::practice(&app, &self.practice).await?;
        let lines = match text(&self.folder.join("categories.tsv")) {
            Ok(table) => categories(&table),
            Err(Unread::Missing) => Vec::new(),
            Err(Unread::Bad(why)) => bail!("categories.tsv {why}"),
        };
        files::add_categories(&app, &practice, &lines).await?;
        let (found, mut refused) = gather(&self.folder)?;
        if found.is_empty() && refused.is_empty() {
            bail!(
                "{} holds no articles: they are files such as en/01-fever.md",
                self.folder.display()
            );
        }
        let loaded = files::load(&app, &practice, &found).await?;
        refused.extend(
            loaded
                .refused
                .iter()
                .map(|(name, fault)| format!("{name}: {} is {}", fault.field, fault.fault)),
        );
        say(&loaded, &refused)
    }
}

fn say(loaded: &Loaded, refused: &[String]) -> anyhow::Result<()> {
    let told = serde_json::json!({
        "new": loaded.new,
        "changed": loaded.changed,
        "same": loaded.same,
        "kept": loaded.kept,
        "refused": refused,
    });
    world::say(&told.to_string())?;
    Ok(())
}

/// Why a file was not read.
enum Unread {
    Missing,
    Bad(String),
}

#[expect(
    clippy::disallowed_methods,
    reason = "a command reads the folder that it was given"
)]
fn text(path: &Path) -> Result<String, Unread> {
    let bad = |error: std::io::Error| match error.kind() {
        std::io::ErrorKind::NotFound => Unread::Missing,
        std::io::ErrorKind::InvalidData => Unread::Bad("is no UTF-8 text".to_owned()),
        _ => Unread::Bad(format!("can't be read: {error}")),
    };
    let bytes = std::fs::metadata(path).map_err(bad)?.len();
    if bytes > FILE_BYTES {
        return Err(Unread::Bad(format!(
            "has {bytes} bytes: an article has at most {} characters",
            limits::ARTICLE_WORDS
        )));
    }
    std::fs::read_to_string(path).map_err(bad)
}

/// The articles of every language, by their names, and what can't be read.
#[expect(
    clippy::disallowed_methods,
    reason = "a command reads the folder that it was given"
)]
fn gather(folder: &Path) -> anyhow::Result<(Vec<File>, Vec<String>)> {
    let (mut found, mut refused) = (Vec::new(), Vec::new());
    for language in Language::ALL {
        let place = folder.join(language.as_str());
        let Ok(entries) = std::fs::read_dir(&place) else {
            continue;
        };
        let mut names = Vec::new();
        for entry in entries {
            let name = entry
                .with_context(|| format!("can't read {}", place.display()))?
                .file_name();
            names.push(name.to_string_lossy().into_owned());
        }
        names.sort_unstable();
        let is_article = |name: &String| Path::new(name).extension().is_some_and(|ending| ending == "md");
        for name in names.into_iter().filter(is_article) {
            let told = format!("{language}/{name}");
            match text(&place.join(&name)) {
                Ok(words) => match File::read(&told, *language, &words) {
                    Ok(file) => found.push(file),
                    Err(why) => refused.push(format!("{told}: {why}")),
                },
                Err(Unread::Bad(why)) => refused.push(format!("{told}: {why}")),
                Err(Unread::Missing) => refused.push(format!("{told}: is gone")),
            }
        }
    }
    Ok((found, refused))
}
