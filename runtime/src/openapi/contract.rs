//! What `#[route]` and `routes!` write for the document: constants, and the types of the signature for when one is asked
//! for.

use std::marker::PhantomData;

use schemars::{JsonSchema, Schema, SchemaGenerator};

use super::operation::Operation;
use super::response::Response;
use super::schemas::Schemas;
use crate::RouteInfo;
use crate::table::EmptyTable;

/// A handler or a table whose document can be asked for: whose types all say what it shows of them.
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no part in an OpenAPI document",
    label = "is neither a handler nor a table of handlers"
)]
pub trait Documented {
    /// Its part.
    #[doc(hidden)]
    const DOCUMENT: DocumentNode;
}

/// The types of a handler's signature.
#[doc(hidden)]
pub trait Signature {
    /// `((Json<NewPost>, (Cookies, ())), Result<Json<Post>, ApiError>)`
    type Types;
}

/// A pair, taken apart.
#[doc(hidden)]
pub trait Halves {
    /// The one.
    type First;
    /// The other.
    type Second;
}

impl<A, B> Halves for (A, B) {
    type First = A;
    type Second = B;
}

/// An entry of a table. It has a lifetime, so that nothing is asked of it where the table is written. (A bound for any lifetime
/// would be asked again by the constant below, without an end for two tables in each other.)
#[doc(hidden)]
#[derive(Debug)]
pub struct AskedLater<'d, T>(PhantomData<fn() -> (&'d (), T)>);

impl<T: Documented> Documented for AskedLater<'_, T> {
    const DOCUMENT: DocumentNode = T::DOCUMENT;
}

/// A part of a signature: adds what it says.
pub(super) type Describe = fn(&mut Operation<'_>);

/// The parts of a document, in the order of the table's routes.
#[doc(hidden)]
#[derive(Clone, Copy, Debug)]
pub enum DocumentNode {
    /// A handler, and what its signature says.
    Operation(&'static OperationInfo, &'static [Describe]),
    /// A handler that is left out.
    Hidden,
    /// A table.
    Table(&'static [DocumentNode]),
}

impl DocumentNode {
    /// The parts of the routes, in their order; `None` is left out.
    pub(super) fn flatten(&self, operations: &mut Vec<Option<Shown>>) {
        match self {
            Self::Operation(info, describe) => operations.push(Some(Shown { info, describe })),
            Self::Hidden => operations.push(None),
            Self::Table(items) => items.iter().for_each(|item| item.flatten(operations)),
        }
    }
}

/// A handler that is shown.
#[derive(Clone, Copy, Debug)]
pub(super) struct Shown {
    pub(super) info: &'static OperationInfo,
    pub(super) describe: &'static [Describe],
}

/// What the attribute says of an operation.
#[doc(hidden)]
#[derive(Clone, Copy, Debug)]
pub struct OperationInfo {
    /// Captures in the path's order, then the query's parameters in theirs.
    pub parameters: &'static [ParameterInfo],
    /// The declared status; 0 where none is.
    pub status: u16,
    /// The declared media type; empty where none is.
    pub content_type: &'static str,
    /// The declared headers.
    pub headers: &'static [(&'static str, &'static str)],
    /// Whether an `ETag` is declared, and a `Last-Modified`.
    pub validators: (bool, bool),
    /// The declared `Location`.
    pub link: Option<LinkInfo>,
    /// What an output without a name says.
    pub returned: Option<fn(&mut Schemas) -> Vec<Response>>,
}

impl OperationInfo {
    /// That of a handler whose attribute says nothing.
    pub const EMPTY: Self = Self {
        parameters: &[],
        status: 0,
        content_type: "",
        headers: &[],
        validators: (false, false),
        link: None,
        returned: None,
    };
}

/// A capture of the path or a parameter of the query.
#[doc(hidden)]
#[derive(Clone, Copy, Debug)]
pub struct ParameterInfo {
    /// As the URL names it.
    pub key: &'static str,
    /// As links name it.
    pub name: &'static str,
    /// How often it stands in the query; `None` is a capture.
    pub occurs: Option<Occurs>,
    /// What it may be.
    pub schema: ParameterSchema,
}

impl ParameterInfo {
    /// A capture of the path.
    #[must_use]
    pub const fn capture(name: &'static str, schema: ParameterSchema) -> Self {
        Self { key: name, name, occurs: None, schema }
    }

    /// A parameter of the query.
    #[must_use]
    pub const fn query(
        key: &'static str,
        name: &'static str,
        occurs: Occurs,
        schema: ParameterSchema,
    ) -> Self {
        Self { key, name, occurs: Some(occurs), schema }
    }
}

/// How often a parameter stands in the query.
#[doc(hidden)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Occurs {
    /// Once.
    Once,
    /// Once, or not at all.
    Optional,
    /// Any number of times.
    Repeated,
    /// Once, or not at all, and then this is its value.
    Default(&'static str),
}

/// The schema of a parameter's type; a type without one is text, as all parameters are.
#[doc(hidden)]
#[derive(Clone, Copy, Debug)]
pub struct ParameterSchema(pub(super) Option<fn(&mut SchemaGenerator) -> Schema>);

impl ParameterSchema {
    /// Any text.
    pub const TEXT: Self = Self(None);

    pub(crate) const fn of<T: JsonSchema>() -> Self {
        Self(Some(SchemaGenerator::subschema_for::<T>))
    }
}

/// Where a `Location` leads.
#[doc(hidden)]
#[derive(Clone, Copy, Debug)]
pub struct LinkInfo {
    /// The handler.
    pub to: &'static RouteInfo,
    /// Its parameters, as far as a client can tell them: `("id", "$response.body#/id")`.
    pub parameters: &'static [(&'static str, &'static str)],
}

impl Documented for EmptyTable {
    const DOCUMENT: DocumentNode = DocumentNode::Table(&[]);
}
