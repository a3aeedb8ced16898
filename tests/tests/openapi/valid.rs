//! The documents are valid: by the JSON Schema of OpenAPI 3.1, and in what that schema cannot say.

use std::collections::BTreeSet;

use fingerpost::openapi::{Document, Info};
use fingerpost::routes;
use serde_json::Value;

use super::document;

/// Everything that is wrong with a document.
pub(super) fn mistakes(document: &Value) -> Vec<String> {
    let schema: Value = serde_json::from_str(include_str!("oas/schema-2022-10-07.json")).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let mut mistakes: Vec<String> =
        validator.iter_errors(document).map(|error| format!("{}: {error}", error.instance_path())).collect();
    each(document, &mut |name, value| {
        if name == "schema" && !jsonschema::draft202012::meta::is_valid(value) {
            mistakes.push(format!("no JSON Schema: {value}"));
        }
        if name == "$ref" && document.pointer(value.as_str().unwrap().strip_prefix('#').unwrap()).is_none() {
            mistakes.push(format!("leads nowhere: {value}"));
        }
    });
    for (name, schema) in document["components"]["schemas"].as_object().into_iter().flatten() {
        if !jsonschema::draft202012::meta::is_valid(schema) {
            mistakes.push(format!("`{name}` is no JSON Schema: {schema}"));
        }
    }
    mistakes.extend(operation_mistakes(document));
    mistakes
}

fn each(value: &Value, found: &mut dyn FnMut(&str, &Value)) {
    match value {
        Value::Object(members) => {
            for (name, value) in members {
                found(name, value);
                each(value, found);
            }
        }
        Value::Array(items) => items.iter().for_each(|item| each(item, found)),
        _ => {}
    }
}

fn operation_mistakes(document: &Value) -> Vec<String> {
    let (mut mistakes, mut ids, mut links) = (Vec::new(), BTreeSet::new(), Vec::new());
    for (path, item) in document["paths"].as_object().unwrap() {
        for (method, operation) in item.as_object().unwrap() {
            if method.starts_with("x-") {
                continue;
            }
            let id = operation["operationId"].as_str().unwrap().to_owned();
            if !ids.insert(id.clone()) {
                mistakes.push(format!("two operations are called `{id}`"));
            }
            let captures: BTreeSet<&str> =
                path.split('{').skip(1).filter_map(|rest| Some(rest.split_once('}')?.0)).collect();
            let parameters = operation["parameters"].as_array().cloned().unwrap_or_default();
            let named: BTreeSet<&str> = parameters
                .iter()
                .filter(|parameter| parameter["in"] == "path")
                .map(|parameter| parameter["name"].as_str().unwrap())
                .collect();
            if captures != named {
                mistakes.push(format!("`{id}` has the parameters {named:?} at `{path}`"));
            }
            each(operation, &mut |name, value| {
                if name == "links" {
                    links.extend(value.as_object().unwrap().values().map(|link| link["operationId"].clone()));
                }
            });
        }
    }
    let leads_nowhere = |link: &Value| !ids.contains(link.as_str().unwrap());
    mistakes
        .extend(links.into_iter().filter(leads_nowhere).map(|link| format!("no operation is called {link}")));
    mistakes
}

#[test]
fn the_document_of_everything_is_valid() {
    assert_eq!(mistakes(document().value()), [] as [&str; 0]);
}

#[test]
fn a_document_of_nothing_is_valid() {
    let info = Info::new("Nothing", "0")
        .description("Nothing at all.")
        .contact("Ada", "ada@example.org")
        .license("MIT", "MIT")
        .terms_of_service("https://example.org/terms")
        .server("https://example.org/api");
    assert_eq!(mistakes(Document::of(&routes![], info).value()), [] as [&str; 0]);
}

#[test]
fn what_is_wrong_is_found() {
    let mut broken = document().value().clone();
    broken["paths"]["/posts"]["get"]["responses"]["200"]["content"]["application/json"]["schema"] =
        serde_json::json!({ "$ref": "#/components/schemas/Nowhere" });
    broken["paths"]["/posts/{id}"]["get"]["parameters"] = serde_json::json!([]);
    broken["info"]["version"] = 1.into();
    let mistakes = mistakes(&broken).join("\n");
    for expected in
        ["leads nowhere: \"#/components/schemas/Nowhere\"", "has the parameters {}", "/info/version"]
    {
        assert!(mistakes.contains(expected), "{mistakes}");
    }
}

#[test]
fn yaml_says_the_same_as_json() {
    let document = document();
    let yaml: Value = serde_saphyr::from_str(&document.to_yaml()).unwrap();
    assert_eq!(yaml, *document.value());
    let json: Value = serde_json::from_str(&document.to_json()).unwrap();
    assert_eq!(json, *document.value());
}
