//! A form's body, read or refused.

use super::*;

#[post("/form")]
fn form(Form(post): Form<Post>) -> Json<Post> {
    Json(post)
}

#[post("/maybe")]
fn maybe(post: Option<Form<Post>>) -> String {
    post.map_or("nothing".to_owned(), |Form(post)| post.title)
}

#[post("/looked-at")]
fn looked_at(post: Result<Form<Post>, FormRejection>) -> String {
    post.map_or_else(|rejection| rejection.to_string(), |Form(post)| post.title)
}

fn client() -> TestClient {
    App::new(routes![form, maybe, looked_at]).test()
}

async fn send(path: &str, media_type: &str, body: &'static str) -> TestResponse {
    client().post(path).header("content-type", media_type).body(body).send().await
}

#[tokio::test]
async fn is_read_with_repeated_fields() {
    let response = send("/form", FORM, "title=a+%26%20b&tags=x&tags=y&stars=5").await;
    assert_eq!(response.json::<Value>(), json!({ "title": "a & b", "tags": ["x", "y"], "stars": 5 }));
    let typed = client().post("/form").form(&[("title", "a")]).send().await;
    assert_eq!(typed.json::<Value>()["title"], "a");
}

#[tokio::test]
async fn of_another_media_type_is_415_and_says_which() {
    for response in [
        send("/form", "application/json", "title=a").await,
        client().post("/form").body("title=a").send().await,
    ] {
        assert!(detail(&response, 415).contains(FORM));
        assert_eq!(response.header("accept"), Some(FORM));
    }
}

#[tokio::test]
async fn that_is_missing_is_400() {
    assert_eq!(detail(&client().post("/form").send().await, 400), "a form is required");
}

#[tokio::test]
async fn that_does_not_fit_is_422_and_names_the_field() {
    let response = send("/form", FORM, "title=a&stars=many").await;
    assert_eq!(detail(&response, 422), "the form does not fit: `stars`: invalid digit found in string");
    let response = send("/form", FORM, "").await;
    assert_eq!(detail(&response, 422), "the form does not fit: missing field `title`");
}

#[tokio::test]
async fn that_is_no_text_is_422_and_names_the_field() {
    let escape = "has a `%` that is not followed by two hexadecimal digits";
    for (body, name, what) in [
        ("title=a&other=%FF", "other", "is not UTF-8"),
        ("title=%C3&tags=%A9", "title", "is not UTF-8"),
        ("title=100%", "title", escape),
        ("title=a&%zz=b", "%zz", escape),
    ] {
        let expected = format!("the form does not fit: `{name}`: it {what}");
        assert_eq!(detail(&send("/form", FORM, body).await, 422), expected);
    }
    let raw = client().post("/form").header("content-type", FORM).body(&b"title=\xff"[..]).send().await;
    assert_eq!(detail(&raw, 422), "the form does not fit: `title`: it is not UTF-8");
    assert_eq!(send("/form", FORM, "title=%C3%A9é%25").await.json::<Value>()["title"], "éé%");
}

#[tokio::test]
async fn that_has_a_field_twice_where_one_is_taken_is_422() {
    let response = send("/form", FORM, "title=a&title=b").await;
    assert_eq!(detail(&response, 422), "the form does not fit: `title`: it may be given only once");
}

#[tokio::test]
async fn may_be_absent_but_not_wrong_as_an_option() {
    assert_eq!(client().post("/maybe").send().await.text(), "nothing");
    assert_eq!(send("/maybe", FORM, "title=a").await.text(), "a");
    detail(&send("/maybe", FORM, "").await, 422);
    detail(&send("/maybe", "text/plain", "title=a").await, 415);
}

#[tokio::test]
async fn is_the_handler_s_business_as_a_result() {
    assert_eq!(client().post("/looked-at").send().await.text(), "a form is required");
}
