//! A route that declares a status: the smallest whole.

use fingerpost::put;

/// Create or replace the database.
fn database() {}

///The route `PUT /database`.
#[allow(
    dead_code,
    missing_copy_implementations,
    missing_debug_implementations,
    non_camel_case_types,
    unnameable_types,
    unreachable_pub
)]
enum database<const ROUTE: u64 = 14513735636802092611> {}

#[allow(
    deprecated,
    unused_imports,
    unused_qualifications,
    non_camel_case_types,
    non_snake_case
)]
const _: () = {
    type __Twin = database;
    use ::fingerpost::__private as __fingerpost;
    use __fingerpost::methods::*;
    impl __Twin {
        ///The URL of `/database`, percent-encoded.
        fn path() -> __fingerpost::RoutePath {
            __fingerpost::path_of::<Self>(())
        }
    }
    impl<State_> __fingerpost::RunsWith<State_, ()> for __Twin {}
    impl __fingerpost::Endpoint for __Twin {
        const MORE: __fingerpost::RouteInfo = __fingerpost::RouteInfo {
            summary: "Create or replace the database.",
            ..__fingerpost::RouteInfo::EMPTY
        };
        const INFO: __fingerpost::Said = __fingerpost::Said(
            __fingerpost::Call::Now(__call),
            "database",
            "PUT",
            "/database",
            __fingerpost::Keys::Route(
                __fingerpost::Shape(12956215586284353957, 11400714819323198485),
                17679349684037807626,
                0,
            ),
            ::fingerpost::__private::module_path!(),
            __fingerpost::here(),
        );
    }
    fn __call(request: &mut __fingerpost::RequestContext<'_>) -> __fingerpost::Answer {
        static __DECLARED: __fingerpost::Declared = __fingerpost::Declared::new(
            201,
            "",
            &[],
        );
        __fingerpost::Plain(database()).answer(request, &__DECLARED)
    }
};

fn main() {
    database();
    let _ = database::path();
}
