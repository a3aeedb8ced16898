//! A hash table in const evaluation, where every step counts: thousands of keys in a fraction of a second.

/// A key and the entry that has it, counted from one; zero where there is none.
pub(crate) type Slot = (u64, u32);

/// An empty one.
pub(crate) const FREE: Slot = (0, 0);

/// How many slots keep this many keys apart: a power of two, at most half of them taken.
pub(super) const fn slots_for(keys: usize) -> usize {
    (keys * 2 + 1).next_power_of_two()
}

/// Puts an entry at a key, or returns the one that is there.
pub(super) const fn insert(slots: &mut [Slot], key: u64, entry: usize) -> Option<usize> {
    let at = place(slots, key);
    if slots[at].1 == 0 {
        slots[at] = (key, entry as u32 + 1);
        None
    } else {
        Some(slots[at].1 as usize - 1)
    }
}

/// The entry at a key.
pub(super) const fn find(slots: &[Slot], key: u64) -> Option<usize> {
    let at = place(slots, key);
    if slots[at].1 == 0 { None } else { Some(slots[at].1 as usize - 1) }
}

/// The slot of a key, or the free one where it belongs.
const fn place(slots: &[Slot], key: u64) -> usize {
    let mut at = key as usize & (slots.len() - 1);
    while slots[at].1 != 0 && slots[at].0 != key {
        at = (at + 1) & (slots.len() - 1);
    }
    at
}
