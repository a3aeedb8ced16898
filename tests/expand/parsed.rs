//! A type of the user's own in the path and the query, whose error may say more than its name.

use std::net::IpAddr;

use fingerpost::get;

#[get("/hosts/{host}?{via}")]
fn trace(host: IpAddr, via: Option<IpAddr>) -> String {
    format!("{host} {via:?}")
}

fn main() {
    let _ = trace([127, 0, 0, 1].into(), None);
    let _ = trace::path(&[127, 0, 0, 1].into(), None);
}
