//! What a type says to clients, as constants for expansions.

use super::{ReadResponse, TellsProblems};
use crate::asked::Asked;

impl<T: ReadResponse> Asked<T> {
    /// It says what a client reads of it, as a responder.
    pub const READS_RESPONSE: bool = true;
}

impl<T: TellsProblems> Asked<T> {
    /// It says what a client reads of it, as an error.
    pub const READS_PROBLEM: bool = true;
}
