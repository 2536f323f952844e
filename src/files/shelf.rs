//! Where the bytes of files lie: a folder beside the register, each under its digest.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use decapolis_words::errors::{Error, Result};
use sha2::{Digest, Sha256};

/// The digest of some bytes: SHA-256 in hexadecimal digits.
pub fn digest_of(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The folder of a register's files: `DECAPOLIS_FILES`, or beside a register in a file; `None` for one on a server, where the operator has
/// named no folder.
pub fn folder(register: Option<&Path>) -> Option<PathBuf> {
    let set = std::env::var_os("DECAPOLIS_FILES").filter(|folder| !folder.is_empty());
    set.map(PathBuf::from).or_else(|| {
        let mut beside = register?.as_os_str().to_os_string();
        beside.push(".files");
        Some(beside.into())
    })
}

fn place(folder: &Path, digest: &str) -> Result<PathBuf> {
    let is_digest =
        digest.len() == 64 && digest.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b));
    if !is_digest {
        return Err(Error::Broken(format!("“{digest}” is no digest")));
    }
    Ok(folder.join(&digest[..2]).join(digest))
}

/// Keeps some bytes and gives their digest. The same bytes are kept once.
pub fn keep(folder: &Path, bytes: &[u8]) -> Result<String> {
    let digest = digest_of(bytes);
    let place = place(folder, &digest)?;
    // what is there may be damaged
    if fs::read(&place).is_ok_and(|kept| kept == bytes) {
        return Ok(digest);
    }
    let kept = || -> std::io::Result<()> {
        let inside = place.parent().unwrap_or(folder);
        fs::create_dir_all(inside)?;
        // only the program reads it, and nobody sees half of it
        let mut file = tempfile::NamedTempFile::new_in(inside)?;
        file.write_all(bytes)?;
        file.as_file().sync_all()?;
        file.persist(&place)?;
        fs::File::open(inside)?.sync_all()
    };
    kept().map_err(|why| match why.kind() {
        std::io::ErrorKind::StorageFull => Error::refused("error-disk-full"),
        _ => Error::Broken(format!("a file cannot be kept in {}: {why}", folder.display())),
    })?;
    Ok(digest)
}

/// Whether there is a file with this digest. Its bytes are not read.
pub fn has(folder: &Path, digest: &str) -> bool {
    place(folder, digest).is_ok_and(|place| place.is_file())
}

/// The bytes with this digest. `Broken` if they are gone, or are others.
pub fn read(folder: &Path, digest: &str) -> Result<Vec<u8>> {
    let place = place(folder, digest)?;
    let bytes = fs::read(&place).map_err(|why| Error::Broken(format!("{}: {why}", place.display())))?;
    match digest_of(&bytes) == digest {
        true => Ok(bytes),
        false => Err(Error::Broken(format!("{} is not what was kept there", place.display()))),
    }
}

/// Every file of the folder, by digest.
pub fn all(folder: &Path) -> Vec<(String, PathBuf)> {
    let inside =
        |folder: &Path| fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let mut found: Vec<(String, PathBuf)> = inside(folder)
        .flat_map(|part| inside(&part).collect::<Vec<_>>())
        .filter_map(|path| {
            let name = path.file_name()?.to_str()?.to_string();
            (place(folder, &name).ok()? == path).then_some((name, path))
        })
        .collect();
    found.sort();
    found
}
