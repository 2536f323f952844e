//! What becomes of the offices that a leader leaves behind.
//!
//! There are two kinds: of the member, as a seat on the board, which passes to the next leader if the member says so; and of the person, as
//! the presidency, which another acts for until the body elects. Neither passes by itself: each is asked.

use std::collections::BTreeMap;

use decapolis_actions::{Context, Register, WRITERS};
use decapolis_base::PartialDay;
use decapolis_register::changes::{Changes, day_before, days};
use decapolis_register::journal::RowId;
use decapolis_register::question::{Offered, Question};
use decapolis_register::value::{Cell, Values};
use decapolis_words::errors::Result;
use sea_orm::ConnectionTrait;
use sea_orm::sea_query::{Condition, Expr, ExprTrait, JoinType, Order, Query};

use super::spans::{Lasting, lasting};
use super::table::{MANDATES, POSTS};

/// Who goes, and since when their offices are another's.
pub struct Handover<'a> {
    pub organisation: RowId,
    /// The people who go: a leader, or those who held something for a member that ends.
    pub outgoing: Vec<RowId>,
    pub from: PartialDay,
    pub illustrative: bool,
    pub answers: &'a BTreeMap<String, String>,
}

/// Who has an office from then on: `holder` and `person` of a mandate.
pub type Next = (&'static str, Option<RowId>);

/// An office that somebody who goes holds besides.
struct Office {
    id: RowId,
    code: String,
    /// `seat` or `presidency`.
    post: String,
    body: Option<RowId>,
}

/// Asks of each office that the outgoing leader has besides what becomes of it, and does what was answered, or what is proposed.
///
/// Refused (`error-answer`): an answer that is not offered.
pub async fn hand_over(
    context: &Context<'_, Register>,
    changes: &mut Changes,
    it: &Handover<'_>,
    next: Next,
) -> Result<()> {
    for office in offices(context, it).await? {
        if office.post == "presidency" {
            leave_presidency(context, changes, it, &office).await?;
            continue;
        }
        let word = ask(changes, it, (&office.code, office.id), of_the_member(next))?.word;
        let next = match word.as_str() {
            "stays" => continue,
            "passes-on" => next,
            "to-confirm" => ("unknown", None),
            _ => ("vacant", None),
        };
        replace(context, changes, it, (office.id, next, None)).await?;
    }
    Ok(())
}

/// The same of the presidency alone: what the people of a member leave that ends.
///
/// Refused (`error-answer`): an answer that is not offered.
pub async fn leave_presidencies(
    context: &Context<'_, Register>,
    changes: &mut Changes,
    it: &Handover<'_>,
) -> Result<()> {
    for office in offices(context, it).await?.iter().filter(|office| office.post == "presidency") {
        leave_presidency(context, changes, it, office).await?;
    }
    Ok(())
}

async fn leave_presidency(
    context: &Context<'_, Register>,
    changes: &mut Changes,
    it: &Handover<'_>,
    office: &Office,
) -> Result<()> {
    let offered = of_the_person(context, it, office).await?;
    let answer = ask(changes, it, (&office.code, office.id), offered)?;
    let (next, way) = match answer.word.as_str() {
        "stays" => return Ok(()),
        "vacant" => (("vacant", None), None),
        _ => (("person", answer.record), Some("acting")),
    };
    replace(context, changes, it, (office.id, next, way)).await
}

/// Asks what becomes of an office, by the name of the answer and the record, and gives the answer that holds.
///
/// Refused (`error-answer`): an answer that is not offered.
pub fn ask(
    changes: &mut Changes,
    it: &Handover<'_>,
    (name, record): (&str, RowId),
    offered: Vec<Offered>,
) -> Result<Offered> {
    let question = Question::asked(name, record, offered, it.answers)?;
    let answer = question.answer().clone();
    changes.ask(question);
    Ok(answer)
}

/// The mandates of those who go end in this office, and the next one has it for the rest of the term.
async fn replace(
    context: &Context<'_, Register>,
    changes: &mut Changes,
    it: &Handover<'_>,
    (office, next, way): (RowId, Next, Option<&str>),
) -> Result<()> {
    let mut term = None;
    for mandate in lasting(context.tx, &MANDATES, "post", office).await? {
        if end_for(changes, &mandate, it)? {
            term = mandate.until.or(term);
        }
    }
    changes.fact(&MANDATES, mandate(it, office, next, way, term));
    Ok(())
}

/// A mandate that begins with the handover, until the last day of the term where there is one.
pub fn mandate(
    it: &Handover<'_>,
    post: RowId,
    (holder, person): Next,
    way: Option<&str>,
    term: Option<PartialDay>,
) -> Values {
    let mut values: Values = [
        ("post", Cell::Int(post)),
        ("holder", Cell::Text(holder.into())),
        ("person", person.map_or(Cell::Null, Cell::Int)),
        ("way", way.map_or(Cell::Null, |way| Cell::Text(way.into()))),
        ("until", Cell::Null),
        ("until_last", Cell::Null),
        ("illustrative", Cell::Bool(it.illustrative)),
    ]
    .map(|(name, cell)| (name.to_string(), cell))
    .into();
    values.extend(days("from", it.from));
    values.extend(term.map(|day| days("until", day)).into_iter().flatten());
    values
}

/// The mandate of somebody who goes ends the day before, and it is said whether it did. One that has ended by then keeps its last day, which
/// is known better.
fn end_for(changes: &mut Changes, mandate: &Lasting, it: &Handover<'_>) -> Result<bool> {
    let is_theirs = mandate.record("person").is_some_and(|person| it.outgoing.contains(&person));
    let lasts =
        mandate.from.first <= it.from.last && mandate.until.is_none_or(|until| until.last > it.from.last);
    if is_theirs && lasts {
        changes.end(&MANDATES, mandate.id, day_before(it.from, Some(mandate.from)))?;
    }
    Ok(is_theirs && lasts)
}

pub fn offered(word: &str, key: &'static str) -> Offered {
    Offered { word: word.into(), key, record: None }
}

/// A seat of the member: it passes to the next leader, or its holder stays, or nobody knows yet. Who the next leader is when nobody knows is
/// not known of the seat either.
fn of_the_member(next: Next) -> Vec<Offered> {
    let (stays, to_confirm) = (offered("stays", "answer-stays"), offered("to-confirm", "answer-to-confirm"));
    match next.0 {
        "person" => vec![offered("passes-on", "answer-passes-on"), stays, to_confirm],
        "vacant" => vec![offered("vacant", "answer-vacant"), stays, to_confirm],
        _ => vec![to_confirm, stays, offered("vacant", "answer-vacant")],
    }
}

/// An office of the person: another who has such an office of the same body acts until it elects.
async fn of_the_person(
    context: &Context<'_, Register>,
    it: &Handover<'_>,
    office: &Office,
) -> Result<Vec<Offered>> {
    if !is_theirs_to_fill(context, office.id).await? {
        return Ok(vec![offered("stays", "answer-stays")]);
    }
    let of_body = match office.body {
        Some(body) => Expr::col(("p", "body")).eq(body),
        None => Expr::col(("p", "body")).is_null(),
    };
    let ask = mandates_on(it)
        .and_where(Expr::col(("p", "post")).eq("presidency"))
        .and_where(of_body)
        .and_where(Expr::col(("h", "public")).eq(true))
        .and_where(Expr::col(("m", "person")).is_not_null())
        .and_where(Expr::col(("m", "person")).is_not_in(it.outgoing.iter().copied()))
        .join_as(JoinType::InnerJoin, "records", "h", Expr::col(("h", "id")).equals(("m", "person")))
        .column(("h", "code"))
        .column(("h", "id"))
        .order_by(("h", "code"), Order::Asc)
        .distinct()
        .to_owned();
    let mut all = vec![];
    for row in context.tx.query_all(&ask).await? {
        let code: String = row.try_get_by_index(0)?;
        all.push(Offered {
            word: format!("acting.{code}"),
            key: "answer-acting",
            record: Some(row.try_get_by_index(1)?),
        });
    }
    all.extend([offered("vacant", "answer-vacant"), offered("stays", "answer-stays")]);
    Ok(all)
}

/// Whether the actor may write who holds this office: the presidency is the whole network's, and who acts for a region leaves it as it is.
async fn is_theirs_to_fill(context: &Context<'_, Register>, post: RowId) -> Result<bool> {
    match context.actor.writes(WRITERS).scope(context.day) {
        Some(scope) => scope.has(context.tx, context.program.tables, &POSTS, post).await,
        None => Ok(true),
    }
}

/// The seats of the member and the offices of the presidency that the outgoing leader holds when the next begins.
async fn offices(context: &Context<'_, Register>, it: &Handover<'_>) -> Result<Vec<Office>> {
    let of_member = Condition::all()
        .add(Expr::col(("p", "post")).eq("seat"))
        .add(Expr::col(("p", "organisation")).eq(it.organisation));
    // whoever presides for another member goes on
    let of_person = Condition::all().add(Expr::col(("p", "post")).eq("presidency")).add(
        Expr::col(("p", "organisation")).is_null().or(Expr::col(("p", "organisation")).eq(it.organisation)),
    );
    let ask = mandates_on(it)
        .and_where(Expr::col(("m", "person")).is_in(it.outgoing.iter().copied()))
        .cond_where(Condition::any().add(of_member).add(of_person))
        .join_as(JoinType::InnerJoin, "records", "r", Expr::col(("r", "id")).equals(("p", "id")))
        .column(("p", "id"))
        .column(("r", "code"))
        .column(("p", "post"))
        .column(("p", "body"))
        .order_by(("r", "code"), Order::Asc)
        .distinct()
        .to_owned();
    let mut all = vec![];
    for row in context.tx.query_all(&ask).await? {
        all.push(Office {
            id: row.try_get_by_index(0)?,
            code: row.try_get_by_index(1)?,
            post: row.try_get_by_index(2)?,
            body: row.try_get_by_index(3)?,
        });
    }
    Ok(all)
}

/// The mandates that may last on the first day of the next leader, of posts that are there.
fn mandates_on(it: &Handover<'_>) -> sea_orm::sea_query::SelectStatement {
    let first = it.from.first.number();
    Query::select()
        .from_as(MANDATES.name, "m")
        .join_as(JoinType::InnerJoin, POSTS.name, "p", Expr::col(("p", "id")).equals(("m", "post")))
        .and_where(Expr::col(("m", "from")).lte(it.from.last.number()))
        .and_where(Expr::col(("p", "until")).is_null().or(Expr::col(("p", "until_last")).gte(first)))
        .and_where(Expr::col(("m", "until")).is_null().or(Expr::col(("m", "until_last")).gte(first)))
        .to_owned()
}
