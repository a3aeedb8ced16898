//! JSON: `Json<T>`, `serde_json::Value`.

use std::cell::Cell;

use bytes::Bytes;
use http::{HeaderValue, header::CONTENT_TYPE};
use serde::Serialize;

use super::failure::break_off;
use super::{Responder, Response};
use crate::extract::Json;
use crate::head;

const JSON: HeaderValue = HeaderValue::from_static("application/json");

/// The longest text that is copied to where it is sent from, which spares it all the growing on its way.
const LONGEST_COPIED: usize = 16 * 1024;

thread_local! {
    /// The room that the last text was written in.
    static ROOM: Cell<Vec<u8>> = const { Cell::new(Vec::new()) };
}

/// `application/json`; 500 where the value cannot be written as JSON, such as a map whose keys are no text.
impl<T: Serialize> Responder for Json<T> {
    #[inline]
    fn respond(self, response: &mut Response) {
        let mut room = ROOM.take();
        let written = serde_json::to_writer(&mut room, &self.0);
        write(response, room, written);
    }
}

/// `application/json`
impl Responder for serde_json::Value {
    fn respond(self, response: &mut Response) {
        Json(self).respond(response);
    }
}

fn write(response: &mut Response, mut json: Vec<u8>, written: serde_json::Result<()>) {
    if let Err(error) = written {
        return break_off(response, "the value cannot be written as JSON", error);
    }
    head::set(response.headers_mut(), CONTENT_TYPE, JSON);
    *response.body_mut() = if json.len() <= LONGEST_COPIED {
        let copied = Bytes::copy_from_slice(&json);
        json.clear();
        ROOM.set(json);
        copied.into()
    } else {
        json.into()
    };
}
