//! How the readers of workbooks pass on what they find.

use crate::grid::Refusal;
use crate::read::notes::Note;
use crate::read::wire::Message;

/// Takes the messages of a reader. If it refuses one, the reader stops.
pub(super) type Sender<'a> = dyn FnMut(Message) -> Result<(), Refusal> + 'a;

pub(super) fn hidden(sheet: &str) -> Message {
    Message::Note(Note { key: "note-hidden-sheet", args: vec![("sheet", sheet.into())] })
}
