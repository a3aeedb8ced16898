//! An echo: hyper wakes a connection whenever somebody takes a piece of its body, also the last, after which it has nothing to
//! read. That would be a second turn of the connection for each request with a body, and a thread more that wakes for it.

use std::cell::Cell;
use std::task::Waker;

thread_local! {
    /// A body is being asked on this thread.
    static IS_HELD: Cell<bool> = const { Cell::new(false) };
    /// Who was to be woken meanwhile.
    static HELD: Cell<Option<Waker>> = const { Cell::new(None) };
}

/// Asks a body, and says which connection was to be woken: who calls this wakes it, where it has more to read.
pub(crate) fn hold<R>(ask: impl FnOnce() -> R) -> (R, Option<Waker>) {
    struct End;
    impl Drop for End {
        fn drop(&mut self) {
            IS_HELD.set(false);
        }
    }
    IS_HELD.set(true);
    let end = End;
    let asked = ask();
    drop(end);
    (asked, HELD.try_with(Cell::take).ok().flatten())
}

/// Whether the waking of a connection is held; else it is to be done. What other threads wake is not held, nor is another
/// connection while one is.
#[inline]
pub(crate) fn is_held(waker: impl FnOnce() -> Waker) -> bool {
    let hold = |held: &Cell<Option<Waker>>| {
        let waker = waker();
        let other = held.take().filter(|first| !first.will_wake(&waker));
        let is_first = other.is_none();
        held.set(Some(other.unwrap_or(waker)));
        is_first
    };
    // A thread that ends keeps nothing.
    IS_HELD.get() && HELD.try_with(hold).is_ok_and(|is_held| is_held)
}
