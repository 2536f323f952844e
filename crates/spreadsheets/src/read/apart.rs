//! A workbook opened by a process of its own.
//!
//! A workbook is a program for its reader: packed a thousandfold, with counts that lie. So it is read by the same program in another
//! process, which gives up what it could do harm with before it looks: memory, time, files. It tells rows; whoever started it keeps them
//! on disk. When it dies there is a refusal, and nothing else has happened.

use std::io::{BufReader, BufWriter, Write};
use std::os::unix::process::ExitStatusExt;
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};

use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};

use super::limits::Limits;
use super::refuse::{Named, in_words};
use super::spool::Spool;
use super::wire::{self, Told};
use super::workbook;
use crate::grid::Refusal;

/// Files a reader needs: the workbook and the pipes, and what the program has open when it starts.
const FILES: u64 = 32;

/// Has `program` read the workbook, and spools what it tells.
pub(super) fn read(program: &Path, path: &Path, named: &Named, limits: &Limits, spool: &mut Spool) -> Result<(), Refusal> {
    let wishes = serde_json::to_string(limits).map_err(|_| named.refuse("error-workbook-process"))?;
    let mut command = Command::new(program);
    command.args(["read-workbook", "--limits", &wishes, "--"]).arg(path);
    command.env_clear().stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
    let mut reader = Reader(command.spawn().map_err(|_| named.refuse("error-workbook-process"))?);
    let Some(out) = reader.0.stdout.take() else { return Err(named.refuse("error-workbook-process")) };
    let mut out = BufReader::with_capacity(64 * 1024, out);
    let cut = loop {
        match wire::read(&mut out) {
            Ok(Some(told)) => spool.take(told)?,
            Ok(None) => break false,
            // it died in the middle of a word, or says what it should not
            Err(_) => break true,
        }
    };
    drop(out);
    let status = reader.0.wait().map_err(|_| named.refuse("error-workbook-process"))?;
    if spool.done && !cut { Ok(()) } else { Err(died(status, named, limits)) }
}

/// Why it died, as far as that is known.
fn died(status: ExitStatus, named: &Named, limits: &Limits) -> Refusal {
    // SIGXCPU
    const TIME: [i32; 1] = [24];
    // SIGABRT: memory was asked for and not given; SIGSEGV, SIGBUS: the stack could not grow; SIGKILL: the machine had none left
    const MEMORY: [i32; 4] = [6, 11, 7, 9];
    match status.signal() {
        Some(signal) if TIME.contains(&signal) => named.more_than("error-workbook-time", limits.seconds),
        Some(signal) if MEMORY.contains(&signal) => named.more_than("error-workbook-memory", in_words(limits.memory)),
        Some(_) => named.refuse("error-workbook-broken"),
        None => named.refuse("error-workbook-process"),
    }
}

/// Gone with the value, also when it is still reading.
struct Reader(Child);

impl Drop for Reader {
    fn drop(&mut self) {
        if matches!(self.0.try_wait(), Ok(None)) {
            let _ = self.0.kill();
            let _ = self.0.wait();
        }
    }
}

/// What the process apart does: limits itself, reads the workbook and tells `out`. `wishes` are [`Limits`] as JSON, or the usual ones.
///
/// Gives the exit code: 0 when all was told, also a refusal.
pub fn serve(path: &Path, wishes: Option<&str>, out: impl Write) -> i32 {
    let limits = match wishes.map(serde_json::from_str) {
        None => Limits::default(),
        Some(Ok(limits)) => limits,
        Some(Err(_)) => return 2,
    };
    if limit_this_process(&limits).is_err() {
        return 2;
    }
    let mut out = BufWriter::with_capacity(64 * 1024, out);
    let named = Named::of(path);
    let mut heard = true;
    let read = workbook::read(path, &named, &limits, &mut |told| {
        heard = wire::write(&mut out, &told).is_ok();
        if heard { Ok(()) } else { Err(named.refuse("error-workbook-process")) }
    });
    if !heard {
        return 1;
    }
    let last = read.map_or_else(Told::Refused, |()| Told::Done);
    if wire::write(&mut out, &last).and_then(|()| out.flush()).is_err() { 1 } else { 0 }
}

/// From here on this process cannot have more memory and time than is given to it, writes no file and opens few.
fn limit_this_process(limits: &Limits) -> rustix::io::Result<()> {
    // at the first bound of time a signal says why, at the second the process is gone
    let wanted = [
        (Resource::As, limits.memory, limits.memory),
        (Resource::Cpu, limits.seconds, limits.seconds + 5),
        (Resource::Fsize, 0, 0),
        (Resource::Nofile, FILES, FILES),
        (Resource::Core, 0, 0),
    ];
    for (resource, current, maximum) in wanted {
        // it may have less already, and cannot have more again
        let least = |most: u64| Some(getrlimit(resource).maximum.map_or(most, |already| already.min(most)));
        setrlimit(resource, Rlimit { current: least(current), maximum: least(maximum) })?;
    }
    Ok(())
}
