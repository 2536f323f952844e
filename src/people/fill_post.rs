//! Action `people.fill-post`: somebody is elected or appointed to a post, as a seat on a body or the presidency.

use decapolis_actions::{
    Action, Context, Description, Field, FromGiven, Given, Register, Turn, Undo, WRITERS,
};
use decapolis_base::PartialDay;
use decapolis_register::changes::{Changes, day_before, days};
use decapolis_register::journal::RowId;
use decapolis_register::records;
use decapolis_register::value::{Cell, Values};
use decapolis_words::errors::{Error, Result};

use super::spans::lasting;
use super::table::{MANDATES, POSTS};

/// Who has a post, and for which term.
#[derive(Clone, Debug)]
pub struct FillPost {
    pub post: RowId,
    pub person: RowId,
    /// `elected`, `appointed`, `acting`, `rotating`; `None` where it is not known.
    pub way: Option<String>,
    /// Since when, as far as it is known; `None` where no day is known: by today at the latest.
    pub from: Option<PartialDay>,
    /// The last day of the term, where it has one.
    pub until: Option<PartialDay>,
}

impl FromGiven for FillPost {
    fn from_given(given: Given) -> Result<FillPost> {
        let missing = || Error::Broken("a required field was not asked for".into());
        Ok(FillPost {
            post: given.record("post").ok_or_else(missing)?,
            person: given.record("person").ok_or_else(missing)?,
            way: given.text("way"),
            from: given.day("from"),
            until: given.day("until"),
        })
    }
}

/// The mandate that lasts until now ends the day before, and the new one begins. Without a day it began at some time since the mandate before
/// it began, and by today.
///
/// Refused: the post is gone (`error-row-moved`), the person has it already (`error-leader-same`), the mandate until now surely begins no
/// earlier (`error-leader-later`), or a later one is recorded (`error-leader-follows`).
pub static FILL_POST: Action<Register, FillPost> = Action {
    about: Description {
        name: "people.fill-post",
        on: Some("post"),
        fields: &[
            Field::of(&MANDATES, "post").required(),
            Field::of(&MANDATES, "person").required(),
            Field::of(&MANDATES, "way"),
            Field::of(&MANDATES, "from"),
            Field::of(&MANDATES, "until"),
        ],
        turn: Turn::Short,
        undo: Undo::Batch,
        by: WRITERS,
        in_the_demo: false,
    },
    run: |context, input| Box::pin(changes(context, input)),
};

async fn changes(context: &Context<'_, Register>, input: FillPost) -> Result<Changes> {
    let moved = || Error::refused("error-row-moved");
    let post = records::by_ids(context.tx, [input.post]).await?.remove(&input.post).ok_or_else(moved)?;
    let mandates = lasting(context.tx, &MANDATES, "post", input.post).await?;
    let last = mandates.iter().rfind(|mandate| mandate.from.first <= context.day);
    let from = match (input.from, last) {
        (Some(from), _) => from,
        // some time after the one before began
        (None, Some(last)) => {
            PartialDay { first: Ord::min(last.from.last.days_before(-1), context.day), last: context.day }
        }
        (None, None) => {
            let began = decapolis_actions::row_of(context.tx, &POSTS, input.post).await?.ok_or_else(moved)?;
            let began = decapolis_register::value::day(&began, "from").ok_or_else(moved)?;
            PartialDay { first: Ord::min(began.first, context.day), last: context.day }
        }
    };
    let mut changes = Changes::default();
    for mandate in &mandates {
        let began = || [("day", mandate.from.to_string().into())].into();
        if mandate.begins_after(from) {
            return Err(Error::refused_with("error-leader-follows", began()));
        }
        // it has ended by then, and its own last day is known better than the day before the next
        if mandate.until.is_some_and(|until| until.last <= from.last) {
            continue;
        }
        if mandate.record("person") == Some(input.person) {
            return Err(Error::refused("error-leader-same"));
        }
        let last = day_before(from, Some(mandate.from));
        if last.first > last.last {
            return Err(Error::refused_with("error-leader-later", began()));
        }
        changes.end(&MANDATES, mandate.id, last)?;
    }
    let mut values: Values = [
        ("post", Cell::Int(input.post)),
        ("holder", Cell::Text("person".into())),
        ("person", Cell::Int(input.person)),
        ("way", input.way.map_or(Cell::Null, Cell::Text)),
        ("illustrative", Cell::Bool(post.illustrative)),
    ]
    .map(|(name, cell)| (name.to_string(), cell))
    .into();
    values.extend(days("from", from));
    values.extend(input.until.map(|day| days("until", day)).into_iter().flatten());
    changes.fact(&MANDATES, values);
    Ok(changes)
}
