//! Reads days as people write them: in every order, and in words.

use jiff::civil::Date;

use super::clean::folded;

/// The order in which a day is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DateOrder {
    YearMonthDay,
    DayMonthYear,
    MonthDayYear,
}

/// A day as a cell writes it, as far as the cell alone makes it clear.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WrittenDay {
    Year(i16),
    Month(i16, i8),
    Day(i16, i8, i8),
    /// Two numbers and a year: 03/04/2020.
    Two(i8, i8, i16),
    /// Three numbers of one or two digits: 03/04/20.
    Three(i8, i8, i8),
    /// A month and a number that may be its day or the end of a year: 17-Mar, Mar-17.
    MonthAnd(i8, i8),
}

impl WrittenDay {
    /// The day as 2020-12-31, 2020-12 or 2020; `None` if there is no such day.
    pub fn canonical(self, order: DateOrder) -> Option<String> {
        let (year, month, day) = match (self, order) {
            (WrittenDay::Year(year), _) => return Some(format!("{year:04}")),
            (WrittenDay::Month(year, month), _) => {
                return (1..=12).contains(&month).then(|| format!("{year:04}-{month:02}"));
            }
            (WrittenDay::MonthAnd(..), _) => return None,
            (WrittenDay::Day(year, month, day), _) => (year, month, day),
            (WrittenDay::Two(month, day, year), DateOrder::MonthDayYear)
            | (WrittenDay::Two(day, month, year), _) => (year, month, day),
            (WrittenDay::Three(year, month, day), DateOrder::YearMonthDay) => (century(year), month, day),
            (WrittenDay::Three(month, day, year), DateOrder::MonthDayYear) => (century(year), month, day),
            (WrittenDay::Three(day, month, year), DateOrder::DayMonthYear) => (century(year), month, day),
        };
        Date::new(year, month, day).ok().map(|day| day.to_string())
    }

    /// What a heading means by it: Jan-20 above a column is a month.
    pub fn in_heading(self) -> WrittenDay {
        match self {
            WrittenDay::MonthAnd(month, year) => WrittenDay::Month(century(year), month),
            other => other,
        }
    }
}

/// 69 to 99 are of the twentieth century, 00 to 68 of ours: the rule of POSIX.
fn century(year: i8) -> i16 {
    i16::from(year) + if year >= 69 { 1900 } else { 2000 }
}

/// The day a spreadsheet counts from 30 December 1899; the time of day is left out.
pub fn of_serial(serial: f64) -> Option<Date> {
    (1.0..2_958_466.0).contains(&serial).then(|| {
        // the first sixty are one off: the program they come from took 1900 for a leap year
        let days = serial as i32 + if serial < 60.0 { 1 } else { 0 };
        Date::constant(1899, 12, 30).checked_add(jiff::Span::new().days(days)).ok()
    })?
}

/// The day that a clean text says, if it says one.
pub fn written_day(text: &str) -> Option<WrittenDay> {
    if text.len() > 48 || !text.bytes().any(|b| b.is_ascii_digit()) || text.contains('\n') {
        return None;
    }
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    if digits(text) {
        return match text.len() {
            4 => Some(WrittenDay::Year(year(text)?)),
            8 => Some(WrittenDay::Day(year(&text[..4])?, text[4..6].parse().ok()?, text[6..].parse().ok()?))
                .filter(|day| exists(*day)),
            _ => None,
        };
    }
    let in_numbers = text.as_bytes()[0].is_ascii_digit().then(|| in_numbers(without_time(text))).flatten();
    in_numbers.or_else(|| in_words(text)).filter(|day| exists(*day))
}

