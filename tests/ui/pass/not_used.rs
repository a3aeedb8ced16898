//! Handlers that no table names, and are allowed to.
#![deny(warnings)]

use fingerpost::{get, routes};

#[allow(dead_code)]
#[get("/one")]
fn one() {}

#[get("/two")]
#[allow(unused)]
fn two() {}

#[get("/three")]
#[expect(dead_code)]
fn three() {}

#[get("/four/{id}")]
#[allow(dead_code)]
async fn four(id: &str) -> String {
    id.to_owned()
}

mod later {
    #![allow(dead_code)]

    #[fingerpost::get("/five")]
    pub fn five() {}

    fingerpost::routes! { table = [five] }
}

#[get("/six")]
pub fn six() {}

fn main() {
    let _ = fingerpost::App::new(routes![six]);
}
