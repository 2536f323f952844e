//! Compares a draft with the adopted rule over past years.

use std::collections::BTreeSet;

use decapolis_figures::{Access, AnswerShown, Asked, Class, Figure, Gated, Shape};
use decapolis_register::journal::{Heads, RowId};
use decapolis_register::known::Known;
use decapolis_register::name_order;
use decapolis_register::records;
use decapolis_words::errors::Result;
use sea_orm::ConnectionTrait;

use super::bench::Bench;
use super::html::Trying;
use crate::figures::question::{answer_for, worded};
use crate::web::components::Link;
use crate::web::table::{Cell, Column, Table};

/// The most added or removed records that are named.
const NAMED: usize = 60;

impl Bench<'_> {
    /// Every year of the network by both rules, with the records added and removed in the year asked. `None` if no figure is being changed.
    pub(crate) async fn years(
        &self,
        db: &impl ConnectionTrait,
        heads: &Heads,
        tried: &Figure,
    ) -> Result<Option<Trying>> {
        let figures = &self.site.app.figures;
        let Some(adopted) = figures.catalog.figure(&self.draft.from) else { return Ok(None) };
        let audience = self.reader.audience;
        let sums = figures.catalog.sums_are_open(adopted, audience)
            && figures.catalog.sums_are_open(tried, audience);
        let comparable = adopted.shape == tried.shape && (sums || adopted.shape == Shape::Share);
        if !comparable {
            return Ok(Some(Trying {
                heading: self.say("studio-trying"),
                note: self.say("studio-trying-unlike"),
                ..Trying::default()
            }));
        }
        let mut trying = Trying {
            heading: self.say("studio-trying"),
            note: self
                .reader
                .locale
                .with("studio-trying-note", &[("version", i64::from(adopted.version).into())].into()),
            table: self.compared(db, heads, adopted, tried).await?,
            moved: vec![],
        };
        let (key, code, version) = (adopted.key.clone(), adopted.code.clone(), adopted.version);
        if (Figure { key, code, version, ..tried.clone() }) == *adopted {
            trying.note = self.say("studio-trying-same");
            return Ok(Some(trying));
        }
        let listed =
            |figure: &Figure| figures.catalog.access(figure, Class::Counted, audience) == Access::List;
        if adopted.unit == tried.unit {
            let before = figures.units(db, adopted, &self.asked).await?;
            let after = figures.units(db, tried, &self.asked).await?;
            for (key, some) in [("studio-comes-in", &after - &before), ("studio-goes-out", &before - &after)]
            {
                trying.moved.push(self.moved(db, key, some, listed(adopted) && listed(tried)).await?);
            }
        }
        Ok(Some(trying))
    }

    /// A row for each year, the last first: the number by the adopted rule, by the draft, and their difference.
    async fn compared(
        &self,
        db: &impl ConnectionTrait,
        heads: &Heads,
        adopted: &Figure,
        tried: &Figure,
    ) -> Result<Table> {
        let settings = &self.site.app.settings;
        let mut rows = vec![];
        for year in (settings.years.0..=settings.years.1).rev() {
            let asked = Asked::period(settings.year_starts.year_until(year, settings.today()), Known::Now);
            let before =
                answer_for(&self.site.app, db, heads, adopted, &asked, self.site.viewer(self.reader)).await?;
            let after =
                answer_for(&self.site.app, db, heads, tried, &asked, self.site.viewer(self.reader)).await?;
            let value = |answer: Gated<AnswerShown>, figure| {
                answer.shown().and_then(|answer| answer.answer().value(figure))
            };
            let difference = match (value(before, adopted), value(after, tried)) {
                (Some(b), Some(a)) => self.difference(a - b, tried),
                _ => String::new(),
            };
            rows.push(vec![
                Cell::text(settings.year_starts.words(year)),
                Cell::text(worded(self.reader, adopted, before).whole()),
                Cell::text(worded(self.reader, tried, after).whole()),
                Cell::text(difference),
            ]);
        }
        let column = |key: &str, numeric| Column { label: self.say(key), numeric };
        Ok(Table {
            caption: self.say("studio-trying"),
            columns: vec![
                column("word-year", false),
                column("studio-adopted", true),
                column("studio-tried", true),
                column("studio-difference", true),
            ],
            rows,
            empty: String::new(),
        })
    }

    /// The difference with its sign. For a share in percentage points, with the figure's decimals or one.
    fn difference(&self, by: f64, figure: &Figure) -> String {
        let numerals = &self.reader.locale.numerals;
        let size = match figure.shape {
            Shape::Total => match self.site.app.figures.catalog.money(figure) {
                Some(currency) => numerals.rounded(by.abs(), currency.digits() as u8),
                None => numerals.whole(by.abs().round() as i64),
            },
            Shape::Share => numerals.rounded(by.abs(), figure.shown.decimals.max(1)),
        };
        let sign = if size == "0" {
            "="
        } else if by > 0.0 {
            "+"
        } else {
            "\u{2212}"
        };
        match (size.as_str(), figure.shape) {
            ("0", _) => sign.to_string(),
            (_, Shape::Total) => format!("{sign}{size}"),
            (_, Shape::Share) => {
                self.reader.locale.with("studio-points", &[("points", format!("{sign}{size}").into())].into())
            }
        }
    }

    async fn moved(
        &self,
        db: &impl ConnectionTrait,
        key: &str,
        units: BTreeSet<RowId>,
        listed: bool,
    ) -> Result<(String, Vec<Link>, Option<String>)> {
        let locale = &self.reader.locale;
        let heading = locale.with(
            key,
            &[("n", units.len().into()), ("day", locale.numerals.day(self.asked.to).into())].into(),
        );
        if units.is_empty() {
            return Ok((heading, vec![], None));
        }
        if !listed {
            return Ok((heading, vec![], Some(self.say("studio-moved-hidden"))));
        }
        let found = records::by_ids(db, units.iter().copied()).await?;
        let mut named: Vec<(Vec<u8>, Link)> = found
            .values()
            .filter_map(|r| {
                let name = r.name(self.reader.audience, self.reader.lang())?;
                Some((
                    name_order::key(self.reader.lang(), name),
                    Link::new(name, self.reader.to(&format!("/{}/{}", r.kind, r.code))),
                ))
            })
            .collect();
        named.sort_by(|a, b| a.0.cmp(&b.0));
        let hidden = units.len() - named.len().min(NAMED);
        named.truncate(NAMED);
        let note = (hidden > 0).then(|| locale.with("studio-moved-more", &[("n", hidden.into())].into()));
        Ok((heading, named.into_iter().map(|(_, link)| link).collect(), note))
    }
}
