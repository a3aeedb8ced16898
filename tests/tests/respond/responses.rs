//! Whole responses.

use super::*;

/// A body of another library, whose pieces come one by one, and may fail.
struct Pieces {
    left: Vec<Result<&'static str, std::io::Error>>,
    waited: bool,
}

impl Pieces {
    fn new(left: impl Into<Vec<Result<&'static str, std::io::Error>>>) -> Self {
        Self { left: left.into(), waited: false }
    }
}

impl HttpBody for Pieces {
    type Data = Bytes;
    type Error = std::io::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, std::io::Error>>> {
        self.waited = !self.waited;
        if self.waited {
            context.waker().wake_by_ref();
            return Poll::Pending;
        }
        let piece = (!self.left.is_empty()).then(|| self.left.remove(0));
        Poll::Ready(piece.map(|piece| piece.map(|text| Frame::data(Bytes::from_static(text.as_bytes())))))
    }
}

#[get("/")]
fn own() -> Response {
    let mut response = Response::new(Body::from("tea"));
    *response.status_mut() = StatusCode::IM_A_TEAPOT;
    response.headers_mut().append("x-a", 1.into());
    response.headers_mut().append("x-a", 2.into());
    response
}

#[get("/")]
fn of_text() -> http::Response<String> {
    http::Response::new("text".to_owned())
}

#[get("/")]
fn of_pieces() -> http::Response<Pieces> {
    http::Response::new(Pieces::new([Ok("one "), Ok("two")]))
}

#[get("/broken")]
fn broken_off() -> http::Response<Pieces> {
    http::Response::new(Pieces::new([Ok("one "), Err(std::io::Error::other("disk full"))]))
}

#[tokio::test]
async fn are_sent_as_they_are() {
    let response = answer!(own);
    assert_eq!((response.status().as_u16(), response.text()), (418, "tea".to_owned()));
    assert_eq!(response.headers().get_all("x-a").iter().collect::<Vec<_>>(), ["1", "2"]);
    assert_eq!(response.header("content-type"), None);
    assert_typed(&answer!(of_text), None, b"text");
    assert_typed(&answer!(of_pieces), None, b"one two");
}

#[tokio::test]
async fn that_break_off_end_the_connection() {
    let response = over_socket("/broken").await;
    assert!(response.starts_with("HTTP/1.1 200 OK\r\n"), "{response}");
    assert!(response.ends_with("one \r\n"), "{response}");
}

async fn over_socket(path: &str) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address: SocketAddr = listener.local_addr().unwrap();
    tokio::spawn(App::new(routes![broken_off]).serve_until(listener, std::future::pending()));
    let mut stream = TcpStream::connect(address).await.unwrap();
    stream.write_all(format!("GET {path} HTTP/1.1\r\nhost: a\r\n\r\n").as_bytes()).await.unwrap();
    let mut response = String::new();
    stream.read_to_string(&mut response).await.unwrap();
    response
}
