//! What the document says of single handlers.

use std::time::Duration;

use fingerpost::openapi::Info;
use fingerpost::{App, Excess, Response, get, routes};
use serde_json::{Value, json};

use super::{document, operation};

fn statuses(operation: &Value) -> Vec<&str> {
    operation["responses"].as_object().unwrap().keys().map(String::as_str).collect()
}

fn resolved<'d>(document: &'d Value, schema: &'d Value) -> &'d Value {
    let uri = schema["$ref"].as_str().unwrap_or_else(|| panic!("{schema} is no reference"));
    document.pointer(uri.strip_prefix('#').unwrap()).unwrap()
}

#[test]
fn doc_comments_tags_and_deprecation_are_shown() {
    let document = document();
    let list = operation(&document, "GET /posts");
    assert_eq!(list["summary"], "The posts.");
    assert_eq!(list["description"], "Oldest first, a page at a time.");
    assert_eq!(list["tags"], json!(["posts"]));
    assert_eq!(list["deprecated"], Value::Null);
    assert_eq!(operation(&document, "PUT /posts/{id}")["deprecated"], true);
    let schemas = &document.value()["components"]["schemas"];
    assert_eq!(schemas["Post"]["description"], "A post as it is kept.");
    assert_eq!(schemas["Post"]["properties"]["title"]["description"], "What it is called.");
}

/// OpenAPI has a summary as plain text, and a description as Markdown.
#[test]
fn a_summary_has_no_markup() {
    /// The [`Response`] of a `GET`, which is *plain*, see [RFC 9110](https://example.org).
    ///
    /// With `code`.
    #[get("/marked")]
    fn marked() {}

    let document = App::new(routes![marked]).openapi(Info::new("Marks", "1")).into_service().unwrap();
    let document = document.openapi().unwrap().value();
    let operation = &document["paths"]["/marked"]["get"];
    assert_eq!(operation["summary"], "The Response of a GET, which is plain, see RFC 9110.");
    assert_eq!(operation["description"], "With `code`.");
}

#[test]
fn parameters_have_types_defaults_and_required() {
    let document = document();
    let parameters = &operation(&document, "GET /posts")["parameters"];
    let of = |name: &str| {
        parameters.as_array().unwrap().iter().find(|parameter| parameter["name"] == name).unwrap()
    };
    assert_eq!(of("q"), &json!({ "name": "q", "in": "query", "schema": { "type": "string" } }));
    assert_eq!(of("limit")["schema"]["default"], 20);
    assert_eq!(of("limit")["required"], Value::Null);
    assert_eq!(of("tag")["schema"], json!({ "type": "array", "items": { "type": "string" } }));
    assert_eq!(
        (&of("page-size")["required"], &of("page-size")["schema"]["maximum"]),
        (&json!(true), &json!(255))
    );
    let id = &operation(&document, "GET /posts/{id}")["parameters"][0];
    assert_eq!(
        (&id["in"], &id["required"], &id["schema"]["type"]),
        (&json!("path"), &json!(true), &json!("integer"))
    );
}

#[test]
fn a_path_with_other_names_is_the_same_path() {
    let document = document();
    assert_eq!(operation(&document, "PUT /posts/{id}")["parameters"][0]["name"], "id");
    assert!(document.value()["paths"]["/posts/{number}"].is_null());
}

#[test]
fn a_handler_answers_what_its_signature_says_and_no_more() {
    let document = document();
    for (name, expected) in [
        ("GET /posts", &["200", "400", "500", "503"][..]),
        ("POST /posts", &["201", "400", "401", "404", "408", "409", "413", "415", "422", "500", "503"]),
        ("GET /posts/{id}", &["200", "400", "404", "409", "422", "500", "503"]),
        ("PUT /posts/{id}", &["204", "400", "403", "404", "408", "409", "413", "415", "422", "500", "503"]),
        ("DELETE /posts/{id}", &["204", "400", "404", "500", "503"]),
        ("GET /search", &["400", "500", "503", "default"]),
        ("POST /login", &["3XX", "400", "408", "413", "415", "422", "500", "503"]),
        ("GET /other", &["200", "500", "503"]),
    ] {
        assert_eq!(statuses(operation(&document, name)), expected, "{name}");
    }
}

