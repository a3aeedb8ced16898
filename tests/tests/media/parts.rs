//! Layers around a part of the app: which requests they see, in whatever spelling, and in which order.

use fingerpost::http::Request;
use fingerpost::middleware::{Next, from_fn};
use fingerpost::{
    App, Body, HeaderName, HeaderValue, Html, Problem, Responder, Response, TrailingSlash, WebSocketUpgrade,
    get, post, problem, routes,
};
use tower_http::set_header::SetResponseHeaderLayer;

use crate::support::serve;

#[get("/")]
fn home() -> &'static str {
    "home"
}

mod admin {
    use fingerpost::{Problem, get, problem, routes};

    #[get("/")]
    fn overview() -> &'static str {
        "overview"
    }

    #[get("/users/{name}")]
    fn user(name: &str) -> String {
        format!("user {name}")
    }

    #[get("/gone")]
    fn gone() -> Result<(), Problem> {
        Err(problem!(410, "long ago"))
    }

    routes! { pub table = [overview, user, gone] }
}

#[get("/administrators")]
fn administrators() -> &'static str {
    "administrators"
}

#[get("/{any}")]
fn any(any: &str) -> String {
    format!("any {any}")
}

/// Adds a name to `seen`.
fn seen(name: &'static str) -> SetResponseHeaderLayer<HeaderValue> {
    SetResponseHeaderLayer::appending(HeaderName::from_static("seen"), HeaderValue::from_static(name))
}

#[tokio::test]
async fn a_layer_sees_what_is_at_its_path_and_below_and_no_more() {
    let app = App::new(routes![home, administrators, any, "/admin" => admin::table])
        .layer_at("/admin", seen("admin"));
    let server = serve(app).await;
    for (target, status, is_seen) in [
        ("/admin", 200, true),
        ("/admin/users/ada", 200, true),
        ("/admin/gone", 410, true),
        ("/admin/none", 404, true),
        ("/admin/", 404, true),
        ("/admin?x=/", 200, true),
        ("/", 200, false),
        ("/administrators", 200, false),
        ("/adminx", 200, false),
        ("/Admin", 200, false),
        ("/none/admin", 404, false),
        ("//admin", 404, false),
    ] {
        let response = server.get(target).await;
        assert_eq!((response.status, response.header("seen").is_some()), (status, is_seen), "{target}");
    }
    let response = server.request("OPTIONS", "/admin/gone").await;
    assert_eq!((response.status, response.header("seen")), (204, Some("admin")));
    let response = server.request("DELETE", "/admin/gone").await;
    assert_eq!((response.status, response.header("seen")), (405, Some("admin")));
}

/// Whoever is kept out by a layer does not come in by another spelling of the path.
#[tokio::test]
async fn no_spelling_of_a_path_goes_past_its_layer() {
    async fn shut(_: Request<Body>, _: Next) -> Result<Response, Problem> {
        Err(problem!(403, "shut"))
    }
    for policy in [TrailingSlash::Strict, TrailingSlash::Redirect, TrailingSlash::Ignore] {
        let app = App::new(routes![home, any, "/admin" => admin::table])
            .trailing_slash(policy)
            .layer_at("/admin", from_fn(shut));
        let server = serve(app).await;
        for target in [
            "/admin",
            "/%61dmin",
            "/%61%64%6d%69%6E/users/ada",
            "/admin/",
            "/admin/users/ada/",
            "/admin//",
            "/admin/%2e",
            "/admin/users/%2F",
            "http://a.example/admin",
        ] {
            let response = server.get(target).await;
            assert!(matches!(response.status, 400 | 403), "{target}: {}", response.status);
            assert!(!response.text().contains("user"), "{target}");
        }
        // They are other paths: no route of the part answers them.
        for target in ["/admin%2Fgone", "/ADMIN", "/.%2Fadmin", "/x/..%2fadmin", "/x/../admin"] {
            let response = server.get(target).await;
            assert!(matches!(response.status, 400 | 404) || response.text().starts_with("any "), "{target}");
        }
    }
}

