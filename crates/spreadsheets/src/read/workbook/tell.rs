//! How the readers of workbooks pass on what they find.

use crate::grid::Refusal;
use crate::read::notes::Note;
use crate::read::wire::Told;

/// Whoever hears what is told; its refusal ends the telling.
pub(super) type Tell<'a> = dyn FnMut(Told) -> Result<(), Refusal> + 'a;

pub(super) fn hidden(sheet: &str) -> Told {
    Told::Note(Note { key: "note-hidden-sheet", args: vec![("sheet", sheet.into())] })
}
