//! A function where a layer stands.

use fingerpost::{App, RequestContext, get, routes};

#[get("/")]
fn home() {}

async fn log(_: RequestContext<'_>) {}

fn main() {
    let _ = App::new(routes![home]).layer(log);
    //~                                   ^^^
}
