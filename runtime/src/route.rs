//! `RouteInfo`: what the attribute says of one handler, as constants.

use std::panic::Location;

use crate::auth::Security;
#[cfg(feature = "server")]
use crate::check::are_taken_at_once;
#[cfg(feature = "server")]
use crate::glue::{Call, nowhere};
use crate::lifecycle::Lifecycle;
#[cfg(feature = "server")]
use crate::link::{RoutePath, path_of};
use crate::media_types::MediaTypes;
#[cfg(feature = "server")]
use crate::pattern::Pattern;
#[cfg(feature = "server")]
use crate::service::Detach;
#[cfg(feature = "server")]
use crate::table::{Conflict, Keys, Node, Nodes, Table};

/// One handler with its route: what `#[route]` makes of a function, under the function's own name.
///
/// It is not written by hand: every handler's twin implements it, and [`routes!`](crate::routes) asks for it.
#[cfg(feature = "server")]
#[diagnostic::on_unimplemented(
    message = "`{Self}` is neither a handler nor a table of handlers\nhelp: put `#[route(GET, \"/path\")]` on the function, and name it in a table: `routes![…]`",
    label = "no route stands on this"
)]
pub trait Endpoint: Sized + Send + Sync + 'static {
    /// What the attribute says.
    const ROUTE: &'static RouteInfo = {
        // Of a handler that has none the compiler says so once, whichever is asked for.
        let _ = Self::KEYS;
        &RouteInfo::of::<Self>()
    };

    /// What every attribute says.
    #[doc(hidden)]
    const INFO: Said = Said::NOTHING;

    /// What few attributes say, and nothing else.
    #[doc(hidden)]
    const MORE: RouteInfo = RouteInfo::EMPTY;

    /// What the proofs of tables read of it; of a mistaken attribute nothing.
    #[doc(hidden)]
    const KEYS: Keys = Self::INFO.4;

    /// The handlers that its keys `location` and `successor` lead to. (They are no part of the route, which may be led back
    /// to.)
    #[doc(hidden)]
    const LINKS: Links = &[];

    /// The parameters of its path, and whether there is none without them.
    #[doc(hidden)]
    const PARAMETERS: &'static [(&'static str, bool)] = Pattern::<Self>::PARAMETERS;

    /// Those of them of which it must be asked whether they print, and whether they do.
    #[doc(hidden)]
    const PRINTED: &'static [(&'static str, bool)] = &[];

    /// Its path without any of them.
    #[doc(hidden)]
    fn path_alone() -> RoutePath {
        path_of::<Self>(())
    }
}

/// Handlers, each with the key that leads to it.
#[cfg(feature = "server")]
pub(crate) type Links = &'static [(&'static str, &'static RouteInfo)];

/// The answer has been written onto the request's response, by the handler or by what kept it from being called.
#[cfg(feature = "server")]
#[doc(hidden)]
pub type Answer = Result<(), Answered>;

/// The handler was not called: the rejection of an argument is the answer.
#[cfg(feature = "server")]
#[doc(hidden)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Answered;

/// What every attribute says: how the handler is called, its name, the method it answers, its path as written, without the query
/// part, what the proofs of tables read, the module it stands in, and where its attribute stands.
///
/// (Texts alone: the compiler checks the body of one of these for each handler, and each list in it is a body of its own.)
#[cfg(feature = "server")]
#[doc(hidden)]
#[derive(Debug)]
pub struct Said(
    pub Call,
    pub &'static str,
    pub &'static str,
    pub &'static str,
    pub Keys,
    pub &'static str,
    pub &'static Location<'static>,
);

#[cfg(feature = "server")]
impl Said {
    const NOTHING: Self = Self(Call::Now(nowhere), "", "", "", Keys::NONE, "", here());
}

/// The place in the program where it is called.
#[cfg(feature = "server")]
#[must_use]
#[track_caller]
pub const fn here() -> &'static Location<'static> {
    Location::caller()
}

/// What the attribute says of a route, known at compile time.
#[derive(Debug)]
pub struct RouteInfo {
    /// The function's name.
    pub name: &'static str,
    /// The module it stands in.
    pub module: &'static str,
    /// The file it stands in.
    pub file: &'static str,
    /// The line of its attribute.
    pub line: u32,
    /// The methods it answers.
    pub methods: &'static [&'static str],
    /// The path as written, without the query part: `/posts/{id}`.
    pub path: &'static str,
    /// The same, parsed.
    pub segments: &'static [Segment],
    /// The names of the path's captures, in order.
    pub captures: &'static [&'static str],
    /// The names of the parameters of its URL, and whether there is no URL without them.
    pub parameters: &'static [(&'static str, bool)],
    /// The media types of the request's body that its arguments read.
    pub accepts: &'static [MediaTypes],
    /// The declared limit of the request's body, in bytes.
    pub body_limit: Option<u64>,
    /// The declared time for the handler, in milliseconds.
    pub timeout_ms: Option<u64>,
    /// Whether its handler goes on when its client leaves.
    pub detached: bool,
    /// The first paragraph of its doc comment.
    pub summary: &'static str,
    /// The rest of its doc comment.
    pub description: &'static str,
    /// Its tags in the API document.
    pub tags: &'static [&'static str],
    /// Its operation id in the API document; empty where none is declared.
    pub operation_id: &'static str,
    /// Whether it is left out of the API document.
    pub hidden: bool,
    /// The credentials that its extractors ask for, each; most ask for none.
    pub security: &'static [Security],
    /// Whether it says that it is `public`.
    pub public: bool,
    /// Whether the function is `#[deprecated]`, or declares since when it is.
    pub deprecated: bool,
    /// What is declared of its end.
    pub lifecycle: Option<&'static Lifecycle>,
    /// Reads the arguments, calls the function, writes its answer.
    #[cfg(feature = "server")]
    #[doc(hidden)]
    pub call: Call,
    /// Goes on with it when the client leaves, where that is declared.
    #[cfg(feature = "server")]
    #[doc(hidden)]
    pub detach: Option<Detach>,
}

