//! What is held to the rules of its type, and what is said of what breaks them.

use fingerpost::{Either, Valid, ValidRejection};
use garde::Validate;

use super::*;

#[derive(Deserialize, Serialize, Validate)]
#[serde(rename_all = "camelCase")]
struct NewPost {
    #[garde(length(min = 1, max = 20))]
    short_title: String,
    #[serde(default, rename = "type")]
    #[garde(inner(ascii))]
    kind: Option<String>,
    #[serde(default)]
    #[garde(dive)]
    tags: Vec<Tag>,
    #[serde(default)]
    #[garde(range(max = 5))]
    stars: u8,
}

#[derive(Deserialize, Serialize, Validate)]
struct Tag {
    #[garde(alphanumeric)]
    name: String,
}

#[derive(Deserialize, Validate)]
struct Filter {
    #[serde(rename = "page-size", default)]
    #[garde(range(min = 1, max = 100))]
    page_size: u32,
    #[serde(default)]
    #[garde(inner(length(min = 2)))]
    tag: Vec<String>,
}

/// What names may be, as the app knows it.
struct Names(Vec<&'static str>);

#[derive(Deserialize, Validate)]
#[garde(context(Names as names))]
struct Claim {
    #[garde(custom(|name: &String, names: &Names| {
        if names.0.contains(&name.as_str()) { Err(garde::Error::new("taken")) } else { Ok(()) }
    }))]
    name: String,
}

#[post("/json")]
async fn json_body(Valid(Json(post)): Valid<Json<NewPost>>) -> Json<NewPost> {
    Json(post)
}

#[post("/form")]
fn form_body(Valid(Form(filter)): Valid<Form<Filter>>) -> String {
    format!("{} {}", filter.page_size, filter.tag.join("+"))
}

#[get("/query")]
fn query(Valid(Query(filter)): Valid<Query<Filter>>) -> String {
    format!("{} {}", filter.page_size, filter.tag.join("+"))
}

#[post("/either")]
fn either(Valid(body): Valid<Either<Json<Tag>, Form<Tag>>>) -> String {
    body.into_inner().name
}

#[post("/maybe")]
fn maybe(post: Option<Valid<Json<Tag>>>) -> String {
    post.map_or("nothing".to_owned(), |tag| tag.name.clone())
}

#[post("/looked-at")]
fn looked_at(tag: Result<Valid<Json<Tag>>, ValidRejection<JsonRejection>>) -> Result<String, Problem> {
    match tag {
        Err(ValidRejection::Invalid(violations)) => Ok(violations.report().to_string()),
        tag => Ok(tag?.0.0.name),
    }
}

#[post("/claim")]
fn claim(Valid(Json(claim)): Valid<Json<Claim>>) -> String {
    claim.name
}

#[post("/tags")]
fn tags(Valid(Json(tags)): Valid<Json<Vec<Tag>>>) -> String {
    tags.len().to_string()
}

fn client() -> TestClient {
    let table = routes![json_body, form_body, query, either, maybe, looked_at, claim, tags];
    App::new(table).state(Names(vec!["ada"])).test()
}

async fn send(path: &str, body: Value) -> TestResponse {
    client().post(path).json(&body).send().await
}

/// The pointer and detail of each violation.
#[track_caller]
fn violations(response: &TestResponse) -> Vec<(String, String)> {
    detail(response, 422);
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let errors = response.json::<Value>()["errors"].as_array().unwrap().clone();
    errors.iter().map(|error| (text(&error["pointer"]), text(&error["detail"]))).collect()
}

fn told(list: &[(&str, &str)]) -> Vec<(String, String)> {
    list.iter().map(|(pointer, detail)| ((*pointer).to_owned(), (*detail).to_owned())).collect()
}

#[tokio::test]
async fn what_is_valid_is_taken() {
    let response = send("/json", json!({ "shortTitle": "a", "tags": [{ "name": "rust" }] })).await;
    assert_eq!(response.status(), 200, "{}", response.text());
    assert_eq!(response.json::<Value>()["tags"][0]["name"], "rust");
}

#[tokio::test]
async fn all_that_is_wrong_is_told_at_once_at_its_place_in_what_was_sent() {
    let body =
        json!({ "shortTitle": "", "type": "é", "tags": [{ "name": "rust" }, { "name": "c++" }], "stars": 6 });
    let response = send("/json", body).await;
    let expected = told(&[
        // serde's name for it is known to serde alone.
        ("#", "`kind`: not ascii"),
        ("#/shortTitle", "length is lower than 1"),
        ("#/stars", "greater than 5"),
        ("#/tags/1/name", "not alphanumeric"),
    ]);
    assert_eq!(violations(&response), expected);
    let expected = "what was sent is not valid: `kind`: not ascii; and 3 more";
    assert_eq!(detail(&response, 422), expected);
}

