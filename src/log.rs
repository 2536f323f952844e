//! The log of the program, written to stderr.
//!
//! `DECAPOLIS_LOG` sets the filter, in the syntax of `tracing_subscriber::EnvFilter`: `debug`, `warn,decapolis=info`.
//! Parameters of requests and values of statements are never logged, because they may be private.

use std::io::IsTerminal;

use tracing_subscriber::EnvFilter;

/// Starts the log. `usual` is the filter if `DECAPOLIS_LOG` is not set or cannot be read; the latter is reported. Further calls do nothing.
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
    let lines = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        .with_ansi(std::io::stderr().is_terminal());
    // a test may have a subscriber of its own
    let _ = lines.try_init();
}
