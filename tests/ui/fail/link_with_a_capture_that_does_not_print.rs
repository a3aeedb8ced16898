//! The URL of a handler whose capture has no `Display`.

use std::str::FromStr;

use fingerpost::{App, get, routes};

struct Id(u64);

impl FromStr for Id {
    type Err = std::num::ParseIntError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        text.parse().map(Self)
    }
}

#[get("/{id}")]
fn read(id: Id) -> String {
    id.0.to_string()
}

fn main() {
    println!("{}", read::path(&Id(7)));
    //~            ^^^^^^^^^^^^^^^^^^
    let _ = App::new(routes![read]);
}
// no help: the message is the compiler's own
