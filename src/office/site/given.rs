//! What was typed into the form of an action, read; and what of it somebody may say who acts for some regions only.

use std::collections::{BTreeMap, BTreeSet};

use decapolis_actions::{Deed, Field, Given, OnRow, Standing};
use decapolis_import::transfer::FieldFault;
use decapolis_register::journal::RowId;
use decapolis_register::records;
use decapolis_register::table::{ANY, Belongs, Kind, Table};
use decapolis_register::value::Values;
use decapolis_words::errors::{Error, Result};
use decapolis_words::message::Message;

use super::act::ActionForm;
use super::typed::{code_in, day_in};
use crate::records::asked::answers;
use crate::records::row_actions::of_row;
use crate::records::typed_row::{self, RowTyped};
use crate::records::worded::not_public;
use crate::web::sent::{Pairs, field};

/// What was typed of one row, and the row as it is.
pub struct FormRow<'a> {
    pub row: Option<RowId>,
    pub typed: &'a Pairs,
    pub before: Option<&'a (Values, Option<Values>)>,
}

impl ActionForm<'_> {
    /// The values of the fields, and what is wrong with them. What was left empty is not given, except of a row that is there: it becomes
    /// empty.
    pub async fn given(&self) -> Result<(Given, Vec<FieldFault>)> {
        let db = self.desk.site.app.db.reader();
        let Some(OnRow { table, .. }) = self.offer.on_row else {
            let typed = self.as_read(&self.typed, self.row.is_some());
            let typed: Vec<(&str, &str)> = typed.iter().map(|(name, text)| (*name, text.as_str())).collect();
            let mut read = [typed_row::read(db, self.offer, &typed, BTreeMap::new(), None).await?];
            self.told(&mut read, &[FormRow { row: None, typed: &self.typed, before: None }]).await?;
            let [read] = read;
            return Ok(read);
        };
        let before = match self.row {
            Some(row) => {
                let gone = || Error::refused("error-row-moved");
                Some(of_row(db, table, row.id).await?.ok_or_else(gone)?)
            }
            None => None,
        };
        let row = self.row.map(|row| row.id);
        let one = FormRow { row, typed: &self.typed, before: before.as_ref() };
        let read = self.given_rows(&[one]).await?.pop();
        read.ok_or_else(|| Error::Broken("a row was typed and not read".into()))
    }

    /// The same of several rows, for an action that every table has: as many statements as for one.
    pub async fn given_rows(&self, rows: &[FormRow<'_>]) -> Result<Vec<(Given, Vec<FieldFault>)>> {
        let on = self.offer.on_row.ok_or(Error::NotFound("action"))?;
        let texts: Vec<Vec<(&str, String)>> =
            rows.iter().map(|row| self.as_read(row.typed, row.row.is_some())).collect();
        let typed: Vec<RowTyped<'_>> = rows
            .iter()
            .zip(&texts)
            .map(|(row, texts)| RowTyped {
                row: row.row,
                typed: texts.iter().map(|(name, text)| (*name, text.as_str())).collect(),
                before: row.before,
            })
            .collect();
        let db = self.desk.site.app.db.reader();
        let mut read = typed_row::read_rows(db, self.about().fields, on, &typed).await?;
        self.told(&mut read, rows).await?;
        Ok(read)
    }

    /// Adds what was answered, and tells nothing of records that this person may not see.
    async fn told(&self, read: &mut [(Given, Vec<FieldFault>)], rows: &[FormRow<'_>]) -> Result<()> {
        for ((given, faults), row) in read.iter_mut().zip(rows) {
            let answers = answers(row.typed).map(|(name, word)| (name.to_string(), word.to_string()));
            given.answers = answers.collect();
            self.tell_no_names(row.typed, faults);
        }
        if self.desk.scope.is_none() {
            return Ok(());
        }
        let hidden = self.hidden_from(read, rows).await?;
        for (((_, faults), row), hidden) in read.iter_mut().zip(rows).zip(hidden) {
            for (field, kind) in hidden {
                let text = field_text(row.typed, field);
                let message =
                    Message::with("error-unknown-code", [("kind", kind.into()), ("text", text.into())]);
                faults.push(FieldFault { field, message });
            }
        }
        Ok(())
    }

    /// What was typed, by field: records by their codes, days as the register writes them.
    pub fn as_read<'t>(&self, typed: &'t Pairs, is_there: bool) -> Vec<(&'t str, String)> {
        let mut read: Vec<(&str, String)> = vec![];
        for (name, text) in typed {
            let Some(field) = self.asked().find(|field| typed_row::is_of(field, name)) else { continue };
            // the name in place of a record that this person may not see: it stays as it is
            let is_reference = matches!(field.column().map(|column| column.kind), Some(Kind::Ref(_)));
            let hidden =
                ["person", "organisation", ANY].map(|kind| not_public(kind, &self.desk.reader.locale));
            let is_hidden = is_reference && hidden.iter().any(|name| name == text.trim());
            if self.desk.scope.is_some() && is_hidden {
                continue;
            }
            let text = match field.column().map(|column| column.kind) {
                Some(Kind::Ref(_)) => code_in(text).to_string(),
                Some(Kind::Day | Kind::Bound) => day_in(text),
                // browsers send lines with two signs at their end
                _ => text.trim().replace("\r\n", "\n"),
            };
            if !text.is_empty() || is_there {
                read.push((name, text));
            }
        }
        if let (Some(own), Some(record)) = (self.own, &self.record) {
            read.push((own, record.code.clone()));
        }
        read
    }

    /// Why a name is not found would tell of records out of scope: they are as unknown as those that are not there.
    fn tell_no_names(&self, typed: &Pairs, faults: &mut [FieldFault]) {
        if self.desk.scope.is_none() {
            return;
        }
        for fault in faults {
            let column = self.asked().find(|field| field.name == fault.field).and_then(Field::column);
            if let Some(Kind::Ref(kind)) = column.map(|column| column.kind)
                && fault.message.key != "error-field-required"
            {
                let text = field_text(typed, fault.field);
                let args = [("kind", kind.into()), ("text", text.into())];
                fault.message = Message::with("error-unknown-code", args);
            }
        }
    }

    /// The fields of each row that name a record which this person may not see, with its kind: to them it is as unknown as one that is not
    /// there.
    async fn hidden_from(
        &self,
        read: &[(Given, Vec<FieldFault>)],
        rows: &[FormRow<'_>],
    ) -> Result<Vec<Vec<(&'static str, String)>>> {
        let app = &self.desk.site.app;
        let refers = |field: &&Field| matches!(field.column().map(|column| column.kind), Some(Kind::Ref(_)));
        let named = |given: &Given| -> Vec<(&'static str, RowId)> {
            let fields = self.asked().filter(refers);
            fields.filter_map(|field| Some((field.name, given.record(field.name)?))).collect()
        };
        let named: Vec<Vec<(&'static str, RowId)>> = read.iter().map(|(given, _)| named(given)).collect();
        let records = records::by_ids(app.db.reader(), named.iter().flatten().map(|(_, id)| *id)).await?;
        let mut private: BTreeMap<&str, Vec<RowId>> = BTreeMap::new();
        for record in records.values().filter(|record| !record.public) {
            private.entry(&record.kind).or_default().push(record.id);
        }
        let mut reached: BTreeSet<RowId> = BTreeSet::new();
        for (kind, ids) in private {
            if let Some(table) = app.all_tables().of_kind(kind) {
                reached.extend(self.desk.reaches_of(table, ids).await?);
            }
        }
        let hidden = |(named, row): (Vec<(&'static str, RowId)>, &FormRow<'_>)| {
            let is_hidden = |(field, id): (&'static str, RowId)| {
                // what the row refers to already may stay
                let before = row.before.and_then(|(values, _)| values.get(field)?.int());
                let record = records.get(&id).filter(|record| !record.public && before != Some(id))?;
                (!reached.contains(&id)).then(|| (field, record.kind.clone()))
            };
            named.into_iter().filter_map(is_hidden).collect()
        };
        Ok(named.into_iter().zip(rows).map(hidden).collect())
    }

    /// Whether a fact that is given belongs to an owner in scope. It is asked before its rules are: which days are taken already would tell of
    /// others. What is written is asked again.
    pub async fn is_for_owners_in_scope(&self, given: &Given) -> Result<bool> {
        Ok(self.are_for_owners_in_scope(&[given]).await? == [true])
    }

    /// The same of several facts, each in its place: as many statements as for one.
    pub async fn are_for_owners_in_scope(&self, given: &[&Given]) -> Result<Vec<bool>> {
        let all = |is: bool| given.iter().map(|_| is).collect();
        let Some(scope) = &self.desk.scope else { return Ok(all(true)) };
        // who decides may write it: only the new record is proposed, and what it refers to is asked like everywhere
        if self.standing == Standing::ProposesForAll {
            return Ok(all(true));
        }
        let tables = self.desk.site.app.all_tables();
        let Some(OnRow { table, deed }) = self.offer.on_row else {
            let kind = self.about().on.and_then(|kind| Some((kind, tables.of_kind(kind)?)));
            let Some((kind, table)) = kind else { return Ok(all(true)) };
            let named = |given: &&Given| given.record(kind);
            let reached = self.desk.reaches_of(table, given.iter().filter_map(named)).await?;
            return Ok(given.iter().map(|one| named(one).is_none_or(|id| reached.contains(&id))).collect());
        };
        let mut owned = false;
        let mut theirs: Vec<bool> = all(false);
        let by: Vec<&Belongs> = scope.parts.iter().flat_map(|part| table.belongs_to(part.kind)).collect();
        for belongs in by {
            let (column, of) = match belongs {
                Belongs::To(column) => (column, self.owned_by(table, column)),
                Belongs::Through(column, of) => (column, tables.named(of.name)),
                Belongs::Itself | Belongs::By(..) => continue,
            };
            owned = true;
            let Some(of) = of else { continue };
            let named = |given: &&Given| given.record(column);
            let reached = self.desk.reaches_of(of, given.iter().filter_map(named)).await?;
            for (is, one) in theirs.iter_mut().zip(given) {
                *is |= named(one).is_some_and(|id| reached.contains(&id));
            }
        }
        // of other tables what was written says it; what is new there is never of a part
        let may_be = deed != Deed::Create && (scope.covers(table) || scope.is_of_network(table));
        Ok(if owned { theirs } else { all(may_be) })
    }

    /// The table of what a column refers to that says to whom a row belongs.
    fn owned_by(&self, table: &Table, column: &str) -> Option<&'static Table> {
        let tables = self.desk.site.app.all_tables();
        match table.column(column)?.kind {
            // a record of any kind is meant as the organisation that it is
            Kind::Ref(ANY) => tables.all().find(|table| matches!(table.belongs, [Belongs::Itself])),
            Kind::Ref(kind) => tables.of_kind(kind),
            _ => None,
        }
    }
}

fn field_text(typed: &Pairs, name: &str) -> String {
    code_in(field(typed, name)).to_string()
}
