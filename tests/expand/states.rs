//! State of several types in one struct.

use fingerpost::States;

#[derive(States)]
struct State {
    number: u64,
    text: String,
}

fn main() {
    let state = State { number: 7, text: String::new() };
    let _ = (state.number, &state.text);
}
