//! `Switches`: what the tuned servers do beyond hyper's defaults, each of which `--without NAME` leaves out.

use hyper::server::conn::http1::Builder;

use crate::Headers;

/// The tuning of a server.
#[derive(Debug, Clone, Copy)]
pub struct Switches {
    /// A single-threaded runtime for each core, each with its own listener, and not one for all cores.
    pub per_core: bool,
    /// Answers in the request's own header map.
    pub own_headers: bool,
    /// Answers to pipelined requests are written together.
    pub pipeline_flush: bool,
    /// No look for the end of the stream while a handler runs.
    pub half_close: bool,
    /// Head and body are copied together and not written by `writev`.
    pub flat_writes: bool,
    pub nodelay: bool,
}

impl Switches {
    /// All on, but for those that the arguments leave out.
    pub fn from_args() -> Self {
        let mut switches = Self {
            per_core: true,
            own_headers: true,
            pipeline_flush: true,
            half_close: true,
            flat_writes: true,
            nodelay: true,
        };
        let mut args = std::env::args().skip(2);
        while let Some(arg) = args.next() {
            assert_eq!(arg, "--without", "ADDRESS [--without NAME]…");
            match args.next().as_deref() {
                Some("per-core") => switches.per_core = false,
                Some("own-headers") => switches.own_headers = false,
                Some("pipeline-flush") => switches.pipeline_flush = false,
                Some("half-close") => switches.half_close = false,
                Some("flat-writes") => switches.flat_writes = false,
                Some("nodelay") => switches.nodelay = false,
                other => panic!("there is no switch {other:?}"),
            }
        }
        switches
    }

    pub fn builder(&self) -> Builder {
        let mut builder = Builder::new();
        builder.pipeline_flush(self.pipeline_flush).half_close(self.half_close);
        if self.flat_writes {
            builder.writev(false);
        }
        builder
    }

    pub fn headers(&self) -> Headers {
        if self.own_headers { Headers::OfRequest } else { Headers::Fresh }
    }
}
