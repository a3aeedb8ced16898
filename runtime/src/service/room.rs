//! `Room`: where a request stays while its answer is waited for, and then the next.

use std::cell::RefCell;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::thread::LocalKey;

use super::Exchange;
use crate::extract::{Matched, Message, RequestLine};
use crate::respond::Response;

/// As many as a thread keeps for requests to come.
const MOST_KEPT: usize = 64;

/// A request that may have to wait, with the route that answers it.
pub(crate) struct Asked {
    pub(super) line: RequestLine,
    pub(super) found: Result<Matched, Box<Response>>,
    pub(super) message: Message,
}

/// A request where it stays, and its response.
#[derive(Default)]
pub(crate) struct Seat {
    /// Until it is answered.
    pub(super) asked: Option<Asked>,
    pub(super) response: Option<Response>,
}

/// The rooms of a thread that nobody is in: those of a thread and not of a connection, so that one that is idle has none.
pub(crate) type Rooms<E> = RefCell<Vec<Room<E>>>;

/// A place for a request and for the future of its answer: both are written where they stay, and the allocator is not asked.
pub(crate) struct Room<E> {
    /// With the future, as long as that is under way.
    seat: Option<Box<Seat>>,
    work: Pin<Box<dyn Work<E>>>,
}

trait Work<E>: Send {
    fn begin(self: Pin<&mut Self>, seat: Box<Seat>, exchange: E);
    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Box<Seat>>;
}

pin_project_lite::pin_project! {
    struct WorkOf<M, F> {
        make: M,
        #[pin]
        future: Option<F>,
    }
}

impl<E, M, F> Work<E> for WorkOf<M, F>
where
    M: Fn(Box<Seat>, E) -> F + Send,
    F: Future<Output = Box<Seat>> + Send,
{
    fn begin(self: Pin<&mut Self>, seat: Box<Seat>, exchange: E) {
        let mut this = self.project();
        // First, so that nothing is left to be dropped where the next is written.
        this.future.set(None);
        this.future.set(Some((this.make)(seat, exchange)));
    }

    #[inline]
    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Box<Seat>> {
        self.project().future.as_pin_mut().map_or(Poll::Pending, |future| future.poll(context))
    }
}

impl<E> Room<E> {
    /// One more, for what this makes.
    #[cold]
    pub(crate) fn new<F>(make: impl Fn(Box<Seat>, E) -> F + Send + 'static) -> Self
    where
        F: Future<Output = Box<Seat>> + Send + 'static,
    {
        Self { seat: None, work: Box::pin(WorkOf { make, future: None }) }
    }

    /// The place for the request.
    #[inline]
    pub(crate) fn take_seat(&mut self) -> Box<Seat> {
        self.seat.take().unwrap_or_default()
    }
}

/// One of this thread's rooms, or a new one.
#[inline]
pub(crate) fn lease<E>(rooms: &'static LocalKey<Rooms<E>>, new: impl FnOnce() -> Room<E>) -> Room<E> {
    // A thread that ends has none any more.
    rooms.try_with(|rooms| rooms.borrow_mut().pop()).ok().flatten().unwrap_or_else(new)
}

/// Takes one back.
#[inline]
pub(crate) fn give_back<E>(rooms: &'static LocalKey<Rooms<E>>, room: Room<E>) {
    let _ = rooms.try_with(|rooms| {
        let mut rooms = rooms.borrow_mut();
        if rooms.len() < MOST_KEPT {
            rooms.push(room);
        }
    });
}

/// A room with a request in it. It is given back when that is answered; where its client has gone it is dropped with it.
pub(crate) struct Lease<E>(Option<Room<E>>);

impl<E: Exchange> Lease<E> {
    /// A request moves in.
    #[inline]
    pub(crate) fn of(mut room: Room<E>, exchange: E, seat: Box<Seat>) -> Self {
        room.work.as_mut().begin(seat, exchange);
        Self(Some(room))
    }

    #[inline]
    pub(super) fn poll(&mut self, context: &mut Context<'_>) -> Poll<Response> {
        let Some(room) = &mut self.0 else { return Poll::Pending };
        let mut seat = ready!(room.work.as_mut().poll(context));
        let response = seat.response.take();
        room.seat = Some(seat);
        if let Some(room) = self.0.take() {
            E::give_back(room);
        }
        Poll::Ready(response.unwrap_or_default())
    }
}
