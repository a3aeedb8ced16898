//! A hash for the texts of patterns, which are a program's own and no client's: quick, and keyed with nothing.

use super::pattern::Partial;
use super::tree::Id;
use super::word::{WORD, Word};

#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Hash(u64);

impl Hash {
    /// Of what begins at this place.
    pub(super) fn from(place: Id) -> Self {
        Self::of(place.index() as u64)
    }

    pub(super) fn of(word: u64) -> Self {
        Self::default().word(word)
    }

    #[inline]
    fn word(self, word: u64) -> Self {
        Self((self.0.rotate_left(5) ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15))
    }

    pub(super) fn text(self, text: &str) -> Self {
        let (words, short) = text.as_bytes().as_chunks::<WORD>();
        let all = words.iter().fold(self, |hash, word| hash.word(u64::from_le_bytes(*word)));
        all.word(Word::short(short).0)
    }

    pub(super) fn partial(self, partial: &Partial) -> Self {
        partial.around().into_iter().fold(self, Self::text)
    }

    /// The upper bits, which of a product are the good ones.
    #[inline]
    pub(super) fn bits(self) -> u32 {
        (self.0 >> 32) as u32
    }
}
