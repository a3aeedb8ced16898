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
    use ::fingerpost::__private::{self as __fingerpost, methods::*};
    const __ROUTE: &__fingerpost::RouteInfo = &__fingerpost::RouteInfo::new(
            "database",
            &["PUT"],
            "/database",
        )
        .at(
            __fingerpost::core::module_path!(),
            __fingerpost::core::file!(),
            __fingerpost::core::line!(),
        )
        .segments(&[__fingerpost::Segment::Literal("database")], &[])
        .documented("Create or replace the database.", "");
    impl database {
        ///The URL of `/database`, percent-encoded.
        #[must_use]
        fn path<'__v>() -> __fingerpost::RoutePath {
            __fingerpost::PathWriter::new(__ROUTE).finish()
        }
    }
    impl __fingerpost::Endpoint for database {
        const ROUTE: &'static __fingerpost::RouteInfo = __ROUTE;
        const ID: __fingerpost::RouteId = __fingerpost::RouteId::new(
            __fingerpost::core::module_path!(),
            "database",
        );
        fn call(
            request: &mut __fingerpost::RequestContext<'_>,
        ) -> impl __fingerpost::core::future::Future<
            Output = __fingerpost::Answer,
        > + __fingerpost::core::marker::Send {
            static DECLARED: __fingerpost::Declared = __fingerpost::Declared::new(
                201,
                "",
                &[],
            );
            __fingerpost::run_now(
                request,
                |request| {
                    let output = database();
                    __fingerpost::Returned(output).respond(request, &DECLARED)
                },
            )
        }
    }
    impl<__S> __fingerpost::RunsWith<__S, ()> for database {}
    impl<'__v> __fingerpost::Linked<'__v> for database {
        type Values = ();
        const PARAMETERS: &'static [(&'static str, bool)] = &[];
        fn link((): ()) -> __fingerpost::RoutePath {
            Self::path()
        }
    }
    const _: () = __fingerpost::check::declared_status(
        __fingerpost::Asked::<()>::FACTS,
        201,
    );
};

fn main() {
    database();
    let _ = database::path();
}
