//! Pages that nobody writes over unseen: tags and preconditions, several representations, several media types of a body.
//!
//! ```text
//! cargo run --example versions
//! curl -i localhost:8080/pages/home -H 'Accept: text/html'
//! curl -i localhost:8080/pages/home -X PUT -H 'If-Match: "1"' --json '{"text":"hello again"}'
//! ```

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use fingerpost::{
    App, ETag, Either, Error, Form, Html, IfMatch, Json, Negotiated, PreconditionFailed, Preconditions,
    Problem, delete, get, post, put, routes,
};
use serde::{Deserialize, Serialize};

#[derive(Clone, Serialize)]
struct Page {
    version: u64,
    text: String,
}

#[derive(Deserialize)]
struct Text {
    text: String,
}

impl From<Page> for Html<String> {
    fn from(page: Page) -> Self {
        let text = page.text.replace('&', "&amp;").replace('<', "&lt;");
        Self(format!("<!DOCTYPE html><p>{text}"))
    }
}

impl From<Page> for String {
    fn from(page: Page) -> Self {
        page.text
    }
}

#[derive(Default)]
struct Pages(Mutex<HashMap<String, Page>>);

impl Pages {
    fn locked(&self) -> MutexGuard<'_, HashMap<String, Page>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[derive(Debug, Problem)]
enum ApiError {
    #[problem(404, "there is no page `{name}`")]
    NoPage { name: String },
    #[problem(transparent)]
    Stale(#[from] PreconditionFailed),
}

/// A page to edit, with the tag that a change must name.
#[get("/pages/{name}/source", etag = |page| page.version, header("Cache-Control" = "no-cache"))]
fn source(name: String, pages: &Pages) -> Result<Json<Page>, ApiError> {
    pages.locked().get(&name).cloned().map(Json).ok_or(ApiError::NoPage { name })
}

/// What a page can be sent as; the first where the request does not say.
type Kinds = (Html<String>, Json<Page>, String);

/// A page to read, as the request wants it; each representation has its own tag.
#[get("/pages/{name}", etag)]
fn read(name: String, pages: &Pages) -> Result<Negotiated<Page, Kinds>, ApiError> {
    pages.locked().get(&name).cloned().map(Negotiated::new).ok_or(ApiError::NoPage { name })
}

/// A new page, from a program or from a form; 412 where there is one of that name already, with `If-None-Match: *`.
#[post("/pages/{name}", status = 201)]
fn create(
    name: String,
    conditions: Preconditions,
    body: Either<Json<Text>, Form<Text>>,
    pages: &Pages,
) -> Result<(ETag, ()), ApiError> {
    let mut pages = pages.locked();
    conditions.check(pages.get(&name).map(|page| ETag::from(page.version)))?;
    pages.insert(name, Page { version: 1, text: body.into_inner().text });
    Ok((1_u64.into(), ()))
}

/// Changes the version that the client has seen, and no other.
#[put("/pages/{name}")]
fn change(
    name: String,
    if_match: IfMatch,
    Json(new): Json<Text>,
    pages: &Pages,
) -> Result<(ETag, Json<Page>), ApiError> {
    // Checked and written under one lock.
    let mut pages = pages.locked();
    let Some(page) = pages.get_mut(&name) else { return Err(ApiError::NoPage { name }) };
    if_match.check(ETag::from(page.version))?;
    *page = Page { version: page.version + 1, text: new.text };
    Ok((page.version.into(), Json(page.clone())))
}

#[delete("/pages/{name}")]
fn remove(name: String, if_match: Option<IfMatch>, pages: &Pages) -> Result<(), ApiError> {
    let mut pages = pages.locked();
    let current = pages.get(&name).map(|page| ETag::from(page.version));
    if let Some(if_match) = if_match {
        if_match.check(current)?;
    }
    pages.remove(&name).map(drop).ok_or(ApiError::NoPage { name })
}

routes! { table = [source, read, create, change, remove] }

fn main() -> Result<(), Error> {
    App::new(table).state(Pages::default()).run("127.0.0.1:8080")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn who_comes_too_late_is_told() {
        let app = App::new(table).state(Pages::default()).test();
        let form = app.post("/pages/home").header("if-none-match", "*");
        let form = form.header("content-type", "application/x-www-form-urlencoded").body("text=hello");
        assert_eq!(form.send().await.status(), 201);
        let seen = app.get("/pages/home/source").send().await;
        let tag = seen.header("etag").expect("a tag");

        let change = |text: &str| app.put("/pages/home").json(&serde_json::json!({ "text": text }));
        assert_eq!(change("mine").send().await.status(), 428);
        assert_eq!(change("mine").header("if-match", tag).send().await.status(), 200);
        assert_eq!(change("theirs").header("if-match", tag).send().await.status(), 412);
        assert_eq!(app.get("/pages/home").header("accept", "text/plain").send().await.text(), "mine");
    }

    #[tokio::test]
    async fn a_copy_is_used_again_while_it_is_the_same() {
        let app = App::new(table).state(Pages::default()).test();
        app.post("/pages/home").json(&serde_json::json!({ "text": "<hello>" })).send().await;
        let read = |accept: &str| app.get("/pages/home").header("accept", accept);
        let page = read("text/html").send().await;
        assert_eq!(page.text(), "<!DOCTYPE html><p>&lt;hello>");
        let tag = page.header("etag").expect("a tag");
        assert_eq!(read("text/html").header("if-none-match", tag).send().await.status(), 304);
        assert_eq!(read("text/plain").header("if-none-match", tag).send().await.status(), 200);
        assert_eq!(read("image/png").send().await.status(), 406);
    }

    #[test]
    fn a_handler_is_a_function() {
        let pages = Pages::default();
        pages.locked().insert("home".to_owned(), Page { version: 7, text: String::new() });
        let old = IfMatch::from(ETag::from(6_u64));
        let text = Json(Text { text: "new".to_owned() });
        assert!(matches!(change("home".to_owned(), old, text, &pages), Err(ApiError::Stale(_))));
    }
}
