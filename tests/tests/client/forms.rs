//! Forms with files: what a client puts into one is what the handler finds in it.

use std::sync::Arc;
use std::time::Duration;

use fingerpost::client::{CallError, Client, FormData, FormPart};
use fingerpost::{App, Body, HeaderMap, Json, Multipart, MultipartRejection, NoState, post, routes};
use proptest::prelude::*;
use serde::{Deserialize, Serialize};
use tokio::sync::{Notify, mpsc};

use crate::support::serve;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Sent {
    name: String,
    is_file: bool,
    file_name: Option<String>,
    media_type: Option<String>,
    bytes: Vec<u8>,
}

#[post("/parts", body_limit = "64 MiB")]
async fn parts(mut form: Multipart) -> Result<Json<Vec<Sent>>, MultipartRejection> {
    let mut sent = Vec::new();
    while let Some(part) = form.next_part().await? {
        let (name, is_file) = (part.name().to_owned(), part.is_file());
        let file_name = part.file_name().map(str::to_owned);
        let media_type = part.content_type().map(str::to_owned);
        sent.push(Sent { name, is_file, file_name, media_type, bytes: part.bytes().await?.to_vec() });
    }
    Ok(Json(sent))
}

/// The length that was sent beforehand, if any, and the boundary.
#[post("/head")]
async fn head(
    headers: HeaderMap,
    mut form: Multipart,
) -> Result<Json<(Option<u64>, String)>, MultipartRejection> {
    while form.next_part().await?.is_some() {}
    let text = |name| headers.get(name).and_then(|value| value.to_str().ok());
    let length = text("content-length").and_then(|length| length.parse().ok());
    Ok(Json((length, text("content-type").unwrap_or_default().to_owned())))
}

#[post("/begun")]
async fn begun(mut form: Multipart, came: &Arc<Notify>) -> Result<String, MultipartRejection> {
    let mut text = Vec::new();
    while let Some(mut part) = form.next_part().await? {
        while let Some(piece) = part.chunk().await? {
            text.extend_from_slice(&piece);
            came.notify_one();
        }
    }
    Ok(String::from_utf8_lossy(&text).into_owned())
}

#[post("/maybe")]
async fn maybe(form: Option<Multipart>) -> Json<bool> {
    Json(form.is_some())
}

routes! { table = [parts, head, begun, maybe] }

fn app() -> App<table, (Arc<Notify>, NoState)> {
    App::new(table).state(Arc::default())
}

fn field(name: &str, text: &str) -> Sent {
    let (name, bytes) = (name.to_owned(), text.as_bytes().to_vec());
    Sent { name, is_file: false, file_name: None, media_type: None, bytes }
}

fn file(name: &str, file_name: Option<&str>, media_type: &str, bytes: &[u8]) -> Sent {
    let (file_name, media_type) = (file_name.map(str::to_owned), Some(media_type.to_owned()));
    Sent { name: name.to_owned(), is_file: true, file_name, media_type, bytes: bytes.to_vec() }
}

fn form() -> FormData {
    let pieces = futures_util::stream::iter(["mi", "", "a", "ow"]);
    FormData::new()
        .text("title", "A cat\r\n--form-\n")
        .text("title", String::new())
        .part("photo", FormPart::bytes(vec![0, 13, 10, 255]).file_name("cat.png").content_type("image/png"))
        .part("sound", FormPart::stream(Body::from_stream(pieces)).file_name("cat.wav"))
        .part("notes", FormPart::reader(&b"it purrs"[..]).content_type("text/plain; charset=utf-8"))
}

fn sent() -> Vec<Sent> {
    vec![
        field("title", "A cat\r\n--form-\n"),
        field("title", ""),
        file("photo", Some("cat.png"), "image/png", &[0, 13, 10, 255]),
        file("sound", Some("cat.wav"), "application/octet-stream", b"miaow"),
        Sent { media_type: Some("text/plain; charset=utf-8".to_owned()), ..field("notes", "it purrs") },
    ]
}

#[tokio::test]
async fn over_a_socket_over_a_service_and_in_this_process() {
    let server = serve(app()).await;
    let client = Client::new(&format!("http://{}", server.address));
    assert_eq!(*client.call(parts::request(form())).await.unwrap().success().unwrap(), sent());
    let service = tower::ServiceBuilder::new().concurrency_limit(1).service(app().into_service().unwrap());
    let client = Client::over(service, "");
    assert_eq!(*client.call(parts::request(form())).await.unwrap().success().unwrap(), sent());
    assert_eq!(*app().test().call(parts::request(form())).await.unwrap().success().unwrap(), sent());
}

#[tokio::test]
async fn a_form_may_be_empty_and_may_be_left_out() {
    let client = app().test();
    assert_eq!(*client.call(parts::request(FormData::new())).await.unwrap().success().unwrap(), []);
    assert!(*client.call(maybe::request(Some(FormData::new()))).await.unwrap().success().unwrap());
    assert!(!*client.call(maybe::request(None)).await.unwrap().success().unwrap());
}

