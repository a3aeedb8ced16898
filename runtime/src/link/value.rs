//! `LinkValue`: a value of a link by name, whether its type prints or not.
//!
//! A handler whose capture does not print is one all the same, as long as nothing links to it. So its link compiles, and
//! a proof where it is declared says what is missing; what has not been proved is never run.

use std::fmt::Display;

/// One value.
#[derive(Debug)]
pub struct LinkValue<'a, T>(pub &'a T);

/// The values of a parameter that may repeat.
#[derive(Debug)]
pub struct LinkValues<'a, T>(pub &'a [T]);

impl<'a, T: Display> LinkValue<'a, T> {
    /// As it is.
    #[must_use]
    pub fn printed(self) -> &'a T {
        self.0
    }
}

impl<'a, T: Display> LinkValues<'a, T> {
    /// As they are.
    #[must_use]
    pub fn printed(self) -> &'a [T] {
        self.0
    }
}

/// The same of what does not print.
pub trait NotPrinted: Sized {
    /// Something that does.
    type Printed;

    /// Is never run.
    fn printed(self) -> Self::Printed;
}

impl<T> NotPrinted for LinkValue<'_, T> {
    type Printed = &'static str;

    fn printed(self) -> &'static str {
        ""
    }
}

impl<T> NotPrinted for LinkValues<'_, T> {
    type Printed = &'static [&'static str];

    fn printed(self) -> Self::Printed {
        &[]
    }
}
