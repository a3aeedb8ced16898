//! Answering the requests of HTTP/1.1, one after the other: what the service asks of the connection, and tells it.

use std::sync::Arc;
use std::sync::atomic::Ordering::Relaxed;

use http::{HeaderValue, StatusCode, header};

use super::{PIECE, Phase};
use crate::head;
use crate::respond::Response;
use crate::serve::told::Told;
use crate::service::{self, Answerer, Exchange, Lease, Responding, Room, Rooms, Seat, Service};
#[cfg(feature = "ws")]
use crate::websocket::Switch;

thread_local! {
    static ROOMS: Rooms<Arc<Phase>> = const { Rooms::new(Vec::new()) };
}

impl Answerer for Arc<Phase> {
    type Exchange = Self;

    fn service(&self) -> &Service {
        &self.service
    }

    fn exchange(&self) -> &Self {
        self
    }
}

impl Exchange for Arc<Phase> {
    const WATCHES_TIME: bool = true;

    type Place = Room<Self>;

    #[inline(never)]
    fn seat(&self) -> (Box<Seat>, Room<Self>) {
        let mut room = service::lease(&ROOMS, || Room::new(service::answer_later));
        (room.take_seat(), room)
    }

    #[inline]
    fn settle<'s>(&'s self, _: &'s Service, seat: Box<Seat>, room: Room<Self>) -> Responding<'s, Self> {
        Responding::Later(Lease::of(room, self.clone(), seat))
    }

    #[inline]
    fn give_back(room: Room<Self>) {
        service::give_back(&ROOMS, room);
    }

    #[inline]
    fn is_late(&self) -> bool {
        self.late.load(Relaxed)
    }

    #[inline]
    fn is_behind(&self) -> bool {
        self.backlog.is_behind()
    }

    #[inline]
    fn begin(&self, has_body: bool) {
        Phase::begin(self, has_body);
    }

    /// The response is there: with its body, or the body is told to say when it is at its end.
    #[inline]
    fn end(&self, response: &mut Response, is_body_taken: bool) {
        let (has_body, waiting) = (self.has_body.load(Relaxed), self.waiting());
        self.together.store(waiting > 0 && !(has_body && is_body_taken), Relaxed);
        if response.status() == StatusCode::SWITCHING_PROTOCOLS {
            self.together.store(false, Relaxed);
            self.upgraded.store(true, Relaxed);
            #[cfg(feature = "ws")]
            if let Some(switch) = Switch::take_from(response) {
                // It is the connection's last response: there is no second.
                let _ = self.switch.set(switch);
            }
        }
        // A body that is not there yet and that nobody waits for: hyper closes and does not say so.
        let is_left = has_body && waiting < 0;
        if is_left || self.last.load(Relaxed) {
            head::set(response.headers_mut(), header::CONNECTION, HeaderValue::from_static("close"));
        }
        self.late.store(false, Relaxed);
        self.answered.store(true, Relaxed);
        if response.body().is_shorter_than(PIECE) {
            self.set_answering(false);
        } else {
            Told::tell(response, Answering(self.clone()));
        }
    }
}

/// Is dropped when the answer is at its end, however it came to it.
struct Answering(Arc<Phase>);

impl Drop for Answering {
    fn drop(&mut self) {
        self.0.set_answering(false);
    }
}
