//! `Responding`: the future of a response, which is there at once where its handler waits for nothing.

use std::convert::Infallible;
use std::net::SocketAddr;
use std::pin::Pin;
use std::task::{Context, Poll};

use http::request::Parts;
use http::{Method, Request};

use super::admission::Excess;
use super::calling::{self, Ended, at_once, find, told};
use super::detached::detach;
use super::framing::strip_body;
use super::render::render;
use super::{Exchange, Service, framing};
use crate::Body;
use crate::extract::{Matched, Message, RequestContext, RequestLine};
use crate::respond::Response;

/// A response that is there, or what waits for one.
///
/// hyper keeps room for it with each connection, and moves it with each request: so what waits is in a box of its own, which
/// stays small enough for the allocator's own cache, and a request that waits for nothing has none.
pub(crate) enum Responding<'s> {
    Now(Option<Response>),
    Later(Waiting<'s>),
}

pub(super) type Waiting<'s> = Pin<Box<dyn Future<Output = Response> + Send + 's>>;

impl Future for Responding<'_> {
    type Output = Result<Response, Infallible>;

    #[inline]
    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        match self.get_mut() {
            // Who asks again has had it.
            Self::Now(response) => {
                response.take().map_or(Poll::Pending, |response| Poll::Ready(Ok(response)))
            }
            Self::Later(waiting) => waiting.as_mut().poll(context).map(Ok),
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
    ) -> Responding<'s> {
        let (app, is_behind) = (&self.shared, exchange.is_behind());
        #[cfg(feature = "tower")]
        if let Some(layered) = self.layered.as_ref().filter(|_| !is_behind) {
            return Responding::Later(self.send_through(layered, request.map(Into::into), peer, exchange));
        }
        let (Parts { method, uri, version, headers, extensions, .. }, body) = request.into_parts();
        let line = RequestLine { method, uri, version, peer };
        let (body, response) = (body.into(), Response::new(Body::empty()));
        let mut message = Message { headers, extensions, body, is_body_taken: false, response };
        let found = if is_behind {
            Err(app.load.refuse(&app.limits, Excess::Waits))
        } else {
            find(app, &line, &message.headers)
        };
        // With a body it is answered in its own time: hyper reads on before it asks for the response.
        let is_alone = message.body.is_empty();
        let ended = match found {
            Err(refused) if is_alone => Err(refused),
            Ok(matched) if is_alone && let Some(call) = at_once(matched.route) => {
                let (line, matched) = (&line, &matched);
                let ended =
                    calling::now(&mut RequestContext { line, matched, message: &mut message, app }, call);
                told(app, line, matched, &mut message, ended)
            }
            found => return Responding::Later(self.answer_later(line, found, message, exchange)),
        };
        self.finish(&line, &mut message, ended);
        exchange.end(&mut message.response, false);
        Responding::Now(Some(message.response))
    }

    /// The response that may have to be waited for.
    // Not inlined, so that a request that waits for nothing has no room for it on the stack.
    #[inline(never)]
    fn answer_later<'s, E: Exchange>(
        &'s self,
        line: RequestLine,
        mut found: Result<Matched, Box<Response>>,
        mut message: Message,
        exchange: &'s E,
    ) -> Waiting<'s> {
        // Not an `async fn`: those keep each argument twice.
        Box::pin(async move {
            let app = &self.shared;
            let ended = match &mut found {
                Ok(matched) if matched.route.detached => {
                    // In a box, so that other handlers have no room for it.
                    Box::pin(detach(app, &line, matched, &mut message)).await
                }
                Ok(matched) => {
                    let (line, matched) = (&line, &*matched);
                    let request = RequestContext { line, matched, message: &mut message, app };
                    let ended = calling::run(request, exchange).await;
                    told(app, line, matched, &mut message, ended)
                }
                Err(refused) => Err(std::mem::take(refused)),
            };
            self.finish(&line, &mut message, ended);
            exchange.end(&mut message.response, message.is_body_taken);
            message.response
        })
    }

    /// The response as it is sent: a failure rendered, its length true, with what the app's responses have.
    #[inline]
    fn finish(&self, line: &RequestLine, message: &mut Message, ended: Ended) {
        if let Err(failure) = ended {
            message.response = *failure;
        }
        framing::check_status(&mut message.response);
        if !message.response.extensions().is_empty() {
            render(&self.shared, line, message);
        }
        framing::finish(&line.method, &self.shared.security, &mut message.response);
        if line.method == Method::HEAD && self.is_whole() {
            strip_body(&mut message.response);
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
