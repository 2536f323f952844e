//! Describes a figure in one sentence, in the reader's language.

use std::collections::BTreeMap;

use decapolis_figures::{Catalog, Figure, Measure, Part, Scalar, Test, When};
use decapolis_register::table::Kind;
use decapolis_words::Locale;

use crate::records::worded::listed_column_words;

/// Names of records by code, for conditions on records.
pub type Names = BTreeMap<String, String>;

/// What is counted, of what, and what is left out: "Counts distinct organisations among memberships on the last day of
/// the period. Left out: …". A record without a name in `names` is shown as not public.
pub fn sentence(figure: &Figure, catalog: &Catalog, names: &Names, locale: &Locale<'_>) -> String {
    let saying = Saying { catalog, names, locale };
    let counted: Vec<String> = figure.counted.iter().map(|p| saying.rows(p)).collect();
    let mut args = vec![
        ("units", units(&figure.unit, locale).into()),
        ("counted", locale.numerals.any_of(&counted).into()),
        ("base", figure.base.as_ref().map(|p| saying.rows(p)).unwrap_or_default().into()),
    ];
    let key = match (&figure.measure, &figure.base) {
        (Measure::Units, None) => "studio-sentence-total",
        (Measure::Units, Some(_)) => "studio-sentence-share",
        (Measure::Sum(_), None) => "studio-sentence-sum",
        (Measure::Sum(_), Some(_)) => "studio-sentence-sum-share",
    };
    if let Measure::Sum(column) = &figure.measure {
        args.push(("column", listed_column_words(figure.main()[0].listing.as_str(), column, locale).into()));
    }
    let mut said = locale.with(key, &decapolis_words::message::Args(args));
    if let Some(once) = &figure.once {
        let once = listed_column_words(figure.main()[0].listing.as_str(), once, locale);
        said.push(' ');
        said.push_str(&locale.with("studio-sentence-once", &[("once", once.into())].into()));
    }
    let mut left_out: Vec<String> = vec![];
    for (part, test) in
        figure.base.iter().chain(&figure.counted).flat_map(|p| p.keep.iter().map(move |t| (p, t)))
    {
        let one = saying.condition(part, test);
        if !left_out.contains(&one) {
            left_out.push(one);
        }
    }
    if !left_out.is_empty() {
        said.push(' ');
        said.push_str(
            &locale.with("studio-sentence-left-out", &[("rows", left_out.join("; ").into())].into()),
        );
    }
    said
}

/// The plural of what is counted: "distinct organisations".
pub fn units(unit: &str, locale: &Locale<'_>) -> String {
    locale.say(&format!("units-{}", unit.replace('_', "-")))
}

/// The label of a value of a column.
pub fn choice_words(listing: &str, value: &str, locale: &Locale<'_>) -> String {
    locale
        .maybe(&format!("choice-{listing}-{value}"))
        .unwrap_or_else(|| locale.say(&format!("choice-{value}")))
}

struct Saying<'a> {
    catalog: &'a Catalog,
    names: &'a Names,
    locale: &'a Locale<'a>,
}

impl Saying<'_> {
    /// "participations during the period, where “Role” is attended or learned".
    fn rows(&self, part: &Part) -> String {
        let rows = self.locale.say(&format!("rows-{}", part.listing));
        let mut args = vec![("rows", rows.into())];
        let key = match &part.when {
            When::AtEnd => "studio-rows-at-end",
            When::Within => "studio-rows-within",
            When::Overlapping => "studio-rows-overlapping",
            When::Last(per) => {
                args.push(("column", listed_column_words(&part.listing, per, self.locale).into()));
                "studio-rows-last"
            }
        };
        let rows = self.locale.with(key, &decapolis_words::message::Args(args));
        if part.of.is_empty() {
            return rows;
        }
        let conditions: Vec<String> = part.of.iter().map(|t| self.condition(part, t)).collect();
        self.locale.with(
            "studio-rows-where",
            &[("rows", rows.into()), ("conditions", self.locale.numerals.all_of(&conditions).into())].into(),
        )
    }

    /// "“Role” is attended or learned".
    fn condition(&self, part: &Part, test: &Test) -> String {
        let column = listed_column_words(&part.listing, &test.column, self.locale);
        let kind = self.catalog.of(part).about.column(&test.column).map(|c| c.kind);
        if let [Scalar::Bool(holds)] = test.is[..] {
            let key = if holds { "studio-condition-holds" } else { "studio-condition-fails" };
            return self.locale.with(key, &[("column", column.into())].into());
        }
        let values: Vec<String> = test
            .is
            .iter()
            .map(|value| match (value, kind) {
                (Scalar::Text(code), Some(Kind::Ref(kind))) => self
                    .names
                    .get(code)
                    .cloned()
                    .unwrap_or_else(|| crate::records::worded::not_public(kind, self.locale)),
                (Scalar::Text(value), Some(Kind::Choice(_))) => {
                    choice_words(&part.listing, value, self.locale)
                }
                (Scalar::Text(text), _) => text.clone(),
                (Scalar::Int(n), _) => self.locale.number(*n),
                (Scalar::Bool(b), _) => self.locale.say(if *b { "choice-yes" } else { "choice-no" }),
            })
            .collect();
        self.locale.with(
            "studio-condition",
            &[("column", column.into()), ("values", self.locale.numerals.any_of(&values).into())].into(),
        )
    }
}
