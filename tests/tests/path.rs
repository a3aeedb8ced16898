//! Paths over a socket: literals, captures and rests, percent-encoding.

mod support;

use std::borrow::Cow;
use std::net::IpAddr;
use std::str::FromStr;

use fingerpost::{App, get, post, routes};
use support::serve;

#[get("/")]
fn root() -> &'static str {
    "root"
}

#[get("/posts/{id}")]
fn post(id: u64) -> String {
    format!("post {id}")
}

#[get("/posts/{id}/lines/{line}")]
fn line(line: i8, id: u64) -> String {
    format!("line {line} of post {id}")
}

#[get("/hosts/{address}")]
fn host(address: IpAddr) -> String {
    format!("host {address}")
}

/// A user's own parameter.
#[derive(Debug)]
enum Colour {
    Red,
    Blue,
}

impl FromStr for Colour {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        match text {
            "red" => Ok(Self::Red),
            "blue" => Ok(Self::Blue),
            _ => Err(()),
        }
    }
}

#[get("/colours/{colour}")]
async fn colour(colour: Colour) -> String {
    format!("{colour:?}")
}

#[get("/text/{text}")]
fn text(text: &str) -> String {
    format!("<{text}>")
}

#[get("/cow/{text}")]
fn cow(text: Cow<'_, str>) -> String {
    let kind = if matches!(text, Cow::Borrowed(_)) { "borrowed" } else { "owned" };
    format!("{kind} <{text}>")
}

#[get("/string/{text}")]
async fn string(text: String) -> String {
    format!("<{text}>")
}

#[tokio::test]
async fn captures_are_parsed_as_their_types() {
    let server = serve(App::new(routes![root, post, line, host, colour])).await;
    server
        .gives(&[
            ("/", "root"),
            ("/posts/7", "post 7"),
            ("/posts/18446744073709551615", "post 18446744073709551615"),
            ("/posts/7/lines/-3", "line -3 of post 7"),
            ("/hosts/10.0.0.1", "host 10.0.0.1"),
            ("/hosts/::1", "host ::1"),
            ("/colours/blue", "Blue"),
            ("/colours/%72ed", "Red"),
        ])
        .await;
}

#[tokio::test]
async fn a_capture_that_does_not_parse_names_itself_and_its_type() {
    let server = serve(App::new(routes![post, line, host, colour])).await;
    server
        .refuses(
            400,
            &[
                ("/posts/seven", &["`id`", "`seven`", "`u64`"]),
                ("/posts/-1", &["`id`", "`-1`", "`u64`"]),
                ("/posts/18446744073709551616", &["`id`", "`u64`"]),
                ("/posts/%207", &["`id`", "` 7`", "`u64`"]),
                ("/posts/7%2F8", &["`id`", "`7/8`", "`u64`"]),
                ("/posts/7/lines/128", &["`line`", "`128`", "`i8`"]),
                ("/posts/x/lines/1", &["`id`", "`x`", "`u64`"]),
                ("/hosts/localhost", &["`address`", "`localhost`", "`IpAddr`"]),
                ("/colours/green", &["`colour`", "`green`", "`Colour`"]),
                ("/colours/Red", &["`colour`", "`Red`"]),
            ],
        )
        .await;
    assert_eq!(server.get("/posts/x").await.problem().title, "Bad Request");
}

#[tokio::test]
async fn a_capture_is_one_segment_and_never_empty() {
    let server = serve(App::new(routes![root, post, text])).await;
    server
        .has_not(&[
            "/posts",
            "/posts/",
            "/posts/7/",
            "/posts/7/8",
            "/posts//7",
            "//posts/7",
            "//",
            "/Posts/7",
            "/post/7",
            "/text/",
            "/text//",
            "/text/a/b",
        ])
        .await;
}

