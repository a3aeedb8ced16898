//! JSON: `Json<T>`, `serde_json::Value`.

use http::{HeaderValue, header::CONTENT_TYPE};
use serde::Serialize;

use super::failure::break_off;
use super::{Responder, Response};
use crate::extract::Json;

const JSON: HeaderValue = HeaderValue::from_static("application/json");

/// `application/json`; 500 where the value cannot be written as JSON, such as a map whose keys are no text.
impl<T: Serialize> Responder for Json<T> {
    fn respond(self, response: &mut Response) {
        write(response, serde_json::to_vec(&self.0));
    }
}

/// `application/json`
impl Responder for serde_json::Value {
    fn respond(self, response: &mut Response) {
        Json(self).respond(response);
    }
}

fn write(response: &mut Response, json: serde_json::Result<Vec<u8>>) {
    match json {
        Ok(json) => {
            response.headers_mut().insert(CONTENT_TYPE, JSON);
            *response.body_mut() = json.into();
        }
        Err(error) => break_off(response, "the value cannot be written as JSON", error),
    }
}
