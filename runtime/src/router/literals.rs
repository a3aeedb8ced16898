//! `Literals`: literal text, matched eight bytes at a time, and tables of it that are told apart by one word of the path.

use super::tree::Id;
use super::word::{WORD, Word};

/// Up to eight bytes of literal text and the node behind them.
#[derive(Clone, Copy, Debug)]
pub(super) struct Text {
    mask: u64,
    text: u64,
    pub(super) to: Id,
    len: u8,
}

impl Text {
    /// Matches no word.
    const NONE: Self = Self { mask: 0, text: 1, to: Id::FIRST, len: 0 };

    /// The first eight bytes of `text` at most.
    pub(super) fn new(text: &[u8], to: Id) -> Self {
        let len = text.len().min(WORD);
        Self { mask: Word::mask(len), text: Word::short(&text[..len]).0, to, len: len as u8 }
    }

    #[inline]
    pub(super) fn len(&self) -> usize {
        usize::from(self.len)
    }

    #[inline]
    pub(super) fn matches(&self, word: Word) -> bool {
        word.0 & self.mask == self.text
    }
}

/// Where the texts that can follow a node stand in [`Literals`].
#[derive(Clone, Copy, Debug)]
pub(super) struct Table {
    /// The bytes of a word that tell the texts apart.
    mask: u64,
    start: u32,
    shift: u32,
}

impl Table {
    #[inline]
    fn first(&self, word: u64) -> usize {
        self.start as usize + ((word & self.mask).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> self.shift) as usize
    }
}

/// The slots of all tables. What a lookup costs does not depend on how many texts a table has.
#[derive(Debug)]
pub(super) struct Literals {
    /// A collision goes to the next slot, and the last slot of a table is free.
    slots: Vec<Text>,
}

impl Literals {
    pub(super) fn new() -> Self {
        Self { slots: Vec::new() }
    }

    /// A table of texts that differ in their first `len` bytes.
    pub(super) fn table(&mut self, texts: &[Text], len: usize) -> Table {
        let least = texts.len().next_power_of_two().ilog2() + 1;
        let sizes = least..least + 3;
        let tables = sizes.map(|bits| self.table_of_size(texts, len, bits));
        // The smallest without collisions, or the largest.
        let mut best = None;
        for (table, slots, collisions) in tables {
            best = Some((table, slots));
            if collisions == 0 {
                break;
            }
        }
        let (table, slots) = best.expect("some size was tried");
        self.slots.extend(slots);
        table
    }

    fn table_of_size(&self, texts: &[Text], len: usize, bits: u32) -> (Table, Vec<Text>, usize) {
        let table = Table { mask: Word::mask(len), start: self.slots.len() as u32, shift: u64::BITS - bits };
        let mut slots = vec![Text::NONE; (1 << bits) + 1];
        let mut collisions = 0;
        for text in texts {
            let mut at = table.first(text.text) - self.slots.len();
            while slots[at].len > 0 {
                at += 1;
                collisions += 1;
            }
            slots[at] = *text;
            if at + 1 == slots.len() {
                slots.push(Text::NONE);
            }
        }
        (table, slots, collisions)
    }

    /// The text of the table that `word` begins with.
    #[inline]
    pub(super) fn find(&self, table: &Table, word: Word) -> Option<&Text> {
        let mut at = table.first(word.0);
        loop {
            let text = &self.slots[at];
            if text.matches(word) {
                return Some(text);
            }
            if text.len == 0 {
                return None;
            }
            at += 1;
        }
    }

    /// The most slots that a lookup may have to read.
    #[cfg(test)]
    pub(super) fn longest_run(&self) -> usize {
        self.slots.split(|text| text.len == 0).map(<[_]>::len).max().unwrap_or(0)
    }
}
