//! What types say of themselves: an extractor what it reads and rejects, a responder what it answers.

use schemars::{JsonSchema, Schema, SchemaGenerator};

use super::operation::Operation;
use super::response::Response;
use super::schemas::Schemas;
use crate::contract::{Opaque, Unnamed};
use crate::extract::FromState;
use crate::respond::{Facts, Responder, ResponsePart};

/// An extractor that says what an OpenAPI document shows of it.
///
/// An extractor of your own need not: then the document shows how it rejects. With it, it also shows what it reads:
///
/// ```
/// use fingerpost::openapi::{DescribeRequest, Operation, Schemas, SecurityScheme};
/// use fingerpost::{FromRequest, Problem, RequestContext, problem};
///
/// /// A key that clients send in a header.
/// struct ApiKey(String);
///
/// #[derive(Problem)]
/// #[problem(401, "an API key is required")]
/// struct NoApiKey;
///
/// impl FromRequest for ApiKey {
///     type Rejection = NoApiKey;
///
///     async fn from_request(request: &mut RequestContext<'_>) -> Result<Self, NoApiKey> {
///         let key = request.headers().get("x-api-key").and_then(|key| key.to_str().ok()).ok_or(NoApiKey)?;
///         Ok(Self(key.to_owned()))
///     }
/// }
///
/// impl DescribeRequest for ApiKey {
///     fn describe_request(operation: &mut Operation<'_>) {
///         operation.security("apiKey", SecurityScheme::header("X-API-Key"));
///         operation.rejects::<NoApiKey>();
///     }
/// }
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` does not say what an OpenAPI document shows of it\nhelp: implement `fingerpost::openapi::DescribeRequest` for it",
    label = "what it reads is not known"
)]
pub trait DescribeRequest {
    /// Adds what it reads, and what is answered where it rejects.
    fn describe_request(operation: &mut Operation<'_>);
}

/// A responder that says what an OpenAPI document shows of it.
///
/// A responder of your own need not: then the document shows the status of its [`Facts`], and content of any kind.
///
/// ```
/// use fingerpost::openapi::{DescribeResponse, Response, Schemas};
/// use fingerpost::{Responder, header};
///
/// /// Comma-separated values (RFC 4180).
/// struct Csv(String);
///
/// impl Responder for Csv {
///     fn respond(self, response: &mut fingerpost::Response) {
///         let media_type = header::HeaderValue::from_static("text/csv; charset=utf-8");
///         response.headers_mut().insert(header::CONTENT_TYPE, media_type);
///         *response.body_mut() = self.0.into();
///     }
/// }
///
/// impl DescribeResponse for Csv {
///     fn describe_response(_: &mut Schemas) -> Vec<Response> {
///         vec![Response::success().text("text/csv; charset=utf-8")]
///     }
/// }
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` does not say what an OpenAPI document shows of it\nhelp: implement `fingerpost::openapi::DescribeResponse` for it",
    label = "what it answers is not known"
)]
pub trait DescribeResponse {
    /// The responses that it may be: none that it is not.
    fn describe_response(schemas: &mut Schemas) -> Vec<Response>;
}

/// A part of a response that says what an OpenAPI document shows of it: as [`DescribeResponse`].
#[diagnostic::on_unimplemented(
    message = "`{Self}` does not say what an OpenAPI document shows of it\nhelp: implement `fingerpost::openapi::DescribePart` for it",
    label = "what it adds to a response is not known"
)]
pub trait DescribePart {
    /// Adds what the part adds.
    fn describe_part(response: &mut Response, schemas: &mut Schemas);
}

/// A type with a JSON Schema: every [`JsonSchema`].
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no schema, and an OpenAPI document shows it\nhelp: derive one: `#[derive(JsonSchema)]`, of the crate `schemars`",
    label = "what it looks like is not known"
)]
pub trait HasSchema {
    #[doc(hidden)]
    fn schema(generator: &mut SchemaGenerator) -> Schema;
}

#[diagnostic::do_not_recommend]
impl<T: JsonSchema + ?Sized> HasSchema for T {
    fn schema(generator: &mut SchemaGenerator) -> Schema {
        generator.subschema_for::<T>()
    }
}

/// The signature of a handler.
#[doc(hidden)]
pub trait DescribeSignature {
    /// Adds what it says.
    fn describe(operation: &mut Operation<'_>);
}

impl<A: DescribeArguments, O: DescribeResponse> DescribeSignature for (A, O) {
    fn describe(operation: &mut Operation<'_>) {
        A::describe_arguments(operation);
        let responses = O::describe_response(operation.schemas());
        operation.answers(responses);
    }
}

/// The extractors of a handler.
#[doc(hidden)]
pub trait DescribeArguments {
    /// Adds what they read and reject.
    fn describe_arguments(operation: &mut Operation<'_>);
}

impl DescribeArguments for () {
    fn describe_arguments(_: &mut Operation<'_>) {}
}

impl<T: DescribeRequest, Rest: DescribeArguments> DescribeArguments for (T, Rest) {
    fn describe_arguments(operation: &mut Operation<'_>) {
        T::describe_request(operation);
        Rest::describe_arguments(operation);
    }
}

/// What the error answers is a failure: nothing of what the route declares belongs to it.
impl<T: DescribeResponse, E: DescribeResponse> DescribeResponse for Result<T, E> {
    fn describe_response(schemas: &mut Schemas) -> Vec<Response> {
        let mut responses = T::describe_response(schemas);
        responses.extend(E::describe_response(schemas).into_iter().map(Response::failure));
        responses
    }
}

/// `None` is 404 (RFC 9110 §15.5.5).
impl<T: DescribeResponse> DescribeResponse for Option<T> {
    fn describe_response(schemas: &mut Schemas) -> Vec<Response> {
        let mut responses = T::describe_response(schemas);
        responses.push(Response::problem(404, schemas));
        responses
    }
}

impl DescribeResponse for Unnamed {
    fn describe_response(_: &mut Schemas) -> Vec<Response> {
        vec![Response::success().anything()]
    }
}

/// What is known of any responder.
impl<T: Responder> DescribeResponse for Opaque<T> {
    fn describe_response(_: &mut Schemas) -> Vec<Response> {
        vec![of_facts(T::FACTS)]
    }
}

fn of_facts(facts: Facts) -> Response {
    let response =
        if facts.has_own_status() { Response::status(facts.status()) } else { Response::success() };
    if facts.has_body() { response.anything() } else { response }
}

impl<P: ResponsePart> DescribePart for Opaque<P> {
    fn describe_part(response: &mut Response, _: &mut Schemas) {
        if P::SETS_STATUS {
            response.set_any_status();
        }
    }
}

/// What is known of any extractor: how it rejects.
impl<T: FromState> DescribeRequest for Opaque<T, true>
where
    T::Rejection: DescribeResponse,
{
    fn describe_request(operation: &mut Operation<'_>) {
        operation.rejects::<T::Rejection>();
    }
}

impl<T: FromState> DescribeRequest for Opaque<T, false> {
    fn describe_request(operation: &mut Operation<'_>) {
        operation.respond(of_facts(<T::Rejection as Responder>::FACTS));
    }
}
