//! The OpenAPI document: what the attributes and signatures of an app say, for those who call it.
//!
//! A document is asked for by [`App::openapi`](crate::App::openapi), which serves it, or by [`Document::of`]. It is made
//! from the table that serves, so that it cannot say otherwise. What the types of a signature contribute they say
//! themselves: [`DescribeRequest`], [`DescribeResponse`], and [`JsonSchema`](schemars::JsonSchema) of the crate `schemars`
//! for what is sent and answered as JSON. Until a document is asked for, no type needs any of them.

mod compare;
mod compare_schema;
mod compare_security;
mod conditional;
#[cfg(feature = "conformance")]
mod conformance;
mod contract;
mod describe;
mod document;
mod extractors;
mod failures;
mod golden;
mod info;
mod lifecycle;
mod media;
mod negotiation;
mod operation;
#[cfg(feature = "openapi-ui")]
mod page;
mod paths;
mod plain;
mod problems;
mod rejections;
mod responders;
mod response;
mod schemas;
mod security;
mod serve;
mod write;

pub use ::schemars;
pub use compare::Change;
#[cfg(feature = "conformance")]
pub(crate) use conformance::Breach;
#[cfg(feature = "conformance")]
pub use conformance::{Conformance, Conforming, Coverage};
pub use contract::Documented;
#[doc(hidden)]
pub use contract::{
    AskedLater, DocumentNode, Halves, LinkInfo, Occurs, OperationInfo, ParameterInfo, ParameterSchema,
    Signature,
};
pub use describe::{DescribePart, DescribeRequest, DescribeResponse, HasSchema};
#[doc(hidden)]
pub use describe::{DescribesNotReturned, DescribesReturned, describe_answers};
pub use document::Document;
pub(crate) use failures::{DescribeFailure, Failures, Settings};
#[doc(hidden)]
pub use golden::assert_document;
pub use info::Info;
pub use operation::Operation;
#[doc(hidden)]
pub use problems::{Responses, describe_problems, flattened, member_of};
pub use response::Response;
pub use schemas::Schemas;
pub(crate) use serve::{Published, Unpublished};
