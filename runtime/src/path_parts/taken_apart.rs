//! A path taken apart where its route is asked for, which `cargo check` hardly ever does: each list that a macro writes instead is
//! one more body that the compiler checks wherever the handler is checked.

use std::marker::PhantomData;

use super::PathParts;
use crate::route::{Endpoint, Segment};

impl PathParts {
    /// Those of a handler's path, as they mostly are: all captures are parameters, and there are no others.
    pub(crate) const fn of<H: Endpoint>() -> Self {
        if count(H::INFO.5) > FEW { TakenApart::<H>::MANY.parts() } else { TakenApart::<H>::FEW.parts() }
    }
}

/// As many segments as most paths have at most, to have no more room.
const FEW: usize = 4;

/// The most segments that are taken apart here: of more a macro writes them.
const MANY: usize = 16;

struct TakenApart<H>(PhantomData<H>);

impl<H: Endpoint> TakenApart<H> {
    const FEW: &'static Lists<FEW> = &Lists::of(H::INFO.5);
    const MANY: &'static Lists<MANY> = &Lists::of(H::INFO.5);
}

struct Lists<const N: usize> {
    segments: [Segment; N],
    captures: [&'static str; N],
    parameters: [(&'static str, bool); N],
    filled: usize,
    captured: usize,
}

impl<const N: usize> Lists<N> {
    const fn parts(&'static self) -> PathParts {
        PathParts {
            segments: self.segments.split_at(self.filled).0,
            captures: self.captures.split_at(self.captured).0,
            parameters: self.parameters.split_at(self.captured).0,
        }
    }

    /// Of a path without escaped braces; none where there are too many of them.
    const fn of(path: &'static str) -> Self {
        let mut lists = Self {
            segments: [Segment::Capture; N],
            captures: [""; N],
            parameters: [("", true); N],
            filled: 0,
            captured: 0,
        };
        if count(path) > N {
            return lists;
        }
        let mut rest = path;
        while !rest.is_empty() {
            // The slash.
            rest = rest.split_at(1).1;
            let (text, after) = rest.split_at(index_of(rest, b'/'));
            lists.push(text);
            rest = after;
        }
        lists
    }

    const fn push(&mut self, text: &'static str) {
        let (before, braced) = text.split_at(index_of(text, b'{'));
        self.segments[self.filled] = if braced.is_empty() {
            Segment::Literal(text)
        } else {
            let (name, after) = braced.split_at(1).1.split_at(index_of(braced, b'}') - 1);
            let after = after.split_at(1).1;
            let (segment, name) = captured(before, name, after);
            self.captures[self.captured] = name;
            self.parameters[self.captured] = (name, true);
            self.captured += 1;
            segment
        };
        self.filled += 1;
    }
}

/// How many segments it has.
const fn count(path: &str) -> usize {
    let (path, mut slashes, mut at) = (path.as_bytes(), 0, 0);
    while at < path.len() {
        slashes += (path[at] == b'/') as usize;
        at += 1;
    }
    slashes
}

/// What stands in braces, and the name of the capture in it.
const fn captured(before: &'static str, name: &'static str, after: &'static str) -> (Segment, &'static str) {
    let end = name.len() - 1;
    match name.as_bytes() {
        [b'*', .., b'?'] => (Segment::RestOrNothing, name.split_at(end).0.split_at(1).1),
        [b'*', ..] => (Segment::Rest, name.split_at(1).1),
        _ if before.is_empty() && after.is_empty() => (Segment::Capture, name),
        _ => (Segment::Partial(before, after), name),
    }
}

/// Where a byte first stands; the end, where it does not.
const fn index_of(text: &str, byte: u8) -> usize {
    let (text, mut at) = (text.as_bytes(), 0);
    while at < text.len() && text[at] != byte {
        at += 1;
    }
    at
}
