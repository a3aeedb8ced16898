//! `Response`: what came back, and the problem document in it.

use serde_json::Value;

/// A response as it was read.
#[derive(Clone, Debug)]
pub(crate) struct Response {
    pub(crate) status: u16,
    pub(crate) reason: String,
    headers: Vec<(String, String)>,
    pub(crate) body: Vec<u8>,
}

/// The document of a failure (RFC 9457).
#[derive(Clone, Debug)]
pub(crate) struct Problem {
    pub(crate) title: String,
    pub(crate) detail: Option<String>,
}

impl Response {
    pub(super) fn new(status_line: &str) -> Self {
        let line = status_line.strip_prefix("HTTP/1.1 ").expect("a status line");
        let (status, reason) = line.split_once(' ').expect("a status and a reason");
        let status = status.parse().expect("a status");
        Self { status, reason: reason.to_owned(), headers: Vec::new(), body: Vec::new() }
    }

    pub(super) fn push_header(&mut self, line: &str) {
        let (name, value) = line.split_once(':').expect("a header");
        self.headers.push((name.to_ascii_lowercase(), value.trim().to_owned()));
    }

    /// The values of a header, in order.
    pub(crate) fn headers(&self, name: &str) -> Vec<&str> {
        let named = self.headers.iter().filter(|(own, _)| own == name);
        named.map(|(_, value)| value.as_str()).collect()
    }

    /// The value of a header that stands there once, if at all.
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        let values = self.headers(name);
        assert!(values.len() < 2, "`{name}` stands there {} times: {values:?}", values.len());
        values.first().copied()
    }

    pub(crate) fn text(&self) -> String {
        String::from_utf8(self.body.clone()).expect("a body of UTF-8")
    }

    pub(crate) fn json(&self) -> Value {
        serde_json::from_slice(&self.body).expect("a body of JSON")
    }

    /// The problem document, which says of itself what the status line says.
    pub(crate) fn problem(&self) -> Problem {
        assert_eq!(self.header("content-type"), Some("application/problem+json"), "{}", self.text());
        let document = self.json();
        assert_eq!(document["status"], self.status, "{document}");
        let text = |name: &str| document.get(name).map(|value| value.as_str().expect("a text").to_owned());
        Problem { title: text("title").expect("a title"), detail: text("detail") }
    }
}
