//! Action `members.admit`: a government becomes a member.

use decapolis_actions::{
    Action, Context, Description, Field, FromGiven, Given, Register, Turn, Undo, WRITERS,
};
use decapolis_base::PartialDay;
use decapolis_register::changes::{Changes, day_before, days};
use decapolis_register::journal::RowId;
use decapolis_register::records;
use decapolis_register::table::Table;
use decapolis_register::value::{Cell, Values};
use decapolis_words::errors::{Error, Result};

use crate::people::spans::{Lasting, lasting};

use super::table::{CATEGORIES, MEMBERSHIPS, PLACEMENTS};

/// Who is admitted, from when, and as what.
#[derive(Clone, Debug)]
pub struct Admit {
    pub organisation: RowId,
    /// The day the membership takes effect, as far as it is known.
    pub from: PartialDay,
    /// `full`, `associate`, `other`.
    pub category: String,
    /// The record of the region. `None`: the one it is in already.
    pub region: Option<RowId>,
    /// When the board ratified it.
    pub ratification: Option<PartialDay>,
    /// The record of the decision.
    pub decision: Option<RowId>,
}

impl FromGiven for Admit {
    fn from_given(given: Given) -> Result<Admit> {
        let missing = || Error::Broken("a required field was not asked for".into());
        Ok(Admit {
            organisation: given.record("organisation").ok_or_else(missing)?,
            from: given.day("from").ok_or_else(missing)?,
            category: given.text("category").ok_or_else(missing)?,
            region: given.record("region"),
            ratification: given.day("ratification"),
            decision: given.record("decision"),
        })
    }
}

/// Begins a membership, its category, and its place in a region, where it does not have them already.
///
/// Refused: it is a member on that day already (`error-member-already`), or it is in no region and none is given
/// (`error-member-without-region`).
pub static ADMIT: Action<Register, Admit> = Action {
    about: Description {
        name: "members.admit",
        on: Some("organisation"),
        fields: &[
            Field::of(&MEMBERSHIPS, "organisation").required(),
            Field::of(&MEMBERSHIPS, "from").required(),
            Field::of(&CATEGORIES, "category").required(),
            Field::of(&PLACEMENTS, "region"),
            Field::of(&MEMBERSHIPS, "ratification"),
            Field::of(&MEMBERSHIPS, "decision"),
        ],
        turn: Turn::Short,
        undo: Undo::Batch,
        by: WRITERS,
        in_the_demo: false,
    },
    run: |context, input| Box::pin(changes(context, input)),
};

async fn changes(context: &Context<'_, Register>, input: Admit) -> Result<Changes> {
    let of = records::by_ids(context.tx, [input.organisation]).await?.remove(&input.organisation);
    let illustrative = of.ok_or_else(|| Error::refused("error-row-moved"))?.illustrative;
    let memberships = lasting(context.tx, &MEMBERSHIPS, "organisation", input.organisation).await?;
    let surely =
        |row: &&Lasting| row.lasts_on(input.from) || (row.until.is_none() && !row.begins_after(input.from));
    if let Some(now) = memberships.iter().find(surely) {
        return Err(Error::refused_with(
            "error-member-already",
            [("day", now.from.to_string().into())].into(),
        ));
    }
    let mut changes = Changes::default();
    let fact = |own: &[(&str, Cell)]| -> Values {
        let all =
            [("organisation", Cell::Int(input.organisation)), ("illustrative", Cell::Bool(illustrative))];
        let own = all.iter().chain(own).map(|(name, cell)| (name.to_string(), cell.clone()));
        own.chain(days("from", input.from)).collect()
    };
    let mut membership = fact(&[("decision", input.decision.map_or(Cell::Null, Cell::Int))]);
    membership.extend(input.ratification.map(|day| days("ratification", day)).into_iter().flatten());
    changes.fact(&MEMBERSHIPS, membership);
    let category = [("category".to_string(), Cell::Text(input.category.clone()))];
    begin(context, &mut changes, &CATEGORIES, &input, category, fact(&[])).await?;
    match input.region {
        Some(region) => {
            let region = [("region".to_string(), Cell::Int(region))];
            begin(context, &mut changes, &PLACEMENTS, &input, region, fact(&[])).await?;
        }
        None => {
            let placed = lasting(context.tx, &PLACEMENTS, "organisation", input.organisation).await?;
            if !placed.iter().any(|row| row.until.is_none() && !row.begins_after(input.from)) {
                return Err(Error::refused("error-member-without-region"));
            }
        }
    }
    Ok(changes)
}

/// From its admission on the government has this: what it has already goes on, what is otherwise ends the day before, and what is recorded
/// for later stays.
async fn begin(
    context: &Context<'_, Register>,
    changes: &mut Changes,
    table: &'static Table,
    input: &Admit,
    own: [(String, Cell); 1],
    mut new: Values,
) -> Result<()> {
    let rows = lasting(context.tx, table, "organisation", input.organisation).await?;
    let open = rows.iter().rfind(|row| row.goes_on_after(input.from) && !row.begins_after(input.from));
    if let Some(now) = open {
        let [(name, cell)] = &own;
        return match now.values.get(name) == Some(cell) {
            true => Ok(()),
            // it was never otherwise while it was a member
            false if input.from.last <= now.from.first => {
                changes.correct(table, now.id, own.into());
                Ok(())
            }
            false => changes.change_from(table, now.id, &now.values, input.from, own.into()),
        };
    }
    new.extend(own);
    if let Some(later) = rows.iter().find(|row| row.begins_after(input.from)) {
        new.extend(days("until", day_before(later.from, Some(input.from))));
    }
    changes.fact(table, new);
    Ok(())
}
