//! Where a value stands among the state of an app: types that the compiler infers and nobody writes.
//!
//! They are aliases so that messages, which must write them out, say nothing that would have to be explained.

/// The value given last, or a field of the struct given last.
pub type Here = ();

/// A value given before.
pub type Below<Place> = (Place,);

/// A field of the struct given last.
pub type Inside<Place> = ((), Place);
