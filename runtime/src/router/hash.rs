//! A hash for the texts of patterns, which are a program's own and no client's: quick, and keyed with nothing.

use std::hash::{BuildHasherDefault, Hasher};

use super::word::{WORD, Word};

/// What makes a `HashMap` take [`Hash`].
pub(super) type Hashes = BuildHasherDefault<Hash>;

#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Hash(u64);

impl Hash {
    #[inline]
    fn add(&mut self, word: u64) {
        self.0 = (self.0.rotate_left(5) ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }
}

impl Hasher for Hash {
    #[inline]
    fn write(&mut self, bytes: &[u8]) {
        let (words, short) = bytes.as_chunks::<WORD>();
        words.iter().for_each(|word| self.add(u64::from_le_bytes(*word)));
        if !short.is_empty() {
            self.add(Word::short(short).0);
        }
    }

    #[inline]
    fn write_u8(&mut self, number: u8) {
        self.add(u64::from(number));
    }

    #[inline]
    fn write_u32(&mut self, number: u32) {
        self.add(u64::from(number));
    }

    #[inline]
    fn write_usize(&mut self, number: usize) {
        self.add(number as u64);
    }

    // The upper bits of a product are the good ones; a table takes the lower.
    #[inline]
    fn finish(&self) -> u64 {
        self.0.rotate_left(26)
    }
}
