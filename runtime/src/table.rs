//! `Table`: handlers gathered by `routes!`, and the proofs over them.

use crate::place::{Below, Here};
use crate::route::RouteInfo;
use crate::router::Pattern;
use crate::state::Never;

mod access;
mod conflict;
mod entry;
mod keys;
mod mistaken;
mod node;
mod proof;
mod shape;
mod slots;

pub(crate) use access::without_auth;
pub use conflict::Conflict;
pub use keys::Keys;
pub use mistaken::EmptyTable;
pub use node::Node;
pub(crate) use proof::dangling;
pub use proof::{conflict, mistake, suffice};
pub use shape::{Shape, method_key};

/// Handlers with their routes: one handler, or what [`routes!`](crate::routes) makes of many.
///
/// It is not written by hand.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is neither a handler nor a table of handlers\nhelp: put `#[route(GET, \"/path\")]` on the function, and name it in a table: `routes![…]`",
    label = "no route stands on this"
)]
pub trait Table: Send + Sync + 'static {
    /// What lists its routes: itself. (No bound of the table: what is none would be said to lack this too.)
    #[doc(hidden)]
    type Routes: Nodes<()>;

    /// Its routes.
    #[doc(hidden)]
    const NODE: Node = <Self::Routes as Nodes<()>>::LISTED;

    /// What the proofs read of them.
    #[doc(hidden)]
    const KEYS: Keys;

    /// A link to a handler that it does not have, for the app to refuse: another table may still bring it.
    #[doc(hidden)]
    const DANGLING: Option<Conflict> = dangling(&Self::NODE, &Self::KEYS);
}

/// The routes of a table, whatever `Any` is: a lint of the compiler evaluates all constants that a body names, and with these the
/// routes themselves, unless the body has a parameter.
#[doc(hidden)]
pub trait Nodes<Any> {
    /// Its routes.
    const LISTED: Node;
}

/// What an [`App`](crate::App) is made of: every [`Table`]. `Place` is always inferred.
///
/// Of what is none there is no app, and so nothing more to be said of what is done with it.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is neither a handler nor a table of handlers\nhelp: put `#[route(GET, \"/path\")]` on the function, and name it in a table: `routes![…]`",
    label = "no route stands on this"
)]
pub trait IntoTable<Place> {
    /// The table itself.
    #[doc(hidden)]
    type Table: Table;
}

#[diagnostic::do_not_recommend]
impl<T: Table> IntoTable<Here> for T {
    type Table = T;
}

/// Holds for none, and is there for the compiler to choose from: with one impl it would take that one for the app's.
#[diagnostic::do_not_recommend]
impl<T: Table + Never> IntoTable<Below<Here>> for T {
    type Table = T;
}

/// A route where an app has it: below its prefix.
#[derive(Clone, Debug)]
pub(crate) struct Mounted {
    pub(crate) route: &'static RouteInfo,
    pub(crate) prefix: Box<str>,
}

impl Mounted {
    pub(crate) fn pattern(&self) -> Pattern<'_> {
        Pattern { methods: self.route.methods, prefix: &self.prefix, segments: self.route.segments }
    }
}

/// Lists the routes of a table that is itself below `prefix`.
pub(crate) fn mount(node: &Node, prefix: &str, mounted: &mut Vec<Mounted>) {
    match node {
        Node::Route(route, _) => mounted.push(Mounted { route, prefix: prefix.into() }),
        Node::Table(items) | Node::Demanding(items) => {
            for (own_prefix, item) in *items {
                mount(item, &format!("{prefix}{own_prefix}"), mounted);
            }
        }
    }
}
