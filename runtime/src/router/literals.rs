//! Literal text, matched eight bytes at a time: one [`Text`], or a table of several, [`Few`] or [`Many`].

use std::sync::Arc;

use super::tree::{Node, Way};
use super::word::{WORD, Word};

/// Up to eight bytes of literal text and the node behind them.
#[derive(Clone, Debug)]
pub(super) struct Text {
    mask: u64,
    text: u64,
    pub(super) to: Arc<Node>,
    len: u8,
    /// Whether a text of its table, whose place is here or before, has its slot further on.
    crowded: bool,
}

impl Text {
    /// The first eight bytes of `text` at most.
    pub(super) fn new(text: &[u8], to: Arc<Node>) -> Self {
        let len = text.len().min(WORD);
        Self { mask: Word::mask(len), text: Word::short(&text[..len]).0, to, len: len as u8, crowded: false }
    }

    /// Matches no word; where it leads is not asked.
    fn none(to: &Arc<Node>) -> Self {
        Self { mask: 0, text: 1, to: to.clone(), len: 0, crowded: false }
    }

    #[inline]
    pub(super) fn len(&self) -> usize {
        usize::from(self.len)
    }

    /// Whether a text that is looked for here may stand further on.
    #[inline]
    pub(super) fn is_crowded(&self) -> bool {
        self.crowded
    }

    #[inline]
    pub(super) fn matches(&self, word: Word) -> bool {
        word.0 & self.mask == self.text
    }
}

/// What a table is made of: texts that differ in their first `width` bytes.
#[derive(Debug)]
pub(super) struct Texts {
    pub(super) texts: Vec<Text>,
    pub(super) width: usize,
}

impl Texts {
    /// Whether each has a slot of its own, of `1 << bits`.
    fn are_apart(&self, bits: u32, factor: u64, taken: &mut Vec<u64>) -> bool {
        taken.clear();
        taken.resize(1 << bits.saturating_sub(u64::BITS.ilog2()), 0);
        let mut slots = self.texts.iter().map(|text| hash(text.text, factor) >> (u64::BITS - bits));
        slots.all(|slot| {
            let (taken, bit) = (&mut taken[(slot / 64) as usize], 1 << (slot % 64));
            let is_free = *taken & bit == 0;
            *taken |= bit;
            is_free
        })
    }
}

/// Its bits are spread, as those of its odd multiples are.
const FACTOR: u64 = 0x9e37_79b9_7f4a_7c15;

/// A factor for words of which the first `width` bytes count: with zeros below, so that those after them leave its product.
fn factor(width: usize, number: u64) -> u64 {
    let below = u64::BITS - 8 * width as u32;
    (FACTOR.wrapping_mul(2 * number + 1).unbounded_shr(below) | 1).unbounded_shl(below)
}

#[inline]
fn hash(word: u64, factor: u64) -> u64 {
    word.wrapping_mul(factor)
}

/// A few texts, each at the slot of its hash.
#[derive(Debug)]
pub(super) struct Few<const SLOTS: usize = FEW> {
    factor: u64,
    slots: Box<[Text; SLOTS]>,
}

/// How many slots there are for a few texts: of a number of so many bits nobody needs to ask whether there is such a slot.
const FEW: usize = 16;
/// How many factors are tried until each of a few texts has a slot of its own.
const FEW_TRIES: u64 = 256;
/// How many texts are tried in all, where they are many.
const MANY_TRIES: usize = 4096;
/// How many factors are tried of each size: most of what is tried in vain ends early, with the first slot that is shared.
const LEAST_TRIES: usize = 64;

impl<const SLOTS: usize> Few<SLOTS> {
    /// The table of these texts, if they are few and a factor is found that gives each a slot of its own.
    pub(super) fn new(texts: Texts) -> Result<Self, Texts> {
        if texts.texts.is_empty() || texts.texts.len() > SLOTS {
            return Err(texts);
        }
        let mut taken = Vec::new();
        let mut factors = (0..FEW_TRIES).map(|number| factor(texts.width, number));
        let apart = factors.find(|factor| texts.are_apart(SLOTS.ilog2(), *factor, &mut taken));
        match apart {
            Some(factor) => Ok(Self::with_factor(texts.texts, factor)),
            None => Err(texts),
        }
    }

    fn with_factor(texts: Vec<Text>, factor: u64) -> Self {
        let none = Text::none(&texts[0].to);
        let mut table = Self { factor, slots: Box::new(std::array::from_fn(|_| none.clone())) };
        for text in texts {
            let slot = table.slot(text.text);
            table.slots[slot] = text;
        }
        table
    }

