//! A text where data was declared.

use fingerpost::{Json, get};

#[get("/{id}")]
async fn read(id: u64) -> Json<u64> {
    id.to_string()
 //~^^^^^^^^^^^^^^
}

fn main() {}
// no help: the message is the compiler's own
