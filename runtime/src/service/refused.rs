//! The answer to what was refused before it was a request: the app's own, like that of every failure.

use http::{Request, header};

use super::{Service, admission, failure, render};
use crate::Problem;
use crate::extract::{Message, RequestLine};
use crate::respond::Response;

impl Service {
    /// The hook has the failure, and a request that says nothing: `GET /` without headers. A body that is not there yet has
    /// nobody to wait for it, so the document stands for it.
    #[cold]
    pub(crate) fn refuse(&self, problem: Problem) -> Response {
        let app = &self.shared;
        let mut line = RequestLine { head: Request::new(()).into_parts().0, peer: None };
        let mut message = Message::of(&mut line.head, crate::Body::empty());
        message.response = *failure(problem);
        // It is the client's doing, however often it likes, whatever the status says.
        message.response.extensions_mut().insert(admission::Refused);
        render(app, &line, &mut message);
        let mut response = message.response;
        if !response.body().is_empty() && response.body().as_full().is_none() {
            crate::problem::render(&mut response);
        }
        app.security.add_to(&mut response);
        for name in [header::CONTENT_LENGTH, header::TRANSFER_ENCODING, header::CONNECTION, header::DATE] {
            response.headers_mut().remove(name);
        }
        response
    }
}
