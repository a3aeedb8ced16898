//! What conditional requests say of themselves: entity tags, preconditions, 304, 412 and 428.

use super::describe::{DescribePart, DescribeRequest};
use super::operation::Operation;
use super::response::Response;
use super::schemas::{Schemas, text};
use crate::{ETag, IfMatch, MissingIfMatch, PreconditionFailed, Preconditions};

impl Operation<'_> {
    /// What a route with validators answers besides its success: 304 with the same headers, and 412.
    pub(super) fn validates(&mut self, success: &Response) {
        let (etag, last_modified) = self.info().validators;
        let pairs = [
            (etag, ["If-Match", "If-None-Match"]),
            (last_modified, ["If-Unmodified-Since", "If-Modified-Since"]),
        ];
        for (_, names) in pairs.into_iter().filter(|(is_declared, _)| *is_declared) {
            names.into_iter().for_each(|name| self.header_parameter(name, false, text()));
        }
        let mut known = Response::status(304);
        known.headers.clone_from(&success.headers);
        self.respond(known);
        self.rejects::<PreconditionFailed>();
    }

    /// The headers of a success with validators: a stream has none.
    pub(super) fn add_validators(&self, response: &mut Response) {
        let (etag, last_modified) = self.info().validators;
        for (_, name) in [(etag, "ETag"), (last_modified, "Last-Modified")].iter().filter(|(is, _)| *is) {
            if !response.headers.iter().any(|(known, _)| known == name) {
                response.add_header(name, false, &text());
            }
        }
    }
}

impl DescribePart for ETag {
    fn describe_part(response: &mut Response, _: &mut Schemas) {
        response.add_header("ETag", true, &text());
    }
}

/// A handler takes it in order to check it, so that 412 is among the answers.
impl DescribeRequest for IfMatch {
    fn describe_request(operation: &mut Operation<'_>) {
        operation.header_parameter("If-Match", true, text());
        if !operation.is_optional() {
            operation.rejects::<MissingIfMatch>();
        }
        operation.rejects::<PreconditionFailed>();
    }
}

impl DescribeRequest for Preconditions {
    fn describe_request(operation: &mut Operation<'_>) {
        for name in ["If-Match", "If-Unmodified-Since", "If-None-Match"] {
            operation.header_parameter(name, false, text());
        }
        operation.rejects::<PreconditionFailed>();
    }
}
