//! The fields and panels of a record in its reader's words.

use std::collections::BTreeMap;

use decapolis_base::{Day, Instant, PartialDay, Texts};
use decapolis_register::journal::RowId;
use decapolis_register::panels::Panel;
use decapolis_register::records::Record;
use decapolis_register::table::{Column as TableColumn, Kind};
use decapolis_register::value::{Cell as Stored, Values, instant};

use super::html::{Panel as PanelShown, RecordField};
use super::panel_rows::{PanelRow, ROWS, day_of};
use crate::records::of_kind::MOST_COUNTED;
use crate::records::worded::{WordedField, cell, column_words, reference, value};
use crate::web::context::Reader;
use crate::web::table::{Cell, Column, Table as TableShown};

/// The columns of a span.
const FIRST: &str = "from";
const LAST: &str = "until";

/// What a cell says. That a person holds a post is said by the person beside it.
fn said<'a>(panel: &'static Panel, row: &'a PanelRow, n: usize) -> Option<&'a str> {
    let text = row.cells[n].as_deref();
    text.filter(|text| {
        !(panel.columns[n] == "holder" && *text == "person" && panel.columns.contains(&"person"))
    })
}

/// A day of a row of a panel.
fn day_at(panel: &'static Panel, row: &PanelRow, name: &str) -> Option<PartialDay> {
    let at = panel.columns.iter().position(|column| *column == name)?;
    day_of(row.cells.get(at)?.as_deref()?)
}

pub(super) struct View<'a> {
    pub reader: &'a Reader<'a>,
    pub labels: &'a BTreeMap<RowId, Record>,
    /// The day that is shown.
    pub day: Day,
}

