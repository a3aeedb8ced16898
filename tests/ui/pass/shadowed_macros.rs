//! The user's own macros have the names of the standard ones.
#![deny(warnings)]
#![allow(unused_macros)]

macro_rules! panic { ($($all:tt)*) => { compile_error!("mine") } }
macro_rules! matches { ($($all:tt)*) => { compile_error!("mine") } }
macro_rules! line { () => { compile_error!("mine") } }
macro_rules! file { () => { compile_error!("mine") } }
macro_rules! format { ($($all:tt)*) => { compile_error!("mine") } }

use fingerpost::{Problem, get, routes};

#[derive(Problem)]
#[problem(404, "no post {id}")]
struct NoPost {
    id: u64,
}

#[get("/posts/{id}", status = 202)]
fn read(id: u64) -> Result<&'static str, NoPost> {
    if id == 0 { Err(NoPost { id }) } else { Ok("post") }
}

fn main() {
    let _ = fingerpost::App::new(routes![read]);
}
