//! What somebody decided about a row that looked like a record: facts of the register, which come and go as files and are undone with
//! their batch.

use crate::table::{ANY, Kind, Table, req};

/// What a file called a thing, by its code or by its folded name, and whether that is this record. A file that says it again is not asked
/// about; where it is the same, the file's code and name mean the record from then on, also where others refer to it.
pub static LIKENESSES: Table = Table::facts(
    "likenesses",
    "likenesses_history",
    &["kind", "called", "record"],
    &[
        req("kind", Kind::Text).office(),
        req("called", Kind::Text).office(),
        req("record", Kind::Ref(ANY)).office(),
        req("decision", Kind::Choice(&["same", "different"])).office(),
    ],
)
.indexed(&[&["called", "kind", "decision", "record"]])
// it may be the name of a person
.veiling(&["called"]);
