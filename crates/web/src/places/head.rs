//! What a page of the practice tells those who look for it: a sentence, its one address, the same in other languages, and its
//! facts as data. The data is no script: browsers read it as a block of text, and the strict policy stands.

use crate::frame::Public;
use crate::i18n::Lang;
use crate::origin::Base;
use crate::places::data::Graph;

pub(crate) struct Head {
    /// A sentence for those who choose among pages.
    pub about: String,
    /// The page's one address.
    pub canonical: String,
    /// The page's address in each language, and in none in particular.
    pub alternates: Vec<(String, String)>,
    /// JSON-LD, safe within a page; empty for none.
    pub data: String,
}

impl Head {
    /// The head of the page of that frame.
    pub(crate) fn new(f: &Public, base: &Base, about: String) -> Self {
        let own = Lang::of_tag(&f.practice().locale).unwrap_or(Lang::En);
        let plain = base.link(&f.here);
        let address = |lang: Lang| {
            if lang == own {
                plain.clone()
            } else {
                format!("{plain}?lang={lang}")
            }
        };
        let mut alternates: Vec<_> = Lang::ALL
            .iter()
            .map(|lang| (lang.to_string(), address(*lang)))
            .collect();
        alternates.push(("x-default".to_owned(), plain.clone()));
        Self {
            about,
            canonical: address(f.w.lang),
            alternates,
            data: String::new(),
        }
    }

    /// With facts as data.
    pub(crate) fn with(self, graph: Graph) -> Self {
        Self {
            data: graph.text(),
            ..self
        }
    }
}
