//! A table written down in any of the ways people write tables, beside what was meant.

use proptest::prelude::*;

use decapolis_spreadsheets::{MemoryGrid, Merge, Row, RowKind, Value};
use jiff::civil::Date;

const CITIES: [&str; 16] = [
    "Lima",
    "Quito",
    "Dakar",
    "Rabat",
    "Bogotá",
    "São Paulo",
    "Montréal",
    "Alegría-Dulantzi",
    "Córdoba",
    "Abidjan",
    "Gwangju",
    "La Paz",
    "Val-d'Oise",
    "Saint-Denis",
    "Guadalajara",
    "Île-de-France",
];
const COUNTRIES: [&str; 8] = ["ES", "NA", "FR", "MX", "SN", "EC", "CO", "KR"];
const GROUPS: [&str; 3] = ["Población", "Empleo", "Presupuesto"];

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Holds {
    City,
    Country,
    PostCode,
    Remark,
    Joined,
    Member,
    Latitude,
    People,
    Share,
}

/// How a table is written down.
#[derive(Clone, Debug)]
pub struct Style {
    titles: Vec<bool>,
    heading: usize,
    merged: bool,
    names_on_top: bool,
    units: bool,
    pairs: bool,
    numbers: bool,
    blank_every: Option<usize>,
    blanks_left_out: bool,
    sections: Option<usize>,
    subtotals: Option<usize>,
    repeated: Option<usize>,
    footnotes: usize,
    pub second: bool,
    noise: bool,
    comma: bool,
    grouping: &'static str,
    days: usize,
    workbook: bool,
    indented: bool,
}

pub fn style() -> impl Strategy<Value = Style> {
    let above = (
        prop::collection::vec(any::<bool>(), 0..5),
        1..4usize,
        any::<bool>(),
        any::<bool>(),
        any::<bool>(),
        any::<bool>(),
        prop::bool::weighted(0.3),
    );
    let every = || prop::option::weighted(0.3, 2..6usize);
    let within = (every(), any::<bool>(), every(), every(), prop::option::weighted(0.2, 3..9usize));
    let below = (0..3usize, prop::bool::weighted(0.3));
    let cells = (
        any::<bool>(),
        any::<bool>(),
        prop::sample::select(vec!["", ".", " ", "\u{a0}", "\u{202f}", "'"]),
        0..6usize,
        any::<bool>(),
        any::<bool>(),
    );
    (above, within, below, cells).prop_map(|(above, within, below, cells)| {
        let (titles, heading, merged, names_on_top, numbers, pairs, units) = above;
        let (blank_every, blanks_left_out, sections, subtotals, repeated) = within;
        let (footnotes, second) = below;
        let (noise, comma, grouping, days, workbook, indented) = cells;
        Style {
            titles,
            heading,
            merged,
            names_on_top,
            units,
            pairs,
            numbers,
            blank_every,
            blanks_left_out,
            sections,
            subtotals,
            repeated,
            footnotes,
            second,
            noise,
            comma,
            grouping,
            days,
            workbook,
            indented,
        }
    })
}

pub fn columns() -> impl Strategy<Value = Vec<Holds>> {
    use Holds::*;
    let words = prop::sample::subsequence(vec![Country, PostCode, Remark, Joined, Member, Latitude], 1..=6)
        .prop_shuffle();
    let figures = prop::collection::vec(prop::sample::select(vec![People, Share]), 2..6);
    (words, figures).prop_map(|(words, figures)| [vec![City], words, figures].concat())
}

/// What was meant: the names of the columns and the canonical words of each row.
pub struct Meant {
    pub names: Vec<String>,
    pub rows: Vec<Vec<String>>,
    /// What each row of the sheet is.
    pub is: Vec<(u64, RowKind)>,
}

struct Sheet<'s> {
    style: &'s Style,
    grid: MemoryGrid,
    is: Vec<(u64, RowKind)>,
    number: u64,
}

