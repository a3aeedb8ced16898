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
    use ::fingerpost::__private::{
        Extract as _, ExtractNot as _, OtherwiseNot as _, Respond as _, RespondNot as _,
    };
    impl database {
        ///The URL of `/database`, percent-encoded.
        #[must_use]
        fn path<'__v>() -> __fingerpost::RoutePath {
            __fingerpost::PathWriter::new(<Self as __fingerpost::Endpoint>::ROUTE)
                .finish()
        }
    }
    impl __fingerpost::Endpoint for database {
        const ROUTE: &'static __fingerpost::RouteInfo = &__fingerpost::RouteInfo::new(
                "database",
                &["PUT"],
                "/database",
            )
            .at(::core::module_path!(), ::core::file!(), ::core::line!())
            .segments(&[__fingerpost::Segment::Literal("database")], &[])
            .documented("Create or replace the database.", "");
        const ID: __fingerpost::RouteId = __fingerpost::RouteId::new(
            ::core::module_path!(),
            "database",
        );
        fn call(
            request: &mut __fingerpost::RequestContext<'_>,
        ) -> impl ::core::future::Future<
            Output = __fingerpost::Answer,
        > + ::core::marker::Send {
            fn answer(
                request: &mut __fingerpost::RequestContext<'_>,
            ) -> __fingerpost::Answer {
                static DECLARED: __fingerpost::Declared = __fingerpost::Declared::new(
                    201,
                    "",
                    &[],
                );
                let output = database();
                __fingerpost::Returned(output).respond(request, &DECLARED)
            }
            ::core::future::ready(answer(request))
        }
    }
    impl<__P> __fingerpost::Needs<__P, ()> for database {}
    impl<'__v> __fingerpost::Linked<'__v> for database {
        type Values = ();
        const PARAMETERS: &'static [(&'static str, bool)] = &[];
        fn link((): ()) -> __fingerpost::RoutePath {
            Self::path()
        }
    }
    const _: __fingerpost::Facts = <() as __fingerpost::Output>::FACTS;
    const _: () = __fingerpost::check::declared_status(
        __fingerpost::Asked::<()>::FACTS,
        201,
    );
};

fn main() {
    database();
    let _ = database::path();
}
