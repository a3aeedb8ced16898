//! Files: whole, in ranges, or not at all where the client has them; and nothing outside of the folder.

use std::fs;
use std::path::{Path, PathBuf};

use fingerpost::{App, Dir, FileRequest, NamedFile, Problem, get, routes};

use crate::support::{Response, Server, serve};

const TEXT: &str = "0123456789abcdef";

/// A folder of this name, new, with files in it and around it.
fn folder(name: &str) -> PathBuf {
    let around = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&around);
    let root = around.join("public");
    for folder in ["docs", "bare", ".hidden", "a b"] {
        fs::create_dir_all(root.join(folder)).expect("a folder");
    }
    for (path, text) in [
        ("text.txt", TEXT),
        ("empty.txt", ""),
        ("page.html", "<p>"),
        ("data.bin", "\0"),
        ("no-ending", "x"),
        ("K\u{e4}tzchen 100%.txt", "cat"),
        ("a b/c+d.txt", "space"),
        ("docs/index.html", "index"),
        ("docs/deep.txt", "deep"),
        (".env", "secret"),
        (".hidden/file.txt", "secret"),
        ("code.js", "plain"),
        ("code.js.gz", "gzipped"),
        ("code.js.br", "brotli"),
        ("../outside.txt", "secret"),
    ] {
        fs::write(root.join(path), text).expect("a file");
    }
    root
}

async fn server(name: &str) -> Server {
    serve(
        App::new(routes!["/static" => fingerpost::files]).state(Dir::new(folder(name)).expect("the folder")),
    )
    .await
}

async fn get_with(server: &Server, target: &str, head: &[&str]) -> Response {
    server.send("GET", target, head, b"").await
}

#[tokio::test]
async fn files_have_their_length_type_and_validators() {
    let server = server("types").await;
    let response = server.get("/static/text.txt").await;
    assert_eq!((response.status, &*response.text()), (200, TEXT));
    assert_eq!(response.header("content-length"), Some("16"));
    assert_eq!(response.header("accept-ranges"), Some("bytes"));
    assert_eq!(response.header("x-content-type-options"), Some("nosniff"));
    assert!(response.header("etag").is_some_and(|etag| etag.starts_with('"') && etag.ends_with('"')));
    assert!(response.header("last-modified").is_some_and(|time| time.ends_with(" GMT")));
    for (target, media_type) in [
        ("/static/text.txt", "text/plain; charset=utf-8"),
        ("/static/page.html", "text/html; charset=utf-8"),
        ("/static/code.js", "text/javascript; charset=utf-8"),
        ("/static/data.bin", "application/octet-stream"),
        ("/static/no-ending", "application/octet-stream"),
        ("/static/docs/", "text/html; charset=utf-8"),
    ] {
        assert_eq!(server.get(target).await.header("content-type"), Some(media_type), "{target}");
    }
    server
        .gives(&[
            ("/static/K%C3%A4tzchen%20100%25.txt", "cat"),
            ("/static/a%20b/c+d.txt", "space"),
            ("/static/te%78t.txt", TEXT),
            ("/static/empty.txt", ""),
            ("/static/docs/", "index"),
            ("/static/docs/deep.txt", "deep"),
        ])
        .await;
}

#[tokio::test]
async fn head_is_get_without_the_body() {
    let server = server("head").await;
    let (get, head) =
        (server.get("/static/text.txt").await, server.request("HEAD", "/static/text.txt").await);
    for name in ["content-length", "content-type", "etag", "last-modified", "accept-ranges"] {
        assert_eq!(head.header(name), get.header(name), "{name}");
    }
    // A range is for GET alone (RFC 9110 §14.2).
    let head = server.send("HEAD", "/static/text.txt", &["range: bytes=0-1"], b"").await;
    assert_eq!((head.status, head.header("content-length")), (200, Some("16")));
    assert_eq!(server.request("POST", "/static/text.txt").await.status, 405);
    assert_eq!(server.request("HEAD", "/static/none.txt").await.status, 404);
}

