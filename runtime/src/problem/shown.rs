//! `Shown`: a field in the text of a problem. It compiles for every type, since a check beside it reports one without `Display`.

use std::fmt::Display;

/// A field by its [`Display`]: the first of the traits below that has the method.
#[derive(Debug)]
pub struct Shown<'f, T>(pub &'f T);

/// See [`Shown`].
pub trait IsShown<'f, T> {
    /// The field.
    fn __shown(self) -> &'f T;
}

impl<'f, T: Display> IsShown<'f, T> for Shown<'f, T> {
    #[inline]
    fn __shown(self) -> &'f T {
        self.0
    }
}

/// See [`Shown`].
pub trait IsNotShown {
    /// Is never shown.
    fn __shown(self) -> &'static str;
}

impl<T> IsNotShown for &Shown<'_, T> {
    fn __shown(self) -> &'static str {
        ""
    }
}

/// That a field in a text can be shown.
#[track_caller]
pub const fn shown(is_display: bool) {
    if !is_display {
        panic!(
            "a text names this field, and its type has no `Display`\nhelp: show it by its `Debug`, `{{field:?}}`, or implement `std::fmt::Display` for the type"
        );
    }
}

/// That a type whose detail is its own text has one.
#[track_caller]
pub const fn shows_itself(is_display: bool) {
    if !is_display {
        panic!(
            "the detail is the type's own text, and the type has no `Display`\nhelp: implement `std::fmt::Display` for it, or write the detail: `#[problem(404, \"no such post\")]`"
        );
    }
}

/// That an `#[error(…)]` is read by another derive, which makes a `Display` of it.
///
/// # Panics
/// Where the type has none.
#[doc(hidden)]
#[track_caller]
pub const fn error_attribute(is_display: bool) {
    if !is_display {
        panic!(
            "nothing reads this: `#[error(…)]` belongs to a derive that writes `Display`, such as that of `thiserror`\nhelp: derive that too, or write the text into `#[problem(404, \"what is missing\")]`"
        );
    }
}
