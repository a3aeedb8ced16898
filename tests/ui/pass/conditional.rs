//! Handlers that are there or not.
#![deny(warnings)]

use fingerpost::{get, routes};

#[cfg(target_os = "none")]
#[get("/one")]
fn one() -> NoSuchType {}

#[get("/one")]
#[cfg(not(target_os = "none"))]
fn one() {}

#[cfg(any())]
#[get("/two")]
fn two() {}

#[cfg_attr(all(), cfg(any()))]
#[get("/three")]
fn three() {}

#[cfg_attr(all(), get("/four"))]
fn four() {}

fn main() {
    let _ = fingerpost::App::new(routes![one, four]);
}
