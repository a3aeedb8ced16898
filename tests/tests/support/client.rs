//! `Client`: one connection, on which requests are written as the test says and responses are read by the book.

use std::io;
use std::net::SocketAddr;

use tokio::io::{AsyncBufReadExt, AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt, BufReader, Interest};
use tokio::net::TcpStream;

use super::{Response, soon};

/// A connection.
#[derive(Debug)]
pub(crate) struct Client<S = TcpStream> {
    stream: BufReader<S>,
}

impl Client {
    pub(crate) async fn connect(address: SocketAddr) -> Self {
        let stream = soon("connecting", TcpStream::connect(address)).await.expect("the server listens");
        stream.set_nodelay(true).expect("a socket without delay");
        Self::over(stream)
    }

    /// Ready once the server has broken the connection off, before any of what came is read.
    pub(crate) async fn is_reset(&self) {
        let broken = soon("the reset", self.stream.get_ref().ready(Interest::ERROR)).await;
        assert!(broken.expect("the socket is watched").is_error());
    }
}

impl<S: AsyncRead + AsyncWrite + Unpin> Client<S> {
    pub(crate) fn over(stream: S) -> Self {
        Self { stream: BufReader::new(stream) }
    }

    pub(crate) fn stream(&self) -> &S {
        self.stream.get_ref()
    }

    /// Exactly these bytes.
    pub(crate) async fn write(&mut self, bytes: &[u8]) {
        self.try_write(bytes).await.expect("the server reads");
    }

    /// The same where the server may have stopped to read.
    pub(crate) async fn try_write(&mut self, bytes: &[u8]) -> io::Result<()> {
        soon("writing", async {
            self.stream.write_all(bytes).await?;
            self.stream.flush().await
        })
        .await
    }

    /// A request with a host, and with the length of its body where it has one.
    pub(crate) async fn send(&mut self, method: &str, target: &str, head: &[&str], body: &[u8]) {
        self.write(&request(method, target, head, body)).await;
    }

    /// A request without headers and body of its own, and its response. The connection stays.
    pub(crate) async fn request(&mut self, method: &str, target: &str) -> Response {
        self.send(method, target, &[], b"").await;
        self.response_to(method).await
    }

    /// The connection's only request and its response, after which the server sends nothing more.
    pub(crate) async fn only(mut self, method: &str, target: &str, head: &[&str], body: &[u8]) -> Response {
        let head: Vec<&str> = head.iter().copied().chain(["connection: close"]).collect();
        self.send(method, target, &head, body).await;
        let response = self.response_to(method).await;
        assert_eq!(self.rest().await, "", "after the response to {method} {target}");
        response
    }

    /// The next response, to a request that is not HEAD.
    pub(crate) async fn response(&mut self) -> Response {
        self.response_to("GET").await
    }

    /// The next response to a request of this method.
    pub(crate) async fn response_to(&mut self, method: &str) -> Response {
        soon("the response", self.read(method)).await.expect("a whole response")
    }

    async fn read(&mut self, method: &str) -> io::Result<Response> {
        let mut response = Response::new(&self.line().await?);
        loop {
            let line = self.line().await?;
            if line.is_empty() {
                break;
            }
            response.push_header(&line);
        }
        let bodiless = method == "HEAD" || matches!(response.status, 100..=199 | 204 | 304);
        if !bodiless {
            response.body = self.body(&response).await?;
        }
        Ok(response)
    }

    /// The body, as its framing says (RFC 9112 §6).
    async fn body(&mut self, response: &Response) -> io::Result<Vec<u8>> {
        let mut body = Vec::new();
        match (response.header("transfer-encoding"), response.header("content-length")) {
            (Some("chunked"), None) => loop {
                let size = self.line().await?;
                let size = usize::from_str_radix(&size, 16).expect("the size of a chunk");
                let start = body.len();
                body.resize(start + size, 0);
                self.stream.read_exact(&mut body[start..]).await?;
                assert_eq!(self.line().await?, "", "after a chunk");
                if size == 0 {
                    return Ok(body);
                }
            },
            (None, Some(length)) => {
                body.resize(length.parse().expect("a length"), 0);
                self.stream.read_exact(&mut body).await?;
                Ok(body)
            }
            (None, None) => {
                self.stream.read_to_end(&mut body).await?;
                Ok(body)
            }
            both => panic!("the response is framed twice, or in a way that nobody asked for: {both:?}"),
        }
    }

    async fn line(&mut self) -> io::Result<String> {
        let mut line = String::new();
        self.stream.read_line(&mut line).await?;
        match line.strip_suffix("\r\n") {
            Some(line) => Ok(line.to_owned()),
            None => Err(io::Error::new(io::ErrorKind::UnexpectedEof, format!("the line ends at {line:?}"))),
        }
    }

    /// The same where the connection may be at its end.
    pub(crate) async fn try_request(&mut self, method: &str, target: &str) -> io::Result<Response> {
        self.try_write(&request(method, target, &[], b"")).await?;
        if soon("the response", self.stream.fill_buf()).await?.is_empty() {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        Ok(self.response_to(method).await)
    }

    /// What comes first, as far as it comes at once. It is not taken.
    pub(crate) async fn at_once(&mut self) -> String {
        let came = soon("reading", self.stream.fill_buf()).await.expect("a connection");
        String::from_utf8_lossy(came).into_owned()
    }

    /// So many bytes.
    pub(crate) async fn read_some(&mut self, bytes: usize) {
        soon("reading", self.stream.read_exact(&mut vec![0; bytes])).await.expect("so many bytes");
    }

    /// Until these words have come.
    pub(crate) async fn read_until(&mut self, words: &str) {
        let mut came = Vec::new();
        while !String::from_utf8_lossy(&came).contains(words) {
            came.push(soon("reading", self.stream.read_u8()).await.expect("a byte"));
        }
    }

    /// How many bytes still come until the connection ends, in whichever way.
    pub(crate) async fn until_broken(&mut self) -> usize {
        self.all_that_comes().await.len()
    }

    /// What still comes until the connection ends, in whichever way.
    pub(crate) async fn all_that_comes(&mut self) -> String {
        let mut rest = Vec::new();
        let _ = soon("the connection's end", self.stream.read_to_end(&mut rest)).await;
        String::from_utf8_lossy(&rest).into_owned()
    }

    /// All that still comes until the server closes the connection.
    pub(crate) async fn rest(&mut self) -> String {
        String::from_utf8_lossy(&self.rest_as_bytes().await).into_owned()
    }

    /// The same, where it is no text.
    pub(crate) async fn rest_as_bytes(&mut self) -> Vec<u8> {
        let mut rest = Vec::new();
        let read = soon("the connection's end", self.stream.read_to_end(&mut rest)).await;
        read.expect("the connection ends in order");
        rest
    }

    /// Whether the server has closed the connection, in whichever way, without another byte.
    pub(crate) async fn is_closed(&mut self) -> bool {
        matches!(soon("the connection's end", self.stream.read(&mut [0])).await, Ok(0) | Err(_))
    }
}

fn request(method: &str, target: &str, head: &[&str], body: &[u8]) -> Vec<u8> {
    let mut bytes = format!("{method} {target} HTTP/1.1\r\nhost: fingerpost.test\r\n").into_bytes();
    for line in head {
        bytes.extend_from_slice(line.as_bytes());
        bytes.extend_from_slice(b"\r\n");
    }
    if !body.is_empty() {
        bytes.extend_from_slice(format!("content-length: {}\r\n", body.len()).as_bytes());
    }
    bytes.extend_from_slice(b"\r\n");
    bytes.extend_from_slice(body);
    bytes
}
