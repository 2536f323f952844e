//! Passwords: which are accepted, how they are kept, and whether one is right.

use std::sync::LazyLock;

use argon2::Argon2;
use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use decapolis_words::errors::{Error, Result};
use tokio::sync::Semaphore;
use zxcvbn::{Score, zxcvbn};

/// The fewest characters of a password (NIST SP 800-63B asks for at least eight where there is a second factor, fifteen where there is
/// none; between them lies what people remember).
const FEWEST: usize = 10;
/// The most bytes: what is longer is not read, because hashing it costs time.
const MOST: usize = 200;

/// Hashing takes 19 MiB and some 20 ms: two at a time, so that a crowd at the door does not use up the machine.
static TURNS: Semaphore = Semaphore::const_new(2);

/// What an unknown address is compared with, so that it takes as long as a known one.
static NOBODYS: LazyLock<String> = LazyLock::new(|| hash("nobody has this password").unwrap_or_default());

/// A password as the register keeps it.
///
/// Refused: too short (`error-password-short`), too long (`error-password-long`), or one that is guessed early, because it is common or
/// made of the person's own name or address (`error-password-common`).
pub async fn kept(password: String, about: [String; 2]) -> Result<String> {
    if password.chars().count() < FEWEST {
        return Err(Error::refused_with("error-password-short", [("n", (FEWEST as i64).into())].into()));
    }
    if password.len() > MOST {
        return Err(Error::refused_with("error-password-long", [("n", (MOST as i64).into())].into()));
    }
    on_a_thread_of_its_own(move || {
        let known: Vec<&str> = about.iter().flat_map(|text| text.split([' ', '@', '.'])).collect();
        if zxcvbn(&password, &known).score() < Score::Three {
            return Err(Error::refused("error-password-common"));
        }
        hash(&password)
    })
    .await
}

/// Whether this is the password that is kept. `None`, for an account without one or an unknown address, takes as long and is never right.
pub async fn is_right(password: String, kept: Option<String>) -> Result<bool> {
    if password.len() > MOST {
        return Ok(false);
    }
    on_a_thread_of_its_own(move || {
        let compared = kept.as_deref().unwrap_or(&NOBODYS);
        let right = PasswordHash::new(compared)
            .is_ok_and(|hash| Argon2::default().verify_password(password.as_bytes(), &hash).is_ok());
        Ok(right && kept.is_some())
    })
    .await
}

fn hash(password: &str) -> Result<String> {
    let hashed = Argon2::default().hash_password(password.as_bytes());
    Ok(hashed.map_err(|e| Error::Broken(format!("a password cannot be hashed: {e}")))?.to_string())
}

async fn on_a_thread_of_its_own<T: Send + 'static>(
    work: impl FnOnce() -> Result<T> + Send + 'static,
) -> Result<T> {
    let _turn = TURNS.acquire().await.map_err(|e| Error::Broken(e.to_string()))?;
    tokio::task::spawn_blocking(work).await.map_err(|e| Error::Broken(e.to_string()))?
}
