//! `Steps`: which of a list's entries a step leads to, where the list says from where and by what step each is come to. One for the
//! tree and the sieve, and no `HashMap`, which is 4 KB of every program and keeps each step once more.

use super::hash::Hash;
use super::tree::Id;

#[derive(Debug, Default)]
pub(super) struct Steps {
    /// As many as a power of two, at least half of them free, which are 0; an entry, below its hash, is at the slot of that, or at
    /// the next that was free.
    slots: Vec<u64>,
    taken: usize,
}

impl Steps {
    /// With room for so many.
    pub(super) fn with_capacity(entries: usize) -> Self {
        Self { slots: vec![0; (2 * entries + 1).next_power_of_two()], taken: 0 }
    }

    /// The entry with this hash for which that holds.
    pub(super) fn find(&self, hash: Hash, is: impl Fn(Id) -> bool) -> Option<Id> {
        let last = self.slots.len().checked_sub(1)?;
        let hash = hash.bits();
        let mut at = hash as usize;
        loop {
            let slot = self.slots[at & last];
            let entry = Id::of(slot as u32)?;
            if (slot >> 32) as u32 == hash && is(entry) {
                return Some(entry);
            }
            at += 1;
        }
    }

    /// Adds an entry that is [found](Self::find) nowhere.
    pub(super) fn put(&mut self, hash: Hash, entry: Id) {
        if self.slots.len() < 2 * (self.taken + 1) {
            let more = vec![0; (2 * self.slots.len()).max(16)];
            let before = std::mem::replace(&mut self.slots, more);
            before.into_iter().filter(|slot| *slot != 0).for_each(|slot| self.fill(slot));
        }
        self.taken += 1;
        self.fill(u64::from(hash.bits()) << 32 | entry.index() as u64);
    }

    fn fill(&mut self, slot: u64) {
        let last = self.slots.len() - 1;
        let mut at = (slot >> 32) as usize;
        while self.slots[at & last] != 0 {
            at += 1;
        }
        self.slots[at & last] = slot;
    }
}