#[tokio::test]
async fn captures_are_decoded_once_as_utf8() {
    let server = serve(App::new(routes![text, cow, string])).await;
    server
        .gives(&[
            ("/text/plain", "<plain>"),
            ("/text/a%20b", "<a b>"),
            ("/text/caf%C3%A9", "<café>"),
            ("/text/caf%c3%a9", "<café>"),
            ("/text/café", "<café>"),
            ("/text/%F0%9F%A6%80", "<🦀>"),
            ("/text/a+b", "<a+b>"),
            ("/text/a%2Bb", "<a+b>"),
            ("/text/100%25", "<100%>"),
            ("/text/%2520", "<%20>"),
            ("/text/%252F", "<%2F>"),
            ("/text/%25zz", "<%zz>"),
            ("/text/%3Fa%3D1%23", "<?a=1#>"),
            ("/text/a;b=1,c:d@e!$&'()*~-._", "<a;b=1,c:d@e!$&'()*~-._>"),
            ("/text/%7Bname%7D", "<{name}>"),
            ("/text/...", "<...>"),
            ("/text/%252e%252e", "<%2e%2e>"),
            ("/cow/plain", "borrowed <plain>"),
            ("/cow/a+b", "borrowed <a+b>"),
            ("/cow/a%2Fb", "owned <a/b>"),
            ("/string/%C3%BC%2F", "<ü/>"),
        ])
        .await;
    server
        .refuses(400, &[("/text/a%00b", &[]), ("/text/a%0Ab", &[]), ("/text/.", &[]), ("/text/%2e%2e", &[])])
        .await;
}

#[get("/a/b")]
fn two_segments() -> &'static str {
    "a, b"
}

#[get("/{one}")]
fn one_segment(one: &str) -> String {
    format!("one: {one}")
}

#[tokio::test]
async fn an_encoded_slash_never_splits_a_segment() {
    let server = serve(App::new(routes![two_segments, one_segment])).await;
    server
        .gives(&[
            ("/a/b", "a, b"),
            ("/a%2Fb", "one: a/b"),
            ("/a%2fb", "one: a/b"),
            ("/%2F", "one: /"),
            ("/%2Fa%2Fb", "one: /a/b"),
            ("/%61/%62", "a, b"),
        ])
        .await;
    server.has_not(&["/a%2Fb/c", "/%2F/"]).await;
}

#[tokio::test]
async fn a_path_that_does_not_decode_is_a_bad_request() {
    let server = serve(App::new(routes![root, text])).await;
    server
        .refuses(
            400,
            &[
                ("/text/%", &["path", "UTF-8"]),
                ("/text/%4", &["path"]),
                ("/text/%zz", &["path"]),
                ("/text/%4g", &["path"]),
                ("/text/%%41", &["path"]),
                ("/text/%ff", &["path"]),
                ("/text/%C3", &["path"]),
                ("/text/%C3%28", &["path"]),
                ("/text/%ED%A0%80", &["path"]),
                ("/text/%C0%AF", &["path"]),
                ("/nowhere/%zz", &["path"]),
                ("/%", &["path"]),
            ],
        )
        .await;
}

#[tokio::test]
async fn bytes_that_are_not_utf8_are_refused_and_the_server_goes_on() {
    let server = serve(App::new(routes![text])).await;
    let mut client = server.connect().await;
    client.write(b"GET /text/\xff HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n").await;
    assert_eq!(client.response().await.status, 400);
    server.gives(&[("/text/on", "<on>")]).await;
}

#[get("/files/{name}.json")]
fn json_file(name: &str) -> String {
    format!("json {name}")
}

#[get("/@{user}")]
fn user(user: &str) -> String {
    format!("user {user}")
}

#[get("/release/v{number}-beta")]
fn beta(number: u32) -> String {
    format!("beta {number}")
}

#[tokio::test]
async fn a_capture_may_be_a_part_of_its_segment() {
    let server = serve(App::new(routes![json_file, user, beta])).await;
    server
        .gives(&[
            ("/files/a.json", "json a"),
            ("/files/a.b.json", "json a.b"),
            ("/files/.json.json", "json .json"),
            ("/files/a%2Fb.json", "json a/b"),
            ("/files/a%2Ejson", "json a"),
            ("/files/%25.json", "json %"),
            ("/@ada", "user ada"),
            ("/%40ada", "user ada"),
            ("/@@", "user @"),
            ("/release/v7-beta", "beta 7"),
        ])
        .await;
    server
        .has_not(&[
            "/files/.json",
            "/files/a.jso",
            "/files/a.json/",
            "/files/a.JSON",
            "/@",
            "/ada",
            "/release/v-beta",
            "/release/v7",
            "/files/a/b.json",
        ])
        .await;
    server.refuses(400, &[("/release/vx-beta", &["`number`", "`x`", "`u32`"])]).await;
}

#[get("/some/{*rest}")]
fn some(rest: &str) -> String {
    format!("some <{rest}>")
}

#[get("/any/{*rest?}")]
async fn any(rest: String) -> String {
    format!("any <{rest}>")
}

