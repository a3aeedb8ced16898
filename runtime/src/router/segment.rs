//! One segment of a path, found and told apart eight bytes at a time.

const SLASHES: u64 = u64::from_ne_bytes([b'/'; 8]);
const LOW_BITS: u64 = u64::from_ne_bytes([0x01; 8]);
const HIGH_BITS: u64 = u64::from_ne_bytes([0x80; 8]);

/// The most bytes of a segment that is told by its [key](PathSegment::key) alone.
pub(super) const SHORT: usize = 7;

/// The most bytes of a segment that is told by its key, its head and its length.
pub(super) const MIDDLING: usize = 15;

/// The first segment of some path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct PathSegment {
    pub(super) len: usize,
    /// A short segment's text with a slash after it; of a longer one a hash, which is no short one's key.
    pub(super) key: u64,
    /// The first word of a longer segment.
    pub(super) head: u64,
}

impl PathSegment {
    /// The segment at the start of `rest`, which is the end of `path`.
    #[inline]
    pub(super) fn first(rest: &[u8], path: &[u8]) -> Self {
        let word = first_word(rest, path);
        let (len, key) = until_slash(word).unwrap_or_else(|| long(word, &rest[8..], path));
        Self { len, key, head: word }
    }
}

/// The length of the segment at the start of `rest`, for a capture, which is not looked up.
#[inline]
pub(super) fn segment_len(rest: &[u8], path: &[u8]) -> usize {
    let mut words = rest;
    loop {
        if let Some((more, _)) = until_slash(first_word(words, path)) {
            return rest.len() - words.len() + more;
        }
        words = &words[8..];
    }
}

/// The length and the key of a segment that goes on in `rest` after its first word.
#[inline]
fn long(head: u64, mut rest: &[u8], path: &[u8]) -> (usize, u64) {
    let (mut len, mut hash) = (8, fold(0, head));
    loop {
        let word = first_word(rest, path);
        if let Some((more, text)) = until_slash(word) {
            return (len + more, fold(hash, text) | 0xff << 56);
        }
        hash = fold(hash, word);
        len += 8;
        rest = &rest[8..];
    }
}

/// The hash of a text as a whole.
#[inline]
pub(super) fn hash(text: &[u8]) -> u64 {
    let Some(last) = text.last_chunk() else {
        return fold(0, short_word(text));
    };
    let (mut hash, mut rest) = (fold(0, u64::from_le_bytes(*last)), text);
    while let Some((word, after)) = rest.split_first_chunk() {
        hash = fold(hash, u64::from_le_bytes(*word));
        rest = after;
    }
    hash
}

#[inline]
pub(super) fn fold(hash: u64, word: u64) -> u64 {
    (hash.rotate_left(23) ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

/// The length of the text before the first slash, and that text with the slash.
#[inline]
fn until_slash(word: u64) -> Option<(usize, u64)> {
    // The highest bit of the first byte that is a slash; bytes after that one may be marked wrongly.
    let slashes = (word ^ SLASHES).wrapping_sub(LOW_BITS) & !word & HIGH_BITS;
    let text = word & (slashes ^ slashes.wrapping_sub(1));
    (slashes != 0).then_some((slashes.trailing_zeros() as usize / 8, text))
}

/// The first eight bytes of `rest`, the first in the lowest place; as if a slash and zeros followed the path.
#[inline]
fn first_word(rest: &[u8], path: &[u8]) -> u64 {
    if let Some(chunk) = rest.first_chunk() {
        return u64::from_le_bytes(*chunk);
    }
    let bits = 8 * (rest.len() as u32 & 7);
    let text = match path.last_chunk() {
        // In two steps, since all is shifted out where nothing is left.
        Some(chunk) => u64::from_le_bytes(*chunk) >> (56 - bits) >> 8,
        None => short_word(rest),
    };
    text | u64::from(b'/') << bits
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
                    let end =
                        path[start..].iter().position(|b| *b == b'/').map_or(path.len(), |at| start + at);
                    let segment = PathSegment::first(&path[start..], &path);
                    assert_eq!(start + segment.len, end, "{path:?} from {start}");
                    assert_eq!(segment_len(&path[start..], &path), segment.len);
                }
            }
        }
    }

    #[test]
    fn a_key_depends_on_the_text_alone() {
        let text: Vec<u8> = (b'a'..=b'z').collect();
        for len in 0..text.len() {
            let alone = PathSegment::first(&text[..len], &text[..len]);
            for after in ["", "/", "/x", "/xxxxxxxxxxxxxxxx"] {
                for before in ["/", "//yyyyyyyyyyyyyyy/"] {
                    let path = [before.as_bytes(), &text[..len], after.as_bytes()].concat();
                    let segment = PathSegment::first(&path[before.len()..], &path);
                    assert_eq!((segment.len, segment.key), (len, alone.key), "{len} {before} {after}");
                    assert!(len <= SHORT || segment.head == alone.head);
                }
            }
        }
    }
}
