//! What a client reads of our responders.

use std::borrow::Cow;

use bytes::Bytes;
use http::StatusCode;

use super::{Events, FromJson, ReadResponse, Received, Reply, Statuses};
use crate::contract::{Opaque, Unnamed};
use crate::{Body, BoxError, Created, Html, Json, NoContent, Redirect, Sse, Streamed};

/// Responders that are all read the same way.
macro_rules! read {
    ($([$($generics:tt)*] $ty:ty),* => $value:ty: $read:path) => {$(
        impl<$($generics)*> ReadResponse for $ty {
            type Value = $value;

            async fn read(response: Reply<Received>) -> Result<$value, BoxError> {
                $read(response).await
            }
        }
    )*};
}

read!([] String, [] &'static str, [] Cow<'static, str>, [T] Html<T> => String: text);
read!([] Bytes, [] Vec<u8>, [] &'static [u8], [const N: usize] &'static [u8; N], [T] Opaque<T> => Bytes: bytes);
read!([] Body, [S] Streamed<S>, [] Unnamed => Body: body);

async fn bytes(response: Reply<Received>) -> Result<Bytes, BoxError> {
    response.into_inner().bytes().await
}

async fn text(response: Reply<Received>) -> Result<String, BoxError> {
    let bytes = response.into_inner().bytes().await?;
    Ok(String::from_utf8(bytes.into())?)
}

#[allow(clippy::unused_async)]
async fn body(response: Reply<Received>) -> Result<Body, BoxError> {
    Ok(response.into_inner().into_body())
}

/// What has no body.
macro_rules! nothing {
    ($($ty:ty => $statuses:expr),*) => {$(
        impl ReadResponse for $ty {
            type Value = ();

            const STATUSES: Statuses = $statuses;

            async fn read(_: Reply<Received>) -> Result<(), BoxError> {
                Ok(())
            }
        }
    )*};
}

// A redirect says where to in its `Location`, which the reply has.
nothing!(() => Statuses::usually(204), NoContent => Statuses::only(204), Redirect => Statuses::redirections());

impl<T: FromJson> ReadResponse for Json<T> {
    type Value = T;

    const ACCEPTED: &'static str = "application/json";

    fn reads(media_type: &str) -> bool {
        is_json(media_type)
    }

    async fn read(response: Reply<Received>) -> Result<T, BoxError> {
        Ok(T::from_json(&response.into_inner().bytes().await?)?)
    }
}

impl ReadResponse for serde_json::Value {
    type Value = Self;

    const ACCEPTED: &'static str = "application/json";

    fn reads(media_type: &str) -> bool {
        is_json(media_type)
    }

    async fn read(response: Reply<Received>) -> Result<Self, BoxError> {
        Ok(Self::from_json(&response.into_inner().bytes().await?)?)
    }
}

fn is_json(media_type: &str) -> bool {
    crate::extract::is_json(media_type.as_bytes())
}

/// A status is the whole answer.
impl ReadResponse for StatusCode {
    type Value = Self;

    const STATUSES: Statuses = Statuses::successful();

    async fn read(response: Reply<Received>) -> Result<Self, BoxError> {
        Ok(response.status())
    }
}

/// Of any status, and nothing more is known of it.
impl<B> ReadResponse for http::Response<B> {
    type Value = Body;

    const STATUSES: Statuses = Statuses::any();

    async fn read(response: Reply<Received>) -> Result<Body, BoxError> {
        body(response).await
    }
}

impl<S> ReadResponse for Sse<S> {
    type Value = Events;

    const ACCEPTED: &'static str = "text/event-stream";

    async fn read(response: Reply<Received>) -> Result<Events, BoxError> {
        Ok(Events::new(response.into_inner().into_body()))
    }
}

/// `Location` is the reply's.
impl<T: ReadResponse> ReadResponse for Created<T> {
    type Value = T::Value;

    const STATUSES: Statuses = Statuses::only(201);
    const ACCEPTED: &'static str = T::ACCEPTED;

    fn reads(media_type: &str) -> bool {
        T::reads(media_type)
    }

    fn read(response: Reply<Received>) -> impl Future<Output = Result<T::Value, BoxError>> + Send {
        T::read(response)
    }
}

/// What the parts add is the reply's.
macro_rules! with_parts {
    ($($part:ident),+) => {
        impl<$($part,)+ T: ReadResponse> ReadResponse for ($($part,)+ T) {
            type Value = T::Value;

            const STATUSES: Statuses = Statuses::successful();
            const ACCEPTED: &'static str = T::ACCEPTED;

            fn reads(media_type: &str) -> bool {
                T::reads(media_type)
            }

            fn read(response: Reply<Received>) -> impl Future<Output = Result<T::Value, BoxError>> + Send {
                T::read(response)
            }
        }
    };
}

with_parts!(P1);
with_parts!(P1, P2);
with_parts!(P1, P2, P3);

#[cfg(feature = "askama")]
read!([T] crate::Template<T> => String: text);
#[cfg(feature = "minijinja")]
read!([] crate::Page => String: text);
