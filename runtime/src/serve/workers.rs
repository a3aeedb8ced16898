//! Where connections are served: in the caller's runtime, or in runtimes of our own.

use std::io;
use std::num::NonZero;
use std::pin::pin;
use std::sync::Arc;
use std::thread::{self, JoinHandle};
use std::time::Duration;

use tokio::net::TcpStream;
use tokio::runtime::{Builder, Handle};
use tokio::sync::oneshot;
use tokio::task::JoinSet;

use super::backlog::{self, Backlog};
use crate::task;

/// How [`App::run`](crate::App::run) uses the cores of the machine; see [`App::runtime`](crate::App::runtime).
///
/// Measured with short answers on two cores that the clients used too, one runtime for each core answered a tenth to a sixth more
/// requests a second. Where requests came at fixed rates, its 99th percentile was up to seven times as long as with one runtime
/// for all, which takes over what waits on a core that lags; once a handler computed for 20 ms without an `.await`, those that
/// had their connection on its core waited two to three times as long. So the default is the one that measures better over
/// both together.
///
/// Connections are handed to the core that has the fewest, on every platform in the same way; no port is shared.
/// What a handler gives to `tokio::spawn` stays on the handler's runtime.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Runtime {
    /// A single-threaded runtime for each core. For handlers that wait and do not compute: what computes for long goes to
    /// the pool, with `blocking`.
    PerCore,
    /// One multi-threaded runtime: a core that has nothing to do takes over what waits on another.
    #[default]
    Shared,
}

/// The runtimes that connections are spread over.
pub(super) struct Workers {
    workers: Vec<Worker>,
    /// They are not the runtime that accepts.
    elsewhere: bool,
    /// Looks at their backlogs, as long as there are connections to serve.
    probe: JoinSet<()>,
}

struct Worker {
    runtime: Handle,
    connections: usize,
    backlog: Arc<Backlog>,
    _thread: Option<Thread>,
}

/// A thread that drives a runtime; dropped, it waits for what blocks there.
struct Thread {
    go_on: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Drop for Thread {
    fn drop(&mut self) {
        self.go_on = None;
        // What it panics with has been printed.
        let _ = self.thread.take().map(JoinHandle::join);
    }
}

/// A connection on its way to its worker.
pub(super) enum Accepted {
    Here(TcpStream),
    Elsewhere(std::net::TcpStream),
}

impl Accepted {
    /// The stream, in the runtime that this is called in.
    pub(super) fn register(self) -> io::Result<TcpStream> {
        match self {
            Self::Here(stream) => Ok(stream),
            Self::Elsewhere(stream) => TcpStream::from_std(stream),
        }
    }
}

impl Workers {
    /// The caller's runtime.
    pub(super) fn here() -> Self {
        let worker = Worker::new(Handle::current(), None);
        Self { workers: vec![worker], elsewhere: false, probe: JoinSet::new() }
    }

    /// Runtimes of our own, and the one that drives itself: dropped outside of any, it waits for what blocks there.
    pub(super) fn start(runtime: Runtime) -> io::Result<(Self, Option<tokio::runtime::Runtime>)> {
        let cores = thread::available_parallelism().map_or(1, NonZero::get);
        let mut shared = None;
        let workers = match runtime {
            Runtime::Shared => {
                let mut builder = Builder::new_multi_thread();
                let runtime = builder.worker_threads(cores).thread_name("fingerpost").enable_all().build()?;
                let handle = shared.insert(runtime).handle();
                vec![Worker::new(handle.clone(), None)]
            }
            Runtime::PerCore => {
                // Together as many for what blocks as one runtime has.
                let blocking = (512 / cores).max(1);
                let start = |core| {
                    let mut builder = Builder::new_current_thread();
                    Worker::start(&format!("fingerpost-{core}"), builder.max_blocking_threads(blocking))
                };
                (0..cores).map(start).collect::<io::Result<_>>()?
            }
        };
        Ok((Self { workers, elsewhere: true, probe: JoinSet::new() }, shared))
    }

    /// Begins to look at what waits for its turn, in the runtime that this is called in.
    pub(super) fn probe(&mut self, most: Duration) {
        let runtimes = self.workers.iter().map(|worker| (worker.runtime.clone(), worker.backlog.clone()));
        self.probe.spawn(task::boxed(backlog::probe(runtimes.collect(), most)));
    }

    pub(super) fn least_busy(&self) -> (usize, &Handle, &Arc<Backlog>) {
        let least = self.workers.iter().enumerate().min_by_key(|(_, worker)| worker.connections);
        least.map(|(index, worker)| (index, &worker.runtime, &worker.backlog)).expect("there is a worker")
    }

    pub(super) fn hand_over(&self, stream: TcpStream) -> io::Result<Accepted> {
        Ok(if self.elsewhere { Accepted::Elsewhere(stream.into_std()?) } else { Accepted::Here(stream) })
    }

    pub(super) fn begun(&mut self, worker: usize) {
        self.workers[worker].connections += 1;
    }

    pub(super) fn ended(&mut self, worker: usize) {
        self.workers[worker].connections -= 1;
    }
}

impl Worker {
    fn start(name: &str, builder: &mut Builder) -> io::Result<Self> {
        let runtime = builder.enable_all().thread_name(name).build()?;
        let handle = runtime.handle().clone();
        let (go_on, ended) = oneshot::channel::<()>();
        let thread = thread::Builder::new().name(name.to_owned()).spawn(move || {
            // Nothing is sent: the other end is dropped.
            task::drive(&runtime, pin!(async { drop(ended.await) }));
        })?;
        let thread = Thread { go_on: Some(go_on), thread: Some(thread) };
        Ok(Self::new(handle, Some(thread)))
    }

    fn new(runtime: Handle, thread: Option<Thread>) -> Self {
        Self { runtime, connections: 0, backlog: Arc::default(), _thread: thread }
    }
}
