//! A client gives an argument of another type than the handler takes.
// no help: the compiler has no advice for a text that is no number.

use fingerpost::get;

#[get("/posts/{id}")]
fn get_post(id: u64) -> String {
    id.to_string()
}

fn main() {
    let _ = get_post::request("7");
    //~                       ^^^

}
