//! The five kinds of errors.

use sea_orm::sqlx::error::DatabaseError;
use sea_orm::sqlx::sqlite::SqliteError;
use sea_orm::{DbErr, RuntimeErr, sqlx};

use crate::message::{Args, Message};

/// The reason why something was not done. `NotFound`, `NotAllowed` and `Refused` are answers; `Unavailable` passes;
/// `Broken` is a fault of ours.
#[derive(Clone, Debug, thiserror::Error)]
pub enum Error {
    /// What was asked for is not there: the word names the thing ("figure", "year").
    #[error("{0} not found")]
    NotFound(&'static str),
    /// The actor may not do it; the key of the reason.
    #[error("not allowed: {0}")]
    NotAllowed(&'static str),
    /// A rule said no: a message with words in every language and a hint what to do.
    #[error("{}", .0.plain())]
    Refused(Message),
    /// The database cannot be reached now. The reader may ask again; why is for the log.
    #[error("the register cannot be reached at this moment: {0}")]
    Unavailable(String),
    /// Our own fault, or the machine's. The reader sees only a number to quote.
    #[error("{0}")]
    Broken(String),
}

/// The result of whatever can fail in one of these ways.
pub type Result<T> = std::result::Result<T, Error>;

impl Error {
    /// A refusal by a rule, with the key of its words.
    pub fn refused(key: &'static str) -> Error {
        Error::Refused(Message::new(key))
    }
    /// A refusal by a rule, with what its words name.
    pub fn refused_with(key: &'static str, args: Args) -> Error {
        Error::Refused(Message { key, args })
    }
}

impl From<DbErr> for Error {
    fn from(error: DbErr) -> Error {
        let text = error.to_string();
        let cause = match &error {
            DbErr::ConnectionAcquire(_) => return Error::Unavailable(text),
            DbErr::Conn(RuntimeErr::SqlxError(cause))
            | DbErr::Exec(RuntimeErr::SqlxError(cause))
            | DbErr::Query(RuntimeErr::SqlxError(cause)) => cause.as_ref(),
            _ => return Error::Broken(text),
        };
        match cause {
            sqlx::Error::Io(_) | sqlx::Error::WorkerCrashed | sqlx::Error::PoolTimedOut => {
                Error::Unavailable(text)
            }
            sqlx::Error::Database(said) => match meaning(said.as_ref()) {
                Meaning::Full => Error::refused("error-disk-full"),
                Meaning::Busy => Error::refused("error-busy"),
                Meaning::ReadOnly => Error::refused("error-read-only"),
                Meaning::OutOfReach => Error::Unavailable(text),
                Meaning::Other => Error::Broken(text),
            },
            _ => Error::Broken(text),
        }
    }
}

/// What an error of the database means for the caller.
enum Meaning {
    /// The disk is full, or the size that an operator allows.
    Full,
    /// Another writer did not come to its end in the time we wait.
    Busy,
    /// The file, or the server, takes no writes.
    ReadOnly,
    /// It may answer a little later.
    OutOfReach,
    Other,
}

fn meaning(said: &dyn DatabaseError) -> Meaning {
    let code = said.code().unwrap_or_default();
    if said.try_downcast_ref::<SqliteError>().is_some() {
        // the lower byte is the kind: https://sqlite.org/rescode.html
        return match code.parse::<u32>().unwrap_or_default() & 0xff {
            13 => Meaning::Full,
            5 | 6 => Meaning::Busy,
            8 => Meaning::ReadOnly,
            // the file cannot be read, written, opened or locked
            10 | 14 | 15 => Meaning::OutOfReach,
            _ => Meaning::Other,
        };
    }
    // https://www.postgresql.org/docs/current/errcodes-appendix.html
    match code.as_ref() {
        "53100" => Meaning::Full,
        "55P03" => Meaning::Busy,
        "25006" => Meaning::ReadOnly,
        _ if said.message().contains("No space left") => Meaning::Full,
        // it ends, it starts, it has no connection left, or the connection was lost
        "57P01" | "57P02" | "57P03" | "57P05" | "53300" => Meaning::OutOfReach,
        _ if code.starts_with("08") => Meaning::OutOfReach,
        _ => Meaning::Other,
    }
}

/// Whether a refusal is temporary, so that the same request may succeed a little later.
pub fn passes(key: &str) -> bool {
    let keys =
        ["error-busy", "error-disk-full", "error-read-only", "error-clock-behind", "error-clock-ahead"];
    keys.contains(&key)
}