#[tokio::test]
async fn what_is_refused_within_is_answered_as_without() {
    let response = send("/json", json!({ "shortTitle": 7 })).await;
    let said = "the body does not fit: invalid type: integer `7`, expected a string at line 1 column 15";
    assert_eq!(detail(&response, 422), said);
    assert_eq!(detail(&client().post("/json").send().await, 400), "a JSON body is required");
    let other = client().post("/json").header("content-type", "text/plain").body("{}").send().await;
    assert_eq!((other.status().as_u16(), other.header("accept")), (415, Some("application/json")));
    let malformed = client().post("/json").header("content-type", "application/json").body("{").send().await;
    assert_eq!(malformed.status(), 400);
    let long = client().post("/json").json(&json!({ "shortTitle": "a".repeat(3 << 20) })).send().await;
    assert_eq!(long.status(), 413);
}

#[tokio::test]
async fn forms_and_queries_have_their_own_names() {
    let wrong = told(&[("#/page-size", "greater than 100"), ("#/tag/1", "length is lower than 2")]);
    let form = client().post("/form").header("content-type", FORM).body("page-size=101&tag=ab&tag=c");
    assert_eq!(violations(&form.send().await), wrong);
    let query = client().get("/query?page-size=101&tag=ab&tag=c").send().await;
    assert_eq!(violations(&query), wrong);
    assert_eq!(client().get("/query?page-size=100&tag=ab").send().await.text(), "100 ab");
    assert_eq!(client().get("/query?page-size=x").send().await.status(), 400);
    // It was not sent, and its default is none of those allowed.
    let missing = client().get("/query").send().await;
    assert_eq!(violations(&missing), told(&[("#", "`page_size`: lower than 1")]));
}

#[tokio::test]
async fn either_of_two_bodies_is_held_to_the_same_rules() {
    assert_eq!(send("/either", json!({ "name": "a" })).await.text(), "a");
    assert_eq!(violations(&send("/either", json!({ "name": "!" })).await).len(), 1);
    let form = |body| client().post("/either").header("content-type", FORM).body(body);
    assert_eq!(form("name=a").send().await.text(), "a");
    assert_eq!(violations(&form("name=!").send().await), told(&[("#/name", "not alphanumeric")]));
    let xml = client().post("/either").header("content-type", "text/xml").body("<a/>").send().await;
    assert_eq!(
        detail(&xml, 415),
        format!("the body is of another media type than those taken here: application/json, {FORM}")
    );
}

#[tokio::test]
async fn may_be_absent_but_not_invalid_as_an_option() {
    assert_eq!(client().post("/maybe").send().await.text(), "nothing");
    assert_eq!(send("/maybe", json!({ "name": "a" })).await.text(), "a");
    assert_eq!(violations(&send("/maybe", json!({ "name": "!" })).await).len(), 1);
}

#[tokio::test]
async fn is_the_handler_s_business_as_a_result() {
    assert_eq!(send("/looked-at", json!({ "name": "!" })).await.text(), "name: not alphanumeric\n");
    assert_eq!(send("/looked-at", json!({ "name": "a" })).await.text(), "a");
    detail(&send("/looked-at", json!({})).await, 422);
}

#[tokio::test]
async fn a_context_is_state_of_the_app() {
    assert_eq!(send("/claim", json!({ "name": "grace" })).await.text(), "grace");
    assert_eq!(violations(&send("/claim", json!({ "name": "ada" })).await), told(&[("#/name", "taken")]));
}

#[tokio::test]
async fn of_very_many_the_first_are_told() {
    let response = send("/tags", vec![json!({ "name": "!" }); 5000].into()).await;
    let told = violations(&response);
    assert_eq!((told.len(), &*told[99].0), (100, "#/99/name"));
    assert!(detail(&response, 422).ends_with("; and 4999 more"), "{}", response.text());
}

#[tokio::test]
async fn over_a_socket_as_in_the_process() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let app = App::new(routes![either]).into_service().unwrap();
    let server = tokio::spawn(async move { app.serve(listener).await });
    let request = "POST /either HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: 12\r\n\r\n{\"name\":\"!\"}";
    let response = exchange(address, request).await;
    server.abort();
    assert!(response.starts_with("HTTP/1.1 422 Unprocessable Entity\r\n"), "{response}");
    assert!(response.contains("content-type: application/problem+json\r\n"), "{response}");
    let body = r##"{"title":"Unprocessable Content","status":422,"detail":"what was sent is not valid: `/name`: not alphanumeric","errors":[{"detail":"not alphanumeric","pointer":"#/name"}]}"##;
    assert!(response.ends_with(body), "{response}");
}
