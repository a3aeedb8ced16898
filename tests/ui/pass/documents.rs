//! Documents of handlers of all kinds, of types of all visibilities.
#![deny(warnings)]

use fingerpost::openapi::{Document, Info};
use fingerpost::{App, FromRequest, Json, RequestContext, Responder, Response, get, post, routes};
use fingerpost::openapi::schemars::{self, JsonSchema};
use serde::Deserialize;

mod inner {
    use fingerpost::openapi::schemars::{self, JsonSchema};
    use fingerpost::{Json, Problem, get, routes};
    use serde::Serialize;

    #[derive(Serialize, JsonSchema)]
    #[schemars(crate = "schemars")]
    struct Private {
        id: u64,
    }

    #[derive(Serialize, JsonSchema)]
    #[schemars(crate = "schemars")]
    struct Mistake {
        detail: &'static str,
    }

    #[derive(Problem)]
    enum Failed {
        #[problem(422)]
        Invalid {
            #[problem(member)]
            mistakes: Vec<Mistake>,
        },
        #[problem(transparent)]
        Other(#[from] Problem),
    }

    #[get("/private/{id}")]
    fn private(id: u64) -> Result<Json<Private>, Failed> {
        if id == 0 {
            return Err(Failed::Invalid { mistakes: vec![Mistake { detail: "zero" }] });
        }
        if id == 1 {
            return Err(Problem::new(404).into());
        }
        Ok(Json(Private { id }))
    }

    routes! { pub table = [private] }
}

/// An extractor, an answer and an error that say nothing of themselves.
struct Quiet;

impl FromRequest for Quiet {
    type Rejection = Silence;

    async fn from_request(_: &mut RequestContext<'_>) -> Result<Self, Silence> {
        Ok(Self)
    }
}

struct Silence;

impl Responder for Silence {
    const FACTS: fingerpost::Facts = fingerpost::Facts::new().own_status(418);

    fn respond(self, _: &mut Response) {}
}

#[get("/quiet")]
fn quiet(_quiet: Quiet) -> Result<(Silence, Silence2), Silence> {
    Err(Silence)
}

type Silence2 = &'static str;

impl fingerpost::ResponsePart for Silence {
    fn add_to(self, _: &mut Response) {}
}

/// A parameter without a schema is text.
struct Slug;

impl std::str::FromStr for Slug {
    type Err = ();

    fn from_str(_: &str) -> Result<Self, ()> {
        Ok(Self)
    }
}

#[get("/slugs/{_slug}")]
fn slugs(_slug: Slug) {}

#[derive(Deserialize, JsonSchema)]
#[schemars(crate = "schemars")]
struct New<'a> {
    #[serde(default)]
    title: std::borrow::Cow<'a, str>,
}

#[post("/new")]
async fn new(Json(new): Json<New<'static>>) -> impl Responder {
    new.title.into_owned()
}

struct Db(Vec<String>);

#[get("/borrowed")]
fn borrowed(db: &Db) -> Json<&Vec<String>> {
    Json(&db.0)
}

type Answer<T = Json<Vec<String>>> = Result<T, fingerpost::Problem>;

#[get("/alias")]
fn alias(db: &Db) -> Answer {
    Ok(Json(db.0.clone()))
}

/// Outputs without a name, of arguments of all kinds.
#[get("/unnamed/{name}?{tag}", status = 203)]
async fn unnamed(name: &str, tag: Vec<&str>, _quiet: Quiet, db: &Db) -> Result<impl Responder + use<>, Silence> {
    Ok(format!("{name} {tag:?} {}", db.0.len()))
}

#[deprecated]
#[get("/old", blocking)]
fn old(db: &Db) -> Option<impl Responder + use<>> {
    db.0.first().cloned()
}

fn main() {
    let table = routes![quiet, slugs, new, borrowed, alias, unnamed, old, "/inner" => inner::table];
    let document = Document::of(&table, Info::new("Everything", "1.0.0"));
    assert!(document.value()["paths"]["/quiet"]["get"]["responses"]["418"].is_object());
    let unnamed = &document.value()["paths"]["/unnamed/{name}"]["get"]["responses"];
    assert!(unnamed["203"].is_object() && unnamed["200"].is_null());
    let app = App::new(table).state(Db(Vec::new())).openapi(Info::new("Everything", "1.0.0"));
    assert!(app.into_service().is_ok());
}
