use anteroom_core::limits;

use super::*;
use crate::testing::{connect, options, server};

/// What a connection of the plain role sees and may do with a practice set.
async fn as_practice(client: &tokio_postgres::Client, practice: Option<PracticeId>) -> (i64, bool) {
    let set = practice.map_or("SELECT 1".to_owned(), |id| {
        format!(
            "SET LOCAL anteroom.practice = '{}'",
            id.to_string().replace('-', "")
        )
    });
    client
        .batch_execute(&format!("BEGIN; {set}"))
        .await
        .expect("a transaction");
    let seen = client
        .query_one("SELECT COUNT(*) FROM note", &[])
        .await
        .expect("a count")
        .get(0);
    let insert = "INSERT INTO note (practice_id, id, words) VALUES ($1, 77, 'planted')";
    let inserted = client.execute(insert, &[&NORTH.bytes().as_slice()]).await.is_ok();
    client.batch_execute("ROLLBACK").await.expect("rolled back");
    (seen, inserted)
}

#[tokio::test]
async fn row_level_security_holds_on_a_connection_that_is_not_the_stores() {
    on_postgres(&NOTES, async |store: Store, url| {
        store
            .practice(NORTH)
            .write(|tx| add(tx, 1, "north"))
            .await
            .expect("written");
        let client = connect(&url).await;
        assert_eq!(
            as_practice(&client, Some(NORTH)).await,
            (1, true),
            "its own practice"
        );
        assert_eq!(
            as_practice(&client, Some(SOUTH)).await,
            (0, false),
            "another practice"
        );
        assert_eq!(
            as_practice(&client, None).await,
            (0, false),
            "no practice, after one was set"
        );
        let fresh = connect(&url).await;
        assert_eq!(as_practice(&fresh, None).await, (0, false), "no practice, ever");
    })
    .await;
}

#[tokio::test]
async fn an_empty_table_is_never_looked_at_so_that_no_check_is_planned_to_read_all_of_it() {
    on_postgres(&NOTES, async |store: Store, url| {
        let client = connect(&url).await;
        let rows = "SELECT reltuples FROM pg_class WHERE relname = 'note'";
        let known = async || -> f32 { client.query_one(rows, &[]).await.expect("the catalogue").get(0) };
        assert_eq!(store.analyze().await, Ok(()));
        assert!(known().await < 0.0, "never looked at");
        store
            .practice(NORTH)
            .write(|tx| add(tx, 1, "north"))
            .await
            .expect("written");
        assert_eq!(store.analyze().await, Ok(()));
        assert!(known().await > 0.0, "looked at once it holds something");
    })
    .await;
}

#[tokio::test]
async fn the_wall_between_practices_costs_one_look_a_statement_and_keeps_the_index() {
    on_postgres(&NOTES, async |store: Store, url| {
        store
            .practice(NORTH)
            .write(|tx| tx.execute_many(&ADD, (1..=2_000).map(|id| params![id, "words", None::<i64>])))
            .await
            .expect("written");
        let client = connect(&url).await;
        client.batch_execute("ANALYZE note").await.expect("analysed");
        let explain =
            "EXPLAIN SELECT words FROM note WHERE practice_id = '\\x01010101010101010101010101010101'
            AND id > 7 ORDER BY id LIMIT 5";
        let plan = client.query(explain, &[]).await.expect("a plan");
        let plan: Vec<String> = plan.iter().map(|row| row.get(0)).collect();
        let plan = plan.join("\n");
        assert!(plan.contains("InitPlan"), "{plan}");
        assert!(plan.contains("Index Scan using note_pkey"), "{plan}");
    })
    .await;
}

#[tokio::test]
async fn a_role_that_ignores_row_level_security_is_refused() {
    let owner = server("ANTEROOM_TEST_POSTGRES_OWNER");
    let refused = Store::open(&DatabaseUrl::Postgres(owner), options(&NOTES)).await;
    let refused = refused.err().expect("a superuser");
    assert!(
        refused.to_string().contains("ignores row-level security"),
        "{refused}"
    );
}

#[tokio::test]
async fn a_server_that_does_not_answer_is_unavailable() {
    let nobody = DatabaseUrl::Postgres("postgres://anteroom@127.0.0.1:1/anteroom".to_owned());
    let refused = Store::open(&nobody, options(&NOTES))
        .await
        .err()
        .expect("nobody listens");
    assert!(matches!(refused, StoreError::Unavailable(_)), "{refused}");
}

