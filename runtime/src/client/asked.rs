//! What a type says to clients, as constants for expansions.

use super::{ReadResponse, SendArgument, TellsProblems};
pub(super) use crate::asked::Asked;

impl<T: SendArgument> Asked<T> {
    /// It says what a client sends for it.
    pub const IS_SENT: bool = true;
}

impl<T: ReadResponse> Asked<T> {
    /// It says what a client reads of it, as a responder.
    pub const READS_RESPONSE: bool = true;
}

impl<T: TellsProblems> Asked<T> {
    /// It says what a client reads of it, as an error.
    pub const READS_PROBLEM: bool = true;
}

/// A type of ours of which its arguments say what a client reads: where they do not, that is the mistake.
macro_rules! reads_by_arguments {
    ($([$($argument:ident),*] $ty:ty),* $(,)?) => {$(
        impl<$($argument),*> Asked<$ty> {
            /// Its arguments say what a client reads of it.
            pub const READS_BY_ARGUMENTS: bool = true;
        }
    )*};
}

reads_by_arguments! {
    [T] crate::Json<T>, [T] crate::Created<T>, [T] Box<T>, [S] crate::JsonLines<S>, [T, R, E] crate::Negotiated<T, R, E>,
    [A, T] (A, T), [A, B, T] (A, B, T), [A, B, C, T] (A, B, C, T),
}
