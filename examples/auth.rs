//! Who may call what: sessions, scopes, an API key, and a table in which every route says so.
//!
//! `cargo run -p fingerpost-examples --example auth`, then
//! `curl -i localhost:8080/me -H 'Authorization: Bearer ada-token'`.

use std::collections::HashMap;

use fingerpost::{
    ApiKey, ApiKeyPlace, App, Bearer, FromRequest, FromState, Problem, RequestContext, Secret, Security,
    SecurityScheme, Unauthorized, delete, get, problem, routes,
};

/// Who a token stands for.
#[derive(Clone)]
struct User {
    name: &'static str,
    scopes: &'static [&'static str],
}

/// The tokens that have been given out.
struct Sessions(HashMap<&'static str, User>);

impl Sessions {
    fn demo() -> Self {
        Self(HashMap::from([
            ("ada-token", User { name: "ada", scopes: &["notes:write"] }),
            ("bob-token", User { name: "bob", scopes: &[] }),
        ]))
    }
}

const TOKEN: SecurityScheme = SecurityScheme::bearer().description("A token of `POST /login`.");

/// The user whose token the request carries.
struct CurrentUser(User);

impl FromState for CurrentUser {
    type State = Sessions;
    type Rejection = Unauthorized;
    const SECURITY: Security = Security::any_of(&[TOKEN]);

    async fn from_state(request: &mut RequestContext<'_>, sessions: &Sessions) -> Result<Self, Unauthorized> {
        let Bearer(token) = Bearer::from_request(request).await?;
        let user = sessions.0.get(&*token).ok_or_else(|| Bearer::invalid_token("this token is not known"))?;
        Ok(Self(user.clone()))
    }
}

/// A user who may change notes: the type is the permission.
struct Editor(User);

impl Editor {
    const SCOPES: &'static [&'static str] = &["notes:write"];
}

impl FromState for Editor {
    type State = Sessions;
    type Rejection = Problem;
    const SECURITY: Security = CurrentUser::SECURITY.scopes(Self::SCOPES);

    async fn from_state(request: &mut RequestContext<'_>, sessions: &Sessions) -> Result<Self, Problem> {
        let CurrentUser(user) = CurrentUser::from_state(request, sessions).await?;
        if Self::SCOPES.iter().all(|scope| user.scopes.contains(scope)) {
            Ok(Self(user))
        } else {
            Err(Bearer::insufficient_scope(Self::SCOPES))
        }
    }
}

/// The key that the monitoring has.
struct Monitoring;

impl ApiKeyPlace for Monitoring {
    const SCHEME: SecurityScheme = SecurityScheme::header("X-Monitoring-Key");
}

/// Whether the server is there.
#[get("/health", public)]
fn health() {}

/// A greeting, by name for those who say who they are.
#[get("/", public)]
fn hello(user: Option<CurrentUser>) -> String {
    format!("hello, {}", user.map_or("stranger", |CurrentUser(user)| user.name))
}

/// Who asks.
#[get("/me")]
fn me(CurrentUser(user): CurrentUser) -> &'static str {
    user.name
}

/// Removes a note.
#[delete("/notes/{id}")]
fn remove_note(id: u64, Editor(user): Editor) {
    println!("{} removes note {id}", user.name);
}

/// How many sessions there are.
#[get("/metrics")]
fn metrics(key: ApiKey<Monitoring>, expected: &Secret, sessions: &Sessions) -> Result<String, Problem> {
    // In a time that says nothing of how much of it was right.
    if !expected.is(key.key()) {
        return Err(problem!(403, "this key is not known"));
    }
    Ok(format!("sessions {}\n", sessions.0.len()))
}

// A handler that takes nothing of the above and does not say `public` does not compile in here.
routes! { auth = required, pub table = [health, hello, me, remove_note, metrics] }

fn app() -> App<table, (Secret, (Sessions, fingerpost::NoState))> {
    App::new(table).state(Sessions::demo()).state(Secret::new("monitoring-key"))
}

fn main() -> Result<(), fingerpost::Error> {
    app().run("127.0.0.1:8080")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn every_route_lets_in_whom_it_says() {
        let app = app().test();
        let get = |path: &'static str, token: &'static str| {
            app.get(path).header("authorization", format!("Bearer {token}")).send()
        };
        assert_eq!(app.get(health::path()).send().await.status(), 204);
        assert_eq!(app.get("/").send().await.text(), "hello, stranger");
        assert_eq!(get("/", "ada-token").await.text(), "hello, ada");
        assert_eq!(get("/me", "bob-token").await.text(), "bob");

        let refused = app.get("/me").send().await;
        assert_eq!((refused.status().as_u16(), refused.header("www-authenticate")), (401, Some("Bearer")));
        let refused = get("/me", "guess").await;
        assert_eq!(refused.header("www-authenticate"), Some(r#"Bearer error="invalid_token""#));
        assert_eq!(
            refused.text(),
            r#"{"title":"Unauthorized","status":401,"detail":"this token is not known"}"#
        );
    }

    #[tokio::test]
    async fn a_scope_that_is_missing_is_403() {
        let app = app().test();
        let remove = |token: &str| {
            app.delete(remove_note::path(7)).header("authorization", format!("Bearer {token}")).send()
        };
        assert_eq!(remove("ada-token").await.status(), 204);
        assert_eq!(remove("bob-token").await.status(), 403);
    }

    #[tokio::test]
    async fn a_key_is_asked_for_by_its_header() {
        let app = app().test();
        let answer = app.get("/metrics").header("x-monitoring-key", "monitoring-key").send().await;
        assert_eq!(answer.text(), "sessions 2\n");
        let refused = app.get("/metrics").send().await;
        let challenge = r#"ApiKey in="header", name="X-Monitoring-Key""#;
        assert_eq!(refused.header("www-authenticate"), Some(challenge));
    }
}
