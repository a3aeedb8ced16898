//! The limits of an app: what a client, a handler and the whole may take.

use std::time::Duration;

use http::StatusCode;

use super::App;
use crate::serve::{Excess, PerAddress};

/// Limits, all with defaults for the open internet. What happens at each is in one table:
/// [`docs/limits.md`](https://github.com/fingerpost-rs/fingerpost/blob/main/docs/limits.md).
impl<T, S> App<T, S> {
    /// The most bytes of a request's body where the route does not say; 2 MiB unless set. More is answered with 413, before
    /// the body is read where the request declares its length.
    pub fn body_limit(mut self, bytes: impl ByteLimit) -> Self {
        self.settings.limits.body = bytes.bytes();
        self
    }

    /// The most bytes of a request's target; 8 KiB unless set. More is answered with 414 (RFC 9110 §15.5.15).
    pub fn uri_limit(mut self, bytes: usize) -> Self {
        self.settings.limits.uri = bytes;
        self
    }

    /// The most bytes of a request's head, its line and all headers; 64 KiB unless set, and 8 KiB at least. More is answered
    /// with 431 (RFC 6585 §5).
    pub fn header_limit(mut self, bytes: usize) -> Self {
        self.settings.limits.header_bytes = bytes;
        self
    }

    /// The most headers of a request; 100 unless set. More is answered with 431. With more than 100 each request costs an
    /// allocation.
    pub fn header_count(mut self, headers: usize) -> Self {
        self.settings.limits.header_count = headers;
        self
    }

    /// The most parameters of a query, fields of a form, and parts of a `Multipart`; 1,000 unless set. More is answered with
    /// 400, and 413 for a form.
    pub fn field_limit(mut self, fields: usize) -> Self {
        self.settings.limits.fields = fields;
        self
    }

    /// How deep the arrays and objects of a [`Json`](crate::Json) body may be nested; 127 unless set, which is also the
    /// most. Deeper is answered with 400.
    pub fn json_depth(mut self, depth: usize) -> Self {
        self.settings.limits.json_depth = depth;
        self
    }

    /// The time for a handler where the route does not say; 60 seconds unless set, and `None` is no limit. Then the handler is
    /// dropped, and the request answered with 503 ([`timeout_status`](Self::timeout_status)).
    ///
    /// The time for which the handler waits for the client to send its body is not counted: a body has a rate to keep
    /// ([`body_rate`](Self::body_rate)). The limit is kept give or take a quarter, which costs a request nothing; the time that a
    /// route declares is kept to the millisecond, by a timer of its own.
    ///
    /// ```
    /// use std::time::Duration;
    /// use fingerpost::{App, StatusCode, get, routes};
    ///
    /// #[get("/")]
    /// async fn slow() {
    ///     std::future::pending().await
    /// }
    /// # #[tokio::main(flavor = "current_thread")] async fn main() {
    /// let app = App::new(routes![slow]).timeout(Duration::from_millis(10));
    /// let response = app.timeout_status(StatusCode::GATEWAY_TIMEOUT).test().get("/").send().await;
    /// assert_eq!(response.status(), 504);
    /// # }
    /// ```
    pub fn timeout(mut self, time: impl TimeLimit) -> Self {
        self.settings.limits.timeout = time.limit();
        self
    }

    /// What a handler that took too long is answered with; 503 unless set. A gateway says 504 (RFC 9110 §15.6.5).
    pub fn timeout_status(mut self, status: StatusCode) -> Self {
        self.settings.limits.timeout_status = status;
        self
    }

    /// The time for a request's headers to arrive, counted from when the connection began or the answer before it ended;
    /// 30 seconds unless set. Then the connection is closed, whether the client sent nothing, a part, or a byte now and then. It is
    /// checked four times in that time, so a connection may live a quarter longer. A body that comes slowly, a handler and an
    /// answer are not cut by it.
    pub fn header_timeout(mut self, time: Duration) -> Self {
        self.settings.limits.headers = time;
        self
    }

    /// At least so many bytes of a request's body must come in so much time while the server waits for them; 5,000 in
    /// 10 seconds unless set. Else the request is answered with 408 (RFC 9110 §15.5.9) and the connection closed. 0 bytes
    /// are no limit.
    pub fn body_rate(mut self, bytes: u64, within: Duration) -> Self {
        self.settings.limits.body_rate = (bytes, within);
        self
    }

    /// The time in which a client must have read some of its answer, where it keeps the server from sending more; 30 seconds
    /// unless set. Then the connection is reset.
    pub fn write_timeout(mut self, time: Duration) -> Self {
        self.settings.limits.write = time;
        self
    }

    /// The time that requests under way have when the app is told to stop; 30 seconds unless set. Then they are cut, and
    /// [`run`](Self::run) returns an error: the process ends with another code than 0.
    pub fn shutdown_timeout(mut self, time: Duration) -> Self {
        self.settings.limits.shutdown = time;
        self
    }

