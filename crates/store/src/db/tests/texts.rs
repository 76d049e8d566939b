use std::collections::BTreeSet;

use rusqlite::Connection;
use tokio_postgres::types::Type;

use super::*;
use crate::QUERIES;
use crate::db::dialect::{Dialect, statements};
use crate::sql::check;
use crate::testing::connect;

/// The product's tables in memory.
fn house() -> Connection {
    let connection = Connection::open_in_memory().expect("opens");
    let texts = Schema::HOUSE.migrations.iter().map(|one| one.text);
    for text in texts.chain([crate::migrate::BOOTSTRAP]) {
        for statement in statements(Dialect::Sqlite, text) {
            connection.execute_batch(&statement).expect(&statement);
        }
    }
    connection
}

fn names(connection: &Connection, text: &str) -> BTreeSet<String> {
    let mut statement = connection.prepare(text).expect("a text");
    let rows = statement.query_map([], |row| row.get(0)).expect("rows");
    rows.map(|row| row.expect("a name")).collect()
}

const TABLES_OF_HOUSE: &str =
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'";

/// Tables whose key begins with the practice.
const KEYED: &str = "SELECT m.name FROM sqlite_schema m JOIN pragma_table_info(m.name) c
    WHERE m.type = 'table' AND c.name = 'practice_id' AND c.pk = 1";

fn practice_tables(connection: &Connection) -> BTreeSet<String> {
    let mut tables = names(connection, TABLES_OF_HOUSE);
    tables.retain(|table| !Schema::HOUSE.system_tables.contains(&table.as_str()));
    tables
}

#[test]
fn the_list_of_system_tables_is_exact_and_every_other_key_begins_with_the_practice() {
    let house = house();
    let tables = names(&house, TABLES_OF_HOUSE);
    for system in Schema::HOUSE.system_tables {
        assert!(tables.contains(*system), "{system} is listed but not there");
    }
    let keyed = names(&house, KEYED);
    assert_eq!(
        practice_tables(&house).difference(&keyed).collect::<Vec<_>>(),
        Vec::<&String>::new()
    );
}

#[test]
fn every_text_names_the_practice_for_each_of_its_tables() {
    let tables: Vec<String> = practice_tables(&house()).into_iter().collect();
    let wrong: Vec<String> = QUERIES
        .iter()
        .copied()
        .flatten()
        .filter_map(|sql| check(sql, &tables).err())
        .collect();
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn texts_are_worded_apart_only_in_the_file_where_back_ends_differ() {
    for sql in QUERIES.iter().copied().flatten().filter(|sql| sql.differs()) {
        assert!(
            sql.name().starts_with("anteroom_store::db::dialect::"),
            "{}",
            sql.name()
        );
    }
}

#[test]
fn every_file_with_texts_is_in_the_list_that_tests_walk() {
    let listed: BTreeSet<&str> = QUERIES
        .iter()
        .copied()
        .flatten()
        .filter_map(|sql| sql.name().rsplit_once("::"))
        .map(|(file, _)| file)
        .collect();
    let mut folders = vec![(
        std::path::PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/src")),
        String::new(),
    )];
    while let Some((folder, path)) = folders.pop() {
        #[expect(
            clippy::disallowed_methods,
            reason = "this test is about the files of the crate"
        )]
        for file in std::fs::read_dir(folder).expect("the sources") {
            let file = file.expect("a file").path();
            let name = file.file_stem().expect("a name").to_string_lossy().into_owned();
            if file.is_dir() {
                folders.push((file, format!("{path}::{name}")));
                continue;
            }
            let text = std::fs::read_to_string(&file).expect("a text");
            let module = format!("anteroom_store{path}::{name}").replace("::mod", "");
            let declares = text.lines().any(|line| line == "queries! {");
            if declares && !module.contains("::tests") {
                assert!(
                    listed.contains(module.as_str()),
                    "{module} declares texts that QUERIES in lib.rs lacks"
                );
            }
        }
    }
}

