//! What pages and programs see of people and patients, and what is typed about them.

use anteroom_core::Time;
use anteroom_core::ids::{PersonId, RequestId};
use anteroom_core::people::relations::Standing;
use anteroom_core::people::{RelationKind, System};
use anteroom_core::requests::{Door, State};
pub use anteroom_store::people::patients::Patient;
pub use anteroom_store::people::relations::Related;
pub use anteroom_store::people::search::{Found, Who};
pub use anteroom_store::people::{Person, Point};
use jiff::civil::Date;

use crate::appointments::Listed;

/// A page of those who were found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finds {
    /// By name.
    pub rows: Vec<Found>,
    /// Where the next page starts, if there is one: opaque text for the URL.
    pub next: Option<String>,
}

/// A contact point with what the desk has to know of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reached {
    /// The point.
    pub point: Point,
    /// Whether it may be used: another one may be the confidential channel.
    pub used: bool,
    /// How many other people use it.
    pub shared: i64,
}

/// A relation as it stands today.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Relation {
    /// With its patient and person.
    pub related: Related,
    /// How it stands.
    pub standing: Standing,
    /// Where the patient's chart opens, if it is known.
    pub chart: Option<String>,
}

/// A request in a list of somebody's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// Its number for people.
    pub number: i64,
    /// Where it stands.
    pub state: State,
    /// A kind's code.
    pub kind: String,
    /// What the practice calls the kind; empty for the name that comes with the language.
    pub kind_name: String,
    /// The way it came in.
    pub door: Door,
    /// The first words; empty if the reader may not see them.
    pub subject: String,
    /// When it was asked.
    pub opened_at: Time,
    /// Who asked.
    pub person: String,
    /// Whom it is about; empty if nobody said, or the reader may not see it.
    pub patient: String,
}

/// A page of somebody's requests.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Askings {
    /// The newest first.
    pub rows: Vec<Asked>,
    /// Where the next page starts, if there is one.
    pub next: Option<RequestId>,
}

/// A person's page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonPage {
    /// Who; for one who was joined to another, that one.
    pub person: Person,
    /// How they are reached.
    pub points: Vec<Reached>,
    /// To whom they belong.
    pub relations: Vec<Relation>,
    /// Those who were joined to them.
    pub joined: Vec<Person>,
    /// Those who may be one with them.
    pub alike: Vec<Person>,
    /// What they asked.
    pub requests: Askings,
    /// What is, or was, to be scheduled for them.
    pub to_schedule: Vec<Listed>,
    /// The practice's day.
    pub today: Date,
}

/// A patient's page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PatientPage {
    /// Who.
    pub patient: Patient,
    /// Who belongs to them.
    pub relations: Vec<Relation>,
    /// What was asked about them.
    pub requests: Askings,
    /// Where their chart opens, if it is known.
    pub chart: Option<String>,
    /// Their visits, why they left, how they heard of the practice.
    pub visits: crate::visits::Beside,
    /// The practice's day.
    pub today: Date,
}

/// What stands of people beside a request.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Beside {
    /// Who asks; whom they were joined to, if they were.
    pub person: Option<PersonId>,
    /// Whom it is about, if somebody or a rule said so.
    pub patient: Option<Patient>,
    /// Whose the person is: whom it may be about.
    pub choices: Vec<Relation>,
    /// Those to whom the person has no access by court order: it is about them, or may be.
    pub barred: Vec<String>,
    /// It is about one of these.
    pub barred_here: bool,
    /// The person asked to be reached by one channel and no other.
    pub confidential: bool,
    /// Where the patient's chart opens.
    pub chart: Option<String>,
    /// What is to be scheduled for it.
    pub to_schedule: Option<Listed>,
}

/// What is typed about a person.
#[derive(Debug, Clone, Default)]
pub struct TypedPerson {
    /// Their name.
    pub name: String,
    /// BCP 47.
    pub language: String,
    /// Whether an interpreter is needed.
    pub interpreter: bool,
}

/// What is typed about an address.
#[derive(Debug, Clone, Default)]
pub struct TypedPoint {
    /// The address or number; it tells itself which.
    pub address: String,
    /// The person asked to be reached so and not otherwise.
    pub confidential: bool,
}

impl TypedPoint {
    /// What it is.
    pub(crate) fn system(&self) -> System {
        if self.address.contains('@') {
            System::Email
        } else {
            System::Phone
        }
    }
}

/// What is typed about a patient.
#[derive(Debug, Clone, Default)]
pub struct TypedPatient {
    /// Their name.
    pub name: String,
    /// Their birth date, as people write it; may be empty.
    pub born: String,
    /// Their number in the practice's record system; may be empty.
    pub record_number: String,
}

/// What is typed about a relation.
#[derive(Debug, Clone)]
pub struct TypedRelation {
    /// How.
    pub kind: RelationKind,
    /// The member verified it.
    pub verified: bool,
    /// The first day on which it holds no more; empty for the usual one.
    pub until: String,
    /// The version that was seen; nothing for a new one.
    pub seen: Option<i64>,
}
