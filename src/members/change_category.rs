//! Action `members.change-category`: a member is in another category from a day on.

use decapolis_actions::{Action, Description, Field, FromGiven, Given, Register, Turn, Undo, WRITERS};
use decapolis_base::PartialDay;
use decapolis_register::journal::RowId;
use decapolis_register::value::Cell;
use decapolis_words::errors::{Error, Result};

use super::set_fact::from_a_day_on;
use super::table::CATEGORIES;

/// Whose category, which, and since when.
#[derive(Clone, Debug)]
pub struct ChangeCategory {
    pub organisation: RowId,
    /// `full`, `associate`, `other`.
    pub category: String,
    pub from: PartialDay,
}

impl FromGiven for ChangeCategory {
    fn from_given(given: Given) -> Result<ChangeCategory> {
        let missing = || Error::Broken("a required field was not asked for".into());
        Ok(ChangeCategory {
            organisation: given.record("organisation").ok_or_else(missing)?,
            category: given.text("category").ok_or_else(missing)?,
            from: given.day("from").ok_or_else(missing)?,
        })
    }
}

/// The category until now ends the day before, and this one begins.
///
/// Refused: what [`from_a_day_on`] refuses.
pub static CHANGE_CATEGORY: Action<Register, ChangeCategory> = Action {
    about: Description {
        name: "members.change-category",
        on: Some("organisation"),
        fields: &[
            Field::of(&CATEGORIES, "organisation").required(),
            Field::of(&CATEGORIES, "category").required(),
            Field::of(&CATEGORIES, "from").required(),
        ],
        turn: Turn::Short,
        undo: Undo::Batch,
        by: WRITERS,
        in_the_demo: false,
    },
    run: |context, input| {
        let category = Cell::Text(input.category);
        Box::pin(from_a_day_on(context, &CATEGORIES, input.organisation, input.from, ("category", category)))
    },
};
