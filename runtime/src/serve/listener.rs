//! `Listener`: where connections come from: a port, or a Unix socket.

use std::fmt;
use std::io;
use std::net::SocketAddr;
use std::task::{Context, Poll};

use tokio::net::{TcpListener, TcpStream};

#[cfg(all(unix, feature = "unix-socket"))]
use super::unix;

/// A listener of tokio's that an app can be served on: a `TcpListener`, and with the feature `unix-socket` a `UnixListener`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no listener\nhelp: `tokio::net::TcpListener::bind(\"127.0.0.1:8080\").await?`, or its `UnixListener` with the feature `unix-socket`; an address is for `.run(…)`",
    label = "no listener"
)]
pub trait Listener: Send {
    #[doc(hidden)]
    fn into_accepting(self) -> Accepting;
}

impl Listener for TcpListener {
    fn into_accepting(self) -> Accepting {
        Accepting(Of::Tcp(self))
    }
}

#[cfg(all(unix, feature = "unix-socket"))]
impl Listener for tokio::net::UnixListener {
    fn into_accepting(self) -> Accepting {
        Accepting(Of::Unix(self))
    }
}

/// A listener of either kind.
#[doc(hidden)]
#[derive(Debug)]
pub struct Accepting(Of);

#[derive(Debug)]
enum Of {
    Tcp(TcpListener),
    #[cfg(all(unix, feature = "unix-socket"))]
    Unix(tokio::net::UnixListener),
}

/// The same outside of any runtime.
pub(super) enum Bound {
    Tcp(std::net::TcpListener),
    #[cfg(all(unix, feature = "unix-socket"))]
    Unix(std::os::unix::net::UnixListener),
}

/// A connection, and the address that it comes from: one through a Unix socket has none.
pub(super) type Came = (TcpStream, Option<SocketAddr>);

impl Accepting {
    pub(super) fn poll_accept(&self, context: &mut Context<'_>) -> Poll<io::Result<Came>> {
        match &self.0 {
            Of::Tcp(listener) => listener.poll_accept(context).map_ok(|(stream, peer)| (stream, Some(peer))),
            #[cfg(all(unix, feature = "unix-socket"))]
            Of::Unix(listener) => listener.poll_accept(context).map(|accepted| {
                let stream = accepted?.0.into_std()?;
                Ok((TcpStream::from_std(unix::as_any_stream(stream))?, None))
            }),
        }
    }

    pub(super) fn into_std(self) -> io::Result<Bound> {
        match self.0 {
            Of::Tcp(listener) => listener.into_std().map(Bound::Tcp),
            #[cfg(all(unix, feature = "unix-socket"))]
            Of::Unix(listener) => listener.into_std().map(Bound::Unix),
        }
    }
}

/// Where it listens.
impl fmt::Display for Accepting {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Of::Tcp(listener) => match listener.local_addr() {
                Ok(address) => address.fmt(f),
                Err(error) => write!(f, "an address that cannot be read ({error})"),
            },
            #[cfg(all(unix, feature = "unix-socket"))]
            Of::Unix(listener) => {
                match listener.local_addr().ok().as_ref().and_then(|place| place.as_pathname()) {
                    Some(path) => write!(f, "unix:{}", path.display()),
                    None => f.write_str("a Unix socket without a path"),
                }
            }
        }
    }
}

impl Bound {
    /// In the runtime that this is called in.
    pub(super) fn register(self) -> io::Result<Accepting> {
        match self {
            Self::Tcp(listener) => TcpListener::from_std(listener).map(Listener::into_accepting),
            #[cfg(all(unix, feature = "unix-socket"))]
            Self::Unix(listener) => {
                tokio::net::UnixListener::from_std(listener).map(Listener::into_accepting)
            }
        }
    }

    pub(super) fn set_nonblocking(&self) -> io::Result<()> {
        match self {
            Self::Tcp(listener) => listener.set_nonblocking(true),
            #[cfg(all(unix, feature = "unix-socket"))]
            Self::Unix(listener) => listener.set_nonblocking(true),
        }
    }

    /// Whoever waits in the queue, or an error where there is nobody.
    pub(super) fn accept(&self) -> io::Result<(std::net::TcpStream, Option<SocketAddr>)> {
        match self {
            Self::Tcp(listener) => listener.accept().map(|(stream, peer)| (stream, Some(peer))),
            #[cfg(all(unix, feature = "unix-socket"))]
            Self::Unix(listener) => listener.accept().map(|(stream, _)| (unix::as_any_stream(stream), None)),
        }
    }
}
