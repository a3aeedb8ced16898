//! State is shared.

use fingerpost::get;

struct Counter(u64);

#[get("/")]
fn count(counter: &mut Counter) -> String {
//~               ^^^^^^^^^^^^
    counter.0 += 1;
    counter.0.to_string()
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![count]);
}
