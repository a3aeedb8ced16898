//! From a [`Seedling`] to a [`Tree`]: nodes with one kind of way each, and up to eight bytes of literal text.

use super::literals::{Table, Text};
use super::pattern::Partial;
use super::seedling::{Seedling, Sprout};
use super::tree::{Id, Node, Place, Tree, Way};
use super::word::WORD;

/// The tree for lookups in a table with `width` columns of methods.
pub(super) fn freeze(seedling: &Seedling<'_>, width: usize) -> Tree {
    let mut freezer = Freezer {
        sprouts: &seedling.sprouts,
        nodes: vec![Node::default(), Node::default()],
        waiting: Vec::new(),
    };
    let first = freezer.through(vec![Literal::new(b"", "", Id::FIRST)]);
    freezer.nodes[Id::FIRST.index()].way = freezer.texts(&first, 0, Ground::default());
    while let Some((sprout, node)) = freezer.waiting.pop() {
        freezer.grow(sprout, node);
    }
    let (leaves, routes) = seedling.rows(width);
    Tree { nodes: freezer.nodes.into(), leaves, routes, width }
}

#[derive(Debug)]
struct Freezer<'s> {
    sprouts: &'s [Sprout<'s>],
    nodes: Vec<Node>,
    /// The sprouts that have a node and no ways yet.
    waiting: Vec<(Id, Id)>,
}

/// What the nodes of one place have in common.
#[derive(Clone, Copy, Debug, Default)]
struct Ground {
    otherwise: Option<Id>,
    place: Place,
}

impl Ground {
    /// The ground `len` bytes further.
    fn behind_text(mut self, len: usize) -> Self {
        // No path that is looked up is longer than the most that this can say.
        self.place.offset = u16::try_from(len).map_or(u16::MAX, |len| self.place.offset.saturating_add(len));
        self
    }

    /// The ground behind a capture with so many bytes after it.
    fn behind_capture(mut self, len: usize) -> Self {
        self.place = Place { captures: self.place.captures + 1, offset: 0 };
        self.behind_text(len)
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
        let text = [before, segment.as_bytes(), b"/"].concat();
        Self { len: text.len(), text, to }
    }
}

impl<'s> Freezer<'s> {
    fn node(&mut self, way: Way, ground: Ground) -> Id {
        let Ground { otherwise, place } = ground;
        self.nodes.push(Node { way, otherwise, place, ..Node::default() });
        Id::new(self.nodes.len() - 1)
    }

    fn node_of(&mut self, sprout: Id, ground: Ground) -> Id {
        let id = self.node(Way::None, ground);
        self.nodes[id.index()].end = self.sprouts[sprout.index()].end;
        self.waiting.push((sprout, id));
        id
    }

    /// Gives the node of the sprout, and a node behind it for each less specific kind, their ways.
    fn grow(&mut self, sprout: Id, first: Id) {
        let Node { otherwise, place, .. } = self.nodes[first.index()];
        let mut ground = Ground { otherwise, place };
        for (at, kind) in self.kinds(&self.sprouts[sprout.index()]).into_iter().enumerate().rev() {
            let way = self.way(kind, ground);
            if at > 0 {
                ground.otherwise = Some(self.node(way, ground));
            } else {
                let node = &mut self.nodes[first.index()];
                (node.way, node.otherwise) = (way, ground.otherwise);
            }
        }
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

    fn way(&mut self, kind: Kind<'_>, ground: Ground) -> Way {
        match kind {
            Kind::None => Way::None,
            Kind::Literals(literals) => self.texts(&literals, 0, ground),
            Kind::Partial(partial, to) => {
                let to = self.node_of(to, ground.behind_capture(partial.suffix_len() + 1));
                Way::Partial(partial.clone().into(), to)
            }
            Kind::Capture(to) => Way::Capture(self.node_of(to, ground.behind_capture(1))),
            Kind::Rest(leaf) => Way::Rest(leaf),
            Kind::RestOrNothing(leaf) => Way::RestOrNothing(leaf),
        }
    }

    /// The literals, sorted and each as long as can be: to where something ends or something else can follow.
    fn through(&self, mut literals: Vec<Literal>) -> Vec<Literal> {
        let mut through = Vec::new();
        while let Some(mut literal) = literals.pop() {
            let sprout = &self.sprouts[literal.to.index()];
            let only_literals = sprout.only_literals_follow();
            if only_literals && sprout.literals.is_empty() {
                literal.text.extend([0; WORD]);
            } else if only_literals && sprout.end.is_none() {
                let longer = sprout.literals.iter();
                literals.extend(longer.map(|(segment, to)| Literal::new(&literal.text, segment, *to)));
                continue;
            }
            through.push(literal);
        }
        through.sort_unstable();
        through
    }

    /// The way with these literals, of which the bytes before `at` are equal and passed already.
    fn texts(&mut self, literals: &[Literal], at: usize, ground: Ground) -> Way {
        match literals {
            [] => Way::None,
            [literal] => self.chain(literals, at, literal.len, ground),
            _ => {
                let common = common(literals, at);
                if common - at >= width(literals, at) {
                    self.chain(literals, at, common, ground)
                } else {
                    Way::Literals(self.table(literals, at, ground))
                }
            }
        }
    }

    /// The way with the text until `end`, which all the literals have in common.
    fn chain(&mut self, literals: &[Literal], at: usize, end: usize, ground: Ground) -> Way {
        let mut to = self.behind(literals, end, ground);
        let mut way = Way::None;
        for start in (at..end).step_by(WORD).rev() {
            if !matches!(way, Way::None) {
                to = self.node(way, ground.behind_text(start + WORD));
            }
            way = Way::Literal(Text::new(piece(literals, start), to));
        }
        way
    }

    /// The node behind the first `at` bytes of the literals, which are equal.
    fn behind(&mut self, literals: &[Literal], at: usize, ground: Ground) -> Id {
        match literals {
            [literal] if at >= literal.len => self.node_of(literal.to, ground.behind_text(literal.len)),
            _ => {
                let way = self.texts(literals, at, ground);
                self.node(way, ground.behind_text(at))
            }
        }
    }

    /// A table of the literals' next bytes, which differ in as many as all of them have.
    fn table(&mut self, literals: &[Literal], at: usize, ground: Ground) -> Table {
        let width = width(literals, at);
        let groups = literals.chunk_by(|a, b| a.text[at..at + width] == b.text[at..at + width]);
        let texts = groups.map(|group| {
            let piece = piece(group, at);
            Text::new(piece, self.behind(group, at + piece.len(), ground))
        });
        let texts: Vec<_> = texts.collect();
        Table::new(&texts, width)
    }
}

/// How many bytes after `at` the shortest of the literals has, of one word at most.
fn width(literals: &[Literal], at: usize) -> usize {
    literals.iter().map(|literal| literal.text.len() - at).min().unwrap_or(0).min(WORD)
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
