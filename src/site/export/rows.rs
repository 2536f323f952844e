//! The rows of a figure as files: exactly those the page of the figure shows this reader.

use axum::response::Response;
use decapolis_core::errors::{Error, Result};
use decapolis_core::figures::{Access, Answer, Class, EvidenceRow, Group, Part, Place, RowsAsked, Shape, evidence};
use decapolis_core::journal::Heads;
use decapolis_core::table::Kind;
use decapolis_spreadsheets::write::{Cell, Column, Holds, Sheet};
use sea_orm::ConnectionTrait;
use serde_json::json;

use super::lists::known_words;
use super::{AT_ONCE, Extent, File, FileKind, SheetFile, Turn, broken, cells};
use crate::evidence::{Line, Loaded, lines, reason};
use crate::site::Asks;
use crate::site::context::{Reader, Site};
use crate::site::figure::column_words;
use crate::site::rows::{Question, counts, groups, named, reasons};
use crate::site::year::class_word;

/// The rows as a sheet.
pub async fn rows(site: &Site, reader: &Reader<'_>, key: &str, asks: &Asks, kind: FileKind) -> Result<Response> {
    let turn = Turn::wait().await?;
    let db = site.app.db.snapshot().await?;
    let question = Question::read(site, &db, key, asks).await?;
    let exporting = Exporting { site, reader, question: &question };
    let file = match question.access(reader) {
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
}

impl Exporting<'_> {
    fn say(&self, key: &str) -> String {
        self.reader.tongue.say(key)
    }

    /// What the file is called: the figure, the day, and the class where it is not what counts.
    fn begin(&self, turn: Turn, kind: FileKind, all: u64, columns: Vec<Column>) -> Result<SheetFile> {
        let question = self.question;
        let class = match question.class {
            Class::Counted => String::new(),
            class => format!("-{}", class_word(class)),
        };
        let extent = Extent {
            all,
            most: self.site.most_rows,
            notes: question.known.iter().map(|known| known_words(self.reader, known)).collect(),
            ..Extent::default()
        };
        let stem = format!("figures-{}-{}{class}", question.figure.key, question.asked.to);
        let sheet = Sheet { name: self.say(&format!("figure-{}.title", question.figure.key)), columns, ..Sheet::default() };
        File::begin(turn, self.reader, kind, &stem, &extent)?.sheet(self.reader, &extent, sheet)
    }

    /// What the reader sees of each row, and behind it why it is there.
    async fn list(&self, db: &impl ConnectionTrait, kind: FileKind, turn: Turn) -> Result<SheetFile> {
        let (site, reader, question) = (self.site, self.reader, self.question);
        let parts = question.parts();
        // the parts of a figure may come of several listings: a column of one name is one column
        let mut own: Vec<(&'static str, Kind)> = vec![];
        for (_, part) in &parts {
            for column in shown(site, part) {
                if !own.iter().any(|(name, kind)| *name == column.0 && same_width(*kind, column.1)) {
                    own.push(column);
                }
            }
        }
        let mut columns: Vec<Column> =
            own.iter().flat_map(|(name, kind)| cells::columns(reader, column_words(reader, name), *kind)).collect();
        let fixed = [
            ("column-class", Holds::Code),
            ("column-reason", Holds::Words),
            ("export-quantity", Holds::Number),
            ("export-unit", Holds::Code),
            ("export-listing", Holds::Words),
            ("column-row", Holds::Code),
            ("column-nature", Holds::Code),
        ];
        columns.extend(fixed.map(|(key, holds)| Column::new(self.say(key), holds)));
        let all = counts(site, db, reader, question).await? as u64;
        let mut file = self.begin(turn, kind, all, columns)?;
        let mut pages = Pages { site, question, left: site.most_rows, after: None };
        for (number, part) in parts {
            while let Some(found) = pages.next(db, number).await? {
                let loaded = Loaded::of(&site.app, db, part, &question.asked, &found).await?;
                let of_part = shown(site, part);
                for (row, values) in found.iter().zip(&loaded.values) {
                    let mut cells_of_row = vec![];
                    for (name, kind) in &own {
                        if of_part.iter().any(|(n, k)| n == name && same_width(*k, *kind)) {
                            cells_of_row.extend(cells::cells(reader, name, *kind, values, &loaded.labels));
                        } else {
                            cells_of_row.extend(vec![Cell::Empty; if matches!(kind, Kind::Ref(_)) { 2 } else { 1 }]);
                        }
                    }
                    let unit = row.unit.and_then(|id| loaded.labels.get(&id)).filter(|r| r.name(reader.audience, reader.lang()).is_some());
                    let invented = of_part.iter().filter(|(_, kind)| matches!(kind, Kind::Ref(_))).any(|(name, _)| {
                        let id = values.get(*name).and_then(decapolis_core::value::Cell::int);
                        id.and_then(|id| loaded.labels.get(&id)).is_some_and(|r| r.illustrative)
                    });
                    cells_of_row.extend([
                        Cell::text(self.say(&format!("class-{}", class_word(question.class)))),
                        Cell::text(row.reason.as_ref().map(|r| reason(r, &reader.tongue)).unwrap_or_default()),
                        Cell::Whole(row.amount),
                        Cell::text(unit.map(|r| r.code.clone()).unwrap_or_default()),
                        Cell::text(self.say(&format!("listing-{}", part.listing))),
                        Cell::Whole(row.row),
                        cells::nature(invented),
                    ]);
                    file.row(&cells_of_row)?;
                }
            }
        }
        Ok(file)
    }

    async fn grouped(&self, db: &impl ConnectionTrait, kind: FileKind, turn: Turn) -> Result<SheetFile> {
        let (site, reader, question) = (self.site, self.reader, self.question);
        let (column, groups) = groups(site, db, question).await?;
        let sums = site.app.figures.catalog.may_see_sums(question.figure, reader.audience);
        let share = question.figure.shape == Shape::Share;
        let whole: i64 = groups.iter().map(|g| g.answer.base).sum();
        let by = if column.is_empty() { self.say("export-group") } else { column_words(reader, &column) };
        let mut columns =
            vec![Column::new(by, Holds::Words), Column::new(self.say(if sums { "column-counted" } else { "word-share" }), Holds::Number)];
        if share && sums {
            columns.push(Column::new(self.say("column-base"), Holds::Number));
        }
        let mut file = self.begin(turn, kind, groups.len() as u64, columns)?;
        for (name, group) in named(site, db, reader, question, &column, groups).await? {
            let mut row = vec![Cell::text(name)];
            row.push(if sums { Cell::Whole(group.answer.counted) } else { Cell::Number(part_of(group.answer, whole)) });
            if share && sums {
                row.push(Cell::Whole(group.answer.base));
            }
            file.row(&row)?;
        }
        Ok(file)
    }

    async fn numbers(&self, db: &impl ConnectionTrait, kind: FileKind, turn: Turn) -> Result<SheetFile> {
        let reasons = reasons(self.site, db, self.reader, self.question).await?;
        let columns = vec![Column::new(self.say("column-reason"), Holds::Words), Column::new(self.say("export-rows"), Holds::Number)];
        let mut file = self.begin(turn, kind, reasons.len() as u64, columns)?;
        for (reason, rows) in reasons {
            file.row(&[Cell::text(reason), Cell::Whole(rows)])?;
        }
        Ok(file)
    }
}

/// The columns of a part's rows that readers see, then its days.
/// The rows of a figure, part by part and a page at a time, as many as a file takes.
struct Pages<'a> {
    site: &'a Site,
    question: &'a Question<'a>,
    left: u64,
    after: Option<Place>,
}

