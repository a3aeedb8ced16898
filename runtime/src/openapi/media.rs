//! What forms with files, streams, files and WebSockets say of themselves.

use super::describe::{DescribeRequest, DescribeResponse};
use super::operation::Operation;
use super::response::Response;
use super::schemas::{Schemas, text};
use crate::{JsonLines, LastEventId, LastEventIdRejection, Shutdown, Sse};

impl DescribeRequest for LastEventId {
    fn describe_request(operation: &mut Operation<'_>) {
        operation.header_parameter("Last-Event-ID", true, text());
        operation.rejects::<LastEventIdRejection>();
    }
}

impl DescribeRequest for Shutdown {
    fn describe_request(_: &mut Operation<'_>) {}
}

impl<S> DescribeResponse for Sse<S> {
    fn describe_response(_: &mut Schemas) -> Vec<Response> {
        vec![Response::success().text("text/event-stream")]
    }
}

/// OpenAPI 3.1 has no schema for one line of many.
impl<S> DescribeResponse for JsonLines<S> {
    fn describe_response(_: &mut Schemas) -> Vec<Response> {
        vec![Response::success().text("application/x-ndjson")]
    }
}

/// The names of its parts are known to the handler alone.
#[cfg(feature = "multipart")]
impl DescribeRequest for crate::Multipart {
    fn describe_request(operation: &mut Operation<'_>) {
        let any = serde_json::json!({ "type": "object", "additionalProperties": true });
        operation.body("multipart/form-data", any);
        operation.rejects::<crate::MultipartRejection>();
    }
}

#[cfg(feature = "files")]
impl DescribeRequest for crate::FileRequest {
    fn describe_request(_: &mut Operation<'_>) {}
}

#[cfg(feature = "files")]
impl DescribeResponse for crate::NamedFile {
    fn describe_response(_: &mut Schemas) -> Vec<Response> {
        vec![
            Response::success().anything(),
            Response::status(206).anything().description("The range that was asked for"),
            Response::status(304),
        ]
    }
}

#[cfg(feature = "ws")]
impl DescribeRequest for crate::WebSocketUpgrade {
    fn describe_request(operation: &mut Operation<'_>) {
        operation.rejects::<crate::WebSocketRejection>();
    }
}

#[cfg(feature = "ws")]
impl DescribeResponse for crate::SwitchingProtocols {
    fn describe_response(schemas: &mut Schemas) -> Vec<Response> {
        vec![Response::status(101).description("On as a WebSocket"), Response::problem(403, schemas)]
    }
}
