//! From a [`Seedling`] to a [`Tree`]: nodes with one kind of way each, and up to eight bytes of literal text.

use std::mem::take;
use std::ops::Range;
use std::sync::Arc;

use super::hash::Hash;
use super::literals::{Few, Many, Start, Text, Texts};
use super::seedling::{Seedling, Sprout};
use super::steps::Steps;
use super::tree::{Id, Leaf, Node, Place, Tree, Way};
use super::word::{WORD, Word};

/// The tree of a seedling, whose leaves it takes.
pub(super) fn freeze(seedling: &mut Seedling<'_>) -> Tree {
    let leaves = seedling.take_leaves();
    let mut freezer = Freezer { seedling, leaves: &leaves, literals: Vec::new(), bytes: Vec::new() };
    freezer.add(0..0, "", Id::FIRST);
    let all = freezer.through(0);
    let ground = Ground::default();
    let root = Arc::new(ground.node(freezer.texts(all, 0, &ground)));
    Tree { start: Start::new(&root), root, leaves }
}

#[derive(Debug)]
struct Freezer<'s> {
    seedling: &'s Seedling<'s>,
    leaves: &'s [Arc<Leaf>],
    /// Of the places between the root and where it is; those of one place stand side by side.
    literals: Vec<Literal>,
    /// Their texts.
    bytes: Vec<u8>,
}

/// What the nodes of one place have in common.
#[derive(Clone, Debug, Default)]
struct Ground {
    otherwise: Option<Arc<Node>>,
    place: Place,
}

impl Ground {
    fn node(&self, way: Way) -> Node {
        Node { way, end: None, otherwise: self.otherwise.clone(), place: self.place }
    }

    /// Puts this way behind all that follow here.
    fn put_behind(&mut self, way: Way) {
        if !matches!(way, Way::None) {
            self.otherwise = Some(Arc::new(self.node(way)));
        }
    }

    /// The ground `len` bytes further.
    fn behind_text(&self, len: usize) -> Self {
        // No path that is looked up is longer than the most that this can say.
        let offset = u16::try_from(len).map_or(u16::MAX, |len| self.place.offset.saturating_add(len));
        Self { otherwise: self.otherwise.clone(), place: Place { offset, ..self.place } }
    }

    /// The ground behind a capture with so many bytes after it.
    fn behind_capture(&self, len: usize) -> Self {
        let place = Place { captures: self.place.captures + 1, offset: 0 };
        Self { otherwise: self.otherwise.clone(), place }.behind_text(len)
    }
}

/// Literal segments, each with a slash after it, and the sprout behind them.
#[derive(Clone, Copy, Debug)]
struct Literal {
    /// Where its text is. A word of zeros follows that where the path ends, for nothing else follows the slash at the end of a path.
    start: usize,
    end: usize,
    /// How long it is without these.
    len: usize,
    to: Id,
}

impl<'s> Freezer<'s> {
    fn leaf(&self, id: Id) -> Arc<Leaf> {
        self.leaves[id.index()].clone()
    }

    /// The node of the sprout, and one behind it for each less specific kind of way.
    fn grow(&mut self, sprout: Id, mut ground: Ground) -> Arc<Node> {
        let sprout = self.seedling.sprout(sprout);
        if let Some(leaf) = sprout.rest_or_nothing {
            // A walk whose path ends at the sprout's first node goes on with those behind it, so this is one of those.
            ground.put_behind(Way::RestOrNothing(self.leaf(leaf)));
        }
        let mut way = sprout.rest.map_or(Way::None, |leaf| Way::Rest(self.leaf(leaf)));
        if let Some(to) = sprout.capture {
            ground.put_behind(take(&mut way));
            way = Way::Capture(self.grow(to, ground.behind_capture(1)));
        }
        for (partial, to) in self.seedling.partials(sprout).into_iter().rev() {
            ground.put_behind(take(&mut way));
            let to = self.grow(to, ground.behind_capture(partial.suffix_len() + 1));
            way = Way::Partial(partial.clone().into(), to);
        }
        if sprout.literals_follow() {
            ground.put_behind(take(&mut way));
            way = self.literals(sprout, &ground);
        }
        let end = sprout.end.map(|leaf| self.leaf(leaf));
        Arc::new(Node { way, end, otherwise: ground.otherwise, place: ground.place })
    }

    fn literals(&mut self, sprout: &Sprout<'_>, ground: &Ground) -> Way {
        let (first, start) = (self.literals.len(), self.bytes.len());
        self.add_behind(0..0, sprout);
        let all = self.through(first);
        let way = self.texts(all, 0, ground);
        self.literals.truncate(first);
        self.bytes.truncate(start);
        way
    }

    /// Makes the literals from the one at `first` on as long as can be: to where something ends or something else can follow.
    fn through(&mut self, first: usize) -> Range<usize> {
        let mut at = first;
        while let Some(literal) = self.literals.get(at) {
            let sprout = self.seedling.sprout(literal.to);
            if sprout.only_literals_follow() && sprout.literals_follow() && sprout.end.is_none() {
                let shorter = self.literals.swap_remove(at);
                self.add_behind(shorter.start..shorter.end, sprout);
            } else {
                at += 1;
            }
        }
        first..at
    }

    /// Adds the literals behind a sprout, to which these bytes lead.
    fn add_behind(&mut self, before: Range<usize>, sprout: &Sprout<'_>) {
        for (segment, to) in self.seedling.literals(sprout) {
            self.add(before.clone(), segment, to);
        }
    }

