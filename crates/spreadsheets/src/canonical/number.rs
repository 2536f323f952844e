//! Reads numbers as people and programs write them.

/// How a number is written, as far as its cell alone makes it clear.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct NumberStyle {
    pub decimal: Option<char>,
    pub grouping: Option<char>,
    /// One mark with three digits behind it: 1,234 is grouped or has three decimals.
    pub either: Option<char>,
    pub percent: bool,
    /// The money before or behind the number: €, $, EUR.
    pub money: Option<&'static str>,
}

/// How a clean text writes its number; `None` if it is not a number.
pub fn number_style(text: &str) -> Option<NumberStyle> {
    let (body, percent) = without_percent(text);
    let (body, money) = without_money(body);
    let body = without_sign(body).1;
    // +34 600 000 000 is called, not counted
    if text.starts_with('+') && body.contains(' ') {
        return None;
    }
    let body = without_exponent(body).map_or(body, |(mantissa, _)| mantissa);
    let digits = body.bytes().filter(u8::is_ascii_digit).count();
    if digits == 0 || digits > 300 {
        return None;
    }
    let mut marks = [' '; 2];
    let mut counts = [0; 2];
    for c in body.chars().filter(|c| !c.is_ascii_digit()) {
        let mark = mark(c)?;
        match (0..2).find(|&n| counts[n] == 0 || marks[n] == mark) {
            Some(n) => (marks[n], counts[n]) = (mark, counts[n] + 1),
            None => return None,
        }
    }
    let [first, second] = marks;
    let alone = NumberStyle { percent, money, ..NumberStyle::default() };
    match counts {
        [0, _] => Some(alone),
        [1, 0] if matches!(first, '.' | ',') => {
            let (before, after) = body.split_once(first)?;
            let three = after.len() == 3 && (1..=3).contains(&before.len()) && !before.starts_with('0');
            match after.is_empty() {
                true => None,
                false if three => Some(NumberStyle { either: Some(first), ..alone }),
                false => Some(NumberStyle { decimal: Some(first), ..alone }),
            }
        }
        [_, 0] => grouped(body, first).then_some(NumberStyle { grouping: Some(first), ..alone }),
        [_, 1] if matches!(second, '.' | ',') => {
            let (before, after) = body.rsplit_once(second)?;
            let fits =
                grouped(before, first) && !after.is_empty() && after.bytes().all(|b| b.is_ascii_digit());
            fits.then_some(NumberStyle { decimal: Some(second), grouping: Some(first), ..alone })
        }
        _ => None,
    }
}

/// The number with a point, without grouping, leading or trailing zeros. Blanks and apostrophes group whatever else does, since they
/// cannot mean anything else; a point or a comma groups only where `grouping` says so.
pub fn number(text: &str, decimal: char, grouping: Option<char>) -> Option<String> {
    let (negative, body) = without_sign(text);
    let body = without_money(body).0;
    let (negative, body) = if negative { (true, body) } else { without_sign(body) };
    if let Some((mantissa, exponent)) = without_exponent(body) {
        let mantissa = number(mantissa, decimal, None)?;
        let value: f64 = format!("{mantissa}e{exponent}").parse().ok()?;
        return of_float(if negative { -value } else { value });
    }
    let (whole, fraction) = match body.rsplit_once(decimal) {
        Some((_, "")) => return None,
        Some(parts) => parts,
        None => (body, ""),
    };
    let marks =
        |c: char| mark(c).is_some_and(|m| m == ' ' || m == '\'' || (Some(m) == grouping && m != decimal));
    let one = whole.chars().find(|c| !c.is_ascii_digit()).and_then(mark);
    let fits = whole.chars().all(|c| c.is_ascii_digit() || marks(c)) && one.is_none_or(|m| grouped(whole, m));
    if !fits || !fraction.bytes().all(|b| b.is_ascii_digit()) || whole.len() + fraction.len() == 0 {
        return None;
    }
    let whole: String = whole.chars().filter(char::is_ascii_digit).collect();
    Some(canonical(negative, &whole, fraction))
}

/// 12,5 % is 0.125: the point moves, no digit is lost.
pub fn percent(text: &str, decimal: char) -> Option<String> {
    let (body, true) = without_percent(text) else { return None };
    let other = if decimal == ',' { '.' } else { ',' };
    let number = number(body, decimal, Some(other))?;
    let (negative, body) = without_sign(&number);
    let (whole, fraction) = body.split_once('.').unwrap_or((body, ""));
    let whole = format!("{whole:0>3}");
    let (whole, moved) = whole.split_at(whole.len() - 2);
    Some(canonical(negative, whole, &format!("{moved}{fraction}")))
}

/// A number of a workbook, with every digit that distinguishes it from its neighbours; `None` if it is infinite or no number.
pub fn of_float(value: f64) -> Option<String> {
    match value.is_finite() {
        true if value == 0.0 => Some("0".into()),
        true => Some(value.to_string()),
        false => None,
    }
}

fn canonical(negative: bool, whole: &str, fraction: &str) -> String {
    let whole = match whole.trim_start_matches('0') {
        "" => "0",
        digits => digits,
    };
    let fraction = fraction.trim_end_matches('0');
    let sign = if negative && (whole != "0" || !fraction.is_empty()) { "-" } else { "" };
    if fraction.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}.{fraction}") }
}

