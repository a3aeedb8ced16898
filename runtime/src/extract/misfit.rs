//! `Misfit`: why the captures of a path are not the type that was asked for.

use std::fmt::{self, Display};

use serde::de;

/// Why the captures are not the type that was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Misfit {
    /// The text of a capture is not of its type.
    Text { name: &'static str, text: String, expected: &'static str },
    /// A type refuses a capture, or all of them where the name is empty.
    Refused { name: &'static str, why: String },
    /// The route does not capture what the type is made of: no request can be right.
    Shape(String),
}

impl Misfit {
    pub(super) fn named(mut self, of: &'static str) -> Self {
        if let Self::Refused { name: name @ "", .. } = &mut self {
            *name = of;
        }
        self
    }

    #[cold]
    pub(super) fn count(wanted: impl Display, found: usize) -> Self {
        Self::Shape(format!("the type takes {wanted}, the route captures {found}"))
    }
}

impl Display for Misfit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text { name, text, expected } => {
                write!(f, "`{name}` in the path is `{text}`, which is not a `{expected}`")
            }
            Self::Refused { name: "", why } | Self::Shape(why) => f.write_str(why),
            Self::Refused { name, why } => write!(f, "`{name}` in the path does not fit: {why}"),
        }
    }
}

impl std::error::Error for Misfit {}

impl de::Error for Misfit {
    fn custom<T: Display>(why: T) -> Self {
        Self::Refused { name: "", why: why.to_string() }
    }

    fn missing_field(field: &'static str) -> Self {
        Self::Shape(format!("the type has a field `{field}`, the route captures no such name"))
    }

    fn unknown_field(field: &str, _: &'static [&'static str]) -> Self {
        Self::Shape(format!("the route captures `{field}`, the type has no such field"))
    }

    fn invalid_length(length: usize, expected: &dyn de::Expected) -> Self {
        Self::count(expected, length)
    }
}
