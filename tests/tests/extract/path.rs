//! The captures as one value.

use super::*;

#[derive(Debug, Deserialize)]
struct Key {
    user: String,
    id: u64,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Kind {
    Note,
    Photo,
}

#[get("/users/{user}/posts/{id}")]
fn named(Path(key): Path<Key>) -> String {
    format!("{} {}", key.user, key.id)
}

#[get("/at/{x}/{y}")]
fn placed(Path((x, y)): Path<(i32, f64)>) -> String {
    format!("{x} {y}")
}

#[get("/kinds/{kind}")]
fn only(Path(kind): Path<Kind>) -> String {
    format!("{kind:?}")
}

#[get("/files/{*rest}")]
fn all(Path(captures): Path<BTreeMap<String, String>>) -> Json<BTreeMap<String, String>> {
    Json(captures)
}

#[get("/wrong/{id}")]
fn wrong(Path(key): Path<Key>) -> String {
    key.user
}

#[get("/maybe/{id}")]
fn maybe(_id: &str, key: Option<Path<u8>>) -> String {
    format!("{:?}", key.map(|Path(id)| id))
}

#[get("/looked-at/{id}")]
fn looked_at(_id: &str, key: Result<Path<u8>, PathRejection>) -> String {
    key.map_or_else(|rejection| format!("{:?}", rejection.name()), |Path(id)| id.to_string())
}

fn client() -> TestClient {
    App::new(routes![named, placed, only, all, wrong, maybe, looked_at]).test()
}

async fn text(path: &str) -> String {
    let response = client().get(path).send().await;
    assert_eq!(response.status(), 200, "{}", response.text());
    response.text()
}

#[tokio::test]
async fn is_read_by_name_by_position_and_alone() {
    assert_eq!(text("/users/a%20d%2Fa/posts/7").await, "a d/a 7");
    assert_eq!(text("/at/-1/2.5").await, "-1 2.5");
    assert_eq!(text("/kinds/photo").await, "Photo");
    assert_eq!(text("/kinds/note").await, "Note");
    assert_eq!(text("/files/a/b").await, r#"{"rest":"a/b"}"#);
}

#[tokio::test]
async fn that_does_not_fit_is_400_and_names_the_capture() {
    let response = client().get("/users/ada/posts/last").send().await;
    assert_eq!(detail(&response, 400), "`id` in the path is `last`, which is not a `u64`");
    let response = client().get("/at/1/up").send().await;
    assert_eq!(detail(&response, 400), "`y` in the path is `up`, which is not a `f64`");
    let response = client().get("/kinds/film").send().await;
    assert!(detail(&response, 400).starts_with("`kind` in the path does not fit: unknown variant `film`"));
    detail(&client().get("/maybe/x").send().await, 400);
    assert_eq!(text("/maybe/7").await, "Some(7)");
    assert_eq!(text("/looked-at/x").await, r#"Some("id")"#);
}

#[tokio::test]
async fn that_the_route_cannot_fill_is_500_and_tells_no_client_why() {
    assert_eq!(detail(&client().get("/wrong/7").send().await, 500), "");
}
