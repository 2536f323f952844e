//! The words of one cell: taken from where the mapping says, and made into words that the column of the
//! register is read from.

use std::collections::{BTreeMap, HashMap};

use decapolis_register::rules::is_code;
use decapolis_register::table::Kind;
use decapolis_spreadsheets::{
    DaysOfColumn, DetectedTable, Mark, Misread, Reads, Row, Today, Value, clean, number_style,
};
use decapolis_words::errors::Result;
use decapolis_words::message::Message;

use super::countries::{country, not_a_country};
use super::origin::{Across, As, CellSource, Origin, pieces};
use super::reading::{as_words, changed_code, for_kind};
use super::spelling::slug;
use super::vocabulary::chosen;
use crate::transfer::SaidOfDays;

/// What is wrong with a cell, and the column as the file calls it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct WrongCell {
    pub(super) column: Option<String>,
    pub(super) message: Message,
}

/// A number with one mark and three digits behind it.
pub(super) enum Doubted {
    /// The mark can only group digits: the number without it.
    Grouped(String),
    /// It may be before decimals, too.
    Either(WrongCell),
}

/// Where columns are looked for, and what mistakes name.
pub(super) struct ColumnLookup<'a> {
    pub(super) found: &'a DetectedTable,
    pub(super) file: &'a str,
    pub(super) mapping: &'a str,
}

/// How the cells of one column are drawn from a row.
pub(super) struct Draw {
    from: Source,
    kind: Kind,
    code: bool,
    part: Option<usize>,
    labelled: Option<String>,
    parted_by: Option<String>,
    nothing: Vec<String>,
    values: BTreeMap<String, String>,
    otherwise: Option<String>,
    read_as: Option<As>,
    written: Option<String>,
    /// What choices are called, spelled.
    choices: HashMap<String, &'static str>,
    /// How the days of its column are written.
    days: DaysOfColumn,
    today: Option<Today>,
}

enum Source {
    Column(usize),
    First(Vec<Draw>),
    Fixed(String),
    /// Words, and the column after them.
    Template(Vec<(String, Option<usize>)>),
    Each(usize),
    Section,
    Across(Across),
}

impl Draw {
    /// Errors: refused where the file has no column of that name.
    pub(super) fn of(
        origin: &Origin,
        code: bool,
        choices: Option<&HashMap<String, &'static str>>,
        kind: Kind,
        place: &ColumnLookup<'_>,
    ) -> Result<Draw> {
        let from = match &origin.from {
            CellSource::Column(name) => Source::Column(place.column(name)?),
            CellSource::Each(name) => Source::Each(place.column(name)?),
            CellSource::Fixed(words) => Source::Fixed(words.clone()),
            CellSource::Section => Source::Section,
            CellSource::Across(across) => Source::Across(*across),
            CellSource::First(all) => Source::First(
                all.iter().map(|o| Draw::of(o, false, choices, kind, place)).collect::<Result<Vec<_>>>()?,
            ),
            CellSource::Template(text) => {
                let pieces = pieces(text).unwrap_or_default().into_iter();
                let column = |name: Option<String>| name.map(|name| place.column(&name)).transpose();
                Source::Template(
                    pieces.map(|p| Ok((p.words, column(p.column)?))).collect::<Result<Vec<_>>>()?,
                )
            }
        };
        let then = origin.then.clone();
        let days = match from {
            Source::Column(at) if matches!(kind, Kind::Day | Kind::Bound) => place.found.days(at),
            _ => DaysOfColumn::default(),
        };
        Ok(Draw {
            from,
            kind,
            code,
            part: then.part,
            labelled: then.labelled,
            parted_by: then.parted_by,
            nothing: then.nothing.iter().map(|w| w.to_lowercase()).collect(),
            values: then.values.into_iter().map(|(from, to)| (from.to_lowercase(), to)).collect(),
            otherwise: then.otherwise,
            read_as: then.read_as,
            written: then.written,
            choices: choices.cloned().unwrap_or_default(),
            days,
            today: None,
        })
    }

    pub(super) fn kind(&self) -> Kind {
        self.kind
    }

    /// Says on which day and in which zone the file is read, and what a person says of its days.
    pub(super) fn read_on(&mut self, today: &Today, said: SaidOfDays) {
        self.today = Some(today.clone());
        self.days = std::mem::take(&mut self.days).or_order(said.order).with_years(said.years);
        if let Source::First(all) = &mut self.from {
            all.iter_mut().for_each(|draw| draw.read_on(today, said));
        }
    }

    /// Whether this is so of the days of a column that it is drawn from.
    pub(super) fn any_days(&self, is: &dyn Fn(&DaysOfColumn) -> bool) -> bool {
        match &self.from {
            Source::First(all) => all.iter().any(|draw| draw.any_days(is)),
            _ => is(&self.days),
        }
    }

