//! Bodies and queries that are valid before a handler sees them, by the rules of the crate `garde`.
//!
//! `cargo run --example validation`, then
//! `curl -i http://127.0.0.1:8080/users -H 'content-type: application/json' -d '{"name": "", "email": "ada", "roles": ["admin", "?"]}'`.

use std::collections::HashSet;
use std::sync::Mutex;

use fingerpost::{App, Error, Json, Query, Valid, get, post, routes};
use garde::Validate;
use serde::{Deserialize, Serialize};

#[derive(Clone, Deserialize, Serialize, Validate)]
#[garde(context(Users as users))]
struct NewUser {
    #[garde(length(chars, min = 1, max = 40))]
    name: String,
    /// A rule of our own: it reads the state of the app.
    #[garde(contains("@"), custom(is_free(users)))]
    email: String,
    #[garde(length(max = 3), inner(alphanumeric))]
    roles: Vec<String>,
}

/// The addresses that are taken.
#[derive(Default)]
struct Users(Mutex<HashSet<String>>);

impl Users {
    fn has(&self, email: &str) -> bool {
        self.0.lock().is_ok_and(|users| users.contains(email))
    }
}

fn is_free(users: &Users) -> impl FnOnce(&String, &Users) -> garde::Result + '_ {
    |email, _| if users.has(email) { Err(garde::Error::new("this address is taken")) } else { Ok(()) }
}

/// Adds a user.
#[post("/users", status = 201)]
fn create(Valid(Json(new)): Valid<Json<NewUser>>, users: &Users) -> Json<NewUser> {
    if let Ok(mut users) = users.0.lock() {
        users.insert(new.email.clone());
    }
    Json(new)
}

#[derive(Deserialize, Validate)]
struct Page {
    #[garde(range(min = 1))]
    page: u32,
    #[garde(inner(range(min = 1, max = 100)))]
    size: Option<u32>,
}

/// A page of the addresses.
#[get("/users")]
fn list(Valid(Query(page)): Valid<Query<Page>>, users: &Users) -> Json<Vec<String>> {
    let mut all: Vec<String> =
        users.0.lock().map(|users| users.iter().cloned().collect()).unwrap_or_default();
    all.sort();
    let size = page.size.unwrap_or(20) as usize;
    let before = (page.page as usize - 1).saturating_mul(size);
    Json(all.into_iter().skip(before).take(size).collect())
}

routes! { api = [create, list] }

fn main() -> Result<(), Error> {
    let address = std::env::args().nth(1).unwrap_or_else(|| "127.0.0.1:8080".to_owned());
    App::new(api).state(Users::default()).run(address)
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    #[tokio::test]
    async fn all_that_is_wrong_is_told_at_once() {
        let app = App::new(api).state(Users::default()).test();
        let body = json!({ "name": "", "email": "ada", "roles": ["admin", "?"] });
        let refused = app.post("/users").json(&body).send().await;
        assert_eq!(refused.status(), 422);
        let errors = refused.json::<Value>()["errors"].clone();
        let places: Vec<&str> =
            errors.as_array().unwrap().iter().map(|error| error["pointer"].as_str().unwrap()).collect();
        assert_eq!(places, ["#/email", "#/name", "#/roles/1"]);
    }

    #[tokio::test]
    async fn an_address_is_taken_once() {
        let app = App::new(api).state(Users::default()).test();
        let body = json!({ "name": "Ada", "email": "ada@example.org", "roles": [] });
        assert_eq!(app.post("/users").json(&body).send().await.status(), 201);
        let again = app.post("/users").json(&body).send().await;
        assert_eq!(again.json::<Value>()["errors"][0]["detail"], "this address is taken");
        assert_eq!(app.get("/users?page=1").send().await.text(), r#"["ada@example.org"]"#);
        assert_eq!(app.get("/users?page=0&size=101").send().await.status(), 422);
    }
}
