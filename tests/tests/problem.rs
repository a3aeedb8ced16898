//! Failures as a client sees them: problem documents (RFC 9457), from `Problem`, `problem!` and `#[derive(Problem)]`.

use fingerpost::{
    App, IntoProblem, OrProblem, Problem, ProblemInfo, ProblemSet, Responder, Response, StatusCode, get,
    problem, routes,
};
use serde_json::{Value, json};

#[derive(Debug, Problem)]
enum ApiError {
    #[problem(404, "no post {id}")]
    NoPost { id: u64 },
    #[problem(
        status = 409,
        title = "Title taken",
        detail = "`{0}` is taken",
        type = "https://example.org/taken",
        instance = "/posts/{0}"
    )]
    Taken(String),
    #[problem(TOO_MANY_REQUESTS, header("Retry-After" = "{seconds}"), header("X-Why" = "too fast"))]
    TooFast { seconds: u32 },
    #[problem(422, "not valid")]
    Invalid {
        #[problem(member)]
        errors: Vec<&'static str>,
        #[problem(member = "type_")]
        kind: u8,
    },
    #[problem(500, "reading {0:?}")]
    Disk(#[from] std::io::Error),
    #[problem(MAINTENANCE, "back at {hour:0>2}:00", public)]
    Down { hour: u8 },
    #[problem(transparent)]
    Login(#[from] MissingBearer),
    #[problem(transparent)]
    Other(#[from] Problem),
}

const MAINTENANCE: StatusCode = StatusCode::SERVICE_UNAVAILABLE;

#[derive(Debug, Problem)]
#[problem(401, "log in", header("WWW-Authenticate" = "Bearer"))]
struct MissingBearer;

#[get("/fail/{how}")]
fn fail(how: &str) -> Result<&'static str, ApiError> {
    match how {
        "no-post" => Err(ApiError::NoPost { id: 7 }),
        "taken" => Err(ApiError::Taken("intro".to_owned())),
        "too-fast" => Err(ApiError::TooFast { seconds: 5 }),
        "invalid" => Err(ApiError::Invalid { errors: vec!["title", "body"], kind: 3 }),
        "disk" => Err(std::io::Error::other("disk full"))?,
        "down" => Err(ApiError::Down { hour: 9 }),
        "login" => Err(MissingBearer)?,
        "other" => Err(problem!(418, "short and stout", "handle" = true))?,
        _ => Ok("fine"),
    }
}

/// Status, media type and document of a failure.
async fn failure(how: &str) -> (u16, Value) {
    let response = App::new(routes![fail]).test().get(format!("/fail/{how}")).send().await;
    assert_eq!(response.header("content-type"), Some("application/problem+json"));
    (response.status().as_u16(), response.json())
}

#[tokio::test]
async fn the_detail_has_its_fields_filled_in() {
    let (status, document) = failure("no-post").await;
    assert_eq!(
        (status, document),
        (404, json!({"title": "Not Found", "status": 404, "detail": "no post 7"}))
    );
}

#[tokio::test]
async fn the_members_stand_in_the_order_of_the_rfc() {
    let response = App::new(routes![fail]).test().get("/fail/taken").send().await;
    assert_eq!(
        response.text(),
        r#"{"type":"https://example.org/taken","title":"Title taken","status":409,"detail":"`intro` is taken","instance":"/posts/intro"}"#,
    );
}

#[tokio::test]
async fn headers_are_sent() {
    let client = App::new(routes![fail]).test();
    let response = client.get("/fail/too-fast").send().await;
    assert_eq!((response.status().as_u16(), response.header("retry-after")), (429, Some("5")));
    assert_eq!(response.header("x-why"), Some("too fast"));
    let response = client.get("/fail/login").send().await;
    assert_eq!((response.status().as_u16(), response.header("www-authenticate")), (401, Some("Bearer")));
}

#[tokio::test]
async fn fields_are_extension_members() {
    let (_, document) = failure("invalid").await;
    assert_eq!(
        document,
        json!({"title": "Unprocessable Content", "status": 422, "detail": "not valid", "errors": ["title", "body"], "type_": 3}),
    );
}

#[tokio::test]
async fn a_500_keeps_its_detail_and_its_source_to_itself() {
    let (status, document) = failure("disk").await;
    assert_eq!((status, document), (500, json!({"title": "Internal Server Error", "status": 500})));
    let problem = ApiError::from(std::io::Error::other("disk full")).into_problem();
    assert!(problem.get_private_detail().unwrap().starts_with("reading") && problem.get_detail().is_none());
    assert_eq!(problem.source().unwrap().to_string(), "disk full");
}

#[tokio::test]
async fn a_public_detail_is_sent_with_a_5xx_too() {
    let (status, document) = failure("down").await;
    assert_eq!((status, &document["detail"]), (503, &json!("back at 09:00")));
}

#[tokio::test]
async fn a_transparent_variant_is_its_field() {
    let (status, document) = failure("other").await;
    assert_eq!(
        (status, &document["detail"], &document["handle"]),
        (418, &json!("short and stout"), &json!(true))
    );
}

#[test]
fn the_problems_of_a_type_are_known_while_compiling() {
    const PROBLEMS: &[ProblemInfo] = <ApiError as ProblemSet>::PROBLEMS;
    let statuses: Vec<_> = ProblemInfo::all(PROBLEMS).map(|info| (info.name, info.status)).collect();
    assert_eq!(
        statuses,
        [
            ("NoPost", 404),
            ("Taken", 409),
            ("TooFast", 429),
            ("Invalid", 422),
            ("Disk", 500),
            ("Down", 503),
            ("MissingBearer", 401),
        ],
    );
    assert_eq!(PROBLEMS[1].type_uri, "https://example.org/taken");
    assert_eq!(PROBLEMS[2].headers, ["Retry-After", "X-Why"]);
    assert_eq!(PROBLEMS[3].members, ["errors", "type_"]);
    assert_eq!(MissingBearer::FACTS.status(), 401);
}

/// An error of the standard kind that has a status too.
#[derive(Debug, Problem)]
#[problem(410, display)]
struct Gone(&'static str);

impl std::fmt::Display for Gone {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} is gone", self.0)
    }
}

