//! Pages with forms: logging in, a session behind a cookie, a token against other sites' forms, words for the next page.
//!
//! The sessions are in memory, and there is one user, `ada` with the password `lovelace`: a program of your own has a table of
//! hashes, by a crate such as `argon2`.

use std::collections::HashMap;
use std::convert::Infallible;
use std::sync::Mutex;

use fingerpost::{
    App, Cookies, Error, Form, FromRequest, FromState, Problem, Redirect, RequestContext, Responder,
    Response, Secret, Service, SetCookies, StatusCode, Template, get, post, problem, routes,
};
use serde::Deserialize;

#[derive(Default)]
struct Sessions(Mutex<HashMap<String, Session>>);

#[derive(Clone, Default)]
struct Session {
    id: String,
    /// Stands in each form of this session: a page of another site cannot know it.
    token: String,
    user: Option<String>,
    /// What the next page says, once.
    flash: Option<String>,
}

/// 128 bits that nobody can guess.
fn secret() -> String {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes).expect("the system has random bytes");
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

impl Sessions {
    fn begin(&self) -> Session {
        let session = Session { id: secret(), token: secret(), ..Session::default() };
        self.0.lock().unwrap().insert(session.id.clone(), session.clone());
        session
    }

    fn find(&self, id: &str) -> Option<Session> {
        self.0.lock().unwrap().get(id).cloned()
    }

    fn change<T>(&self, session: &Session, change: impl FnOnce(&mut Session) -> T) -> Option<T> {
        self.0.lock().unwrap().get_mut(&session.id).map(change)
    }

    fn end(&self, session: &Session) {
        self.0.lock().unwrap().remove(&session.id);
    }
}

/// Every visitor has one: that of the cookie, or a new one.
impl FromState for Session {
    type State = Sessions;
    type Rejection = Infallible;

    async fn from_state(request: &mut RequestContext<'_>, sessions: &Sessions) -> Result<Self, Infallible> {
        let Ok(cookies) = Cookies::from_request(request).await;
        let known = cookies.get("session").and_then(|id| sessions.find(id));
        Ok(known.unwrap_or_else(|| sessions.begin()))
    }
}

impl Session {
    /// `HttpOnly`, `Secure` and `SameSite=Lax`, as every cookie here unless it says otherwise.
    fn cookie(&self) -> SetCookies {
        SetCookies::new().add(("session", self.id.clone()))
    }

    fn check(&self, token: &str) -> Result<(), Problem> {
        let is_own = Secret::new(self.token.clone()).is(token);
        if is_own { Ok(()) } else { Err(problem!(403, "this form is of another session: load it again")) }
    }
}

/// Somebody who has logged in; all others are sent to the form.
struct User {
    name: String,
    session: Session,
}

impl FromState for User {
    type State = Sessions;
    type Rejection = Redirect;

    async fn from_state(request: &mut RequestContext<'_>, sessions: &Sessions) -> Result<Self, Redirect> {
        let Ok(session) = Session::from_state(request, sessions).await;
        match session.user.clone() {
            Some(name) => Ok(Self { name, session }),
            None => Err(Redirect::to(login_form::path(Some(request.uri().path())))),
        }
    }
}

#[derive(askama::Template)]
#[template(
    ext = "html",
    source = "<!doctype html><title>Home</title>
{% if let Some(words) = flash %}<p role=status>{{ words }}</p>{% endif %}<h1>Hello, {{ name }}</h1>
<form method=post action=/logout><input type=hidden name=token value={{ token }}><button>Log out</button></form>"
)]
struct Home {
    name: String,
    flash: Option<String>,
    token: String,
}

#[derive(askama::Template)]
#[template(
    ext = "html",
    source = "<!doctype html><title>Log in</title>
{% if let Some(words) = error %}<p role=alert>{{ words }}</p>{% endif %}
<form method=post action=/login><input type=hidden name=token value={{ token }}><input type=hidden name=next value=\"{{ next }}\">
<input name=name autocomplete=username><input name=password type=password><button>Log in</button></form>"
)]
struct LoginForm {
    token: String,
    next: String,
    error: Option<&'static str>,
}

#[derive(askama::Template)]
#[template(
    ext = "html",
    source = "<!doctype html><title>{{ title }}</title><h1>{{ title }}</h1><p>{{ detail }}</p>"
)]
struct Failure {
    title: String,
    detail: String,
}

/// For those who have logged in.
#[get("/", header("Cache-Control" = "no-store"))]
fn home(User { name, session }: User, sessions: &Sessions) -> Template<Home> {
    let flash = sessions.change(&session, |session| session.flash.take()).flatten();
    Template(Home { name, flash, token: session.token })
}

