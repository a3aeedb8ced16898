//! `ListenAddr`: an address to listen at, and what is bound there.

use std::borrow::Cow;
use std::io;
use std::net::{
    IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, SocketAddrV4, SocketAddrV6, TcpListener, ToSocketAddrs,
};
#[cfg(all(unix, feature = "unix-socket"))]
use std::path::PathBuf;

use super::listener::Bound;
#[cfg(all(unix, feature = "unix-socket"))]
use super::unix;
use crate::error::Error;
use crate::text::joined;

/// An address to listen at: a text such as `"127.0.0.1:8080"` or `"unix:/run/shop.sock"`, a pair of a host and a port, a
/// [`SocketAddr`], several of them, or a `UnixSocket`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an address to listen at\nhelp: a host and a port: `\"127.0.0.1:8080\"`, or `(\"127.0.0.1\", 8080)`",
    label = "no address"
)]
pub trait ListenAddr {
    #[doc(hidden)]
    fn places(&self) -> io::Result<Places>;
}

/// What an address comes to.
#[doc(hidden)]
#[derive(Debug)]
pub struct Places(Of);

#[derive(Debug)]
enum Of {
    Ports(Vec<SocketAddr>),
    #[cfg(all(unix, feature = "unix-socket"))]
    Socket(unix::Place),
    #[cfg(not(all(unix, feature = "unix-socket")))]
    NoSocket,
}

impl Places {
    fn ports(address: impl ToSocketAddrs) -> io::Result<Self> {
        Ok(Self(Of::Ports(address.to_socket_addrs()?.collect())))
    }

    #[cfg(all(unix, feature = "unix-socket"))]
    fn socket(path: &str) -> Self {
        Self(Of::Socket(unix::Place { path: path.into(), mode: None }))
    }

    #[cfg(not(all(unix, feature = "unix-socket")))]
    fn socket(_: &str) -> Self {
        Self(Of::NoSocket)
    }
}

#[diagnostic::do_not_recommend]
impl ListenAddr for str {
    fn places(&self) -> io::Result<Places> {
        match self.strip_prefix("unix:") {
            // Else it is a host of that name.
            Some(path) if !path.is_empty() && path.parse::<u16>().is_err() => Ok(Places::socket(path)),
            _ => Places::ports(self),
        }
    }
}

#[diagnostic::do_not_recommend]
impl ListenAddr for String {
    fn places(&self) -> io::Result<Places> {
        self.as_str().places()
    }
}

#[diagnostic::do_not_recommend]
impl ListenAddr for Cow<'_, str> {
    fn places(&self) -> io::Result<Places> {
        (**self).places()
    }
}

#[diagnostic::do_not_recommend]
impl<A: ListenAddr + ?Sized> ListenAddr for &A {
    fn places(&self) -> io::Result<Places> {
        (**self).places()
    }
}

macro_rules! ports {
    ($([$($generics:tt)*] $ty:ty),* $(,)?) => {$(
        #[diagnostic::do_not_recommend]
        impl<$($generics)*> ListenAddr for $ty {
            fn places(&self) -> io::Result<Places> {
                // As a reference, which needs no clone.
                Places::ports(self)
            }
        }
    )*};
}

ports!(
    [] SocketAddr, [] SocketAddrV4, [] SocketAddrV6, [] (IpAddr, u16), [] (Ipv4Addr, u16), [] (Ipv6Addr, u16),
    [] (&str, u16), [] (String, u16),
);

#[diagnostic::do_not_recommend]
impl ListenAddr for [SocketAddr] {
    fn places(&self) -> io::Result<Places> {
        Places::ports(self)
    }
}

#[diagnostic::do_not_recommend]
impl<const N: usize> ListenAddr for [SocketAddr; N] {
    fn places(&self) -> io::Result<Places> {
        Places::ports(self.as_slice())
    }
}

#[diagnostic::do_not_recommend]
impl ListenAddr for Vec<SocketAddr> {
    fn places(&self) -> io::Result<Places> {
        Places::ports(self.as_slice())
    }
}