#[tokio::test]
async fn ranges_are_206_or_416() {
    let server = server("ranges").await;
    let ask = async |range: &str| get_with(&server, "/static/text.txt", &[&format!("range: {range}")]).await;
    for (range, text, content_range) in [
        ("bytes=0-3", "0123", "bytes 0-3/16"),
        ("bytes=10-", "abcdef", "bytes 10-15/16"),
        ("bytes=-2", "ef", "bytes 14-15/16"),
        ("bytes=15-99", "f", "bytes 15-15/16"),
        ("Bytes=0-0", "0", "bytes 0-0/16"),
    ] {
        let response = ask(range).await;
        assert_eq!((response.status, &*response.text()), (206, text), "{range}");
        assert_eq!(response.header("content-range"), Some(content_range), "{range}");
    }
    for range in ["bytes=16-", "bytes=99-100", "bytes=-0", "bytes=5-2", "bytes=x", "bytes="] {
        let response = ask(range).await;
        assert_eq!((response.status, response.header("content-range")), (416, Some("bytes */16")), "{range}");
        assert_eq!(response.problem().title, "Range Not Satisfiable");
    }
    // Several, and units that nobody knows, are passed over (RFC 9110 §14.2).
    for range in ["bytes=0-1,4-5", "lines=1-2", "nonsense"] {
        let response = ask(range).await;
        assert_eq!((response.status, &*response.text()), (200, TEXT), "{range}");
    }
    let twice = get_with(&server, "/static/text.txt", &["range: bytes=0-1", "range: bytes=2-3"]).await;
    assert_eq!(twice.status, 200);
}

#[tokio::test]
async fn a_range_of_another_version_is_the_whole() {
    let server = server("if-range").await;
    let file = server.get("/static/text.txt").await;
    let (etag, time) =
        (file.header("etag").unwrap_or_default(), file.header("last-modified").unwrap_or_default());
    let ask = async |range: &str, of: &str| {
        let head = [format!("range: {range}"), format!("if-range: {of}")];
        get_with(&server, "/static/text.txt", &[&head[0], &head[1]]).await
    };
    assert_eq!(ask("bytes=0-1", etag).await.text(), "01");
    assert_eq!(ask("bytes=0-1", time).await.text(), "01");
    for other in ["\"other\"", &format!("W/{etag}"), "Thu, 01 Jan 1970 00:00:00 GMT", "nonsense"] {
        for range in ["bytes=0-1", "bytes=99-"] {
            let response = ask(range, other).await;
            assert_eq!((response.status, &*response.text()), (200, TEXT), "{range} of {other}");
        }
    }
}

#[tokio::test]
async fn what_the_client_has_is_not_sent_again() {
    let server = server("conditions").await;
    let file = server.get("/static/text.txt").await;
    let (etag, time) =
        (file.header("etag").unwrap_or_default(), file.header("last-modified").unwrap_or_default());
    let (old, young) = ("Thu, 01 Jan 1970 00:00:00 GMT", "Fri, 01 Jan 2100 00:00:00 GMT");
    let other = "\"other\"";
    for (status, head) in [
        (304, vec![format!("if-none-match: {etag}")]),
        (304, vec![format!("if-none-match: {other}, W/{etag}")]),
        (304, vec!["if-none-match: *".to_owned()]),
        (200, vec![format!("if-none-match: {other}")]),
        (304, vec![format!("if-modified-since: {time}")]),
        (304, vec![format!("if-modified-since: {young}")]),
        (200, vec![format!("if-modified-since: {old}")]),
        (200, vec!["if-modified-since: nonsense".to_owned()]),
        // The tag is asked first (RFC 9110 §13.2.2).
        (200, vec![format!("if-none-match: {other}"), format!("if-modified-since: {young}")]),
        (200, vec![format!("if-match: {etag}")]),
        (412, vec![format!("if-match: {other}")]),
        (412, vec![format!("if-match: W/{etag}")]),
        (200, vec![format!("if-unmodified-since: {time}")]),
        (412, vec![format!("if-unmodified-since: {old}")]),
    ] {
        let lines: Vec<&str> = head.iter().map(String::as_str).collect();
        let response = get_with(&server, "/static/text.txt", &lines).await;
        assert_eq!(response.status, status, "{lines:?}");
        match status {
            304 => assert_eq!((response.header("etag"), response.body.len()), (Some(etag), 0)),
            412 => assert_eq!(response.problem().title, "Precondition Failed"),
            _ => assert_eq!(response.text(), TEXT),
        }
    }
}

