//! `Sieve`: all patterns of a table at once, a bit for each, for paths on which a [`Walk`](super::walk) turns back too often.
//!
//! A lookup goes along the path once, and at each segment keeps those patterns that have had a place for all so far. With
//! `P` bytes in the path, `S` segments, of which no more count than the longest pattern has, and `N` patterns:
//!
//! - it reads the `P` bytes three times, to part, to hash and to compare the segments, for each 4,096 patterns;
//! - at each segment it compares the text around each of the partial captures that patterns have at that depth;
//! - for each segment it goes over `N / 64` words of bits, and as many again for each such partial that is there, and for
//!   each of three kinds of end that patterns have at that depth.
//!
//! So its cost is linear in the path, times a constant of the table: no way is gone twice, however many patterns share it.
//! It allocates nothing. What it keeps is linear in the segments of all patterns.

use std::sync::Arc;

use super::captures::Captures;
use super::hash::Hash;
use super::methods::{Column, MethodSet};
use super::pattern::Partial;
use super::seedling::Seedling;
use super::steps::Steps;
use super::tree::{Id, Leaf};
use super::word::segment_len;

/// How many words of patterns are looked at together: those are on the stack.
const PART: usize = 64;
const BITS: usize = u64::BITS as usize;

#[derive(Debug)]
pub(super) struct Sieve {
    /// What the patterns have at each depth, and last what is behind the deepest.
    levels: Vec<Level>,
    /// The most specific first, which is the order of the bits.
    patterns: Vec<Ranked>,
    /// For each word of patterns, and in it for each method: those that answer it.
    methods: Vec<u64>,
    /// How many columns of methods there are.
    width: usize,
}

/// Which patterns go on, or end, in which way before the segment at one depth.
#[derive(Debug, Default)]
struct Level {
    literals: Vec<(Box<str>, Patterns)>,
    /// To their places in that list, counted from 1.
    to_literals: Steps,
    partials: Vec<(Partial, Patterns)>,
    to_partials: Steps,
    /// One stretch of all.
    captures: Vec<u64>,
    ends: Patterns,
    rests: Patterns,
    rests_or_nothing: Patterns,
}

/// The leaf of a pattern, and where its captures are.
#[derive(Debug)]
struct Ranked {
    leaf: Id,
    captures: Box<[Captured]>,
}

/// A capture: in which segment, and how much literal text is around it there.
#[derive(Clone, Copy, Debug)]
struct Captured {
    depth: usize,
    before: usize,
    after: usize,
    /// All that is left of the path, too.
    rest: bool,
}

