//! Who may call an operation, and when it ends, in the document.

use fingerpost::openapi::{Document, Info};
use fingerpost::{
    ApiKey, ApiKeyPlace, App, Bearer, FromRequest, FromState, Json, OAuth2Flow, Problem, RequestContext,
    Security, SecurityScheme, Unauthorized, get, post, routes,
};
use serde_json::{Value, json};

use super::valid::mistakes;

struct Sessions;

#[derive(Problem)]
enum AuthError {
    #[problem(401, "this session is not known")]
    Unknown,
    #[problem(403, "the note is another's")]
    Other,
}

struct CurrentUser;

const SESSION: SecurityScheme = SecurityScheme::cookie("session").description("Set by `POST /login`.");

impl FromState for CurrentUser {
    type State = Sessions;
    type Rejection = AuthError;
    const SECURITY: Security = Security::any_of(&[SESSION, SecurityScheme::bearer()]);

    async fn from_state(request: &mut RequestContext<'_>, _: &Sessions) -> Result<Self, AuthError> {
        Err(if request.query().is_empty() { AuthError::Unknown } else { AuthError::Other })
    }
}

/// Its rejection says nothing of itself.
struct Editor;

impl FromState for Editor {
    type State = Sessions;
    type Rejection = Problem;
    const SECURITY: Security =
        Security::any_of(&[SecurityScheme::bearer().bearer_format("JWT")]).scopes(&["write"]);

    async fn from_state(_: &mut RequestContext<'_>, _: &Sessions) -> Result<Self, Problem> {
        Ok(Self)
    }
}

struct Reader;

impl FromState for Reader {
    type State = Sessions;
    type Rejection = Problem;
    const SECURITY: Security = Editor::SECURITY.scopes(&["read"]);

    async fn from_state(_: &mut RequestContext<'_>, _: &Sessions) -> Result<Self, Problem> {
        Ok(Self)
    }
}

struct Partner;

impl ApiKeyPlace for Partner {
    const SCHEME: SecurityScheme = SecurityScheme::header("X-Partner Key").named("partner");
}

#[get("/me")]
fn me(_user: CurrentUser) {}

#[post("/notes")]
fn create(_editor: Editor, _partner: ApiKey<Partner>) {}

#[get("/maybe", public)]
fn maybe(_token: Option<Bearer>) {}

#[get("/maybe-me", public)]
fn maybe_me(_user: Option<CurrentUser>) {}

#[get("/looked-at-me", public)]
fn looked_at_me(_user: Result<CurrentUser, AuthError>) {}

#[get("/looked-at")]
fn looked_at(_token: Result<Bearer, Unauthorized>) {}

#[get("/both")]
fn both(_user: CurrentUser, _token: Option<Bearer>) {}

#[get("/twice")]
fn twice(_editor: Editor, _token: Reader) {}

#[get("/health", public)]
fn health() {}

#[get("/unsaid")]
fn unsaid() {}

#[get("/v2/notes/{id}")]
fn read(id: u64) -> Option<Json<u64>> {
    Some(Json(id))
}

/// One note.
///
/// As it was.
#[get(
    "/notes/{id}",
    deprecated = "2026-01-31",
    sunset = "2027-01-31",
    successor = read(id = id),
    sunset_link = "https://example.com/v1"
)]
fn read_v1(id: u64) -> Option<Json<u64>> {
    Some(Json(id))
}

#[get("/old", sunset = "2027-01-31")]
fn old() {}

fn document() -> Value {
    let table = routes![
        me,
        create,
        maybe,
        maybe_me,
        looked_at_me,
        looked_at,
        both,
        twice,
        health,
        unsaid,
        read,
        read_v1,
        old
    ];
    let document = Document::of(&table, Info::new("Notes", "1.0.0"));
    assert_eq!(mistakes(document.value()), [] as [&str; 0]);
    document.value().clone()
}

