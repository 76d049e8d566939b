//! Whoever looks something up at the practice's site: they search, read, find it or don't, and some write in the end.

use std::net::{IpAddr, Ipv4Addr};

use anteroom_app::Failure;
use anteroom_app::site::visits::{self, Deed as Does, Search, Visitor};
use anteroom_core::site::search::Language;
use rand::RngExt;
use rand::seq::IndexedRandom;

use super::World;

/// What people type, and whether the help centre has it.
const SEARCHES: &[(&str, Language, bool)] = &[
    ("fever 102", Language::English, true),
    ("how much tylenol", Language::English, true),
    ("sports form", Language::English, true),
    ("pink eye school", Language::English, true),
    ("what to bring first visit", Language::English, true),
    ("fiebre bebe", Language::Spanish, true),
    ("receta medicina", Language::Spanish, true),
    ("dolor de oido", Language::Spanish, true),
    ("allergy shots", Language::English, false),
    ("travel vaccines yellow fever", Language::English, false),
    ("circumcision", Language::English, false),
    ("certificado de bautizo", Language::Spanish, false),
];

impl World {
    /// People of an hour come by.
    pub(super) async fn browse(&mut self) -> Result<(), Failure> {
        if !self.house.site {
            return Ok(());
        }
        let practice = self.house.practice.clone();
        for _ in 0..self.chance.random_range(4..18) {
            let address = Ipv4Addr::from_bits(self.chance.random_range(0x0A00_0000..0x0AFF_FFFF));
            let visitor = Visitor {
                address: Some(IpAddr::V4(address)),
                agent: "Mozilla/5.0".to_owned(),
            };
            visits::note(&self.app, &practice, &visitor, Does::Look);
            let found = if self.one_in(3) {
                true
            } else {
                let Some((words, language, found)) = SEARCHES.choose(&mut self.chance).copied() else {
                    continue;
                };
                let search = Search {
                    words,
                    language,
                    found,
                    sent: true,
                };
                visits::searched(&self.app, &practice, &visitor, search);
                found
            };
            if found {
                visits::note(&self.app, &practice, &visitor, Does::Read);
            }
            let writes = if found { self.one_in(7) } else { !self.one_in(3) };
            if writes {
                visits::note(&self.app, &practice, &visitor, Does::Send);
            }
        }
        visits::flush(&self.app).await
    }
}
