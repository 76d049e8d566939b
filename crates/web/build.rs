//! Refuses to build the pages without their assets, and says which command makes them. It makes none itself: a build of the
//! crate must not need Node, the network or a lock file other than Cargo's.

use std::path::Path;

fn main() {
    println!("cargo::rerun-if-changed=assets/dist");
    #[expect(
        clippy::disallowed_methods,
        reason = "a build script looks at its own crate's folder"
    )]
    let made = Path::new("assets/dist/manifest.json").exists();
    assert!(
        made,
        "\n\n    The pages' stylesheets and scripts aren't built yet: run `make assets` first.\n\n"
    );
}