#[tokio::test]
async fn a_file_that_changes_has_another_tag() {
    let root = folder("changed");
    let server =
        serve(App::new(routes![fingerpost::files]).state(Dir::new(&root).expect("the folder"))).await;
    let before = server.get("/text.txt").await;
    fs::write(root.join("text.txt"), "changed").expect("a file");
    let etag = format!("if-none-match: {}", before.header("etag").unwrap_or_default());
    let after = get_with(&server, "/text.txt", &[&etag]).await;
    assert_eq!((after.status, &*after.text()), (200, "changed"));
}

/// The target is sent as it is: no client of the field would.
#[tokio::test]
async fn no_spelling_leads_out_of_the_folder() {
    let root = folder("escape");
    let server =
        serve(App::new(routes!["/static" => fingerpost::files]).state(Dir::new(&root).expect("the folder")))
            .await;
    let outside = root.parent().expect("a folder around").join("outside.txt");
    let absolute = outside.display().to_string();
    let mut targets: Vec<String> = Vec::new();
    for up in [
        "..",
        "%2e%2e",
        ".%2e",
        "%2E.",
        "%252e%252e",
        "..%2f",
        "..%5c",
        "..\\",
        "%2e%2e%2f",
        "docs/..",
        "docs/../..",
        "docs/%2e%2e/%2e%2e",
        "docs%2f..%2f..",
        "docs\\..\\..",
        ".",
        "./..",
        "%2f..",
        "..;",
        "..%00",
        "%c0%ae%c0%ae",
        "%e0%80%ae",
        "..%c0%af",
        "....//..",
        "~",
        "a%20b/../..",
    ] {
        targets.push(format!("/static/{up}/outside.txt"));
        targets.push(format!("/static/{up}outside.txt"));
    }
    targets.extend([
        format!("/static/{absolute}"),
        format!("/static{}", absolute.replace('/', "%2f")),
        format!("/static/%2f{}", absolute.trim_start_matches('/')),
        "/static//etc/passwd".to_owned(),
        "/static/%2fetc%2fpasswd".to_owned(),
        "/static/file:%2f%2f%2fetc%2fpasswd".to_owned(),
        "/static/C:%5cWindows%5cwin.ini".to_owned(),
        "/static/../static/../outside.txt".to_owned(),
    ]);
    for target in &targets {
        let response = server.get(target).await;
        assert!(matches!(response.status, 400 | 404), "{target}: {} {}", response.status, response.text());
        assert!(!response.text().contains("secret") && !response.text().contains("root:"), "{target}");
    }
}

/// A proxy that guards `/static/docs/` would not know these for what is in there.
#[tokio::test]
async fn a_file_has_one_path() {
    let server = server("one-path").await;
    for target in [
        "/static/docs%2fdeep.txt",
        "/static/docs%2Fdeep.txt",
        "/static/docs%5cdeep.txt",
        "/static/docs//deep.txt",
        "/static//docs/deep.txt",
        "/static/./docs/deep.txt",
        "/static/docs/./deep.txt",
        "/static/docs/../docs/deep.txt",
        "/static/docs/deep.txt/",
        "/static/text.txt%00",
        "/static/text.txt%00.html",
        "/static/text.txt/x",
        "/static/TEXT.txt",
    ] {
        let response = server.get(target).await;
        assert!(matches!(response.status, 400 | 404), "{target}: {} {}", response.status, response.text());
    }
}

