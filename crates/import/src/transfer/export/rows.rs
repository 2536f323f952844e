//! A table as rows of a sheet: its columns, the query, and the contents of the cells.

use std::collections::BTreeSet;
use std::pin::pin;

use decapolis_base::{Day, Instant, PartialDay, Texts, money};
use decapolis_register::table::{Column, Kind, Table};
use decapolis_register::value::Cell;
use decapolis_spreadsheets::write::{ColumnKind, Sheet, SheetCell, SheetColumn, fits_a_cell};
use decapolis_words::Locale;
use decapolis_words::errors::Result;
use futures_util::TryStreamExt;
use sea_orm::sea_query::{
    Alias, Expr, ExprTrait, Func, JoinType, NullOrdering, Order, Query, SelectStatement,
};
use sea_orm::{DbBackend, QueryResult, StreamTrait};

use crate::transfer::naming::column_words;

/// The columns of a table's sheet.
pub struct Layout {
    table: &'static Table,
    columns: Vec<Of>,
}

/// What a column of the sheet is made of.
enum Of {
    Code,
    /// The label in this language.
    Label(String),
    Original,
    Public,
    Column(&'static Column),
    /// A column of texts in this language.
    Texts(&'static Column, String),
    /// The original language of a column of texts, in the rows where the order of the columns would make it another.
    OriginalOf(&'static Column),
    Source,
    Nature,
}

impl Layout {
    /// Goes through the texts of the table to see which languages they have.
    pub async fn of<D: StreamTrait>(db: &D, table: &'static Table) -> Result<Layout> {
        let mut columns = vec![];
        let records = table.kind().is_some();
        if records {
            columns.push(Of::Code);
            columns.extend(languages(db, table, None).await?.all.into_iter().map(Of::Label));
            columns.extend([Of::Original, Of::Public]);
        }
        for column in table.columns {
            if column.kind == Kind::Texts {
                let languages = languages(db, table, Some(column)).await?;
                columns.extend(languages.all.into_iter().map(|l| Of::Texts(column, l)));
                columns.extend(languages.original_to_tell.then_some(Of::OriginalOf(column)));
            } else {
                columns.push(Of::Column(column));
            }
        }
        columns.extend([Of::Source, Of::Nature]);
        Ok(Layout { table, columns })
    }

    /// The columns that a person fills in a new file, with texts in these languages.
    pub fn to_fill(table: &'static Table, languages: &[String]) -> Layout {
        let mut columns = vec![];
        if table.kind().is_some() {
            columns.push(Of::Code);
            columns.extend(languages.iter().cloned().map(Of::Label));
            columns.push(Of::Public);
        }
        for column in table.columns {
            if column.kind == Kind::Texts {
                columns.extend(languages.iter().map(|language| Of::Texts(column, language.clone())));
            } else {
                columns.push(Of::Column(column));
            }
        }
        columns.push(Of::Source);
        Layout { table, columns }
    }

    /// The sheet as a program reads it: its columns by the names that an import knows.
    pub fn sheet(&self) -> Sheet {
        let columns = self.columns.iter().map(|of| SheetColumn::new(of.name(), of.holds())).collect();
        Sheet { name: self.table.name.into(), columns, ..Sheet::default() }
    }

    /// The sheet in the words of a language.
    pub fn worded(&self, locale: &Locale<'_>) -> Sheet {
        let name = self.table.name.replace('_', "-");
        let columns = self
            .columns
            .iter()
            .map(|of| SheetColumn::new(of.words(self.table.name, locale), of.holds()))
            .collect();
        Sheet {
            name: locale.say(&format!("table-{name}")),
            columns,
            right_to_left: locale.right_to_left(),
            ..Sheet::default()
        }
    }

    /// All rows in the order of their keys, each reference as the code of its record.
    pub fn ask(&self, backend: DbBackend) -> SelectStatement {
        let table = self.table;
        let records = table.kind().is_some();
        let mut ask = Query::select();
        ask.from_as(table.name, "t");
        if records {
            join(&mut ask, "r", "id");
            ask.expr_as(Expr::col(("r", "code")), "record_code");
            ask.expr_as(Expr::col(("r", "label")), "record_label");
            ask.expr_as(Expr::col(("r", "public")), "record_public");
        }
        let standing = if records { "r" } else { "t" };
        ask.expr_as(Expr::col((standing, "source")), "standing_source");
        ask.expr_as(Expr::col((standing, "illustrative")), "standing_illustrative");
        for column in table.columns {
            if let Kind::Ref(_) = column.kind {
                join(&mut ask, column.name, column.name);
                ask.expr_as(Expr::col((column.name, "code")), column.name);
            } else {
                ask.columns(column.physical().into_iter().map(|name| ("t", Alias::new(name))));
            }
        }
        let bytes = match backend {
            DbBackend::Sqlite => "? COLLATE BINARY",
            _ => "$1 COLLATE \"C\"",
        };
        let text = |e: Expr| Expr::cust_with_expr(bytes, Expr::from(Func::coalesce([e, Expr::val("")])));
        if records {
            ask.order_by_expr(text(Expr::col(("r", "code"))), Order::Asc);
            return ask;
        }
        for column in table.key.iter().filter_map(|name| table.column(name)) {
            match column.kind {
                Kind::Ref(_) => drop(ask.order_by_expr(text(Expr::col((column.name, "code"))), Order::Asc)),
                Kind::Text | Kind::Texts | Kind::Choice(_) => {
                    ask.order_by_expr(text(Expr::col(("t", column.name))), Order::Asc);
                }
                _ => column.physical().into_iter().for_each(|name| {
                    ask.order_by_with_nulls(("t", Alias::new(name)), Order::Asc, NullOrdering::First);
                }),
            }
        }
        ask
    }

    /// The first cell that is too long for a workbook: the table, the key of the row, and the column.
    pub fn too_long(&self, cells: &[SheetCell], locale: &Locale<'_>) -> Option<String> {
        let at = cells.iter().position(|cell| matches!(cell, SheetCell::Text(text) if !fits_a_cell(text)))?;
        let key: &[&str] = if self.table.kind().is_some() { &["code"] } else { self.table.key };
        let of_key = |(of, cell): (&Of, &SheetCell)| {
            key.contains(&of.name().as_str()).then(|| shown(cell)).filter(|words| !words.is_empty())
        };
        let row: Vec<String> = self.columns.iter().zip(cells).filter_map(of_key).collect();
        let table = locale.say(&format!("table-{}", self.table.name.replace('_', "-")));
        Some(format!("{table} › {} › {}", row.join(", "), self.columns[at].words(self.table.name, locale)))
    }

    /// The cells of a row of [`Layout::ask`].
    pub fn cells(&self, row: &QueryResult) -> Result<Vec<SheetCell>> {
        let label = match self.table.kind() {
            Some(_) => Texts::from_json(&row.try_get::<String>("", "record_label")?),
            None => Texts::new(),
        };
        self.columns
            .iter()
            .map(|of| {
                Ok(match of {
                    Of::Code => SheetCell::text(row.try_get::<String>("", "record_code")?),
                    Of::Label(language) => SheetCell::text(label.get(language).unwrap_or_default()),
                    Of::Original => SheetCell::text(label.iter().next().map(|(l, _)| l).unwrap_or_default()),
                    Of::Public => yes_or_no(row.try_get("", "record_public")?),
                    Of::Texts(column, language) => {
                        let texts = Texts::from_json(
                            &row.try_get::<Option<String>>("", column.name)?.unwrap_or_default(),
                        );
                        SheetCell::text(texts.get(language).unwrap_or_default())
                    }
                    Of::OriginalOf(column) => {
                        let texts = Texts::from_json(
                            &row.try_get::<Option<String>>("", column.name)?.unwrap_or_default(),
                        );
                        SheetCell::text(original_to_tell(&texts).unwrap_or_default())
                    }
                    Of::Source => SheetCell::text(
                        row.try_get::<Option<String>>("", "standing_source")?.unwrap_or_default(),
                    ),
                    Of::Nature => SheetCell::text(if row.try_get("", "standing_illustrative")? {
                        "illustrative"
                    } else {
                        "real"
                    }),
                    Of::Column(column) => value(column, row)?,
                })
            })
            .collect()
    }
}

/// A value as an import reads it.
fn value(column: &Column, row: &QueryResult) -> Result<SheetCell> {
    Ok(match column.kind {
        Kind::Ref(_) => SheetCell::text(row.try_get::<Option<String>>("", column.name)?.unwrap_or_default()),
        Kind::Day | Kind::Bound => {
            let day = |name: &str| {
                Ok::<_, decapolis_words::errors::Error>(
                    row.try_get::<Option<i64>>("", name)?.and_then(Day::from_number),
                )
            };
            match (day(column.name)?, day(&format!("{}_last", column.name))?) {
                (Some(first), last) if last.is_none_or(|last| last == first) => SheetCell::Day(first.date()),
                (Some(first), Some(last)) => SheetCell::text(PartialDay { first, last }.to_string()),
                _ => SheetCell::Empty,
            }
        }
        Kind::Instant => {
            let millisecond = row.try_get::<Option<i64>>("", column.name)?;
            let zone = row.try_get::<Option<String>>("", &format!("{}_zone", column.name))?;
            let instant =
                millisecond.zip(zone).and_then(|(millisecond, zone)| Instant::of(millisecond, &zone));
            instant.map_or(SheetCell::Empty, |instant| SheetCell::text(instant.to_string()))
        }
        kind => match (kind, Cell::read(row, column.name, kind)?) {
            (_, Cell::Null) => SheetCell::Empty,
            (Kind::Money(beside), Cell::Int(units)) => {
                let currency = row.try_get::<Option<String>>("", beside)?.unwrap_or_default();
                SheetCell::Decimal { units, digits: money::minor_digits(&currency) }
            }
            (_, Cell::Int(n)) => SheetCell::Whole(n),
            (_, Cell::Number(n)) => SheetCell::Number(n),
            (_, Cell::Bool(b)) => yes_or_no(b),
            (_, Cell::Text(text)) => SheetCell::text(text),
        },
    })
}

/// The beginning of a cell's text.
fn shown(cell: &SheetCell) -> String {
    match cell {
        SheetCell::Text(text) => text.chars().take(80).collect(),
        SheetCell::Whole(n) => n.to_string(),
        SheetCell::Day(day) => day.to_string(),
        _ => String::new(),
    }
}

fn yes_or_no(it: bool) -> SheetCell {
    SheetCell::text(if it { "yes" } else { "no" })
}

impl Of {
    /// What an import calls it.
    fn name(&self) -> String {
        let in_language = |name: &str, language: &str| {
            if language == "und" && name == "label" { name.into() } else { format!("{name}_{language}") }
        };
        match self {
            Of::Code => "code".into(),
            Of::Label(language) => in_language("label", language),
            Of::Original => "original".into(),
            Of::Public => "public".into(),
            Of::Column(column) => column.name.into(),
            Of::Texts(column, language) => in_language(column.name, language),
            Of::OriginalOf(column) => in_language(column.name, "original"),
            Of::Source => "source".into(),
            Of::Nature => "nature".into(),
        }
    }

    /// What a reader calls it: texts with their language behind them, as in "Name (es)".
    fn words(&self, table: &str, locale: &Locale<'_>) -> String {
        let name = self.name();
        let said = |language| column_words(locale.words, language, table, &name);
        said(locale.language).or_else(|| said("en")).unwrap_or(name.clone())
    }

    fn holds(&self) -> ColumnKind {
        match self {
            Of::Label(_) => ColumnKind::Words,
            Of::Texts(..) => ColumnKind::Prose,
            Of::Code | Of::Original | Of::OriginalOf(_) | Of::Nature | Of::Source => ColumnKind::Code,
            Of::Public => ColumnKind::YesNo,
            Of::Column(column) => match column.kind {
                Kind::Ref(_) | Kind::Choice(_) | Kind::Instant => ColumnKind::Code,
                Kind::Text | Kind::Texts => ColumnKind::Words,
                Kind::Int | Kind::Number | Kind::Money(_) => ColumnKind::Number,
                Kind::Bool => ColumnKind::YesNo,
                Kind::Day | Kind::Bound => ColumnKind::Day,
            },
        }
    }
}

fn join(ask: &mut SelectStatement, alias: &'static str, column: &'static str) {
    ask.join_as(JoinType::LeftJoin, "records", alias, Expr::col((alias, "id")).equals(("t", column)));
}

/// The original language of texts, where the order of the columns in a file would make it another.
fn original_to_tell(texts: &Texts) -> Option<&str> {
    let original = texts.iter().next()?.0;
    texts.iter().any(|(language, _)| language < original).then_some(original)
}

#[derive(Default)]
struct Languages {
    all: BTreeSet<String>,
    /// Whether a row has another original than the order of the columns says.
    original_to_tell: bool,
}

/// The languages of a table's labels, or of its texts in a column.
async fn languages<D: StreamTrait>(
    db: &D,
    table: &'static Table,
    column: Option<&'static Column>,
) -> Result<Languages> {
    let mut ask = Query::select();
    ask.from_as(table.name, "t");
    match column {
        Some(column) => drop(ask.expr_as(Expr::col(("t", column.name)), "texts")),
        None => {
            join(&mut ask, "r", "id");
            ask.expr_as(Expr::col(("r", "label")), "texts");
        }
    }
    let mut found = Languages::default();
    let mut rows = pin!(db.stream(&ask).await?);
    while let Some(row) = rows.try_next().await? {
        let Some(texts) = row.try_get::<Option<String>>("", "texts")?.map(|json| Texts::from_json(&json))
        else {
            continue;
        };
        for (language, _) in texts.iter() {
            if !found.all.contains(language) {
                found.all.insert(language.to_string());
            }
        }
        found.original_to_tell |= original_to_tell(&texts).is_some();
    }
    Ok(found)
}
