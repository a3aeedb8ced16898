//! `Multipart`: a form with files, read part by part as it comes.

mod disposition;
mod pieces;
mod rejection;

#[cfg(any(feature = "client", feature = "server"))]
pub(crate) use disposition::encode as encode_name;
pub use rejection::MultipartRejection;

use std::fmt;
use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use bytes::{Bytes, BytesMut};
use http::HeaderMap;
use http::header::CONTENT_TYPE;
use tokio::io::{AsyncWrite, AsyncWriteExt};

use super::media_type;
use super::{FromRequest, RequestContext};
use crate::{Body, MediaTypes};
use disposition::Disposition;
use pieces::Pieces;

/// A body of `multipart/form-data` (RFC 7578), which HTML forms with files send: its parts, in the order in which they
/// come.
///
/// Nothing is kept but the piece that is being read: what a part says is in memory or on disk only where the handler puts
/// it. What the handler does not read of a part is passed over.
///
/// | limit | unless set | then |
/// | --- | --- | --- |
/// | the whole body | the route's or the app's [`body_limit`](crate::App::body_limit) | 413 |
/// | [`max_parts`](Self::max_parts) | the app's [`field_limit`](crate::App::field_limit), 1,000 | 413 |
/// | [`max_part_size`](Self::max_part_size) | that of the whole body | 413 |
/// | the head of a part | 16 KiB, 32 lines | 400 |
///
/// ```
/// use fingerpost::{App, Multipart, MultipartRejection, post, routes};
///
/// #[post("/upload", body_limit = "64 MiB")]
/// async fn upload(mut form: Multipart) -> Result<String, MultipartRejection> {
///     let mut seen = String::new();
///     while let Some(mut part) = form.next_part().await? {
///         let (name, file) = (part.name().to_owned(), part.file_name().map(str::to_owned));
///         let mut length = 0;
///         while let Some(piece) = part.chunk().await? {
///             length += piece.len();
///         }
///         seen += &format!("{name} {file:?} {length}\n");
///     }
///     Ok(seen)
/// }
/// # #[tokio::main(flavor = "current_thread")] async fn main() {
/// let body = "--cut\r\nContent-Disposition: form-data; name=\"photo\"; filename=\"cat.png\"\r\n\r\nmeow\r\n--cut--\r\n";
/// let request = App::new(routes![upload]).test().post("/upload").body(body);
/// let response = request.header("content-type", "multipart/form-data; boundary=cut").send().await;
/// assert_eq!(response.text(), "photo Some(\"cat.png\") 4\n");
/// # }
/// ```
pub struct Multipart {
    parts: multer::Multipart<'static>,
    /// The part that the handler has, or had: what is left of it stands before the next.
    current: Option<multer::Field<'static>>,
    pieces: Pieces,
    max_parts: usize,
    max_part_size: u64,
    /// How many parts have begun, and how long the current one is until here.
    begun: usize,
    length: u64,
}

impl Multipart {
    fn new(body: Body, boundary: &str, max_parts: usize) -> Self {
        // The length of the whole is the body's own limit, so that its answer is that of every other body.
        let limits = multer::SizeLimit::new().whole_stream(u64::MAX).per_field(u64::MAX);
        let constraints = multer::Constraints::new().size_limit(limits);
        let pieces = Pieces::new(body);
        Self {
            parts: multer::Multipart::with_constraints(pieces.clone(), boundary, constraints),
            current: None,
            pieces,
            max_parts,
            max_part_size: u64::MAX,
            begun: 0,
            length: 0,
        }
    }

    /// The most parts; as many as the app lets a form have fields unless set.
    #[must_use]
    pub const fn max_parts(mut self, count: usize) -> Self {
        self.max_parts = count;
        self
    }

    /// The most bytes of one part, each of them; as many as the whole body may have unless set.
    #[must_use]
    pub const fn max_part_size(mut self, bytes: u64) -> Self {
        self.max_part_size = bytes;
        self
    }

    /// The next part; `None` after the last.
    ///
    /// # Errors
    /// Where the body is not what it should be, is too long, or has too many parts.
    pub async fn next_part(&mut self) -> Result<Option<Part<'_>>, MultipartRejection> {
        while self.current.is_some() {
            poll_fn(|context| self.poll_chunk(context)).await?;
        }
        self.pieces.expect_head();
        let next = self.parts.next_field().await?;
        self.pieces.head_came();
        let Some(field) = next else {
            poll_fn(|context| self.pieces.poll_end(context))
                .await
                .map_err(multer::Error::StreamReadFailed)?;
            return Ok(None);
        };
        if self.begun == self.max_parts {
            let most = self.max_parts;
            return Err(MultipartRejection::too_large(format!(
                "the form has more than the {most} parts allowed"
            )));
        }
        let headers = field.headers().clone();
        let Disposition { name: Some(name), file_name: file } = Disposition::of(&headers) else {
            return Err(MultipartRejection::malformed("a part has no name"));
        };
        (self.begun, self.length) = (self.begun + 1, 0);
        let head = Head { name, file: file.as_deref().map(file_name), headers };
        self.current = Some(field);
        Ok(Some(Part { form: self, head }))
    }

    /// The next bytes of the current part, never none of them.
    fn poll_chunk(&mut self, context: &mut Context<'_>) -> Poll<Result<Option<Bytes>, MultipartRejection>> {
        loop {
            let Some(field) = &mut self.current else { return Poll::Ready(Ok(None)) };
            let Some(piece) = ready!(futures_core::Stream::poll_next(Pin::new(field), context)) else {
                self.current = None;
                return Poll::Ready(Ok(None));
            };
            let piece = piece?;
            self.length += piece.len() as u64;
            if self.length > self.max_part_size {
                let most = self.max_part_size;
                return Poll::Ready(Err(MultipartRejection::too_large(format!(
                    "a part of the form is longer than the {most} bytes allowed"
                ))));
            }
            if !piece.is_empty() {
                return Poll::Ready(Ok(Some(piece)));
            }
        }
    }
}

