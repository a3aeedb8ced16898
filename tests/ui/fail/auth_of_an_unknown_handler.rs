//! What is not there is one error, also where credentials are demanded.
// no help: what is meant cannot be told.

use fingerpost::routes;

fn main() {
    let _ = fingerpost::App::new(routes![auth = required, list]);
    //~                                                   ^^^^
}
