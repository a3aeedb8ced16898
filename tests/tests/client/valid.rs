//! What is held to rules is sent as it would be without.

use fingerpost::{App, Form, Json, Query, Valid, get, post, routes};
use garde::Validate;
use serde::{Deserialize, Serialize};

use crate::support::serve;
use fingerpost::client::Client;

#[derive(Deserialize, Serialize, Validate)]
struct Named {
    #[garde(length(min = 1))]
    name: String,
}

impl Named {
    fn of(name: &str) -> Self {
        Self { name: name.to_owned() }
    }
}

#[post("/json")]
fn json(Valid(Json(new)): Valid<Json<Named>>) -> String {
    new.name
}

#[post("/form")]
fn form(Valid(Form(new)): Valid<Form<Named>>) -> String {
    new.name
}

#[get("/query")]
fn query(Valid(Query(filter)): Valid<Query<Named>>) -> String {
    filter.name
}

#[post("/maybe")]
fn maybe(new: Option<Valid<Json<Named>>>) -> String {
    new.map_or("nobody".to_owned(), |Valid(Json(new))| new.name)
}

#[tokio::test]
async fn is_sent_as_it_is_without_rules() {
    let server = serve(App::new(routes![json, form, query, maybe])).await;
    let client = Client::new(&format!("http://{}", server.address));
    assert_eq!(*client.call(json::request(Named::of("a"))).await.unwrap().success().unwrap(), "a");
    assert_eq!(*client.call(form::request(Named::of("b"))).await.unwrap().success().unwrap(), "b");
    assert_eq!(*client.call(query::request(Named::of("c d"))).await.unwrap().success().unwrap(), "c d");
    assert_eq!(*client.call(maybe::request(None)).await.unwrap().success().unwrap(), "nobody");
    assert_eq!(*client.call(maybe::request(Some(Named::of("e")))).await.unwrap().success().unwrap(), "e");
    let refused = client.call(json::request(Named::of(""))).await.unwrap().success().err().unwrap();
    assert!(refused.to_string().starts_with("422 "), "{refused}");
}
