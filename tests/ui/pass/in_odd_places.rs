//! Handlers wherever a function may stand.
#![deny(warnings)]
#![allow(clippy::must_use_candidate)]

use fingerpost::{App, get, routes};

struct Site;

impl Site {
    fn app() -> App<impl fingerpost::Table> {
        #[get("/in-a-method")]
        fn handler() {}

        App::new(routes![handler])
    }
}

trait Serves {
    fn serve() {
        #[get("/in-a-trait")]
        async fn handler() {}

        let _ = App::new(routes![handler]);
    }
}

impl Serves for Site {}

const COUNT: usize = {
    #[get("/in-a-constant")]
    fn handler() {}

    routes! { table = [handler] }

    let _ = (handler as fn(), table);
    7
};

fn generic<T: Default + ToString>() -> String {
    #[get("/in-a-generic-function/{id}")]
    fn handler(id: u64) -> String {
        id.to_string()
    }

    let _ = App::new(routes!["/a" => handler]);
    handler::path(7).to_string() + &T::default().to_string()
}

fn main() {
    let _ = Site::app();
    Site::serve();
    let _ = (COUNT, generic::<u8>());
    let closure = || {
        #[get("/in-a-closure")]
        fn handler() {}

        App::new(routes![handler])
    };
    let _ = closure();
    if let Some(number) = Some(7) {
        #[get("/in-a-block")]
        fn handler() {}

        let _ = (App::new(routes![handler]), number);
    }
}
