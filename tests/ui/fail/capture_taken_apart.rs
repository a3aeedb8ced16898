//! A capture is taken apart where it is taken.

use fingerpost::get;

struct Id(u64);

#[get("/posts/{id}")]
fn get_post(Id(id): Id) -> String {
    //~     ^^^^^^^^^^
    id.to_string()
}

fn main() {
    let _ = get_post(Id(7));
}
