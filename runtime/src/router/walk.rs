//! `Walk`: one lookup, from the root of the tree along the path, the most specific way first.
//!
//! Its cost is linear in the path, however the captures of the patterns overlap:
//!
//! - It neither recurses nor allocates: where a way ends nowhere, the node says which way is next and where in the path that
//!   begins.
//! - At a node it reads what that node's way asks for: up to a word of text, or a segment, and for a partial capture the
//!   text at both ends of it once more. A rest is taken unread. The nodes of one way read the path once from start to end,
//!   but for what is left of a word.
//! - It turns back at most [`MOST_TURNS`] times. So it reads each byte of the path at most `2 * (1 + MOST_TURNS)` times, in
//!   most tables once. What it leaves open then, a [`Sieve`](super::sieve) answers.

use super::captures::{Captures, Room};
use super::tree::{Leaf, Node, Way};
use super::word::{Word, long_segment_len, segment_len};

/// How often a walk turns back on one path.
pub(super) const MOST_TURNS: usize = 8;

/// The leaves of the patterns that match a path, the most specific first.
#[derive(Debug)]
pub(super) struct Walk<'a, 'c> {
    path: &'a [u8],
    captures: &'c mut Room,
    /// The node it stands at, or where the last leaf was.
    node: &'a Node,
    /// The path from the node on.
    rest: &'a [u8],
    /// How many nodes it came to.
    #[cfg(test)]
    pub(super) steps: usize,
}

/// Where a walk stops.
#[derive(Debug)]
pub(super) enum Stop<'a> {
    At(&'a Leaf),
    Nowhere,
    /// It turned back as often as it may, and there is a way yet.
    Spent,
    /// Before what a quick walk does not do.
    Before,
}

/// Where one way stops.
#[derive(Debug)]
enum Pause<'a> {
    At(&'a Leaf),
    Before,
    Back,
}

/// What comes of turning back.
#[derive(Debug)]
enum Turn<'a> {
    /// A way to go on.
    On,
    At(&'a Leaf),
    Nowhere,
    Spent,
}

impl<'a, 'c> Walk<'a, 'c> {
    /// A walk from this node, where there is this rest of the path, behind no captures.
    #[inline]
    pub(super) fn new(node: &'a Node, rest: &'a [u8], path: &'a str, captures: &'c mut Captures) -> Self {
        Self::at(node, rest, path, captures.start(MOST_TURNS))
    }

    /// A walk on from where another has left its captures.
    pub(super) fn again(node: &'a Node, rest: &'a [u8], path: &'a str, captures: &'c mut Captures) -> Self {
        Self::at(node, rest, path, captures.room(MOST_TURNS))
    }

    #[inline]
    fn at(node: &'a Node, rest: &'a [u8], path: &'a str, captures: &'c mut Room) -> Self {
        Self {
            path: path.as_bytes(),
            captures,
            node,
            rest,
            #[cfg(test)]
            steps: 1,
        }
    }

