//! What the text is about stands behind it, as in `format!`.

use fingerpost::Problem;

#[derive(Problem)]
enum ApiError {
    #[problem(404, "no post {}", id)]
    //~                          ^^
    NoPost { id: u64 },
}

fn main() {
    drop(ApiError::NoPost { id: 7 });
}
