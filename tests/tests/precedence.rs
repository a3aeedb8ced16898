//! Which route answers where several could: the more specific one, and the lookup turns back.

mod support;

use fingerpost::{App, get, post, routes};
use support::serve;

#[get("/p/{*rest}")]
fn p_rest(rest: &str) -> String {
    format!("rest {rest}")
}

#[get("/p/{name}")]
fn p_capture(name: &str) -> String {
    format!("capture {name}")
}

#[get("/p/{name}.txt")]
fn p_partial(name: &str) -> String {
    format!("partial {name}")
}

#[get("/p/read-{name}.txt")]
fn p_longer_partial(name: &str) -> String {
    format!("longer partial {name}")
}

#[get("/p/readme.txt")]
fn p_literal() -> &'static str {
    "literal"
}

#[tokio::test]
async fn the_more_specific_route_answers_whatever_the_order() {
    let expected = [
        ("/p/readme.txt", "literal"),
        ("/p/%72eadme.txt", "literal"),
        ("/p/read-me.txt", "longer partial me"),
        ("/p/a.txt", "partial a"),
        ("/p/read-.txt", "partial read-"),
        ("/p/.txt", "capture .txt"),
        ("/p/a.md", "capture a.md"),
        ("/p/a/b", "rest a/b"),
        ("/p/readme.txt/", "rest readme.txt/"),
    ];
    let up = serve(App::new(routes![p_rest, p_capture, p_partial, p_longer_partial, p_literal])).await;
    up.gives(&expected).await;
    let down = serve(App::new(routes![p_literal, p_longer_partial, p_partial, p_capture, p_rest])).await;
    down.gives(&expected).await;
}

#[get("/t/{x}/c")]
fn t_capture_c(x: &str) -> String {
    format!("{x} then c")
}

#[get("/t/b/d")]
fn t_b_d() -> &'static str {
    "b, d"
}

#[get("/t/{*rest}")]
fn t_rest(rest: &str) -> String {
    format!("rest {rest}")
}

#[post("/t/b/e")]
fn t_b_e() -> &'static str {
    "posted"
}

#[tokio::test]
async fn the_lookup_turns_back_where_a_way_ends() {
    let server = serve(App::new(routes![t_capture_c, t_b_d, t_b_e, t_rest])).await;
    server
        .gives(&[
            ("/t/b/d", "b, d"),
            ("/t/b/c", "b then c"),
            ("/t/b", "rest b"),
            ("/t/b/e", "rest b/e"),
            ("/t/b/c/d", "rest b/c/d"),
            ("/t/z/c", "z then c"),
        ])
        .await;
    assert_eq!(server.request("POST", "/t/b/e").await.text(), "posted");
}
