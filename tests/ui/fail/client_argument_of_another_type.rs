//! A client gives an argument of another type than the handler takes.

use fingerpost::get;

#[get("/posts/{id}")]
fn get_post(id: u64) -> String {
    id.to_string()
}

fn main() {
    let _ = get_post::request("7");
    //~                       ^^^

}
