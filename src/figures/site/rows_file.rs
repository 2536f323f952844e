//! Exports the rows of a figure as files: the rows that the page of the figure shows this reader.

use std::collections::HashMap;

use axum::response::Response;
use decapolis_base::Currency;
use decapolis_figures::{
    Access, Class, EvidenceRow, Gated, ListingColumn, Part, Reason, Shape, columns_read, fields,
};
use decapolis_register::journal::{Heads, RowId};
use decapolis_register::table::Kind;
use decapolis_spreadsheets::write::{ColumnKind, Sheet, SheetCell, SheetColumn};
use decapolis_words::errors::Result;
use sea_orm::ConnectionTrait;

use super::page::View;
use super::rows_pages::{RowPages, part_of};
use crate::figures::evidence::reason;
use crate::figures::question::{
    FigureAsks, NamedGroup, Question, class_word, counts, groups, named, reasons,
};
use crate::figures::sought::Sought;
use crate::records::cells;
use crate::records::file_columns::{FileColumn, NamedRecords};
use crate::records::measured::cell;
use crate::records::worded::column_words;
use crate::web::context::{Reader, Site};
use crate::web::files::{Extent, File, FileKind, SheetFile, WritePermit};

/// Exports the rows as a sheet.
pub async fn rows(
    site: &Site,
    reader: &Reader<'_>,
    key: &str,
    asks: &FigureAsks,
    kind: FileKind,
    turn: WritePermit,
) -> Result<Response> {
    let db = site.app.db.snapshot().await?;
    let sought = Sought::read(site, &db, reader, key, asks).await?;
    let question = sought.question();
    let heads = site.app.heads(&db).await?;
    let exporting = Exporting { site, reader, question: &question, sought: &sought, heads: &heads };
    let file = match question.access(site) {
        _ if question.rows_withheld(&site.app).is_some() => exporting.numbers(&db, kind, turn).await?,
        Access::List if asks.view.as_deref() == Some("units") => {
            let view = View { site, reader, question: &question, sought: &sought, asks, heads: &heads };
            if view.lists_units() {
                exporting.units(&db, &view, kind, turn).await?
            } else {
                exporting.list(&db, kind, turn).await?
            }
        }
        Access::List => exporting.list(&db, kind, turn).await?,
        Access::Grouped => exporting.grouped(&db, kind, turn).await?,
        Access::Number => exporting.numbers(&db, kind, turn).await?,
    };
    db.commit().await?;
    file.send().await
}

pub(super) struct Exporting<'a> {
    pub(super) site: &'a Site,
    pub(super) reader: &'a Reader<'a>,
    question: &'a Question<'a>,
    sought: &'a Sought,
    heads: &'a Heads,
}

