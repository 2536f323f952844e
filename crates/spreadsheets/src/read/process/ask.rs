//! Starts the process that reads a workbook, and keeps the rows it sends.

use std::io::BufReader;
use std::os::unix::process::ExitStatusExt;
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};

use crate::grid::Refusal;
use crate::read::limits::Limits;
use crate::read::refuse::{FileName, in_words};
use crate::read::spool::Spool;
use crate::read::wire;

/// Lets `program` read the workbook, and puts what it sends into the spool.
pub(crate) fn read(
    program: &Path,
    path: &Path,
    file_name: &FileName,
    limits: &Limits,
    spool: &mut Spool,
) -> Result<(), Refusal> {
    let limits_json =
        serde_json::to_string(limits).map_err(|_| file_name.refuse("error-workbook-process"))?;
    let mut command = Command::new(program);
    command.args(["read-workbook", "--limits", &limits_json, "--"]).arg(path);
    // the program's allocator would reserve a gigabyte of addresses before it is limited to less; so it reserves 32 MiB at a time
    command
        .env_clear()
        .env("MIMALLOC_ARENA_RESERVE", "32768")
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null());
    let mut reader = Reader(command.spawn().map_err(|_| file_name.refuse("error-workbook-process"))?);
    let Some(out) = reader.0.stdout.take() else { return Err(file_name.refuse("error-workbook-process")) };
    let mut out = BufReader::with_capacity(64 * 1024, out);
    let cut = loop {
        match wire::read(&mut out) {
            Ok(Some(message)) => spool.take(message)?,
            Ok(None) => break false,
            // it died in the middle of a word, or says what it should not
            Err(_) => break true,
        }
    };
    drop(out);
    let status = reader.0.wait().map_err(|_| file_name.refuse("error-workbook-process"))?;
    if spool.done && !cut { Ok(()) } else { Err(died(status, file_name, limits)) }
}

/// The refusal for a process that died, with the reason if it is known.
fn died(status: ExitStatus, file_name: &FileName, limits: &Limits) -> Refusal {
    // SIGXCPU
    const TIME: [i32; 1] = [24];
    // SIGABRT: memory was asked for and not given; SIGSEGV, SIGBUS: the stack could not grow; SIGKILL: the machine had none left
    const MEMORY: [i32; 4] = [6, 11, 7, 9];
    match status.signal() {
        Some(signal) if TIME.contains(&signal) => file_name.more_than("error-workbook-time", limits.seconds),
        Some(signal) if MEMORY.contains(&signal) => {
            file_name.more_than("error-workbook-memory", in_words(limits.memory))
        }
        Some(_) => file_name.refuse("error-workbook-broken"),
        None => file_name.refuse("error-workbook-process"),
    }
}

/// The process. It is ended when this value is dropped, even if it is still reading.
struct Reader(Child);

impl Drop for Reader {
    fn drop(&mut self) {
        if matches!(self.0.try_wait(), Ok(None)) {
            let _ = self.0.kill();
            let _ = self.0.wait();
        }
    }
}
