//! The files of no folder.

use fingerpost::{App, Error, files, routes};

fn main() -> Result<(), Error> {
    App::new(routes!["/static" => files]).run("127.0.0.1:8080")
//~                                       ^^^
}
