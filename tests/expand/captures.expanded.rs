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
    impl __fingerpost::Endpoint for __Twin {
        const MORE: __fingerpost::RouteInfo = __fingerpost::RouteInfo {
            summary: "One post of a blog.",
            ..__fingerpost::RouteInfo::EMPTY
        };
        const INFO: __fingerpost::Said = __fingerpost::Said(
            __fingerpost::Call::Later(__call),
            "read",
            "GET",
            "/{blog}/posts/{id}",
            __fingerpost::Keys::Route(
                __fingerpost::Shape(11408762040252903432, 6938460308862072877),
                6677843945146335437,
                0,
            ),
            ::fingerpost::__private::module_path!(),
            __fingerpost::here(),
        );
    }
    fn __call<'a>(
        request: &'a mut __fingerpost::RequestContext<'_>,
    ) -> __fingerpost::LaterAnswer<'a> {
        let argument_0 = __fingerpost::capture_str(request, 0usize);
        let __fingerpost::Ok(argument_1) = <u64 as __fingerpost::Parameter>::capture(
            request,
            1usize,
            "u64",
        ) else {
            return __fingerpost::Err(__fingerpost::Answered);
        };
        let __fingerpost::Ok(argument_2) = <__Argument2 as __fingerpost::SharedState>::of(
            request,
        ) else {
            return __fingerpost::Err(__fingerpost::Answered);
        };
        let future = __fingerpost::Started::new(
            read(argument_0, argument_1, argument_2),
        );
        let _: &dyn __fingerpost::Send = future.__get();
        future.answer(request, &__fingerpost::NOTHING)
    }
    impl __Twin {
        ///The URL of `/{blog}/posts/{id}`, percent-encoded.
        fn path(
            blog: impl __fingerpost::AsRef<str>,
            id: u64,
        ) -> __fingerpost::RoutePath {
            __fingerpost::path_of::<
                Self,
            >((
                __fingerpost::Capture(__fingerpost::text(&blog)),
                (__fingerpost::Capture(&id), ()),
            ))
        }
    }
    type __Argument2 = Db;
    impl<State_, OneOfItsType0_> __fingerpost::RunsWith<State_, (OneOfItsType0_,)>
    for __Twin
    where
        State_: __fingerpost::HasState<__Argument2, __Twin, OneOfItsType0_>,
    {}
    impl __fingerpost::Linked<(__fingerpost::One<str>, (__fingerpost::One<u64>, ()))>
    for __Twin {}
    __fingerpost::check::output(__fingerpost::Asked::<String>::IS_OUTPUT)
};

fn main() {
    drop(read("a", 7, &Db(7)));
    let _ = read::path("a", 7);
}
