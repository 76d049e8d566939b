use std::sync::mpsc;

use anteroom_core::limits;
use tokio::sync::Notify;

use super::*;
use crate::Options;
use crate::testing::{OPENED, options};

/// Lets the file grow no further than 60 pages.
static NO_ROOM: Sql = Sql::system("NO_ROOM", "PRAGMA max_page_count = 60");
/// Lets it grow again.
static ROOM: Sql = Sql::system("ROOM", "PRAGMA max_page_count = 1000000");

/// Occupies the writer until the sender is dropped, so that what comes meanwhile waits in one queue.
async fn hold(store: &Store) -> (mpsc::Sender<()>, tokio::task::JoinHandle<Result<u64, StoreError>>) {
    let (release, held) = mpsc::channel::<()>();
    let occupied = Arc::new(Notify::new());
    let (system, running) = (store.system(), occupied.clone());
    let first = tokio::spawn(async move {
        system
            .write(move |tx| {
                running.notify_one();
                held.recv().expect_err("only dropped");
                tx.execute(&POST, params![0])
            })
            .await
    });
    occupied.notified().await;
    (release, first)
}

async fn until_waiting(store: &Store, count: usize) {
    while store.load().waiting < count {
        tokio::task::yield_now().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn many_waiting_transactions_share_one_commit() {
    on_file(&NOTES, async |store: Store, _| {
        let (release, first) = hold(&store).await;
        let system = store.system();
        let waiting: Vec<_> = (1..=50)
            .map(|id| {
                let system = system.clone();
                tokio::spawn(async move { system.write(move |tx| tx.execute(&POST, params![id])).await })
            })
            .collect();
        until_waiting(&store, 50).await;
        assert_eq!(store.load().commits, 0);
        drop(release);
        assert_eq!(first.await.expect("ran"), Ok(1));
        for one in waiting {
            assert_eq!(one.await.expect("ran"), Ok(1));
        }
        assert_eq!(posted(&store).await, 51);
        assert!(
            store.load().commits <= 3,
            "{} commits for 51 transactions",
            store.load().commits
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_refused_closure_does_not_hurt_its_neighbours_in_the_same_commit() {
    on_file(&NOTES, async |store: Store, _| {
        let (release, first) = hold(&store).await;
        let waiting: Vec<_> = (1..=30)
            .map(|id| {
                let practice = store.practice(NORTH);
                tokio::spawn(async move {
                    practice
                        .write(move |tx| {
                            add(tx, id, "words")?;
                            match id % 3 {
                                0 => Err(Refused::Rule),
                                1 => add(tx, id, "a clash").map_err(Refused::from),
                                _ => Ok(()),
                            }
                        })
                        .await
                })
            })
            .collect();
        until_waiting(&store, 30).await;
        drop(release);
        first.await.expect("ran").expect("written");
        for (id, one) in (1..).zip(waiting) {
            assert_eq!(one.await.expect("ran").is_ok(), id % 3 == 2, "{id}");
        }
        assert_eq!(count(&store.practice(NORTH)).await, 10);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_full_disk_refuses_the_large_and_keeps_the_small() {
    on_file(&NOTES, async |store: Store, _| {
        store
            .system()
            .write(|tx| tx.query(&NO_ROOM, params![]))
            .await
            .expect("a limit");
        let (release, first) = hold(&store).await;
        let waiting: Vec<_> = (1..=9)
            .map(|id| {
                let practice = store.practice(NORTH);
                let words = "x".repeat(if id == 5 { 1_000_000 } else { 10 });
                tokio::spawn(async move { practice.write(move |tx| add(tx, id, &words)).await })
            })
            .collect();
        until_waiting(&store, 9).await;
        drop(release);
        assert_eq!(first.await.expect("ran"), Ok(1));
        for (id, one) in (1..).zip(waiting) {
            let expected = if id == 5 { Err(StoreError::Full) } else { Ok(()) };
            assert_eq!(one.await.expect("ran"), expected, "{id}");
        }
        assert_eq!(
            count(&store.practice(NORTH)).await,
            8,
            "what was acknowledged stands, and nothing else"
        );
        store
            .system()
            .write(|tx| tx.query(&ROOM, params![]))
            .await
            .expect("no limit");
        store
            .practice(NORTH)
            .write(|tx| add(tx, 5, &"x".repeat(1_000_000)))
            .await
            .expect("there is room again");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_waits_too_long_is_told_so_and_nothing_of_theirs_lands() {
    on_file(&NOTES, async |store: Store, _| {
        let (release, first) = hold(&store).await;
        let waiting: Vec<_> = (1..=1_100)
            .map(|id| {
                let system = store.system();
                tokio::spawn(async move { system.write(move |tx| tx.execute(&POST, params![id])).await })
            })
            .collect();
        until_waiting(&store, limits::WRITE_QUEUE).await;
        // The queue is full, so that some of the rest are refused before the writer is released.
        while !waiting.iter().any(tokio::task::JoinHandle::is_finished) {
            tokio::task::yield_now().await;
        }
        drop(release);
        assert_eq!(
            first.await.expect("ran"),
            Err(StoreError::Busy),
            "it held a transaction open for too long"
        );
        for one in waiting {
            assert_eq!(one.await.expect("ran"), Err(StoreError::Busy));
        }
        assert_eq!(posted(&store).await, 0);
        assert_eq!(
            store.system().write(|tx| tx.execute(&POST, params![1])).await,
            Ok(1),
            "the store goes on"
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_reader_sees_one_state_while_others_write() {
    on_file(&NOTES, async |store: Store, _| {
        store
            .practice(NORTH)
            .write(|tx| add(tx, 1, "before"))
            .await
            .expect("written");
        let (begins, started) = mpsc::channel::<()>();
        let (release, held) = mpsc::channel::<()>();
        let practice = store.practice(NORTH);
        let reading = tokio::spawn(async move {
            practice
                .read(move |tx| {
                    let first: i64 = tx.query_one(&COUNT, params![])?.get(0)?;
                    begins.send(()).expect("the test waits");
                    held.recv().expect("released");
                    Ok::<_, StoreError>((first, tx.query_one(&COUNT, params![])?.get::<i64>(0)?))
                })
                .await
        });
        tokio::task::spawn_blocking(move || started.recv())
            .await
            .expect("ran")
            .expect("the reader began");
        store
            .practice(NORTH)
            .write(|tx| add(tx, 2, "after"))
            .await
            .expect("a reader doesn't hold the writer up");
        release.send(()).expect("the reader waits");
        assert_eq!(reading.await.expect("ran"), Ok((1, 1)));
        assert_eq!(count(&store.practice(NORTH)).await, 2);
    })
    .await;
}

#[tokio::test]
async fn what_was_acknowledged_is_there_after_the_file_is_opened_again() {
    on_file(&NOTES, async |store: Store, url| {
        store
            .practice(NORTH)
            .write(|tx| add(tx, 1, "kept"))
            .await
            .expect("written");
        drop(store);
        let store = Store::open(&url, options(&NOTES)).await.expect("opens again");
        assert_eq!(count(&store.practice(NORTH)).await, 1);
    })
    .await;
}

#[tokio::test]
async fn a_file_is_copied_before_it_is_migrated_and_a_newer_one_is_refused() {
    on_file(&NOTES, async |store: Store, url| {
        store
            .practice(NORTH)
            .write(|tx| add(tx, 1, "kept"))
            .await
            .expect("written");
        drop(store);
        let DatabaseUrl::Sqlite(path) = url.clone() else {
            panic!("a file")
        };
        assert!(
            Store::open(&url, options(&BROKEN)).await.is_err(),
            "a migration that fails"
        );
        let migrated = Store::open(
            &url,
            Options {
                schema: &LATER,
                ..Options::at(OPENED)
            },
        )
        .await
        .expect("migrates");
        assert_eq!(count(&migrated.practice(NORTH)).await, 1);
        drop(migrated);
        let refused = Store::open(&url, options(&NOTES))
            .await
            .err()
            .expect("schema 3 is two ahead of 1");
        assert!(refused.to_string().contains("schema 3"), "{refused}");
        let mut copy = path.into_os_string();
        copy.push(".before-3");
        let copy = Store::open(&DatabaseUrl::Sqlite(copy.into()), options(&NOTES))
            .await
            .expect("the copy opens");
        assert_eq!(
            count(&copy.practice(NORTH)).await,
            1,
            "the copy holds the rows, in the old schema"
        );
    })
    .await;
}

#[cfg(unix)]
#[tokio::test]
async fn a_database_file_is_its_owners_alone() {
    on_file(&NOTES, async |store: Store, url| {
        use std::os::unix::fs::PermissionsExt;
        store
            .practice(NORTH)
            .write(|tx| add(tx, 1, "private"))
            .await
            .expect("written");
        let DatabaseUrl::Sqlite(path) = url else {
            panic!("a file")
        };
        let mut log = path.clone().into_os_string();
        log.push("-wal");
        for file in [path, log.into()] {
            #[expect(clippy::disallowed_methods, reason = "this test is about the file itself")]
            let rights = std::fs::metadata(&file).expect("a file").permissions().mode();
            assert_eq!(rights & 0o077, 0, "{}", file.display());
        }
    })
    .await;
}

#[tokio::test]
async fn a_file_that_is_no_database_is_refused_with_a_sentence() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("letter.txt");
    #[expect(clippy::disallowed_methods, reason = "this test is about the file itself")]
    std::fs::write(&path, "Dear practice, ".repeat(100)).expect("written");
    let refused = Store::open(&DatabaseUrl::Sqlite(path), options(&NOTES))
        .await
        .err()
        .expect("no database");
    assert!(matches!(refused, StoreError::Unavailable(_)), "{refused}");
}
