//! The key file: 32 random bytes beside the database, readable by their owner alone, under which the practices' keys are
//! wrapped. It is made when the first secret is kept, and never written again. It knows no secret.

use std::io::Write;
use std::os::unix::fs::{OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};

use anteroom_app::letters::{KeyFault, KeyFile};
use anteroom_app::{Entropy, SystemEntropy};
use anteroom_store::DatabaseUrl;

/// Where the key file stands; nowhere if no place was named and none follows from the database's.
#[derive(Debug, Clone)]
pub struct KeyPlace(Option<PathBuf>);

impl KeyPlace {
    /// At the path that was named, else beside a database that is a file.
    pub fn new(named: Option<PathBuf>, database: Option<&str>) -> Self {
        let beside = || match database?.parse().ok()? {
            DatabaseUrl::Sqlite(file) => {
                let mut name = file.into_os_string();
                name.push(".key");
                Some(PathBuf::from(name))
            }
            DatabaseUrl::Postgres(_) => None,
        };
        Self(named.or_else(beside))
    }
}

/// Bits of a mode that let others than the owner in.
const OTHERS: u32 = 0o077;

#[expect(clippy::disallowed_methods, reason = "the key file is the binary's own")]
fn read(path: &Path) -> Result<Option<[u8; 32]>, KeyFault> {
    let found = match std::fs::metadata(path) {
        Ok(found) => found,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
        Err(_) => return Err(KeyFault::Unreadable),
    };
    if found.permissions().mode() & OTHERS != 0 {
        return Err(KeyFault::Exposed);
    }
    let bytes = std::fs::read(path).map_err(|_| KeyFault::Unreadable)?;
    let key = bytes.try_into().map_err(|_| KeyFault::Unreadable)?;
    Ok(Some(key))
}

/// Writes a new key whole or not at all, and leaves one that somebody else made meanwhile.
#[expect(clippy::disallowed_methods, reason = "the key file is the binary's own")]
fn write(path: &Path) -> std::io::Result<()> {
    let (mut key, mut mark) = ([0; 32], [0; 8]);
    SystemEntropy.fill(&mut key);
    SystemEntropy.fill(&mut mark);
    let mut making = path.as_os_str().to_owned();
    making.push(format!(".{:016x}", u64::from_be_bytes(mark)));
    let making = PathBuf::from(making);
    let mut options = std::fs::OpenOptions::new();
    let mut file = options.write(true).create_new(true).mode(0o600).open(&making)?;
    let written = file.write_all(&key).and_then(|()| file.sync_all());
    // A link fails where the name is taken: then the other's key is the key.
    let linked = written.and_then(|()| std::fs::hard_link(&making, path));
    std::fs::remove_file(&making)?;
    match linked {
        Err(error) if error.kind() != std::io::ErrorKind::AlreadyExists => Err(error),
        _ => Ok(()),
    }
}

impl KeyFile for KeyPlace {
    fn open(&self) -> Result<Option<[u8; 32]>, KeyFault> {
        self.0.as_deref().map_or(Ok(None), read)
    }

    fn make(&self) -> Result<[u8; 32], KeyFault> {
        let path = self.0.as_deref().ok_or(KeyFault::Nowhere)?;
        if let Some(key) = read(path)? {
            return Ok(key);
        }
        write(path).map_err(|_| KeyFault::Unreadable)?;
        read(path)?.ok_or(KeyFault::Unreadable)
    }
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "the tests look at the file")]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_made_once_for_its_owner_alone() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("anteroom.sqlite");
        let place = KeyPlace::new(None, Some(&format!("sqlite:{}", file.display())));
        assert_eq!(place.open(), Ok(None));
        let key = place.make().expect("a key");
        assert_ne!(key, [0; 32]);
        assert_eq!((place.make(), place.open()), (Ok(key), Ok(Some(key))));
        let path = folder.path().join("anteroom.sqlite.key");
        let mode = std::fs::metadata(&path).expect("the file").permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
        let left = std::fs::read_dir(folder.path()).expect("the folder").count();
        assert_eq!(left, 1, "nothing else is left lying");
    }

    #[test]
    fn a_key_that_others_can_read_is_not_used_nor_one_of_another_length() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("key");
        let place = KeyPlace::new(Some(path.clone()), None);
        place.make().expect("a key");
        for mode in [0o640, 0o604, 0o666] {
            std::fs::set_permissions(&path, std::fs::Permissions::from_mode(mode)).expect("a mode");
            assert_eq!(place.open(), Err(KeyFault::Exposed), "{mode:o}");
            assert_eq!(place.make(), Err(KeyFault::Exposed), "{mode:o}");
        }
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o600)).expect("a mode");
        std::fs::write(&path, [7; 31]).expect("written");
        assert_eq!(place.make(), Err(KeyFault::Unreadable));
        let nowhere = KeyPlace::new(None, Some("postgres://desk@localhost/desk"));
        assert_eq!(
            (nowhere.open(), nowhere.make()),
            (Ok(None), Err(KeyFault::Nowhere))
        );
    }
}
