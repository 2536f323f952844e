//! First step of planning: which table each file has lines for.

use std::collections::HashMap;
use std::sync::Arc;

use decapolis_register::schema::Tables;
use decapolis_register::table::{RECORDS, Table, stored};
use decapolis_words::errors::Result;
use decapolis_words::message::Message;
use sea_orm::ConnectionTrait;

use super::planner::{FileLines, Planner, Tab};
use super::saved_again::SavedAgain;
use crate::transfer::lines::Lines;
use crate::transfer::problems::{Problem, Severity};
use crate::transfer::row::Header;

impl<C: ConnectionTrait> Planner<'_, C> {
    /// The tables that the lines are for: records before facts, each in the order of the modules.
    pub(super) async fn open_files<'l>(
        &mut self,
        tables: Tables,
        lines: &'l [Box<dyn Lines>],
    ) -> Result<Vec<Tab<'l>>> {
        let mut tabs: Vec<Tab<'l>> = vec![];
        let mut numbers: HashMap<&str, usize> = HashMap::new();
        for lines in lines {
            let file = lines.file();
            let table = match table_for(tables, lines.as_ref()) {
                Ok(table) => table,
                Err(problem) => {
                    self.block(problem);
                    continue;
                }
            };
            self.check_header(table, lines.as_ref());
            let number = *numbers.entry(file).or_insert_with(|| {
                self.files.push(file.to_string());
                self.files.len() - 1
            });
            let saved_again = SavedAgain::of(table, lines.as_ref());
            saved_again.warnings(lines.as_ref()).into_iter().for_each(|warning| self.block(warning));
            let source = FileLines {
                lines: lines.as_ref(),
                file: number,
                header: Arc::new(Header::of(table, lines.header(), lines.called())),
                saved_again,
            };
            match tabs.iter_mut().find(|t| t.table.name == table.name) {
                Some(tab) => tab.sources.push(source),
                None => tabs.push(Tab {
                    number: 0,
                    table,
                    sources: vec![source],
                    columns: stored(table),
                    record_columns: stored(&RECORDS),
                }),
            }
        }
        tabs.sort_by_key(|t| {
            (t.table.kind().is_none(), tables.0.iter().position(|known| known.name == t.table.name))
        });
        tabs.iter_mut().enumerate().for_each(|(n, tab)| tab.number = n);
        Ok(tabs)
    }
}

/// The table that lines are for, or why the import has no place for them.
fn table_for(tables: Tables, lines: &dyn Lines) -> std::result::Result<&'static Table, Problem> {
    let file = lines.file();
    let blocks = |message| Problem {
        file: file.into(),
        row: None,
        column: None,
        meant: None,
        message,
        severity: Severity::Error,
    };
    match tables.named(lines.table()) {
        Some(table) if table.in_files => Ok(table),
        Some(table) => Err(blocks(Message::with("error-table-not-in-files", [("table", table.name.into())]))),
        None => {
            let all = tables.0.iter().filter(|t| t.in_files).map(|t| t.name).collect::<Vec<_>>().join(", ");
            Err(blocks(Message::with("error-unknown-table", [("file", file.into()), ("tables", all.into())])))
        }
    }
}
