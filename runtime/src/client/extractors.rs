//! What a client sends for our extractors.

use bytes::Bytes;
use http::{HeaderMap, HeaderName, Method, Uri, Version};
use serde::Serialize;

use super::{Draft, KnownByServer, SendArgument};
use crate::{Body, ClientAddr, Either, Extension, IfMatch, Json, LastEventId, Preconditions, State};

impl<T: Serialize> SendArgument for Json<T> {
    type Value = T;

    fn send(value: T, request: &mut Draft) {
        match serde_json::to_vec(&value) {
            Ok(json) => request.body(Some("application/json"), json),
            Err(error) => request.fail(error),
        }
    }
}

#[cfg(feature = "form")]
impl<T: Serialize> SendArgument for crate::Form<T> {
    type Value = T;

    fn send(value: T, request: &mut Draft) {
        match serde_html_form::to_string(&value) {
            Ok(form) => request.body(Some("application/x-www-form-urlencoded"), form),
            Err(error) => request.fail(error),
        }
    }
}

#[cfg(feature = "form")]
impl<T: Serialize> SendArgument for crate::Query<T> {
    type Value = T;

    fn send(value: T, request: &mut Draft) {
        match serde_html_form::to_string(&value) {
            Ok(form) => request.query(&form),
            Err(error) => request.fail(error),
        }
    }
}

/// Bodies whose media type is not known.
macro_rules! body {
    ($($ty:ty: $media_type:expr),*) => {$(
        impl SendArgument for $ty {
            type Value = Self;

            fn send(value: Self, request: &mut Draft) {
                request.body($media_type, value);
            }
        }
    )*};
}

body!(Bytes: Some("application/octet-stream"), String: Some("text/plain; charset=utf-8"), Body: None);

impl<T: SendArgument> SendArgument for Option<T> {
    type Value = Option<T::Value>;

    fn send(value: Option<T::Value>, request: &mut Draft) {
        if let Some(value) = value {
            T::send(value, request);
        }
    }
}

/// A client sends what is right.
impl<T: SendArgument, R> SendArgument for Result<T, R> {
    type Value = T::Value;

    fn send(value: T::Value, request: &mut Draft) {
        T::send(value, request);
    }
}

impl SendArgument for LastEventId {
    type Value = Self;

    fn send(value: Self, request: &mut Draft) {
        request.header(HeaderName::from_static("last-event-id"), value.0);
    }
}

#[cfg(feature = "headers")]
impl<H: headers::Header> SendArgument for crate::Header<H> {
    type Value = H;

    fn send(value: H, request: &mut Draft) {
        headers::HeaderMapExt::typed_insert(request.headers_mut(), value);
    }
}

/// What a cookie may hold is percent-encoded (RFC 6265 §4.1.1).
#[cfg(feature = "cookies")]
impl SendArgument for crate::Cookies {
    type Value = Self;

    fn send(value: Self, request: &mut Draft) {
        let pairs = value.iter().map(|pair| crate::Cookie::from(pair).encoded().to_string());
        let pairs: Vec<String> = pairs.collect();
        if !pairs.is_empty() {
            request.header(http::header::COOKIE, pairs.join("; "));
        }
    }
}

impl SendArgument for IfMatch {
    type Value = Self;

    fn send(value: Self, request: &mut Draft) {
        if let Some(tags) = value.tags() {
            request.header(http::header::IF_MATCH, tags.clone());
        }
    }
}

impl SendArgument for Preconditions {
    type Value = Option<IfMatch>;

    fn send(value: Option<IfMatch>, request: &mut Draft) {
        Option::<IfMatch>::send(value, request);
    }
}

impl<L: SendArgument, R: SendArgument> SendArgument for Either<L, R> {
    type Value = Either<L::Value, R::Value>;

    fn send(value: Self::Value, request: &mut Draft) {
        match value {
            Either::Left(left) => L::send(left, request),
            Either::Right(right) => R::send(right, request),
        }
    }
}

/// A client sends what is valid.
#[cfg(feature = "garde")]
impl<E: SendArgument> SendArgument for crate::Valid<E> {
    type Value = E::Value;

    fn send(value: E::Value, request: &mut Draft) {
        E::send(value, request);
    }
}

macro_rules! known_by_server {
    ($([$($generics:tt)*] $ty:ty),*) => {$(
        impl<$($generics)*> KnownByServer for $ty {}
    )*};
}

known_by_server!(
    [] Method, [] Uri, [] Version, [] HeaderMap, [] ClientAddr, [T] Extension<T>, [T] State<T>,
    [T: KnownByServer] Option<T>, [T: KnownByServer, R] Result<T, R>
);

#[cfg(feature = "server")]
known_by_server!([] crate::Shutdown);
#[cfg(feature = "files")]
known_by_server!([] crate::FileRequest);
