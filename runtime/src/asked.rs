//! `Asked`: what a type is, as constants, where the compiler would otherwise answer with an error.
//!
//! The glue and the proofs of a handler ask these, so that a wrong type is said to be wrong in one place only.

use std::marker::PhantomData;

use crate::auth::Security;
use crate::extract::FromState;
use crate::media_types::MediaTypes;
#[cfg(feature = "server")]
use crate::parameter::Why;
use crate::respond::{Facts, Output, Responder, ResponsePart};
#[cfg(feature = "server")]
use crate::state::SharedState;

/// `Asked::<T>::IS_EXTRACTOR`: the constants of the inherent impls are found first, where their bounds hold; else those
/// of the trait.
#[derive(Debug)]
pub struct Asked<T>(PhantomData<fn() -> T>);

/// The answers where the bounds do not hold.
pub trait OtherwiseNot {
    /// It is no extractor.
    const IS_EXTRACTOR: bool = false;
    /// It rejects nothing.
    const REJECTS: bool = true;
    /// It is no extractor that reads no state.
    const READS_NO_STATE: bool = false;
    /// It does not read the body.
    const READS_BODY: bool = false;
    /// It asks for no credentials.
    const SECURITY: Security = Security::NONE;
    /// It takes no body, of whatever media type.
    const MEDIA_TYPES: MediaTypes = MediaTypes::NONE;
    /// A handler cannot return it.
    const IS_OUTPUT: bool = false;
    /// It is no responder.
    const IS_RESPONDER: bool = false;
    /// It is no part of a response.
    const IS_PART: bool = false;
    /// It cannot be cloned.
    const IS_CLONE: bool = false;
    /// It cannot be shared between threads.
    const IS_SHARED: bool = false;
    /// It cannot be sent to another thread.
    const IS_SEND: bool = false;
    /// It is not `State`, of whatever.
    const IS_STATE: bool = false;
    /// It is not `Valid`, of whatever.
    const IS_VALID: bool = false;
    /// It opens no WebSocket.
    const IS_WEBSOCKET: bool = false;
    /// It is what its place asks for.
    const IS_NO_HANDLER: bool = false;
    /// It is no error that a problem can come from.
    const IS_SOURCE: bool = false;
    /// It cannot be shown.
    const IS_DISPLAY: bool = false;
    /// Its `FromStr` does not say why a text is none.
    #[cfg(feature = "server")]
    const WHY: Why = crate::parameter::SILENT;
    /// It does not say what the API document shows of it, as an extractor.
    const DESCRIBES_REQUEST: bool = false;
    /// Its rejection does not say what the API document shows of it.
    const DESCRIBES_REJECTION: bool = false;
    /// It does not say what the API document shows of it, as a responder.
    const DESCRIBES_RESPONSE: bool = false;
    /// It does not say what the API document shows of it, as a part of a response.
    const DESCRIBES_PART: bool = false;
    /// It is no type of ours of which its arguments say what the document shows.
    const SAYS_BY_ARGUMENTS: bool = false;
    /// It does not say what a client sends for it.
    const IS_SENT: bool = false;
    /// It has no error.
    const IS_RESULT: bool = false;
    /// It is always there.
    const IS_OPTION: bool = false;
    /// It is no type of ours of which its arguments say what a client reads.
    const READS_BY_ARGUMENTS: bool = false;
    /// It does not say what a client reads of it, as a responder.
    const READS_RESPONSE: bool = false;
    /// It does not say what a client learns of it, as an error.
    const READS_PROBLEM: bool = false;
    /// Its schema as a parameter: text.
    #[cfg(feature = "openapi")]
    const PARAMETER: crate::openapi::ParameterSchema = crate::openapi::ParameterSchema::TEXT;
    /// Nothing is known of its response.
    const FACTS: Facts = Facts::new();
}

impl<T> OtherwiseNot for Asked<T> {}

impl<T: FromState> Asked<T> {
    /// It is an extractor.
    pub const IS_EXTRACTOR: bool = true;
    /// Whether what it rejects is answered with a failure, or elsewhere.
    pub const REJECTS: bool = {
        let facts = <T::Rejection as Responder>::FACTS;
        facts.has_own_status() || facts.status() >= 400
    };
    /// Whether it reads the body.
    pub const READS_BODY: bool = T::READS_BODY;
    /// The credentials it asks for.
    pub const SECURITY: Security = T::SECURITY;
    /// The media types of the body that it reads.
    pub const MEDIA_TYPES: MediaTypes = T::MEDIA_TYPES;
}

impl<T: FromState<State = ()>> Asked<T> {
    /// It is an extractor that reads no state.
    pub const READS_NO_STATE: bool = true;
}

impl<T: Output> Asked<T> {
    /// A handler can return it.
    pub const IS_OUTPUT: bool = true;
    /// What is known of its response.
    pub const FACTS: Facts = T::FACTS;
}

