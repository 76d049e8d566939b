//! The only SQL, and the database's sockets: one file per noun over one engine, on SQLite and PostgreSQL alike.
//!
//! Nothing here decides what a practice wants; core does. Nothing outside this crate speaks SQL.

pub mod alerts;
pub mod appointments;
pub mod audit;
#[cfg(feature = "bench")]
pub mod bench;
pub mod calls;
pub mod db;
pub mod demo;
pub mod drafts;
pub mod error;
pub mod feed;
pub mod hours;
pub mod inbox;
pub mod invitations;
pub mod jobs;
pub mod lines;
pub mod messages;
pub mod migrate;
pub mod people;
pub mod places;
pub mod plan;
pub mod practices;
pub mod presence;
pub mod promises;
#[cfg(any(test, feature = "testing", feature = "recount"))]
pub mod recount;
pub mod requests;
pub mod resets;
pub mod roster;
pub mod secrets;
pub mod site;
pub mod sql;
pub mod staff;
pub mod surveys;
#[cfg(any(test, feature = "testing"))]
pub mod testing;
pub mod tokens;
pub mod value;
pub mod views;
pub mod visits;

pub use db::{
    DatabaseUrl, Hinted, Hook, HookPoint, Load, Options, Practice, PracticeTx, Store, System, SystemTx,
};
pub use error::{ConstraintKind, StoreError};
pub use sql::Sql;
pub use value::{FromValue, Row, Value};

/// Every text of SQL, by file: what the tests walk. A file of texts that is missing here fails a test.
pub static QUERIES: &[&[&Sql]] = &[
    alerts::ALL,
    appointments::ALL,
    audit::ALL,
    calls::ALL,
    calls::facts::ALL,
    calls::list::ALL,
    calls::posts::ALL,
    db::dialect::ALL,
    demo::ALL,
    drafts::ALL,
    feed::ALL,
    hours::ALL,
    inbox::ALL,
    invitations::ALL,
    jobs::ALL,
    lines::ALL,
    messages::ALL,
    migrate::ALL,
    people::ALL,
    people::patients::ALL,
    people::relations::ALL,
    people::search::ALL,
    places::ALL,
    plan::ALL,
    practices::ALL,
    presence::ALL,
    promises::ALL,
    #[cfg(any(test, feature = "testing", feature = "recount"))]
    recount::ALL,
    #[cfg(any(test, feature = "testing", feature = "recount"))]
    recount::plants::ALL,
    requests::ALL,
    requests::bulk::ALL,
    requests::changes::ALL,
    requests::entries::ALL,
    requests::history::ALL,
    requests::joints::ALL,
    requests::links::ALL,
    requests::obligations::ALL,
    requests::queue::ALL,
    requests::queue::filtered::ALL,
    requests::told::ALL,
    resets::ALL,
    roster::ALL,
    roster::measured::ALL,
    secrets::ALL,
    site::ALL,
    site::articles::ALL,
    site::opinions::ALL,
    site::visits::ALL,
    site::work::ALL,
    staff::ALL,
    surveys::ALL,
    surveys::answers::ALL,
    tokens::ALL,
    views::ALL,
    visits::ALL,
    visits::departures::ALL,
    visits::figures::ALL,
    visits::lists::ALL,
];
