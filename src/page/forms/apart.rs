//! Pages set by another process of the program. A server uses it, so that the memory of the typesetter is returned when
//! no page has been asked for in a while.

use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::time::Duration;

use decapolis_typesetting::{Processes, TimeLimits, serve};
use decapolis_words::errors::{Error, Result};

use super::{Dress, Form, engine, write, write_by};
use crate::page::sheet::Sheet;

/// The hidden command that sets pages for another process of the program.
pub const VERB: &str = "typeset-pages";

/// Longer than the 20 s that a reader waits, and long enough that a reader who opens one form after the other has the same process.
const LIMITS: TimeLimits = TimeLimits { page: Duration::from_secs(30), idle: Duration::from_secs(30) };

/// Empty if pages are set in this process, as in tests.
static PROCESSES: OnceLock<Processes> = OnceLock::new();

/// From now on [`form`](super::form) sets its pages in other processes.
///
/// Errors: if it is not known where the program is.
pub fn set_pages_apart() -> Result<()> {
    let program = this_program()?;
    PROCESSES.get_or_init(|| processes(&program, LIMITS));
    Ok(())
}

/// Processes of this program, or of another version of it.
pub fn processes(program: &Path, limits: TimeLimits) -> Processes {
    Processes::new(program, &[VERB], limits)
}

/// The running program. On Linux it stays the same when a newer version is installed in its place.
fn this_program() -> Result<PathBuf> {
    let on_linux = PathBuf::from("/proc/self/exe");
    if on_linux.exists() {
        return Ok(on_linux);
    }
    std::env::current_exe()
        .map_err(|error| Error::Broken(format!("the program does not know where it is: {error}")))
}

/// Writes a page as [`write`] does, in another process if pages are set apart.
pub(super) fn write_apart(sheet: &Sheet, form: Form, dress: &Dress) -> Result<Vec<u8>> {
    match PROCESSES.get() {
        Some(processes) => write_by(sheet, form, dress, |job| processes.write(job)),
        None => write(sheet, form, dress),
    }
}

/// What the other process does: sets pages from its input until it ends. Returns the exit code.
pub fn run() -> i32 {
    serve(engine(), std::io::stdin().lock(), std::io::stdout().lock())
}
