//! A form with files, as a test sends it.

use http::{HeaderValue, header};

use super::TestRequest;
use crate::extract::encode_name;
use crate::head;

/// What no test's own bytes have in them.
const BOUNDARY: &str = "fingerpost-7d1c3b0e5a924f68";

impl TestRequest {
    /// Adds a field to a form with files, which becomes the body.
    ///
    /// ```
    /// use fingerpost::{App, Multipart, MultipartRejection, post, routes};
    ///
    /// #[post("/upload")]
    /// async fn upload(mut form: Multipart) -> Result<String, MultipartRejection> {
    ///     let mut names = String::new();
    ///     while let Some(part) = form.next_part().await? {
    ///         names += &format!("{}={:?} ", part.name(), part.file_name());
    ///     }
    ///     Ok(names)
    /// }
    /// # #[tokio::main(flavor = "current_thread")] async fn main() {
    /// let request = App::new(routes![upload]).test().post("/upload");
    /// let response = request.field("title", "A cat").file("photo", "cat.png", b"meow").send().await;
    /// assert_eq!(response.text(), "title=None photo=Some(\"cat.png\") ");
    /// # }
    /// ```
    pub fn field(self, name: &str, text: &str) -> Self {
        self.part(name, None, text.as_bytes())
    }

    /// Adds a file to a form with files, which becomes the body.
    pub fn file(self, name: &str, file_name: &str, bytes: &[u8]) -> Self {
        self.part(name, Some(file_name), bytes)
    }

    fn part(mut self, name: &str, file_name: Option<&str>, bytes: &[u8]) -> Self {
        let mut head = format!("--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"");
        encode_name(name, &mut head);
        if let Some(file_name) = file_name {
            head.push_str("\"; filename=\"");
            encode_name(file_name, &mut head);
        }
        head.push_str("\"\r\n\r\n");
        self.parts.extend_from_slice(head.as_bytes());
        self.parts.extend_from_slice(bytes);
        self.parts.extend_from_slice(b"\r\n");
        self
    }

    /// The form, where there is one, as the body.
    pub(super) fn with_its_form(mut self) -> Self {
        if self.parts.is_empty() {
            return self;
        }
        let mut body = std::mem::take(&mut self.parts);
        body.extend_from_slice(format!("--{BOUNDARY}--\r\n").as_bytes());
        let media_type = format!("multipart/form-data; boundary={BOUNDARY}");
        if let Ok(media_type) = HeaderValue::try_from(media_type) {
            head::set(&mut self.headers, header::CONTENT_TYPE, media_type);
        }
        self.body(body)
    }
}
