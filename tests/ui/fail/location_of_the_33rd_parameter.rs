//! A link gives the first 32 parameters of a path.

use fingerpost::{App, get, post, routes};

#[get("/search?{a1}&{a2}&{a3}&{a4}&{a5}&{a6}&{a7}&{a8}&{a9}&{a10}&{a11}&{a12}&{a13}&{a14}&{a15}&{a16}&{a17}&{a18}&{a19}&{a20}&{a21}&{a22}&{a23}&{a24}&{a25}&{a26}&{a27}&{a28}&{a29}&{a30}&{a31}&{a32}&{a33}")]
#[allow(clippy::too_many_arguments)]
fn search(
    a1: Option<u8>, a2: Option<u8>, a3: Option<u8>, a4: Option<u8>, a5: Option<u8>, a6: Option<u8>,
    a7: Option<u8>, a8: Option<u8>, a9: Option<u8>, a10: Option<u8>, a11: Option<u8>, a12: Option<u8>,
    a13: Option<u8>, a14: Option<u8>, a15: Option<u8>, a16: Option<u8>, a17: Option<u8>, a18: Option<u8>,
    a19: Option<u8>, a20: Option<u8>, a21: Option<u8>, a22: Option<u8>, a23: Option<u8>, a24: Option<u8>,
    a25: Option<u8>, a26: Option<u8>, a27: Option<u8>, a28: Option<u8>, a29: Option<u8>, a30: Option<u8>,
    a31: Option<u8>, a32: Option<u8>, a33: Option<u8>,
) -> String {
    format!("{:?}", [a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13, a14, a15, a16, a17, a18, a19, a20, a21, a22, a23, a24, a25, a26, a27, a28, a29, a30, a31, a32, a33])
}

#[post("/search", status = 201, location = search(a1 = 1, a33 = 33))]
//~                                                       ^^^
fn create() {}

fn main() {
    let _ = App::new(routes![search, create]);
}