/// A Unix socket to listen at, with the mode of its file; without one, `"unix:/run/shop.sock"` says the same.
///
/// Who may write to the file may connect. A socket of that name at which nobody listens, as a process leaves it that was killed, is
/// replaced; where somebody listens, or where something stands that is no socket, the app does not start. When the app stops, the file
/// is removed.
///
/// All else is as on a port: limits, times, TLS, a graceful stop. But those who come have no address: [`ClientAddr`](crate::ClientAddr)
/// is 500, and `None` as an `Option`; and [`connections_per_address`](crate::App::connections_per_address) does not count them.
///
/// ```no_run
/// use fingerpost::{App, Error, UnixSocket, get, routes};
///
/// #[get("/")]
/// fn home() -> &'static str { "home" }
///
/// fn main() -> Result<(), Error> {
///     App::new(routes![home]).run(UnixSocket::at("/run/shop.sock").mode(0o660))
/// }
/// ```
#[cfg(all(unix, feature = "unix-socket"))]
#[derive(Clone, Debug)]
pub struct UnixSocket(unix::Place);

#[cfg(all(unix, feature = "unix-socket"))]
impl UnixSocket {
    /// The socket at this path.
    pub fn at(path: impl Into<PathBuf>) -> Self {
        Self(unix::Place { path: path.into(), mode: None })
    }

    /// The mode of its file, such as `0o660` for those of its group; else what the process' umask leaves, which is mostly none but
    /// the process' own user.
    ///
    /// It is set after the file is there: what must never be open to others stands in a folder that they may not enter.
    #[must_use]
    pub fn mode(mut self, mode: u32) -> Self {
        self.0.mode = Some(mode);
        self
    }
}

#[cfg(all(unix, feature = "unix-socket"))]
#[diagnostic::do_not_recommend]
impl ListenAddr for UnixSocket {
    fn places(&self) -> io::Result<Places> {
        Ok(Places(Of::Socket(self.0.clone())))
    }
}

/// What a listener leaves behind, and removes when it is dropped.
pub(super) type Left = Option<Box<dyn Send>>;

/// The socket that this process was started with, or one that is bound to the address.
pub(super) fn listen(places: &dyn Fn() -> io::Result<Places>) -> Result<(Bound, Left), Error> {
    let (bound, left) = match inherited()? {
        Some(bound) => (bound, None),
        None => bind(places)?,
    };
    bound.set_nonblocking().map_err(|error| Error::because("the listener could not be used", error))?;
    Ok((bound, left))
}

/// Whoever started it keeps it open from one process to the next.
#[cfg(feature = "listenfd")]
fn inherited() -> Result<Option<Bound>, Error> {
    let mut sockets = listenfd::ListenFd::from_env();
    let listener = sockets.take_tcp_listener(0).map(|listener| listener.map(Bound::Tcp));
    #[cfg(all(unix, feature = "unix-socket"))]
    let listener = listener.or_else(|error| match sockets.take_unix_listener(0) {
        Ok(listener) => Ok(listener.map(Bound::Unix)),
        // Of neither kind.
        Err(_) => Err(error),
    });
    listener.map_err(|error| Error::because("the socket that the app was started with cannot be used", error))
}

#[cfg(not(feature = "listenfd"))]
fn inherited() -> Result<Option<Bound>, Error> {
    Ok(None)
}

fn bind(places: &dyn Fn() -> io::Result<Places>) -> Result<(Bound, Left), Error> {
    let places = places().map_err(|error| {
        let what = match error.kind() {
            // The system has not been asked: it is not written as an address is.
            io::ErrorKind::InvalidInput => {
                "the address to listen at is not a host and a port, such as `127.0.0.1:8080`"
            }
            _ => "the address to listen at cannot be found",
        };
        Error::because(what, error)
    })?;
    match places.0 {
        Of::Ports(addresses) => {
            let bound = TcpListener::bind(&*addresses).map_err(|error| {
                Error::because(format!("cannot listen at {}", joined(&addresses, ", ")), error)
            });
            Ok((Bound::Tcp(bound?), None))
        }
        #[cfg(all(unix, feature = "unix-socket"))]
        Of::Socket(place) => {
            place.bind().map(|(listener, file)| (Bound::Unix(listener), Some(Box::new(file) as _)))
        }
        #[cfg(not(all(unix, feature = "unix-socket")))]
        Of::NoSocket => Err(Error::new(if cfg!(unix) {
            "to listen at a Unix socket takes the feature `unix-socket` of fingerpost"
        } else {
            "this system has no Unix sockets to listen at"
        })),
    }
}
