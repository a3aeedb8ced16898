//! A route whose answer has a tag and a time, and one whose representation is chosen before it is called.

use std::time::SystemTime;
use fingerpost::{Html, Json, Negotiated, get};

/// The text of the note.
fn note() -> String {
    String::new()
}

///The route `GET /note`.
#[allow(
    dead_code,
    missing_copy_implementations,
    missing_debug_implementations,
    non_camel_case_types,
    unnameable_types,
    unreachable_pub
)]
enum note<const ROUTE: u64 = 15137698315205731406> {}

#[allow(
    deprecated,
    unused_imports,
    unused_qualifications,
    non_camel_case_types,
    non_snake_case
)]
const _: () = {
    type __Twin = note;
    use ::fingerpost::__private as __fingerpost;
    use __fingerpost::methods::*;
    impl __Twin {
        ///The URL of `/note`, percent-encoded.
        fn path() -> __fingerpost::RoutePath {
            __fingerpost::path_of::<Self>(())
        }
    }
    impl<State_> __fingerpost::RunsWith<State_, ()> for __Twin {}
    impl __fingerpost::Endpoint for __Twin {
        const MORE: __fingerpost::RouteInfo = __fingerpost::RouteInfo {
            summary: "The text of the note.",
            ..__fingerpost::RouteInfo::EMPTY
        };
        const INFO: __fingerpost::Said = __fingerpost::Said(
            __fingerpost::Call::Now(__call),
            "note",
            "GET",
            "/note",
            __fingerpost::Keys::Route(
                __fingerpost::Shape(959090825112200234, 11400714819323198485),
                6677843945146335437,
                0,
            ),
            ::fingerpost::__private::module_path!(),
            __fingerpost::here(),
        );
    }
    fn __call(request: &mut __fingerpost::RequestContext<'_>) -> __fingerpost::Answer {
        let output = note();
        let answer = __fingerpost::returned(&output)
            .__validates(
                &__fingerpost::NOTHING,
                false,
                |value| {
                    __fingerpost::Validators::unknown()
                        .with_last_modified(
                            match value {
                                _ => {
                                    __fingerpost::ToLastModified::to_last_modified(
                                        &(SystemTime::UNIX_EPOCH),
                                    )
                                }
                            },
                        )
                        .with_etag(
                            match value {
                                note => __fingerpost::ToETag::to_etag(&(note.len())),
                            },
                        )
                },
            );
        __fingerpost::Answering::answer(answer, output, request)
    }
    const _: () = __fingerpost::check::declared_validators(
        __fingerpost::Asked::<String>::FACTS,
        true,
        false,
    );
    __fingerpost::check::output(__fingerpost::Asked::<String>::IS_OUTPUT)
};

fn count() -> Negotiated<u64, (Json<u64>, Page)> {
    Negotiated::new(7)
}

///The route `GET /count`.
#[allow(
    dead_code,
    missing_copy_implementations,
    missing_debug_implementations,
    non_camel_case_types,
    unnameable_types,
    unreachable_pub
)]
enum count<const ROUTE: u64 = 13934989750214806743> {}

#[allow(
    deprecated,
    unused_imports,
    unused_qualifications,
    non_camel_case_types,
    non_snake_case
)]
const _: () = {
    type __Twin = count;
    use ::fingerpost::__private as __fingerpost;
    use __fingerpost::methods::*;
    impl __Twin {
        ///The URL of `/count`, percent-encoded.
        fn path() -> __fingerpost::RoutePath {
            __fingerpost::path_of::<Self>(())
        }
    }
    impl<State_> __fingerpost::RunsWith<State_, ()> for __Twin {}
    impl __fingerpost::Endpoint for __Twin {
        const INFO: __fingerpost::Said = __fingerpost::Said(
            __fingerpost::Call::Later(__call),
            "count",
            "GET",
            "/count",
            __fingerpost::Keys::Route(
                __fingerpost::Shape(9571815487994603346, 11400714819323198485),
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
        let future = async move { count() };
        let answer = __fingerpost::returned_by(&future)
            .__validates(
                &__fingerpost::NOTHING,
                true,
                |_| {
                    __fingerpost::Validators::unknown()
                        .with_etag(__fingerpost::Ok(__fingerpost::None))
                },
            );
        __fingerpost::Ok(__fingerpost::later(request, future, answer))
    }
    const _: () = __fingerpost::check::declared_validators(
        __fingerpost::Asked::<Negotiated<u64, (Json<u64>, Page)>>::FACTS,
        false,
        true,
    );
    _ = <Negotiated<u64, (Json<u64>, Page)> as __fingerpost::Output>::FACTS;
};

struct Page(Html<String>);

impl From<u64> for Page {
    fn from(count: u64) -> Self {
        Self(Html(count.to_string()))
    }
}

impl fingerpost::Responder for Page {
    fn respond(self, response: &mut fingerpost::Response) {
        self.0.respond(response);
    }
}

impl fingerpost::Representation for Page {
    const MEDIA_TYPE: &'static str = "text/html; charset=utf-8";
}

fn main() {
    let _ = (note(), count().value);
    let _ = (note::path(), count::path());
}
