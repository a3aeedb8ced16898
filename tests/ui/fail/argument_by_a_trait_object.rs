//! A trait is no type.

use fingerpost::post;

trait Store {}

#[post("/")]
fn create(_store: Box<dyn Store>) {}
//~               ^^^^^^^^^^^^^^

fn main() {}
