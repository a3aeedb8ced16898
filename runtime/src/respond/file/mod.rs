//! Files: one by its path (`NamedFile`), or those beneath a folder (`Dir`), whole and in ranges.

mod beneath;
mod dir;
mod disposition;
mod route;

pub use dir::Dir;
pub use route::files;

use std::io;
use std::path::Path;

use bytes::Bytes;
use http::header::{self, HeaderValue};
use http::{Request, StatusCode, Uri};
use http_body_util::Empty;
use tower_http::services::ServeFile;
use tower_http::services::fs::ServeFileSystemResponseFuture;

use super::failure::break_off;
use super::{Facts, Responder, Response};
use crate::extract::FileRequest;
use crate::{Body, Problem, head};

const NOSNIFF: HeaderValue = HeaderValue::from_static("nosniff");

/// A file, as the request asks for it (RFC 9110 §13, §14): 200 with the whole of it, 206 with the range that was asked for,
/// 304 where the client has it already. It is read as it is sent, with its length, the media type that its name's ending
/// says (text as UTF-8), `ETag`, `Last-Modified`, `Accept-Ranges`, and `X-Content-Type-Options: nosniff`.
///
/// What cannot be served is a [`Problem`](struct@crate::Problem): 404 where there is no such file or it may not be read, 412
/// where the client asked for another version of it, 416 where the file has no such range. Several ranges at once are
/// answered with the whole.
///
/// ```
/// use fingerpost::{App, FileRequest, NamedFile, Problem, get, routes};
///
/// #[get("/manifest", header("Cache-Control" = "max-age=60"))]
/// async fn manifest(request: FileRequest) -> Result<NamedFile, Problem> {
///     NamedFile::open("Cargo.toml", request).await
/// }
/// # #[tokio::main(flavor = "current_thread")] async fn main() {
/// let app = App::new(routes![manifest]).test();
/// let response = app.get("/manifest").header("range", "bytes=0-8").send().await;
/// assert_eq!((response.status().as_u16(), response.text()), (206, "[package]".to_owned()));
/// assert_eq!(response.header("content-type"), Some("text/x-toml; charset=utf-8"));
/// let etag = response.header("etag").unwrap();
/// let response = app.get("/manifest").header("if-none-match", etag).send().await;
/// assert_eq!((response.status().as_u16(), response.text()), (304, String::new()));
/// # }
/// ```
///
/// A path that comes from the client belongs to a [`Dir`], which it cannot leave.
#[derive(Debug)]
pub struct NamedFile {
    response: Response,
    download: Option<HeaderValue>,
}

impl NamedFile {
    /// The file at a path, as the request asks for it.
    ///
    /// # Errors
    /// 404, 412, 416, or 500 where the file cannot be read for another reason.
    pub async fn open(path: impl AsRef<Path> + Send, request: FileRequest) -> Result<Self, Problem> {
        let path = path.as_ref();
        // A pipe or a device would be waited for.
        if !tokio::fs::metadata(path).await.map_err(unreadable)?.is_file() {
            return Err(Problem::new(404));
        }
        let mut file = ServeFile::new(path).ignore_multi_range_requests(true);
        answer(&request, &Uri::from_static("/"), |request| file.try_call(request)).await
    }

    /// The client shall keep it under this name rather than show it (RFC 6266).
    #[must_use]
    pub fn download(self, name: &str) -> Self {
        Self { download: Some(disposition::header("attachment", name)), ..self }
    }

    /// The client shall show it, and keep it under this name if it is kept (RFC 6266).
    #[must_use]
    pub fn inline(self, name: &str) -> Self {
        Self { download: Some(disposition::header("inline", name)), ..self }
    }
}

impl Responder for NamedFile {
    const FACTS: Facts = Facts::new().own_status(200);

    fn respond(self, response: &mut Response) {
        self.response.respond(response);
        if let Some(disposition) = self.download {
            head::set(response.headers_mut(), header::CONTENT_DISPOSITION, disposition);
        }
    }
}

/// What is opened for a request: with the range that it asks for, unless it is of a file that is no longer that one.
async fn answer(
    request: &FileRequest,
    target: &Uri,
    mut open: impl FnMut(Request<Empty<Bytes>>) -> ServeFileSystemResponseFuture<Empty<Bytes>>,
) -> Result<NamedFile, Problem> {
    let mut opened = open(request.to(target)).await.map_err(unreadable)?;
    let ranged = matches!(opened.status(), StatusCode::PARTIAL_CONTENT | StatusCode::RANGE_NOT_SATISFIABLE);
    if ranged && !request.range_holds_for(opened.headers()) {
        let mut whole = request.to(target);
        whole.headers_mut().remove(header::RANGE);
        opened = open(whole).await.map_err(unreadable)?;
    }
    judged(opened.map(Body::new))
}

fn judged(mut response: Response) -> Result<NamedFile, Problem> {
    let status = response.status();
    if status.is_client_error() || status.is_server_error() {
        let problem = Problem::new(status);
        return Err(match response.headers().get(header::CONTENT_RANGE) {
            Some(range) => problem.header(header::CONTENT_RANGE, range.clone()),
            None => problem,
        });
    }
    let headers = response.headers_mut();
    head::set(headers, header::X_CONTENT_TYPE_OPTIONS, NOSNIFF);
    if let Some(text) = headers.get(header::CONTENT_TYPE).and_then(as_utf8) {
        head::set(headers, header::CONTENT_TYPE, text);
    }
    Ok(NamedFile { response, download: None })
}

/// A text without a charset is read in whatever the client is used to.
fn as_utf8(media_type: &HeaderValue) -> Option<HeaderValue> {
    let text = media_type.to_str().ok().filter(|text| text.starts_with("text/") && !text.contains(';'))?;
    HeaderValue::try_from(format!("{text}; charset=utf-8")).ok()
}

/// A file that may not be read is none for the client.
#[cold]
fn unreadable(error: io::Error) -> Problem {
    match error.kind() {
        io::ErrorKind::NotFound
        | io::ErrorKind::PermissionDenied
        | io::ErrorKind::NotADirectory
        | io::ErrorKind::InvalidInput
        | io::ErrorKind::InvalidFilename => Problem::new(404),
        _ => Problem::new(500).detail("a file could not be read").because(error),
    }
}

/// Elsewhere, with the slash that the path of a folder ends with.
fn moved(location: String) -> NamedFile {
    let mut response = Response::new(Body::empty());
    *response.status_mut() = StatusCode::TEMPORARY_REDIRECT;
    match HeaderValue::try_from(location) {
        Ok(location) => head::set(response.headers_mut(), header::LOCATION, location),
        Err(error) => break_off(&mut response, "the path of a folder is no URI reference", error),
    }
    NamedFile { response, download: None }
}
