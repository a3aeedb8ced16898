//! `RoutePath`: the URL of a handler, percent-encoded, below the prefix that its app mounts it under.

#[cfg(feature = "server")]
mod named;
#[cfg(feature = "server")]
#[doc(hidden)]
pub mod no_handler;
#[cfg(feature = "server")]
mod scope;

mod writer;

#[cfg(feature = "server")]
pub use named::{Link, Linked, Linking, Many, ManyCows, ManyOwn, ManyTexts, One, Own};
#[cfg(feature = "server")]
pub(crate) use scope::{Scope, current, register, unregister};
#[cfg(feature = "server")]
pub use writer::path_of;
pub use writer::{Capture, Query, QueryMany, QueryOptional, QueryTexts, text, write_path};

use std::fmt;

#[cfg(feature = "server")]
use crate::app::Shared;
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
#[must_use]
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
    pub fn absolute(&self) -> AbsolutePath {
        // Of its own, so that `let next = list::path(2).absolute();` is one.
        AbsolutePath(self.clone())
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
#[derive(Clone, Debug)]
pub struct AbsolutePath(RoutePath);

#[cfg(feature = "server")]
impl fmt::Display for AbsolutePath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        current(|app, from| {
            f.write_str(app.and_then(|app| app.origin.as_deref()).unwrap_or_default())?;
            let prefix = app.and_then(|app| app.prefix_of(self.0.route, from));
            self.0.write(f, prefix.unwrap_or_default())
        })
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
