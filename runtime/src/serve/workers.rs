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

impl Runtime {
    pub(crate) const fn start(self) -> StartWorkers {
        match self {
            Self::PerCore => Workers::start_per_core,
            Self::Shared => Workers::start_shared,
        }
    }
}

/// Starts runtimes of our own: a pointer, so that a program has the code of the one that it asks for.
pub(crate) type StartWorkers = fn() -> io::Result<Started>;

/// The runtimes, and the one among them that drives itself: dropped outside of any runtime, it waits for what blocks there.
type Started = (Workers, Option<tokio::runtime::Runtime>);

fn cores() -> usize {
    thread::available_parallelism().map_or(1, NonZero::get)
}

/// The runtimes that connections are spread over.
pub(crate) struct Workers {
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
    /// Its thread, which ends when this is dropped. (`dyn`, so that a program without threads of its own has none of that code.)
    _thread: Option<Box<dyn Send>>,
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

    /// One runtime, which drives itself.
    fn start_shared() -> io::Result<Started> {
        let mut builder = Builder::new_multi_thread();
        let runtime = builder.worker_threads(cores()).thread_name("fingerpost").enable_all().build()?;
        let workers = vec![Worker::new(runtime.handle().clone(), None)];
        Ok((Self::elsewhere(workers), Some(runtime)))
    }

    fn start_per_core() -> io::Result<Started> {
        let cores = cores();
        // For what blocks, together as many threads as one runtime has.
        let blocking = (512 / cores).max(1);
        let start = |core| {
            let mut builder = Builder::new_current_thread();
            Worker::start(&format!("fingerpost-{core}"), builder.max_blocking_threads(blocking))
        };
        Ok((Self::elsewhere((0..cores).map(start).collect::<io::Result<_>>()?), None))
    }

    fn elsewhere(workers: Vec<Worker>) -> Self {
        Self { workers, elsewhere: true, probe: JoinSet::new() }
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
        Ok(Self::new(handle, Some(Box::new(thread))))
    }

    fn new(runtime: Handle, thread: Option<Box<dyn Send>>) -> Self {
        Self { runtime, connections: 0, backlog: Arc::default(), _thread: thread }
    }
}
