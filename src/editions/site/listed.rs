//! The page of editions with their corrections, and the signatures of the live page.

use std::collections::BTreeMap;

use decapolis_figures::{Access, Catalog, Class, Viewer};
use decapolis_register::journal::RowId;
use decapolis_register::records::{self, Record};
use decapolis_register::table::Kind;
use decapolis_register::value::{Cell as Stored, Values};
use decapolis_words::errors::{Error, Result};
use maud::Markup;

use crate::editions::changed_fields::ChangedField;
use crate::editions::corrections::{Change, Correction, Corrections, what};
use crate::editions::kept::Kept;
use crate::editions::recounted::Wording;
use crate::editions::sign::Standing;
use crate::editions::site::listed_html::{self as html, CorrectionShown, EditionShown, EditionsPage};
use crate::editions::{Edition, Way, sign, store};
use crate::page::site as year;
use crate::page::years::Years;
use crate::records::worded::{day_text, label, reference, value};
use crate::web::components::Link;
use crate::web::context::{Reader, Site};
use crate::web::shell;
use crate::web::table::{Cell, Column, Table};

/// The most rows shown under a correction. The others are only counted.
const ROWS: usize = 30;

pub async fn show(site: &Site, reader: &Reader<'_>, years: Years) -> Result<Markup> {
    let today = site.app.settings.today();
    let db = site.app.db.reader();
    let all = store::of_page(db, (years.from, years.to)).await?;
    let open: Vec<&Edition> = all.iter().filter(|e| e.is_open_to(reader.audience, today)).collect();
    // a year whose only editions are as printed has no live page
    let live = years.page(&site.app).is_ok();
    if open.is_empty() && !live {
        years.page(&site.app)?;
        return Err(Error::NotFound("page"));
    }
    let mut shown = vec![];
    for edition in open {
        let corrections = site.own::<Kept>().corrections(&site.app, edition).await?;
        let changes = || corrections.numbers.iter().flat_map(|c| &c.changes);
        let mut named: Vec<RowId> = changes().filter_map(|change| change.unit).collect();
        changes().for_each(|change| named.extend(change.fields.iter().flat_map(referred)));
        let labels = records::by_ids(db, named).await?;
        shown.push(
            View { reader, catalog: &site.app.figures.catalog, viewer: site.viewer(reader), labels: &labels }
                .edition(edition, &corrections),
        );
    }
    let say = |key: &str| reader.locale.say(key);
    let standings =
        if live { sign::standings(db, &year::sheet(site, reader, years).await?).await? } else { vec![] };
    let heading = reader.locale.with(
        "editions-heading",
        &[("year", site.app.settings.year_starts.words_of_years(years.from, years.to).into())].into(),
    );
    let page = EditionsPage {
        heading: heading.clone(),
        words: say("editions-intro"),
        none: shown.is_empty().then(|| say("editions-none")),
        editions: shown,
        signatures_heading: say("signatures-heading"),
        signatures_words: say("signatures-intro"),
        signatures: live.then(|| signatures(reader, standings)),
        links: if live {
            vec![Link::new(say("edition-live"), reader.to(&format!("{}/live", years.path())))]
        } else {
            vec![]
        },
    };
    Ok(html::page(
        &shell::shell(site, reader, &heading, &format!("{}/editions", years.path()), Some(years.to)),
        &page,
    ))
}

/// The sections of the page, each with its signature.
fn signatures(reader: &Reader<'_>, standings: Vec<Standing>) -> Table {
    let locale = &reader.locale;
    let rows = standings.into_iter().map(|s| {
        let state = match &s.signed {
            Some(signed) => {
                let args =
                    [("by", signed.by.as_str().into()), ("day", locale.numerals.day(signed.day).into())];
                locale.with(if s.holds { "signature-holds" } else { "signature-changed" }, &args.into())
            }
            None => locale.say("signature-missing"),
        };
        vec![Cell::text(s.heading), Cell::text(state)]
    });
    Table {
        caption: locale.say("signatures-heading"),
        columns: ["signature-section", "signature-state"]
            .map(|key| Column { label: locale.say(key), numeric: false })
            .into(),
        rows: rows.collect(),
        empty: String::new(),
    }
}

/// The records that a changed value refers to, then and now.
fn referred(field: &ChangedField) -> Vec<RowId> {
    if !matches!(field.kind, Kind::Ref(_)) {
        return vec![];
    }
    let of = |values: &Values| values.get(field.column).and_then(Stored::int);
    [&field.old, &field.new].into_iter().filter_map(of).collect()
}

