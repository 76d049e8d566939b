//! The bare loop that an import is measured against: the same rows into the same tables by the drivers alone, in
//! transactions of as many lines of the log. It knows no closure, no writer thread and no pool; only the bench uses it.

use std::collections::BTreeMap;
use std::time::Duration;

use anteroom_core::ids::PracticeId;
use anteroom_core::limits;
use futures_util::future::try_join_all;
use rusqlite::{Connection, OpenFlags, params_from_iter};
use tokio_postgres::{Client, NoTls, Statement};

use crate::db::dialect::POSTGRES_FILLED;
use crate::db::tx::now;
use crate::{DatabaseUrl, StoreError, Value};

/// What an import writes, a table after those that it refers to.
const TABLES: [Table; 6] = [
    Table {
        name: "person",
        key: "id",
    },
    Table {
        name: "request",
        key: "id",
    },
    Table {
        name: "entry",
        key: "request_id",
    },
    Table {
        name: "clock",
        key: "request_id",
    },
    Table {
        name: "spell",
        key: "request_id",
    },
    Table {
        name: "event",
        key: "request_id",
    },
];
const REQUEST: usize = 1;
const ENTRY: usize = 2;

struct Table {
    name: &'static str,
    /// The column that says whose row it is.
    key: &'static str,
}

/// The rows of an import, in the transactions in which a bare loop inserts them.
pub struct Rows {
    practice: PracticeId,
    columns: Vec<Vec<String>>,
    /// In each transaction, for each table, its rows.
    transactions: Vec<Vec<Vec<Vec<Value>>>>,
}

type Failed = Box<dyn std::error::Error + Send + Sync>;

