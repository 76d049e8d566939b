//! The engine's own stories, over a few tables of their own.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use anteroom_core::Time;
use anteroom_core::ids::PracticeId;

use super::{Practice, PracticeTx, Store};
use crate::migrate::{Migration, Schema};
use crate::sql::Sql;
use crate::testing::{each, on_file, on_postgres};
use crate::{ConstraintKind, DatabaseUrl, StoreError, params};

mod hints;
mod inline;
mod postgres;
mod sqlite;
mod texts;

const TABLES: &str = "
    CREATE TABLE mail (
        id BIGINT NOT NULL PRIMARY KEY
    ) WITHOUT ROWID;
    CREATE TABLE number (
        practice_id BYTES NOT NULL PRIMARY KEY,
        next BIGINT NOT NULL
    ) WITHOUT ROWID;
    CREATE TABLE note (
        practice_id BYTES NOT NULL,
        id BIGINT NOT NULL,
        words TEXT NOT NULL CHECK (words <> 'forbidden'),
        parent BIGINT,
        PRIMARY KEY (practice_id, id),
        FOREIGN KEY (practice_id, parent) REFERENCES note (practice_id, id)
    ) WITHOUT ROWID;";

static NOTES: Schema = Schema {
    migrations: &[Migration {
        version: 1,
        name: "notes",
        text: TABLES,
    }],
    system_tables: &["mail", "migration", "lease"],
};

static ADD: Sql = Sql::practice(
    "ADD",
    "INSERT INTO note (practice_id, id, words, parent) VALUES (?1, ?2, ?3, ?4)",
);
static WORDS: Sql = Sql::practice(
    "WORDS",
    "SELECT words FROM note WHERE practice_id = ?1 AND id = ?2",
);
static REWRITE: Sql = Sql::practice(
    "REWRITE",
    "UPDATE note SET words = ?3 WHERE practice_id = ?1 AND id = ?2",
);
static COUNT: Sql = Sql::practice("COUNT", "SELECT COUNT(*) FROM note WHERE practice_id = ?1");
static IDS: Sql = Sql::practice("IDS", "SELECT id FROM note WHERE practice_id = ?1 ORDER BY id");
static ECHO: Sql = Sql::practice(
    "ECHO",
    "SELECT CAST(?2 AS BIGINT) FROM note WHERE practice_id = ?1 AND id = 1",
);
static POST: Sql = Sql::system("POST", "INSERT INTO mail (id) VALUES (?1)");
static POSTED: Sql = Sql::system("POSTED", "SELECT COUNT(*) FROM mail");

/// The tables two releases later.
static LATER: Schema = Schema {
    migrations: &[
        Migration {
            version: 1,
            name: "notes",
            text: TABLES,
        },
        Migration {
            version: 2,
            name: "colour",
            text: "ALTER TABLE note ADD COLUMN colour TEXT;",
        },
        Migration {
            version: 3,
            name: "pages",
            text: "CREATE TABLE page (practice_id BYTES NOT NULL, id BIGINT NOT NULL, PRIMARY KEY (practice_id, id));",
        },
    ],
    system_tables: &["mail", "migration", "lease"],
};

/// The next release, with a mistake in it.
static BROKEN: Schema = Schema {
    migrations: &[
        Migration {
            version: 1,
            name: "notes",
            text: TABLES,
        },
        Migration {
            version: 2,
            name: "half",
            text: "ALTER TABLE note ADD COLUMN colour TEXT; CREATE NONSENSE;",
        },
    ],
    system_tables: &["mail", "migration", "lease"],
};

const NORTH: PracticeId = PracticeId([1; 16]);
const SOUTH: PracticeId = PracticeId([2; 16]);

/// What a use case may answer instead of the store's own errors.
#[derive(Debug, PartialEq)]
enum Refused {
    Rule,
    Store(StoreError),
}

