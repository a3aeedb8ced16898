//! Captures and state, borrowed and parsed.

use fingerpost::get;

struct Db(u64);

#[allow(clippy::needless_pass_by_value, clippy::trivially_copy_pass_by_ref)]
/// One post of a blog.
async fn read(blog: &str, id: u64, db: &Db) -> String {
    format!("{blog} {id} {}", db.0)
}

///The route `GET /{blog}/posts/{id}`.
#[allow(
    clippy::all,
    clippy::nursery,
    clippy::pedantic,
    clippy::restriction,
    dead_code,
    missing_copy_implementations,
    missing_debug_implementations,
    non_camel_case_types,
    unnameable_types,
    unreachable_pub
)]
enum read<const ROUTE: u64 = 16368974657082150401> {}

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
    type __Twin = read<16368974657082150401>;
    fn __call<'a>(
        request: &'a mut __fingerpost::RequestContext<'_>,
    ) -> __fingerpost::core::result::Result<
        __fingerpost::Later<'a>,
        __fingerpost::Answered,
    > {
        let argument_0 = __fingerpost::capture_str(request, 0usize);
        let argument_1 = <u64 as __fingerpost::Parameter>::capture(
            request,
            1usize,
            "u64",
        )?;
        let argument_2 = <__Argument2 as __fingerpost::SharedState>::of(request)?;
        __fingerpost::core::result::Result::Ok({
            let future = read(argument_0, argument_1, argument_2);
            let _: &dyn __fingerpost::core::marker::Send = &future;
            let answer = __fingerpost::returned_by(&future)
                .declares(&__fingerpost::NOTHING);
            __fingerpost::later(request, future, answer)
        })
    }
    impl __Twin {
        ///The URL of `/{blog}/posts/{id}`, percent-encoded.
        #[must_use]
        fn path(
            blog: impl __fingerpost::core::convert::AsRef<str>,
            id: u64,
        ) -> __fingerpost::RoutePath {
            __fingerpost::write_path(
                <Self as __fingerpost::Endpoint>::ROUTE,
                &[
                    &__fingerpost::Capture(
                        __fingerpost::core::convert::AsRef::<str>::as_ref(&blog),
                    ),
                    &__fingerpost::Capture(&id),
                ],
            )
        }
    }
    static __ROUTE: __fingerpost::RouteInfo = __fingerpost::RouteInfo {
        name: "read",
        module: ::fingerpost::__private::core::module_path!(),
        file: ::fingerpost::__private::core::file!(),
        line: ::fingerpost::__private::core::line!(),
        methods: &["GET"],
        path: "/{blog}/posts/{id}",
        segments: &[
            __fingerpost::Segment::Capture,
            __fingerpost::Segment::Literal("posts"),
            __fingerpost::Segment::Capture,
        ],
        captures: &["blog", "id"],
        parameters: &[("blog", true), ("id", true)],
        summary: "One post of a blog.",
        description: "",
        shape: __fingerpost::Shape(11408762040252903432, 6938460308862072877),
        method_keys: &[6677843945146335437],
        call: __fingerpost::Call::Later(__call),
        ..__fingerpost::RouteInfo::EMPTY
    };
    impl __fingerpost::Endpoint for __Twin {
        const ROUTE: &'static __fingerpost::RouteInfo = &__ROUTE;
    }
    type __Argument2 = Db;
    impl<State_, OneOfItsType0_> __fingerpost::RunsWith<State_, (OneOfItsType0_,)>
    for __Twin
    where
        State_: __fingerpost::HasState<__Argument2, __Twin, OneOfItsType0_>,
    {}
    pub struct __Parameters<'__v> {
        pub blog: __fingerpost::core::option::Option<&'__v str>,
        pub id: __fingerpost::core::option::Option<&'__v u64>,
    }
    impl __fingerpost::core::default::Default for __Parameters<'_> {
        fn default() -> Self {
            Self {
                blog: __fingerpost::core::option::Option::None,
                id: __fingerpost::core::option::Option::None,
            }
        }
    }
    impl<'__v> __fingerpost::Linked<'__v> for __Twin {
        type Values = __Parameters<'__v>;
        fn link(values: __Parameters<'__v>) -> __fingerpost::RoutePath {
            Self::path(__fingerpost::given(values.blog), *__fingerpost::given(values.id))
        }
    }
    const _: () = __fingerpost::check::output(__fingerpost::Asked::<String>::IS_OUTPUT);
};

fn main() {
    drop(read("a", 7, &Db(7)));
    let _ = read::path("a", 7);
}