impl Pages<'_> {
    /// The next rows of this part; none where it ends, or the file does. The next part begins anew.
    async fn next(&mut self, db: &impl ConnectionTrait, part: usize) -> Result<Option<Vec<EvidenceRow>>> {
        let asked = RowsAsked { part, class: self.question.class, after: self.after, limit: self.left.min(AT_ONCE) };
        let found = match self.left {
            0 => vec![],
            _ => evidence(db, self.question.figure, &self.question.asked, &self.site.app.figures.catalog, asked).await?,
        };
        self.left -= found.len() as u64;
        self.after = found.last().map(|last| Place { sort: last.sort, row: last.row });
        Ok(Some(found).filter(|found| !found.is_empty()))
    }
}

fn shown(site: &Site, part: &Part) -> Vec<(&'static str, Kind)> {
    let about = &site.app.figures.catalog.of(part).about;
    let days = about.days().iter().map(|day| (*day, Kind::Bound));
    about.columns.iter().filter(|c| c.shown).map(|c| (c.name, c.kind)).chain(days).collect()
}

/// Whether two kinds take as many cells of a file.
fn same_width(one: Kind, other: Kind) -> bool {
    matches!(one, Kind::Ref(_)) == matches!(other, Kind::Ref(_))
}

/// The same as data: the number with its rows, written one after the other.
pub async fn json(site: &Site, reader: &Reader<'_>, key: &str, asks: &Asks) -> Result<Response> {
    let turn = Turn::wait().await?;
    let db = site.app.db.snapshot().await?;
    let question = Question::read(site, &db, key, asks).await?;
    let heads = site.app.heads(&db).await?;
    let mut object = number_object(site, &db, reader, &heads, &question).await?;
    let extent = Extent { all: counts(site, &db, reader, &question).await? as u64, most: site.most_rows, ..Extent::default() };
    let mut file = File::begin(turn, reader, FileKind::Json, key, &extent)?;
    match question.access(reader) {
        Access::List => {
            object["rows_in_all"] = json!(extent.all);
            object["cut"] = json!(extent.cut());
            write_rows(site, &db, reader, &question, &object, &mut file).await?;
            db.commit().await?;
            return file.answer();
        }
        Access::Grouped => {
            let (column, groups) = groups(site, &db, &question).await?;
            let sums = site.app.figures.catalog.may_see_sums(question.figure, reader.audience);
            let share = question.figure.shape == Shape::Share;
            let whole: i64 = groups.iter().map(|g| g.answer.base).sum();
            let groups = named(site, &db, reader, &question, &column, groups).await?;
            let object_of = |(name, g): &(String, Group)| match sums {
                true => json!({ "by": column, "group": name, "counted": g.answer.counted, "base": share.then_some(g.answer.base) }),
                false => json!({ "by": column, "group": name, "percent": part_of(g.answer, whole) }),
            };
            object["groups"] = json!(groups.iter().map(object_of).collect::<Vec<_>>());
        }
        Access::Number => {
            let reasons = reasons(site, &db, reader, &question).await?;
            object["reasons"] =
                json!(reasons.into_iter().map(|(reason, rows)| json!({ "reason": reason, "rows": rows })).collect::<Vec<_>>());
        }
    }
    db.commit().await?;
    file.write(&serde_json::to_vec_pretty(&object).map_err(broken)?)?;
    file.answer()
}

