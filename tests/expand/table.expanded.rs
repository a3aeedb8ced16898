//! A table where it is used.

use fingerpost::{App, put, routes};

mod posts {
    use fingerpost::{get, routes};
    pub fn list() {}
    ///The route `GET /`.
    #[allow(non_camel_case_types, clippy::all, clippy::pedantic)]
    pub enum list {}
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
        use ::fingerpost::__private::{
            Extract as _, ExtractNot as _, OtherwiseNot as _, Respond as _,
            RespondNot as _,
        };
        impl list {
            ///The URL of `/`, percent-encoded.
            #[must_use]
            pub fn path<'__v>() -> __fingerpost::RoutePath {
                __fingerpost::PathWriter::new(<Self as __fingerpost::Endpoint>::ROUTE)
                    .finish()
            }
        }
        impl __fingerpost::Endpoint for list {
            const ROUTE: &'static __fingerpost::RouteInfo = &__fingerpost::RouteInfo::new(
                    "list",
                    &["GET"],
                    "/",
                )
                .at(::core::module_path!(), ::core::file!(), ::core::line!())
                .segments(&[__fingerpost::Segment::Literal("")], &[]);
            const ID: __fingerpost::RouteId = __fingerpost::RouteId::new(
                ::core::module_path!(),
                "list",
            );
            fn call(
                request: &mut __fingerpost::RequestContext<'_>,
            ) -> impl ::core::future::Future<
                Output = __fingerpost::Answer,
            > + ::core::marker::Send {
                fn answer(
                    request: &mut __fingerpost::RequestContext<'_>,
                ) -> __fingerpost::Answer {
                    let output = list();
                    __fingerpost::Returned(output)
                        .respond(request, &__fingerpost::Declared::NOTHING)
                }
                ::core::future::ready(answer(request))
            }
        }
        impl<__P> __fingerpost::Needs<__P, ()> for list {}
        impl<'__v> __fingerpost::Linked<'__v> for list {
            type Values = ();
            const PARAMETERS: &'static [(&'static str, bool)] = &[];
            fn link((): ()) -> __fingerpost::RoutePath {
                Self::path()
            }
        }
        const _: __fingerpost::Facts = <() as __fingerpost::Output>::FACTS;
    };
    ///A table of routes.
    #[allow(non_camel_case_types)]
    #[derive(::core::clone::Clone, ::core::marker::Copy, ::core::fmt::Debug)]
    pub struct table;
    #[allow(unused_qualifications, clippy::all, clippy::pedantic)]
    const _: () = {
        type __Entry0 = list;
        use ::fingerpost::__private as __fingerpost;
        impl __fingerpost::Table for table {
            const LEN: usize = 0 + <__Entry0 as __fingerpost::Table>::LEN;
            const ENTRIES: &'static [__fingerpost::Entry] = &__fingerpost::flatten::<
                { <table as __fingerpost::Table>::LEN },
            >(&[("", <__Entry0 as __fingerpost::Table>::ENTRIES)]);
            const DANGLING: ::core::option::Option<__fingerpost::Conflict> = __fingerpost::dangling::<
                { <table as __fingerpost::Table>::LEN },
            >(<table as __fingerpost::Table>::ENTRIES);
            fn mount(
                at: &[u16],
                prefix: &str,
                mounted: &mut __fingerpost::Vec<__fingerpost::Mounted>,
            ) {
                __fingerpost::mount::<__Entry0>(at, 0u16, prefix, "", mounted);
            }
            async fn dispatch(
                at: &[u16],
                request: &mut __fingerpost::RequestContext<'_>,
            ) -> __fingerpost::Answer {
                match at {
                    [0u16, rest @ ..] => {
                        <__Entry0 as __fingerpost::Table>::dispatch(rest, request).await
                    }
                    _ => __fingerpost::nowhere(request),
                }
            }
        }
        impl<__P, __0> __fingerpost::Needs<__P, (__0,)> for table
        where
            __Entry0: __fingerpost::Needs<__P, __0>,
        {}
        const ENTRIES: &[__fingerpost::Entry] = <table as __fingerpost::Table>::ENTRIES;
        const CONFLICT: ::core::option::Option<__fingerpost::Conflict> = __fingerpost::conflict::<
            { __fingerpost::count_keys(ENTRIES) },
            { ENTRIES.len() },
        >(ENTRIES);
        const _: () = match CONFLICT {
            ::core::option::Option::None => {}
            ::core::option::Option::Some(conflict) => {
                match conflict.item {
                    0u32 => ::core::panic!("{}", conflict.message()),
                    _ => {}
                }
            }
        };
    };
}

fn database() {}

