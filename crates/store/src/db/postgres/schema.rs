//! The schema on PostgreSQL: which role may run here, who migrates, and every practice's table behind its wall.

use anteroom_core::{Span, Time, limits};
use deadpool_postgres::Object;
use tokio_postgres::error::SqlState;

use super::super::dialect::{self, Dialect};
use super::super::tx::now;
use super::statements::{first, store_error};
use crate::migrate::{self, Migration, Schema};
use crate::sql::Sql;
use crate::{StoreError, Value, params};

/// How long to wait before looking again at another node's migration.
const LOOK_AGAIN: std::time::Duration = std::time::Duration::from_millis(200);

/// A superuser, or a role with BYPASSRLS, would read every practice's rows whatever is set.
pub(super) async fn refuse_strong_role(client: &Object) -> Result<(), StoreError> {
    let asked = "SELECT rolname::text, rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user";
    let row = client
        .query_one(asked, &[])
        .await
        .map_err(|error| store_error(&error))?;
    let (role, strong): (String, bool) = (row.get(0), row.get(1));
    if strong {
        return Err(StoreError::Schema(format!(
            "the PostgreSQL role \"{role}\" ignores row-level security, which keeps practices apart: make a plain one \
             (CREATE ROLE anteroom LOGIN NOSUPERUSER NOBYPASSRLS) that owns the database and connect as it"
        )));
    }
    Ok(())
}

/// Brings the database to the schema, unless another node does; then waits for it.
pub(super) async fn bring_up(client: &Object, schema: &Schema, at: Time) -> Result<(), StoreError> {
    bootstrap(client).await?;
    #[expect(
        clippy::disallowed_methods,
        reason = "names a holder of the lease apart from every other node"
    )]
    let holder = format!("{:016x}", getrandom::u64().unwrap_or(0));
    let began = now();
    loop {
        let passed = Span::from_micros(i64::try_from(began.elapsed().as_micros()).unwrap_or(i64::MAX));
        let pending = schema.pending(applied(client).await?)?;
        if pending.is_empty() {
            return Ok(());
        }
        if passed > limits::MIGRATION_WAIT {
            return Err(StoreError::Schema(
                "another node is still migrating the database".to_owned(),
            ));
        }
        let at = at + passed;
        let lease = params![migrate::LEASE, holder.as_str(), migrate::lease_end(at), at];
        if execute(client, &migrate::TAKE_LEASE, lease).await? == 0 {
            tokio::time::sleep(LOOK_AGAIN).await;
            continue;
        }
        let ended = apply(client, schema, at).await;
        execute(
            client,
            &migrate::DROP_LEASE,
            params![migrate::LEASE, holder.as_str()],
        )
        .await?;
        ended?;
    }
}

/// Makes the tables that say who migrates. Two nodes at once may meet in the catalogue, where IF NOT EXISTS doesn't help;
/// the one that is refused waited for the other's commit, so that its second run finds both tables.
async fn bootstrap(client: &Object) -> Result<(), StoreError> {
    let text = dialect::statements(Dialect::Postgres, migrate::BOOTSTRAP).join(";");
    let Err(error) = client.batch_execute(&text).await else {
        return Ok(());
    };
    let met = [
        SqlState::UNIQUE_VIOLATION,
        SqlState::DUPLICATE_OBJECT,
        SqlState::DUPLICATE_TABLE,
    ];
    if error.code().is_some_and(|code| met.contains(code)) {
        run(client, &text).await
    } else {
        Err(store_error(&error))
    }
}

async fn applied(client: &Object) -> Result<i64, StoreError> {
    let statement = client.prepare_cached(migrate::APPLIED.postgres()).await;
    let statement = statement.map_err(|error| store_error(&error))?;
    first(client, &statement, &[]).await?.get(0)
}

async fn execute(client: &Object, sql: &Sql, params: Vec<Value>) -> Result<u64, StoreError> {
    let ran = client.execute_raw(sql.postgres(), params).await;
    ran.map_err(|error| store_error(&error))
}

/// Applies what is pending, each step in a transaction of its own, and lets the planner look at the tables.
async fn apply(client: &Object, schema: &Schema, at: Time) -> Result<(), StoreError> {
    for step in schema.pending(applied(client).await?)? {
        run(client, "BEGIN; SET LOCAL statement_timeout = 0").await?;
        let ended = one_step(client, schema, step, at).await;
        run(client, if ended.is_ok() { "COMMIT" } else { "ROLLBACK" }).await?;
        ended?;
        tracing::info!(version = step.version, name = step.name, "migrated the database");
    }
    analyze(client).await
}

/// Lets the planner look at the tables that hold something. After an error a transaction may still be open.
pub(super) async fn analyze(client: &Object) -> Result<(), StoreError> {
    let filled = client.query_one(dialect::POSTGRES_FILLED, &[]).await;
    let filled: Option<String> = filled.map_err(|error| store_error(&error))?.get(0);
    let Some(filled) = filled else { return Ok(()) };
    run(
        client,
        &format!("BEGIN; SET LOCAL statement_timeout = 0; ANALYZE {filled}; COMMIT"),
    )
    .await
}

async fn one_step(client: &Object, schema: &Schema, step: &Migration, at: Time) -> Result<(), StoreError> {
    for statement in dialect::statements(Dialect::Postgres, step.text) {
        run(client, &statement).await?;
    }
    let unguarded = client
        .query(dialect::POSTGRES_UNGUARDED, &[])
        .await
        .map_err(|error| store_error(&error))?;
    for row in unguarded {
        let table: String = row.get(0);
        if !schema.system_tables.contains(&table.as_str()) {
            run(client, &dialect::guard(&table)).await?;
        }
    }
    execute(client, &migrate::RECORD, params![step.version, step.name, at])
        .await
        .map(drop)
}

async fn run(client: &Object, text: &str) -> Result<(), StoreError> {
    client
        .batch_execute(text)
        .await
        .map_err(|error| store_error(&error))
}