/// The object with its rows at the end, each on a line of its own.
async fn write_rows(
    site: &Site,
    db: &impl ConnectionTrait,
    reader: &Reader<'_>,
    question: &Question<'_>,
    object: &serde_json::Value,
    file: &mut File,
) -> Result<()> {
    let head = serde_json::to_string_pretty(object).map_err(broken)?;
    let head = head.strip_suffix("\n}").ok_or_else(|| Error::Broken("a number is no object".into()))?;
    file.write(format!("{head},\n  \"rows\": [").as_bytes())?;
    let mut pages = Pages { site, question, left: site.most_rows, after: None };
    let mut first = true;
    for (number, part) in question.parts() {
        while let Some(found) = pages.next(db, number).await? {
            let mut text = String::new();
            for line in lines(&site.app, db, part, &question.asked, &found, reader.audience, &reader.tongue).await? {
                text.push_str(if std::mem::take(&mut first) { "\n    " } else { ",\n    " });
                text.push_str(&row_object(part, &line).to_string());
            }
            file.write(text.as_bytes())?;
        }
    }
    file.write(b"\n  ]\n}\n")
}

fn row_object(part: &Part, line: &Line) -> serde_json::Value {
    let fields = line.fields.iter().map(|f| {
        let named =
            |(kind, code): &(String, String)| json!({ "kind": kind, "code": code, "label": f.text, "illustrative": f.illustrative });
        (f.column.clone(), f.record.as_ref().map_or(json!(f.text), named))
    });
    let fields: serde_json::Map<String, serde_json::Value> = fields.collect();
    // a row is illustrative when a record in it is
    let nature = if line.fields.iter().any(|f| f.illustrative) { "illustrative" } else { "real" };
    json!({ "listing": part.listing, "row": line.row, "unit": line.unit, "amount": line.amount, "reason": line.reason, "nature": nature, "fields": fields })
}

/// A figure's answer as the API and the command line give it.
async fn number_object(
    site: &Site,
    db: &impl ConnectionTrait,
    reader: &Reader<'_>,
    heads: &Heads,
    question: &Question<'_>,
) -> Result<serde_json::Value> {
    let mut object =
        crate::cli::figures::object(&site.app, db, heads, question.figure, &question.asked, question.known.as_deref(), &reader.tongue)
            .await?;
    if !site.app.figures.catalog.may_see_sums(question.figure, reader.audience) {
        object["counted"] = json!(null);
        object["base"] = json!(null);
    }
    object["class"] = json!(class_word(question.class));
    Ok(object)
}

/// What a group adds to a share, in percent of the whole base: the groups add up to the number.
fn part_of(answer: Answer, whole: i64) -> f64 {
    if whole == 0 { 0.0 } else { answer.counted as f64 * 100.0 / whole as f64 }
}
