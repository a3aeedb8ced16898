//! Forms with files, as a client sends them to a handler that takes a [`Multipart`]: [`FormData`], and the [`FormPart`]s in it.

use std::borrow::Cow;
use std::collections::VecDeque;
use std::fmt;
use std::hash::{BuildHasher, Hasher, RandomState};
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use bytes::Bytes;
use http::HeaderValue;
use http_body::{Frame, SizeHint};
use tokio::io::{AsyncRead, ReadBuf};

use super::{Draft, SendArgument};
use crate::extract::encode_name;
use crate::{Body, BoxError, Multipart};

/// How much of a reader is sent at once.
const PIECE: usize = 16 << 10;

/// A form with files, `multipart/form-data` (RFC 7578): what a client gives for a [`Multipart`].
///
/// Its parts are sent in their order. Nothing is copied, and what is a stream is sent as it comes; the length of the whole is
/// sent beforehand where that of each part is known.
///
/// ```
/// use fingerpost::client::{FormData, FormPart};
/// use fingerpost::{App, Body, Multipart, MultipartRejection, post, routes};
///
/// #[post("/photos")]
/// async fn add(mut form: Multipart) -> Result<String, MultipartRejection> {
///     let mut seen = String::new();
///     while let Some(part) = form.next_part().await? {
///         let (name, file) = (part.name().to_owned(), part.file_name().unwrap_or("no file").to_owned());
///         seen += &format!("{name}, {file}: {}\n", part.text().await?);
///     }
///     Ok(seen)
/// }
/// # #[tokio::main(flavor = "current_thread")] async fn main() -> Result<(), fingerpost::BoxError> {
/// let photo = FormPart::bytes("meow").file_name("cat.png").content_type("image/png");
/// let notes = FormPart::stream(Body::from_stream(futures_util::stream::iter(["it ", "purrs"])));
/// let form = FormData::new().text("title", "A cat").part("photo", photo).part("notes", notes);
///
/// let client = App::new(routes![add]).test(); // or `Client::new("http://127.0.0.1:8080")`
/// let seen = client.call(add::request(form)).await?.success()?;
/// assert_eq!(*seen, "title, no file: A cat\nphoto, cat.png: meow\nnotes, no file: it purrs\n");
/// # Ok(()) }
/// ```
#[derive(Debug, Default)]
#[must_use = "a form does nothing until it is sent"]
pub struct FormData {
    parts: Vec<(Cow<'static, str>, FormPart)>,
}

impl FormData {
    /// One without parts.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a field of text.
    pub fn text(self, name: impl Into<Cow<'static, str>>, text: impl Into<Cow<'static, str>>) -> Self {
        self.part(name, FormPart::text(text))
    }

    /// Adds a part; several may have one name.
    pub fn part(mut self, name: impl Into<Cow<'static, str>>, part: FormPart) -> Self {
        self.parts.push((name.into(), part));
        self
    }

    /// The parts with a boundary before each and one after the last.
    fn into_body(self, boundary: &str) -> Result<Body, BoxError> {
        let mut pieces = VecDeque::with_capacity(2 * self.parts.len() + 1);
        let mut before = String::new();
        for (name, part) in self.parts {
            before += &format!("--{boundary}\r\nContent-Disposition: form-data; name=\"");
            encode_name(&name, &mut before);
            before.push('"');
            if let Some(file_name) = &part.file_name {
                before += "; filename=\"";
                encode_name(file_name, &mut before);
                before.push('"');
            }
            let mut before_part = before.into_bytes();
            if let Some(media_type) = part.media_type()? {
                before_part.extend_from_slice(b"\r\nContent-Type: ");
                before_part.extend_from_slice(media_type.as_bytes());
            }
            before_part.extend_from_slice(b"\r\n\r\n");
            pieces.extend([Body::from(before_part), part.content]);
            before = "\r\n".to_owned();
        }
        before += &format!("--{boundary}--\r\n");
        pieces.push_back(before.into());
        Ok(Body::new(Chain(pieces)))
    }
}

/// One part of a [`FormData`]: a field or a file.
///
/// It is a file where it has a [`file_name`](Self::file_name), as a server sees it.
#[must_use = "a part does nothing until it is in a form"]
pub struct FormPart {
    content: Body,
    file_name: Option<Cow<'static, str>>,
    media_type: Option<Result<HeaderValue, BoxError>>,
}

impl FormPart {
    /// Text; its line ends are sent as they are.
    pub fn text(text: impl Into<Cow<'static, str>>) -> Self {
        match text.into() {
            Cow::Borrowed(text) => Self::of(text.into()),
            Cow::Owned(text) => Self::of(text.into()),
        }
    }

    /// Bytes.
    pub fn bytes(bytes: impl Into<Bytes>) -> Self {
        Self::of(bytes.into().into())
    }

    /// A body of whatever length, which is sent as it comes: [`Body::from_stream`] of a stream, the body of another answer.
    pub fn stream(body: impl Into<Body>) -> Self {
        Self::of(body.into())
    }

