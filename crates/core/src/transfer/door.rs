//! Rows whose codes nobody has: new records, or records that are there under another code.
//!
//! What a row is, is said by its column `same_as` (a code, or `new`), by what was decided earlier, by the rule of the import, and else
//! asked: then the row is refused until somebody has said it.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use decapolis_base::Texts;
use sea_orm::ConnectionTrait;
use serde_json::json;

use super::cells::{self, Row, label_of};
use super::lines::{Line, kept};
use super::names;
use super::plan::{Planner, Source, Tab};
use super::register;
use super::stage::Stage;
use crate::errors::Result;
use crate::journal::RowId;
use crate::likeness::decisions::{Decision, LIKENESSES, about};
use crate::likeness::door::{Like, Likely, Newcomer, Rule, Window, ask};
use crate::likeness::fold::fold;
use crate::message::Message;
use crate::records;
use crate::value::Values;

/// The column in which a row says what it is.
pub const SAME_AS: &str = "same_as";
const NEW: &str = "new";

/// So many decisions of the files themselves are heeded while the same files are read.
const TOLD: usize = 100_000;

/// What the planner keeps of the door.
#[derive(Default)]
pub(super) struct Door {
    pub(super) rule: Rule,
    window: Window,
    /// Decisions that come with this very import: kind and what is called so, with the codes of the records.
    told: HashMap<(String, String), Vec<(String, bool)>>,
    /// Whether any row is a record under another code, or is asked about.
    pub(super) any: bool,
    pub(super) decided: usize,
}

impl Door {
    pub(super) fn with(rule: &Rule) -> Door {
        Door { rule: rule.clone(), ..Default::default() }
    }
}

/// What is known of the codes of a chunk before its rows are looked at.
struct Known {
    decisions: Vec<Decision>,
    /// Records that the rows or decisions name.
    codes: HashMap<String, (RowId, String)>,
    likes: Vec<Vec<Like>>,
}

impl Known {
    fn same(&self, called: &str) -> Option<RowId> {
        self.decisions.iter().find(|d| d.same && d.called == called).map(|d| d.record)
    }
    fn different(&self, called: &str, record: RowId) -> bool {
        self.decisions.iter().any(|d| !d.same && d.called == called && d.record == record)
    }
}

/// What a row turned out to be.
enum Is {
    New,
    Record(RowId),
    /// It cannot be told: why.
    Open(Message),
}

