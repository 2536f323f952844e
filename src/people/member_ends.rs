//! What becomes of the seats of a member that ends, and of what its people hold besides.
//!
//! A seat belongs to the member and ends with it, unless somebody says otherwise. Where another government succeeds the member, the seat may
//! pass to it: it is then a seat of the successor, because who was a member and who is are two governments.

use std::collections::BTreeMap;

use decapolis_actions::{Context, Register};
use decapolis_base::{Day, PartialDay};
use decapolis_register::changes::{Changes, days};
use decapolis_register::journal::RowId;
use decapolis_register::question::Offered;
use decapolis_register::records::{self, NewRecord, Record};
use decapolis_register::value::{Cell, Values};
use decapolis_words::errors::{Error, Result};

use super::seats::{Handover, Next, ask, leave_presidencies, mandate, offered};
use super::spans::{Lasting, lasting};
use super::table::{MANDATES, POSTS};

/// A member that ends, and who comes after it.
pub struct MemberEnds<'a> {
    pub organisation: RowId,
    /// Its last day as a member.
    pub until: PartialDay,
    /// The government that succeeds it, where somebody may pass its seats to it.
    pub successor: Option<RowId>,
    pub answers: &'a BTreeMap<String, String>,
}

/// Asks of each seat of the member, and of the presidency of its people, what becomes of it, and does what was answered, or what is proposed.
/// A seat that nobody holds is asked about only where it can pass on.
///
/// Refused (`error-answer`): an answer that is not offered.
pub async fn end_seats(
    context: &Context<'_, Register>,
    changes: &mut Changes,
    it: &MemberEnds<'_>,
) -> Result<()> {
    let named = [Some(it.organisation), it.successor];
    let governments = records::by_ids(context.tx, named.into_iter().flatten()).await?;
    let illustrative = governments.get(&it.organisation).is_some_and(|record| record.illustrative);
    let after = |day: Day| day.days_before(-1);
    let from = PartialDay { first: after(it.until.first), last: after(it.until.last) };
    let mut handover =
        Handover { organisation: it.organisation, outgoing: vec![], from, illustrative, answers: it.answers };
    let successor = it.successor.and_then(|id| governments.get(&id));
    for post in lasting(context.tx, &POSTS, "organisation", it.organisation).await? {
        let mandates = lasting(context.tx, &MANDATES, "post", post.id).await?;
        let goes_on = |row: &&Lasting| row.goes_on_after(it.until) && !row.begins_after(it.until);
        let held = mandates.iter().rfind(goes_on);
        handover.outgoing.extend(held.and_then(|mandate| mandate.record("person")));
        if post.text("post") == Some("seat") && post.goes_on_after(it.until) {
            end_seat(context, changes, &handover, &Seat { post, mandates, successor, until: it.until })
                .await?;
        }
    }
    leave_presidencies(context, changes, &handover).await
}

/// A seat of a member that ends.
struct Seat<'a> {
    post: Lasting,
    mandates: Vec<Lasting>,
    successor: Option<&'a Record>,
    until: PartialDay,
}

