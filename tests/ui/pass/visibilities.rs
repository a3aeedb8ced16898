//! Handlers and tables of every visibility.
#![deny(warnings)]

mod outer {
    pub mod inner {
        #[fingerpost::get("/1")]
        pub fn one() {}

        #[fingerpost::get("/2")]
        pub(crate) fn two() {}

        #[fingerpost::get("/3")]
        pub(super) fn three() {}

        #[fingerpost::get("/4")]
        pub(in crate::outer) fn four() {}

        #[fingerpost::get("/5")]
        fn five() {}

        fingerpost::routes! { pub(crate) shown = [five] }
        fingerpost::routes! { pub(super) less = [self::shown, super::inner::one] }
    }

    fingerpost::routes! { pub table = [inner::two, inner::three, inner::four, inner::less] }
}

pub(crate) use outer::inner::one as first;

fn main() {
    let _ = first::path();
    let _ = fingerpost::App::new(fingerpost::routes!["/all" => crate::outer::table]);
}
