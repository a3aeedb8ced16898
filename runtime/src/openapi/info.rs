//! `Info`: what a document says of the API as a whole.

use serde_json::{Map, Value, json};

/// What a document says of the API as a whole.
///
/// ```
/// use fingerpost::openapi::Info;
///
/// let info = Info::new("Notes", "1.2.0")
///     .description("Small texts, kept.")
///     .server("https://notes.example.org")
///     .tag("notes", "What the service is about.");
/// # let _ = info;
/// ```
#[derive(Clone, Debug)]
#[must_use]
pub struct Info {
    info: Map<String, Value>,
    servers: Vec<Value>,
    tags: Vec<Value>,
}

impl Info {
    /// The API's title and version; `env!("CARGO_PKG_VERSION")` is that of the crate.
    pub fn new(title: impl Into<String>, version: impl Into<String>) -> Self {
        let info = Map::from_iter([
            ("title".to_owned(), title.into().into()),
            ("version".to_owned(), version.into().into()),
        ]);
        Self { info, servers: Vec::new(), tags: Vec::new() }
    }

    /// What the API is about, in Markdown.
    pub fn description(self, text: impl Into<String>) -> Self {
        self.with("description", text.into().into())
    }

    /// The URL of the terms of service.
    pub fn terms_of_service(self, url: impl Into<String>) -> Self {
        self.with("termsOfService", url.into().into())
    }

    /// Whom to write to: a name, and an e-mail address.
    pub fn contact(self, name: impl Into<String>, email: impl Into<String>) -> Self {
        self.with("contact", json!({ "name": name.into(), "email": email.into() }))
    }

    /// The licence of the API: its name, and its SPDX identifier.
    pub fn license(self, name: impl Into<String>, identifier: impl Into<String>) -> Self {
        self.with("license", json!({ "name": name.into(), "identifier": identifier.into() }))
    }

    /// A URL that the API is served at; where none is said it is where the document is.
    pub fn server(mut self, url: impl Into<String>) -> Self {
        self.servers.push(json!({ "url": url.into() }));
        self
    }

    /// What a tag of the routes stands for. Tags are shown in the order of these calls.
    pub fn tag(mut self, name: impl Into<String>, description: impl Into<String>) -> Self {
        self.tags.push(json!({ "name": name.into(), "description": description.into() }));
        self
    }

    #[cfg(feature = "openapi-ui")]
    pub(super) fn title(&self) -> &str {
        self.info["title"].as_str().unwrap_or_default()
    }

    fn with(mut self, name: &str, value: Value) -> Self {
        self.info.insert(name.to_owned(), value);
        self
    }

    /// The document with nothing in it but this.
    pub(super) fn into_document(self) -> Value {
        let servers = if self.servers.is_empty() { vec![json!({ "url": "/" })] } else { self.servers };
        let mut document = json!({ "openapi": "3.1.1", "info": self.info, "servers": servers });
        if !self.tags.is_empty() {
            document["tags"] = self.tags.into();
        }
        document
    }
}
