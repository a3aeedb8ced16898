//! `EmptyTable`: what stands for a `routes!` with a mistake, so that nothing is said of what is done with it.

use super::{Keys, Node, Nodes, Table};
use crate::state::RunsWith;

/// The table of a `routes!` with a mistake.
#[derive(Clone, Copy, Debug)]
pub struct EmptyTable;

impl<Any> Nodes<Any> for EmptyTable {
    const LISTED: Node = Node::Table(&[]);
}

impl Table for EmptyTable {
    type Routes = Self;
    const KEYS: Keys = Keys::MISTAKEN;
}

impl<S> RunsWith<S, ()> for EmptyTable {}
