//! Who does an action.

use std::borrow::Cow;

use decapolis_register::permissions::Audience;

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
    /// The roles of its grants on the day of the request, each once.
    pub roles: Vec<Role>,
}

impl Actor {
    /// A person with an account who has these roles today.
    pub fn account(code: impl Into<String>, roles: impl Into<Vec<Role>>) -> Actor {
        Actor::Account(Account { code: code.into(), roles: roles.into() })
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

    /// For whom its pages are made: what it may read. Every role reads the whole register; who has none reads what everybody reads.
    pub fn audience(&self) -> Audience {
        match self {
            Actor::Operator | Actor::Job(_) => Audience::Office,
            Actor::Account(account) if !account.roles.is_empty() => Audience::Office,
            Actor::Demo | Actor::Account(_) => Audience::Public,
        }
    }
}
