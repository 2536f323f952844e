//! The address of a number that says and opens the same number for ever: `/n/2020/e1/M4TK`.
//!
//! Its parts are the days, the state of the register, the code of the figure, and what part of the number is meant:
//!
//! | days | `2020` · `2018-2020` · `2020-06-30` (the year up to it) · `2019-07-01_2020-06-30` |
//! | state | `e1` (an edition of these years) · `2020-e1` · `j4123` (a journal entry) · `2020-12-31` (the end of a day) |
//! | part | nothing (the whole) · `2019` (other days) · `left-out` · `region/africa` (a group) · `region/-` (those without one) |

use decapolis_base::Day;

use crate::web::address::encoded;

/// The part of a number that an address means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    Whole,
    /// The same figure on other days, like the members on the eve of the year.
    On(Day, Day),
    /// The rows of this class, as an address of a figure names it.
    Class(String),
    /// A group of a breakdown: its column, and its value as addresses write it. `-` is the group without a value.
    Group(String, String),
}

/// The value of a group without one.
pub const WITHOUT: &str = "-";

/// The classes of rows besides the counted ones.
const CLASSES: [&str; 2] = ["base", "left-out"];

impl Part {
    /// Reads what follows the code, without its first slash. `None` if it is no part.
    pub fn read(text: &str) -> Option<Part> {
        match text.split_once('/') {
            None if text.is_empty() => Some(Part::Whole),
            None if CLASSES.contains(&text) => Some(Part::Class(text.into())),
            None => days_of(text).map(|(from, to)| Part::On(from, to)),
            Some((column, value)) => {
                let is_column = !column.is_empty()
                    && column.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_');
                let is_value = !value.is_empty() && !value.contains(|c: char| c == '/' || c.is_control());
                (is_column && is_value).then(|| Part::Group(column.into(), value.into()))
            }
        }
    }

    /// The code of a figure with this part: `M4TK`, `M4TK/2019`, `M4TK/region/africa`.
    pub fn after(&self, code: &str) -> String {
        match self {
            Part::Whole => code.to_string(),
            Part::On(from, to) => format!("{code}/{}", days(*from, *to)),
            Part::Class(class) => format!("{code}/{class}"),
            Part::Group(column, value) => format!("{code}/{column}/{}", encoded(value)),
        }
    }
}

/// The path under which codes open for these days and this state: `/n/2020/e1`.
pub fn context(days: &str, known: &str) -> String {
    let state = known.strip_prefix(days).and_then(|rest| rest.strip_prefix('-'));
    format!("/n/{days}/{}", state.filter(|state| state.starts_with('e')).unwrap_or(known))
}

/// The state of the register as the parameter `known` has it, from the state in an address. `None` if it is none of the known forms.
pub fn known(days: &str, state: &str) -> Option<String> {
    let is_number = |text: &str| (1..=18).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    let is_edition = |text: &str| text.strip_prefix('e').is_some_and(is_number);
    if is_edition(state) {
        return Some(format!("{days}-{state}"));
    }
    let are_years =
        |text: &str| days_of(text).is_some_and(|(from, to)| self::days(from, to) == text && text.len() != 10);
    let of_years =
        state.rsplit_once('-').is_some_and(|(years, edition)| are_years(years) && is_edition(edition));
    let of_entry = state.strip_prefix('j').is_some_and(is_number);
    let of_day = state.parse::<Day>().is_ok_and(|day| day.to_string() == state);
    (of_years || of_entry || of_day).then(|| state.to_string())
}

/// Whether a text can be the code or the key of a figure.
pub fn is_name_of_figure(text: &str) -> bool {
    (1..=80).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
}

/// Days as an address has them.
pub fn days(from: Day, to: Day) -> String {
    let begins = from == Day::first_of_year(from.year());
    let ends = to == Day::last_of_year(to.year());
    match (begins, ends, from.year() == to.year()) {
        (true, true, true) => to.year().to_string(),
        (true, true, false) => format!("{}-{}", from.year(), to.year()),
        (true, false, true) => to.to_string(),
        _ => format!("{from}_{to}"),
    }
}

/// The first and the last day that an address means. `None` if it means none.
pub fn days_of(text: &str) -> Option<(Day, Day)> {
    let year = |t: &str| t.parse().ok().filter(|_| t.len() == 4 && t.bytes().all(|b| b.is_ascii_digit()));
    let ordered = |from: Day, to: Day| (from <= to).then_some((from, to));
    if let Some((from, to)) = text.split_once('_') {
        return ordered(from.parse().ok()?, to.parse().ok()?);
    }
    if let Ok(day) = text.parse::<Day>() {
        return Some((Day::first_of_year(day.year()), day));
    }
    let (from, to) = text.split_once('-').unwrap_or((text, text));
    ordered(Day::first_of_year(year(from)?), Day::last_of_year(year(to)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    #[test]
    fn days_are_read_as_they_are_written() {
        for (from, to, written) in [
            ("2020-01-01", "2020-12-31", "2020"),
            ("2018-01-01", "2020-12-31", "2018-2020"),
            ("2020-01-01", "2020-06-30", "2020-06-30"),
            ("2020-01-01", "2020-01-01", "2020-01-01"),
            ("2019-07-01", "2020-06-30", "2019-07-01_2020-06-30"),
            ("2018-01-01", "2020-06-30", "2018-01-01_2020-06-30"),
        ] {
            assert_eq!(days(day(from), day(to)), written);
            assert_eq!(days_of(written), Some((day(from), day(to))), "{written}");
        }
        for other in ["", "20", "2020-", "2020-2018", "2020-06-30_2020-01-01", "members", "2020-13-01", "e1"]
        {
            assert_eq!(days_of(other), None, "{other}");
        }
    }

    #[test]
    fn an_edition_of_the_same_years_is_written_short() {
        for (years, state, written) in [
            ("2020", "2020-e1", "/n/2020/e1"),
            ("2018-2020", "2018-2020-e12", "/n/2018-2020/e12"),
            ("2019", "2020-e1", "/n/2019/2020-e1"),
            ("2020", "j4123", "/n/2020/j4123"),
            ("2020", "2020-12-31", "/n/2020/2020-12-31"),
        ] {
            assert_eq!(context(years, state), written);
            assert_eq!(known(years, written.rsplit('/').next().unwrap()).as_deref(), Some(state));
        }
        for other in [
            "",
            "e",
            "e1&at=1999",
            "j",
            "j1\n",
            "j-1",
            "2020-12-31&only=a",
            "2020",
            "1-e1",
            "2020-06-30-e1",
            "now",
        ] {
            assert_eq!(known("2020", other), None, "{other:?}");
        }
    }

    #[test]
    fn a_part_is_read_as_it_is_written() {
        for (part, written) in [
            (Part::Whole, "M4TK"),
            (Part::On(day("2019-01-01"), day("2019-12-31")), "M4TK/2019"),
            (Part::Class("left-out".into()), "M4TK/left-out"),
            (Part::Group("region".into(), "africa".into()), "M4TK/region/africa"),
            (Part::Group("region".into(), WITHOUT.into()), "M4TK/region/-"),
        ] {
            assert_eq!(part.after("M4TK"), written);
            let rest = written.strip_prefix("M4TK").unwrap().trim_start_matches('/');
            assert_eq!(Part::read(rest), Some(part));
        }
        for other in [
            "nothing",
            "region/",
            "/africa",
            "region/a/b",
            "region&at=1999/africa",
            "region/a\n",
            "Region\r/a",
        ] {
            assert_eq!(Part::read(other), None, "{other}");
        }
    }
}
