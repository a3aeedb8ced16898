//! Captures and state, borrowed and parsed.

use fingerpost::get;

struct Db(u64);

/// One post of a blog.
async fn read(blog: &str, id: u64, db: &Db) -> String {
    format!("{blog} {id} {}", db.0)
}

///The route `GET /{blog}/posts/{id}`.
#[allow(
    dead_code,
    missing_copy_implementations,
    missing_debug_implementations,
    non_camel_case_types,
    unnameable_types,
    unreachable_pub
)]
enum read<const ROUTE: u64 = 16368974657082150401> {}

#[allow(deprecated, unused_imports, unused_qualifications, non_camel_case_types)]
const _: () = {
    use ::fingerpost::__private as __fingerpost;
    use __fingerpost::methods::*;
    type __Twin = read;
    fn __call<'a>(request: &'a mut __RequestContext<'_>) -> __LaterAnswer<'a> {
        let argument_0 = __fingerpost::capture_str(request, 0usize);
        let __Ok(argument_1) = <u64 as __Parameter>::capture(request, 1usize, "u64")
        else {
            return __Err(__Answered);
        };
        let __Ok(argument_2) = <__Argument2 as __SharedState>::of(request) else {
            return __Err(__Answered);
        };
        let future = __Started::new(read(argument_0, argument_1, argument_2));
        let _: &dyn __Send = future.get();
        future.answer(request, &__NOTHING)
    }
    impl __Twin {
        ///The URL of `/{blog}/posts/{id}`, percent-encoded.
        #[must_use]
        fn path(blog: impl __AsRef<str>, id: u64) -> __RoutePath {
            __path_of::<Self>((__Capture(__text(&blog)), (__Capture(&id), ())))
        }
    }
    impl __Endpoint for __Twin {
        const INFO: __Said = __Said(
            __Call::Later(__call),
            "read",
            ::fingerpost::__private::module_path!(),
            __here(),
            __only::GET,
            "/{blog}/posts/{id}",
            &[__Segment::Capture, __Segment::Literal("posts"), __Segment::Capture],
            &["blog", "id"],
            &[("blog", true), ("id", true)],
        );
        const MORE: __RouteInfo = __RouteInfo {
            summary: "One post of a blog.",
            ..__RouteInfo::EMPTY
        };
        const KEYS: __Keys = __Keys::Route(
            __Shape(11408762040252903432, 6938460308862072877),
            6677843945146335437,
            0,
        );
    }
    type __Argument2 = Db;
    impl<State_, OneOfItsType0_> __RunsWith<State_, (OneOfItsType0_,)> for __Twin
    where
        State_: __HasState<__Argument2, __Twin, OneOfItsType0_>,
    {}
    pub struct __Parameters<'__v> {
        pub blog: __Option<&'__v str>,
        pub id: __Option<&'__v u64>,
    }
    impl __Default for __Parameters<'_> {
        fn default() -> Self {
            Self { blog: __None, id: __None }
        }
    }
    impl<'__v> __Linked<'__v> for __Twin {
        type Values = __Parameters<'__v>;
        fn link(values: __Parameters<'__v>) -> __RoutePath {
            Self::path(__given(values.blog), *__given(values.id))
        }
    }
    const _: () = __check::output(__Asked::<String>::IS_OUTPUT);
};

fn main() {
    drop(read("a", 7, &Db(7)));
    let _ = read::path("a", 7);
}
