//! The table of tokens with which programs speak for an account.

use decapolis_actions::DONE_ONCE;
use decapolis_register::shape::Stores;
use decapolis_register::unversioned::{Unversioned, always, sometimes};

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

pub static UNVERSIONED: &[&Unversioned] = &[&API_TOKENS, &DONE_ONCE];
