//! Action `files.change`: a newer version of a file, or others who may open it.

use decapolis_actions::{Action, Context, Description, Field, Register, Turn, Undo, WRITERS, row_of};
use decapolis_register::changes::Changes;
use decapolis_register::journal::RowId;
use decapolis_register::value::{Cell, Values};
use decapolis_words::errors::{Error, Result};

use super::attach::Upload;
use super::store::is_there;
use super::table::{FILES, PRIVACY};

/// What becomes of a file.
#[derive(Clone, Debug)]
pub struct FileChange {
    pub file: RowId,
    /// Its newer version; `None` where that stays.
    pub newer: Option<Upload>,
    pub privacy: String,
}

/// Changes a file. Its earlier versions stay in the history, where they can be opened.
///
/// Refused: it is no longer there (`error-row-moved`), who may open it is no word of the list (`error-file-privacy`), the record has another
/// file with the name of the newer version (`error-file-there`), or nothing would change (`error-file-same`).
pub static CHANGE: Action<Register, FileChange> = Action {
    about: Description {
        name: "files.change",
        on: None,
        fields: &[Field::of(&FILES, "name"), Field::of(&FILES, "privacy").required()],
        turn: Turn::Short,
        undo: Undo::Batch,
        by: WRITERS,
        in_the_demo: false,
    },
    run: |context, input| Box::pin(changes(context, input)),
};

async fn changes(context: &Context<'_, Register>, input: FileChange) -> Result<Changes> {
    let FileChange { file, newer, privacy } = input;
    if !PRIVACY.contains(&privacy.as_str()) {
        return Err(Error::refused("error-file-privacy"));
    }
    let gone = || Error::refused("error-row-moved");
    let before = row_of(context.tx, &FILES, file).await?.ok_or_else(gone)?;
    let mut after = Values::from([("privacy".to_string(), Cell::Text(privacy))]);
    if let Some(newer) = newer {
        let record = before.get("record").and_then(Cell::int).ok_or_else(gone)?;
        let had = before.get("name") == Some(&Cell::Text(newer.name.clone()));
        if !had && is_there(context.tx, record, &newer.name).await? {
            return Err(Error::refused_with("error-file-there", [("name", newer.name.into())].into()));
        }
        after.extend(newer.values());
    }
    if after.iter().all(|(name, cell)| before.get(name) == Some(cell)) {
        return Err(Error::refused("error-file-same"));
    }
    let mut changes = Changes::default();
    changes.change(&FILES, file, after);
    Ok(changes)
}
