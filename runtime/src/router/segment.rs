//! One segment of a path, found and hashed eight bytes at a time.

const SLASHES: u64 = u64::from_ne_bytes([b'/'; 8]);
const LOW_BITS: u64 = u64::from_ne_bytes([0x01; 8]);
const HIGH_BITS: u64 = u64::from_ne_bytes([0x80; 8]);

/// Texts of the same length, of at most so many bytes, have the same hash only if they are the same.
pub(super) const EXACT: usize = 8;

/// How long the first segment of some path is, and the hash of its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct PathSegment {
    pub(super) len: usize,
    pub(super) hash: u64,
}

impl PathSegment {
    /// The segment at the start of `rest`, which is the end of `path`.
    #[inline]
    pub(super) fn first(rest: &[u8], path: &[u8]) -> Self {
        let Some((chunk, after)) = rest.split_first_chunk() else {
            let word = last_word(rest, path);
            return Self::within(word, 0, 0).unwrap_or(Self { len: rest.len(), hash: fold(0, word) });
        };
        let word = u64::from_le_bytes(*chunk);
        Self::within(word, 0, 0).unwrap_or_else(|| Self::long(fold(0, word), after, path))
    }

    /// The segment whose first eight bytes have this hash, and which goes on in `rest`.
    #[inline(never)]
    fn long(mut hash: u64, mut rest: &[u8], path: &[u8]) -> Self {
        let mut len = EXACT;
        while let Some((chunk, after)) = rest.split_first_chunk() {
            let word = u64::from_le_bytes(*chunk);
            if let Some(segment) = Self::within(word, hash, len) {
                return segment;
            }
            hash = fold(hash, word);
            len += chunk.len();
            rest = after;
        }
        let word = last_word(rest, path);
        Self::within(word, hash, len).unwrap_or(Self { len: len + rest.len(), hash: fold(hash, word) })
    }

    /// The segment that ends in this word, with the hash and the length of what stands before it.
    #[inline]
    fn within(word: u64, hash: u64, len: usize) -> Option<Self> {
        let slashes = slashes(word);
        let text = word & (slashes ^ slashes.wrapping_sub(1)) >> 8;
        let len = len + slashes.trailing_zeros() as usize / 8;
        (slashes != 0).then(|| Self { len, hash: fold(hash, text) })
    }
}

/// The hash that [`PathSegment::first`] gives to a segment with this text.
pub(super) fn hash_segment(text: &[u8]) -> u64 {
    PathSegment::first(text, text).hash
}

/// The hash of a text as a whole.
#[inline]
pub(super) fn hash_path(path: &[u8]) -> u64 {
    let (words, rest) = path.as_chunks();
    let hash = words.iter().fold(0, |hash, word| fold(hash, u64::from_le_bytes(*word)));
    if rest.is_empty() { hash } else { fold(hash, last_word(rest, path)) }
}

/// For one word a bijection, and so for a word followed by zero: this is what makes short texts' hashes exact.
#[inline]
fn fold(hash: u64, word: u64) -> u64 {
    (hash.rotate_left(23) ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

/// The highest bit of the first byte that is a slash; bytes after that may be marked wrongly.
#[inline]
fn slashes(word: u64) -> u64 {
    (word ^ SLASHES).wrapping_sub(LOW_BITS) & !word & HIGH_BITS
}

/// The fewer than eight bytes at the end of `path`, the first in the lowest place, with zeros after them.
#[inline]
fn last_word(bytes: &[u8], path: &[u8]) -> u64 {
    match path.last_chunk() {
        // All eight are shifted out, in two steps, where there are no bytes.
        Some(chunk) => u64::from_le_bytes(*chunk) >> (56 - 8 * (bytes.len() & 7)) >> 8,
        None => short_word(bytes),
    }
}

#[cold]
fn short_word(bytes: &[u8]) -> u64 {
    bytes.iter().rev().fold(0, |word, byte| word << 8 | u64::from(*byte))
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
                    let end = path[start..].iter().position(|b| *b == b'/').map_or(path.len(), |at| start + at);
                    let segment = PathSegment::first(&path[start..], &path);
                    assert_eq!(start + segment.len, end, "{path:?} from {start}");
                }
            }
        }
    }

    #[test]
    fn a_hash_depends_on_the_text_alone() {
        let text: Vec<u8> = (b'a'..=b'z').collect();
        for len in 0..text.len() {
            let hash = PathSegment::first(&text[..len], &text[..len]).hash;
            for after in ["/", "/x", "/xxxxxxxxxxxxxxxx"] {
                for before in ["/", "//yyyyyyyyyyyyyyy/"] {
                    let path = [before.as_bytes(), &text[..len], after.as_bytes()].concat();
                    let segment = PathSegment::first(&path[before.len()..], &path);
                    assert_eq!(segment, PathSegment { len, hash }, "{len} {before} {after}");
                }
            }
        }
    }
}
