//! Third step of planning: which rows with a new code are new records, and which are records that have
//! another code already.
//!
//! The column `same_as` of the row decides (a code, or `new`); then earlier decisions; then the rule of the
//! import. If none of them decides, the row is refused until a person does.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use decapolis_base::Texts;
use decapolis_register::duplicates::candidates::{Like, Likely, Newcomer, ask};
use decapolis_register::duplicates::decisions::{Decision, LIKENESSES, about};
use decapolis_register::duplicates::fold::fold;
use decapolis_register::journal::RowId;
use decapolis_register::records;
use decapolis_register::table::Table;
use decapolis_register::value::Values;
use decapolis_words::errors::Result;
use decapolis_words::message::Message;
use sea_orm::ConnectionTrait;

use super::planner::{FileLines, Planner, Tab};
use crate::transfer::fields::SAME_AS;
use crate::transfer::lines::{Line, kept};
use crate::transfer::row::{Row, label_of};
use crate::transfer::{cells, names, register};

const NEW: &str = "new";

/// The most decisions that the files themselves may bring.
const TOLD: usize = 100_000;

/// What is known of the codes of a chunk before its rows are looked at.
struct KnownCodes {
    decisions: Vec<Decision>,
    /// Records that the rows or decisions name.
    codes: HashMap<String, (RowId, String)>,
    likes: Vec<Vec<Like>>,
}

impl KnownCodes {
    fn same(&self, called: &str) -> Option<RowId> {
        self.decisions.iter().find(|d| d.same && d.called == called).map(|d| d.record)
    }
    /// The record of a kind that this code names: one of the rows before (`here`), one with this code, or the one that a
    /// decision says the code means.
    fn named(&self, code: &str, kind: &str, here: &HashMap<String, RowId>) -> Identity {
        let of_kind = self.codes.get(code).filter(|(_, of)| of == kind).map(|(id, _)| *id);
        match here.get(code).copied().or(of_kind).or_else(|| self.same(code)) {
            Some(record) => Identity::Record(record),
            None => Identity::Open(Message::with("error-same-as-unknown", [("text", code.into())])),
        }
    }
    fn different(&self, called: &str, record: RowId) -> bool {
        self.decisions.iter().any(|d| !d.same && d.called == called && d.record == record)
    }
}

/// What the rows of a chunk turned out to be.
struct Findings<'n> {
    kind: &'static str,
    decided: Vec<Decision>,
    /// Records that a row means for the first time, with the names it gives them.
    named: Vec<(RowId, &'n Texts)>,
    /// Codes of rows that are records with another code.
    aliases: Vec<(String, RowId)>,
    /// Codes of rows that a person must decide.
    open: Vec<String>,
}

impl<'n> Findings<'n> {
    fn decide(&mut self, called: &str, record: RowId, same: bool) {
        self.decided.push(Decision { kind: self.kind.into(), called: called.into(), record, same });
    }

    /// The code of a row means this record. `earlier` is the record that it meant by an earlier decision.
    fn means(&mut self, newcomer: &'n Newcomer<'_>, record: RowId, earlier: Option<RowId>) {
        if earlier != Some(record) {
            earlier.into_iter().for_each(|other| self.decide(newcomer.code, other, false));
            self.decide(newcomer.code, record, true);
            self.named.push((record, &newcomer.label));
        }
        self.aliases.push((newcomer.code.to_string(), record));
    }
}

/// What a row turned out to be.
enum Identity {
    New,
    Record(RowId),
    /// It cannot be told: why.
    Open(Message),
}