impl<C: ConnectionTrait> Planner<'_, C> {
    /// Heeds the decisions that these files bring.
    pub(super) fn hear_decisions(&mut self, tabs: &[Tab<'_>]) {
        let sources = tabs.iter().filter(|t| t.table.name == LIKENESSES.name).flat_map(|t| &t.sources);
        for Source { lines, .. } in sources {
            let at = |name: &str| lines.header().iter().position(|h| h == name);
            let (Some(kind), Some(called), Some(record), Some(decision)) = (at("kind"), at("called"), at("record"), at("decision")) else {
                continue;
            };
            let Ok(lines) = lines.lines() else { continue };
            for line in lines.take(TOLD) {
                let Ok(Line::Row { cells, .. }) = line else { continue };
                let cell = |n: usize| cells.get(n).cloned().map(kept).unwrap_or_default();
                self.door.told.entry((cell(kind), cell(called))).or_default().push((cell(record), cell(decision) == "same"));
            }
        }
    }

    /// What the rows of a chunk are whose codes nobody has: their ids, by code. A new record gets one below zero.
    pub(super) async fn meet(&mut self, tab: &Tab<'_>, rows: &[&Row]) -> Result<HashMap<String, RowId>> {
        let mut here: HashMap<String, RowId> = HashMap::new();
        if rows.is_empty() {
            return Ok(here);
        }
        let kind = tab.table.kind().expect("a table of records");
        let compares = self.door.rule.likely != Likely::New && !tab.table.known_by.is_empty();
        let newcomers = self.newcomers(tab, rows, compares).await?;
        let known = self.known(tab, rows, &newcomers, compares).await?;
        let (mut decided, mut named, mut aliases, mut open) = (vec![], vec![], vec![], vec![]);
        for ((row, newcomer), likes) in rows.iter().zip(&newcomers).zip(&known.likes) {
            let code = newcomer.code;
            let mut decide = |record: RowId, same: bool| {
                decided.push(Decision { kind: kind.into(), called: code.into(), record, same });
            };
            let earlier = known.same(code).or_else(|| self.told_same(kind, code, &known.codes, &here));
            let is = match row.cell(SAME_AS).unwrap_or_default() {
                NEW => {
                    earlier.into_iter().for_each(|record| decide(record, false));
                    likes.iter().for_each(|like| decide(like.record, false));
                    Is::New
                }
                "" => match earlier {
                    Some(record) => Is::Record(record),
                    None if compares => {
                        let in_file = self.door.window.ask(tab.table, newcomer);
                        let likes = likes.iter().filter(|l| !known.different(code, l.record)).cloned().chain(in_file);
                        let best = likes
                            .filter(|like| !self.told_different(kind, code, &like.code))
                            .reduce(|best, like| if like.likeness.score > best.likeness.score { like } else { best });
                        match best {
                            None => Is::New,
                            Some(like) if self.door.rule.takes(&like) => {
                                decide(like.record, true);
                                Is::Record(like.record)
                            }
                            Some(like) => Is::Open(like.message()),
                        }
                    }
                    None => Is::New,
                },
                said if said == code => Is::Open(Message::new("error-same-as-itself")),
                said => {
                    let of_kind = known.codes.get(said).filter(|(_, of)| of == kind).map(|(id, _)| *id);
                    match here.get(said).copied().or(of_kind).or_else(|| known.same(said)) {
                        Some(record) => {
                            earlier.filter(|e| *e != record).into_iter().for_each(|other| decide(other, false));
                            if earlier != Some(record) {
                                decide(record, true);
                            }
                            Is::Record(record)
                        }
                        None => Is::Open(Message::with("error-same-as-unknown", [("text", said.into())])),
                    }
                }
            };
            let id = match is {
                Is::Record(record) => {
                    if earlier != Some(record) {
                        named.push((record, &newcomer.label));
                    }
                    aliases.push((code.to_string(), record));
                    record
                }
                Is::New | Is::Open(_) => {
                    self.new_records += 1;
                    -self.new_records
                }
            };
            here.insert(code.to_string(), id);
            match is {
                Is::New if compares => self.door.window.add(tab.table, newcomer, id),
                Is::Open(message) => {
                    open.push(code.to_string());
                    self.problem(&row.header, row.place, SAME_AS, message).await?;
                }
                _ => {}
            }
        }
        self.names_of(kind, &named, &mut decided).await?;
        self.door.any |= !aliases.is_empty() || !open.is_empty();
        self.door.decided += decided.len();
        self.stage.add_met(&aliases, &open, &decided).await?;
        Ok(here)
    }

    async fn newcomers<'r>(&mut self, tab: &Tab<'_>, rows: &[&'r Row], compares: bool) -> Result<Vec<Newcomer<'r>>> {
        // what refers to a record that a later table makes is not compared
        let references = if compares { names::references(self.db, Some(&self.stage), tab.table, rows).await? } else { Default::default() };
        let read = rows.iter().map(|row| Newcomer {
            code: row.cell("code").unwrap_or_default(),
            label: label_of(row, &Texts::new()),
            values: if compares { cells::values(tab.table, row, &references, &mut vec![]) } else { Values::new() },
        });
        Ok(read.collect())
    }

    async fn known(&mut self, tab: &Tab<'_>, rows: &[&Row], newcomers: &[Newcomer<'_>], compares: bool) -> Result<Known> {
        let kind = tab.table.kind().expect("a table of records");
        let said = || rows.iter().filter_map(|row| row.cell(SAME_AS)).filter(|said| !said.is_empty() && *said != NEW);
        let called: BTreeSet<&str> = newcomers.iter().map(|n| n.code).chain(said()).collect();
        let called: Vec<&str> = called.into_iter().collect();
        let decisions = about(self.db, kind, &called).await?;
        let told = called.iter().filter_map(|c| self.door.told.get(&(kind.to_string(), c.to_string()))).flatten();
        let wanted: BTreeSet<&str> = said().chain(told.map(|(code, _)| code.as_str())).collect();
        let wanted: Vec<&str> = wanted.into_iter().collect();
        let mut codes = register::codes(self.db, &wanted).await?;
        codes.extend(self.stage.codes(wanted.iter().copied()).await?);
        let likes = if compares { ask(self.db, tab.table, newcomers).await? } else { vec![vec![]; newcomers.len()] };
        Ok(Known { decisions, codes, likes })
    }

    fn told_same(&self, kind: &str, code: &str, codes: &HashMap<String, (RowId, String)>, here: &HashMap<String, RowId>) -> Option<RowId> {
        let told = self.door.told.get(&(kind.to_string(), code.to_string()))?;
        let (record, _) = told.iter().find(|(_, same)| *same)?;
        here.get(record).copied().or_else(|| codes.get(record).map(|(id, _)| *id))
    }

    fn told_different(&self, kind: &str, one: &str, two: &str) -> bool {
        let told = |called: &str, record: &str| {
            let of = self.door.told.get(&(kind.to_string(), called.to_string()));
            of.is_some_and(|told| told.iter().any(|(code, same)| !same && code == record))
        };
        told(one, two) || told(two, one)
    }

    /// What the file calls a record means it from now on, unless the record is called so itself.
    async fn names_of(&self, kind: &str, named: &[(RowId, &Texts)], decided: &mut Vec<Decision>) -> Result<()> {
        if named.is_empty() {
            return Ok(());
        }
        let records = records::by_ids(self.db, named.iter().map(|(id, _)| *id).filter(|id| *id > 0)).await?;
        let own: BTreeMap<RowId, HashSet<String>> =
            records.iter().map(|(id, record)| (*id, record.label.iter().map(|(_, words)| fold(words)).collect())).collect();
        for (record, label) in named {
            for called in label.iter().map(|(_, words)| fold(words)).collect::<BTreeSet<_>>() {
                if !called.is_empty() && !own.get(record).is_some_and(|own| own.contains(&called)) {
                    decided.push(Decision { kind: kind.into(), called, record: *record, same: true });
                }
            }
        }
        Ok(())
    }
}

