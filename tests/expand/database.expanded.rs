//! A route that declares a status: the smallest whole.

use fingerpost::put;

/// Create or replace the database.
fn database() {}

///The route `PUT /database`.
#[allow(non_camel_case_types, clippy::all, clippy::pedantic)]
enum database {}

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
    impl database {
        ///The URL of `/database`, percent-encoded.
        #[must_use]
        fn path() -> __fingerpost::RoutePath {
            __fingerpost::write_path(<Self as __fingerpost::Endpoint>::ROUTE, &[])
        }
    }
    static __ROUTE: __fingerpost::RouteInfo = __fingerpost::RouteInfo {
        name: "database",
        module: __fingerpost::core::module_path!(),
        file: __fingerpost::core::file!(),
        line: __fingerpost::core::line!(),
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
    impl __fingerpost::Endpoint for database {
        const ROUTE: &'static __fingerpost::RouteInfo = &__ROUTE;
    }
    impl<State_> __fingerpost::RunsWith<State_, ()> for database {}
    impl<'__v> __fingerpost::Linked<'__v> for database {
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
