//! The draft of a figure: what the user has chosen so far.

use decapolis_figures::{Figure, Measure, Part, Scalar, Test, When};

/// The most lists that are counted together.
pub const MOST_PARTS: usize = 4;
/// The most conditions on one list.
pub const MOST_CONDITIONS: usize = 10;
/// The most values in one condition.
pub const MOST_VALUES: usize = 60;

/// The choices as made, complete or not. Nothing in it has been checked.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Draft {
    /// The key of the figure that it started from; empty if none.
    pub from: String,
    /// The last day of the period, as typed.
    pub at: String,
    /// Whether it is a share of a base.
    pub share: bool,
    /// The column to sum, and once for which records where it belongs to them: `people`, `population:place`. Empty if units are
    /// counted.
    pub sum: String,
    pub counted: Vec<DraftPart>,
    pub base: DraftPart,
    pub by: Vec<String>,
    pub floor: String,
    pub decimals: String,
}

/// A list to count, with its conditions.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DraftPart {
    pub listing: String,
    pub when: String,
    pub on: String,
    pub conditions: Vec<Condition>,
}

/// A condition on one column.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Condition {
    pub column: String,
    /// Whether rows that fail are left out with a reason, instead of not being listed.
    pub leaves_out: bool,
    pub values: Vec<String>,
    /// The name or code of one more record, as typed.
    pub typed: String,
}

impl Draft {
    /// The draft of an existing figure. `Err` with a column that the figure tests twice in one list, because the studio
    /// shows one condition per column.
    pub fn of(figure: &Figure) -> Result<Draft, String> {
        Ok(Draft {
            from: figure.key.clone(),
            at: String::new(),
            share: figure.base.is_some(),
            sum: match &figure.measure {
                Measure::Units => String::new(),
                Measure::Sum(column) => sum_text(column, figure.once.as_deref()),
            },
            counted: figure.counted.iter().map(part_of).collect::<Result<_, _>>()?,
            base: figure.base.as_ref().map(part_of).transpose()?.unwrap_or_default(),
            by: figure.breakdowns.clone(),
            floor: figure.shown.floor.map(|f| f.to_string()).unwrap_or_default(),
            decimals: if figure.shown.decimals > 0 {
                figure.shown.decimals.to_string()
            } else {
                String::new()
            },
        })
    }

    /// Its lists with their field names: `c1` and up, then `b`.
    pub fn parts(&self) -> impl Iterator<Item = (String, &DraftPart)> {
        let counted = self.counted.iter().enumerate().map(|(n, p)| (format!("c{}", n + 1), p));
        counted.chain(self.share.then(|| ("b".to_string(), &self.base)))
    }

    pub fn parts_mut(&mut self) -> impl Iterator<Item = (String, &mut DraftPart)> {
        let counted = self.counted.iter_mut().enumerate().map(|(n, p)| (format!("c{}", n + 1), p));
        counted.chain(self.share.then_some(("b".to_string(), &mut self.base)))
    }
}

fn part_of(part: &Part) -> Result<DraftPart, String> {
    let tests = part.of.iter().map(|t| (t, false)).chain(part.keep.iter().map(|t| (t, true)));
    let mut conditions: Vec<Condition> = vec![];
    for (test, leaves_out) in tests {
        if conditions.iter().any(|c| c.column == test.column) {
            return Err(test.column.clone());
        }
        conditions.push(condition_of(test, leaves_out));
    }
    Ok(DraftPart {
        listing: part.listing.clone(),
        when: when_text(&part.when),
        on: part.on.name().to_string(),
        conditions,
    })
}

fn condition_of(test: &Test, leaves_out: bool) -> Condition {
    let values = test.is.iter().map(|value| match value {
        Scalar::Bool(b) => if *b { "yes" } else { "no" }.to_string(),
        Scalar::Int(n) => n.to_string(),
        Scalar::Text(t) => t.clone(),
    });
    Condition { column: test.column.clone(), leaves_out, values: values.collect(), typed: String::new() }
}

/// How a URL writes what is summed.
pub fn sum_text(column: &str, once: Option<&str>) -> String {
    once.map_or_else(|| column.to_string(), |once| format!("{column}:{once}"))
}

/// The column that is summed, and once for which records.
pub fn sum_of(text: &str) -> (&str, Option<&str>) {
    text.split_once(':').map_or((text, None), |(column, once)| (column, Some(once)))
}

/// How a URL writes the time condition.
pub fn when_text(when: &When) -> String {
    match when {
        When::AtEnd => "at-end".into(),
        When::Within => "within".into(),
        When::Overlapping => "overlapping".into(),
        When::Last(per) => format!("last:{per}"),
    }
}
