//! One connection: HTTP/1.1 by hyper, each request through the app's service.

use std::future::poll_fn;
use std::io;
use std::pin::{Pin, pin};
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;
use tokio::time::{Sleep, sleep};

use super::gate::Refusal;
use super::phase::Phase;
use super::socket::Socket;
use super::transport::Transport;
use super::workers::Accepted;
use crate::app::Limits;
use crate::log;
use crate::service::Service;
use crate::stop::Stop;
use crate::task::Task;

/// What hyper needs at least.
const LEAST_BUFFERED: usize = 8 * 1024;

/// The most headers that hyper reads without an allocation.
const HEADERS_IN_PLACE: usize = 100;

/// A client has this time from when it connects to send its first request, also where the server stops meanwhile: enough to send a
/// lost packet again.
const FIRST_REQUEST: Duration = Duration::from_millis(500);

/// After this time the system has told of whatever a client sent before the server stopped.
const LAST_LOOK: Duration = Duration::from_millis(10);

/// The time that is left for a connection's first request once the server stops.
fn left(phase: &Phase) -> Duration {
    FIRST_REQUEST.saturating_sub(phase.age()).max(LAST_LOOK)
}

/// Ready once the server stops and the first request need not be waited for any more.
#[cfg(any(feature = "http2", feature = "tls"))]
pub(super) async fn nothing_comes(stop: &Stop, phase: &Phase) {
    stop.told().await;
    sleep(left(phase)).await;
}

/// What a task works on.
enum Work {
    Connection(Accepted, Arc<Phase>, Arc<Stop>),
    Other(Task),
}

pin_project_lite::pin_project! {
    #[project = WorkingOn]
    enum Working<C> {
        Connection { #[pin] connection: C },
        Other { work: Task },
    }
}

impl<C: Future<Output = ()>> Future for Working<C> {
    type Output = ();

    #[inline]
    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<()> {
        match self.project() {
            WorkingOn::Connection { connection } => connection.poll(context),
            WorkingOn::Other { work } => work.as_mut().poll(context),
        }
    }
}

/// The future of any task, always of one type: for each further type the whole of a scheduler's task would be compiled again, for
/// both kinds of runtime.
fn work_on(work: Work) -> impl Future<Output = ()> + Send + 'static {
    match work {
        Work::Connection(stream, phase, stop) => {
            Working::Connection { connection: serve(stream, phase, stop) }
        }
        Work::Other(work) => Working::Other { work },
    }
}

/// The task of a connection.
pub(super) fn task(stream: Accepted, phase: Arc<Phase>, stop: Arc<Stop>) -> impl Future<Output = ()> + Send {
    work_on(Work::Connection(stream, phase, stop))
}

/// That of any other work.
pub(crate) fn other_task(work: Task) -> impl Future<Output = ()> + Send + 'static {
    work_on(Work::Other(work))
}

/// Serves a connection to its end, which comes after the request under way once it is told to stop.
///
/// It is the whole work of its task, so its waker is set up once for all requests.
#[cfg(not(feature = "http2"))]
fn serve(stream: Accepted, phase: Arc<Phase>, stop: Arc<Stop>) -> impl Future<Output = ()> + Send {
    speak_http1(|| open(stream), phase, stop)
}

/// The same, in whichever protocol the client begins with.
#[cfg(feature = "http2")]
#[expect(clippy::manual_async_fn, reason = "an `async fn` keeps each argument twice")]
fn serve(stream: Accepted, phase: Arc<Phase>, stop: Arc<Stop>) -> impl Future<Output = ()> + Send {
    async move {
        let Some(stream) = open(stream) else { return };
        if phase.service().shared.limits.streams > 0 {
            let spoken = tokio::select! {
                biased;
                spoken = super::http2::is_spoken(&stream) => spoken,
                () = nothing_comes(&stop, &phase) => return,
            };
            if spoken {
                // In a box, so that the connections of HTTP/1.1 are no larger for it.
                return Box::pin(super::http2::serve(stream, phase, stop)).await;
            }
        }
        speak_http1(|| Some(stream), phase, stop).await;
    }
}

/// The stream, in the runtime that this is called in.
pub(super) fn open(stream: Accepted) -> Option<TcpStream> {
    let stream = stream.register().inspect_err(log::accept_failed).ok()?;
    super::set_nodelay(&stream);
    Some(stream)
}

