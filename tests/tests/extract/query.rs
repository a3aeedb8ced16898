//! The query string as one value.

use super::*;

#[derive(Deserialize)]
struct Page {
    size: Option<u8>,
}

#[get("/posts")]
fn posts(Query(post): Query<Post>) -> Json<Post> {
    Json(post)
}

#[get("/maybe")]
fn maybe(post: Option<Query<Post>>) -> String {
    post.map_or("nothing".to_owned(), |Query(post)| post.title)
}

#[get("/pages")]
fn pages(page: Option<Query<Page>>) -> String {
    format!("{:?}", page.map(|Query(page)| page.size))
}

#[get("/looked-at")]
fn looked_at(post: Result<Query<Post>, QueryRejection>) -> String {
    post.map_or_else(|rejection| format!("{:?}", rejection.name()), |Query(post)| post.title)
}

fn client() -> TestClient {
    App::new(routes![posts, maybe, pages, looked_at]).test()
}

#[tokio::test]
async fn is_read_as_one_value() {
    let response = client().get("/posts?title=a%20b&tags=x&tags=y").send().await;
    assert_eq!(response.json::<Value>(), json!({ "title": "a b", "tags": ["x", "y"], "stars": null }));
}

#[tokio::test]
async fn that_does_not_fit_is_400_and_names_the_parameter() {
    let response = client().get("/posts?title=a&stars=300").send().await;
    let expected = "the query does not fit: `stars`: number too large to fit in target type";
    assert_eq!(detail(&response, 400), expected);
    let response = client().get("/posts").send().await;
    assert_eq!(detail(&response, 400), "the query does not fit: missing field `title`");
}

#[tokio::test]
async fn that_is_no_text_is_400_as_of_a_parameter_that_is_named() {
    for (query, what) in [
        ("title=%FF", "`title`: it is not UTF-8"),
        ("title=a&x=%4", "`x`: it has a `%` that is not followed by two hexadecimal digits"),
        ("title=a&title=b", "`title`: it may be given only once"),
    ] {
        let response = client().get(format!("/posts?{query}")).send().await;
        assert_eq!(detail(&response, 400), format!("the query does not fit: {what}"));
    }
}

#[tokio::test]
async fn may_be_absent_but_not_wrong_as_an_option() {
    assert_eq!(client().get("/maybe").send().await.text(), "nothing");
    assert_eq!(client().get("/maybe?").send().await.text(), "nothing");
    assert_eq!(client().get("/maybe?title=a").send().await.text(), "a");
    detail(&client().get("/maybe?stars=5").send().await, 400);
    // Nothing is needed, so nothing is absent.
    assert_eq!(client().get("/pages").send().await.text(), "Some(None)");
}

#[tokio::test]
async fn is_the_handler_s_business_as_a_result() {
    assert_eq!(client().get("/looked-at?title=a&stars=x").send().await.text(), r#"Some("stars")"#);
}
