//! What a declaration alone imports is used by it.
#![deny(warnings)]
#![no_implicit_prelude]

mod api {
    use ::fingerpost::{Json, get};
    use ::std::borrow::Cow;
    use ::std::option::Option;
    use ::std::string::String;
    use ::std::vec::Vec;

    #[get("/posts/{kind}/{*path}?{tag}&{page}&{after = 7}")]
    pub fn posts(kind: Cow<'_, str>, path: String, tag: Vec<u8>, page: Option<&str>, after: u8) -> Json<u8>;
}

fn main() {
    ::std::mem::drop(api::posts::request("k", "p", &[1], ::std::option::Option::Some("q"), ::std::option::Option::None));
}
