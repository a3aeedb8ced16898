//! What the document says of what is held to rules: the rules in the schema, and the 422.

use fingerpost::openapi::{Document, Info};
use fingerpost::{Either, Form, Json, JsonRejection, Query, Valid, ValidRejection, get, post, routes};
use garde::Validate;
use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::json;

use super::operation;

#[derive(Deserialize, JsonSchema, Validate)]
#[serde(rename_all = "camelCase")]
struct NewPost {
    #[garde(length(min = 1, max = 80))]
    short_title: String,
    #[garde(length(max = 3), inner(length(min = 2)))]
    tags: Vec<String>,
    #[garde(range(min = 1, max = 5))]
    stars: u8,
}

#[post("/posts")]
fn create(_new: Valid<Json<NewPost>>) {}

#[post("/maybe")]
fn maybe(_new: Option<Valid<Json<NewPost>>>) {}

#[post("/looked-at")]
fn looked_at(_new: Result<Valid<Json<NewPost>>, ValidRejection<JsonRejection>>) {}

#[post("/either")]
fn either(_new: Valid<Either<Json<NewPost>, Form<NewPost>>>) {}

#[get("/posts")]
fn list(_filter: Valid<Query<NewPost>>) {}

fn document() -> Document {
    Document::of(&routes![create, maybe, looked_at, either, list], Info::new("Rules", "1.0.0"))
}

#[test]
fn the_schema_has_the_rules() {
    let document = document();
    let create = operation(&document, "POST /posts");
    let schema = &create["requestBody"]["content"]["application/json"]["schema"];
    assert_eq!(schema, &json!({ "$ref": "#/components/schemas/NewPost" }));
    let members = &document.value()["components"]["schemas"]["NewPost"]["properties"];
    assert_eq!(members["shortTitle"], json!({ "type": "string", "minLength": 1, "maxLength": 80 }));
    assert_eq!(
        members["tags"],
        json!({ "type": "array", "items": { "type": "string", "minLength": 2 }, "maxItems": 3 })
    );
    assert_eq!((&members["stars"]["minimum"], &members["stars"]["maximum"]), (&json!(1), &json!(5)));
    let parameters = operation(&document, "GET /posts")["parameters"].as_array().unwrap();
    let stars = parameters.iter().find(|parameter| parameter["name"] == "stars").unwrap();
    assert_eq!((&stars["schema"]["minimum"], &stars["schema"]["maximum"]), (&json!(1), &json!(5)));
}

#[test]
fn what_breaks_them_is_422() {
    let document = document();
    for name in ["POST /posts", "POST /maybe", "POST /either", "GET /posts"] {
        let refused = &operation(&document, name)["responses"]["422"];
        let schema = refused["content"]["application/problem+json"]["schema"].to_string();
        assert!(schema.contains(r##""#/components/schemas/Violations""##), "{name}: {refused}");
    }
    let violations = &document.value()["components"]["schemas"]["Violations"];
    assert_eq!(violations["properties"]["errors"]["items"]["required"], json!(["detail", "pointer"]));
    // The handler answers for what is refused, and there is a body or not.
    let looked_at = operation(&document, "POST /looked-at");
    assert!(looked_at["responses"]["422"].is_null() && looked_at["requestBody"]["required"].is_null());
    assert!(operation(&document, "POST /maybe")["requestBody"]["required"].is_null());
    assert_eq!(operation(&document, "POST /posts")["requestBody"]["required"], true);
    // As without the rules.
    assert!(!operation(&document, "POST /posts")["responses"]["415"].is_null());
}