impl Sheet<'_> {
    fn put(&mut self, mut cells: Vec<Value>, is: RowKind) {
        self.number += 1;
        if self.style.indented {
            cells.insert(0, Value::Empty);
        }
        self.is.push((self.number, is));
        self.grid.rows.push(Row { number: self.number, cells });
    }

    fn blank(&mut self) {
        if self.style.blanks_left_out {
            self.number += 1;
        } else {
            self.put(vec![Value::Empty; 2], RowKind::Blank);
        }
    }

    fn text(&self, text: &str) -> Value {
        match (text, self.style.noise) {
            ("", _) => Value::Empty,
            (text, false) => Value::Text(text.into()),
            (text, true) => Value::Text(format!("\u{200b}{} \u{a0}", text.replacen(' ', "\u{a0}", 1))),
        }
    }

    fn line(&mut self, text: &str, is: RowKind) {
        let text = self.text(text);
        self.put(vec![text], is);
    }
}

/// A number with two decimals as this sheet writes it, and in canonical words.
fn number(style: &Style, hundredths: i64, decimals: bool) -> (Value, String) {
    let whole = (hundredths / 100).to_string();
    let fraction = format!("{:02}", hundredths % 100);
    let canonical = if decimals {
        format!("{whole}.{fraction}").trim_end_matches('0').trim_end_matches('.').to_owned()
    } else {
        whole.clone()
    };
    if style.workbook {
        return (Value::Number(canonical.parse().unwrap()), canonical);
    }
    let (mark, point) = match (style.comma, style.grouping) {
        (true, grouping) => (",", grouping),
        (false, ".") => (".", ","),
        (false, grouping) => (".", grouping),
    };
    let mut grouped = String::new();
    for (n, digit) in whole.chars().enumerate() {
        if n > 0 && (whole.len() - n) % 3 == 0 {
            grouped.push_str(point);
        }
        grouped.push(digit);
    }
    (Value::Text(if decimals { format!("{grouped}{mark}{fraction}") } else { grouped }), canonical)
}

fn day(style: &Style, day: Date) -> Value {
    let months = [
        "enero",
        "febrero",
        "marzo",
        "abril",
        "mayo",
        "junio",
        "julio",
        "agosto",
        "septiembre",
        "octubre",
        "noviembre",
        "diciembre",
    ];
    let text = match style.days {
        _ if style.workbook => return Value::Day(day),
        0 => day.to_string(),
        1 => day.strftime("%d/%m/%Y").to_string(),
        2 => day.strftime("%m/%d/%Y").to_string(),
        3 => day.strftime("%d.%m.%y").to_string(),
        4 => format!("{} de {} de {}", day.day(), months[day.month() as usize - 1], day.year()),
        _ => day.strftime("%Y-%m-%dT00:00:00Z").to_string(),
    };
    Value::Text(text)
}

/// A cell of row `n` of a column, as it is written and as it is meant. The first row settles what could be either.
fn cell(style: &Style, holds: Holds, n: usize, chance: u64) -> (Value, String) {
    let text = |text: &str| (Value::Text(text.into()), text.to_owned());
    let of = |most: u64| (chance % most) as usize;
    match holds {
        Holds::City => text(&format!("{} {}", CITIES[of(16)], n + 1)),
        Holds::Country => text(COUNTRIES[if n < 6 { n } else { of(8) }]),
        Holds::PostCode if n == 0 => text("01001"),
        Holds::PostCode => text(&format!("{:05}", chance % 99_999)),
        Holds::Remark => text(["spoke first", "came late", "sent a deputy", "is new here"][of(4)]),
        Holds::Joined => {
            let joined = Date::new(
                1990 + of(30) as i16,
                of(12) as i8 + 1,
                if n == 0 { 31.min(28) } else { of(28) as i8 + 1 },
            )
            .unwrap();
            (day(style, joined), joined.to_string())
        }
        Holds::Member => {
            let yes = n == 0 || n > 1 && of(2) == 0;
            (Value::Text(if yes { "Sí" } else { "No" }.into()), if yes { "yes" } else { "no" }.to_owned())
        }
        Holds::Latitude => {
            let (degrees, minutes) = (of(89), 15 * of(4));
            let value = degrees as f64 + minutes as f64 / 60.0;
            (Value::Text(format!("{degrees}°{minutes:02}′N")), value.to_string())
        }
        Holds::People if n == 0 => number(style, 1_234_567_00, false),
        Holds::People => number(style, (chance % 900_000_000) as i64 / 100 * 100, false),
        Holds::Share if n == 0 => number(style, 12_345_25, true),
        Holds::Share => number(style, (chance % 50_000_000) as i64, true),
    }
}

