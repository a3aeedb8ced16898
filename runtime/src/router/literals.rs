//! `Literals`: a hash table from a node and the literal segment that follows it to the node behind.

use super::segment::{MIDDLING, PathSegment, SHORT, fold};
use super::tree::Id;

/// What a lookup costs depends neither on how many literals follow the same node, nor on how many nodes there are.
#[derive(Debug)]
pub(super) struct Literals {
    /// A power of two, at most a quarter of them taken; a collision goes to the next that is free.
    slots: Box<[Slot]>,
    /// The texts that are longer than [`MIDDLING`], one after the other.
    long: Box<[u8]>,
    shift: u32,
}

#[derive(Clone, Copy, Debug, Default)]
struct Slot {
    key: u64,
    head: u64,
    from: Option<Id>,
    to: Option<Id>,
    len: u32,
    start: u32,
}

impl Literals {
    /// A table of literals that differ from each other, or in where they come from.
    pub(super) fn new<T: AsRef<str>>(literals: &[(Id, T, Id)]) -> Self {
        let size = (literals.len() * 4).next_power_of_two().max(2);
        let mut table = Self {
            slots: vec![Slot::default(); size].into(),
            long: Box::default(),
            shift: u64::BITS - size.ilog2(),
        };
        let mut long = Vec::new();
        for (from, text, to) in literals {
            let text = text.as_ref().as_bytes();
            let PathSegment { len, key, head } = PathSegment::first(text, text);
            let start = long.len() as u32;
            if len > MIDDLING {
                long.extend_from_slice(text);
            }
            let mut at = table.first(*from, key);
            while table.slots[at].to.is_some() {
                at = table.next(at);
            }
            table.slots[at] = Slot { key, head, from: Some(*from), to: Some(*to), len: len as u32, start };
        }
        table.long = long.into();
        table
    }

    /// The node behind the `segment`, with which `rest` begins.
    #[inline]
    pub(super) fn find(&self, from: Id, segment: PathSegment, rest: &[u8]) -> Option<Id> {
        let mut at = self.first(from, segment.key);
        loop {
            let slot = &self.slots[at];
            if slot.key == segment.key
                && slot.from == Some(from)
                && (segment.len <= SHORT || self.is_longer(slot, segment, rest))
            {
                return slot.to;
            }
            slot.to?;
            at = self.next(at);
        }
    }

    #[inline]
    fn is_longer(&self, slot: &Slot, segment: PathSegment, rest: &[u8]) -> bool {
        slot.head == segment.head
            && slot.len as usize == segment.len
            && (segment.len <= MIDDLING || self.is_long(slot, rest))
    }

    #[cold]
    fn is_long(&self, slot: &Slot, rest: &[u8]) -> bool {
        let start = slot.start as usize;
        rest.starts_with(&self.long[start..start + slot.len as usize])
    }

    #[inline]
    fn first(&self, from: Id, key: u64) -> usize {
        (fold(0, key ^ from.get()) >> self.shift) as usize
    }

    #[inline]
    fn next(&self, at: usize) -> usize {
        (at + 1) & (self.slots.len() - 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn find(literals: &Literals, from: Id, text: &str) -> Option<Id> {
        let text = text.as_bytes();
        literals.find(from, PathSegment::first(text, text), text)
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
        for shape in shapes {
            let entry = |from, n| (Id::at(from), shape(n), Id::at(n));
            let one_node: Vec<_> = (0..10_000).map(|n| entry(0, n)).collect();
            let one_text: Vec<_> = (0..10_000).map(|n| entry(n, 7)).collect();
            let few_texts: Vec<_> = (0..10_000).map(|n| entry(n / 4, n % 4)).collect();
            for entries in [one_node, one_text, few_texts] {
                let literals = Literals::new(&entries);
                let runs = literals.slots.split(|slot| slot.to.is_none()).map(<[_]>::len);
                assert!(runs.max() < Some(24), "{}", entries[0].1);
                for (from, text, to) in &entries {
                    assert_eq!(find(&literals, *from, text), Some(*to));
                }
            }
        }
    }

    #[test]
    fn no_text_is_taken_for_another() {
        let texts = [
            "",
            "\0",
            "a",
            "a\0",
            "abcdefg",
            "abcdefgh",
            "abcdefgh\0",
            "abcdefghijklmno",
            "abcdefghijklmnop",
        ];
        for text in texts {
            let others = texts.into_iter().filter(|other| *other != text);
            let literals = Literals::new(&others.map(|text| (Id::ROOT, text, Id::ROOT)).collect::<Vec<_>>());
            assert_eq!(find(&literals, Id::ROOT, text), None, "{text:?}");
        }
    }
}