///The route `PUT /database`.
#[allow(non_camel_case_types, clippy::all, clippy::pedantic)]
enum database {}

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
    use ::fingerpost::__private::{
        Extract as _, ExtractNot as _, OtherwiseNot as _, Respond as _, RespondNot as _,
    };
    impl database {
        ///The URL of `/database`, percent-encoded.
        #[must_use]
        fn path<'__v>() -> __fingerpost::RoutePath {
            __fingerpost::PathWriter::new(<Self as __fingerpost::Endpoint>::ROUTE)
                .finish()
        }
    }
    impl __fingerpost::Endpoint for database {
        const ROUTE: &'static __fingerpost::RouteInfo = &__fingerpost::RouteInfo::new(
                "database",
                &["PUT"],
                "/database",
            )
            .at(::core::module_path!(), ::core::file!(), ::core::line!())
            .segments(&[__fingerpost::Segment::Literal("database")], &[]);
        const ID: __fingerpost::RouteId = __fingerpost::RouteId::new(
            ::core::module_path!(),
            "database",
        );
        fn call(
            request: &mut __fingerpost::RequestContext<'_>,
        ) -> impl ::core::future::Future<
            Output = __fingerpost::Answer,
        > + ::core::marker::Send {
            fn answer(
                request: &mut __fingerpost::RequestContext<'_>,
            ) -> __fingerpost::Answer {
                let output = database();
                __fingerpost::Returned(output)
                    .respond(request, &__fingerpost::Declared::NOTHING)
            }
            ::core::future::ready(answer(request))
        }
    }
    impl<__P> __fingerpost::Needs<__P, ()> for database {}
    impl<'__v> __fingerpost::Linked<'__v> for database {
        type Values = ();
        const PARAMETERS: &'static [(&'static str, bool)] = &[];
        fn link((): ()) -> __fingerpost::RoutePath {
            Self::path()
        }
    }
    const _: __fingerpost::Facts = <() as __fingerpost::Output>::FACTS;
};

fn main() {
    posts::list();
    database();
    let _ = App::new({
        type __Entry0 = database;
        type __Entry1 = posts::table;
        {
            struct Table;
            #[allow(unused_qualifications, clippy::all, clippy::pedantic)]
            const _: () = {
                use ::fingerpost::__private as __fingerpost;
                impl __fingerpost::Table for Table {
                    const LEN: usize = 0 + <__Entry0 as __fingerpost::Table>::LEN
                        + <__Entry1 as __fingerpost::Table>::LEN;
                    const ENTRIES: &'static [__fingerpost::Entry] = &__fingerpost::flatten::<
                        { <Table as __fingerpost::Table>::LEN },
                    >(
                        &[
                            ("", <__Entry0 as __fingerpost::Table>::ENTRIES),
                            ("/posts", <__Entry1 as __fingerpost::Table>::ENTRIES),
                        ],
                    );
                    fn mount(
                        at: &[u16],
                        prefix: &str,
                        mounted: &mut __fingerpost::Vec<__fingerpost::Mounted>,
                    ) {
                        __fingerpost::mount::<__Entry0>(at, 0u16, prefix, "", mounted);
                        __fingerpost::mount::<
                            __Entry1,
                        >(at, 1u16, prefix, "/posts", mounted);
                    }
                    async fn dispatch(
                        at: &[u16],
                        request: &mut __fingerpost::RequestContext<'_>,
                    ) -> __fingerpost::Answer {
                        match at {
                            [0u16, rest @ ..] => {
                                <__Entry0 as __fingerpost::Table>::dispatch(rest, request)
                                    .await
                            }
                            [1u16, rest @ ..] => {
                                <__Entry1 as __fingerpost::Table>::dispatch(rest, request)
                                    .await
                            }
                            _ => __fingerpost::nowhere(request),
                        }
                    }
                }
                impl<__P, __0, __1> __fingerpost::Needs<__P, (__0, __1)> for Table
                where
                    __Entry0: __fingerpost::Needs<__P, __0>,
                    __Entry1: __fingerpost::Needs<__P, __1>,
                {}
                const ENTRIES: &[__fingerpost::Entry] = <Table as __fingerpost::Table>::ENTRIES;
                const CONFLICT: ::core::option::Option<__fingerpost::Conflict> = __fingerpost::conflict::<
                    { __fingerpost::count_keys(ENTRIES) },
                    { ENTRIES.len() },
                >(ENTRIES);
                const _: () = match match CONFLICT {
                    ::core::option::Option::None => {
                        __fingerpost::dangling::<
                            { <Table as __fingerpost::Table>::LEN },
                        >(<Table as __fingerpost::Table>::ENTRIES)
                    }
                    found => found,
                } {
                    ::core::option::Option::None => {}
                    ::core::option::Option::Some(conflict) => {
                        match conflict.item {
                            0u32 => ::core::panic!("{}", conflict.message()),
                            1u32 => ::core::panic!("{}", conflict.message()),
                            _ => {}
                        }
                    }
                };
            };
            Table
        }
    });
}
