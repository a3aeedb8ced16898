//! `Pieces`: the body as the parser of parts reads it, one piece a turn, and not for ever in search of a head.

use std::fmt;
use std::pin::Pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll, ready};

use bytes::Bytes;
use http_body::Body as _;

use crate::{Body, BoxError};

/// The most bytes in which the head of a part is looked for.
const LONGEST_HEAD: u64 = 16 * 1024;

/// The parser keeps all that it is given until it finds what it looks for, looks through all of it each time, and takes as
/// much as there is. So it is given one piece at a time, and where it looks for a head, no more than a head may have.
///
/// A clone reads the same body.
#[derive(Clone)]
pub(super) struct Pieces(Arc<Mutex<Source>>);

struct Source {
    body: Body,
    /// How many more bytes there are for the parser until the next head has come.
    left: u64,
    /// A piece has just been given.
    rest: bool,
}

impl Pieces {
    pub(super) fn new(body: Body) -> Self {
        Self(Arc::new(Mutex::new(Source { body, left: u64::MAX, rest: false })))
    }

    /// Only the task that has the request ever asks.
    fn source(&self) -> MutexGuard<'_, Source> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn expect_head(&self) {
        self.source().left = LONGEST_HEAD;
    }

    pub(super) fn head_came(&self) {
        self.source().left = u64::MAX;
    }

    /// What stands after the last part is read as well, or the connection could not be used again.
    pub(super) fn poll_end(&self, context: &mut Context<'_>) -> Poll<Result<(), BoxError>> {
        while let Some(piece) = ready!(self.source().poll_piece(context)) {
            piece?;
        }
        Poll::Ready(Ok(()))
    }
}

impl Source {
    fn poll_piece(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<Bytes, BoxError>>> {
        loop {
            match ready!(Pin::new(&mut self.body).poll_frame(context)) {
                None => return Poll::Ready(None),
                Some(Err(error)) => return Poll::Ready(Some(Err(error))),
                Some(Ok(frame)) => {
                    if let Ok(piece) = frame.into_data() {
                        return Poll::Ready(Some(Ok(piece)));
                    }
                }
            }
        }
    }
}

impl futures_core::Stream for Pieces {
    type Item = Result<Bytes, BoxError>;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let mut source = self.source();
        if std::mem::take(&mut source.rest) {
            context.waker().wake_by_ref();
            return Poll::Pending;
        }
        if source.left == 0 {
            return Poll::Ready(Some(Err(HeadTooLong.into())));
        }
        let piece = ready!(source.poll_piece(context));
        if let Some(Ok(piece)) = &piece {
            source.rest = true;
            if source.left != u64::MAX {
                source.left = source.left.saturating_sub(piece.len() as u64);
            }
        }
        Poll::Ready(piece)
    }
}

/// The parser has read on for too long without a head.
#[derive(Debug)]
pub(super) struct HeadTooLong;

impl fmt::Display for HeadTooLong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the head of a part is longer than {LONGEST_HEAD} bytes")
    }
}

impl std::error::Error for HeadTooLong {}
