//! How to read a cell for the column of the register that it goes into.

use decapolis_base::PartialDay;
use decapolis_spreadsheets::{DateOrder, DaysOfColumn, Misread, Reads, Today, Value, clean};

use decapolis_register::table::Kind;

/// The words for a way of reading, as a mapping has them: `text`, `code`, `whole`, `number ,`, `day d/m/y`, `list ;`.
pub(super) fn named(words: &str) -> Result<Reads, String> {
    let (name, rest) = words.split_once(' ').unwrap_or((words, ""));
    let mut marks = rest.chars().filter(|c| *c != ' ');
    let decimal = |marks: &mut dyn Iterator<Item = char>| marks.next().unwrap_or('.');
    Ok(match name {
        "text" => Reads::Text,
        "code" => Reads::Code,
        "whole" => Reads::Whole { grouping: marks.next() },
        "number" => Reads::Number { decimal: decimal(&mut marks), grouping: marks.next() },
        "percent" => Reads::Percent { decimal: decimal(&mut marks) },
        "year" => Reads::Year,
        "day" => Reads::Day {
            order: match rest {
                "" | "y-m-d" => DateOrder::YearMonthDay,
                "d/m/y" => DateOrder::DayMonthYear,
                "m/d/y" => DateOrder::MonthDayYear,
                _ => {
                    return Err(format!(
                        "a day is read as “day y-m-d”, “day d/m/y” or “day m/d/y”, not “{words}”"
                    ));
                }
            },
        },
        "yes-no" => Reads::YesNo,
        "degrees" => Reads::Degrees,
        "coordinates" => Reads::Coordinates,
        "list" => Reads::List { separator: marks.next().unwrap_or(';') },
        _ => {
            return Err(format!(
                "a column is read as text, code, whole, number, percent, year, day, yes-no, degrees, coordinates or list, not “{words}”"
            ));
        }
    })
}

/// A cell as words: nothing is taken away but what cannot be seen.
///
/// Errors: a number that a spreadsheet program has cut, as 2.57558E+16: some of its digits are lost.
pub(super) fn as_words(value: &Value, guess: Reads) -> Result<String, Misread> {
    let lost = match value {
        Value::Number(number) => number.abs() >= EXACT,
        Value::Text(text) => is_scientific(clean(text).as_ref()),
        _ => false,
    };
    // digits that are a name keep their zeros; other numbers are written as they are, 75001 and not 75001.0
    let reads =
        if matches!(value, Value::Text(_)) && guess != Reads::Code { Reads::Text } else { Reads::Code };
    let words = reads.canonical(value)?;
    if lost { Err(Misread { text: words, key: "error-cell-digits-lost" }) } else { Ok(words) }
}

/// From here on a spreadsheet program does not keep every digit of a number.
const EXACT: f64 = 1e15;

/// 2.57558E+16, 5,55E+09.
fn is_scientific(text: &str) -> bool {
    let Some((mantissa, exponent)) = text.split_once(['E', 'e']) else { return false };
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    digits(exponent.trim_start_matches(['+', '-']))
        && exponent.starts_with(['+', '-'])
        && digits(&mantissa.replacen(['.', ','], "", 1))
}

/// Why a cell that should be a code may have been another one: a spreadsheet program takes 1-2 for a day, 1.10 for a number and TRUE for
/// an answer.
pub(super) fn changed_code(value: &Value) -> Option<Misread> {
    let changed = match value {
        Value::Day(_) | Value::Instant(_) | Value::Bool(_) => true,
        Value::Number(number) => number.fract() != 0.0,
        _ => false,
    };
    let text = Reads::Text.canonical(value).unwrap_or_default();
    changed.then_some(Misread { text, key: "error-cell-code-changed" })
}

/// A cell as the words that this kind of column is read from. `days` is how the days of the column are written.
pub(super) fn for_kind(
    value: &Value,
    guess: Reads,
    kind: Kind,
    days: &DaysOfColumn,
    today: Option<&Today>,
) -> Result<String, Misread> {
    match kind {
        Kind::Int => match guess {
            Reads::Whole { .. } | Reads::Number { .. } | Reads::Year | Reads::Code => guess.canonical(value),
            _ => Reads::Whole { grouping: None }.canonical(value),
        },
        Kind::Number | Kind::Money(_) => match guess {
            Reads::Whole { .. }
            | Reads::Number { .. }
            | Reads::Percent { .. }
            | Reads::Year
            | Reads::Degrees => guess.canonical(value),
            _ => Reads::Number { decimal: '.', grouping: None }.canonical(value),
        },
        Kind::Bool => Reads::YesNo.canonical(value),
        Kind::Day | Kind::Bound => {
            // as the register itself writes it: "by 2018", "from 2015 to 2018"
            if let Value::Text(text) = value
                && is_range(text.trim())
            {
                return Ok(text.trim().to_string());
            }
            match (days.read(value, today), value) {
                // a day of the first centuries, as only the register writes it
                (Err(misread), Value::Text(text))
                    if misread.key.starts_with("error-cell-not-day") && is_iso(text) =>
                {
                    Ok(text.trim().to_string())
                }
                (read, _) => read,
            }
        }
        Kind::Text | Kind::Texts | Kind::Choice(_) | Kind::Ref(_) | Kind::Instant => as_words(value, guess),
    }
}

fn is_iso(text: &str) -> bool {
    let text = text.trim();
    text.len() >= 4 && text.bytes().take(4).all(|b| b.is_ascii_digit()) && text.parse::<PartialDay>().is_ok()
}

fn is_range(text: &str) -> bool {
    let begins = text.len() >= 4 && text.bytes().take(4).all(|b| b.is_ascii_digit()) && text.contains('/');
    (text.starts_with("..") || begins) && text.parse::<PartialDay>().is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_whose_digits_are_lost_is_no_code() {
        let words = |value: Value| as_words(&value, Reads::Code).map_err(|misread| misread.key);
        let text = |text: &str| words(Value::Text(text.into()));
        for code in ["1590018106294570001", "00012345", "1E5", "2E10", "E+1", "868533010000199"] {
            assert_eq!(text(code).as_deref(), Ok(code));
        }
        for cut in ["2.57558E+16", "5,55E+09", "1e+20", "1.2E-05"] {
            assert_eq!(text(cut), Err("error-cell-digits-lost"), "{cut}");
        }
        assert_eq!(words(Value::Number(1.590_018_106_294_57e18)), Err("error-cell-digits-lost"));
        assert_eq!(words(Value::Number(868_533_010_000_199.0)).as_deref(), Ok("868533010000199"));
        let changed = |value: Value| changed_code(&value).is_some();
        assert!(changed(Value::Day(jiff::civil::date(2020, 2, 1))) && changed(Value::Number(1.1)));
        assert!(
            changed(Value::Bool(true))
                && !changed(Value::Number(12.0))
                && !changed(Value::Text("1-2".into()))
        );
    }

    #[test]
    fn a_way_of_reading_is_said_in_words() {
        assert_eq!(named("whole ."), Ok(Reads::Whole { grouping: Some('.') }));
        assert_eq!(named("number , ."), Ok(Reads::Number { decimal: ',', grouping: Some('.') }));
        assert_eq!(named("number"), Ok(Reads::Number { decimal: '.', grouping: None }));
        assert_eq!(named("day m/d/y"), Ok(Reads::Day { order: DateOrder::MonthDayYear }));
        assert_eq!(named("list |"), Ok(Reads::List { separator: '|' }));
        assert!(named("day yyyy").unwrap_err().contains("day d/m/y"));
        assert!(named("integer").unwrap_err().contains("whole"));
    }
}
