//! A handler on the blocking pool, which owns what it borrows.

use fingerpost::get;

struct Db(u64);

#[get("/reports/{name}", blocking, timeout = "5 s", content_type = "text/csv")]
fn report(name: &str, db: &Db) -> String {
    format!("{name},{}", db.0)
}

fn main() {
    let _ = report("a", &Db(7));
    let _ = report::path("a");
}
