//! The tables of accounts: grants, which are facts, and what has no versions.

use decapolis_actions::Role;
use decapolis_register::shape::Stores;
use decapolis_register::table::{Kind::*, *};
use decapolis_register::unversioned::{Unversioned, UnversionedColumn, always, sometimes};

/// What an account may do, from a day and until a day. The journal names accounts by code, and so does this table: whoever erases an
/// account erases the name behind the code, not what was done.
pub static GRANTS: Table = Table::facts(
    "grants",
    "grants_history",
    &["account", "role", "region", "from"],
    &[
        req("account", Text).office(),
        req("role", Choice(Role::WORDS)).office(),
        // whose members it reaches; of the whole network if it is empty
        opt("region", Ref("region")).office(),
        req("from", Bound).office(),
        opt("until", Bound).office(),
        opt("reason", Text).office(),
    ],
)
.indexed(&[&["account", "from", "until", "role"]])
.lasting("from", "until")
.only_by(&["accounts.invite", "accounts.withdraw"])
.kept_out_of_files();

/// Who can sign in. `mail` is written small; without `password` nobody can.
pub static ACCOUNTS: Unversioned = Unversioned {
    name: "accounts",
    columns: &[
        always("code", Stores::Text),
        always("name", Stores::Text),
        always("mail", Stores::Text),
        // as argon2 writes it, with its salt and its cost
        sometimes("password", Stores::Text),
        always("made", Stores::Whole),
    ],
    unique: &["mail"],
    indexed: &[],
    in_backups: true,
};

/// What a table of tokens has.
const TOKENS: &[UnversionedColumn] = &[
    always("token", Stores::Text),
    always("account", Stores::Text),
    always("made", Stores::Whole),
    always("ends", Stores::Whole),
];

/// Browsers that have signed in. `token` is a digest: whoever reads the register cannot sign in with it. Instants are milliseconds since
/// 1970.
pub static SESSIONS: Unversioned =
    Unversioned { name: "sign_ins", columns: TOKENS, unique: &[], indexed: &["account"], in_backups: false };

/// Links that let their owner choose a password. `token` is a digest.
pub static LINKS: Unversioned =
    Unversioned { name: "links", columns: TOKENS, unique: &[], indexed: &["account"], in_backups: false };

pub static ALL: &[&Table] = &[&GRANTS];
pub static UNVERSIONED: &[&Unversioned] = &[&ACCOUNTS, &SESSIONS, &LINKS];
