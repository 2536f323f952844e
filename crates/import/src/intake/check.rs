//! Finds mistakes in a mapping that can be seen without a file.

use std::collections::BTreeMap;

use decapolis_register::rules::is_code;
use decapolis_register::schema::Tables;
use decapolis_register::table::{Kind, Table, opt};

use super::mapping::{Mapping, TableMapping};
use super::origin::{Across, As, CellSource, Origin};
use super::vocabulary::common;
use crate::transfer::{SAME_AS, read_field};

/// What kind of cell a column of a file for this table holds: its own columns, texts with their language (`label_es`), and what every
/// record or fact has. `None` where it has no such column.
pub fn column_of(table: &Table, name: &str) -> Option<Kind> {
    match name {
        "code" | "label" | "original" | SAME_AS if table.kind().is_some() => return Some(Kind::Text),
        "public" if table.kind().is_some() => return Some(Kind::Bool),
        "source" => return Some(Kind::Text),
        "nature" => return Some(Kind::Choice(&["real", "illustrative"])),
        "revision" => return Some(Kind::Choice(&["change", "correction", "removal"])),
        _ => {}
    }
    if let Some(column) = table.column(name).filter(|c| c.kind != Kind::Texts) {
        return Some(column.kind);
    }
    let (of, language) = name.rsplit_once('_')?;
    let texts = table.columns.iter().chain(common(table)).any(|c| c.name == of && c.kind == Kind::Texts);
    let tag =
        (2..=8).contains(&language.len()) && language.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    (texts && tag).then_some(Kind::Text)
}

/// The first mistake, with what to write instead.
pub(super) fn check(mapping: &Mapping, tables: Tables) -> Result<(), String> {
    if mapping.into.is_empty() {
        return Err("a mapping says at least one [[into]]".into());
    }
    mapping.hints()?;
    for (n, into) in mapping.into.iter().enumerate() {
        let place = format!("[[into]] {} ({})", n + 1, into.table);
        into_table(into, tables).map_err(|mistake| format!("{place}: {mistake}"))?;
    }
    let skips = mapping
        .skip
        .iter()
        .chain(mapping.into.iter().flat_map(|i| &i.skip))
        .find_map(|c| c.mistake_in_skip());
    let wanted =
        mapping.only.iter().chain(mapping.into.iter().flat_map(|i| &i.only)).find_map(|c| c.mistake());
    skips.or(wanted).map_or(Ok(()), Err)
}

fn into_table(into: &TableMapping, tables: Tables) -> Result<(), String> {
    let table = tables.named(&into.table).filter(|t| t.in_files).ok_or_else(|| {
        let all = tables.0.iter().filter(|t| t.in_files).map(|t| t.name).collect::<Vec<_>>().join(", ");
        format!("there is no table “{}”: write one of {all}", into.table)
    })?;
    for (name, origin) in &into.columns {
        let kind = column_of(table, name).ok_or_else(|| {
            let own = table.columns.iter().chain(common(table)).map(|c| match c.kind {
                Kind::Texts => format!("{}_en", c.name),
                _ => c.name.to_string(),
            });
            format!("the table has no column “{name}”: write one of {}", own.collect::<Vec<_>>().join(", "))
        })?;
        words_fit(name, kind, origin)?;
        takes_effect(name, origin)?;
        if let CellSource::Across(_) = origin.from
            && into.years.is_none()
        {
            return Err(format!("“{name}” is read across the years: say [into.years]"));
        }
    }
    if let Some(nature) = &into.nature
        && !matches!(nature.as_str(), "real" | "illustrative")
    {
        return Err(format!("the nature is “real” or “illustrative”, not “{nature}”"));
    }
    if into.columns.values().filter(|o| matches!(o.from, CellSource::Each(_))).count() > 1 {
        return Err("only one column gives a line for `each` of its values".into());
    }
    if into.years.is_some() && !into.columns.values().any(|o| o.from == CellSource::Across(Across::Value)) {
        return Err("[into.years] needs a column that takes the cells: { across = \"value\" }".into());
    }
    needed(table, into)
}

