//! The only SQL, and the database's sockets.
