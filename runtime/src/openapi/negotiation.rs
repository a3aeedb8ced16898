//! What negotiated content says of itself: several media types, 406 and 415.

use serde_json::json;

use super::describe::{DescribeRequest, DescribeResponse};
use super::operation::Operation;
use super::response::Response;
use super::schemas::{Schemas, text};
use crate::respond::{Otherwise, Representation};
use crate::{Either, EitherRejection, FromRequest, MediaTypes, Negotiated, NotAcceptable};

/// Representations that say what the document shows of them.
#[diagnostic::on_unimplemented(
    message = "`{Self}` does not say what an OpenAPI document shows of it\nhelp: implement `fingerpost::openapi::DescribeResponse` for each representation",
    label = "what it answers is not known"
)]
pub trait DescribeRepresentations {
    /// The responses of all.
    #[doc(hidden)]
    fn describe_all(schemas: &mut Schemas) -> Vec<Response>;
}

macro_rules! tuples {
    ($($name:ident)*) => {
        impl<$($name: DescribeResponse + Representation),*> DescribeRepresentations for ($($name,)*) {
            fn describe_all(schemas: &mut Schemas) -> Vec<Response> {
                let mut responses = Vec::new();
                $(responses.extend(one::<$name>(schemas));)*
                responses
            }
        }
    };
}

tuples!(A B);
tuples!(A B C);
tuples!(A B C D);
tuples!(A B C D E);
tuples!(A B C D E F);

/// One representation, which is sent as its media type.
fn one<R: DescribeResponse + Representation>(schemas: &mut Schemas) -> Vec<Response> {
    let mut responses = R::describe_response(schemas);
    for response in responses.iter_mut().filter(|response| !response.is_failure()) {
        response.content.truncate(1);
        match response.content.first_mut() {
            Some((media_type, _)) => R::MEDIA_TYPE.clone_into(media_type),
            None => response.content.push((R::MEDIA_TYPE.to_owned(), json!({}))),
        }
        response.add_header("Vary", true, &text());
    }
    responses
}

impl<T, R: DescribeRepresentations, E: Otherwise> DescribeResponse for Negotiated<T, R, E> {
    fn describe_response(schemas: &mut Schemas) -> Vec<Response> {
        let mut responses = R::describe_all(schemas);
        if !E::TAKES_ANY {
            responses.extend(NotAcceptable::describe_response(schemas));
        }
        responses
    }
}

impl<L, R> DescribeRequest for Either<L, R>
where
    L: DescribeRequest + FromRequest,
    R: DescribeRequest + FromRequest,
{
    fn describe_request(operation: &mut Operation<'_>) {
        L::describe_request(operation);
        R::describe_request(operation);
        // One that takes any is asked for every body.
        if !Self::MEDIA_TYPES.is_any() {
            operation.rejects_with(400);
            operation.rejects_with(408);
            operation.rejects_with(413);
            let unsupported = Response::problem(415, operation.schemas());
            operation.respond(unsupported.header("Accept", &text()));
        }
    }
}

impl<L: DescribeResponse, R: DescribeResponse> DescribeResponse for EitherRejection<L, R> {
    fn describe_response(schemas: &mut Schemas) -> Vec<Response> {
        let mut responses = L::describe_response(schemas);
        responses.extend(R::describe_response(schemas));
        responses.extend([400, 408, 413, 415].map(|status| Response::problem(status, schemas)));
        responses
    }
}

impl Operation<'_> {
    /// The headers with which 415 tells what is accepted by this route's methods.
    pub(super) fn add_accepted(&self, unsupported: &mut Response) {
        if MediaTypes::shown(self.route().accepts).is_empty() {
            return;
        }
        for (method, name) in crate::glue::ACCEPTS {
            if self.route().methods.contains(&method.as_str()) {
                unsupported.add_header(name.as_str(), false, &text());
            }
        }
    }
}
