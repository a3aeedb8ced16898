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

#[allow(deprecated, unused_imports, unused_qualifications, non_camel_case_types)]
const _: () = {
    use ::fingerpost::__private as __fingerpost;
    use __fingerpost::methods::*;
    type __Twin = search;
    fn __call(request: &mut __RequestContext<'_>) -> __Answer {
        let argument_0 = __fingerpost::query_str(request, "q")?;
        let argument_1 = <u32 as __Parameter>::query_optional(request, "page", "u32")?;
        let argument_2 = match <u32 as __Parameter>::query_optional(
            request,
            "limit",
            "u32",
        )? {
            __Some(value) => value,
            __None => 10,
        };
        let argument_3 = <String as __Parameter>::query_many(request, "tag", "String")?;
        let argument_4 = <u8 as __Parameter>::query(request, "page-size", "u8")?;
        __Plain(search(argument_0, argument_1, argument_2, argument_3, argument_4))
            .answer(request, &__NOTHING)
    }
    impl __Twin {
        ///The URL of `/posts`, percent-encoded.
        #[must_use]
        fn path(
            q: impl __AsRef<str>,
            page: __Option<u32>,
            limit: __Option<u32>,
            tag: &[impl __AsRef<str>],
            size: u8,
        ) -> __RoutePath {
            __path_of::<
                Self,
            >((
                __fingerpost::Query("q", __text(&q)),
                (
                    __fingerpost::QueryOptional("page", page.as_ref()),
                    (
                        __fingerpost::QueryOptional("limit", limit.as_ref()),
                        (
                            __fingerpost::QueryTexts("tag", tag),
                            (__fingerpost::Query("page-size", &size), ()),
                        ),
                    ),
                ),
            ))
        }
    }
    impl __Endpoint for __Twin {
        const INFO: __Said = __Said(
            __Call::Now(__call),
            "search",
            ::fingerpost::__private::module_path!(),
            __here(),
            __only::GET,
            "/posts",
            &[__Segment::Literal("posts")],
            &[],
            &[
                ("q", true),
                ("page", false),
                ("limit", false),
                ("tag", false),
                ("size", true),
            ],
        );
        const KEYS: __Keys = __Keys::Route(
            __Shape(6671753475417507314, 11400714819323198485),
            6677843945146335437,
            0,
        );
    }
    impl<State_> __RunsWith<State_, ()> for __Twin {}
    pub struct __Parameters<'__v> {
        pub q: __Option<&'__v str>,
        pub page: __Option<&'__v u32>,
        pub limit: __Option<&'__v u32>,
        pub tag: __Option<&'__v [String]>,
        pub size: __Option<&'__v u8>,
    }
    impl __Default for __Parameters<'_> {
        fn default() -> Self {
            Self {
                q: __None,
                page: __None,
                limit: __None,
                tag: __None,
                size: __None,
            }
        }
    }
    impl<'__v> __Linked<'__v> for __Twin {
        type Values = __Parameters<'__v>;
        fn link(values: __Parameters<'__v>) -> __RoutePath {
            Self::path(
                __given(values.q),
                values.page.copied(),
                values.limit.copied(),
                values.tag.unwrap_or(&[]),
                *__given(values.size),
            )
        }
    }
    const _: () = __check::output(__Asked::<String>::IS_OUTPUT);
};

fn main() {
    let _ = search("a", None, 10, Vec::new(), 7);
    let _ = search::path("a", None, None, &["x"], 7);
}
