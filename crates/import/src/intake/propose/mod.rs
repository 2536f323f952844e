//! Proposes which columns of a table found are which columns of the register, and says why.

mod as_mapping;
mod content;
mod corrected;
mod doubts;
mod headings;
mod names;

use decapolis_register::schema::Tables;
use decapolis_register::table::{Kind, Table};
use decapolis_spreadsheets::{DetectedTable, Grid, Reads};
use decapolis_words::errors::Result;
use decapolis_words::message::Message;
use sea_orm::ConnectionTrait;

use self::content::Samples;
use super::check::column_of;
use super::origin::{Across, As, CellSource, Origin};
use super::synonyms::Synonyms;
use super::vocabulary::{Vocabulary, common};
use crate::transfer::SAME_AS;

/// A column of the file that goes into a column of the register.
#[derive(Clone, Debug, PartialEq)]
pub struct Matched {
    /// Its place among the columns found.
    pub at: usize,
    /// The column of the register, with its language where it is of texts.
    pub column: String,
    /// From 0 to 1.
    pub sure: f64,
    pub why: Message,
    pub origin: Origin,
}

/// A table of the register that a table found may go into.
#[derive(Clone, Debug, PartialEq)]
pub struct Proposal {
    pub table: &'static str,
    /// From 0 to 1.
    pub sure: f64,
    pub matched: Vec<Matched>,
    /// Columns of the file that go nowhere.
    pub unmatched: Vec<usize>,
    /// Columns of the register that cannot be empty and come from nowhere yet.
    pub missing: Vec<&'static str>,
    /// Whether the table has its years across.
    pub years: bool,
    /// Columns of the register that a person gave the same words in every row.
    pub set: Vec<(String, Origin)>,
}

/// From which sureness a column is matched.
const ENOUGH: f64 = 0.45;

/// Finds matches.
pub struct Proposer<'a> {
    pub tables: Tables,
    pub vocabulary: &'a Vocabulary,
    pub synonyms: &'a Synonyms,
}

