//! What a route declares of its answers: status, media type, headers; of the success alone.

mod support;

use fingerpost::{
    App, AppendHeaders, Html, Json, Problem, Redirect, StatusCode, delete, get, post, route, routes,
};
use serde_json::{Value, json};
use support::serve;

mod status {
    use super::*;

    const TEAPOT: u16 = 418;

    mod codes {
        use fingerpost::StatusCode;

        pub(super) const ACCEPTED: u16 = 202;
        pub(super) const DONE: StatusCode = StatusCode::RESET_CONTENT;
    }

    #[route(PUT, "/database", status = 201)]
    fn database() {}

    #[get("/number", status = 203)]
    fn number() -> &'static str {
        "number"
    }

    #[get("/name", status = NON_AUTHORITATIVE_INFORMATION)]
    async fn name() -> &'static str {
        "name"
    }

    #[get("/constant", status = TEAPOT)]
    fn constant() -> &'static str {
        "constant"
    }

    #[get("/path", status = codes::ACCEPTED)]
    fn path() -> Json<u8> {
        Json(1)
    }

    #[get("/type", status = codes::DONE)]
    fn typed() {}

    #[get("/http", status = fingerpost::StatusCode::PARTIAL_CONTENT)]
    fn http() -> String {
        "http".to_owned()
    }

    #[get("/undeclared")]
    fn undeclared() -> &'static str {
        "undeclared"
    }

    #[delete("/nothing")]
    fn nothing() {}

    #[get("/failure", status = 404)]
    fn failure() -> &'static str {
        "declared as a failure"
    }

    #[tokio::test]
    async fn may_be_a_number_a_name_or_a_constant() {
        let table =
            routes![database, number, name, constant, path, typed, http, undeclared, nothing, failure];
        let server = serve(App::new(table)).await;
        for (method, target, status, reason, body) in [
            ("PUT", "/database", 201, "Created", ""),
            ("GET", "/number", 203, "Non Authoritative Information", "number"),
            ("GET", "/name", 203, "Non Authoritative Information", "name"),
            ("GET", "/constant", 418, "I'm a teapot", "constant"),
            ("GET", "/path", 202, "Accepted", "1"),
            ("GET", "/type", 205, "Reset Content", ""),
            ("GET", "/http", 206, "Partial Content", "http"),
            ("GET", "/undeclared", 200, "OK", "undeclared"),
            ("DELETE", "/nothing", 204, "No Content", ""),
            ("GET", "/failure", 404, "Not Found", "declared as a failure"),
        ] {
            let response = server.request(method, target).await;
            let seen = (response.status, response.reason.as_str(), response.text());
            assert_eq!(seen, (status, reason, body.to_owned()), "{method} {target}");
        }
        let created = server.request("PUT", "/database").await;
        assert_eq!((created.header("content-length"), created.header("content-type")), (Some("0"), None));
        // A 204 has neither body nor length (RFC 9110 §8.6).
        assert_eq!(server.request("DELETE", "/nothing").await.header("content-length"), None);
    }
}

mod parts {
    use super::*;