/// Whether a row with a code of its own says that it is another record.
pub(super) fn says_another(row: &Row) -> bool {
    row.cell(SAME_AS).is_some_and(|said| !said.is_empty() && said != NEW && Some(said) != row.cell("code"))
}

impl Stage {
    async fn add_met(&self, aliases: &[(String, RowId)], open: &[String], decided: &[Decision]) -> Result<()> {
        if !aliases.is_empty() {
            let sql = "INSERT OR IGNORE INTO aliases SELECT value->>0, value->>1 FROM json_each(?)";
            self.run(sql, [json!(aliases).to_string().into()]).await?;
        }
        if !open.is_empty() {
            self.run("INSERT OR IGNORE INTO open SELECT value FROM json_each(?)", [json!(open).to_string().into()]).await?;
        }
        if !decided.is_empty() {
            let rows: Vec<_> = decided.iter().map(|d| json!([d.kind, d.called, d.record, i64::from(d.same)])).collect();
            let sql = "INSERT OR REPLACE INTO decided SELECT value->>0, value->>1, value->>2, value->>3 FROM json_each(?)";
            self.run(sql, [json!(rows).to_string().into()]).await?;
        }
        Ok(())
    }

    /// Which of these codes are other codes of records, and which are asked about.
    pub(super) async fn met(&self, codes: &[&str]) -> Result<(HashMap<String, RowId>, HashSet<String>)> {
        let list = json!(codes).to_string();
        let (mut aliases, mut open) = (HashMap::new(), HashSet::new());
        let sql = "SELECT t.code, t.id FROM json_each(?) j CROSS JOIN aliases t ON t.code = j.value";
        for row in self.ask(sql, [list.clone().into()]).await? {
            aliases.insert(row.try_get_by_index(0)?, row.try_get_by_index(1)?);
        }
        let sql = "SELECT t.code FROM json_each(?) j CROSS JOIN open t ON t.code = j.value";
        for row in self.ask(sql, [list.into()]).await? {
            open.insert(row.try_get_by_index(0)?);
        }
        Ok((aliases, open))
    }

    /// What was decided in this import, after the decision with this number, a chunk of them.
    pub(super) async fn decisions_after(&self, after: i64, limit: usize) -> Result<Vec<(i64, Decision)>> {
        let sql = format!("SELECT rowid, kind, called, record, same FROM decided WHERE rowid > ? ORDER BY rowid LIMIT {limit}");
        let rows = self.ask(&sql, [after.into()]).await?;
        let read = |row: &sea_orm::QueryResult| -> Result<(i64, Decision)> {
            let decision = Decision {
                kind: row.try_get_by_index(1)?,
                called: row.try_get_by_index(2)?,
                record: row.try_get_by_index(3)?,
                same: row.try_get_by_index::<i64>(4)? == 1,
            };
            Ok((row.try_get_by_index(0)?, decision))
        };
        rows.iter().map(read).collect()
    }
}
