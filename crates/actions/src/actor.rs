//! Who does an action.

use std::borrow::Cow;

use decapolis_register::permissions::Audience;

/// Who does an action, as the journal keeps it. The word is hashed into the chain for ever, so it is never a name or an address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Actor {
    /// The person at the machine, by the command line.
    Operator,
    /// The program itself, by a job of this name.
    Job(&'static str),
    /// A visitor of the demo.
    Demo,
    /// A person with an account: a code that was drawn, and that only the accounts can trace to a person.
    Account(String),
}

impl Actor {
    /// The word for the journal. Journals of earlier versions also have `office`, which is no longer written.
    pub fn word(&self) -> Cow<'static, str> {
        match self {
            Actor::Operator => "operator".into(),
            Actor::Job(name) => format!("job:{name}").into(),
            Actor::Demo => "demo".into(),
            Actor::Account(code) => code.clone().into(),
        }
    }

    /// For whom its pages are made: what it may read.
    pub fn audience(&self) -> Audience {
        match self {
            Actor::Operator | Actor::Job(_) => Audience::Office,
            // what an account may read follows from its grants, and there are none yet
            Actor::Demo | Actor::Account(_) => Audience::Public,
        }
    }
}
