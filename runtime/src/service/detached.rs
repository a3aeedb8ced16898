//! Handlers that go on when their client leaves: each is a task, which the server waits for when it stops.

use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};

use tokio::sync::Notify;

use super::calling::{Ended, run, told};
use crate::Problem;
use crate::app::Shared;
use crate::extract::{Matched, Message, RequestContext, RequestLine};
use crate::respond::Response;

/// How many are under way.
#[derive(Debug, Default)]
pub(crate) struct Detached {
    count: AtomicUsize,
    ended: Notify,
}

impl Detached {
    pub(crate) fn count(&self) -> usize {
        self.count.load(SeqCst)
    }

    /// Waits until there is none.
    pub(crate) async fn none(&self) {
        loop {
            let ended = self.ended.notified();
            if self.count() == 0 {
                return;
            }
            ended.await;
        }
    }
}

/// One that is under way.
struct UnderWay(Arc<Shared>);

impl UnderWay {
    fn begin(app: &Arc<Shared>) -> Self {
        app.detached.count.fetch_add(1, SeqCst);
        Self(app.clone())
    }
}

impl Drop for UnderWay {
    fn drop(&mut self) {
        self.0.detached.count.fetch_sub(1, SeqCst);
        self.0.detached.ended.notify_waiters();
    }
}

/// How a handler goes on that is `detached`: a pointer, so that a program without one has none of that code.
#[derive(Clone, Copy, Debug)]
pub struct Detach(pub(super) Run);

/// In a box, so that other handlers have no room for it.
type Run = for<'a> fn(
    &'a Arc<Shared>,
    &'a RequestLine,
    &'a mut Matched,
    &'a mut Message,
    &'a mut Response,
) -> Pin<Box<dyn Future<Output = Ended> + Send + 'a>>;

impl Detach {
    pub(crate) const IN_A_TASK: Self =
        Self(|app, line, matched, message, response| Box::pin(detach(app, line, matched, message, response)));
}

/// Runs the handler in a task of its own, and waits for it as long as somebody waits for this.
async fn detach(
    app: &Arc<Shared>,
    line: &RequestLine,
    matched: &mut Matched,
    message: &mut Message,
    response: &mut Response,
) -> Ended {
    let (line, matched, mut owned) = (line.clone(), matched.take(), message.take());
    let under_way = UnderWay::begin(app);
    let task = crate::task::spawn(async move {
        let (app, mut response) = (&under_way.0, Response::default());
        let request = RequestContext {
            line: &line,
            matched: &matched,
            message: &mut owned,
            response: &mut response,
            app,
        };
        let ended = run(request, &()).await;
        let ended = told(app, &line, &matched, &mut owned, &mut response, ended);
        (owned, response, ended)
    });
    match task.await {
        Ok((owned, written, ended)) => {
            (*message, *response) = (owned, written);
            ended
        }
        // Its panic is caught within: this is a runtime that ends.
        Err(_) => Err(super::failure(Problem::new(503))),
    }
}

impl Matched {
    /// Takes all of it.
    fn take(&mut self) -> Self {
        let (path, kept) = (self.path.take(), std::mem::take(&mut self.kept));
        Self { path, captures: self.captures, kept, route: self.route, index: self.index }
    }
}

impl Message {
    /// Takes all of it.
    fn take(&mut self) -> Self {
        Self {
            headers: std::mem::take(&mut self.headers),
            extensions: std::mem::take(&mut self.extensions),
            body: std::mem::take(&mut self.body),
            is_body_taken: self.is_body_taken,
        }
    }
}
