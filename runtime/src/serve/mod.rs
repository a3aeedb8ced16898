//! Serving: the listener, its connections, and their graceful end.

mod connection;
mod signal;

pub(crate) use signal::stop_signal;

use std::io;
use std::net::ToSocketAddrs;
use std::pin::pin;
use std::time::Duration;

use hyper_util::server::graceful::GracefulShutdown;
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinSet;

use crate::error::Error;
use crate::log;
use crate::service::Service;

/// An address to listen at: whatever is [`ToSocketAddrs`], such as `"127.0.0.1:8080"`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an address to listen at\nhelp: a host and a port: `\"127.0.0.1:8080\"`, or `(\"127.0.0.1\", 8080)`",
    label = "no address"
)]
pub trait ListenAddr: ToSocketAddrs {}

#[diagnostic::do_not_recommend]
impl<A: ToSocketAddrs> ListenAddr for A {}

/// Serves with a runtime of its own.
pub(crate) fn run(service: Service, address: impl ListenAddr) -> Result<(), Error> {
    let listener = listen(address)?;
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .map_err(|error| Error::because("the runtime could not start", error))?;
    runtime.block_on(async {
        let listener = TcpListener::from_std(listener)
            .map_err(|error| Error::because("the listener could not be used", error))?;
        serve(service, listener, stop_signal()?).await
    })
}

fn listen(address: impl ListenAddr) -> Result<std::net::TcpListener, Error> {
    let addresses: Vec<_> = address
        .to_socket_addrs()
        .map_err(|error| Error::because("the address to listen at cannot be understood", error))?
        .collect();
    let listener = std::net::TcpListener::bind(&*addresses).map_err(|error| {
        let listed: Vec<String> = addresses.iter().map(ToString::to_string).collect();
        Error::because(format!("cannot listen at {}", listed.join(", ")), error)
    })?;
    listener
        .set_nonblocking(true)
        .map_err(|error| Error::because("the listener could not be used", error))?;
    Ok(listener)
}

/// Serves on a listener until `stop` is ready, then lets requests under way end, for as long as the app allows.
pub(crate) async fn serve(
    service: Service,
    listener: TcpListener,
    stop: impl Future<Output = ()>,
) -> Result<(), Error> {
    log::listening(&listener, &service.shared);
    let graceful = GracefulShutdown::new();
    // Dropped with this future, and the connections with it: nothing is served that nobody serves any more.
    let mut connections = JoinSet::new();
    let mut stop = pin!(stop);
    loop {
        let accepted = tokio::select! {
            biased;
            () = &mut stop => break,
            accepted = listener.accept() => accepted,
            Some(_) = connections.join_next() => continue,
        };
        match accepted {
            Ok((stream, peer)) => {
                connections.spawn(connection::serve(service.clone(), stream, peer, graceful.watcher()));
            }
            Err(error) => rest_after(&error).await,
        }
    }
    drop(listener);
    let limit = service.shared.limits.shutdown;
    log::stopping(graceful.count(), limit);
    if tokio::time::timeout(limit, graceful.shutdown()).await.is_err() {
        log::cut();
        connections.shutdown().await;
    }
    Ok(())
}

/// An error of accepting is mostly that of one client, gone again; when files run out, a rest lets some be closed.
async fn rest_after(error: &io::Error) {
    let of_the_client = matches!(
        error.kind(),
        io::ErrorKind::ConnectionAborted | io::ErrorKind::ConnectionRefused | io::ErrorKind::ConnectionReset
    );
    if !of_the_client {
        log::accept_failed(error);
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
}

/// Small answers leave at once.
fn set_nodelay(stream: &TcpStream) {
    // An old socket that cannot is slower, not wrong.
    let _ = stream.set_nodelay(true);
}