/// 2020-12-31, 31/12/2020, 31.12.20, 2020-12, 12/2020.
fn in_numbers(day: &str) -> Option<WrittenDay> {
    let mark = ['-', '/', '.'].into_iter().find(|m| day.contains(*m))?;
    let mut parts = day.split(mark).map(str::trim);
    let (a, b, c) = (parts.next()?, parts.next()?, parts.next());
    match (a.len(), b.len(), c, parts.next()) {
        (4, _, Some(c), None) => Some(WrittenDay::Day(year(a)?, small(b)?, small(c)?)),
        (_, _, Some(c), None) if c.len() == 4 => Some(WrittenDay::Two(small(a)?, small(b)?, year(c)?)),
        (_, _, Some(c), None) => Some(WrittenDay::Three(small(a)?, small(b)?, small(c)?)),
        (4, _, None, None) if mark != '.' => Some(WrittenDay::Month(year(a)?, small(b)?)),
        (_, 4, None, None) if mark != '.' => Some(WrittenDay::Month(year(b)?, small(a)?)),
        _ => None,
    }
}

/// 12 mars 2020, 3 de mayo de 2019, Aug 2018, September 5th, 2019, 5-ene-19.
fn in_words(text: &str) -> Option<WrittenDay> {
    if !may_name_a_month(text) {
        return None;
    }
    // Mar '19
    let cut = text.contains(['\'', '’']);
    let text = folded(text);
    let words = text.split(|c: char| !c.is_ascii_alphanumeric()).filter(|w| !w.is_empty());
    let mut month = None;
    let mut numbers = vec![];
    for word in words {
        let digits = word.len() - word.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        match word.split_at(digits) {
            // mar. is a Tuesday where another month follows
            ("", word)
                if (month.is_none() || month == Some(3) && numbers.len() < 2)
                    && month_named(word).is_some() =>
            {
                month = month_named(word);
            }
            ("", "de" | "del" | "of" | "the" | "le" | "el" | "du") => {}
            ("", word) if is_weekday(word) && month.is_none() && numbers.is_empty() => {}
            (number, "" | "st" | "nd" | "rd" | "th" | "er" | "o") if number.len() <= 4 => {
                numbers.push(number)
            }
            _ => return None,
        }
    }
    let month = month?;
    let day = match numbers.as_slice() {
        [y] if y.len() == 4 => WrittenDay::Month(year(y)?, month),
        [y] if y.len() == 2 && (cut || !(1..=31).contains(&small(y)?)) => {
            WrittenDay::Month(century(small(y)?), month)
        }
        [n] if n.len() <= 2 => WrittenDay::MonthAnd(month, small(n)?),
        [d, y] if y.len() == 4 => WrittenDay::Day(year(y)?, month, small(d)?),
        [y, d] if y.len() == 4 => WrittenDay::Day(year(y)?, month, small(d)?),
        [d, y] if y.len() == 2 => WrittenDay::Day(century(small(y)?), month, small(d)?),
        _ => return None,
    };
    Some(day)
}

/// Whether every word begins like one of a day. This is quick, because it is asked of every text with a digit.
fn may_name_a_month(text: &str) -> bool {
    let words = text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    let mut count = 0;
    let short = words.take_while(|word| word.len() <= 12).inspect(|_| count += 1).all(|word| {
        let first = word.chars().next().map_or(' ', |c| c.to_ascii_lowercase());
        "jfmasondeltwvr".contains(first)
    });
    short && count > 0 && count <= 5 && text.chars().filter(|c| c.is_alphabetic()).count() <= 28
}

const MONTHS: [&[&str]; 12] = [
    &["january", "enero", "janvier"],
    &["february", "febrero", "fevrier"],
    &["march", "marzo", "mars"],
    &["april", "abril", "avril"],
    &["may", "mayo", "mai"],
    &["june", "junio", "juin"],
    &["july", "julio", "juillet"],
    &["august", "agosto", "aout"],
    &["september", "septiembre", "setiembre", "septembre"],
    &["october", "octubre", "octobre"],
    &["november", "noviembre", "novembre"],
    &["december", "diciembre", "decembre"],
];

/// The month of a name or its beginning, in English, Spanish or French. `jui` may be two months and is none.
fn month_named(word: &str) -> Option<i8> {
    if word.len() < 3 || word == "jui" {
        return None;
    }
    (1..)
        .zip(MONTHS)
        .find(|(_, names)| names.iter().any(|name| name.starts_with(word)))
        .map(|(month, _)| month)
}

