//! An enum has one variant at a time.

use fingerpost::States;

#[derive(States)]
enum State {
//~  ^^^^^
    Empty,
}

fn main() {
    let _ = State::Empty;
}
