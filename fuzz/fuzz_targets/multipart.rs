//! Forms with files: any bytes are a form or a 4xx, however they are cut on their way, and what a form is made of is read.
#![no_main]

use std::collections::VecDeque;
use std::pin::Pin;
use std::sync::LazyLock;
use std::task::{Context, Poll};

use fingerpost::{
    App, Body, Json, Multipart, MultipartRejection, Stream, TestClient, TestResponse, post, routes,
};
use libfuzzer_sys::fuzz_target;

type Parts = Vec<(String, Vec<u8>)>;

#[post("/parts")]
async fn parts(form: Multipart) -> Result<Json<Parts>, MultipartRejection> {
    let mut form = form.max_parts(50);
    let mut parts = Parts::new();
    while let Some(part) = form.next_part().await? {
        let name = part.name().to_owned();
        parts.push((name, part.bytes().await?.to_vec()));
    }
    Ok(Json(parts))
}

static CLIENT: LazyLock<(tokio::runtime::Runtime, TestClient)> = LazyLock::new(|| {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    (runtime, App::new(routes![parts]).test())
});

/// A body that comes in pieces.
struct Pieces(VecDeque<Vec<u8>>);

impl Stream for Pieces {
    type Item = Result<Vec<u8>, std::io::Error>;

    fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        Poll::Ready(self.0.pop_front().map(Ok))
    }
}

fn send(body: Body) -> TestResponse {
    let (runtime, client) = &*CLIENT;
    let request = client.post("/parts").header("content-type", "multipart/form-data; boundary=cut");
    runtime.block_on(request.body(body).send())
}

fuzz_target!(|bytes: &[u8]| {
    let [size, bytes @ ..] = bytes else { return };
    let whole = send(Body::from(bytes.to_vec()));
    assert!(matches!(whole.status().as_u16(), 200 | 400..=499), "{}", whole.status());
    let pieces = bytes.chunks(usize::from(*size).max(1)).map(<[u8]>::to_vec).collect();
    let cut = send(Body::from_stream(Pieces(pieces)));
    assert_eq!((cut.status(), cut.text()), (whole.status(), whole.text()));

    let contents: Vec<&[u8]> = bytes.split(|byte| *byte == 0xff).take(50).collect();
    if contents.iter().any(|content| content.windows(3).any(|window| window == b"cut")) {
        return;
    }
    let (mut form, mut expected) = (Vec::new(), Parts::new());
    for (index, content) in contents.into_iter().enumerate() {
        let head = format!("--cut\r\ncontent-disposition: form-data; name=\"{index}\"\r\n\r\n");
        form.extend([head.as_bytes(), content, b"\r\n"].concat());
        expected.push((index.to_string(), content.to_vec()));
    }
    form.extend(b"--cut--\r\n");
    assert_eq!(send(Body::from(form)).json::<Parts>(), expected);
});