#[tokio::test]
async fn layers_of_parts_keep_their_order_among_the_others() {
    let app = App::new(routes![home, "/admin" => admin::table])
        .layer(seen("first"))
        .layer_at("/admin", seen("second"))
        .layer_at("/admin/users", seen("third"))
        .layer(seen("fourth"));
    let server = serve(app).await;
    for (target, names) in [
        ("/", "first, fourth"),
        ("/admin", "first, second, fourth"),
        ("/admin/users/ada", "first, second, third, fourth"),
    ] {
        let response = server.get(target).await;
        assert_eq!(response.headers("seen").join(", "), names, "{target}");
        let head = server.request("HEAD", target).await;
        assert_eq!(
            (head.status, &*head.body, head.headers("seen").join(", ")),
            (200, &b""[..], names.to_owned()),
            "{target}"
        );
    }
}

/// What goes beside a layer is answered as if there were none.
#[tokio::test]
async fn a_request_beside_a_layer_keeps_what_it_has() {
    #[post("/length")]
    fn length(body: String) -> String {
        body.len().to_string()
    }
    let app = App::new(routes![home, length, "/admin" => admin::table])
        .layer_at("/admin", seen("admin"))
        .body_limit(10);
    let server = serve(app).await;
    let mut client = server.connect().await;
    for _ in 0..3 {
        client.send("POST", "/length", &[], b"12345").await;
        assert_eq!(client.response().await.text(), "5");
        client.send("GET", "/admin", &[], b"").await;
        assert_eq!(client.response().await.text(), "overview");
        client.send("HEAD", "/", &[], b"").await;
        let head = client.response_to("HEAD").await;
        assert_eq!((head.status, head.header("content-length")), (200, Some("4")));
    }
    assert_eq!(server.send("POST", "/length", &[], b"12345678901").await.status, 413);
}

#[tokio::test]
async fn a_socket_beside_a_layer_and_behind_it_is_switched() {
    #[get("/ws")]
    fn beside(upgrade: WebSocketUpgrade) -> fingerpost::SwitchingProtocols {
        upgrade.on_upgrade(async |mut socket| {
            let _ = socket.send("beside").await;
        })
    }
    #[get("/part/ws")]
    fn behind(upgrade: WebSocketUpgrade) -> fingerpost::SwitchingProtocols {
        upgrade.on_upgrade(async |mut socket| {
            let _ = socket.send("behind").await;
        })
    }
    use futures_util::StreamExt as _;
    let app = App::new(routes![beside, behind]).layer_at("/part", seen("part")).layer(seen("all"));
    let server = serve(app).await;
    for (path, said) in [("/ws", "beside"), ("/part/ws", "behind")] {
        let (mut socket, _) = tokio_tungstenite::connect_async(format!("ws://{}{path}", server.address))
            .await
            .expect("a WebSocket");
        let message = socket.next().await.expect("a message").expect("a message");
        assert_eq!(message.to_text().expect("text"), said);
    }
}

#[test]
fn a_part_that_is_none_keeps_the_app_from_starting() {
    let why = |path: &str| -> String {
        let app = App::new(routes![home, "/admin" => admin::table]).layer_at(path, seen("never"));
        app.into_service().err().map(|error| error.to_string()).unwrap_or_default()
    };
    assert_eq!(why("/admin"), "");
    assert_eq!(why("/admin/users/ada"), "");
    assert_eq!(why("/admn"), "no route is at `/admn` or below it, where a layer was put");
    assert_eq!(
        why("/admin/users/ada/x"),
        "no route is at `/admin/users/ada/x` or below it, where a layer was put"
    );
    let wrong = |path: &str, reason: &str| {
        assert_eq!(
            why(path),
            format!("`{path}` is not the path of a part of the app, such as `/admin`: {reason}")
        );
    };
    wrong("admin", "it does not begin with `/`");
    wrong("", "it does not begin with `/`");
    wrong("/admin/", "it ends with `/`");
    wrong("/", "it is all of the app, which has `layer`");
    wrong("/admin/users/{name}", "it is literal text, as the prefix of a table is");
    wrong("/admin?x", "it is a path alone");
}

