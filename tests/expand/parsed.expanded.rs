//! A type of the user's own in the path and the query, whose error may say more than its name.

use std::net::IpAddr;
use fingerpost::get;

fn trace(host: IpAddr, via: Option<IpAddr>) -> String {
    format!("{host} {via:?}")
}

///The route `GET /hosts/{host}`.
#[allow(
    dead_code,
    missing_copy_implementations,
    missing_debug_implementations,
    non_camel_case_types,
    unnameable_types,
    unreachable_pub
)]
enum trace<const ROUTE: u64 = 5304914550680434228> {}

#[allow(
    deprecated,
    unused_imports,
    unused_qualifications,
    non_camel_case_types,
    non_snake_case
)]
const _: () = {
    type __Twin = trace;
    use ::fingerpost::__private as __fingerpost;
    use __fingerpost::methods::*;
    impl<State_> __fingerpost::RunsWith<State_, ()> for __Twin {}
    impl __fingerpost::Endpoint for __Twin {
        const PARAMETERS: &'static [(&'static str, bool)] = &[
            ("host", true),
            ("via", false),
        ];
        const PRINTED: &'static [(&'static str, bool)] = &[
            ("host", __fingerpost::Asked::<IpAddr>::IS_DISPLAY),
            ("via", __fingerpost::Asked::<__Argument1>::IS_DISPLAY),
        ];
        const INFO: __fingerpost::Said = __fingerpost::Said(
            __fingerpost::Call::Now(__call),
            "trace",
            "GET",
            "/hosts/{host}",
            __fingerpost::Keys::Route(
                __fingerpost::Shape(10114398656097523346, 16088033396387240377),
                6677843945146335437,
                0,
            ),
            ::fingerpost::__private::module_path!(),
            __fingerpost::here(),
        );
    }
    fn __call(request: &mut __fingerpost::RequestContext<'_>) -> __fingerpost::Answer {
        let __fingerpost::Ok(argument_0) = <IpAddr as __fingerpost::Parameter>::capture(
            request,
            0usize,
            ("IpAddr", __fingerpost::Asked::<IpAddr>::WHY),
        ) else {
            return __fingerpost::Err(__fingerpost::Answered);
        };
        let argument_1 = <__Argument1 as __fingerpost::Parameter>::query_optional(
            request,
            "via",
            ("IpAddr", __fingerpost::Asked::<__Argument1>::WHY),
        )?;
        __fingerpost::Plain(trace(argument_0, argument_1))
            .answer(request, &__fingerpost::NOTHING)
    }
    impl __Twin {
        ///The URL of `/hosts/{host}`, percent-encoded.
        fn path(
            host: &IpAddr,
            via: __fingerpost::Option<&__Argument1>,
        ) -> __fingerpost::RoutePath
        where
            for<'__v> IpAddr: __fingerpost::Display,
            for<'__v> __Argument1: __fingerpost::Display,
        {
            __fingerpost::path_of::<
                Self,
            >((
                __fingerpost::Capture(host),
                (__fingerpost::QueryOptional("via", via), ()),
            ))
        }
    }
    type __Argument1 = __fingerpost::Within<IpAddr>;
    impl __fingerpost::Linked<
        (
            __fingerpost::Own<IpAddr, { __fingerpost::Asked::<IpAddr>::IS_DISPLAY }>,
            (
                __fingerpost::Own<
                    __Argument1,
                    { __fingerpost::Asked::<__Argument1>::IS_DISPLAY },
                >,
                (),
            ),
        ),
    > for __Twin {}
    __fingerpost::check::output(__fingerpost::Asked::<String>::IS_OUTPUT)
};

fn main() {
    let _ = trace([127, 0, 0, 1].into(), None);
    let _ = trace::path(&[127, 0, 0, 1].into(), None);
}