#[tokio::test]
async fn a_connection_that_died_idle_is_replaced_and_one_that_dies_at_work_is_unavailable() {
    on_postgres(&NOTES, async |store: Store, url| {
        let north = store.practice(NORTH);
        north.write(|tx| add(tx, 1, "before")).await.expect("written");
        let others = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity
            WHERE datname = current_database() AND pid <> pg_backend_pid()";
        let client = Arc::new(connect(&url).await);
        client.query(others, &[]).await.expect("ended");
        north
            .write(|tx| add(tx, 2, "after"))
            .await
            .expect("another connection");
        let runtime = tokio::runtime::Handle::current();
        let lost = north
            .write(move |tx| {
                add(tx, 3, "lost")?;
                runtime.block_on(client.query(others, &[])).expect("ended");
                add(tx, 4, "lost")
            })
            .await;
        assert!(matches!(lost, Err(StoreError::Unavailable(_))), "{lost:?}");
        assert_eq!(count(&north).await, 2);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn several_nodes_that_start_at_once_migrate_once() {
    on_postgres(&NOTES, async |store: Store, url| {
        drop(store);
        let client = connect(&url).await;
        client
            .batch_execute("DROP TABLE note, number, mail, migration, lease")
            .await
            .expect("empty");
        let starting: Vec<_> = (0..4)
            .map(|_| {
                let url = DatabaseUrl::Postgres(url.clone());
                tokio::spawn(async move { Store::open(&url, options(&NOTES)).await.map(drop) })
            })
            .collect();
        for one in starting {
            assert_eq!(one.await.expect("ran"), Ok(()));
        }
        let steps: i64 = client
            .query_one("SELECT COUNT(*) FROM migration", &[])
            .await
            .expect("a count")
            .get(0);
        let leases: i64 = client
            .query_one("SELECT COUNT(*) FROM lease", &[])
            .await
            .expect("a count")
            .get(0);
        assert_eq!((steps, leases), (1, 0));
    })
    .await;
}

#[tokio::test]
async fn a_transaction_that_always_meets_another_ends_as_busy() {
    on_postgres(&NOTES, async |store: Store, url| {
        let north = store.practice(NORTH);
        north.write(|tx| add(tx, 1, "contended")).await.expect("written");
        let client = Arc::new(connect(&url).await);
        let runtime = tokio::runtime::Handle::current();
        let runs = Arc::new(AtomicU64::new(0));
        let counted = runs.clone();
        let met = north
            .write(move |tx| {
                let run = counted.fetch_add(1, Ordering::Relaxed);
                let words: String = tx.query_one(&WORDS, params![1])?.get(0)?;
                let practice = "SET LOCAL anteroom.practice = '01010101010101010101010101010101'";
                let other =
                    format!("BEGIN; {practice}; UPDATE note SET words = 'run {run}' WHERE id = 1; COMMIT");
                runtime
                    .block_on(client.batch_execute(&other))
                    .expect("the other lands");
                tx.execute(&REWRITE, params![1, words + "x"])
            })
            .await;
        assert_eq!(met, Err(StoreError::Busy));
        assert_eq!(runs.load(Ordering::Relaxed), u64::from(limits::WRITE_ATTEMPTS));
    })
    .await;
}

#[tokio::test]
async fn a_migration_puts_its_new_tables_behind_the_wall_and_a_broken_one_changes_nothing() {
    on_postgres(&NOTES, async |store: Store, url| {
        store
            .practice(NORTH)
            .write(|tx| add(tx, 1, "kept"))
            .await
            .expect("written");
        drop(store);
        let address = DatabaseUrl::Postgres(url.clone());
        assert!(Store::open(&address, options(&BROKEN)).await.is_err());
        let store = Store::open(&address, options(&LATER))
            .await
            .expect("the broken one left nothing behind");
        assert_eq!(count(&store.practice(NORTH)).await, 1);
        let client = connect(&url).await;
        let forced = "SELECT relforcerowsecurity FROM pg_class WHERE relname = 'page'";
        assert!(
            client
                .query_one(forced, &[])
                .await
                .expect("the table")
                .get::<_, bool>(0)
        );
        let refused = Store::open(&address, options(&NOTES))
            .await
            .err()
            .expect("schema 3 is two ahead of 1");
        assert!(matches!(refused, StoreError::Schema(_)), "{refused}");
    })
    .await;
}

#[tokio::test]
async fn who_finds_every_connection_taken_for_too_long_is_told_so() {
    on_postgres(&NOTES, async |store: Store, url| {
        drop(store);
        let one = crate::Options {
            connections: 1,
            ..options(&NOTES)
        };
        let store = Store::open(&DatabaseUrl::Postgres(url), one)
            .await
            .expect("opens");
        let (release, held) = std::sync::mpsc::channel::<()>();
        let taken = Arc::new(tokio::sync::Notify::new());
        let (system, running) = (store.system(), taken.clone());
        let first = tokio::spawn(async move {
            let holds = system.write(move |tx| {
                tx.execute(&POST, params![1])?;
                running.notify_one();
                held.recv().expect_err("only dropped");
                Ok::<_, StoreError>(())
            });
            holds.await
        });
        taken.notified().await;
        assert_eq!(
            store.system().write(|tx| tx.execute(&POST, params![2])).await,
            Err(StoreError::Busy)
        );
        drop(release);
        let late = first.await.expect("ran");
        assert!(
            late.is_err(),
            "no write is kept that held its transaction open for over {:?}",
            limits::WRITE_SPAN
        );
        assert_eq!(posted(&store).await, 0);
    })
    .await;
}
