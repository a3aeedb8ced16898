//! An extractor says how it rejects.

use fingerpost::{FromRequest, Problem, RequestContext};

struct Session(u64);

impl FromRequest for Session {
//~<^^^^^^^^^^^^^^^^^^^^^^^^^^
    async fn from_request(_: &mut RequestContext<'_>) -> Result<Self, Problem> {
        Ok(Self(7))
    }
}

fn main() {}
