//! A mistake: the error, the function as it was, and a twin that tables accept.

use fingerpost::put;

#[allow(dead_code)]
fn database() {}

#[allow(dead_code)]
#[doc(hidden)]
#[allow(
    dead_code,
    missing_copy_implementations,
    missing_debug_implementations,
    non_camel_case_types,
    unnameable_types,
    unreachable_pub
)]
enum database {}

#[allow(dead_code, unused, non_upper_case_globals, clippy::all, clippy::pedantic)]
const _: () = {
    use ::fingerpost::__private as __fingerpost;
    type __Mistake = __fingerpost::Proved<
        {
            ::core::compile_error! {
                "a status is a number or a name, not a string\nhelp: `status = 201`"
            }
        },
        (),
    >;
    impl database {
        pub const path: __Mistake = ();
    }
    impl __fingerpost::Endpoint for database {
        const ROUTE: &'static __fingerpost::RouteInfo = &__fingerpost::RouteInfo {
            name: "database",
            module: ::fingerpost::__private::core::module_path!(),
            file: ::fingerpost::__private::core::file!(),
            line: ::fingerpost::__private::core::line!(),
            path: "/",
            ..__fingerpost::RouteInfo::EMPTY
        };
        const PARAMETERS: &'static [(&'static str, bool)] = __fingerpost::check::ANY_PARAMETERS;
    }
    impl<State_> __fingerpost::RunsWith<State_, ()> for database {}
    impl __fingerpost::Linked<__Mistake> for database {}
};

fn main() {
    database();
}
