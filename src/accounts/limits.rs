//! How often somebody may try to sign in: per account from one address, per account from anywhere, and per address.

use std::collections::HashMap;
use std::net::{IpAddr, Ipv6Addr};
use std::sync::{LazyLock, Mutex, PoisonError};
use std::time::{Duration, Instant};

use decapolis_words::errors::{Error, Result};

use super::secrets::digest;

/// Tries are forgotten after this long.
const WINDOW: Duration = Duration::from_secs(15 * 60);
/// The most failed tries within the window of an account from one address.
const OF_AN_ACCOUNT_FROM_AN_ADDRESS: u32 = 10;
/// The most of an account from anywhere: so many that a stranger does not keep its owner out by chance, and too few to guess a password.
const OF_AN_ACCOUNT: u32 = 100;
/// The most from one address: an office of sixteen has one.
const FROM_AN_ADDRESS: u32 = 60;
/// The most that is remembered. What is forgotten first is what is oldest.
const MOST: usize = 20_000;

/// Tries within the window, by what they are counted for.
static TRIES: LazyLock<Mutex<HashMap<String, (Instant, u32)>>> = LazyLock::new(Mutex::default);

/// A try to sign in. It counts as failed from its beginning, also if nobody waits for its end.
pub struct Try(Vec<(String, u32)>);

impl Try {
    /// Refused (`error-too-many-tries`): this account was tried too often, or too many tries came from this address. Known and unknown mail
    /// addresses are counted alike.
    pub fn begin(mail: &str, from: Option<IpAddr>) -> Result<Try> {
        Try::to("sign in", mail, from)
    }

    /// Like [`Try::begin`], for something else than signing in: what is asked there keeps nobody from signing in.
    pub fn to(what: &str, mail: &str, from: Option<IpAddr>) -> Result<Try> {
        // of a text of any length a digest is kept
        let (account, address) = (
            format!("{what} {}", digest(mail)),
            from.map(network).map(|ip| ip.to_string()).unwrap_or_default(),
        );
        counted(vec![
            (format!("{account} from {address}"), OF_AN_ACCOUNT_FROM_AN_ADDRESS),
            // without a server there is no address to count
            (format!("{what} from {address}"), if from.is_some() { FROM_AN_ADDRESS } else { u32::MAX }),
            (account, OF_AN_ACCOUNT),
        ])
    }

    /// A try of nobody in particular. Refused (`error-too-many-tries`): too many came from this address.
    pub fn of_an_address(from: Option<IpAddr>) -> Result<Try> {
        let address = from.map(network).map(|ip| ip.to_string()).unwrap_or_default();
        counted(vec![(format!("from {address}"), FROM_AN_ADDRESS)])
    }

    /// It was the password: the account starts again from this address. Elsewhere only this try is taken back, or one's own account would
    /// open the door to others.
    pub fn succeeded(self) {
        let [(here, _), others @ ..] = self.0.as_slice() else { return };
        TRIES.lock().unwrap_or_else(PoisonError::into_inner).remove(here);
        take_back(others);
    }

    /// It was the password, and the second factor is still asked for: the account does not start again here, or whoever knows the password
    /// would guess codes without end.
    pub fn halfway(self) {
        take_back(self.0.get(1..).unwrap_or_default());
    }
}

/// Counts a try, where none of these is over its limit.
fn counted(counted: Vec<(String, u32)>) -> Result<Try> {
    let now = Instant::now();
    let mut tries = TRIES.lock().unwrap_or_else(PoisonError::into_inner);
    let is_over = |(of, most): &(String, u32)| {
        tries.get(of).is_some_and(|(since, count)| now.duration_since(*since) < WINDOW && count >= most)
    };
    if counted.iter().any(is_over) {
        let minutes = (WINDOW.as_secs() / 60) as i64;
        return Err(Error::refused_with("error-too-many-tries", [("n", minutes.into())].into()));
    }
    make_room(&mut tries, now);
    for (of, _) in &counted {
        let (since, count) = tries.entry(of.clone()).or_insert((now, 0));
        if now.duration_since(*since) >= WINDOW {
            (*since, *count) = (now, 0);
        }
        *count += 1;
    }
    Ok(Try(counted))
}

fn take_back(tries_of: &[(String, u32)]) {
    let mut tries = TRIES.lock().unwrap_or_else(PoisonError::into_inner);
    for (of, _) in tries_of {
        if let Some((_, count)) = tries.get_mut(of) {
            *count = count.saturating_sub(1);
        }
    }
}

/// What one subscriber has: an address, and of IPv6 the 64 bits before the part that each of their machines chooses.
fn network(address: IpAddr) -> IpAddr {
    match address {
        IpAddr::V6(ip) => Ipv6Addr::from(u128::from(ip) & !u128::from(u64::MAX)).into(),
        v4 => v4,
    }
}

fn make_room(tries: &mut HashMap<String, (Instant, u32)>, now: Instant) {
    if tries.len() < MOST {
        return;
    }
    tries.retain(|_, (since, _)| now.duration_since(*since) < WINDOW);
    while tries.len() >= MOST {
        let oldest = tries.iter().min_by_key(|(_, (since, _))| *since).map(|(of, _)| of.clone());
        let Some(oldest) = oldest else { break };
        tries.remove(&oldest);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_account_and_an_address_are_tried_a_few_times_only() {
        let (here, there) = (IpAddr::from([192, 0, 2, 1]), IpAddr::from([192, 0, 2, 2]));
        for _ in 0..OF_AN_ACCOUNT_FROM_AN_ADDRESS {
            // nobody waits for it: it counts
            Try::begin("one@limits.example", Some(here)).expect("not too many yet");
        }
        assert!(Try::begin("one@limits.example", Some(here)).is_err());
        Try::begin("one@limits.example", Some(there)).expect("its owner comes in from elsewhere").succeeded();
        for n in OF_AN_ACCOUNT_FROM_AN_ADDRESS..FROM_AN_ADDRESS {
            Try::begin(&format!("{n}@limits.example"), Some(here)).expect("another account");
        }
        assert!(Try::begin("three@limits.example", Some(here)).is_err(), "whatever the account");
        assert!(Try::begin("three@limits.example", Some(there)).is_ok(), "from another address");
    }

    #[test]
    fn from_everywhere_together_an_account_is_tried_a_hundred_times() {
        for n in 0..OF_AN_ACCOUNT {
            let address = IpAddr::from([198, 51, 100, n as u8]);
            Try::begin("root@limits.example", Some(address)).expect("not too many yet");
        }
        assert!(Try::begin("root@limits.example", Some([203, 0, 113, 1].into())).is_err());
    }

    #[test]
    fn the_machines_of_one_subscriber_are_one_address() {
        for n in 0..OF_AN_ACCOUNT_FROM_AN_ADDRESS {
            let address: IpAddr = format!("2001:db8::{n:x}").parse().expect("an address");
            Try::begin("six@limits.example", Some(address)).expect("not too many yet");
        }
        assert!(Try::begin("six@limits.example", Some("2001:db8::ffff".parse().unwrap())).is_err());
        assert!(Try::begin("six@limits.example", Some("2001:db8:0:1::1".parse().unwrap())).is_ok());
    }
}
