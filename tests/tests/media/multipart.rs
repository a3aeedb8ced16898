//! Forms with files: the parts in order, however the body is cut, and what is answered to what is none.

use fingerpost::{App, Multipart, MultipartRejection, Problem, post, routes};

use crate::support::{Response, Server, serve};

const TYPE: &str = "content-type: multipart/form-data; boundary=cut";

/// Each part on a line: its name, whether it is a file, its file's name, its media type, its bytes.
#[post("/parts", body_limit = "64 KiB")]
async fn parts(mut form: Multipart) -> Result<String, MultipartRejection> {
    let mut seen = String::new();
    while let Some(part) = form.next_part().await? {
        let (name, is_file) = (part.name().to_owned(), part.is_file());
        let file = part.file_name().map(str::to_owned);
        let media_type = part.content_type().map(str::to_owned);
        let bytes = part.bytes().await?;
        seen += &format!("{name} {is_file} {file:?} {media_type:?} {:?}\n", String::from_utf8_lossy(&bytes));
    }
    Ok(seen)
}

/// Only the names: what is in the parts is passed over.
#[post("/names", body_limit = "64 KiB")]
async fn names(mut form: Multipart) -> Result<String, Problem> {
    let mut names = Vec::new();
    while let Some(part) = form.next_part().await? {
        names.push(part.name().to_owned());
    }
    Ok(names.join(","))
}

#[post("/few", body_limit = "64 KiB")]
async fn few(form: Multipart) -> Result<String, MultipartRejection> {
    let mut form = form.max_parts(2).max_part_size(10);
    let mut text = String::new();
    while let Some(part) = form.next_part().await? {
        text += &part.text().await?;
    }
    Ok(text)
}

/// Where the bytes go is the handler's to say.
#[post("/copied")]
async fn copied(mut form: Multipart) -> Result<String, MultipartRejection> {
    let mut copy = Vec::new();
    let mut lengths = Vec::new();
    while let Some(part) = form.next_part().await? {
        lengths.push(part.write_to(&mut copy).await?);
    }
    Ok(format!("{lengths:?} {}", String::from_utf8_lossy(&copy)))
}

/// A disk that is full.
#[post("/full")]
async fn full(mut form: Multipart) -> Result<(), MultipartRejection> {
    while let Some(part) = form.next_part().await? {
        part.write_to(&mut std::io::Cursor::new(&mut [0_u8; 2][..])).await?;
    }
    Ok(())
}

#[post("/maybe")]
fn maybe(form: Option<Multipart>) -> &'static str {
    if form.is_some() { "a form" } else { "nothing" }
}

async fn server() -> Server {
    serve(App::new(routes![parts, names, few, copied, full, maybe])).await
}

async fn send(target: &str, body: impl AsRef<[u8]>) -> Response {
    server().await.send("POST", target, &[TYPE], body.as_ref()).await
}

/// A part with this head and content, and the boundary before it.
fn part(head: &str, content: &str) -> String {
    format!("--cut\r\nContent-Disposition: form-data; {head}\r\n\r\n{content}\r\n")
}

fn form(parts: &[(&str, &str)]) -> String {
    parts.iter().map(|(head, content)| part(head, content)).collect::<String>() + "--cut--\r\n"
}

#[track_caller]
fn refused(response: &Response, status: u16, words: &str) {
    assert_eq!(response.status, status, "{}", response.text());
    let detail = response.problem().detail.unwrap_or_default();
    assert!(detail.contains(words), "{detail:?} does not say {words:?}");
}

const MIXED: &str = "--cut\r\nContent-Disposition: form-data; name=\"title\"\r\n\r\nA cat\r\n\
    --cut\r\nContent-Disposition: form-data; name=\"photo\"; filename=\"cat.png\"\r\nContent-Type: image/png\r\n\r\n\
    \r\n--cu\r\n-\r\n--cut\r\n\
    Content-Disposition: form-data; name=\"empty\"\r\n\r\n\r\n--cut--\r\n";

const MIXED_PARTS: &str = "title false None None \"A cat\"\n\
    photo true Some(\"cat.png\") Some(\"image/png\") \"\\r\\n--cu\\r\\n-\"\n\
    empty false None None \"\"\n";

