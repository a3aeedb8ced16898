//! Over what a client calls, and what becomes of a call that has no answer.

use std::time::Duration;

use fingerpost::client::{Answer, CallError, Client};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;

use crate::{api, served};

#[tokio::test]
async fn in_this_process_no_url_is_written() {
    let client = api::app().test();
    assert_eq!(client.call(api::read::request(9)).await.unwrap().success().unwrap().id, 9);
    assert_eq!(*client.call(api::home::request()).await.unwrap().success().unwrap(), "home");
}

#[tokio::test]
async fn over_a_tower_service_with_layers() {
    let service = tower::ServiceBuilder::new()
        .concurrency_limit(1)
        .timeout(Duration::from_secs(5))
        .service(api::app().into_service().unwrap());
    let client = Client::over(service, "/api/");
    assert_eq!(client.call(api::read::request(9)).await.unwrap().success().unwrap().id, 9);
}

#[tokio::test]
async fn the_prefix_of_the_base_url_stands_before_every_path() {
    let (server, _) = served().await;
    for base in ["/api", "/api/"] {
        let client = Client::new(&format!("http://{}{base}", server.address));
        assert_eq!(*client.call(api::home::request()).await.unwrap().success().unwrap(), "home", "{base}");
        assert_eq!(client.call(api::read::request(8)).await.unwrap().success().unwrap().id, 8, "{base}");
    }
}

#[tokio::test]
async fn a_text_that_is_no_base_url_says_so_when_it_is_used() {
    for (base, why) in [
        ("localhost", "it is `http://`, a host"),
        ("127.0.0.1:8080", "it is `http://`, a host"),
        ("http://127.0.0.1/?a=b", "a query belongs to one request"),
        ("http://me:secret@127.0.0.1/", "credentials are sent in a header"),
        ("http://", "it is `http://`, a host"),
        ("a b", "it is `http://`, a host"),
    ] {
        let error = Client::new(base).call(api::home::request()).await.unwrap_err();
        assert!(matches!(error, CallError::BaseUrl(_)), "{base}: {error:?}");
        assert!(error.to_string().contains(why), "{base}: {error}");
    }
}

#[tokio::test]
async fn a_server_that_is_not_there() {
    let port = {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        listener.local_addr().unwrap().port()
    };
    let client = Client::new(&format!("http://127.0.0.1:{port}"));
    let error = client.call(api::home::request()).await.unwrap_err();
    assert!(matches!(error, CallError::Transport(_)), "{error:?}");
    // A log that prints an error and its sources says each thing once.
    let mut said = error.to_string();
    let mut source = std::error::Error::source(&error);
    while let Some(error) = source {
        said += &format!(": {error}");
        source = error.source();
    }
    assert_eq!(said.matches("refused").count(), 1, "{said}");
}

#[tokio::test]
async fn an_answer_that_is_cut_off() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let served = tokio::spawn(async move {
        let (mut stream, _) = listener.accept().await.unwrap();
        let head = b"HTTP/1.1 200 OK\r\ncontent-type: text/plain\r\ncontent-length: 100\r\n\r\nhalf";
        stream.write_all(head).await.unwrap();
    });
    let error = Client::new(&format!("http://{address}")).call(api::home::request()).await.unwrap_err();
    assert!(matches!(error, CallError::Transport(_)), "{error:?}");
    served.await.unwrap();
}

/// What a server sends, and what the client says of it.
#[tokio::test]
async fn answers_that_are_none() {
    for (sent, why) in [
        ("SSH-2.0-OpenSSH\r\n", "invalid HTTP version"),
        ("", "connection closed before message completed"),
        (
            "HTTP/1.1 200 OK\r\ncontent-type: text/plain\r\ntransfer-encoding: chunked\r\n\r\n3\r\nabc",
            "unexpected EOF",
        ),
        (
            "HTTP/1.1 200 OK\r\ncontent-type: text/plain\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n",
            "chunk size",
        ),
        (
            "HTTP/1.1 200 OK\r\ncontent-type: text/plain\r\ncontent-length: 1\r\n\r\n\u{fffd}",
            "is not the declared one",
        ),
    ] {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let served = tokio::spawn(async move {
            let (mut stream, _) = listener.accept().await.unwrap();
            assert_ne!(stream.read(&mut [0; 1024]).await.unwrap(), 0, "a request");
            stream.write_all(sent.as_bytes()).await.unwrap();
        });
        let error = Client::new(&format!("http://{address}")).call(api::home::request()).await.unwrap_err();
        assert!(error.to_string().contains(why), "{sent:?}: {error}");
        served.await.unwrap();
    }
}

/// What is declared by nobody is kept, whatever it says of itself.
#[tokio::test]
async fn answers_that_nobody_declares() {
    for (head, body) in [
        ("HTTP/1.1 999 Odd\r\ncontent-length: 2\r\n\r\n", "ab"),
        (
            "HTTP/1.1 404 Not Found\r\ncontent-type: application/problem+json\r\ncontent-length: 3\r\n\r\n",
            "[1]",
        ),
        ("HTTP/1.1 304 Not Modified\r\n\r\n", ""),
    ] {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let served = tokio::spawn(async move {
            let (mut stream, _) = listener.accept().await.unwrap();
            assert_ne!(stream.read(&mut [0; 1024]).await.unwrap(), 0, "a request");
            stream.write_all(format!("{head}{body}").as_bytes()).await.unwrap();
        });
        let answer = Client::new(&format!("http://{address}")).call(api::read::request(7)).await.unwrap();
        let Answer::Other(reply) = answer else { panic!("{head:?}: {answer:?}") };
        assert_eq!((&*reply.text(), reply.problem().is_none()), (body, true), "{head:?}");
        served.await.unwrap();
    }
}

#[tokio::test]
async fn an_answer_that_takes_too_long_or_is_too_long() {
    let (_server, client) = served().await;
    let client = client.timeout(Duration::from_millis(100)).body_limit(1000);
    let error = client.call(api::waits::request()).await.unwrap_err();
    assert!(matches!(error, CallError::Timeout(_)), "{error:?}");
    assert_eq!(client.call(api::long::request(1000)).await.unwrap().success().unwrap().len(), 1000);
    let error = client.call(api::long::request(1001)).await.unwrap_err();
    assert!(matches!(error, CallError::TooLarge(1000)), "{error:?}");
}

#[tokio::test]
async fn calls_share_connections_and_go_to_other_threads() {
    let (_server, client) = served().await;
    let calls = (10..20).map(|id| {
        let client = client.clone();
        tokio::spawn(async move { client.call(api::read::request(id)).await.unwrap().success().unwrap().id })
    });
    let mut ids = Vec::new();
    for call in calls.collect::<Vec<_>>() {
        ids.push(call.await.unwrap());
    }
    assert_eq!(ids, (10..20).collect::<Vec<_>>());
}
