//! A practice's mail server: its settings, whose password is sealed and never shown again, and what a sender needs of it.

use std::collections::BTreeMap;
use std::fmt;

use anteroom_core::limits;
use anteroom_core::messages::{Letter, Security, host, is_here};
use anteroom_core::text::{self, Fault};
use anteroom_store::{PracticeTx, StoreError, practices, secrets};

use super::{KeyFault, to_member};
use crate::failure::Faults;
use crate::practices::Practice;
use crate::requests::Scene;
use crate::requests::view::Desk;
use crate::sealed::{self, Opened};
use crate::settings::changes::{self, Hand, Noun};
use crate::{App, Failure};

/// The setting without which a practice has no mail.
pub(crate) const HOST: &str = "mail.host";
const PORT: &str = "mail.port";
const SECURITY: &str = "mail.security";
const USER: &str = "mail.user";
const FROM_NAME: &str = "mail.from_name";
const FROM_ADDRESS: &str = "mail.from_address";
/// All of them, in the order of the form.
const NAMES: [&str; 6] = [HOST, PORT, SECURITY, USER, FROM_NAME, FROM_ADDRESS];
/// The secret.
const PASSWORD: &str = "mail.password";

/// A mail server, and as whom it is spoken to.
#[derive(Clone, PartialEq, Eq)]
pub struct Server {
    /// Its name or address.
    pub host: String,
    /// Its port.
    pub port: u16,
    /// How the connection is kept from others.
    pub security: Security,
    /// Name and password; nothing for a server that asks for none.
    pub sign_in: Option<(String, String)>,
    /// Whose name stands on the letters.
    pub from_name: String,
    /// Which address.
    pub from_address: String,
}

/// Shows no password.
impl fmt::Debug for Server {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "Server({}:{} {})", self.host, self.port, self.security)
    }
}

/// A practice's mail settings as its page shows them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct MailSettings {
    /// The server's name or address; empty where no mail is set up.
    pub host: String,
    /// Its port.
    pub port: String,
    /// A word of [`Security`].
    pub security: String,
    /// The name that signs in; empty for none.
    pub user: String,
    /// Whether a password is kept.
    pub has_password: bool,
    /// Whether it can't be opened: the key file that it needs is not the one that is there.
    pub lost: bool,
    /// Whose name stands on the letters.
    pub from_name: String,
    /// Which address.
    pub from_address: String,
    /// The version that a form carries.
    pub version: String,
}

/// The same as typed.
#[derive(Debug, Clone, Default)]
pub struct Typed {
    /// The server's name or address.
    pub host: String,
    /// Its port; empty for the usual one.
    pub port: String,
    /// A word of [`Security`].
    pub security: String,
    /// The name that signs in; empty for none.
    pub user: String,
    /// Its password; empty to keep the one there is.
    pub password: String,
    /// Whose name stands on the letters.
    pub from_name: String,
    /// Which address.
    pub from_address: String,
}

type Rows = BTreeMap<String, String>;

fn rows(tx: &mut PracticeTx<'_>) -> Result<Rows, StoreError> {
    Ok(practices::settings(tx)?.into_iter().collect())
}

fn row(rows: &Rows, name: &str) -> String {
    rows.get(name).cloned().unwrap_or_default()
}

/// The server that letters of the practice go to; nothing where none is set up, or its password can't be opened.
pub(super) fn load(tx: &mut PracticeTx<'_>, master: Option<&[u8; 32]>) -> Result<Option<Server>, StoreError> {
    let rows = rows(tx)?;
    let (host, user) = (row(&rows, HOST), row(&rows, USER));
    let (Ok(port), Ok(security)) = (row(&rows, PORT).parse(), row(&rows, SECURITY).parse()) else {
        return Ok(None);
    };
    if host.is_empty() {
        return Ok(None);
    }
    let sign_in = if user.is_empty() {
        None
    } else {
        match sealed::open(tx, master, PASSWORD)? {
            Opened::Secret(password) => Some((user, String::from_utf8_lossy(&password).into_owned())),
            Opened::None | Opened::Lost => return Ok(None),
        }
    };
    Ok(Some(Server {
        host,
        port,
        security,
        sign_in,
        from_name: row(&rows, FROM_NAME),
        from_address: row(&rows, FROM_ADDRESS),
    }))
}

/// What the page of the mail settings shows.
pub async fn mail_settings(app: &App, practice: &Practice) -> Result<MailSettings, Failure> {
    // A key file that can't be read is as good as none here: the page then says that the password is lost.
    let master = app.mail.keys.open().ok().flatten();
    let id = practice.id;
    let store = app.store.practice(id);
    let read = store.read(move |tx| {
        let rows = rows(tx)?;
        let opened = sealed::open(tx, master.as_ref(), PASSWORD)?;
        Ok::<_, StoreError>(MailSettings {
            host: row(&rows, HOST),
            port: row(&rows, PORT),
            security: row(&rows, SECURITY),
            user: row(&rows, USER),
            has_password: opened != Opened::None,
            lost: opened == Opened::Lost,
            from_name: row(&rows, FROM_NAME),
            from_address: row(&rows, FROM_ADDRESS),
            version: changes::version(tx, (Noun::Mail, id.bytes()))?,
        })
    });
    Ok(read.await?)
}

