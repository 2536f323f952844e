//! Reads the draft of a figure from the query of a URL, and writes it.
//!
//! `c1` … `c4` are the lists to count, `b` is the list of the base. `c1.when` and `c1.on` are the time and the unit.
//! For a condition, `c1.as.<column>` is its effect (`of`, `keep`), `c1.is.<column>` its values, `c1.more.<column>` one
//! more record as typed. `c1.add` adds a condition on a column.

use decapolis_figures::{Catalog, Listing};
use decapolis_register::table::Kind;

use super::draft::{Condition, Draft, DraftPart, MOST_CONDITIONS, MOST_PARTS, MOST_VALUES};

/// The longest query that is read, in characters.
pub const LONGEST: usize = 6_000;

/// Reads a draft from a query. If a field is given twice the last one counts, except that values add up. Values beyond
/// the limits are dropped.
pub fn read(pairs: &[(String, String)], catalog: &Catalog) -> Draft {
    let pairs = Pairs(pairs);
    let last = |name: &str| pairs.last(name);
    let mut counted: Vec<DraftPart> = (1..=MOST_PARTS)
        .map(|n| pairs.part(&format!("c{n}"), catalog))
        .filter(|p| !p.listing.is_empty())
        .collect();
    if last("add") == "part" && counted.len() < MOST_PARTS {
        counted.extend(counted.first().cloned().map(|first| DraftPart { conditions: vec![], ..first }));
    }
    Draft {
        from: last("from"),
        at: last("at"),
        share: last("shape") == "share",
        sum: last("measure").strip_prefix("sum:").unwrap_or_default().to_string(),
        counted,
        base: pairs.part("b", catalog),
        by: pairs.all("by"),
        floor: last("floor"),
        decimals: last("decimals"),
    }
}

/// The pairs of name and value in a query.
struct Pairs<'a>(&'a [(String, String)]);

impl Pairs<'_> {
    fn last(&self, name: &str) -> String {
        self.0.iter().rev().find(|(n, _)| n == name).map(|(_, v)| v.trim().to_string()).unwrap_or_default()
    }

    fn all(&self, name: &str) -> Vec<String> {
        let mut values: Vec<String> = vec![];
        for (_, value) in self.0.iter().filter(|(n, v)| n == name && !v.is_empty()) {
            if !values.contains(value) && values.len() < MOST_VALUES {
                values.push(value.clone());
            }
        }
        values
    }

    fn part(&self, name: &str, catalog: &Catalog) -> DraftPart {
        let listing = self.last(name);
        let mut conditions: Vec<Condition> = vec![];
        for (field, does) in self.0 {
            let Some(column) = field.strip_prefix(name).and_then(|f| f.strip_prefix(".as.")) else {
                continue;
            };
            if does != "none"
                && conditions.len() < MOST_CONDITIONS
                && !conditions.iter().any(|c| c.column == column)
            {
                conditions.push(Condition {
                    column: column.to_string(),
                    leaves_out: does == "keep",
                    values: self.all(&format!("{name}.is.{column}")),
                    typed: self.last(&format!("{name}.more.{column}")),
                });
            }
        }
        let added = self.last(&format!("{name}.add"));
        if !added.is_empty()
            && conditions.len() < MOST_CONDITIONS
            && !conditions.iter().any(|c| c.column == added)
        {
            // for a column with a closed list of values all are ticked at first, so that one unticks what is not wanted
            let values = catalog.listing(&listing).map(|l| every_value(l, &added)).unwrap_or_default();
            conditions.push(Condition { column: added, values, ..Condition::default() });
        }
        let (when, on) = (self.last(&format!("{name}.when")), self.last(&format!("{name}.on")));
        DraftPart { listing, when, on, conditions }
    }
}

fn every_value(listing: &Listing, column: &str) -> Vec<String> {
    match listing.about.column(column).map(|c| c.kind) {
        Some(Kind::Choice(values)) => values.iter().map(|v| v.to_string()).collect(),
        Some(Kind::Bool) => vec!["yes".into()],
        _ => vec![],
    }
}

/// The fields of a draft, in order. Empty fields are not written.
pub fn pairs(draft: &Draft) -> Vec<(String, String)> {
    let mut all: Vec<(String, String)> = vec![];
    let mut put = |name: String, value: &str| {
        if !value.is_empty() {
            all.push((name, value.to_string()));
        }
    };
    put("from".into(), &draft.from);
    put("at".into(), &draft.at);
    put("shape".into(), if draft.share { "share" } else { "total" });
    put(
        "measure".into(),
        &if draft.sum.is_empty() { "units".to_string() } else { format!("sum:{}", draft.sum) },
    );
    for (name, part) in draft.parts() {
        put(name.clone(), &part.listing);
        put(format!("{name}.when"), &part.when);
        put(format!("{name}.on"), &part.on);
        for condition in &part.conditions {
            put(format!("{name}.as.{}", condition.column), if condition.leaves_out { "keep" } else { "of" });
            for value in &condition.values {
                put(format!("{name}.is.{}", condition.column), value);
            }
            put(format!("{name}.more.{}", condition.column), &condition.typed);
        }
    }
    for by in &draft.by {
        put("by".into(), by);
    }
    put("floor".into(), &draft.floor);
    put("decimals".into(), &draft.decimals);
    all
}

/// The fields as the query of a URL.
pub fn query(draft: &Draft) -> String {
    pairs(draft)
        .iter()
        .map(|(name, value)| format!("{}={}", encoded(name), encoded(value)))
        .collect::<Vec<_>>()
        .join("&")
}

fn encoded(text: &str) -> String {
    text.bytes()
        .map(|b| match b {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b':' => char::from(b).to_string(),
            b => format!("%{b:02X}"),
        })
        .collect()
}
