//! Puts the help centre of the demo's practice into the binary: one list of all files under data/site/harbor.

use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

#[expect(
    clippy::disallowed_methods,
    reason = "a build script reads the sources and the place that cargo gives it"
)]
fn main() {
    let root = env::var("CARGO_MANIFEST_DIR").expect("cargo says where the crate is");
    let articles = Path::new(&root).join("../../data/site/harbor");
    println!("cargo::rerun-if-changed={}", articles.display());
    let mut list = String::from("&[\n");
    for language in ["en", "es"] {
        let folder = articles.join(language);
        println!("cargo::rerun-if-changed={}", folder.display());
        let read = fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
        let mut files: Vec<_> = read.map(|file| file.expect("a file").path()).collect();
        files.sort();
        for file in files {
            let name = file.file_name().and_then(|name| name.to_str()).expect("a name");
            let path = file.canonicalize().expect("a path");
            let path = path.to_str().expect("a path in UTF-8");
            writeln!(list, "({language:?}, {name:?}, include_str!({path:?})),").expect("written");
        }
    }
    list.push(']');
    let out = env::var("OUT_DIR").expect("cargo says where to write");
    fs::write(Path::new(&out).join("articles.rs"), list).expect("the list is written");
}
