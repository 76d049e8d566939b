//! Whether a database is a demo's, where nothing is real and the clock stands where the demo wants it.

use anteroom_core::Time;
use anteroom_core::text::Fault;
use anteroom_store::demo as rows;

use crate::{App, Failure};

/// Says that the database is a demo's, before its practice is founded. One that holds a practice, or a demo, stays as it is.
pub async fn mark(app: &App, until: Time) -> Result<(), Failure> {
    let marked = app.store.system().write(move |tx| rows::mark(tx, until)).await?;
    if marked {
        Ok(())
    } else {
        Err(Failure::of("database", Fault::Taken))
    }
}

/// Up to when things happened in it; nothing if it is no demo.
pub async fn until(app: &App) -> Result<Option<Time>, Failure> {
    Ok(app.store.system().read(rows::until).await?)
}
