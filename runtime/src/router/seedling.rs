//! `Seedling`: a tree that still grows, one pattern after the other.

use std::collections::HashMap;

use super::literals::Literals;
use super::methods::{Column, GET, HEAD, MethodSet};
use super::paths::Paths;
use super::pattern::Step;
use super::tree::{Id, Node, Tree, Ways};

#[derive(Debug)]
pub(super) struct Seedling<'a> {
    /// The leaf of each pattern without captures.
    paths: HashMap<String, Id>,
    nodes: Vec<Node>,
    /// Where each step leads to from each node; rests lead nowhere, they are leaves.
    steps: HashMap<(Id, Step<'a>), Id>,
    leaves: Leaves,
}

/// The routes of each leaf with their methods.
type Leaves = Vec<Vec<(Column, Id)>>;

impl<'a> Seedling<'a> {
    pub(super) fn new() -> Self {
        let nodes = vec![Node::default()];
        Self { paths: HashMap::new(), nodes, steps: HashMap::new(), leaves: Leaves::new() }
    }

    /// The leaf of the pattern with these steps.
    pub(super) fn leaf(&mut self, steps: Vec<Step<'a>>) -> Id {
        if let Some(path) = literal_path(&steps) {
            return *self.paths.entry(path).or_insert_with(|| sprout(&mut self.leaves));
        }
        let mut node = Id::ROOT;
        for step in steps {
            node = match step {
                Step::Rest => return leaf_in(&mut self.nodes[node.index()].rest, &mut self.leaves),
                Step::RestOrNothing => {
                    return leaf_in(&mut self.nodes[node.index()].rest_or_nothing, &mut self.leaves);
                }
                step => self.follow(node, step),
            };
        }
        leaf_in(&mut self.nodes[node.index()].end, &mut self.leaves)
    }

    fn follow(&mut self, from: Id, step: Step<'a>) -> Id {
        *self.steps.entry((from, step)).or_insert_with(|| {
            self.nodes.push(Node::default());
            Id::at(self.nodes.len() - 1)
        })
    }

    /// Puts a route at a leaf, unless one that answers the same method is there before it.
    pub(super) fn put(&mut self, leaf: Id, column: Column, route: usize) {
        let routes = &mut self.leaves[leaf.index()];
        if routes.iter().all(|(taken, _)| *taken != column) {
            routes.push((column, Id::at(route)));
        }
    }

    /// The tree for lookups in a table with `width` columns of methods.
    pub(super) fn freeze(mut self, width: usize) -> Tree {
        let mut literals = Vec::new();
        let mut partials = Vec::new();
        for ((from, step), to) in self.steps {
            match step {
                Step::Literal(text) => literals.push((from, text, to)),
                Step::Partial(partial) => partials.push((from, partial, to)),
                Step::Capture => self.nodes[from.index()].capture = Some(to),
                Step::Rest | Step::RestOrNothing => {}
            }
        }
        literals.sort_unstable_by_key(|(.., to)| *to);
        partials.sort_unstable_by_key(|(from, partial, _)| (*from, partial.rank()));
        for (at, (from, ..)) in (0..).zip(&partials) {
            let range = &mut self.nodes[from.index()].partials;
            range.start = if range.end == 0 { at } else { range.start };
            range.end = at + 1;
        }
        mark_ways(&mut self.nodes, literals.iter().map(|(from, ..)| *from));
        let mut paths: Vec<_> = self.paths.into_iter().collect();
        paths.sort_unstable_by_key(|(_, leaf)| *leaf);
        let (leaves, routes) = rows(&self.leaves, width);
        Tree {
            paths: Paths::new(&paths),
            nodes: self.nodes.into(),
            literals: Literals::new(&literals),
            partials: partials.into_iter().map(|(_, partial, to)| (partial, to)).collect(),
            leaves,
            routes,
            width,
        }
    }
}

/// The whole of a path without captures.
fn literal_path(steps: &[Step<'_>]) -> Option<String> {
    steps.iter().map(|step| Some(["/", step.literal()?].concat())).collect()
}

fn sprout(leaves: &mut Leaves) -> Id {
    leaves.push(Vec::new());
    Id::at(leaves.len() - 1)
}

fn leaf_in(place: &mut Option<Id>, leaves: &mut Leaves) -> Id {
    *place.get_or_insert_with(|| sprout(leaves))
}

fn mark_ways(nodes: &mut [Node], literals_from: impl Iterator<Item = Id>) {
    for node in nodes.iter_mut() {
        let others = node.partials.end > 0 || node.rest.is_some() || node.rest_or_nothing.is_some();
        node.ways = match node.capture {
            _ if others => Ways::Many,
            Some(_) => Ways::Capture,
            None => Ways::None,
        };
    }
    for from in literals_from {
        let ways = &mut nodes[from.index()].ways;
        *ways = if matches!(*ways, Ways::None | Ways::Literals) { Ways::Literals } else { Ways::Many };
    }
}

/// The methods and the row of routes of each leaf, `GET` answering `HEAD` where nothing else does (RFC 9110 §9.3.2).
fn rows(leaves: &[Vec<(Column, Id)>], width: usize) -> (Box<[MethodSet]>, Box<[Option<Id>]>) {
    let mut methods = vec![MethodSet::default(); leaves.len()];
    let mut routes = vec![None; leaves.len() * width];
    for ((set, row), leaf) in methods.iter_mut().zip(routes.chunks_exact_mut(width)).zip(leaves) {
        for (column, route) in leaf {
            row[column.index()] = Some(*route);
            set.insert(*column);
        }
        if set.contains(GET) && !set.contains(HEAD) {
            row[HEAD.index()] = row[GET.index()];
            set.insert(HEAD);
        }
    }
    (methods.into(), routes.into())
}