/// Serves HTTP/1.1 on a stream. The stream is opened in here: handed over, it would take room in the future twice.
#[expect(clippy::manual_async_fn, reason = "an `async fn` keeps each argument twice")]
#[expect(clippy::redundant_closure_for_method_calls, reason = "of which type it is depends on features")]
pub(super) fn speak_http1<S: Transport>(
    open: impl FnOnce() -> Option<S> + Send,
    phase: Arc<Phase>,
    stop: Arc<Stop>,
) -> impl Future<Output = ()> + Send {
    async move {
        // In a block, so that the stream takes no room in the future for as long as this lasts.
        let (socket, known) = {
            let Some(stream) = open() else { return };
            let known = stream.known();
            (TokioIo::new(Socket::new(stream, phase.clone())), known)
        };
        // Requests borrow from this task, and `service_fn` keeps their future's own type: no clone and no box for a request.
        let phase = &phase;
        let answer = service_fn(move |request: http::Request<Incoming>| {
            phase.service().answer(S::introduce(&known, request), phase.peer(), phase)
        });
        // Pinned where it is made: with a name before that it would take room in the future twice.
        #[cfg(not(feature = "ws"))]
        let mut connection = pin!(http1(&phase.service().shared.limits).serve_connection(socket, answer));
        #[cfg(feature = "ws")]
        let mut connection =
            pin!(http1(&phase.service().shared.limits).serve_connection(socket, answer).with_upgrades());
        let ended =
            Serving::new(connection.as_mut(), |connection| connection.graceful_shutdown(), phase, &stop)
                .await;
        if let Err(error) = ended {
            log::connection_failed(&error, phase.peer());
        }
        // What was a connection of requests goes on here: it is counted, told to stop and cut as all others are.
        #[cfg(feature = "ws")]
        if let Some(switch) = phase.switch() {
            switch.run(Some(stop.clone())).await;
        }
    }
}

/// hyper's connection, to its end or that of the server.
struct Serving<'c, C, S> {
    connection: Pin<&'c mut C>,
    /// A function's own type, which takes no room.
    shut_down: S,
    phase: &'c Arc<Phase>,
    stop: &'c Stop,
    stopping: bool,
    last_look: Option<Pin<Box<Sleep>>>,
}

impl<C: Future<Output = hyper::Result<()>>, S: Fn(Pin<&mut C>) + Unpin> Future for Serving<'_, C, S> {
    type Output = hyper::Result<()>;

    #[inline]
    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let this = self.get_mut();
        // Set before the look at the word to stop, so that it is not missed.
        let waker = this.phase.waker(context);
        let context = &mut Context::from_waker(&waker);
        if this.stopping || !this.stop.is_told() {
            return this.connection.as_mut().poll(context);
        }
        this.poll_last(context)
    }
}

impl<'c, C: Future<Output = hyper::Result<()>>, S: Fn(Pin<&mut C>) + Unpin> Serving<'c, C, S> {
    #[inline]
    fn new(connection: Pin<&'c mut C>, shut_down: S, phase: &'c Arc<Phase>, stop: &'c Stop) -> Self {
        Self { connection, shut_down, phase, stop, stopping: false, last_look: None }
    }

    /// A request that is there already, or in part, is answered: hyper would close before it.
    #[cold]
    fn poll_last(&mut self, context: &mut Context<'_>) -> Poll<hyper::Result<()>> {
        self.phase.close_after_this();
        let ended = self.connection.as_mut().poll(context);
        let mut may_come = || {
            let time = if self.phase.turn() == 0 { left(self.phase) } else { LAST_LOOK };
            let look = self.last_look.get_or_insert_with(|| Box::pin(sleep(time)));
            look.as_mut().poll(context).is_pending()
        };
        if ended.is_ready() || !self.phase.is_answering() && (self.phase.is_unfinished() || may_come()) {
            return ended;
        }
        self.stopping = true;
        (self.shut_down)(self.connection.as_mut());
        self.connection.as_mut().poll(context)
    }
}

/// How hyper reads and writes.
fn http1(limits: &Limits) -> http1::Builder {
    let mut builder = http1::Builder::new();
    builder
        // Without hyper's own look for the end of the stream: the socket has a cheaper one.
        .half_close(true)
        // Most answers are short, and cheaper copied behind their head than written from two places.
        .writev(false)
        // Also the most of an answer before it is written.
        .max_buf_size(limits.header_bytes.max(LEAST_BUFFERED));
    if limits.header_count > HEADERS_IN_PLACE {
        builder.max_headers(limits.header_count);
    }
    builder
}

/// Says why a connection is not served.
pub(super) async fn refuse(service: Service, stream: Accepted) {
    let Ok(stream) = stream.register() else { return };
    let answer = Refusal::Address.answer(&service, false);
    // A client that has gone does not hear it.
    let _ = leave(stream, &answer).await;
}

/// Sends the last words to a client, and waits for it to have heard them: no longer than for any head.
pub(super) async fn leave<S: AsyncRead + AsyncWrite + Unpin>(
    mut stream: S,
    mut words: &[u8],
) -> io::Result<()> {
    while !words.is_empty() {
        match poll_fn(|context| Pin::new(&mut stream).poll_write(context, words)).await? {
            0 => return Err(io::ErrorKind::WriteZero.into()),
            sent => words = &words[sent..],
        }
    }
    poll_fn(|context| Pin::new(&mut stream).poll_shutdown(context)).await?;
    let mut ignored = [0; 2048];
    loop {
        let mut buffer = ReadBuf::new(&mut ignored);
        poll_fn(|context| Pin::new(&mut stream).poll_read(context, &mut buffer)).await?;
        if buffer.filled().is_empty() {
            return Ok(());
        }
    }
}
