//! What our responders answer.

use std::borrow::Cow;
use std::convert::Infallible;

use bytes::Bytes;
use http::{HeaderMap, StatusCode};
use serde_json::{Value, json};

use super::describe::{DescribePart, DescribeResponse, HasSchema};
use super::operation::uri_reference;
use super::problems;
use super::response::Response;
use super::schemas::Schemas;
#[cfg(any(feature = "cookies", feature = "headers"))]
use super::schemas::text;
use crate::{AppendHeaders, Body, Created, Html, Json, NoContent, Problem, Redirect, Streamed};

/// One response, whatever the value.
macro_rules! always {
    ($($ty:ty => $response:expr),* $(,)?) => {$(
        impl DescribeResponse for $ty {
            fn describe_response(_: &mut Schemas) -> Vec<Response> {
                vec![$response]
            }
        }
    )*};
}

always! {
    () => Response::usually(204),
    NoContent => Response::status(204),
    &'static str => plain(),
    String => plain(),
    Cow<'static, str> => plain(),
    Bytes => octets(),
    Vec<u8> => octets(),
    &'static [u8] => octets(),
    Body => Response::success().anything(),
    Value => Response::success().content("application/json", json!({})),
}

fn plain() -> Response {
    Response::success().text("text/plain; charset=utf-8")
}

fn octets() -> Response {
    Response::success().bytes("application/octet-stream")
}

impl<const N: usize> DescribeResponse for &'static [u8; N] {
    fn describe_response(_: &mut Schemas) -> Vec<Response> {
        vec![octets()]
    }
}

/// What never happens.
impl DescribeResponse for Infallible {
    fn describe_response(_: &mut Schemas) -> Vec<Response> {
        Vec::new()
    }
}

impl<T: HasSchema> DescribeResponse for Json<T> {
    fn describe_response(schemas: &mut Schemas) -> Vec<Response> {
        let schema = schemas.answered::<T>();
        vec![Response::success().content("application/json", schema)]
    }
}

impl<T> DescribeResponse for Html<T> {
    fn describe_response(_: &mut Schemas) -> Vec<Response> {
        vec![Response::success().text("text/html; charset=utf-8")]
    }
}

impl<S> DescribeResponse for Streamed<S> {
    fn describe_response(_: &mut Schemas) -> Vec<Response> {
        vec![octets()]
    }
}

impl<B> DescribeResponse for http::Response<B> {
    fn describe_response(_: &mut Schemas) -> Vec<Response> {
        vec![Response::any_status().anything()]
    }
}

/// Which status it is, is known when it is returned. A failure is a problem.
impl DescribeResponse for StatusCode {
    fn describe_response(schemas: &mut Schemas) -> Vec<Response> {
        let schema = problems::any(schemas);
        vec![Response::any_status().content(problems::MEDIA_TYPE, schema)]
    }
}

/// Any problem.
impl DescribeResponse for Problem {
    fn describe_response(schemas: &mut Schemas) -> Vec<Response> {
        let schema = problems::any(schemas);
        vec![Response::any_status().content(problems::MEDIA_TYPE, schema).description("Any other problem")]
    }
}

impl DescribeResponse for Redirect {
    fn describe_response(_: &mut Schemas) -> Vec<Response> {
        // Which of them it is is decided by how it is made.
        vec![Response::redirect().header("Location", &uri_reference()).description("A redirect")]
    }
}

impl<T: DescribeResponse> DescribeResponse for Box<T> {
    fn describe_response(schemas: &mut Schemas) -> Vec<Response> {
        T::describe_response(schemas)
    }
}

impl<T: DescribeResponse> DescribeResponse for Created<T> {
    fn describe_response(schemas: &mut Schemas) -> Vec<Response> {
        let mut responses = T::describe_response(schemas);
        for response in &mut responses {
            response.set_status(201);
            if !response.is_failure() {
                response.add_header("Location", true, &uri_reference());
            }
        }
        responses
    }
}

macro_rules! with_parts {
    ($($part:ident),+) => {
        impl<$($part: DescribePart,)+ T: DescribeResponse> DescribeResponse for ($($part,)+ T) {
            fn describe_response(schemas: &mut Schemas) -> Vec<Response> {
                let mut responses = T::describe_response(schemas);
                for response in &mut responses {
                    if !response.is_failure() {
                        $($part::describe_part(response, schemas);)+
                    }
                }
                responses
            }
        }
    };
}

with_parts!(P1);
with_parts!(P1, P2);
with_parts!(P1, P2, P3);

impl DescribePart for StatusCode {
    fn describe_part(response: &mut Response, _: &mut Schemas) {
        response.set_any_status();
    }
}

/// Parts whose headers are named when they are made: there is nothing to show, and other headers are always allowed.
macro_rules! unnamed_headers {
    ($([$($generics:tt)*] $ty:ty),* $(,)?) => {$(
        impl<$($generics)*> DescribePart for $ty {
            fn describe_part(_: &mut Response, _: &mut Schemas) {}
        }
    )*};
}

unnamed_headers!([] HeaderMap, [N, V, const K: usize] [(N, V); K], [I] AppendHeaders<I>);

#[cfg(feature = "cookies")]
impl DescribePart for crate::SetCookies {
    fn describe_part(response: &mut Response, _: &mut Schemas) {
        response.add_header("Set-Cookie", false, &text());
    }
}

#[cfg(feature = "headers")]
impl<H: headers::Header> DescribePart for crate::Header<H> {
    fn describe_part(response: &mut Response, _: &mut Schemas) {
        if *H::name() != http::header::CONTENT_TYPE {
            response.add_header(H::name().as_str(), true, &text());
        }
    }
}

impl<P: DescribePart> DescribePart for Option<P> {
    fn describe_part(response: &mut Response, schemas: &mut Schemas) {
        let before: Vec<String> = response.headers.iter().map(|(name, _)| name.clone()).collect();
        P::describe_part(response, schemas);
        for (name, header) in &mut response.headers {
            if let Some(header) = header.as_object_mut().filter(|_| !before.contains(name)) {
                header.remove("required");
            }
        }
    }
}

#[cfg(feature = "askama")]
impl<T> DescribeResponse for crate::Template<T> {
    fn describe_response(schemas: &mut Schemas) -> Vec<Response> {
        vec![Response::success().text("text/html; charset=utf-8"), Response::problem(500, schemas)]
    }
}

#[cfg(feature = "minijinja")]
impl DescribeResponse for crate::Page {
    fn describe_response(schemas: &mut Schemas) -> Vec<Response> {
        vec![Response::success().text("text/html; charset=utf-8"), Response::problem(500, schemas)]
    }
}
