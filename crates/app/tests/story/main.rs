//! The conformance story: the use cases as patients and staff live through them, on every database alike. After each tale
//! the rows are recounted from the events.

mod alerts;
mod answering;
mod apart;
mod asking;
mod calls;
mod clinicians;
mod crashes;
mod hours;
mod house;
mod input;
mod jobs;
mod keys;
mod kinds;
mod late;
mod letters;
mod links;
mod live;
mod many;
mod members;
mod merging;
mod obligations;
mod office;
mod people;
mod plan;
mod posted;
mod promises;
mod recount;
mod roster;
mod settings;
mod signing_in;
mod site;
mod visits;
mod surveys;
mod waiting;
mod walls;
