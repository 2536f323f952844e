//! Editions: the page of a year as it was published, with the rows it was counted from.
//!
//! Terms: the *live* page is counted when it is requested. A section of it can be *signed*; the signature holds while
//! the numbers of the section stay the same. *Publishing* stores the page in every language, the rule of each figure,
//! and every row with its class and amount, as an *edition* (`2020-e1`). An edition under *embargo* exists, but the
//! public cannot see it. An edition is never changed. A *correction* is a difference between an edition and the
//! register today, by the edition's own rules. A report older than the register is an edition *as printed*: its numbers
//! are kept as read and never recounted. The *proof* checks an edition against its own rows, against the register as
//! known on its day, and against the register today.

pub mod as_printed;
mod causes;
mod changed_fields;
pub mod cli;
pub mod cli_report;
pub mod corrections;
pub mod count;
mod digest;
pub mod edition;
mod freeze;
pub mod kept;
pub mod known;
mod mark;
pub mod proof;
pub mod publish;
pub mod recounted;
pub mod sign;
pub mod site;
pub mod store;
pub mod table;

pub use edition::{Edition, Span, Way};
pub use kept::Kept;
pub use mark::mark;
pub use store::{newest, sheet};

use decapolis_actions::Offer;

/// What can be done here.
pub static ACTIONS: &[Offer] = &[
    Offer::by_its_own(&sign::SIGN_SECTIONS.about),
    Offer::by_its_own(&publish::PUBLISH_PAGE.about),
    Offer::by_its_own(&as_printed::ENTER_AS_PRINTED.about),
];
