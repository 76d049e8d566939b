//! Every socket that we open but the database's. What leaves goes through one wall; nothing here knows a row or a rule.

pub mod egress;
pub mod smtp;
