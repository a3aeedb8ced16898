//! The handlers in fingerpost.

use std::path::Path;

use super::{Dialect, Handler, Shape, handler, lines};

const IMPORTS: &str = "
use crate::{Item, Items, NewItem};
use fingerpost::{Json, Problem, delete, get, post, put, routes};
";

const SHAPES: [Shape; 10] = [
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

pub(super) fn dialect(fingerpost: &Path) -> Dialect {
    let dependencies = format!("fingerpost = {{ path = \"{}\" }}\n", fingerpost.display());
    Dialect { dependencies, imports: IMPORTS, handler: attributed, table, main }
}

fn attributed(number: usize) -> Handler {
    let mut handler = handler(number, &SHAPES);
    let status = if matches!(number % 10, 1 | 4) { ", status = 201" } else { "" };
    handler.source = format!("#[{}(\"{}\"{status})]\n{}", handler.method, handler.path, handler.source);
    handler
}

fn table(handlers: &[Handler]) -> String {
    lines(handlers, "routes! { pub table = [", |handler| format!("{}, ", handler.name), "] }\n")
}

fn main(modules: &[String]) -> String {
    lines(
        modules,
        "fn main() -> Result<(), fingerpost::Error> {
    fingerpost::App::new(fingerpost::routes![",
        |module| format!("\"/{module}\" => {module}::table, "),
        "]).state(Items::default()).run(\"127.0.0.1:8080\")
}
",
    )
}
