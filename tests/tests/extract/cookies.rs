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

#[post("/set")]
fn set(line: String) -> ([(&'static str, String); 1], ()) {
    ([("set-cookie", line)], ())
}

#[tokio::test]
async fn that_a_test_client_keeps_come_back_until_they_are_over() {
    let plain = App::new(routes![all, set]).test();
    let browser = plain.clone().keeping_cookies();
    let cookies = async |client: &TestClient| client.get("/cookies").send().await.json::<Value>();
    for line in
        ["a=x%20y; Secure; Path=/elsewhere", "b=1; Max-Age=60", "c=2; Expires=Fri, 31 Dec 9999 23:59:59 GMT"]
    {
        browser.post("/set").body(line).send().await;
    }
    assert_eq!(cookies(&browser).await, json!([["a", "x y"], ["b", "1"], ["c", "2"]]));
    assert_eq!(cookies(&plain).await, json!([]), "others keep none");
    assert_eq!(cookies(&plain.keeping_cookies()).await, json!([]), "each has its own");

    let own = browser.get("/cookies").header("cookie", "d=4").send().await;
    assert_eq!(own.json::<Value>(), json!([["d", "4"]]));
    let extracted: Cookies = browser.clone().get("/").extract().await.unwrap();
    assert_eq!(extracted.get("a"), Some("x y"));
    let called = browser.call(all::request(Cookies::default())).await.unwrap().success().unwrap();
    assert_eq!(called.len(), 3);

    for line in ["a=; Max-Age=0", "b=1; Max-Age=-1", "c=2; Expires=Thu, 01 Jan 1970 00:00:00 GMT", "nonsense"]
    {
        browser.post("/set").body(line).send().await;
    }
    assert_eq!(cookies(&browser).await, json!([]));
}
