//! One bounded cache for everything that is computed once and read often: responses, documents, counts, data of pages.
//!
//! One limit in bytes covers all entries. Entries that are not read again are dropped first, oldest first. A reader who
//! asks for an entry that is being computed waits for it.

use std::any::Any;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use axum::body::Bytes;
use decapolis_register::journal::JournalNo;
use decapolis_words::errors::Result;
use quick_cache::sync::{Cache as Entries, DefaultLifecycle, EntryAction, EntryResult, PlaceholderGuard};
use quick_cache::{DefaultHashBuilder, OptionsBuilder, Weighter};

/// The limit in bytes.
pub const MOST_BYTES: u64 = 48 << 20;

/// The approximate size of an entry besides its key and value, in bytes.
const OF_AN_ENTRY: usize = 200;

/// A value that can be cached.
pub trait Keep: Send + Sync + 'static {
    /// Its approximate size in memory in bytes, rather too high than too low.
    fn bytes(&self) -> usize;
}

impl Keep for Bytes {
    fn bytes(&self) -> usize {
        self.len()
    }
}

impl Keep for i64 {
    fn bytes(&self) -> usize {
        size_of::<i64>()
    }
}

/// The key of an entry: the kind of value, and what it is a value of.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Key {
    pub what: &'static str,
    pub of: String,
}

impl Key {
    pub fn new(what: &'static str, of: impl Into<String>) -> Key {
        Key { what, of: of.into() }
    }
}

#[derive(Clone)]
struct Kept {
    value: Arc<dyn Any + Send + Sync>,
    bytes: usize,
}

/// The entry of a key whose value cannot be cached, so that readers do not wait for each other.
struct CannotBeKept;

/// A value with the journal entry for which it is valid.
struct Under<T> {
    head: JournalNo,
    value: Arc<T>,
}

impl<T: Keep> Keep for Under<T> {
    fn bytes(&self) -> usize {
        self.value.bytes()
    }
}

#[derive(Clone)]
struct ByBytes;

impl Weighter<Key, Kept> for ByBytes {
    fn weight(&self, key: &Key, kept: &Kept) -> u64 {
        (key.of.len() + kept.bytes + OF_AN_ENTRY) as u64
    }
}

type Guard<'a> = PlaceholderGuard<'a, Key, Kept, ByBytes, DefaultHashBuilder, DefaultLifecycle<Key, Kept>>;

/// The cache of a site.
pub struct Cache {
    entries: Entries<Key, Kept, ByBytes>,
    made: AtomicU64,
}

impl Default for Cache {
    fn default() -> Cache {
        Cache::of_bytes(MOST_BYTES)
    }
}

/// The result of asking for an entry.
pub enum Turn<'a, T> {
    /// The cached value.
    Found(Arc<T>),
    /// The caller must compute the value; others wait for it.
    Make(Making<'a>),
    /// The value cannot be cached: the caller computes it, and nobody waits.
    Alone,
}

/// The duty to compute an entry. Dropped without a value, it passes to the next reader who waits.
pub struct Making<'a> {
    cache: &'a Cache,
    guard: Guard<'a>,
}

impl Cache {
    /// A cache with this limit in bytes.
    pub fn of_bytes(most: u64) -> Cache {
        // one shard, so that a document may take a tenth of the limit; half is for entries that were read again, half for new ones
        let options = OptionsBuilder::new()
            .shards(1)
            .hot_allocation(0.5)
            .estimated_items_capacity(4_000)
            .weight_capacity(most)
            .build();
        let options = options.expect("a capacity and a number of items are given");
        let entries = Entries::with_options(
            options,
            ByBytes,
            DefaultHashBuilder::default(),
            DefaultLifecycle::default(),
        );
        Cache { entries, made: AtomicU64::new(0) }
    }

    /// The entry, if it is cached and `good`.
    pub fn find<T: Keep>(&self, key: &Key, good: impl Fn(&T) -> bool) -> Option<Arc<T>> {
        self.entries.get(key)?.value.downcast().ok().filter(|value| good(value))
    }

