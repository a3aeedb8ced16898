//! The user's own extractors, of a request and of state.
#![deny(warnings)]

use fingerpost::{FromRequest, FromState, Problem, RequestContext, get, routes};

struct Sessions;
struct Caller(String);
struct User(u64);

impl FromRequest for Caller {
    type Rejection = Problem;

    async fn from_request(request: &mut RequestContext<'_>) -> Result<Self, Problem> {
        Ok(Self(request.method().to_string()))
    }
}

impl FromState for User {
    type State = Sessions;
    type Rejection = Problem;

    async fn from_state(_: &mut RequestContext<'_>, _: &Sessions) -> Result<Self, Problem> {
        Ok(Self(7))
    }
}

#[get("/")]
async fn read(caller: Caller, user: User, again: Option<User>, sessions: &Sessions) -> String {
    let _ = sessions;
    format!("{} {} {}", caller.0, user.0, again.is_some())
}

fn main() {
    let _ = fingerpost::App::new(routes![read]).state(Sessions).test();
}
