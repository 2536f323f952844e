//! Action `members.admit`: a government becomes a member.

use decapolis_actions::{
    Action, Context, Description, Field, FromGiven, Given, Register, Turn, Undo, WRITERS,
};
use decapolis_base::PartialDay;
use decapolis_register::changes::{Changes, days};
use decapolis_register::journal::RowId;
use decapolis_register::records;
use decapolis_register::value::{Cell, Values};
use decapolis_words::errors::{Error, Result};

use super::spans::{Lasting, open_spans};
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

/// Begins a membership, its category, and its place in a region where it is in none or in another.
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
    if let Some(now) = open_spans(context.tx, &MEMBERSHIPS, input.organisation, input.from).await?.first() {
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
        own.chain(days("from", input.from)).chain(no_day("until")).collect()
    };
    let mut membership = fact(&[("decision", input.decision.map_or(Cell::Null, Cell::Int))]);
    for name in ["application", "council_resolution", "ratification", "assembly", "first_payment"] {
        membership.extend(no_day(name));
    }
    membership.extend(input.ratification.map(|day| days("ratification", day)).into_iter().flatten());
    membership.extend(["ending", "successor"].map(|name| (name.to_string(), Cell::Null)));
    changes.fact(&MEMBERSHIPS, membership);
    // a category from before, of a member that comes back, has ended with its membership
    changes.fact(&CATEGORIES, fact(&[("category", Cell::Text(input.category.clone()))]));
    let placed = open_spans(context.tx, &PLACEMENTS, input.organisation, input.from).await?;
    match (input.region, placed.first()) {
        (None, None) => return Err(Error::refused("error-member-without-region")),
        (None, Some(_)) => {}
        (Some(region), None) => changes.fact(&PLACEMENTS, fact(&[("region", Cell::Int(region))])),
        (Some(region), Some(now)) => place_anew(&mut changes, now, region, input.from)?,
    }
    Ok(changes)
}

/// From its admission on it is in another region.
fn place_anew(changes: &mut Changes, now: &Lasting, region: RowId, from: PartialDay) -> Result<()> {
    if now.values.get("region").and_then(Cell::int) == Some(region) {
        return Ok(());
    }
    let region = [("region".to_string(), Cell::Int(region))].into();
    changes.change_from(&PLACEMENTS, now.id, &now.values, from, region)
}

fn no_day(name: &str) -> [(String, Cell); 2] {
    [(name.to_string(), Cell::Null), (format!("{name}_last"), Cell::Null)]
}
