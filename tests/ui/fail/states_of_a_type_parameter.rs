//! A field of any type, beside one of a type that it may be.

use fingerpost::States;

#[derive(States)]
struct Shared<T> {
    store: T,
    //~    ^
    limit: u64,
}

fn main() {}
