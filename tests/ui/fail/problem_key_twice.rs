//! Parts said twice.

use fingerpost::Problem;

#[derive(Problem)]
enum ApiError {
    #[problem(404, "no post", status = 410, detail = "gone")]
    //~                       ^^^^^^        ^^^^^^
    NoPost,
    #[problem(409)]
    #[problem(410)]
    //~<^^^^^^^^^^^
    Taken,
}

fn main() {}