impl From<StoreError> for Refused {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

fn add(tx: &mut PracticeTx<'_>, id: i64, words: &str) -> Result<(), StoreError> {
    tx.execute(&ADD, params![id, words, None::<i64>]).map(drop)
}

async fn count(practice: &Practice) -> i64 {
    practice
        .read(|tx| tx.query_one(&COUNT, params![])?.get::<i64>(0))
        .await
        .expect("a count")
}

async fn posted(store: &Store) -> i64 {
    store
        .system()
        .read(|tx| tx.query_one(&POSTED, params![])?.get::<i64>(0))
        .await
        .expect("a count")
}

#[tokio::test]
async fn what_is_written_is_read_back() {
    each(&NOTES, async |store: Store| {
        let north = store.practice(NORTH);
        let at = Time::from_micros(7);
        north
            .write(move |tx| {
                add(tx, 1, "hello, \"world\" ? $1 ?1 é 漢")?;
                assert_eq!(tx.query_one(&ECHO, params![at])?.get::<Time>(0)?, at);
                Ok::<_, StoreError>(())
            })
            .await
            .expect("written");
        let read = north
            .read(|tx| tx.query_one(&WORDS, params![1])?.get::<String>(0))
            .await;
        assert_eq!(read, Ok("hello, \"world\" ? $1 ?1 é 漢".to_owned()));
        let none = north.read(|tx| tx.query_opt(&WORDS, params![2])).await;
        assert_eq!(none, Ok(None));
        let missing = north.read(|tx| tx.query_one(&WORDS, params![2])).await;
        assert_eq!(missing, Err(StoreError::Missing));
    })
    .await;
}

#[tokio::test]
async fn a_practice_sees_and_changes_its_own_rows_only() {
    each(&NOTES, async |store: Store| {
        store
            .practice(NORTH)
            .write(|tx| add(tx, 1, "north"))
            .await
            .expect("written");
        store
            .practice(SOUTH)
            .write(|tx| add(tx, 1, "south"))
            .await
            .expect("the same id in another practice");
        let rewritten = store
            .practice(SOUTH)
            .write(|tx| tx.execute(&REWRITE, params![1, "mine"]))
            .await;
        assert_eq!(rewritten, Ok(1));
        let north = store
            .practice(NORTH)
            .read(|tx| tx.query(&WORDS, params![1])?[0].get::<String>(0))
            .await;
        assert_eq!(north, Ok("north".to_owned()));
    })
    .await;
}

#[tokio::test]
async fn a_refused_closure_leaves_nothing_behind() {
    each(&NOTES, async |store: Store| {
        let north = store.practice(NORTH);
        let refused = north
            .write(|tx| {
                add(tx, 1, "kept back")?;
                tx.system().execute(&POST, params![1])?;
                Err::<(), _>(Refused::Rule)
            })
            .await;
        assert_eq!(refused, Err(Refused::Rule));
        assert_eq!((count(&north).await, posted(&store).await), (0, 0));
    })
    .await;
}

#[tokio::test]
async fn a_practices_rows_and_system_rows_are_committed_together() {
    each(&NOTES, async |store: Store| {
        let north = store.practice(NORTH);
        let written = north
            .write(|tx| {
                add(tx, 1, "a request")?;
                tx.system().execute(&POST, params![1])
            })
            .await;
        assert_eq!(written, Ok(1));
        assert_eq!((count(&north).await, posted(&store).await), (1, 1));
    })
    .await;
}

#[tokio::test]
async fn constraints_refuse_alike_on_every_database() {
    each(&NOTES, async |store: Store| {
        let north = store.practice(NORTH);
        north.write(|tx| add(tx, 1, "first")).await.expect("written");
        let kind = |refused: Result<(), StoreError>| match refused {
            Err(StoreError::Constraint { kind, .. }) => Some(kind),
            _ => None,
        };
        assert_eq!(
            kind(north.write(|tx| add(tx, 1, "again")).await),
            Some(ConstraintKind::Unique)
        );
        assert_eq!(
            kind(north.write(|tx| add(tx, 2, "forbidden")).await),
            Some(ConstraintKind::Check)
        );
        let orphan = north
            .write(|tx| tx.execute(&ADD, params![2, "orphan", 99]).map(drop))
            .await;
        assert_eq!(kind(orphan), Some(ConstraintKind::ForeignKey));
        let empty = north
            .write(|tx| tx.execute(&REWRITE, params![1, None::<String>]).map(drop))
            .await;
        assert_eq!(kind(empty), Some(ConstraintKind::Check), "NOT NULL");
        let mistyped = north
            .write(|tx| tx.execute(&REWRITE, params![1, vec![1_u8]]))
            .await;
        assert!(matches!(mistyped, Err(StoreError::Wrong(_))), "{mistyped:?}");
    })
    .await;
}

#[tokio::test]
async fn a_closure_that_swallows_a_failed_statement_commits_nothing() {
    each(&NOTES, async |store: Store| {
        let north = store.practice(NORTH);
        let swallowed = north
            .write(|tx| {
                add(tx, 1, "first")?;
                let clash = add(tx, 1, "again");
                assert!(clash.expect_err("the id is taken").is_unique());
                assert!(add(tx, 2, "after").is_err(), "nothing runs after a failure");
                Ok::<_, StoreError>(())
            })
            .await;
        assert!(swallowed.expect_err("it failed").is_unique());
        assert_eq!(count(&north).await, 0);
    })
    .await;
}

#[tokio::test]
async fn a_panicking_closure_is_an_error_and_the_store_goes_on() {
    each(&NOTES, async |store: Store| {
        let north = store.practice(NORTH);
        let panicked = north
            .write(|tx| {
                add(tx, 1, "before")?;
                assert_eq!(tx.practice_id(), SOUTH, "this panic is part of the test");
                Ok::<_, StoreError>(())
            })
            .await;
        assert_eq!(panicked, Err(StoreError::Panicked));
        north
            .write(|tx| add(tx, 1, "after"))
            .await
            .expect("the store goes on");
        assert_eq!(count(&north).await, 1);
    })
    .await;
}

#[tokio::test]
async fn a_reading_transaction_refuses_to_write() {
    each(&NOTES, async |store: Store| {
        let north = store.practice(NORTH);
        assert!(north.read(|tx| add(tx, 1, "sneaked in")).await.is_err());
        assert_eq!(count(&north).await, 0);
    })
    .await;
}

#[tokio::test]
async fn a_text_runs_in_its_own_scope_only() {
    each(&NOTES, async |store: Store| {
        let crossed = store
            .system()
            .write(|tx| tx.execute(&ADD, params![1, "x", None::<i64>]))
            .await;
        assert!(matches!(crossed, Err(StoreError::Wrong(_))), "{crossed:?}");
        let crossed = store
            .practice(NORTH)
            .write(|tx| tx.execute(&POST, params![]))
            .await;
        assert!(matches!(crossed, Err(StoreError::Wrong(_))), "{crossed:?}");
    })
    .await;
}

#[tokio::test]
async fn many_rows_and_many_texts_go_in_order() {
    each(&NOTES, async |store: Store| {
        let north = store.practice(NORTH);
        let added = north
            .write(|tx| {
                tx.execute_many(
                    &ADD,
                    (1..=1_000).map(|id| params![id, "row", (id > 1).then_some(id - 1)]),
                )
            })
            .await;
        assert_eq!(added, Ok(1_000));
        let batch = north
            .write(|tx| {
                tx.execute_batch(vec![
                    (&ADD, params![1_001, "child", 1_000]),
                    (&REWRITE, params![1_001, "rewritten"]),
                    (&REWRITE, params![5_000, "nobody"]),
                ])
            })
            .await;
        assert_eq!(batch, Ok(vec![1, 1, 0]));
        let ids = north.read(|tx| tx.query(&IDS, params![])).await.expect("the ids");
        let ids: Result<Vec<i64>, _> = ids.iter().map(|row| row.get(0)).collect();
        assert_eq!(ids, Ok((1..=1_001).collect()));
        let half = north
            .write(|tx| tx.execute_many(&ADD, [5_001, 5_002, 1].map(|id| params![id, "x", 1])))
            .await;
        assert!(half.expect_err("1 is taken").is_unique());
        assert_eq!(count(&north).await, 1_001, "nothing of a batch that failed");
    })
    .await;
}

#[tokio::test]
async fn peoples_numbers_start_at_1000_and_nobody_gets_one_twice() {
    each(&NOTES, async |store: Store| {
        let mut waiting = Vec::new();
        for practice in [NORTH, SOUTH] {
            for _ in 0..20 {
                let practice = store.practice(practice);
                waiting.push(tokio::spawn(async move {
                    practice
                        .write_numbered(3, |tx, first| add(tx, first, "numbered").map(|()| first))
                        .await
                }));
            }
        }
        let mut taken = Vec::new();
        for one in waiting {
            taken.push(one.await.expect("ran").expect("numbered"));
        }
        let (north, south) = taken.split_at_mut(20);
        for practice in [north, south] {
            practice.sort_unstable();
            assert_eq!(practice, (0..20).map(|one| 1_000 + 3 * one).collect::<Vec<i64>>());
        }
    })
    .await;
}

#[tokio::test]
async fn two_who_read_and_then_write_the_same_row_both_land() {
    each(&NOTES, async |store: Store| {
        let north = store.practice(NORTH);
        north.write(|tx| add(tx, 1, "")).await.expect("written");
        let runs = Arc::new(AtomicU64::new(0));
        let mut waiting = Vec::new();
        for _ in 0..6 {
            let (north, runs) = (north.clone(), runs.clone());
            waiting.push(tokio::spawn(async move {
                let letter = move |tx: &mut PracticeTx<'_>| {
                    runs.fetch_add(1, Ordering::Relaxed);
                    let words: String = tx.query_one(&WORDS, params![1])?.get(0)?;
                    tx.execute(&REWRITE, params![1, words + "x"])
                };
                north.write(letter).await
            }));
        }
        for one in waiting {
            assert_eq!(one.await.expect("ran"), Ok(1));
        }
        let words = north
            .read(|tx| tx.query_one(&WORDS, params![1])?.get::<String>(0))
            .await;
        assert_eq!(
            words,
            Ok("xxxxxx".to_owned()),
            "after {} runs",
            runs.load(Ordering::Relaxed)
        );
    })
    .await;
}

