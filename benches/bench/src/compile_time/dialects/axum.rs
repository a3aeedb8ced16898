//! The handlers in axum.

use super::{Dialect, Handler, Shape, handler, lines};

const DEPENDENCIES: &str = r#"axum = "0.8"
tokio = { version = "1", features = ["macros", "net", "rt-multi-thread"] }
"#;

const IMPORTS: &str = "
use std::sync::Arc;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::routing::{delete, get, post, put};
use axum::{Json, Router};
use crate::{Item, Items, NewItem};
";

const SHAPES: [Shape; 10] = [
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

pub(super) fn dialect() -> Dialect {
    let dependencies = DEPENDENCIES.to_owned();
    Dialect { dependencies, imports: IMPORTS, handler: |number| handler(number, &SHAPES), table, main }
}

fn table(handlers: &[Handler]) -> String {
    let line =
        |handler: &Handler| format!(".route(\"{}\", {}({}))", handler.path, handler.method, handler.name);
    lines(handlers, "pub fn table() -> Router<Arc<Items>> { Router::new()", line, " }\n")
}

fn main(modules: &[String]) -> String {
    lines(
        modules,
        "#[tokio::main]
async fn main() -> std::io::Result<()> {
    let app = axum::Router::new()",
        |module| format!(".nest(\"/{module}\", {module}::table())"),
        ".with_state(std::sync::Arc::new(Items::default()));
    axum::serve(tokio::net::TcpListener::bind(\"127.0.0.1:8080\").await?, app).await
}
",
    )
}
