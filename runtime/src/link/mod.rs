//! `RoutePath`: the URL of a handler, percent-encoded, below the prefix that its app mounts it under.

#[cfg(feature = "server")]
mod scope;
#[cfg(feature = "server")]
mod value;

mod writer;

#[cfg(feature = "server")]
pub(crate) use scope::{Scope, current, register, unregister};
#[cfg(feature = "server")]
pub use value::{LinkValue, LinkValues, NotPrinted};
#[cfg(feature = "server")]
pub use writer::path_of;
pub use writer::{Capture, Query, QueryMany, QueryOptional, QueryTexts, text, write_path};

use std::fmt;

#[cfg(feature = "server")]
use crate::app::Shared;
#[cfg(feature = "server")]
use crate::route::Endpoint;
use crate::route::RouteInfo;

/// What a client is sent to, or a test calls: anything that prints as a URI reference, such as a text or a [`RoutePath`].
#[diagnostic::on_unimplemented(
    message = "`{Self}` does not print as a URL\nhelp: a text, or the path of a handler: `get_post::path(7)`",
    label = "no URL"
)]
pub trait LinkTarget: fmt::Display {}

#[diagnostic::do_not_recommend]
impl<T: fmt::Display + ?Sized> LinkTarget for T {}

/// The URL of a handler: what `get_post::path(7)` makes.
///
/// It prints as a path with its query, percent-encoded (RFC 3986 §2.1). While a request is being answered, the prefix
/// that the app mounts the handler under stands before it; of several mounts, the one nearest to the route that is
/// being answered. Outside of any request it is the path as the attribute writes it.
///
/// ```
/// use fingerpost::get;
///
/// #[get("/files/{name}?{version}")]
/// fn file(name: String, version: Option<u32>) -> String {
///     format!("{name} {version:?}")
/// }
///
/// assert_eq!(file::path("a b/c", None), "/files/a%20b%2Fc");
/// assert_eq!(file::path("notes.txt", Some(2)), "/files/notes.txt?version=2");
/// ```
#[derive(Clone, Debug)]
pub struct RoutePath {
    route: &'static RouteInfo,
    text: String,
}

impl RoutePath {
    /// The same with the origin before it that [`App::origin`](crate::App::origin) declares, as Flask's
    /// `url_for(…, _external=True)`. Without a declared origin, or outside of any request, it stays a path, which is
    /// as good a URI reference (RFC 9110 §10.2.2).
    #[cfg(feature = "server")]
    #[must_use]
    pub fn absolute(&self) -> AbsolutePath<'_> {
        AbsolutePath(self)
    }

    /// The route that it leads to.
    #[must_use]
    pub fn route(&self) -> &'static RouteInfo {
        self.route
    }

    /// Writes it below a prefix.
    #[cfg(feature = "server")]
    fn write(&self, out: &mut impl fmt::Write, prefix: &str) -> fmt::Result {
        // "/" below "/admin" is "/admin".
        let own = if prefix.is_empty() { Some(&*self.text) } else { without_root_slash(&self.text) };
        write_encoded_prefix(out, prefix)?;
        out.write_str(own.unwrap_or(&self.text))
    }

    /// The path below a prefix that is percent-encoded already, wherever this app mounts it.
    #[cfg(feature = "client")]
    pub(crate) fn below(&self, prefix: &str) -> String {
        let own = if prefix.is_empty() { None } else { without_root_slash(&self.text) };
        format!("{prefix}{}", own.unwrap_or(&self.text))
    }

    /// The prefix, percent-encoded, that an app mounts it below.
    #[cfg(all(feature = "client", feature = "server"))]
    pub(crate) fn prefix_in(&self, app: &Shared) -> String {
        writer::encode_path(app.prefix_of(self.route, "").unwrap_or_default()).collect()
    }

    /// As the value of a `Location` header (RFC 9110 §10.2.2): absolute where the app declares an origin.
    #[cfg(feature = "server")]
    pub(crate) fn location(&self, app: &Shared, from: &str) -> String {
        let prefix = app.prefix_of(self.route, from).unwrap_or_default();
        let origin = app.origin.as_deref().unwrap_or_default();
        let mut text = String::with_capacity(origin.len() + prefix.len() + self.text.len());
        text.push_str(origin);
        // Writing to a string does not fail.
        let _ = self.write(&mut text, prefix);
        text
    }
}