fn name(holds: Holds, n: usize) -> String {
    let name = match holds {
        Holds::City => "Ciudad",
        Holds::Country => "País",
        Holds::PostCode => "Código postal",
        Holds::Remark => "Observaciones",
        Holds::Joined => "Fecha de alta",
        Holds::Member => "Miembro",
        Holds::Latitude => "Latitud",
        Holds::People => "Personas",
        Holds::Share => "Cuota",
    };
    if matches!(holds, Holds::People | Holds::Share) {
        format!("{name} {}", (b'a' + n as u8) as char)
    } else {
        name.to_owned()
    }
}

/// Writes the heading; gives the names its columns are to have.
fn heading(sheet: &mut Sheet, columns: &[Holds], first: bool) -> Vec<String> {
    let style = sheet.style;
    let deep = style.heading;
    let figures = columns.iter().position(|holds| matches!(holds, Holds::People | Holds::Share)).unwrap();
    let shift = usize::from(style.indented);
    let mut rows = vec![vec![String::new(); columns.len()]; deep];
    let mut names = vec![];
    for (at, holds) in columns.iter().enumerate() {
        let own = name(*holds, at);
        if at < figures || deep == 1 {
            let top = if style.names_on_top { 0 } else { deep - 1 };
            if first && style.merged && top == 0 && deep > 1 {
                let rows = (sheet.number + 1, sheet.number + deep as u64);
                sheet.grid.merges.push(Merge { rows, columns: (at + shift, at + shift) });
            }
            rows[top][at] = own.clone();
            names.push(own);
            continue;
        }
        let group = (at - figures) / 2;
        let starts = (at - figures) % 2 == 0;
        let ends = if at + 1 == columns.len() { at } else { at + 1 };
        if starts {
            rows[deep - 2][at] = GROUPS[group].to_owned();
            if first && style.merged && ends > at {
                let row = sheet.number + deep as u64 - 1;
                sheet.grid.merges.push(Merge { rows: (row, row), columns: (at + shift, ends + shift) });
            }
        }
        if deep == 3 && at == figures {
            rows[0][at] = "Todo el año".to_owned();
            if first && style.merged {
                let row = sheet.number + 1;
                sheet
                    .grid
                    .merges
                    .push(Merge { rows: (row, row), columns: (at + shift, columns.len() - 1 + shift) });
            }
        }
        rows[deep - 1][at] = own.clone();
        let above = if deep == 3 { "Todo el año · " } else { "" };
        names.push(format!("{above}{} · {own}", GROUPS[group]));
    }
    for row in rows {
        let cells = row.iter().map(|text| sheet.text(text)).collect();
        sheet.put(cells, RowKind::Heading);
    }
    if style.units {
        let unit = |holds: &Holds| if matches!(holds, Holds::People | Holds::Share) { "(miles)" } else { "" };
        let cells = columns.iter().map(|holds| sheet.text(unit(holds))).collect();
        sheet.put(cells, RowKind::Heading);
        names.iter_mut().skip(figures).for_each(|name| name.push_str(" · (miles)"));
    }
    if style.numbers {
        let cells = (1..=columns.len()).map(|n| sheet.text(&format!("({n})"))).collect();
        sheet.put(cells, RowKind::ColumnNumbers);
    }
    names
}

