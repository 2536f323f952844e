//! Figures: a list first, a number second. This crate depends on `decapolis-register`, `decapolis-words` and
//! `decapolis-base`.
//!
//! A [`Listing`] is flat rows for counting, written in a module. A [`Figure`] is data: which rows it is
//! about, which of them it keeps, what it counts over what, and who may open which rows. [`classify`] turns
//! the two into one SQL text in which every row is counted, in the base only, or left out with its reason.
//! The number, the breakdowns and the rows all come from that text, so they agree.

mod answer;
mod bounded;
mod cache;
mod catalog;
mod class;
mod classify;
mod every_row;
mod figure;
mod gate;
mod kept_rows;
mod kept_texts;
mod listing;
mod money;
mod named_records;
mod number;
mod plans;
mod readings;
mod rows;
mod shown;
mod stated;
mod stopped;
mod text;
mod whole;

pub use answer::Answer;
pub use bounded::Bounded;
pub use cache::{Figures, Question};
pub use catalog::{Catalog, MOST_UNKNOWN};
pub use classify::{Class, Scope, classify};
pub use every_row::{FigureRow, every_group, every_row};
pub use figure::{
    Access, Figure, Measure, On, OneGroup, Opening, Opens, Part, Scalar, Shape, Shown, Test, When,
};
pub use gate::{AnswerShown, Gated, GroupShown, Reason, Viewer};
pub use kept_rows::{Comparing, Differing, DifferingRow, answer_of_kept, differing_rows};
pub use kept_texts::KeptText;
pub use listing::{About, Asked, Listing, ListingColumn, Time, computed, itself, of};
pub use named_records::NamedRecord;
pub use number::{Group, Tally, is_recorded, number};
pub use plans::{Asking, askings};
pub use readings::{DatedReading, Readings, STALE, STALE_AFTER};
pub use rows::{
    EvidenceRow, Fields, RowCursor, RowsAsked, columns_read, evidence, evidence_of_units, fields,
    units_of_class,
};
pub use shown::Worded;
pub use stopped::{Stopped, stopped};
pub use whole::percentages;
