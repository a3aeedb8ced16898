//! Whatever may stand for a parameter that is missing.
#![deny(warnings)]

use fingerpost::{get, routes};

#[derive(Debug)]
enum Order {
    New,
    Old,
}

impl std::str::FromStr for Order {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        match text {
            "new" => Ok(Self::New),
            "old" => Ok(Self::Old),
            _ => Err(()),
        }
    }
}

impl std::fmt::Display for Order {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(if matches!(self, Self::New) { "new" } else { "old" })
    }
}

#[get("/?{count = 10}&{below = -7}&{ratio = 1}&{share = 0.5}&{all = true}&{mark = x}&{text = some words}&{order = new}&{owned=a}")]
#[allow(clippy::too_many_arguments)]
fn read(
    count: u64,
    below: i8,
    ratio: f64,
    share: f32,
    all: bool,
    mark: char,
    text: &str,
    order: Order,
    owned: String,
) -> String {
    format!("{count} {below} {ratio} {share} {all} {mark} {text} {order:?} {owned}")
}

fn main() {
    let _ = fingerpost::App::new(routes![read]);
}
