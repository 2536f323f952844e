//! Roles: what a grant lets the person with an account do.

use decapolis_register::journal::RowId;
use decapolis_register::scope::Part;
use decapolis_register::table::REGION;

/// A role in the office. A network gives it to an account by a grant, a dated fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// Gives accounts and roles to others, and does everything the secretariat does.
    Administrator,
    /// Writes in the whole register.
    Secretariat,
    /// Writes what belongs to the members of a region, and reads all of that.
    RegionalSecretariat,
    /// Reads the whole register. Writing what concerns money comes with the actions for it.
    FinanceManager,
    /// Reads the whole register.
    Treasurer,
    /// Reads the whole register.
    Intern,
    /// Writes what belongs to a body: its meetings, their attendance and decisions, its seats.
    BodyOfficer,
    /// Writes what is published on a platform.
    Editor,
}

/// The roles whose people write in the whole register.
pub const SECRETARIAT: &[Role] = &[Role::Administrator, Role::Secretariat];
/// Those, and the roles whose people write what is in their scope.
pub const WRITERS: &[Role] =
    &[Role::Administrator, Role::Secretariat, Role::RegionalSecretariat, Role::BodyOfficer, Role::Editor];
/// The roles whose people say who has an account and what they may do.
pub const ADMINISTRATORS: &[Role] = &[Role::Administrator];

impl Role {
    pub const ALL: [Role; 8] = [
        Role::Administrator,
        Role::Secretariat,
        Role::RegionalSecretariat,
        Role::FinanceManager,
        Role::Treasurer,
        Role::Intern,
        Role::BodyOfficer,
        Role::Editor,
    ];
    /// The words that the register keeps for the roles, in the order of [`Role::ALL`].
    pub const WORDS: &'static [&'static str] = &[
        "administrator",
        "secretariat",
        "regional-secretariat",
        "finance-manager",
        "treasurer",
        "intern",
        "body-officer",
        "editor",
    ];

    /// The kind of the part of the network for which it is given, and never for the whole; `None` where it may be given for the whole.
    pub fn needs(self) -> Option<&'static str> {
        match self {
            Role::RegionalSecretariat => Some(REGION),
            Role::BodyOfficer => Some("body"),
            Role::Editor => Some("platform"),
            Role::Administrator
            | Role::Secretariat
            | Role::FinanceManager
            | Role::Treasurer
            | Role::Intern => None,
        }
    }

    /// The part with this record that the role is given for.
    pub fn part(self, id: RowId) -> Part {
        Part { kind: self.needs().unwrap_or(REGION), id }
    }

    /// Its word in the register and on the command line.
    pub fn word(self) -> &'static str {
        let place = Role::ALL.iter().position(|role| *role == self);
        Role::WORDS[place.expect("every role is in the list of all")]
    }

    /// The role with this word.
    pub fn read(word: &str) -> Option<Role> {
        Role::ALL.into_iter().find(|role| role.word() == word)
    }
}
