//! A responder's impl without its method.

use fingerpost::{Responder, get};

struct Page;

impl Responder for Page {}
//~<^^^^^^^^^^^^^^^^^^^

#[get("/")]
fn home() -> Page {
    Page
}

fn main() {}