    /// The entry, or the duty to compute it. An entry that is not `good` is dropped.
    pub async fn turn<T: Keep>(&self, key: &Key, good: impl Fn(&T) -> bool) -> Turn<'_, T> {
        let look = |_: &Key, kept: &mut Kept| match kept.value.clone().downcast::<T>() {
            Ok(value) if good(&value) => EntryAction::Retain(Some(value)),
            Ok(_) => EntryAction::ReplaceWithGuard,
            Err(_) => EntryAction::Retain(None),
        };
        match self.entries.entry_async(key, look).await {
            EntryResult::Retained(Some(value)) => Turn::Found(value),
            EntryResult::Vacant(guard) | EntryResult::Replaced(guard, _) => {
                Turn::Make(Making { cache: self, guard })
            }
            EntryResult::Retained(None) | EntryResult::Removed(..) | EntryResult::Timeout => Turn::Alone,
        }
    }

    /// Caches a value, replacing an earlier one.
    pub fn keep<T: Keep>(&self, key: Key, value: T) -> Arc<T> {
        let (value, kept) = self.kept(value);
        self.entries.insert(key, kept);
        value
    }

    /// The value for this head, computed if its tables were written since. `head` is the last journal entry that
    /// changed a table it is read from (`Heads::of`), or any constant if it does not depend on the register.
    pub async fn of_head<T: Keep>(
        &self,
        key: Key,
        head: JournalNo,
        make: impl AsyncFnOnce() -> Result<T>,
    ) -> Result<Arc<T>> {
        let good = |under: &Under<T>| under.head == head;
        if let Some(found) = self.find(&key, good) {
            return Ok(found.value.clone());
        }
        match self.turn(&key, good).await {
            Turn::Found(found) => Ok(found.value.clone()),
            Turn::Make(turn) => Ok(turn.keep(Under { head, value: Arc::new(make().await?) }).value.clone()),
            Turn::Alone => Ok(Arc::new(make().await?)),
        }
    }

    /// The size of all entries in bytes.
    pub fn bytes(&self) -> u64 {
        self.entries.weight()
    }

    /// The number of entries.
    pub fn entries(&self) -> usize {
        self.entries.len()
    }

    /// How many entries have been computed so far.
    pub fn made(&self) -> u64 {
        self.made.load(Ordering::Relaxed)
    }

    fn kept<T: Keep>(&self, value: T) -> (Arc<T>, Kept) {
        self.made.fetch_add(1, Ordering::Relaxed);
        let value = Arc::new(value);
        (value.clone(), Kept { bytes: value.bytes(), value })
    }
}

impl Making<'_> {
    /// Caches the computed value and gives it to everyone who waits.
    pub fn keep<T: Keep>(self, value: T) -> Arc<T> {
        let (value, kept) = self.cache.kept(value);
        // a value too large for the cache still goes to those who wait
        let _ = self.guard.insert(kept);
        value
    }

    /// Records that the value cannot be cached; those who wait compute it themselves, at once.
    pub fn cannot_be_kept(self) {
        let _ = self.guard.insert(Kept { value: Arc::new(CannotBeKept), bytes: 0 });
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::AtomicUsize;

    use super::*;

    fn run(task: impl Future<Output = ()>) {
        tokio::runtime::Builder::new_multi_thread()
            .worker_threads(2)
            .build()
            .expect("a runtime")
            .block_on(task);
    }

    #[test]
    fn what_is_kept_never_takes_more_than_its_share_and_the_oldest_goes_first() {
        let cache = Cache::of_bytes(16 << 20);
        let key = |n: usize| Key::new("number", n.to_string());
        let find = |n: usize| cache.find::<Bytes>(&key(n), |_| true).is_some();
        for n in 0..60 {
            cache.keep(key(n), Bytes::from(vec![0; 1 << 20]));
            // entry 0 is read all the time, each other entry once again
            assert!(find(n) && find(0), "{n}");
            assert!(cache.bytes() <= 16 << 20, "{n}: {}", cache.bytes());
        }
        assert!(find(59) && find(58) && !find(1) && !find(30));
        // a value larger than its share is not cached and drops nothing else
        cache.keep(key(99), Bytes::from(vec![0; 20 << 20]));
        assert!(!find(99) && find(0) && cache.bytes() <= 16 << 20);
    }

    #[test]
    fn many_who_ask_at_once_have_it_made_once() {
        run(async {
            let cache = Arc::new(Cache::default());
            let made = Arc::new(AtomicUsize::new(0));
            let asking: Vec<_> = (0..64)
                .map(|_| {
                    let (cache, made) = (cache.clone(), made.clone());
                    tokio::spawn(async move {
                        let make = async || {
                            made.fetch_add(1, Ordering::Relaxed);
                            tokio::task::yield_now().await;
                            Ok(7_i64)
                        };
                        cache.of_head(Key::new("count", "members"), 3, make).await.map(|n| *n)
                    })
                })
                .collect();
            for asked in asking {
                assert_eq!(asked.await.unwrap().unwrap(), 7);
            }
            assert_eq!(made.load(Ordering::Relaxed), 1);
        });
    }

    #[test]
    fn what_was_written_since_is_made_again_and_takes_the_place_of_the_old() {
        run(async {
            let cache = Cache::default();
            let of = async |head, n: i64| {
                cache.of_head(Key::new("count", "members"), head, async || Ok(n)).await.map(|n| *n).unwrap()
            };
            assert_eq!(of(3, 7).await, 7);
            assert_eq!(of(3, 8).await, 7);
            assert_eq!(of(4, 8).await, 8);
            assert_eq!(cache.entries(), 1);
        });
    }

    #[test]
    fn who_gives_up_or_fails_leaves_the_turn_to_the_next() {
        run(async {
            let cache = Cache::default();
            let key = Key::new("page", "/es/2020");
            let good = |_: &i64| true;
            let Turn::Make(turn) = cache.turn(&key, good).await else { panic!("nothing is kept yet") };
            drop(turn);
            let Turn::Make(turn) = cache.turn(&key, good).await else { panic!("nothing was made") };
            turn.cannot_be_kept();
            assert!(matches!(cache.turn(&key, good).await, Turn::Alone));
            cache.keep(key.clone(), 7_i64);
            assert!(matches!(cache.turn(&key, good).await, Turn::Found(n) if *n == 7));
        });
    }
}