#[test]
fn a_problem_has_a_schema_of_its_own() {
    let document = document();
    let taken = &operation(&document, "GET /posts/{id}")["responses"]["409"];
    assert_eq!(taken["headers"]["Retry-After"]["required"], true);
    let schema = resolved(document.value(), &taken["content"]["application/problem+json"]["schema"]);
    assert_eq!(schema["properties"]["type"]["const"], "https://example.org/taken");
    assert_eq!(schema["properties"]["title"]["const"], "Title taken");
    assert_eq!(schema["properties"]["status"]["const"], 409);
    let invalid = &operation(&document, "GET /posts/{id}")["responses"]["422"];
    let schema = resolved(document.value(), &invalid["content"]["application/problem+json"]["schema"]);
    assert_eq!(schema["properties"]["errors"]["items"]["$ref"], "#/components/schemas/Mistake");
    assert!(schema["required"].as_array().unwrap().contains(&json!("errors")));
    // Two kinds of one status are alternatives.
    let both = &operation(&document, "PUT /posts/{id}")["responses"]["422"];
    let schema = &both["content"]["application/problem+json"]["schema"];
    assert_eq!(schema["anyOf"].as_array().unwrap().len(), 2);
}

#[test]
fn the_success_has_what_is_declared() {
    let document = document();
    let list = &operation(&document, "GET /posts")["responses"]["200"];
    assert_eq!(list["headers"]["Cache-Control"]["schema"]["const"], "no-store");
    let created = &operation(&document, "POST /posts")["responses"]["201"];
    assert_eq!(created["headers"]["Location"]["required"], true);
    let link = json!({ "operationId": "read", "parameters": { "id": "$response.body#/id" } });
    assert_eq!(created["links"], json!({ "read": link }));
    // Nothing of it belongs to a failure.
    assert!(operation(&document, "POST /posts")["responses"]["409"]["headers"]["Location"].is_null());
}

#[test]
fn an_extractor_that_says_nothing_is_known_by_its_rejection() {
    let document = document();
    let nobody = &operation(&document, "POST /posts")["responses"]["401"];
    assert_eq!(nobody["headers"]["WWW-Authenticate"]["schema"]["type"], "string");
}

#[test]
fn types_of_one_name_do_not_collide() {
    let document = document();
    let own =
        &operation(&document, "GET /posts/{id}")["responses"]["200"]["content"]["application/json"]["schema"];
    let other =
        &operation(&document, "GET /other/post")["responses"]["200"]["content"]["application/json"]["schema"];
    assert_ne!(own, other);
    assert!(resolved(document.value(), other)["properties"]["subject"].is_object());
    assert!(resolved(document.value(), own)["properties"]["title"].is_object());
}

#[test]
fn what_is_read_otherwise_than_it_is_written_is_two_schemas() {
    let document = document();
    let echo = operation(&document, "POST /echo");
    let sent = resolved(document.value(), &echo["requestBody"]["content"]["application/json"]["schema"]);
    let answered =
        resolved(document.value(), &echo["responses"]["200"]["content"]["application/json"]["schema"]);
    assert_eq!(sent["required"], Value::Null);
    assert_eq!(answered["required"], json!(["count", "state"]));
    assert_eq!(
        echo["requestBody"]["content"]["application/json"]["schema"]["$ref"],
        "#/components/schemas/CounterInput"
    );
    // What is the same both ways is one.
    assert!(document.value()["components"]["schemas"]["StateInput"].is_null());
}

#[test]
fn types_may_refer_to_themselves_and_have_constraints() {
    let document = document();
    let schemas = &document.value()["components"]["schemas"];
    assert_eq!(schemas["Post"]["properties"]["replies"]["items"]["$ref"], "#/components/schemas/Post");
    assert_eq!(schemas["State"]["enum"], json!(["draft", "public"]));
    assert_eq!(schemas["NewPost"]["properties"]["title"]["maxLength"], 100);
}

#[test]
fn examples_of_bodies_answers_and_parameters_are_those_of_their_types() {
    let document = document();
    let schemas = &document.value()["components"]["schemas"];
    assert_eq!(schemas["NewPost"]["properties"]["title"]["examples"], json!(["Intro"]));
    assert_eq!(schemas["Mistake"]["examples"], json!([{ "detail": "too long" }]));
    let prefix = &operation(&document, "GET /search")["parameters"][1];
    assert_eq!((&prefix["name"], &prefix["schema"]["examples"]), (&json!("prefix"), &json!(["In"])));
}

#[test]
fn names_of_functions_are_operation_ids_and_told_apart_where_they_meet() {
    let document = document();
    assert_eq!(operation(&document, "GET /posts")["operationId"], "api_list");
    assert_eq!(operation(&document, "GET /other")["operationId"], "other_list");
    assert_eq!(operation(&document, "GET /posts/{id}")["operationId"], "read");
    assert_eq!(operation(&document, "GET /named")["operationId"], "getNamed");
}

