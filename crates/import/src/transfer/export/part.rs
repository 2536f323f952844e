//! A file that is being written: it gets its own name only when it is complete.

use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};

use tempfile::{Builder, NamedTempFile};

/// What is written beside a file. Dropped, it is gone and the file is as it was.
pub struct Part {
    written: NamedTempFile,
    path: PathBuf,
}

impl Part {
    /// Begins a file that will be `path`, in the same folder: a file can be renamed in one step only on the same disk.
    pub fn beside(path: &Path) -> io::Result<Part> {
        let folder = path.parent().filter(|f| !f.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let mut builder = Builder::new();
        builder.prefix(".export-").suffix(".part");
        // whoever may read what this person writes may read this too
        #[cfg(unix)]
        builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
        Ok(Part { written: builder.tempfile_in(folder)?, path: path.to_path_buf() })
    }

    pub fn file(&self) -> io::Result<File> {
        self.written.as_file().try_clone()
    }

    /// It is whole: it takes its name, and what stood there is gone.
    pub fn stand(self) -> io::Result<()> {
        self.written.as_file().sync_all()?;
        self.written.persist(&self.path).map(drop).map_err(|e| e.error)
    }
}
