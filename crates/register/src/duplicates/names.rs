//! Finds the record that a name means where a code is expected.

use std::collections::{BTreeMap, BTreeSet};

use decapolis_words::errors::Result;
use sea_orm::ConnectionTrait;

use super::decisions::about;
use super::fold::fold;
use super::index::first_sharing;
use super::spelling::{Way, of_name, of_sound};
use crate::journal::RowId;
use crate::records;

/// What the register has for a name.
#[derive(Clone, Debug, PartialEq)]
pub struct Called {
    /// Records called just so, but for capitals.
    pub exactly: Vec<RowId>,
    pub otherwise: Otherwise,
}

/// What it has where nothing is called just so.
#[derive(Clone, Debug, PartialEq)]
pub enum Otherwise {
    /// Somebody decided that this is meant, or one record alone is written so but for accents and signs, or has it as another name.
    One(RowId),
    /// Several are.
    Several,
    /// None is; these sound alike, by their names and codes.
    Like(Vec<String>),
}

/// The most records of one name that are looked at: more are ambiguous in any case.
const MOST: usize = 50;
/// The number of suggestions.
const SUGGESTED: usize = 3;

/// Looks up names of records of a kind: a few statements for any number of them, all by an index.
pub async fn called(db: &impl ConnectionTrait, kind: &str, names: &[&str]) -> Result<Vec<Called>> {
    let numbers: BTreeSet<i64> =
        names.iter().flat_map(|name| [of_name(kind, name).number, of_sound(kind, name).number]).collect();
    let found = first_sharing(db, &numbers, MOST).await?;
    let ids: BTreeSet<RowId> = found.values().flatten().map(|(id, _)| *id).collect();
    let records = records::by_ids(db, ids).await?;
    let folded: Vec<String> = names.iter().map(|name| fold(name)).collect();
    let asked: BTreeSet<&str> = names.iter().copied().chain(folded.iter().map(String::as_str)).collect();
    let mut decided: BTreeMap<String, BTreeSet<RowId>> = BTreeMap::new();
    for decision in
        about(db, kind, &asked.into_iter().collect::<Vec<_>>()).await?.into_iter().filter(|d| d.same)
    {
        decided.entry(decision.called).or_default().insert(decision.record);
    }
    let of = |name: &str, folded: &str| {
        let by = |number: i64, ways: &[Way]| -> Vec<RowId> {
            let shared = found.get(&number).into_iter().flatten();
            let ids: BTreeSet<RowId> = shared
                .filter(|(_, way)| ways.iter().any(|w| w.number() == *way))
                .map(|(id, _)| *id)
                .collect();
            ids.into_iter().collect()
        };
        let (named, sounding) = (of_name(kind, name).number, of_sound(kind, name).number);
        let lowered = name.to_lowercase();
        let alike = by(named, &[Way::Name]);
        let called_so = |id: &&RowId| {
            records.get(id).is_some_and(|r| r.label.iter().any(|(_, words)| words.to_lowercase() == lowered))
        };
        let exactly: Vec<RowId> = alike.iter().filter(called_so).copied().collect();
        let meant: BTreeSet<RowId> =
            [name, folded].iter().filter_map(|called| decided.get(*called)).flatten().copied().collect();
        let ways = [meant.into_iter().collect(), alike, by(named, &[Way::OtherName])];
        let otherwise = match ways.iter().find(|ids| !ids.is_empty()).map(Vec::as_slice) {
            Some([id]) => Otherwise::One(*id),
            Some(_) => Otherwise::Several,
            None => {
                let near = by(sounding, &[Way::Sound, Way::OtherSound]);
                let near = near.iter().filter_map(|id| records.get(id)).take(SUGGESTED);
                Otherwise::Like(near.map(|r| format!("{} ({})", r.label.words("und"), r.code)).collect())
            }
        };
        Called { exactly, otherwise }
    };
    Ok(names.iter().zip(&folded).map(|(name, folded)| of(name, folded)).collect())
}
