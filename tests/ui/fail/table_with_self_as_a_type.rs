//! axum's `Self::handler`.

use fingerpost::{App, routes};

struct Server;

impl Server {
    fn home() {}

    fn app() {
        let _ = App::new(routes![Self::home]);
        //~                      ^^^^
        Self::home();
    }
}

fn main() {
    Server::app();
}
// no help: the message is the compiler's own
