//! What people write, from a grammar with a seed. Knows no request and no rule of the product; all of it is invented.

use rand::seq::IndexedRandom;
use rand_chacha::ChaCha8Rng;

mod english;
mod opinions;
mod spanish;

/// A rule: its name, and the texts of which one is drawn.
type Rule = (&'static str, &'static [&'static str]);

/// Rules inside rules: no text of the grammar nests deeper.
const DEPTH: usize = 6;

/// A language that people of the world write in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tongue {
    /// English.
    English,
    /// Spanish.
    Spanish,
}

impl Tongue {
    /// Its BCP 47 tag.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Spanish => "es",
        }
    }

    /// The language of a tag; English for any other.
    pub fn of(tag: &str) -> Self {
        if tag == "es" { Self::Spanish } else { Self::English }
    }

    fn rules(self) -> &'static [&'static [Rule]] {
        match self {
            Self::English => english::RULES,
            Self::Spanish => spanish::RULES,
        }
    }

    fn texts(self, rule: &str) -> &'static [&'static str] {
        let mut rules = self.rules().iter().copied().flatten();
        let found = rules.find(|(name, _)| *name == rule);
        found.map_or(&[], |(_, texts)| texts)
    }

    /// Draws a text of a rule as it stands; nothing if there is no such rule.
    pub fn draw(self, chance: &mut ChaCha8Rng, rule: &str) -> &'static str {
        self.texts(rule).choose(chance).copied().unwrap_or_default()
    }

    /// Draws a text of a rule and fills in what it names: `bound` words first, other rules else.
    pub fn tell(self, chance: &mut ChaCha8Rng, rule: &str, bound: &[(&str, &str)]) -> String {
        let mut told = String::new();
        self.expand(chance, rule, bound, DEPTH, &mut told);
        sentence(&told)
    }

    fn expand(
        self,
        chance: &mut ChaCha8Rng,
        rule: &str,
        bound: &[(&str, &str)],
        depth: usize,
        told: &mut String,
    ) {
        if depth == 0 {
            return;
        }
        // A bound word may be a text of the grammar itself.
        let bound_to = bound.iter().find(|(name, _)| *name == rule);
        let mut rest = bound_to.map_or_else(|| self.draw(chance, rule), |(_, word)| word);
        while let Some((before, after)) = rest.split_once('{') {
            told.push_str(before);
            let (name, after) = after.split_once('}').unwrap_or((after, ""));
            self.expand(chance, name, bound, depth - 1, told);
            rest = after;
        }
        told.push_str(rest);
    }
}

/// Begins with a capital letter, as most people do; without the spaces that an empty rule leaves.
fn sentence(told: &str) -> String {
    let words: Vec<&str> = told.split_whitespace().collect();
    let told = words.join(" ");
    let mut letters = told.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => told,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use rand::SeedableRng;

    use super::*;

    /// What the world binds.
    const BOUND: &[&str] = &["first", "child", "doctor", "He", "he", "him", "his", "His"];

    #[test]
    fn every_name_in_a_text_is_a_rule_or_bound() {
        for tongue in [Tongue::English, Tongue::Spanish] {
            for (rule, texts) in tongue.rules().iter().copied().flatten() {
                for text in *texts {
                    for part in text.split('{').skip(1) {
                        let (name, _) = part.split_once('}').expect("a name ends");
                        let known = BOUND.contains(&name) || !tongue.texts(name).is_empty();
                        assert!(known, "{rule}: {{{name}}} of {tongue:?} is nothing");
                    }
                }
            }
        }
    }

    #[test]
    fn both_languages_have_the_rules_that_the_world_asks_for() {
        let names = |tongue: Tongue| {
            tongue
                .rules()
                .iter()
                .copied()
                .flatten()
                .map(|(name, _)| *name)
                .collect::<BTreeSet<_>>()
        };
        let (english, spanish) = (names(Tongue::English), names(Tongue::Spanish));
        let missing: Vec<_> = spanish.difference(&english).collect();
        assert!(missing.is_empty(), "{missing:?}");
        for name in english
            .iter()
            .filter(|name| name.starts_with("reply_") || name.starts_with("ask_"))
        {
            assert!(spanish.contains(name), "{name} in Spanish");
        }
    }

    #[test]
    fn a_bound_word_that_is_a_text_itself_is_told_too() {
        let mut chance = ChaCha8Rng::seed_from_u64(1);
        let bound = [("child", "the days {he} missed"), ("he", "she")];
        let told = Tongue::English.tell(&mut chance, "child", &bound);
        assert_eq!(told, "The days she missed");
    }

    #[test]
    fn a_thousand_messages_are_mostly_different() {
        let mut chance = ChaCha8Rng::seed_from_u64(1);
        let bound = [
            ("first", "Ada"),
            ("child", "Leo"),
            ("doctor", "Dr Patel"),
            ("he", "he"),
        ];
        let told: BTreeSet<String> = (0..1_000)
            .map(|_| Tongue::English.tell(&mut chance, "clinical", &bound))
            .collect();
        assert!(told.len() > 850, "{} different", told.len());
        assert!(told.iter().all(|text| !text.contains(['{', '}'])));
    }
}
