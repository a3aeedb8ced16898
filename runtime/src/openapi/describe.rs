//! What types say of themselves: an extractor what it reads and rejects, a responder what it answers.

use schemars::{JsonSchema, Schema, SchemaGenerator};

use super::operation::Operation;
use super::response::Response;
use super::schemas::Schemas;
use crate::contract::Opaque;
use crate::extract::FromState;
use crate::glue::Returned;
use crate::respond::{Facts, Responder, ResponsePart};

/// An extractor that says what an OpenAPI document shows of it.
///
/// An extractor of your own need not: then the document shows how it rejects, and the credentials that it
/// [asks for](crate::Security). With it, it also shows what else it reads:
///
/// ```
/// use fingerpost::openapi::{DescribeRequest, Operation};
/// use fingerpost::{FromRequest, Problem, RequestContext, problem};
///
/// /// The tenant that a request is for.
/// struct Tenant(String);
///
/// #[derive(Problem)]
/// #[problem(400, "no tenant is named")]
/// struct NoTenant;
///
/// impl FromRequest for Tenant {
///     type Rejection = NoTenant;
///
///     async fn from_request(request: &mut RequestContext<'_>) -> Result<Self, NoTenant> {
///         let name = request.headers().get("x-tenant").and_then(|name| name.to_str().ok()).ok_or(NoTenant)?;
///         Ok(Self(name.to_owned()))
///     }
/// }
///
/// impl DescribeRequest for Tenant {
///     fn describe_request(operation: &mut Operation<'_>) {
///         operation.header_parameter("X-Tenant", true, serde_json::json!({ "type": "string" }));
///         operation.rejects::<NoTenant>();
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

/// Adds what a handler answers that returns a `T`.
#[doc(hidden)]
pub fn describe_answers<T: DescribeResponse>(operation: &mut Operation<'_>) {
    let responses = T::describe_response(operation.schemas());
    operation.answers(responses);
}

/// An output whose type cannot be named, and says what it answers; see [`Returned`].
#[doc(hidden)]
pub trait DescribesReturned {
    /// The responses that it may be.
    fn describe(self, schemas: &mut Schemas) -> Vec<Response>;
}

impl<R: DescribeResponse> DescribesReturned for Returned<R> {
    fn describe(self, schemas: &mut Schemas) -> Vec<Response> {
        R::describe_response(schemas)
    }
}

/// An output whose type cannot be named, and does not say what it answers: found one reference further.
#[doc(hidden)]
pub trait DescribesNotReturned {
    /// Anything.
    fn describe(self, schemas: &mut Schemas) -> Vec<Response>;
}

impl<R> DescribesNotReturned for &Returned<R> {
    fn describe(self, _: &mut Schemas) -> Vec<Response> {
        vec![Response::success().anything()]
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
