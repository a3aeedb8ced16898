//! `Valid` around all that it may stand around, and types of the user's own with its name.
#![deny(warnings)]

use fingerpost::{App, Either, Form, JsonRejection, Json, Query, Valid, ValidRejection, get, post, routes};
use garde::Validate;
use serde::{Deserialize, Serialize};

#[derive(Clone, Deserialize, Serialize, Validate)]
struct Post {
    #[garde(length(min = 1))]
    title: String,
}

struct Limits {
    longest: usize,
}

#[derive(Deserialize, Validate)]
#[garde(context(Limits as ctx))]
struct Note {
    #[garde(length(max = ctx.longest))]
    text: String,
}

#[post("/json")]
fn json(Valid(Json(new)): Valid<Json<Post>>) -> String {
    new.title
}

#[post("/list")]
async fn list(new: Valid<Json<Vec<Post>>>) -> String {
    new.len().to_string()
}

#[post("/form")]
async fn form(new: Option<Valid<Form<Post>>>) -> String {
    new.map_or_else(String::new, |new| new.title.clone())
}

#[get("/query")]
fn query(Valid(Query(post)): Valid<Query<Post>>) -> String {
    post.title
}

#[post("/either", blocking)]
fn either(Valid(body): Valid<Either<Json<Post>, Form<Post>>>) -> String {
    body.into_inner().title
}

#[post("/result")]
fn result(new: Result<Valid<Json<Post>>, ValidRejection<JsonRejection>>) -> String {
    new.map_or_else(|rejection| rejection.to_string(), |Valid(Json(post))| post.title)
}

#[post("/context")]
fn context(Valid(Json(note)): Valid<Json<Note>>, limits: &Limits) -> String {
    format!("{} of {}", note.text, limits.longest)
}

mod own {
    use fingerpost::{FromRequest, Json, Problem, RequestContext, get, post};

    pub struct Valid<T>(pub T);

    impl FromRequest for Valid<u8> {
        type Rejection = Problem;

        async fn from_request(_: &mut RequestContext<'_>) -> Result<Self, Problem> {
            Ok(Self(7))
        }
    }

    impl<'de> serde::Deserialize<'de> for Valid<String> {
        fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            String::deserialize(deserializer).map(Self)
        }
    }

    #[get("/own")]
    pub fn extractor(Valid(number): Valid<u8>, state: &Valid<i64>) -> String {
        (i64::from(number) + state.0).to_string()
    }

    #[post("/own")]
    pub fn body(Json(Valid(text)): Json<Valid<String>>) -> String {
        text
    }
}

fn main() {
    let table = routes![json, list, form, query, either, result, context, own::extractor, own::body];
    let _ = App::new(table).state(Limits { longest: 7 }).state(own::Valid(7_i64)).into_service();
    let _ = json(Valid(Json(Post { title: "a".to_owned() })));
}
