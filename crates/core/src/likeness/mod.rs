//! Whether a new row means a record that is there already.
//!
//! One thing has many *spellings*: other accents, another order of words, another script, another catalogue's title. What is written alike
//! in one way is found by an index ([`index`]), kept with every entry of the journal. What is found is compared ([`compare`]): how alike
//! the two are, and why. A row that is like a record is offered *at the door* ([`door`]) before it is written: somebody decides whether it is
//! the same, and the decision is a fact of the register ([`decisions`]), so that nobody is asked twice.

pub mod addresses;
pub mod compare;
mod contradictions;
pub mod decisions;
pub mod described;
pub mod door;
pub mod fold;
pub mod index;
pub mod names;
pub mod reason;
pub mod spelling;
pub(crate) mod spellings;
mod titles;
