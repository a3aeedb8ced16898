//! The table is missing.

use fingerpost::{App, Error};

fn main() -> Result<(), Error> {
    App::new().run("127.0.0.1:8080")
 //~^^^^^^^^
}
