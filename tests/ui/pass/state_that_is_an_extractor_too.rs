//! A type that is shared by `&`, and taken by value as a clone of that.
#![deny(warnings)]

use fingerpost::{App, FromState, Problem, RequestContext, get, routes};

#[derive(Clone)]
struct Db(u64);

impl FromState for Db {
    type State = Self;
    type Rejection = Problem;

    async fn from_state(_: &mut RequestContext<'_>, db: &Self) -> Result<Self, Problem> {
        Ok(db.clone())
    }
}

#[get("/borrowed")]
fn borrowed(db: &Db) -> String {
    db.0.to_string()
}

#[get("/owned")]
fn owned(db: Db) -> String {
    db.0.to_string()
}

fn main() {
    drop(App::new(routes![borrowed, owned]).state(Db(7)).test());
}
