//! Action `files.attach`: puts a file on a record.

use decapolis_actions::{Action, Context, Description, Field, Register, Turn, Undo, WRITERS};
use decapolis_register::changes::Changes;
use decapolis_register::journal::RowId;
use decapolis_register::value::{Cell, Values};
use decapolis_words::errors::{Error, Result};

use super::store::is_there;
use super::table::{FILES, PRIVACY};

/// An upload that was looked at and kept.
#[derive(Clone, Debug)]
pub struct Upload {
    pub name: String,
    pub media_type: &'static str,
    pub bytes: i64,
    pub digest: String,
}

impl Upload {
    /// What its row says of it.
    pub(super) fn values(self) -> [(String, Cell); 4] {
        [
            ("name".into(), Cell::Text(self.name)),
            ("media_type".into(), Cell::Text(self.media_type.into())),
            ("bytes".into(), Cell::Int(self.bytes)),
            ("digest".into(), Cell::Text(self.digest)),
        ]
    }
}

/// A file that is put on a record.
#[derive(Clone, Debug)]
pub struct Attach {
    pub record: RowId,
    pub file: Upload,
    pub privacy: String,
}

/// Puts a file on a record. The bytes are kept before that: bytes without a fact are in nobody's way, a fact without bytes is a broken link.
///
/// Refused: who may open it is no word of the list (`error-file-privacy`), or the record has a file with this name (`error-file-there`).
pub static ATTACH: Action<Register, Attach> = Action {
    about: Description {
        name: "files.attach",
        on: None,
        fields: &[
            Field::of(&FILES, "record").required(),
            Field::of(&FILES, "name").required(),
            Field::of(&FILES, "privacy").required(),
        ],
        turn: Turn::Short,
        undo: Undo::Batch,
        by: WRITERS,
        in_the_demo: false,
    },
    run: |context, input| Box::pin(changes(context, input)),
};

async fn changes(context: &Context<'_, Register>, input: Attach) -> Result<Changes> {
    if !PRIVACY.contains(&input.privacy.as_str()) {
        return Err(Error::refused("error-file-privacy"));
    }
    if is_there(context.tx, input.record, &input.file.name).await? {
        return Err(Error::refused_with("error-file-there", [("name", input.file.name.into())].into()));
    }
    let mut values = Values::from(input.file.values());
    values.insert("record".into(), Cell::Int(input.record));
    values.insert("privacy".into(), Cell::Text(input.privacy));
    let mut changes = Changes::default();
    changes.fact(&FILES, values);
    Ok(changes)
}
