//! Headers that HTTP does not allow, or that are not the problem's to set.

use fingerpost::Problem;

#[derive(Problem)]
enum ApiError {
    #[problem(401, header("WWW Authenticate" = "Bearer"))]
    //~                   ^^^^^^^^^^^^^^^^^^
    Name,
    #[problem(401, header("WWW-Authenticate" = "Bärer"))]
    //~                                        ^^^^^^^
    Value,
    #[problem(401, header("Content-Type" = "text/html"))]
    //~                   ^^^^^^^^^^^^^^
    Body,
    #[problem(401, header("WWW-Authenticate", "Bearer"))]
    //~                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    Comma,
}

fn main() {}