fn mark(c: char) -> Option<char> {
    match c {
        '.' | ',' => Some(c),
        '\'' | '’' => Some('\''),
        c if c.is_whitespace() && c != '\n' => Some(' '),
        _ => None,
    }
}

/// One to three digits, then groups of three, all parted by the same mark.
fn grouped(whole: &str, by: char) -> bool {
    let mut groups = whole.split(|c| mark(c) == Some(by));
    let digits = |group: &str| group.bytes().all(|b| b.is_ascii_digit());
    groups.next().is_some_and(|g| digits(g) && (1..=3).contains(&g.len()))
        && groups.all(|g| digits(g) && g.len() == 3)
}

fn without_sign(text: &str) -> (bool, &str) {
    match text.strip_prefix(['-', '−', '‐', '–']) {
        Some(rest) => (true, rest.trim_start()),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    }
}

/// The number without the money it counts, at one of its ends.
fn without_money(text: &str) -> (&str, Option<&'static str>) {
    const MONEY: [&str; 17] = [
        "US$", "€", "$", "£", "¥", "EUR", "USD", "GBP", "CHF", "CAD", "MXN", "BRL", "COP", "CLP", "ARS",
        "XOF", "MAD",
    ];
    if text.bytes().next().is_some_and(|b| b.is_ascii_digit())
        && text.bytes().last().is_some_and(|b| b.is_ascii_digit())
    {
        return (text, None);
    }
    let found = MONEY.iter().find_map(|money| {
        text.strip_prefix(money).or_else(|| text.strip_suffix(money)).map(|rest| (rest.trim(), Some(*money)))
    });
    found.unwrap_or((text, None))
}

fn without_percent(text: &str) -> (&str, bool) {
    match text.strip_suffix('%') {
        Some(rest) => (rest.trim_end(), true),
        None => (text, false),
    }
}

/// 1.5E+06: what spreadsheets make of long numbers.
fn without_exponent(text: &str) -> Option<(&str, i16)> {
    let (mantissa, exponent) = text.split_once(['e', 'E'])?;
    let fits =
        mantissa.starts_with(|c: char| c.is_ascii_digit()) && mantissa.len() <= 40 && exponent.len() <= 4;
    (fits && !mantissa.contains([' ', '\'']))
        .then(|| exponent.parse().ok())
        .flatten()
        .map(|exponent| (mantissa, exponent))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_read_in_the_marks_of_its_column() {
        for (text, decimal, grouping, read) in [
            ("1.234,50", ',', Some('.'), Some("1234.5")),
            ("1,234.50", '.', Some(','), Some("1234.5")),
            ("1,234", '.', Some(','), Some("1234")),
            ("1,234", ',', None, Some("1.234")),
            ("1.234", ',', None, None),
            ("12 345\u{202f}678,9", ',', None, Some("12345678.9")),
            ("1’234.5", '.', None, Some("1234.5")),
            ("-0,0", ',', None, Some("0")),
            ("−12", '.', None, Some("-12")),
            (",5", ',', None, Some("0.5")),
            ("1,23,456", '.', Some(','), None),
            ("12.", '.', None, None),
            ("1.5E+06", '.', None, Some("1500000")),
            ("12345678901234567890.12345678901", '.', None, Some("12345678901234567890.12345678901")),
            ("2A004", '.', None, None),
            ("-$1,234.50", '.', Some(','), Some("-1234.5")),
            ("EUR 1.234", ',', Some('.'), Some("1234")),
            ("", '.', None, None),
        ] {
            assert_eq!(number(text, decimal, grouping).as_deref(), read, "{text} {decimal} {grouping:?}");
        }
    }

    #[test]
    fn a_percentage_is_a_fraction_without_loss() {
        for (text, read) in
            [("12,5 %", "0.125"), ("100%", "1"), ("3%", "0.03"), ("-0,25%", "-0.0025"), ("1.250 %", "12.5")]
        {
            assert_eq!(percent(text, ',').as_deref(), Some(read), "{text}");
        }
        assert_eq!(percent("12,5", ','), None);
    }

    #[test]
    fn a_cell_tells_how_it_is_written_or_that_it_may_be_either() {
        let alone = NumberStyle::default();
        for (text, how) in [
            ("1234", Some(alone)),
            ("1,234", Some(NumberStyle { either: Some(','), ..alone })),
            ("0,234", Some(NumberStyle { decimal: Some(','), ..alone })),
            ("1,5", Some(NumberStyle { decimal: Some(','), ..alone })),
            ("1.234.567", Some(NumberStyle { grouping: Some('.'), ..alone })),
            ("1 234,5", Some(NumberStyle { grouping: Some(' '), decimal: Some(','), ..alone })),
            (
                "1.234,50 €",
                Some(NumberStyle { decimal: Some(','), grouping: Some('.'), money: Some("€"), ..alone }),
            ),
            ("+34 600 000 000", None),
            ("12,5 %", Some(NumberStyle { decimal: Some(','), percent: true, ..alone })),
            ("48.97,-1.54", None),
            ("10.1.2020", None),
            ("Paris", None),
        ] {
            assert_eq!(number_style(text), how, "{text}");
        }
    }

    #[test]
    fn a_number_of_a_workbook_keeps_its_digits() {
        assert_eq!(of_float(75001.0).as_deref(), Some("75001"));
        assert_eq!(of_float(0.1 + 0.2).as_deref(), Some("0.30000000000000004"));
        assert_eq!(of_float(f64::NAN), None);
    }
}
