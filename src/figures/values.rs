//! Of which years the values are that a number adds up, and from where: the population of a city is seldom of the day asked.

use decapolis_figures::{Asked, Figure, Group, Measure, every_group};
use decapolis_words::Locale;
use decapolis_words::errors::Result;
use decapolis_words::message::Args;
use sea_orm::ConnectionTrait;
use serde_json::{Value, json};

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
    /// `None` if the figure adds nothing whose year and source are told.
    pub async fn of(
        app: &App,
        db: &impl ConnectionTrait,
        figure: &Figure,
        asked: &Asked,
    ) -> Result<Option<ValuesTold>> {
        let (Measure::Sum(column), catalog) = (&figure.measure, &app.figures.catalog) else {
            return Ok(None);
        };
        let told = figure.main().first().and_then(|part| catalog.of(part).about.column(column)?.told_by);
        let Some((year, source)) = told else { return Ok(None) };
        let years = every_group(db, figure, asked, catalog, year).await?;
        let sources = every_group(db, figure, asked, catalog, source).await?;
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