#[get("/login?{next = /}", header("Cache-Control" = "no-store"))]
fn login_form(next: &str, session: Session) -> (SetCookies, Template<LoginForm>) {
    let form = LoginForm { token: session.token.clone(), next: next.to_owned(), error: None };
    (session.cookie(), Template(form))
}

#[derive(Deserialize)]
struct Login {
    name: String,
    password: String,
    token: String,
    next: String,
}

/// To where it was wanted, or the form again with what is wrong.
#[post("/login")]
fn login(
    session: Session,
    Form(login): Form<Login>,
    password: &Secret,
    sessions: &Sessions,
) -> Result<Response, Problem> {
    session.check(&login.token)?;
    if login.name != "ada" || !password.is(&login.password) {
        let error = Some("This name and password are not known together.");
        let form = Template(LoginForm { token: session.token, next: login.next, error });
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, form).into_response());
    }
    // A new session, so that nobody has set its id beforehand.
    sessions.end(&session);
    let session = sessions.begin();
    sessions.change(&session, |session| {
        session.user = Some(login.name);
        session.flash = Some("Welcome back.".to_owned());
    });
    // A path of this site, and no `//elsewhere.example`.
    let is_here = login.next.starts_with('/') && !login.next.starts_with("//") && !login.next.contains('\\');
    let next = if is_here { login.next } else { home::path().to_string() };
    Ok((session.cookie(), Redirect::to(next)).into_response())
}

#[derive(Deserialize)]
struct Logout {
    token: String,
}

#[post("/logout")]
fn logout(
    session: Session,
    Form(form): Form<Logout>,
    sessions: &Sessions,
) -> Result<(SetCookies, Redirect), Problem> {
    session.check(&form.token)?;
    sessions.end(&session);
    Ok((SetCookies::new().remove("session"), Redirect::to(login_form::path(None))))
}

fn app() -> Result<Service, Error> {
    App::new(routes![home, login_form, login, logout])
        .state(Sessions::default())
        .state(Secret::new("lovelace"))
        // A page for browsers, the usual document for all others.
        .on_failure(|request, problem| {
            let wanted = request.headers.get("accept")?.to_str().ok()?;
            let (title, detail) =
                (problem.get_title().to_owned(), problem.get_detail().unwrap_or_default().to_owned());
            let page = Template(Failure { title, detail });
            wanted.contains("text/html").then(|| ([("vary", "accept")], page).into_response())
        })
        .into_service()
}

fn main() -> Result<(), Error> {
    app()?.run("127.0.0.1:8080")
}

#[cfg(test)]
mod tests {
    use fingerpost::TestClient;

    use super::*;

    fn browser() -> TestClient {
        app().unwrap().test().keeping_cookies()
    }

    /// The token in a page's form.
    fn token(page: &str) -> String {
        let (_, rest) = page.split_once("name=token value=").unwrap();
        rest.split('>').next().unwrap().to_owned()
    }

    #[tokio::test]
    async fn who_logs_in_comes_to_where_they_wanted() {
        let browser = browser();
        let sent = browser.get("/").send().await;
        assert_eq!((sent.status().as_u16(), sent.header("location")), (303, Some("/login?next=%2F")));
        let form = browser.get("/login?next=%2F").send().await;
        let token = token(&form.text());
        let log_in = |password, token: &str, next| {
            let fields = [("name", "ada"), ("password", password), ("token", token), ("next", next)];
            browser.post("/login").form(&fields).send()
        };

        let wrong = log_in("byron", &token, "/").await;
        assert!(wrong.status() == 422 && wrong.text().contains("not known together"));
        assert_eq!(log_in("lovelace", "0", "/").await.status(), 403);
        let right = log_in("lovelace", &token, "//elsewhere.example").await;
        assert_eq!((right.status().as_u16(), right.header("location")), (303, Some("/")));

        assert!(browser.get("/").send().await.text().contains("Welcome back."));
        let again = browser.get("/").send().await.text();
        assert!(again.contains("Hello, ada") && !again.contains("Welcome back."));

        let out = browser.post("/logout").form(&[("token", self::token(&again))]).send().await;
        assert_eq!(out.header("location"), Some("/login"));
        assert_eq!(browser.get("/").send().await.status(), 303);
    }

    #[tokio::test]
    async fn a_failure_is_a_page_for_browsers_alone() {
        let page = browser().get("/nowhere").header("accept", "text/html").send().await;
        assert_eq!((page.status().as_u16(), page.header("vary")), (404, Some("accept")));
        assert!(page.text().contains("<h1>Not Found</h1>"));
        let document = browser().get("/nowhere").send().await;
        assert_eq!(document.header("content-type"), Some("application/problem+json"));
    }

    #[test]
    fn a_token_is_of_its_session() {
        let sessions = Sessions::default();
        let (one, other) = (sessions.begin(), sessions.begin());
        assert!(one.check(&one.token).is_ok() && one.check(&other.token).is_err());
    }
}
