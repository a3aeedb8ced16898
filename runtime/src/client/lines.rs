//! `Lines<T>`: what a `JsonLines` sends, read as it comes.

use std::fmt;
use std::marker::PhantomData;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use bytes::BytesMut;
use futures_core::Stream;
use http_body::Body as _;
use serde::de::DeserializeOwned;

use crate::{Body, BoxError};

/// What one line may hold: a stream that never ends one has no lines.
const LONGEST_LINE: usize = 16 << 20;

/// The values of a [`JsonLines`](crate::JsonLines), as they come: a [`Stream`], which ends where the server ends it.
///
/// Where the connection breaks before, the last item is an error; what stands on the line that was begun is lost.
pub struct Lines<T> {
    body: Body,
    buffer: BytesMut,
    /// How much of the buffer is known to end no line.
    searched: usize,
    is_over: bool,
    item: PhantomData<fn() -> T>,
}

impl<T: DeserializeOwned> Lines<T> {
    pub(super) fn new(body: Body) -> Self {
        Self { body, buffer: BytesMut::new(), searched: 0, is_over: false, item: PhantomData }
    }

    /// The next value; `None` where the server has ended the stream.
    ///
    /// # Errors
    /// Where the connection fails, or a line is not the value's JSON: then the next line may be.
    pub async fn next(&mut self) -> Option<Result<T, BoxError>> {
        std::future::poll_fn(|context| Pin::new(&mut *self).poll_next(context)).await
    }

    /// The next line that is not empty, as far as it has come.
    fn line(&mut self) -> Option<BytesMut> {
        loop {
            let end = self.buffer[self.searched..].iter().position(|&byte| byte == b'\n');
            let line = match end {
                Some(end) => self.buffer.split_to(self.searched + end + 1),
                // The last line may do without an end.
                None if self.is_over && !self.buffer.is_empty() => self.buffer.split(),
                None => {
                    self.searched = self.buffer.len();
                    return None;
                }
            };
            self.searched = 0;
            if !line.trim_ascii().is_empty() {
                return Some(line);
            }
        }
    }

    fn end(&mut self, error: BoxError) -> Poll<Option<Result<T, BoxError>>> {
        self.is_over = true;
        self.buffer.clear();
        self.searched = 0;
        Poll::Ready(Some(Err(error)))
    }
}

impl<T: DeserializeOwned> Stream for Lines<T> {
    type Item = Result<T, BoxError>;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = self.get_mut();
        loop {
            if let Some(line) = this.line() {
                return Poll::Ready(Some(serde_json::from_slice(&line).map_err(Into::into)));
            }
            if this.is_over {
                return Poll::Ready(None);
            }
            if this.buffer.len() > LONGEST_LINE {
                return this.end(format!("a line is longer than {LONGEST_LINE} bytes").into());
            }
            match ready!(Pin::new(&mut this.body).poll_frame(context)) {
                None => this.is_over = true,
                Some(Ok(frame)) => {
                    if let Some(bytes) = frame.data_ref() {
                        this.buffer.extend_from_slice(bytes);
                    }
                }
                Some(Err(error)) => return this.end(error),
            }
        }
    }
}

impl<T> fmt::Debug for Lines<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Lines").field("body", &self.body).finish_non_exhaustive()
    }
}
