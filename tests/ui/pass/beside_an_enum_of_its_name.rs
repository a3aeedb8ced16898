//! A module beside the handlers has macros, lifetimes and constants of their names.
#![deny(warnings)]
#![allow(clippy::elidable_lifetime_names, clippy::needless_lifetimes, clippy::never_loop)]
#![allow(unused_macros)]

macro_rules! read {
    () => {};
}

#[fingerpost::get("/{id}")]
fn read<'read>(id: &'read str) -> String {
    'read: loop {
        break 'read id.to_owned();
    }
}

#[fingerpost::get("/")]
fn home() {
    fn home() {}
    home();
}

fn main() {
    let read = 7_u64;
    let _ = (read, fingerpost::App::new(fingerpost::routes![read, home]));
}
