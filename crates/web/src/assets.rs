//! Which stylesheet, script or font a name stands for, and its bytes. Names are those of the source (`desk.css`); paths carry a
//! hash of the content, so that a browser may keep a file for ever. Knows nothing of requests: the router decides who asks.

use rust_embed::Embed;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// Where the router mounts [`find`].
pub const PREFIX: &str = "/assets/";

/// The value of `Cache-Control` for every asset: a changed file has another path.
pub const CACHE_CONTROL: &str = "public, max-age=31536000, immutable";

#[derive(Embed)]
#[folder = "assets/dist"]
#[exclude = "manifest.json"]
struct Files;

#[derive(Embed)]
#[folder = "assets/dist"]
#[include = "manifest.json"]
struct Manifest;

static PATHS: LazyLock<BTreeMap<String, String>> = LazyLock::new(|| {
    let manifest = Manifest::get("manifest.json").expect("the build script checked the manifest");
    let names: BTreeMap<String, String> =
        serde_json::from_slice(&manifest.data).expect("the asset build writes a flat JSON object");
    names
        .into_iter()
        .map(|(name, file)| (name, format!("{PREFIX}{file}")))
        .collect()
});

/// An embedded file as it goes over the wire.
pub struct Asset {
    /// The whole file.
    pub bytes: Cow<'static, [u8]>,
    /// The value of `Content-Type`.
    pub content_type: &'static str,
}

/// The path of an asset by its source's name, for templates: `desk.css` gives `/assets/desk-3F2A.css`.
/// Panics on a name that the build doesn't make, which the first rendering of a page in a test shows.
pub fn path(name: &str) -> &'static str {
    PATHS
        .get(name)
        .unwrap_or_else(|| panic!("no asset is named {name}"))
}

/// The asset at a path below [`PREFIX`], given without the prefix.
pub fn find(file: &str) -> Option<Asset> {
    let found = Files::get(file)?;
    Some(Asset {
        bytes: found.data,
        content_type: content_type(file),
    })
}

fn content_type(file: &str) -> &'static str {
    match file.rsplit_once('.').map(|(_, ending)| ending) {
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("woff2") => "font/woff2",
        Some("txt") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_in_the_manifest_leads_to_a_file_with_a_known_type() {
        assert!(
            PATHS.len() >= 5,
            "stylesheets, script, icon and licences: {PATHS:?}"
        );
        for (name, path) in PATHS.iter() {
            let file = path.strip_prefix(PREFIX).expect("paths stand below the prefix");
            let asset = find(file).unwrap_or_else(|| panic!("{name} leads to {path}, which isn't there"));
            assert!(!asset.bytes.is_empty(), "{name} is empty");
            assert_ne!(
                asset.content_type, "application/octet-stream",
                "{name} has no type"
            );
        }
    }

    #[test]
    fn a_path_changes_with_the_content() {
        let path = path("desk.css");
        let hash = path
            .strip_prefix("/assets/desk-")
            .and_then(|rest| rest.strip_suffix(".css"));
        assert!(hash.is_some_and(|hash| hash.len() == 8), "{path}");
    }

    #[test]
    fn the_patients_stylesheet_stays_small_enough_for_a_weak_line() {
        let file = path("patient.css").strip_prefix(PREFIX).unwrap();
        let size = find(file).unwrap().bytes.len();
        assert!(size < 15_000, "patient.css has {size} bytes");
    }

    #[test]
    fn no_stylesheet_or_script_asks_a_third_party() {
        for name in ["desk.css", "patient.css"] {
            let file = path(name).strip_prefix(PREFIX).unwrap();
            let text = String::from_utf8(find(file).unwrap().bytes.into_owned()).unwrap();
            assert!(!text.contains("//"), "{name} names another host");
        }
    }

    #[test]
    fn neither_the_manifest_nor_a_path_outside_is_served() {
        for file in ["manifest.json", "../package.json", "", "/etc/passwd", "desk.css"] {
            assert!(find(file).is_none(), "{file} was found");
        }
    }
}
