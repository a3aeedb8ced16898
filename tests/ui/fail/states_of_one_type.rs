//! Two fields of one type cannot be told apart.

use fingerpost::States;

#[derive(States)]
struct State {
    reads: u64,
    writes: u64,
    //~     ^^^
}

fn main() {
    let state = State { reads: 0, writes: 0 };
    let _ = state.reads + state.writes;
}
