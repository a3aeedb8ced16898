//! A route whose answer has a tag and a time, and one whose representation is chosen before it is called.

use std::time::SystemTime;

use fingerpost::{Html, Json, Negotiated, get};

/// The text of the note.
#[get("/note", etag = |note| note.len(), last_modified = |_| SystemTime::UNIX_EPOCH)]
fn note() -> String {
    String::new()
}

#[get("/count", etag)]
fn count() -> Negotiated<u64, (Json<u64>, Page)> {
    Negotiated::new(7)
}

struct Page(Html<String>);

impl From<u64> for Page {
    fn from(count: u64) -> Self {
        Self(Html(count.to_string()))
    }
}

impl fingerpost::Responder for Page {
    fn respond(self, response: &mut fingerpost::Response) {
        self.0.respond(response);
    }
}

impl fingerpost::Representation for Page {
    const MEDIA_TYPE: &'static str = "text/html; charset=utf-8";
}

fn main() {
    let _ = (note(), count().value);
    let _ = (note::path(), count::path());
}
