//! The table of jobs.

use decapolis_register::shape::Stores;
use decapolis_register::unversioned::{Unversioned, always, sometimes};

/// Work to be done. A job that is done is removed. Instants are milliseconds since 1970.
pub static JOBS: Unversioned = Unversioned {
    name: "jobs",
    columns: &[
        always("code", Stores::Text),
        always("kind", Stores::Text),
        // what its kind reads, such as the key of a message
        always("input", Stores::Text),
        always("made", Stores::Whole),
        // not before this instant
        always("due", Stores::Whole),
        always("tries", Stores::Whole),
        // who has claimed it, and until when nobody else takes it
        sometimes("holder", Stores::Text),
        sometimes("lease", Stores::Whole),
        // why the last try failed
        sometimes("fault", Stores::Text),
        // when it was given up
        sometimes("died", Stores::Whole),
    ],
    unique: &[],
    indexed: &["due"],
    // a restored register would do again what was done
    in_backups: false,
};

pub static UNVERSIONED: &[&Unversioned] = &[&JOBS];
