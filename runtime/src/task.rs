//! Tasks beside those of connections, and of the same type.

use std::pin::Pin;

use tokio::runtime::Runtime;
use tokio::sync::oneshot;

use crate::serve;

/// A future to be spawned where the cost of a box does not matter.
pub(crate) type Task = Pin<Box<dyn Future<Output = ()> + Send>>;

pub(crate) fn boxed(work: impl Future<Output = ()> + Send + 'static) -> impl Future<Output = ()> + Send {
    serve::other_task(Box::pin(work))
}

/// Works on this thread, in a runtime of either kind.
pub(crate) fn drive(runtime: &Runtime, work: Pin<&mut dyn Future<Output = ()>>) {
    runtime.block_on(work);
}

/// Works in a task of its own, which goes on where nobody waits for what it gives. Nothing comes where it panics, or its runtime ends.
pub(crate) fn spawn<T: Send + 'static>(
    work: impl Future<Output = T> + Send + 'static,
) -> oneshot::Receiver<T> {
    let (give, given) = oneshot::channel();
    tokio::spawn(boxed(async move {
        // Whether somebody waits.
        let _ = give.send(work.await);
    }));
    given
}
