//! A JSON body, read or refused.

use super::*;

#[post("/echo")]
fn echo(Json(post): Json<Post>) -> Json<Post> {
    Json(post)
}

#[post("/maybe")]
fn maybe(post: Option<Json<Post>>) -> String {
    post.map_or("nothing".to_owned(), |post| post.title.clone())
}

#[post("/looked-at")]
fn looked_at(post: Result<Json<Post>, JsonRejection>) -> Result<String, Problem> {
    match post {
        Err(JsonRejection::Missing) => Ok("untitled".to_owned()),
        post => Ok(post?.0.title),
    }
}

#[post("/small", body_limit = "16 B")]
fn small(Json(post): Json<Post>) -> String {
    post.title
}

fn client() -> TestClient {
    App::new(routes![echo, maybe, looked_at, small]).test()
}

async fn send(path: &str, media_type: &str, body: &'static str) -> TestResponse {
    client().post(path).header("content-type", media_type).body(body).send().await
}

#[tokio::test]
async fn is_read_from_its_media_types() {
    for media_type in ["application/json", "Application/JSON;charset=utf-8", "application/vnd.post+json"] {
        let response = send("/echo", media_type, r#"{"title":"a","stars":5}"#).await;
        assert_eq!(response.status(), 200, "{media_type}");
        assert_eq!(response.json::<Value>(), json!({ "title": "a", "tags": [], "stars": 5 }));
    }
}

#[tokio::test]
async fn of_another_media_type_is_415_and_says_which() {
    let response = send("/echo", "text/plain", r#"{"title":"a"}"#).await;
    let expected = "the body must be JSON, sent with `Content-Type: application/json`";
    assert_eq!(detail(&response, 415), expected);
    assert_eq!(response.header("accept"), Some("application/json"));

    let untyped = client().post("/echo").body(r#"{"title":"a"}"#).send().await;
    assert_eq!(detail(&untyped, 415), expected);
}

#[tokio::test]
async fn that_is_missing_is_400() {
    let response = client().post("/echo").send().await;
    assert_eq!(detail(&response, 400), "a JSON body is required");
}

#[tokio::test]
async fn that_is_malformed_is_400_with_its_place() {
    let response = send("/echo", "application/json", "{\n  \"title\": a}").await;
    assert_eq!(detail(&response, 400), "the body is not JSON: expected value at line 2 column 12");
    assert_eq!(response.json::<Value>()["line"], 2);
    assert_eq!(response.json::<Value>()["column"], 12);
    let empty = send("/echo", "application/json", "").await;
    assert_eq!(detail(&empty, 400), "the body is empty, where JSON is required");
    for body in [" ", "{", r#"{"title":"a"} b"#, "\u{feff}{}"] {
        assert!(detail(&send("/echo", "application/json", body).await, 400).contains(" at line 1 column "));
    }
}

#[tokio::test]
async fn of_another_shape_is_422_with_its_member() {
    let response = send("/echo", "application/json", r#"{"title":"a","tags":["b",3]}"#).await;
    let expected = "the body does not fit: invalid type: integer `3`, expected a string at line 1 column 26";
    assert_eq!(detail(&response, 422), expected);
    assert_eq!(
        response.json::<Value>()["errors"],
        json!([{ "detail": "invalid type: integer `3`, expected a string", "pointer": "#/tags/1" }])
    );

    let missing = send("/echo", "application/json", "{}").await;
    assert!(detail(&missing, 422).contains("missing field `title`"));
    assert_eq!(missing.json::<Value>()["errors"][0]["pointer"], "#");
}

/// All that a struct can stand in, and what is an array by right.
#[derive(Debug, Default, Deserialize, Serialize)]
#[serde(default)]
struct All {
    own: Option<Box<All>>,
    list: Vec<Mark>,
    map: BTreeMap<String, Mark>,
    pair: (u8, Mark),
    tuple: Pair,
    either: Option<Kind>,
    any: Value,
}

#[derive(Debug, Default, Deserialize, Serialize)]
struct Mark {
    x: u8,
}

#[derive(Debug, Default, Deserialize, Serialize)]
struct Pair(u8, u8);

#[derive(Debug, Deserialize, Serialize)]
enum Kind {
    Unit,
    New(Mark),
    Two(u8, u8),
    Of { x: u8 },
}

#[post("/all")]
fn all(Json(all): Json<All>) -> Json<All> {
    Json(all)
}

#[tokio::test]
async fn has_an_object_where_its_type_is_a_struct() {
    let client = App::new(routes![all]).test();
    let whole = json!({
        "own": { "own": null, "list": [], "map": {}, "pair": [0, { "x": 0 }], "tuple": [0, 0], "either": "Unit", "any": null },
        "list": [{ "x": 1 }], "map": { "m": { "x": 2 } }, "pair": [3, { "x": 4 }], "tuple": [5, 6],
        "either": { "Two": [7, 8] }, "any": [[9], {}],
    });
    assert_eq!(client.post("/all").json(&whole).send().await.json::<Value>(), whole);
    for either in [json!("Unit"), json!({ "New": { "x": 1 } }), json!({ "Of": { "x": 1 } })] {
        let answer = client.post("/all").json(&json!({ "either": either })).send().await;
        assert_eq!(answer.json::<Value>()["either"], either);
    }
    for (other, pointer) in [
        (json!(7), "#"),
        (json!({ "own": "text" }), "#/own"),
        (json!([]), "#"),
        (json!({ "own": [] }), "#/own"),
        (json!({ "list": [{ "x": 1 }, [1]] }), "#/list/1"),
        (json!({ "map": { "m": [1] } }), "#/map/m"),
        (json!({ "pair": [1, [1]] }), "#/pair/1"),
        (json!({ "either": { "New": [1] } }), "#/either/New"),
        (json!({ "either": { "Of": [1] } }), "#/either/Of"),
    ] {
        let answer = client.post("/all").json(&other).send().await;
        assert!(detail(&answer, 422).contains(", expected an object"), "{}", answer.text());
        assert_eq!(answer.json::<Value>()["errors"][0]["pointer"], pointer);
    }
}

#[tokio::test]
async fn is_never_echoed_at_length() {
    let long = format!(r#"{{"title":"a","stars":"{}"}}"#, "é".repeat(10_000));
    let response = client().post("/echo").header("content-type", "application/json").body(long).send().await;
    let detail = detail(&response, 422);
    assert!(detail.len() < 400 && detail.ends_with('…'), "{detail}");
}

#[tokio::test]
async fn that_is_too_long_is_413() {
    let response = send("/small", "application/json", r#"{"title":"longer than that"}"#).await;
    detail(&response, 413);
}

#[tokio::test]
async fn may_be_absent_but_not_wrong_as_an_option() {
    assert_eq!(client().post("/maybe").send().await.text(), "nothing");
    assert_eq!(client().post("/maybe").json(&json!({ "title": "a" })).send().await.text(), "a");
    detail(&send("/maybe", "application/json", "").await, 400);
    detail(&send("/maybe", "application/json", "[").await, 400);
    detail(&send("/maybe", "application/json", "7").await, 422);
    detail(&send("/maybe", "text/plain", "7").await, 415);
    detail(&client().post("/maybe").body("7").send().await, 415);
}

#[tokio::test]
async fn is_the_handler_s_business_as_a_result() {
    assert_eq!(client().post("/looked-at").send().await.text(), "untitled");
    detail(&send("/looked-at", "application/json", "7").await, 422);
}

#[tokio::test]
async fn is_found_absent_in_an_empty_chunked_body() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(App::new(routes![maybe]).serve_until(listener, std::future::pending()));
    let head = "POST /maybe HTTP/1.1\r\nhost: a\r\nconnection: close\r\ntransfer-encoding: chunked\r\n\r\n";

    let absent = exchange(address, &format!("{head}0\r\n\r\n")).await;
    assert!(absent.starts_with("HTTP/1.1 200 OK\r\n") && absent.ends_with("\r\n\r\nnothing"), "{absent}");

    let untyped = exchange(address, &format!("{head}1\r\n7\r\n0\r\n\r\n")).await;
    assert!(untyped.starts_with("HTTP/1.1 415 "), "{untyped}");
}

mod with_a_check_of_its_own {
    use super::*;

    #[derive(Deserialize)]
    #[serde(try_from = "String")]
    #[expect(dead_code, reason = "only what is refused is looked at")]
    struct Email(String);

    impl TryFrom<String> for Email {
        type Error = &'static str;

        fn try_from(text: String) -> Result<Self, &'static str> {
            if text.contains('@') { Ok(Self(text)) } else { Err("an address has an @") }
        }
    }

    #[derive(Deserialize)]
    struct Range {
        from: u8,
        to: u8,
    }

    #[derive(Deserialize)]
    #[serde(try_from = "Range")]
    struct Rising;

    impl TryFrom<Range> for Rising {
        type Error = &'static str;

        fn try_from(range: Range) -> Result<Self, &'static str> {
            if range.from < range.to { Ok(Self) } else { Err("it does not rise") }
        }
    }

    #[derive(Deserialize)]
    #[expect(dead_code, reason = "only what is refused is looked at")]
    struct Member {
        email: Option<Email>,
        range: Option<Rising>,
        #[serde(default)]
        others: Vec<Email>,
        #[serde(default)]
        ranges: Vec<Rising>,
        #[serde(default)]
        within: Vec<Member>,
    }

    #[post("/members")]
    fn new_member(Json(_): Json<Member>) {}

    #[tokio::test]
    async fn the_member_is_named_wherever_it_stands() {
        let client = App::new(routes![new_member]).test();
        for (body, place) in [
            (r#"{"email":"x"}"#, "#/email"),
            (r#"{"email":"x","others":[]}"#, "#/email"),
            (r#"{ "email" : "x" } "#, "#/email"),
            (r#"{"range":{"from":2,"to":1}}"#, "#/range"),
            (r#"{"range":{"from":2,"to":1},"others":[]}"#, "#/range"),
            (r#"{"range":{"from":2}}"#, "#/range"),
            (r#"{"others":["a@b","x"]}"#, "#/others/1"),
            (r#"{"others":["x","a@b"]}"#, "#/others/0"),
            (r#"{"others":["x" , "a@b"]}"#, "#/others/0"),
            (r#"{"others":["a@b",{}]}"#, "#/others/1"),
            (r#"{"ranges":[{"from":2,"to":1},{"from":1,"to":2}]}"#, "#/ranges/0"),
            (r#"{"ranges":[{"from":1,"to":2},{"from":2,"to":1}]}"#, "#/ranges/1"),
            (r#"{"ranges":[{"from":1,"to":2},{"from":2}]}"#, "#/ranges/1"),
            (r#"{"within":[{},{"email":"x"}]}"#, "#/within/1/email"),
            (r#"{"within":[{"within":[{"others":["x"]}]}]}"#, "#/within/0/within/0/others/0"),
            (r#"{"email":"a@b","email":"x"}"#, "#/email"),
            ("[]", "#"),
        ] {
            let request = client.post("/members").header("content-type", "application/json").body(body);
            let response = request.send().await;
            assert_eq!(response.status(), 422, "{body}");
            assert_eq!(response.json::<Value>()["errors"][0]["pointer"], place, "{body}");
        }
        let request = client.post("/members").header("content-type", "application/json").body("{}");
        assert_eq!(request.send().await.status(), 204, "what was refused before is forgotten");
    }
}
