//! A field that one thread keeps to itself.

use std::rc::Rc;

use fingerpost::States;

#[derive(States)]
struct Shared {
    //~^^^^^^
    name: Rc<str>,
}

fn main() {}
