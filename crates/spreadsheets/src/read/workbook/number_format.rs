//! What the number format of a cell shows of its value: a code with zeros before it, or only the month of a day.

/// What a number format shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) enum NumberFormat {
    /// The value, so far as this program is concerned.
    #[default]
    Value,
    /// A whole number with zeros before it, and signs among its digits: 00000, 00-000. Numbers up to the first bound are shown by
    /// the first of them.
    Code(Vec<(Option<u64>, Vec<Piece>)>),
    /// Of a day only its month and year, only its year, its day and month, or less.
    Month,
    Year,
    DayAndMonth,
    Less,
}

/// A piece of a code as it is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Piece {
    Digit,
    Sign(char),
}

impl NumberFormat {
    /// Reads the code of a format: `00000`, `mmm yyyy`.
    pub(super) fn of(code: &str) -> NumberFormat {
        if code.eq_ignore_ascii_case("general") {
            return NumberFormat::Value;
        }
        let sections = sections(code);
        let codes: Option<Vec<_>> = sections.iter().take(2).map(|section| code_of(section)).collect();
        match codes {
            Some(codes) if codes[0].0.is_some() => return NumberFormat::Code(codes),
            _ => {}
        }
        match sections.first().and_then(|section| code_of(section)) {
            Some(code) => NumberFormat::Code(vec![code]),
            None => sections.first().map_or(NumberFormat::Value, |section| day_of(section)),
        }
    }

    /// The formats that Excel has by number alone, and that show only a part of a day.
    pub(super) fn builtin(id: u16) -> NumberFormat {
        match id {
            16 => NumberFormat::DayAndMonth,
            17 => NumberFormat::Month,
            _ => NumberFormat::Value,
        }
    }

    /// A whole number as the format shows it; `None` if it shows it as a number.
    pub(super) fn shown(&self, number: f64) -> Option<String> {
        let NumberFormat::Code(codes) = self else { return None };
        if number.fract() != 0.0 || !(0.0..1e15).contains(&number) {
            return None;
        }
        let whole = number as u64;
        let (_, pieces) =
            codes.iter().find(|(most, _)| most.is_none_or(|most| whole <= most)).or(codes.last())?;
        let places = pieces.iter().filter(|piece| **piece == Piece::Digit).count();
        let digits = format!("{whole:0places$}");
        let (mut more, digits) = digits.split_at(digits.len() - places);
        let mut digits = digits.chars();
        let mut shown = String::new();
        for piece in pieces {
            match piece {
                Piece::Sign(sign) => shown.push(*sign),
                Piece::Digit => {
                    shown.push_str(std::mem::take(&mut more));
                    shown.extend(digits.next());
                }
            }
        }
        Some(shown)
    }
}

/// The sections of a format: positive numbers, negative ones, zero, text.
fn sections(code: &str) -> Vec<String> {
    let mut all = vec![String::new()];
    let (mut quoted, mut escaped) = (false, false);
    for c in code.chars() {
        if c == ';' && !quoted && !escaped {
            all.push(String::new());
            continue;
        }
        quoted ^= c == '"' && !escaped;
        escaped = c == '\\' && !escaped;
        if let Some(last) = all.last_mut() {
            last.push(c);
        }
    }
    all
}

/// The tokens of a section: what is in brackets, letters that mean something, and signs that are shown as they are.
enum Token {
    Bracket(String),
    Letter(char),
    Shown(char),
}

fn tokens(section: &str) -> Vec<Token> {
    let mut all = vec![];
    let mut rest = section.chars();
    while let Some(c) = rest.next() {
        match c {
            '"' => all.extend(rest.by_ref().take_while(|c| *c != '"').map(Token::Shown)),
            '\\' => all.extend(rest.next().map(Token::Shown)),
            // the width of the next sign, or the sign repeated
            '_' | '*' => drop(rest.next()),
            '[' => all.push(Token::Bracket(rest.by_ref().take_while(|c| *c != ']').collect())),
            c if c.is_alphanumeric() || matches!(c, '#' | '?' | '@' | '%' | '.' | ',') => {
                all.push(Token::Letter(c))
            }
            c => all.push(Token::Shown(c)),
        }
    }
    all
}

