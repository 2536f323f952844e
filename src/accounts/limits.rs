//! How often somebody may try to sign in: per account from one address, per account from anywhere, and per address.

use std::collections::HashMap;
use std::net::{IpAddr, Ipv6Addr};
use std::sync::{LazyLock, Mutex, MutexGuard, PoisonError};
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
/// The most that is remembered of each door.
const MOST: usize = 20_000;

/// What is tried. Each is counted apart: who asks for many links fills no place of those who sign in, and pushes none of their tries out.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Door {
    /// A password or a code.
    SignIn,
    /// The way to the identity provider.
    Provider,
    /// A link for a forgotten password.
    Forgotten,
}

/// Tries within the window, by what they are counted for: when the first was, and how many there were.
type Tries = HashMap<String, (Instant, u32)>;

static SIGN_INS: LazyLock<Mutex<Tries>> = LazyLock::new(Mutex::default);
static AT_THE_PROVIDER: LazyLock<Mutex<Tries>> = LazyLock::new(Mutex::default);
static FORGOTTEN: LazyLock<Mutex<Tries>> = LazyLock::new(Mutex::default);

impl Door {
    fn tries(self) -> MutexGuard<'static, Tries> {
        let of = match self {
            Door::SignIn => &SIGN_INS,
            Door::Provider => &AT_THE_PROVIDER,
            Door::Forgotten => &FORGOTTEN,
        };
        of.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A try at a door. It counts as failed from its beginning, also if nobody waits for its end.
pub struct Try {
    door: Door,
    counted: Vec<(String, u32)>,
}

impl Try {
    /// A try to sign in: see [`Try::at`].
    pub fn begin(mail: &str, from: Option<IpAddr>) -> Result<Try> {
        Try::at(Door::SignIn, mail, from)
    }

    /// Refused (`error-too-many-tries`): this account was tried too often, or too many tries came from this address. Known and unknown mail
    /// addresses are counted alike.
    pub fn at(door: Door, mail: &str, from: Option<IpAddr>) -> Result<Try> {
        // of a text of any length a digest is kept
        let (account, address) = (digest(mail), of_network(from));
        let counted = vec![
            (format!("{account} from {address}"), OF_AN_ACCOUNT_FROM_AN_ADDRESS),
            // without a server there is no address to count
            (format!("from {address}"), if from.is_some() { FROM_AN_ADDRESS } else { u32::MAX }),
            (account, OF_AN_ACCOUNT),
        ];
        count(&mut door.tries(), &counted)?;
        Ok(Try { door, counted })
    }

    /// A try of nobody in particular. Refused (`error-too-many-tries`): too many came from this address.
    pub fn of_an_address(door: Door, from: Option<IpAddr>) -> Result<Try> {
        let counted = vec![(format!("from {}", of_network(from)), FROM_AN_ADDRESS)];
        count(&mut door.tries(), &counted)?;
        Ok(Try { door, counted })
    }

    /// It was the password: the account starts again from this address. Elsewhere only this try is taken back, or one's own account would
    /// open the door to others.
    pub fn succeeded(self) {
        let [(here, _), others @ ..] = self.counted.as_slice() else { return };
        let mut tries = self.door.tries();
        tries.remove(here);
        take_back(&mut tries, others);
    }

    /// It was the password, and the second factor is still asked for: the account does not start again here, or whoever knows the password
    /// would guess codes without end.
    pub fn halfway(self) {
        take_back(&mut self.door.tries(), self.counted.get(1..).unwrap_or_default());
    }
}

/// Counts a try, where none of these is over its limit.
fn count(tries: &mut Tries, counted: &[(String, u32)]) -> Result<()> {
    let now = Instant::now();
    let is_over = |(of, most): &(String, u32)| {
        tries.get(of).is_some_and(|(since, count)| now.duration_since(*since) < WINDOW && count >= most)
    };
    if counted.iter().any(is_over) {
        let minutes = (WINDOW.as_secs() / 60) as i64;
        return Err(Error::refused_with("error-too-many-tries", [("n", minutes.into())].into()));
    }
    make_room(tries, now);
    for (of, _) in counted {
        let (since, count) = tries.entry(of.clone()).or_insert((now, 0));
        if now.duration_since(*since) >= WINDOW {
            (*since, *count) = (now, 0);
        }
        *count += 1;
    }
    Ok(())
}

fn take_back(tries: &mut Tries, tries_of: &[(String, u32)]) {
    for (of, _) in tries_of {
        if let Some((_, count)) = tries.get_mut(of) {
            *count = count.saturating_sub(1);
        }
    }
}

fn of_network(from: Option<IpAddr>) -> String {
    from.map(network).map(|ip| ip.to_string()).unwrap_or_default()
}

/// What one subscriber has: an address, and of IPv6 the 64 bits before the part that each of their machines chooses.
fn network(address: IpAddr) -> IpAddr {
    match address {
        IpAddr::V6(ip) => Ipv6Addr::from(u128::from(ip) & !u128::from(u64::MAX)).into(),
        v4 => v4,
    }
}

/// Forgets the fewest tries first, and of as many the oldest: whoever fills the table with names tried once does not push out an account
/// that is being guessed.
fn make_room(tries: &mut Tries, now: Instant) {
    if tries.len() < MOST {
        return;
    }
    tries.retain(|_, (since, _)| now.duration_since(*since) < WINDOW);
    while tries.len() >= MOST {
        let least = tries.iter().min_by_key(|(_, (since, count))| (*count, *since)).map(|(of, _)| of.clone());
        let Some(least) = least else { break };
        tries.remove(&least);
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

    #[test]
    fn links_that_are_asked_for_take_no_place_of_those_who_sign_in() {
        let here = Some(IpAddr::from([192, 0, 2, 77]));
        for n in 0..FROM_AN_ADDRESS {
            Try::at(Door::Forgotten, &format!("{n}@door.example"), here).expect("not too many yet");
        }
        assert!(Try::at(Door::Forgotten, "more@door.example", here).is_err());
        assert!(Try::of_an_address(Door::Provider, here).is_ok());
        assert!(Try::begin("more@door.example", here).is_ok());
        let sign_ins = Door::SignIn.tries();
        let forgotten = Door::Forgotten.tries();
        let asked = digest("3@door.example");
        assert!(forgotten.contains_key(&asked) && !sign_ins.contains_key(&asked));
    }

    #[test]
    fn who_fills_the_table_does_not_push_out_the_account_that_is_guessed() {
        let (mut tries, now) = (Tries::new(), Instant::now());
        let guessed = [("guessed".to_string(), OF_AN_ACCOUNT)];
        for _ in 0..5 {
            count(&mut tries, &guessed).expect("not too many yet");
        }
        for n in 0..MOST - 1 {
            tries.insert(n.to_string(), (now, 1));
        }
        for n in 0..100 {
            count(&mut tries, &[(format!("another {n}"), 10)]).expect("another");
        }
        assert!(tries.len() <= MOST);
        assert_eq!(tries.get("guessed").map(|(_, count)| *count), Some(5));
    }
}
