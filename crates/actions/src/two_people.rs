//! Two people where the network says so: whether what an action would write needs a second person.

use decapolis_register::db::Transaction;
use decapolis_register::journal::Write;
use decapolis_register::schema::Tables;
use decapolis_register::table::{Concern, Table, TwoPeople, Written};
use decapolis_register::value::{Cell, Values};
use decapolis_words::errors::{Error, Result};
use sea_orm::ConnectionTrait;
use sea_orm::sea_query::Query;

use super::actor::Actor;
use super::proposals::Accepting;
use super::rows;

/// What would be written: the single rows, and what cannot be seen from them.
type Writes<'a> = (&'a [(&'static Table, Write)], &'a [Concern]);

/// Refused: what is accepted no longer waits or is the accepter's own (`error-proposal-decided`, `error-proposal-own`), and what the network wants two people for is done by one
/// (`error-two-people`).
pub(super) async fn is_by_two(
    tx: &Transaction,
    tables: Tables,
    actor: &Actor,
    (accepting, action): (Option<&Accepting>, &str),
    writes: Writes<'_>,
) -> Result<()> {
    if let Some(proposal) = accepting {
        return proposal.check(tx, actor, action).await;
    }
    match needs_two(tx, tables, actor, writes).await? {
        true => Err(Error::refused("error-two-people")),
        false => Ok(()),
    }
}

/// Whether one person alone may not write this. What the network asks is read as it is now. It asks it of people who have signed in: the operator
/// at the machine has the register in their hands, and the program's own jobs do what people have decided.
pub(super) async fn needs_two(
    tx: &Transaction,
    tables: Tables,
    actor: &Actor,
    (writes, concerns): Writes<'_>,
) -> Result<bool> {
    if matches!(actor, Actor::Operator | Actor::Job(_)) {
        return Ok(false);
    }
    let Some((networks, columns)) = tables.all().find_map(|table| Some((table, table.two_people?))) else {
        return Ok(false);
    };
    let asked = asked(tx, networks, columns).await?;
    if asked.is_empty() {
        return Ok(false);
    }
    if concerns.iter().any(|concern| asked.contains(concern)) {
        return Ok(true);
    }
    for (table, write) in writes {
        let needs = match write {
            // nobody alone ends what the network asks of two
            Write::Change(_, values) | Write::Correct(_, values) if table.name == networks.name => {
                columns.columns().iter().any(|(name, _)| values.contains_key(*name))
            }
            Write::Remove(_) if table.name == networks.name => true,
            _ => asked.contains(&Concern::Removal) && is_removal(tx, table, write).await?,
        };
        if needs {
            return Ok(true);
        }
    }
    Ok(false)
}

/// What the network's record asks two people for.
async fn asked(tx: &Transaction, networks: &'static Table, columns: TwoPeople) -> Result<Vec<Concern>> {
    let columns = columns.columns();
    let ask = Query::select().columns(columns.map(|(name, _)| name)).from(networks.name).to_owned();
    let mut all = vec![];
    for row in tx.query_all(&ask).await? {
        for (place, (_, concern)) in columns.iter().enumerate() {
            if row.try_get_by_index::<Option<bool>>(place)? == Some(true) && !all.contains(concern) {
                all.push(*concern);
            }
        }
    }
    Ok(all)
}

/// Whether a row is taken away, or ends that says how it ended, as a membership does. Tables that are kept for their own actions are their
/// affair: a role is withdrawn at once.
async fn is_removal(tx: &Transaction, table: &'static Table, write: &Write) -> Result<bool> {
    if table.written != Written::ByAnyAction {
        return Ok(false);
    }
    let (id, values) = match write {
        Write::Remove(_) => return Ok(true),
        Write::Insert(..) => return Ok(false),
        Write::Change(id, values) | Write::Correct(id, values) => (*id, values),
    };
    let Some((closing, (_, until))) = table.closing.zip(table.span) else { return Ok(false) };
    if !values.contains_key(closing.state) && !values.contains_key(until) {
        return Ok(false);
    }
    let before = rows::of_id(tx, table, id).await?.unwrap_or_default();
    let is_open = |values: &Values| !matches!(values.get(until), Some(Cell::Int(_)));
    let is_closed = |values: &Values| {
        let state = values.get(closing.state).and_then(Cell::text);
        state.is_some_and(|state| closing.closed.contains(&state))
    };
    let mut after = before.clone();
    after.extend(values.clone());
    Ok(is_open(&before) && !is_open(&after) || !is_closed(&before) && is_closed(&after))
}
