//! From a [`Seedling`] to a [`Tree`]: nodes with one kind of way each, and up to eight bytes of literal text.

use std::collections::BinaryHeap;
use std::sync::Arc;

use super::literals::{Few, Many, Start, Text, Texts};
use super::pattern::Partial;
use super::seedling::{Seedling, Sprout};
use super::tree::{Id, Leaf, Node, Place, Tree, Way};
use super::word::WORD;

/// The tree for lookups in a table with `width` columns of methods.
pub(super) fn freeze(seedling: &Seedling<'_>, width: usize) -> Tree {
    let leaves: Box<[Arc<Leaf>]> = seedling.rows(width).into_iter().map(Arc::new).collect();
    let freezer = Freezer { sprouts: &seedling.sprouts, leaves: &leaves };
    let first = freezer.through(vec![Literal::new(b"", "", Id::FIRST)]);
    let root = Arc::new(Ground::default().node(freezer.texts(&first, 0, &Ground::default())));
    Tree { start: Start::new(&root), root, leaves }
}

#[derive(Debug)]
struct Freezer<'s> {
    sprouts: &'s [Sprout<'s>],
    leaves: &'s [Arc<Leaf>],
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

/// One kind of way from a place, the more specific first.
enum Kind<'s> {
    None,
    Literals(Vec<Literal>),
    Partial(&'s Partial, Id),
    Capture(Id),
    Rest(Id),
    RestOrNothing(Id),
}

/// Literal segments, each with a slash after it, and the sprout behind them.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Literal {
    /// With a word of zeros where the path ends, for nothing else follows the slash at the end of a path.
    text: Vec<u8>,
    to: Id,
    len: usize,
}

impl Literal {
    fn new(before: &[u8], segment: &str, to: Id) -> Self {
        let len = before.len() + segment.len() + 1;
        let mut text = Vec::with_capacity(len + WORD);
        [before, segment.as_bytes(), b"/"].into_iter().for_each(|part| text.extend_from_slice(part));
        Self { len, text, to }
    }
}

impl<'s> Freezer<'s> {
    fn leaf(&self, id: Id) -> Arc<Leaf> {
        self.leaves[id.index()].clone()
    }

    /// The node of the sprout, and one behind it for each less specific kind of way.
    fn grow(&self, sprout: Id, mut ground: Ground) -> Arc<Node> {
        let sprout = &self.sprouts[sprout.index()];
        let mut kinds = self.kinds(sprout);
        let first = if kinds.is_empty() { Kind::None } else { kinds.remove(0) };
        for kind in kinds.into_iter().rev() {
            ground.otherwise = Some(Arc::new(ground.node(self.way(kind, &ground))));
        }
        let end = sprout.end.map(|leaf| self.leaf(leaf));
        Arc::new(Node { end, ..ground.node(self.way(first, &ground)) })
    }