    fn add(&mut self, before: Range<usize>, segment: &str, to: Id) {
        let start = self.bytes.len();
        self.bytes.extend_from_within(before);
        self.bytes.extend_from_slice(segment.as_bytes());
        self.bytes.push(b'/');
        let len = self.bytes.len() - start;
        let sprout = self.seedling.sprout(to);
        if sprout.only_literals_follow() && !sprout.literals_follow() {
            self.bytes.extend_from_slice(&[0; WORD]);
        }
        self.literals.push(Literal { start, end: self.bytes.len(), len, to });
    }

    /// The way with these literals, of which the bytes before `at` are equal and passed already.
    fn texts(&mut self, some: Range<usize>, at: usize, ground: &Ground) -> Way {
        match self.literals[some.clone()] {
            [] => Way::None,
            [literal] => self.chain(some, at, literal.len, ground),
            _ => {
                let common = self.common(&some, at);
                // What they have in common is passed by words, and the table begins with what is left of that, so long as
                // the table's word still tells them apart.
                let passed = at + (common - at) / WORD * WORD;
                let width = self.width(&some, at);
                if passed > at && common - passed < self.width(&some, passed) {
                    self.chain(some, at, passed, ground)
                } else if common - at >= width {
                    self.chain(some, at, common, ground)
                } else {
                    let groups = self.part(&some, at, width);
                    // Where each of the groups needs one more table, that table may as well stand where they begin to differ.
                    if common > at && groups.iter().all(|group| group.len() > 1) {
                        self.chain(some, at, common, ground)
                    } else {
                        self.table(groups, at, width, ground)
                    }
                }
            }
        }
    }

    /// The way with the text until `end`, which all the literals have in common.
    fn chain(&mut self, some: Range<usize>, at: usize, end: usize, ground: &Ground) -> Way {
        let bytes = self.text(some.start);
        let bytes =
            if some.len() == 1 { bytes.start + at..bytes.end } else { bytes.start + at..bytes.start + end };
        let mut start = (end - at).saturating_sub(1) / WORD * WORD;
        let mut to = self.behind(some, end, ground);
        loop {
            let way = Way::Literal(Text::new(&self.bytes[bytes.start + start..bytes.end], to));
            if start == 0 {
                return way;
            }
            to = Arc::new(ground.behind_text(at + start).node(way));
            start -= WORD;
        }
    }

    /// The node behind the first `at` bytes of the literals, which are equal.
    fn behind(&mut self, some: Range<usize>, at: usize, ground: &Ground) -> Arc<Node> {
        match self.literals[some.clone()] {
            [literal] if at >= literal.len => self.grow(literal.to, ground.behind_text(literal.len)),
            _ => {
                let way = self.texts(some, at, ground);
                Arc::new(ground.behind_text(at).node(way))
            }
        }
    }

    /// A table of what these groups begin with behind `at`, which differs in the first `width` bytes.
    fn table(&mut self, groups: Vec<Range<usize>>, at: usize, width: usize, ground: &Ground) -> Way {
        let text = |group: Range<usize>| {
            let start = self.text(group.start).start;
            let end = self.common(&group, at).min(at + WORD);
            let to = self.behind(group, end, ground);
            Text::new(&self.bytes[start + at..start + end], to)
        };
        let texts = Texts { texts: groups.into_iter().map(text).collect(), width };
        Few::new(texts).map_or_else(|texts| Way::Many(Many::new(texts)), Way::Few)
    }

    /// Where the text of a literal is.
    fn text(&self, literal: usize) -> Range<usize> {
        self.literals[literal].start..self.literals[literal].end
    }

    /// How many of the first bytes are equal in all of the literals; those before `at` are.
    fn common(&self, some: &Range<usize>, at: usize) -> usize {
        let behind = |literal: &Literal| &self.bytes[literal.start + at..literal.end];
        let mut texts = self.literals[some.clone()].iter().map(behind);
        let mut common = texts.next().unwrap_or_default();
        for text in texts {
            if !text.starts_with(common) {
                let equal = common.iter().zip(text).take_while(|(a, b)| a == b).count();
                common = &common[..equal];
            }
        }
        at + common.len()
    }

    /// How many bytes after `at` the shortest of the literals has, of one word at most.
    fn width(&self, some: &Range<usize>, at: usize) -> usize {
        let least = self.literals[some.clone()].iter().map(|literal| literal.end - literal.start).min();
        least.map_or(0, |least| WORD.min(least - at))
    }

    /// Puts those side by side that the `width` bytes after `at` do not tell apart.
    fn part(&mut self, some: &Range<usize>, at: usize, width: usize) -> Vec<Range<usize>> {
        let literals = self.literals[some.clone()].to_vec();
        let mut steps = Steps::with_capacity(literals.len());
        // Of each group its word, and how many it has.
        let mut groups: Vec<(u64, usize)> = Vec::new();
        let group = |literal: &Literal| {
            let word = Word::short(&self.bytes[literal.start + at..][..width]).0;
            let hash = Hash::of(word);
            let known = steps.find(hash, |group| groups[group.index() - 1].0 == word);
            let group = known.unwrap_or_else(|| {
                groups.push((word, 0));
                let group = Id::new(groups.len());
                steps.put(hash, group);
                group
            });
            groups[group.index() - 1].1 += 1;
            group.index() - 1
        };
        let group_of: Vec<usize> = literals.iter().map(group).collect();
        let mut end = some.start;
        let place = |(_, len)| {
            end += len;
            end - len..end - len
        };
        let mut groups: Vec<Range<usize>> = groups.into_iter().map(place).collect();
        for (literal, group) in literals.into_iter().zip(group_of) {
            self.literals[groups[group].end] = literal;
            groups[group].end += 1;
        }
        groups
    }
}
