//! Requests: anything a patient wants, with its states and its response clock.
