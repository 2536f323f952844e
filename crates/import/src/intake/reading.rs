//! How to read a cell for the column of the register that it goes into.

use decapolis_base::PartialDay;
use decapolis_spreadsheets::{DateOrder, Misread, Reads, Value};

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
pub(super) fn as_words(value: &Value, guess: Reads) -> Result<String, Misread> {
    // digits that are a name keep their zeros; other numbers are written as they are, 75001 and not 75001.0
    let reads =
        if matches!(value, Value::Text(_)) && guess != Reads::Code { Reads::Text } else { Reads::Code };
    reads.canonical(value)
}

/// A cell as the words that this kind of column is read from.
pub(super) fn for_kind(value: &Value, guess: Reads, kind: Kind) -> Result<String, Misread> {
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
            // as the register itself writes it, also "by 2018"; 03/04/2020 is the file's to say
            if let Value::Text(text) = value
                && ours(text.trim())
            {
                return Ok(text.trim().to_string());
            }
            match guess {
                Reads::Day { .. } | Reads::Year => guess.canonical(value),
                _ => Reads::Day { order: DateOrder::DayMonthYear }.canonical(value),
            }
        }
        Kind::Text | Kind::Texts | Kind::Choice(_) | Kind::Ref(_) | Kind::Instant => as_words(value, guess),
    }
}

fn ours(text: &str) -> bool {
    let begins =
        text.starts_with("..") || text.len() >= 4 && text.bytes().take(4).all(|b| b.is_ascii_digit());
    begins && text.parse::<PartialDay>().is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

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