#[tokio::test]
async fn parts_come_in_order_with_what_they_say() {
    assert_eq!(send("/parts", MIXED).await.text(), MIXED_PARTS);
    assert_eq!(send("/names", MIXED).await.text(), "title,photo,empty");
}

#[tokio::test]
async fn a_body_may_be_cut_anywhere() {
    let server = server().await;
    for size in [1, 2, 3, 7, 50] {
        let mut client = server.connect().await;
        let head = format!("POST /parts HTTP/1.1\r\nhost: a\r\n{TYPE}\r\ntransfer-encoding: chunked\r\n\r\n");
        client.write(head.as_bytes()).await;
        for piece in MIXED.as_bytes().chunks(size) {
            client.write(format!("{:x}\r\n", piece.len()).as_bytes()).await;
            client.write(piece).await;
            client.write(b"\r\n").await;
        }
        client.write(b"0\r\n\r\n").await;
        assert_eq!(client.response().await.text(), MIXED_PARTS, "in pieces of {size}");
        assert_eq!(client.request("GET", "/parts").await.status, 405, "the connection is still there");
    }
}

#[tokio::test]
async fn what_stands_around_the_parts_is_passed_over() {
    let body = format!("a preamble\r\n{}an epilogue", form(&[("name=a", "1")]));
    assert_eq!(send("/names", body).await.text(), "a");
    assert_eq!(send("/names", "--cut--\r\n").await.text(), "");
}

#[tokio::test]
async fn the_name_of_a_file_has_no_way_before_it() {
    for (sent, name) in [
        ("cat.png", Some("cat.png")),
        ("../../etc/passwd", Some("passwd")),
        ("/etc/passwd", Some("passwd")),
        ("C:\\Users\\ada\\cat.png", Some("cat.png")),
        ("", None),
        ("..", None),
        ("a/..", None),
        ("a/", None),
        ("K\u{e4}tzchen.png", Some("K\u{e4}tzchen.png")),
    ] {
        let text = send("/parts", form(&[(&format!("name=f; filename=\"{sent}\""), "x")])).await.text();
        assert_eq!(text, format!("f true {name:?} None \"x\"\n"), "{sent:?}");
    }
}

#[tokio::test]
async fn limits_are_413() {
    let long = "x".repeat(70_000);
    refused(&send("/parts", form(&[("name=a", &long)])).await, 413, "65536");
    let chunked = server().await;
    let mut client = chunked.connect().await;
    let head = format!("POST /names HTTP/1.1\r\nhost: a\r\n{TYPE}\r\ntransfer-encoding: chunked\r\n\r\n");
    let body = part("name=a", &long);
    client.write(head.as_bytes()).await;
    client.try_write(format!("{:x}\r\n{body}\r\n0\r\n\r\n", body.len()).as_bytes()).await.ok();
    refused(&client.response().await, 413, "longer than allowed");

    assert_eq!(send("/few", form(&[("name=a", "1"), ("name=b", "0123456789")])).await.text(), "10123456789");
    refused(&send("/few", form(&[("name=a", "0123456789x")])).await, 413, "longer than the 10 bytes");
    let three = form(&[("name=a", ""), ("name=b", ""), ("name=c", "")]);
    refused(&send("/few", three).await, 413, "more than the 2 parts");
    let many = form(&[("name=a", ""); 1_001]);
    refused(&send("/names", many).await, 413, "more than the 1000 parts");
}

#[tokio::test]
async fn the_app_says_how_many_parts_a_form_has_at_most() {
    let server = serve(App::new(routes![names]).field_limit(3)).await;
    let of = |parts: usize| form(&vec![("name=a", "x"); parts]);
    assert_eq!(server.send("POST", "/names", &[TYPE], of(3).as_bytes()).await.text(), "a,a,a");
    refused(&server.send("POST", "/names", &[TYPE], of(4).as_bytes()).await, 413, "more than the 3 parts");
}

