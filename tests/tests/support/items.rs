//! `Items`: a stream of what is there already.

use std::collections::VecDeque;
use std::pin::Pin;
use std::task::{Context, Poll};

/// One item after the other.
#[derive(Debug)]
pub(crate) struct Items<T>(VecDeque<T>);

impl<T> Items<T> {
    pub(crate) fn new(items: impl IntoIterator<Item = T>) -> Self {
        Self(items.into_iter().collect())
    }
}

impl<T: Unpin> futures_core::Stream for Items<T> {
    type Item = T;

    fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<T>> {
        Poll::Ready(self.0.pop_front())
    }
}
