//! A keyword as a name is spelt without `r#` in the query.

use fingerpost::get;

#[get("/?{r#type}")]
//~   ^^^^^^^^^^^^
fn read(r#type: u64) -> String {
    r#type.to_string()
}

fn main() {}
