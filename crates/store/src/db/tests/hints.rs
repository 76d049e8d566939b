//! Hints: who waits for a practice's commits hears of them, on this node and on others, and of nothing else.

use std::time::Duration;

use anteroom_core::ids::PracticeId;
use tokio::time::timeout;

use super::*;
use crate::testing::{OPENED, both};
use crate::{Hinted, Options};

const HERE: PracticeId = PracticeId([1; 16]);
const ELSEWHERE: PracticeId = PracticeId([2; 16]);
/// Longer than a word takes between two nodes.
const SOON: Duration = Duration::from_secs(20);

async fn commit(store: &Store, practice: PracticeId) {
    let practice = store.practice(practice);
    let done = practice.write(|_| Ok::<_, StoreError>(()));
    done.await.expect("it commits");
}

async fn hears(hinted: &mut Hinted) -> bool {
    timeout(SOON, hinted.heard()).await.is_ok()
}

#[tokio::test]
async fn a_reader_hears_of_its_practices_commits_and_of_no_others() {
    both(|store| async move {
        let (mut here, mut elsewhere) = (store.practice(HERE).hints(), store.practice(ELSEWHERE).hints());
        commit(&store, HERE).await;
        assert!(hears(&mut here).await);
        let practice = store.practice(ELSEWHERE);
        let refused = practice.write(|_| Err::<(), _>(StoreError::Missing));
        assert_eq!(refused.await, Err(StoreError::Missing));
        let read = practice.read(|_| Ok::<_, StoreError>(()));
        read.await.expect("it reads");
        // On PostgreSQL whoever begins to listen looks once, for whatever came before.
        drop(timeout(Duration::from_millis(500), elsewhere.heard()).await);
        commit(&store, ELSEWHERE).await;
        assert!(hears(&mut elsewhere).await);
        let nothing = timeout(Duration::from_millis(50), elsewhere.heard()).await;
        assert!(nothing.is_err() || store.kind() == "PostgreSQL");
    })
    .await;
}

#[tokio::test]
async fn a_node_hears_of_another_nodes_commits_on_postgresql() {
    on_postgres(&Schema::HOUSE, async |near, url| {
        let url = url.parse().expect("an address");
        let far = Store::open(&url, Options::at(OPENED)).await.expect("opens");
        let mut here = near.practice(HERE).hints();
        // The first word is that it listens now.
        assert!(hears(&mut here).await);
        commit(&far, HERE).await;
        assert!(hears(&mut here).await);
    })
    .await;
}
