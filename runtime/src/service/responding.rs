//! `Responding`: the future of a response, which is there at once where its handler waits for nothing.

use std::convert::Infallible;
use std::net::SocketAddr;
use std::pin::Pin;
use std::task::{Context, Poll};

use http::request::Parts;
use http::{HeaderMap, Method, Request};
use http_body::Body as _;

use super::admission::Excess;
use super::calling::{self, Ended, at_once, find, told};
use super::framing::strip_body;
use super::render::render;
use super::room::{Asked, Lease, Seat};
use super::{Exchange, Service, framing};
use crate::Body;
use crate::extract::{Message, RequestContext, RequestLine};
use crate::respond::Response;

/// A response that is there, or what waits for one.
///
/// hyper keeps room for it with each connection, and moves it with each request: so what waits is elsewhere, and a request
/// that waits for nothing is moved no further than its response.
pub(crate) enum Responding<'s, E: Exchange> {
    Now(Option<Response>),
    Later(Lease<E>),
    Boxed(Waiting<'s>),
}

/// A response that is waited for.
pub(crate) type Waiting<'s> = Pin<Box<dyn Future<Output = Response> + Send + 's>>;

impl<E: Exchange> Future for Responding<'_, E> {
    type Output = Result<Response, Infallible>;

    #[inline]
    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        match self.get_mut() {
            // Polled again, it has been taken.
            Self::Now(response) => {
                response.take().map_or(Poll::Pending, |response| Poll::Ready(Ok(response)))
            }
            Self::Later(lease) => lease.poll(context).map(Ok),
            Self::Boxed(waiting) => waiting.as_mut().poll(context).map(Ok),
        }
    }
}

impl Service {
    /// The response to a request; the exchange sees it last.
    #[inline]
    pub(crate) fn answer<'s, B: Into<Body>, E: Exchange>(
        &'s self,
        request: Request<B>,
        peer: Option<SocketAddr>,
        exchange: &'s E,
    ) -> Responding<'s, E> {
        let (app, is_behind) = (&self.shared, exchange.is_behind());
        #[cfg(feature = "tower")]
        if let Some(layered) = self.layered.as_ref().filter(|_| !is_behind) {
            return self.answer_layered(layered, request.map(Into::into), peer, exchange);
        }
        // Before anything borrows from it: the compiler copies whole what is moved after that.
        let (Parts { method, uri, version, headers, extensions, .. }, body) = request.into_parts();
        let line = RequestLine { method, uri, version, peer };
        let mut message = Message { headers, extensions, body: body.into(), is_body_taken: false };
        // With a body it is answered in its own time: hyper reads on before it asks for the response.
        let is_alone = message.body.is_end_stream();
        exchange.begin(!is_alone);
        let found = if is_behind {
            Err(app.load.refuse(&app.limits, Excess::Waits))
        } else {
            find(app, &line.method, &line.uri, &message.headers)
        };
        let call = found.as_ref().ok().and_then(|matched| at_once(matched.route));
        if !is_alone || (call.is_none() && found.is_ok()) {
            let (mut seat, place) = exchange.seat();
            // It is none already: said here, so that nothing is left to be dropped where the request is written.
            seat.asked = None;
            seat.asked = Some(Asked { line, found, message });
            return self.begin(seat, place, exchange);
        }
        let mut response = Response::new(Body::empty());
        let ended = match found {
            Err(refused) => Err(refused),
            // Read where it stands: it is large.
            Ok(ref matched) if let Some(call) = call => {
                let (line, message, response) = (&line, &mut message, &mut response);
                let request = &mut RequestContext { line, matched, message, response, app };
                let ended = calling::now(request, call);
                told(app, line, matched, message, response, ended)
            }
            Ok(_) => Ok(()),
        };
        self.finish(&line, &message.headers, &mut response, ended);
        exchange.end(&mut response, false);
        // The response has taken it: nothing is left in it to give back.
        if message.headers.capacity() == 0 {
            std::mem::forget(message.headers);
        }
        Responding::Now(Some(response))
    }

    /// The response to a request that is in its seat.
    // Not inlined, so that what waits for nothing has none of it.
    #[inline(never)]
    fn begin<'s, E: Exchange>(
        &'s self,
        seat: Box<Seat>,
        place: E::Place,
        exchange: &'s E,
    ) -> Responding<'s, E> {
        exchange.settle(self, seat, place)
    }

    /// The same in a box, where there are no rooms.
    // Not inlined, so that others have none for it on the stack.
    #[inline(never)]
    pub(crate) fn wait<'s, E: Exchange>(&'s self, seat: Box<Seat>, exchange: &'s E) -> Waiting<'s> {
        Box::pin(async move {
            let mut seat = answer_later(seat, (self, exchange)).await;
            seat.response.take().unwrap_or_default()
        })
    }

    /// The response as it is sent: a failure rendered, its length true, with what the app's responses have.
    #[inline]
    fn finish(&self, line: &RequestLine, headers: &HeaderMap, response: &mut Response, ended: Ended) {
        if let Err(failure) = ended {
            *response = *failure;
        }
        framing::check_status(response);
        if !response.extensions().is_empty() {
            render(&self.shared, line, headers, response);
        }
        framing::finish(&line.method, &self.shared.security, response);
        if line.method == Method::HEAD && self.is_whole() {
            strip_body(response);
        }
    }

    #[cfg(feature = "tower")]
    pub(super) fn is_whole(&self) -> bool {
        !self.is_within
    }

    #[cfg(not(feature = "tower"))]
    pub(super) fn is_whole(&self) -> bool {
        true
    }
}

/// The service that answers a request, and whoever it came by, for as long as that takes.
pub(crate) trait Answerer: Send {
    type Exchange: Exchange;

    fn service(&self) -> &Service;

    fn exchange(&self) -> &Self::Exchange;
}

impl<E: Exchange> Answerer for (&Service, &E) {
    type Exchange = E;

    fn service(&self) -> &Service {
        self.0
    }

    fn exchange(&self) -> &E {
        self.1
    }
}

/// Writes the response, which may have to be waited for.
#[inline]
#[expect(clippy::manual_async_fn, reason = "an `async fn` keeps each argument twice")]
pub(crate) fn answer_later<A: Answerer>(
    mut seat: Box<Seat>,
    by: A,
) -> impl Future<Output = Box<Seat>> + Send {
    async move {
        let (service, exchange) = (by.service(), by.exchange());
        let Seat { asked, response } = &mut *seat;
        if let Some(Asked { line, found, message }) = asked {
            let app = &service.shared;
            let response = response.insert(Response::new(Body::empty()));
            let ended = match found {
                Ok(matched) if let Some(detach) = matched.route.detach => {
                    (detach.0)(app, line, matched, message, response).await
                }
                Ok(matched) => {
                    let (line, matched) = (&*line, &*matched);
                    let request = RequestContext { line, matched, message, response, app };
                    let ended = calling::run(request, exchange).await;
                    told(app, line, matched, message, response, ended)
                }
                Err(refused) => Err(std::mem::take(refused)),
            };
            service.finish(line, &message.headers, response, ended);
            exchange.end(response, message.is_body_taken);
        }
        *asked = None;
        seat
    }
}