impl Exporting<'_> {
    pub(super) fn say(&self, key: &str) -> String {
        self.reader.locale.say(key)
    }

    /// The currency of what the figure sums.
    fn money(&self) -> Option<Currency> {
        self.site.app.figures.catalog.money(self.question.figure)
    }

    /// A heading over measures, with their currency.
    fn measured(&self, key: &str) -> String {
        match self.money() {
            Some(currency) => format!("{} ({currency})", self.say(key)),
            None => self.say(key),
        }
    }

    /// Starts the file. Its name has the figure, the day, and the class unless it is "counted".
    pub(super) fn begin(
        &self,
        turn: WritePermit,
        kind: FileKind,
        all: u64,
        columns: Vec<SheetColumn>,
    ) -> Result<SheetFile> {
        let question = self.question;
        let class = match question.class {
            Class::Counted => String::new(),
            class => format!("-{}", class_word(class)),
        };
        let extent = Extent {
            all,
            most: self.site.most_rows,
            notes: self.sought.state.note(&self.reader.locale).into_iter().collect(),
            ..Extent::default()
        };
        let stem = format!("figures-{}-{}{class}", question.figure.key, question.asked.to);
        let sheet = Sheet {
            name: self.say(&format!("figure-{}.title", question.figure.key)),
            columns,
            ..Sheet::default()
        };
        File::begin(turn, self.reader, kind, &stem, &extent)?.sheet(self.reader, &extent, sheet)
    }

    /// Writes what the reader may see of each row, followed by why it is there.
    async fn list(&self, db: &impl ConnectionTrait, kind: FileKind, turn: WritePermit) -> Result<SheetFile> {
        let (site, reader, question) = (self.site, self.reader, self.question);
        let parts = question.parts();
        // parts of a figure may have different listings: columns of the same name are one column
        let mut own: Vec<Shown> = vec![];
        for (_, part) in &parts {
            for column in shown(site, part, reader) {
                if !own.iter().any(|other| other.is_the_column(&column)) {
                    own.push(column);
                }
            }
        }
        let columns = self.columns(&own);
        let all = counts(site, db, self.heads, reader, question).await? as u64;
        let mut file = self.begin(turn, kind, all, columns)?;
        let mut pages = RowPages { site, question, left: site.most_rows, after: None };
        let mut names = NamedRecords::default();
        for (number, part) in parts {
            let mut why = self.why(part);
            let mut columns = self.of_part(part, &own);
            while let Some(found) = pages.next(db, number).await? {
                let ids: Vec<RowId> = found.iter().map(|row| row.row).collect();
                let catalog = &site.app.figures.catalog;
                let values = fields(db, part, &question.asked, catalog, &ids, reader.audience).await?.rows;
                let referred = columns.iter().filter_map(|(_, c)| c.as_ref());
                let referred = referred.flat_map(|c| values.iter().filter_map(|row| c.record(row)));
                names.learn(db, reader, referred.chain(found.iter().filter_map(|row| row.unit))).await?;
                for (row, values) in found.iter().zip(&values) {
                    let mut cells = Vec::with_capacity(2 * own.len() + 7);
                    for (width, column) in &mut columns {
                        match column {
                            Some(column) => column.write(reader, values, &names, &mut cells),
                            None => cells.extend(std::iter::repeat_n(SheetCell::Empty, *width)),
                        }
                    }
                    let records = columns.iter().filter_map(|(_, c)| c.as_ref()?.record(values));
                    let invented = records.filter_map(|id| names.get(id)).any(|record| record.illustrative);
                    cells.extend(why.cells(self, row, &names, invented));
                    file.row(&cells)?;
                }
            }
        }
        Ok(file)
    }

    /// For each column of the file, how many cells it has and how this part fills it. `None` if the part does not have the column.
    fn of_part(&self, part: &Part, own: &[Shown]) -> Vec<(usize, Option<FileColumn>)> {
        let read = columns_read(part, &self.site.app.figures.catalog, self.reader.audience);
        let place = |name: &str| read.iter().position(|(column, _)| column == name);
        let of_part: Vec<Shown> = shown(self.site, part, self.reader).collect();
        let of_column = |column: &Shown| {
            let width = if matches!(column.kind, Kind::Ref(_)) { 2 } else { 1 };
            let here = of_part.iter().find(|c| c.is_the_column(column));
            (width, here.and_then(|c| Some(FileColumn::new(c.name, c.kind, place)?.named(c.named))))
        };
        own.iter().map(of_column).collect()
    }

    /// What says why a row of this part is there. The quantity is empty unless the reader may see the sums.
    fn why(&self, part: &Part) -> Why {
        let sums = self.site.app.figures.catalog.sums_are_open(self.question.figure, self.reader.audience);
        Why {
            class: SheetCell::text(self.say(&format!("class-{}", class_word(self.question.class)))),
            listing: SheetCell::text(self.say(&format!("listing-{}", part.listing))),
            reasons: HashMap::new(),
            sums,
        }
    }

    /// The columns of the rows, and those that say why a row is there.
    fn columns(&self, own: &[Shown]) -> Vec<SheetColumn> {
        let reader = self.reader;
        let own = own.iter().flat_map(|c| cells::columns(reader, column_words(reader, c.name), c.kind));
        let fixed = [
            ("column-class", ColumnKind::Code),
            ("column-reason", ColumnKind::Words),
            ("export-quantity", ColumnKind::Number),
            ("export-unit", ColumnKind::Code),
            ("export-listing", ColumnKind::Words),
            ("column-row", ColumnKind::Code),
            ("column-nature", ColumnKind::Code),
        ];
        let words = |key| if key == "export-quantity" { self.measured(key) } else { self.say(key) };
        own.chain(fixed.map(|(key, holds)| SheetColumn::new(words(key), holds))).collect()
    }

    async fn grouped(
        &self,
        db: &impl ConnectionTrait,
        kind: FileKind,
        turn: WritePermit,
    ) -> Result<SheetFile> {
        let (site, reader, question) = (self.site, self.reader, self.question);
        let (column, groups) = groups(site, db, self.heads, question).await?;
        let groups = match groups {
            Gated::Shown(groups) => groups,
            Gated::Withheld(reason) => return self.withheld(kind, turn, reason),
        };
        let sums = groups.iter().all(|g| !g.answer.is_only_share());
        let share = question.figure.shape == Shape::Share;
        let by = if column.is_empty() { self.say("export-group") } else { column_words(reader, &column) };
        let mut columns = vec![
            SheetColumn::new(by, ColumnKind::Words),
            SheetColumn::new(
                if sums { self.measured("column-counted") } else { self.say("word-share") },
                ColumnKind::Number,
            ),
        ];
        if share && sums {
            columns.push(SheetColumn::new(self.measured("column-base"), ColumnKind::Number));
        }
        let mut file = self.begin(turn, kind, groups.len() as u64, columns)?;
        for NamedGroup { name, shown: group, .. } in
            named(site, db, reader, question, &column, groups).await?
        {
            let mut row = vec![SheetCell::text(name)];
            match group.answer.whole() {
                Some(answer) => {
                    row.push(cell(answer.money, answer.counted));
                    row.extend(share.then(|| cell(answer.money, answer.base)));
                }
                None => row.push(SheetCell::Number(part_of(group.of_all))),
            }
            file.row(&row)?;
        }
        Ok(file)
    }

    /// Writes a file that only says why there are no rows.
    fn withheld(&self, kind: FileKind, turn: WritePermit, reason: Reason) -> Result<SheetFile> {
        let mut file =
            self.begin(turn, kind, 1, vec![SheetColumn::new(self.say("column-reason"), ColumnKind::Words)])?;
        file.row(&[SheetCell::text(self.say(reason.key()))])?;
        Ok(file)
    }

    async fn numbers(
        &self,
        db: &impl ConnectionTrait,
        kind: FileKind,
        turn: WritePermit,
    ) -> Result<SheetFile> {
        if let Some(reason) = self.question.rows_withheld(&self.site.app) {
            return self.withheld(kind, turn, reason);
        }
        let reasons = reasons(self.site, db, self.heads, self.reader, self.question).await?;
        let columns = vec![
            SheetColumn::new(self.say("column-reason"), ColumnKind::Words),
            SheetColumn::new(self.say("export-rows"), ColumnKind::Number),
        ];
        let mut file = self.begin(turn, kind, reasons.len() as u64, columns)?;
        for (reason, rows) in reasons {
            file.row(&[SheetCell::text(reason), SheetCell::Whole(rows)])?;
        }
        Ok(file)
    }
}

