//! The routing table: method and normalised path to route and captures.

mod captures;
#[cfg(test)]
mod cost_test;
mod freeze;
mod hash;
mod literals;
mod methods;
#[cfg(test)]
mod model_test;
mod normal;
mod pattern;
#[cfg(test)]
mod proof_test;
mod seedling;
#[cfg(test)]
mod semantics_test;
mod sieve;
mod steps;
mod tree;
mod walk;
mod word;

use http::Method;

pub(crate) use captures::Captures;
pub(crate) use methods::{Allow, MethodSet};
#[cfg(feature = "tower")]
pub(crate) use normal::normal_prefix;
pub(crate) use normal::{Malformed, decode, normalize};
pub(crate) use pattern::{Pattern, captured};

use freeze::freeze;
use methods::{Column, Methods};
use normal::{has_any, has_odd};
use seedling::Seedling;
use sieve::{Sieve, Sift};
use tree::{Leaf, Node, Tree};
use walk::{MOST_TURNS, Stop, Walk};
use word::Word;

/// The routes of an app, ready for lookup.
#[derive(Debug)]
pub(crate) struct Router {
    methods: Methods,
    all: MethodSet,
    tree: Tree,
    /// Of a table in which a walk may have to turn back more often than it does.
    sieve: Option<Box<dyn Sift>>,
}

