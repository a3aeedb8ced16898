//! Redirects.

use super::*;

#[get("/")]
fn elsewhere() -> Redirect {
    Redirect::to("/posts/é b?q=%20")
}

#[get("/")]
fn split() -> Redirect {
    Redirect::permanent("/\r\nset-cookie: admin=1")
}

#[get("/posts/{id}")]
fn get_post(id: u64) -> String {
    id.to_string()
}

#[get("/old/{id}")]
fn old_post(id: u64) -> Redirect {
    Redirect::moved(get_post::path(id))
}

#[tokio::test]
async fn have_a_location_and_no_body() {
    let response = answer!(elsewhere);
    assert_eq!(response.status(), 303);
    assert_eq!(response.header("location"), Some("/posts/%C3%A9%20b?q=%20"));
    assert_eq!(response.header("content-type"), None);
    assert!(response.bytes().is_empty());

    let response = App::new(routes![get_post, old_post]).test().get("/old/7").send().await;
    assert_eq!((response.status().as_u16(), response.header("location")), (301, Some("/posts/7")));
}

#[tokio::test]
async fn cannot_split_the_response() {
    assert_broken(&answer!(split));
}

#[test]
fn have_the_status_of_their_name() {
    let all = [
        Redirect::moved("/"),
        Redirect::found("/"),
        Redirect::to("/"),
        Redirect::temporary("/"),
        Redirect::permanent("/"),
    ];
    assert_eq!(all.each_ref().map(|redirect| redirect.status().as_u16()), [301, 302, 303, 307, 308]);
    assert_eq!(all[0].location(), "/");
}
