//! The routing table: method and normalised path to route and captures.

mod captures;
mod literals;
mod methods;
#[cfg(test)]
mod model_test;
mod normal;
mod paths;
mod pattern;
#[cfg(test)]
mod proof_test;
mod seedling;
mod segment;
#[cfg(test)]
mod semantics_test;
mod tree;
mod walk;

use http::Method;

pub(crate) use captures::Captures;
pub(crate) use methods::Allow;
pub(crate) use normal::{decode, normalize};
pub(crate) use pattern::Pattern;

use methods::{MethodSet, Methods};
use seedling::Seedling;
use tree::{Id, Tree};
use walk::Walk;

/// The routes of an app, ready for lookup.
#[derive(Debug)]
pub(crate) struct Router {
    methods: Methods,
    all: MethodSet,
    tree: Tree,
}

/// What a lookup finds.
#[expect(clippy::enum_variant_names, reason = "the variants are the names of the statuses")]
#[derive(Clone, Copy, Debug)]
pub(crate) enum Found<'r> {
    /// The route with this index.
    Route(usize),
    /// The path is that of some routes, but of none for this method.
    MethodNotAllowed(Allow<'r>),
    /// No route has this path.
    NotFound,
}

impl Router {
    /// How many methods a table can tell apart: a node's are the bits of one number.
    pub(crate) const MOST_METHODS: usize = u64::BITS as usize;
    /// Those that have their bit in every table.
    pub(crate) const STANDARD_METHODS: usize = 9;

    /// Routes get the indices from 0 on, in the order given.
    ///
    /// Of routes with the same method and a path of the same shape the first is kept; a table's const proof rejects the
    /// others before it comes to this.
    ///
    /// # Panics
    ///
    /// When the routes have more than 64 methods, counting nine standard ones.
    pub(crate) fn new<'a>(routes: impl IntoIterator<Item = Pattern<'a>>) -> Self {
        let mut methods = Methods::default();
        let mut seedling = Seedling::new();
        for (index, pattern) in routes.into_iter().enumerate() {
            let leaf = seedling.leaf(pattern.steps().collect());
            for token in pattern.methods {
                seedling.put(leaf, methods.intern(token), index);
            }
        }
        let tree = seedling.freeze(methods.width());
        Self { methods, all: tree.all_methods(), tree }
    }

    /// The most specific of the routes that answer `method` at `path`, which is [normalised](normalize).
    ///
    /// Leaves the captures of the route found in `captures`, and none where no route is found.
    pub(crate) fn find(&self, method: &Method, path: &str, captures: &mut Captures) -> Found<'_> {
        captures.truncate(0);
        let [b'/', rest @ ..] = path.as_bytes() else {
            return Found::NotFound;
        };
        if path.len() > usize::from(u16::MAX) {
            return Found::NotFound;
        }
        let column = self.methods.column(method);
        let mut others = MethodSet::default();
        // Nothing is more specific than a path without captures.
        if let Some(leaf) = self.tree.paths.find(path.as_bytes()) {
            if let Some(route) = self.tree.route(leaf, column) {
                return Found::Route(route);
            }
            others = self.tree.methods(leaf);
        }
        let mut walk = Walk::new(&self.tree, path, column, captures);
        match walk.follow(Id::ROOT, rest) {
            Some(route) => Found::Route(route),
            None => {
                others.extend(walk.others);
                captures.truncate(0);
                self.not_found(others)
            }
        }
    }

    fn not_found(&self, others: MethodSet) -> Found<'_> {
        if others.is_empty() {
            Found::NotFound
        } else {
            Found::MethodNotAllowed(Allow::new(&self.methods, others))
        }
    }

    /// Whether some route answers this method; `GET` routes answer `HEAD`.
    pub(crate) fn knows(&self, method: &Method) -> bool {
        self.all.contains(self.methods.column(method))
    }

    /// The methods of all routes, the answer to `OPTIONS *` (RFC 9110 §9.3.7).
    pub(crate) fn all_methods(&self) -> Allow<'_> {
        Allow::new(&self.methods, self.all)
    }
}
