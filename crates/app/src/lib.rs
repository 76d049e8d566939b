//! Use cases and jobs: load, let core decide, save.
