//! Of which years the values are that a number adds up, and from where: the population of a city is seldom of the day asked.

use decapolis_figures::{Group, Measure};
use decapolis_register::journal::Heads;
use decapolis_register::permissions::Audience;
use decapolis_words::Locale;
use decapolis_words::errors::Result;
use decapolis_words::message::Args;
use sea_orm::ConnectionTrait;
use serde_json::{Value, json};

use super::question::Question;
use crate::app::App;

/// The most sources that are named in a sentence.
const NAMED: usize = 4;

/// Of which years the values of a sum are, and from where.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ValuesTold {
    /// The years, the first first.
    pub years: Vec<i64>,
    pub sources: Vec<String>,
    /// What the values without a year add to the sum.
    pub without_year: i64,
}

impl ValuesTold {
    /// `None` if the figure adds nothing whose year and source are told, or if this reader may not read them. Only the values of public
    /// places are spoken of: the source of a record that is not public is not public either.
    pub async fn of(
        app: &App,
        db: &impl ConnectionTrait,
        heads: &Heads,
        question: &Question<'_>,
    ) -> Result<Option<ValuesTold>> {
        let Question { figure, asked, viewer, .. } = question;
        let (Measure::Sum(column), catalog) = (&figure.measure, &app.figures.catalog) else {
            return Ok(None);
        };
        let column = figure.main().first().and_then(|part| catalog.of(part).about.column(column));
        let Some(((year, source), column)) = column.and_then(|column| column.told_by.zip(Some(column)))
        else {
            return Ok(None);
        };
        let may = |by| catalog.may_be_told_beside(figure, asked, by, *viewer).is_ok();
        if !may(year) || !may(source) {
            return Ok(None);
        }
        let figure = match viewer.audience {
            Audience::Office => (*figure).clone(),
            _ => figure.of_public_records(column.once_per.first().copied()),
        };
        let years = app.figures.by(db, heads, &figure, asked, year).await?;
        let sources = app.figures.by(db, heads, &figure, asked, source).await?;
        let said = |groups: &[Group]| groups.iter().filter_map(|g| g.by.clone()).collect::<Vec<String>>();
        let mut all: Vec<i64> = said(&years).iter().filter_map(|year| year.parse().ok()).collect();
        all.sort_unstable();
        let without_year = years.iter().filter(|g| g.by.is_none()).map(|g| g.answer.counted).sum();
        let told = ValuesTold { years: all, sources: said(&sources), without_year };
        Ok((!years.is_empty()).then_some(told))
    }

    /// "values of 2015 to 2019; source: census", as short parts.
    pub fn words(&self, locale: &Locale<'_>) -> Vec<String> {
        let years = match self.years[..] {
            [] => locale.say("figure-values-no-year"),
            [year] => locale.with("figure-values-of", &[("year", year.to_string().into())].into()),
            [first, .., last] => {
                let args: Args =
                    [("first", first.to_string().into()), ("last", last.to_string().into())].into();
                locale.with("figure-values-between", &args)
            }
        };
        let more = if self.sources.len() > NAMED { "…" } else { "" };
        let named: Vec<&str> = self.sources.iter().take(NAMED).map(String::as_str).collect();
        let sources = format!("{}{more}", named.join("; "));
        let sources = (!named.is_empty())
            .then(|| locale.with("figure-values-source", &[("sources", sources.into())].into()));
        [Some(years), sources].into_iter().flatten().collect()
    }

    pub fn as_json(&self) -> Value {
        json!({ "years": self.years, "sources": self.sources, "without_year": self.without_year })
    }
}
