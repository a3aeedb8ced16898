//! HTML, written or from templates.

use super::*;

#[get("/")]
fn html() -> Html<String> {
    Html("<p>".to_owned())
}

#[get("/")]
fn page(pages: &Environment<'static>) -> Page {
    Page::new(pages, "hello.html", context! { name => "<b>" })
}

#[get("/", status = 201)]
fn missing(pages: &Environment<'static>) -> Page {
    Page::new(pages, "other.html", ())
}

#[get("/")]
fn of_serde(pages: &Environment<'static>) -> (StatusCode, Page) {
    let context = BTreeMap::from([("name", "Ada")]);
    (StatusCode::CREATED, Page::new(pages, "hello.html", minijinja::value::Serde(&context)))
}

fn environment() -> Environment<'static> {
    let mut pages = Environment::new();
    pages.add_template("hello.html", "<p>{{ name }}").unwrap();
    pages
}

#[tokio::test]
async fn are_html() {
    assert_typed(&answer!(html), HTML, b"<p>");
}

#[tokio::test]
async fn are_rendered_from_templates() {
    let response = App::new(routes![page]).state(environment()).test().get("/").send().await;
    assert_typed(&response, HTML, b"<p>&lt;b&gt;");
    let response = App::new(routes![of_serde]).state(environment()).test().get("/").send().await;
    assert_eq!((response.status().as_u16(), response.text()), (201, "<p>Ada".to_owned()));
}

#[tokio::test]
async fn that_cannot_be_rendered_are_500() {
    let response = App::new(routes![missing]).state(environment()).test().get("/").send().await;
    assert_broken(&response);
}

#[test]
fn are_values_that_a_test_can_read() {
    assert_eq!(page(&environment()).text().unwrap(), "<p>&lt;b&gt;");
    assert!(missing(&environment()).text().is_err());
}
