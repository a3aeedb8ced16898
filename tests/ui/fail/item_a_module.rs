//! A route stands on a function, not on a module of them.

#[fingerpost::get("/")]
pub mod posts {
//~ ^^^
    pub fn read() {}
}

fn main() {
    posts::read();
}
