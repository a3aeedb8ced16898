//! An API with something of everything.

use fingerpost::{
    AppendHeaders, Form, FromRequest, Json, Path, Problem, Query, Redirect, RequestContext, StatusCode,
    delete, get, post, put, route, routes,
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A post as it is kept.
#[derive(Serialize, JsonSchema)]
pub(super) struct Post {
    id: u64,
    /// What it is called.
    title: String,
    state: State,
    replies: Vec<Post>,
}

#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
enum State {
    Draft,
    Public,
}

#[derive(Deserialize, JsonSchema)]
pub(super) struct NewPost {
    title: String,
    #[serde(default)]
    state: Option<State>,
}

#[derive(Serialize, JsonSchema)]
pub(super) struct Page<T> {
    items: Vec<T>,
    next: Option<String>,
}

#[derive(Serialize, JsonSchema)]
pub(super) struct Mistake {
    detail: String,
}

#[derive(Problem)]
pub(super) enum ApiError {
    #[problem(404, "no post {id}")]
    NoPost { id: u64 },
    #[problem(409, "taken", title = "Title taken", type = "https://example.org/taken", header("Retry-After" = "5"))]
    Taken,
    #[problem(422, "the post is not valid")]
    Invalid {
        #[problem(member)]
        errors: Vec<Mistake>,
    },
}

#[derive(Problem)]
enum WiderError {
    #[problem(transparent)]
    Api(ApiError),
    #[problem(403)]
    Forbidden,
}

/// Who asks.
pub(super) struct User;

#[derive(Problem)]
#[problem(401, "who are you?", header("WWW-Authenticate" = "Bearer"))]
pub(super) struct NoUser;

impl FromRequest for User {
    type Rejection = NoUser;

    async fn from_request(_: &mut RequestContext<'_>) -> Result<Self, NoUser> {
        Err(NoUser)
    }
}

/// The posts.
///
/// Oldest first, a page at a time.
#[get("/posts?{q}&{limit = 20}&{tag}&page-size={size}", tag = "posts", header("Cache-Control" = "no-store"))]
fn list(q: Option<&str>, limit: u32, tag: Vec<String>, size: u8) -> Json<Page<Post>> {
    let _ = (q, limit, tag, size);
    Json(Page { items: vec![], next: None })
}

/// A new post.
#[post("/posts", status = 201, location = |post| read(id = post.id), tag = "posts", timeout = "5 s")]
async fn create(_user: User, Json(new): Json<NewPost>) -> Result<Json<Post>, ApiError> {
    let _ = (new.title, new.state);
    Err(ApiError::Taken)
}

#[get("/posts/{id}", tag = "posts")]
fn read(id: u64) -> Result<Json<Post>, ApiError> {
    Err(ApiError::NoPost { id })
}

#[put("/posts/{number}")]
#[deprecated]
fn replace(number: u64, Json(_new): Json<NewPost>) -> Result<(), WiderError> {
    Err(if number == 0 {
        WiderError::Forbidden
    } else {
        WiderError::Api(ApiError::Invalid { errors: vec![] })
    })
}

#[delete("/posts/{id}")]
fn remove(id: u64) -> Option<()> {
    (id == 7).then_some(())
}

#[derive(Deserialize, JsonSchema)]
pub(super) struct Filter {
    /// The first letters.
    pub(super) prefix: String,
    pub(super) depth: Option<u8>,
}

#[get("/search")]
fn search(Query(_filter): Query<Filter>) -> (StatusCode, String) {
    (StatusCode::OK, String::new())
}

#[post("/login")]
fn login(Form(_filter): Form<Filter>) -> Redirect {
    Redirect::to("/")
}

#[get("/users/{name}/files/{*path}")]
fn file(Path(_both): Path<(String, String)>) -> (AppendHeaders<[(&'static str, &'static str); 1]>, Vec<u8>) {
    (AppendHeaders([("x", "y")]), Vec::new())
}

#[route(QUERY, "/posts")]
fn query(text: String) -> Result<String, Problem> {
    Ok(text)
}

#[get("/hidden", hidden)]
fn hidden() -> &'static str {
    ""
}

mod other {
    use fingerpost::{get, routes};

    #[get("/")]
    fn list() -> impl fingerpost::Responder {
        "list"
    }

    routes! { pub(super) inner = [list] }
}

routes! { pub(super) table = [list, create, read, replace, remove, search, login, file, query, hidden, "/other" => other::inner] }
