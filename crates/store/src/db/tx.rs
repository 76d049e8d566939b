//! What a closure holds: statements inside one transaction, bound to a practice or to system tables. It knows neither
//! which database it speaks to nor when it will be committed.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::Instant;

use anteroom_core::ids::PracticeId;
use anteroom_core::limits;

use crate::sql::{Scope, Sql};
use crate::{Row, StoreError, Value};

/// Takes rows one by one as they come.
pub(crate) type Visit<'v> = &'v mut dyn FnMut(Row) -> Result<(), StoreError>;

/// Statements on an open transaction of either database.
pub(crate) trait Statements {
    /// Runs a text that gives no rows; how many it changed.
    fn execute(&mut self, sql: &Sql, params: Vec<Value>) -> Result<u64, StoreError>;
    /// Runs texts that need nothing of each other, in order, in as few round trips as there can be.
    fn execute_all(&mut self, batch: Vec<(&Sql, Vec<Value>)>) -> Result<Vec<u64>, StoreError>;
    /// Runs a text that gives rows.
    fn visit(&mut self, sql: &Sql, params: Vec<Value>, visit: Visit<'_>) -> Result<(), StoreError>;
}

/// Statements that stop at the first failure, as PostgreSQL does, so that both databases refuse alike: a closure that
/// swallows the error of a statement can't commit the rest.
pub(crate) struct Guard<S> {
    inner: S,
    failed: Option<StoreError>,
    deadline: Option<Instant>,
}

impl<S: Statements> Guard<S> {
    fn step<T>(&mut self, run: impl FnOnce(&mut S) -> Result<T, StoreError>) -> Result<T, StoreError> {
        if let Some(failed) = &self.failed {
            return Err(failed.clone());
        }
        let late = self.deadline.is_some_and(|deadline| now() > deadline);
        let result = if late {
            Err(StoreError::Busy)
        } else {
            run(&mut self.inner)
        };
        if let Err(error) = &result {
            self.failed = Some(error.clone());
        }
        result
    }
}

impl<S: Statements> Statements for Guard<S> {
    fn execute(&mut self, sql: &Sql, params: Vec<Value>) -> Result<u64, StoreError> {
        self.step(|inner| inner.execute(sql, params))
    }

    fn execute_all(&mut self, batch: Vec<(&Sql, Vec<Value>)>) -> Result<Vec<u64>, StoreError> {
        self.step(|inner| inner.execute_all(batch))
    }

    fn visit(&mut self, sql: &Sql, params: Vec<Value>, visit: Visit<'_>) -> Result<(), StoreError> {
        self.step(|inner| inner.visit(sql, params, visit))
    }
}

/// The engine's own clock, for how long things take; never an instant that a row keeps.
#[expect(
    clippy::disallowed_methods,
    reason = "how long a database takes is nothing that a caller could pass in"
)]
pub(crate) fn now() -> Instant {
    Instant::now()
}

/// How a run of a closure ended, before any commit.
pub(crate) enum Attempt<T, E> {
    /// Its rows may be committed, then this is the answer.
    Keep(T),
    /// Its rows must go; this is the answer.
    Discard(E),
    /// It met another transaction: run it again.
    Again,
}

/// Runs a closure once over open statements. A panic is an answer, so that no thread of the engine dies of it.
pub(crate) fn attempt<S, T, E>(
    statements: S,
    deadline: Option<Instant>,
    closure: &mut impl FnMut(&mut dyn Statements) -> Result<T, E>,
) -> Attempt<T, E>
where
    S: Statements,
    E: From<StoreError>,
{
    let mut guard = Guard {
        inner: statements,
        failed: None,
        deadline,
    };
    let result = catch_unwind(AssertUnwindSafe(|| closure(&mut guard)))
        .unwrap_or_else(|_| Err(E::from(StoreError::Panicked)));
    match (guard.failed, result) {
        (Some(StoreError::Conflict), _) => Attempt::Again,
        (Some(failed), Ok(_)) => Attempt::Discard(E::from(failed)),
        (_, Err(refused)) => Attempt::Discard(refused),
        (None, Ok(value)) => Attempt::Keep(value),
    }
}

/// The scope of a transaction: one practice, whose id is bound as `?1` of every text.
#[derive(Debug, Clone, Copy)]
pub struct InPractice(pub(crate) PracticeId);

/// The scope of a transaction: system tables alone.
#[derive(Debug, Clone, Copy)]
pub struct InSystem(pub(crate) ());

mod sealed {
    use super::{InPractice, InSystem, Scope, Value};

    pub trait Bind {
        const SCOPE: Scope;
        fn bind(&self, params: Vec<Value>) -> Vec<Value>;
    }