impl RouteInfo {
    /// A route of which nothing is said.
    #[doc(hidden)]
    pub const EMPTY: Self = Self {
        name: "",
        module: "",
        file: "",
        line: 0,
        methods: &[],
        path: "",
        segments: &[],
        captures: &[],
        parameters: &[],
        accepts: &[],
        body_limit: None,
        timeout_ms: None,
        detached: false,
        summary: "",
        description: "",
        tags: &[],
        operation_id: "",
        hidden: false,
        security: &[],
        public: false,
        deprecated: false,
        lifecycle: None,
        #[cfg(feature = "server")]
        call: Call::Now(nowhere),
        #[cfg(feature = "server")]
        detach: None,
    };

    /// One that is declared alone, where the macro that writes it stands.
    #[doc(hidden)]
    #[must_use]
    #[track_caller]
    #[expect(clippy::too_many_arguments, reason = "the fields of a literal cost the compiler more")]
    pub const fn declared(
        module: &'static str,
        line: u32,
        name: &'static str,
        methods: &'static [&'static str],
        path: &'static str,
        segments: &'static [Segment],
        captures: &'static [&'static str],
        parameters: &'static [(&'static str, bool)],
    ) -> Self {
        let file = Location::caller().file();
        Self { name, module, file, line, methods, path, segments, captures, parameters, ..Self::EMPTY }
    }

    /// That of a handler.
    #[cfg(feature = "server")]
    const fn of<H: Endpoint>() -> Self {
        let Said(call, name, method, path, _, module, place) = H::INFO;
        let (file, line) = (place.file(), place.line());
        let (segments, captures) = if H::MORE.segments.is_empty() {
            (Pattern::<H>::SEGMENTS, Pattern::<H>::CAPTURES)
        } else {
            (H::MORE.segments, H::MORE.captures)
        };
        let methods = if H::MORE.methods.is_empty() { only::of(method) } else { H::MORE.methods };
        let are_taken_at_once = are_taken_at_once(H::PARAMETERS);
        let parameters = if are_taken_at_once { H::MORE.parameters } else { H::PARAMETERS };
        let detach: Option<Detach> = if H::MORE.detached { Some(Detach::IN_A_TASK) } else { None };
        Self {
            name,
            module,
            file,
            line,
            methods,
            path,
            segments,
            captures,
            parameters,
            call,
            detach,
            ..H::MORE
        }
    }

    /// Whether this is the same route, wherever its constant lies.
    #[cfg(feature = "server")]
    pub(crate) fn is(&self, other: &Self) -> bool {
        let place = |route: &Self| (route.name, route.line, route.module, route.file);
        std::ptr::eq(self, other) || place(self) == place(other)
    }
}

/// Lists of one method, each.
#[doc(hidden)]
pub mod only {
    macro_rules! methods {
        ($($method:ident),*) => {
            $(pub const $method: &[&str] = &[stringify!($method)];)*

            /// That of a method; of one that is none of these the attribute's own list stands in its place.
            #[cfg(feature = "server")]
            pub(super) const fn of(method: &str) -> &'static [&'static str] {
                $(if crate::text::same(method, stringify!($method)) { return $method; })*
                &[]
            }
        };
    }

    methods!(GET, POST, PUT, DELETE, PATCH, HEAD, OPTIONS, QUERY, CONNECT, TRACE);
}

/// One segment of a path pattern: what stands between two slashes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Segment {
    /// Text that stands for itself, decoded; `/posts/` ends with an empty one.
    Literal(&'static str),
    /// A capture with text before or after it: `{name}.json`, `@{user}`.
    Partial(&'static str, &'static str),
    /// A capture that is the whole segment, never empty.
    Capture,
    /// All the rest, at least one segment that is not empty: `{*path}`.
    Rest,
    /// All the rest, or nothing: `{*path?}`.
    RestOrNothing,
}

#[cfg(feature = "server")]
#[diagnostic::do_not_recommend]
impl<H: Endpoint, Any> Nodes<Any> for H {
    const LISTED: Node = Node::Route(H::ROUTE, H::LINKS);
}

#[cfg(feature = "server")]
#[diagnostic::do_not_recommend]
impl<H: Endpoint> Table for H {
    type Routes = Self;
    const KEYS: Keys = H::KEYS;
    const DANGLING: Option<Conflict> = None;
}
