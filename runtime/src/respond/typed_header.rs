//! `Header<H>` as a part of a response: one typed header.

use headers::HeaderMapExt;

use super::{Response, ResponsePart};
use crate::extract::Header;

/// The header, instead of those of its name that were there before.
impl<H: headers::Header> ResponsePart for Header<H> {
    fn add_to(self, response: &mut Response) {
        response.headers_mut().typed_insert(self.0);
    }
}
