//! Action `members.change-region`: an organisation belongs to another region of the network from a day on.

use decapolis_actions::{Action, Description, Field, FromGiven, Given, Register, SECRETARIAT, Turn, Undo};
use decapolis_base::PartialDay;
use decapolis_register::journal::RowId;
use decapolis_register::value::Cell;
use decapolis_words::errors::{Error, Result};

use super::set_fact::from_a_day_on;
use super::table::PLACEMENTS;

/// Which organisation, which region, and since when.
#[derive(Clone, Debug)]
pub struct ChangeRegion {
    pub organisation: RowId,
    /// The record of the region.
    pub region: RowId,
    pub from: PartialDay,
}

impl FromGiven for ChangeRegion {
    fn from_given(given: Given) -> Result<ChangeRegion> {
        let missing = || Error::Broken("a required field was not asked for".into());
        Ok(ChangeRegion {
            organisation: given.record("organisation").ok_or_else(missing)?,
            region: given.record("region").ok_or_else(missing)?,
            from: given.day("from").ok_or_else(missing)?,
        })
    }
}

/// The region until now ends the day before, and this one begins. The secretariat does it: who acts for a region neither gives a member away
/// nor takes one.
///
/// Refused: what [`from_a_day_on`] refuses.
pub static CHANGE_REGION: Action<Register, ChangeRegion> = Action {
    about: Description {
        name: "members.change-region",
        on: Some("organisation"),
        fields: &[
            Field::of(&PLACEMENTS, "organisation").required(),
            Field::of(&PLACEMENTS, "region").required(),
            Field::of(&PLACEMENTS, "from").required(),
        ],
        turn: Turn::Short,
        undo: Undo::Batch,
        by: SECRETARIAT,
        in_the_demo: false,
    },
    run: |context, input| {
        let region = Cell::Int(input.region);
        Box::pin(from_a_day_on(context, &PLACEMENTS, input.organisation, input.from, ("region", region)))
    },
};
