//! Where the document is served, and the page to read it on.

use fingerpost::openapi::Info;
use fingerpost::{App, NoContent, SecurityHeaders, TestResponse, get, post, routes};
use serde_json::Value;

use super::support::serve;
use super::{api, document};

fn info() -> Info {
    Info::new("Everything", "1.0.0").tag("posts", "What people write.")
}

#[tokio::test]
async fn json_and_yaml_are_the_document() {
    let server = serve(App::new(api::table).openapi(info())).await;
    let mut client = server.connect().await;
    let json = client.request("GET", "/openapi.json").await;
    assert_eq!((json.status, json.header("content-type")), (200, Some("application/json")));
    assert_eq!(serde_json::from_str::<Value>(&json.text()).unwrap(), *document().value());
    let yaml = client.request("GET", "/openapi.yaml").await;
    assert_eq!((yaml.status, yaml.header("content-type")), (200, Some("application/yaml")));
    assert_eq!(yaml.text(), document().to_yaml());
    let head = client.request("HEAD", "/openapi.json").await;
    assert_eq!((head.status, head.text()), (200, String::new()));
    let other = client.request("POST", "/openapi.json").await;
    assert_eq!((other.status, other.header("allow")), (405, Some("GET, HEAD, OPTIONS")));
}

#[tokio::test]
async fn what_the_client_has_is_not_sent_again() {
    let app = App::new(api::table).openapi(info()).test();
    let first = app.get("/openapi.json").send().await;
    let tag = first.header("etag").unwrap().to_owned();
    for known in [tag.clone(), format!("W/{tag}"), format!("\"other\", {tag}"), "*".to_owned()] {
        let again = app.get("/openapi.json").header("if-none-match", &known).send().await;
        assert_eq!((again.status().as_u16(), again.text()), (304, String::new()), "{known}");
        assert_eq!(again.header("etag"), Some(&*tag));
    }
    let other = app.get("/openapi.json").header("if-none-match", "\"other\"").send().await;
    assert_eq!(other.status(), 200);
    let yaml = app.get("/openapi.yaml").send().await;
    assert_ne!(yaml.header("etag"), Some(&*tag));
}

#[tokio::test]
async fn an_app_that_does_not_ask_has_no_document() {
    let app = App::new(api::table).test();
    assert_eq!(app.get("/openapi.json").send().await.status(), 404);
    assert_eq!(app.get("/docs").send().await.status(), 404);
}

#[tokio::test]
async fn the_page_and_all_that_it_needs_come_from_the_app() {
    for (path, base) in [("/docs", ""), ("/internal/docs", "/internal")] {
        let app = App::new(api::table).openapi(Info::new("A & <B>", "1")).docs(path).test();
        let page = app.get(path).send().await;
        assert_eq!(
            (page.status().as_u16(), page.header("content-type")),
            (200, Some("text/html; charset=utf-8"))
        );
        let page = page.text();
        assert!(page.contains("<title>A &amp; &lt;B&gt;</title>") && !page.contains("//"), "{page}");
        let mut links: Vec<&str> = page.split("src=\"").chain(page.split("href=\"")).collect();
        links.retain(|link| link.starts_with("docs/"));
        assert_eq!(links.len(), 3, "{page}");
        for link in links {
            let link = link.split('"').next().unwrap();
            let part = app.get(format!("{base}/{link}")).header("accept-encoding", "gzip, br").send().await;
            assert_eq!(part.status(), 200, "{link}");
            assert!(part.header("etag").is_some() && !part.bytes().is_empty(), "{link}");
        }
        let script = app.get(format!("{path}/swagger-ui.js")).send().await;
        assert_eq!(script.header("content-encoding"), Some("gzip"));
        assert_eq!(script.bytes()[..2], [0x1F, 0x8B]);
    }
}

#[tokio::test]
async fn who_takes_no_gzip_is_told() {
    let app = App::new(api::table).openapi(info()).docs("/docs").test();
    for (codings, status) in [
        ("identity", 406),
        ("gzip;q=0", 406),
        ("br, *;q=0", 406),
        ("", 406),
        ("gzip", 200),
        ("br;q=1.0, gzip;q=0.5", 200),
        ("*", 200),
    ] {
        let response = app.get("/docs/swagger-ui.css").header("accept-encoding", codings).send().await;
        assert_eq!(response.status(), status, "{codings}");
    }
}

#[get("/openapi.json")]
fn own() -> &'static str {
    "my own"
}

#[get("/docs")]
fn own_docs() -> &'static str {
    "my own"
}

#[post("/openapi.json")]
fn other_method() -> NoContent {
    NoContent
}

#[test]
fn a_path_that_is_taken_keeps_the_app_from_starting() {
    let error = App::new(routes![own]).openapi(info()).into_service().unwrap_err().to_string();
    assert!(error.contains("at `/openapi.json`, where `own` in "), "{error}");
    let error =
        App::new(routes![own_docs]).openapi(info()).docs("/docs").into_service().unwrap_err().to_string();
    assert!(error.contains("at `/docs`, where `own_docs` in "), "{error}");
    let error = App::new(routes![other_method]).openapi(info()).into_service().unwrap_err().to_string();
    assert!(error.contains("where `other_method` in "), "{error}");
    assert!(App::new(routes!["/api" => own]).openapi(info()).into_service().is_ok());
}

#[test]
fn a_page_needs_a_document_and_a_path() {
    let error = App::new(routes![]).docs("/docs").into_service().unwrap_err().to_string();
    assert!(error.contains("add `.openapi(…)`"), "{error}");
    for path in ["docs", "", "/docs/", "/", "/{docs}", "/docs?x"] {
        let error = App::new(routes![]).openapi(info()).docs(path).into_service().unwrap_err().to_string();
        assert!(error.contains("is no path for a page"), "{path}: {error}");
    }
}

#[test]
fn the_service_shows_its_document() {
    let service = App::new(api::table).openapi(info()).into_service().unwrap();
    assert_eq!(service.openapi(), Some(&document()));
    assert!(App::new(api::table).into_service().unwrap().openapi().is_none());
}

#[tokio::test]
async fn the_page_says_what_it_may_load_where_the_app_says_nothing_may_be() {
    let app =
        App::new(api::table).openapi(info()).docs("/docs").security_headers(SecurityHeaders::api()).test();
    let policy = |response: &TestResponse| response.header("content-security-policy").unwrap().to_owned();
    let page = policy(&app.get("/docs").send().await);
    assert!(page.contains("script-src 'self'") && page.contains("frame-ancestors 'none'"), "{page}");
    assert!(!policy(&app.get("/openapi.json").send().await).contains("script-src"));
}
