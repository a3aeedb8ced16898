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

#[allow(deprecated, unused_imports, unused_qualifications, non_camel_case_types)]
const _: () = {
    use ::fingerpost::__private as __fingerpost;
    use __fingerpost::methods::*;
    type __Twin = read;
    fn __call(request: &mut __RequestContext<'_>) -> __Answer {
        let __Ok(argument_0) = <u64 as __Parameter>::capture(request, 0usize, "u64")
        else {
            return __Err(__Answered);
        };
        __Plain(read(argument_0)).answer(request, &__NOTHING)
    }
    impl __Twin {
        ///The URL of `/numbers/{number}`, percent-encoded.
        #[must_use]
        fn path(number: u64) -> __RoutePath {
            __path_of::<Self>((__Capture(&number), ()))
        }
    }
    impl __Endpoint for __Twin {
        const INFO: __Said = __Said(
            __Call::Now(__call),
            "read",
            ::fingerpost::__private::module_path!(),
            __here(),
            __only::GET,
            "/numbers/{number}",
            &[__Segment::Literal("numbers"), __Segment::Capture],
            &["number"],
            &[("number", true)],
        );
        const KEYS: __Keys = __Keys::Route(
            __Shape(18228051922831497737, 16088033396387240377),
            6677843945146335437,
            0,
        );
    }
    impl<State_> __RunsWith<State_, ()> for __Twin {}
    pub struct __Parameters<'__v> {
        pub number: __Option<&'__v u64>,
    }
    impl __Default for __Parameters<'_> {
        fn default() -> Self {
            Self { number: __None }
        }
    }
    impl<'__v> __Linked<'__v> for __Twin {
        type Values = __Parameters<'__v>;
        fn link(values: __Parameters<'__v>) -> __RoutePath {
            Self::path(*__given(values.number))
        }
    }
    const _: __Facts = <Json<u64> as __Output>::FACTS;
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

#[allow(deprecated, unused_imports, unused_qualifications, non_camel_case_types)]
const _: () = {
    use ::fingerpost::__private as __fingerpost;
    use __fingerpost::methods::*;
    type __Twin = create;
    fn __call<'a>(request: &'a mut __RequestContext<'_>) -> __LaterAnswer<'a> {
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
        let _ = <<__Reading0 as __Reads>::Extractor as __fingerpost::FromRequest>::from_request;
        __Ok({
            let handler = move |(argument_0, ()): (__Argument0, ())| {
                let future = create(argument_0);
                let _: &dyn __Send = &future;
                future
            };
            let answer = __fingerpost::returned_by_start(&handler)
                .locates(
                    &DECLARED,
                    |new, _| {
                        __Ok({
                            match (&(new.0),) {
                                (value_0,) => {
                                    let mut values: <__Twin as __fingerpost::Linking<
                                        '_,
                                    >>::Values = __Default::default();
                                    values.number = __Some(value_0);
                                    <read as __Linked<'_>>::link(values)
                                }
                            }
                        })
                    },
                );
            __fingerpost::Extracting::<(__Argument0, ())>::TYPES
                .later(request, handler, answer)
        })
    }
    impl __Twin {
        ///The URL of `/numbers`, percent-encoded.
        #[must_use]
        fn path() -> __RoutePath {
            __path_of::<Self>(())
        }
    }
    impl __Endpoint for __Twin {
        const INFO: __Said = __Said(
            __Call::Later(__call),
            "create",
            ::fingerpost::__private::module_path!(),
            __here(),
            __only::POST,
            "/numbers",
            &[__Segment::Literal("numbers")],
            &[],
            &[],
        );
        const MORE: __RouteInfo = __RouteInfo {
            accepts: &[__Asked::<__Argument0>::MEDIA_TYPES],
            ..__RouteInfo::EMPTY
        };
        const KEYS: __Keys = __Keys::Route(
            __Shape(8945252602848595566, 11400714819323198485),
            10309223409967398219,
            8,
        );
        const LINKS: &'static [(&'static str, &'static __RouteInfo)] = &[
            ("location", <read as __Endpoint>::ROUTE),
        ];
    }
    type __Argument0 = Json<u64>;
    type __Reading0 = __Reading<
        __Argument0,
        {
            __check::reading(
                __Asked::<__Argument0>::IS_EXTRACTOR,
                __Asked::<__Argument0>::READS_NO_STATE,
            )
        },
    >;
    impl<State_, OneOfItsType0_> __RunsWith<State_, (OneOfItsType0_,)> for __Twin
    where
        State_: __HasState<<__Reading0 as __Reads>::State, __Twin, OneOfItsType0_>,
    {}
    impl<'__v> __Linked<'__v> for __Twin {
        type Values = ();
        fn link((): ()) -> __RoutePath {
            Self::path()
        }
    }
    const _: __Facts = <Json<u64> as __Output>::FACTS;
    const _: () = __check::declared_status(__Asked::<Json<u64>>::FACTS, 201);
    const _: () = __check::link(<read as __Linked<'static>>::PARAMETERS, &["number"]);
    type __Source = __Twin;
    type __Target = read;
    const _: () = {
        const PARAMETERS: &[(&str, bool)] = <__Target as __Linked<'static>>::PARAMETERS;
        const PRINTED: &[(&str, bool)] = <__Target as __Linked<'static>>::PRINTED;
        #[allow(non_camel_case_types)]
        type location<'v> = __fingerpost::Proved<
            { __check::named(PARAMETERS, PRINTED, "number") },
            <__Target as __Linked<'v>>::Values,
        >;
        impl<'v> __fingerpost::Linking<'v> for __Source {
            type Values = location<'v>;
        }
    };
};

fn main() {
    let _ = (read(7), read::path(7));
    drop(create(Json(7)));
    let _ = create::path();
}
