//! Finds the records that the cells of a chunk refer to, by code or name.

use std::collections::{BTreeSet, HashMap};

use decapolis_register::duplicates::names::{Otherwise, called};
use decapolis_register::journal::RowId;
use decapolis_register::rules::Kinds;
use decapolis_register::table::{ANY, Kind, Table};
use decapolis_words::errors::Result;
use decapolis_words::message::{Args, Message};
use sea_orm::ConnectionTrait;

use super::register;
use super::row::Row;
use super::stage::Stage;

/// The record that each cell of a chunk refers to, or why there is none.
#[derive(Default)]
pub(super) struct References {
    by_kind: HashMap<&'static str, HashMap<String, std::result::Result<RowId, Message>>>,
    /// The kinds of the records that were found.
    pub(super) kinds: Kinds,
}

impl References {
    pub(super) fn find(&self, kind: &str, text: &str) -> std::result::Result<RowId, Message> {
        let found = self.by_kind.get(kind).and_then(|of| of.get(text)).cloned();
        found.unwrap_or_else(|| Err(said("error-unknown-code", text, kind, Args::default())))
    }
}

/// Looks up every reference of these rows: by codes in the files, then codes in the register, then names.
pub(super) async fn references(
    db: &impl ConnectionTrait,
    stage: Option<&Stage>,
    table: &'static Table,
    chunk: &[&Row],
) -> Result<References> {
    let asked = asked(table, chunk);
    let texts: BTreeSet<&str> = asked.values().flatten().copied().collect();
    let mut codes = match stage {
        Some(stage) => stage.codes(texts.iter().copied()).await?,
        None => HashMap::new(),
    };
    let others: Vec<&str> = texts.iter().copied().filter(|text| !codes.contains_key(*text)).collect();
    codes.extend(register::codes(db, &others).await?);
    let mut found = References::default();
    for (kind, texts) in asked {
        let of = found.by_kind.entry(kind).or_default();
        let mut names = vec![];
        for text in texts {
            match codes.get(text) {
                Some((id, of_kind)) if kind == ANY || of_kind == kind => {
                    found.kinds.set(*id, of_kind.clone());
                    of.insert(text.into(), Ok(*id));
                }
                Some((_, other)) => {
                    let other: Args = [("other", other.as_str().into())].into();
                    of.insert(text.into(), Err(said("error-code-of-other-kind", text, kind, other)));
                }
                None if kind == ANY => {
                    drop(of.insert(text.into(), Err(said("error-unknown-code", text, kind, Args::default()))))
                }
                None => names.push(text),
            }
        }
        for (text, meant) in by_name(db, stage, kind, names).await? {
            if let Ok(id) = &meant {
                found.kinds.set(*id, kind);
            }
            of.insert(text, meant);
        }
    }
    Ok(found)
}

/// The texts of all cells that refer to a record, by the kind of the record.
fn asked<'r>(table: &'static Table, chunk: &[&'r Row]) -> HashMap<&'static str, BTreeSet<&'r str>> {
    let mut asked: HashMap<&'static str, BTreeSet<&str>> = HashMap::new();
    for column in table.columns {
        let Kind::Ref(kind) = column.kind else { continue };
        let of = asked.entry(kind).or_default();
        of.extend(chunk.iter().filter_map(|row| row.cell(column.name)).filter(|text| !text.is_empty()));
    }
    asked
}

/// The record of a kind that each of these names means, in the files and in the register.
async fn by_name(
    db: &impl ConnectionTrait,
    stage: Option<&Stage>,
    kind: &'static str,
    names: Vec<&str>,
) -> Result<Vec<(String, std::result::Result<RowId, Message>)>> {
    if names.is_empty() {
        return Ok(vec![]);
    }
    let lowered: Vec<String> = names.iter().map(|text| text.to_lowercase()).collect();
    let named = match stage {
        Some(stage) => stage.named(kind, &lowered).await?,
        None => HashMap::new(),
    };
    let there = called(db, kind, &names).await?;
    let meant = names.into_iter().zip(&lowered).zip(there).map(|((text, lowered), there)| {
        let exactly: BTreeSet<RowId> =
            named.get(lowered).into_iter().flatten().chain(&there.exactly).copied().collect();
        // the closest way of calling that anything answers to
        let meant = match (exactly.len(), there.otherwise) {
            (1, _) => Ok(exactly.into_iter().next().unwrap_or_default()),
            (0, Otherwise::One(id)) => Ok(id),
            (0, Otherwise::Like(codes)) if !codes.is_empty() => {
                let likes = [("names", codes.join(", ").into())];
                Err(said("error-unknown-name-like", text, kind, likes.into()))
            }
            (0, Otherwise::Like(_)) => Err(said("error-unknown-code", text, kind, Args::default())),
            (_, _) => Err(said("error-ambiguous-name", text, kind, Args::default())),
        };
        (text.to_string(), meant)
    });
    Ok(meant.collect())
}

fn said(key: &'static str, text: &str, kind: &str, more: Args) -> Message {
    let mut args: Args = [("text", text.into()), ("kind", kind.into())].into();
    args.0.extend(more.0);
    Message { key, args }
}
