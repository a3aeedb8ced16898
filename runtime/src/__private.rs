//! The only door that generated code uses. Nothing here is for users, and all of it may change.

pub mod words;

pub use ::core;
pub use ::core::convert::AsRef;
pub use ::core::default::Default;
pub use ::core::fmt::Display;
pub use ::core::marker::{Send, Sized};
pub use ::core::module_path;
pub use ::core::option::Option::{self, None, Some};
pub use ::core::result::Result::{Err, Ok};
pub use ::fingerpost_macros::{beside, problem, route};
pub use ::http::{HeaderName, HeaderValue, StatusCode};
pub use ::serde::Serialize;
#[cfg(feature = "client")]
pub use ::serde::de::DeserializeOwned;
pub use ::std::any::{Any, TypeId};
pub use ::std::borrow::Cow;

pub use crate::asked::{Asked, AskedUnless, OtherwiseNot, Proved, Within};
pub use crate::check;
pub use crate::conditional::{ToETag, ToLastModified, Validators};
pub use crate::error::BoxError;
pub use crate::extract::{FromRequest, RequestContext};
#[cfg(feature = "server")]
pub use crate::glue::*;
pub use crate::lifecycle::Lifecycle;
pub use crate::link::{
    Capture, CapturesByName, Query, QueryMany, QueryOptional, QueryTexts, RoutePath, text, write_path,
};
#[cfg(feature = "server")]
pub use crate::link::{
    Link, Linked, Linking, Many, ManyCows, ManyOwn, ManyTexts, One, Own, no_handler, path_of,
};
#[cfg(feature = "server")]
pub use crate::parameter::Parameter;
#[cfg(feature = "server")]
pub use crate::place::Here;
pub use crate::problem::door::*;
pub use crate::problem::{IntoProblem, Problem, ProblemInfo, ProblemSet};
pub use crate::respond::{Facts, Output, Responder, Response};
#[cfg(feature = "server")]
pub use crate::route::{Answer, Answered, Endpoint, Said, here};
pub use crate::route::{RouteInfo, Segment, only};
#[cfg(feature = "server")]
pub use crate::state::{
    FieldsOf, HasField, HasState, Reading, Reads, RunsWith, SharedState, StateFields, StateSource,
    StateUnless,
};
pub use crate::statuses;
#[cfg(feature = "server")]
pub use crate::table::{
    Conflict, EmptyTable, Keys, Node, Nodes, Shape, Table, conflict, method_key, mistake, suffice,
};

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

/// What is written for the typed client: as [`__documented`].
#[doc(hidden)]
#[macro_export]
#[cfg(feature = "client")]
macro_rules! __requested {
    ($($item:tt)*) => { $($item)* };
}

/// See above.
#[doc(hidden)]
#[macro_export]
#[cfg(not(feature = "client"))]
macro_rules! __requested {
    ($($item:tt)*) => {};
}

/// What is written for tables beside a handler that is declared alone: nothing where there is no server.
#[doc(hidden)]
#[macro_export]
#[cfg(feature = "server")]
macro_rules! __served {
    ($($item:tt)*) => { $($item)* };
}

/// See above.
#[doc(hidden)]
#[macro_export]
#[cfg(not(feature = "server"))]
macro_rules! __served {
    ($($item:tt)*) => {};
}

pub use crate::__documented as documented;
pub use crate::__requested as requested;
pub use crate::__served as served;
#[cfg(feature = "client")]
pub use crate::client::{
    Call as ClientCall, Distinguishes, Draft, ErrorOf, Given, HeldBy, IfOption, KnownByServer, OfHead,
    Outcome, ReadProblem, ReadResponse, SendArgument, SendIf, SuccessOf, TellsProblems, is_of, member,
};
#[cfg(any(feature = "client", feature = "openapi"))]
pub use crate::contract::{Gives, Known, StreamOf, Unnamed};
#[cfg(feature = "openapi")]
pub use crate::openapi::{
    AskedLater, DescribePart, DescribeRequest, DescribeResponse, DocumentNode, Documented, Halves, HasSchema,
    LinkInfo, Occurs, OperationInfo, ParameterInfo, ParameterSchema, Responses, Schemas, Signature,
    describe_answers, describe_problems, flattened, member_of,
};

/// The traits whose methods and constants the glue calls; they bring no names that could stand in a user's way.
#[cfg(feature = "server")]
pub mod methods {
    pub use super::{
        Answers as _, AnswersNot as _, Extract as _, ExtractNot as _, OtherwiseNot as _, PlainNot as _,
        StartedNot as _,
    };
    #[cfg(feature = "openapi")]
    pub use crate::openapi::{DescribesNotReturned as _, DescribesReturned as _};
}

/// What a name stands for that is looked up first elsewhere.
pub trait Named {
    /// The type.
    type Type;
}
