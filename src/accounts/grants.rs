//! Grants as facts: which count on a day, and how each ends.

use decapolis_actions::{Grant, Role};
use decapolis_base::{Day, PartialDay};
use decapolis_register::journal::RowId;
use decapolis_register::records;
use decapolis_register::scope::Part;
use decapolis_register::table::REGION;
use decapolis_words::errors::{Error, Result};
use sea_orm::ConnectionTrait;
use sea_orm::sea_query::{Condition, Expr, ExprTrait, Order, Query, SelectStatement};

use super::table::GRANTS;
use crate::people::table::MANDATES;

/// The role with this word. Refused (`error-role`): there is none; the refusal names all.
pub fn role_of(word: &str) -> Result<Role> {
    Role::read(word).ok_or_else(|| {
        let args = [("text", word.into()), ("roles", Role::WORDS.join(", ").into())];
        Error::refused_with("error-role", args.into())
    })
}

/// That a row of a table with a first and a last day is one of this day.
pub fn on(table: &'static str, day: Day) -> Condition {
    Condition::all()
        .add(Expr::col((table, "from")).lte(day.number()))
        .add(Expr::col((table, "until")).is_null().or(Expr::col((table, "until_last")).gte(day.number())))
}

/// A grant as it is kept, with how it ends.
#[derive(Clone, Debug, PartialEq)]
pub struct GrantKept {
    pub grant: Grant,
    pub from: PartialDay,
    pub until: Option<PartialDay>,
    /// The post and the person whose mandate it hangs on.
    pub mandate: Option<(RowId, RowId)>,
    pub reason: Option<String>,
    /// Whether the account has it on the day that was asked for.
    pub counts: bool,
}

/// The part of the network that a grant reaches, as its columns `region` and `part` say.
pub fn part_of(role: Role, region: Option<RowId>, part: Option<RowId>) -> Option<Part> {
    region.map(Part::region).or_else(|| part.map(|id| role.part(id)))
}

/// The part of the network with this kind and code. Refused (`error-no-region`, `error-no-body`, `error-no-platform`): there is none.
pub async fn part(db: &impl ConnectionTrait, kind: &str, code: &str) -> Result<Part> {
    let (kind, unknown) = match kind {
        "body" => ("body", "error-no-body"),
        "platform" => ("platform", "error-no-platform"),
        _ => (REGION, "error-no-region"),
    };
    let found = records::by_code(db, kind, code).await?;
    let id = found.ok_or_else(|| Error::refused_with(unknown, [("code", code.into())].into()))?.id;
    Ok(Part { kind, id })
}

/// The columns `region` and `part` of a grant for this part of the network.
pub fn columns_of(part: Option<Part>) -> [(&'static str, Option<RowId>); 2] {
    let of = |is_region: bool| part.filter(|part| (part.kind == REGION) == is_region).map(|part| part.id);
    [("region", of(true)), ("part", of(false))]
}

/// The grants of an account, those that have ended too, the newest first.
pub async fn of_account(db: &impl ConnectionTrait, account: &str, day: Day) -> Result<Vec<GrantKept>> {
    let counting =
        Query::select().column(("g", "id")).from_as(GRANTS.name, "g").cond_where(counts(day)).to_owned();
    let columns =
        ["role", "region", "from", "from_last", "until", "until_last", "post", "person", "reason", "part"];
    let ask = Query::select()
        .columns(columns.map(|column| ("k", column)))
        .expr(Expr::col(("k", "id")).in_subquery(counting))
        .from_as(GRANTS.name, "k")
        .and_where(Expr::col(("k", "account")).eq(account))
        .order_by(("k", "from"), Order::Desc)
        .order_by(("k", "role"), Order::Asc)
        .to_owned();
    let mut all = vec![];
    for row in db.query_all(&ask).await? {
        let Some(role) = Role::read(&row.try_get_by_index::<String>(0)?) else { continue };
        let number = |at: usize| -> Result<Option<i64>> { Ok(row.try_get_by_index(at)?) };
        let day = |first: usize| -> Result<Option<PartialDay>> {
            let (first, last) = (number(first)?, number(first + 1)?);
            let day = |number: Option<i64>| number.and_then(Day::from_number);
            Ok(day(first).zip(day(last)).map(|(first, last)| PartialDay { first, last }))
        };
        let Some(from) = day(2)? else { continue };
        all.push(GrantKept {
            grant: Grant { role, part: part_of(role, number(1)?, number(9)?) },
            from,
            until: day(4)?,
            mandate: number(6)?.zip(number(7)?),
            reason: row.try_get_by_index(8)?,
            counts: row.try_get_by_index(10)?,
        });
    }
    Ok(all)
}

/// The people on whose mandates the grants of an account hang that count on this day: who signs in with it.
pub async fn people_of(db: &impl ConnectionTrait, account: &str, day: Day) -> Result<Vec<RowId>> {
    let all = of_account(db, account, day).await?;
    let mut people: Vec<RowId> =
        all.iter().filter(|kept| kept.counts).filter_map(|kept| Some(kept.mandate?.1)).collect();
    people.sort();
    people.dedup();
    Ok(people)
}

/// That a grant `g` is one of this day.
pub fn counts(day: Day) -> Condition {
    let holds = Expr::col(("g", "post")).is_null().or(Expr::exists(mandate_of_grant(day)));
    Condition::all().add(on("g", day)).add(holds)
}

/// The mandate on which a grant `g` hangs, as the register has it on a day. What ends there ends the grant with the next request.
fn mandate_of_grant(day: Day) -> SelectStatement {
    Query::select()
        .column(("m", "id"))
        .from_as(MANDATES.name, "m")
        .and_where(Expr::col(("m", "post")).equals(("g", "post")))
        .and_where(Expr::col(("m", "person")).equals(("g", "person")))
        .cond_where(on("m", day))
        .to_owned()
}
