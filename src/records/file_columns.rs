//! The cells of many rows of a file. What a value is called is worked out once, however many rows have the value.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use decapolis_base::Day;
use decapolis_register::journal::RowId;
use decapolis_register::known::Known;
use decapolis_register::records::Record;
use decapolis_register::schema::Tables;
use decapolis_register::table::Kind;
use decapolis_register::value::{Cell, Values};
use decapolis_spreadsheets::write::SheetCell;
use decapolis_words::errors::Result;
use sea_orm::ConnectionTrait;

use super::cells::{cells, record as named};
use super::eyes::Eyes;
use crate::web::context::Reader;

/// As many records are remembered while a file is written.
const MOST_RECORDS: usize = 10_000;

/// The records that the rows of a file refer to, each read and named once.
#[derive(Default)]
pub struct NamedRecords(HashMap<RowId, Named>);

struct Named {
    record: Record,
    /// Its name and its code, as this reader may see them.
    cells: Vec<SheetCell>,
}

impl NamedRecords {
    /// Reads those of these records that are not known yet.
    pub async fn learn(
        &mut self,
        db: &impl ConnectionTrait,
        reader: &Reader<'_>,
        ids: impl IntoIterator<Item = RowId>,
    ) -> Result<()> {
        let eyes = Eyes {
            audience: reader.audience,
            scope: None,
            tables: Tables(&[], &[]),
            known: Known::Now,
            named: None,
        };
        self.learn_seen(db, reader, &eyes, ids).await
    }

    /// The same, as somebody with these eyes sees them.
    pub async fn learn_seen(
        &mut self,
        db: &impl ConnectionTrait,
        reader: &Reader<'_>,
        eyes: &Eyes<'_>,
        ids: impl IntoIterator<Item = RowId>,
    ) -> Result<()> {
        let ids: BTreeSet<RowId> = ids.into_iter().collect();
        if self.0.len() > MOST_RECORDS {
            self.0.retain(|id, _| ids.contains(id));
        }
        let unknown: Vec<RowId> = ids.into_iter().filter(|id| !self.0.contains_key(id)).collect();
        if !unknown.is_empty() {
            let found = eyes.records(db, &reader.locale, unknown).await?;
            self.0.extend(found.into_iter().map(|(id, record)| {
                let cells = named(reader, Some(&record));
                (id, Named { record, cells })
            }));
        }
        Ok(())
    }

    pub fn get(&self, id: RowId) -> Option<&Record> {
        self.0.get(&id).map(|named| &named.record)
    }
}

/// One column of the rows, and the cells it has in the file.
pub struct FileColumn {
    pub name: String,
    kind: Kind,
    /// Where its value stands in a row.
    at: usize,
    /// Where the columns stand that belong to it: the last day, the zone, the currency.
    beside: Vec<(String, usize)>,
    /// Whether its records are named although they are not public.
    named: bool,
    /// The cells of each choice so far.
    of_choices: HashMap<String, Vec<SheetCell>>,
}

impl FileColumn {
    /// `place` says where a column stands in a row. `None` if the rows do not have this one.
    pub fn new(name: &str, kind: Kind, place: impl Fn(&str) -> Option<usize>) -> Option<FileColumn> {
        let beside = match kind {
            Kind::Day | Kind::Bound => vec![format!("{name}_last")],
            Kind::Instant => vec![format!("{name}_zone"), format!("{name}_day")],
            Kind::Money(currency) => vec![currency.to_string()],
            _ => vec![],
        };
        Some(FileColumn {
            name: name.into(),
            kind,
            at: place(name)?,
            beside: beside.into_iter().filter_map(|name| place(&name).map(|at| (name, at))).collect(),
            named: false,
            of_choices: HashMap::new(),
        })
    }

    /// Names records that are not public, without the code that opens them.
    pub fn named(self, named: bool) -> FileColumn {
        FileColumn { named, ..self }
    }

    /// The record that a row refers to in this column.
    pub fn record(&self, row: &[Cell]) -> Option<RowId> {
        row.get(self.at).and_then(Cell::int).filter(|_| matches!(self.kind, Kind::Ref(_)))
    }

    /// Adds the cells that this column has for a row, as many as [`super::cells::columns`] says.
    pub fn write(
        &mut self,
        reader: &Reader<'_>,
        row: &[Cell],
        names: &NamedRecords,
        file: &mut Vec<SheetCell>,
    ) {
        match (self.kind, row.get(self.at).unwrap_or(&Cell::Null)) {
            (Kind::Ref(_), Cell::Null) => file.extend([SheetCell::Empty, SheetCell::Empty]),
            (_, Cell::Null) => file.push(SheetCell::Empty),
            (Kind::Ref(_), Cell::Int(id)) => match names.0.get(id) {
                // the name is shown, but not the code that opens the record
                Some(Named { record, .. }) if self.named && record.name(reader.audience, "").is_none() => {
                    file.extend([SheetCell::text(record.label.words(reader.lang())), SheetCell::Empty]);
                }
                Some(Named { cells, .. }) => file.extend_from_slice(cells),
                None => file.extend([SheetCell::Empty, SheetCell::Empty]),
            },
            (Kind::Choice(_), Cell::Text(choice)) => {
                if !self.of_choices.contains_key(choice) {
                    let made = self.made(reader, row);
                    self.of_choices.insert(choice.clone(), made);
                }
                file.extend_from_slice(&self.of_choices[choice]);
            }
            (Kind::Day | Kind::Bound, Cell::Int(first)) if self.is_exact(row, *first) => {
                file.push(
                    Day::from_number(*first).map_or(SheetCell::Empty, |day| SheetCell::Day(day.date())),
                );
            }
            _ => file.extend(self.made(reader, row)),
        }
    }

    fn is_exact(&self, row: &[Cell], first: i64) -> bool {
        self.beside.first().and_then(|(_, at)| row.get(*at)) == Some(&Cell::Int(first))
    }

    /// The cells as [`cells`] makes them of the values by their names.
    fn made(&self, reader: &Reader<'_>, row: &[Cell]) -> Vec<SheetCell> {
        let value = |at: usize| row.get(at).cloned().unwrap_or(Cell::Null);
        let mut values = Values::from([(self.name.clone(), value(self.at))]);
        values.extend(self.beside.iter().map(|(name, at)| (name.clone(), value(*at))));
        cells(reader, &self.name, self.kind, &values, &BTreeMap::new())
    }
}