impl<T: Responder> Asked<T> {
    /// It is a responder.
    pub const IS_RESPONDER: bool = true;
}

impl<T: ResponsePart> Asked<T> {
    /// It is a part of a response.
    pub const IS_PART: bool = true;
}

impl<T: Clone> Asked<T> {
    /// It can be cloned.
    pub const IS_CLONE: bool = true;
}

#[cfg(feature = "server")]
impl<T: SharedState> Asked<T> {
    /// It can be shared between threads.
    pub const IS_SHARED: bool = true;
}

impl<T: Send + 'static> Asked<T> {
    /// It can be sent to another thread.
    pub const IS_SEND: bool = true;
}

impl<T> Asked<crate::State<T>> {
    /// It is `State`, of whatever.
    pub const IS_STATE: bool = true;
}

#[cfg(feature = "garde")]
impl<E> Asked<crate::Valid<E>> {
    /// It is `Valid`, of whatever.
    pub const IS_VALID: bool = true;
}

#[cfg(feature = "ws")]
impl Asked<crate::WebSocketUpgrade> {
    /// It opens a WebSocket.
    pub const IS_WEBSOCKET: bool = true;
}

#[cfg(feature = "server")]
impl Asked<crate::link::no_handler::path> {
    /// It is the function that makes a handler's path.
    pub const IS_NO_HANDLER: bool = true;
}

impl<T: Into<crate::BoxError>> Asked<T> {
    /// It is an error that a problem can come from.
    pub const IS_SOURCE: bool = true;
}

#[cfg(feature = "server")]
impl<T: std::str::FromStr<Err: std::fmt::Display>> Asked<T> {
    /// Why a text is none of it.
    pub const WHY: Why = crate::parameter::why::<T>;
}

impl<T: std::fmt::Display> Asked<T> {
    /// It can be shown.
    pub const IS_DISPLAY: bool = true;
}

#[cfg(feature = "openapi")]
mod described {
    use super::Asked;
    use crate::extract::FromState;
    use crate::openapi::{DescribePart, DescribeRequest, DescribeResponse, ParameterSchema};

    impl<T: DescribeRequest> Asked<T> {
        /// It says what the document shows of it.
        pub const DESCRIBES_REQUEST: bool = true;
    }

    impl<T: FromState<Rejection: DescribeResponse>> Asked<T> {
        /// Its rejection says what the document shows of it.
        pub const DESCRIBES_REJECTION: bool = true;
    }

    impl<T: DescribeResponse> Asked<T> {
        /// It says what the document shows of it.
        pub const DESCRIBES_RESPONSE: bool = true;
    }

    impl<T: DescribePart> Asked<T> {
        /// It says what the document shows of it.
        pub const DESCRIBES_PART: bool = true;
    }

    /// A type of ours of which its arguments say what the document shows: where they do not, that is the mistake, and
    /// not that the type is unknown. An alias may hide that it is one.
    macro_rules! says_by_arguments {
        ($([$($argument:ident),*] $ty:ty),* $(,)?) => {$(
            impl<$($argument),*> Asked<$ty> {
                /// Its arguments say what the document shows of it.
                pub const SAYS_BY_ARGUMENTS: bool = true;
            }
        )*};
    }

    says_by_arguments! {
        [T] crate::Json<T>, [T] crate::Path<T>, [T] crate::Created<T>, [T] Option<T>, [T, E] Result<T, E>, [T] Box<T>,
        [A, T] (A, T), [A, B, T] (A, B, T), [A, B, C, T] (A, B, C, T),
    }
    #[cfg(feature = "form")]
    says_by_arguments!([T] crate::Form<T>, [T] crate::Query<T>);
    #[cfg(feature = "garde")]
    says_by_arguments!([E] crate::Valid<E>);

    impl<T: schemars::JsonSchema> Asked<T> {
        /// Its schema.
        pub const PARAMETER: ParameterSchema = ParameterSchema::of::<T>();
    }
}

/// The same as the argument of a path, where a type that is not there is said to be missing as everywhere else.
pub type AskedUnless<T, const UNLESS: bool> = <T as Unless<UNLESS>>::Asked;

/// The type to ask something of, `UNLESS` it has the answer already: then one of which all such things hold.
pub trait Unless<const UNLESS: bool> {
    /// The type.
    type Asked;
}

impl<T> Unless<false> for T {
    type Asked = T;
}

impl<T> Unless<true> for T {
    type Asked = String;
}

/// The same type, as an argument of another.
pub type Within<T> = T;

/// `T`, where a proof of it holds. Where it does not, that is the error, and nothing is said of the type.
pub type Proved<const PROOF: bool, T> = <Proof<PROOF> as OfProof<T>>::Type;

/// What has been proved.
#[derive(Debug)]
pub struct Proof<const PROOF: bool>;

/// The type that is proved to be right.
pub trait OfProof<T> {
    /// That type.
    type Type;
}

impl<T> OfProof<T> for Proof<true> {
    type Type = T;
}
