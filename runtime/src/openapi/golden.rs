//! `assert_openapi!`: the document beside the one that was reviewed.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use serde_json::Value;

use super::compare::Change;
use super::document::Document;

/// Asserts that a document is the one in a file, so that a change of the API is a reviewed act.
///
/// The file is named relative to the crate's folder, and is JSON. Where the document is another, the test fails with what
/// has changed, and says which changes break clients; `OPENAPI=overwrite cargo test` writes the file anew.
///
/// ```no_run
/// use fingerpost::openapi::{Document, Info};
/// use fingerpost::{assert_openapi, get, routes};
///
/// #[get("/posts/{id}")]
/// fn get_post(id: u64) -> String { format!("post {id}") }
///
/// #[test]
/// fn the_api_is_as_reviewed() {
///     assert_openapi!("openapi.json", Document::of(&routes![get_post], Info::new("Posts", "1.0.0")));
/// }
/// ```
#[macro_export]
macro_rules! assert_openapi {
    ($file:expr, $document:expr $(,)?) => {
        $crate::openapi::assert_document(
            ::core::convert::AsRef::as_ref(&$document),
            ::core::concat!(::core::env!("CARGO_MANIFEST_DIR"), "/", $file),
        )
    };
}

impl AsRef<Self> for Document {
    fn as_ref(&self) -> &Self {
        self
    }
}

/// See [`assert_openapi!`](crate::assert_openapi).
///
/// # Panics
/// Where the file has another document, or none.
#[doc(hidden)]
#[track_caller]
pub fn assert_document(document: &Document, file: &str) {
    if std::env::var_os("OPENAPI").is_some_and(|value| value == "overwrite") {
        if let Err(error) = fs::write(file, document.to_json()) {
            panic!("the document cannot be written to {file}: {error}");
        }
        return;
    }
    let name = Path::new(file).file_name().unwrap_or_default().display();
    let reviewed = match fs::read_to_string(file) {
        Ok(reviewed) => reviewed,
        Err(error) => {
            panic!("{file} cannot be read: {error}\nhelp: `OPENAPI=overwrite cargo test` writes it")
        }
    };
    let old: Value = match serde_json::from_str(&reviewed) {
        Ok(old) => old,
        Err(error) => {
            panic!("{file} is not JSON: {error}\nhelp: `OPENAPI=overwrite cargo test` writes it anew")
        }
    };
    if old != *document.value() {
        let changes = document.changes_since(&old);
        panic!("{}", report(&name.to_string(), &changes));
    }
}

fn report(file: &str, changes: &[Change]) -> String {
    let mut text = format!("the API is not as reviewed in {file}");
    let (breaking, others): (Vec<&Change>, Vec<&Change>) =
        changes.iter().partition(|change| change.breaks_clients());
    for (title, changes) in [("breaks clients", breaking), ("does not break clients", others)] {
        if !changes.is_empty() {
            let _ = write!(text, "\n\n{title}:");
            for change in changes {
                let _ = write!(text, "\n  {change}");
            }
        }
    }
    if changes.is_empty() {
        text.push_str(": the names of schemas, or other things that no client can tell apart");
    }
    text.push_str("\n\nhelp: if that is meant, `OPENAPI=overwrite cargo test` writes the file anew");
    text
}
