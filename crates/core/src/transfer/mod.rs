//! Records and facts in and out of the register as CSV files, one per table.
//!
//! An import is [`plan`]ned on a snapshot, which says what would become of every row, and [`apply`]-ed in one short transaction as one
//! batch, all or nothing. An [`export`] writes files that import as the same facts.

mod apply;
mod cells;
mod checks;
mod export;
mod fields;
mod lines;
mod names;
mod plan;
mod sheet;

pub use apply::apply;
pub use export::{export, export_tables, export_workbook, safe_from_formulas};
pub use lines::{Line, Lines};
pub use plan::{Outcome, Plan, Preview, plan};
pub use sheet::{Problem, Severity, Sheet};
