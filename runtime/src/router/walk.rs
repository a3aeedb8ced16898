//! `Walk`: one lookup, from the root of the tree along the path, the most specific way first.
//!
//! Its cost is linear in the path, however the captures of the patterns overlap:
//!
//! - It neither recurses nor allocates: where a way ends nowhere, the node says which way is next and where in the path that
//!   begins.
//! - At a node it reads what that node's way asks for: up to a word of text, or a segment, and for a partial capture the
//!   text at both ends of it once more. A rest is taken unread. The nodes of one way read the path once from start to end.
//! - It turns back at most [`MOST_TURNS`] times. So it reads each byte of the path at most `2 * (1 + MOST_TURNS)` times, in
//!   most tables once. What it leaves open then, a [`Sieve`](super::sieve) answers.

use super::captures::Captures;
use super::tree::{Id, Node, Tree, Way};
use super::word::Words;

/// How often a walk turns back on one path.
pub(super) const MOST_TURNS: usize = 8;

/// The leaves of the patterns that match a path, the most specific first.
#[derive(Debug)]
pub(super) struct Walk<'a> {
    tree: &'a Tree,
    path: &'a [u8],
    words: Words,
    captures: &'a mut Captures,
    /// The node it stands at, or where the last leaf was.
    node: &'a Node,
    /// The path from the node on.
    rest: &'a [u8],
    /// How many nodes it came to.
    #[cfg(test)]
    pub(super) steps: usize,
}

impl<'a> Walk<'a> {
    #[inline]
    pub(super) fn new(tree: &'a Tree, path: &'a str, captures: &'a mut Captures) -> Self {
        let path = path.as_bytes();
        captures.start(MOST_TURNS);
        Self {
            tree,
            path,
            words: Words::of(path),
            captures,
            node: tree.node(Id::FIRST),
            rest: path,
            #[cfg(test)]
            steps: 1,
        }
    }

    /// The first leaf, whose captures it keeps.
    // In the one hot place that calls it, the walk is then kept in registers.
    #[inline(always)]
    pub(super) fn first(&mut self) -> Option<Id> {
        loop {
            let step = match &self.node.way {
                Way::Literal(text) => {
                    text.matches(self.words.first(self.rest)).then_some((text.to, text.len()))
                }
                Way::Literals(table) => {
                    table.find(self.words.first(self.rest)).map(|text| (text.to, text.len()))
                }
                Way::Capture(to) => {
                    let start = self.path.len() - self.rest.len();
                    let slash = self.words.pass_to_slash(&mut self.rest);
                    let end = self.path.len() - self.rest.len() + slash;
                    self.captures.put(self.captured(), start, end);
                    (start < end).then_some((*to, slash + 1))
                }
                Way::Partial(partial, to) => {
                    let len = self.words.segment_len(self.rest);
                    partial.capture(&self.rest[..len]).map(|(start, end)| {
                        self.capture(start, end);
                        (*to, len + 1)
                    })
                }
                Way::Rest(leaf) if !self.rest.is_empty() => return Some(self.take_rest(*leaf)),
                Way::RestOrNothing(leaf) => return Some(self.take_rest(*leaf)),
                Way::Rest(_) | Way::None => None,
            };
            if let Some((to, passed)) = step {
                self.come_to(to);
                if let Some(rest) = self.rest.get(passed..) {
                    self.rest = rest;
                    continue;
                }
                if self.node.end.is_some() {
                    self.captures.keep(self.captured());
                    return self.node.end;
                }
            }
            if let Some(leaf) = self.turn()? {
                return Some(leaf);
            }
        }
    }

    /// Whether there is a less specific way to try after the last leaf. Where there is one after none, it has turned back as
    /// often as it may.
    #[inline]
    pub(super) fn has_next(&self) -> bool {
        self.node.otherwise.is_some()
    }

    /// The leaf after the last one, whose captures it keeps.
    pub(super) fn next(&mut self) -> Option<Id> {
        match self.turn()? {
            Some(leaf) => Some(leaf),
            None => self.first(),
        }
    }

    /// Goes back to the next less specific way from the nearest place that has one; or finds a leaf there.
    #[inline]
    fn turn(&mut self) -> Option<Option<Id>> {
        loop {
            let otherwise = self.node.otherwise?;
            self.captures.turn()?;
            self.come_to(otherwise);
            let before = self.captured().checked_sub(1).map_or(0, |last| self.captures.end(last));
            if let Some(rest) = self.path.get(before + usize::from(self.node.place.offset)..) {
                self.rest = rest;
                return Some(None);
            }
            // The path ends before the slash that the place is behind.
            if let Way::RestOrNothing(leaf) = self.node.way {
                self.rest = &[];
                return Some(Some(self.take_rest(leaf)));
            }
        }
    }

    #[inline]
    fn come_to(&mut self, id: Id) {
        self.node = self.tree.node(id);
        #[cfg(test)]
        {
            self.steps += 1;
        }
    }

    /// Captures these bytes of the rest.
    #[inline]
    fn capture(&mut self, start: usize, end: usize) {
        let before = self.path.len() - self.rest.len();
        self.captures.put(self.captured(), before + start, before + end);
    }

    #[inline]
    fn take_rest(&mut self, leaf: Id) -> Id {
        self.capture(0, self.rest.len());
        self.captures.keep(self.captured() + 1);
        leaf
    }

    /// How many captures are before the node.
    #[inline]
    fn captured(&self) -> usize {
        usize::from(self.node.place.captures)
    }

    /// Gives up.
    #[inline]
    pub(super) fn into_captures(self) -> &'a mut Captures {
        self.captures
    }
}
