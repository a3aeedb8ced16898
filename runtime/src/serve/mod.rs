//! Serving: the listener, its connections, and their graceful end.

mod address;
mod addresses;
mod backlog;
mod connection;
mod connections;
#[cfg(feature = "http2")]
mod flow;
mod gate;
#[cfg(feature = "http2")]
mod http2;
mod listener;
mod phase;
mod secure;
mod signal;
mod socket;
#[cfg(feature = "tls")]
mod tls;
mod told;
mod transport;
#[cfg(all(unix, feature = "unix-socket"))]
mod unix;
mod watch;
mod workers;

pub use address::ListenAddr;
#[cfg(all(unix, feature = "unix-socket"))]
pub use address::UnixSocket;
use address::{Left, listen};
pub use addresses::Excess;
pub(crate) use addresses::PerAddress;
pub(crate) use connection::other_task;
pub(crate) use listener::Accepting;
pub use listener::Listener;
pub(crate) use secure::Secure;
pub(crate) use signal::stop_signal;
#[cfg(feature = "tls")]
pub(crate) use tls::secure;
pub use workers::Runtime;
pub(crate) use workers::StartWorkers;

use std::future::poll_fn;
use std::io;
use std::pin::{Pin, pin};
use std::task::{Poll, ready};
use std::time::Duration;

use tokio::net::TcpStream;
use tokio::time::MissedTickBehavior;

use crate::error::Error;
use crate::log;
use crate::service::Service;
use crate::task;
use connections::Connections;
use listener::{Bound, Came};
use workers::Workers;

/// As many connections as a system keeps waiting at most, usually.
const MOST_QUEUED: usize = 4096;

/// Serves with runtimes of its own. This thread accepts, keeps the time and hears the signals, so that the threads which answer
/// have no timer to look at.
pub(crate) fn run(service: Service, address: impl ListenAddr) -> Result<(), Error> {
    let (bound, left) = listen(&|| address.places())?;
    run_on(service, bound, left)
}

/// Not generic over the address, so that it is compiled once, and with this crate.
fn run_on(service: Service, bound: Bound, left: Left) -> Result<(), Error> {
    let failed = |error| Error::because("the runtime could not start", error);
    let (workers, shared) = (service.shared.start_workers)().map_err(failed)?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().map_err(failed)?;
    let mut ended = Ok(());
    let serve = async {
        let listener =
            bound.register().map_err(|error| Error::because("the listener could not be used", error))?;
        serve_by(workers, service, listener, left, pin!(stop_signal()?)).await
    };
    task::drive(&runtime, pin!(async { ended = serve.await }));
    drop(shared);
    ended
}

/// Serves on a listener, in the caller's runtime, until `stop` is ready.
pub(crate) async fn serve(
    service: Service,
    listener: Accepting,
    stop: impl Future<Output = ()> + Send,
) -> Result<(), Error> {
    serve_by(Workers::here(), service, listener, None, pin!(stop)).await
}

/// What a server does next.
enum Next {
    Stop,
    Look,
    Accepted(io::Result<Came>),
    End,
}

/// Accepts until `stop` is ready, then lets requests under way end, for as long as the app allows.
async fn serve_by(
    workers: Workers,
    service: Service,
    listener: Accepting,
    left: Left,
    mut stop: Pin<&mut (dyn Future<Output = ()> + Send)>,
) -> Result<(), Error> {
    log::listening(&listener, &service.shared);
    service.shared.stop.reset();
    // Dropped with this future, and the connections with it: where the caller gives up serving, nothing goes on.
    let mut connections = Connections::new(workers, service.shared.limits);
    let mut looks = looks(connections.interval());
    loop {
        let next = poll_fn(|context| {
            if stop.as_mut().poll(context).is_ready() {
                return Poll::Ready(Next::Stop);
            }
            if looks.poll_tick(context).is_ready() {
                return Poll::Ready(Next::Look);
            }
            // While there is no room, whoever comes waits in the system's queue.
            if connections.have_room()
                && let Poll::Ready(accepted) = listener.poll_accept(context)
            {
                return Poll::Ready(Next::Accepted(accepted));
            }
            match connections.poll_end(context) {
                Poll::Ready(Some(())) => Poll::Ready(Next::End),
                _ => Poll::Pending,
            }
        });
        match next.await {
            Next::Stop => break,
            Next::Look => connections.look(),
            Next::End => {}
            Next::Accepted(accepted) => {
                let begun = accepted.and_then(|(stream, peer)| connections.add(&service, stream, peer));
                if let Err(error) = begun {
                    rest_after(&error).await;
                }
            }
        }
    }
    // Nobody finds it any more; who has found it is in its queue.
    drop(left);
    accept_the_last(&mut connections, &service, listener);
    wind_down(&mut connections, &service).await
}

fn looks(interval: Duration) -> tokio::time::Interval {
    let mut looks = tokio::time::interval(interval);
    looks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    looks
}

/// Accepts those who have connected already: the system would reset them when the listener closes.
fn accept_the_last(connections: &mut Connections, service: &Service, listener: Accepting) {
    let Ok(listener) = listener.into_std() else { return };
    // The queue may never be empty, where another process accepts from it too.
    for _ in 0..MOST_QUEUED {
        let Ok((stream, peer)) = listener.accept() else { return };
        let stream = stream.set_nonblocking(true).and_then(|()| TcpStream::from_std(stream));
        if let Err(error) = stream.and_then(|stream| connections.add(service, stream, peer)) {
            log::accept_failed(&error);
        }
    }
}

/// Waits for what is under way, as long as it may take.
async fn wind_down(connections: &mut Connections, service: &Service) -> Result<(), Error> {
    let app = &service.shared;
    log::stopping(connections.len(), app.limits.shutdown);
    connections.stop();
    app.stop.tell();
    let mut looks = looks(connections.interval());
    let ended = async {
        poll_fn(|context| {
            loop {
                if looks.poll_tick(context).is_ready() {
                    connections.look();
                } else if ready!(connections.poll_end(context)).is_none() {
                    return Poll::Ready(());
                }
            }
        })
        .await;
        app.detached.none().await;
    };
    if tokio::time::timeout(app.limits.shutdown, ended).await.is_ok() {
        return Ok(());
    }
    let cut = connections.cut().await + app.detached.count();
    if cut == 0 {
        return Ok(());
    }
    log::cut(cut);
    Err(Error::new(format!(
        "stopped with {cut} requests cut: they took longer than {:?}",
        app.limits.shutdown
    )))
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