#[tokio::test]
async fn dot_files_are_not_there_unless_shown() {
    let root = folder("dots");
    link("../public/.env", &root.join("link-to-dot.txt"));
    let app = |dir: Dir| App::new(routes!["/static" => fingerpost::files]).state(dir);
    let targets = ["/static/.env", "/static/.hidden/file.txt", "/static/%2eenv", "/static/link-to-dot.txt"];
    let hidden = serve(app(Dir::new(&root).expect("the folder"))).await;
    hidden.has_not(&targets).await;
    let shown = serve(app(Dir::new(&root).expect("the folder").dot_files(true))).await;
    shown.gives(&targets.map(|target| (target, "secret"))).await;
    for target in ["/static/../outside.txt", "/static/.."] {
        assert!(matches!(shown.get(target).await.status, 400 | 404), "{target}");
    }
}

#[cfg(unix)]
fn link(to: &str, from: &Path) {
    std::os::unix::fs::symlink(to, from).expect("a link");
}

#[cfg(unix)]
#[tokio::test]
async fn links_are_followed_within_the_folder_alone() {
    let root = folder("links");
    link("text.txt", &root.join("inside.txt"));
    link("docs", &root.join("inside"));
    link("../outside.txt", &root.join("outside.txt"));
    link("..", &root.join("up"));
    link("/etc", &root.join("etc"));
    link("nowhere", &root.join("dangling"));
    let app = |dir: Dir| App::new(routes!["/static" => fingerpost::files]).state(dir);
    let strict = serve(app(Dir::new(&root).expect("the folder"))).await;
    strict.gives(&[("/static/inside.txt", TEXT), ("/static/inside/deep.txt", "deep")]).await;
    strict
        .has_not(&[
            "/static/outside.txt",
            "/static/up/outside.txt",
            "/static/etc/passwd",
            "/static/dangling",
            "/static/up/",
        ])
        .await;
    let lax = serve(app(Dir::new(&root).expect("the folder").links_out(true))).await;
    lax.gives(&[("/static/outside.txt", "secret"), ("/static/up/outside.txt", "secret")]).await;
}

#[cfg(unix)]
#[tokio::test]
async fn what_is_no_file_is_not_waited_for() {
    let root = folder("pipe");
    let made = std::process::Command::new("mkfifo").arg(root.join("pipe")).status().expect("mkfifo");
    assert!(made.success());
    let server = serve(
        App::new(routes!["/static" => fingerpost::files, named]).state(Dir::new(&root).expect("the folder")),
    )
    .await;
    server.has_not(&["/static/pipe", "/named/dev/zero", "/named/etc"]).await;
}

#[tokio::test]
async fn the_path_of_a_folder_ends_with_a_slash() {
    let root = folder("folders");
    fs::write(root.join("index.html"), "home").expect("a file");
    let server = serve(
        App::new(routes!["/a/b" => fingerpost::files, "/top" => nested])
            .state(Dir::new(&root).expect("the folder")),
    )
    .await;
    for (target, location) in [
        ("/a/b/docs", "/a/b/docs/"),
        ("/a/b/docs?x=1", "/a/b/docs/?x=1"),
        ("/a/b", "/a/b/"),
        ("/a/b/a%20b", ""),
    ] {
        let response = server.get(target).await;
        if location.is_empty() {
            // A folder without an index: its contents are not listed.
            let followed = server.get(response.header("location").unwrap_or(target)).await;
            assert_eq!(followed.status, 404, "{target}");
        } else {
            assert_eq!((response.status, response.header("location")), (307, Some(location)), "{target}");
        }
    }
    server.gives(&[("/a/b/", "home"), ("/a/b/docs/", "index"), ("/top/files/docs/", "index")]).await;
    server.has_not(&["/a/b/bare/", "/a/b/none/", "/a/b/text.txt/"]).await;
}

routes! { nested = ["/files" => fingerpost::files] }