#[test]
fn security_is_what_the_extractors_ask_for() {
    let document = document();
    let security = |path: &str| &document["paths"][path]["get"]["security"];
    assert_eq!(security("/me"), &json!([{ "session": [] }, { "bearer": [] }]));
    assert_eq!(
        document["paths"]["/notes"]["post"]["security"],
        json!([{ "bearer2": ["write"], "partner": [] }])
    );
    assert_eq!(security("/maybe"), &json!([{ "bearer": [] }, {}]));
    assert_eq!(security("/maybe-me"), &json!([{ "session": [] }, { "bearer": [] }, {}]));
    assert_eq!(security("/looked-at-me"), security("/maybe-me"));
    assert_eq!(security("/looked-at"), &json!([{ "bearer": [] }, {}]));
    assert_eq!(
        security("/both"),
        &json!([{ "session": [], "bearer": [] }, { "session": [] }, { "bearer": [] }])
    );
    assert_eq!(security("/twice"), &json!([{ "bearer2": ["write", "read"] }]));
    assert_eq!(security("/health"), &json!([]));
    assert_eq!(security("/unsaid"), &Value::Null);
    assert_eq!(
        document["components"]["securitySchemes"],
        json!({
            "bearer": { "type": "http", "scheme": "bearer" },
            "bearer2": { "type": "http", "scheme": "bearer", "bearerFormat": "JWT" },
            "partner": { "type": "apiKey", "in": "header", "name": "X-Partner Key" },
            "session": {
                "type": "apiKey", "in": "cookie", "name": "session", "description": "Set by `POST /login`.",
            },
        })
    );
}

/// Who has logged in elsewhere.
struct Account;

const LOGIN: OAuth2Flow =
    OAuth2Flow::authorization_code("https://login.example.org/authorize", "https://login.example.org/token")
        .refresh_url("https://login.example.org/renew")
        .scopes(&[("notes:write", "May change notes."), ("notes:read", "May read notes.")]);
const PROGRAM: OAuth2Flow = OAuth2Flow::client_credentials("https://login.example.org/token");

impl FromRequest for Account {
    type Rejection = Unauthorized;
    const SECURITY: Security =
        Security::any_of(&[SecurityScheme::oauth2(&[LOGIN, PROGRAM])]).scopes(&["notes:write"]);

    async fn from_request(request: &mut RequestContext<'_>) -> Result<Self, Unauthorized> {
        let Bearer(_) = Bearer::from_request(request).await?;
        Ok(Self)
    }
}

#[get("/account")]
fn account(_account: Account) {}

#[tokio::test]
async fn flows_say_how_clients_come_by_a_token() {
    let document = Document::of(&routes![account], Info::new("Notes", "1.0.0"));
    assert_eq!(mistakes(document.value()), [] as [&str; 0]);
    let told = |change: fn(&mut Value)| {
        let mut old = document.value().clone();
        change(&mut old["components"]["securitySchemes"]["oauth2"]["flows"]);
        let changes = document.changes_since(&old);
        changes.iter().map(|change| (change.to_string(), change.breaks_clients())).collect::<Vec<_>>()
    };
    let other = |words: &str, breaks| vec![(format!("the API: {words}"), breaks)];
    let fewer = told(|flows| flows["authorizationCode"]["scopes"] = json!({ "notes:read": "Reads." }));
    assert_eq!(fewer, other("how the tokens of `oauth2` are come by says more", false));
    let elsewhere =
        told(|flows| flows["clientCredentials"]["tokenUrl"] = "https://old.example.org/token".into());
    assert_eq!(elsewhere, other("the tokens of `oauth2` are come by in another way", true));
    let document = document.value();
    assert_eq!(document["paths"]["/account"]["get"]["security"], json!([{ "oauth2": ["notes:write"] }]));
    assert_eq!(
        document["components"]["securitySchemes"],
        json!({ "oauth2": { "type": "oauth2", "flows": {
            "authorizationCode": {
                "authorizationUrl": "https://login.example.org/authorize",
                "tokenUrl": "https://login.example.org/token",
                "refreshUrl": "https://login.example.org/renew",
                "scopes": { "notes:write": "May change notes.", "notes:read": "May read notes." },
            },
            "clientCredentials": { "tokenUrl": "https://login.example.org/token", "scopes": {} },
        } } })
    );
    let refused = App::new(routes![account]).test().get("/account").send().await;
    assert_eq!((refused.status().as_u16(), refused.header("www-authenticate")), (401, Some("Bearer")));
}

#[test]
fn refusals_have_a_challenge() {
    let document = document();
    let responses = |method: &str, path: &str| document["paths"][path][method]["responses"].clone();
    let challenge = json!({ "required": true, "schema": { "type": "string" } });
    let of_ones_own = responses("get", "/me");
    assert_eq!(of_ones_own["401"]["headers"]["WWW-Authenticate"], challenge);
    let schema = &of_ones_own["401"]["content"]["application/problem+json"]["schema"]["$ref"];
    assert_eq!(schema, "#/components/schemas/AuthErrorUnknown");
    assert!(of_ones_own["403"].is_object() && of_ones_own["403"]["headers"].is_null());
    let with_scopes = responses("post", "/notes");
    assert_eq!(with_scopes["401"]["headers"]["WWW-Authenticate"], challenge);
    assert!(with_scopes["403"].is_object());
    // A token that is there may be malformed; what the handler looks at itself is its own.
    assert!(responses("get", "/maybe")["401"].is_object());
    assert_eq!(responses("get", "/looked-at")["401"], Value::Null);
    assert!(responses("get", "/maybe-me")["401"].is_object());
    assert_eq!(responses("get", "/looked-at-me")["401"], Value::Null);
    assert_eq!(responses("get", "/health")["401"], Value::Null);
}