async fn end_seat(
    context: &Context<'_, Register>,
    changes: &mut Changes,
    it: &Handover<'_>,
    seat: &Seat<'_>,
) -> Result<()> {
    let until = seat.until;
    let now =
        seat.mandates.iter().rfind(|mandate| mandate.goes_on_after(until) && !mandate.begins_after(until));
    let holder: Option<Next> =
        now.and_then(|mandate| mandate.record("person")).map(|person| ("person", Some(person)));
    let word = match (seat.successor, holder) {
        (None, None) => "ends".to_string(),
        _ if seat.post.begins_after(until) => "ends".to_string(),
        (successor, holder) => {
            let code = records::by_ids(context.tx, [seat.post.id]).await?.remove(&seat.post.id);
            let code = code.ok_or_else(|| Error::refused("error-row-moved"))?.code;
            ask(changes, it, (&code, seat.post.id), answers(successor.is_some(), holder.is_some()))?.word
        }
    };
    let unknown: Next = ("unknown", None);
    let term = now.and_then(|mandate| mandate.until);
    match (word.as_str(), seat.successor) {
        ("stays", None) => Ok(()),
        ("to-confirm", None) => {
            for mandate in &seat.mandates {
                end_or_remove(changes, mandate, until)?;
            }
            changes.fact(&MANDATES, mandate(it, seat.post.id, unknown, None, term));
            Ok(())
        }
        (word, Some(successor)) if word != "ends" => {
            end_post(changes, seat)?;
            let next = match word {
                "passes-on" => leader_of(context, successor.id, it.from).await?.unwrap_or(unknown),
                "stays" => holder.unwrap_or(unknown),
                _ => unknown,
            };
            let post = seat_of(context, changes, it, seat, successor).await?;
            changes.fact(&MANDATES, mandate(it, post, next, None, term));
            Ok(())
        }
        _ => end_post(changes, seat),
    }
}

/// What can become of a seat. The first is proposed.
fn answers(can_pass: bool, is_held: bool) -> Vec<Offered> {
    let mut all = vec![offered("ends", "answer-ends")];
    if can_pass {
        all.insert(0, offered("passes-on", "answer-passes-to-successor"));
    }
    if is_held {
        all.push(offered("stays", "answer-stays"));
    }
    all.push(offered("to-confirm", "answer-to-confirm"));
    all
}

/// The seat ends with the member, and with it who holds it. A post that others refer to is not taken away: one that would have begun later
/// ends on the day it begins.
fn end_post(changes: &mut Changes, seat: &Seat<'_>) -> Result<()> {
    for mandate in &seat.mandates {
        end_or_remove(changes, mandate, seat.until)?;
    }
    let last = if seat.post.begins_after(seat.until) { seat.post.from } else { seat.until };
    changes.end(&POSTS, seat.post.id, last)
}

/// Ends a mandate that would go on, and takes away one that would only have begun.
fn end_or_remove(changes: &mut Changes, mandate: &Lasting, until: PartialDay) -> Result<()> {
    if mandate.begins_after(until) {
        changes.remove(&MANDATES, mandate.id);
    } else if mandate.goes_on_after(until) {
        changes.end(&MANDATES, mandate.id, until)?;
    }
    Ok(())
}

/// Who leads a government on a day, as far as the register knows.
async fn leader_of(
    context: &Context<'_, Register>,
    government: RowId,
    day: PartialDay,
) -> Result<Option<Next>> {
    for post in lasting(context.tx, &POSTS, "organisation", government).await? {
        if post.text("post") != Some("leader") {
            continue;
        }
        let mandates = lasting(context.tx, &MANDATES, "post", post.id).await?;
        let person =
            mandates.iter().rfind(|mandate| mandate.lasts_on(day)).and_then(|now| now.record("person"));
        if let Some(person) = person {
            return Ok(Some(("person", Some(person))));
        }
    }
    Ok(None)
}

/// The seat that the successor has in place of this one, from the day after.
async fn seat_of(
    context: &Context<'_, Register>,
    changes: &mut Changes,
    it: &Handover<'_>,
    seat: &Seat<'_>,
    successor: &Record,
) -> Result<RowId> {
    let record = NewRecord {
        public: successor.public,
        illustrative: it.illustrative,
        ..NewRecord::of("post", records::drawn_code(context.tx, "seat").await?, successor.label.clone())
    };
    let mut own: Values = [
        ("post", Cell::Text("seat".into())),
        ("organisation", Cell::Int(successor.id)),
        ("body", seat.post.record("body").map_or(Cell::Null, Cell::Int)),
    ]
    .map(|(name, cell)| (name.to_string(), cell))
    .into();
    own.extend(days("from", it.from));
    own.extend(seat.post.until.map(|day| days("until", day)).into_iter().flatten());
    Ok(changes.record(&POSTS, record, own))
}
