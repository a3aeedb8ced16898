//! The cookies that a request brings.

use super::*;

#[get("/cookies")]
fn all(cookies: Cookies) -> Json<Vec<(String, String)>> {
    Json(cookies.iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect())
}

#[get("/one")]
fn one(cookies: Cookies) -> String {
    format!("{:?}", cookies.get("a"))
}

#[tokio::test]
async fn are_read_from_all_lines_in_order() {
    let client = App::new(routes![all, one]).test();
    let request = client.get("/cookies").header("cookie", "a=1; b=x%20y").header("cookie", "a=2");
    assert_eq!(request.send().await.json::<Value>(), json!([["a", "1"], ["b", "x y"], ["a", "2"]]));
    let request = client.get("/one").header("cookie", "b=0; a=1; a=2");
    assert_eq!(request.send().await.text(), r#"Some("1")"#);
}

#[tokio::test]
async fn that_cannot_be_read_are_left_out() {
    let client = App::new(routes![all, one]).test();
    assert_eq!(client.get("/cookies").send().await.text(), "[]");
    let request = client.get("/cookies").header("cookie", "nonsense; =; a=1; b=%FF;;");
    assert_eq!(request.send().await.json::<Value>(), json!([["a", "1"]]));
    let request = client.get("/cookies").header("cookie", "a=é");
    assert_eq!(request.send().await.text(), "[]");
}
