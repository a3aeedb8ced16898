//! `Shape`: what a path is to the proofs, so that two paths that answer the same requests are the same number.

use crate::route::Segment;

/// The shape of a path: a polynomial hash over its segments, and the power of the base that stands for their number, so
/// that one path can be put behind another.
///
/// The macros compute it, since a step of const evaluation costs the compiler a hundred of a program's: with these
/// functions' numbers, as a test says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shape(pub u64, pub u64);

impl Shape {
    /// That of no segments.
    pub const NONE: Self = Self(0, 1);

    /// That of these segments.
    #[must_use]
    #[inline]
    pub const fn of(segments: &[Segment]) -> Self {
        let mut shape = Self::NONE;
        let mut at = 0;
        while at < segments.len() {
            shape = shape.then(Self(hash_of(&segments[at]), BASE));
            at += 1;
        }
        shape
    }

    /// That of a mount's prefix, such as `/api/v1`, or of none.
    #[must_use]
    #[inline]
    pub const fn of_prefix(prefix: &'static str) -> Self {
        let mut shape = Self::NONE;
        let mut rest = prefix;
        while let Some((b'/', _)) = rest.as_bytes().split_first() {
            rest = rest.split_at(1).1;
            let mut end = 0;
            while end < rest.len() && rest.as_bytes()[end] != b'/' {
                end += 1;
            }
            let (segment, after) = rest.split_at(end);
            shape = shape.then(Self::of(&[Segment::Literal(segment)]));
            rest = after;
        }
        shape
    }

    /// That of one path behind another. (A wider type wraps in fewer steps than the functions that are named so.)
    #[inline]
    pub(super) const fn then(self, next: Self) -> Self {
        Self(
            (self.0 as u128 * next.1 as u128 + next.0 as u128) as u64,
            (self.1 as u128 * next.1 as u128) as u64,
        )
    }

    /// The key of a method here: two routes with one key answer the same requests.
    #[inline]
    pub(crate) const fn key(self, method: u64) -> u64 {
        self.0 ^ method
    }

    /// That of what stands before the last segment.
    #[inline]
    pub(super) const fn without_last(self, last: Segment) -> Self {
        Self(
            self.0.wrapping_sub(hash_of(&last)).wrapping_mul(BASE_INVERSE),
            self.1.wrapping_mul(BASE_INVERSE),
        )
    }

    /// Whether there is no segment.
    #[inline]
    pub(super) const fn is_none(self) -> bool {
        self.0 == 0
    }
}

const BASE: u64 = 0x9E37_79B9_7F4A_7C15;

/// What undoes a multiplication by `BASE`: an odd number has an inverse modulo 2^64, and Newton's method finds it.
const BASE_INVERSE: u64 = {
    let mut inverse = BASE;
    while BASE.wrapping_mul(inverse) != 1 {
        inverse = inverse.wrapping_mul(2_u64.wrapping_sub(BASE.wrapping_mul(inverse)));
    }
    inverse
};

/// What stands for a method in keys.
#[must_use]
#[inline]
pub const fn method_key(method: &str) -> u64 {
    hash(8, method)
}

/// FNV-1a, finished so that neighbouring texts do not give neighbouring numbers.
#[inline]
pub(super) const fn hash(seed: u64, text: &str) -> u64 {
    let bytes = text.as_bytes();
    let mut hash = 0xCBF2_9CE4_8422_2325 ^ seed;
    let mut at = 0;
    while at < bytes.len() {
        hash = (hash ^ bytes[at] as u64).wrapping_mul(0x0100_0000_01B3);
        at += 1;
    }
    hash ^= hash >> 32;
    hash = hash.wrapping_mul(0xD6E8_FEB8_6659_FD93);
    hash ^ (hash >> 32)
}

#[inline]
const fn hash_of(segment: &Segment) -> u64 {
    match *segment {
        Segment::Literal(text) => hash(1, text),
        Segment::Partial(before, after) => hash(hash(2, before), after),
        Segment::Capture => hash(3, ""),
        Segment::Rest => hash(4, ""),
        Segment::RestOrNothing => hash(5, ""),
    }
}
