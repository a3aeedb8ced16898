//! What the rejections of our extractors, and the other failures that our types declare, are answered with.

use serde_json::{Value, json};

use super::describe::DescribeResponse;
use super::problems::rejection;
use super::response::Response;
use super::schemas::{Schemas, text};
use crate::{
    JsonRejection, LastEventIdRejection, MissingClientAddr, MissingExtension, MissingIfMatch, NotAcceptable,
    PathRejection, PreconditionFailed,
};

/// Rejections that become one of their [`POSSIBLE`](crate::IntoProblem::POSSIBLE) problems; behind the arrow the schema of its
/// extension members, where it has any.
macro_rules! rejections {
    ($($ty:ty $(=> $member:expr)?),* $(,)?) => {$(
        impl DescribeResponse for $ty {
            fn describe_response(schemas: &mut Schemas) -> Vec<Response> {
                rejection::<Self>(schemas, rejections!(@member $($member)?))
            }
        }
    )*};
    (@member) => { |_| json!({}) };
    (@member $member:expr) => { $member };
}

rejections! {
    JsonRejection => json_member,
    LastEventIdRejection,
    MissingIfMatch,
    NotAcceptable => |_| json!({ "type": "array", "items": text() }),
    PathRejection,
    PreconditionFailed,
}
#[cfg(feature = "auth")]
rejections!(crate::Unauthorized);
#[cfg(feature = "form")]
rejections!(crate::FormRejection, crate::QueryRejection);
#[cfg(feature = "garde")]
rejections!(crate::Violations => json_member);
#[cfg(feature = "headers")]
rejections!(crate::HeaderRejection);
#[cfg(feature = "multipart")]
rejections!(crate::MultipartRejection);
#[cfg(feature = "ws")]
rejections!(crate::WebSocketRejection);

/// What is refused within, or what the rules refuse.
#[cfg(feature = "garde")]
impl<R: DescribeResponse> DescribeResponse for crate::ValidRejection<R> {
    fn describe_response(schemas: &mut Schemas) -> Vec<Response> {
        let mut responses = R::describe_response(schemas);
        responses.extend(crate::Violations::describe_response(schemas));
        responses
    }
}

fn json_member(name: &str) -> Value {
    match name {
        "errors" => json!({
            "type": "array",
            "items": {
                "type": "object",
                "properties": {
                    "detail": text(),
                    "pointer": { "description": "A JSON Pointer (RFC 6901 §6).", "type": "string" },
                },
                "required": ["detail", "pointer"],
            },
        }),
        _ => json!({ "type": "integer", "minimum": 0 }),
    }
}

/// The app itself is at fault.
impl DescribeResponse for MissingExtension {
    fn describe_response(schemas: &mut Schemas) -> Vec<Response> {
        vec![Response::problem(500, schemas)]
    }
}

/// The app itself is at fault.
impl DescribeResponse for MissingClientAddr {
    fn describe_response(schemas: &mut Schemas) -> Vec<Response> {
        vec![Response::problem(500, schemas)]
    }
}
