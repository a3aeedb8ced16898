//! A macro of the user's own is given a path without a slash.

use fingerpost::{App, get, routes};

macro_rules! page {
    ($name:ident, $path:literal, $text:literal) => {
        #[get($path)]
        fn $name() -> &'static str {
            $text
        }
    };
}

page!(home, "home", "home");
//~         ^^^^^^

fn main() {
    let _ = App::new(routes![home]);
}
