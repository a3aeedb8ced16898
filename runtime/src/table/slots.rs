//! A hash table in const evaluation, where every step counts: thousands of keys in a fraction of a second.

/// A key and the entry that has it, counted from one; zero where there is none.
pub(crate) type Slot = (u64, u32);

/// An empty one.
pub(crate) const FREE: Slot = (0, 0);

/// Calls a function with as many slots as keep this many keys apart: at most half of them are taken. (What is written here
/// needs no constant of the user's crate, each of which costs the compiler more than this.)
macro_rules! with_slots {
    ($keys:expr, $function:ident($($argument:expr),*)) => {
        match $keys {
            0..=16 => $function::<32>($($argument),*),
            17..=64 => $function::<128>($($argument),*),
            65..=256 => $function::<512>($($argument),*),
            257..=1_024 => $function::<2_048>($($argument),*),
            1_025..=4_096 => $function::<8_192>($($argument),*),
            4_097..=16_384 => $function::<32_768>($($argument),*),
            _ => $function::<262_144>($($argument),*),
        }
    };
}

pub(super) use with_slots;

/// Puts an entry at a key, or returns the one that is there.
#[inline]
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
#[inline]
pub(super) const fn find(slots: &[Slot], key: u64) -> Option<usize> {
    let at = place(slots, key);
    if slots[at].1 == 0 { None } else { Some(slots[at].1 as usize - 1) }
}

/// The slot of a key, or the free one where it belongs.
#[inline]
const fn place(slots: &[Slot], key: u64) -> usize {
    let mut at = key as usize & (slots.len() - 1);
    while slots[at].1 != 0 && slots[at].0 != key {
        at = (at + 1) & (slots.len() - 1);
    }
    at
}
