//! The only door that generated code uses. Nothing here is for users, and all of it may change.

pub use ::core;
pub use ::http::{HeaderName, HeaderValue, StatusCode};
pub use ::serde::Serialize;
pub use ::std::any::{Any, TypeId};
pub use ::std::borrow::Cow;

pub use crate::asked::{Asked, AskedUnless, OtherwiseNot, Proved, StateUnless, Within};
pub use crate::check;
pub use crate::conditional::{ToETag, ToLastModified, Validators};
pub use crate::error::BoxError;
pub use crate::extract::{FromRequest, RequestContext};
pub use crate::glue::*;
pub use crate::link::{
    Capture, CapturesByName, LinkValue, LinkValues, Linked, Linking, NotPrinted, Printed, Query, QueryMany,
    QueryOptional, QueryTexts, RoutePath, given, write_path,
};
pub use crate::parameter::Parameter;
pub use crate::place::Here;
pub use crate::problem::door::*;
pub use crate::problem::{IntoProblem, Problem, ProblemInfo, ProblemSet};
pub use crate::respond::{Facts, Output, Responder, Response};
pub use crate::route::{Answer, Answered, Endpoint, RouteInfo, Segment};
pub use crate::state::{
    FieldsOf, HasField, HasState, RunsWith, SharedState, StateFields, StateRead, StateSource,
};
pub use crate::statuses;
pub use crate::table::{Conflict, Node, Shape, Table, conflict, dangling, method_key};

/// What is written for the API document: nothing where no one can ask for it. (The macros may have been built for another
/// crate that does.)
#[doc(hidden)]
#[macro_export]
#[cfg(feature = "openapi")]
macro_rules! __documented {
    ($($item:tt)*) => { $($item)* };
}

/// See above.
#[doc(hidden)]
#[macro_export]
#[cfg(not(feature = "openapi"))]
macro_rules! __documented {
    ($($item:tt)*) => {};
}

pub use crate::__documented as documented;
#[cfg(feature = "openapi")]
pub use crate::openapi::{
    AskedLater, DescribeMembers, DescribePart, DescribeRequest, DescribeResponse, DescribeSignature,
    DocumentNode, Documented, Flattened, Gives, Known, LinkInfo, Member, Members, Occurs, OperationInfo,
    ParameterInfo, ParameterSchema, Responses, Schemas, Signature, Unnamed, describe_problems,
};

/// The traits whose methods and constants the glue calls; they bring no names that could stand in a user's way.
pub mod methods {
    pub use super::{
        Answers as _, AnswersNot as _, Extract as _, ExtractNot as _, NotPrinted as _, OtherwiseNot as _,
    };
}

/// What a name stands for that is looked up first elsewhere.
pub trait Named {
    /// The type.
    type Type;
}

/// What `get_post::path` is where a handler is asked for.
pub mod no_handler {
    use super::{Endpoint, Linked, RouteInfo, RoutePath, RunsWith};

    #[allow(non_camel_case_types)]
    #[derive(Debug)]
    pub enum path {}

    impl Endpoint for path {
        const ROUTE: &'static RouteInfo = &RouteInfo::EMPTY;
    }

    #[diagnostic::do_not_recommend]
    impl<S> RunsWith<S, ()> for path {}

    impl Linked<'_> for path {
        type Values = ();

        fn link((): ()) -> RoutePath {
            super::write_path(Self::ROUTE, &[])
        }
    }
}

/// The table of a `routes!` with a mistake.
#[derive(Clone, Copy, Debug)]
pub struct EmptyTable;

impl Table for EmptyTable {
    const NODE: Node = Node::Table(&[]);
}

impl<S> RunsWith<S, ()> for EmptyTable {}
