//! A type without `FromStr`.

use fingerpost::get;

struct Page(u32);

#[get("/posts?{page}")]
fn read(page: Page) -> String {
//~           ^^^^
    page.0.to_string()
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![read]);
}
