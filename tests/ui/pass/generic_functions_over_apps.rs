//! Functions over any table and any state.
#![deny(warnings)]
#![allow(dead_code)]

use fingerpost::{App, Error, NoState, RunsWith, Service, Table, get, routes};

#[get("/")]
fn home(number: &u64) -> String {
    number.to_string()
}

routes! { table = [home] }

fn any<T: Table>(routes: T) -> App<T> {
    App::new(routes)
}

fn limited<T: Table, S>(app: App<T, S>) -> App<T, S> {
    app.body_limit(1)
}

fn with_number<T: Table, S>(app: App<T, S>) -> App<T, (u64, S)> {
    app.state(7)
}

fn service<T: Table + RunsWith<(u64, NoState), P>, P>(routes: T) -> Result<Service, Error> {
    App::new(routes).state(7_u64).into_service()
}

fn run<T: Table + RunsWith<S, P>, S, P>(app: App<T, S>) -> Result<(), Error> {
    app.run("127.0.0.1:0")
}

fn named() -> App<table> {
    App::new(table)
}

fn of_one_handler() -> impl Table {
    routes![home]
}

fn main() {
    let _ = with_number(limited(any(table))).into_service();
    let _ = service(table);
    let _ = named().state(7_u64).into_service();
    let _ = App::new(of_one_handler());
    let _: fn(table) -> App<table> = App::new;
}
