//! What a government is from a day on, of what it is one thing at a time: its category, its region.

use decapolis_actions::{Context, Register};
use decapolis_base::PartialDay;
use decapolis_register::changes::{Changes, day_before, days};
use decapolis_register::journal::RowId;
use decapolis_register::records;
use decapolis_register::table::Table;
use decapolis_register::value::{Cell, Values};
use decapolis_words::errors::{Error, Result};

use crate::people::spans::lasting;

/// From this day on the government has this value in this column of the table: what was otherwise ends the day before, and what is recorded
/// for later stays.
///
/// Refused: it is so already (`error-nothing-changes`), or it would be otherwise from its first day on or before (`error-change-too-early`).
pub async fn from_a_day_on(
    context: &Context<'_, Register>,
    table: &'static Table,
    organisation: RowId,
    from: PartialDay,
    own: (&str, Cell),
) -> Result<Changes> {
    let government = records::by_ids(context.tx, [organisation]).await?.remove(&organisation);
    let illustrative = government.ok_or_else(|| Error::refused("error-row-moved"))?.illustrative;
    let rows = lasting(context.tx, table, "organisation", organisation).await?;
    let own = (own.0.to_string(), own.1);
    let mut changes = Changes::default();
    if let Some(now) = rows.iter().rfind(|row| row.goes_on_after(from) && !row.begins_after(from)) {
        if now.values.get(&own.0) == Some(&own.1) {
            return Err(Error::refused("error-nothing-changes"));
        }
        if from.last <= now.from.first {
            let day = [("day", now.from.to_string().into())];
            return Err(Error::refused_with("error-change-too-early", day.into()));
        }
        changes.change_from(table, now.id, &now.values, from, [own].into())?;
        return Ok(changes);
    }
    let all = [("organisation", Cell::Int(organisation)), ("illustrative", Cell::Bool(illustrative))];
    let mut new: Values = all.into_iter().map(|(name, cell)| (name.to_string(), cell)).collect();
    new.extend([own]);
    new.extend(days("from", from));
    if let Some(later) = rows.iter().find(|row| row.begins_after(from)) {
        new.extend(days("until", day_before(later.from, Some(from))));
    }
    changes.fact(table, new);
    Ok(changes)
}