struct View<'a> {
    reader: &'a Reader<'a>,
    catalog: &'a Catalog,
    viewer: Viewer,
    /// The records that are counted.
    labels: &'a BTreeMap<RowId, Record>,
}

impl View<'_> {
    fn wording(&self) -> Wording<'_> {
        Wording { catalog: self.catalog, viewer: self.viewer, locale: &self.reader.locale }
    }

    fn say(&self, key: &str) -> String {
        self.reader.locale.say(key)
    }

    fn with(&self, key: &str, name: &'static str, value: String) -> String {
        self.reader.locale.with(key, &[(name, value.into())].into())
    }

    fn edition(&self, edition: &Edition, corrections: &Corrections) -> EditionShown {
        let locale = &self.reader.locale;
        let mut state =
            vec![self.with("edition-published-on", "day", locale.numerals.day(edition.published))];
        if let Some(by) = &edition.by {
            state.push(self.with("edition-published-by", "by", by.clone()));
        }
        let unsigned = edition.unsigned.len();
        let counted = edition.way == Way::Counted;
        match edition.way {
            Way::AsPrinted => {
                state.push(self.say("edition-as-printed"));
                state.push(self.with("edition-source", "source", edition.source.clone().unwrap_or_default()));
            }
            Way::Counted if unsigned > 0 => {
                state.push(locale.with("edition-unsigned-count", &[("n", unsigned.into())].into()))
            }
            Way::Counted => {}
        }
        EditionShown {
            key: format!("e{}", edition.number),
            link: Link::new(
                locale.with("edition-number", &[("number", edition.number.into())].into()),
                self.reader.to(&edition.path()),
            ),
            state,
            proof: Link::new(self.say("proof-button"), self.reader.to(&format!("{}/proof", edition.path()))),
            corrections_heading: self.say("corrections-heading"),
            corrections: corrections.numbers.iter().map(|c| self.correction(edition, c)).collect(),
            none: (counted && corrections.numbers.is_empty()).then(|| self.say("corrections-none")),
            rules: corrections
                .rules
                .iter()
                .map(|rule| {
                    let title = (
                        "figure",
                        locale
                            .maybe(&format!("figure-{}.title", rule.figure))
                            .unwrap_or(rule.figure.clone())
                            .into(),
                    );
                    let old = ("old", rule.old.to_string().into());
                    match rule.new {
                        Some(new) => {
                            locale.with("rule-changed", &[title, old, ("new", new.to_string().into())].into())
                        }
                        None => locale.with("rule-gone", &[title, old].into()),
                    }
                })
                .collect(),
        }
    }

    fn correction(&self, edition: &Edition, it: &Correction) -> CorrectionShown {
        let locale = &self.reader.locale;
        let (figure, period) = (&it.number.figure, it.number.period);
        let title = locale.maybe(&format!("figure-{}.title", figure.key)).unwrap_or(figure.key.clone());
        let number = &it.number;
        let change = if number.differs() {
            number.short(&self.wording())
        } else {
            self.with("correction-of-rows", "value", number.worded(&self.wording()).0)
        };
        let column = |key: &str| Column { label: self.say(key), numeric: false };
        let (listed, others): (Vec<&Change>, Vec<&Change>) =
            it.changes.iter().partition(|change| self.is_listed(it, change));
        let mut rows: Vec<Vec<Cell>> =
            listed.iter().take(ROWS).map(|change| self.row(change, self.which(change))).collect();
        rows.extend(self.together(&others).into_iter().take(ROWS));
        // also count the rows that were not compared one by one
        let more = listed.len().saturating_sub(ROWS) as i64 + it.all - it.changes.len() as i64;
        CorrectionShown {
            figure: Link::new(
                title.clone(),
                self.reader.to(&format!(
                    "/figures/{}?from={}&at={}&known={}",
                    figure.key,
                    period.from,
                    period.to,
                    edition.code()
                )),
            ),
            code: figure.code.clone(),
            of_number: number.differs(),
            change,
            rows: Table {
                caption: title,
                columns: [
                    "correction-which",
                    "correction-what",
                    "correction-why",
                    "correction-who",
                    "correction-when",
                ]
                .map(column)
                .into(),
                rows,
                empty: String::new(),
            },
            more: (more > 0).then(|| locale.with("record-more", &[("n", more.into())].into())),
        }
    }

    /// Whether this reader may see such rows one by one, and the record's name.
    fn is_listed(&self, it: &Correction, change: &Change) -> bool {
        // by the rule of the edition and by today's: what was restricted since stays restricted
        let of = |class: Class| {
            let of_rule = |figure| self.catalog.access(figure, class, self.reader.audience);
            let present = self.catalog.figure(&it.number.figure.key).map_or(Access::List, of_rule);
            of_rule(&it.number.figure).max(present)
        };
        change.unit.is_some_and(|unit| self.labels.contains_key(&unit))
            && change.old.iter().chain(&change.new).all(|row| of(row.class) == Access::List)
    }

    fn which(&self, change: &Change) -> Cell {
        let Some(record) = change.unit.and_then(|unit| self.labels.get(&unit)) else {
            return Cell::default();
        };
        let field = reference("unit", record, self.reader.audience, &self.reader.locale);
        Cell {
            href: field.record.map(|(kind, code)| self.reader.to(&format!("/{kind}/{code}"))),
            tag: field.illustrative.then(|| self.say("illustrative")),
            ..Cell::text(field.text)
        }
    }

    /// The rows that are not shown one by one, as counts by kind of change.
    fn together(&self, changes: &[&Change]) -> Vec<Vec<Cell>> {
        let mut groups: Vec<(&Change, i64)> = vec![];
        for change in changes {
            let alike = |other: &Change| {
                what(other) == what(change) && other.entry == change.entry && other.surely == change.surely
            };
            match groups.iter_mut().find(|(other, _)| alike(other)) {
                Some((_, n)) => *n += 1,
                None => groups.push((change, 1)),
            }
        }
        let which =
            |n: i64| Cell::text(self.reader.locale.with("correction-not-listed", &[("n", n.into())].into()));
        // rows that are not listed do not tell their values either
        let silent = |change: &Change| Change { fields: vec![], ..change.clone() };
        groups.into_iter().map(|(change, n)| self.row(&silent(change), which(n))).collect()
    }

    /// What happened to a row: how it counts, and the values beside it that differ.
    fn happened(&self, change: &Change) -> String {
        let mut said = vec![self.say(what(change))];
        for field in &change.fields {
            let args = [
                ("column", label(field.table, field.column, &self.reader.locale).into()),
                ("old", self.value(field, &field.old).into()),
                ("new", self.value(field, &field.new).into()),
            ];
            said.push(self.reader.locale.with("correction-field", &args.into()));
        }
        said.join("; ")
    }

    fn value(&self, field: &ChangedField, values: &Values) -> String {
        let locale = &self.reader.locale;
        let stored = values.get(field.column).unwrap_or(&Stored::Null);
        let words = match field.kind {
            Kind::Ref(_) => {
                let record = stored.int().and_then(|id| self.labels.get(&id));
                record
                    .map(|r| reference(field.column, r, self.reader.audience, locale).text)
                    .unwrap_or_default()
            }
            Kind::Day | Kind::Bound => day_text(values, field.column, locale),
            kind => value(kind, stored, values, locale),
        };
        if words.is_empty() { self.say("page-no-data.sign") } else { words }
    }

    /// One row: record, change, reason, role and day.
    fn row(&self, change: &Change, which: Cell) -> Vec<Cell> {
        let (why, who, when) = match &change.entry {
            Some(entry) => {
                let day = self.reader.locale.numerals.day(entry.day);
                let number = self.with("correction-entry", "number", entry.number.to_string());
                let taken_back =
                    entry.undoes.as_ref().map(|batch| self.with("correction-undoes", "batch", batch.clone()));
                let why = entry
                    .reason
                    .clone()
                    .or(taken_back)
                    .unwrap_or_else(|| self.say("correction-without-reason"));
                // a reason is given for a whole batch, not for a row of it
                let why = match entry.batch.as_ref().filter(|_| entry.reason.is_some()) {
                    Some(batch) => self.reader.locale.with(
                        "correction-batch-reason",
                        &[("why", why.into()), ("batch", batch.as_str().into())].into(),
                    ),
                    None => why,
                };
                let why = if change.surely { why } else { self.with("correction-presumably", "why", why) };
                let who = self
                    .reader
                    .locale
                    .maybe(&format!("actor-{}", entry.actor))
                    .unwrap_or(entry.actor.clone());
                (why, who, format!("{day} · {number}"))
            }
            None => (self.say("correction-without-reason"), String::new(), String::new()),
        };
        vec![which, Cell::text(self.happened(change)), Cell::text(why), Cell::text(who), Cell::text(when)]
    }
}
