//! What is no handler is one error, also where credentials are demanded.

use fingerpost::routes;

struct List;

fn main() {
    let _ = fingerpost::App::new(routes![auth = required, List]);
    //~                                                   ^^^^
}
