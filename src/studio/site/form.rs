//! The form of the studio: the draft as fields.

use decapolis_figures::{About, Listing};
use decapolis_register::name_order;
use decapolis_register::table::Kind;
use decapolis_words::errors::Result;
use sea_orm::ConnectionTrait;

use super::bench::Bench;
use super::html::{ConditionFields, Faults, How, ListFields, ShownFields, Studio, StudioResult};
use crate::records::worded::listed_column_words;
use crate::studio::draft::sum_of;
use crate::studio::draft::{Condition, DraftPart, MOST_CONDITIONS, MOST_PARTS};
use crate::studio::offered::{find, records_of, words_of};
use crate::studio::sentence::choice_words;
use crate::studio::settle::{adds_row_by_row, breakdowns, can_be_tested, sums, unit_of, units, whens};
use crate::web::components::{Choice, Choosable, Entry};

/// Values of a column as in a URL, with their words.
type Values = Vec<(String, String)>;

/// The most records that are shown as checkboxes. With more, the name is typed.
const FEW: usize = 24;

impl Bench<'_> {
    pub(crate) async fn form(&self, db: &impl ConnectionTrait) -> Result<Studio> {
        let mut counted = vec![];
        for (n, part) in self.draft.counted.iter().enumerate() {
            let legend = if n == 0 { "studio-counted" } else { "studio-counted-also" };
            counted.push(self.list(db, &format!("c{}", n + 1), legend, part).await?);
        }
        let base = match self.draft.share {
            true => Some(self.list(db, "b", "studio-base", &self.draft.base).await?),
            false => None,
        };
        let changing = self.site.app.figures.catalog.figure(&self.draft.from);
        Ok(Studio {
            heading: match changing {
                Some(figure) => self.reader.locale.with(
                    "studio-changing",
                    &[("figure", self.say(&format!("figure-{}.title", figure.key)).into())].into(),
                ),
                None => self.say("studio-title"),
            },
            intro: self.say("studio-intro"),
            action: self.reader.to("/studio"),
            kept: if self.draft.from.is_empty() {
                vec![]
            } else {
                vec![("from".into(), self.draft.from.clone())]
            },
            form_label: self.say("studio-choices"),
            counted,
            one_more: (self.draft.counted.len() < MOST_PARTS).then(|| self.say("studio-one-more")),
            how: self.how(),
            base,
            shown: self.shown(),
            button: self.say("studio-show"),
            result: StudioResult::default(),
            script: String::new(),
        })
    }

    /// What is wrong, by field.
    fn faults(&self) -> Faults {
        let faults = self.figure.as_ref().err();
        faults
            .into_iter()
            .flatten()
            .map(|f| (f.field.clone(), self.reader.locale.message(&f.message)))
            .collect()
    }

    fn fault(&self, field: &str) -> Option<String> {
        self.faults().into_iter().find(|(name, _)| name == field).map(|(_, words)| words)
    }

    fn choice(
        &self,
        label: &str,
        name: &str,
        options: impl Iterator<Item = (String, String)>,
        chosen: &str,
    ) -> Choice {
        let options = options.map(|(value, words)| Choosable { chosen: value == chosen, value, words });
        Choice { label: self.say(label), name: name.into(), options: options.collect() }
    }

    async fn list(
        &self,
        db: &impl ConnectionTrait,
        name: &str,
        legend: &str,
        part: &DraftPart,
    ) -> Result<ListFields> {
        let locale = &self.reader.locale;
        let catalog = &self.site.app.figures.catalog;
        let mut listings: Vec<(String, String)> = catalog
            .listings()
            .iter()
            .map(|l| (l.about.key.to_string(), locale.say(&format!("listing-{}", l.about.key))))
            .collect();
        listings.sort_by_cached_key(|(_, words)| name_order::key(self.reader.lang(), words));
        let gone = (name != "c1" && name != "b").then(|| (String::new(), self.say("studio-take-away")));
        let mut fields = ListFields {
            legend: self.say(legend),
            listing: self.choice("studio-listing", name, listings.into_iter().chain(gone), &part.listing),
            faults: self.faults(),
            ..ListFields::default()
        };
        let Some(listing) = catalog.listing(&part.listing) else { return Ok(fields) };
        let about = &listing.about;
        fields.row = locale.say(&format!("listing-{}.row", about.key));
        let column = |column: &str| listed_column_words(about.key, column, locale);
        let open = |name: &str| about.column(name).is_none_or(|c| c.is_open_to(self.reader.audience));
        let ons =
            units(about).into_iter().filter(|on| open(on) && self.may_count(name, about, on)).map(|on| {
                let words = if on == "row" { self.say("studio-each-row") } else { column(&on) };
                (on, words)
            });
        fields.on = self.choice("studio-on", &format!("{name}.on"), ons, &part.on);
        fields.when = Some(self.when(name, about, part)).filter(|when| when.options.len() > 1);
        for condition in &part.conditions {
            fields.conditions.push(self.condition(db, name, listing, condition).await?);
        }
        let left = about.columns.iter().filter(|c| c.is_open_to(self.reader.audience)).filter(|c| {
            can_be_tested(c.kind)
                && c.kind != Kind::Int
                && !part.conditions.iter().any(|known| known.column == c.name)
        });
        let left: Vec<(String, String)> = left.map(|c| (c.name.to_string(), column(c.name))).collect();
        if !left.is_empty() && part.conditions.len() < MOST_CONDITIONS {
            let none = (String::new(), self.say("studio-add-none"));
            fields.add = Some(self.choice(
                "studio-add",
                &format!("{name}.add"),
                std::iter::once(none).chain(left),
                "",
            ));
        }
        Ok(fields)
    }

    /// Whether a list may count this unit: all lists of a figure count the same one.
    fn may_count(&self, name: &str, about: &About, on: &str) -> bool {
        if adds_row_by_row(&self.draft) {
            return on == "row";
        }
        let first = || {
            let first = self.draft.counted.first()?;
            Some((self.site.app.figures.catalog.listing(&first.listing)?, &first.on))
        };
        name == "c1"
            || first().is_none_or(|(first, wanted)| unit_of(&first.about, wanted) == unit_of(about, on))
    }

    fn when(&self, name: &str, about: &About, part: &DraftPart) -> Choice {
        let locale = &self.reader.locale;
        let all = whens(about).into_iter().map(|when| {
            let words = match when.strip_prefix("last:") {
                Some(read) => locale.with(
                    "studio-when-last",
                    &[("column", listed_column_words(about.key, read, locale).into())].into(),
                ),
                None => self.say(&format!("studio-when-{when}")),
            };
            (when, words)
        });
        self.choice("studio-when", &format!("{name}.when"), all, &part.when)
    }

    async fn condition(
        &self,
        db: &impl ConnectionTrait,
        name: &str,
        listing: &Listing,
        condition: &Condition,
    ) -> Result<ConditionFields> {
        let locale = &self.reader.locale;
        let about = &listing.about;
        let kind = about.column(&condition.column).map_or(Kind::Text, |c| c.kind);
        let chosen = |value: &str| condition.values.iter().any(|v| v == value);
        let (values, more) = self.values(db, name, listing, condition, kind).await?;
        let field = format!("{name}.is.{}", condition.column);
        let does =
            ["of", "keep", "none"].map(|does| (does.to_string(), self.say(&format!("studio-does-{does}"))));
        Ok(ConditionFields {
            legend: listed_column_words(about.key, &condition.column, locale),
            does: self.choice(
                "studio-does",
                &format!("{name}.as.{}", condition.column),
                does.into_iter(),
                if condition.leaves_out { "keep" } else { "of" },
            ),
            error: self.fault(&field),
            name: field,
            values: values
                .into_iter()
                .map(|(value, words)| Choosable { chosen: chosen(&value), value, words })
                .collect(),
            more,
        })
    }

    /// The values to choose from, each with its words, and the field for a record's name if there are too many records.
    async fn values(
        &self,
        db: &impl ConnectionTrait,
        name: &str,
        listing: &Listing,
        condition: &Condition,
        kind: Kind,
    ) -> Result<(Values, Option<(Entry, Values)>)> {
        let about = &listing.about;
        let mut more = None;
        let mut values: Values = match kind {
            Kind::Choice(all) => {
                all.iter().map(|v| (v.to_string(), choice_words(about.key, v, &self.reader.locale))).collect()
            }
            Kind::Bool => vec![("yes".into(), self.say("choice-yes")), ("no".into(), self.say("choice-no"))],
            Kind::Ref(of) => {
                let offered = records_of(db, of, self.reader.audience, self.reader.lang()).await?;
                let many = offered.len() > FEW;
                if many || !condition.typed.is_empty() {
                    let ticked = offered
                        .iter()
                        .filter(|(code, _)| !many || condition.values.contains(code))
                        .cloned()
                        .collect();
                    more = Some((self.record_field(name, condition), offered));
                    ticked
                } else {
                    offered
                }
            }
            Kind::Text
                if !about.column(&condition.column).is_some_and(|c| c.is_open_to(self.reader.audience)) =>
            {
                vec![]
            }
            Kind::Text => words_of(db, listing, &condition.column, &self.asked, self.reader.audience)
                .await?
                .into_iter()
                .map(|w| (w.clone(), w))
                .collect(),
            _ => vec![],
        };
        // a chosen value stays in the list even if it is no longer offered
        for value in &condition.values {
            if !values.iter().any(|(v, _)| v == value) {
                let named = match kind {
                    Kind::Ref(of) => find(db, of, value, self.reader.audience).await?,
                    _ => None,
                };
                let words =
                    named.and_then(|r| r.name(self.reader.audience, self.reader.lang()).map(str::to_string));
                values.push((value.clone(), words.unwrap_or_else(|| value.clone())));
            }
        }
        Ok((values, more))
    }

    /// The field for the name of a record that is not among the checkboxes.
    fn record_field(&self, name: &str, condition: &Condition) -> Entry {
        let field = format!("{name}.more.{}", condition.column);
        Entry {
            label: self.say("studio-record"),
            value: condition.typed.clone(),
            kind: "text",
            error: self.fault(&field),
            name: field,
            hint: None,
        }
    }

    fn how(&self) -> How {
        let locale = &self.reader.locale;
        let main = if self.draft.share { &self.draft.base } else { &self.draft.counted[0] };
        let about = self.site.app.figures.catalog.listing(&main.listing).map(|l| &l.about);
        let summed = about.into_iter().flat_map(|about| {
            sums(about).into_iter().map(|column| {
                let (name, once) = sum_of(&column);
                let words = |name: &str| listed_column_words(about.key, name, locale);
                let words = match once {
                    Some(once) => locale.with(
                        "studio-measure-sum-once",
                        &[("column", words(name).into()), ("once", words(once).into())].into(),
                    ),
                    None => locale.with("studio-measure-sum", &[("column", words(name).into())].into()),
                };
                (format!("sum:{column}"), words)
            })
        });
        let mut measures: Vec<(String, String)> =
            std::iter::once(("units".to_string(), self.say("studio-measure-units"))).chain(summed).collect();
        let chosen =
            if self.draft.sum.is_empty() { "units".to_string() } else { format!("sum:{}", self.draft.sum) };
        if !measures.iter().any(|(value, _)| *value == chosen) {
            measures.push((chosen.clone(), self.draft.sum.clone()));
        }
        let shapes =
            ["total", "share"].map(|shape| (shape.to_string(), self.say(&format!("studio-shape-{shape}"))));
        How {
            legend: self.say("studio-how"),
            shape: self.choice(
                "studio-shape",
                "shape",
                shapes.into_iter(),
                if self.draft.share { "share" } else { "total" },
            ),
            measure: self.choice("studio-measure", "measure", measures.into_iter(), &chosen),
            faults: self.faults(),
        }
    }

    fn shown(&self) -> ShownFields {
        let locale = &self.reader.locale;
        let catalog = &self.site.app.figures.catalog;
        let main: Vec<&DraftPart> =
            if self.draft.share { vec![&self.draft.base] } else { self.draft.counted.iter().collect() };
        let abouts: Vec<_> =
            main.iter().filter_map(|p| catalog.listing(&p.listing)).map(|l| &l.about).collect();
        let by = abouts.first().into_iter().flat_map(|first| {
            breakdowns(first)
                .into_iter()
                .filter(|column| abouts.iter().all(|about| breakdowns(about).contains(column)))
                .filter(|column| {
                    let open = |about: &&About| {
                        about.column(column).is_some_and(|c| c.is_open_to(self.reader.audience))
                    };
                    abouts.iter().all(open) || self.draft.by.iter().any(|by| by == column)
                })
                // a breakdown by person or by row is not offered
                .filter(|column| {
                    !self.draft.sum.is_empty()
                        || main.iter().all(|p| p.on != *column)
                        || self.draft.by.iter().any(|by| by == column)
                })
                .map(|column| (column.to_string(), listed_column_words(first.key, column, locale)))
        });
        let entry = |label: &str, name: &str, value: &str, kind: &'static str| Entry {
            label: self.say(label),
            name: name.into(),
            value: value.into(),
            kind,
            hint: None,
            error: self.fault(name),
        };
        let at = if self.draft.at.is_empty() { self.asked.to.to_string() } else { self.draft.at.clone() };
        // a date field cannot show text that is not a day, so a text field is used
        let at_kind = if self.fault("at").is_some() { "text" } else { "date" };
        let mut entries = vec![entry("studio-at", "at", &at, at_kind)];
        match self.draft.share {
            true => entries.push(entry("studio-decimals", "decimals", &self.draft.decimals, "text")),
            false => entries.push(entry("studio-floor", "floor", &self.draft.floor, "text")),
        }
        ShownFields {
            legend: self.say("studio-shown"),
            by_label: self.say("studio-by"),
            by: by
                .map(|(value, words)| Choosable { chosen: self.draft.by.contains(&value), value, words })
                .collect(),
            entries,
        }
    }
}
