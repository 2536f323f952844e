//! The settings of a network, from its record.

use decapolis_base::{Currency, Day, Texts, YearStart};
use decapolis_register::journal::JournalNo;
use decapolis_words::errors::{Error, Result};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use sea_orm::sea_query::{Asterisk, Expr, ExprTrait, JoinType, Order, Query, SelectStatement};
use sea_orm::{ConnectionTrait, QueryResult};

use super::brand::Brand;

/// The settings of a network, from its record.
#[derive(Clone, Debug)]
pub struct Settings {
    pub code: String,
    pub name: Texts,
    /// Language codes, in the order offered.
    pub languages: Vec<String>,
    pub zone: TimeZone,
    /// The currency in which the network counts; `None` if its record names none.
    pub currency: Option<Currency>,
    /// The text before "in 2020" at the head of the page.
    pub slogan: Texts,
    /// The URL of the site, without a final slash; empty if it has none.
    pub address: String,
    /// The licence of the numbers; empty if none is stated.
    pub licence: String,
    pub brand: Brand,
    /// The day on which its years begin.
    pub year_starts: YearStart,
    /// Above this many percent of unknowns a share is printed with its range, and published only with a signature. `None`: the network says
    /// nothing, so the usual threshold is used and the signature is only asked for.
    pub most_unknown: Option<i64>,
    /// The first and last year with a page.
    pub years: (i64, i64),
    /// The year that "/" shows.
    pub home_year: i64,
    /// The version of the record that they were read from.
    pub version: Version,
}

/// A version of the network's record: the entries that recorded its two rows. Zero where there is no record.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Version(JournalNo, JournalNo);

impl Version {
    /// The version of the record as it is now.
    pub async fn read(db: &impl ConnectionTrait) -> Result<Version> {
        let ask = of_network()
            .column(("n", "recorded"))
            .expr_as(Expr::col(("r", "recorded")), "record_recorded")
            .to_owned();
        match db.query_one(&ask).await? {
            Some(row) => Version::of(&row),
            None => Ok(Version::default()),
        }
    }

    fn of(row: &QueryResult) -> Result<Version> {
        Ok(Version(row.try_get("", "recorded")?, row.try_get("", "record_recorded")?))
    }
}

/// The network's record, which is the first where there are several.
fn of_network() -> SelectStatement {
    Query::select()
        .from_as("networks", "n")
        .join_as(JoinType::InnerJoin, "records", "r", Expr::col(("r", "id")).equals(("n", "id")))
        .order_by(("n", "id"), Order::Asc)
        .limit(1)
        .to_owned()
}

impl Default for Settings {
    fn default() -> Settings {
        let this_year = i64::from(Timestamp::now().to_zoned(TimeZone::UTC).year());
        Settings {
            code: String::new(),
            name: Texts::new(),
            languages: decapolis_words::languages().map(String::from).collect(),
            zone: TimeZone::UTC,
            currency: None,
            slogan: Texts::new(),
            address: String::new(),
            licence: String::new(),
            brand: Brand::default(),
            year_starts: YearStart::default(),
            most_unknown: None,
            years: (this_year, this_year),
            home_year: this_year,
            version: Version::default(),
        }
    }
}

/// The URL of the site from `DECAPOLIS_ADDRESS`, used if the network's record has none.
pub fn set_address() -> Option<String> {
    std::env::var("DECAPOLIS_ADDRESS").ok().filter(|address| !address.is_empty())
}

impl Settings {
    /// Reads the settings from the network's record. Without a record they are the defaults.
    pub async fn read(db: &impl ConnectionTrait) -> Result<Settings> {
        let ask = of_network()
            .expr(Expr::col(("n", Asterisk)))
            .column(("r", "code"))
            .column(("r", "label"))
            .expr_as(Expr::col(("r", "recorded")), "record_recorded")
            .to_owned();
        let Some(row) = db.query_one(&ask).await? else { return Ok(Settings::default()) };
        let text = |name: &str| -> Result<String> {
            Ok(row.try_get::<Option<String>>("", name)?.unwrap_or_default())
        };
        let year = |name: &str, otherwise: i64| -> Result<i64> {
            Ok(row.try_get::<Option<i64>>("", name)?.unwrap_or(otherwise))
        };
        let zone = text("zone")?;
        let zone =
            TimeZone::get(&zone).map_err(|e| Error::Broken(format!("the network's zone “{zone}”: {e}")))?;
        let year_starts = first_day_of_years(&text("year_starts")?);
        let this_year = year_starts.year_of(Day::from(Timestamp::now().to_zoned(zone.clone()).date()));
        let last = year("years_until", this_year)?;
        Ok(Settings {
            code: text("code")?,
            name: Texts::from_json(&text("label")?),
            languages: text("languages")?.split_whitespace().map(str::to_string).collect(),
            zone,
            // older registers may hold what is no code
            currency: Currency::of(text("currency")?.trim()),
            slogan: Texts::from_json(&text("slogan")?),
            address: Some(text("address")?)
                .filter(|a| !a.is_empty())
                .or(set_address())
                .unwrap_or_default()
                .trim_end_matches('/')
                .to_string(),
            licence: text("licence")?,
            most_unknown: row.try_get("", "most_unknown")?,
            brand: Brand::of(&text("accent")?, &text("logo")?),
            year_starts,
            years: (year("years_from", last)?, last),
            home_year: year("home_year", last)?,
            version: Version::of(&row)?,
        })
    }

    /// The currency that its figures are counted in: never one that nobody named.
    pub fn counts_in(&self) -> Currency {
        self.currency.unwrap_or(Currency::NONE)
    }

    /// The languages in which the network's own words must be complete. Empty until its record names languages.
    pub fn languages_said(&self) -> &[String] {
        if self.code.is_empty() { &[] } else { &self.languages }
    }

    /// Today's date in the network's zone.
    pub fn today(&self) -> Day {
        Day::from(Timestamp::now().to_zoned(self.zone.clone()).date())
    }

    /// The day that pages show where none is asked for: the last of the year of the first page, or today where that is earlier.
    pub fn usual_day(&self) -> Day {
        self.today().min(self.year_starts.last_day(self.home_year))
    }

    /// The instant at which a day ends in the network's zone.
    pub fn end_of(&self, day: Day) -> Result<Timestamp> {
        let end = day.date().at(23, 59, 59, 999_000_000);
        end.to_zoned(self.zone.clone())
            .map(|z| z.timestamp())
            .map_err(|e| Error::Broken(format!("{day} has no end in this zone: {e}")))
    }
}

/// An import refuses a day on which no year can begin. A register of an earlier version may have one: it opens with years from January,
/// so that the day can be corrected.
fn first_day_of_years(text: &str) -> YearStart {
    if text.is_empty() {
        return YearStart::default();
    }
    text.parse().unwrap_or_else(|problem| {
        tracing::warn!("the network's column year_starts: {problem}");
        YearStart::default()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_register_whose_year_cannot_be_read_opens_with_years_from_january() {
        assert_eq!(first_day_of_years("07-01").to_string(), "07-01");
        for text in ["", "July", "7/1"] {
            assert_eq!(first_day_of_years(text), YearStart::JANUARY, "{text}");
        }
    }
}
