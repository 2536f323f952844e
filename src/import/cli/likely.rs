//! `--likely`, `--same-by`: what an import does with rows that look like records that exist.

use clap::Args;
use clap::builder::PossibleValuesParser;
use decapolis_register::duplicates::candidates::{Likely, Rule};
use decapolis_register::duplicates::compare::Reason;

#[derive(Args)]
pub struct LikelyRows {
    /// Rows that look like a record: ask (refuse them until their column same_as says which record they are), same
    /// (take them for that record), new (do not compare). Default: what the mapping says, or else ask.
    #[arg(long, value_name = "RULE", value_parser = ["ask", "same", "new"])]
    likely: Option<String>,
    /// Take a row for the record without asking for these reasons, separated by commas.
    #[arg(long, value_name = "REASONS", value_delimiter = ',', value_parser = reasons())]
    same_by: Vec<String>,
}

/// The reasons that are enough by themselves.
fn reasons() -> PossibleValuesParser {
    PossibleValuesParser::new(Reason::ALL.iter().filter(|r| !matches!(r, Reason::Near(_))).map(|r| r.name()))
}

impl LikelyRows {
    /// The rule. `mapped` is what the mappings of all files say, if they agree.
    pub fn rule(&self, mapped: Option<Likely>) -> Rule {
        let likely = match self.likely.as_deref() {
            Some("same") => Likely::Same,
            Some("new") => Likely::New,
            Some(_) => Likely::Ask,
            None => mapped.unwrap_or_default(),
        };
        Rule {
            likely,
            same_by: Reason::ALL
                .into_iter()
                .filter(|r| self.same_by.iter().any(|by| by == r.name()))
                .collect(),
        }
    }
}
