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
        const MORE: __fingerpost::RouteInfo = __fingerpost::RouteInfo {
            public: true,
            ..__fingerpost::RouteInfo::EMPTY
        };
        const INFO: __fingerpost::Said = __fingerpost::Said(
            __fingerpost::Call::Now(__call),
            "read",
            "GET",
            "/v2/posts/{id}",
            __fingerpost::Keys::Route(
                __fingerpost::Shape(13907491015620509313, 6938460308862072877),
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
        ///The URL of `/v2/posts/{id}`, percent-encoded.
        fn path(id: u64) -> __fingerpost::RoutePath {
            __fingerpost::path_of::<Self>((__fingerpost::Capture(&id), ()))
        }
    }
    impl __fingerpost::Linked<(__fingerpost::One<u64>, ())> for __Twin {}
    __fingerpost::check::output(__fingerpost::Asked::<String>::IS_OUTPUT)
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

#[allow(
    deprecated,
    unused_imports,
    unused_qualifications,
    non_camel_case_types,
    non_snake_case
)]
const _: () = {
    type __Twin = read_v1;
    use ::fingerpost::__private as __fingerpost;
    use __fingerpost::methods::*;
    impl __fingerpost::Endpoint for __Twin {
        const MORE: __fingerpost::RouteInfo = __fingerpost::RouteInfo {
            security: &[__fingerpost::Asked::<__Argument1>::SECURITY],
            deprecated: true,
            lifecycle: __fingerpost::Some(&__LIFECYCLE),
            ..__fingerpost::RouteInfo::EMPTY
        };
        const LINKS: &'static [(&'static str, &'static __fingerpost::RouteInfo)] = &[
            ("successor", <read as __fingerpost::Endpoint>::ROUTE),
        ];
        const INFO: __fingerpost::Said = __fingerpost::Said(
            __fingerpost::Call::Later(__call),
            "read_v1",
            "GET",
            "/v1/posts/{number}",
            __fingerpost::Keys::Route(
                __fingerpost::Shape(12383600947829714109, 6938460308862072877),
                6677843945146335437,
                8,
            ),
            ::fingerpost::__private::module_path!(),
            __fingerpost::here(),
        );
    }
    fn __call<'a>(
        request: &'a mut __fingerpost::RequestContext<'_>,
    ) -> __fingerpost::LaterAnswer<'a> {
        let __fingerpost::Ok(argument_0) = <u64 as __fingerpost::Parameter>::capture(
            request,
            0usize,
            "u64",
        ) else {
            return __fingerpost::Err(__fingerpost::Answered);
        };
        __fingerpost::Ok({
            let handler = move |(argument_1, ()): (__Argument1, ())| read_v1(
                argument_0,
                argument_1,
            );
            let answer = __fingerpost::returned_by_call(&handler)
                .__declares(&__fingerpost::NOTHING);
            __fingerpost::Extracting::<(__Argument1, ())>::TYPES
                .__now(request, handler, answer)
        })
    }
    enum __Succession {}
    const _: () = {
        const _: () = __fingerpost::check::link(
            <read as __fingerpost::Endpoint>::PARAMETERS,
            &["id"],
        );
        type __Source = __Succession;
        type __Target = read;
        const _: () = {
            const PARAMETERS: &[(&str, bool)] = <__Target as __fingerpost::Endpoint>::PARAMETERS;
            const PRINTED: &[(&str, bool)] = <__Target as __fingerpost::Endpoint>::PRINTED;
            #[allow(non_camel_case_types)]
            type successor = __fingerpost::Proved<
                { __fingerpost::check::named(PARAMETERS, PRINTED, "id") },
                __Target,
            >;
            impl __fingerpost::Linking for __Source {
                type Target = successor;
            }
        };
    };
    #[allow(unused_variables)]
    fn __successor(
        request: &__fingerpost::RequestContext<'_>,
    ) -> __fingerpost::Option<__fingerpost::RoutePath> {
        let number = <u64 as __fingerpost::Parameter>::captured(request, 0usize)?;
        __fingerpost::Some({
            match (&(number),) {
                (value_0,) => {
                    let mut link = __fingerpost::Link::<
                        <__Succession as __fingerpost::Linking>::Target,
                        _,
                    >::new();
                    *link
                        .value::<
                            {
                                __fingerpost::check::place(
                                    <read as __fingerpost::Endpoint>::PARAMETERS,
                                    "id",
                                )
                            },
                        >() = __fingerpost::Some { 0: value_0 };
                    link.path()
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
        successor: __fingerpost::Some(__successor),
        headers: &__LIFECYCLE_HEADERS,
        ..__fingerpost::Lifecycle::EMPTY
    };
    impl __Twin {
        ///The URL of `/v1/posts/{number}`, percent-encoded.
        fn path(number: u64) -> __fingerpost::RoutePath {
            __fingerpost::path_of::<Self>((__fingerpost::Capture(&number), ()))
        }
    }
    type __Argument1 = Bearer;
    type __Reading0 = __fingerpost::Reading<
        __Argument1,
        {
            __fingerpost::check::reading(
                __fingerpost::Asked::<__Argument1>::IS_EXTRACTOR,
                __fingerpost::Asked::<__Argument1>::READS_NO_STATE,
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
    impl __fingerpost::Linked<(__fingerpost::One<u64>, ())> for __Twin {}
    const _: () = __fingerpost::check::extractor(
        __fingerpost::Asked::<__Argument1>::IS_EXTRACTOR
            || __fingerpost::Asked::<__Argument1>::IS_EXTRACTOR,
        __fingerpost::Asked::<__Argument1>::REJECTS,
    );
    const _: () = __fingerpost::check::argument_is_sent(
        !__fingerpost::Asked::<__Argument1>::IS_EXTRACTOR
            || __fingerpost::Asked::<__Argument1>::IS_SEND,
    );
    const __READS_BODY_0: bool = __fingerpost::Asked::<__Argument1>::READS_BODY;
    const _: () = __fingerpost::check::no_body_reader(__READS_BODY_0, "GET");
    __fingerpost::check::output(__fingerpost::Asked::<String>::IS_OUTPUT)
};

///A table of routes.
#[allow(non_camel_case_types, clippy::exhaustive_structs)]
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