    /// What the file calls the one column that it is drawn from.
    fn heading(&self, found: &DetectedTable) -> Option<String> {
        match self.from {
            Source::Column(at) | Source::Each(at) => Some(found.name(at)),
            _ => None,
        }
    }

    /// The words of this cell in a row.
    pub(super) fn words(
        &self,
        row: &Row,
        found: &DetectedTable,
        section: &str,
        across: Option<(usize, i32)>,
        each: Option<&str>,
    ) -> std::result::Result<String, WrongCell> {
        let empty = Value::Empty;
        let cell = |at: usize| row.cells.get(found.columns[at].at).unwrap_or(&empty);
        let guess = |at: usize| found.columns[at].guess.reads;
        let wrong = |at: usize, message: Message| WrongCell { column: Some(found.name(at)), message };
        let text = |words: &str| if words.is_empty() { Value::Empty } else { Value::Text(words.to_string()) };
        let drawn = match &self.from {
            Source::Column(at) => self.read(cell(*at), guess(*at)).map_err(|m| wrong(*at, m))?,
            Source::Across(Across::Value) => {
                let at = across.map_or(0, |a| a.0);
                self.read(cell(at), guess(at)).map_err(|m| wrong(at, m))?
            }
            Source::Across(Across::Year) => across.map(|a| a.1.to_string()).unwrap_or_default(),
            // what stands in one of several is read by itself, not as the whole column is
            Source::Each(at) => {
                self.read(&text(each.unwrap_or_default()), Reads::Text).map_err(|m| wrong(*at, m))?
            }
            Source::Section => self
                .read(&text(section), Reads::Text)
                .map_err(|message| WrongCell { column: None, message })?,
            Source::Fixed(words) => words.clone(),
            Source::First(all) => {
                let mut first = String::new();
                for draw in all {
                    first = draw.words(row, found, section, across, each)?;
                    if !first.is_empty() {
                        break;
                    }
                }
                first
            }
            Source::Template(pieces) => {
                let (mut all, mut filled) = (String::new(), false);
                for (words, column) in pieces {
                    all.push_str(words);
                    if let Some(at) = column {
                        let said = as_words(cell(*at), guess(*at)).map_err(|m| wrong(*at, told(m)))?;
                        filled |= !said.is_empty();
                        all.push_str(&said);
                    }
                }
                if filled { all } else { String::new() }
            }
        };
        let drawn = if self.code && !is_code(&drawn) {
            let code = slug(&drawn);
            if code.is_empty() && !drawn.is_empty() {
                return Err(WrongCell {
                    column: self.heading(found),
                    message: Message::with("error-bad-code", [("text", drawn.into())]),
                });
            }
            code
        } else {
            drawn
        };
        Ok(match &self.written {
            Some(written) if !drawn.is_empty() => written.replace("{}", &drawn),
            _ => drawn,
        })
    }

    /// The cell, where it may be one number or a thousand times that: 1,234 or 2.500, and no cell of its column shows which.
    ///
    /// `decimals`: the most decimals of the column; `None` if there is no limit. With fewer than three, the mark groups digits.
    pub(super) fn doubted(
        &self,
        row: &Row,
        found: &DetectedTable,
        across: Option<(usize, i32)>,
        decimals: Option<u32>,
    ) -> Option<Doubted> {
        let at = match &self.from {
            Source::Column(at) => *at,
            Source::Across(Across::Value) => across?.0,
            Source::First(all) => {
                let filled = |draw: &&Draw| {
                    draw.words(row, found, "", across, None).is_ok_and(|words| !words.is_empty())
                };
                return all.iter().find(filled)?.doubted(row, found, across, decimals);
            }
            _ => return None,
        };
        let Value::Text(text) = row.cells.get(found.columns[at].at)? else { return None };
        let text = clean(text);
        let said = self.values.contains_key(&text.to_lowercase()) || self.otherwise.is_some();
        let changed = self.part.is_some() || self.labelled.is_some() || self.written.is_some();
        if said || changed || self.read_as.is_some() || found.columns[at].guess.mark != Mark::Open {
            return None;
        }
        let mark = number_style(&text).filter(|how| !how.percent)?.either?;
        if decimals.is_some_and(|most| most < 3) {
            let grouped = Reads::Whole { grouping: Some(mark) };
            return grouped.canonical(&Value::Text(text.into_owned())).ok().map(Doubted::Grouped);
        }
        let message = Message::with("error-cell-number-mark", [("text", text.into_owned().into())]);
        Some(Doubted::Either(WrongCell { column: Some(found.name(at)), message }))
    }

