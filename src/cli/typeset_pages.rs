//! The hidden command that sets pages for another process of the program.

use crate::page::forms::apart;

/// Sets pages from the standard input until it ends, and exits.
pub fn run() -> ! {
    // it was started as /proc/self/exe, which would be its name in lists of processes
    #[cfg(target_os = "linux")]
    let _ = rustix::thread::set_name(c"decapolis");
    std::process::exit(apart::run())
}