#[tokio::test]
async fn a_precompressed_file_is_sent_to_who_takes_it() {
    let root = folder("compressed");
    let app = |dir: Dir| App::new(routes!["/static" => fingerpost::files]).state(dir);
    let server = serve(app(Dir::new(&root).expect("the folder").precompressed(true))).await;
    for (accepts, coding, text) in [
        ("gzip", Some("gzip"), "gzipped"),
        ("br, gzip;q=0.5", Some("br"), "brotli"),
        ("br;q=0.1, gzip", Some("gzip"), "gzipped"),
        ("identity", None, "plain"),
        ("gzip;q=0", None, "plain"),
        ("zstd", None, "plain"),
    ] {
        let response = get_with(&server, "/static/code.js", &[&format!("accept-encoding: {accepts}")]).await;
        assert_eq!((response.header("content-encoding"), &*response.text()), (coding, text), "{accepts}");
        assert_eq!(response.header("content-type"), Some("text/javascript; charset=utf-8"));
        assert_eq!(response.header("vary"), Some("accept-encoding"));
        // Each has a tag of its own.
        let etag = format!("if-none-match: {}", response.header("etag").unwrap_or_default());
        let again =
            get_with(&server, "/static/code.js", &[&format!("accept-encoding: {accepts}"), &etag]).await;
        assert_eq!((again.status, again.header("vary")), (304, Some("accept-encoding")));
    }
    let plain = serve(app(Dir::new(&root).expect("the folder"))).await;
    let response = get_with(&plain, "/static/code.js", &["accept-encoding: gzip"]).await;
    assert_eq!((&*response.text(), response.header("vary")), ("plain", None));
}

#[get("/named/{*path}")]
async fn named(path: &str, request: FileRequest) -> Result<NamedFile, Problem> {
    NamedFile::open(Path::new("/").join(path), request).await
}

struct Pictures(Dir);

#[get("/download/{name}", header("Cache-Control" = "private"))]
async fn download(name: &str, pictures: &Pictures, request: FileRequest) -> Result<NamedFile, Problem> {
    Ok(pictures.0.open(name, request).await?.download(&format!("{name}\r\nx: 1\"")))
}

#[tokio::test]
async fn a_handler_has_the_last_word() {
    let root = folder("download");
    let pictures = Pictures(Dir::new(&root).expect("the folder"));
    let server = serve(App::new(routes![named, download]).state(pictures)).await;
    let response = server.get("/download/text.txt").await;
    let disposition = "attachment; filename=\"text.txt__x: 1_\"; filename*=UTF-8''text.txt__x%3A%201%22";
    assert_eq!((response.status, response.header("content-disposition")), (200, Some(disposition)));
    assert_eq!(response.header("cache-control"), Some("private"));
    let none = server.get("/download/none.txt").await;
    assert_eq!((none.status, none.header("cache-control")), (404, None));
    let range = get_with(&server, "/download/text.txt", &["range: bytes=0-0"]).await;
    assert_eq!((range.status, range.header("cache-control")), (206, Some("private")));
    let path = root.join("text.txt").display().to_string();
    assert_eq!(server.get(&format!("/named{path}")).await.text(), TEXT);
    server.has_not(&[&format!("/named{path}x")]).await;
}

#[tokio::test]
async fn a_folder_that_is_not_there_is_told_at_the_start() {
    let root = folder("missing");
    let error = Dir::new(root.join("none")).expect_err("there is none").to_string();
    assert!(error.contains("none") && error.contains("cannot serve the files"), "{error}");
    Dir::new(root.join("text.txt")).expect_err("it is a file");
}

#[tokio::test]
async fn a_large_file_is_sent_whole_on_a_connection_that_stays() {
    let root = folder("large");
    let large: Vec<u8> = (0..3_000_000_u32).map(|number| number.to_le_bytes()[0]).collect();
    fs::write(root.join("large.bin"), &large).expect("a file");
    let server =
        serve(App::new(routes!["/static" => fingerpost::files]).state(Dir::new(&root).expect("the folder")))
            .await;
    let mut client = server.connect().await;
    for _ in 0..2 {
        assert!(client.request("GET", "/static/large.bin").await.body == large);
    }
    client.send("GET", "/static/large.bin", &["range: bytes=1000000-2000000"], b"").await;
    assert!(client.response().await.body == large[1_000_000..=2_000_000]);
}