/// A section that only places digits: at least two zeros, and signs. The number is the bound of its condition, as in `[<=99999]`.
fn code_of(section: &str) -> Option<(Option<u64>, Vec<Piece>)> {
    let (mut most, mut pieces) = (None, vec![]);
    for token in tokens(section) {
        match token {
            Token::Bracket(words) => match words.strip_prefix("<=") {
                Some(bound) => most = Some(bound.parse().ok()?),
                None => match words.strip_prefix('<') {
                    Some(bound) => most = Some(bound.parse::<u64>().ok()?.saturating_sub(1)),
                    None if words.starts_with(['>', '=']) => return None,
                    None => {}
                },
            },
            Token::Letter('0') => pieces.push(Piece::Digit),
            Token::Letter(_) => return None,
            Token::Shown(sign) => pieces.push(Piece::Sign(sign)),
        }
    }
    let digits = pieces.iter().filter(|piece| **piece == Piece::Digit).count();
    // blanks at the ends only make room
    while pieces.last() == Some(&Piece::Sign(' ')) {
        pieces.pop();
    }
    ((2..=20).contains(&digits)).then_some((most, pieces))
}

/// What a section shows of a day.
fn day_of(section: &str) -> NumberFormat {
    let mut runs: Vec<(char, usize)> = vec![];
    let mut before = None;
    // its M is no month
    let section = section.replace("AM/PM", "").replace("am/pm", "").replace("A/P", "").replace("a/p", "");
    for token in tokens(&section) {
        let letter = match token {
            // [h]:mm is a length of time
            Token::Bracket(words) if !words.is_empty() && words.chars().all(|c| "hmsHMS".contains(c)) => {
                return NumberFormat::Value;
            }
            Token::Letter(c) => Some(c.to_ascii_lowercase()),
            _ => None,
        };
        match (letter, runs.last_mut()) {
            (Some(c), Some((last, count))) if before == Some(c) && *last == c => *count += 1,
            (Some(c), _) if "ymdhse".contains(c) => runs.push((c, 1)),
            _ => {}
        }
        before = letter;
    }
    let minutes =
        |n: usize| n > 0 && runs[n - 1].0 == 'h' || runs.get(n + 1).is_some_and(|(next, _)| *next == 's');
    let has =
        |wanted: char| runs.iter().enumerate().any(|(n, (c, _))| *c == wanted && !(*c == 'm' && minutes(n)));
    // ddd is the day of the week
    let day = runs.iter().any(|(c, count)| *c == 'd' && *count < 3);
    match (has('y') || has('e') && has('m'), has('m'), day) {
        (true, true, true) => NumberFormat::Value,
        (true, true, false) => NumberFormat::Month,
        (true, false, false) => NumberFormat::Year,
        (false, true, true) => NumberFormat::DayAndMonth,
        (false, false, false) if !has('d') => NumberFormat::Value,
        _ => NumberFormat::Less,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_format_of_zeros_is_a_code() {
        for (format, number, shown) in [
            ("00000", 1001.0, Some("01001")),
            ("000", 123_456.0, Some("123456")),
            ("00000;@", 1001.0, Some("01001")),
            ("00\\-000", 1001.0, Some("01-001")),
            ("000-00-0000", 12_345_678.0, Some("012-34-5678")),
            ("\"F-\"0000", 7.0, Some("F-0007")),
            ("[<=99999]00000;00000-0000", 1001.0, Some("01001")),
            ("[<=99999]00000;00000-0000", 10_010_001.0, Some("01001-0001")),
            ("[$-40A]00000_)", 1001.0, Some("01001")),
            ("00000", 1.5, None),
            ("0", 7.0, None),
            ("0.00", 7.0, None),
            ("#,##0", 7.0, None),
            ("0%", 7.0, None),
            ("General", 7.0, None),
            ("@", 7.0, None),
        ] {
            assert_eq!(NumberFormat::of(format).shown(number).as_deref(), shown, "{format}");
        }
    }

    #[test]
    fn a_format_shows_a_day_or_a_part_of_it() {
        use NumberFormat::*;
        for (format, shows) in [
            ("dd/mm/yyyy", Value),
            ("[$-409]d\\-mmm\\-yy;@", Value),
            ("yyyy\"年\"m\"月\"d\"日\"", Value),
            ("mmm yyyy", Month),
            ("mm/yy", Month),
            ("[$-C0A]mmmm\\ yyyy;@", Month),
            ("mmm-yy", Month),
            ("yyyy", Year),
            ("d-mmm", DayAndMonth),
            ("dd/mm", DayAndMonth),
            ("mmmm", Less),
            ("dddd", Less),
            ("ddd yyyy", Year),
            ("hh:mm", Value),
            ("h:mm AM/PM", Value),
            ("mm:ss.0", Value),
            ("[h]:mm", Value),
            ("dd/mm/yyyy hh:mm", Value),
            ("mmm yyyy hh:mm", Month),
            ("0.00E+00", Value),
            ("#,##0 \"days\"", Value),
            ("[Red]0.0", Value),
        ] {
            assert_eq!(NumberFormat::of(format), shows, "{format}");
        }
        assert_eq!([14, 16, 17].map(NumberFormat::builtin), [Value, DayAndMonth, Month]);
    }
}
