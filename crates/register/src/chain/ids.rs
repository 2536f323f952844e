//! A growing list of row ids as text, short where they follow one another: `17 20-31`.

use std::collections::BTreeSet;
use std::fmt;

use crate::journal::RowId;

/// Row ids in ascending order, kept as spans.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ids(Vec<(RowId, RowId)>);

impl Ids {
    /// Takes the next id, which is not smaller than the last one.
    pub fn push(&mut self, id: RowId) {
        match self.0.last_mut() {
            Some((_, last)) if id == *last || id.checked_sub(1) == Some(*last) => *last = id,
            _ => self.0.push((id, id)),
        }
    }

    /// Takes all ids from `first` to `last`, which come after those that are there.
    pub fn span(&mut self, first: RowId, last: RowId) {
        if first <= last {
            self.0.push((first, last));
        }
    }

    pub fn has(&self, id: RowId) -> bool {
        self.0.iter().any(|(first, last)| (*first..=*last).contains(&id))
    }

    /// Reads what `to_string` wrote. If the text is no list of ids, it is read as far as it is one: a digest shows that it was altered.
    pub fn read(text: &str) -> Ids {
        let span = |word: &str| {
            let (first, last) = word.split_once('-').unwrap_or((word, word));
            Some((first.parse().ok()?, last.parse().ok()?))
        };
        Ids(text.split(' ').filter_map(span).filter(|(first, last)| first <= last).collect())
    }

    /// The ids that are in this list and not in `there`, at most `most`.
    pub fn without(&self, there: &Ids, most: usize) -> Vec<RowId> {
        let mut found = vec![];
        let mut spans = there.0.iter().copied().peekable();
        for (first, last) in &self.0 {
            let mut id = *first;
            while id <= *last && found.len() < most {
                while spans.peek().is_some_and(|(_, end)| *end < id) {
                    spans.next();
                }
                match spans.peek() {
                    Some((start, end)) if *start <= id => id = *end,
                    _ => found.push(id),
                }
                let Some(next) = id.checked_add(1) else { break };
                id = next;
            }
        }
        found
    }

    /// The number of ids.
    pub fn count(&self) -> u64 {
        self.0
            .iter()
            .map(|(first, last)| last.abs_diff(*first).saturating_add(1))
            .fold(0, u64::saturating_add)
    }
}

impl FromIterator<RowId> for Ids {
    fn from_iter<T: IntoIterator<Item = RowId>>(ids: T) -> Ids {
        let sorted: BTreeSet<RowId> = ids.into_iter().collect();
        let mut all = Ids::default();
        sorted.into_iter().for_each(|id| all.push(id));
        all
    }
}

impl fmt::Display for Ids {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (n, (first, last)) in self.0.iter().enumerate() {
            let blank = if n == 0 { "" } else { " " };
            if first == last { write!(f, "{blank}{first}")? } else { write!(f, "{blank}{first}-{last}")? }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_written_short_and_read_back() {
        let ids: Ids = [17, 20, 21, 22, 40].into_iter().collect();
        assert_eq!(ids.to_string(), "17 20-22 40");
        assert_eq!(Ids::read("17 20-22 40"), ids);
        assert_eq!(ids.count(), 5);
        assert_eq!(Ids::default().to_string(), "");
        assert_eq!(Ids::read(""), Ids::default());
        assert_eq!(Ids::read("x 3-1 7").to_string(), "7");
    }

    #[test]
    fn what_is_only_here_is_named() {
        let (here, there): (Ids, Ids) =
            ([1, 2, 3, 4, 9, 10].into_iter().collect(), [2, 3, 9, 11].into_iter().collect());
        assert_eq!(here.without(&there, 10), [1, 4, 10]);
        assert_eq!(there.without(&here, 10), [11]);
        assert_eq!(here.without(&Ids::default(), 2), [1, 2]);
        assert_eq!(Ids::read("1-9223372036854775807").without(&Ids::read("2-9223372036854775807"), 9), [1]);
    }
}
