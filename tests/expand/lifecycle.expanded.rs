//! Credentials that a table demands, and an operation that ends.

use fingerpost::{Bearer, get, routes};

fn read(id: u64) -> String {
    id.to_string()
}

///The route `GET /v2/posts/{id}`.
#[allow(
    dead_code,
    missing_copy_implementations,
    missing_debug_implementations,
    non_camel_case_types,
    unnameable_types,
    unreachable_pub
)]
enum read<const ROUTE: u64 = 11228724254977569203> {}

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
        ///The URL of `/v2/posts/{id}`, percent-encoded.
        #[must_use]
        fn path(id: u64) -> __RoutePath {
            __path_of::<Self>((__Capture(&id), ()))
        }
    }
    impl __Endpoint for __Twin {
        const INFO: __Said = __Said(
            __Call::Now(__call),
            "read",
            ::fingerpost::__private::module_path!(),
            __here(),
            __only::GET,
            "/v2/posts/{id}",
            &[__Segment::Literal("v2"), __Segment::Literal("posts"), __Segment::Capture],
            &["id"],
            &[("id", true)],
        );
        const MORE: __RouteInfo = __RouteInfo {
            public: true,
            ..__RouteInfo::EMPTY
        };
        const KEYS: __Keys = __Keys::Route(
            __Shape(13907491015620509313, 6938460308862072877),
            6677843945146335437,
            0,
        );
    }
    impl<State_> __RunsWith<State_, ()> for __Twin {}
    pub struct __Parameters<'__v> {
        pub id: __Option<&'__v u64>,
    }
    impl __Default for __Parameters<'_> {
        fn default() -> Self {
            Self { id: __None }
        }
    }
    impl<'__v> __Linked<'__v> for __Twin {
        type Values = __Parameters<'__v>;
        fn link(values: __Parameters<'__v>) -> __RoutePath {
            Self::path(*__given(values.id))
        }
    }
    const _: () = __check::output(__Asked::<String>::IS_OUTPUT);
};

fn read_v1(number: u64, _token: Bearer) -> String {
    number.to_string()
}

///The route `GET /v1/posts/{number}`.
#[allow(
    dead_code,
    missing_copy_implementations,
    missing_debug_implementations,
    non_camel_case_types,
    unnameable_types,
    unreachable_pub
)]
enum read_v1<const ROUTE: u64 = 16087862944834417834> {}

#[allow(deprecated, unused_imports, unused_qualifications, non_camel_case_types)]
const _: () = {
    use ::fingerpost::__private as __fingerpost;
    use __fingerpost::methods::*;
    type __Twin = read_v1;
    fn __call<'a>(request: &'a mut __RequestContext<'_>) -> __LaterAnswer<'a> {
        let __Ok(argument_0) = <u64 as __Parameter>::capture(request, 0usize, "u64")
        else {
            return __Err(__Answered);
        };
        __Ok({
            let handler = move |(argument_1, ()): (__Argument1, ())| read_v1(
                argument_0,
                argument_1,
            );
            let answer = __fingerpost::returned_by_call(&handler).declares(&__NOTHING);
            __fingerpost::Extracting::<(__Argument1, ())>::TYPES
                .now(request, handler, answer)
        })
    }
    enum __Succession {}
    const _: () = {
        const _: () = __check::link(<read as __Linked<'static>>::PARAMETERS, &["id"]);
        type __Source = __Succession;
        type __Target = read;
        const _: () = {
            const PARAMETERS: &[(&str, bool)] = <__Target as __Linked<
                'static,
            >>::PARAMETERS;
            const PRINTED: &[(&str, bool)] = <__Target as __Linked<'static>>::PRINTED;
            #[allow(non_camel_case_types)]
            type successor<'v> = __fingerpost::Proved<
                { __check::named(PARAMETERS, PRINTED, "id") },
                <__Target as __Linked<'v>>::Values,
            >;
            impl<'v> __fingerpost::Linking<'v> for __Source {
                type Values = successor<'v>;
            }
        };
    };
    #[allow(unused_variables)]
    fn __successor(request: &__RequestContext<'_>) -> __Option<__RoutePath> {
        let number = <u64 as __Parameter>::captured(request, 0usize)?;
        __Some({
            match (&(number),) {
                (value_0,) => {
                    let mut values: <__Succession as __fingerpost::Linking<
                        '_,
                    >>::Values = __Default::default();
                    values.id = __Some(value_0);
                    <read as __Linked<'_>>::link(values)
                }
            }
        })
    }
    static __LIFECYCLE_HEADERS: [(
        __fingerpost::HeaderName,
        __fingerpost::HeaderValue,
    ); 3usize] = [
        (
            __fingerpost::HeaderName::from_static("deprecation"),
            __fingerpost::HeaderValue::from_static("@1769817600"),
        ),
        (
            __fingerpost::HeaderName::from_static("sunset"),
            __fingerpost::HeaderValue::from_static("Sun, 31 Jan 2027 00:00:00 GMT"),
        ),
        (
            __fingerpost::HeaderName::from_static("link"),
            __fingerpost::HeaderValue::from_static(
                "<https://example.com/v1>; rel=\"sunset\"",
            ),
        ),
    ];
    static __LIFECYCLE: __fingerpost::Lifecycle = __fingerpost::Lifecycle {
        deprecated: "2026-01-31",
        sunset: "2027-01-31",
        successor: __Some(__successor),
        headers: &__LIFECYCLE_HEADERS,
        ..__fingerpost::Lifecycle::EMPTY
    };
    impl __Twin {
        ///The URL of `/v1/posts/{number}`, percent-encoded.
        #[must_use]
        fn path(number: u64) -> __RoutePath {
            __path_of::<Self>((__Capture(&number), ()))
        }
    }
    impl __Endpoint for __Twin {
        const INFO: __Said = __Said(
            __Call::Later(__call),
            "read_v1",
            ::fingerpost::__private::module_path!(),
            __here(),
            __only::GET,
            "/v1/posts/{number}",
            &[__Segment::Literal("v1"), __Segment::Literal("posts"), __Segment::Capture],
            &["number"],
            &[("number", true)],
        );
        const MORE: __RouteInfo = __RouteInfo {
            security: &[__Asked::<__Argument1>::SECURITY],
            deprecated: true,
            lifecycle: __Some(&__LIFECYCLE),
            ..__RouteInfo::EMPTY
        };
        const KEYS: __Keys = __Keys::Route(
            __Shape(12383600947829714109, 6938460308862072877),
            6677843945146335437,
            8,
        );
        const LINKS: &'static [(&'static str, &'static __RouteInfo)] = &[
            ("successor", <read as __Endpoint>::ROUTE),
        ];
    }
    type __Argument1 = Bearer;
    type __Reading0 = __Reading<
        __Argument1,
        {
            __check::reading(
                __Asked::<__Argument1>::IS_EXTRACTOR,
                __Asked::<__Argument1>::READS_NO_STATE,
            )
        },
    >;
    impl<State_, OneOfItsType0_> __RunsWith<State_, (OneOfItsType0_,)> for __Twin
    where
        State_: __HasState<<__Reading0 as __Reads>::State, __Twin, OneOfItsType0_>,
    {}
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
    const _: () = __check::output(__Asked::<String>::IS_OUTPUT);
    const _: () = __check::extractor(
        __Asked::<__Argument1>::IS_EXTRACTOR || __Asked::<__Argument1>::IS_EXTRACTOR,
    );
    const _: () = __check::argument_is_sent(
        !__Asked::<__Argument1>::IS_EXTRACTOR || __Asked::<__Argument1>::IS_SEND,
    );
    const __READS_BODY_0: bool = __Asked::<__Argument1>::READS_BODY;
    const _: () = __check::no_body_reader(__READS_BODY_0, "GET");
};

