//! A folder of files is state of the table `files`.

use fingerpost::{App, routes};

fn main() {
    let _ = App::new(routes!["/static" => fingerpost::Dir::new("public")]);
    //~                                                       ^^^^^^^^^^
}
