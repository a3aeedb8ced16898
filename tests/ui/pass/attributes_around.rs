//! Other attributes before and after the route.
#![deny(warnings)]

use fingerpost::{get, put, routes};

#[must_use]
#[inline]
#[get("/one")]
#[allow(clippy::unnecessary_wraps)]
/// A comment below the route.
fn one() -> Option<&'static str> {
    Some("one")
}

/// A comment above.
#[cfg_attr(all(), allow(unused))]
#[put("/two", status = 201)]
#[doc = "And one below."]
#[cold]
#[track_caller]
fn two() {}

#[doc(hidden)]
#[get("/three")]
#[expect(unused_variables)]
fn three() {
    let number = 7;
}

fn main() {
    let _ = one();
    let _ = fingerpost::App::new(routes![one, two, three]);
}
