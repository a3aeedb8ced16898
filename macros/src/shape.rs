//! `Shape`: a path and its methods as numbers, as the runtime's proofs compute them, which takes the compiler longer.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

/// A polynomial hash over the segments of a path, and the power of the base that stands for their number.
pub(crate) struct Shape(u64, u64);

impl Shape {
    /// That of these segments, each a hash.
    pub(crate) fn of(segments: impl Iterator<Item = u64>) -> Self {
        segments.fold(Self(0, 1), |Self(hash, power), segment| {
            Self(hash.wrapping_mul(BASE).wrapping_add(segment), power.wrapping_mul(BASE))
        })
    }

    /// That of a prefix, which is literal text.
    pub(crate) fn of_prefix(prefix: &str) -> Self {
        Self::of(prefix.split('/').skip(1).map(literal))
    }

    pub(crate) fn tokens(&self) -> TokenStream {
        let (hash, power) = (Literal::u64_unsuffixed(self.0), Literal::u64_unsuffixed(self.1));
        quote!(__fingerpost::Shape(#hash, #power))
    }

    pub(crate) fn text(&self) -> String {
        format!("__fingerpost::Shape({}, {})", self.0, self.1)
    }
}

/// The hash of a segment of literal text.
pub(crate) fn literal(text: &str) -> u64 {
    hash(1, text)
}

/// That of a capture with text around it.
pub(crate) fn partial(before: &str, after: &str) -> u64 {
    hash(hash(2, before), after)
}

/// That of a capture.
pub(crate) fn capture() -> u64 {
    hash(3, "")
}

/// That of a rest.
pub(crate) fn rest() -> u64 {
    hash(4, "")
}

/// That of a rest that may be nothing.
pub(crate) fn rest_or_nothing() -> u64 {
    hash(5, "")
}

/// What stands for a method.
pub(crate) fn method(method: &str) -> u64 {
    hash(8, method)
}

const BASE: u64 = 0x9E37_79B9_7F4A_7C15;

/// FNV-1a, finished so that neighbouring texts do not give neighbouring numbers.
fn hash(seed: u64, text: &str) -> u64 {
    let mut hash = text.bytes().fold(0xCBF2_9CE4_8422_2325 ^ seed, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3)
    });
    hash ^= hash >> 32;
    hash = hash.wrapping_mul(0xD6E8_FEB8_6659_FD93);
    hash ^ (hash >> 32)
}
