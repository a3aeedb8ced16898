//! Waking a connection: its task, by what hyper waits for and by the server.

use std::sync::Arc;
use std::sync::atomic::Ordering::SeqCst;
use std::sync::atomic::fence;
use std::task::{Context, Wake, Waker};

use super::Phase;
use crate::echo;

impl Phase {
    /// The context in which hyper goes on, in the connection's task: whatever wakes it comes by [`Wake`].
    #[inline]
    pub(in crate::serve) fn waker(self: &Arc<Self>, context: &Context<'_>) -> Waker {
        if self.task().is_none() {
            self.begin_in(context);
        }
        self.clone().into()
    }

    /// The task itself, once it has begun.
    #[inline]
    pub(in crate::serve) fn task(&self) -> Option<&Waker> {
        self.task.get()
    }

    #[cold]
    fn begin_in(&self, context: &Context<'_>) {
        // A task keeps its waker.
        let _ = self.task.set(context.waker().clone());
        // Who is told to stop meanwhile sees the task, or is seen by it.
        fence(SeqCst);
    }

    /// Lets the connection see what was said to it.
    pub(in crate::serve) fn wake(&self) {
        fence(SeqCst);
        self.wake_task();
    }

    #[inline]
    fn wake_task(&self) {
        if let Some(task) = self.task() {
            task.wake_by_ref();
        }
    }
}

impl Wake for Phase {
    #[inline]
    fn wake(self: Arc<Self>) {
        Wake::wake_by_ref(&self);
    }

    #[inline]
    fn wake_by_ref(self: &Arc<Self>) {
        if !echo::is_held(|| self.clone().into()) {
            self.wake_task();
        }
    }
}