impl std::error::Error for Gone {}

#[test]
fn question_mark_keeps_the_status_of_a_standard_error() {
    fn find() -> Result<(), Problem> {
        Err(Gone("it"))?
    }
    assert_eq!(find().unwrap_err().to_string(), "410 Gone: it is gone");
}

#[test]
fn question_mark_takes_statuses() {
    fn bare() -> Result<(), Problem> {
        Err(StatusCode::CONFLICT)?
    }
    fn detailed(id: u64) -> Result<(), Problem> {
        Err((StatusCode::CONFLICT, format!("{id} is taken")))?
    }
    assert_eq!(bare().unwrap_err().to_string(), "409 Conflict");
    assert_eq!(detailed(7).unwrap_err().to_string(), "409 Conflict: 7 is taken");
}

#[test]
fn what_is_missing_or_failed_becomes_a_problem_in_place() {
    let problem = None::<()>.or_404("no post").unwrap_err();
    assert_eq!((problem.status().as_u16(), problem.get_detail()), (404, Some("no post")));

    let problem = "x".parse::<u8>().or_problem(400, || format!("{} is no number", 'x')).unwrap_err();
    assert_eq!(problem.to_string(), "400 Bad Request: x is no number");
    assert_eq!(problem.source().unwrap().to_string(), "invalid digit found in string");

    let problem = Err::<(), _>("text will do").or_500().unwrap_err();
    assert_eq!(problem.to_string(), "500 Internal Server Error");
    assert!(problem.get_private_detail().unwrap().contains("problem.rs:"));
}

#[test]
fn misuse_costs_nobody_the_answer() {
    assert_eq!(Problem::new(302).status(), 500);
    let problem =
        Problem::new(403).with("detail", 1).with("map", std::collections::HashMap::from([([1], 2)]));
    assert_eq!(
        serde_json::to_value(&problem).unwrap(),
        json!({"title": "Forbidden", "status": 403, "detail_": 1}),
    );
    let problem =
        Problem::new(403).header("no name", "x").header("x", "no\nvalue").header("content-length", 0);
    assert!(problem.headers().is_empty());
    // 499 has no reason phrase, and is understood as a 400 (RFC 9110 §15).
    assert_eq!(Problem::new(499).get_title(), "Bad Request");
}

#[test]
fn a_problem_takes_back_what_was_written() {
    let mut response = Response::new("half an answer".into());
    response.headers_mut().insert("etag", "\"1\"".parse().unwrap());
    Problem::new(500).header("Retry-After", 9).respond(&mut response);
    assert!(response.body().is_empty() && !response.headers().contains_key("etag"));
    assert_eq!(response.headers()["retry-after"], "9");
    assert_eq!(Problem::of(&response).unwrap().status(), 500);
}

#[test]
fn a_problem_is_one_pointer() {
    assert_eq!(size_of::<Problem>(), size_of::<usize>());
    assert_eq!(size_of::<Result<(), Problem>>(), size_of::<usize>());
}

/// Generic types ask for what they need of their parameters.
#[derive(Problem)]
#[problem(400, "{value:?} is not {wanted}")]
struct Unwanted<'a, T, const N: usize> {
    value: &'a [T; N],
    #[problem(member)]
    wanted: T,
}

#[test]
fn a_generic_error_is_a_problem() {
    let problem = Unwanted { value: &[1, 2], wanted: 3 }.into_problem();
    assert_eq!(
        serde_json::to_value(&problem).unwrap(),
        json!({"title": "Bad Request", "status": 400, "detail": "[1, 2] is not 3", "wanted": 3}),
    );
}

#[get("/status/{code}")]
fn status(code: u16) -> Result<StatusCode, Problem> {
    StatusCode::from_u16(code).or_problem(400, "no status")
}

#[tokio::test]
async fn a_status_is_an_answer() {
    let client = App::new(routes![status]).test();
    let response = client.get("/status/202").send().await;
    assert_eq!((response.status().as_u16(), response.text()), (202, String::new()));
    let response = client.get("/status/404").send().await;
    assert_eq!(response.json::<Value>(), json!({"title": "Not Found", "status": 404}));
    let response = client.get("/status/1").send().await;
    assert_eq!(response.json::<Value>()["detail"], "no status");
}
