//! Exports a number with its rows as JSON: the rows that the page of the figure shows this reader.

use std::collections::BTreeMap;

use axum::response::Response;
use decapolis_base::Currency;
use decapolis_figures::{Access, Answer, Gated, Part, Shape};
use decapolis_register::journal::Heads;
use decapolis_words::errors::{Error, Result};
use sea_orm::ConnectionTrait;
use serde::ser::{Serialize, SerializeStruct, Serializer};
use serde_json::json;

use super::rows_pages::{RowPages, part_of};
use crate::figures::evidence::{WordedRow, lines};
use crate::figures::object::object;
use crate::figures::question::{
    FigureAsks, NamedGroup, Question, class_word, counts, groups, named, reasons,
};
use crate::figures::sought::Sought;
use crate::records::measured::data;
use crate::records::worded::WordedField;
use crate::web::context::{Reader, Site};
use crate::web::files::{Extent, File, FileKind, WritePermit, broken};

/// Exports the number and its rows as JSON, written row by row.
pub async fn json(
    site: &Site,
    reader: &Reader<'_>,
    key: &str,
    asks: &FigureAsks,
    turn: WritePermit,
) -> Result<Response> {
    let db = site.app.db.snapshot().await?;
    let sought = Sought::read(site, &db, reader, key, asks).await?;
    let question = sought.question();
    let heads = site.app.heads(&db).await?;
    let mut object = object(&site.app, &db, &heads, &question, &reader.locale).await?;
    object["class"] = json!(class_word(question.class));
    object["permanent"] = json!(format!("{}{}", site.base, sought.path_for_ever(site, &heads)));
    if let Some(only) = &sought.only {
        object["only"] = json!({ "by": only.column, "is": only.value, "group": only.name });
    }
    let extent = Extent {
        all: counts(site, &db, &heads, reader, &question).await? as u64,
        most: site.most_rows,
        ..Extent::default()
    };
    let mut file = File::begin(turn, reader, FileKind::Json, key, &extent)?;
    if let Some(reason) = question.rows_withheld(&site.app) {
        object["rows_withheld"] = json!(reader.locale.say(reason.key()));
        db.commit().await?;
        file.write(&serde_json::to_vec_pretty(&object).map_err(broken)?)?;
        return file.answer();
    }
    match question.access(site) {
        Access::List => {
            object["rows_in_all"] = json!(extent.all);
            object["cut"] = json!(extent.cut());
            write_rows(site, &db, reader, &question, &object, &mut file).await?;
            db.commit().await?;
            return file.answer();
        }
        Access::Grouped => {
            let (name, value) = grouped(site, &db, &heads, reader, &question).await?;
            object[name] = value;
        }
        Access::Number => {
            let reasons = reasons(site, &db, &heads, reader, &question).await?;
            object["reasons"] = json!(
                reasons
                    .into_iter()
                    .map(|(reason, rows)| json!({ "reason": reason, "rows": rows }))
                    .collect::<Vec<_>>()
            );
        }
    }
    db.commit().await?;
    file.write(&serde_json::to_vec_pretty(&object).map_err(broken)?)?;
    file.answer()
}

/// The groups of rows that are not listed one by one, or why they are withheld: the name in the object, and its value.
async fn grouped(
    site: &Site,
    db: &impl ConnectionTrait,
    heads: &Heads,
    reader: &Reader<'_>,
    question: &Question<'_>,
) -> Result<(&'static str, serde_json::Value)> {
    let (column, groups) = groups(site, db, heads, question).await?;
    let groups = match groups {
        Gated::Shown(groups) => named(site, db, reader, question, &column, groups).await?,
        Gated::Withheld(reason) => return Ok(("withheld", json!(reader.locale.say(reason.key())))),
    };
    let share = question.figure.shape == Shape::Share;
    let object_of = |NamedGroup { name, is, shown: g }: &NamedGroup| match g.answer.whole() {
        Some(a) => {
            json!({ "by": column, "is": is, "group": name, "counted": data(a, a.counted), "base": share.then(|| data(a, a.base)) })
        }
        None => json!({ "by": column, "is": is, "group": name, "percent": part_of(g.of_all) }),
    };
    Ok(("groups", json!(groups.iter().map(object_of).collect::<Vec<_>>())))
}

/// Writes the object with its rows at the end, one per line.
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
    let sums = site.app.figures.catalog.sums_are_open(question.figure, reader.audience);
    let money = site.app.figures.catalog.money(question.figure);
    let mut pages = RowPages { site, question, left: site.most_rows, after: None };
    let mut first = true;
    let mut text = vec![];
    for (number, part) in question.parts() {
        while let Some(found) = pages.next(db, number).await? {
            for line in
                lines(&site.app, db, part, &question.asked, &found, reader.audience, &reader.locale).await?
            {
                text.extend_from_slice(if std::mem::take(&mut first) { b"\n    " } else { b",\n    " });
                serde_json::to_writer(&mut text, &RowObject::of(part, &line, money, sums)).map_err(broken)?;
            }
            file.write(&text)?;
            text.clear();
        }
    }
    file.write(b"\n  ]\n}\n")
}

/// A row as it stands in the file. It is written from the words themselves: a tree of values for each row would cost more than the row.
#[derive(serde::Serialize)]
struct RowObject<'a> {
    listing: &'a str,
    row: i64,
    unit: &'a Option<String>,
    amount: Option<serde_json::Value>,
    reason: &'a Option<String>,
    reason_key: &'a Option<String>,
    nature: &'static str,
    fields: Fields<'a>,
    values: &'a BTreeMap<&'static str, serde_json::Value>,
}

impl RowObject<'_> {
    fn of<'a>(part: &'a Part, line: &'a WordedRow, money: Option<Currency>, sums: bool) -> RowObject<'a> {
        RowObject {
            listing: &part.listing,
            row: line.row,
            unit: &line.unit,
            amount: sums.then(|| data(Answer::default().in_money(money), line.amount)),
            reason: &line.reason,
            reason_key: &line.reason_key,
            // a row is illustrative if a record in it is
            nature: if line.fields.iter().any(|f| f.illustrative) { "illustrative" } else { "real" },
            fields: Fields(&line.fields),
            values: &line.values,
        }
    }
}

/// The words of a row by column.
struct Fields<'a>(&'a [WordedField]);

impl Serialize for Fields<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> std::result::Result<S::Ok, S::Error> {
        to.collect_map(self.0.iter().map(|field| (field.column.as_str(), FieldObject(field))))
    }
}

struct FieldObject<'a>(&'a WordedField);

impl Serialize for FieldObject<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> std::result::Result<S::Ok, S::Error> {
        let FieldObject(field) = self;
        let Some((kind, code)) = &field.record else { return field.text.serialize(to) };
        let mut named = to.serialize_struct("Record", 4)?;
        named.serialize_field("kind", kind)?;
        named.serialize_field("code", code)?;
        named.serialize_field("label", &field.text)?;
        named.serialize_field("illustrative", &field.illustrative)?;
        named.end()
    }
}