impl Proposer<'_> {
    /// The tables that a table found may go into, the surest first; only this one where one is named. `called` is what the file and its
    /// sheet are called.
    ///
    /// A part of the file is read, and at most 200 of its cells are looked up in the register.
    pub async fn propose(
        &self,
        db: &impl ConnectionTrait,
        grid: &dyn Grid,
        found: &DetectedTable,
        called: &str,
        only: Option<&str>,
    ) -> Result<Vec<Proposal>> {
        let samples = Samples::of(grid, found, db, self.vocabulary).await?;
        let tables =
            self.tables.0.iter().copied().filter(|t| t.in_files && only.is_none_or(|name| name == t.name));
        let mut all: Vec<Proposal> = tables.map(|table| self.into(table, found, &samples, called)).collect();
        all.retain(|p| only.is_some() || !p.matched.is_empty() && p.sure >= 0.15);
        all.sort_by(|a, b| b.sure.total_cmp(&a.sure));
        Ok(all)
    }

    fn into(
        &self,
        table: &'static Table,
        found: &DetectedTable,
        samples: &Samples,
        called: &str,
    ) -> Proposal {
        let across = decapolis_spreadsheets::years_across(found).filter(|_| {
            let has = |kind| table.columns.iter().any(|c| c.kind == kind);
            has(Kind::Number) && has(Kind::Day)
        });
        let mut elsewhere: Vec<usize> = across.iter().flat_map(|a| a.columns.iter().map(|c| c.0)).collect();
        elsewhere.extend((0..found.columns.len()).filter(|at| self.vocabulary.is_reported(&found.name(*at))));
        let mut matched: Vec<Matched> = vec![];
        let halves = table.kind().and_then(|_| headings::halves_of_a_name(found));
        if let Some((given, family)) = halves.filter(|(given, _)| !elsewhere.contains(given)) {
            matched.extend(self.whole_name(table, found, given, family));
            // half a name is no name
            elsewhere.extend([given, family]);
        }
        let scores = self.scores(table, found, samples, &elsewhere);
        for (sure, at, column, why) in scores.clone() {
            let coordinates = found.columns[at].guess.reads == Reads::Coordinates;
            let column = self.in_language(table, column);
            let taken = matched.iter().any(|m| m.column == column || m.at == at && !coordinates);
            if !taken {
                let origin = origin_of(table, &column, &found.name(at), &found.columns[at].guess.reads);
                matched.push(Matched { at, column, sure, why, origin });
            }
        }
        self.doubt_rivals(table, found, &scores, &mut matched);
        if let Some(across) = &across {
            self.across(table, found, across.columns[0].0, &mut matched);
        }
        matched.sort_by_key(|m| m.at);
        elsewhere.retain(|at| !matched.iter().any(|m| m.at == *at));
        if !found.heading.is_empty()
            && matched.len() + elsewhere.len() == found.columns.len()
            && matched.iter().all(|m| m.sure == 1.0)
        {
            // what the register wrote is read as it wrote it
            matched.iter_mut().for_each(|m| m.origin = as_written(table, &m.column, &found.name(m.at)));
        }
        let unmatched = (0..found.columns.len())
            .filter(|at| !elsewhere.contains(at) && !matched.iter().any(|m| m.at == *at))
            .collect();
        let mut proposal = Proposal {
            table: table.name,
            sure: 0.0,
            matched,
            unmatched,
            missing: vec![],
            years: across.is_some(),
            set: vec![],
        };
        proposal.missing = missing(table, &proposal.matched);
        proposal.sure = self.sure(table, found, &proposal, elsewhere.len(), called);
        proposal
    }

    /// The pairs of a column of the file and one of the table that may be the same, the surest first: how sure, the column of
    /// the file, the column of the table, and why. Columns that are read `elsewhere` are skipped.
    fn scores(
        &self,
        table: &'static Table,
        found: &DetectedTable,
        samples: &Samples,
        elsewhere: &[usize],
    ) -> Vec<(f64, usize, String, Message)> {
        let mut scores: Vec<(f64, usize, String, Message)> = vec![];
        for at in (0..found.columns.len()).filter(|at| !elsewhere.contains(at)) {
            let texts = self.vocabulary.texts_column(table.name, &headings::said(found, at));
            for column in columns_of(table)
                .filter(|c| texts.as_ref() != Some(c))
                .chain(texts.clone())
                .chain(self.called_by_us(table, found, at))
            {
                let Some(kind) = column_of(table, &column).or_else(|| texts_kind(table, &column)) else {
                    continue;
                };
                if let Some((sure, why)) = self.score(table, &column, kind, found, at, samples)
                    && sure >= ENOUGH
                {
                    scores.push((sure, at, column, why));
                }
            }
        }
        scores.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)).then(a.2.cmp(&b.2)));
        scores
    }

    /// The column that an export of the register heads so, also in a language that is not the program's.
    fn called_by_us(&self, table: &Table, found: &DetectedTable, at: usize) -> Option<String> {
        let said = Some(headings::said(found, at)).filter(|_| !found.columns[at].heading.is_empty())?;
        self.vocabulary.column(table.name, &said).map(str::to_string)
    }

    /// How sure one column is another; nothing where nothing speaks for it.
    fn score(
        &self,
        table: &'static Table,
        column: &str,
        kind: Kind,
        found: &DetectedTable,
        at: usize,
        samples: &Samples,
    ) -> Option<(f64, Message)> {
        let name = found.name(at);
        let named = |key| Message::with(key, [("heading", name.clone().into())]);
        let whole = headings::said(found, at);
        let last = whole.as_str();
        let own_name = |heading: &str| self.vocabulary.column(table.name, heading);
        let own = |heading: &str| {
            self.vocabulary.column(table.name, heading).is_some_and(|c| c == column)
                || self.vocabulary.texts_column(table.name, heading).is_some_and(|c| c == column)
        };
        if !found.heading.is_empty() && (own(&name) || own(last)) {
            // what the register itself calls so is doubted only where cells say otherwise
            let fits = samples.fits(table, column, kind, found, at).0;
            // the words of these two are not in the vocabulary: they are the file format's own
            let doubted = fits < 0.3 && !matches!(column, "nature" | "revision");
            return Some(match (doubted, kind) {
                (false, _) => (1.0, named("match-own-name")),
                (true, Kind::Choice(_)) => (0.5, samples.words_unknown(table, column, at)),
                (true, _) => (0.5, named("match-own-name")),
            });
        }
        if !found.heading.is_empty() && headings::is_of_another_time(last) {
            return None;
        }
        // what the register calls another column is that one: Population is not the source of a population
        let of_another = own_name(&name).or_else(|| own_name(last)).is_some_and(|other| other != column);
        let by_name = if found.heading.is_empty() || of_another {
            0.0
        } else {
            names::alike(table, column, last, self.vocabulary, self.synonyms)
        };
        let (fits, why) = samples.fits(table, column, kind, found, at);
        let by_content = samples.speaks_for(table, column, kind, found, at);
        match by_content {
            Some((sure, why)) if sure > by_name * fits => Some(((sure + by_name * 0.3).min(0.98), why)),
            _ if by_name > 0.0 => {
                let why = if by_name >= 0.85 {
                    named("match-other-name")
                } else {
                    why.unwrap_or_else(|| named("match-like-name"))
                };
                Some((by_name * fits, why))
            }
            _ => None,
        }
    }

    /// Texts without a language go into the column without one, where there is one.
    fn in_language(&self, table: &Table, column: String) -> String {
        // the label of a record may stand without a language as it is
        let texts = table.columns.iter().any(|c| c.name == column && c.kind == Kind::Texts);
        if texts { format!("{column}_und") } else { column }
    }

    /// The year in the heading, and the cell under it.
    fn across(&self, table: &Table, found: &DetectedTable, at: usize, matched: &mut Vec<Matched>) {
        let mut put = |kind: Kind, across: Across| {
            if let Some(column) = table.columns.iter().find(|c| c.kind == kind) {
                matched.retain(|m| m.column != column.name);
                let why = Message::with("match-years-across", [("heading", found.name(at).into())]);
                let origin = Origin { from: CellSource::Across(across), then: Default::default() };
                matched.push(Matched { at, column: column.name.to_string(), sure: 0.9, why, origin });
            }
        };
        put(Kind::Day, Across::Year);
        put(Kind::Number, Across::Value);
    }

    /// How sure the whole is: which part of the file's columns have a place, how surely, and whether what is needed is there.
    fn sure(
        &self,
        table: &'static Table,
        found: &DetectedTable,
        proposal: &Proposal,
        elsewhere: usize,
        called: &str,
    ) -> f64 {
        let columns = found.columns.len();
        let own = proposal.matched.iter().filter(|m| m.sure == 1.0).count();
        let named_so = self.vocabulary.table(called).is_some_and(|t| t == table.name);
        let reported = (0..columns).filter(|at| self.vocabulary.is_reported(&found.name(*at))).count();
        if own + reported == columns && proposal.missing.is_empty() && own > 0 {
            // another table may have the same columns: the file's name decides
            return if named_so { 1.0 } else { 0.99 };
        }
        let placed: f64 = proposal.matched.iter().map(|m| m.sure).sum::<f64>() + elsewhere as f64;
        let needed = needed(table);
        let there = needed.len() - proposal.missing.len().min(needed.len());
        let enough = if needed.is_empty() { 1.0 } else { there as f64 / needed.len() as f64 };
        let sure = (placed / columns.max(1) as f64).min(1.0) * (0.3 + 0.7 * enough);
        (if named_so { sure + 0.2 } else { sure }).min(0.98)
    }
}

