//! Statements on a PostgreSQL connection, called from a thread that may block; values and errors in the store's words.

use std::error::Error;
use std::pin::pin;

use deadpool_postgres::Object;
use futures_util::TryStreamExt;
use futures_util::future::join_all;
use tokio::runtime::Handle;
use tokio_postgres::error::SqlState;
use tokio_postgres::types::private::BytesMut;
use tokio_postgres::types::{FromSql, IsNull, ToSql, Type, to_sql_checked};
use tokio_postgres::{RowStream, Statement};

use super::super::tx::{Statements, Visit};
use crate::sql::Sql;
use crate::{ConstraintKind, Row, StoreError, Value};

/// Statements inside whatever transaction the connection is in.
pub(crate) struct PgStatements<'c> {
    pub(crate) client: &'c Object,
    pub(crate) runtime: &'c Handle,
}

impl PgStatements<'_> {
    async fn prepare(&self, sql: &Sql) -> Result<Statement, StoreError> {
        self.client
            .prepare_cached(sql.postgres())
            .await
            .map_err(|error| store_error(&error))
    }
}

impl Statements for PgStatements<'_> {
    fn execute(&mut self, sql: &Sql, params: Vec<Value>) -> Result<u64, StoreError> {
        self.runtime.block_on(async {
            let statement = self.prepare(sql).await?;
            let changed = self.client.execute_raw(&statement, &params).await;
            changed.map_err(|error| store_error(&error))
        })
    }

    fn execute_all(&mut self, batch: Vec<(&Sql, Vec<Value>)>) -> Result<Vec<u64>, StoreError> {
        self.runtime.block_on(async {
            let mut statements = Vec::with_capacity(batch.len());
            for (sql, _) in &batch {
                statements.push(self.prepare(sql).await?);
            }
            // Each sends its message when it is first polled, in order, and they are all polled before any waits.
            let sent = statements.iter().zip(&batch);
            let sent = sent.map(|(statement, (_, params))| self.client.execute_raw(statement, params));
            join_all(sent)
                .await
                .into_iter()
                .map(|one| one.map_err(|error| store_error(&error)))
                .collect()
        })
    }

    fn visit(&mut self, sql: &Sql, params: Vec<Value>, visit: Visit<'_>) -> Result<(), StoreError> {
        self.runtime.block_on(async {
            let statement = self.prepare(sql).await?;
            let rows = self.client.query_raw(&statement, &params).await;
            let mut rows = pin!(rows.map_err(|error| store_error(&error))?);
            while let Some(row) = rows.try_next().await.map_err(|error| store_error(&error))? {
                visit(read(&row)?)?;
            }
            Ok(())
        })
    }
}

/// The first row of a prepared statement.
pub(super) async fn first(
    client: &Object,
    statement: &Statement,
    params: &[Value],
) -> Result<Row, StoreError> {
    let rows: RowStream = client
        .query_raw(statement, params)
        .await
        .map_err(|error| store_error(&error))?;
    let rows: Vec<_> = rows.try_collect().await.map_err(|error| store_error(&error))?;
    rows.first().ok_or(StoreError::Missing).and_then(read)
}

fn read(row: &tokio_postgres::Row) -> Result<Row, StoreError> {
    let values: Result<Vec<Value>, _> = (0..row.len()).map(|at| row.try_get(at)).collect();
    values
        .map(Row)
        .map_err(|error| StoreError::Wrong(error.to_string()))
}

/// A value met a column of another type.
#[derive(Debug, thiserror::Error)]
#[error("a {1} is no {0}")]
struct Misfit(Type, &'static str);

impl ToSql for Value {
    fn to_sql(&self, ty: &Type, out: &mut BytesMut) -> Result<IsNull, Box<dyn Error + Sync + Send>> {
        let number = *ty == Type::INT8;
        let text = matches!(*ty, Type::TEXT | Type::VARCHAR | Type::NAME);
        match self {
            Value::Null => Ok(IsNull::Yes),
            Value::Int(int) if number => int.to_sql(ty, out),
            Value::Text(words) if text => words.to_sql(ty, out),
            Value::Bytes(bytes) if *ty == Type::BYTEA => bytes.to_sql(ty, out),
            Value::Int(_) => Err(Box::new(Misfit(ty.clone(), "BIGINT"))),
            Value::Text(_) => Err(Box::new(Misfit(ty.clone(), "TEXT"))),
            Value::Bytes(_) => Err(Box::new(Misfit(ty.clone(), "BYTES"))),
        }
    }

    fn accepts(_: &Type) -> bool {
        true
    }

    to_sql_checked!();
}

impl<'a> FromSql<'a> for Value {
    fn from_sql(ty: &Type, raw: &'a [u8]) -> Result<Self, Box<dyn Error + Sync + Send>> {
        match *ty {
            Type::INT8 => i64::from_sql(ty, raw).map(Value::Int),
            Type::INT4 => i32::from_sql(ty, raw).map(|int| Value::Int(int.into())),
            Type::BOOL => bool::from_sql(ty, raw).map(Value::from),
            Type::BYTEA => Ok(Value::Bytes(raw.to_vec())),
            Type::TEXT | Type::VARCHAR | Type::NAME => <&str>::from_sql(ty, raw).map(Value::from),
            _ => Err(Box::new(Misfit(
                ty.clone(),
                "value of the store (cast it in the text)",
            ))),
        }
    }

    fn from_sql_null(_: &Type) -> Result<Self, Box<dyn Error + Sync + Send>> {
        Ok(Value::Null)
    }

    fn accepts(_: &Type) -> bool {
        true
    }
}

/// What went wrong, without what any row says: PostgreSQL puts values into its details, and into the messages of class 22.
pub(super) fn store_error(error: &tokio_postgres::Error) -> StoreError {
    let Some(said) = error.as_db_error() else {
        let io = error.source().is_some_and(<dyn Error>::is::<std::io::Error>);
        return if error.is_closed() || io {
            StoreError::Unavailable("the connection was lost".to_owned())
        } else {
            StoreError::Wrong(error.to_string())
        };
    };
    let constraint = |kind| {
        let name = said.constraint().or(said.column()).unwrap_or_default().to_owned();
        StoreError::Constraint { kind, name }
    };
    match said.code() {
        &SqlState::T_R_SERIALIZATION_FAILURE | &SqlState::T_R_DEADLOCK_DETECTED => StoreError::Conflict,
        &SqlState::UNIQUE_VIOLATION => constraint(ConstraintKind::Unique),
        &SqlState::FOREIGN_KEY_VIOLATION => constraint(ConstraintKind::ForeignKey),
        &SqlState::CHECK_VIOLATION | &SqlState::NOT_NULL_VIOLATION => constraint(ConstraintKind::Check),
        &SqlState::DISK_FULL => StoreError::Full,
        &SqlState::QUERY_CANCELED
        | &SqlState::LOCK_NOT_AVAILABLE
        | &SqlState::TOO_MANY_CONNECTIONS
        | &SqlState::OUT_OF_MEMORY => StoreError::Busy,
        code if code.code().starts_with("08") || code.code().starts_with("57P") => {
            StoreError::Unavailable(said.message().to_owned())
        }
        code if code.code().starts_with("22") => StoreError::Wrong(format!("SQLSTATE {}", code.code())),
        code => StoreError::Other(format!("{} (SQLSTATE {})", said.message(), code.code())),
    }
}