#[tokio::test]
async fn the_failure_of_a_middleware_is_written_as_a_handlers_is() {
    async fn shut(_: Request<Body>, _: Next) -> Result<Response, Problem> {
        Err(problem!(403, "shut"))
    }
    let app = || {
        App::new(routes![home, "/admin" => admin::table]).layer_at("/admin", from_fn(shut)).layer(seen("all"))
    };
    let server = serve(app()).await;
    let response = server.get("/admin").await;
    assert_eq!((response.status, response.problem().detail.as_deref()), (403, Some("shut")));
    assert_eq!(response.header("x-content-type-options"), Some("nosniff"));
    let pages = app().on_failure(|request, problem| {
        let accept = request.headers.get("accept")?.to_str().ok()?;
        let page = Html(format!("<h1>{} {}</h1>", problem.status().as_u16(), request.uri.path()));
        (accept == "text/html").then(|| page.into_response())
    });
    let server = serve(pages).await;
    for (target, status, page) in
        [("/admin", 403, "<h1>403 /admin</h1>"), ("/none", 404, "<h1>404 /none</h1>")]
    {
        let response = server.send("GET", target, &["accept: text/html"], b"").await;
        assert_eq!((response.status, &*response.text()), (status, page), "{target}");
        assert_eq!(response.header("seen"), Some("all"), "{target}");
    }
}

#[tokio::test]
async fn a_middleware_that_panics_is_500_and_the_connection_stays() {
    async fn fall(request: Request<Body>, next: Next) -> Response {
        assert!(request.uri().path() != "/admin", "of a secret");
        next.run(request).await
    }
    fn fall_at_once(request: Request<Body>, next: Next) -> impl Future<Output = Response> + Send {
        assert!(request.uri().path() != "/admin/gone", "of a secret");
        next.run(request)
    }
    let app =
        App::new(routes![home, "/admin" => admin::table]).layer(from_fn(fall)).layer(from_fn(fall_at_once));
    let server = serve(app).await;
    let mut client = server.connect().await;
    for target in ["/admin", "/admin/gone"] {
        let response = client.request("GET", target).await;
        assert_eq!((response.status, response.problem().detail), (500, None), "{target}");
        assert_eq!(client.request("GET", "/").await.text(), "home");
    }
}

/// A middleware may read the body, and hand on another; and answer with anything.
#[tokio::test]
async fn a_middleware_changes_what_goes_in_and_what_comes_out() {
    #[post("/shout")]
    fn shout(body: String) -> String {
        body
    }
    async fn upper(request: Request<Body>, next: Next) -> Result<(fingerpost::StatusCode, String), Problem> {
        let (head, mut body) = request.into_parts();
        let mut text = String::new();
        while let Some(bytes) = body.chunk().await? {
            text.push_str(&String::from_utf8_lossy(&bytes));
        }
        let response = next.run(Request::from_parts(head, text.to_uppercase().into())).await;
        Ok((fingerpost::StatusCode::ACCEPTED, format!("{} was made", response.status())))
    }
    let server = serve(App::new(routes![shout]).layer(from_fn(upper))).await;
    let response = server.send("POST", "/shout", &[], b"loud").await;
    assert_eq!((response.status, &*response.text()), (202, "200 OK was made"));
    assert_eq!(response.header("content-type"), Some("text/plain; charset=utf-8"));
}

/// A middleware within a stack of other layers is what it is alone.
#[tokio::test]
async fn a_middleware_within_a_stack_of_layers_writes_its_failure() {
    async fn shut(request: Request<Body>, next: Next) -> Result<Response, Problem> {
        if request.uri().path() == "/admin" {
            Err(problem!(403, "shut"))
        } else {
            Ok(next.run(request).await)
        }
    }
    let app = || App::new(routes![home, "/admin" => admin::table]);
    for app in [app().layer((seen("stack"), from_fn(shut))), app().layer(from_fn(shut)).layer(seen("stack"))]
    {
        let server = serve(app).await;
        let response = server.get("/admin").await;
        assert_eq!((response.status, response.problem().detail.as_deref()), (403, Some("shut")));
        assert_eq!(response.header("seen"), Some("stack"));
        let response = server.get("/admin/gone").await;
        assert_eq!((response.status, response.problem().detail.as_deref()), (410, Some("long ago")));
        assert_eq!(server.get("/").await.text(), "home");
    }
}
