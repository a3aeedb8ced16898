//! More than one `#[from]`, and one that cannot make its variant.

use fingerpost::Problem;

#[derive(Problem)]
enum ApiError {
    #[problem(500)]
    Two(#[from] std::io::Error, #[from] std::fmt::Error),
    //~                         ^^^^^^^
    #[problem(500)]
    NotAlone(#[from] std::num::ParseIntError, u8),
    //~      ^^^^^^^
    #[problem(500)]
    Read(#[from] std::str::Utf8Error),
    #[problem(500)]
    Write(#[from] std::str::Utf8Error),
    //~           ^^^^^^^^^^^^^^^^^^^
}

fn main() {}
