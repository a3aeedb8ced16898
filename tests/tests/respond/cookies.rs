//! Cookies to be kept.

use super::*;

#[post("/login")]
fn login() -> (SetCookies, &'static str) {
    let open = Cookie::build(("theme", "dark; é"))
        .secure(false)
        .http_only(false)
        .same_site(cookie::SameSite::Strict)
        .path("/a");
    (SetCookies::new().add(("session", "7f3a")).add(open).remove("legacy"), "welcome")
}

#[post("/split")]
fn split() -> (StatusCode, SetCookies, &'static str) {
    let cookie = Cookie::build(("a", "b")).path("/; Domain=example.org");
    (StatusCode::CREATED, SetCookies::new().add(("c", "d")).add(cookie), "text")
}

#[tokio::test]
async fn are_set_to_the_safe_side() {
    let response = App::new(routes![login]).test().post("/login").send().await;
    let lines: Vec<_> =
        response.headers().get_all("set-cookie").iter().map(|v| v.to_str().unwrap()).collect();
    assert_eq!(lines[0], "session=7f3a; HttpOnly; SameSite=Lax; Secure; Path=/");
    assert_eq!(lines[1], "theme=dark%3B%20%C3%A9; SameSite=Strict; Path=/a");
    assert!(lines[2].starts_with("legacy=; HttpOnly; SameSite=Lax; Secure; Path=/; Max-Age=0; Expires="));
    assert_eq!((lines.len(), response.text()), (3, "welcome".to_owned()));
}

#[tokio::test]
async fn cannot_grow_attributes() {
    assert_broken(&App::new(routes![split]).test().post("/split").send().await);
}