impl FromRequest for Multipart {
    type Rejection = MultipartRejection;
    const READS_BODY: bool = true;
    const MEDIA_TYPES: MediaTypes = MediaTypes::new(&["multipart/form-data"]);

    async fn from_request(request: &mut RequestContext<'_>) -> Result<Self, MultipartRejection> {
        media_type::expect(request, Self::MEDIA_TYPES).await?;
        let boundary = boundary(request.headers())
            .ok_or_else(|| MultipartRejection::malformed("its `Content-Type` has no boundary"))?;
        let body = Body::from_request(request).await.map_err(MultipartRejection::Body)?;
        Ok(Self::new(body, &boundary, request.most_fields()))
    }

    fn is_absence(rejection: &MultipartRejection) -> bool {
        matches!(rejection, MultipartRejection::Missing)
    }
}

impl fmt::Debug for Multipart {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Multipart").field("begun", &self.begun).finish_non_exhaustive()
    }
}

/// What parts the parts: 1 to 70 characters (RFC 2046 §5.1.1).
fn boundary(headers: &HeaderMap) -> Option<String> {
    let media_type = headers.get(CONTENT_TYPE)?.to_str().ok()?;
    multer::parse_boundary(media_type).ok().filter(|boundary| (1..=70).contains(&boundary.len()))
}

/// The name without the way to it, which some clients send and none should be trusted with (RFC 7578 §4.2).
fn file_name(sent: &str) -> Option<String> {
    let name = sent.rsplit(['/', '\\']).next()?;
    let is_name = !matches!(name, "" | "." | "..") && !name.contains(char::is_control);
    is_name.then(|| name.to_owned())
}

/// What a part says of itself.
struct Head {
    name: String,
    /// `Some(None)` is a file whose name is no name.
    file: Option<Option<String>>,
    headers: HeaderMap,
}

/// One part of a [`Multipart`]: a field or a file. It is a stream of its bytes, too.
#[must_use = "what is not read of a part is passed over"]
pub struct Part<'m> {
    form: &'m mut Multipart,
    head: Head,
}

impl Part<'_> {
    /// The name of the form's input.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.head.name
    }

    /// Whether it is a file: an input of files sends one without name and content where none was chosen.
    #[must_use]
    pub fn is_file(&self) -> bool {
        self.head.file.is_some()
    }

    /// The file's name where it has one, without any directories before it. It is the client's word: two files may have
    /// the same, and its ending need not say what is inside.
    #[must_use]
    pub fn file_name(&self) -> Option<&str> {
        self.head.file.as_ref()?.as_deref()
    }

    /// The media type that the client gives it, where it gives one.
    #[must_use]
    pub fn content_type(&self) -> Option<&str> {
        self.head.headers.get(CONTENT_TYPE)?.to_str().ok()
    }

    /// The part's headers.
    #[must_use]
    pub const fn headers(&self) -> &HeaderMap {
        &self.head.headers
    }

    /// The next bytes, as they come; `None` at the end.
    ///
    /// # Errors
    /// Where the body is not what it should be, or is too long.
    pub async fn chunk(&mut self) -> Result<Option<Bytes>, MultipartRejection> {
        poll_fn(|context| self.form.poll_chunk(context)).await
    }

    /// All its bytes, in memory.
    ///
    /// # Errors
    /// As [`chunk`](Self::chunk).
    pub async fn bytes(mut self) -> Result<Bytes, MultipartRejection> {
        let Some(first) = self.chunk().await? else { return Ok(Bytes::new()) };
        let Some(second) = self.chunk().await? else { return Ok(first) };
        let mut all = BytesMut::from(&first[..]);
        all.extend_from_slice(&second);
        while let Some(piece) = self.chunk().await? {
            all.extend_from_slice(&piece);
        }
        Ok(all.freeze())
    }

    /// All of it as UTF-8 text.
    ///
    /// # Errors
    /// As [`chunk`](Self::chunk), and where it is not UTF-8.
    pub async fn text(self) -> Result<String, MultipartRejection> {
        let name = self.head.name.clone();
        let bytes = self.bytes().await?;
        String::from_utf8(bytes.into())
            .map_err(|_| MultipartRejection::malformed(format!("the part `{name}` is not UTF-8")))
    }

    /// Writes it to a file, or wherever else, as it comes; says how many bytes it was.
    ///
    /// # Errors
    /// As [`chunk`](Self::chunk), and [`MultipartRejection::Write`] where it cannot be written.
    pub async fn write_to<W>(mut self, writer: &mut W) -> Result<u64, MultipartRejection>
    where
        W: AsyncWrite + Unpin + ?Sized,
    {
        while let Some(piece) = self.chunk().await? {
            writer.write_all(&piece).await.map_err(MultipartRejection::Write)?;
        }
        writer.flush().await.map_err(MultipartRejection::Write)?;
        Ok(self.form.length)
    }
}

impl futures_core::Stream for Part<'_> {
    type Item = Result<Bytes, MultipartRejection>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.form.poll_chunk(context).map(Result::transpose)
    }
}

impl fmt::Debug for Part<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Part").field("headers", &self.head.headers).finish_non_exhaustive()
    }
}