///A table of routes.
#[allow(non_camel_case_types)]
#[derive(
    ::fingerpost::__private::core::clone::Clone,
    ::fingerpost::__private::core::marker::Copy,
    ::fingerpost::__private::core::fmt::Debug
)]
pub struct table;

#[allow(unused_qualifications, clippy::all, clippy::pedantic)]
const _: () = {
    type __Entry0 = read;
    type __Entry1 = read_v1;
    use ::fingerpost::__private as __fingerpost;
    const _: () = __fingerpost::check::auth(
        &__fingerpost::Node::Table(&[("", <__Entry0 as __fingerpost::Table>::NODE)]),
    );
    const _: () = __fingerpost::check::auth(
        &__fingerpost::Node::Table(&[("/old", <__Entry1 as __fingerpost::Table>::NODE)]),
    );
    impl<Any_> __fingerpost::Nodes<Any_> for table {
        const LISTED: __fingerpost::Node = __fingerpost::Node::Demanding(
            &[
                ("", <__Entry0 as __fingerpost::Table>::NODE),
                ("/old", <__Entry1 as __fingerpost::Table>::NODE),
            ],
        );
    }
    impl __fingerpost::Table for table {
        type Routes = Self;
        const KEYS: __fingerpost::Keys = __fingerpost::Keys::table(
            &[
                (__fingerpost::Shape(0, 1), <__Entry0 as __fingerpost::Table>::KEYS),
                (
                    __fingerpost::Shape(7711060012355064089, 11400714819323198485),
                    <__Entry1 as __fingerpost::Table>::KEYS,
                ),
            ],
        );
    }
    impl<State_, Place0_, Place1_> __fingerpost::RunsWith<State_, (Place0_, Place1_)>
    for table
    where
        __Entry0: __fingerpost::RunsWith<State_, Place0_>,
        __Entry1: __fingerpost::RunsWith<State_, Place1_>,
    {}
    const _: () = if !__fingerpost::suffice(
        <table as __fingerpost::Table>::KEYS,
        false,
        true,
    ) {
        if let __fingerpost::Some(conflict) = __fingerpost::mistake::<table>(true) {
            match conflict.item {
                0u32 => __fingerpost::Conflict::refuse(&conflict),
                1u32 => __fingerpost::Conflict::refuse(&conflict),
                _ => {}
            }
        }
    };
};

fn main() {
    let _ = fingerpost::App::new(table);
}
