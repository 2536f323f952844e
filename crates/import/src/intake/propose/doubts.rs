//! Matches that need a second look: two halves of one name, and two columns of the file for one of the register.

use decapolis_register::table::Table;
use decapolis_spreadsheets::DetectedTable;
use decapolis_words::message::Message;

use super::{Matched, Proposer};
use crate::intake::origin::{CellSource, Origin};

/// From which sureness a second column of the file is as good as the first.
const RIVAL: f64 = 0.85;
/// How sure a column is at most that has such a rival.
const DOUBTED: f64 = 0.8;

impl Proposer<'_> {
    /// The given and the family name, as one name.
    pub(super) fn whole_name(
        &self,
        table: &Table,
        found: &DetectedTable,
        given: usize,
        family: usize,
    ) -> Option<Matched> {
        let (first, last) = (found.name(given), found.name(family));
        let words = format!("{{{first}}} {{{last}}}");
        let column = self.in_language(table, "label".into());
        let why = Message::with("match-two-halves", [("given", first.into()), ("family", last.into())]);
        let origin = Origin { from: CellSource::Template(words), then: Default::default() };
        Some(Matched { at: given, column, sure: 0.95, why, origin })
    }

    /// A column of the register for which the file has two columns is a question, whichever is the surer one.
    pub(super) fn doubt_rivals(
        &self,
        table: &Table,
        found: &DetectedTable,
        scores: &[(f64, usize, String, Message)],
        matched: &mut [Matched],
    ) {
        let places: Vec<usize> = matched.iter().map(|m| m.at).collect();
        for m in matched.iter_mut().filter(|m| !matches!(m.origin.from, CellSource::Template(_))) {
            let rival = scores.iter().find(|(sure, at, column, _)| {
                let beaten = m.sure == 1.0 && *sure < 1.0;
                *at != m.at
                    && !beaten
                    && !places.contains(at)
                    && *sure >= RIVAL
                    && self.in_language(table, column.clone()) == m.column
            });
            if let Some((_, at, ..)) = rival {
                let names = [("heading", found.name(m.at).into()), ("other", found.name(*at).into())];
                (m.sure, m.why) = (m.sure.min(DOUBTED), Message::with("match-two-candidates", names));
            }
        }
    }
}
