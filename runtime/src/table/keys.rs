//! `Keys`: a table in numbers, all that the compiler reads of one that is right.
//!
//! What else is known of its routes, but for a few texts, are constants of their own, which `cargo check` evaluates only where the
//! numbers do not suffice.

use super::shape::Shape;

/// What the proofs read of a route, or of the items of a table.
#[derive(Clone, Copy, Debug)]
pub enum Keys {
    /// A route of one method: the shape of its path, what stands for the method, and its marks.
    Route(Shape, u64, u8),
    /// A route of any number of methods.
    Routes(Shape, &'static [u64], u8),
    /// The items of a table, each behind its prefix; how many (method, path) pairs they are, and the marks of all.
    Table(&'static [(Shape, Keys)], usize, u8),
}

/// The path ends with a rest that may be nothing.
pub(super) const OPTIONAL_REST: u8 = 1;
/// The path is `/`.
pub(super) const ROOT: u8 = 2;
/// An operation id is declared.
pub(super) const ID: u8 = 4;
/// A link to another handler is declared.
pub(super) const LINK: u8 = 8;
/// What is in it is not known: its `routes!` has a mistake.
pub(super) const MISTAKEN: u8 = 16;

impl Keys {
    /// Those of a route that answers nothing.
    pub const NONE: Self = Self::Routes(Shape::NONE, &[], 0);

    /// Those of a table that has a mistake, which has been said: whatever a link leads to may be in it.
    pub const MISTAKEN: Self = Self::Table(&[], 0, MISTAKEN);

    /// Those of a table.
    #[must_use]
    #[inline]
    pub const fn table(items: &'static [(Shape, Self)]) -> Self {
        let (mut count, mut marks, mut at) = (0, 0, 0);
        while at < items.len() {
            let (more, own) = match items[at].1 {
                Self::Route(_, _, own) => (1, own),
                Self::Routes(_, methods, own) => (if methods.len() > 1 { methods.len() } else { 1 }, own),
                Self::Table(_, more, own) => (more, own),
            };
            count += more;
            marks |= own;
            at += 1;
        }
        Self::Table(items, count, marks)
    }

    /// How many (method, path) pairs it is, and at least how many routes.
    #[inline]
    pub(super) const fn count(&self) -> usize {
        match *self {
            Self::Route(..) => 1,
            Self::Routes(_, methods, _) => methods.len() + 1,
            Self::Table(_, count, _) => count,
        }
    }

    #[inline]
    pub(super) const fn marks(&self) -> u8 {
        match *self {
            Self::Route(_, _, marks) | Self::Routes(_, _, marks) | Self::Table(_, _, marks) => marks,
        }
    }

    #[inline]
    pub(super) const fn has(&self, mark: u8) -> bool {
        self.marks() & mark != 0
    }
}
