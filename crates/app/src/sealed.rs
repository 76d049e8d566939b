//! Sealing a practice's secrets: AES-256-GCM (NIST SP 800-38D) under a key of the practice, which is wrapped by the key file
//! outside the database. What is bound to each seal (practice, table, name or id) keeps a row from being put in another's
//! place. It knows no secret's meaning.

use aes_gcm::Aes256Gcm;
use aes_gcm::aead::{Aead, KeyInit, Payload};
use anteroom_core::Time;
use anteroom_core::ids::{DataKeyId, PracticeId};
use anteroom_store::secrets::{self as rows, WrappedKey};
use anteroom_store::{PracticeTx, StoreError};
use sha2::{Digest, Sha256};

use crate::App;

/// A nonce: 96 bits, random. A practice seals a handful of secrets under a key, far from the 2^32 of the standard's 8.3.
const NONCE: usize = 12;

/// What became of a secret that is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Opened {
    /// Itself.
    Secret(Vec<u8>),
    /// There is none.
    None,
    /// It can't be opened: the key file that it needs is not the one that is there.
    Lost,
}

/// Names a key file without telling anything of its key.
fn key_id(master: &[u8; 32]) -> [u8; 8] {
    let mut hash = Sha256::new();
    hash.update(b"anteroom key file");
    hash.update(master);
    let digest: [u8; 32] = hash.finalize().into();
    std::array::from_fn(|at| digest[at])
}

/// What a seal is bound to.
fn bound(practice: PracticeId, table: &str, row: &[u8]) -> Vec<u8> {
    [&practice.bytes(), table.as_bytes(), b"\0", row].concat()
}

fn seal(key: &[u8; 32], nonce: [u8; NONCE], plain: &[u8], bound: &[u8]) -> Vec<u8> {
    let cipher = Aes256Gcm::new(&(*key).into());
    let payload = Payload {
        msg: plain,
        aad: bound,
    };
    let sealed = cipher
        .encrypt(&nonce.into(), payload)
        .expect("a secret is far shorter than 64 GiB");
    [&nonce, sealed.as_slice()].concat()
}

fn unseal(key: &[u8; 32], sealed: &[u8], bound: &[u8]) -> Option<Vec<u8>> {
    let (nonce, rest) = sealed.split_first_chunk::<NONCE>()?;
    let cipher = Aes256Gcm::new(&(*key).into());
    let payload = Payload {
        msg: rest,
        aad: bound,
    };
    cipher.decrypt(&(*nonce).into(), payload).ok()
}

/// Keeps a secret of the practice under a name. The practice's key is made with its first secret, and anew under another key
/// file.
pub(crate) fn keep(
    app: &App,
    tx: &mut PracticeTx<'_>,
    master: &[u8; 32],
    (name, plain): (&str, &[u8]),
    at: Time,
) -> Result<(), StoreError> {
    let practice = tx.practice_id();
    let wrapped_by = key_id(master);
    let known = rows::key_of(tx, &wrapped_by)?;
    let opened = known.and_then(|known| Some((known.id, unwrap(master, practice, &known)?)));
    let (id, key) = if let Some(opened) = opened {
        opened
    } else {
        let (id, key) = (app.id::<DataKeyId>(), app.random::<32>());
        let wrapped = seal(
            master,
            app.random(),
            &key,
            &bound(practice, "data_key", &id.bytes()),
        );
        let row = WrappedKey {
            id,
            wrapped_by: wrapped_by.to_vec(),
            wrapped,
        };
        rows::insert_key(tx, &row, at)?;
        (id, key)
    };
    let sealed = seal(
        &key,
        app.random(),
        plain,
        &bound(practice, "secret", name.as_bytes()),
    );
    rows::put(tx, name, id, &sealed, at)
}

fn unwrap(master: &[u8; 32], practice: PracticeId, key: &WrappedKey) -> Option<[u8; 32]> {
    if key.wrapped_by != key_id(master) {
        return None;
    }
    let plain = unseal(
        master,
        &key.wrapped,
        &bound(practice, "data_key", &key.id.bytes()),
    )?;
    plain.try_into().ok()
}

