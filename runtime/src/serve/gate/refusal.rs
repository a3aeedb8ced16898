//! `Refusal`: why a message is refused, and the document that says so.

use std::time::SystemTime;

use crate::Problem;
use crate::service::Service;

/// Why a message is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::serve) enum Refusal {
    LoneLf,
    RequestLine,
    Version,
    Target,
    NoHost,
    TwoHosts,
    Host,
    OtherHost,
    Folded,
    Length,
    TwoLengths,
    LengthAndCoding,
    TwoCodings,
    CodingOfOld,
    Coding,
    UnknownCoding,
    Expectation,
    Chunk,
    Trailer,
    /// The address has its share of the connections.
    Address,
    /// There is no TLS where there must be.
    #[cfg(feature = "tls")]
    Plain,
    /// What hyper says no to, with its status.
    ByHyper(u16),
}

impl Refusal {
    fn status(self) -> u16 {
        match self {
            Self::Expectation => 417,
            Self::UnknownCoding => 501,
            Self::Address => 429,
            Self::Version => 505,
            Self::ByHyper(status) => status,
            _ => 400,
        }
    }

    /// For whoever wrote the client: nothing of what was sent stands in it.
    fn detail(self) -> &'static str {
        match self {
            Self::LoneLf => "a line ends with LF alone, not with CR LF",
            Self::RequestLine => "the request line is not `METHOD target HTTP/1.1`",
            Self::Version => "this server speaks HTTP/1.1 and HTTP/1.0",
            Self::Target => "the target of the request is none that its method has",
            Self::NoHost => "there is no Host",
            Self::TwoHosts => "Host stands there twice",
            Self::Host => "Host is not a host with a port",
            Self::OtherHost => "Host is not that of the target",
            Self::Folded => "a header goes on in a second line",
            Self::Length => "Content-Length is not a number",
            Self::TwoLengths => "Content-Length stands there twice",
            Self::LengthAndCoding => "there are both Content-Length and Transfer-Encoding",
            Self::TwoCodings => "Transfer-Encoding stands there twice",
            Self::CodingOfOld => "HTTP/1.0 has no Transfer-Encoding",
            Self::Coding => "Transfer-Encoding does not end with chunked",
            Self::UnknownCoding => "of transfer codings this server knows chunked alone",
            Self::Expectation => "of expectations this server knows 100-continue alone",
            Self::Chunk => "a chunk of the body is malformed",
            Self::Trailer => "a trailer says what only a header may say",
            Self::Address => "there are too many connections from this address",
            #[cfg(feature = "tls")]
            Self::Plain => "this is plain HTTP, and this port speaks HTTPS alone",
            Self::ByHyper(414) => "the target of the request is too long",
            Self::ByHyper(431) => "the headers of the request are too many, or too long",
            Self::ByHyper(_) => "the head of the request is malformed",
        }
    }

    /// The whole answer as the app writes it, after which the connection closes.
    #[cold]
    pub(in crate::serve) fn answer(self, service: &Service, without_body: bool) -> Vec<u8> {
        let response = service.refuse(Problem::new(self.status()).public_detail(self.detail()));
        let mut answer = format!("HTTP/1.1 {}\r\n", response.status()).into_bytes();
        for (name, value) in response.headers() {
            for part in [name.as_str().as_bytes(), b": ", value.as_bytes(), b"\r\n"] {
                answer.extend_from_slice(part);
            }
        }
        let body = response.body().as_full().map_or(&[][..], |body| body);
        let (length, date) = (body.len(), httpdate::fmt_http_date(SystemTime::now()));
        let end = format!("content-length: {length}\r\nconnection: close\r\ndate: {date}\r\n\r\n");
        answer.extend_from_slice(end.as_bytes());
        if !without_body {
            answer.extend_from_slice(body);
        }
        answer
    }
}
