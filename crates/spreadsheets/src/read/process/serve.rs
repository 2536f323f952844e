//! The process that reads a workbook: it limits itself, then reads and sends what it finds.

use std::io::{BufWriter, Write};
use std::path::Path;

use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};

use crate::read::limits::Limits;
use crate::read::refuse::FileName;
use crate::read::wire::{self, Message};
use crate::read::workbook;

/// How many files the process may have open: the workbook, the pipes, and what the program opens when it starts.
const FILES: u64 = 32;

/// Limits this process, reads the workbook and sends to `out` what it finds.
///
/// `limits_json` are [`Limits`] as JSON; `None` means the usual ones. Gives the exit code: 0 if everything was sent, a refusal too.
pub fn read_workbook(path: &Path, limits_json: Option<&str>, out: impl Write) -> i32 {
    let limits = match limits_json.map(serde_json::from_str) {
        None => Limits::default(),
        Some(Ok(limits)) => limits,
        Some(Err(_)) => return 2,
    };
    if limit_this_process(&limits).is_err() {
        return 2;
    }
    let mut out = BufWriter::with_capacity(64 * 1024, out);
    let file_name = FileName::of(path);
    let mut sent = true;
    let read = workbook::read(path, &file_name, &limits, &mut |message| {
        sent = wire::write(&mut out, &message).is_ok();
        if sent { Ok(()) } else { Err(file_name.refuse("error-workbook-process")) }
    });
    if !sent {
        return 1;
    }
    let last = read.map_or_else(Message::Refused, |()| Message::Done);
    if wire::write(&mut out, &last).and_then(|()| out.flush()).is_err() { 1 } else { 0 }
}

/// Takes from this process for good: memory and time beyond the limits, writing files, and opening more than a few.
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
