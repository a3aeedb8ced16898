//! An extractor that a test asks for without a route.

use fingerpost::{
    App, Cookies, FromState, Json, JsonRejection, LastEventId, Multipart, Preconditions, Problem,
    RequestContext, Shutdown, TestClient, get, problem, routes,
};

struct Keys(&'static str);

struct Caller;

impl FromState for Caller {
    type State = Keys;
    type Rejection = Problem;

    async fn from_state(request: &mut RequestContext<'_>, keys: &Keys) -> Result<Self, Problem> {
        let key = request.headers().get("x-key").ok_or_else(|| problem!(401, "no key"))?;
        if key == keys.0 { Ok(Self) } else { Err(problem!(403)) }
    }
}

#[get("/")]
fn home(_caller: Caller) {}

fn client() -> TestClient {
    App::new(routes![home]).state(Keys("k7")).body_limit(1000).test()
}

#[tokio::test]
async fn reads_the_app_s_state_or_rejects() {
    let client = client();
    assert!(client.get("/").header("x-key", "k7").extract::<Caller>().await.is_ok());
    assert_eq!(client.get("/").extract::<Caller>().await.err().unwrap().status(), 401);
    assert_eq!(client.get("/").header("x-key", "k8").extract::<Caller>().await.err().unwrap().status(), 403);
    assert!(client.get("/").extract::<Option<Caller>>().await.unwrap().is_none());
}

#[tokio::test]
async fn is_what_a_handler_would_be_given() {
    let client = client();
    let cookies: Cookies = client.get("/").header("cookie", "a=1").extract().await.unwrap();
    assert_eq!(cookies.get("a"), Some("1"));
    let LastEventId(id) = client.get("/").header("last-event-id", "7").extract().await.unwrap();
    assert_eq!(id, "7");
    let conditions: Preconditions = client.put("/").header("if-match", "\"1\"").extract().await.unwrap();
    assert!(!conditions.is_empty());
    let shutdown: Shutdown = client.get("/").extract().await.unwrap();
    assert!(!shutdown.has_begun());
    let Json(numbers) = client.post("/nowhere").json(&[1, 2]).extract::<Json<Vec<u8>>>().await.unwrap();
    assert_eq!(numbers, [1, 2]);
}

#[tokio::test]
async fn reads_bodies_within_the_app_s_limit() {
    let client = client();
    let mut form: Multipart = client.post("/").field("a", "b").extract().await.unwrap_or_else(|_| panic!());
    assert_eq!(form.next_part().await.unwrap().unwrap().text().await.unwrap(), "b");
    let long = client.post("/").json(&"x".repeat(2000)).extract::<Json<String>>().await;
    assert!(matches!(long, Err(JsonRejection::Body(problem)) if problem.status() == 413));
}

#[tokio::test]
#[should_panic(expected = "the app has no state of type")]
async fn without_its_state_is_told() {
    let _ = App::new(routes![]).test().get("/").extract::<Caller>().await;
}