/// What a pattern asks of one segment.
#[derive(Clone, Copy)]
enum Ask<'s> {
    Literal(&'s str),
    Partial(&'s Partial),
    Capture,
}

/// Behind a pointer; see [`MakeSieve`](super::MakeSieve).
pub(super) trait Sift: std::fmt::Debug + Send + Sync {
    /// The leaf of the most specific of the patterns that match the path and have a route in `column`.
    fn find(&self, column: Column, path: &str, captures: &mut Captures) -> Sifted;
}

/// What it finds: the leaf, whose captures it left, or the methods that have one.
pub(super) type Sifted = Result<Id, MethodSet>;

impl Sieve {
    /// For a table with `width` columns of methods, whose leaves have these.
    pub(super) fn new(seedling: &Seedling<'_>, leaves: &[Arc<Leaf>], width: usize) -> Self {
        let mut sieve = Self { levels: Vec::new(), patterns: Vec::new(), methods: Vec::new(), width };
        sieve.fill(seedling, Id::FIRST, &mut Vec::new());
        let words = sieve.words();
        sieve.levels.iter_mut().for_each(|level| level.captures.resize(words, 0));
        sieve.methods = vec![0; words * width];
        for (number, pattern) in sieve.patterns.iter().enumerate() {
            let columns = sieve.methods.chunks_exact_mut(width).nth(number / BITS).into_iter().flatten();
            for (column, answering) in columns.enumerate() {
                *answering |= u64::from(leaves[pattern.leaf.index()].methods.contains(Column::at(column)))
                    << (number % BITS);
            }
        }
        sieve
    }

    fn words(&self) -> usize {
        self.patterns.len().div_ceil(BITS)
    }

    /// Adds the patterns of a sprout, which is behind those segments, in the order of a walk.
    fn fill<'s>(&mut self, seedling: &'s Seedling<'_>, at: Id, way: &mut Vec<Ask<'s>>) {
        let sprout = seedling.sprout(at);
        self.put(sprout.end, way, false, |level| &mut level.ends);
        let literals = seedling.literals(sprout).map(|(text, to)| (Ask::Literal(text), to));
        let partials = seedling.partials(sprout).into_iter().map(|(partial, to)| (Ask::Partial(partial), to));
        let capture = sprout.capture.map(|to| (Ask::Capture, to));
        for (ask, to) in literals.chain(partials).chain(capture) {
            way.push(ask);
            self.fill(seedling, to, way);
            way.pop();
        }
        self.put(sprout.rest, way, true, |level| &mut level.rests);
        self.put(sprout.rest_or_nothing, way, true, |level| &mut level.rests_or_nothing);
    }

    fn put(&mut self, leaf: Option<Id>, way: &[Ask<'_>], rest: bool, end: fn(&mut Level) -> &mut Patterns) {
        let Some(leaf) = leaf else { return };
        let number = self.patterns.len();
        self.levels.resize_with(self.levels.len().max(way.len() + 1), Level::default);
        for (level, ask) in self.levels.iter_mut().zip(way) {
            level.insert(*ask, number);
        }
        end(&mut self.levels[way.len()]).insert(number);
        let captures = way.iter().enumerate().filter_map(|(depth, ask)| {
            let (before, after) = match ask {
                Ask::Literal(_) => return None,
                Ask::Partial(partial) => (partial.prefix_len(), partial.suffix_len()),
                Ask::Capture => (0, 0),
            };
            Some(Captured { depth, before, after, rest: false })
        });
        let rest = rest.then_some(Captured { depth: way.len(), before: 0, after: 0, rest: true });
        self.patterns.push(Ranked { leaf, captures: captures.chain(rest).collect() });
    }

    /// Finds the patterns that match the path, of the part of all that begins at the word `from`.
    fn sift(&self, path: &str, from: usize, found: &mut [u64; PART]) {
        let mut open = ALL;
        let open = &mut open[..PART.min(self.words() - from)];
        let mut rest = path.strip_prefix('/');
        if rest.is_none() {
            return;
        }
        for level in &self.levels {
            level.rests_or_nothing.find(from, open, found);
            let Some(left) = rest else {
                level.ends.find(from, open, found);
                return;
            };
            if !left.is_empty() {
                level.rests.find(from, open, found);
            }
            let len = segment_len(left.as_bytes());
            level.sift(&left[..len], from, open);
            if open.iter().all(|word| *word == 0) {
                return;
            }
            rest = left.get(len + 1..);
        }
    }
}

impl Sift for Sieve {
    fn find(&self, column: Column, path: &str, captures: &mut Captures) -> Sifted {
        let mut others = MethodSet::default();
        for from in (0..self.words()).step_by(PART) {
            let mut found = NONE;
            self.sift(path, from, &mut found);
            for (at, found) in (from..self.words()).zip(found) {
                if found == 0 {
                    continue;
                }
                let methods = &self.methods[at * self.width..][..self.width];
                let answering = found & methods[column.index()];
                if answering != 0 {
                    let pattern = &self.patterns[at * BITS + answering.trailing_zeros() as usize];
                    capture(&pattern.captures, path.as_bytes(), captures);
                    return Ok(pattern.leaf);
                }
                let known = methods.iter().enumerate().filter(|(_, methods)| found & **methods != 0);
                known.for_each(|(column, _)| others.insert(Column::at(column)));
            }
        }
        Err(others)
    }
}

impl Level {
    fn insert(&mut self, ask: Ask<'_>, number: usize) {
        match ask {
            Ask::Literal(text) => {
                let at = self.literal(text).unwrap_or_else(|hash| {
                    self.literals.push((text.into(), Patterns::default()));
                    let at = Id::new(self.literals.len());
                    self.to_literals.put(hash, at);
                    at
                });
                self.literals[at.index() - 1].1.insert(number);
            }
            Ask::Partial(partial) => {
                let hash = Hash::default().partial(partial);
                let at = self.to_partials.find(hash, |at| self.partials[at.index() - 1].0 == *partial);
                let at = at.unwrap_or_else(|| {
                    self.partials.push((partial.clone(), Patterns::default()));
                    let at = Id::new(self.partials.len());
                    self.to_partials.put(hash, at);
                    at
                });
                self.partials[at.index() - 1].1.insert(number);
            }
            Ask::Capture => {
                self.captures.resize(number / BITS + 1, 0);
                self.captures[number / BITS] |= 1 << (number % BITS);
            }
        }
    }

    /// Where the literal is, or the hash that it would be found by.
    fn literal(&self, text: &str) -> Result<Id, Hash> {
        let hash = Hash::default().text(text);
        self.to_literals.find(hash, |at| *self.literals[at.index() - 1].0 == *text).ok_or(hash)
    }

    /// Leaves those open that have a place for `segment`.
    fn sift(&self, segment: &str, from: usize, open: &mut [u64]) {
        let literal = self.literal(segment).ok().map(|at| &self.literals[at.index() - 1].1);
        let segment = segment.as_bytes();
        let captures = if segment.is_empty() { &NONE } else { &self.captures[from..] };
        let captures = &captures[..open.len()];
        if self.partials.is_empty() {
            return keep(open, captures, literal, from);
        }
        let mut held = NONE;
        held[..open.len()].copy_from_slice(captures);
        for (_, patterns) in self.partials.iter().filter(|(partial, _)| partial.capture(segment).is_some()) {
            patterns.find(from, &ALL, &mut held);
        }
        keep(open, &held[..open.len()], literal, from);
    }
}

const NONE: [u64; PART] = [0; PART];
const ALL: [u64; PART] = [u64::MAX; PART];

/// Leaves those open that are among `captures` or the literal's.
fn keep(open: &mut [u64], captures: &[u64], literal: Option<&Patterns>, from: usize) {
    let mut at = 0;
    for (start, words) in literal.into_iter().flat_map(|literal| literal.pieces(from)) {
        and(&mut open[at..start], &captures[at..start]);
        at = start + words.len();
        count(words.len());
        for ((open, capture), word) in open[start..at].iter_mut().zip(&captures[start..at]).zip(words) {
            *open &= capture | word;
        }
    }
    and(&mut open[at..], &captures[at..]);
}

fn and(some: &mut [u64], others: &[u64]) {
    count(others.len());
    some.iter_mut().zip(others).for_each(|(some, other)| *some &= other);
}

/// Writes the captures of a pattern that matches the path.
fn capture(pattern: &[Captured], path: &[u8], captures: &mut Captures) {
    let room = captures.start(0);
    let (mut depth, mut start) = (0, 1);
    for (index, captured) in pattern.iter().enumerate() {
        while depth < captured.depth {
            start += segment_len(&path[start..]) + 1;
            depth += 1;
        }
        // A rest that is left out begins behind the path.
        let start = start.min(path.len());
        let len = if captured.rest { path.len() - start } else { segment_len(&path[start..]) };
        let left = path.len() - start;
        room.put(index, left - captured.before, left - (len - captured.after));
    }
    room.keep(pattern.len());
}

#[cfg(test)]
thread_local! {
    /// How many words of bits were gone over.
    pub(super) static WORDS: std::cell::Cell<usize> = const { std::cell::Cell::new(0) };
}

#[inline]
fn count(_words: usize) {
    #[cfg(test)]
    WORDS.set(WORDS.get() + _words);
}

/// A set of patterns, as those stretches of its bits where some are set.
#[derive(Debug, Default)]
struct Patterns {
    stretches: Vec<Stretch>,
}

#[derive(Debug)]
struct Stretch {
    /// The word of all bits that the first of these is.
    first: usize,
    words: Vec<u64>,
}

impl Stretch {
    fn end(&self) -> usize {
        self.first + self.words.len()
    }
}

/// Words without a bit that are kept within a stretch, rather than a new one begun.
const GAP: usize = 4;

impl Patterns {
    /// Adds a pattern whose number is not below those before.
    fn insert(&mut self, number: usize) {
        let word = number / BITS;
        if self.stretches.last().is_none_or(|last| last.end() + GAP < word) {
            self.stretches.push(Stretch { first: word, words: Vec::new() });
        }
        let Some(Stretch { first, words }) = self.stretches.last_mut() else { return };
        let at = word - *first;
        words.resize(at + 1, 0);
        words[at] |= 1 << (number % BITS);
    }

    /// The stretches of the part of all bits that begins at the word `from`, and where in it they are.
    fn pieces(&self, from: usize) -> impl Iterator<Item = (usize, &[u64])> {
        let reached =
            if from == 0 { 0 } else { self.stretches.partition_point(|stretch| stretch.end() <= from) };
        self.stretches[reached..].iter().map_while(move |Stretch { first, words }| {
            let at = first.saturating_sub(from);
            let words = &words[from.saturating_sub(*first)..];
            (at < PART).then(|| (at, &words[..words.len().min(PART - at)]))
        })
    }

    /// Adds those that are in this set and open to those found.
    #[inline]
    fn find(&self, from: usize, open: &[u64], found: &mut [u64; PART]) {
        if !self.stretches.is_empty() {
            self.find_some(from, open, found);
        }
    }

    fn find_some(&self, from: usize, open: &[u64], found: &mut [u64; PART]) {
        for (at, words) in self.pieces(from) {
            count(words.len());
            for ((found, open), word) in found[at..].iter_mut().zip(&open[at..]).zip(words) {
                *found |= open & word;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_is_sifted_part_by_part() {
        let numbers = [0, 1, 63, 64, 700, 64 * BITS - 1, 64 * BITS, 130 * BITS + 5, 131 * BITS, 200 * BITS];
        let mut patterns = Patterns::default();
        numbers.iter().for_each(|number| patterns.insert(*number));
        let mut found = Vec::new();
        for from in (0..4 * PART).step_by(PART) {
            let mut after = [0; PART];
            patterns.find(from, &ALL, &mut after);
            let bits = (0..PART * BITS).filter(|bit| after[bit / BITS] >> (bit % BITS) & 1 == 1);
            found.extend(bits.map(|bit| from * BITS + bit));
            let mut none = [0; PART];
            patterns.find(from, &NONE, &mut none);
            assert_eq!(none, [0; PART]);
        }
        assert_eq!(found, numbers);
    }
}
