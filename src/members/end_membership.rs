//! Action `members.end`: a membership ends, and with it what only a member has.

use std::collections::BTreeMap;

use decapolis_actions::{
    Action, Context, Description, Field, FromGiven, Given, Register, Turn, Undo, WRITERS,
};
use decapolis_base::PartialDay;
use decapolis_register::changes::Changes;
use decapolis_register::journal::RowId;
use decapolis_register::table::Table;
use decapolis_register::value::Cell;
use decapolis_words::errors::{Error, Result};

use super::table::{CATEGORIES, MEMBERSHIPS, ORGANISATIONS};
use crate::people::member_ends::{MemberEnds, end_seats};
use crate::people::spans::{Lasting, lasting};

/// Whose membership ends, when and how.
#[derive(Clone, Debug)]
pub struct EndMembership {
    pub organisation: RowId,
    /// Its last day, as far as it is known.
    pub until: PartialDay,
    /// `resigned`, `struck-off`, `dissolved`, `succeeded`.
    pub ending: String,
    /// The record of the government that succeeds it.
    pub successor: Option<RowId>,
    /// What becomes of each seat of the member, and of the presidency of its people, by the code of the post.
    pub answers: BTreeMap<String, String>,
}

impl FromGiven for EndMembership {
    fn from_given(given: Given) -> Result<EndMembership> {
        let missing = || Error::Broken("a required field was not asked for".into());
        Ok(EndMembership {
            organisation: given.record("organisation").ok_or_else(missing)?,
            until: given.day("until").ok_or_else(missing)?,
            ending: given.text("ending").ok_or_else(missing)?,
            successor: given.record("successor"),
            answers: given.answers,
        })
    }
}

/// Ends the membership that goes on after that day, with its category. What would only have begun later is taken away. The region and the
/// leader of the government go on: they are not the network's. Of each seat on a body it is asked whether it ends with the membership, passes
/// to the successor, stays its holder's, or is to be confirmed; and of the presidency of its people, who acts.
///
/// Refused: it has no membership that goes on (`error-no-membership`), or a successor is missing, is the member itself, or is named although
/// it is not succeeded (`error-successor-missing`, `error-successor-wrong`).
pub static END_MEMBERSHIP: Action<Register, EndMembership> = Action {
    about: Description {
        name: "members.end",
        on: Some("organisation"),
        fields: &[
            Field::of(&MEMBERSHIPS, "organisation").required(),
            Field::of(&MEMBERSHIPS, "until").required(),
            Field::of(&MEMBERSHIPS, "ending").required(),
            Field::of(&MEMBERSHIPS, "successor"),
        ],
        turn: Turn::Short,
        undo: Undo::Batch,
        by: WRITERS,
        in_the_demo: false,
    },
    run: |context, input| Box::pin(changes(context, input)),
};

async fn changes(context: &Context<'_, Register>, input: EndMembership) -> Result<Changes> {
    let is_succeeded = input.ending == "succeeded";
    match input.successor {
        None if is_succeeded => return Err(Error::refused("error-successor-missing")),
        Some(successor) if !is_succeeded || successor == input.organisation => {
            return Err(Error::refused("error-successor-wrong"));
        }
        _ => {}
    }
    let (tx, of, until) = (context.tx, input.organisation, input.until);
    let mut changes = Changes::default();
    let memberships = lasting(tx, &MEMBERSHIPS, "organisation", of).await?;
    let goes_on = |row: &&Lasting| row.goes_on_after(until) && !row.begins_after(until);
    let membership =
        memberships.iter().rfind(goes_on).ok_or_else(|| Error::refused("error-no-membership"))?;
    changes.end(&MEMBERSHIPS, membership.id, until)?;
    let how = [
        ("ending".to_string(), Cell::Text(input.ending.clone())),
        ("successor".to_string(), input.successor.map_or(Cell::Null, Cell::Int)),
    ];
    changes.change(&MEMBERSHIPS, membership.id, how.into());
    for category in lasting(tx, &CATEGORIES, "organisation", of).await? {
        end(&mut changes, &CATEGORIES, &category, until)?;
    }
    // a successor elsewhere is not theirs to give a seat who act for a region
    let successor = match (input.successor, context.actor.writes(WRITERS).scope(context.day)) {
        (Some(successor), Some(scope)) => {
            let has = scope.has(tx, context.program.tables, &ORGANISATIONS, successor).await?;
            Some(successor).filter(|_| has)
        }
        (successor, _) => successor,
    };
    let ends = MemberEnds { organisation: of, until, successor, answers: &input.answers };
    end_seats(context, &mut changes, &ends).await?;
    Ok(changes)
}

/// Ends a row that would go on, and takes away one that would only have begun.
fn end(changes: &mut Changes, table: &'static Table, row: &Lasting, until: PartialDay) -> Result<()> {
    if row.begins_after(until) {
        changes.remove(table, row.id);
    } else if row.goes_on_after(until) {
        changes.end(table, row.id, until)?;
    }
    Ok(())
}
