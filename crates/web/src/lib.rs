//! The HTTP edge: routes named as nouns, forms, pages and assets. It parses, asks the app and shows; it holds no rule and
//! no SQL. Every page works without JavaScript and asks no third party for anything.

mod alerts;
mod appointments;
mod articles;
mod ask;
mod assets;
mod caller;
mod calls;
mod definitions;
mod drafts;
mod errors;
mod files;
mod forms;
mod frame;
mod gate;
mod guard;
mod home;
mod hours;
mod i18n;
mod invitations;
mod kept;
mod keys;
mod letters;
mod live;
mod origin;
mod palette;
mod people;
mod places;
mod plan;
mod queue;
mod requests;
mod resets;
mod roster;
mod seal;
mod seat;
mod serve;
mod settings;
mod setup;
mod sign_in;
mod site;
mod status;
mod surveys;
mod table;
mod today;
mod views;
mod visits;
mod when;

#[cfg(test)]
mod testing;

use std::collections::BTreeMap;
use std::net::IpAddr;
use std::sync::{Arc, Mutex, PoisonError};

use anteroom_app::App;
use anteroom_app::practices::Practice;
use anteroom_app::settings::form_key;
use anteroom_core::ids::PracticeId;
use anteroom_core::limits;

use crate::errors::Problem;
use crate::gate::Gate;
use crate::live::Hub;
use crate::seal::Seal;

pub use crate::gate::{Intake, Rate};
pub use crate::letters::LetterPen;
pub use crate::serve::{Patience, serve};
pub use crate::table::router;
pub use crate::today::printed;

/// What the edge has to know of the world around it.
#[derive(Debug, Clone, Default)]
pub struct WebConfig {
    /// The address that browsers see, such as `https://desk.example`; with it forms may come from it whatever the Host.
    pub public_base: Option<String>,
    /// Whether cookies are sent, and browsers come back, over HTTPS only.
    pub secure_cookies: bool,
    /// How many forms are taken in.
    pub intake: Intake,
    /// Proxies in front of us: from them alone `X-Forwarded-For` is believed.
    pub proxies: Vec<IpAddr>,
    /// Whether nothing is real here: every page says so.
    pub is_demo: bool,
    /// How long a connection may keep us waiting.
    pub patience: Patience,
}

/// The edge's world; cheap to clone.
#[derive(Clone)]
pub(crate) struct Web(Arc<Inner>);

pub(crate) struct Inner {
    pub app: App,
    pub config: WebConfig,
    pub gate: Gate,
    pub live: Hub,
    seals: Mutex<BTreeMap<PracticeId, Seal>>,
}

impl std::ops::Deref for Web {
    type Target = Inner;

    fn deref(&self) -> &Inner {
        &self.0
    }
}

impl Web {
    fn new(app: App, config: WebConfig) -> Self {
        let gate = Gate::new(config.intake);
        Self(Arc::new(Inner {
            app,
            config,
            gate,
            live: Hub::default(),
            seals: Mutex::default(),
        }))
    }

    /// The seal of a practice's forms.
    pub(crate) async fn seal(&self, practice: &Practice) -> Result<Seal, Problem> {
        if let Some(seal) = self.kept_seals().get(&practice.id) {
            return Ok(seal.clone());
        }
        let seal = Seal::new(form_key(&self.app, practice.id).await?);
        let mut seals = self.kept_seals();
        if seals.len() >= limits::GATE_KEYS {
            seals.pop_first();
        }
        seals.insert(practice.id, seal.clone());
        Ok(seal)
    }

    fn kept_seals(&self) -> std::sync::MutexGuard<'_, BTreeMap<PracticeId, Seal>> {
        self.seals.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