/// Opens a secret of the practice.
pub(crate) fn open(
    tx: &mut PracticeTx<'_>,
    master: Option<&[u8; 32]>,
    name: &str,
) -> Result<Opened, StoreError> {
    let practice = tx.practice_id();
    let Some((key, sealed)) = rows::get(tx, name)? else {
        return Ok(Opened::None);
    };
    let Some((master, wrapped)) = master.zip(rows::key(tx, key)?) else {
        return Ok(Opened::Lost);
    };
    let plain = unwrap(master, practice, &wrapped)
        .and_then(|key| unseal(&key, &sealed, &bound(practice, "secret", name.as_bytes())));
    Ok(plain.map_or(Opened::Lost, Opened::Secret))
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use anteroom_store::Store;

    use super::*;
    use crate::{SystemClock, SystemEntropy};

    const ONE: PracticeId = PracticeId([1; 16]);
    const TWO: PracticeId = PracticeId([2; 16]);

    fn app() -> App {
        let store = Store::inline(Arc::new(|_| Ok(()))).expect("a store");
        App::new(store, Arc::new(SystemClock), Arc::new(SystemEntropy))
    }

    async fn kept(
        app: &App,
        practice: PracticeId,
        master: [u8; 32],
        name: &'static str,
        plain: &'static str,
    ) {
        let world = app.clone();
        let write =
            move |tx: &mut PracticeTx<'_>| keep(&world, tx, &master, (name, plain.as_bytes()), world.now());
        app.store.practice(practice).write(write).await.expect("kept");
    }

    async fn opened(app: &App, practice: PracticeId, master: Option<[u8; 32]>, name: &'static str) -> Opened {
        let read = move |tx: &mut PracticeTx<'_>| open(tx, master.as_ref(), name);
        app.store.practice(practice).read(read).await.expect("read")
    }

    #[tokio::test]
    async fn a_secret_opens_under_its_key_file_and_under_no_other() {
        let app = app();
        kept(&app, ONE, [7; 32], "mail.password", "hunter two").await;
        let secret = Opened::Secret(b"hunter two".to_vec());
        assert_eq!(opened(&app, ONE, Some([7; 32]), "mail.password").await, secret);
        assert_eq!(
            opened(&app, ONE, Some([8; 32]), "mail.password").await,
            Opened::Lost
        );
        assert_eq!(opened(&app, ONE, None, "mail.password").await, Opened::Lost);
        assert_eq!(opened(&app, ONE, Some([7; 32]), "another").await, Opened::None);
        assert_eq!(
            opened(&app, TWO, Some([7; 32]), "mail.password").await,
            Opened::None
        );
    }

    #[tokio::test]
    async fn with_another_key_file_it_can_be_entered_again() {
        let app = app();
        kept(&app, ONE, [7; 32], "mail.password", "old").await;
        kept(&app, ONE, [8; 32], "mail.password", "new").await;
        let new = Opened::Secret(b"new".to_vec());
        assert_eq!(opened(&app, ONE, Some([8; 32]), "mail.password").await, new);
        assert_eq!(
            opened(&app, ONE, Some([7; 32]), "mail.password").await,
            Opened::Lost
        );
    }

    #[tokio::test]
    async fn a_sealed_row_is_worth_nothing_under_another_name() {
        let app = app();
        kept(&app, ONE, [7; 32], "one", "secret").await;
        let move_it = |tx: &mut PracticeTx<'_>| {
            let (key, sealed) = rows::get(tx, "one")?.expect("kept");
            rows::put(tx, "two", key, &sealed, Time::default())
        };
        app.store.practice(ONE).write(move_it).await.expect("moved");
        assert_eq!(opened(&app, ONE, Some([7; 32]), "two").await, Opened::Lost);
    }

    #[test]
    fn the_same_secret_never_looks_the_same_and_one_changed_bit_is_noticed() {
        let sealed = seal(&[7; 32], [1; NONCE], b"secret", b"bound");
        assert_ne!(sealed, seal(&[7; 32], [2; NONCE], b"secret", b"bound"));
        assert!(!sealed.windows(6).any(|part| part == b"secret"));
        assert_eq!(unseal(&[7; 32], &sealed, b"bound"), Some(b"secret".to_vec()));
        for at in 0..sealed.len() {
            let mut changed = sealed.clone();
            changed[at] ^= 1;
            assert_eq!(unseal(&[7; 32], &changed, b"bound"), None, "byte {at}");
        }
        assert_eq!(unseal(&[7; 32], &sealed[..5], b"bound"), None);
    }
}
