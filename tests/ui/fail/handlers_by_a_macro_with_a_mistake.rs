//! A macro of the user's own makes handlers, with a mistake.

use fingerpost::{App, get, routes};

macro_rules! page {
    ($name:ident, $path:literal, $text:literal) => {
        #[get($path, status = "200")]
        //~                   ^^^^^
        fn $name() -> &'static str {
            $text
        }
    };
}

page!(home, "/", "home");

fn main() {
    let _ = App::new(routes![home]);
}
