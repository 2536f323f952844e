//! Part of planning: the currency of the network as it will be after the import. Amounts that figures add must be in it.

use decapolis_register::records;
use decapolis_register::rules::AddedIn;
use decapolis_register::schema::Tables;
use decapolis_register::table::{OneCurrency, Table};
use decapolis_words::errors::Result;
use decapolis_words::message::Message;
use sea_orm::ConnectionTrait;
use sea_orm::sea_query::{Expr, ExprTrait, Query};

use super::planner::{Planner, Tab};
use super::read_lines::ReadLine;
use crate::transfer::problems::{Problem, Severity};

impl<C: ConnectionTrait> Planner<'_, C> {
    /// Finds the currency that the files name, or else the register; where neither names one, that of the amounts. It cannot change under amounts that are in another one: they would
    /// be added as if they were the same money.
    pub(super) async fn find_currency(&mut self, tables: Tables, tabs: &[Tab<'_>]) -> Result<()> {
        for table in tables.all() {
            let Some(one) = table.one_currency else { continue };
            let Some((currency, mut problem)) = named(tabs, one) else {
                self.currency = match records::currency(self.db, one).await? {
                    Some(named) => AddedIn::Named(named),
                    None => {
                        let there = records::currency_of_amounts(self.db, table).await?;
                        there.or(first(tabs, table, one)).map_or(AddedIn::Unknown, AddedIn::OfAmounts)
                    }
                };
                continue;
            };
            for column in one.columns {
                let ask = Query::select()
                    .column(*column)
                    .from(table.name)
                    .and_where(Expr::col(*column).ne(currency.as_str()))
                    .limit(1)
                    .to_owned();
                if let Some(row) = self.db.query_one(&ask).await? {
                    let there: String = row.try_get_by_index(0)?;
                    problem.message = Message::with(
                        "error-currency-in-use",
                        [
                            ("text", currency.as_str().into()),
                            ("currency", there.into()),
                            ("table", table.name.into()),
                        ],
                    );
                    self.block(problem.clone());
                }
            }
            self.currency = AddedIn::Named(currency);
        }
        Ok(())
    }
}

/// The currency of the first amount in the files.
fn first(tabs: &[Tab<'_>], table: &Table, one: OneCurrency) -> Option<String> {
    let column = one.columns.first()?;
    let sources = tabs.iter().filter(|tab| tab.table.name == table.name).flat_map(|tab| &tab.sources);
    sources.flat_map(|source| source.read_lines()).find_map(|line| match line {
        ReadLine::Row(row) => {
            let currency = row.cell(column)?.trim().to_uppercase();
            (!currency.is_empty()).then_some(currency)
        }
        _ => None,
    })
}

/// The currency that a file says of the network, and where a problem with it is.
fn named(tabs: &[Tab<'_>], one: OneCurrency) -> Option<(String, Problem)> {
    let tab = tabs.iter().find(|tab| tab.table.name == one.of.name)?;
    tab.sources.iter().find_map(|source| {
        let rows = source.read_lines().filter_map(|line| match line {
            ReadLine::Row(row) => Some(row),
            _ => None,
        });
        let said = |row: crate::transfer::row::Row| {
            let currency = row.cell(one.named_in)?.trim().to_uppercase();
            let (column, meant) = row.header.named(one.named_in);
            let problem = Problem {
                file: source.lines.file().to_string(),
                row: Some(row.place.row as usize),
                column,
                meant,
                message: Message::new("error-currency-in-use"),
                severity: Severity::Error,
            };
            (!currency.is_empty()).then_some((currency, problem))
        };
        rows.filter_map(said).last()
    })
}
