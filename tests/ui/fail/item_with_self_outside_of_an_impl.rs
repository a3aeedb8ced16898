//! A method that has left its `impl`.

use fingerpost::get;

struct Posts(Vec<String>);

#[get("/")]
fn list(&self) -> String {
//~     ^^^^^
    self.0.join(", ")
}

fn main() {
    drop(Posts(Vec::new()));
}