    /// A cell of the file as the words this column is read from.
    fn read(&self, value: &Value, guess: Reads) -> std::result::Result<String, Message> {
        if let (Some(As::Exact), Value::Text(text)) = (self.read_as, value) {
            return Ok(text.clone());
        }
        if self.code
            && let Some(misread) = changed_code(value)
        {
            return Err(told(misread));
        }
        // what a mapping says of a word holds, whatever the word means elsewhere: "–" may be absent
        if let (Value::Text(text), None, None) = (value, &self.labelled, self.part)
            && let Some(words) = self.values.get(&clean(text).to_lowercase())
        {
            return Ok(words.clone());
        }
        let whole = as_words(value, guess).map_err(told)?;
        let all = || parts(&whole, self.parted_by.as_deref());
        let one = match (&self.labelled, self.part) {
            (Some(label), _) => Some(
                all()
                    .find_map(|part| part.strip_prefix(label.as_str())?.strip_prefix(':'))
                    .unwrap_or_default()
                    .trim(),
            ),
            (None, Some(n)) => Some(all().nth(n - 1).unwrap_or_default()),
            (None, None) => None,
        };
        let (text, value) = match one {
            Some(part) => (part.to_string(), Value::Text(part.to_string())),
            None => (whole.clone(), value.clone()),
        };
        let lower = text.to_lowercase();
        if text.is_empty() || self.nothing.contains(&lower) {
            return Ok(String::new());
        }
        if let Some(words) = self.values.get(&lower).or(self.otherwise.as_ref()) {
            return Ok(words.clone());
        }
        match self.read_as {
            Some(As::Country) => {
                return country(&text).map(str::to_string).ok_or_else(|| not_a_country(&text));
            }
            Some(As::Latitude | As::Longitude) => return self.degrees(&value, guess).map_err(told),
            Some(As::List) => {
                return Ok(parts(&text, self.parted_by.as_deref()).collect::<Vec<_>>().join("|"));
            }
            Some(As::Several) => {
                let all: Vec<&str> = parts(&text, self.parted_by.as_deref()).collect();
                return Ok(if all.len() > 1 { all.join("|") } else { String::new() });
            }
            Some(As::Code) => return Ok(slug(&text)),
            Some(As::Exact) | None => {}
        }
        if let Kind::Choice(values) = self.kind {
            if values.contains(&text.as_str()) {
                return Ok(text);
            }
            return match chosen(&self.choices, &text) {
                Some(value) => Ok(value.to_string()),
                None => Err(Message::with(
                    "error-not-a-choice",
                    [("text", text.into()), ("choices", values.join(", ").into())],
                )),
            };
        }
        let guess = if one.is_some() { Reads::Text } else { guess };
        for_kind(&value, guess, self.kind, &self.days, self.today.as_ref()).map_err(told)
    }

    /// Reads one of two coordinates, which share a cell or have one each.
    fn degrees(&self, value: &Value, guess: Reads) -> std::result::Result<String, Misread> {
        let both = match guess {
            Reads::Degrees | Reads::Number { .. } | Reads::Whole { .. } => None,
            Reads::Coordinates => Some(guess.canonical(value)?),
            _ => Reads::Coordinates.canonical(value).ok(),
        };
        if let Some(both) = both {
            let mut two = both.split(' ');
            let (latitude, longitude) = (two.next().unwrap_or_default(), two.next().unwrap_or_default());
            return Ok(if self.read_as == Some(As::Latitude) { latitude } else { longitude }.to_string());
        }
        let read = match guess {
            Reads::Number { .. } | Reads::Whole { .. } => guess.canonical(value),
            _ => Reads::Degrees.canonical(value),
        }?;
        let most = if self.read_as == Some(As::Latitude) { 90.0 } else { 180.0 };
        match read.parse::<f64>() {
            Ok(degrees) if degrees.abs() <= most => Ok(read),
            _ if read.is_empty() => Ok(read),
            _ => Err(Misread { text: read, key: "error-not-degrees" }),
        }
    }
}

pub(super) fn told(misread: Misread) -> Message {
    Message::with(misread.key, [("text", misread.text.into())])
}

/// The values in one cell: parted by these words, or by `;`, `|` and line ends.
pub(super) fn parts<'a>(text: &'a str, by: Option<&'a str>) -> impl Iterator<Item = &'a str> {
    let marks = |c: char| matches!(c, ';' | '|' | '\n');
    let all: Box<dyn Iterator<Item = &'a str> + Send> = match by.filter(|by| !by.is_empty()) {
        Some(by) => Box::new(text.split(by)),
        None => Box::new(text.split(marks)),
    };
    all.map(str::trim).filter(|part| !part.is_empty())
}
