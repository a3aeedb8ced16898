//! Query parameters: needed, optional, with a default, repeated, of another name.

use fingerpost::get;

fn search(q: &str, page: Option<u32>, limit: u32, tag: Vec<String>, size: u8) -> String {
    format!("{q} {page:?} {limit} {tag:?} {size}")
}

///The route `GET /posts`.
#[allow(
    dead_code,
    missing_copy_implementations,
    missing_debug_implementations,
    non_camel_case_types,
    unnameable_types,
    unreachable_pub
)]
enum search<const ROUTE: u64 = 18327915512101696082> {}

#[allow(
    deprecated,
    unused_imports,
    unused_qualifications,
    non_camel_case_types,
    non_snake_case
)]
const _: () = {
    type __Twin = search;
    use ::fingerpost::__private as __fingerpost;
    use __fingerpost::methods::*;
    impl<State_> __fingerpost::RunsWith<State_, ()> for __Twin {}
    impl __fingerpost::Endpoint for __Twin {
        const PARAMETERS: &'static [(&'static str, bool)] = &[
            ("q", true),
            ("page", false),
            ("limit", false),
            ("tag", false),
            ("size", true),
        ];
        const INFO: __fingerpost::Said = __fingerpost::Said(
            __fingerpost::Call::Now(__call),
            "search",
            "GET",
            "/posts",
            __fingerpost::Keys::Route(
                __fingerpost::Shape(6671753475417507314, 11400714819323198485),
                6677843945146335437,
                0,
            ),
            ::fingerpost::__private::module_path!(),
            __fingerpost::here(),
        );
    }
    fn __call(request: &mut __fingerpost::RequestContext<'_>) -> __fingerpost::Answer {
        let argument_0 = __fingerpost::query_str(request, "q")?;
        let argument_1 = <u32 as __fingerpost::Parameter>::query_optional(
            request,
            "page",
            "u32",
        )?;
        let argument_2 = match <u32 as __fingerpost::Parameter>::query_optional(
            request,
            "limit",
            "u32",
        )? {
            __fingerpost::Some(value) => value,
            __fingerpost::None => 10,
        };
        let argument_3 = <String as __fingerpost::Parameter>::query_many(
            request,
            "tag",
            "String",
        )?;
        let argument_4 = <u8 as __fingerpost::Parameter>::query(
            request,
            "page-size",
            "u8",
        )?;
        __fingerpost::Plain(
                search(argument_0, argument_1, argument_2, argument_3, argument_4),
            )
            .answer(request, &__fingerpost::NOTHING)
    }
    impl __Twin {
        ///The URL of `/posts`, percent-encoded.
        fn path(
            q: impl __fingerpost::AsRef<str>,
            page: __fingerpost::Option<u32>,
            limit: __fingerpost::Option<u32>,
            tag: &[impl __fingerpost::AsRef<str>],
            size: u8,
        ) -> __fingerpost::RoutePath {
            __fingerpost::path_of::<
                Self,
            >((
                __fingerpost::Query("q", __fingerpost::text(&q)),
                (
                    __fingerpost::QueryOptional(
                        "page",
                        __fingerpost::core::option::Option::as_ref(&page),
                    ),
                    (
                        __fingerpost::QueryOptional(
                            "limit",
                            __fingerpost::core::option::Option::as_ref(&limit),
                        ),
                        (
                            __fingerpost::QueryTexts("tag", tag),
                            (__fingerpost::Query("page-size", &size), ()),
                        ),
                    ),
                ),
            ))
        }
    }
    impl __fingerpost::Linked<
        (
            __fingerpost::One<str>,
            (
                __fingerpost::One<u32>,
                (
                    __fingerpost::One<u32>,
                    (__fingerpost::Many<String>, (__fingerpost::One<u8>, ())),
                ),
            ),
        ),
    > for __Twin {
        const QUERY_KEYS: &'static [&'static str] = &[
            "q",
            "page",
            "limit",
            "tag",
            "page-size",
        ];
    }
    __fingerpost::check::output(__fingerpost::Asked::<String>::IS_OUTPUT)
};

fn main() {
    let _ = search("a", None, 10, Vec::new(), 7);
    let _ = search::path("a", None, None, &["x"], 7);
}