/// The columns a table found may go into, texts without their language.
fn columns_of(table: &'static Table) -> impl Iterator<Item = String> {
    let own = table.columns.iter().chain(common(table));
    let texts = own
        .clone()
        .filter(|c| c.kind == Kind::Texts)
        .flat_map(|c| decapolis_words::languages().map(|l| format!("{}_{l}", c.name)));
    own.map(|c| c.name.to_string())
        .chain(texts)
        .chain(["nature", "revision"].map(String::from))
        .chain(table.kind().into_iter().flat_map(|_| ["original", SAME_AS].map(String::from)))
}

fn texts_kind(table: &Table, column: &str) -> Option<Kind> {
    table.columns.iter().find(|c| c.name == column).map(|c| c.kind)
}

/// What a row of this table cannot do without.
fn needed(table: &'static Table) -> Vec<&'static str> {
    let own = table.columns.iter().filter(|c| c.required && c.kind != Kind::Bool).map(|c| c.name);
    table.kind().map(|_| "label").into_iter().chain(own).collect()
}

fn missing(table: &'static Table, matched: &[Matched]) -> Vec<&'static str> {
    let has = |name: &str| {
        matched
            .iter()
            .any(|m| m.column == name || m.column.rsplit_once('_').is_some_and(|(of, _)| of == name))
    };
    let flags = table.columns.iter().filter(|c| c.required && c.kind == Kind::Bool).map(|c| c.name);
    needed(table).into_iter().chain(flags).filter(|name| !has(name)).collect()
}

/// How a column of the file is read into a column of this name.
fn origin_of(table: &Table, column: &str, name: &str, guess: &Reads) -> Origin {
    let mut origin = Origin::column(name);
    let text = column_of(table, column) == Some(Kind::Text);
    origin.then.read_as = match column {
        "country" if text => Some(As::Country),
        "latitude" => Some(As::Latitude),
        "longitude" => Some(As::Longitude),
        _ if text && matches!(guess, Reads::List { .. }) && column == "other_names" => Some(As::List),
        _ => None,
    };
    if let (Reads::List { separator }, Some(As::List)) = (guess, origin.then.read_as) {
        origin.then.parted_by = Some(separator.to_string());
    }
    origin
}

/// A column that the register itself wrote: its words are not cleaned, its countries and lists not looked into.
pub(super) fn as_written(table: &Table, column: &str, name: &str) -> Origin {
    let mut origin = Origin::column(name);
    let words = matches!(column_of(table, column), Some(Kind::Text | Kind::Ref(_)));
    origin.then.read_as = words.then_some(As::Exact);
    origin
}