#[tokio::test]
async fn a_head_without_an_end_is_not_waited_for() {
    let server = server().await;
    for start in ["", "--cut\r\nContent-Disposition: form-data; name=a\r\n"] {
        let mut client = server.connect().await;
        let head =
            format!("POST /names HTTP/1.1\r\nhost: a\r\n{TYPE}\r\ncontent-length: 60000\r\n\r\n{start}");
        client.write(head.as_bytes()).await;
        for _ in 0..25 {
            client.try_write(&[b'x'; 1_000]).await.ok();
        }
        // It is answered long before the body is at the end that it declares.
        refused(&client.response().await, 400, "longer than 16384 bytes");
    }
}

#[tokio::test]
async fn what_is_malformed_is_400() {
    let open = "--cut\r\nContent-Disposition: form-data; name=a\r\n\r\n1";
    for (body, words) in [
        ("no boundary at all", "last boundary"),
        ("", "last boundary"),
        (open, "last boundary"),
        (&format!("{open}\r\n--cut"), "last boundary"),
        (&format!("{open}\r\n--other--\r\n"), "last boundary"),
        ("--cut\r\nContent-Disposition: form-data\r\n\r\n1\r\n--cut--", "no name"),
        ("--cut\r\n\r\n1\r\n--cut--", "cannot be read"),
        ("--cut\r\nbad header\r\n\r\n1\r\n--cut--", "cannot be read"),
        (
            "--cut\r\nContent-Disposition: form-data; name=a\x01\r\nx\0: 1\r\n\r\n1\r\n--cut--",
            "cannot be read",
        ),
    ] {
        refused(&send("/names", body).await, 400, words);
    }
    refused(
        &send("/few", &b"--cut\r\nContent-Disposition: form-data; name=a\r\n\r\n\xff\r\n--cut--"[..]).await,
        400,
        "not UTF-8",
    );
}

#[tokio::test]
async fn the_media_type_says_what_stands_between_the_parts() {
    let server = server().await;
    let with = async |media_type: &str| {
        let head = format!("content-type: {media_type}");
        server.send("POST", "/names", &[&head], form(&[("name=a", "1")]).as_bytes()).await
    };
    assert_eq!(with("multipart/form-data; boundary=cut").await.text(), "a");
    assert_eq!(with("Multipart/Form-Data; charset=utf-8; boundary=\"cut\"").await.text(), "a");
    for none in
        ["multipart/form-data", "multipart/form-data; boundary=", "multipart/form-data; boundary=\"\""]
    {
        refused(&with(none).await, 400, "boundary");
    }
    refused(&with(&format!("multipart/form-data; boundary={}", "c".repeat(71))).await, 400, "boundary");
    for other in ["multipart/mixed; boundary=cut", "application/x-www-form-urlencoded", "text/plain"] {
        let response = with(other).await;
        refused(&response, 415, "multipart/form-data");
        assert_eq!(response.header("accept"), Some("multipart/form-data"));
    }
}

#[tokio::test]
async fn a_form_that_is_missing_is_400_or_none() {
    let server = server().await;
    refused(&server.request("POST", "/names").await, 400, "a form is required");
    assert_eq!(server.request("POST", "/maybe").await.text(), "nothing");
    assert_eq!(server.send("POST", "/maybe", &[TYPE], b"--cut--").await.text(), "a form");
}

#[tokio::test]
async fn parts_are_written_where_the_handler_says() {
    assert_eq!(
        send("/copied", form(&[("name=a", "one"), ("name=b", "three")])).await.text(),
        "[3, 5] onethree"
    );
    let response = send("/full", form(&[("name=a", "one")])).await;
    assert_eq!((response.status, response.problem().detail), (500, None));
}

/// The part is read to a piece, the client goes: the handler does not wait for more.
#[tokio::test]
async fn a_client_that_goes_ends_the_form() {
    let server = server().await;
    let mut client = server.connect().await;
    let head = format!("POST /names HTTP/1.1\r\nhost: a\r\n{TYPE}\r\ncontent-length: 500\r\n\r\n");
    client.write(format!("{head}{}", part("name=a", "1")).as_bytes()).await;
    drop(client);
    server.stopped().await.expect("nothing is under way");
}
