//! Exports the rows of a figure as files: the rows that the page of the figure shows this reader.

use axum::response::Response;
use decapolis_figures::{Access, Class, EvidenceRow, Gated, ListingColumn, Part, Reason, Shape};
use decapolis_register::table::Kind;
use decapolis_register::value::Values;
use decapolis_spreadsheets::write::{ColumnKind, Sheet, SheetCell, SheetColumn};
use decapolis_words::errors::Result;
use sea_orm::ConnectionTrait;

use super::rows_pages::{RowPages, part_of};
use crate::figures::evidence::{Loaded, reason};
use crate::figures::question::{
    FigureAsks, NamedGroup, Question, class_word, counts, groups, named, reasons,
};
use crate::figures::sought::Sought;
use crate::records::cells;
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
) -> Result<Response> {
    let turn = WritePermit::wait().await?;
    let db = site.app.db.snapshot().await?;
    let sought = Sought::read(site, &db, reader, key, asks).await?;
    let question = sought.question();
    let exporting = Exporting { site, reader, question: &question, sought: &sought };
    let file = match question.access(site) {
        _ if question.withheld(site).is_some() => exporting.numbers(&db, kind, turn).await?,
        Access::List => exporting.list(&db, kind, turn).await?,
        Access::Grouped => exporting.grouped(&db, kind, turn).await?,
        Access::Number => exporting.numbers(&db, kind, turn).await?,
    };
    db.commit().await?;
    file.send().await
}

struct Exporting<'a> {
    site: &'a Site,
    reader: &'a Reader<'a>,
    question: &'a Question<'a>,
    sought: &'a Sought,
}

impl Exporting<'_> {
    fn say(&self, key: &str) -> String {
        self.reader.locale.say(key)
    }

    /// Starts the file. Its name has the figure, the day, and the class unless it is "counted".
    fn begin(
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
        let sums = site.app.figures.catalog.sums_are_open(question.figure, reader.audience);
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
        let all = counts(site, db, reader, question).await? as u64;
        let mut file = self.begin(turn, kind, all, columns)?;
        let mut pages = RowPages { site, question, left: site.most_rows, after: None };
        for (number, part) in parts {
            while let Some(found) = pages.next(db, number).await? {
                let loaded =
                    Loaded::of(&site.app, db, part, &question.asked, &found, reader.audience).await?;
                let of_part: Vec<Shown> = shown(site, part, reader).collect();
                for (row, values) in found.iter().zip(&loaded.values) {
                    let mut cells_of_row = vec![];
                    for column in &own {
                        match of_part.iter().find(|c| c.is_the_column(column)) {
                            Some(c) => cells_of_row.extend(c.cells(reader, values, &loaded)),
                            None => cells_of_row.extend(vec![
                                SheetCell::Empty;
                                if matches!(column.kind, Kind::Ref(_)) {
                                    2
                                } else {
                                    1
                                }
                            ]),
                        }
                    }
                    cells_of_row.extend(self.why_there(part, &of_part, row, values, &loaded, sums));
                    file.row(&cells_of_row)?;
                }
            }
        }
        Ok(file)
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
        own.chain(fixed.map(|(key, holds)| SheetColumn::new(self.say(key), holds))).collect()
    }

    /// The cells that say why a row is there. The quantity is empty unless the reader may see the `sums`.
    fn why_there(
        &self,
        part: &Part,
        shown: &[Shown],
        row: &EvidenceRow,
        values: &Values,
        loaded: &Loaded,
        sums: bool,
    ) -> [SheetCell; 7] {
        let reader = self.reader;
        let unit = row
            .unit
            .and_then(|id| loaded.labels.get(&id))
            .filter(|r| r.name(reader.audience, reader.lang()).is_some());
        let invented = shown.iter().filter(|c| matches!(c.kind, Kind::Ref(_))).any(|c| {
            let id = values.get(c.name).and_then(decapolis_register::value::Cell::int);
            id.and_then(|id| loaded.labels.get(&id)).is_some_and(|r| r.illustrative)
        });
        [
            SheetCell::text(self.say(&format!("class-{}", class_word(self.question.class)))),
            SheetCell::text(row.reason.as_ref().map(|r| reason(r, &reader.locale)).unwrap_or_default()),
            if sums { SheetCell::Whole(row.amount) } else { SheetCell::Empty },
            SheetCell::text(unit.map(|r| r.code.clone()).unwrap_or_default()),
            SheetCell::text(self.say(&format!("listing-{}", part.listing))),
            SheetCell::Whole(row.row),
            cells::nature(invented),
        ]
    }

    async fn grouped(
        &self,
        db: &impl ConnectionTrait,
        kind: FileKind,
        turn: WritePermit,
    ) -> Result<SheetFile> {
        let (site, reader, question) = (self.site, self.reader, self.question);
        let (column, groups) = groups(site, db, question).await?;
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
                self.say(if sums { "column-counted" } else { "word-share" }),
                ColumnKind::Number,
            ),
        ];
        if share && sums {
            columns.push(SheetColumn::new(self.say("column-base"), ColumnKind::Number));
        }
        let mut file = self.begin(turn, kind, groups.len() as u64, columns)?;
        for NamedGroup { name, shown: group, .. } in
            named(site, db, reader, question, &column, groups).await?
        {
            let mut row = vec![SheetCell::text(name)];
            match group.answer.whole() {
                Some(answer) => {
                    row.push(SheetCell::Whole(answer.counted));
                    row.extend(share.then_some(SheetCell::Whole(answer.base)));
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
        if let Some(reason) = self.question.withheld(self.site) {
            return self.withheld(kind, turn, reason);
        }
        let reasons = reasons(self.site, db, self.reader, self.question).await?;
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

    fn cells(&self, reader: &Reader<'_>, values: &Values, loaded: &Loaded) -> Vec<SheetCell> {
        let record = || {
            loaded
                .labels
                .get(&values.get(self.name)?.int()?)
                .filter(|r| r.name(reader.audience, "").is_none())
        };
        match record() {
            // the name is shown, but not the code that opens the record
            Some(record) if self.named => {
                vec![SheetCell::text(record.label.words(reader.lang())), SheetCell::Empty]
            }
            _ => cells::cells(reader, self.name, self.kind, values, &loaded.labels),
        }
    }
}

/// The columns of a part's rows that this reader may see, then its days.
fn shown(site: &Site, part: &Part, reader: &Reader<'_>) -> impl Iterator<Item = Shown> {
    let about = &site.app.figures.catalog.of(part).about;
    let of_column = |c: &ListingColumn| Shown { name: c.name, kind: c.kind, named: c.open_because.is_some() };
    let days = about.days().iter().map(|day| Shown { name: day, kind: Kind::Bound, named: false });
    about.shown_to(reader.audience).map(of_column).chain(days)
}