/// Makes the sieve of a hard table: a pointer, so that a program whose table cannot be one has none of that code.
#[derive(Clone, Copy, Debug)]
pub(crate) struct MakeSieve(fn(&Seedling<'_>, &Tree, usize) -> Box<dyn Sift>);

impl MakeSieve {
    pub(crate) const ANY: Self =
        Self(|seedling, tree, width| Box::new(Sieve::new(seedling, &tree.leaves, width)));

    /// For a table whose routes are [`captured`] so often, all together.
    pub(crate) const fn for_captured(captured: usize) -> Option<Self> {
        if captured < MOST_TURNS { None } else { Some(Self::ANY) }
    }
}

/// What is found, and the path it was found with where the requested one is not normal.
pub(crate) type LookedUp = Result<(Found, Option<String>), Malformed>;

/// What a lookup finds.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Found {
    /// The route with this index.
    Route(usize),
    /// The path is that of some routes, all of them for [these methods](Router::allow).
    OtherMethods(MethodSet),
    /// No route has this path.
    Nothing,
}

impl Router {
    /// How many methods a table can tell apart: a leaf's are the bits of one number.
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
    /// When the routes have more than 64 methods, counting nine standard ones, or one has more than 16 captures.
    pub(crate) fn new<'a>(
        routes: impl IntoIterator<Item = Pattern<'a>>,
        make_sieve: Option<MakeSieve>,
    ) -> Self {
        Self::with_sieve(routes, |seedling| seedling.most_ways() > MOST_TURNS, make_sieve)
    }

    /// With a sieve if the table is hard.
    fn with_sieve<'a>(
        routes: impl IntoIterator<Item = Pattern<'a>>,
        is_hard: fn(&Seedling<'_>) -> bool,
        make_sieve: Option<MakeSieve>,
    ) -> Self {
        let mut methods = Methods::default();
        let routes = routes.into_iter();
        let mut seedling = Seedling::with_capacity(routes.size_hint().0);
        for (index, pattern) in routes.enumerate() {
            // No path that is looked up has segments of dots.
            if pattern.has_dots() {
                continue;
            }
            let leaf = seedling.leaf(&pattern);
            for token in pattern.methods {
                seedling.put(leaf, methods.intern(token), index);
            }
        }
        let tree = freeze(&mut seedling);
        let make_sieve = make_sieve.filter(|_| is_hard(&seedling));
        let sieve = make_sieve.map(|MakeSieve(make)| make(&seedling, &tree, methods.width()));
        Self { methods, all: tree.all_methods(), tree, sieve }
    }

    /// What [`find`](Self::find) does, with a path as it is requested. `None` where that may have another normal form, or is
    /// too long for a table: [`look_up_odd`](Self::look_up_odd) does it then.
    ///
    /// What literal text alone has matched is normal, as that is. Other paths are looked at, once the tree has said what
    /// they lead to. The first word of the path is asked before a walk is begun: half of what is found nowhere is so there.
    // Inlined in the one hot place that calls it, the whole lookup is in registers: whatever else it calls, it calls last.
    #[inline(always)]
    pub(crate) fn look_up(&self, method: &Method, path: &str, captures: &mut Captures) -> Option<Found> {
        *captures = Captures::new();
        let Some(text) = self.tree.start.find(Word::first(path.as_bytes(), path.as_bytes())) else {
            return nothing_if_plain(path);
        };
        let Some(rest) = path.as_bytes().get(text.len()..) else {
            return self.end_at(method, path, captures, &text.to);
        };
        let mut walk = Walk::new(&text.to, rest, path, captures);
        let stop = walk.go::<true>();
        let has_captured = walk.has_captured();
        let (node, rest) = walk.place();
        match stop {
            Stop::At(leaf) if has_captured && has_any(path.as_bytes()) => {
                self.settle_if_plain(method, path, captures, node, Some(leaf))
            }
            Stop::At(leaf) => Some(self.settle(method, path, captures, node, leaf)),
            Stop::Nowhere => nothing_if_plain(path),
            Stop::Spent => self.settle_if_plain(method, path, captures, node, None),
            Stop::Before => self.go_on(method, path, captures, node, rest),
        }
    }

    /// The same where the path ends with its first word, at this node.
    #[inline(always)]
    fn end_at(&self, method: &Method, path: &str, captures: &mut Captures, node: &Node) -> Option<Found> {
        match &node.end {
            Some(leaf) => Some(self.settle(method, path, captures, node, leaf)),
            None if node.otherwise.is_none() => nothing_if_plain(path),
            None => self.go_on(method, path, captures, &self.tree.root, path.as_bytes()),
        }
    }

    /// The same from a node on that a quick walk stops before.
    #[inline(never)]
    fn go_on(
        &self,
        method: &Method,
        path: &str,
        captures: &mut Captures,
        node: &Node,
        rest: &[u8],
    ) -> Option<Found> {
        let mut walk = Walk::again(node, rest, path, captures);
        let leaf = walk.first();
        let (node, _) = walk.place();
        self.settle_if_plain(method, path, captures, node, leaf)
    }

    #[inline(never)]
    fn settle_if_plain(
        &self,
        method: &Method,
        path: &str,
        captures: &mut Captures,
        node: &Node,
        leaf: Option<&Leaf>,
    ) -> Option<Found> {
        (!has_odd(path.as_bytes())).then(|| self.settle_any(method, path, captures, node, leaf))
    }

    /// The same for any path; and its normal form, where that is another.
    #[cold]
    #[inline(never)]
    pub(crate) fn look_up_odd(&self, method: &Method, path: &str, captures: &mut Captures) -> LookedUp {
        let normal = normalize(path)?;
        let found = self.find(method, normal.as_deref().unwrap_or(path), captures);
        Ok((found, normal))
    }

    /// The most specific of the routes that answer `method` at `path`, which is [normalised](normalize).
    ///
    /// Leaves the captures of the route found in `captures`, and none where no route is found.
    ///
    /// What it costs is linear in the path: a [walk] that turns back no more than a number of times, and where that does not
    /// do a [sieve], to which all ways together are one.
    pub(crate) fn find(&self, method: &Method, path: &str, captures: &mut Captures) -> Found {
        captures.clear();
        captures.set_coded();
        if path.is_empty() || path.len() > usize::from(u16::MAX) {
            return Found::Nothing;
        }
        let mut walk = Walk::new(&self.tree.root, path.as_bytes(), path, captures);
        let leaf = walk.first();
        let (node, _) = walk.place();
        self.settle_any(method, path, captures, node, leaf)
    }

    fn settle_any(
        &self,
        method: &Method,
        path: &str,
        captures: &mut Captures,
        node: &Node,
        leaf: Option<&Leaf>,
    ) -> Found {
        match leaf {
            Some(leaf) => self.settle(method, path, captures, node, leaf),
            None if node.otherwise.is_some() => self.sift(self.methods.column(method), path, captures),
            None => Found::Nothing,
        }
    }

    /// What is found where a walk came to this leaf first, and to this node.
    #[inline(always)]
    fn settle(
        &self,
        method: &Method,
        path: &str,
        captures: &mut Captures,
        node: &Node,
        leaf: &Leaf,
    ) -> Found {
        let column = self.methods.column(method);
        match leaf.route(column) {
            Some(route) => Found::Route(route),
            None if node.otherwise.is_some() => self.find_less_specific(column, path, captures, node, leaf),
            None => {
                captures.clear();
                Found::OtherMethods(leaf.methods)
            }
        }
    }

    /// The same where the route found first answers other methods alone.
    #[cold]
    fn find_less_specific(
        &self,
        column: Column,
        path: &str,
        captures: &mut Captures,
        node: &Node,
        leaf: &Leaf,
    ) -> Found {
        let mut others = leaf.methods;
        // The literal text that was found first may have escapes, which are a capture's now.
        captures.set_coded();
        let mut walk = Walk::again(node, &[], path, captures);
        while let Some(leaf) = walk.next() {
            if let Some(route) = leaf.route(column) {
                return Found::Route(route);
            }
            others.extend(leaf.methods);
        }
        let (node, _) = walk.place();
        captures.clear();
        if node.otherwise.is_some() { self.sift(column, path, captures) } else { Found::OtherMethods(others) }
    }

    /// The same where a walk has turned back as often as it may.
    #[cold]
    fn sift(&self, column: Column, path: &str, captures: &mut Captures) -> Found {
        let Some(sieve) = &self.sieve else { return Found::Nothing };
        match sieve.find(column, path, captures) {
            Ok(leaf) => self.tree.leaves[leaf.index()].route(column).map_or(Found::Nothing, Found::Route),
            Err(none) if none == MethodSet::default() => Found::Nothing,
            Err(others) => Found::OtherMethods(others),
        }
    }

    /// What the field `Allow` says of these methods.
    pub(crate) fn allow(&self, methods: MethodSet) -> Allow<'_> {
        Allow::new(&self.methods, methods)
    }

    /// Whether some route answers this method; `GET` routes answer `HEAD`.
    pub(crate) fn knows(&self, method: &Method) -> bool {
        self.all.contains(self.methods.column(method))
    }

    /// The methods of all routes, the answer to `OPTIONS *` (RFC 9110 §9.3.7).
    pub(crate) fn all_methods(&self) -> Allow<'_> {
        self.allow(self.all)
    }
}

/// What is found nowhere, unless the path may have another normal form.
#[inline(always)]
fn nothing_if_plain(path: &str) -> Option<Found> {
    (!has_any(path.as_bytes()) || !has_odd(path.as_bytes())).then_some(Found::Nothing)
}
