//! The same with an extractor of one's own, which says what it asks for.

use fingerpost::{FromState, Problem, RequestContext, Security, SecurityScheme, get, routes};

struct Sessions;

struct CurrentUser(u64);

impl FromState for CurrentUser {
    type State = Sessions;
    type Rejection = Problem;
    const SECURITY: Security = Security::any_of(&[SecurityScheme::cookie("session")]);

    async fn from_state(_: &mut RequestContext<'_>, _: &Sessions) -> Result<Self, Problem> {
        Err(Problem::new(401))
    }
}

#[get("/me", public)]
//~          ^^^^^^
async fn me(CurrentUser(id): CurrentUser) -> String {
    id.to_string()
}

fn main() {
    let _ = fingerpost::App::new(routes![me]).state(Sessions);
}
