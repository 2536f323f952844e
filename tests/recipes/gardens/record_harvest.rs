//! Action `gardens.record-harvest`: records what was harvested in a garden on one day.

use decapolis_actions::{Action, Context, Description, Field, Register, Turn, Undo};
use decapolis_base::Day;
use decapolis_register::changes::Changes;
use decapolis_register::records;
use decapolis_register::value::{Cell, Values};
use decapolis_words::errors::{Error, Result};

use super::table::HARVESTS;

#[derive(Clone, Debug)]
pub struct RecordHarvest {
    /// The code of the garden.
    pub garden: String,
    pub day: Day,
    pub kilos: i64,
}

/// Refused: there is no such garden (`error-no-garden`), or the rule of the table says no (`error-no-harvest`).
pub static RECORD_HARVEST: Action<Register, RecordHarvest> = Action {
    about: Description {
        name: "gardens.record-harvest",
        on: Some("garden"),
        fields: &[Field::of(&HARVESTS, "day"), Field::of(&HARVESTS, "kilos")],
        turn: Turn::Short,
        undo: Undo::Batch,
        in_the_demo: true,
    },
    run: |context, input| Box::pin(changes(context, input)),
};

async fn changes(context: &Context<'_, Register>, input: RecordHarvest) -> Result<Changes> {
    let garden = records::by_code(context.tx, "garden", &input.garden)
        .await?
        .ok_or_else(|| Error::refused("error-no-garden"))?;
    let mut changes = Changes::default();
    changes.fact(
        &HARVESTS,
        Values::from([
            ("garden".into(), Cell::Int(garden.id)),
            ("day".into(), Cell::Int(input.day.number())),
            ("day_last".into(), Cell::Int(input.day.number())),
            ("kilos".into(), Cell::Int(input.kilos)),
        ]),
    );
    Ok(changes)
}
