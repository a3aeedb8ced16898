//! axum's state is a wrapper.

use fingerpost::{App, State, get, routes};

#[get("/")]
fn home(State(name): State<String>) -> String {
    name.clone()
}

fn main() {
    let _ = App::new(routes![home]).with_state(String::new());
//~                                 ^^^^^^^^^^
}

