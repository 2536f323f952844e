//! A map with a limit: when it is full, a new entry takes the place of the oldest.

use std::collections::{BTreeMap, HashMap};
use std::hash::Hash;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// At most so many entries. The one that was not read or written for the longest time goes first.
pub struct Bounded<K, V> {
    most: usize,
    entries: Mutex<Entries<K, V>>,
}

struct Entries<K, V> {
    by_key: HashMap<K, (u64, V)>,
    /// The keys by when they were last used: a number that grows with each use.
    by_use: BTreeMap<u64, K>,
    uses: u64,
}

impl<K: Eq + Hash + Clone, V: Clone> Bounded<K, V> {
    /// An empty cache for at most this many entries.
    pub fn new(most: usize) -> Bounded<K, V> {
        let entries = Entries { by_key: HashMap::new(), by_use: BTreeMap::new(), uses: 0 };
        Bounded { most, entries: Mutex::new(entries) }
    }

    /// A copy of the value of this key, which is the one used last from now on.
    pub fn get(&self, key: &K) -> Option<V> {
        let Entries { by_key, by_use, uses } = &mut *self.entries();
        let (used, value) = by_key.get_mut(key)?;
        *uses += 1;
        by_use.remove(used);
        by_use.insert(*uses, key.clone());
        *used = *uses;
        Some(value.clone())
    }

    /// Adds an entry, or replaces the one of this key.
    pub fn insert(&self, key: K, value: V) {
        let mut entries = self.entries();
        entries.put(key, value);
        while entries.by_key.len() > self.most {
            let Some((_, oldest)) = entries.by_use.pop_first() else { break };
            entries.by_key.remove(&oldest);
        }
    }

    /// How many entries there are.
    pub fn len(&self) -> usize {
        self.entries().by_key.len()
    }

    /// Whether there is no entry.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// A panic elsewhere leaves the entries as they were: nothing in here panics between two changes.
    fn entries(&self) -> MutexGuard<'_, Entries<K, V>> {
        self.entries.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl<K: Eq + Hash + Clone, V> Entries<K, V> {
    fn put(&mut self, key: K, value: V) {
        self.uses += 1;
        self.by_use.insert(self.uses, key.clone());
        if let Some((used, _)) = self.by_key.insert(key, (self.uses, value)) {
            self.by_use.remove(&used);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_full_map_drops_its_oldest_and_not_everything() {
        let map = Bounded::new(100);
        for n in 0..1_000 {
            map.insert(n, n * 2);
            // the first is read all the time
            assert_eq!(map.get(&0), Some(0), "{n}");
            assert_eq!(map.len(), (n as usize + 1).min(100));
        }
        assert_eq!(
            (map.get(&999), map.get(&901), map.get(&900), map.get(&1)),
            (Some(1998), Some(1802), None, None)
        );
    }

    #[test]
    fn a_new_value_takes_the_place_of_the_old_one() {
        let map = Bounded::new(10);
        map.insert("members", 7);
        map.insert("members", 8);
        assert_eq!((map.get(&"members"), map.len()), (Some(8), 1));
    }
}
