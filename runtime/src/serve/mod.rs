//! Serving: the listener, its connections, and their graceful end.

mod connection;
mod connections;
mod phase;
mod signal;
mod socket;
mod stop;
mod workers;

pub(crate) use signal::stop_signal;
#[cfg(feature = "ws")]
pub(crate) use stop::Stop;
pub use workers::Runtime;

use std::io;
use std::net::ToSocketAddrs;
use std::pin::pin;
use std::time::Duration;

use tokio::net::{TcpListener, TcpStream};
use tokio::time::MissedTickBehavior;

use crate::error::Error;
use crate::log;
use crate::service::Service;
use connections::Connections;
use workers::Workers;

/// An address to listen at: whatever is [`ToSocketAddrs`], such as `"127.0.0.1:8080"`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an address to listen at\nhelp: a host and a port: `\"127.0.0.1:8080\"`, or `(\"127.0.0.1\", 8080)`",
    label = "no address"
)]
pub trait ListenAddr: ToSocketAddrs {}

#[diagnostic::do_not_recommend]
impl<A: ToSocketAddrs> ListenAddr for A {}

/// Serves with runtimes of its own. This thread accepts, keeps the time and hears the signals, so that those which answer
/// have no timer to look at.
pub(crate) fn run(service: Service, address: impl ListenAddr) -> Result<(), Error> {
    let listener = listen(address)?;
    let failed = |error| Error::because("the runtime could not start", error);
    let workers = Workers::start(service.shared.runtime).map_err(failed)?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().map_err(failed)?;
    runtime.block_on(async {
        let listener = TcpListener::from_std(listener)
            .map_err(|error| Error::because("the listener could not be used", error))?;
        serve_by(workers, service, listener, stop_signal()?).await;
        Ok(())
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

/// Serves on a listener, in the caller's runtime, until `stop` is ready.
pub(crate) async fn serve(
    service: Service,
    listener: TcpListener,
    stop: impl Future<Output = ()>,
) -> Result<(), Error> {
    serve_by(Workers::here(), service, listener, stop).await;
    Ok(())
}

/// Accepts until `stop` is ready, then lets requests under way end, for as long as the app allows.
async fn serve_by(workers: Workers, service: Service, listener: TcpListener, stop: impl Future<Output = ()>) {
    log::listening(&listener, &service.shared);
    let limits = service.shared.limits;
    // Dropped with this future, and the connections with it: nothing is served that nobody serves any more.
    let mut connections = Connections::new(workers, limits.headers);
    let mut looks = tokio::time::interval(connections.interval());
    looks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let mut stop = pin!(stop);
    loop {
        let accepted = tokio::select! {
            biased;
            () = &mut stop => break,
            _ = looks.tick() => {
                connections.look();
                continue;
            }
            accepted = listener.accept() => accepted,
            Some(()) = connections.next_end() => continue,
        };
        let begun = accepted.and_then(|(stream, peer)| connections.add(&service, stream, peer));
        if let Err(error) = begun {
            rest_after(&error).await;
        }
    }
    drop(listener);
    log::stopping(connections.len(), limits.shutdown);
    connections.stop();
    let ended = async {
        loop {
            tokio::select! {
                _ = looks.tick() => connections.look(),
                end = connections.next_end() => if end.is_none() { break },
            }
        }
    };
    if tokio::time::timeout(limits.shutdown, ended).await.is_err() {
        log::cut();
        connections.cut().await;
    }
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
