//! The items are no `Result`.

use std::pin::Pin;

use fingerpost::{JsonLines, Stream, get};

#[get("/numbers")]
fn numbers() -> JsonLines<Pin<Box<dyn Stream<Item = u64> + Send>>> {
    //~         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    unimplemented!()
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![numbers]);
}
