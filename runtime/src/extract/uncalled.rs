//! `RequestContext` where there is no server: no request ever comes, and extractors are types alone.

use std::convert::Infallible;
use std::marker::PhantomData;
use std::net::SocketAddr;

use std::borrow::Cow;

use http::{Extensions, HeaderMap, Method, Uri, Version};

use crate::route::RouteInfo;
use crate::{Body, Problem};

/// One request on its way to its handler: what an extractor reads from. There is none without the feature `server`.
#[derive(Debug)]
pub struct RequestContext<'r> {
    never: Infallible,
    request: PhantomData<&'r ()>,
}

macro_rules! never {
    ($($name:ident -> $ty:ty),* $(,)?) => {$(
        #[doc = "As with the feature `server`."]
        #[must_use]
        pub fn $name(&self) -> $ty {
            match self.never {}
        }
    )*};
}

impl<'r> RequestContext<'r> {
    never! {
        method -> &'r Method,
        uri -> &'r Uri,
        query -> &'r str,
        version -> Version,
        headers -> &HeaderMap,
        extensions -> &Extensions,
        route -> &'static RouteInfo,
        peer_addr -> Option<SocketAddr>,
        body_limit -> u64,
    }

    /// As with the feature `server`.
    pub fn extensions_mut(&mut self) -> &mut Extensions {
        match self.never {}
    }

    /// As with the feature `server`.
    #[must_use]
    pub fn state<T: Send + Sync + 'static>(&self) -> Option<&'r T> {
        match self.never {}
    }

    /// As with the feature `server`.
    pub fn captures(&self) -> impl ExactSizeIterator<Item = (&'static str, Cow<'r, str>)> + use<'r> {
        std::iter::empty()
    }

    /// As with the feature `server`.
    pub fn take_body(&mut self) -> Body {
        match self.never {}
    }

    /// As with the feature `server`.
    ///
    /// # Errors
    /// As with the feature `server`.
    pub async fn read_body(&mut self) -> Result<bytes::Bytes, Problem> {
        match self.never {}
    }

    pub(crate) fn has_bytes(&self) -> bool {
        match self.never {}
    }

    pub(crate) fn json_depth(&self) -> usize {
        match self.never {}
    }

    #[cfg(any(feature = "form", feature = "multipart"))]
    pub(crate) fn most_fields(&self) -> usize {
        match self.never {}
    }
}
