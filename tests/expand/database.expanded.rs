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

#[allow(deprecated, unused_imports, unused_qualifications, non_camel_case_types)]
const _: () = {
    use ::fingerpost::__private as __fingerpost;
    use __fingerpost::methods::*;
    type __Twin = database;
    fn __call(request: &mut __RequestContext<'_>) -> __Answer {
        static DECLARED: __fingerpost::Declared = __fingerpost::Declared::new(
            201,
            "",
            &[],
        );
        __Plain(database()).answer(request, &DECLARED)
    }
    impl __Twin {
        ///The URL of `/database`, percent-encoded.
        #[must_use]
        fn path() -> __RoutePath {
            __path_of::<Self>(())
        }
    }
    impl __Endpoint for __Twin {
        const INFO: __Said = __Said(
            __Call::Now(__call),
            "database",
            ::fingerpost::__private::module_path!(),
            __here(),
            __only::PUT,
            "/database",
            &[__Segment::Literal("database")],
            &[],
            &[],
        );
        const MORE: __RouteInfo = __RouteInfo {
            summary: "Create or replace the database.",
            ..__RouteInfo::EMPTY
        };
        const KEYS: __Keys = __Keys::Route(
            __Shape(12956215586284353957, 11400714819323198485),
            17679349684037807626,
            0,
        );
    }
    impl<State_> __RunsWith<State_, ()> for __Twin {}
    impl<'__v> __Linked<'__v> for __Twin {
        type Values = ();
        fn link((): ()) -> __RoutePath {
            Self::path()
        }
    }
};

fn main() {
    database();
    let _ = database::path();
}
