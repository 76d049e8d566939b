//! What leaves the house, through a real mail server, on every database.

mod house;
mod ladder;
mod letters;
mod office;
mod smtp;
