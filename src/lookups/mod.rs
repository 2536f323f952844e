//! Who has read what the register has of a person: a log of readings of personal data.
//!
//! A *lookup* is that an account was shown what not everybody reads of a person: the page of the person, a row of a list or a file, a
//! name that is not public, or any of these as data. It is noted in memory and written a moment later by one task, so reading writes
//! nothing and waits for nobody. The person concerned is shown role and purpose; administrators also see who it was.

pub mod forget;
pub mod log;
pub mod store;
pub mod table;
pub mod way;
pub mod writer;
