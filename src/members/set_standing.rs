//! Action `members.set-standing`: the office notes how a member stands with its dues of a year.

use decapolis_actions::{
    Action, Context, Description, Field, FromGiven, Given, Register, Turn, Undo, WRITERS, row_of,
};
use decapolis_base::PartialDay;
use decapolis_register::changes::{Changes, days};
use decapolis_register::journal::RowId;
use decapolis_register::records;
use decapolis_register::value::{Cell, Values};
use decapolis_words::errors::{Error, Result};
use sea_orm::ConnectionTrait;
use sea_orm::sea_query::{Expr, ExprTrait, Query};

use super::table::STANDINGS;

/// Whose standing, of which year, and as at which day.
#[derive(Clone, Debug)]
pub struct SetStanding {
    pub organisation: RowId,
    pub year: i64,
    /// `due`, `settled`, `waived`, `unable-to-pay`, `contested`.
    pub standing: String,
    /// The day on which it is so; `None` for today.
    pub day: Option<PartialDay>,
    pub stated_by: Option<String>,
}

impl FromGiven for SetStanding {
    fn from_given(given: Given) -> Result<SetStanding> {
        let missing = || Error::Broken("a required field was not asked for".into());
        Ok(SetStanding {
            organisation: given.record("organisation").ok_or_else(missing)?,
            year: given.int("year").ok_or_else(missing)?,
            standing: given.text("standing").ok_or_else(missing)?,
            day: given.day("day"),
            stated_by: given.text("stated_by"),
        })
    }
}

/// Notes the standing of the year. What was noted before was right until now, and stays in the history.
///
/// Refused: it is noted so already (`error-nothing-changes`).
pub static SET_STANDING: Action<Register, SetStanding> = Action {
    about: Description {
        name: "members.set-standing",
        on: Some("organisation"),
        fields: &[
            Field::of(&STANDINGS, "organisation").required(),
            Field::of(&STANDINGS, "year").required(),
            Field::of(&STANDINGS, "standing").required(),
            Field::of(&STANDINGS, "day"),
            Field::of(&STANDINGS, "stated_by"),
        ],
        turn: Turn::Short,
        undo: Undo::Batch,
        by: WRITERS,
        in_the_demo: false,
    },
    run: |context, input| Box::pin(changes(context, input)),
};

async fn changes(context: &Context<'_, Register>, input: SetStanding) -> Result<Changes> {
    let government = records::by_ids(context.tx, [input.organisation]).await?.remove(&input.organisation);
    let illustrative = government.ok_or_else(|| Error::refused("error-row-moved"))?.illustrative;
    let day = input.day.unwrap_or(PartialDay::exactly(context.day));
    let mut noted: Values = [
        ("standing", Cell::Text(input.standing)),
        ("stated_by", input.stated_by.map_or(Cell::Null, Cell::Text)),
        // what proved the standing before does not prove this one
        ("evidence", Cell::Null),
    ]
    .map(|(name, cell)| (name.to_string(), cell))
    .into();
    noted.extend(days("day", day));
    let ask = Query::select()
        .column("id")
        .from(STANDINGS.name)
        .and_where(Expr::col("organisation").eq(input.organisation))
        .and_where(Expr::col("year").eq(input.year))
        .limit(1)
        .to_owned();
    let mut changes = Changes::default();
    match context.tx.query_one(&ask).await? {
        Some(row) => {
            let id: RowId = row.try_get_by_index(0)?;
            let before = row_of(context.tx, &STANDINGS, id).await?.unwrap_or_default();
            if before.get("standing") == noted.get("standing") {
                return Err(Error::refused("error-nothing-changes"));
            }
            changes.change(&STANDINGS, id, noted);
        }
        None => {
            let key = [
                ("organisation", Cell::Int(input.organisation)),
                ("year", Cell::Int(input.year)),
                ("illustrative", Cell::Bool(illustrative)),
            ];
            noted.extend(key.map(|(name, cell)| (name.to_string(), cell)));
            changes.fact(&STANDINGS, noted);
        }
    }
    Ok(changes)
}
