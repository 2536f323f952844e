//! How often somebody may try to sign in: per account, and per address that the tries come from.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{LazyLock, Mutex, PoisonError};
use std::time::{Duration, Instant};

use decapolis_words::errors::{Error, Result};

/// Failures are forgotten after this long.
const WINDOW: Duration = Duration::from_secs(15 * 60);
/// The most failures of one account within the window.
const OF_AN_ACCOUNT: u32 = 10;
/// The most failures from one address: an office of sixteen has one.
const FROM_AN_ADDRESS: u32 = 60;
/// The most that is remembered. What is forgotten first is what is oldest.
const MOST: usize = 20_000;

/// Failures within the window, by what they are counted for.
static FAILURES: LazyLock<Mutex<HashMap<String, (Instant, u32)>>> = LazyLock::new(Mutex::default);

/// A try to sign in.
pub struct Try {
    account: String,
    address: String,
}

impl Try {
    /// Refused (`error-too-many-tries`): this account was tried too often, or too many tries came from this address. Known and unknown mail
    /// addresses are counted alike.
    pub fn begin(mail: &str, from: Option<IpAddr>) -> Result<Try> {
        let begun = Try {
            account: format!("account {mail}"),
            address: format!("address {}", from.map(|ip| ip.to_string()).unwrap_or_default()),
        };
        let over = |of: &str, most: u32| failures(of) >= most;
        if over(&begun.account, OF_AN_ACCOUNT) || over(&begun.address, FROM_AN_ADDRESS) {
            let minutes = (WINDOW.as_secs() / 60) as i64;
            return Err(Error::refused_with("error-too-many-tries", [("n", minutes.into())].into()));
        }
        Ok(begun)
    }

    /// It was not the password.
    pub fn failed(self) {
        let now = Instant::now();
        let mut all = FAILURES.lock().unwrap_or_else(PoisonError::into_inner);
        if all.len() >= MOST {
            all.retain(|_, (since, _)| now.duration_since(*since) < WINDOW);
        }
        if all.len() >= MOST
            && let Some(oldest) = all.iter().min_by_key(|(_, (since, _))| *since).map(|(of, _)| of.clone())
        {
            all.remove(&oldest);
        }
        for of in [self.account, self.address] {
            let (since, count) = all.entry(of).or_insert((now, 0));
            if now.duration_since(*since) >= WINDOW {
                (*since, *count) = (now, 0);
            }
            *count += 1;
        }
    }

    /// It was: the account starts again, and the address does not, or one's own account would open the door to others.
    pub fn succeeded(self) {
        FAILURES.lock().unwrap_or_else(PoisonError::into_inner).remove(&self.account);
    }
}

fn failures(of: &str) -> u32 {
    let all = FAILURES.lock().unwrap_or_else(PoisonError::into_inner);
    all.get(of).filter(|(since, _)| since.elapsed() < WINDOW).map_or(0, |(_, count)| *count)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_account_and_an_address_are_tried_a_few_times_only() {
        let (here, there) = (IpAddr::from([192, 0, 2, 1]), IpAddr::from([192, 0, 2, 2]));
        for _ in 0..OF_AN_ACCOUNT {
            Try::begin("one@limits.example", Some(here)).expect("not too many yet").failed();
        }
        assert!(Try::begin("one@limits.example", Some(there)).is_err(), "from anywhere");
        Try::begin("two@limits.example", Some(here)).expect("another account").succeeded();
        for n in OF_AN_ACCOUNT..FROM_AN_ADDRESS {
            Try::begin(&format!("{n}@limits.example"), Some(here)).expect("another account").failed();
        }
        assert!(Try::begin("three@limits.example", Some(here)).is_err(), "whatever the account");
        assert!(Try::begin("three@limits.example", Some(there)).is_ok(), "from another address");
    }
}
