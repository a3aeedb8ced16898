//! Headers are a `HeaderMap`, or an array of pairs.

use std::collections::HashMap;

use fingerpost::get;

#[get("/motd")]
fn motd() -> (HashMap<String, String>, String) {
//~           ^^^^^^^^^^^^^^^^^^^^^^^
    (HashMap::new(), String::new())
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![motd]);
}
