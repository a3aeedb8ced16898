//! `Problem` the struct is not the derive, and the derive has to be imported: it is the same name.

use fingerpost::get;

#[derive(Debug, fingerpost::Problem)]
enum ApiError {
    #[problem(404)]
    NoPost { id: u64, source: String },
}

#[get("/")]
fn read() -> Result<String, ApiError> {
    Err(404)
    //~ ^^^
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read]);
}