    /// The most connections at once; 25,000 unless set. More wait in the system's queue until one ends: none is refused.
    pub fn connections(mut self, most: usize) -> Self {
        self.settings.limits.connections = most.max(1);
        self
    }

    /// The most connections at once from one address (of IPv6 from one /64), and what happens to more; no limit unless set,
    /// since behind a proxy all come from its address.
    ///
    /// ```no_run
    /// use fingerpost::{App, Error, Excess, get, routes};
    ///
    /// #[get("/")]
    /// fn home() -> &'static str { "home" }
    ///
    /// fn main() -> Result<(), Error> {
    ///     App::new(routes![home]).connections_per_address(50, Excess::Answer).run("0.0.0.0:80")
    /// }
    /// ```
    pub fn connections_per_address(mut self, most: usize, excess: Excess) -> Self {
        self.settings.limits.per_address = Some(PerAddress::new(most, excess));
        self
    }

    /// The most streams that a connection of HTTP/2 may have open at once; 200 unless set. More are refused (RFC 9113 §5.1.2).
    /// With 0 the app speaks HTTP/1.1 alone.
    #[cfg(feature = "http2")]
    pub fn streams(mut self, most: u32) -> Self {
        self.settings.limits.streams = most;
        self
    }

    /// The most handlers under way at once that may wait, their arguments included; 4,096 unless set. More requests are
    /// answered with 503 and `Retry-After` at once, so that those under way are not slowed down by them. A plain function
    /// without extractors is not counted: it is done when it is called.
    ///
    /// ```
    /// use std::time::Duration;
    ///
    /// use fingerpost::{App, get, routes};
    ///
    /// #[get("/")]
    /// fn home() -> &'static str { "home" }
    ///
    /// // For few clients, on a small machine.
    /// let app = App::new(routes![home]).connections(500).concurrency(64).body_limit(64 * 1024).field_limit(100)
    ///     .header_timeout(Duration::from_secs(5)).body_rate(10_000, Duration::from_secs(5))
    ///     .write_timeout(Duration::from_secs(10)).shutdown_timeout(Duration::from_secs(10));
    /// # drop(app);
    /// ```
    pub fn concurrency(mut self, most: usize) -> Self {
        self.settings.limits.concurrency = most;
        self
    }

    /// The time that requests may wait for a core; one second unless set, and `None` is no limit. While they wait longer, new
    /// ones are answered with 503 and `Retry-After` before any layer or handler sees them, so that those which are accepted are
    /// answered in a time that does not grow with the load.
    ///
    /// It is measured a few times within that time, by a probe that is sent through the same queue, so no request pays for it.
    /// What others wait for are handlers that compute for long, and are neither `blocking` nor await anything.
    ///
    /// ```no_run
    /// use std::time::Duration;
    /// use fingerpost::{App, Error, get, routes};
    ///
    /// #[get("/")]
    /// fn home() -> &'static str { "home" }
    ///
    /// fn main() -> Result<(), Error> {
    ///     App::new(routes![home]).queue_timeout(Duration::from_millis(250)).run("0.0.0.0:80")
    /// }
    /// ```
    pub fn queue_timeout(mut self, time: impl TimeLimit) -> Self {
        self.settings.limits.queue = time.limit();
        self
    }
}

/// The most bytes of something, as a `u64`: `64 * 1024`.
#[diagnostic::on_unimplemented(
    message = "a limit is a number of bytes, a `u64`, and this is `{Self}`\nhelp: `1024 * 1024`, or a `usize` by `as u64`; only an attribute has it in words: `body_limit = \"1 MiB\"`",
    label = "no number of bytes"
)]
pub trait ByteLimit {
    /// The number.
    fn bytes(self) -> u64;
}

impl ByteLimit for u64 {
    fn bytes(self) -> u64 {
        self
    }
}

/// How long something may take: a [`Duration`], or `None` for as long as it likes.
///
/// ```
/// use std::time::Duration;
/// use fingerpost::{App, get, routes};
///
/// #[get("/")]
/// fn home() -> &'static str { "home" }
///
/// let app = App::new(routes![home]).timeout(Duration::from_secs(5)).queue_timeout(None);
/// # drop(app);
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a time\nhelp: `Duration::from_secs(5)`, of `std::time`, or `None` for no limit",
    label = "not a `Duration`"
)]
pub trait TimeLimit {
    /// The time, if there is one.
    fn limit(self) -> Option<Duration>;
}

impl TimeLimit for Duration {
    fn limit(self) -> Option<Duration> {
        Some(self)
    }
}

impl TimeLimit for Option<Duration> {
    fn limit(self) -> Option<Duration> {
        self
    }
}