#[tokio::test]
async fn of_those_who_check_and_then_insert_only_one_finds_nothing() {
    each(&NOTES, async |store: Store| {
        let mut waiting = Vec::new();
        for id in 1..=6 {
            let north = store.practice(NORTH);
            waiting.push(tokio::spawn(async move {
                let first = move |tx: &mut PracticeTx<'_>| match tx.query_one(&COUNT, params![])?.get(0)? {
                    0_i64 => add(tx, id, "first").map_err(Refused::from),
                    _ => Err(Refused::Rule),
                };
                north.write(first).await
            }));
        }
        let mut landed = 0;
        for one in waiting {
            match one.await.expect("ran") {
                Ok(()) => landed += 1,
                refused => assert_eq!(refused, Err(Refused::Rule)),
            }
        }
        assert_eq!((landed, count(&store.practice(NORTH)).await), (1, 1));
    })
    .await;
}

#[tokio::test]
async fn the_planner_can_be_told_of_a_bulk_load() {
    each(&NOTES, async |store: Store| {
        let rows = (1..=100).map(|id| params![id, "row", None::<i64>]);
        store
            .practice(NORTH)
            .write(move |tx| tx.execute_many(&ADD, rows.clone()))
            .await
            .expect("written");
        assert_eq!(store.analyze().await, Ok(()));
        assert_eq!(count(&store.practice(NORTH)).await, 100);
    })
    .await;
}

#[test]
fn an_address_of_a_database_is_read_and_never_shows_its_password() {
    let url: DatabaseUrl = "sqlite:desk.sqlite".parse().expect("a file");
    assert_eq!(url, DatabaseUrl::Sqlite("desk.sqlite".into()));
    let url: DatabaseUrl = "postgres://desk:secret@db.example:5432/desk?password=secret"
        .parse()
        .expect("a server");
    assert_eq!(
        format!("{url} {url:?}"),
        "postgres://db.example:5432/desk postgres://db.example:5432/desk"
    );
    for wrong in ["", "sqlite:", "desk.sqlite", "mysql://db", "postgres:desk"] {
        assert!(wrong.parse::<DatabaseUrl>().is_err(), "{wrong}");
    }
}
