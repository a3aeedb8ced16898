//! A route that declares a status: the smallest whole.

use fingerpost::put;

/// Create or replace the database.
fn database() {}

///The route `PUT /database`.
#[allow(
    clippy::all,
    clippy::nursery,
    clippy::pedantic,
    clippy::restriction,
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
    clippy::all,
    clippy::pedantic
)]
const _: () = {
    use ::fingerpost::__private as __fingerpost;
    use __fingerpost::methods::*;
    type __Twin = database<14513735636802092611>;
    fn __call(request: &mut __fingerpost::RequestContext<'_>) -> __fingerpost::Answer {
        static DECLARED: __fingerpost::Declared = __fingerpost::Declared::new(
            201,
            "",
            &[],
        );
        let output = database();
        let answer = __fingerpost::returned(&output).declares(&DECLARED);
        __fingerpost::Answering::answer(answer, output, request)
    }
    impl __Twin {
        ///The URL of `/database`, percent-encoded.
        #[must_use]
        fn path() -> __fingerpost::RoutePath {
            __fingerpost::write_path(<Self as __fingerpost::Endpoint>::ROUTE, &[])
        }
    }
    static __ROUTE: __fingerpost::RouteInfo = __fingerpost::RouteInfo {
        name: "database",
        module: ::fingerpost::__private::core::module_path!(),
        file: ::fingerpost::__private::core::file!(),
        line: ::fingerpost::__private::core::line!(),
        methods: &["PUT"],
        path: "/database",
        segments: &[__fingerpost::Segment::Literal("database")],
        summary: "Create or replace the database.",
        description: "",
        shape: __fingerpost::Shape(12956215586284353957, 11400714819323198485),
        method_keys: &[17679349684037807626],
        call: __fingerpost::Call::Now(__call),
        ..__fingerpost::RouteInfo::EMPTY
    };
    impl __fingerpost::Endpoint for __Twin {
        const ROUTE: &'static __fingerpost::RouteInfo = &__ROUTE;
    }
    impl<State_> __fingerpost::RunsWith<State_, ()> for __Twin {}
    impl<'__v> __fingerpost::Linked<'__v> for __Twin {
        type Values = ();
        fn link((): ()) -> __fingerpost::RoutePath {
            Self::path()
        }
    }
};

fn main() {
    database();
    let _ = database::path();
}
