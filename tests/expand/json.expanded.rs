//! A body of JSON, and a location made of the answer.

use fingerpost::{Json, get, post};

#[allow(clippy::needless_pass_by_value)]
fn read(number: u64) -> Json<u64> {
    Json(number)
}

///The route `GET /numbers/{number}`.
#[allow(non_camel_case_types, clippy::all, clippy::pedantic)]
enum read {}

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
            "read",
            &["GET"],
            "/numbers/{number}",
        )
        .at(
            __fingerpost::core::module_path!(),
            __fingerpost::core::file!(),
            __fingerpost::core::line!(),
        )
        .segments(
            &[__fingerpost::Segment::Literal("numbers"), __fingerpost::Segment::Capture],
            &["number"],
        );
    impl read {
        ///The URL of `/numbers/{number}`, percent-encoded.
        #[must_use]
        fn path<'__v>(number: u64) -> __fingerpost::RoutePath {
            __fingerpost::PathWriter::new(__ROUTE).capture(&number).finish()
        }
    }
    impl __fingerpost::Endpoint for read {
        const ROUTE: &'static __fingerpost::RouteInfo = __ROUTE;
        const ID: __fingerpost::RouteId = __fingerpost::RouteId::new(
            __fingerpost::core::module_path!(),
            "read",
        );
        fn call(
            request: &mut __fingerpost::RequestContext<'_>,
        ) -> impl __fingerpost::core::future::Future<
            Output = __fingerpost::Answer,
        > + __fingerpost::core::marker::Send {
            __fingerpost::run_now(
                request,
                |request| {
                    let argument_0 = <u64 as __fingerpost::Parameter>::capture(
                        request,
                        0usize,
                        "u64",
                    )?;
                    let output = read(argument_0);
                    __fingerpost::Returned(output)
                        .respond(request, &__fingerpost::Declared::NOTHING)
                },
            )
        }
    }
    impl<__P> __fingerpost::Needs<__P, ()> for read {}
    pub struct __Parameters<'__v> {
        pub number: __fingerpost::core::option::Option<&'__v u64>,
    }
    impl __fingerpost::core::default::Default for __Parameters<'_> {
        fn default() -> Self {
            Self {
                number: __fingerpost::core::option::Option::None,
            }
        }
    }
    impl<'__v> __fingerpost::Linked<'__v> for read {
        type Values = __Parameters<'__v>;
        const PARAMETERS: &'static [(&'static str, bool)] = &[("number", true)];
        fn link(values: __Parameters<'__v>) -> __fingerpost::RoutePath {
            Self::path(*__fingerpost::given(values.number))
        }
    }
    const _: __fingerpost::Facts = <Json<u64> as __fingerpost::Output>::FACTS;
};

#[allow(clippy::needless_pass_by_value)]
async fn create(Json(new): Json<u64>) -> Json<u64> {
    Json(new)
}

///The route `POST /numbers`.
#[allow(non_camel_case_types, clippy::all, clippy::pedantic)]
enum create {}

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
            "create",
            &["POST"],
            "/numbers",
        )
        .at(
            __fingerpost::core::module_path!(),
            __fingerpost::core::file!(),
            __fingerpost::core::line!(),
        )
        .segments(&[__fingerpost::Segment::Literal("numbers")], &[])
        .links(&[<read as __fingerpost::Endpoint>::ID]);
    impl create {
        ///The URL of `/numbers`, percent-encoded.
        #[must_use]
        fn path<'__v>() -> __fingerpost::RoutePath {
            __fingerpost::PathWriter::new(__ROUTE).finish()
        }
    }
    impl __fingerpost::Endpoint for create {
        const ROUTE: &'static __fingerpost::RouteInfo = __ROUTE;
        const ID: __fingerpost::RouteId = __fingerpost::RouteId::new(
            __fingerpost::core::module_path!(),
            "create",
        );
        async fn call(
            request: &mut __fingerpost::RequestContext<'_>,
        ) -> __fingerpost::Answer {
            static HEADERS: [(
                __fingerpost::HeaderName,
                __fingerpost::HeaderValue,
            ); 1usize] = [
                (
                    __fingerpost::HeaderName::from_static("cache-control"),
                    __fingerpost::HeaderValue::from_static("no-store"),
                ),
            ];
            static DECLARED: __fingerpost::Declared = __fingerpost::Declared::new(
                201,
                "",
                &HEADERS,
            );
            let argument_0 = __fingerpost::Extractor::<Json<u64>>::new()
                .extract(request)
                .await?;
            let output = create(argument_0).await;
            __fingerpost::Returned(output)
                .respond_at(
                    request,
                    &DECLARED,
                    |new| {
                        match (&(new.0),) {
                            (value_0,) => {
                                let mut values: <create as __fingerpost::Linking<
                                    '_,
                                >>::Values = __fingerpost::core::default::Default::default();
                                values.number = __fingerpost::core::option::Option::Some(
                                    value_0,
                                );
                                <read as __fingerpost::Linked<'_>>::link(values)
                            }
                        }
                    },
                )
        }
    }
    const __READS_STATE_0: bool = __fingerpost::Asked::<Json<u64>>::IS_EXTRACTOR
        && !__fingerpost::Asked::<Json<u64>>::READS_NO_STATE;
    impl<__P, __0> __fingerpost::Needs<__P, (__0,)> for create
    where
        __P: __fingerpost::ProvidesFor<Json<u64>, { __READS_STATE_0 }, __0>,
    {}
    impl<'__v> __fingerpost::Linked<'__v> for create {
        type Values = ();
        const PARAMETERS: &'static [(&'static str, bool)] = &[];
        fn link((): ()) -> __fingerpost::RoutePath {
            Self::path()
        }
    }
    const _: __fingerpost::Facts = <Json<u64> as __fingerpost::Output>::FACTS;
    const _: () = __fingerpost::check::declared_status(
        __fingerpost::Asked::<Json<u64>>::FACTS,
        201,
    );
    const _: () = __fingerpost::check::link(
        <read as __fingerpost::Linked<'static>>::PARAMETERS,
        &["number"],
    );
    type __Source = create;
    type __Target = read;
    const _: () = {
        const PARAMETERS: &[(&str, bool)] = <__Target as __fingerpost::Linked<
            'static,
        >>::PARAMETERS;
        #[allow(non_camel_case_types)]
        type location<'v> = __fingerpost::Proved<
            { __fingerpost::check::named(PARAMETERS, "number") },
            <__Target as __fingerpost::Linked<'v>>::Values,
        >;
        impl<'v> __fingerpost::Linking<'v> for __Source {
            type Values = location<'v>;
        }
    };
    const _: bool = <Json<u64> as __fingerpost::FromState>::READS_BODY;
    const __READS_BODY_0: bool = __fingerpost::Asked::<Json<u64>>::READS_BODY;
    const _: () = __fingerpost::check::one_body_reader(&[], __READS_BODY_0);
};

fn main() {
    let _ = (read(7), read::path(7));
    drop(create(Json(7)));
    let _ = create::path();
}
