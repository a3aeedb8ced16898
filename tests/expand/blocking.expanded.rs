//! A handler on the blocking pool, which owns what it borrows.

use fingerpost::get;

struct Db(u64);

#[allow(clippy::needless_pass_by_value, clippy::trivially_copy_pass_by_ref)]
fn report(name: &str, db: &Db) -> String {
    format!("{name},{}", db.0)
}

///The route `GET /reports/{name}`.
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
enum report<const ROUTE: u64 = 14026436361915383163> {}

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
    type __Twin = report<14026436361915383163>;
    fn __call<'a>(
        request: &'a mut __fingerpost::RequestContext<'_>,
    ) -> __fingerpost::core::result::Result<
        __fingerpost::Later<'a>,
        __fingerpost::Answered,
    > {
        static DECLARED: __fingerpost::Declared = __fingerpost::Declared::new(
            0,
            "text/csv",
            &[],
        );
        let argument_0 = __fingerpost::capture_text(request, 0usize).into_owned();
        let argument_1 = <__Argument1 as __fingerpost::SharedState>::of(request)?;
        let pool = __fingerpost::BlockingContext::of(request);
        __fingerpost::core::result::Result::Ok({
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
                __fingerpost::returned_from_pool(&future).declares(&DECLARED),
            );
            __fingerpost::later(request, future, answer)
        })
    }
    impl __Twin {
        ///The URL of `/reports/{name}`, percent-encoded.
        #[must_use]
        fn path(
            name: impl __fingerpost::core::convert::AsRef<str>,
        ) -> __fingerpost::RoutePath {
            __fingerpost::write_path(
                <Self as __fingerpost::Endpoint>::ROUTE,
                &[
                    &__fingerpost::Capture(
                        __fingerpost::core::convert::AsRef::<str>::as_ref(&name),
                    ),
                ],
            )
        }
    }
    static __ROUTE: __fingerpost::RouteInfo = __fingerpost::RouteInfo {
        name: "report",
        module: ::fingerpost::__private::core::module_path!(),
        file: ::fingerpost::__private::core::file!(),
        line: ::fingerpost::__private::core::line!(),
        methods: &["GET"],
        path: "/reports/{name}",
        segments: &[
            __fingerpost::Segment::Literal("reports"),
            __fingerpost::Segment::Capture,
        ],
        captures: &["name"],
        parameters: &[("name", true)],
        timeout_ms: __fingerpost::core::option::Option::Some(5000u64),
        shape: __fingerpost::Shape(4981197652724943149, 16088033396387240377),
        method_keys: &[6677843945146335437],
        call: __fingerpost::Call::Later(__call),
        ..__fingerpost::RouteInfo::EMPTY
    };
    impl __fingerpost::Endpoint for __Twin {
        const ROUTE: &'static __fingerpost::RouteInfo = &__ROUTE;
    }
    type __Argument1 = Db;
    impl<State_, OneOfItsType0_> __fingerpost::RunsWith<State_, (OneOfItsType0_,)>
    for __Twin
    where
        State_: __fingerpost::HasState<__Argument1, __Twin, OneOfItsType0_>,
    {}
    pub struct __Parameters<'__v> {
        pub name: __fingerpost::core::option::Option<&'__v str>,
    }
    impl __fingerpost::core::default::Default for __Parameters<'_> {
        fn default() -> Self {
            Self {
                name: __fingerpost::core::option::Option::None,
            }
        }
    }
    impl<'__v> __fingerpost::Linked<'__v> for __Twin {
        type Values = __Parameters<'__v>;
        fn link(values: __Parameters<'__v>) -> __fingerpost::RoutePath {
            Self::path(__fingerpost::given(values.name))
        }
    }
    const _: () = __fingerpost::check::output(__fingerpost::Asked::<String>::IS_OUTPUT);
    const _: () = __fingerpost::check::answer_from_pool(
        !__fingerpost::Asked::<String>::IS_OUTPUT
            || __fingerpost::Asked::<String>::IS_SEND,
    );
    const _: () = __fingerpost::check::declared_content_type(
        __fingerpost::Asked::<String>::FACTS,
    );
};

fn main() {
    let _ = report("a", &Db(7));
    let _ = report::path("a");
}
