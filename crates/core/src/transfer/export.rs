//! The register as files that import as the same facts.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use decapolis_base::Texts;
use sea_orm::ConnectionTrait;
use sea_orm::sea_query::{Asterisk, Query};

use super::fields;
use super::register;
use crate::errors::{Error, Result};
use crate::journal::{Cell, RowId, Values};
use crate::schema::Tables;
use crate::table::{FACT_COLUMNS, Kind, RECORDS, Table};

/// Writes one CSV per table that has rows, in an order that depends on nothing but their contents: the same facts give the same bytes.
/// Gives the number of rows per table. Tables that are kept out of files are left out.
///
/// Errors: `Broken`, naming the file that could not be written.
pub async fn export(db: &impl ConnectionTrait, tables: Tables, folder: &Path) -> Result<Vec<(&'static str, usize)>> {
    let broken = |path: &Path, e: &dyn std::fmt::Display| Error::Broken(format!("cannot write {}: {e}", path.display()));
    std::fs::create_dir_all(folder).map_err(|e| broken(folder, &e))?;
    let records = present(db, &RECORDS).await?;
    let code = |id: i64| records.get(&id).and_then(|r| r["code"].text()).unwrap_or_default().to_string();
    let mut written = vec![];
    for table in tables.0.iter().filter(|t| t.in_files) {
        let mut lines = vec![];
        let rows = present(db, table).await?;
        let languages = |texts: &mut dyn Iterator<Item = Texts>| {
            texts.flat_map(|t| t.iter().map(|(l, _)| l.to_string()).collect::<Vec<_>>()).collect::<BTreeSet<_>>()
        };
        let label_of = |id: &RowId| Texts::from_json(records.get(id).and_then(|r| r["label"].text()).unwrap_or("{}"));
        let labels = if table.kind().is_some() { languages(&mut rows.keys().map(label_of)) } else { BTreeSet::new() };
        let mut header: Vec<String> = vec![];
        if table.kind().is_some() {
            header.push("code".into());
            header.extend(labels.iter().map(|l| if l == "und" { "label".into() } else { format!("label_{l}") }));
            header.extend(["original", "public"].map(String::from));
        }
        let mut texts: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
        for column in table.columns {
            if column.kind == Kind::Texts {
                let all = languages(&mut rows.values().filter_map(|v| v[column.name].text().map(Texts::from_json)));
                header.extend(all.iter().map(|l| format!("{}_{l}", column.name)));
                texts.insert(column.name, all);
            } else {
                header.push(column.name.into());
            }
        }
        header.extend(["source", "nature"].map(String::from));
        for (id, values) in &rows {
            let mut line = vec![];
            let mut standing = values;
            if table.kind().is_some() {
                let record = &records[id];
                standing = record;
                let label = label_of(id);
                line.push(code(*id));
                line.extend(labels.iter().map(|l| label.get(l).unwrap_or_default().to_string()));
                line.push(label.iter().next().map(|(l, _)| l.to_string()).unwrap_or_default());
                line.push(if record["public"] == Cell::Bool(true) { "yes" } else { "no" }.into());
            }
            for column in table.columns {
                match (column.kind, &values[column.name]) {
                    (Kind::Texts, cell) => {
                        let held = Texts::from_json(cell.text().unwrap_or("{}"));
                        line.extend(texts[column.name].iter().map(|l| held.get(l).unwrap_or_default().to_string()));
                    }
                    (Kind::Ref(_), Cell::Int(to)) => line.push(code(*to)),
                    (kind, cell) => {
                        let currency = if let Kind::Money(beside) = kind { values[beside].text().unwrap_or_default() } else { "" };
                        let last = values.get(&format!("{}_last", column.name)).unwrap_or(&Cell::Null);
                        line.push(fields::write(column, cell, last, currency));
                    }
                }
            }
            line.push(standing["source"].text().unwrap_or_default().to_string());
            line.push(if standing[FACT_COLUMNS[1].name] == Cell::Bool(true) { "illustrative" } else { "real" }.into());
            lines.push(line);
        }
        if lines.is_empty() {
            continue;
        }
        lines.sort();
        let path = folder.join(format!("{}.csv", table.name));
        let mut writer = csv::WriterBuilder::new().from_path(&path).map_err(|e| broken(&path, &e))?;
        writer.write_record(&header).map_err(|e| broken(&path, &e))?;
        for line in &lines {
            writer.write_record(line).map_err(|e| broken(&path, &e))?;
        }
        writer.flush().map_err(|e| broken(&path, &e))?;
        written.push((table.name, lines.len()));
    }
    Ok(written)
}

/// The rows of a table as they stand, by id.
async fn present(db: &impl ConnectionTrait, table: &Table) -> Result<BTreeMap<RowId, Values>> {
    let ask = Query::select().column(Asterisk).from(table.name).to_owned();
    db.query_all(&ask).await?.iter().map(|row| Ok((row.try_get("", "id")?, register::values(table, row)?))).collect()
}

/// Text for a cell that a spreadsheet will not run: what begins like a formula is given an apostrophe. (OWASP, CSV injection.)
pub fn safe_from_formulas(text: &str) -> String {
    let number = text.parse::<f64>().is_ok();
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) && !number { format!("'{text}") } else { text.to_string() }
}
