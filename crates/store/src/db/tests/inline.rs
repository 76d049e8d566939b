use super::*;
use crate::{Hook, HookPoint};

#[tokio::test]
async fn a_crash_at_any_point_of_the_inline_store_leaves_all_or_nothing() {
    let mut points = 0;
    for crash_at in 0.. {
        let passed = Arc::new(AtomicU64::new(0));
        let armed = Arc::new(AtomicU64::new(0));
        let (seen, gun) = (passed.clone(), armed.clone());
        let hook: Hook = Arc::new(move |point: HookPoint<'_>| {
            let crashes =
                gun.load(Ordering::Relaxed) == 1 && seen.fetch_add(1, Ordering::Relaxed) == crash_at;
            let after = matches!(point, HookPoint::Committed);
            if crashes {
                Err(StoreError::Unavailable(format!("crash, committed: {after}")))
            } else {
                Ok(())
            }
        });
        let store = Store::inline_with(hook, &NOTES).expect("opens");
        armed.store(1, Ordering::Relaxed);
        let written = store
            .practice(NORTH)
            .write(|tx| add(tx, 1, "one").and_then(|()| add(tx, 2, "two")))
            .await;
        armed.store(0, Ordering::Relaxed);
        let rows = count(&store.practice(NORTH)).await;
        match written {
            Ok(()) => {
                assert_eq!(rows, 2);
                break;
            }
            Err(StoreError::Unavailable(said)) => {
                assert_eq!(
                    rows,
                    if said == "crash, committed: true" { 2 } else { 0 },
                    "{said}"
                );
            }
            Err(other) => panic!("{other}"),
        }
        points += 1;
    }
    assert_eq!(points, 4, "two statements, the commit, and after it");
}
