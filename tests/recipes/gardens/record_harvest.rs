//! Action `gardens.record-harvest`: records what was harvested in a garden on one day.

use decapolis_actions::{
    Action, Context, Description, Field, FromGiven, Given, Register, SECRETARIAT, Turn, Undo,
};
use decapolis_base::PartialDay;
use decapolis_register::changes::Changes;
use decapolis_register::journal::RowId;
use decapolis_register::value::{Cell, Values};
use decapolis_words::errors::{Error, Result};

use super::table::HARVESTS;

#[derive(Clone, Debug)]
pub struct RecordHarvest {
    pub garden: RowId,
    pub day: PartialDay,
    pub kilos: i64,
}

impl FromGiven for RecordHarvest {
    fn from_given(given: Given) -> Result<RecordHarvest> {
        let (garden, day, kilos) = (given.record("garden"), given.day("day"), given.int("kilos"));
        let missing = || Error::Broken("the fields of a harvest are required".into());
        Ok(RecordHarvest {
            garden: garden.ok_or_else(missing)?,
            day: day.ok_or_else(missing)?,
            kilos: kilos.ok_or_else(missing)?,
        })
    }
}

/// Refused: the day has not come yet (`error-harvest-ahead`), or the rule of the table says no (`error-no-harvest`).
pub static RECORD_HARVEST: Action<Register, RecordHarvest> = Action {
    about: Description {
        name: "gardens.record-harvest",
        on: Some("garden"),
        fields: &[
            Field::of(&HARVESTS, "garden").required(),
            Field::of(&HARVESTS, "day").required(),
            Field::of(&HARVESTS, "kilos").required(),
        ],
        turn: Turn::Short,
        undo: Undo::Batch,
        by: SECRETARIAT,
        in_the_demo: true,
    },
    run: |context, input| Box::pin(changes(context, input)),
};

async fn changes(context: &Context<'_, Register>, input: RecordHarvest) -> Result<Changes> {
    if input.day.first > context.day {
        return Err(Error::refused("error-harvest-ahead"));
    }
    let mut changes = Changes::default();
    changes.fact(
        &HARVESTS,
        Values::from([
            ("garden".into(), Cell::Int(input.garden)),
            ("day".into(), Cell::Int(input.day.first.number())),
            ("day_last".into(), Cell::Int(input.day.last.number())),
            ("kilos".into(), Cell::Int(input.kilos)),
        ]),
    );
    Ok(changes)
}
