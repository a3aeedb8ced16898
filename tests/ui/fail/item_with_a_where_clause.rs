//! Generic by a `where`.

use fingerpost::get;

#[get("/")]
fn home<T>() -> String
//~     ^
where
    T: Default + ToString,
{
    T::default().to_string()
}

fn main() {
    home::<u8>();
}
