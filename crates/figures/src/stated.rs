//! How much of the base of a share is stated: what is unknown is neither yes nor no.

use super::answer::Answer;
use super::catalog::Catalog;
use super::figure::{Figure, Part, Shape};

impl Catalog {
    /// Of how much of the base of a share a value is stated, by the rule of the figure that it names. The base is its own, so a group of
    /// it, by whatever column, has unknowns of its own. `None` if it names no figure of this catalogue.
    pub(super) fn stated(&self, figure: &Figure) -> Option<Figure> {
        let stated = self.figure(figure.stated.as_ref()?).filter(|_| figure.base.is_some())?;
        Some(Figure { counted: stated.counted.clone(), ..figure.clone() })
    }

    /// Whether the figure that counts what is stated counts the same things of the same rows. It is counted over the base of the share, so
    /// a unit that has no row in both would be unknown for ever.
    pub(super) fn stated_is_fit(&self, figure: &Figure) -> Result<(), String> {
        let Some(key) = &figure.stated else { return Ok(()) };
        let wrong = |why: String| {
            Err(format!(
                "stated = \"{key}\" {why}: name the figure that counts for how many of the base a value is stated"
            ))
        };
        let Some(stated) = self.figure(key) else { return wrong("is no figure".into()) };
        if stated.shape != Shape::Total || stated.unit != figure.unit {
            return wrong(format!("is no total of the unit “{}”", figure.unit));
        }
        if (&stated.measure, &stated.once) != (&figure.measure, &figure.once) {
            return wrong("measures something else: its measure must be that of the share".into());
        }
        let reads = |part: &Part| (part.listing.clone(), part.on.clone());
        let (base, counted) = (figure.base.iter().map(reads), figure.counted.iter().map(reads));
        let own: Vec<_> = base.chain(counted).collect();
        if let Some(other) = stated.counted.iter().find(|part| !own.contains(&reads(part))) {
            return wrong(format!(
                "counts rows of “{}” on “{}”, which the share does not read",
                other.listing,
                other.on.name()
            ));
        }
        Ok(())
    }
}

/// An answer of whose base so much is unknown.
pub(super) fn with_unknown(answer: Answer, unknown: i64, all: &Catalog) -> Answer {
    let unknown = Ord::max(unknown, 0);
    let ranged = answer.base > 0
        && i128::from(unknown) * 100 > i128::from(answer.base) * i128::from(all.most_unknown());
    // an unknown is on record: of all that is stated, nothing is counted
    Answer { unknown, ranged, recorded: answer.recorded || unknown < answer.base, ..answer }
}
