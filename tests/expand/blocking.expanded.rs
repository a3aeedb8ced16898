//! A handler on the blocking pool, which owns what it borrows.

use fingerpost::get;

struct Db(u64);

fn report(name: &str, db: &Db) -> String {
    format!("{name},{}", db.0)
}

///The route `GET /reports/{name}`.
#[allow(
    dead_code,
    missing_copy_implementations,
    missing_debug_implementations,
    non_camel_case_types,
    unnameable_types,
    unreachable_pub
)]
enum report<const ROUTE: u64 = 14026436361915383163> {}

#[allow(
    deprecated,
    unused_imports,
    unused_qualifications,
    non_camel_case_types,
    non_snake_case
)]
const _: () = {
    type __Twin = report;
    use ::fingerpost::__private as __fingerpost;
    use __fingerpost::methods::*;
    impl __fingerpost::Endpoint for __Twin {
        const MORE: __fingerpost::RouteInfo = __fingerpost::RouteInfo {
            timeout_ms: __fingerpost::Some(5000u64),
            ..__fingerpost::RouteInfo::EMPTY
        };
        const INFO: __fingerpost::Said = __fingerpost::Said(
            __fingerpost::Call::Later(__call),
            "report",
            "GET",
            "/reports/{name}",
            __fingerpost::Keys::Route(
                __fingerpost::Shape(4981197652724943149, 16088033396387240377),
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
        static __DECLARED: __fingerpost::Declared = __fingerpost::Declared::new(
            0,
            "text/csv",
            &[],
        );
        let argument_0 = __fingerpost::capture_text(request, 0usize).into_owned();
        let __fingerpost::Ok(argument_1) = <__Argument1 as __fingerpost::SharedState>::of(
            request,
        ) else {
            return __fingerpost::Err(__fingerpost::Answered);
        };
        let pool = __fingerpost::BlockingContext::of(request);
        let future = __fingerpost::Pool::<
            { true && __fingerpost::Asked::<String>::IS_SEND },
            _,
        >(
                pool,
                move |context: &__fingerpost::BlockingContext| report(
                    &argument_0,
                    <__Argument1 as __fingerpost::SharedState>::of_blocking(context),
                ),
            )
            .run();
        let answer = __fingerpost::FromPool(
            __fingerpost::returned_from_pool(&future).__declares(&__DECLARED),
        );
        __fingerpost::Ok(__fingerpost::later(request, future, answer))
    }
    impl __Twin {
        ///The URL of `/reports/{name}`, percent-encoded.
        fn path(name: impl __fingerpost::AsRef<str>) -> __fingerpost::RoutePath {
            __fingerpost::path_of::<
                Self,
            >((__fingerpost::Capture(__fingerpost::text(&name)), ()))
        }
    }
    type __Argument1 = Db;
    impl<State_, OneOfItsType0_> __fingerpost::RunsWith<State_, (OneOfItsType0_,)>
    for __Twin
    where
        State_: __fingerpost::HasState<__Argument1, __Twin, OneOfItsType0_>,
    {}
    impl __fingerpost::Linked<(__fingerpost::One<str>, ())> for __Twin {}
    const _: () = __fingerpost::check::answer_from_pool(
        !__fingerpost::Asked::<String>::IS_OUTPUT
            || __fingerpost::Asked::<String>::IS_SEND,
    );
    const _: () = __fingerpost::check::declared_content_type(
        __fingerpost::Asked::<String>::FACTS,
    );
    __fingerpost::check::output(__fingerpost::Asked::<String>::IS_OUTPUT)
};

fn main() {
    let _ = report("a", &Db(7));
    let _ = report::path("a");
}
