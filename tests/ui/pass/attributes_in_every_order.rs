//! Attributes of the language around the route, in every order.
#![deny(warnings)]
#![deny(missing_docs, unreachable_pub, missing_debug_implementations, unused_qualifications, single_use_lifetimes)]

use fingerpost::{App, get, post, routes};

/// Before.
#[inline]
#[get("/one")]
#[must_use]
/// After.
pub fn one() -> &'static str {
    "one"
}

#[allow(clippy::unused_async)]
#[cold]
#[get("/two", tag = "a", tag = "b", operation_id = "two")]
#[cfg(not(any()))]
async fn two() -> String {
    String::new()
}

#[cfg_attr(all(), post("/three"))]
fn three(#[allow(unused_variables)] text: String) {}

#[get("/four/{id}")]
#[expect(unused_variables)]
fn four(id: u64) {}

#[get("/five/{id}")]
#[doc(alias = "fifth")]
fn five(mut id: u64) -> String {
    id += 1;
    id.to_string()
}

#[deprecated(note = "go to five")]
#[get("/six")]
fn six() {}

fn main() {
    #[allow(deprecated)]
    let _ = App::new(routes![one, two, three, four, five, six]);
}
