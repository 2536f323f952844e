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
use crate::transfer::lines::{Lines, SaidOfDays};
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
        self.check_order(&tabs);
        tabs.sort_by_key(|t| {
            (t.table.kind().is_none(), tables.0.iter().position(|known| known.name == t.table.name))
        });
        tabs.iter_mut().enumerate().for_each(|(n, tab)| tab.number = n);
        Ok(tabs)
    }
}

impl<C: ConnectionTrait> Planner<'_, C> {
    /// An order of days that changes nothing is a mistake: whoever says it expects something of it.
    fn check_order(&mut self, tabs: &[Tab<'_>]) {
        let sources = || tabs.iter().flat_map(|tab| &tab.sources);
        let said = sources().find_map(|s| Some((s.lines.said_of_days().order?, s.lines.file())));
        let Some((order, file)) = said else { return };
        let takes = |s: &FileLines<'_>| s.lines.takes_order(order) || s.saved_again.takes_order(order);
        if !sources().any(takes) {
            self.block(of_file(file, Message::new("error-days-unused")));
        }
    }

    /// So are years that are said to be right and that no day has.
    pub(super) fn check_years(&mut self, tabs: &[Tab<'_>]) {
        let sources = || tabs.iter().flat_map(|tab| &tab.sources);
        let said = sources().find_map(|s| Some((s.lines.said_of_days().years?, s.lines.file())));
        let Some((years, file)) = said else { return };
        let by_a_person = years != SaidOfDays::EVERY_YEAR;
        if by_a_person && !self.years_used && !sources().any(|s| s.lines.takes_years(years)) {
            self.block(of_file(file, Message::new("error-years-unused")));
        }
    }
}

/// A mistake of a whole file.
pub(super) fn of_file(file: &str, message: Message) -> Problem {
    Problem { file: file.into(), row: None, column: None, meant: None, message, severity: Severity::Error }
}

/// The table that lines are for, or why the import has no place for them.
fn table_for(tables: Tables, lines: &dyn Lines) -> std::result::Result<&'static Table, Problem> {
    let file = lines.file();
    let blocks = |message| of_file(file, message);
    match tables.named(lines.table()) {
        Some(table) if table.in_files => Ok(table),
        Some(table) => Err(blocks(Message::with("error-table-not-in-files", [("table", table.name.into())]))),
        None => {
            let all = tables.0.iter().filter(|t| t.in_files).map(|t| t.name).collect::<Vec<_>>().join(", ");
            Err(blocks(Message::with("error-unknown-table", [("file", file.into()), ("tables", all.into())])))
        }
    }
}
