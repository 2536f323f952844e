//! Action `files.remove`: takes a file off its record. Its history stays, and so do its bytes, so that it can be taken back.

use decapolis_actions::{Action, Context, Description, Field, Register, Turn, Undo, WRITERS, row_of};
use decapolis_register::changes::Changes;
use decapolis_register::journal::RowId;
use decapolis_words::errors::{Error, Result};

use super::table::FILES;

/// The file that is taken off.
#[derive(Clone, Copy, Debug)]
pub struct Remove {
    pub file: RowId,
}

/// Takes a file off its record.
///
/// Refused (`error-row-moved`): it is no longer there.
pub static REMOVE: Action<Register, Remove> = Action {
    about: Description {
        name: "files.remove",
        on: None,
        fields: &[Field::of(&FILES, "name").required()],
        turn: Turn::Short,
        undo: Undo::Batch,
        by: WRITERS,
        in_the_demo: false,
    },
    run: |context, input| Box::pin(changes(context, input)),
};

async fn changes(context: &Context<'_, Register>, input: Remove) -> Result<Changes> {
    row_of(context.tx, &FILES, input.file).await?.ok_or_else(|| Error::refused("error-row-moved"))?;
    let mut changes = Changes::default();
    changes.remove(&FILES, input.file);
    Ok(changes)
}