pub fn write(style: &Style, columns: &[Holds], chances: &[Vec<u64>]) -> (MemoryGrid, Meant) {
    let mut sheet = Sheet { style, grid: MemoryGrid::default(), is: vec![], number: 0 };
    titles(&mut sheet);
    let names = heading(&mut sheet, columns, true);
    let rows = chances.iter().enumerate().map(|(n, chances)| row(&mut sheet, columns, n, chances)).collect();
    if style.subtotals.is_some() {
        total(&mut sheet, columns, "Total general");
    }
    for n in 0..style.footnotes {
        if n == 0 {
            sheet.blank();
        }
        sheet.line(["* Datos provisionales", "Fuente: la secretaría"][n], RowKind::Footnote);
    }
    if style.second {
        second_table(&mut sheet);
    }
    (sheet.grid, Meant { names, rows, is: sheet.is })
}

fn titles(sheet: &mut Sheet) {
    for (n, blank) in sheet.style.titles.iter().enumerate() {
        sheet.line(
            [
                "Miembros de la red",
                "Informe anual 2020",
                "Datos de las ciudades",
                "Licencia abierta",
                "Secretaría",
            ][n],
            RowKind::Title,
        );
        if *blank {
            sheet.blank();
        }
    }
    if sheet.style.pairs {
        for pair in [["Fuente:", "Secretaría"], ["Fecha:", "2020-01-01"]] {
            let cells = pair.map(|text| sheet.text(text)).to_vec();
            sheet.put(cells, RowKind::Title);
        }
    }
}

/// A row of data, after the lines that come before it; gives its canonical words.
fn row(sheet: &mut Sheet, columns: &[Holds], n: usize, chances: &[u64]) -> Vec<String> {
    let style = sheet.style;
    let every = |often: Option<usize>| n > 0 && often.is_some_and(|often| n % often == 0);
    if every(style.subtotals) {
        total(sheet, columns, "Subtotal");
    }
    if every(style.blank_every) {
        sheet.blank();
    }
    if every(style.repeated) {
        heading(sheet, columns, false);
    }
    if every(style.sections) {
        sheet.line("AMÉRICA LATINA", RowKind::Section("AMÉRICA LATINA".into()));
    }
    let (cells, meant): (Vec<Value>, Vec<String>) =
        columns.iter().zip(chances).map(|(holds, chance)| cell(style, *holds, n, *chance)).unzip();
    let noisy =
        cells.into_iter().map(|cell| if let Value::Text(text) = cell { sheet.text(&text) } else { cell });
    let cells = noisy.collect();
    sheet.put(cells, RowKind::Data);
    meant
}

fn total(sheet: &mut Sheet, columns: &[Holds], label: &str) {
    let cells = columns.iter().enumerate().map(|(at, holds)| match holds {
        Holds::People | Holds::Share => {
            number(sheet.style, 8_765_432_10 + at as i64, *holds == Holds::Share).0
        }
        _ if at == 0 => sheet.text(label),
        _ => Value::Empty,
    });
    let cells = cells.collect();
    sheet.put(cells, RowKind::Subtotal);
}

fn second_table(sheet: &mut Sheet) {
    sheet.blank();
    sheet.line("Otra tabla", RowKind::OtherTable);
    for row in [
        ["Evento", "Lugar", "Fecha"],
        ["Foro", "Lima", "2020-01-02"],
        ["Asamblea", "Quito", "2020-03-04"],
        ["Taller", "Dakar", "2020-05-06"],
    ] {
        let cells = row.iter().map(|text| sheet.text(text)).collect();
        sheet.put(cells, RowKind::OtherTable);
    }
}
