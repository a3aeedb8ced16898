//! An alias of what is no extractor.

use fingerpost::post;

type New = Vec<String>;

#[post("/")]
fn create(new: New) -> String {
    //~        ^^^
    new.concat()
}

fn main() {}
