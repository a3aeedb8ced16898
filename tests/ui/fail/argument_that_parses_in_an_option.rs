//! An own type that parses is a parameter where the path names it.

use fingerpost::get;

struct Id(u64);

impl std::str::FromStr for Id {
    type Err = std::num::ParseIntError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        text.parse().map(Self)
    }
}

#[get("/posts")]
fn read(after: Option<Id>) -> String {
//~                   ^^
    after.map(|id| id.0.to_string()).unwrap_or_default()
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read]);
}
