//! The four kinds of errors people meet.

use crate::message::{Args, Message};

/// Why something was not done. `NotFound`, `NotAllowed` and `Refused` are answers; `Broken` is a fault of ours.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// What was asked for is not there: the word names the thing ("figure", "year").
    #[error("{0} not found")]
    NotFound(&'static str),
    /// The gate said no, with the key of its reason.
    #[error("not allowed: {0}")]
    NotAllowed(&'static str),
    /// A rule said no: a message with words in every language and a hint what to do.
    #[error("{}", .0.plain())]
    Refused(Message),
    /// Our own fault, or the machine's. The reader sees only a number to quote.
    #[error("{0}")]
    Broken(String),
}

pub type Result<T> = std::result::Result<T, Error>;

impl Error {
    pub fn refused(key: &'static str) -> Error {
        Error::Refused(Message::new(key))
    }
    pub fn refused_with(key: &'static str, args: Args) -> Error {
        Error::Refused(Message { key, args })
    }
}

impl From<sea_orm::DbErr> for Error {
    fn from(err: sea_orm::DbErr) -> Error {
        let text = err.to_string();
        // SQLITE_FULL (13), PostgreSQL 53100: the disk, or the size an operator allows
        if text.contains("database or disk is full") || text.contains("53100") || text.contains("No space left") {
            return Error::refused("error-disk-full");
        }
        // SQLITE_BUSY (5) after the time we wait for the one writer; PostgreSQL 55P03
        if text.contains("database is locked") || text.contains("55P03") || text.contains("lock timeout") {
            return Error::refused("error-busy");
        }
        Error::Broken(text)
    }
}
