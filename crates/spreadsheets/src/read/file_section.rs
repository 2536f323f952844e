//! Sections of an open file, which several readers can read at once.

use std::fs::File;
use std::io::{self, Read};
use std::os::unix::fs::FileExt;
use std::sync::Arc;

/// A section of an open file. It stays readable when the file loses its name.
pub(crate) struct FileSection {
    file: Arc<File>,
    start: u64,
    end: u64,
    at: u64,
}

/// How many bytes a file is read at once.
pub(crate) const AT_ONCE: usize = 64 * 1024;

/// The first bytes of a file, which show what it is.
const START: usize = 8 * 1024;

impl FileSection {
    pub(crate) fn new(file: Arc<File>, end: u64) -> FileSection {
        FileSection { file, start: 0, end, at: 0 }
    }

    /// The section of a file from `start` to before `end`.
    pub(crate) fn stretch(file: &Arc<File>, start: u64, end: u64) -> FileSection {
        FileSection { file: file.clone(), start, end, at: start }
    }

    /// A second reader of the section, at its start.
    pub(crate) fn again(&self) -> FileSection {
        FileSection { file: self.file.clone(), start: self.start, end: self.end, at: self.start }
    }

    /// Its first bytes.
    pub(crate) fn start(&self) -> io::Result<Vec<u8>> {
        let mut bytes = vec![];
        self.again().take(START as u64).read_to_end(&mut bytes)?;
        Ok(bytes)
    }
}

impl Read for FileSection {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let most = usize::try_from(self.end - self.at).unwrap_or(usize::MAX).min(into.len());
        let read = self.file.read_at(&mut into[..most], self.at)?;
        self.at += read as u64;
        Ok(read)
    }
}
