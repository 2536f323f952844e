//! What follows from changing several rows: each as it was and as it would be, those that are refused by name, and the save.

use std::collections::BTreeMap;

use decapolis_actions::{self as actions, Given, Looked, RowToken};
use decapolis_import::transfer::FieldFault;
use decapolis_register::journal::{RowId, Write};
use decapolis_register::records::Record;
use decapolis_register::table::Kind;
use decapolis_register::value::Values;
use decapolis_words::errors::{Error, Result};
use decapolis_words::message::Message;

use super::bulk::Bulk;
use crate::accounts::site::html::worded;
use crate::records::revised::{RowWords, revised};

/// A row that would change.
pub struct ChangedRow {
    pub id: RowId,
    pub name: String,
    /// The columns that differ: label, value before, value after.
    pub columns: Vec<(String, String, String)>,
}

/// What would follow.
#[derive(Default)]
pub struct Preview {
    pub changed: Vec<ChangedRow>,
    /// The rows that are so already.
    pub same: usize,
    /// The rows that cannot be changed so: what each is called, why, and what to do.
    pub refused_rows: Vec<(String, [String; 2])>,
    /// What is wrong with what was typed, by field.
    pub faults: Vec<FieldFault>,
    /// Why nothing was saved.
    pub refused: Option<[String; 2]>,
    /// The versions of the rows that would change, for the form to send back.
    pub seen: Vec<String>,
    /// Whether this was worked out.
    pub looked: bool,
}

/// The rows that can be changed, each with its values, and why others cannot.
#[derive(Default)]
struct Sorted {
    given: Vec<(RowId, Given)>,
    refused: Vec<(RowId, Message)>,
    faults: Vec<FieldFault>,
}

