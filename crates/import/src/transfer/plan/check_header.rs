//! Part of the first step of planning: whether the table of a file has the columns that its header names.

use decapolis_register::table::{Kind, Table};
use decapolis_words::message::Message;
use sea_orm::ConnectionTrait;

use super::planner::Planner;
use crate::transfer::fields::{FOR_FACTS, FOR_RECORDS};
use crate::transfer::lines::Lines;
use crate::transfer::problems::{Problem, Severity};
use crate::transfer::row::{language_column, original_column};

impl<C: ConnectionTrait> Planner<'_, C> {
    pub(super) fn check_header(&mut self, table: &'static Table, lines: &dyn Lines) {
        let header = lines.header();
        let mut wrong = |column: &str, message| {
            self.block(Problem {
                file: lines.file().to_string(),
                row: Some(1),
                column: Some(column.into()),
                meant: None,
                message,
                severity: Severity::Error,
            });
        };
        let common = if table.kind().is_some() { FOR_RECORDS } else { FOR_FACTS };
        let known = |name: &str| {
            common.contains(&name)
                || table.column(name).is_some_and(|c| c.kind != Kind::Texts)
                || language_column(table, name).is_some()
                || original_column(table, name).is_some()
        };
        let all =
            common.iter().copied().chain(table.columns.iter().map(|c| c.name)).collect::<Vec<_>>().join(", ");
        for name in header.iter().filter(|name| !known(name)) {
            let args = [("column", name.as_str().into()), ("columns", all.clone().into())];
            wrong(name, Message::with("error-unknown-column", args));
        }
        // an amount without its currency would be read in cents of nothing
        for column in table.columns.iter().filter(|c| header.iter().any(|h| h == c.name)) {
            if let Kind::Money(currency) = column.kind
                && !header.iter().any(|h| h == currency)
            {
                wrong(currency, Message::with("error-missing-column", [("column", currency.into())]));
            }
        }
        let needed = if table.kind().is_some() { &["code"][..] } else { table.key };
        for name in needed.iter().filter(|name| {
            !header.iter().any(|h| h == *name) && table.column(name).is_none_or(|c| c.required)
        }) {
            wrong(name, Message::with("error-missing-column", [("column", (*name).into())]));
        }
    }
}
