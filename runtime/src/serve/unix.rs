//! Unix sockets: bound to a path, of which only a socket that nobody listens at is replaced.

use std::fs;
use std::io;
use std::os::fd::OwnedFd;
use std::os::unix::fs::{FileTypeExt, MetadataExt, PermissionsExt};
use std::os::unix::net::{UnixListener, UnixStream};
use std::path::{Path, PathBuf};
use std::pin::pin;

use crate::error::Error;
use crate::task;

/// A connection through a Unix socket, as the type that all that follows is compiled for.
///
/// To the system both are sockets that are read, written, peeked at and shut down in the same way. What is asked of TCP alone, that
/// small answers leave at once, they refuse or do not mind. With a type of its own all of HTTP would be compiled once more.
pub(super) fn as_any_stream(stream: UnixStream) -> std::net::TcpStream {
    OwnedFd::from(stream).into()
}

/// Where a socket stands, and who may connect to it.
#[derive(Clone, Debug)]
pub(super) struct Place {
    pub(super) path: PathBuf,
    pub(super) mode: Option<u32>,
}

impl Place {
    /// Listens there. The file is removed once what is returned with it is dropped.
    pub(super) fn bind(&self) -> Result<(UnixListener, File), Error> {
        let path = self.path.display();
        let failed = |error| Error::because(format!("cannot listen at unix:{path}"), error);
        let listener = match UnixListener::bind(&self.path) {
            Err(error) if error.kind() == io::ErrorKind::AddrInUse => {
                remove_stale(&self.path)?;
                UnixListener::bind(&self.path).map_err(failed)?
            }
            bound => bound.map_err(failed)?,
        };
        let file = File::at(&self.path).map_err(failed)?;
        if let Some(mode) = self.mode {
            let set = fs::set_permissions(&self.path, fs::Permissions::from_mode(mode));
            set.map_err(|error| Error::because(format!("the mode of unix:{path} cannot be set"), error))?;
        }
        Ok((listener, file))
    }
}

/// Removes a socket that nobody listens at, as a process leaves it that was killed. Nothing else is.
fn remove_stale(path: &Path) -> Result<(), Error> {
    let shown = path.display();
    let refused = |why: &str| Error::new(format!("cannot listen at unix:{shown}: {why}"));
    let is_socket = fs::symlink_metadata(path).is_ok_and(|file| file.file_type().is_socket());
    if !is_socket {
        return Err(refused("there is something of that name, and it is no socket"));
    }
    match connect(path) {
        Err(error) if error.kind() == io::ErrorKind::ConnectionRefused => fs::remove_file(path)
            .map_err(|error| Error::because(format!("the socket unix:{shown} cannot be replaced"), error)),
        // Who does not answer, or must not be asked, may listen all the same.
        _ => Err(refused("another process listens there")),
    }
}

/// Without waiting where the queue of who listens is full.
fn connect(path: &Path) -> io::Result<()> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_io().build()?;
    let mut connected = Ok(());
    task::drive(&runtime, pin!(async { connected = tokio::net::UnixStream::connect(path).await.map(drop) }));
    connected
}

/// The file of a socket of our own; dropped, it is removed, unless another has taken its place.
pub(super) struct File {
    path: PathBuf,
    id: Id,
}

/// Device, inode, and since inodes are used again, when it was made.
type Id = (u64, u64, (i64, i64));

impl File {
    fn at(path: &Path) -> io::Result<Self> {
        // The process may go elsewhere meanwhile.
        let path = std::path::absolute(path)?;
        let id = Self::id(&path)?;
        Ok(Self { path, id })
    }

    fn id(path: &Path) -> io::Result<Id> {
        let file = fs::symlink_metadata(path)?;
        Ok((file.dev(), file.ino(), (file.mtime(), file.mtime_nsec())))
    }
}

impl Drop for File {
    fn drop(&mut self) {
        if Self::id(&self.path).is_ok_and(|id| id == self.id) {
            let _ = fs::remove_file(&self.path);
        }
    }
}