#[test]
fn a_hidden_handler_is_not_shown_and_needs_no_schemas() {
    let document = document();
    assert!(document.value()["paths"]["/hidden"].is_null());
}

#[test]
fn bodies_that_are_no_json_have_their_media_types() {
    let document = document();
    let login = operation(&document, "POST /login");
    assert!(login["requestBody"]["content"]["application/x-www-form-urlencoded"]["schema"].is_object());
    assert_eq!(login["requestBody"]["required"], true);
    assert_eq!(login["responses"]["3XX"]["headers"]["Location"]["required"], true);
    let search = operation(&document, "GET /search");
    assert_eq!(search["parameters"][1]["schema"]["description"], "The first letters.");
    assert!(search["responses"]["default"]["content"]["text/plain; charset=utf-8"].is_object());
    let csv = operation(&document, "GET /csv");
    assert!(csv["responses"]["200"]["content"]["text/csv"].is_object());
    let stream = operation(&document, "GET /stream");
    assert_eq!(stream["responses"]["200"]["content"], json!({ "application/x-ndjson": {} }));
}

#[test]
fn what_need_not_be_there_is_not_required() {
    let document = document();
    let optional = operation(&document, "POST /maybe");
    assert_eq!(optional["requestBody"]["required"], Value::Null);
    assert_eq!(statuses(optional), ["204", "400", "408", "413", "415", "422", "500", "503"]);
    // A handler that takes the rejection answers for it.
    let own = operation(&document, "POST /own");
    assert_eq!(statuses(own), ["204", "500", "503"]);
}

#[test]
fn a_method_that_openapi_does_not_know_stands_beside() {
    let document = document();
    let query = &document.value()["paths"]["/posts"]["x-additional-operations"]["QUERY"];
    assert_eq!(query["operationId"], "query");
    assert!(query["responses"]["default"].is_object(), "a bare problem may have any status");
}

#[test]
fn a_time_limit_of_the_app_is_one_of_its_handlers_that_wait() {
    for (queue, others_wait) in [(Some(Duration::from_secs(1)), true), (None, false)] {
        let app = App::new(super::api::table).timeout(Duration::from_secs(5)).queue_timeout(queue);
        let service = app.openapi(Info::new("Timed", "1")).into_service().unwrap();
        let document = service.openapi().unwrap();
        // Who is refused learns when to come again, and whose time has run out does not.
        let retry = &operation(document, "POST /login")["responses"]["503"]["headers"]["Retry-After"];
        assert_eq!(*retry, json!({ "schema": { "type": "integer", "minimum": 0 } }));
        assert_eq!(operation(document, "GET /posts/{id}")["responses"]["503"].is_object(), others_wait);
    }
}

#[test]
fn a_failure_hook_may_make_anything_of_failures_until_the_app_says_what() {
    let app = || {
        let app = App::new(super::api::table).openapi(Info::new("Hooked", "1"));
        app.on_failure(|_, problem| Some(Response::new(problem.status().to_string().into())))
    };
    let service = app().into_service().unwrap();
    let read = operation(service.openapi().unwrap(), "GET /posts/{id}");
    assert_eq!(read["responses"]["409"]["content"], json!({ "*/*": {} }));
    assert_eq!(read["responses"]["409"]["headers"]["Retry-After"]["required"], true);
    assert_eq!(read["responses"]["500"]["content"], json!({ "*/*": {} }));
    assert_eq!(read["responses"]["default"]["content"], json!({ "*/*": {} }));
    assert!(read["responses"]["200"]["content"]["application/json"].is_object());

    let described = app().describe_failures(|failure, schemas| {
        let schema = schemas.answered::<String>();
        failure.only_content("application/json", schema)
    });
    let service = described.into_service().unwrap();
    let read = operation(service.openapi().unwrap(), "GET /posts/{id}");
    assert_eq!(statuses(read), ["200", "400", "404", "409", "422", "500", "503"]);
    assert_eq!(
        read["responses"]["409"]["content"],
        json!({ "application/json": { "schema": { "type": "string" } } })
    );
}

#[test]
fn an_address_that_has_its_share_is_an_answer_of_every_operation() {
    for (excess, is_answered) in [(Excess::Answer, true), (Excess::Close, false)] {
        let app =
            App::new(super::api::table).connections_per_address(9, excess).openapi(Info::new("Shared", "1"));
        let service = app.into_service().unwrap();
        let read = operation(service.openapi().unwrap(), "GET /posts/{id}");
        assert_eq!(read["responses"]["429"]["content"]["application/problem+json"].is_object(), is_answered);
    }
}
