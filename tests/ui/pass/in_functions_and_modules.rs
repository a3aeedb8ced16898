//! Handlers in bodies, nested modules, and beside names of theirs.
#![deny(warnings)]

use fingerpost::{App, get, routes};

mod api {
    pub(super) mod v1 {
        use fingerpost::get;

        pub(in crate::api) struct Hidden;

        #[get("/hidden")]
        pub(in super::super) fn hidden() -> String {
            let _ = Hidden;
            String::new()
        }

        fingerpost::routes! { pub(in super::super) table = [hidden, self::inner::deep, super::shared] }

        mod inner {
            #[fingerpost::get("/deep")]
            pub(super) fn deep() {}
        }
    }

    #[fingerpost::route(GET | HEAD, "/shared")]
    fn shared() {}
}

fn main() {
    #[get("/local/{id}")]
    fn local(id: u64) -> String {
        id.to_string()
    }

    let closure = || {
        #[get("/closed")]
        fn closed() {}
        routes![closed]
    };
    let _ = App::new(routes![local, api::v1::table]);
    let _ = App::new(closure());
    let _ = local::path(7);
}
