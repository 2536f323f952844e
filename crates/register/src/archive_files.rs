//! The files beside a register in its archive: `files/DIGEST`, each checked by its digest on the way in and out.

use std::fs::File;
use std::io::{BufReader, Read, Seek, Write};
use std::path::{Path, PathBuf};

use decapolis_words::errors::{Error, Result};
use sha2::{Digest, Sha256};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

/// Where they are in the archive.
const INSIDE: &str = "files/";

/// What came of the files of an archive.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Files {
    pub count: u64,
    /// The digests of files that are not what was kept under them. They are left out.
    pub damaged: Vec<String>,
}

/// Adds files, each with its digest, SHA-256 in hexadecimal digits.
pub(crate) fn add<W: Write + Seek>(zip: &mut ZipWriter<W>, files: &[(String, PathBuf)]) -> Result<Files> {
    // what is in them is compressed already
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored).large_file(true);
    let mut added = Files::default();
    for (digest, path) in files {
        let failed = |error: &dyn std::fmt::Display| {
            Error::Broken(format!("{} cannot be added: {error}", path.display()))
        };
        let bytes = std::fs::read(path).map_err(|error| failed(&error))?;
        if hex(&Sha256::digest(&bytes)) != *digest {
            added.damaged.push(digest.clone());
            continue;
        }
        zip.start_file(format!("{INSIDE}{digest}"), options).map_err(|error| failed(&error))?;
        zip.write_all(&bytes).map_err(|error| failed(&error))?;
        added.count += 1;
    }
    Ok(added)
}

/// Takes the files out of an archive: `keep` gets the bytes of each, with its digest.
///
/// Refused (`error-no-backup`): the file is no archive. Errors: those of `keep`.
pub fn take_out(from: &Path, mut keep: impl FnMut(&str, &[u8]) -> Result<()>) -> Result<Files> {
    let none =
        || Error::refused_with("error-no-backup", [("file", from.display().to_string().into())].into());
    let file = File::open(from).map_err(|_| none())?;
    let mut zip = ZipArchive::new(BufReader::new(file)).map_err(|_| none())?;
    let mut taken = Files::default();
    for n in 0..zip.len() {
        let part = zip.by_index(n).map_err(|_| none())?;
        let name = part.name().map_err(|_| none())?.into_owned();
        let Some(digest) = name.strip_prefix(INSIDE) else { continue };
        let digest = digest.to_string();
        let mut bytes = vec![];
        let read = part.take(LARGEST).read_to_end(&mut bytes);
        if read.is_err() || hex(&Sha256::digest(&bytes)) != digest {
            taken.damaged.push(digest);
            continue;
        }
        keep(&digest, &bytes)?;
        taken.count += 1;
    }
    Ok(taken)
}

/// The largest file that is read from an archive, in bytes.
const LARGEST: u64 = 256 * 1024 * 1024;

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
