//! Eight bytes of a path at a time.

/// The bytes of a [`Word`].
pub(super) const WORD: usize = 8;

const SLASHES: u64 = u64::from_ne_bytes([b'/'; WORD]);
const LOW_BITS: u64 = u64::from_ne_bytes([0x01; WORD]);
const HIGH_BITS: u64 = u64::from_ne_bytes([0x80; WORD]);

/// Eight bytes, the first in the lowest place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Word(pub(super) u64);

impl Word {
    /// The bits of the first `len` bytes.
    pub(super) fn mask(len: usize) -> u64 {
        u64::MAX.unbounded_shr(64 - 8 * len as u32)
    }

    /// At most eight bytes, and zeros.
    pub(super) fn short(bytes: &[u8]) -> Self {
        Self(bytes.iter().rev().fold(0, |word, byte| word << 8 | u64::from(*byte)))
    }

    /// Where the first slash is.
    #[inline]
    pub(super) fn slash(self) -> Option<usize> {
        // The highest bit of the first byte that is a slash; bytes after that one may be marked wrongly.
        let slashes = (self.0 ^ SLASHES).wrapping_sub(LOW_BITS) & !self.0 & HIGH_BITS;
        (slashes != 0).then_some(slashes.trailing_zeros() as usize / 8)
    }
}

/// Reads the words of a path as if a slash and zeros followed it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Words {
    /// The last seven bytes of the path, and the slash.
    tail: u64,
}

impl Words {
    #[inline]
    pub(super) fn of(path: &[u8]) -> Self {
        let tail = match path.last_chunk() {
            Some(last) => u64::from_le_bytes(*last) >> 8,
            None => short(path) << (8 * (WORD - 1 - path.len())),
        };
        Self { tail: tail | u64::from(b'/') << 56 }
    }

    /// The word at the start of `rest`, which is the end of the path.
    #[inline]
    pub(super) fn first(self, rest: &[u8]) -> Word {
        Word(match rest.first_chunk() {
            Some(first) => u64::from_le_bytes(*first),
            // By 56 bits less 8 for each byte of the rest.
            None => self.tail.wrapping_shr(!(8 * rest.len() as u32 + 7)),
        })
    }

    /// Takes words off `rest` up to the one that its first segment ends in, and tells where in it that is.
    #[inline]
    pub(super) fn pass_to_slash(self, rest: &mut &[u8]) -> usize {
        loop {
            if let Some(slash) = self.first(rest).slash() {
                return slash;
            }
            *rest = &rest[WORD..];
        }
    }

    /// The length of the segment at the start of `rest`.
    pub(super) fn segment_len(self, rest: &[u8]) -> usize {
        let mut words = rest;
        let slash = self.pass_to_slash(&mut words);
        rest.len() - words.len() + slash
    }
}

/// Fewer than eight bytes.
#[inline]
fn short(bytes: &[u8]) -> u64 {
    let halves = (bytes.first_chunk(), bytes.last_chunk());
    if let (Some(first), Some(last)) = halves {
        let last = u64::from(u32::from_le_bytes(*last)) << (8 * (bytes.len() - 4));
        return u64::from(u32::from_le_bytes(*first)) | last;
    }
    Word::short(bytes).0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn segments_end_where_a_split_says() {
        for len in 0..40 {
            for slash in 0..=len {
                let mut path = vec![b'.'; len];
                path.extend(b"0//abc"); // '.' and '0' are the bytes beside the slash
                path[slash] = b'/';
                for start in 0..=path.len() {
                    let end =
                        path[start..].iter().position(|b| *b == b'/').map_or(path.len(), |at| start + at);
                    let len = Words::of(&path).segment_len(&path[start..]);
                    assert_eq!(start + len, end, "{path:?} from {start}");
                }
            }
        }
    }

    #[test]
    fn a_slash_and_zeros_follow_the_path() {
        let text = b"abcdefghijklmnopqrstuvwxyz";
        for len in 0..text.len() {
            let path = &text[..len];
            let followed = [path, b"/\0\0\0\0\0\0\0"].concat();
            for start in 0..=len {
                let expected = Word::short(&followed[start..start + WORD]);
                assert_eq!(Words::of(path).first(&path[start..]), expected, "{len} from {start}");
            }
        }
    }
}