    /// What a reader reads, such as an open file, sent as it is read. Where its length is known, say so with
    /// [`length`](Self::length).
    ///
    /// ```no_run
    /// use fingerpost::client::FormPart;
    ///
    /// # async fn photo() -> std::io::Result<FormPart> {
    /// let file = tokio::fs::File::open("cat.png").await?;
    /// let length = file.metadata().await?.len();
    /// let photo = FormPart::reader(file).length(length).file_name("cat.png").content_type("image/png");
    /// # Ok(photo) }
    /// ```
    pub fn reader(reader: impl AsyncRead + Send + 'static) -> Self {
        Self::of(Body::new(ReaderBody { reader, buffer: vec![0; PIECE] }))
    }

    const fn of(content: Body) -> Self {
        Self { content, file_name: None, media_type: None }
    }

    /// The number of bytes of a stream, so that the length of the whole form is sent beforehand. One that is longer or
    /// shorter ends the connection.
    pub fn length(mut self, bytes: u64) -> Self {
        self.content = Body::new(Measured { content: self.content, left: bytes });
        self
    }

    /// The name of the file that it is.
    pub fn file_name(mut self, name: impl Into<Cow<'static, str>>) -> Self {
        self.file_name = Some(name.into());
        self
    }

    /// Its media type. Unless it is given, a file is sent as `application/octet-stream` and a field without one.
    ///
    /// A value that can be none is an error of the call.
    pub fn content_type<V: TryInto<HeaderValue, Error: Into<BoxError>>>(mut self, media_type: V) -> Self {
        self.media_type = Some(media_type.try_into().map_err(Into::into));
        self
    }

    fn media_type(&self) -> Result<Option<HeaderValue>, BoxError> {
        match &self.media_type {
            Some(Ok(media_type)) => Ok(Some(media_type.clone())),
            Some(Err(error)) => Err(format!("the media type of a part is no header's value: {error}").into()),
            None => {
                Ok(self.file_name.is_some().then(|| HeaderValue::from_static("application/octet-stream")))
            }
        }
    }
}

impl fmt::Debug for FormPart {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FormPart")
            .field("file_name", &self.file_name)
            .field("content", &self.content)
            .finish()
    }
}

impl SendArgument for Multipart {
    type Value = FormData;

    fn send(form: FormData, request: &mut Draft) {
        let boundary = boundary();
        match form.into_body(&boundary) {
            Ok(body) => {
                request.body(None, body);
                let media_type = format!("multipart/form-data; boundary={boundary}");
                request.header(http::header::CONTENT_TYPE, media_type);
            }
            Err(error) => request.fail(error),
        }
    }
}

/// 128 bits that nobody knows beforehand: no part has them in it, not even one that is made to.
fn boundary() -> String {
    let random = |salt: u64| {
        let mut hasher = RandomState::new().build_hasher();
        hasher.write_u64(salt);
        hasher.finish()
    };
    format!("form-{:016x}{:016x}", random(0), random(1))
}

/// Bodies, one after the other.
struct Chain(VecDeque<Body>);

impl http_body::Body for Chain {
    type Data = Bytes;
    type Error = BoxError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, BoxError>>> {
        while let Some(first) = self.0.front_mut() {
            match ready!(Pin::new(first).poll_frame(context)) {
                // The trailers of another message are none of this one.
                Some(Ok(frame)) if frame.is_trailers() => {}
                Some(frame) => return Poll::Ready(Some(frame)),
                None => drop(self.0.pop_front()),
            }
        }
        Poll::Ready(None)
    }

    fn is_end_stream(&self) -> bool {
        self.0.is_empty()
    }

    fn size_hint(&self) -> SizeHint {
        let exact = self.0.iter().try_fold(0_u64, |sum, body| sum.checked_add(body.size_hint().exact()?));
        exact.map_or_else(SizeHint::default, SizeHint::with_exact)
    }
}

/// A body of a length that was said.
struct Measured {
    content: Body,
    left: u64,
}

impl http_body::Body for Measured {
    type Data = Bytes;
    type Error = BoxError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, BoxError>>> {
        let frame = ready!(Pin::new(&mut self.content).poll_frame(context));
        let wrong = |how: &str| Poll::Ready(Some(Err(format!("a part is {how} than was said").into())));
        match &frame {
            Some(Ok(frame)) => {
                let length = frame.data_ref().map_or(0, Bytes::len) as u64;
                let Some(left) = self.left.checked_sub(length) else { return wrong("longer") };
                self.left = left;
            }
            None if self.left > 0 => return wrong("shorter"),
            Some(Err(_)) | None => {}
        }
        Poll::Ready(frame)
    }

    fn size_hint(&self) -> SizeHint {
        SizeHint::with_exact(self.left)
    }
}

pin_project_lite::pin_project! {
    /// What a reader reads, as a body.
    struct ReaderBody<R> {
        #[pin]
        reader: R,
        buffer: Vec<u8>,
    }
}

impl<R: AsyncRead> http_body::Body for ReaderBody<R> {
    type Data = Bytes;
    type Error = std::io::Error;

    fn poll_frame(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, std::io::Error>>> {
        let this = self.project();
        let mut buffer = ReadBuf::new(this.buffer);
        ready!(this.reader.poll_read(context, &mut buffer))?;
        let read = buffer.filled();
        Poll::Ready((!read.is_empty()).then(|| Ok(Frame::data(Bytes::copy_from_slice(read)))))
    }
}
