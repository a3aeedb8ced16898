//! Two modules that do not know of each other.

mod posts {
    #[fingerpost::get("/latest")]
    pub fn latest() {}
}

mod news {
    #[fingerpost::get("/latest")]
    pub fn latest() {}
}

fn main() {
    let _ = fingerpost::App::new(fingerpost::routes![posts::latest, news::latest]);
    //~                                                             ^^^^^^^^^^^^
}
