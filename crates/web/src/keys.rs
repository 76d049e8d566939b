//! Every key of the desk, in one list: the sheet that opens on `?` is made of it, and a test holds it against the templates'
//! `data-key`. What a key does, the thing on the page decides that bears it.

/// A key, or two that belong together, and the word of what it does.
pub(crate) struct Key {
    pub keys: &'static [&'static str],
    /// The text is `key-` and this.
    pub word: &'static str,
}

const fn key(keys: &'static [&'static str], word: &'static str) -> Key {
    Key { keys, word }
}

/// The keys in the order of the sheet: to find one's way, to answer, to decide, and what scripts hear by themselves.
pub(crate) const KEYS: &[Key] = &[
    key(&["j", "k"], "walk"),
    key(&["Enter"], "open"),
    key(&["/"], "find"),
    key(&["d"], "today"),
    key(&["q"], "queue"),
    key(&["h"], "calls"),
    key(&["g"], "roster"),
    key(&["i"], "sign-in"),
    key(&["c"], "start"),
    key(&["f"], "people"),
    key(&["l"], "to-schedule"),
    key(&["v"], "filter"),
    key(&["x"], "choose"),
    key(&["*"], "choose-all"),
    key(&["m"], "matters"),
    key(&["r"], "reply"),
    key(&["n"], "note"),
    key(&["p"], "spoken"),
    key(&["t"], "attempt"),
    key(&["a"], "assign"),
    key(&["z"], "snooze"),
    key(&["e"], "close"),
    key(&["w"], "whom"),
    key(&["o"], "chart"),
    key(&["y"], "copy"),
    key(&["s"], "schedule"),
    key(&["b"], "book"),
    key(&["u"], "undo"),
    key(&["!"], "card"),
    key(&["."], "changes"),
    key(&["Ctrl", "Enter"], "send"),
    key(&["Esc"], "leave"),
    key(&["?"], "sheet"),
];

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::path::Path;

    use super::*;

    /// Keys that scripts hear without a thing on the page that bears them.
    const HEARD: [&str; 8] = ["j", "k", "Enter", "Ctrl", "Esc", ".", "x", "*"];

    #[expect(
        clippy::disallowed_methods,
        reason = "the test reads the crate's own templates"
    )]
    fn of_templates() -> BTreeSet<String> {
        let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("templates")];
        let mut found = BTreeSet::new();
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.push(path);
                    continue;
                }
                let text = std::fs::read_to_string(path).unwrap();
                for rest in text.split("data-key=\"").skip(1) {
                    found.insert(rest.split_once('"').unwrap().0.to_owned());
                }
            }
        }
        found
    }

    #[test]
    fn the_sheet_names_every_key_that_a_page_has_and_no_other() {
        let named: BTreeSet<String> = KEYS
            .iter()
            .flat_map(|key| key.keys.iter().map(|key| (*key).to_owned()))
            .collect();
        let there = of_templates();
        let unnamed: Vec<_> = there.difference(&named).collect();
        assert!(
            unnamed.is_empty(),
            "keys of templates that the list lacks: {unnamed:?}"
        );
        let idle: Vec<_> = named
            .difference(&there)
            .filter(|key| !HEARD.contains(&key.as_str()))
            .collect();
        assert!(idle.is_empty(), "keys of the list that no template has: {idle:?}");
    }

    #[test]
    fn no_key_means_two_things() {
        let mut seen = BTreeSet::new();
        for key in KEYS.iter().filter(|key| key.word != "send") {
            for one in key.keys {
                assert!(seen.insert(*one), "{one} stands twice");
            }
        }
    }
}
