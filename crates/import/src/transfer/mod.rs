//! Records and facts as files: import and export.
//!
//! An import is [`plan`]ned on a snapshot: the plan says what would become of every row of the files
//! ([`Lines`]). [`apply`] writes it in one short transaction as one batch, all or nothing. The plan is kept
//! in a temporary file (`stage`), so memory does not grow with the rows. An [`export`] writes files that
//! import as the same facts.

mod apply;
mod cells;
mod check_csv;
mod csv_file;
mod export;
mod fields;
mod lines;
mod lookups;
mod names;
mod naming;
mod outcome;
mod plan;
mod problems;
mod read_fields;
mod read_row;
mod register;
mod report;
mod row;
mod stage;
mod versions;
mod years;

pub use apply::apply;
pub use csv_file::CsvFile;
pub use export::{export, export_columns, export_tables, export_workbook, safe_from_formulas};
pub use fields::SAME_AS;
pub(crate) use fields::read as read_field;
pub use lines::{Line, Lines, SaidOfDays};
pub use lookups::{Lookup, lookups};
pub use naming::{Meant, column_shown, column_words};
pub use outcome::{Outcome, Preview, Rows};
pub use plan::{Plan, Planning, plan};
pub use problems::{Problem, Severity, Sort};
pub use read_fields::{FieldFault, read_fields};
pub use read_row::{Before, ReadRow, TypedFields, read_row, read_rows};
pub use report::{Original, headings, report};
pub use years::LikelyYears;
