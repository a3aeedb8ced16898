//! The extractor reads state that the app does not have.

use fingerpost::{App, FromState, Problem, RequestContext, get, routes};

struct Sessions;
struct User(u64);

impl FromState for User {
    type State = Sessions;
    type Rejection = Problem;

    async fn from_state(_: &mut RequestContext<'_>, _: &Sessions) -> Result<Self, Problem> {
        Ok(Self(7))
    }
}

#[get("/")]
fn read(user: User) -> String {
    user.0.to_string()
}

fn main() {
    App::new(routes![read]).run("127.0.0.1:8080").unwrap();
    //~                     ^^^
}
