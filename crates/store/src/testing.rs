//! The harness of every test that needs a database.
