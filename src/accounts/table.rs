//! The tables of accounts: grants, which are facts, and what has no versions.

use decapolis_actions::Role;
use decapolis_register::shape::Stores;
use decapolis_register::table::{Kind::*, *};
use decapolis_register::unversioned::{Unversioned, UnversionedColumn, always, sometimes};

/// What an account may do, from a day and until a day, and perhaps only while a person holds a post. The journal names accounts by code, and so does this table: whoever erases an
/// account erases the name behind the code, not what was done.
pub static GRANTS: Table = Table::facts(
    "grants",
    "grants_history",
    &["account", "role", "region", "part", "from"],
    &[
        req("account", Text).office(),
        req("role", Choice(Role::WORDS)).office(),
        // whose members it reaches; of the whole network if it is empty
        opt("region", Ref("region")).office(),
        // or the body or the platform that it reaches
        opt("part", Ref(ANY)).office(),
        req("from", Bound).office(),
        opt("until", Bound).office(),
        opt("reason", Text).office(),
        // it hangs on a mandate: it lasts while this person holds this post
        opt("post", Ref("post")).office(),
        opt("person", Ref("person")).office(),
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

/// Which roles need a second factor, from a day and until a day. Who has one of them is led to set it up before anything else.
pub static REQUIRED_FACTORS: Table = Table::facts(
    "required_factors",
    "required_factors_history",
    &["role", "from"],
    &[
        req("role", Choice(Role::WORDS)).office(),
        req("from", Bound).office(),
        opt("until", Bound).office(),
        opt("reason", Text).office(),
    ],
)
.lasting("from", "until")
.without_overlap(&["role"])
.only_by(&["accounts.require-second-factor"])
.kept_out_of_files();

/// A second factor that was lost, and taken off an account by an administrator. Whom it was taken off belongs in the journal: from then on
/// the password alone opened the account.
pub static REMOVED_FACTORS: Table = Table::facts(
    "removed_factors",
    "removed_factors_history",
    &["account", "day"],
    &[req("account", Text).office(), req("day", Day).office(), req("reason", Text).office()],
)
.only_by(&["accounts.remove-second-factor"])
.kept_out_of_files();

/// An identity from which an administrator freed an account: from then on another identity could take it.
pub static FREED_IDENTITIES: Table = Table::facts(
    "freed_identities",
    "freed_identities_history",
    &["account", "day"],
    &[req("account", Text).office(), req("day", Day).office(), req("reason", Text).office()],
)
.only_by(&["accounts.free-identity"])
.kept_out_of_files();

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

/// The second factor of an account: what its telephone and the register both know. The register cannot keep a digest of it, because it
/// computes the same codes. `since` is empty until a first code has confirmed it. `last_step` is the step of time of the last code: no
/// code is taken twice. `wrong` counts the codes that were wrong since the last right one.
pub static SECOND_FACTORS: Unversioned = Unversioned {
    name: "second_factors",
    columns: &[
        always("account", Stores::Text),
        always("secret", Stores::Text),
        always("made", Stores::Whole),
        sometimes("since", Stores::Whole),
        always("last_step", Stores::Whole),
        always("wrong", Stores::Whole),
    ],
    unique: &[],
    indexed: &[],
    in_backups: true,
};

/// Codes for whoever has lost their telephone. `code` is a digest; a row goes when its code is used.
pub static RECOVERY_CODES: Unversioned = Unversioned {
    name: "recovery_codes",
    columns: &[always("code", Stores::Text), always("account", Stores::Text), always("made", Stores::Whole)],
    unique: &[],
    indexed: &["account"],
    in_backups: true,
};

/// Sign-ins that wait for the second factor: the password was right. `token` is a digest, and opens nothing but the question for the code.
pub static HALF_SIGN_INS: Unversioned = Unversioned {
    name: "half_sign_ins",
    columns: TOKENS,
    unique: &[],
    indexed: &["account"],
    in_backups: false,
};

/// Sign-ins that are at the identity provider. `token` is the digest of what it sends back, `browser` that of the browser's cookie: nobody
/// comes back in another browser than the one that went.
pub static PROVIDER_SIGN_INS: Unversioned = Unversioned {
    name: "provider_sign_ins",
    columns: &[
        always("token", Stores::Text),
        always("browser", Stores::Text),
        always("nonce", Stores::Text),
        always("verifier", Stores::Text),
        always("goes_to", Stores::Text),
        always("ends", Stores::Whole),
    ],
    unique: &[],
    indexed: &[],
    in_backups: false,
};

/// Whom the identity provider signs in as which account. `identity` is a digest of issuer and subject.
pub static IDENTITIES: Unversioned = Unversioned {
    name: "identities",
    columns: &[
        always("identity", Stores::Text),
        always("account", Stores::Text),
        always("issuer", Stores::Text),
        always("subject", Stores::Text),
        always("made", Stores::Whole),
    ],
    unique: &["account"],
    indexed: &[],
    in_backups: true,
};

/// Tokens of programs. `token` is a digest: whoever reads the register cannot speak for anybody. Instants are milliseconds since 1970.
pub static API_TOKENS: Unversioned = Unversioned {
    name: "api_tokens",
    columns: &[
        always("token", Stores::Text),
        always("account", Stores::Text),
        // what its owner calls it
        always("name", Stores::Text),
        always("writes", Stores::Bool),
        // the region that it is narrowed to
        sometimes("region", Stores::Whole),
        always("made", Stores::Whole),
        always("ends", Stores::Whole),
    ],
    unique: &[],
    indexed: &["account"],
    in_backups: false,
};

/// Changes of address that were not yet confirmed at both. `left` and `taken` are digests of the tokens of the two links. Instants are
/// milliseconds since 1970.
pub static ADDRESS_CHANGES: Unversioned = Unversioned {
    name: "address_changes",
    columns: &[
        always("account", Stores::Text),
        always("mail", Stores::Text),
        always("left", Stores::Text),
        always("taken", Stores::Text),
        sometimes("left_at", Stores::Whole),
        sometimes("taken_at", Stores::Whole),
        always("ends", Stores::Whole),
    ],
    unique: &["left", "taken"],
    indexed: &[],
    in_backups: false,
};

pub static ALL: &[&Table] = &[&GRANTS, &REQUIRED_FACTORS, &REMOVED_FACTORS, &FREED_IDENTITIES];
pub static UNVERSIONED: &[&Unversioned] = &[
    &ACCOUNTS,
    &SESSIONS,
    &LINKS,
    &SECOND_FACTORS,
    &RECOVERY_CODES,
    &HALF_SIGN_INS,
    &PROVIDER_SIGN_INS,
    &IDENTITIES,
    &API_TOKENS,
    &ADDRESS_CHANGES,
];
