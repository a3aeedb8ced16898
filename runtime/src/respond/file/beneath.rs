//! `Beneath`: the file system as far as it is beneath a folder, links followed.

use std::fs::Metadata;
use std::io;
use std::path::{Path, PathBuf};
use std::pin::Pin;
use std::sync::Arc;

use tower_http::services::fs::{Backend, TokioBackend, TokioFile};

type Opening<T> = Pin<Box<dyn Future<Output = io::Result<T>> + Send>>;

/// What is outside is not there, and neither is what is no file and no folder.
///
/// A path is opened by its real name, which has just been looked up: who may move folders about beneath the root while they
/// are served could still win a race, and is trusted.
#[derive(Clone, Debug)]
pub(super) struct Beneath {
    /// Without links.
    root: Arc<Path>,
    pub(super) links_out: bool,
    pub(super) dot_files: bool,
}

impl Beneath {
    pub(super) fn new(root: PathBuf) -> Self {
        Self { root: root.into(), links_out: false, dot_files: false }
    }

    pub(super) fn root(&self) -> &Path {
        &self.root
    }

    async fn real(self, path: PathBuf) -> io::Result<(PathBuf, Metadata)> {
        let real = tokio::fs::canonicalize(path).await?;
        let is_served = match real.strip_prefix(&self.root) {
            Ok(within) => {
                self.dot_files || !within.iter().any(|name| name.as_encoded_bytes().starts_with(b"."))
            }
            Err(_) => self.links_out,
        };
        if !is_served {
            return Err(io::ErrorKind::NotFound.into());
        }
        let metadata = tokio::fs::metadata(&real).await?;
        Ok((real, metadata))
    }
}

impl Backend for Beneath {
    type File = TokioFile;
    type Metadata = Metadata;
    type OpenFuture = Opening<TokioFile>;
    type MetadataFuture = Opening<Metadata>;

    fn open(&self, path: PathBuf) -> Opening<TokioFile> {
        let beneath = self.clone();
        Box::pin(async move {
            let (real, metadata) = beneath.real(path).await?;
            // A pipe or a device would be waited for.
            if !metadata.is_file() {
                return Err(io::ErrorKind::NotFound.into());
            }
            TokioBackend.open(real).await
        })
    }

    fn metadata(&self, path: PathBuf) -> Opening<Metadata> {
        let beneath = self.clone();
        Box::pin(async move { Ok(beneath.real(path).await?.1) })
    }
}
