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

#[allow(deprecated, unused_imports, unused_qualifications, non_camel_case_types)]
const _: () = {
    use ::fingerpost::__private as __fingerpost;
    use __fingerpost::methods::*;
    type __Twin = report;
    fn __call<'a>(request: &'a mut __RequestContext<'_>) -> __LaterAnswer<'a> {
        static DECLARED: __fingerpost::Declared = __fingerpost::Declared::new(
            0,
            "text/csv",
            &[],
        );
        let argument_0 = __fingerpost::capture_text(request, 0usize).into_owned();
        let __Ok(argument_1) = <__Argument1 as __SharedState>::of(request) else {
            return __Err(__Answered);
        };
        let pool = __fingerpost::BlockingContext::of(request);
        let future = __fingerpost::Pool::<
            { true && __Asked::<String>::IS_SEND },
            _,
        >(
                pool,
                move |context: &__fingerpost::BlockingContext| report(
                    &argument_0,
                    <__Argument1 as __SharedState>::of_blocking(context),
                ),
            )
            .run();
        let answer = __fingerpost::FromPool(
            __fingerpost::returned_from_pool(&future).declares(&DECLARED),
        );
        __Ok(__fingerpost::later(request, future, answer))
    }
    impl __Twin {
        ///The URL of `/reports/{name}`, percent-encoded.
        #[must_use]
        fn path(name: impl __AsRef<str>) -> __RoutePath {
            __path_of::<Self>((__Capture(__text(&name)), ()))
        }
    }
    impl __Endpoint for __Twin {
        const INFO: __Said = __Said(
            __Call::Later(__call),
            "report",
            ::fingerpost::__private::module_path!(),
            __here(),
            __only::GET,
            "/reports/{name}",
            &[__Segment::Literal("reports"), __Segment::Capture],
            &["name"],
            &[("name", true)],
        );
        const MORE: __RouteInfo = __RouteInfo {
            timeout_ms: __Some(5000u64),
            ..__RouteInfo::EMPTY
        };
        const KEYS: __Keys = __Keys::Route(
            __Shape(4981197652724943149, 16088033396387240377),
            6677843945146335437,
            0,
        );
    }
    type __Argument1 = Db;
    impl<State_, OneOfItsType0_> __RunsWith<State_, (OneOfItsType0_,)> for __Twin
    where
        State_: __HasState<__Argument1, __Twin, OneOfItsType0_>,
    {}
    pub struct __Parameters<'__v> {
        pub name: __Option<&'__v str>,
    }
    impl __Default for __Parameters<'_> {
        fn default() -> Self {
            Self { name: __None }
        }
    }
    impl<'__v> __Linked<'__v> for __Twin {
        type Values = __Parameters<'__v>;
        fn link(values: __Parameters<'__v>) -> __RoutePath {
            Self::path(__given(values.name))
        }
    }
    const _: () = __check::output(__Asked::<String>::IS_OUTPUT);
    const _: () = __check::answer_from_pool(
        !__Asked::<String>::IS_OUTPUT || __Asked::<String>::IS_SEND,
    );
    const _: () = __check::declared_content_type(__Asked::<String>::FACTS);
};

fn main() {
    let _ = report("a", &Db(7));
    let _ = report::path("a");
}