    #[inline]
    fn slot(&self, word: u64) -> usize {
        (hash(word, self.factor) >> (u64::BITS - SLOTS.ilog2())) as usize
    }

    /// The text that `word` begins with.
    #[inline]
    pub(super) fn find(&self, word: Word) -> Option<&Text> {
        let text = &self.slots[self.slot(word.0)];
        text.matches(word).then_some(text)
    }

    pub(super) fn texts(&self) -> impl Iterator<Item = &Text> {
        self.slots.iter().filter(|text| text.len > 0)
    }
}

/// Many texts, told apart by one word of the path. What a lookup costs does not depend on how many they are.
#[derive(Debug)]
pub(super) struct Many {
    factor: u64,
    shift: u32,
    /// Hardly any text is not at the slot of its hash; then it is at the next that was free.
    slots: Box<[Text]>,
}

impl Many {
    pub(super) fn new(texts: Texts) -> Self {
        let least = texts.texts.len().next_power_of_two().ilog2() + 1;
        let sizes = least..least + 3;
        // The smallest in which each text has a slot of its own, or the largest.
        let tries = (MANY_TRIES / texts.texts.len()).max(LEAST_TRIES) as u64;
        let each =
            sizes.clone().flat_map(|bits| (0..tries).map(move |number| (bits, factor(texts.width, number))));
        let mut taken = Vec::new();
        let apart = each.into_iter().find(|(bits, factor)| texts.are_apart(*bits, *factor, &mut taken));
        let (bits, factor) = apart.unwrap_or((sizes.end - 1, factor(texts.width, 0)));
        Self::with_size(texts.texts, bits, factor)
    }

    fn with_size(texts: Vec<Text>, bits: u32, factor: u64) -> Self {
        let none = Text::none(&texts[0].to);
        let mut slots = vec![none.clone(); 1 << bits];
        let table = Self { factor, shift: u64::BITS - bits, slots: Box::default() };
        for text in texts {
            let mut at = table.slot(text.text);
            while slots.get(at).is_some_and(|slot| slot.len > 0) {
                slots[at].crowded = true;
                at += 1;
            }
            slots.resize(slots.len().max(at + 1), none.clone());
            slots[at] = text;
        }
        Self { slots: slots.into(), ..table }
    }

    #[inline]
    fn slot(&self, word: u64) -> usize {
        (hash(word, self.factor) >> self.shift) as usize
    }

    /// The text that `word` begins with, if any; of a [crowded](Text::is_crowded) slot only perhaps.
    #[inline]
    pub(super) fn first(&self, word: Word) -> Option<&Text> {
        self.slots.get(self.slot(word.0))
    }

    /// The text that `word` begins with.
    #[cold]
    pub(super) fn find(&self, word: Word) -> Option<&Text> {
        let mut texts = self.slots[self.slot(word.0)..].iter();
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

    pub(super) fn texts(&self) -> impl Iterator<Item = &Text> {
        self.slots.iter().filter(|text| text.len > 0)
    }

    /// The most slots that a lookup may have to read.
    #[cfg(test)]
    pub(super) fn longest_run(&self) -> usize {
        self.slots.split(|text| !text.crowded).map(<[_]>::len).max().unwrap_or(0) + 1
    }
}

/// The texts that paths begin with: a path that begins with none of them is found nowhere.
#[derive(Debug)]
pub(super) struct Start(Few<START>);

/// How many slots they have: there is one such table, and so it may be large.
const START: usize = 256;

impl Start {
    /// The texts of the root; where not each can have a slot of its own, the empty one, which leads to the root.
    pub(super) fn new(root: &Arc<Node>) -> Self {
        let texts: Vec<Text> = match &root.way {
            Way::Literal(text) => vec![text.clone()],
            Way::Few(table) => table.texts().cloned().collect(),
            Way::Many(table) => table.texts().cloned().collect(),
            _ => Vec::new(),
        };
        let width = texts.iter().map(Text::len).min().unwrap_or(0);
        let empty = |_| Few::with_factor(vec![Text::new(b"", root.clone())], 0);
        Self(Few::new(Texts { texts, width }).unwrap_or_else(empty))
    }

    #[inline(always)]
    pub(super) fn find(&self, word: Word) -> Option<&Text> {
        self.0.find(word)
    }
}