impl<C: ConnectionTrait> Planner<'_, C> {
    /// Heeds the decisions that these files bring.
    pub(super) fn hear_decisions(&mut self, tabs: &[Tab<'_>]) {
        let sources = tabs.iter().filter(|t| t.table.name == LIKENESSES.name).flat_map(|t| &t.sources);
        for FileLines { lines, .. } in sources {
            let at = |name: &str| lines.header().iter().position(|h| h == name);
            let (Some(kind), Some(called), Some(record), Some(decision)) =
                (at("kind"), at("called"), at("record"), at("decision"))
            else {
                continue;
            };
            let Ok(lines) = lines.lines() else { continue };
            for line in lines.take(TOLD) {
                let Ok(Line::Row { cells, .. }) = line else { continue };
                let cell = |n: usize| cells.get(n).cloned().map(kept).unwrap_or_default();
                self.duplicates
                    .told
                    .entry((cell(kind), cell(called)))
                    .or_default()
                    .push((cell(record), cell(decision) == "same"));
            }
        }
    }

    /// Finds out what the rows with new codes are: their ids, by code. A new record gets an id below zero.
    pub(super) async fn find_duplicates(
        &mut self,
        tab: &Tab<'_>,
        rows: &[&Row],
    ) -> Result<HashMap<String, RowId>> {
        let mut here: HashMap<String, RowId> = HashMap::new();
        if rows.is_empty() {
            return Ok(here);
        }
        let kind = tab.table.kind().expect("a table of records");
        let compares = self.duplicates.rule.likely != Likely::New && !tab.table.known_by.is_empty();
        let newcomers = self.newcomers(tab, rows, compares).await?;
        let known = self.known(tab, rows, &newcomers, compares).await?;
        let mut found = Findings { kind, decided: vec![], named: vec![], aliases: vec![], open: vec![] };
        for ((row, newcomer), likes) in rows.iter().zip(&newcomers).zip(&known.likes) {
            let code = newcomer.code;

            let earlier = known.same(code).or_else(|| self.told_same(kind, code, &known.codes, &here));
            let is = match row.cell(SAME_AS).unwrap_or_default() {
                NEW => {
                    earlier.into_iter().for_each(|record| found.decide(code, record, false));
                    likes.iter().for_each(|like| found.decide(code, like.record, false));
                    Identity::New
                }
                "" => match earlier {
                    Some(record) => Identity::Record(record),
                    None if compares => self.by_likeness(tab.table, newcomer, likes, &known),
                    None => Identity::New,
                },
                said if said == code => Identity::Open(Message::new("error-same-as-itself")),
                said => known.named(said, kind, &here),
            };
            let id = match is {
                Identity::Record(record) => {
                    found.means(newcomer, record, earlier);
                    record
                }
                Identity::New => {
                    let id = self.new_record();
                    if compares {
                        self.duplicates.window.add(tab.table, newcomer, id);
                    }
                    id
                }
                Identity::Open(message) => {
                    found.open.push(code.to_string());
                    self.problem(&row.header, row.place, SAME_AS, message).await?;
                    self.new_record()
                }
            };
            here.insert(code.to_string(), id);
        }
        let Findings { mut decided, named, aliases, open, .. } = found;
        self.names_of(kind, &named, &mut decided).await?;
        self.duplicates.any |= !aliases.is_empty() || !open.is_empty();
        self.duplicates.decided += decided.len();
        self.stage.add_duplicates(&aliases, &open, &decided).await?;
        Ok(here)
    }

    /// What a row is by the records of the register and of the files that it is like.
    fn by_likeness(
        &self,
        table: &'static Table,
        newcomer: &Newcomer<'_>,
        likes: &[Like],
        known: &KnownCodes,
    ) -> Identity {
        let (kind, code) = (table.kind().expect("a table of records"), newcomer.code);
        let in_file = self.duplicates.window.ask(table, newcomer);
        let likes = likes.iter().filter(|l| !known.different(code, l.record)).cloned().chain(in_file);
        let best = likes
            .filter(|like| !self.told_different(kind, code, &like.code))
            .reduce(|best, like| if like.similarity.score > best.similarity.score { like } else { best });
        match best {
            None => Identity::New,
            Some(like) if self.duplicates.rule.takes(&like) => Identity::Record(like.record),
            Some(like) => Identity::Open(like.message()),
        }
    }

    async fn newcomers<'r>(
        &mut self,
        tab: &Tab<'_>,
        rows: &[&'r Row],
        compares: bool,
    ) -> Result<Vec<Newcomer<'r>>> {
        // what refers to a record that a later table makes is not compared
        let references = if compares {
            names::references(self.db, Some(&self.stage), tab.table, rows).await?
        } else {
            Default::default()
        };
        let read = rows.iter().map(|row| Newcomer {
            code: row.cell("code").unwrap_or_default(),
            label: label_of(row, &Texts::new()),
            values: if compares {
                cells::values(tab.table, row, &references, &mut vec![])
            } else {
                Values::new()
            },
        });
        Ok(read.collect())
    }

    async fn known(
        &mut self,
        tab: &Tab<'_>,
        rows: &[&Row],
        newcomers: &[Newcomer<'_>],
        compares: bool,
    ) -> Result<KnownCodes> {
        let kind = tab.table.kind().expect("a table of records");
        let said = || {
            rows.iter().filter_map(|row| row.cell(SAME_AS)).filter(|said| !said.is_empty() && *said != NEW)
        };
        let called: BTreeSet<&str> = newcomers.iter().map(|n| n.code).chain(said()).collect();
        let called: Vec<&str> = called.into_iter().collect();
        let decisions = about(self.db, kind, &called).await?;
        let told = called
            .iter()
            .filter_map(|c| self.duplicates.told.get(&(kind.to_string(), c.to_string())))
            .flatten();
        let wanted: BTreeSet<&str> = said().chain(told.map(|(code, _)| code.as_str())).collect();
        let wanted: Vec<&str> = wanted.into_iter().collect();
        let mut codes = register::codes(self.db, &wanted).await?;
        codes.extend(self.stage.codes(wanted.iter().copied()).await?);
        let likes =
            if compares { ask(self.db, tab.table, newcomers).await? } else { vec![vec![]; newcomers.len()] };
        Ok(KnownCodes { decisions, codes, likes })
    }

    fn told_same(
        &self,
        kind: &str,
        code: &str,
        codes: &HashMap<String, (RowId, String)>,
        here: &HashMap<String, RowId>,
    ) -> Option<RowId> {
        let told = self.duplicates.told.get(&(kind.to_string(), code.to_string()))?;
        let (record, _) = told.iter().find(|(_, same)| *same)?;
        here.get(record).copied().or_else(|| codes.get(record).map(|(id, _)| *id))
    }

    fn told_different(&self, kind: &str, one: &str, two: &str) -> bool {
        let told = |called: &str, record: &str| {
            let of = self.duplicates.told.get(&(kind.to_string(), called.to_string()));
            of.is_some_and(|told| told.iter().any(|(code, same)| !same && code == record))
        };
        told(one, two) || told(two, one)
    }

    /// What the file calls a record means it from now on, unless the record is called so itself.
    async fn names_of(
        &self,
        kind: &str,
        named: &[(RowId, &Texts)],
        decided: &mut Vec<Decision>,
    ) -> Result<()> {
        if named.is_empty() {
            return Ok(());
        }
        let records = records::by_ids(self.db, named.iter().map(|(id, _)| *id).filter(|id| *id > 0)).await?;
        let own: BTreeMap<RowId, HashSet<String>> = records
            .iter()
            .map(|(id, record)| (*id, record.label.iter().map(|(_, words)| fold(words)).collect()))
            .collect();
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
