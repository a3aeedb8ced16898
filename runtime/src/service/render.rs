//! A failure as the app's hook says, or as a problem document.

use std::panic::AssertUnwindSafe;

use http::{HeaderMap, StatusCode};

use super::admission;
use crate::app::{FailedRequest, Shared};
use crate::extract::RequestLine;
use crate::respond::Response;
use crate::{Problem, head, log};

/// Writes a failure as the app's hook says, or as a problem document.
#[cold]
pub(super) fn render(app: &Shared, line: &RequestLine, headers: &HeaderMap, response: &mut Response) {
    let Some(problem) = Problem::of(response) else { return };
    // 501 is not logged: the client can cause it as often as it likes.
    let is_said = response.extensions().get::<admission::Refused>().is_some();
    if problem.status().is_server_error() && problem.status() != StatusCode::NOT_IMPLEMENTED && !is_said {
        log::failure(&line.method, line.uri.path(), problem);
    }
    let request = FailedRequest { method: &line.method, uri: &line.uri, headers };
    // A hook that fails must not take the answer with it.
    let rendered =
        std::panic::catch_unwind(AssertUnwindSafe(|| app.render(&request, problem))).unwrap_or_default();
    let Some(rendered) = rendered else { return crate::problem::render(response) };
    let (head, body) = rendered.into_parts();
    if head.status.is_client_error() || head.status.is_server_error() {
        *response.status_mut() = head.status;
    }
    for (name, value) in &head.headers {
        head::set(response.headers_mut(), name.clone(), value.clone());
    }
    *response.body_mut() = body;
}