    impl Bind for InPractice {
        const SCOPE: Scope = Scope::Practice;
        fn bind(&self, mut params: Vec<Value>) -> Vec<Value> {
            params.insert(0, Value::from(self.0));
            params
        }
    }

    impl Bind for InSystem {
        const SCOPE: Scope = Scope::System;
        fn bind(&self, params: Vec<Value>) -> Vec<Value> {
            params
        }
    }
}

/// Statements of a transaction in scope `S`. After a statement has failed every further one fails alike and nothing is
/// committed; what is expected to clash is written `ON CONFLICT` and counted.
pub struct Tx<'a, S> {
    statements: &'a mut (dyn Statements + 'a),
    scope: S,
}

/// A transaction inside one practice: parameters given here are `?2`, `?3` and so on.
pub type PracticeTx<'a> = Tx<'a, InPractice>;
/// A transaction over system tables: parameters given here are `?1`, `?2` and so on.
pub type SystemTx<'a> = Tx<'a, InSystem>;

impl<'a, S: sealed::Bind> Tx<'a, S> {
    pub(crate) fn new(statements: &'a mut (dyn Statements + 'a), scope: S) -> Self {
        Self { statements, scope }
    }

    fn bind(&self, sql: &Sql, params: Vec<Value>) -> Result<Vec<Value>, StoreError> {
        if sql.scope() == S::SCOPE {
            Ok(self.scope.bind(params))
        } else {
            Err(StoreError::Wrong(format!(
                "{} is a text of the other scope",
                sql.name()
            )))
        }
    }

    /// Runs a text that gives no rows; how many rows it changed.
    pub fn execute(&mut self, sql: &Sql, params: Vec<Value>) -> Result<u64, StoreError> {
        let params = self.bind(sql, params)?;
        self.statements.execute(sql, params)
    }

    /// The rows of a text, at most `limits::RESULT_ROWS`.
    pub fn query(&mut self, sql: &Sql, params: Vec<Value>) -> Result<Vec<Row>, StoreError> {
        let mut rows = Vec::new();
        self.query_each(sql, params, |row| {
            if rows.len() == limits::RESULT_ROWS {
                return Err(StoreError::Wrong(format!(
                    "{} gives more rows than a list may hold",
                    sql.name()
                )));
            }
            rows.push(row);
            Ok(())
        })?;
        Ok(rows)
    }

    /// Hands over the rows of a text one by one; an error of `visit` ends the transaction.
    pub fn query_each(
        &mut self,
        sql: &Sql,
        params: Vec<Value>,
        mut visit: impl FnMut(Row) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        let params = self.bind(sql, params)?;
        self.statements.visit(sql, params, &mut visit)
    }

    /// The first row of a text, if there is one.
    pub fn query_opt(&mut self, sql: &Sql, params: Vec<Value>) -> Result<Option<Row>, StoreError> {
        let mut first = None;
        self.query_each(sql, params, |row| {
            first.get_or_insert(row);
            Ok(())
        })?;
        Ok(first)
    }

    /// The first row of a text; `StoreError::Missing` if there is none.
    pub fn query_one(&mut self, sql: &Sql, params: Vec<Value>) -> Result<Row, StoreError> {
        self.query_opt(sql, params)?.ok_or(StoreError::Missing)
    }

    /// Runs one text for many rows of parameters, pipelined; how many rows it changed.
    pub fn execute_many(
        &mut self,
        sql: &Sql,
        rows: impl IntoIterator<Item = Vec<Value>>,
    ) -> Result<u64, StoreError> {
        let mut rows = rows.into_iter();
        let mut changed = 0;
        loop {
            let mut batch = Vec::new();
            for params in rows.by_ref().take(limits::PIPELINE) {
                batch.push((sql, self.bind(sql, params)?));
            }
            if batch.is_empty() {
                return Ok(changed);
            }
            changed += self.statements.execute_all(batch)?.iter().sum::<u64>();
        }
    }

    /// Runs several texts in order in one round trip, where none needs another's result; how many rows each changed.
    pub fn execute_batch(&mut self, batch: Vec<(&Sql, Vec<Value>)>) -> Result<Vec<u64>, StoreError> {
        let mut bound = Vec::with_capacity(batch.len());
        for (sql, params) in batch {
            bound.push((sql, self.bind(sql, params)?));
        }
        self.statements.execute_all(bound)
    }
}

impl PracticeTx<'_> {
    /// The practice that this transaction is bound to.
    pub fn practice_id(&self) -> PracticeId {
        self.scope.0
    }

    /// The system tables, in the same transaction: session, token, job and outbox heads. There is no way back.
    pub fn system(&mut self) -> SystemTx<'_> {
        Tx {
            statements: &mut *self.statements,
            scope: InSystem(()),
        }
    }
}
