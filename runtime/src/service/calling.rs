//! Calling a route's handler, which writes the response; or the answer where none could.

use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use http::{HeaderMap, Method, Uri};
use tokio::time::sleep;

use super::guard::{self, Cut, Guarded};
use super::unmatched::{other_slash, unmatched};
use super::{Exchange, Load, admission, failure};
use crate::Problem;
use crate::app::Shared;
use crate::extract::{Kept, Matched, Message, RequestContext, RequestLine};
use crate::glue::Call;
use crate::lifecycle::Lifecycle;
use crate::respond::Response;
use crate::route::{Answer, RouteInfo};
use crate::router::{Captures, Found, Malformed};

/// The response is written; the error is the answer where none could be.
pub(super) type Ended = Result<(), Box<Response>>;

type AtOnce = fn(&mut RequestContext<'_>) -> Answer;

/// The route of a response whose body comes later, for what is to be said of it then.
#[derive(Clone, Copy, Debug)]
pub(crate) struct AnsweredBy(pub(crate) &'static RouteInfo);

/// The route that answers a request, unless that is refused.
#[inline]
pub(super) fn find(
    app: &Shared,
    method: &Method,
    uri: &Uri,
    headers: &HeaderMap,
) -> Result<Matched, Box<Response>> {
    admission::check(&app.limits, uri, headers)?;
    let mut captures = Captures::new();
    let (mut found, mut normal) = match app.router.look_up(method, uri.path(), &mut captures) {
        Some(found) => (found, None),
        None => app.router.look_up_odd(method, uri.path(), &mut captures).map_err(malformed)?,
    };
    if matches!(found, Found::Nothing) {
        (found, normal) = other_slash(app, method, normal, uri, &mut captures)?;
    }
    let Found::Route(index) = found else {
        return Err(unmatched(app, method, normal.as_deref().unwrap_or(uri.path()), found));
    };
    let Some(mounted) = app.routes.get(index) else { return Err(failure(Problem::new(404))) };
    Ok(Matched { path: normal, captures, kept: Kept::default(), route: mounted.route, index })
}

#[cold]
fn malformed(path: Malformed) -> Box<Response> {
    failure(Problem::new(400).detail(path.detail()))
}

/// The call of a route whose answer waits for nothing.
#[inline]
pub(super) fn at_once(route: &RouteInfo) -> Option<AtOnce> {
    match route.call {
        Call::Now(call) if route.detach.is_none() => Some(call),
        _ => None,
    }
}

/// Makes that call.
#[inline]
pub(super) fn now(request: &mut RequestContext<'_>, call: AtOnce) -> Ended {
    let (scope, route, app) = (request.scope(), request.matched.route, request.app);
    guard::now(|| call(request), scope).map(drop).map_err(|cut| cut_off(cut, route, app))
}

/// Calls a route's handler and lets it write the response.
#[expect(clippy::manual_async_fn, reason = "an `async fn` keeps each argument twice")]
pub(super) fn run<'r, E: Exchange>(
    mut request: RequestContext<'r>,
    exchange: &'r E,
) -> impl Future<Output = Ended> + Send + use<'r, E> {
    async move {
        let (app, route) = (request.app, request.matched.route);
        let call = match route.call {
            Call::Now(call) => return now(&mut request, call),
            Call::Later(call) => call,
        };
        let _admitted = Load::admit(app)?;
        let scope = request.scope();
        let declared = route.timeout_ms.map(Duration::from_millis);
        let limit = declared.or(app.limits.timeout);
        let timed = if E::WATCHES_TIME { declared } else { limit };
        let timer = timed.map(|limit| Box::pin(sleep(limit)));
        // Written where it stays: it is too large to be handed from one to the next.
        let handler = pin!(None);
        let start = Some((call, &mut request));
        let ended = Guarded { start, handler, scope, limit, timer, exchange }.await;
        ended.map_err(|cut| cut_off(cut, route, app))
    }
}

#[cold]
fn cut_off(cut: Cut, route: &RouteInfo, app: &Shared) -> Box<Response> {
    failure(cut.problem(route, &app.limits))
}

/// Adds what is to be said of the route once it has run.
#[inline]
pub(super) fn told(
    app: &Arc<Shared>,
    line: &RequestLine,
    matched: &Matched,
    message: &mut Message,
    response: &mut Response,
    ended: Ended,
) -> Ended {
    let ended = match matched.route.lifecycle {
        Some(lifecycle) => tell_of_its_end(lifecycle, app, line, matched, message, response, ended),
        None => ended,
    };
    if response.body().is_stream() {
        response.extensions_mut().insert(AnsweredBy(matched.route));
    }
    ended
}

/// Adds to any answer of a route what that declares of its end.
#[cold]
fn tell_of_its_end(
    lifecycle: &Lifecycle,
    app: &Arc<Shared>,
    line: &RequestLine,
    matched: &Matched,
    message: &mut Message,
    response: &mut Response,
    mut ended: Ended,
) -> Ended {
    let successor = lifecycle.successor_of(&RequestContext { line, matched, message, response, app });
    let response = ended.as_mut().err().map_or(response, |response| &mut **response);
    lifecycle.add_to(response, successor);
    ended
}