/// A column of a file of rows.
#[derive(Clone, Copy)]
struct Shown {
    name: &'static str,
    kind: Kind,
    /// Whether its records are named although they are not public.
    named: bool,
}

impl Shown {
    /// Whether the column of another part goes into the same column of the file.
    fn is_the_column(&self, other: &Shown) -> bool {
        self.name == other.name && matches!(self.kind, Kind::Ref(_)) == matches!(other.kind, Kind::Ref(_))
    }
}

/// What says why a row is there, with the words that many rows share.
struct Why {
    class: SheetCell,
    listing: SheetCell,
    reasons: HashMap<String, SheetCell>,
    sums: bool,
}

impl Why {
    fn cells(
        &mut self,
        file: &Exporting<'_>,
        row: &EvidenceRow,
        names: &NamedRecords,
        invented: bool,
    ) -> [SheetCell; 7] {
        let reader = file.reader;
        let unit = row.unit.and_then(|id| names.get(id));
        let unit = unit.filter(|r| r.name(reader.audience, reader.lang()).is_some());
        let reason = row.reason.as_ref().map(|key| {
            let said = || SheetCell::text(reason(key, &reader.locale));
            self.reasons.entry(key.clone()).or_insert_with(said).clone()
        });
        [
            self.class.clone(),
            reason.unwrap_or(SheetCell::Empty),
            if self.sums { cell(file.money(), row.amount) } else { SheetCell::Empty },
            unit.map_or(SheetCell::Empty, |r| SheetCell::text(r.code.clone())),
            self.listing.clone(),
            SheetCell::Whole(row.row),
            cells::nature(invented),
        ]
    }
}

/// The columns of a part's rows that this reader may see, then its days.
fn shown(site: &Site, part: &Part, reader: &Reader<'_>) -> impl Iterator<Item = Shown> {
    let about = &site.app.figures.catalog.of(part).about;
    let of_column = |c: &ListingColumn| Shown { name: c.name, kind: c.kind, named: c.open_because.is_some() };
    let days = about.days().iter().map(|day| Shown { name: day, kind: Kind::Bound, named: false });
    about.shown_to(reader.audience).map(of_column).chain(days)
}
