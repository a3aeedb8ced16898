//! What the framework itself answers, and what an app makes of failures.

use http::StatusCode;
use serde_json::json;

use super::operation::Operation;
use super::problems::{MEDIA_TYPE, title};
use super::response::Response;
use super::schemas::Schemas;
use crate::app::Limits;
use crate::glue::Call;
use crate::route::RouteInfo;
use crate::serve::Excess;

/// What a failure looks like, of what it would usually look like.
pub(crate) type DescribeFailure = dyn Fn(Response, &mut Schemas) -> Response + Send + Sync;

/// What an app makes of failures.
#[derive(Clone, Copy)]
pub(crate) enum Failures<'a> {
    /// Problem documents.
    Problems,
    /// What only its hook knows.
    Unknown,
    /// What the app says of its hook.
    Described(&'a DescribeFailure),
}

/// What the document shows of an app besides its table.
#[derive(Clone, Copy)]
pub(crate) struct Settings<'a> {
    pub(crate) limits: &'a Limits,
    pub(crate) failures: Failures<'a>,
}

impl Settings<'_> {
    pub(super) const DEFAULT: Self = Self { limits: &Limits::DEFAULT, failures: Failures::Problems };

    /// Adds what every handler of its kind may be answered with in its stead, the hook asked.
    pub(super) fn add_failures(&self, operation: &mut Operation<'_>, route: &RouteInfo) {
        // Any handler may panic.
        operation.may_reject_with(500);
        if self.limits.per_address.is_some_and(|limit| limit.excess == Excess::Answer) {
            operation.may_reject_with(429);
        }
        // Requests may wait for a core for too long, and too many handlers may wait.
        if self.limits.queue.is_some() || matches!(route.call, Call::Later(_)) {
            operation.may_reject_with(503);
            // Only where the request is refused for that, and not where the handler's time has run out.
            operation.may_have_header(503, "Retry-After", json!({ "type": "integer", "minimum": 0 }));
        }
        if matches!(route.call, Call::Later(_)) {
            let is_limited = self.limits.timeout.is_some() || route.timeout_ms.is_some();
            if is_limited && self.limits.timeout_status != StatusCode::SERVICE_UNAVAILABLE {
                operation.may_reject_with(self.limits.timeout_status.as_u16());
            }
        }
    }

    /// Shows failures as the app makes them.
    pub(super) fn render(&self, operation: &mut Operation<'_>) {
        operation.each_problem(|response, schemas| match self.failures {
            Failures::Problems => response,
            Failures::Unknown => response.only_content("*/*", json!({})),
            Failures::Described(describe) => describe(response, schemas),
        });
        if matches!(self.failures, Failures::Unknown) {
            operation.respond(Response::any_status().anything().description("Any other failure"));
        }
    }
}

impl Response {
    /// Whether a problem that says no more than its status is among what it may be.
    pub(super) fn may_be_plain(&self, schemas: &Schemas) -> bool {
        let Some((_, schema)) = self.content.iter().find(|(media_type, _)| media_type == MEDIA_TYPE) else {
            return false;
        };
        let alternatives = schema["anyOf"].as_array().map_or(std::slice::from_ref(schema), Vec::as_slice);
        alternatives.iter().any(|schema| {
            let schema = schemas.resolved_name(schema);
            let status =
                schema["properties"]["status"]["const"].as_u64().and_then(|code| u16::try_from(code).ok());
            let has_usual_title = |status| schema["properties"]["title"]["const"] == title(status);
            status.is_some_and(has_usual_title) && schema["required"] == json!(["title", "status"])
        })
    }

    /// Whether it is a problem, which a hook may make something else of.
    pub(super) fn is_problem(&self) -> bool {
        self.content.iter().any(|(media_type, _)| media_type == MEDIA_TYPE)
    }
}
