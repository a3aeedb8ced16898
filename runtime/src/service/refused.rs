//! The answer to what was refused before it was a request: the app's own, like that of every failure.

use http::request::Parts;
use http::{Request, header};

use super::render::render;
use super::{Service, admission, failure, framing};
use crate::extract::RequestLine;
use crate::respond::Response;
use crate::{Problem, head};

impl Service {
    /// The hook is given the failure, and for its request `GET /` without headers. Nobody could wait for a body that is not there
    /// yet, so the document takes its place.
    #[cold]
    pub(crate) fn refuse(&self, problem: Problem) -> Response {
        let app = &self.shared;
        let (Parts { method, uri, version, headers, .. }, ()) = Request::new(()).into_parts();
        let line = RequestLine { method, uri, version, peer: None };
        let mut response = *failure(problem);
        // Not logged: the client can cause it as often as it likes, whatever the status is.
        response.extensions_mut().insert(admission::Refused);
        render(app, &line, &headers, &mut response);
        if !response.body().is_empty() && response.body().as_full().is_none() {
            crate::problem::render(&mut response);
        }
        framing::finish(&line.method, &app.security, &mut response);
        for name in [header::CONTENT_LENGTH, header::TRANSFER_ENCODING, header::CONNECTION, header::DATE] {
            head::unset(response.headers_mut(), &name);
        }
        response
    }
}