/// Whether every row would have what the table cannot do without.
fn needed(table: &Table, into: &TableMapping) -> Result<(), String> {
    let has = |name: &str| into.columns.contains_key(name);
    if table.kind().is_some() {
        if !has("code") {
            return Err(
                "the column “code” is missing: say from which columns it is made, as in code = { template = \"{Country}-{City}\" }".into(),
            );
        }
        if !into.columns.keys().any(|name| name == "label" || name.starts_with("label_")) {
            return Err("the name is missing: say where `label` comes from, or label_es, label_en, …".into());
        }
    }
    match table.columns.iter().find(|c| c.required && c.kind != Kind::Texts && !has(c.name)) {
        Some(column) => Err(format!(
            "the column “{0}” is missing and cannot be empty: say where it comes from, as in {0} = {{ fixed = \"…\" }}",
            column.name
        )),
        None => Ok(()),
    }
}

/// A line that cannot take effect is a mistake: whoever wrote it expects something of it.
fn takes_effect(name: &str, origin: &Origin) -> Result<(), String> {
    let then = &origin.then;
    let read = matches!(
        origin.from,
        CellSource::Column(_) | CellSource::Each(_) | CellSource::Section | CellSource::Across(Across::Value)
    );
    let steps = [
        ("part", then.part.is_some()),
        ("labelled", then.labelled.is_some()),
        ("parted-by", then.parted_by.is_some()),
        ("nothing", !then.nothing.is_empty()),
        ("values", !then.values.is_empty()),
        ("otherwise", then.otherwise.is_some()),
        ("as", then.read_as.is_some_and(|read_as| read_as != As::Code)),
    ];
    if let Some((step, _)) = steps.iter().find(|(_, said)| *said && !read) {
        return Err(format!(
            "“{name}”: `{step}` does nothing here, because the words are not those of one column: say it of a column"
        ));
    }
    if then.part.is_some() && then.labelled.is_some() {
        return Err(format!("“{name}”: `part` does nothing beside `labelled`: say one of them"));
    }
    let parts = then.part.is_some()
        || then.labelled.is_some()
        || matches!(then.read_as, Some(As::List | As::Several))
        || matches!(origin.from, CellSource::Each(_));
    if then.parted_by.is_some() && !parts {
        return Err(format!(
            "“{name}”: `parted-by` does nothing alone: say which `part`, or `as = \"list\"`"
        ));
    }
    let mut meant: BTreeMap<String, &String> = BTreeMap::new();
    for (word, value) in &then.values {
        if meant.insert(word.to_lowercase(), value).is_some_and(|other| other != value) {
            return Err(format!(
                "“{name}”: “{word}” has two values that differ in capitals only: say one of them"
            ));
        }
        if then.nothing.iter().any(|nothing| nothing.to_lowercase() == word.to_lowercase()) {
            return Err(format!("“{name}”: “{word}” is among `nothing` and has a value: say one of them"));
        }
    }
    if let CellSource::First(all) = &origin.from {
        all.iter().try_for_each(|origin| takes_effect(name, origin))?;
    }
    Ok(())
}

/// Words that the mapping itself writes must be words the column can have.
fn words_fit(name: &str, kind: Kind, origin: &Origin) -> Result<(), String> {
    let one = |words: &str| -> Result<(), String> {
        if words.is_empty() || matches!(kind, Kind::Ref(_) | Kind::Texts | Kind::Money(_)) {
            return Ok(());
        }
        if name == "code" && !is_code(words) {
            return Err(format!("“{words}” cannot be a code: small letters, digits and hyphens"));
        }
        match read_field(&opt("", kind), words, "") {
            Ok(_) => Ok(()),
            Err(message) => Err(format!("“{name}” cannot be “{words}”: {}", message.plain())),
        }
    };
    if let CellSource::First(all) = &origin.from {
        all.iter().try_for_each(|origin| words_fit(name, kind, origin))?;
    }
    if let CellSource::Fixed(words) = &origin.from {
        one(words)?;
    }
    if origin.then.written.is_none() && origin.then.read_as.is_none() {
        origin.then.values.values().chain(&origin.then.otherwise).try_for_each(|words| one(words))?;
    }
    Ok(())
}
