//! What was typed into the form of an action, read; and what of it somebody may say who acts for some regions only.

use std::collections::BTreeMap;

use decapolis_actions::{Deed, Field, Given, OnRow};
use decapolis_import::transfer::FieldFault;
use decapolis_register::journal::RowId;
use decapolis_register::records;
use decapolis_register::table::{ANY, Belongs, Kind, Table};
use decapolis_register::value::Values;
use decapolis_words::errors::Result;
use decapolis_words::message::Message;

use super::act::ActionForm;
use super::typed::{code_in, day_in};
use crate::records::asked::answers;
use crate::records::row_actions::of_row;
use crate::records::typed_row;
use crate::records::worded::not_public;
use crate::web::sent::{Pairs, field};

impl ActionForm<'_> {
    /// The values of the fields, and what is wrong with them. What was left empty is not given, except of a row that is there: it becomes
    /// empty.
    pub async fn given(&self) -> Result<(Given, Vec<FieldFault>)> {
        let mut typed = self.as_read();
        if let (Some(own), Some(record)) = (self.own, &self.record) {
            typed.push((own, record.code.clone()));
        }
        let typed: Vec<(&str, &str)> = typed.iter().map(|(name, text)| (*name, text.as_str())).collect();
        let db = self.desk.site.app.db.reader();
        let row = self.row.map(|row| row.id);
        let (mut given, mut faults) = typed_row::read(db, self.offer, &typed, BTreeMap::new(), row).await?;
        let answers = answers(&self.typed).map(|(name, word)| (name.to_string(), word.to_string()));
        given.answers = answers.collect();
        self.tell_no_names(&mut faults);
        for (field, kind, text) in self.hidden_from(&given).await? {
            let message = Message::with("error-unknown-code", [("kind", kind.into()), ("text", text.into())]);
            faults.push(FieldFault { field, message });
        }
        Ok((given, faults))
    }

    /// What was typed, by field: records by their codes, days as the register writes them.
    fn as_read(&self) -> Vec<(&str, String)> {
        let mut typed: Vec<(&str, String)> = vec![];
        for (name, text) in &self.typed {
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
            if !text.is_empty() || self.row.is_some() {
                typed.push((name, text));
            }
        }
        typed
    }

    /// Why a name is not found would tell of records out of scope: they are as unknown as those that are not there.
    fn tell_no_names(&self, faults: &mut [FieldFault]) {
        if self.desk.scope.is_none() {
            return;
        }
        for fault in faults {
            let column = self.asked().find(|field| field.name == fault.field).and_then(Field::column);
            if let Some(Kind::Ref(kind)) = column.map(|column| column.kind)
                && fault.message.key != "error-field-required"
            {
                let text = field_text(&self.typed, fault.field);
                let args = [("kind", kind.into()), ("text", text.into())];
                fault.message = Message::with("error-unknown-code", args);
            }
        }
    }

    /// The fields that name a record which this person may not see: to them it is as unknown as one that is not there.
    async fn hidden_from(&self, given: &Given) -> Result<Vec<(&'static str, String, String)>> {
        let mut hidden = vec![];
        if self.desk.scope.is_none() {
            return Ok(hidden);
        }
        let app = &self.desk.site.app;
        let refers = |field: &&Field| matches!(field.column().map(|column| column.kind), Some(Kind::Ref(_)));
        let named: Vec<(&'static str, RowId)> = self
            .asked()
            .filter(refers)
            .filter_map(|field| Some((field.name, given.record(field.name)?)))
            .collect();
        let records = records::by_ids(app.db.reader(), named.iter().map(|(_, id)| *id)).await?;
        let before = match self.row {
            Some(row) => of_row(app.db.reader(), row.table, row.id).await?.unwrap_or_default().0,
            None => Values::new(),
        };
        for (field, id) in named {
            // what the row refers to already may stay
            let stays = before.get(field).and_then(|cell| cell.int()) == Some(id);
            let Some(record) = records.get(&id).filter(|record| !record.public && !stays) else { continue };
            let reaches = match app.all_tables().of_kind(&record.kind) {
                Some(table) => self.desk.reaches(table, id).await?,
                None => false,
            };
            if !reaches {
                hidden.push((field, record.kind.clone(), field_text(&self.typed, field)));
            }
        }
        Ok(hidden)
    }

    /// Whether a fact that is given belongs to an owner in scope. It is asked before its rules are: which days are taken already would tell of
    /// others. What is written is asked again.
    pub async fn is_for_owners_in_scope(&self, given: &Given) -> Result<bool> {
        if self.desk.scope.is_none() {
            return Ok(true);
        }
        let tables = self.desk.site.app.all_tables();
        let Some(OnRow { table, deed }) = self.offer.on_row else {
            return match self.about().on.and_then(|kind| Some((tables.of_kind(kind)?, given.record(kind)?))) {
                Some((table, id)) => self.desk.reaches(table, id).await,
                None => Ok(true),
            };
        };
        let mut owned = false;
        for belongs in table.belongs {
            let (column, of) = match belongs {
                Belongs::To(column) => (column, self.owned_by(table, column)),
                Belongs::Through(column, of) => (column, tables.named(of.name)),
                Belongs::Itself | Belongs::By(..) => continue,
            };
            owned = true;
            if let (Some(of), Some(id)) = (of, given.record(column))
                && self.desk.reaches(of, id).await?
            {
                return Ok(true);
            }
        }
        // of other tables what was written says it; what is new there is never of a region
        Ok(!owned && deed != Deed::Create)
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
