//! `Texts`: a hash table from a node and the literal text that follows it to what stands behind.

use super::segment::EXACT;
use super::tree::Id;

/// What a lookup costs depends neither on how many texts follow the same node, nor on how many nodes there are.
#[derive(Debug)]
pub(super) struct Texts {
    /// A power of two, at most a quarter of them taken; a collision goes to the next that is free.
    slots: Box<[Slot]>,
    /// The texts that are longer than [`EXACT`], one after the other.
    long: Box<[u8]>,
    shift: u32,
}

#[derive(Clone, Copy, Debug, Default)]
struct Slot {
    hash: u64,
    from: Option<Id>,
    to: Option<Id>,
    start: u32,
    len: u32,
}

/// One text of the table.
#[derive(Clone, Debug)]
pub(super) struct Entry<T> {
    pub(super) from: Id,
    pub(super) text: T,
    pub(super) to: Id,
}

impl Slot {
    #[inline]
    fn is(&self, from: Id, hash: u64, text: &[u8]) -> bool {
        self.hash == hash && self.from == Some(from) && self.len as usize == text.len()
    }
}

impl Texts {
    /// A table of texts that differ from each other, or in where they come from.
    pub(super) fn new<T: AsRef<[u8]>>(entries: &[Entry<T>], hash: fn(&[u8]) -> u64) -> Self {
        let size = (entries.len() * 4).next_power_of_two().max(2);
        let slots = vec![Slot::default(); size].into();
        let mut texts = Self { slots, long: Box::default(), shift: u64::BITS - size.ilog2() };
        let mut long = Vec::new();
        for Entry { from, text, to } in entries {
            let text = text.as_ref();
            let hash = hash(text);
            let (start, len) = (long.len() as u32, text.len() as u32);
            if text.len() > EXACT {
                long.extend_from_slice(text);
            }
            let mut at = texts.first(*from, hash);
            while texts.slots[at].to.is_some() {
                at = texts.next(at);
            }
            texts.slots[at] = Slot { hash, from: Some(*from), to: Some(*to), start, len };
        }
        texts.long = long.into();
        texts
    }

    /// What stands behind the `text` that follows `from`, which has this hash.
    #[inline]
    pub(super) fn find(&self, from: Id, hash: u64, text: &[u8]) -> Option<Id> {
        let at = self.first(from, hash);
        let slot = &self.slots[at];
        if text.len() <= EXACT && slot.is(from, hash, text) {
            return slot.to;
        }
        slot.to?;
        self.search(at, from, hash, text)
    }

    #[inline(never)]
    fn search(&self, mut at: usize, from: Id, hash: u64, text: &[u8]) -> Option<Id> {
        loop {
            let slot = &self.slots[at];
            slot.to?;
            if slot.is(from, hash, text) && (text.len() <= EXACT || self.long[slot.start as usize..].starts_with(text)) {
                return slot.to;
            }
            at = self.next(at);
        }
    }

    #[inline]
    fn first(&self, from: Id, hash: u64) -> usize {
        ((hash ^ from.get().wrapping_mul(0xd6e8_feb8_6659_fd93)) >> self.shift) as usize
    }

    #[inline]
    fn next(&self, at: usize) -> usize {
        (at + 1) & (self.slots.len() - 1)
    }
}

#[cfg(test)]
mod tests {
    use super::super::segment::{hash_path, hash_segment};
    use super::*;

    const HASHES: [fn(&[u8]) -> u64; 2] = [hash_segment, hash_path];

    fn longest_run(texts: &Texts) -> usize {
        texts.slots.split(|slot| slot.to.is_none()).map(<[_]>::len).max().unwrap_or(0)
    }

    #[test]
    fn ten_thousand_similar_texts_do_not_cluster() {
        let shapes: [fn(usize) -> String; 5] = [
            |n| format!("{n}"),
            |n| format!("r{n:05}"),
            |n| format!("resource-{n:05}"),
            |n| format!("{n:05}-of-the-resources"),
            |n| format!("aaaaaaaa{n:08}bbbbbbbb"),
        ];
        for (shape, hash) in shapes.iter().flat_map(|shape| HASHES.map(|hash| (shape, hash))) {
            let entry = |from, n| Entry { from: Id::at(from), text: shape(n), to: Id::at(n) };
            let one_node: Vec<_> = (0..10_000).map(|n| entry(0, n)).collect();
            let one_text: Vec<_> = (0..10_000).map(|n| entry(n, 7)).collect();
            let few_texts: Vec<_> = (0..10_000).map(|n| entry(n / 4, n % 4)).collect();
            for entries in [one_node, one_text, few_texts] {
                let texts = Texts::new(&entries, hash);
                assert!(longest_run(&texts) < 24, "{} {}", entries[0].text, longest_run(&texts));
                for Entry { from, text, to } in &entries {
                    let text = text.as_bytes();
                    assert_eq!(texts.find(*from, hash(text), text), Some(*to));
                }
            }
        }
    }

    #[test]
    fn no_text_is_taken_for_another() {
        let all = ["", "\0", "a", "a\0", "abcdefgh", "abcdefgh\0", "abcdefghi", "abcdefghabcdefgh"];
        for hash in HASHES {
            for text in all {
                let others = all.into_iter().filter(|other| *other != text);
                let entries: Vec<_> = others.map(|text| Entry { from: Id::ROOT, text, to: Id::ROOT }).collect();
                let text = text.as_bytes();
                assert_eq!(Texts::new(&entries, hash).find(Id::ROOT, hash(text), text), None, "{text:?}");
            }
        }
    }
}