    /// Goes on to the first leaf, whose captures it keeps.
    pub(super) fn first(&mut self) -> Option<&'a Leaf> {
        match self.go::<false>() {
            Stop::At(leaf) => Some(leaf),
            Stop::Nowhere | Stop::Spent | Stop::Before => None,
        }
    }

    /// The same, but a quick walk stops before what would make it call something.
    // In the one hot place that calls it, and without calls, the walk is kept in registers.
    #[inline(always)]
    pub(super) fn go<const QUICK: bool>(&mut self) -> Stop<'a> {
        loop {
            match self.go_one_way::<QUICK>() {
                Pause::At(leaf) => return Stop::At(leaf),
                Pause::Before => return Stop::Before,
                Pause::Back => match self.turn() {
                    Turn::On => {}
                    Turn::At(leaf) => return Stop::At(leaf),
                    Turn::Nowhere => return Stop::Nowhere,
                    Turn::Spent => return Stop::Spent,
                },
            }
        }
    }

    /// Goes on without turning back.
    #[inline(always)]
    fn go_one_way<const QUICK: bool>(&mut self) -> Pause<'a> {
        loop {
            let word = Word::first(self.path, self.rest);
            let step = match &self.node.way {
                Way::Literal(text) => text.matches(word).then_some((&*text.to, text.len())),
                Way::Few(table) => table.find(word).map(|text| (&*text.to, text.len())),
                Way::Many(table) => match table.first(word) {
                    Some(text) if text.matches(word) => Some((&*text.to, text.len())),
                    Some(text) if text.is_crowded() => {
                        if QUICK {
                            return Pause::Before;
                        }
                        table.find(word).map(|text| (&*text.to, text.len()))
                    }
                    _ => None,
                },
                Way::Capture(to) => {
                    let len = match word.slash() {
                        Some(slash) => slash,
                        None => long_segment_len(self.rest),
                    };
                    (len > 0).then(|| {
                        self.capture(0, len);
                        (&**to, len + 1)
                    })
                }
                Way::Partial(..) if QUICK => return Pause::Before,
                Way::Partial(partial, to) => {
                    let len = segment_len(self.rest);
                    partial.capture(&self.rest[..len]).map(|(start, end)| {
                        self.capture(start, end);
                        (&**to, len + 1)
                    })
                }
                Way::Rest(leaf) if !self.rest.is_empty() => return Pause::At(self.take_rest(leaf)),
                Way::RestOrNothing(leaf) => return Pause::At(self.take_rest(leaf)),
                Way::None | Way::Rest(_) => None,
            };
            let Some((to, passed)) = step else { return Pause::Back };
            self.come_to(to);
            let Some(rest) = self.rest.get(passed..) else { return self.end() };
            self.rest = rest;
        }
    }

    /// What is at the node where the path ends.
    #[inline(always)]
    fn end(&mut self) -> Pause<'a> {
        let Some(leaf) = &self.node.end else { return Pause::Back };
        self.captures.keep(self.captured());
        Pause::At(leaf)
    }

    /// The leaf after the last one, whose captures it keeps.
    pub(super) fn next(&mut self) -> Option<&'a Leaf> {
        match self.turn() {
            Turn::On => self.first(),
            Turn::At(leaf) => Some(leaf),
            Turn::Nowhere | Turn::Spent => None,
        }
    }

    /// Goes back to the next less specific way from the nearest place that has one; or finds a leaf there.
    #[inline]
    fn turn(&mut self) -> Turn<'a> {
        loop {
            let Some(otherwise) = &self.node.otherwise else { return Turn::Nowhere };
            if self.captures.turn().is_none() {
                return Turn::Spent;
            }
            self.come_to(otherwise);
            let before =
                self.captured().checked_sub(1).map_or(0, |last| self.path.len() - self.captures.end(last));
            if let Some(rest) = self.path.get(before + usize::from(self.node.place.offset)..) {
                self.rest = rest;
                return Turn::On;
            }
            // The path ends before the slash that the place is behind.
            if let Way::RestOrNothing(leaf) = &self.node.way {
                self.rest = &[];
                return Turn::At(self.take_rest(leaf));
            }
        }
    }

    #[inline]
    fn come_to(&mut self, node: &'a Node) {
        self.node = node;
        #[cfg(test)]
        {
            self.steps += 1;
        }
    }

    /// Captures these bytes of the rest.
    #[inline]
    fn capture(&mut self, start: usize, end: usize) {
        let left = self.rest.len();
        self.captures.put(self.captured(), left - start, left - end);
    }

    #[inline]
    fn take_rest(&mut self, leaf: &'a Leaf) -> &'a Leaf {
        self.capture(0, self.rest.len());
        self.captures.keep(self.captured() + 1);
        leaf
    }

    /// How many captures are before the node.
    #[inline]
    fn captured(&self) -> usize {
        usize::from(self.node.place.captures)
    }

    /// Whether the last leaf has captures.
    #[inline]
    pub(super) fn has_captured(&self) -> bool {
        self.captures.has_kept()
    }

    /// The node it stands at, and the path from there on.
    #[inline]
    pub(super) fn place(&self) -> (&'a Node, &'a [u8]) {
        (self.node, self.rest)
    }
}
