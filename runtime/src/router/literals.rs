//! Literal text, matched eight bytes at a time: one [`Text`], or a [`Table`] of several.

use super::tree::Id;
use super::word::{WORD, Word};

/// Up to eight bytes of literal text and the node behind them.
#[derive(Clone, Copy, Debug)]
pub(super) struct Text {
    mask: u64,
    text: u64,
    pub(super) to: Id,
    len: u8,
    /// Whether a text of its table, whose place is here or before, has its slot further on.
    crowded: bool,
}

impl Text {
    /// Matches no word.
    const NONE: Self = Self { mask: 0, text: 1, to: Id::FIRST, len: 0, crowded: false };

    /// The first eight bytes of `text` at most.
    pub(super) fn new(text: &[u8], to: Id) -> Self {
        let len = text.len().min(WORD);
        Self { mask: Word::mask(len), text: Word::short(&text[..len]).0, to, len: len as u8, crowded: false }
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

/// Several texts, told apart by one word of the path. What a lookup costs does not depend on how many they are.
#[derive(Debug)]
pub(super) struct Table {
    /// The bytes of the word that tell the texts apart.
    mask: u64,
    shift: u32,
    /// Hardly any text is not at the slot of its hash; then it is at the next that was free.
    slots: Box<[Text]>,
}

impl Table {
    /// A table of texts that differ in their first `len` bytes.
    pub(super) fn new(texts: &[Text], len: usize) -> Self {
        let least = texts.len().next_power_of_two().ilog2() + 1;
        let mut sizes = (least..least + 3).map(|bits| Self::with_size(texts, len, bits));
        // The smallest that is not crowded, or the largest.
        loop {
            let table = sizes.next().expect("the largest is taken");
            if sizes.len() == 0 || table.slots.iter().all(|text| !text.crowded) {
                return table;
            }
        }
    }

    fn with_size(texts: &[Text], len: usize, bits: u32) -> Self {
        let mut slots = vec![Text::NONE; 1 << bits];
        let table = Self { mask: Word::mask(len), shift: u64::BITS - bits, slots: Box::default() };
        for text in texts {
            let mut at = table.first(text.text);
            while slots.get(at).is_some_and(|slot| slot.len > 0) {
                slots[at].crowded = true;
                at += 1;
            }
            slots.resize(slots.len().max(at + 1), Text::NONE);
            slots[at] = *text;
        }
        Self { slots: slots.into(), ..table }
    }

    #[inline]
    fn first(&self, word: u64) -> usize {
        ((word & self.mask).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> self.shift) as usize
    }

    /// The text that `word` begins with.
    #[inline]
    pub(super) fn find(&self, word: Word) -> Option<&Text> {
        let at = self.first(word.0);
        let text = self.slots.get(at)?;
        match text.matches(word) {
            true => Some(text),
            false if text.crowded => self.find_from(at + 1, word),
            false => None,
        }
    }

    #[cold]
    fn find_from(&self, at: usize, word: Word) -> Option<&Text> {
        let mut texts = self.slots[at..].iter();
        loop {
            let text = texts.next()?;
            if text.matches(word) {
                return Some(text);
            }
            if !text.crowded {
                return None;
            }
        }
    }

    /// The most slots that a lookup may have to read.
    #[cfg(test)]
    pub(super) fn longest_run(&self) -> usize {
        self.slots.split(|text| !text.crowded).map(<[_]>::len).max().unwrap_or(0) + 1
    }
}
