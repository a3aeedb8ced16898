//! A body of JSON, and a location made of the answer.

use fingerpost::{Json, get, post};

fn read(number: u64) -> Json<u64> {
    Json(number)
}

///The route `GET /numbers/{number}`.
#[allow(
    dead_code,
    missing_copy_implementations,
    missing_debug_implementations,
    non_camel_case_types,
    unnameable_types,
    unreachable_pub
)]
enum read<const ROUTE: u64 = 505959777503946078> {}

#[allow(
    deprecated,
    unused_imports,
    unused_qualifications,
    non_camel_case_types,
    non_snake_case
)]
const _: () = {
    type __Twin = read;
    use ::fingerpost::__private as __fingerpost;
    use __fingerpost::methods::*;
    impl<State_> __fingerpost::RunsWith<State_, ()> for __Twin {}
    impl __fingerpost::Endpoint for __Twin {
        const INFO: __fingerpost::Said = __fingerpost::Said(
            __fingerpost::Call::Now(__call),
            "read",
            "GET",
            "/numbers/{number}",
            __fingerpost::Keys::Route(
                __fingerpost::Shape(18228051922831497737, 16088033396387240377),
                6677843945146335437,
                0,
            ),
            ::fingerpost::__private::module_path!(),
            __fingerpost::here(),
        );
    }
    fn __call(request: &mut __fingerpost::RequestContext<'_>) -> __fingerpost::Answer {
        let __fingerpost::Ok(argument_0) = <u64 as __fingerpost::Parameter>::capture(
            request,
            0usize,
            "u64",
        ) else {
            return __fingerpost::Err(__fingerpost::Answered);
        };
        __fingerpost::Plain(read(argument_0)).answer(request, &__fingerpost::NOTHING)
    }
    impl __Twin {
        ///The URL of `/numbers/{number}`, percent-encoded.
        fn path(number: u64) -> __fingerpost::RoutePath {
            __fingerpost::path_of::<Self>((__fingerpost::Capture(&number), ()))
        }
    }
    impl __fingerpost::Linked<(__fingerpost::One<u64>, ())> for __Twin {}
    _ = <Json<u64> as __fingerpost::Output>::FACTS;
};

async fn create(Json(new): Json<u64>) -> Json<u64> {
    Json(new)
}

///The route `POST /numbers`.
#[allow(
    dead_code,
    missing_copy_implementations,
    missing_debug_implementations,
    non_camel_case_types,
    unnameable_types,
    unreachable_pub
)]
enum create<const ROUTE: u64 = 13248131062638605368> {}

#[allow(
    deprecated,
    unused_imports,
    unused_qualifications,
    non_camel_case_types,
    non_snake_case
)]
const _: () = {
    type __Twin = create;
    use ::fingerpost::__private as __fingerpost;
    use __fingerpost::methods::*;
    impl __Twin {
        ///The URL of `/numbers`, percent-encoded.
        fn path() -> __fingerpost::RoutePath {
            __fingerpost::path_of::<Self>(())
        }
    }
    impl __fingerpost::Endpoint for __Twin {
        const MORE: __fingerpost::RouteInfo = __fingerpost::RouteInfo {
            accepts: &[__fingerpost::Asked::<__Argument0>::MEDIA_TYPES],
            ..__fingerpost::RouteInfo::EMPTY
        };
        const LINKS: &'static [(&'static str, &'static __fingerpost::RouteInfo)] = &[
            ("location", <read as __fingerpost::Endpoint>::ROUTE),
        ];
        const INFO: __fingerpost::Said = __fingerpost::Said(
            __fingerpost::Call::Later(__call),
            "create",
            "POST",
            "/numbers",
            __fingerpost::Keys::Route(
                __fingerpost::Shape(8945252602848595566, 11400714819323198485),
                10309223409967398219,
                8,
            ),
            ::fingerpost::__private::module_path!(),
            __fingerpost::here(),
        );
    }
    fn __call<'a>(
        request: &'a mut __fingerpost::RequestContext<'_>,
    ) -> __fingerpost::LaterAnswer<'a> {
        static __HEADERS: [(
            __fingerpost::HeaderName,
            __fingerpost::HeaderValue,
        ); 1usize] = [
            (
                __fingerpost::HeaderName::from_static("cache-control"),
                __fingerpost::HeaderValue::from_static("no-store"),
            ),
        ];
        static __DECLARED: __fingerpost::Declared = __fingerpost::Declared::new(
            201,
            "",
            &__HEADERS,
        );
        let _ = <<__Reading0 as __fingerpost::Reads>::Extractor as __fingerpost::FromRequest>::from_request;
        __fingerpost::Ok({
            let handler = move |(argument_0, ()): (__Argument0, ())| {
                let future = create(argument_0);
                let _: &dyn __fingerpost::Send = &future;
                future
            };
            let answer = __fingerpost::returned_by_start(&handler)
                .__locates(
                    &__DECLARED,
                    |new, _| {
                        __fingerpost::Ok({
                            match (&(new.0),) {
                                (value_0,) => {
                                    let mut link = __fingerpost::Link::<
                                        <__Locating as __fingerpost::Linking>::Target,
                                        _,
                                    >::new();
                                    *link
                                        .value::<
                                            {
                                                __fingerpost::check::place(
                                                    <read as __fingerpost::Endpoint>::PARAMETERS,
                                                    "number",
                                                )
                                            },
                                        >() = __fingerpost::Some { 0: value_0 };
                                    link.path()
                                }
                            }
                        })
                    },
                );
            __fingerpost::Extracting::<(__Argument0, ())>::TYPES
                .__later(request, handler, answer)
        })
    }
    type __Argument0 = Json<u64>;
    type __Reading0 = __fingerpost::Reading<
        __Argument0,
        {
            __fingerpost::check::reading(
                __fingerpost::Asked::<__Argument0>::IS_EXTRACTOR,
                __fingerpost::Asked::<__Argument0>::READS_NO_STATE,
            )
        },
    >;
    impl<State_, OneOfItsType0_> __fingerpost::RunsWith<State_, (OneOfItsType0_,)>
    for __Twin
    where
        State_: __fingerpost::HasState<
            <__Reading0 as __fingerpost::Reads>::State,
            __Twin,
            OneOfItsType0_,
        >,
    {}
    const _: () = __fingerpost::check::declared_status(
        __fingerpost::Asked::<Json<u64>>::FACTS,
        201,
    );
    enum __Locating {}
    const _: () = __fingerpost::check::link(
        <read as __fingerpost::Endpoint>::PARAMETERS,
        &["number"],
    );
    type __Source = __Locating;
    type __Target = read;
    const _: () = {
        const PARAMETERS: &[(&str, bool)] = <__Target as __fingerpost::Endpoint>::PARAMETERS;
        const PRINTED: &[(&str, bool)] = <__Target as __fingerpost::Endpoint>::PRINTED;
        #[allow(non_camel_case_types)]
        type location = __fingerpost::Proved<
            { __fingerpost::check::named(PARAMETERS, PRINTED, "number") },
            __Target,
        >;
        impl __fingerpost::Linking for __Source {
            type Target = location;
        }
    };
    _ = <Json<u64> as __fingerpost::Output>::FACTS;
};

fn main() {
    let _ = (read(7), read::path(7));
    drop(create(Json(7)));
    let _ = create::path();
}
