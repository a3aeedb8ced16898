//! `Representation`: a responder of a media type that is known beforehand, and lists of them.

use std::borrow::Cow;

use bytes::Bytes;

use crate::respond::{Html, JsonLines, Responder, Response, Sse};
use crate::{Body, Json};

/// A responder whose media type is known before it is made, so that a request can ask for it: see
/// [`Negotiated`](crate::Negotiated).
#[diagnostic::on_unimplemented(
    message = "`{Self}` does not say its media type, by which a request asks for it\nhelp: implement `fingerpost::Representation` for it: `const MEDIA_TYPE: &'static str = \"text/csv\";`",
    label = "its media type is not known"
)]
pub trait Representation: Responder {
    /// Its media type, which is the response's `Content-Type`.
    const MEDIA_TYPE: &'static str;
}

impl<T> Representation for Json<T>
where
    Self: Responder,
{
    const MEDIA_TYPE: &'static str = "application/json";
}

impl<T: Into<Body>> Representation for Html<T> {
    const MEDIA_TYPE: &'static str = "text/html; charset=utf-8";
}

macro_rules! plain {
    ($media_type:literal: $($ty:ty),*) => {$(
        impl Representation for $ty {
            const MEDIA_TYPE: &'static str = $media_type;
        }
    )*};
}

plain!("text/plain; charset=utf-8": &'static str, String, Cow<'static, str>);
plain!("application/octet-stream": Bytes, Vec<u8>);
#[cfg(feature = "minijinja")]
plain!("text/html; charset=utf-8": crate::Page);

#[cfg(feature = "askama")]
impl<T: askama::Template> Representation for crate::Template<T> {
    const MEDIA_TYPE: &'static str = "text/html; charset=utf-8";
}

impl<S> Representation for JsonLines<S>
where
    Self: Responder,
{
    const MEDIA_TYPE: &'static str = "application/x-ndjson";
}

impl<S> Representation for Sse<S>
where
    Self: Responder,
{
    const MEDIA_TYPE: &'static str = "text/event-stream";
}

/// A tuple of two to six [`Representation`]s, each made `From` the value.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a list of the representations of `{T}`\nhelp: two to six in a tuple, `Negotiated<T, (Json<T>, Html<T>)>`, each made by its `From<{T}>`",
    label = "not the representations of `{T}`"
)]
pub trait Representations<T> {
    /// Their media types.
    const MEDIA_TYPES: &'static [&'static str];

    /// Makes the one at this place and writes it.
    #[doc(hidden)]
    fn respond(value: T, at: usize, response: &mut Response);
}

macro_rules! tuples {
    ($($name:ident)*) => {
        tuples!(@one $($name)*);
        tuples!(@shorter $($name)*);
    };
    (@shorter $first:ident $second:ident) => {};
    (@shorter $first:ident $($name:ident)+) => { tuples!($($name)+); };
    (@one $first:ident $($name:ident)*) => {
        impl<T, $first: Representation + From<T>, $($name: Representation + From<T>,)*> Representations<T>
            for ($first, $($name,)*)
        {
            const MEDIA_TYPES: &'static [&'static str] = &[$first::MEDIA_TYPE, $($name::MEDIA_TYPE,)*];

            fn respond(value: T, at: usize, response: &mut Response) {
                let mut left = at;
                $(
                    if left == 1 {
                        return $name::from(value).respond(response);
                    }
                    left = left.saturating_sub(1);
                )*
                let _ = left;
                $first::from(value).respond(response);
            }
        }
    };
}

tuples!(A B C D E F);