#[test]
fn the_end_of_an_operation_is_told_with_every_answer() {
    let document = document();
    let operation = &document["paths"]["/notes/{id}"]["get"];
    assert_eq!(operation["deprecated"], true);
    assert_eq!(operation["x-sunset"], "2027-01-31");
    assert_eq!(
        operation["description"],
        "As it was.\n\nDeprecated since 2026-01-31. It may end on 2027-01-31."
    );
    let text = |value: &str| json!({ "required": true, "schema": { "type": "string", "const": value } });
    for status in ["200", "404"] {
        let headers = &operation["responses"][status]["headers"];
        assert_eq!(headers["Deprecation"], text("@1769817600"), "{status}");
        assert_eq!(headers["Sunset"], text("Sun, 31 Jan 2027 00:00:00 GMT"), "{status}");
        assert_eq!(headers["Link"], json!({ "required": true, "schema": { "type": "string" } }), "{status}");
    }
    // A path that cannot be decoded is known for none of the route.
    assert_eq!(operation["responses"]["400"]["headers"]["Link"]["required"], Value::Null);
    let only_ends = &document["paths"]["/old"]["get"];
    assert_eq!(only_ends["deprecated"], Value::Null);
    assert_eq!(only_ends["description"], "It may end on 2027-01-31.");
}

/// What is said of one operation where nothing but the credentials or the dates changed.
fn said(old: &Document, new: &Document) -> Vec<(String, bool)> {
    let changes = new.changes_since(old.value());
    changes.iter().map(|change| (change.to_string(), change.breaks_clients())).collect()
}

mod open {
    use fingerpost::{get, routes};

    #[get("/x", operation_id = "x")]
    fn x() {}

    routes! { pub(super) table = [x] }
}

mod public {
    use fingerpost::{get, routes};

    #[get("/x", operation_id = "x", public)]
    fn x() {}

    routes! { pub(super) table = [x] }
}

mod protected {
    use fingerpost::{Bearer, get, routes};

    #[get("/x", operation_id = "x")]
    fn x(_token: Bearer) {}

    routes! { pub(super) table = [x] }
}

mod wider {
    use fingerpost::{get, routes};

    use super::CurrentUser;

    #[get("/x", operation_id = "x")]
    fn x(_user: CurrentUser) {}

    routes! { pub(super) table = [x] }
}

mod ends {
    use fingerpost::{get, routes};

    #[get("/x", operation_id = "x", sunset = "2027-01-31")]
    fn x() {}

    routes! { pub(super) table = [x] }
}

mod ends_later {
    use fingerpost::{get, routes};

    #[get("/x", operation_id = "x", sunset = "2027-02-28")]
    fn x() {}

    routes! { pub(super) table = [x] }
}

#[test]
fn a_change_of_credentials_breaks_those_who_do_not_have_them() {
    let info = || Info::new("X", "1");
    let open = Document::of(&open::table, info());
    let public = Document::of(&public::table, info());
    let protected = Document::of(&protected::table, info());
    let wider = Document::of(&wider::table, info());
    assert_eq!(said(&open, &public), []);
    assert_eq!(said(&public, &open), []);
    let breaks = |old, new, words: &str| {
        assert!(said(old, new).contains(&(format!("GET /x: {words}"), true)), "{:?}", said(old, new));
    };
    breaks(&public, &protected, "it asks for credentials now");
    breaks(&wider, &protected, "it asks for other credentials");
    let widened = said(&protected, &wider);
    assert!(widened.contains(&("GET /x: it takes other credentials too".to_owned(), false)), "{widened:?}");
}

#[test]
fn a_change_of_dates_breaks_nobody() {
    let ends = Document::of(&ends::table, Info::new("X", "1"));
    let later = Document::of(&ends_later::table, Info::new("X", "1"));
    let open = Document::of(&open::table, Info::new("X", "1"));
    for (old, new) in [(&ends, &later), (&open, &ends), (&ends, &open)] {
        let said = said(old, new);
        assert!(!said.is_empty() && said.iter().all(|(_, breaks)| !breaks), "{said:?}");
    }
}
