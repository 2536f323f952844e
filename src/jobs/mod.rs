//! Jobs: work that is done after the answer, such as sending a mail, and done again when it fails.
//!
//! A *job* is a row that is written in the transaction of the data it belongs to, so it exists if and only if that data does. A worker
//! claims it with a lease: until the lease runs out nobody else takes it. Work that fails is tried again after a while, and is dead after
//! some tries; the health page shows dead jobs. Work is done at least once, so what must not happen twice guards itself.

mod backoff;
pub mod kind;
pub mod store;
pub mod table;
pub mod worker;
