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
        Self(bytes.first_chunk().map_or_else(|| short(bytes), |word| u64::from_le_bytes(*word)))
    }

    /// Where the first slash is.
    #[inline]
    pub(super) fn slash(self) -> Option<usize> {
        // The highest bit of the first byte that is a slash; bytes after that one may be marked wrongly.
        let slashes = (self.0 ^ SLASHES).wrapping_sub(LOW_BITS) & !self.0 & HIGH_BITS;
        (slashes != 0).then_some(slashes.trailing_zeros() as usize / 8)
    }

    /// The word at the start of `rest`, which is the end of the path, as if a slash and zeros followed that.
    #[inline(always)]
    pub(super) fn first(path: &[u8], rest: &[u8]) -> Self {
        match rest.first_chunk() {
            Some(first) => Self(u64::from_le_bytes(*first)),
            None => {
                rarer();
                Self::last(path, rest)
            }
        }
    }

    /// The same where there are fewer than eight bytes.
    #[inline(always)]
    fn last(path: &[u8], rest: &[u8]) -> Self {
        let bits = 8 * rest.len() as u32;
        Self(match path.last_chunk() {
            Some(last) => (u64::from_le_bytes(*last) >> 8 | u64::from(b'/') << 56)
                .wrapping_shr(56_u32.wrapping_sub(bits)),
            None => short(rest) | u64::from(b'/').wrapping_shl(bits),
        })
    }
}

/// The length of the first segment, whose first word has no slash.
#[inline(always)]
pub(super) fn long_segment_len(rest: &[u8]) -> usize {
    let mut words = rest;
    while words.len() >= 2 * WORD {
        words = &words[WORD..];
        let slash = words.first_chunk().and_then(|first| Word(u64::from_le_bytes(*first)).slash());
        if let Some(slash) = slash {
            return rest.len() - words.len() + slash;
        }
    }
    // The last eight bytes are those of the word before, which has no slash, and what is left.
    let slash = words.last_chunk().and_then(|last| Word(u64::from_le_bytes(*last)).slash());
    slash.map_or(rest.len(), |slash| rest.len() - WORD + slash)
}

/// The length of the first segment.
pub(super) fn segment_len(rest: &[u8]) -> usize {
    match rest.first_chunk() {
        Some(first) => Word(u64::from_le_bytes(*first)).slash().unwrap_or_else(|| long_segment_len(rest)),
        None => rest.iter().position(|byte| *byte == b'/').unwrap_or(rest.len()),
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
    bytes.iter().rev().fold(0, |word, byte| word << 8 | u64::from(*byte))
}

/// Has the compiler put the branch it stands in behind the others: it is taken once a path, at most.
#[cold]
fn rarer() {}

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
                    assert_eq!(start + segment_len(&path[start..]), end, "{path:?} from {start}");
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
                assert_eq!(Word::first(path, &path[start..]), expected, "{len} from {start}");
            }
        }
    }
}
