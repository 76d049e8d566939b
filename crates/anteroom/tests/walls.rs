//! Holds the walls of the house: which crate may use which, which outside library stands in which crate only, and the size of a
//! file. Reads `cargo metadata` and the sources; must not know what any of them does.

use cargo_metadata::{DependencyKind, Metadata, MetadataCommand, Package};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// The allowed edges between our crates. A row without entries uses nothing of ours.
const MAY_USE: &[(&str, &[&str])] = &[
    ("core", &[]),
    ("wire", &[]),
    ("capacity", &[]),
    ("store", &["core"]),
    ("app", &["store", "wire", "core", "capacity"]),
    ("channels", &["app", "wire", "core"]),
    ("web", &["app", "wire", "core", "capacity"]),
    ("sim", &["app", "store", "core", "capacity", "wire"]),
];

/// What tests may use besides: a crate above the store runs its stories in a seeded world on a database of their own.
const TESTS_MAY_USE: &[(&str, &[&str])] = &[
    ("app", &["sim"]),
    ("web", &["sim", "store"]),
    ("channels", &["sim", "store"]),
];

/// The binary wires everything; there is nothing that it may not use.
const BINARY: &str = "anteroom";

/// Outside libraries that stand in one crate only, each with the reason.
const ONLY_IN: &[(&str, &[&str], &str)] = &[
    ("rusqlite", &["store"], "the only SQL"),
    ("libsqlite3-sys", &["store"], "the only SQL"),
    ("tokio-postgres", &["store"], "the only SQL"),
    ("deadpool-postgres", &["store"], "the only SQL"),
    ("axum", &["web"], "the only HTTP server"),
    ("hyper", &["web"], "the only HTTP server"),
    ("hyper-util", &["web"], "the only HTTP server"),
    ("tokio-io-timeout", &["web"], "the only HTTP server"),
    ("askama", &["web"], "the only pages"),
    ("rust-embed", &["web"], "the only assets"),
    ("tower-http", &["web"], "the only HTTP server"),
    (
        "lettre",
        &["channels"],
        "every socket that we open but the database's",
    ),
    (
        "async-imap",
        &["channels"],
        "every socket that we open but the database's",
    ),
    (
        "reqwest",
        &["channels"],
        "every socket that we open but the database's",
    ),
    (
        "anyhow",
        &[BINARY],
        "errors are values with names everywhere else",
    ),
    ("clap", &[BINARY], "one command line"),
    (
        "tracing-subscriber",
        &[BINARY],
        "one place says where the log goes",
    ),
];

/// What crates without IO may be built from. A new entry is a decision: it must bring no clock, randomness, runtime or log.
const PURE: &[(&str, &[&str])] = &[
    (
        "core",
        &["jiff", "serde", "strsim", "thiserror", "unicode-normalization"],
    ),
    (
        "wire",
        &[
            "ammonia",
            "csv",
            "data-encoding",
            "hmac",
            "jiff",
            "mail-parser",
            "pulldown-cmark",
            "serde",
            "serde_json",
            "sha2",
            "thiserror",
        ],
    ),
    ("capacity", &["serde", "thiserror"]),
];

/// Lines: a file that no longer fits in a reader's head is two files.
const LONGEST_FILE: usize = 500;

fn house() -> Metadata {
    MetadataCommand::new()
        .no_deps()
        .exec()
        .expect("cargo tells the workspace")
}

/// A crate's name in the house: `anteroom-core` is `core`.
fn room(name: &str) -> &str {
    name.strip_prefix("anteroom-").unwrap_or(name)
}

