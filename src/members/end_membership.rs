//! Action `members.end`: a membership ends, and with it what only a member has.

use decapolis_actions::{
    Action, Context, Description, Field, FromGiven, Given, Register, Turn, Undo, WRITERS,
};
use decapolis_base::PartialDay;
use decapolis_register::changes::Changes;
use decapolis_register::journal::RowId;
use decapolis_register::value::Cell;
use decapolis_words::errors::{Error, Result};

use super::spans::{Lasting, mandates_of, open_spans};
use super::table::{CATEGORIES, MEMBERSHIPS};
use crate::people::table::{MANDATES, POSTS};

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
}

impl FromGiven for EndMembership {
    fn from_given(given: Given) -> Result<EndMembership> {
        let missing = || Error::Broken("a required field was not asked for".into());
        Ok(EndMembership {
            organisation: given.record("organisation").ok_or_else(missing)?,
            until: given.day("until").ok_or_else(missing)?,
            ending: given.text("ending").ok_or_else(missing)?,
            successor: given.record("successor"),
        })
    }
}

/// Ends the membership that is open, its category, and the member's seats on bodies with their mandates. The region and the leader of the
/// government go on: they are not the network's.
///
/// Refused: it has no membership that goes on (`error-no-membership`), or it is succeeded and nobody says by whom
/// (`error-successor-missing`).
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
    if input.ending == "succeeded" && input.successor.is_none() {
        return Err(Error::refused("error-successor-missing"));
    }
    let of = input.organisation;
    let goes_on = |span: &Lasting| span.until.is_none();
    let mut changes = Changes::default();
    let open = open_spans(context.tx, &MEMBERSHIPS, of, input.until).await?;
    let membership = open.into_iter().find(goes_on).ok_or_else(|| Error::refused("error-no-membership"))?;
    changes.end(&MEMBERSHIPS, membership.id, input.until)?;
    let how = [
        ("ending".to_string(), Cell::Text(input.ending.clone())),
        ("successor".to_string(), input.successor.map_or(Cell::Null, Cell::Int)),
    ];
    changes.change(&MEMBERSHIPS, membership.id, how.into());
    for category in open_spans(context.tx, &CATEGORIES, of, input.until).await?.into_iter().filter(goes_on) {
        changes.end(&CATEGORIES, category.id, input.until)?;
    }
    let seats = open_spans(context.tx, &POSTS, of, input.until).await?;
    let is_seat = |post: &Lasting| post.values.get("post").and_then(Cell::text) == Some("seat");
    for seat in seats.into_iter().filter(goes_on).filter(is_seat) {
        for mandate in mandates_of(context.tx, seat.id, input.until).await?.into_iter().filter(goes_on) {
            changes.end(&MANDATES, mandate.id, input.until)?;
        }
        changes.end(&POSTS, seat.id, input.until)?;
    }
    Ok(changes)
}