    #[get(
        "/csv",
        content_type = "text/csv; charset=utf-8",
        header("Cache-Control" = "no-store"),
        header("X-Rows" = "2"),
    )]
    fn csv() -> &'static str {
        "a\nb\n"
    }

    #[get("/json", content_type = "application/vnd.api+json")]
    async fn vendor_json() -> Json<Value> {
        Json(json!({ "data": 1 }))
    }

    #[get("/html", content_type = "application/xhtml+xml", header("vary" = "accept"), header("Vary" = "cookie"))]
    fn html() -> Html<&'static str> {
        Html("<p/>")
    }

    /// The declared value stands for the responder's own.
    #[get("/replaced", header("X-Own" = "declared"))]
    fn replaced() -> ([(&'static str, &'static str); 2], &'static str) {
        ([("x-own", "mine"), ("x-other", "kept")], "replaced")
    }

    #[get("/link", header("Link" = "</a>; rel=\"next\""))]
    fn link() -> (AppendHeaders<[(&'static str, &'static str); 1]>, &'static str) {
        (AppendHeaders([("x-appended", "1")]), "link")
    }

    #[tokio::test]
    async fn are_added_to_the_success() {
        let server = serve(App::new(routes![csv, vendor_json, html, replaced, link])).await;
        let response = server.get("/csv").await;
        assert_eq!(response.headers("content-type"), ["text/csv; charset=utf-8"]);
        assert_eq!(
            (response.header("cache-control"), response.header("x-rows")),
            (Some("no-store"), Some("2"))
        );
        assert_eq!(response.text(), "a\nb\n");
        let head = server.request("HEAD", "/csv").await;
        assert_eq!(
            (head.header("content-type"), head.header("x-rows")),
            (response.header("content-type"), Some("2"))
        );

        let response = server.get("/json").await;
        assert_eq!(response.headers("content-type"), ["application/vnd.api+json"]);
        assert_eq!(response.json(), json!({ "data": 1 }));

        let response = server.get("/html").await;
        assert_eq!(response.headers("content-type"), ["application/xhtml+xml"]);
        assert_eq!(response.headers("vary"), ["accept", "cookie"]);

        let response = server.get("/replaced").await;
        assert_eq!((response.headers("x-own"), response.header("x-other")), (vec!["declared"], Some("kept")));
        let response = server.get("/link").await;
        assert_eq!(
            (response.header("link"), response.header("x-appended")),
            (Some("</a>; rel=\"next\""), Some("1"))
        );
    }

    #[get("/result/{n}", status = 203, content_type = "text/x-n", header("X-Declared" = "yes"))]
    fn result(n: u8) -> Result<String, Problem> {
        if n > 9 { Err(Problem::new(409).detail("too much")) } else { Ok(n.to_string()) }
    }

    #[get("/option/{n}", status = 203, content_type = "text/x-n", header("X-Declared" = "yes"))]
    async fn option(n: u8) -> Option<String> {
        (n <= 9).then(|| n.to_string())
    }

    #[get("/both/{n}", status = 203, content_type = "text/x-n", header("X-Declared" = "yes"))]
    async fn both(n: u8) -> Result<Option<String>, (StatusCode, &'static str)> {
        match n {
            0..=4 => Ok(Some(n.to_string())),
            5..=9 => Ok(None),
            _ => Err((StatusCode::BAD_GATEWAY, "elsewhere")),
        }
    }

    #[get("/redirect/{n}", content_type = "text/x-n", header("X-Declared" = "yes"))]
    fn redirect(n: u8) -> Result<String, Redirect> {
        if n > 9 { Err(Redirect::to("/result/9")) } else { Ok(n.to_string()) }
    }

    #[tokio::test]
    async fn are_of_the_success_alone() {
        let server = serve(App::new(routes![result, option, both, redirect])).await;
        for target in ["/result/3", "/option/3", "/both/3"] {
            let response = server.get(target).await;
            assert_eq!((response.status, response.text().as_str()), (203, "3"), "{target}");
            assert_eq!(
                (response.header("content-type"), response.header("x-declared")),
                (Some("text/x-n"), Some("yes"))
            );
        }
        for (target, status) in [
            ("/result/10", 409),
            ("/result/x", 400),
            ("/result/1000", 400),
            ("/option/10", 404),
            ("/option/x", 400),
            ("/both/5", 404),
            ("/both/10", 502),
            ("/redirect/10", 303),
        ] {
            let response = server.get(target).await;
            assert_eq!((response.status, response.header("x-declared")), (status, None), "{target}");
            assert_ne!(response.header("content-type"), Some("text/x-n"), "{target}");
        }
        let response = server.request("POST", "/result/3").await;
        assert_eq!((response.status, response.header("x-declared")), (405, None));
    }

    #[get("/documented/{id}", tag = "one", tag = "two", operation_id = "getIt", hidden)]
    #[deprecated]
    fn documented(id: u8) -> String {
        id.to_string()
    }

    #[post("/all", status = 201, content_type = "text/plain", header("X-A" = "b"), body_limit = "1 KiB",
        timeout = "5 s", blocking, tag = "all", operation_id = "all", hidden,)]
    fn all(body: String) -> String {
        body
    }

    #[tokio::test]
    #[allow(deprecated, reason = "that is what is mounted")]
    async fn that_only_document_change_nothing() {
        let server = serve(App::new(routes![documented, all])).await;
        server.gives(&[("/documented/7", "7")]).await;
        let response = server.send("POST", "/all", &[], b"every key").await;
        assert_eq!((response.status, response.text().as_str()), (201, "every key"));
        assert_eq!(
            (response.header("content-type"), response.header("x-a")),
            (Some("text/plain"), Some("b"))
        );
    }
}