impl View<'_> {
    pub fn field(&self, column: &TableColumn, values: &Values) -> Option<RecordField> {
        let stored = values.get(column.name)?;
        if *stored == Stored::Null {
            return None;
        }
        let locale = &self.reader.locale;
        let shown = match (column.kind, stored) {
            (Kind::Ref(_), Stored::Int(id)) => {
                cell(self.reader, &reference(column.name, self.labels.get(id)?, self.reader.audience, locale))
            }
            (Kind::Day | Kind::Bound, Stored::Int(first)) => {
                let last =
                    values.get(&format!("{}_last", column.name)).and_then(Stored::int).unwrap_or(*first);
                Cell::text(
                    locale.numerals.partial(PartialDay {
                        first: Day::from_number(*first)?,
                        last: Day::from_number(last)?,
                    }),
                )
            }
            (Kind::Instant, Stored::Int(_)) => {
                Cell::text(locale.numerals.instant(&instant(values, column.name)?))
            }
            (Kind::Texts, Stored::Text(t)) => Cell::text(Texts::from_json(t).words(self.reader.lang())),
            (Kind::Text, Stored::Text(t)) if t.starts_with("https://") && !t.contains([' ', '|']) => {
                Cell::link(t, t)
            }
            // a long list of names is cut here; the export has all of it
            (Kind::Text, Stored::Text(t)) if t.len() > 300 => {
                Cell::text(format!("{} …", t.chars().take(300).collect::<String>().replace('|', ", ")))
            }
            (kind, stored) => Cell::text(value(kind, stored, values, locale)),
        };
        Some(RecordField { label: column_words(self.reader, column.name), values: vec![shown], about: None })
    }

    pub fn panel(&self, panel: &'static Panel, rows: &[&PanelRow], more: i64) -> PanelShown {
        let locale = &self.reader.locale;
        let name = panel.table.name.replace('_', "-");
        // the first and the last day are one thing to read
        let spans = panel.columns.contains(&FIRST) && panel.columns.contains(&LAST);
        let columns = self.columns(panel, spans);
        let used: Vec<usize> = (0..columns.len())
            .filter(|n| !(spans && panel.columns[*n] == LAST))
            .filter(|n| rows.iter().any(|r| said(panel, r, *n).is_some_and(|t| !t.is_empty())))
            .collect();
        let shown = rows.iter().take(ROWS as usize).map(|row| {
            let mut cells: Vec<Cell> = used
                .iter()
                .map(|n| match panel.columns[*n] {
                    FIRST if spans => Cell::text(self.span(panel, row)),
                    name => self.panel_cell(panel, name, row, said(panel, row, *n)),
                })
                .collect();
            if let Some(first) = cells.first_mut()
                && row.illustrative
                && first.tag.is_none()
            {
                first.tag = Some(locale.say("illustrative"));
            }
            cells
        });
        let table = TableShown {
            caption: locale.say(&format!("table-{name}")),
            rows: shown.collect(),
            columns: used.iter().map(|n| columns[*n].clone()).collect(),
            empty: String::new(),
        };
        PanelShown {
            key: format!("{name}-{}", panel.by),
            heading: locale
                .maybe(&format!("panel-{}-{name}", panel.of))
                .unwrap_or_else(|| locale.say(&format!("table-{name}"))),
            words: self.how_many_more(more),
            table,
            of: Some((panel.table, rows.iter().take(ROWS as usize).map(|row| row.id).collect())),
            more: None,
            about: panel.about,
            over: rows
                .iter()
                .take(ROWS as usize)
                .map(|row| day_at(panel, row, LAST).is_some_and(|day| day.last < self.day))
                .collect(),
            owner: panel.through.and_then(|_| used.iter().position(|n| panel.columns[*n] == panel.by)),
            at_head: panel.at_head,
        }
    }

    /// The columns of a panel; where it spans, the first day stands for both.
    fn columns(&self, panel: &'static Panel, spans: bool) -> Vec<Column> {
        let locale = &self.reader.locale;
        let name = panel.table.name.replace('_', "-");
        let own = panel.table.kind();
        let columns = panel.columns.iter().map(|c| Column {
            label: if *c == "self" {
                locale.say(&format!("kind-{}", own.unwrap_or_default()))
            } else if spans && *c == FIRST {
                locale.say("word-from-until")
            } else {
                locale
                    .maybe(&format!("column-{name}-{}", c.replace('_', "-")))
                    .unwrap_or_else(|| column_words(self.reader, c))
            },
            numeric: matches!(
                panel.table.column(c).map(|c| c.kind),
                Some(Kind::Int | Kind::Number | Kind::Money(_))
            ),
        });
        columns.collect()
    }

    /// How many rows there are besides those shown.
    fn how_many_more(&self, more: i64) -> Option<String> {
        let locale = &self.reader.locale;
        match more {
            ..=0 => None,
            more if more > MOST_COUNTED - ROWS as i64 => {
                Some(locale.with("record-more-than", &[("n", (more - 1).into())].into()))
            }
            more => Some(locale.with("record-more", &[("n", more.into())].into())),
        }
    }

    /// Since when and until when a row lasts.
    fn span(&self, panel: &'static Panel, row: &PanelRow) -> String {
        let locale = &self.reader.locale;
        let (first, last) = (day_at(panel, row, FIRST), day_at(panel, row, LAST));
        let text = |day: PartialDay| locale.numerals.partial(day);
        // Spanish and French put an article before a day, and none before a month or a year
        let one = |keys: [&str; 2], day: PartialDay| {
            let key = if day.exact().is_some() { keys[0] } else { keys[1] };
            locale.with(key, &[("day", text(day).into())].into())
        };
        match (first, last) {
            (Some(first), Some(last)) => locale.with(
                "span-from-until",
                &[("from", text(first).into()), ("until", text(last).into())].into(),
            ),
            // "…–2013" says itself that it was so by then
            (Some(first), None) if first.first == Day::FIRST => text(first),
            (Some(first), None) => one(["span-since-day", "span-since"], first),
            (None, Some(last)) => one(["span-until-day", "span-until"], last),
            (None, None) => String::new(),
        }
    }

    fn panel_cell(&self, panel: &'static Panel, name: &str, row: &PanelRow, text: Option<&str>) -> Cell {
        let Some(text) = text else { return Cell::default() };
        let locale = &self.reader.locale;
        let kind = if name == "self" {
            Kind::Ref(panel.table.kind().unwrap_or_default())
        } else {
            panel.table.column(name).map_or(Kind::Text, |c| c.kind)
        };
        let whole = || text.parse::<i64>().map_or(Stored::Null, Stored::Int);
        match kind {
            Kind::Ref(_) => match text.parse().ok().and_then(|id: RowId| self.labels.get(&id)) {
                Some(record) => cell(
                    self.reader,
                    &WordedField {
                        illustrative: record.illustrative,
                        ..reference(name, record, self.reader.audience, locale)
                    },
                ),
                None => Cell::default(),
            },
            Kind::Day | Kind::Bound => {
                Cell::text(day_of(text).map(|d| locale.numerals.partial(d)).unwrap_or_default())
            }
            Kind::Instant => {
                let at = text.split_once(' ').and_then(|(at, zone)| Instant::of(at.parse().ok()?, zone));
                Cell::text(at.map(|at| locale.numerals.instant(&at)).unwrap_or_default())
            }
            Kind::Int | Kind::Money(_) => {
                Cell::text(value(kind, &whole(), &row.currency(panel, kind), locale))
            }
            Kind::Number => {
                Cell::text(text.parse::<f64>().map(|n| locale.numerals.rounded(n, 4)).unwrap_or_default())
            }
            Kind::Bool => Cell::text(value(kind, &Stored::Bool(text == "1"), &Values::new(), locale)),
            Kind::Text if text.starts_with("https://") && !text.contains(' ') => Cell::link(text, text),
            kind => Cell::text(value(kind, &Stored::Text(text.to_string()), &Values::new(), locale)),
        }
    }
}
