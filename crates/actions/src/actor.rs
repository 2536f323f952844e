//! Who does an action.

use std::borrow::Cow;

use decapolis_base::Day;
use decapolis_register::permissions::Audience;
use decapolis_register::scope::{Part, Scope};

use super::role::Role;

/// Who does an action, as the journal keeps it. The word is hashed into the chain for ever, so it is never a name or an address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Actor {
    /// The person at the machine, by the command line.
    Operator,
    /// The program itself, by a job of this name.
    Job(&'static str),
    /// A visitor of the demo.
    Demo,
    /// A person who has signed in.
    Account(Account),
}

/// An account with what it was granted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// A code that was drawn: only the accounts can trace it to a person.
    pub code: String,
    /// What it is granted on the day of the request.
    pub grants: Vec<Grant>,
}

/// A role that an account has, in the whole network or in a part of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Grant {
    pub role: Role,
    /// The region, body or platform that it reaches; `None` for the whole network.
    pub part: Option<Part>,
}

/// How far somebody's grants reach.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reach {
    Nowhere,
    /// What belongs to these parts of the network: to the organisations of a region, to a body, to a platform.
    Parts(Vec<Part>),
    Everywhere,
}

impl Reach {
    /// The rows that may be read or written on a day; `None` for all, or for none.
    pub fn scope(self, day: Day) -> Option<Scope> {
        match self {
            Reach::Parts(parts) => Some(Scope { parts, day }),
            Reach::Nowhere | Reach::Everywhere => None,
        }
    }
}

impl Account {
    /// Its roles, each once.
    pub fn roles(&self) -> Vec<Role> {
        let mut roles: Vec<Role> = self.grants.iter().map(|grant| grant.role).collect();
        roles.sort();
        roles.dedup();
        roles
    }

    /// How far its grants reach that have one of these roles.
    pub fn reach(&self, roles: &[Role]) -> Reach {
        let mut parts = vec![];
        for grant in self.grants.iter().filter(|grant| roles.contains(&grant.role)) {
            match grant.part {
                Some(part) => parts.push(part),
                None if grant.role.needs().is_none() => return Reach::Everywhere,
                // a role of a part that names none reaches nothing
                None => {}
            }
        }
        if parts.is_empty() { Reach::Nowhere } else { Reach::Parts(parts) }
    }
}

impl Actor {
    /// A person with an account who has these grants today.
    pub fn account(code: impl Into<String>, grants: impl Into<Vec<Grant>>) -> Actor {
        Actor::Account(Account { code: code.into(), grants: grants.into() })
    }

    /// How far it reads.
    pub fn reads(&self) -> Reach {
        match self {
            Actor::Operator | Actor::Job(_) => Reach::Everywhere,
            Actor::Demo => Reach::Nowhere,
            Actor::Account(account) => account.reach(&Role::ALL),
        }
    }

    /// How far it writes by an action that these roles may do. A visitor of the demo writes where the action lets them.
    pub fn writes(&self, roles: &[Role]) -> Reach {
        match self {
            Actor::Operator | Actor::Job(_) | Actor::Demo => Reach::Everywhere,
            Actor::Account(account) => account.reach(roles),
        }
    }

    /// The word for the journal. Journals of earlier versions also have `office`, which is no longer written.
    pub fn word(&self) -> Cow<'_, str> {
        match self {
            Actor::Operator => "operator".into(),
            Actor::Job(name) => format!("job:{name}").into(),
            Actor::Demo => "demo".into(),
            Actor::Account(account) => account.code.as_str().into(),
        }
    }

    /// For whom its pages are made: what it may read of the rows in its scope ([`Actor::reads`]). Who has no role reads what everybody reads.
    pub fn audience(&self) -> Audience {
        match self {
            Actor::Operator | Actor::Job(_) => Audience::Office,
            Actor::Account(account) if !account.grants.is_empty() => Audience::Office,
            Actor::Demo | Actor::Account(_) => Audience::Public,
        }
    }
}