/// A parameter of a link, which a proof beside the link has found among those given.
///
/// # Panics
/// Where that proof has been gone round.
#[cfg(feature = "server")]
#[doc(hidden)]
#[must_use]
pub fn given<T: ?Sized>(value: Option<&T>) -> &T {
    match value {
        Some(value) => value,
        None => panic!("a link has been made without one of its parameters"),
    }
}

#[cfg(any(feature = "client", feature = "server"))]
fn without_root_slash(text: &str) -> Option<&str> {
    let rest = text.strip_prefix('/')?;
    (rest.is_empty() || rest.starts_with('?')).then_some(rest)
}

#[cfg(feature = "server")]
fn write_encoded_prefix(out: &mut impl fmt::Write, prefix: &str) -> fmt::Result {
    writer::encode_path(prefix).try_for_each(|piece| out.write_str(piece))
}

impl fmt::Display for RoutePath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        #[cfg(feature = "server")]
        return current(|app, from| {
            let prefix = app.and_then(|app| app.prefix_of(self.route, from));
            self.write(f, prefix.unwrap_or_default())
        });
        #[cfg(not(feature = "server"))]
        f.write_str(&self.text)
    }
}

impl PartialEq<str> for RoutePath {
    fn eq(&self, other: &str) -> bool {
        // Not `*self == *other`, which is this.
        let printed = self.to_string();
        printed == other
    }
}

impl PartialEq<&str> for RoutePath {
    fn eq(&self, other: &&str) -> bool {
        self == *other
    }
}

impl PartialEq<String> for RoutePath {
    fn eq(&self, other: &String) -> bool {
        self == other.as_str()
    }
}

impl From<RoutePath> for String {
    fn from(path: RoutePath) -> Self {
        path.to_string()
    }
}

/// A [`RoutePath`] with the app's origin before it: what [`RoutePath::absolute`] makes.
#[cfg(feature = "server")]
#[derive(Clone, Copy, Debug)]
pub struct AbsolutePath<'a>(&'a RoutePath);

#[cfg(feature = "server")]
impl fmt::Display for AbsolutePath<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        current(|app, from| {
            f.write_str(app.and_then(|app| app.origin.as_deref()).unwrap_or_default())?;
            let prefix = app.and_then(|app| app.prefix_of(self.0.route, from));
            self.0.write(f, prefix.unwrap_or_default())
        })
    }
}

/// A handler that others can link to by the names of its parameters: `location = get_post(id = post.id)`.
#[cfg(feature = "server")]
pub trait Linked<'v>: Endpoint {
    /// One optional field for each parameter of the path and the query.
    #[doc(hidden)]
    type Values: Default;

    /// The parameters, and whether there is no path without them.
    #[doc(hidden)]
    const PARAMETERS: &'static [(&'static str, bool)] = Self::ROUTE.parameters;

    /// Those of them of which it must be asked whether they print, and whether they do.
    #[doc(hidden)]
    const PRINTED: &'static [(&'static str, bool)] = &[];

    /// The path with these values; what has no parameters has no other.
    #[doc(hidden)]
    fn link(_: Self::Values) -> RoutePath
    where
        Self: Sized,
    {
        path_of::<Self>(())
    }
}

/// A handler whose captures are arguments, so that its path can be made of them.
///
/// None is, of those that are asked: the others need not be.
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "`{Self}` takes its captures all at once, as `Path<T>`, so its path is not known by their names\nhelp: take each capture as an argument of its name, `id: u64`",
    label = "there is no `path` of `{Self}`"
)]
pub trait CapturesByName {}

/// A handler whose `location` gives parameters to the path of another.
#[cfg(feature = "server")]
#[doc(hidden)]
pub trait Linking<'v> {
    /// Those parameters.
    type Values;
}
