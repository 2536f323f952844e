//! What one filter of a list asks of its column: a value, a range, a month, that it is empty, or that it has no words in a language.

use decapolis_base::{Currency, PartialDay, money};
use decapolis_register::records::{self, Record};
use decapolis_register::schema::Tables;
use decapolis_register::table::{ANY, Column, Kind};
use decapolis_words::errors::{Error, Result};
use sea_orm::sea_query::{Condition, Expr, ExprTrait, Func};
use sea_orm::{ConnectionTrait, Value};

use super::list::{EMPTY, OfficeRows};
use crate::records::contains;

impl OfficeRows {
    /// The condition of one filter. Refused: a text that is no value of the column.
    pub(super) async fn filter(
        &self,
        db: &impl ConnectionTrait,
        tables: Tables,
        column: &Column,
        text: &str,
    ) -> Result<Condition> {
        let col = || self.col(column.name);
        let beside = |end: &str| self.col(&format!("{}_{end}", column.name));
        let wrong = || Error::refused_with("error-filter", [("text", text.into())].into());
        let is = |expr: Expr| Ok(Condition::all().add(expr));
        if text == EMPTY {
            return is(col().is_null());
        }
        match column.kind {
            Kind::Choice(_) => is(col().eq(text)),
            Kind::Bool => is(col().eq(match text {
                "yes" => true,
                "no" => false,
                _ => return Err(wrong()),
            })),
            Kind::Ref(kind) => {
                let record = self.named(db, tables, kind, text).await?.ok_or_else(wrong)?;
                is(col().eq(record.id))
            }
            Kind::Texts if text.starts_with(EMPTY) => {
                let without = col().like(contains(&format!("\"{}\":", &text[EMPTY.len()..]))).not();
                Ok(Condition::any().add(col().is_null()).add(without))
            }
            Kind::Text | Kind::Texts => {
                // SQLite knows capitals of ASCII only
                let spelled = [text.to_string(), text.to_lowercase(), text.to_uppercase(), capital(text)];
                let lower = Expr::from(Func::lower(col()));
                let any = Condition::any().add(lower.like(contains(&text.to_lowercase())));
                Ok(spelled.iter().fold(any, |any, text| any.add(col().like(contains(text)))))
            }
            Kind::Day | Kind::Bound => {
                let day: PartialDay = text.parse().map_err(|_| wrong())?;
                let inside = Condition::all().add(col().gte(day.first.number()));
                Ok(inside.add(beside("last").lte(day.last.number())))
            }
            Kind::Instant => {
                let day: PartialDay = text.parse().map_err(|_| wrong())?;
                let of_day = Condition::all().add(beside("day").gte(day.first.number()));
                Ok(of_day.add(beside("day").lte(day.last.number())))
            }
            Kind::Money(beside) => {
                let code = self.currency.code();
                let inside = range(&col(), text, |text| money::read(text, code)).ok_or_else(wrong)?;
                // amounts of other currencies are not compared with it
                let named = (self.currency != Currency::NONE).then(|| self.col(beside).eq(code));
                Ok(inside.add_option(named))
            }
            Kind::Int | Kind::Number => {
                range(&col(), text, |text| text.parse::<f64>().ok()).ok_or_else(wrong)
            }
        }
    }

    /// The record that a filter names; `None` where there is none of this kind, or this person may not see it.
    async fn named(
        &self,
        db: &impl ConnectionTrait,
        tables: Tables,
        kind: &str,
        text: &str,
    ) -> Result<Option<Record>> {
        let code = text.rsplit_once(" · ").map_or(text, |(_, code)| code);
        let found = records::by_codes(db, [code.to_string()]).await?.remove(code);
        let Some(record) = found.filter(|record| kind == ANY || record.kind == kind) else { return Ok(None) };
        let Some(scope) = self.scope.as_ref().filter(|_| !record.public) else { return Ok(Some(record)) };
        let Some(of) = tables.of_kind(&record.kind) else { return Ok(None) };
        Ok(scope.has(db, tables, of, record.id).await?.then_some(record))
    }
}

/// The condition that a column is within a range: `10..50`, `..50`, or one value. `None` where an end cannot be read.
fn range<T: Into<Value>>(col: &Expr, text: &str, read: impl Fn(&str) -> Option<T>) -> Option<Condition> {
    let (least, most) = between(text);
    let mut inside = Condition::all();
    if !least.trim().is_empty() {
        inside = inside.add(col.clone().gte(read(least.trim())?.into()));
    }
    if !most.trim().is_empty() {
        inside = inside.add(col.clone().lte(read(most.trim())?.into()));
    }
    Some(inside)
}

/// The ends of a range: `10..50`, `..50`, or one value.
fn between(text: &str) -> (&str, &str) {
    text.split_once("..").unwrap_or((text, text))
}

/// With its first letter as a capital.
fn capital(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters.flat_map(char::to_lowercase)).collect()
}
