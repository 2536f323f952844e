//! The log: one subscriber for the whole program, on the error output.
//!
//! `DECAPOLIS_LOG` says what is logged, in the words of `tracing_subscriber::EnvFilter`: `debug`, `warn,decapolis=info`. A request's
//! parameters and the values of statements are never logged: they may be private.

use std::io::IsTerminal;

use tracing_subscriber::EnvFilter;

/// Begins to log. `usual` is the filter where `DECAPOLIS_LOG` says nothing; a filter that cannot be read is reported and the usual one is
/// taken. Calling it again does nothing.
pub fn begin(usual: &str) {
    let asked = std::env::var("DECAPOLIS_LOG").ok().filter(|filter| !filter.is_empty());
    let filter = match asked.as_deref().map(EnvFilter::try_new) {
        Some(Ok(filter)) => filter,
        Some(Err(why)) => {
            eprintln!("DECAPOLIS_LOG is no filter of a log: {why}; write for example warn,decapolis=info");
            EnvFilter::new(usual)
        }
        None => EnvFilter::new(usual),
    };
    let lines = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).with_ansi(std::io::stderr().is_terminal());
    // a test may have a subscriber of its own
    let _ = lines.try_init();
}