/// Typed settings that hold as far as can be told without the rows.
#[derive(Clone)]
struct Checked {
    values: [String; 6],
    password: String,
}

fn checked(typed: &Typed) -> Result<Checked, Failure> {
    let mut faults = Faults::default();
    let server = faults.take("host", host(&typed.host));
    let security = typed.security.parse::<Security>().map_err(|_| Fault::Shape);
    let security = match security {
        Ok(security) => Some(security),
        Err(fault) => {
            faults.note("security", fault);
            None
        }
    };
    if security == Some(Security::None) && !is_here(&server) {
        faults.note("security", Fault::Shape);
    }
    let usual = security.map_or(0, Security::port);
    let port = match typed.port.trim() {
        "" => Ok(usual),
        port => port
            .parse::<u16>()
            .ok()
            .filter(|port| *port > 0)
            .ok_or(Fault::Shape),
    };
    let port = faults.take("port", port);
    let user = faults.take("user", text::line(&typed.user, limits::EMAIL_MAX));
    if typed.password.chars().count() > limits::PASSWORD_MAX {
        faults.note("password", Fault::TooLong(limits::PASSWORD_MAX));
    }
    let from_name = faults.take(
        "from_name",
        text::required_line(&typed.from_name, limits::LABEL_MAX),
    );
    let from_address = faults.take("from_address", text::email(&typed.from_address));
    faults.settle()?;
    let security = security.map_or("", Security::as_str).to_owned();
    Ok(Checked {
        values: [server, port.to_string(), security, user, from_name, from_address],
        password: typed.password.clone(),
    })
}

/// Sets the practice's mail up, or changes it. A password that is kept is given to no other server and for no other name:
/// where either changes, it is typed again.
pub async fn set(
    app: &App,
    practice: &Practice,
    typed: &Typed,
    hand: Hand,
) -> Result<Result<(), KeyFault>, Failure> {
    let checked = checked(typed)?;
    let master = if checked.values[3].is_empty() || checked.password.is_empty() {
        app.mail.keys.open()
    } else {
        app.mail.keys.make().map(Some)
    };
    let master = match master {
        Ok(master) => master,
        Err(fault) => return Ok(Err(fault)),
    };
    let world = app.clone();
    let write = move |tx: &mut PracticeTx<'_>| write(&world, tx, (&checked, master.as_ref()), &hand);
    app.store.practice(practice.id).write(write).await?;
    Ok(Ok(()))
}

fn write(
    app: &App,
    tx: &mut PracticeTx<'_>,
    (checked, master): (&Checked, Option<&[u8; 32]>),
    hand: &Hand,
) -> Result<(), Failure> {
    let (now, of) = (app.now(), (Noun::Mail, tx.practice_id().bytes()));
    changes::hold(tx, of, hand)?;
    let before = rows(tx)?;
    let [server, .., user, _, _] = &checked.values;
    let kept = sealed::open(tx, master, PASSWORD)?;
    let same = row(&before, HOST) == *server && row(&before, USER) == *user;
    let mut noted = Vec::new();
    if user.is_empty() {
        if secrets::delete(tx, PASSWORD)? {
            noted.push((PASSWORD, "set", ""));
        }
    } else if let Some(master) = master.filter(|_| !checked.password.is_empty()) {
        sealed::keep(app, tx, master, (PASSWORD, checked.password.as_bytes()), now)?;
        let old = if kept == Opened::None { "" } else { "set" };
        noted.push((PASSWORD, old, if old.is_empty() { "set" } else { "new" }));
    } else if !(same && matches!(kept, Opened::Secret(_))) {
        return Err(Failure::of("password", Fault::Missing));
    }
    for (name, value) in NAMES.into_iter().zip(&checked.values) {
        if before.get(name) != Some(value) {
            practices::put_setting(tx, name, value, now, hand.who())?;
            noted.push((name, before.get(name).map_or("", String::as_str), value));
        }
    }
    Ok(changes::note(app, tx, hand.by, of, &noted)?)
}

/// The practice has no mail any more: what waits is said to have failed when its time is over, and the password is gone.
pub async fn forget(app: &App, practice: &Practice, hand: Hand) -> Result<(), Failure> {
    let world = app.clone();
    let write = move |tx: &mut PracticeTx<'_>| {
        let (now, of) = (world.now(), (Noun::Mail, tx.practice_id().bytes()));
        changes::hold(tx, of, &hand)?;
        let before = rows(tx)?;
        if row(&before, HOST).is_empty() {
            return Ok(());
        }
        practices::put_setting(tx, HOST, "", now, hand.who())?;
        secrets::delete(tx, PASSWORD)?;
        let noted = [(HOST, before[HOST].as_str(), "")];
        Ok::<_, Failure>(changes::note(&world, tx, hand.by, of, &noted)?)
    };
    app.store.practice(practice.id).write(write).await
}

/// Writes a letter to whoever sits at this desk, to see that mail works; `false` where none is set up.
pub async fn test(app: &App, desk: &Desk) -> Result<bool, Failure> {
    let (world, practice, member) = (app.clone(), desk.practice.clone(), desk.member.id);
    let write = move |tx: &mut PracticeTx<'_>| {
        let scene = Scene::load(&world, tx, &practice)?;
        Ok::<_, Failure>(to_member(&world, tx, &scene, member, (Letter::Test, None))?)
    };
    app.store.practice(desk.practice.id).write(write).await
}