#[tokio::test]
async fn names_that_would_be_more_than_names() {
    let names = [
        "",
        " ",
        "\"",
        "a\"; filename=\"b",
        "a; filename=b",
        "a\r\nContent-Type: text/html\r\n\r\n<script>",
        "a\nb",
        "\0\t\u{7f}",
        "\\",
        "a\\",
        "a\\\\\\",
        "\\\"",
        "name=\"x\"",
        "filename*=utf-8''x",
        "100%",
        "%zz%C3",
        "K\u{e4}tzchen \u{1f431}",
        "\u{202e}gnp.tac",
    ];
    let client = app().test();
    for name in names {
        for file_name in names {
            // A server takes no more than the last part of a path for a file's name, and only what can be printed.
            let last = file_name.rsplit(['/', '\\']).next();
            let kept = last.filter(|last| !last.is_empty() && !last.contains(char::is_control));
            let form = FormData::new().part(name, FormPart::text("x").file_name(file_name)).text(name, "y");
            let expected = [file(name, kept, "application/octet-stream", b"x"), field(name, "y")];
            let given = client.call(parts::request(form)).await.unwrap().success().unwrap();
            assert_eq!(*given, expected, "{name:?} {file_name:?}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// A `%` in a name may be the name's own or that of the encoding: what is sent does not say.
    #[test]
    fn what_is_sent_is_what_is_given(
        given in proptest::collection::vec(("[^%]*", proptest::collection::vec(any::<u8>(), 0..200)), 0..5),
        is_stream in any::<bool>(),
    ) {
        let mut form = FormData::new();
        for (name, bytes) in given.clone() {
            let part = if is_stream { FormPart::reader(std::io::Cursor::new(bytes)) } else { FormPart::bytes(bytes) };
            form = form.part(name, part);
        }
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        let read = runtime.block_on(async { app().test().call(parts::request(form)).await });
        let read: Vec<_> =
            read.unwrap().success().unwrap().into_inner().into_iter().map(|part| (part.name, part.bytes)).collect();
        prop_assert_eq!(read, given);
    }
}

#[tokio::test]
async fn the_length_is_sent_beforehand_where_it_is_known() {
    let server = serve(app()).await;
    let client = Client::new(&format!("http://{}", server.address));
    let told = async |form| client.call(head::request(form)).await.unwrap().success().unwrap().into_inner();
    let (length, media_type) = told(FormData::new().text("a", "b")).await;
    let boundary = media_type.strip_prefix("multipart/form-data; boundary=").unwrap();
    let whole =
        format!("--{boundary}\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nb\r\n--{boundary}--\r\n");
    assert_eq!(length, Some(whole.len() as u64));
    assert!(
        boundary.len() <= 70 && boundary.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    );
    let (length, other) = told(FormData::new().part("a", FormPart::reader(&b"b"[..]).length(1))).await;
    assert_eq!(length, Some(whole.len() as u64));
    assert_ne!(media_type, other, "a boundary that can be guessed can be in a part");
    assert_eq!(told(FormData::new().part("a", FormPart::reader(&b"b"[..]))).await.0, None);
}

#[tokio::test]
async fn a_stream_is_sent_as_it_comes() {
    let came = Arc::new(Notify::new());
    let server = serve(App::new(table).state(came.clone())).await;
    let client = Client::new(&format!("http://{}", server.address));
    let (sender, mut receiver) = mpsc::channel::<&'static str>(1);
    let pieces = futures_util::stream::poll_fn(move |context| receiver.poll_recv(context));
    let form = FormData::new().part("a", FormPart::stream(Body::from_stream(pieces)));
    let call = tokio::spawn(async move { client.call(begun::request(form)).await });
    // The server has each piece before the next is made.
    for piece in ["one ", "two ", "three"] {
        sender.send(piece).await.unwrap();
        tokio::time::timeout(Duration::from_secs(10), came.notified()).await.expect("the piece came");
    }
    assert!(!call.is_finished(), "the form is not yet at its end");
    drop(sender);
    assert_eq!(*call.await.unwrap().unwrap().success().unwrap(), "one two three");
}

#[tokio::test]
async fn what_cannot_be_sent_is_an_error_of_the_call() {
    let server = serve(app()).await;
    let client = Client::new(&format!("http://{}", server.address));
    let form = FormData::new().part("a", FormPart::text("b").content_type("text/plain\r\nx: y"));
    let error = client.call(parts::request(form)).await.unwrap_err();
    assert!(matches!(error, CallError::Argument(_)), "{error:?}");
    assert!(error.to_string().contains("the media type of a part"), "{error}");
    for (length, how) in [(1, "longer"), (9, "shorter")] {
        let form = FormData::new().part("a", FormPart::reader(&b"bytes"[..]).length(length));
        let error = client.call(parts::request(form)).await.unwrap_err();
        assert!(matches!(error, CallError::Transport(_)), "{error:?}");
        assert!(error.to_string().contains(&format!("a part is {how} than was said")), "{error}");
    }
    let broken = futures_util::stream::iter([Ok("begun"), Err(std::io::Error::other("the disk is gone"))]);
    let form = FormData::new().part("a", FormPart::stream(Body::from_stream(broken)));
    let error = client.call(parts::request(form)).await.unwrap_err();
    assert!(error.to_string().contains("the disk is gone"), "{error}");
}
