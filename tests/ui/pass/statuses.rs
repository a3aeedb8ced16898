//! Whatever a status may be.
#![deny(warnings)]

use fingerpost::{Redirect, StatusCode, http, put, routes};

mod codes {
    pub const TEAPOT: u16 = 418;
    pub const MADE: fingerpost::StatusCode = fingerpost::StatusCode::CREATED;
    pub static LATER: u16 = 202;
}

struct Codes;

trait Coded {
    const MADE: u16;
}

impl Coded for Codes {
    const MADE: u16 = 201;
}

impl Codes {
    const GONE: u16 = 410;
}

#[put("/1", status = 201)]
fn a() {}
#[put("/2", status = CREATED)]
fn b() {}
#[put("/3", status = codes::TEAPOT)]
fn c() {}
#[put("/4", status = codes::MADE)]
fn d() {}
#[put("/5", status = StatusCode::NO_CONTENT)]
fn e() {}
#[put("/6", status = Codes::GONE)]
fn f() -> &'static str {
    "gone"
}
#[put("/7", status = 204)]
fn g() {}
#[put("/8", status = 304)]
fn h() -> Result<(), Redirect> {
    Ok(())
}
#[put("/9", status = 599)]
fn i() {}
#[put("/10", status = 200)]
fn j() -> String {
    String::new()
}
#[put("/11", status = 303, header("Location" = "/1"))]
fn k() {}
#[put("/12", status = codes::LATER)]
fn l() {}
#[put("/13", status = http::StatusCode::ACCEPTED)]
fn m() {}
#[put("/14", status = <Codes as Coded>::MADE)]
fn n() {}

fn main() {
    let _ = fingerpost::App::new(routes![a, b, c, d, e, f, g, h, i, j, k, l, m, n]);
}
