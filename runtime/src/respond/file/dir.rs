//! `Dir`: the files beneath a folder, and none outside.

use std::path::Path;

use http::header;
use http::{StatusCode, Uri};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use tower_http::services::ServeDir;
use tower_http::services::fs::DefaultServeDirFallback;

use super::beneath::Beneath;
use super::{NamedFile, answer, moved};
use crate::error::Error;
use crate::extract::FileRequest;
use crate::{HeaderValue, Problem, head};

/// A folder whose files are served: state of the app, which [`files`](crate::files) serves as it is, and
/// [`open`](Self::open) where the handler has something to say.
///
/// No path leads out of it, however it is spelt: neither `..` nor an encoded slash, backslash or NUL, nor a symbolic link.
/// A file or folder whose name begins with a dot is not there, for links neither. The path of a folder is that of its
/// `index.html`, where it has one; what is in a folder is not listed.
///
/// ```
/// use fingerpost::{App, Dir, FileRequest, NamedFile, Problem, get, routes};
///
/// #[get("/sources/{*path}", header("Cache-Control" = "max-age=3600"))]
/// async fn source(path: &str, sources: &Dir, request: FileRequest) -> Result<NamedFile, Problem> {
///     sources.open(path, request).await
/// }
/// # #[tokio::main(flavor = "current_thread")] async fn main() -> Result<(), fingerpost::Error> {
/// let app = App::new(routes![source]).state(Dir::new("src")?).test();
/// assert_eq!(app.get("/sources/app/mod.rs").send().await.status(), 200);
/// assert_eq!(app.get("/sources/%2e%2e/Cargo.toml").send().await.status(), 400);
/// # Ok(()) }
/// ```
///
/// Two folders are two types: `struct Pictures(Dir)`.
#[derive(Clone, Debug)]
pub struct Dir {
    beneath: Beneath,
    precompressed: bool,
}

impl Dir {
    /// The folder at a path; it is looked up now, and its links followed.
    ///
    /// # Errors
    /// Where there is no such folder.
    pub fn new(path: impl AsRef<Path>) -> Result<Self, Error> {
        let path = path.as_ref();
        let failed = |error| Error::because(format!("cannot serve the files in `{}`", path.display()), error);
        let root = path.canonicalize().map_err(failed)?;
        // To be there is not enough: it is to be a folder that can be read.
        root.read_dir().map_err(failed)?;
        Ok(Self { beneath: Beneath::new(root), precompressed: false })
    }

    /// Serves files and folders whose names begin with a dot as others; they are hidden unless set.
    #[must_use]
    pub const fn dot_files(mut self, shown: bool) -> Self {
        self.beneath.dot_files = shown;
        self
    }

    /// Follows symbolic links out of the folder; only those that stay in it are followed unless set.
    #[must_use]
    pub const fn links_out(mut self, followed: bool) -> Self {
        self.beneath.links_out = followed;
        self
    }

    /// Serves `app.js.br`, `app.js.zst` or `app.js.gz` in the place of `app.js` to a client that takes it so
    /// (`Accept-Encoding`, RFC 9110 §12.5.3); not unless set.
    #[must_use]
    pub const fn precompressed(mut self, looked_for: bool) -> Self {
        self.precompressed = looked_for;
        self
    }

    /// The file at a path beneath the folder, as the request asks for it. The path is decoded, as a capture is, with `/`
    /// between its parts.
    ///
    /// The path of a folder is redirected to the same with a slash at its end, which the links in its page are relative to.
    ///
    /// # Errors
    /// As [`NamedFile::open`]; 404 for every path that is not one of a file beneath the folder, whatever it is.
    pub async fn open(&self, path: &str, request: FileRequest) -> Result<NamedFile, Problem> {
        let target = self.target(path, &request).ok_or_else(|| Problem::new(404))?;
        let mut dir = self.service();
        let file = answer(&request, &target, |request| dir.try_call(request)).await?;
        let is_folder = file.response.status() == StatusCode::TEMPORARY_REDIRECT
            || path.is_empty() && !request.uri().path().ends_with('/');
        Ok(if is_folder { moved(with_slash(request.uri())) } else { self.varied(file) })
    }

    /// The path as a URI's, where it may be one of a file that is served.
    fn target(&self, path: &str, request: &FileRequest) -> Option<Uri> {
        // What is decoded here as part of a path, a proxy before us has taken for part of a name.
        const HIDDEN: [&str; 3] = ["%2f", "%5c", "%00"];
        let as_sent = request.uri().path().to_ascii_lowercase();
        let names = path.strip_suffix('/').unwrap_or(path);
        let is_name = |name: &str| {
            !matches!(name, "" | "." | "..")
                && !name.contains(['\\', '\0'])
                && (self.beneath.dot_files || !name.starts_with('.'))
        };
        let is_path = path.is_empty() || names.split('/').all(is_name);
        if !is_path || HIDDEN.iter().any(|hidden| as_sent.contains(hidden)) {
            return None;
        }
        let encoded = path.split('/').map(|name| utf8_percent_encode(name, NON_ALPHANUMERIC).to_string());
        format!("/{}", encoded.collect::<Vec<_>>().join("/")).parse().ok()
    }

    fn service(&self) -> ServeDir<DefaultServeDirFallback, Beneath> {
        let dir = ServeDir::with_backend(self.beneath.root(), self.beneath.clone());
        let dir = dir.ignore_multi_range_requests(true);
        match self.precompressed {
            true => dir.precompressed_br().precompressed_zstd().precompressed_gzip(),
            false => dir,
        }
    }

    /// What the client does not take in any coding may be another for the next client, a 304 too.
    fn varied(&self, mut file: NamedFile) -> NamedFile {
        if self.precompressed {
            let accept_encoding = HeaderValue::from_static("accept-encoding");
            head::set(file.response.headers_mut(), header::VARY, accept_encoding);
        }
        file
    }
}

/// The path as it was sent. It does not begin with two slashes, which would be another host: such a path is no file's.
fn with_slash(uri: &Uri) -> String {
    match uri.query() {
        Some(query) => format!("{}/?{query}", uri.path()),
        None => format!("{}/", uri.path()),
    }
}
