//! `ClientAddr`: the other end of the connection.

use std::fmt;
use std::net::SocketAddr;

use super::{FromRequest, RequestContext};
use crate::{IntoProblem, Problem, answered_by_its_problem};

/// The address that the connection comes from.
///
/// Behind a proxy that is the proxy's. `Forwarded` (RFC 7239) and `X-Forwarded-For` are not looked at, because anyone
/// can send them: only an extractor that knows its own proxies can tell which part of them to believe.
///
/// ```
/// use fingerpost::{App, ClientAddr, get, routes};
///
/// #[get("/whoami")]
/// fn whoami(client: Option<ClientAddr>) -> String {
///     client.map_or("not connected".to_owned(), |ClientAddr(address)| address.ip().to_string())
/// }
/// # #[tokio::main(flavor = "current_thread")] async fn main() {
/// // The test client calls the app without a connection.
/// let response = App::new(routes![whoami]).test().get("/whoami").send().await;
/// assert_eq!(response.text(), "not connected");
/// # }
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ClientAddr(pub SocketAddr);

impl FromRequest for ClientAddr {
    type Rejection = MissingClientAddr;

    async fn from_request(request: &mut RequestContext<'_>) -> Result<Self, MissingClientAddr> {
        request.peer_addr().map(Self).ok_or(MissingClientAddr)
    }
}

/// The app was called without a connection, as in tests or behind another server: 500.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct MissingClientAddr;

#[diagnostic::do_not_recommend]
impl IntoProblem for MissingClientAddr {
    fn into_problem(self) -> Problem {
        Problem::new(500).because(self)
    }
}

answered_by_its_problem!(MissingClientAddr);

impl fmt::Display for MissingClientAddr {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the handler takes a `ClientAddr`, but the app was called without a connection that has an address")
    }
}

impl std::error::Error for MissingClientAddr {}
