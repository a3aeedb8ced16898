//! Two tables that do not know of each other.

mod posts {
    #[fingerpost::get("/latest")]
    fn latest() {}

    fingerpost::routes! { pub table = [latest] }
}

mod news {
    #[fingerpost::get("/latest")]
    fn latest() {}

    fingerpost::routes! { pub table = [latest] }
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![posts::table, news::table]);
    //~                                                            ^^^^^^^^^^^
}