    fn kinds(&self, sprout: &'s Sprout<'s>) -> Vec<Kind<'s>> {
        let literals = sprout.literals.iter().map(|(segment, to)| Literal::new(b"", segment, *to));
        let literals = self.through(literals.collect());
        let mut kinds = Vec::new();
        kinds.extend((!literals.is_empty()).then_some(Kind::Literals(literals)));
        kinds.extend(sprout.partials_in_order().into_iter().map(|(partial, to)| Kind::Partial(partial, *to)));
        kinds.extend(sprout.capture.map(Kind::Capture));
        kinds.extend(sprout.rest.map(Kind::Rest));
        if let Some(leaf) = sprout.rest_or_nothing {
            // A walk whose path ends at the sprout's first node goes on with those behind it, so this is one of those.
            if kinds.is_empty() {
                kinds.push(Kind::None);
            }
            kinds.push(Kind::RestOrNothing(leaf));
        }
        kinds
    }

    fn way(&self, kind: Kind<'_>, ground: &Ground) -> Way {
        match kind {
            Kind::None => Way::None,
            Kind::Literals(literals) => self.texts(&literals, 0, ground),
            Kind::Partial(partial, to) => {
                let to = self.grow(to, ground.behind_capture(partial.suffix_len() + 1));
                Way::Partial(partial.clone().into(), to)
            }
            Kind::Capture(to) => Way::Capture(self.grow(to, ground.behind_capture(1))),
            Kind::Rest(leaf) => Way::Rest(self.leaf(leaf)),
            Kind::RestOrNothing(leaf) => Way::RestOrNothing(self.leaf(leaf)),
        }
    }

    /// The literals, sorted and each as long as can be: to where something ends or something else can follow.
    fn through(&self, mut literals: Vec<Literal>) -> Vec<Literal> {
        let mut at = 0;
        while let Some(literal) = literals.get_mut(at) {
            let sprout = &self.sprouts[literal.to.index()];
            let only_literals = sprout.only_literals_follow();
            if only_literals && !sprout.literals.is_empty() && sprout.end.is_none() {
                let shorter = literals.swap_remove(at);
                let longer = sprout.literals.iter();
                literals.extend(longer.map(|(segment, to)| Literal::new(&shorter.text, segment, *to)));
                continue;
            }
            if only_literals && sprout.literals.is_empty() {
                literal.text.extend([0; WORD]);
            }
            at += 1;
        }
        // A slice's own sort is 7 KB of every program, for a few microseconds of the largest table.
        BinaryHeap::from(literals).into_sorted_vec()
    }

    /// The way with these literals, of which the bytes before `at` are equal and passed already.
    fn texts(&self, literals: &[Literal], at: usize, ground: &Ground) -> Way {
        match literals {
            [] => Way::None,
            [literal] => self.chain(literals, at, literal.len, ground),
            _ => {
                let common = common(literals, at);
                // What they have in common is passed by words, and the table begins with what is left of that, so long as
                // the table's word still tells them apart.
                let passed = at + (common - at) / WORD * WORD;
                if passed > at && common - passed < width(literals, passed) {
                    self.chain(literals, at, passed, ground)
                } else if common - at >= width(literals, at) || common > at && !ends_one(literals, at) {
                    self.chain(literals, at, common, ground)
                } else {
                    self.table(literals, at, ground)
                }
            }
        }
    }

    /// The way with the text until `end`, which all the literals have in common.
    fn chain(&self, literals: &[Literal], at: usize, end: usize, ground: &Ground) -> Way {
        let mut starts = (at..end).step_by(WORD).rev();
        let text = |start, to| Way::Literal(Text::new(piece(literals, start), to));
        let behind = self.behind(literals, end, ground);
        let last = starts.next().map_or(Way::None, |start| text(start, behind));
        starts.fold(last, |way, start| text(start, Arc::new(ground.behind_text(start + WORD).node(way))))
    }

    /// The node behind the first `at` bytes of the literals, which are equal.
    fn behind(&self, literals: &[Literal], at: usize, ground: &Ground) -> Arc<Node> {
        match literals {
            [literal] if at >= literal.len => self.grow(literal.to, ground.behind_text(literal.len)),
            _ => {
                let way = self.texts(literals, at, ground);
                Arc::new(ground.behind_text(at).node(way))
            }
        }
    }

    /// A table of the literals' next bytes, which differ in as many as all of them have.
    fn table(&self, literals: &[Literal], at: usize, ground: &Ground) -> Way {
        let width = width(literals, at);
        let texts = groups(literals, at).map(|group| {
            let piece = piece(group, at);
            Text::new(piece, self.behind(group, at + piece.len(), ground))
        });
        let texts = Texts { texts: texts.collect(), width };
        Few::new(&texts).map_or_else(|| Way::Many(Many::new(&texts)), Way::Few)
    }
}

/// How many bytes after `at` the shortest of the literals has, of one word at most.
fn width(literals: &[Literal], at: usize) -> usize {
    literals.iter().map(|literal| literal.text.len() - at).min().unwrap_or(0).min(WORD)
}

/// Those that a table of their next bytes does not tell apart.
fn groups(literals: &[Literal], at: usize) -> impl Iterator<Item = &[Literal]> {
    let width = width(literals, at);
    literals.chunk_by(move |a, b| a.text[at..at + width] == b.text[at..at + width])
}

/// Whether such a table tells one literal from all others, and not only groups of which each needs one more table.
fn ends_one(literals: &[Literal], at: usize) -> bool {
    groups(literals, at).any(|group| group.len() == 1)
}

/// The next bytes that are equal in all of the literals, of one word at most.
fn piece(literals: &[Literal], at: usize) -> &[u8] {
    &literals[0].text[at..common(literals, at).min(at + WORD)]
}

/// How many of the first bytes are equal in all of the sorted literals; those before `at` are.
fn common(literals: &[Literal], at: usize) -> usize {
    let ([first, ..], [.., last]) = (literals, literals) else { return at };
    at + first.text[at..].iter().zip(&last.text[at..]).take_while(|(a, b)| a == b).count()
}
