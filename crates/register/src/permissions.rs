//! The one gate: whatever shows a record or a column asks [`may_read`], and it answers with a reason. Which rows of a figure open to
//! whom is said by the figure (`Opens` in `decapolis-figures`); the names in them ask here. Who may write is asked by
//! `may` in `decapolis-actions`.

use crate::table::Privacy;

/// Who reads, from the widest audience to the narrowest. Each sees what the one before it sees, and more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Audience {
    /// Everybody, without an account.
    Public,
    /// People of member governments.
    Members,
    /// People of the government that a row belongs to.
    Owner,
    /// The secretariat. The person at the machine reads as it does.
    Office,
}

/// What is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// A record, which is public or not.
    Record { public: bool },
    /// A column of a table.
    Column(Privacy),
}

/// `Ok`, or the key of the reason why this audience may not read it.
pub fn may_read(audience: Audience, subject: Subject) -> Result<(), &'static str> {
    let needed = match subject {
        Subject::Record { public: true } | Subject::Column(Privacy::Public) => Audience::Public,
        Subject::Column(Privacy::Members) => Audience::Members,
        Subject::Column(Privacy::Owner) => Audience::Owner,
        Subject::Record { public: false } | Subject::Column(Privacy::Office) => Audience::Office,
    };
    match audience {
        _ if audience >= needed => Ok(()),
        Audience::Public => Err("not-public"),
        Audience::Members | Audience::Owner | Audience::Office => Err("only-the-office-reads"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_audience_reads_what_the_one_before_it_reads_and_more() {
        let audiences = [Audience::Public, Audience::Members, Audience::Owner, Audience::Office];
        let columns = [Privacy::Public, Privacy::Members, Privacy::Owner, Privacy::Office];
        for (a, audience) in audiences.into_iter().enumerate() {
            for (c, privacy) in columns.into_iter().enumerate() {
                assert_eq!(
                    may_read(audience, Subject::Column(privacy)).is_ok(),
                    c <= a,
                    "{audience:?} {privacy:?}"
                );
            }
            assert!(may_read(audience, Subject::Record { public: true }).is_ok());
            assert_eq!(
                may_read(audience, Subject::Record { public: false }).is_ok(),
                audience == Audience::Office
            );
        }
        assert_eq!(may_read(Audience::Public, Subject::Column(Privacy::Office)), Err("not-public"));
    }
}
