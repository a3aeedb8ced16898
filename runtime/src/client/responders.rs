//! What a client reads of our responders.

use std::borrow::Cow;
use std::pin::Pin;
use std::task::{Context, Poll};

use bytes::Bytes;
use futures_core::Stream;
use http::StatusCode;
use serde::de::DeserializeOwned;

use super::{Events, Lines, ReadResponse, Received, Reply, Statuses};
use crate::contract::{Opaque, StreamOf, Unnamed};
use crate::extract::essence_of;
use crate::{
    Body, BoxError, Created, Html, Json, JsonLines, MediaTypes, Negotiated, NoContent, Redirect,
    Representation, Sse, Streamed,
};

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

/// The whole file, or the range that a header of the call asks for.
#[cfg(feature = "files")]
impl ReadResponse for crate::NamedFile {
    type Value = Body;

    const STATUSES: Statuses = Statuses::successful();

    async fn read(response: Reply<Received>) -> Result<Body, BoxError> {
        body(response).await
    }
}

async fn bytes(response: Reply<Received>) -> Result<Bytes, BoxError> {
    response.into_inner().bytes().await
}

async fn text(response: Reply<Received>) -> Result<String, BoxError> {
    let bytes = response.into_inner().bytes().await?;
    Ok(String::from_utf8(bytes.into())?)
}

async fn body(response: Reply<Received>) -> Result<Body, BoxError> {
    Ok(response.into_inner().into_body())
}

/// Responders without a body.
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

impl<T: DeserializeOwned> ReadResponse for Json<T> {
    type Value = T;

    const ACCEPTED: &'static str = "application/json";

    fn reads(media_type: &str) -> bool {
        MediaTypes::JSON.contains(media_type.as_bytes())
    }

    async fn read(response: Reply<Received>) -> Result<T, BoxError> {
        Ok(serde_json::from_slice(&response.into_inner().bytes().await?)?)
    }
}

/// As a [`Json`] of it.
impl ReadResponse for serde_json::Value {
    type Value = Self;

    const ACCEPTED: &'static str = Json::<Self>::ACCEPTED;

    fn reads(media_type: &str) -> bool {
        Json::<Self>::reads(media_type)
    }

    fn read(response: Reply<Received>) -> impl Future<Output = Result<Self, BoxError>> + Send {
        Json::<Self>::read(response)
    }
}

/// A status is the whole answer.
impl ReadResponse for StatusCode {
    type Value = Self;

    const STATUSES: Statuses = Statuses::successful();

    async fn read(response: Reply<Received>) -> Result<Self, BoxError> {
        Ok(response.status())
    }
}

/// It may have any status, and nothing more is known of it.
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

impl<S, T, E> ReadResponse for JsonLines<S>
where
    S: Stream<Item = Result<T, E>>,
    T: DeserializeOwned,
{
    type Value = Lines<T>;

    const ACCEPTED: &'static str = "application/x-ndjson";

    async fn read(response: Reply<Received>) -> Result<Lines<T>, BoxError> {
        Ok(Lines::new(response.into_inner().into_body()))
    }
}

/// Responders around another, which is read.
macro_rules! around {
    ($([$($generics:tt)*] $ty:ty => $statuses:expr),* $(,)?) => {$(
        impl<$($generics)* T: ReadResponse> ReadResponse for $ty {
            type Value = T::Value;

            const STATUSES: Statuses = $statuses;
            const ACCEPTED: &'static str = T::ACCEPTED;

            fn reads(media_type: &str) -> bool {
                T::reads(media_type)
            }

            fn read(response: Reply<Received>) -> impl Future<Output = Result<T::Value, BoxError>> + Send {
                T::read(response)
            }
        }
    )*};
}

// `Location`, and what parts add, is the reply's.
around! {
    [] Created<T> => Statuses::only(201),
    [] Box<T> => T::STATUSES,
    [P1,] (P1, T) => Statuses::successful(),
    [P1, P2,] (P1, P2, T) => Statuses::successful(),
    [P1, P2, P3,] (P1, P2, P3, T) => Statuses::successful(),
}

/// A client asks for the first, as it reads it; what it asks for by a header of its own is kept as it comes.
macro_rules! negotiated {
    ($($other:ident)+) => {
        impl<T, First, $($other,)+ E> ReadResponse for Negotiated<T, (First, $($other,)+), E>
        where
            First: Representation + ReadResponse,
        {
            type Value = First::Value;

            const STATUSES: Statuses = First::STATUSES;
            const ACCEPTED: &'static str = First::MEDIA_TYPE;

            fn reads(media_type: &str) -> bool {
                essence_of(First::MEDIA_TYPE.as_bytes()).eq_ignore_ascii_case(media_type.as_bytes())
            }

            fn read(response: Reply<Received>) -> impl Future<Output = Result<First::Value, BoxError>> + Send {
                First::read(response)
            }
        }
    };
}

negotiated!(B);
negotiated!(B C);
negotiated!(B C D);
negotiated!(B C D F);
negotiated!(B C D F G);

#[cfg(feature = "askama")]
read!([T] crate::Template<T> => String: text);
#[cfg(feature = "minijinja")]
read!([] crate::Page => String: text);

/// What stands for a stream in a signature; nobody makes one.
impl<T> Stream for StreamOf<T> {
    type Item = T;

    fn poll_next(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<T>> {
        Poll::Ready(None)
    }
}

/// A stream of which nothing is known, in JSON all the same.
impl Stream for Unnamed {
    type Item = Result<serde_json::Value, BoxError>;

    fn poll_next(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        Poll::Ready(None)
    }
}
