//! The handlers in Rocket.

use super::{Dialect, Handler, Shape, handler, lines};

const DEPENDENCIES: &str = r#"rocket = { version = "0.5", features = ["json"] }
"#;

const IMPORTS: &str = "
use crate::{Item, Items, NewItem};
use rocket::http::Status;
use rocket::serde::json::Json;
use rocket::{Route, State, delete, get, post, put, routes};
";

const SHAPES: [Shape; 10] = [
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

pub(super) fn dialect() -> Dialect {
    let dependencies = DEPENDENCIES.to_owned();
    Dialect { dependencies, imports: IMPORTS, handler: attributed, table, main }
}

fn attributed(number: usize) -> Handler {
    let mut handler = handler(number, &SHAPES);
    let data = if matches!(number % 10, 4 | 5) { ", data = \"<new>\"" } else { "" };
    handler.source = format!("#[{}(\"{}\"{data})]\n{}", handler.method, handler.path, handler.source);
    handler
}

fn table(handlers: &[Handler]) -> String {
    let line = |handler: &Handler| format!("{}, ", handler.name);
    lines(handlers, "pub fn table() -> Vec<Route> { routes![", line, "] }\n")
}

fn main(modules: &[String]) -> String {
    lines(
        modules,
        "#[rocket::launch]
fn rocket() -> _ {
    rocket::build().manage(Items::default())",
        |module| format!(".mount(\"/{module}\", {module}::table())"),
        "
}
",
    )
}