#[tokio::test]
async fn a_rest_takes_whole_segments() {
    let server = serve(App::new(routes![some, any])).await;
    server
        .gives(&[
            ("/some/a", "some <a>"),
            ("/some/a/b/c", "some <a/b/c>"),
            ("/some/a/", "some <a/>"),
            ("/some/a//b", "some <a//b>"),
            ("/some/a%2Fb/%C3%BC", "some <a/b/ü>"),
            ("/some/%252F", "some <%2F>"),
            ("/some/a?b=c", "some <a>"),
            ("/any", "any <>"),
            ("/any/", "any <>"),
            ("/any/a/b", "any <a/b>"),
        ])
        .await;
    server.has_not(&["/some", "/some/", "/anything", "/somewhere/a"]).await;
}

#[get("/{{braces}}")]
fn braces() -> &'static str {
    "braces"
}

#[get("/set/{{{name}}}")]
fn in_braces(name: &str) -> String {
    format!("in braces: {name}")
}

#[get("/größe/日本/{n}")]
fn unicode(n: u8) -> String {
    format!("unicode {n}")
}

#[get("/100%/a+b;c=d")]
fn signs() -> &'static str {
    "signs"
}

#[tokio::test]
async fn literals_are_written_decoded() {
    let server = serve(App::new(routes![braces, in_braces, unicode, signs])).await;
    server
        .gives(&[
            ("/%7Bbraces%7D", "braces"),
            ("/{braces}", "braces"),
            ("/set/%7Ba%7D", "in braces: a"),
            ("/gr%C3%B6%C3%9Fe/%E6%97%A5%E6%9C%AC/3", "unicode 3"),
            ("/größe/日本/3", "unicode 3"),
            ("/100%25/a+b;c=d", "signs"),
            ("/100%25/a%2Bb%3Bc%3Dd", "signs"),
        ])
        .await;
    server
        .has_not(&[
            "/braces",
            "/set/a",
            "/set/%7B%7D",
            "/gro%C3%9Fe/%E6%97%A5%E6%9C%AC/3",
            "/100%25/a%20b;c=d",
        ])
        .await;
}

#[post("/signs/100%")]
fn put_up() -> &'static str {
    "put up"
}

#[get("/signs/{name}")]
fn sign(name: &str) -> String {
    format!("sign <{name}>")
}

#[tokio::test]
async fn what_a_literal_has_for_another_method_is_decoded_as_a_capture() {
    let server = serve(App::new(routes![put_up, sign])).await;
    server.gives(&[("/signs/100%25", "sign <100%>"), ("/signs/100", "sign <100>")]).await;
}

#[get("/unused/{id}/{kind}")]
fn unused(_id: u64, _kind: &str) -> &'static str {
    "unused"
}

#[get("/raw/{type}/{match}?{fn}")]
fn r#loop(r#match: &str, r#type: u8, r#fn: Option<u8>) -> String {
    format!("{match} {type} {fn:?}", r#match = r#match, r#type = r#type, r#fn = r#fn)
}

#[tokio::test]
async fn captures_may_be_unused_or_have_the_names_of_keywords() {
    let server = serve(App::new(routes![unused, r#loop])).await;
    server
        .gives(&[("/unused/7/x", "unused"), ("/raw/3/a?fn=1", "a 3 Some(1)"), ("/raw/3/a", "a 3 None")])
        .await;
    // A value that is not used has its type all the same.
    server
        .refuses(400, &[("/unused/x/x", &["`id`", "`x`", "`u64`"]), ("/raw/x/a", &["`type`", "`x`", "`u8`"])])
        .await;
}

#[get("/deep/{a}/{b}/{c}/{d}/{e}/{f}/{g}/{h}")]
#[allow(clippy::too_many_arguments, reason = "that is what is tried")]
fn deep(a: u8, b: u8, c: u8, d: u8, e: u8, f: u8, g: u8, h: u8) -> String {
    format!("{a}{b}{c}{d}{e}{f}{g}{h}")
}

#[tokio::test]
async fn a_path_may_have_many_captures_and_be_long() {
    let server = serve(App::new(routes![deep, text, some])).await;
    server.gives(&[("/deep/1/2/3/4/5/6/7/8", "12345678")]).await;
    server.refuses(400, &[("/deep/1/2/3/4/5/6/7/x", &["`h`", "`x`"])]).await;
    let long = "a".repeat(8000);
    assert_eq!(server.get(&format!("/text/{long}")).await.text(), format!("<{long}>"));
    let many = "/a".repeat(4000);
    assert_eq!(server.get(&format!("/some{many}")).await.text(), format!("some <{}>", &many[1..]));
}