fn row<'a>(table: &[(&str, &'a [&'a str])], name: &str) -> &'a [&'a str] {
    table
        .iter()
        .find(|(of, _)| *of == name)
        .map_or(&[], |(_, uses)| uses)
}

fn uses(package: &Package, tests_too: bool) -> BTreeSet<&str> {
    let counts = |kind| tests_too || kind != DependencyKind::Development;
    package
        .dependencies
        .iter()
        .filter(|used| counts(used.kind))
        .map(|used| used.name.as_str())
        .collect()
}

#[test]
fn every_crate_has_its_row_in_the_table() {
    for package in &house().packages {
        let name = room(&package.name);
        let known = name == BINARY || MAY_USE.iter().any(|(of, _)| *of == name);
        assert!(known, "{name} has no row in MAY_USE: say what it may use");
    }
}

#[test]
fn no_crate_reaches_through_a_wall() {
    let house = house();
    let ours: BTreeMap<_, _> = house
        .packages
        .iter()
        .map(|package| (package.name.as_str(), package))
        .collect();
    for (name, package) in ours.iter().filter(|(name, _)| room(name) != BINARY) {
        for tests_too in [false, true] {
            let name = room(name);
            for used in uses(package, tests_too)
                .into_iter()
                .filter(|used| ours.contains_key(used))
            {
                let used = room(used);
                let allowed = row(MAY_USE, name).contains(&used)
                    || tests_too && row(TESTS_MAY_USE, name).contains(&used);
                assert!(allowed, "{name} must not use {used}");
            }
        }
    }
}

#[test]
fn each_outside_library_stays_in_its_crate() {
    for package in &house().packages {
        let name = room(&package.name);
        for used in uses(package, false) {
            for (library, homes, reason) in ONLY_IN.iter().filter(|(library, ..)| *library == used) {
                assert!(
                    homes.contains(&name),
                    "{name} must not use {library}: {} is {reason}",
                    homes.join(", ")
                );
            }
        }
    }
}

#[test]
fn crates_without_io_are_built_from_nothing_that_could_do_any() {
    for package in &house().packages {
        let name = room(&package.name);
        let Some((_, pure)) = PURE.iter().find(|(of, _)| *of == name) else {
            continue;
        };
        for used in uses(package, false) {
            assert!(
                pure.contains(&used),
                "{name} decides without IO and must not use {used}"
            );
        }
    }
}

#[test]
fn every_source_file_fits_in_a_readers_head_and_says_what_it_decides() {
    let root = house().workspace_root.into_std_path_buf();
    let mut files = Vec::new();
    for folder in ["crates", "tests", "scripts"] {
        collect(&root.join(folder), &mut files);
    }
    assert!(
        files.len() > 20,
        "found only {} sources below {}",
        files.len(),
        root.display()
    );
    for file in files {
        let text = read(&file);
        let lines = text.lines().count();
        assert!(lines <= LONGEST_FILE, "{} has {lines} lines", file.display());
        // A room of tests says its sentences itself.
        let is_test_room =
            file.components().any(|part| part.as_os_str() == "tests") || file.ends_with("tests.rs");
        let says = text.starts_with("//!") || file.extension().is_none_or(|ending| ending != "rs");
        assert!(
            says || is_test_room,
            "{} doesn't begin with `//!`: say what it decides",
            file.display()
        );
    }
}

#[expect(clippy::disallowed_methods, reason = "this test reads the sources")]
fn read(file: &Path) -> String {
    std::fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}

#[expect(clippy::disallowed_methods, reason = "this test walks the sources")]
fn collect(folder: &Path, into: &mut Vec<PathBuf>) {
    let made = ["node_modules", "dist", "snapshots", "target"];
    for entry in std::fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display())) {
        let path = entry.expect("a folder can be read").path();
        let name = path
            .file_name()
            .and_then(|name| name.to_str())
            .unwrap_or_default();
        let ending = path
            .extension()
            .and_then(|ending| ending.to_str())
            .unwrap_or_default();
        if path.is_dir() && !made.contains(&name) {
            collect(&path, into);
        } else if ["rs", "ts", "mjs", "css", "html", "sql", "ftl"].contains(&ending) {
            into.push(path);
        }
    }
}
