//! The network and its regions.
use decapolis_base::YearStart;
use decapolis_register::table::{Kind::*, *};
use decapolis_register::value::{Cell, Values};
use decapolis_words::{Numerals, languages};
use jiff::tz::TimeZone;

/// The network itself: one record with its settings.
pub static NETWORKS: Table = Table::records(
    "networks",
    "networks_history",
    "network",
    &[
        req("languages", Text), // language codes in the order offered, separated by blanks
        req("zone", Text),      // IANA name; every day of the register is a day in this zone
        req("currency", Text).codes(Codes::Currency),
        opt("year_starts", Text), // mm-dd; empty means 01-01
        opt("slogan", Texts),     // printed before "in 2020" at the head of the page
        opt("address", Text),     // the URL of the site
        opt("years_from", Int),   // the first and last year that has a page
        opt("years_until", Int),
        opt("home_year", Int),                // the year that "/" shows
        opt("licence", Text),                 // the licence of the published numbers
        opt("most_unknown", Int).at_least(0), // above so many percent of unknowns a share is printed as a range
        opt("two_for_many_rows", Bool),       // whether a change of many rows at once needs two people
        opt("two_for_removals", Bool),        // whether removals, and ends of memberships, do
        opt("accent", Text),                  // the accent colour, #rrggbb
        opt("logo", Text), // a picture, as data:image/svg+xml;base64,… or data:image/png;base64,…
    ],
)
.checked(is_sound)
.two_people(TwoPeople { many_rows: "two_for_many_rows", removals: "two_for_removals" });
/// The network's own regions, in the order of `rank`.
pub static REGIONS: Table = Table::records("regions", "regions_history", "region", &[opt("rank", Int)]);
pub static ALL: &[&Table] = &[&NETWORKS, &REGIONS];

/// Rule: the site can be made with these settings, and opened again.
fn is_sound(row: &Values) -> Option<(&'static str, &'static str)> {
    let text = |name: &str| row.get(name).and_then(Cell::text).map(str::trim).filter(|text| !text.is_empty());
    if text("zone").is_some_and(|zone| TimeZone::get(zone).is_err()) {
        return Some(("zone", "error-zone"));
    }
    let is_language = |one: &str| Numerals::new(one).is_ok();
    if text("languages").is_some_and(|all| {
        !all.split_whitespace().any(|one| languages().any(|known| known == one))
            || !all.split_whitespace().all(is_language)
    }) {
        return Some(("languages", "error-languages"));
    }
    if let Some(wrong) = text("address").and_then(super::address::what_is_wrong) {
        return Some(("address", wrong));
    }
    let year = |name: &str| row.get(name).and_then(Cell::int);
    if let (Some(from), Some(until)) = (year("years_from"), year("years_until"))
        && from > until
    {
        return Some(("years_until", "error-years-order"));
    }
    // a page links to every year that has one
    let years = ["years_from", "years_until", "home_year"];
    if let Some(name) = years.into_iter().find(|name| year(name).is_some_and(|year| !YEARS.contains(&year))) {
        return Some((name, "error-year-beyond"));
    }
    let starts = row.get("year_starts").and_then(Cell::text).filter(|t| !t.is_empty());
    if starts.is_some_and(|text| text.parse::<YearStart>().is_err()) {
        return Some(("year_starts", "error-year-starts"));
    }
    super::brand::can_be_shown(row)
}

/// The years that can have a page.
const YEARS: std::ops::RangeInclusive<i64> = 1900..=2199;

#[cfg(test)]
mod tests {
    use super::*;

    fn wrong(name: &str, cell: Cell) -> Option<&'static str> {
        is_sound(&[(name.to_string(), cell)].into()).map(|(_, key)| key)
    }

    #[test]
    fn settings_that_would_keep_the_program_from_starting_are_refused() {
        let text = |text: &str| Cell::Text(text.into());
        for languages in ["en, de", "en not_a_language!", "xx", "xx yy"] {
            assert_eq!(wrong("languages", text(languages)), Some("error-languages"), "{languages}");
        }
        for languages in ["en", "es en fr", "en ca"] {
            assert_eq!(wrong("languages", text(languages)), None, "{languages}");
        }
        for (year, found) in
            [(2020, None), (1899, Some("error-year-beyond")), (2_000_000_000, Some("error-year-beyond"))]
        {
            for name in ["years_from", "years_until", "home_year"] {
                assert_eq!(wrong(name, Cell::Int(year)), found, "{name} {year}");
            }
        }
    }
}