impl Bulk<'_> {
    /// Works out what follows. The values are those of the rows that change; `None` where what was typed cannot be read.
    pub async fn preview(&mut self) -> Result<(Preview, Option<Given>)> {
        let mut sorted = self.sorted().await?;
        if sorted.given.is_empty() && !sorted.faults.is_empty() {
            return Ok((Preview { faults: sorted.faults, ..Preview::default() }, None));
        }
        let looked = self.sound(&mut sorted).await?;
        let (db, desk) = (self.form.desk.site.app.db.reader(), &self.form.desk);
        let (writes, mut preview) = (looked.writes(), Preview { looked: true, ..Preview::default() });
        let mut by_row: BTreeMap<RowId, Vec<(String, String, String)>> = BTreeMap::new();
        let revisions = actions::revisions(db, writes).await?;
        let worded_rows = revised(db, &revisions, &desk.eyes(), &desk.reader.locale).await?;
        for (revision, row) in revisions.iter().zip(worded_rows) {
            if let Some(id) = revision.id {
                by_row.entry(id).or_default().extend(row.columns);
            }
        }
        let names = self.names().await?;
        let name = |id: RowId| names.get(&id).cloned().unwrap_or_else(|| id.to_string());
        sorted.given.retain(|(id, _)| by_row.contains_key(id));
        preview.same = self.rows.len() - sorted.given.len() - sorted.refused.len();
        preview.seen = actions::rows_to_change(db, writes).await?;
        preview.changed =
            by_row.into_iter().map(|(id, columns)| ChangedRow { id, name: name(id), columns }).collect();
        let refused = sorted.refused.iter();
        preview.refused_rows =
            refused.map(|(id, why)| (name(*id), worded(&desk.reader.locale, why))).collect();
        Ok((preview, together(sorted.given).or(Some(Given::default()))))
    }

    /// Does it for the rows that were shown.
    pub async fn save(&self, given: Given) -> Result<actions::Done> {
        let typed = self.form.typed.iter();
        let seen = typed.filter(|(name, _)| name == "seen").map(|(_, row)| row.clone()).collect();
        let request = self.form.request().having_seen_rows(seen);
        self.form.by_fields.run(&self.form.desk.site.app.register(), request, given).await
    }

    /// Reads what was typed for each row: an amount is of the row's own currency.
    async fn sorted(&mut self) -> Result<Sorted> {
        let mut sorted = Sorted::default();
        for id in self.rows.clone() {
            let db = self.form.desk.site.app.db.reader();
            let Some(token) = RowToken::of(db, self.table, id).await? else {
                sorted.refused.push((id, Message::new("error-row-moved")));
                continue;
            };
            if !self.form.desk.reaches(self.table, id).await? {
                sorted.refused.push((id, Message::new("error-not-in-scope")));
                continue;
            }
            self.form.row = Some(token);
            let (given, faults) = self.form.given().await?;
            if let Some(first) = faults.first() {
                sorted.refused.push((id, first.message.clone()));
                sorted.faults = faults;
            } else if !self.form.is_for_owners_in_scope(&given).await? {
                sorted.refused.push((id, Message::new("error-not-in-scope")));
            } else {
                sorted.given.push((id, given));
            }
        }
        // each row is seen as the action finds it; which rows were shown is said with the save
        self.form.row = None;
        Ok(sorted)
    }

    /// The changes of all rows together that are not refused. Rows by which a rule would be broken are refused, and the rest is asked again.
    async fn sound(&self, sorted: &mut Sorted) -> Result<decapolis_register::changes::Changes> {
        loop {
            let Some(given) = together(sorted.given.clone()) else { return Ok(Default::default()) };
            let broken = match self.look(given).await {
                Ok(Looked { changes, faults }) if faults.is_empty() => return Ok(changes),
                Ok(Looked { changes, faults }) => {
                    let row = |n: usize| match &changes.writes().get(n)?.1 {
                        Write::Change(id, _) | Write::Correct(id, _) | Write::Remove(id) => Some(*id),
                        Write::Insert(..) => None,
                    };
                    let of = faults.into_iter().filter_map(|fault| Some((row(fault.row)?, fault.message)));
                    of.collect()
                }
                Err(Error::Refused(why)) if why.key == "error-nothing-changes" => {
                    return Ok(Default::default());
                }
                Err(Error::Refused(_)) => self.refused_alone(&sorted.given).await?,
                Err(error) => return Err(error),
            };
            if broken.is_empty() {
                return Err(Error::Broken("rows are refused together and not one by one".into()));
            }
            sorted.given.retain(|(id, _)| !broken.contains_key(id));
            sorted.refused.extend(broken);
        }
    }

    /// The rows that the action refuses by themselves.
    async fn refused_alone(&self, given: &[(RowId, Given)]) -> Result<BTreeMap<RowId, Message>> {
        let mut broken = BTreeMap::new();
        for (id, given) in given {
            match self.look(given.clone()).await {
                Err(Error::Refused(why)) if why.key != "error-nothing-changes" => {
                    drop(broken.insert(*id, why))
                }
                Ok(_) | Err(Error::Refused(_)) => {}
                Err(error) => return Err(error),
            }
        }
        Ok(broken)
    }

    async fn look(&self, given: Given) -> Result<Looked> {
        let register = self.form.desk.site.app.register();
        self.form.by_fields.look(&register, &self.form.request(), given).await
    }

    /// What each row is called that this person may read: a record by its name, a fact by what it refers to.
    async fn names(&self) -> Result<BTreeMap<RowId, String>> {
        let (db, desk) = (self.form.desk.site.app.db.reader(), &self.form.desk);
        let reader = &desk.reader;
        if self.table.kind().is_some() {
            let records = desk.records(self.rows.iter().copied()).await?;
            let name = |record: &Record| record.name(reader.audience, reader.lang()).map(str::to_string);
            return Ok(records.into_iter().filter_map(|(id, record)| Some((id, name(&record)?))).collect());
        }
        let mut rows: Vec<(RowId, Values)> = vec![];
        for id in &self.rows {
            if desk.reaches(self.table, *id).await?
                && let Some(values) = actions::row_of(db, self.table, *id).await?
            {
                rows.push((*id, values));
            }
        }
        let columns: Vec<_> =
            self.table.all_columns().filter(|column| self.table.key.contains(&column.name)).collect();
        let refers = columns.iter().filter(|column| matches!(column.kind, Kind::Ref(_)));
        let ids =
            refers.flat_map(|column| rows.iter().filter_map(|(_, values)| values.get(column.name)?.int()));
        let records = desk.records(ids.collect::<Vec<RowId>>()).await?;
        let words = RowWords { records: &records, audience: reader.audience, locale: &reader.locale };
        let name = |values: &Values| {
            let parts = columns.iter().map(|column| words.value(column, values));
            parts.filter(|part| !part.is_empty()).collect::<Vec<String>>().join(" · ")
        };
        Ok(rows.iter().map(|(id, values)| (*id, name(values))).collect())
    }
}

/// The same action for all of these rows; `None` for no rows.
fn together(given: Vec<(RowId, Given)>) -> Option<Given> {
    let mut all = given.into_iter().map(|(_, given)| given);
    let first = all.next()?;
    Some(Given { more: all.collect(), ..first })
}
