//! `Kind`: a request, as bytes, and exactly what answers it.

use crate::{APPLICATION_JSON, TEXT, TEXT_PLAIN};

/// A kind of request.
#[derive(Debug, Clone, Copy)]
pub struct Kind {
    pub name: &'static str,
    /// What it stands for, in a table's head.
    pub title: &'static str,
    pub method: &'static str,
    pub path: &'static str,
    /// A JSON body.
    pub body: Option<&'static str>,
    pub answer: Answer,
}

/// What must come back; other headers may.
#[derive(Debug, Clone, Copy)]
pub struct Answer {
    pub status: u16,
    pub content_type: Option<&'static str>,
    pub location: Option<&'static str>,
    pub body: &'static str,
}

const GREETING: &str = r#"{"message":"Hello, world!"}"#;
const NEW_POST: &str = r#"{"title":"First"}"#;
/// The post, as JSON.
pub const POST: &str = r#"{"id":7,"title":"First"}"#;

const fn ok(content_type: &'static str, body: &'static str) -> Answer {
    Answer { status: 200, content_type: Some(content_type), location: None, body }
}

const fn get(name: &'static str, title: &'static str, path: &'static str, answer: Answer) -> Kind {
    Kind { name, title, method: "GET", path, body: None, answer }
}

/// The kinds that are timed, in the order in which they are.
pub const KINDS: [Kind; 6] = [
    Kind {
        name: "put-empty",
        title: "PUT → 201",
        method: "PUT",
        path: "/database",
        body: None,
        answer: Answer { status: 201, content_type: None, location: None, body: "" },
    },
    get("get-text", "GET text", "/", ok(TEXT_PLAIN, TEXT)),
    get("get-json", "GET /json", "/json", ok(APPLICATION_JSON, GREETING)),
    get("get-user", "GET /users/42", "/users/42", ok(TEXT_PLAIN, "42")),
    get("get-route", "1 of 200 routes", "/r100/42/items/blue", ok(TEXT_PLAIN, "42/blue")),
    Kind {
        name: "post-json",
        title: "POST JSON → 201 + Location",
        method: "POST",
        path: "/posts",
        body: Some(NEW_POST),
        answer: Answer {
            status: 201,
            content_type: Some(APPLICATION_JSON),
            location: Some("/posts/7"),
            body: POST,
        },
    },
];

/// What the service answers too, checked and not timed.
pub const UNTIMED: [Kind; 1] = [get("get-post", "GET /posts/7", "/posts/7", ok(APPLICATION_JSON, POST))];

impl Kind {
    /// The request as it is sent: with no header that it does not need, so that the server's own work weighs most.
    pub fn request(&self) -> Vec<u8> {
        self.request_to(self.path)
    }

    /// The same request to another path.
    pub fn request_to(&self, path: &str) -> Vec<u8> {
        let mut request = format!("{} {path} HTTP/1.1\r\nhost: localhost\r\n", self.method);
        if let Some(body) = self.body {
            request += &format!("content-type: application/json\r\ncontent-length: {}\r\n", body.len());
        }
        request += "\r\n";
        request += self.body.unwrap_or_default();
        request.into_bytes()
    }

    pub fn find(name: &str) -> Option<&'static Self> {
        KINDS.iter().find(|kind| kind.name == name)
    }
}