#[tokio::test]
async fn every_text_is_prepared_on_both_databases_with_the_same_parameters_and_readable_columns() {
    on_postgres(&Schema::HOUSE, async |_, url| {
        let texts: Vec<&'static Sql> = QUERIES.iter().copied().flatten().copied().collect();
        let mut wrong = Vec::new();
        let client = connect(&url).await;
        for (sql, sqlite) in texts.iter().zip(prepare_on_sqlite(&texts)) {
            match (sqlite, client.prepare(sql.postgres()).await) {
                (Err(error), _) => wrong.push(format!("{} on SQLite: {error}", sql.name())),
                (_, Err(error)) => {
                    let said = error
                        .as_db_error()
                        .map_or(error.to_string(), |said| said.message().to_owned());
                    wrong.push(format!("{} on PostgreSQL: {said}", sql.name()));
                }
                (Ok(parameters), Ok(postgres)) => wrong.extend(differences(sql, parameters, &postgres)),
            }
        }
        assert_eq!(wrong, Vec::<String>::new());
    })
    .await;
}

fn prepare_on_sqlite(texts: &[&Sql]) -> Vec<Result<usize, rusqlite::Error>> {
    let house = house();
    texts
        .iter()
        .map(|sql| {
            house
                .prepare(sql.sqlite())
                .map(|prepared| prepared.parameter_count())
        })
        .collect()
}

fn differences(sql: &Sql, parameters: usize, postgres: &tokio_postgres::Statement) -> Vec<String> {
    let mut wrong = Vec::new();
    let theirs = postgres.params().len();
    if !sql.differs() && parameters != theirs {
        wrong.push(format!(
            "{}: {parameters} parameters, {theirs} on PostgreSQL",
            sql.name()
        ));
    }
    let kept = [Type::INT8, Type::TEXT, Type::BYTEA];
    for (at, ty) in postgres
        .params()
        .iter()
        .enumerate()
        .filter(|(_, ty)| !kept.contains(ty))
    {
        wrong.push(format!(
            "{}: ?{} is {ty} to PostgreSQL: cast it",
            sql.name(),
            at + 1
        ));
    }
    let read = [Type::INT8, Type::INT4, Type::TEXT, Type::BYTEA, Type::BOOL];
    for column in postgres
        .columns()
        .iter()
        .filter(|column| !read.contains(column.type_()))
    {
        wrong.push(format!(
            "{}: column {} is {}: cast it",
            sql.name(),
            column.name(),
            column.type_()
        ));
    }
    wrong
}

#[tokio::test]
async fn row_level_security_stands_on_every_table_but_the_system_tables() {
    on_postgres(&Schema::HOUSE, async |_, url| {
        let client = connect(&url).await;
        let forced = "SELECT relname::text FROM pg_class JOIN pg_policies
            ON tablename = relname WHERE relkind = 'r' AND relrowsecurity AND relforcerowsecurity
            AND relnamespace = current_schema()::regnamespace";
        let forced = client.query(forced, &[]).await.expect("the tables");
        let forced: BTreeSet<String> = forced.iter().map(|row| row.get(0)).collect();
        assert_eq!(forced, practice_tables(&house()));
    })
    .await;
}

/// How SQLite finds the rows of a text, before it knows what will be bound.
fn plan(connection: &Connection, text: &str) -> Vec<String> {
    let explained = format!("EXPLAIN QUERY PLAN {text}");
    let mut statement = connection.prepare(&explained).expect(text);
    let nothing = vec![rusqlite::types::Null; statement.parameter_count()];
    let steps = statement.query_map(rusqlite::params_from_iter(nothing), |row| row.get(3));
    steps.expect(text).map(|step| step.expect("a step")).collect()
}

/// Tables in which a practice's rows grow with the years.
const GROWS: [&str; 14] = [
    "alert",
    "audit",
    "call",
    "clock",
    "contact_point",
    "entry",
    "event",
    "message",
    "name_word",
    "patient",
    "person",
    "relation",
    "request",
    "spell",
];

#[test]
fn no_text_reads_a_practices_years_from_their_beginning_even_in_a_database_that_was_never_measured() {
    let house = house();
    crate::db::sqlite::presume(&house).expect("presumed");
    let mut wrong = Vec::new();
    // The recount reads everything: that is what it is for.
    let texts = QUERIES.iter().copied().flatten();
    for sql in texts.filter(|sql| !sql.name().contains("::recount::")) {
        for step in plan(&house, sql.sqlite()) {
            let words: Vec<&str> = step.split(' ').collect();
            let [_, alias, .., found] = words.as_slice() else {
                continue;
            };
            let named = |table: &&str| alias == table || sql.sqlite().contains(&format!("{table} {alias} "));
            let whole =
                step.contains("USING PRIMARY KEY") && *found == "(practice_id=?)" || words[0] == "SCAN";
            if whole && GROWS.iter().any(named) {
                wrong.push(format!("{}: {step}", sql.name()));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}
