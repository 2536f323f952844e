//! Reads what was typed for the fields of an action.

use std::collections::BTreeMap;

use decapolis_actions::{Description, Given};
use decapolis_register::table::Table;
use decapolis_words::errors::Result;
use decapolis_words::message::Message;
use sea_orm::ConnectionTrait;

use super::read_row::read_row;
use super::row::language_column;

/// What is wrong with what was given for a field of an action.
#[derive(Clone, Debug, PartialEq)]
pub struct FieldFault {
    pub field: &'static str,
    pub message: Message,
}

/// Reads what was typed for the fields of an action, by the names of their columns in files (`from`, `summary_es`), and takes the files
/// as they are. References are codes or names; days and amounts are written as in files.
///
/// Returns what could be read, and what is wrong with the rest, by field: a text that is not of its column's kind, or a required field
/// that is missing. `Broken` for a name that is no field of the action.
pub async fn read_fields(
    db: &impl ConnectionTrait,
    about: &Description,
    typed: &[(&str, &str)],
    files: BTreeMap<String, Vec<u8>>,
) -> Result<(Given, Vec<FieldFault>)> {
    let mut given = Given { files, ..Given::default() };
    let mut faults = vec![];
    let mut tables: Vec<&'static Table> = vec![];
    for field in about.fields {
        if !tables.iter().any(|table| table.name == field.table.name) {
            tables.push(field.table);
        }
    }
    let mut read_names = vec![];
    for table in tables {
        let of_table = |name: &str| {
            let column = language_column(table, name).map_or(name, |(texts, _)| texts);
            about.fields.iter().find(|f| f.table.name == table.name && f.name == column && !f.is_file)
        };
        let own: Vec<(&str, &str)> =
            typed.iter().copied().filter(|(name, _)| of_table(name).is_some()).collect();
        let read = read_row(db, table, &own, None).await?;
        for field in own.iter().filter_map(|(name, _)| of_table(name)) {
            read_names.push(field.name);
            let stored = field.column().into_iter().flat_map(|column| column.stored());
            for (name, _) in stored {
                given.values.extend(read.values.get(&name).cloned().map(|cell| (name, cell)));
            }
        }
        let at_field = |column: &str| {
            about.fields.iter().find(|f| f.table.name == table.name && f.name == column).map(|f| f.name)
        };
        faults.extend(
            read.faults.into_iter().filter_map(|fault| {
                Some(FieldFault { field: at_field(fault.column)?, message: fault.message })
            }),
        );
    }
    for field in about.fields.iter().filter(|field| field.required) {
        let empty = typed.iter().any(|(name, text)| *name == field.name && text.trim().is_empty());
        let missing = !read_names.contains(&field.name) && !given.files.contains_key(field.name);
        if missing || empty {
            let message = Message::new("error-field-required");
            faults.push(FieldFault { field: field.name, message });
        }
    }
    Ok((given, faults))
}
