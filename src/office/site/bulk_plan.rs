//! What follows from changing several rows: each as it was and as it would be, those that are refused by name, and the save.

use std::collections::BTreeMap;

use decapolis_actions::{self as actions, Given, Looked};
use decapolis_import::transfer::FieldFault;
use decapolis_register::journal::{RowId, Write};
use decapolis_register::records::Record;
use decapolis_register::table::Kind;
use decapolis_register::value::Values;
use decapolis_words::errors::{Error, Result};
use decapolis_words::message::Message;

use super::bulk::Bulk;
use super::given::FormRow;
use crate::accounts::site::html::worded;
use crate::lookups::way::WayOfReading;
use crate::records::revised::{RowWords, revised};
use crate::records::row_actions::{of_rows, refusal};
use crate::web::sent::Pairs;

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
    /// What is wrong with what was typed for one row, where each has its own.
    pub row_faults: BTreeMap<RowId, Message>,
    /// Why nothing was saved.
    pub refused: Option<[String; 2]>,
    /// The versions of the rows that would change, for the form to send back.
    pub seen: Vec<String>,
    /// Whether this was worked out.
    pub looked: bool,
    /// Whether the network wants two people for it.
    pub needs_two: bool,
}

/// The rows that can be changed, each with its values, and why others cannot.
#[derive(Default)]
struct Sorted {
    given: Vec<(RowId, Given)>,
    refused: Vec<(RowId, Message)>,
    faults: Vec<FieldFault>,
    /// Why all of them cannot be changed together.
    together: Option<Message>,
}

/// A row as it is, with what `records` has of it.
pub type AsItIs = (Values, Option<Values>);

