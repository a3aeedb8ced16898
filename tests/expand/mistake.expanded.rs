//! A mistake: the error, the function as it was, and a twin that tables accept.

use fingerpost::put;

::core::compile_error! {
    "a status is a number or a name, not a string\nhelp: `status = 201`"
}

#[allow(dead_code)]
fn database() {}

#[allow(dead_code, non_camel_case_types, clippy::all, clippy::pedantic)]
#[doc(hidden)]
enum database {}

#[allow(dead_code, unused, non_camel_case_types, clippy::all, clippy::pedantic)]
const _: () = {
    use ::fingerpost::__private as __fingerpost;
    impl database {
        pub fn path() -> __fingerpost::Stub {
            __fingerpost::Stub
        }
    }
    impl __fingerpost::Endpoint for database {
        const ROUTE: &'static __fingerpost::RouteInfo = __fingerpost::STUB;
        const ID: __fingerpost::RouteId = __fingerpost::RouteId::new("", "");
        async fn call(_: &mut __fingerpost::RequestContext<'_>) -> __fingerpost::Answer {
            __fingerpost::core::result::Result::Ok(())
        }
    }
    impl<__S> __fingerpost::RunsWith<__S, ()> for database {}
};

fn main() {
    database();
}
