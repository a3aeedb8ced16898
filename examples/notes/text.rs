//! `Text`: notes as people read them on a terminal.

use fingerpost::openapi::{self, DescribeResponse, Schemas};
use fingerpost::{Representation, Responder, Response};

use crate::note::Note;

/// One note after the other, a line between them.
#[derive(Debug)]
pub(crate) struct Text(String);

impl From<Vec<Note>> for Text {
    fn from(notes: Vec<Note>) -> Self {
        let notes: Vec<String> =
            notes.iter().map(|note| format!("{}\n{}\n", note.title, note.body)).collect();
        Self(notes.join("---\n"))
    }
}

impl Responder for Text {
    fn respond(self, response: &mut Response) {
        self.0.respond(response);
    }
}

impl Representation for Text {
    const MEDIA_TYPE: &'static str = "text/plain; charset=utf-8";
}

/// As the string that it is.
impl DescribeResponse for Text {
    fn describe_response(schemas: &mut Schemas) -> Vec<openapi::Response> {
        String::describe_response(schemas)
    }
}