impl Bulk<'_> {
    /// Works out what follows. The values are those of the rows that change; `None` where what was typed cannot be read.
    pub async fn preview(&self) -> Result<(Preview, Option<Given>)> {
        let rows = self.rows_as_they_are().await?;
        let mut sorted = self.sorted(&rows).await?;
        if sorted.given.is_empty() && !sorted.faults.is_empty() {
            return Ok((self.nothing_read(sorted), None));
        }
        let looked = self.sound(&mut sorted).await?;
        self.form.desk.looks_up(WayOfReading::List, self.table, self.rows.iter().copied());
        let (db, desk) = (self.form.desk.site.app.db.reader(), &self.form.desk);
        let writes = looked.changes.writes();
        let mut by_row: BTreeMap<RowId, Vec<(String, String, String)>> = BTreeMap::new();
        let revisions = actions::revisions(db, writes).await?;
        let worded_rows = revised(db, &revisions, &desk.eyes(), &desk.reader.locale).await?;
        for (revision, row) in revisions.iter().zip(worded_rows) {
            if let Some(id) = revision.id {
                by_row.entry(id).or_default().extend(row.columns);
            }
        }
        let names = self.names(&rows).await?;
        let name = |id: RowId| names.get(&id).cloned().unwrap_or_else(|| id.to_string());
        sorted.given.retain(|(id, _)| by_row.contains_key(id));
        let mut preview = Preview { looked: true, needs_two: looked.needs_two, ..Preview::default() };
        preview.same = self.rows.len() - sorted.given.len() - sorted.refused.len();
        preview.seen = actions::rows_to_change(db, writes).await?;
        preview.changed =
            by_row.into_iter().map(|(id, columns)| ChangedRow { id, name: name(id), columns }).collect();
        let refused = sorted.refused.iter();
        preview.refused_rows =
            refused.map(|(id, why)| (name(*id), worded(&desk.reader.locale, why))).collect();
        preview.refused = sorted.together.as_ref().map(|why| worded(&desk.reader.locale, why));
        preview.row_faults = sorted.refused.into_iter().collect();
        // together they cannot be saved: the form says why
        if preview.refused.is_some() {
            return Ok((preview, None));
        }
        Ok((preview, together(sorted.given).or(Some(Given::default()))))
    }

    /// Nothing that was typed can be read: it is said at its field, or at each row.
    fn nothing_read(&self, sorted: Sorted) -> Preview {
        let row_faults = sorted.refused.into_iter().collect();
        Preview { faults: sorted.faults, row_faults, ..Preview::default() }
    }

    /// Does it for the rows that were shown.
    pub async fn save(&self, given: Given) -> Result<actions::Done> {
        let typed = self.form.typed.iter();
        let seen = typed.filter(|(name, _)| name == "seen").map(|(_, row)| row.clone()).collect();
        let request = self.form.request().having_seen_rows(seen);
        self.form.by_fields.run(&self.form.desk.site.app.register(), request, given).await
    }

    /// The rows that this person may change, as they are.
    pub async fn rows_as_they_are(&self) -> Result<BTreeMap<RowId, AsItIs>> {
        let reached = self.form.desk.reaches_of(self.table, self.rows.iter().copied()).await?;
        of_rows(self.form.desk.site.app.db.reader(), self.table, reached).await
    }

    /// Reads what was typed for each row: an amount is of the row's own currency, and words may be each row's own.
    async fn sorted(&self, rows: &BTreeMap<RowId, AsItIs>) -> Result<Sorted> {
        let mut sorted = Sorted::default();
        let on = self.form.offer.on_row.ok_or(Error::NotFound("action"))?;
        let typed: BTreeMap<RowId, Pairs> =
            rows.iter().filter_map(|(id, row)| Some((*id, self.typed_for(*id, row)?))).collect();
        for id in self.rows.iter().filter(|id| !rows.contains_key(id)) {
            // whether it is gone or somebody else's is not said to who acts for a region
            let why = if self.form.desk.scope.is_some() { "error-not-in-scope" } else { "error-row-moved" };
            sorted.refused.push((*id, Message::new(why)));
        }
        let forms: Vec<FormRow<'_>> =
            typed.iter().map(|(id, typed)| FormRow { row: Some(*id), typed, before: rows.get(id) }).collect();
        let read = self.form.given_rows(&forms).await?;
        let given: Vec<&Given> = read.iter().map(|(given, _)| given).collect();
        let theirs = self.form.are_for_owners_in_scope(&given).await?;
        for (((id, _), (given, faults)), is_theirs) in typed.iter().zip(read).zip(theirs) {
            if let Some(first) = faults.first() {
                sorted.refused.push((*id, first.message.clone()));
                sorted.faults = faults;
            } else if !is_theirs {
                sorted.refused.push((*id, Message::new("error-not-in-scope")));
            } else if let Some(why) = refusal(on, rows.get(id), &given) {
                sorted.refused.push((*id, why));
            } else {
                sorted.given.push((*id, given));
            }
        }
        Ok(sorted)
    }

    /// The changes of all rows together that are not refused. Rows by which a rule would be broken are refused, and the rest is asked again.
    async fn sound(&self, sorted: &mut Sorted) -> Result<Looked> {
        loop {
            let Some(given) = together(sorted.given.clone()) else { return Ok(Looked::default()) };
            let looked = match self.look(given).await {
                Ok(looked) => looked,
                Err(Error::Refused(why)) => {
                    // each row can be changed alone: what is refused is the whole
                    sorted.together = Some(why).filter(|why| why.key != "error-nothing-changes");
                    return Ok(Looked::default());
                }
                Err(error) => return Err(error),
            };
            let Some(first) = looked.faults.first().map(|fault| fault.message.clone()) else {
                return Ok(looked);
            };
            let Looked { changes, faults, .. } = looked;
            let row = |n: usize| match &changes.writes().get(n)?.1 {
                Write::Change(id, _) | Write::Correct(id, _) | Write::Remove(id) => Some(*id),
                Write::Insert(..) => None,
            };
            let broken: BTreeMap<RowId, Message> =
                faults.into_iter().filter_map(|fault| Some((row(fault.row)?, fault.message))).collect();
            if broken.is_empty() {
                sorted.together = Some(first);
                return Ok(Looked::default());
            }
            sorted.given.retain(|(id, _)| !broken.contains_key(id));
            sorted.refused.extend(broken);
        }
    }

    async fn look(&self, given: Given) -> Result<Looked> {
        let register = self.form.desk.site.app.register();
        self.form.by_fields.look(&register, &self.form.request(), given).await
    }

    /// What each row is called that this person may read: a record by its name, a fact by what it refers to.
    pub async fn names(&self, rows: &BTreeMap<RowId, AsItIs>) -> Result<BTreeMap<RowId, String>> {
        let desk = &self.form.desk;
        let reader = &desk.reader;
        if self.table.kind().is_some() {
            let records = desk.records(self.rows.iter().copied()).await?;
            let name = |record: &Record| record.name(reader.audience, reader.lang()).map(str::to_string);
            return Ok(records.into_iter().filter_map(|(id, record)| Some((id, name(&record)?))).collect());
        }
        let columns: Vec<_> =
            self.table.all_columns().filter(|column| self.table.key.contains(&column.name)).collect();
        let refers = columns.iter().filter(|column| matches!(column.kind, Kind::Ref(_)));
        let ids =
            refers.flat_map(|column| rows.values().filter_map(|(values, _)| values.get(column.name)?.int()));
        let records = desk.records(ids.collect::<Vec<RowId>>()).await?;
        let words = RowWords { records: &records, audience: reader.audience, locale: &reader.locale };
        let name = |values: &Values| {
            let parts = columns.iter().map(|column| words.value(column, values));
            parts.filter(|part| !part.is_empty()).collect::<Vec<String>>().join(" · ")
        };
        Ok(rows.iter().map(|(id, (values, _))| (*id, name(values))).collect())
    }
}

/// The same action for all of these rows; `None` for no rows.
fn together(given: Vec<(RowId, Given)>) -> Option<Given> {
    let mut all = given.into_iter().map(|(_, given)| given);
    let first = all.next()?;
    Some(Given { more: all.collect(), ..first })
}