fn is_weekday(word: &str) -> bool {
    let beginnings = [
        "mon", "tue", "wed", "thu", "fri", "sat", "sun", "lun", "mar", "mie", "jue", "vie", "sab", "dom",
        "mer", "jeu", "ven", "sam", "dim",
    ];
    word.len() <= 10 && beginnings.iter().any(|b| word.starts_with(b))
}

/// The day before its time: 2020-12-31T10:00:00Z, 31/12/2020 10:00 PM.
fn without_time(text: &str) -> &str {
    let Some((day, time)) = text.split_once(['T', ' ']) else { return text };
    let is_time = time.as_bytes().first().is_some_and(u8::is_ascii_digit) && time.contains([':', 'h']);
    if is_time { day } else { text }
}

fn year(text: &str) -> Option<i16> {
    text.bytes()
        .all(|b| b.is_ascii_digit())
        .then(|| text.parse().ok())
        .flatten()
        .filter(|year| (1000..=2999).contains(year))
}

fn small(text: &str) -> Option<i8> {
    if (1..=2).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit()) {
        text.parse().ok()
    } else {
        None
    }
}

/// Whether it is a day in one order at least.
fn exists(day: WrittenDay) -> bool {
    if let WrittenDay::MonthAnd(month, number) = day {
        // of a leap year, since the year is not said
        return Date::new(2000, month, number).is_ok();
    }
    [DateOrder::YearMonthDay, DateOrder::DayMonthYear, DateOrder::MonthDayYear]
        .into_iter()
        .any(|order| day.canonical(order).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_in_every_order_and_in_words() {
        use DateOrder::*;
        for (text, order, read) in [
            ("2020-12-31", DayMonthYear, Some("2020-12-31")),
            ("2020-12-31T10:00:00+02:00", DayMonthYear, Some("2020-12-31")),
            ("2022-05-28 08:07:58", DayMonthYear, Some("2022-05-28")),
            ("31/12/2020", DayMonthYear, Some("2020-12-31")),
            ("12/31/2020", MonthDayYear, Some("2020-12-31")),
            ("12/31/2020", DayMonthYear, None),
            ("3.4.2020 10:30", DayMonthYear, Some("2020-04-03")),
            ("03/04/20", MonthDayYear, Some("2020-03-04")),
            ("31-12-69", DayMonthYear, Some("1969-12-31")),
            ("12 mars 2020", MonthDayYear, Some("2020-03-12")),
            ("mar. 3 mars 2020", DayMonthYear, Some("2020-03-03")),
            ("3 de mayo de 2019", DayMonthYear, Some("2019-05-03")),
            ("jueves, 1 de agosto de 2019", DayMonthYear, Some("2019-08-01")),
            ("1er août 2019", DayMonthYear, Some("2019-08-01")),
            ("September 5th, 2019", DayMonthYear, Some("2019-09-05")),
            ("Aug 2018", DayMonthYear, Some("2018-08")),
            ("Mar '19", DayMonthYear, Some("2019-03")),
            ("Mar-98", DayMonthYear, Some("1998-03")),
            ("12 March", DayMonthYear, None),
            ("17-Mar", DayMonthYear, None),
            ("Mar-17", DayMonthYear, None),
            ("2018-08", DayMonthYear, Some("2018-08")),
            ("08/2018", DayMonthYear, Some("2018-08")),
            ("2015", DayMonthYear, Some("2015")),
            ("20201231", DayMonthYear, Some("2020-12-31")),
            ("31/02/2020", DayMonthYear, None),
            ("2019/2020", DayMonthYear, None),
            ("12.5", DayMonthYear, None),
            ("Paris 2024", DayMonthYear, None),
            ("75001", DayMonthYear, None),
        ] {
            assert_eq!(
                written_day(text).and_then(|s| s.canonical(order)).as_deref(),
                read,
                "{text} {order:?}"
            );
        }
    }

    #[test]
    fn a_serial_is_counted_as_spreadsheets_do() {
        for (serial, day) in
            [(1.0, "1900-01-01"), (61.0, "1900-03-01"), (43831.0, "2020-01-01"), (43831.75, "2020-01-01")]
        {
            assert_eq!(of_serial(serial).unwrap().to_string(), day);
        }
        assert_eq!(of_serial(3e9), None);
    }
}
