//! What a client learns of an error is what derives `Problem`.

use fingerpost::client::ProblemOf;

enum ApiError {
    Gone,
}

type ApiProblem = ProblemOf<ApiError>;

#[allow(dead_code)]
fn shown(problem: ApiProblem) {
    //~           ^^^^^^^^^^
    drop(problem);
}

fn main() {
    let _ = ApiError::Gone;
}
