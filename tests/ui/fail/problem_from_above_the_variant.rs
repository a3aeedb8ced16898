//! `#[from]` stands above the variant.

use fingerpost::Problem;

#[derive(Debug, Problem)]
enum ApiError {
    #[from]
    //~<^^^
    #[problem(500)]
    Disk(std::io::Error),
}

fn main() {
    drop(ApiError::Disk(std::io::Error::other("full")));
}
