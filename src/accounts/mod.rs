//! Accounts: who may sign in, with which password, and what each was granted.
//!
//! An *account* has a code that was drawn, a name and a mail address. It can be erased, so it has no versions. What it may do is a *grant*:
//! a dated fact with a role and a reason. A *link* lets its owner choose a password, once and for a few days; a *session* is a browser
//! that has signed in. A *second factor* is asked for after the password.

pub mod address;
pub mod administrators;
pub mod cast;
pub mod checked;
pub mod cli;
pub mod cookie;
pub mod forgotten;
pub mod free_identity;
pub mod grants;
pub mod invite;
pub mod limits;
pub mod passwords;
pub mod provider;
pub mod recovery;
pub mod remove_factor;
pub mod require_factor;
pub mod second_factor;
pub mod secrets;
pub mod signed_in;
pub mod site;
pub mod store;
pub mod table;
mod taken_off;
pub mod tokens;
pub mod totp;
pub mod withdraw;

use decapolis_actions::Offer;

/// What can be done here.
pub static ACTIONS: &[Offer] = &[
    Offer::by_its_own(&invite::INVITE.about),
    Offer::by_its_own(&withdraw::WITHDRAW.about),
    Offer::by_its_own(&require_factor::REQUIRE_FACTOR.about),
    Offer::by_its_own(&remove_factor::REMOVE_FACTOR.about),
    Offer::by_its_own(&free_identity::FREE_IDENTITY.about),
];
