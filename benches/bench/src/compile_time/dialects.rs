//! `Dialect`: the ten shapes of handlers in each framework, as its users write them.

use std::path::Path;

#[derive(Debug, Clone, Copy)]
pub(super) enum Framework {
    Fingerpost,
    Axum,
    Rocket,
}

impl Framework {
    pub(super) const ALL: [Self; 3] = [Self::Fingerpost, Self::Axum, Self::Rocket];

    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Fingerpost => "fingerpost",
            Self::Axum => "axum",
            Self::Rocket => "rocket",
        }
    }
}

pub(super) struct Dialect {
    pub(super) dependencies: String,
    pub(super) imports: &'static str,
    pub(super) handler: fn(usize) -> Handler,
    pub(super) table: fn(&[Handler]) -> String,
    pub(super) main: fn(&[String]) -> String,
}

pub(super) struct Handler {
    name: String,
    method: &'static str,
    path: String,
    pub(super) source: String,
}

/// A shape: its method, what follows the route's own segment in its path, and its function.
type Shape = (&'static str, &'static str, &'static str);

fn handler(number: usize, shapes: &[Shape; 10]) -> Handler {
    let (method, below, function) = shapes[number % shapes.len()];
    let source = function.replace("NAME", &format!("h{number}")).replace('#', &number.to_string());
    Handler { name: format!("h{number}"), method, path: format!("/r{number}{below}"), source }
}

/// The lines of all, each by `line`, with what stands around them.
fn lines<T>(all: &[T], before: &str, line: impl Fn(&T) -> String, after: &str) -> String {
    let lines: String = all.iter().map(line).collect();
    format!("{before}{lines}{after}")
}

const FINGERPOST: [Shape; 10] = [
    ("get", "", r#"pub fn NAME() -> &'static str { "hello #" }"#),
    ("put", "", "pub fn NAME() {}"),
    ("get", "/{id}", "pub fn NAME(id: u64) -> String { id.to_string() }"),
    (
        "get",
        "/{id}",
        "pub async fn NAME(id: u64, items: &Items) -> Result<Json<Item>, Problem> { items.get(id).await.map(Json).ok_or_else(|| Problem::new(404)) }",
    ),
    (
        "post",
        "",
        "pub async fn NAME(Json(new): Json<NewItem>, items: &Items) -> Json<Item> { Json(items.put(new).await) }",
    ),
    (
        "put",
        "/{id}",
        "pub async fn NAME(id: u64, Json(new): Json<NewItem>, items: &Items) -> Result<Json<Item>, Problem> { items.get(id).await.ok_or_else(|| Problem::new(404))?; Ok(Json(items.put(new).await)) }",
    ),
    (
        "delete",
        "/{id}",
        "pub async fn NAME(id: u64, items: &Items) -> Result<(), Problem> { items.get(id).await.map(drop).ok_or_else(|| Problem::new(404)) }",
    ),
    (
        "get",
        "/{a}/x/{b}",
        "pub async fn NAME(a: String, b: u32) -> Json<Item> { Json(Item { id: b.into(), name: a }) }",
    ),
    ("get", "", "pub async fn NAME(items: &Items) -> Json<Vec<Item>> { Json(items.all().await) }"),
    ("get", "", r#"pub async fn NAME() -> &'static str { "hi" }"#),
];

const AXUM: [Shape; 10] = [
    ("get", "", r#"pub async fn NAME() -> &'static str { "hello #" }"#),
    ("put", "", "pub async fn NAME() -> StatusCode { StatusCode::CREATED }"),
    ("get", "/{id}", "pub async fn NAME(Path(id): Path<u64>) -> String { id.to_string() }"),
    (
        "get",
        "/{id}",
        "pub async fn NAME(Path(id): Path<u64>, State(items): State<Arc<Items>>) -> Result<Json<Item>, StatusCode> { items.get(id).await.map(Json).ok_or(StatusCode::NOT_FOUND) }",
    ),
    (
        "post",
        "",
        "pub async fn NAME(State(items): State<Arc<Items>>, Json(new): Json<NewItem>) -> (StatusCode, Json<Item>) { (StatusCode::CREATED, Json(items.put(new).await)) }",
    ),
    (
        "put",
        "/{id}",
        "pub async fn NAME(Path(id): Path<u64>, State(items): State<Arc<Items>>, Json(new): Json<NewItem>) -> Result<Json<Item>, StatusCode> { items.get(id).await.ok_or(StatusCode::NOT_FOUND)?; Ok(Json(items.put(new).await)) }",
    ),
    (
        "delete",
        "/{id}",
        "pub async fn NAME(Path(id): Path<u64>, State(items): State<Arc<Items>>) -> Result<(), StatusCode> { items.get(id).await.map(drop).ok_or(StatusCode::NOT_FOUND) }",
    ),
    (
        "get",
        "/{a}/x/{b}",
        "pub async fn NAME(Path((a, b)): Path<(String, u32)>) -> Json<Item> { Json(Item { id: b.into(), name: a }) }",
    ),
    (
        "get",
        "",
        "pub async fn NAME(State(items): State<Arc<Items>>) -> Json<Vec<Item>> { Json(items.all().await) }",
    ),
    ("get", "", r#"pub async fn NAME() -> &'static str { "hi" }"#),
];

const ROCKET: [Shape; 10] = [
    ("get", "", r#"pub fn NAME() -> &'static str { "hello #" }"#),
    ("put", "", "pub fn NAME() -> Status { Status::Created }"),
    ("get", "/<id>", "pub fn NAME(id: u64) -> String { id.to_string() }"),
    (
        "get",
        "/<id>",
        "pub async fn NAME(id: u64, items: &State<Items>) -> Result<Json<Item>, Status> { items.get(id).await.map(Json).ok_or(Status::NotFound) }",
    ),
    (
        "post",
        "",
        "pub async fn NAME(new: Json<NewItem>, items: &State<Items>) -> (Status, Json<Item>) { (Status::Created, Json(items.put(new.into_inner()).await)) }",
    ),
    (
        "put",
        "/<id>",
        "pub async fn NAME(id: u64, new: Json<NewItem>, items: &State<Items>) -> Result<Json<Item>, Status> { items.get(id).await.ok_or(Status::NotFound)?; Ok(Json(items.put(new.into_inner()).await)) }",
    ),
    (
        "delete",
        "/<id>",
        "pub async fn NAME(id: u64, items: &State<Items>) -> Result<(), Status> { items.get(id).await.map(drop).ok_or(Status::NotFound) }",
    ),
    (
        "get",
        "/<a>/x/<b>",
        "pub async fn NAME(a: String, b: u32) -> Json<Item> { Json(Item { id: b.into(), name: a }) }",
    ),
    ("get", "", "pub async fn NAME(items: &State<Items>) -> Json<Vec<Item>> { Json(items.all().await) }"),
    ("get", "", r#"pub async fn NAME() -> &'static str { "hi" }"#),
];

impl Dialect {
    pub(super) fn of(framework: Framework, fingerpost: &Path) -> Self {
        match framework {
            Framework::Fingerpost => Self {
                dependencies: format!("fingerpost = {{ path = \"{}\" }}\n", fingerpost.display()),
                imports: "use crate::{Item, Items, NewItem};\nuse fingerpost::{Json, Problem, delete, get, post, put, routes};\n",
                handler: in_fingerpost,
                table: |all| lines(all, "routes! { pub table = [", |handler| format!("{}, ", handler.name), "] }\n"),
                main: |all| {
                    lines(
                        all,
                        "fn main() -> Result<(), fingerpost::Error> { fingerpost::App::new(fingerpost::routes![",
                        |module| format!("\"/{module}\" => {module}::table, "),
                        "]).state(Items::default()).run(\"127.0.0.1:8080\") }\n",
                    )
                },
            },
            Framework::Axum => Self {
                dependencies: "axum = \"0.8\"\ntokio = { version = \"1\", features = [\"macros\", \"net\", \"rt-multi-thread\"] }\n".to_owned(),
                imports: "use crate::{Item, Items, NewItem};\nuse axum::{Json, Router, extract::{Path, State}, http::StatusCode, routing::{delete, get, post, put}};\nuse std::sync::Arc;\n",
                handler: |number| handler(number, &AXUM),
                table: |all| {
                    let line = |handler: &Handler| format!(".route(\"{}\", {}({}))", handler.path, handler.method, handler.name);
                    lines(all, "pub fn table() -> Router<Arc<Items>> { Router::new()", line, " }\n")
                },
                main: |all| {
                    lines(
                        all,
                        "#[tokio::main] async fn main() -> std::io::Result<()> { let app = axum::Router::new()",
                        |module| format!(".nest(\"/{module}\", {module}::table())"),
                        ".with_state(std::sync::Arc::new(Items::default())); axum::serve(tokio::net::TcpListener::bind(\"127.0.0.1:8080\").await?, app).await }\n",
                    )
                },
            },
            Framework::Rocket => Self {
                dependencies: "rocket = { version = \"0.5\", features = [\"json\"] }\n".to_owned(),
                imports: "use crate::{Item, Items, NewItem};\nuse rocket::{Route, State, delete, get, http::Status, post, put, routes, serde::json::Json};\n",
                handler: in_rocket,
                table: |all| lines(all, "pub fn table() -> Vec<Route> { routes![", |handler| format!("{}, ", handler.name), "] }\n"),
                main: |all| {
                    lines(
                        all,
                        "#[rocket::launch] fn rocket() -> _ { rocket::build().manage(Items::default())",
                        |module| format!(".mount(\"/{module}\", {module}::table())"),
                        " }\n",
                    )
                },
            },
        }
    }
}

fn in_fingerpost(number: usize) -> Handler {
    let mut handler = handler(number, &FINGERPOST);
    let status = if matches!(number % 10, 1 | 4) { ", status = 201" } else { "" };
    handler.source = format!("#[{}(\"{}\"{status})]\n{}", handler.method, handler.path, handler.source);
    handler
}

fn in_rocket(number: usize) -> Handler {
    let mut handler = handler(number, &ROCKET);
    let data = if matches!(number % 10, 4 | 5) { ", data = \"<new>\"" } else { "" };
    handler.source = format!("#[{}(\"{}\"{data})]\n{}", handler.method, handler.path, handler.source);
    handler
}
