//! The one gate: whatever shows a record or a column asks [`may`], and it answers with a reason. Which rows of a figure open to whom
//! is said by the figure ([`crate::figures::Opens`]); the names in them ask here.

use crate::table::Privacy;

/// Who asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Actor {
    /// Anybody, without an account.
    Public,
    /// Somebody of a member.
    Member,
    /// Somebody of the secretariat.
    Office,
    /// The person at the machine, by the command line.
    Operator,
}

/// What is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    Read,
    Write,
}

/// Of what it is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// A record, which is public or not.
    Record { public: bool },
    /// A column of a table.
    Column(Privacy),
    /// The register as a whole: imports, exports, undo.
    Register,
}

/// `Ok`, or the key of the reason why not.
pub fn may(actor: Actor, act: Act, subject: Subject) -> Result<(), &'static str> {
    match (actor, act, subject) {
        (Actor::Operator, _, _) => Ok(()),
        (Actor::Office, Act::Read, _) => Ok(()),
        (Actor::Office, Act::Write, _) => Err("not-by-hand-yet"),
        (_, Act::Write, _) => Err("only-the-office-writes"),
        (_, Act::Read, Subject::Register) => Err("only-the-office-exports"),
        (_, Act::Read, Subject::Record { public: true }) => Ok(()),
        (_, Act::Read, Subject::Record { public: false }) => Err("not-public"),
        (Actor::Member, Act::Read, Subject::Column(privacy)) => {
            if privacy <= Privacy::Members {
                Ok(())
            } else {
                Err("only-the-office-reads")
            }
        }
        (Actor::Public, Act::Read, Subject::Column(privacy)) => {
            if privacy == Privacy::Public {
                Ok(())
            } else {
                Err("not-public")
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_public_reads_what_is_public_and_writes_nothing() {
        assert!(may(Actor::Public, Act::Read, Subject::Record { public: true }).is_ok());
        assert_eq!(may(Actor::Public, Act::Read, Subject::Record { public: false }), Err("not-public"));
        assert!(may(Actor::Public, Act::Read, Subject::Column(Privacy::Office)).is_err());
        for actor in [Actor::Public, Actor::Member] {
            for subject in [Subject::Register, Subject::Record { public: true }, Subject::Column(Privacy::Public)] {
                assert!(may(actor, Act::Write, subject).is_err());
            }
        }
    }
}