impl Rows {
    /// Reads what an import wrote into a SQLite file.
    pub fn read(database: &DatabaseUrl, practice: PracticeId) -> Result<Self, Failed> {
        let connection = sqlite(database, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
        let mut columns = Vec::new();
        let mut tables = Vec::new();
        for table in TABLES {
            let text = format!(
                "SELECT * FROM {} WHERE practice_id = ?1 ORDER BY practice_id, {}",
                table.name, table.key
            );
            let mut statement = connection.prepare(&text)?;
            columns.push(statement.column_names().map(str::to_owned).collect::<Vec<_>>());
            let width = statement.column_count();
            let mut rows = statement.query([practice.bytes()])?;
            let mut read = Vec::new();
            while let Some(row) = rows.next()? {
                read.push(
                    (0..width)
                        .map(|at| Ok(crate::db::value(row.get_ref(at)?)?))
                        .collect::<Result<Vec<_>, Failed>>()?,
                );
            }
            tables.push(read);
        }
        let transactions = transactions(&columns, tables)?;
        Ok(Self {
            practice,
            columns,
            transactions,
        })
    }

    /// How many.
    pub fn count(&self) -> usize {
        self.transactions.iter().flatten().map(Vec::len).sum()
    }

    /// How many transactions they take.
    pub fn transactions(&self) -> usize {
        self.transactions.len()
    }

    /// Inserts them into a fresh SQLite file that has the tables, with the durability that the store has.
    pub fn into_sqlite(&self, database: &DatabaseUrl) -> Result<Duration, Failed> {
        let connection = sqlite(database, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
        connection.pragma_update(None, "journal_mode", "WAL")?;
        connection.pragma_update(None, "synchronous", "FULL")?;
        connection.pragma_update(None, "foreign_keys", true)?;
        let texts = self.insertions('?');
        let mut statements = texts
            .iter()
            .map(|text| connection.prepare(text))
            .collect::<Result<Vec<_>, _>>()?;
        let began = now();
        for transaction in &self.transactions {
            connection.execute_batch("BEGIN IMMEDIATE")?;
            for (statement, rows) in statements.iter_mut().zip(transaction) {
                for row in rows {
                    statement.execute(params_from_iter(row))?;
                }
            }
            connection.execute_batch("COMMIT")?;
        }
        Ok(began.elapsed())
    }

    /// Inserts them into a fresh PostgreSQL database that has the tables; the rows of a transaction travel at once. It lets
    /// the planner look when the rows became eight times as many, without which it would be the slower of the two.
    pub async fn into_postgres(&self, database: &DatabaseUrl) -> Result<Duration, Failed> {
        let client = postgres(database).await?;
        let mut statements: Vec<Statement> = Vec::new();
        for text in self.insertions('$') {
            statements.push(client.prepare(&text).await?);
        }
        let id = self.practice.to_string().replace('-', "");
        let began = now();
        for (transaction, count) in self.transactions.iter().zip(1_u32..) {
            client
                .batch_execute(&format!("BEGIN; SET LOCAL anteroom.practice = '{id}'"))
                .await?;
            let rows = statements.iter().zip(transaction);
            let rows = rows.flat_map(|(statement, rows)| rows.iter().map(move |row| (statement, row)));
            try_join_all(rows.map(|(statement, row)| client.execute_raw(statement, row))).await?;
            client.batch_execute("COMMIT").await?;
            if count.is_power_of_two() && count.trailing_zeros().is_multiple_of(3) {
                analyze(&client).await?;
            }
        }
        Ok(began.elapsed())
    }

    fn insertions(&self, mark: char) -> Vec<String> {
        let tables = TABLES.iter().zip(&self.columns);
        let texts = tables.map(|(table, columns)| {
            let marks: Vec<_> = (1..=columns.len()).map(|at| format!("{mark}{at}")).collect();
            format!(
                "INSERT INTO {} ({}) VALUES ({})",
                table.name,
                columns.join(", "),
                marks.join(", ")
            )
        });
        texts.collect()
    }
}

/// Makes an empty PostgreSQL database beside that of `server`, whose role may make databases; what bore its name is gone.
pub async fn fresh_postgres(server: &str, name: &str) -> Result<DatabaseUrl, Failed> {
    let client = postgres(&server.parse()?).await?;
    client
        .batch_execute(&format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)"))
        .await?;
    client.batch_execute(&format!("CREATE DATABASE {name}")).await?;
    let host = server.rsplit_once('/').map_or(server, |(host, _)| host);
    Ok(format!("{host}/{name}").parse()?)
}

/// What the server syncs, for the record: `fsync`, `synchronous_commit` and its version.
pub async fn postgres_durability(server: &str) -> Result<String, Failed> {
    let client = postgres(&server.parse()?).await?;
    let mut told = Vec::new();
    for setting in ["server_version", "fsync", "synchronous_commit"] {
        let said: String = client.query_one(&format!("SHOW {setting}"), &[]).await?.get(0);
        told.push(format!("{setting} {said}"));
    }
    Ok(told.join(", "))
}

/// Deals the rows out to transactions of at most [`limits::IMPORT_ROWS`] entries, a request never split between two.
fn transactions(
    columns: &[Vec<String>],
    tables: Vec<Vec<Vec<Value>>>,
) -> Result<Vec<Vec<Vec<Vec<Value>>>>, Failed> {
    let place = |table: usize, name: &str| {
        columns
            .get(table)
            .and_then(|columns| columns.iter().position(|column| column == name))
            .ok_or("no such column")
    };
    let entry_of = place(ENTRY, "request_id")?;
    let (request_id, person_id) = (place(REQUEST, "id")?, place(REQUEST, "person_id")?);
    let mut entries: BTreeMap<&[u8], usize> = BTreeMap::new();
    for entry in tables.get(ENTRY).into_iter().flatten() {
        *entries.entry(id(entry, entry_of)?).or_default() += 1;
    }
    let mut of: BTreeMap<Vec<u8>, usize> = BTreeMap::new();
    let (mut held, mut last) = (0, 0);
    for request in tables.get(REQUEST).into_iter().flatten() {
        let own = id(request, request_id)?;
        let count = entries.get(own).copied().unwrap_or_default();
        if held + count > limits::IMPORT_ROWS {
            held = 0;
            last += 1;
        }
        held += count;
        of.insert(own.to_vec(), last);
        if let Ok(person) = id(request, person_id) {
            of.entry(person.to_vec()).or_insert(last);
        }
    }
    let mut dealt: Vec<Vec<Vec<Vec<Value>>>> = vec![vec![Vec::new(); TABLES.len()]; last + 1];
    for (at, (table, rows)) in TABLES.iter().zip(tables).enumerate() {
        let key = place(at, table.key)?;
        for row in rows {
            let whose = of.get(id(&row, key)?).copied().unwrap_or_default();
            dealt[whose][at].push(row);
        }
    }
    Ok(dealt)
}

fn id(row: &[Value], at: usize) -> Result<&[u8], StoreError> {
    match row.get(at) {
        Some(Value::Bytes(bytes)) => Ok(bytes),
        _ => Err(StoreError::Wrong("a row without its id".to_owned())),
    }
}

fn sqlite(database: &DatabaseUrl, flags: OpenFlags) -> Result<Connection, Failed> {
    let DatabaseUrl::Sqlite(file) = database else {
        return Err("no SQLite file".into());
    };
    Ok(Connection::open_with_flags(
        file,
        flags | OpenFlags::SQLITE_OPEN_NO_MUTEX,
    )?)
}

async fn postgres(database: &DatabaseUrl) -> Result<Client, Failed> {
    let DatabaseUrl::Postgres(url) = database else {
        return Err("no PostgreSQL server".into());
    };
    let (client, connection) = tokio_postgres::connect(url, NoTls).await?;
    tokio::spawn(connection);
    Ok(client)
}

async fn analyze(client: &Client) -> Result<(), Failed> {
    let filled: Option<String> = client.query_one(POSTGRES_FILLED, &[]).await?.get(0);
    if let Some(filled) = filled {
        client.batch_execute(&format!("ANALYZE {filled}")).await?;
    }
    Ok(())
}
