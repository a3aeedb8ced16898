//! Tables that demand credentials, and handlers that say what they ask for.
#![deny(warnings)]

use fingerpost::{
    ApiKey, ApiKeyPlace, App, Basic, Bearer, FromRequest, FromState, Json, Problem, RequestContext, Security,
    SecurityScheme, Unauthorized, get, post, route, routes,
};

struct Sessions;

struct CurrentUser(u64);

const TOKEN: SecurityScheme = SecurityScheme::bearer().bearer_format("JWT").description("of the login").realm("notes");

impl FromState for CurrentUser {
    type State = Sessions;
    type Rejection = Problem;
    const SECURITY: Security = Security::any_of(&[TOKEN, SecurityScheme::cookie("session")]);

    async fn from_state(request: &mut RequestContext<'_>, _: &Sessions) -> Result<Self, Problem> {
        let Bearer(token) = Bearer::from_request(request).await?;
        Ok(Self(token.len() as u64))
    }
}

struct Editor;

impl FromState for Editor {
    type State = Sessions;
    type Rejection = Problem;
    const SECURITY: Security = CurrentUser::SECURITY.scopes(&["notes:write"]);

    async fn from_state(request: &mut RequestContext<'_>, sessions: &Sessions) -> Result<Self, Problem> {
        CurrentUser::from_state(request, sessions).await?;
        Ok(Self)
    }
}

struct Partner;

impl ApiKeyPlace for Partner {
    const SCHEME: SecurityScheme = SecurityScheme::query("key").named("partnerKey");
}

#[get("/health", public)]
fn health() {}

#[route(GET, "/", public, tag = "all")]
async fn hello(user: Option<CurrentUser>) -> String {
    user.map_or(0, |CurrentUser(id)| id).to_string()
}

#[get("/who", public)]
async fn who(user: Result<Bearer, Unauthorized>) -> String {
    user.map_or_else(|refused| refused.to_string(), |_| "one".to_owned())
}

#[get("/me")]
async fn me(CurrentUser(id): CurrentUser) -> Json<u64> {
    Json(id)
}

#[post("/notes", blocking)]
fn create(_editor: Editor, Json(note): Json<String>) -> String {
    note
}

#[get("/quota")]
fn quota(key: ApiKey<Partner>, caller: Basic) -> String {
    format!("{} {}", key.key(), caller.username)
}

mod inner {
    use fingerpost::{Bearer, get, routes};

    #[get("/")]
    fn list(Bearer(token): Bearer) -> String {
        token
    }

    routes! {
        auth = required,
        /// Its handlers say who may call them.
        pub table = [list]
    }
}

mod auth {
    fingerpost::routes! { pub(super) auth = [super::health] }
}

routes! { auth = required, pub table = [me, create, quota, "/inner" => inner::table, "/health" => auth::auth] }

fn main() {
    let _ = App::new(routes![auth = required, hello, who, table, "/empty" => empty]).state(Sessions);
    let _ = App::new(routes![auth = required]);
}

routes! { auth = required, empty = [] }
