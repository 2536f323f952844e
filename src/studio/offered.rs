//! The values that a condition offers: records of a kind, or words of a column.

use std::collections::BTreeMap;

use decapolis_figures::{Asked, Catalog, Figure, Listing};
use decapolis_register::name_order;
use decapolis_register::permissions::Audience;
use decapolis_register::records::{self, Record};
use decapolis_register::table::{ANY, Kind};
use decapolis_words::errors::Result;
use decapolis_words::finding;
use decapolis_words::message::Message;
use sea_orm::ConnectionTrait;
use sea_orm::sea_query::{Alias, Expr, ExprTrait, IntoIden, Order, Query, SelectStatement};

use crate::records::contains;

use super::draft::{Draft, MOST_VALUES};
use super::sentence::Names;
use super::settle::DraftError;

/// The most records that are offered; others can be typed.
pub const MOST_OFFERED: u64 = 300;

/// The record of this kind that a typed text means: the one with that code, or the only one with that name in any language.
pub async fn find(
    db: &impl ConnectionTrait,
    kind: &str,
    text: &str,
    audience: Audience,
) -> Result<Option<Record>> {
    let mut by_code = of_kind(kind);
    by_code.and_where(Expr::col("code").eq(text));
    let seen = async |ask: &SelectStatement| -> Result<Vec<Record>> {
        let found = records::by_ids(db, ids(db, ask).await?).await?;
        Ok(found.into_values().filter(|r| r.name(audience, "").is_some()).collect())
    };
    if let Some(record) = seen(&by_code).await?.pop() {
        return Ok(Some(record));
    }
    let named = finding(std::iter::once(text));
    let mut by_name = of_kind(kind);
    by_name.and_where(Expr::col("finding").like(contains(&named))).limit(200);
    let mut found = seen(&by_name).await?;
    found.retain(|r| r.label.iter().any(|(_, label)| finding(std::iter::once(label)) == named));
    Ok(if found.len() == 1 { found.pop() } else { None })
}

fn of_kind(kind: &str) -> SelectStatement {
    let mut ask = Query::select();
    ask.column("id").from("records");
    if kind != ANY {
        ask.and_where(Expr::col("kind").eq(kind));
    }
    ask
}

async fn ids(db: &impl ConnectionTrait, ask: &SelectStatement) -> Result<Vec<i64>> {
    db.query_all(ask).await?.iter().map(|row| Ok(row.try_get_by_index(0)?)).collect()
}

/// The records of a kind that this reader may see, by name: code and name.
pub async fn records_of(
    db: &impl ConnectionTrait,
    kind: &str,
    audience: Audience,
    language: &str,
) -> Result<Vec<(String, String)>> {
    let ask = of_kind(kind)
        .order_by("sorting", Order::Asc)
        .order_by("id", Order::Asc)
        .limit(MOST_OFFERED)
        .to_owned();
    let order = ids(db, &ask).await?;
    let found = records::by_ids(db, order.iter().copied()).await?;
    let of = |record: &Record| Some((record.code.clone(), record.name(audience, language)?.to_string()));
    let mut named: Vec<(String, String)> = order.iter().filter_map(|id| of(found.get(id)?)).collect();
    named.sort_by_cached_key(|(_, name)| name_order::key(language, name));
    Ok(named)
}

/// The words in a column of a listing, sorted. Codes of records that this reader may not see are left out.
pub async fn words_of(
    db: &impl ConnectionTrait,
    listing: &Listing,
    column: &str,
    asked: &Asked,
    audience: Audience,
) -> Result<Vec<String>> {
    // the source of a number tells about a place, also about one that is not public
    if listing.about.tells_of_another(column) {
        return Ok(vec![]);
    }
    let value = || Expr::col(("l".into_iden(), Alias::new(column).into_iden()));
    let ask = Query::select()
        .distinct()
        .expr_as(value(), "value")
        .from_subquery((listing.rows)(asked), "l")
        .and_where(value().is_not_null())
        .limit(MOST_VALUES as u64 * 4)
        .to_owned();
    let mut words: Vec<String> =
        db.query_all(&ask).await?.iter().map(|r| Ok(r.try_get_by_index(0)?)).collect::<Result<_>>()?;
    if listing.about.column(column).is_some_and(|c| c.holds_codes()) {
        let coded = records::by_codes(db, words.iter().cloned()).await?;
        words.retain(|code| coded.get(code).is_some_and(|r| r.name(audience, "").is_some()));
    }
    words.sort();
    words.truncate(MOST_VALUES);
    Ok(words)
}

/// Adds the typed records to the values of their conditions. A text that names no record, and a value that this reader
/// may not see, is a fault.
pub async fn resolve(
    db: &impl ConnectionTrait,
    draft: &mut Draft,
    catalog: &Catalog,
    audience: Audience,
) -> Result<Vec<DraftError>> {
    let mut faults = vec![];
    for (name, part) in draft.parts_mut() {
        let Some(about) = catalog.listing(&part.listing).map(|l| &l.about) else { continue };
        for condition in &mut part.conditions {
            let Some(Kind::Ref(kind)) = about.column(&condition.column).map(|c| c.kind) else { continue };
            let unknown = |field: &str, text: &str| {
                DraftError::at(
                    format!("{name}.{field}.{}", condition.column),
                    Message::with("studio-wrong-record", [("text", text.into())]),
                )
            };
            for code in &condition.values {
                if find(db, kind, code, audience).await?.is_none_or(|r| r.code != *code) {
                    faults.push(unknown("is", code));
                }
            }
            if condition.typed.is_empty() {
                continue;
            }
            match find(db, kind, &condition.typed, audience).await? {
                Some(record) if condition.values.len() < MOST_VALUES => {
                    if !condition.values.contains(&record.code) {
                        condition.values.push(record.code);
                    }
                    condition.typed.clear();
                }
                _ => faults.push(unknown("more", &condition.typed)),
            }
        }
    }
    Ok(faults)
}

/// The names of the records in a figure's conditions.
pub async fn names(
    db: &impl ConnectionTrait,
    figure: &Figure,
    catalog: &Catalog,
    audience: Audience,
    language: &str,
) -> Result<Names> {
    let mut names = BTreeMap::new();
    for named in catalog.named_records(figure) {
        if let Some(record) = find(db, named.kind, &named.code, audience).await?
            && let Some(name) = record.name(audience, language)
        {
            names.insert(named.code, name.to_string());
        }
    }
    Ok(names)
}
