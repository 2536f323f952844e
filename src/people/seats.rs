//! What becomes of the offices that a leader leaves behind.
//!
//! There are two kinds: of the member, as a seat on the board, which passes to the next leader if the member says so; and of the person, as
//! the presidency, which another acts for until the body elects. Neither passes by itself: each is asked.

use std::collections::BTreeMap;

use decapolis_actions::{Context, Register};
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

/// Who goes, who comes, and since when.
pub struct Handover<'a> {
    pub organisation: RowId,
    pub outgoing: RowId,
    /// `holder` and `person` of the next leader's mandate.
    pub next: (&'static str, Option<RowId>),
    pub from: PartialDay,
    pub illustrative: bool,
    pub answers: &'a BTreeMap<String, String>,
}

/// An office that the outgoing leader holds besides.
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
) -> Result<()> {
    for office in offices(context, it).await? {
        let offered = match office.post.as_str() {
            "presidency" => of_the_person(context, it, office.body).await?,
            _ => of_the_member(it),
        };
        let question = Question::asked(&office.code, office.id, offered, it.answers)?;
        let answer = question.answer().clone();
        changes.ask(question);
        let (holder, person, way) = match answer.word.as_str() {
            "stays" => continue,
            "passes-on" => (it.next.0, it.next.1, None),
            "to-confirm" => ("unknown", None, None),
            "vacant" => ("vacant", None, None),
            _ => ("person", answer.record, Some("acting")),
        };
        for mandate in lasting(context.tx, &MANDATES, "post", office.id).await? {
            end_for(changes, &mandate, it)?;
        }
        let mut next: Values = [
            ("post", Cell::Int(office.id)),
            ("holder", Cell::Text(holder.into())),
            ("person", person.map_or(Cell::Null, Cell::Int)),
            ("way", way.map_or(Cell::Null, |way: &str| Cell::Text(way.into()))),
            ("until", Cell::Null),
            ("until_last", Cell::Null),
            ("illustrative", Cell::Bool(it.illustrative)),
        ]
        .map(|(name, cell)| (name.to_string(), cell))
        .into();
        next.extend(days("from", it.from));
        changes.fact(&MANDATES, next);
    }
    Ok(())
}

/// The mandate of the outgoing leader ends the day before. One that has ended by then keeps its last day, which is known better.
fn end_for(changes: &mut Changes, mandate: &Lasting, it: &Handover<'_>) -> Result<()> {
    let is_theirs = mandate.values.get("person").and_then(Cell::int) == Some(it.outgoing);
    let lasts =
        mandate.from.first <= it.from.last && mandate.until.is_none_or(|until| until.last > it.from.last);
    match is_theirs && lasts {
        true => changes.end(&MANDATES, mandate.id, day_before(it.from, Some(mandate.from))),
        false => Ok(()),
    }
}

fn offered(word: &str, key: &'static str) -> Offered {
    Offered { word: word.into(), key, record: None }
}

/// A seat of the member: it passes to the next leader, or its holder stays, or nobody knows yet. Who the next leader is when nobody knows is
/// not known of the seat either.
fn of_the_member(it: &Handover<'_>) -> Vec<Offered> {
    let (stays, to_confirm) = (offered("stays", "answer-stays"), offered("to-confirm", "answer-to-confirm"));
    match it.next.0 {
        "person" => vec![offered("passes-on", "answer-passes-on"), stays, to_confirm],
        "vacant" => vec![offered("vacant", "answer-vacant"), stays, to_confirm],
        _ => vec![to_confirm, stays, offered("vacant", "answer-vacant")],
    }
}

/// An office of the person: another who has such an office of the same body acts until it elects.
async fn of_the_person(
    context: &Context<'_, Register>,
    it: &Handover<'_>,
    body: Option<RowId>,
) -> Result<Vec<Offered>> {
    let of_body = match body {
        Some(body) => Expr::col(("p", "body")).eq(body),
        None => Expr::col(("p", "body")).is_null(),
    };
    let ask = mandates_on(it)
        .and_where(Expr::col(("p", "post")).eq("presidency"))
        .and_where(of_body)
        .and_where(Expr::col(("h", "public")).eq(true))
        .and_where(Expr::col(("m", "person")).is_not_null())
        .and_where(Expr::col(("m", "person")).ne(it.outgoing))
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
        .and_where(Expr::col(("m", "person")).eq(it.outgoing))
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
