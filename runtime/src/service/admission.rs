//! What is refused before its route is looked up, or before its handler is called: too long, too many.

use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

use http::{HeaderMap, Uri};

use super::failure;
use crate::app::{Limits, Shared};
use crate::extract::too_many_fields;
use crate::respond::Response;
use crate::{Problem, log};

/// The limits of a request's target and headers.
#[inline]
pub(super) fn check(limits: &Limits, uri: &Uri, headers: &HeaderMap) -> Result<(), Box<Response>> {
    let target = uri.path_and_query().map_or(0, |target| target.as_str().len());
    // Whatever is shorter has no more fields than bytes.
    if target >= limits.uri.min(limits.fields) || headers.len() > limits.header_count {
        return check_closely(limits, uri, headers);
    }
    Ok(())
}

#[cold]
fn check_closely(limits: &Limits, uri: &Uri, headers: &HeaderMap) -> Result<(), Box<Response>> {
    let refuse = |status, detail: String| Err(failure(Problem::new(status).public_detail(detail)));
    let target = uri.path_and_query().map_or(0, |target| target.as_str().len());
    if target > limits.uri {
        let most = limits.uri;
        return refuse(
            414,
            format!("the target of the request is longer than the {most} bytes allowed here"),
        );
    }
    if headers.len() > limits.header_count {
        let most = limits.header_count;
        return refuse(431, format!("the request has more than the {most} headers allowed here"));
    }
    if too_many_fields(uri.query().unwrap_or_default().as_bytes(), limits.fields) {
        let most = limits.fields;
        return refuse(400, format!("the query has more than the {most} parameters allowed here"));
    }
    Ok(())
}

/// How many handlers that may wait are under way, and how many requests were refused for it.
#[derive(Debug, Default)]
pub(crate) struct Load {
    under_way: AtomicUsize,
    refused: AtomicUsize,
}

/// What there is too much of.
#[derive(Clone, Copy, Debug)]
pub(super) enum Excess {
    Handlers,
    /// The time that what comes waits for its turn.
    Waits,
}

/// Marks the response to a refused request, so that it is not logged by itself.
#[derive(Clone, Copy)]
pub(super) struct Refused;

/// A handler under way, until this is dropped.
#[derive(Debug)]
pub(super) struct Admitted<'l>(&'l Load);

impl Drop for Admitted<'_> {
    fn drop(&mut self) {
        self.0.under_way.fetch_sub(1, Relaxed);
    }
}

impl Load {
    /// One more, where the app has room for it.
    #[inline]
    pub(super) fn admit(app: &Shared) -> Result<Admitted<'_>, Box<Response>> {
        let admitted = Admitted(&app.load);
        if app.load.under_way.fetch_add(1, Relaxed) >= app.limits.concurrency {
            return Err(app.load.refuse(&app.limits, Excess::Handlers));
        }
        Ok(admitted)
    }

    /// The answer to one that is refused. To log each would be a load of its own: the first is logged, the second, the fourth, and
    /// so on.
    #[cold]
    pub(super) fn refuse(&self, limits: &Limits, excess: Excess) -> Box<Response> {
        let refused = self.refused.fetch_add(1, Relaxed) + 1;
        if refused.is_power_of_two() {
            let most = limits.concurrency;
            match excess {
                Excess::Handlers => log::overloaded(format_args!("{most} handlers are under way"), refused),
                Excess::Waits => log::overloaded("what comes waits for too long", refused),
            }
        }
        let mut response = failure(Problem::new(503).header("retry-after", "1"));
        response.extensions_mut().insert(Refused);
        response
    }
}
